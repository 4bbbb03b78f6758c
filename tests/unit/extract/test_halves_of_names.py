"""Names that share a word, a list that somebody joined later, and nouns whose case tells what they are said of."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    (
        "Stadt und Landkreis Göttingen nutzen die E-Akte.",
        ["Göttingen implements E-Akte", "Landkreis Göttingen implements E-Akte"],
        [],
    ),
    ("Landkreis und Stadt Osnabrück kooperieren bei der IT.", ["Osnabrück cooperatesWith Landkreis Osnabrück"], []),
    ("Die App kommt von der Meier Software GmbH in Kassel.", ["Meier Software GmbH locatedIn Kassel"], []),
    (
        "Dataport gehört Hamburg, Bremen und seit dem vorigen Jahr auch Sachsen-Anhalt.",
        ["Dataport partOf Bremen", "Dataport partOf Sachsen-Anhalt"],
        [],
    ),
    ("Die Stadt Ulm und bald wohl auch Kassel nutzen die E-Akte.", [], ["Kassel implements E-Akte asserted"]),
    ("Die ekom21 und Dataport arbeiten bei Schulungen Hand in Hand.", ["ekom21 cooperatesWith Dataport"], []),
    ("Die ekom21 und Dataport arbeiten nicht Hand in Hand.", [], ["ekom21 cooperatesWith Dataport asserted"]),
    ("Mit Dataport sichert die ekom21 seit Mai wechselseitig Daten.", ["ekom21 cooperatesWith Dataport"], []),
    ("Die ekom21 und Dataport werfen sich gegenseitig Versagen vor.", [], ["ekom21 cooperatesWith Dataport"]),
    (
        "Die Stadt Ulm nutzt civento. Dieses ist auf DOMEA aufgesetzt, einem Erzeugnis der Firma Open Text.",
        ["OpenText develops DOMEA"],
        ["OpenText develops civento"],
    ),
]


@pytest.mark.parametrize(("text", "stated", "unstated"), CASES)
def test_statements(text: str, stated: list[str], unstated: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), stated, unstated)
