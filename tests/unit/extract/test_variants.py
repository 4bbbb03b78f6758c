"""Longer names that begin with a known one: the name that the article introduces is the one that is meant."""

from __future__ import annotations

import pytest
from extract_reading import Statement, read_article, statements_of

CASES = [
    (
        "Das Portal „Amt24 Plus“ ist ein eigenes System. Hessen entwickelt Amt24 Plus.",
        "Hessen develops Amt24 Plus",
        "Amt24",
    ),
    ("Die BundID light nutzt die Stadt Kassel.", "Kassel implements BundID light", "BundID"),
    (
        "Der DigitalPakt Kommunen ist ein Programm des Bundes. Hessen setzt den DigitalPakt Kommunen um.",
        "Hessen implements DigitalPakt Kommunen",
        "DigitalPakt",
    ),
    ("Die Stadt Kassel nutzt VIS-Kompakt.", "Kassel implements VIS-Kompakt", "VIS"),
    ("Die Stadt Kassel nutzt die Plattform KIPITZ-B.", "Kassel implements KIPITZ-B", "KIPITZ"),
    ("Im VIS-Umfeld gibt es Neues. Die Stadt Kassel nutzt VIS.", "Kassel implements VIS", "VIS-Umfeld"),
    ("Kassel testet „Digitale Modellregionen Nord“.", "Kassel pilots Digitale Modellregionen Nord", ""),
    ("Die Stadt Kassel führt civento 2.0 ein.", "Kassel implements civento", ""),
    ("Am Programm Digitalstark 31 hessische Kommunen zu beteiligen, plant Kassel.", "", "Digitalstark 31"),
    ("Kassel nutzt die BundID pro Jahr tausendmal.", "Kassel implements BundID", "BundID pro"),
    ("Ist BundID ein Erfolg? Kassel nutzt BundID, ein Konto für alle.", "Kassel implements BundID", ""),
]


@pytest.mark.parametrize(("text", "said", "shorter"), CASES, ids=[text[:30] for text, _, _ in CASES])
def test_the_longer_name_is_meant(text: str, said: str, shorter: str) -> None:
    article = read_article(text)
    assert not said or Statement.parse(said).found_in(article), statements_of(article)
    assert shorter not in {entity.name for entity in article.entities} or not shorter
