"""Formats that answers are written in and graphs are read in, and the choice among them (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from pyoxigraph import QueryResultsFormat, RdfFormat

F = TypeVar("F", QueryResultsFormat, RdfFormat)


@dataclass(frozen=True, slots=True)
class Offer(Generic[F]):
    """A format.

    Attributes:
        format: Its name for the engine.
        type: Media type that it is sent as.
        others: Further media types that ask for it.
        text: Whether its characters are told as UTF-8.
    """

    format: F
    type: str
    others: tuple[str, ...] = ()
    text: bool = False

    @property
    def header(self) -> str:
        """`Content-Type` of an answer."""
        return f"{self.type}; charset=utf-8" if self.text else self.type

    @property
    def types(self) -> tuple[str, ...]:
        """All media types."""
        return (self.type, *self.others)


RESULTS: Final = (
    Offer(QueryResultsFormat.JSON, "application/sparql-results+json", ("application/json",)),
    Offer(QueryResultsFormat.XML, "application/sparql-results+xml", ("application/xml", "text/xml")),
    Offer(QueryResultsFormat.CSV, "text/csv", (), text=True),
    Offer(QueryResultsFormat.TSV, "text/tab-separated-values", (), text=True),
)
"""Of rows and truth values; the first is sent to who takes any."""

TRIPLES: Final = (
    Offer(RdfFormat.TURTLE, "text/turtle", ("application/x-turtle", "application/turtle"), text=True),
    Offer(RdfFormat.N_TRIPLES, "application/n-triples", ("text/plain",)),
    Offer(RdfFormat.RDF_XML, "application/rdf+xml", ("application/xml", "text/xml")),
    Offer(RdfFormat.JSON_LD, "application/ld+json", ("application/json",)),
    Offer(RdfFormat.N_QUADS, "application/n-quads", ("text/x-nquads", "text/nquads")),
    Offer(RdfFormat.TRIG, "application/trig", ("application/x-trig",)),
    Offer(RdfFormat.N3, "text/n3", ("text/rdf+n3",), text=True),
)
"""Of one graph."""

DATASETS: Final = tuple(
    next(one for one in TRIPLES if one.format == form)
    for form in (RdfFormat.N_QUADS, RdfFormat.TRIG, RdfFormat.JSON_LD)
)
"""Of all graphs."""


def chosen(accept: str, offers: Sequence[Offer[F]]) -> Offer[F] | None:
    """The format that an `Accept` header likes best; among equals the first offered. None if it takes none of them.

    >>> [one and one.type for one in (chosen("text/csv;q=0.5, text/*;q=0.7", RESULTS), chosen("image/*", RESULTS))]
    ['text/tab-separated-values', None]
    """
    ranges = weighted(accept) or [("*/*", 1.0)]
    best, liked = None, 0.0
    for offer in offers:
        for place, media in enumerate(offer.types):
            # the type of its own before the lent ones, where both are liked alike
            weight = _weight(media, ranges) - (0.0001 if place else 0.0)
            if weight > liked:
                best, liked = offer, weight
    return best


def liking(accept: str, *media: str) -> float:
    """How much an `Accept` header likes the media type among these that it likes best: 0 to 1, 0 for none.

    >>> liking("text/html, */*;q=0.5", "text/html"), liking("text/html, */*;q=0.5", "text/turtle")
    (1.0, 0.5)
    """
    ranges = weighted(accept) or [("*/*", 1.0)]
    return max(_weight(one, ranges) for one in media)


def read_as(media: str) -> RdfFormat | None:
    """Format of a body by its media type; None if it cannot be read."""
    known = [one.format for one in TRIPLES if media in one.types and media not in ("application/xml", "text/xml")]
    return known[0] if known else None


def media_type(header: str) -> tuple[str, dict[str, str]]:
    """Media type of a `Content-Type`, and its parameters.

    >>> media_type('text/Turtle; Charset="UTF-8"')
    ('text/turtle', {'charset': 'UTF-8'})
    """
    first, *rest = header.split(";")
    pairs = (one.partition("=") for one in rest)
    return first.strip().lower(), {key.strip().lower(): value.strip().strip('"') for key, _, value in pairs}


def weighted(accept: str) -> list[tuple[str, float]]:
    """What an `Accept` or `Accept-Encoding` header names, in small letters, each with its weight, 0 to 1."""
    found = []
    for one in accept.split(","):
        media, parameters = media_type(one)
        if not media:
            continue
        try:
            weight = min(max(float(parameters.get("q", "1")), 0.0), 1.0)
        except ValueError:
            weight = 0.0
        found.append((media, weight))
    return found


def _weight(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Weight by the most specific range that holds the type."""
    main = media.partition("/")[0]
    for wanted in (media, f"{main}/*", "*/*"):
        weights = [weight for one, weight in ranges if one == wanted]
        if weights:
            return max(weights)
    return 0.0
