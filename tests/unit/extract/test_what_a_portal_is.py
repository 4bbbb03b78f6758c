"""„das Portal“ is nothing that is called a file or an ID; who is cited does not do what others do."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

PORTALS = [
    ("Die Stadt Fürth nutzt die E-Akte. Die AKDB betreibt das Portal.", [], ["AKDB develops E-Akte"]),
    (
        "Die Stadt Ulm setzt auf die BundID. Hannover übernimmt den Betrieb des Portals.",
        [],
        ["Hannover develops BundID"],
    ),
    ("Die Stadt Kassel nutzt die eID. Die ekom21 stellt die Plattform bereit.", [], ["ekom21 develops eID"]),
    ("Die Stadt Kassel nutzt civento. Die ekom21 stellt die Plattform bereit.", ["ekom21 develops civento"], []),
    ("Bayern nutzt das BayernPortal. Die AKDB betreibt das Portal.", ["AKDB develops BayernPortal"], []),
    ("Die Stadt Kassel führt die E-Akte ein. Die ekom21 betreibt das System.", ["ekom21 develops E-Akte"], []),
]
SOURCES = [
    ("Nach Angaben der Stadt Kassel nutzen alle Schulen die E-Akte.", [], ["Kassel implements E-Akte"]),
    ("Nach Auskunft der Stadt Ulm setzen 20 Unternehmen die BundID ein.", [], ["Ulm implements BundID"]),
    ("Laut Stadt Ulm nutzen viele Gemeinden die BundID.", [], ["Ulm implements BundID"]),
    ("Nach Angaben der Stadt Kassel nutzen alle Ämter die E-Akte.", ["Kassel implements E-Akte"], []),
    ("Nach Angaben der Stadt Kassel läuft die E-Akte seit Mai.", ["Kassel implements E-Akte"], []),
    (
        "Nach Angaben der Stadt Kassel setzt Fulda die E-Akte ein.",
        ["Fulda implements E-Akte"],
        ["Kassel implements E-Akte"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), [*PORTALS, *SOURCES])
def test_what_is_meant_and_who_does_it(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


@pytest.mark.parametrize("source", ["Landesregierung", "Staatskanzlei"])
def test_a_source_whose_full_name_ends_in_a_land(source: str) -> None:
    text = f"Nach Angaben der {source} haben 38 von 52 Kommunen die E-Akte im Einsatz."
    article = read_article(text, title="Saarland\nStudie zur E-Akte")
    check_statements(article, [], ["* implements E-Akte"])
