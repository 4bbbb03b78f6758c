"""Offices of the same name of two towns are two."""

from __future__ import annotations

from extract_reading import read_article


def _iri(text: str) -> str:
    return next(e.id for e in read_article(text).entities if e.name == "Amt für Digitalisierung")


def test_an_office_is_told_apart_by_its_town() -> None:
    """„das Amt für Digitalisierung der Stadt Göttingen“ is not that of Celle."""
    first = _iri("Eva Braun leitet das Amt für Digitalisierung der Stadt Göttingen.")
    second = _iri("Jan Roth leitet das Amt für Digitalisierung der Stadt Celle.")
    assert first != second
    assert first.endswith("goettingen")
