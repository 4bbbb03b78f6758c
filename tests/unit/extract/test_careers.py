"""Offices of a career, and of heads of units that only the body around them names."""

from __future__ import annotations

import pytest

from govgraph.extract import Reader
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_vocabulary())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Zuvor war Maria Steffens Präsidentin der Bundesnetzagentur, davor Abteilungsleiterin im "
            "Bundesinnenministerium.",
            ("Maria Steffens", "Abteilungsleiter", "former"),
        ),
        ("Petra Heinz ist Leiterin der Bauaufsicht der Stadt Kassel.", ("Petra Heinz", "Leiter", "current")),
        ("Petra Heinz leitet das Rechenzentrum der Stadt Kassel.", ("Petra Heinz", "Leiter", "current")),
    ],
)
def test_office_is_read(reader: Reader, text: str, wanted: tuple[str, str, str]) -> None:
    (article,) = reader.read(read_text(f"Meldung\n\n[01.03.2024] {text}")).articles
    names = {e.id: e.name for e in article.entities}
    assert wanted in {(names[o.person], o.role, str(o.status)) for o in article.offices}
