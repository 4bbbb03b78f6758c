"""Who gives a duty away, who gets it, and who only decides so; a ministry beside the Staatskanzlei is another house."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

OLD, NEW = "Bundesministerium des Innern", "Bundesdigitalministerium"
ENDED = [f"{OLD} responsibleFor BundID ended", f"{NEW} responsibleFor BundID asserted"]
HOME = "In Wiesbaden ordnet sich Hessen neu. "
FROM_CHANCELLERY = ["Hessische Staatskanzlei responsibleFor Amtsblick ended", "* responsibleFor Amtsblick asserted"]
CASES = [
    ("Das Bundesinnenministerium gibt die Zuständigkeit für die BundID an das Bundesdigitalministerium ab.", ENDED, []),
    (
        "Das Bundesinnenministerium verliert die Zuständigkeit für die BundID an das Bundesdigitalministerium.",
        ENDED,
        [],
    ),
    (
        "Die Federführung für die BundID wurde vom Bundesinnenministerium auf das Bundesdigitalministerium übertragen.",
        ENDED,
        [],
    ),
    ("Die Zuständigkeit für die BundID wechselt vom Bundesinnenministerium zum Bundesdigitalministerium.", ENDED, []),
    ("Das Bundesdigitalministerium übernimmt vom Bundesinnenministerium die Verantwortung für die BundID.", ENDED, []),
    (
        "Das Bundesinnenministerium soll die Zuständigkeit für die BundID an das Bundesdigitalministerium abgeben.",
        [f"{OLD} responsibleFor BundID asserted", f"{NEW} responsibleFor BundID planned"],
        [f"{OLD} responsibleFor BundID ended"],
    ),
    (
        "Das Bundesinnenministerium gibt die Zuständigkeit für die BundID nicht an das Bundesdigitalministerium ab.",
        [],
        [f"{OLD} responsibleFor BundID ended", f"{NEW} responsibleFor BundID asserted"],
    ),
    (
        HOME + "Das Land hat die Federführung für das Portal Amtsblick von der Staatskanzlei auf das Digitalministerium"
        " übertragen.",
        FROM_CHANCELLERY,
        ["Hessen responsibleFor Amtsblick", "Hessische Staatskanzlei develops Amtsblick"],
    ),
    (
        "Hessen nutzt das Portal Amtsblick. Das Land hat die Federführung dafür von der Staatskanzlei auf das"
        " Digitalministerium übertragen.",
        FROM_CHANCELLERY,
        ["Hessen responsibleFor Amtsblick"],
    ),
    (
        HOME + "Die Zuständigkeit für die E-Akte wandert in Hessen vom Finanzministerium ins Digitalministerium.",
        ["Hessisches Ministerium der Finanzen responsibleFor E-Akte ended"],
        ["Hessen responsibleFor E-Akte"],
    ),
    (
        "Bayern überträgt die Aufsicht über das Onlinezugangsgesetz dem Digitalministerium.",
        ["Bayerisches Staatsministerium für Digitales responsibleFor Onlinezugangsgesetz asserted"],
        ["Bayern responsibleFor Onlinezugangsgesetz"],
    ),
    ("Die FITKO hat die Verantwortung für den Portalverbund.", ["FITKO responsibleFor Portalverbund asserted"], []),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:60] for text, _, _ in CASES])
def test_who_has_a_duty(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


def test_a_ministry_beside_the_chancellery_is_not_the_chancellery() -> None:
    text = "In Schleswig-Holstein hat das Digitalisierungsministerium die Aufgabe von der Staatskanzlei übernommen."
    told = read_article(f"{text} Amtschefin des Digitalisierungsministeriums ist Eva Kroll.")
    check_statements(told, [], ["Eva Kroll holds Amtschef at Staatskanzlei Schleswig-Holstein"])
    check_statements(told, ["Eva Kroll holds Amtschef at Digitalisierungsministerium Schleswig-Holstein"], [])


def test_a_land_that_gives_the_making_of_a_work_away_makes_it_no_more() -> None:
    article = read_article("Erfurt: Thüringen hat die Entwicklung des Portals RatPlus an die AKDB abgegeben.")
    said = ["Thüringen develops RatPlus ended", "AKDB develops RatPlus asserted"]
    check_statements(article, said, ["Erfurt develops RatPlus", "Erfurt develops RatPlus ended"])
