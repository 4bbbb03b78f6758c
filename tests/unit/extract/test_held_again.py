"""What somebody has for good or again, what was a step to it, and whose seat it is."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Eva Roth führt nun dauerhaft das Landesamt für Digitalisierung. "
        "Sie hatte es seit August kommissarisch geleitet.",
        ["Eva Roth holds Leiter at Landesamt für Digitalisierung current"],
        ["Eva Roth holds Leiter former", "Eva Roth chairs Landesamt für Digitalisierung ended"],
    ),
    (
        "Die bisher kommissarische Leiterin Eva Roth ist nun Leiterin des Landesamts für Digitalisierung.",
        ["Eva Roth holds Leiter at Landesamt für Digitalisierung current"],
        ["Eva Roth holds Leiter acting"],
    ),
    (
        "Kai Reh leitet heute das Landesamt für Digitalisierung. Eva Roth hatte es bis 2019 geleitet.",
        ["Eva Roth holds Leiter former", "Kai Reh holds Leiter current"],
        [],
    ),
    (
        "2003 fing Eva Roth als Sachbearbeiterin beim Landratsamt Deggendorf an. "
        "Heute leitet sie die IT der Stadt Passau.",
        ["Eva Roth holds Sachbearbeiter former"],
        [],
    ),
    (
        "Eva Roth wurde 2007 Referatsleiterin bei der AKDB und ist heute CIO der Stadt Passau.",
        ["Eva Roth holds Referatsleiter at AKDB former", "Eva Roth holds CIO at Passau current"],
        [],
    ),
    (
        "Kai Reh wurde 2019 CIO von Hessen und ist heute auch Vorsitzender des IT-Planungsrats.",
        ["Kai Reh holds Vorsitzender at IT-Planungsrat"],
        ["Kai Reh holds CIO former"],
    ),
    (
        "Eva Roth war bei der HZD in Wiesbaden, als Bereichsleiterin. Kai Reh war als CIO von Hessen beim Kongress.",
        ["Eva Roth holds Bereichsleiter former", "Kai Reh holds CIO at Hessen current"],
        [],
    ),
    (
        "Bremen verabschiedete die Digitalstrategie 2035. Hessen führt die E-Akte 2035 ein.",
        ["Bremen adopts Digitalstrategie asserted", "Hessen implements E-Akte planned"],
        [],
    ),
    (
        "Der Beirat tagte. Für Hessen sprach Eva Roth, für den Landkreistag Otto Mohn.",
        ["Eva Roth represents Hessen", "Otto Mohn represents Hessischer Landkreistag"],
        ["Otto Mohn represents Hessen"],
    ),
    (
        "Staatssekretär Ole Harms ließ sich im IT-Planungsrat von Abteilungsleiterin Imke Dahl vertreten.",
        [],
        ["Imke Dahl represents IT-Planungsrat"],
    ),
    (
        "Frau Eva Krahl sitzt im Beirat der FITKO, Herr Jan Reh im Verwaltungsrat der ekom21.",
        ["Eva Krahl memberOf Beirat", "Jan Reh memberOf Verwaltungsrat"],
        ["Jan Reh memberOf Beirat", "Eva Krahl memberOf Verwaltungsrat"],
    ),
    (
        "Im IT-Planungsrat saß für Bremen in Vertretung von Staatsrat Kai Reh der Referent Lars Bohn.",
        [],
        ["Kai Reh memberOf IT-Planungsrat"],
    ),
]

NAMES = [
    (
        "Minister war zu jener Zeit Robert Hagens Parteifreundin Monika Ott.",
        ["Robert Hagen", "Monika Ott"],
        "Robert Hagens",
    ),
    ("Das Standesamt leitet nun Frau Tödters Schwester, Frau Neele Grimm.", ["Neele Grimm"], "Tödters Schwester"),
    ("Anna Jakobs ist CIO. Anna Jakobs Nachfolgerin Eva Roth kommt.", ["Anna Jakobs", "Eva Roth"], "Anna Jakob"),
    ("Eva Roth, CIO des Landes Bremen, sprach beim Databund.", ["DATABUND"], "Databund Bremen"),
    ("Eva Krahl ist CIO. Jan Krahl ist CDO. Krahl sitzt im Beirat der FITKO.", ["Eva Krahl", "Jan Krahl"], "Krahl"),
]


@pytest.mark.parametrize(("text", "states", "never"), CASES)
def test_what_somebody_has(text: str, states: list[str], never: list[str]) -> None:
    check_statements(read_article(text), states, never)


@pytest.mark.parametrize(("text", "named", "never"), NAMES)
def test_names_that_there_are(text: str, named: list[str], never: str) -> None:
    names = {entity.name for entity in read_article(text).entities}
    assert names >= set(named)
    assert never not in names
