"""Works that end without a word on whose they are, what is off for a while only, and what never began."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

TWO = "Jena und Fürth nutzen das Bürgerportal Amtsblick. "
LAND = "Sachsen setzt das Portal Amtsblick ein. "
CASES = [
    (LAND + "Zum Jahresende wird Amtsblick abgeschaltet.", ["Sachsen implements Amtsblick asserted"], []),
    (LAND + "Seit Montag ist das Portal abgeschaltet.", ["Sachsen implements Amtsblick ended"], []),
    (LAND + "Das Portal läuft im Sommer aus.", [], ["Sachsen implements Amtsblick ended"]),
    (
        TWO + "Nun geht das Portal zum 1. Juni vom Netz.",
        ["Jena implements Amtsblick asserted", "Fürth implements Amtsblick asserted"],
        ["Jena implements Amtsblick ended", "Fürth implements Amtsblick ended"],
    ),
    (
        TWO + "Der Rat hat entschieden, dass das Portal Ende Juni abgeschaltet wird.",
        ["Jena implements Amtsblick asserted", "Fürth implements Amtsblick asserted"],
        ["Jena implements Amtsblick ended", "Fürth implements Amtsblick ended"],
    ),
    (TWO + "In Jena wird das Portal Ende Juni abgeschaltet.", [], ["Fürth implements Amtsblick ended"]),
    (
        "Das Portal Amtsblick wird zum Jahresende abgeschaltet, teilte Sachsen mit.",
        ["Sachsen implements Amtsblick asserted"],
        ["Sachsen implements Amtsblick ended", "Sachsen develops Amtsblick asserted"],
    ),
    (
        "Das Portal Amtsblick wird im Mai eingestellt. Das teilte das Digitalministerium in Wiesbaden mit.",
        ["Hessen implements Amtsblick asserted"],
        ["Hessen implements Amtsblick ended"],
    ),
    (
        "Das sächsische Portal Amtsblick wird zum 1. Juni vom Netz genommen.",
        ["Sachsen implements Amtsblick asserted"],
        ["Sachsen develops Amtsblick planned"],
    ),
    ("Sachsen nimmt das Portal Amtsblick Ende Juni offline.", ["Sachsen implements Amtsblick ended"], []),
    (LAND + "Das Portal soll abgeschaltet werden.", [], ["Sachsen implements Amtsblick ended"]),
    (LAND + "Das Portal wird nicht abgeschaltet.", [], ["Sachsen implements Amtsblick ended"]),
    (LAND + "Wird das Portal abgeschaltet?", [], ["Sachsen implements Amtsblick ended"]),
    (LAND + "Die Opposition will, dass Amtsblick abgeschaltet wird.", [], ["Sachsen implements Amtsblick ended"]),
    (LAND + "Das Portal wird nachts abgeschaltet.", [], ["Sachsen implements Amtsblick ended"]),
    (LAND + "Im Mai wurde das Portal vorübergehend abgeschaltet.", [], ["Sachsen implements Amtsblick ended"]),
    (
        "Die AKDB entwickelt Amtsblick. Amtsblick wird eingestellt, teilte die AKDB mit.",
        [],
        ["AKDB implements Amtsblick ended"],
    ),
    (TWO + "In Suhl läuft es bis zum 31. Dezember weiter.", ["Suhl implements Amtsblick asserted"], []),
    (
        "Suhl, das nie in den Echtbetrieb gegangen war, hat das Portal Amtsblick abgeschaltet.",
        [],
        ["Suhl implements Amtsblick ended"],
    ),
    (
        "Suhl, das seit 2019 dabei war, hat das Portal Amtsblick abgeschaltet.",
        ["Suhl implements Amtsblick ended"],
        [],
    ),
    (
        "Gera testet das Portal Amtsblick. Suhl, das ebenfalls Pilot werden sollte, ist nicht mehr dabei.",
        ["Gera pilots Amtsblick asserted"],
        ["Suhl pilots Amtsblick ended"],
    ),
    (
        "Gera testet das Portal Amtsblick. Suhl, das seit 2019 testete, ist nicht mehr dabei.",
        ["Suhl pilots Amtsblick ended"],
        [],
    ),
    (
        "Gera nutzt Amtsblick. Die Städte Suhl und Kiel, die folgen sollten, machen nicht mehr mit.",
        [],
        ["Suhl implements Amtsblick ended", "Kiel implements Amtsblick ended"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[-48:] for text, _, _ in CASES])
def test_what_ends(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, title="Meldung aus der Verwaltung"), said, never)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Emden hat das Bürgerportal Amtsblick Ende August abgeschaltet.", "Emden implements Amtsblick ended"),
        ("Emden hat die Plattform RathausPlus Anfang Mai eingeführt.", "Emden implements RathausPlus asserted"),
        ("Emden führte das Portal Offenes Rathaus Herbst 2022 ein.", "Emden implements Offenes Rathaus asserted"),
        ("Emden startete das Projekt Digitalstadt Januar 2023.", "Emden implements Digitalstadt asserted"),
        ("Emden hat das Portal Wegweiser Anfang dieser Woche gestartet.", "Emden implements Wegweiser asserted"),
        ("Emden nutzt seit Februar SoftKom GmbH.", ""),
        ("Die Firma heißt seit Anfang März HanseNet Kommunal GmbH.", ""),
        ("Das Unternehmen firmiert ab Juli als NordIT AöR.", ""),
    ],
)
def test_times_are_no_part_of_names(text: str, said: str) -> None:
    article = read_article(text)
    months = {"Januar", "Februar", "März", "Mai", "Juli", "August", "Herbst", "Anfang", "Ende"}
    assert all(months.isdisjoint(e.name.split()) for e in article.entities)
    check_statements(article, [said] if said else [], [])


@pytest.mark.parametrize(
    ("text", "works_together"),
    [
        ("Koblenz und Worms sollen noch in diesem Jahr starten.", False),
        ("Koblenz und Worms starten mit der E-Akte im Mai.", False),
        ("Koblenz und Worms starten gemeinsam.", True),
        ("Koblenz und Worms starten ein gemeinsames Portal.", True),
        ("Das Projekt starten Koblenz und Worms im Herbst.", True),
    ],
)
def test_who_only_starts_does_not_start_together(text: str, works_together: bool) -> None:
    told = "Koblenz cooperatesWith Worms"
    check_statements(read_article(text), [told] if works_together else [], [] if works_together else [told])
