"""What people do at the event that an article reports on, in more words."""

from __future__ import annotations

import pytest
from extract_reading import reader

from govgraph.sources import read_text

_START = "Beim Zukunftskongress Nord in Lübeck ging es um Register. Rund 300 Gäste kamen. "


def _facts(text: str) -> set[str]:
    (article,) = reader().read(read_text(f"Meldung\n\n[01.03.2024] {text}")).articles
    names = {e.id: e.name for e in article.entities}
    return {f"{names[f.subject]} {f.predicate}" for f in article.facts}


@pytest.mark.parametrize(
    "text",
    [
        "Handfester fiel der Bericht von Vera Brandt aus.",
        "Zugeschaltet war Vera Brandt.",
        "Für Heiterkeit sorgte Vera Brandt.",
        "Vera Brandt rechnete vor, was das kostet.",
        "Widerspruch kam von Vera Brandt.",
        "Den größten Beifall erhielt Vera Brandt.",
    ],
)
def test_who_took_part(text: str) -> None:
    assert "Vera Brandt participatesIn" in _facts(_START + text)


@pytest.mark.parametrize("text", ["Vera Brandt hatte abgesagt.", "Ein Grußwort hatte Vera Brandt geschickt."])
def test_who_did_not(text: str) -> None:
    assert "Vera Brandt participatesIn" not in _facts(_START + text)


@pytest.mark.parametrize(("title", "read"), [("Kongress „Kommune im Netz“", True), ("Rathaus im Netz", False)])
def test_a_headline_that_is_the_event(title: str, read: bool) -> None:
    text = "Rund 300 Gäste sind nach Emden gekommen. Aus Hannover war Vera Brandt angereist."
    (article,) = reader().read(read_text(f"{title}\n\n[01.03.2024] {text}")).articles
    assert any(f.predicate == "participatesIn" for f in article.facts) is read
