"""Which format an `Accept` header gets, and what is read of a `Content-Type`."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat

from govgraph.serve.formats import DATASETS, RESULTS, TRIPLES, chosen, media_type, read_as

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/xml, application/json", "application/sparql-results+json"),
        (
            "application/sparql-results+json;q=0.4, application/sparql-results+xml;q=0.5",
            "application/sparql-results+xml",
        ),
        ("text/*", "text/csv"),
        ("text/csv;q=0, text/*", "text/tab-separated-values"),
        ("TEXT/CSV", "text/csv"),
        (BROWSER, "application/sparql-results+xml"),
        ("text/csv;q=wrong, */*;q=0.1", "application/sparql-results+json"),
        ("image/png", None),
        ("*/*;q=0", None),
    ],
)
def test_results(accept: str, media: str | None) -> None:
    found = chosen(accept, RESULTS)
    assert (found and found.type) == media


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "text/turtle"),
        ("text/plain", "application/n-triples"),
        ("application/rdf+xml, text/turtle;q=0.9", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-quads", "application/n-quads"),
        ("application/trig", "application/trig"),
        ("application/sparql-results+json", None),
    ],
)
def test_triples(accept: str, media: str | None) -> None:
    found = chosen(accept, TRIPLES)
    assert (found and found.type) == media


def test_datasets_are_written_in_formats_that_hold_graphs() -> None:
    assert all(one.format.supports_datasets for one in DATASETS)


def test_bodies_are_read_by_their_type_and_not_as_any_xml() -> None:
    assert read_as("text/turtle") == RdfFormat.TURTLE
    assert read_as("application/xml") is None
    assert read_as("text/html") is None


def test_parameters_of_a_type() -> None:
    assert media_type("multipart/form-data; boundary=AbC ;x") == ("multipart/form-data", {"boundary": "AbC", "x": ""})
    assert media_type("") == ("", {})
