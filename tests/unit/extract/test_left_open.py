"""What a sentence leaves open because the one before has told it: its object, its work, its board."""

from __future__ import annotations

import pytest
from extract_reading import reader, rules_only

from govgraph.sources import read_text

_WORK = "Sachsens neuer Chatbot Lumi ist gestartet. "
_BOARD = "Das Land Hessen hat einen Beirat für digitale Verwaltung eingesetzt. "


def _facts(text: str, *, by_rules: bool = False) -> set[str]:
    (article,) = (rules_only() if by_rules else reader()).read(read_text(f"Meldung\n\n[01.03.2024] {text}")).articles
    names = {e.id: e.name for e in article.entities}
    return {f"{names[f.subject]} {f.predicate} {names[f.object]}" for f in article.facts}


@pytest.mark.parametrize(
    "text",
    [
        "Die Rechnung begleicht der Bund.",
        "70 Prozent übernimmt der Bund.",
        "Den Rest zahlt der Bund.",
        "Den Löwenanteil steuert der Bund bei.",
        "Bezahlt hat das der Bund.",
        "Bezahlt hat das Ganze der Bund.",
    ],
)
def test_who_pays(text: str) -> None:
    assert "Bund funds Lumi" in _facts(_WORK + text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Server stehen bei der AKDB.",
        "Gehostet wird bei der AKDB.",
        "Betrieben werden die Server von der AKDB.",
        "Den Quelltext pflegt die AKDB.",
        "Programmiert hat das Ganze die AKDB.",
        "Auftragnehmerin ist die AKDB.",
    ],
)
def test_who_builds_or_runs(text: str) -> None:
    assert "AKDB develops Lumi" in _facts(_WORK + text)


@pytest.mark.parametrize(
    "text",
    [
        "Betrieben wird die Heizung von der AKDB.",
        "Gehostet wird das Fachverfahren OK.EWO bei der AKDB.",
        "Das sagte die AKDB.",
    ],
)
def test_what_is_run_besides(text: str) -> None:
    assert "AKDB develops Lumi" not in _facts(_WORK + text, by_rules=True)


@pytest.mark.parametrize(
    "text",
    [
        "Erste Erfahrungen sammelt Gera.",
        "In Gera sitzen seit Mai zwanzig Freiwillige davor.",
        "Gera übt noch.",
        "Pilotkundin ist Gera.",
    ],
)
def test_who_tries_it_out(text: str) -> None:
    assert "Gera pilots Lumi" in _facts(_WORK + text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Rechtsgrundlage steht im Onlinezugangsgesetz.",
        "Vorgeschrieben ist die Nutzung durch das Onlinezugangsgesetz.",
        "Geregelt ist das im Onlinezugangsgesetz.",
        "So verlangt es das Onlinezugangsgesetz.",
        "Möglich macht das das Onlinezugangsgesetz.",
    ],
)
def test_the_law_behind_it(text: str) -> None:
    assert "Lumi basedOn Onlinezugangsgesetz" in _facts(_WORK + text)


@pytest.mark.parametrize(
    "text",
    [
        "Einen Sitz hat auch Vera Brandt.",
        "Berufen wurde Vera Brandt.",
        "Mitglied ist Vera Brandt.",
        "Als Expertin wurde Vera Brandt berufen.",
    ],
)
def test_who_sits_on_the_board(text: str) -> None:
    assert "Vera Brandt memberOf Beirat für digitale Verwaltung" in _facts(_BOARD + text)


def test_a_member_of_something_else() -> None:
    text = _BOARD + "Vera Brandt ist Mitglied des Vorstands."
    assert "Vera Brandt memberOf Beirat für digitale Verwaltung" not in _facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gera ging es ähnlich.",
        "In Gera ist das nicht anders.",
        "Gleiches gilt für Gera.",
        "Gera macht es genauso.",
        "Ähnlich sieht es in Gera aus.",
    ],
)
def test_another_of_whom_the_same_holds(text: str) -> None:
    assert "Gera implements Lumi" in _facts("Suhl hat den Chatbot Lumi eingeführt. " + text)


@pytest.mark.parametrize("text", ["In Gera ist das anders.", "Gera macht es anders.", "Das gilt nicht für Gera."])
def test_another_of_whom_it_does_not_hold(text: str) -> None:
    assert "Gera implements Lumi" not in _facts("Suhl hat den Chatbot Lumi eingeführt. " + text)


def test_who_was_in_it_and_has_left() -> None:
    text = "Suhl testet den Chatbot Lumi. Gera war anfangs dabei, ist aber im Winter ausgestiegen."
    assert "Gera pilots Lumi" in _facts(text)


@pytest.mark.parametrize(
    "text", ["Beschlossen hat das Regelwerk der Bundestag.", "Der Bundestag hat die Vorschrift beschlossen."]
)
def test_more_nouns_for_a_law(text: str) -> None:
    assert "Deutscher Bundestag adopts Onlinezugangsgesetz" in _facts(
        "Streit gibt es um das Onlinezugangsgesetz. " + text
    )
