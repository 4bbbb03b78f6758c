"""Who has others run or build a work does not do so; a sentence that names its work leaves none to the one before."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Die Stadt Kassel nutzt die E-Akte. Dataport hat den Betrieb an Materna vergeben.",
        ["Materna develops E-Akte"],
        ["Dataport develops E-Akte"],
    ),
    (
        "Der Landkreis Gotha nutzt die E-Akte. Die Wartung vergab die KIV Thüringen an die Firma Materna.",
        ["Materna develops E-Akte"],
        ["KIV Thüringen develops E-Akte"],
    ),
    (
        "Die ekom21 hat Materna mit der Entwicklung von civento beauftragt.",
        ["Materna develops civento"],
        ["ekom21 develops civento"],
    ),
    (
        "Mit der Weiterentwicklung von civento hat das Land Hessen die ekom21 betraut.",
        ["ekom21 develops civento"],
        ["Hessen develops civento"],
    ),
    (
        "Materna wurde von Dataport mit dem Betrieb der E-Akte beauftragt.",
        ["Materna develops E-Akte"],
        ["Dataport develops E-Akte"],
    ),
    (
        "Hessen hat der ekom21 den Auftrag für die Entwicklung von civento erteilt.",
        ["ekom21 develops civento"],
        ["Hessen develops civento"],
    ),
    ("Dataport hat den Auftrag für den Betrieb der E-Akte gewonnen.", ["Dataport develops E-Akte"], []),
    ("Die Verwaltung hat Materna mit dem Betrieb der E-Akte beauftragt.", ["Materna develops E-Akte"], []),
    ("Mit dem Betrieb der E-Akte ist Dataport beauftragt.", ["Dataport develops E-Akte"], []),
    ("Zum Jahresende gibt Dataport den Betrieb der E-Akte an Materna ab.", ["Dataport develops E-Akte"], []),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES)
def test_who_does_what_somebody_orders(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


def test_a_work_that_only_the_headline_names() -> None:
    text = "Der Landkreis Esslingen nutzt das Virtuelle Bauamt."
    article = read_article(text, title="Land fördert digitale Bauakten")
    check_statements(article, [], ["Landkreis Esslingen implements digitale Bauakte"])
