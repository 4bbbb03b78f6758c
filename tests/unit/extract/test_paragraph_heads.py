"""A town that opens a paragraph is what its offices are of, where they name no other."""

from __future__ import annotations

from extract_reading import reader

from govgraph.sources import read_text

_PAGE = """Personalien

Bayern: Neue Köpfe

[30.09.2019] Ein Überblick.

Erlangen. Oberbürgermeister Florian Janik hat Konrad Beugel zum Chief Digital Officer (CDO) ernannt. Beugel bleibt \
zugleich Wirtschaftsreferent.

Landkreis Cham. Franz Löffler, Landrat und Präsident des Bayerischen Bezirketags, holt sich Verstärkung.
"""


def test_offices_of_a_paragraph() -> None:
    found = set()
    for article in reader().read(read_text(_PAGE)).articles:
        names = {e.id: e.name for e in article.entities}
        found |= {f"{names[o.person]} · {o.role} · {names.get(o.organisation or '')}" for o in article.offices}
    assert {
        "Konrad Beugel · CDO · Erlangen",
        "Konrad Beugel · Wirtschaftsreferent · Erlangen",
        "Franz Löffler · Landrat · Landkreis Cham",
        "Franz Löffler · Präsident · Bayerischer Bezirketag",
    } <= found
