"""What later sentences leave open is the work that the article is about."""

from __future__ import annotations

from extract_reading import reader

from govgraph.sources import read_text

_START = "Suhl hat als erste Stadt civento eingeführt. Die Bürger sind zufrieden. Die Kosten sind gering. "
_BETWEEN = "Gefeiert wurde mit Kuchen. "


def _facts(text: str) -> set[str]:
    (article,) = reader().read(read_text(f"Meldung\n\n[01.03.2024] {text}")).articles
    names = {e.id: e.name for e in article.entities}
    return {f"{names[f.subject]} {f.predicate} {names[f.object]}" for f in article.facts}


def test_who_tests_long_after_the_work_was_named() -> None:
    assert "Jena pilots civento" in _facts(_START + _BETWEEN + "Jena testet noch.")


def test_who_runs_it() -> None:
    assert "Komm.ONE develops civento" in _facts(_START + "Den Betrieb übernimmt Komm.ONE.")


def test_the_running_of_something_else_is_not_meant() -> None:
    assert "Dataport develops civento" not in _facts(_START + "Die Wartung der Aufzüge übernimmt Dataport.")
