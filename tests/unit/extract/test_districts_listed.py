"""Names after „die Kreise“ are those of districts, though each is the name of a town as well."""

from __future__ import annotations

import pytest
from extract_reading import read_article

CASES = [
    ("Die Kreise Soest und Borken nutzen die BundID.", {"Kreis Soest", "Kreis Borken"}, {"Soest", "Borken"}),
    (
        "In den Landkreisen Bautzen, Görlitz und Meißen läuft die E-Akte.",
        {"Landkreis Bautzen", "Landkreis Görlitz", "Landkreis Meißen"},
        {"Bautzen", "Görlitz", "Meißen"},
    ),
    (
        "Die Landkreise Karlsruhe und Heilbronn nutzen die E-Akte. Heilbronn beginnt im Mai.",
        {"Landkreis Karlsruhe", "Landkreis Heilbronn"},
        {"Karlsruhe", "Heilbronn"},
    ),
    (
        "Die Landkreise Stendal und Salzwedel nutzen die E-Akte.",
        {"Landkreis Stendal", "Altmarkkreis Salzwedel"},
        {"Stendal", "Salzwedel"},
    ),
    ("Mit den Kreisen Soest, Unna und der Stadt Münster wird verhandelt.", {"Kreis Unna", "Münster"}, {"Unna"}),
    ("Die Städte Soest und Borken nutzen die BundID.", {"Soest", "Borken"}, {"Kreis Soest", "Kreis Borken"}),
    ("Das freut alle Kreise. Soest und Unna nutzen die BundID.", {"Soest", "Unna"}, {"Kreis Soest", "Kreis Unna"}),
]


@pytest.mark.parametrize(("text", "named", "never"), CASES, ids=[text[:48] for text, _, _ in CASES])
def test_names_after_kreise_are_districts(text: str, named: set[str], never: set[str]) -> None:
    names = {entity.name for entity in read_article(text).entities}
    assert named <= names
    assert names.isdisjoint(never)
