"""Records without the words of their articles, and how they get them back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from govgraph.model import Record
from govgraph.model.serialise import Json, record_to_dict
from govgraph.rdf import namespaces as ns
from govgraph.rdf import quote_digest
from govgraph.rdf.literals import clean

Span: TypeAlias = tuple[int, int]
Kept: TypeAlias = Callable[[str, Span], Span | None]
"""What may stand of a quote: IRI of the article and place of the quote → place of what may stand; None for nothing."""


def text_digest(text: str) -> str:
    """SHA-256 of the text of an article as the graph states it, hexadecimal."""
    return hashlib.sha256(clean(text).encode("utf-8")).hexdigest()


def kept_in(quads: Iterable[Quad]) -> Kept:
    """What a graph holds of each quote."""
    columns: dict[str, dict[str, str]] = {name: {} for name in ("article", "start", "end", "quoteStart", "quoteEnd")}
    quoted: set[str] = set()
    wanted = {ns.gov(name): column for name, column in columns.items()}
    for quad in quads:
        if not isinstance(quad.subject, NamedNode):
            continue
        if quad.predicate in wanted and isinstance(quad.object, NamedNode | Literal):
            wanted[quad.predicate][quad.subject.value] = quad.object.value
        elif quad.predicate == ns.gov("quote"):
            quoted.add(quad.subject.value)
    kept: dict[tuple[str, Span], Span] = {}
    for iri in quoted:
        start, end = columns["start"].get(iri), columns["end"].get(iri)
        if start is not None and end is not None:
            first, last = columns["quoteStart"].get(iri, start), columns["quoteEnd"].get(iri, end)
            kept[columns["article"].get(iri, ""), (int(start), int(end))] = (int(first), int(last))
    return lambda article, place: kept.get((article, place))


def redacted(record: Record, kept: Kept) -> Json:
    """JSON object of a record without the texts of its articles: digests stand in their place.

    `text` of an article is null, `quote` of evidence null or what may stand; mentions, which are names, stay.
    """
    shape = record_to_dict(record)
    for article, one in zip(shape["articles"], record.articles, strict=True):
        text = one.article.text
        article["text"], article["text_digest"] = None, text_digest(text)
        for evidence in _evidence(article):
            place = (evidence["start"], evidence["end"])
            evidence["digest"] = quote_digest(evidence["quote"])
            span = kept(article["id"], place)
            evidence["quote"] = None if span is None else text[slice(*span)]
            if span is not None and span != place:
                evidence["quote_start"], evidence["quote_end"] = span
    return shape


def restored(shape: Json, texts: Mapping[str, str], quotes: Mapping[str, str]) -> Json:
    """JSON object of a record with the words of its articles, as far as they are known.

    Args:
        shape: Made by `redacted`; changed in place.
        texts: Digest → text of an article.
        quotes: Digest → quote.
    """
    for article in shape["articles"]:
        text = article["text"]
        if text is None and (text := texts.get(article.get("text_digest", ""))) is not None:
            article["text"] = text
            del article["text_digest"]
        for evidence in _evidence(article):
            if "digest" not in evidence:
                continue
            quote = quotes.get(evidence["digest"]) if text is None else text[evidence["start"] : evidence["end"]]
            if quote is not None:
                evidence["quote"] = quote
                for key in ("digest", "quote_start", "quote_end"):
                    evidence.pop(key, None)
    return shape


def _evidence(article: Mapping[str, Any]) -> Iterator[Json]:
    for stated in (*article["offices"], *article["facts"]):
        yield from stated["evidence"]
