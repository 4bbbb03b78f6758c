"""Full text: things by their names, articles by their titles, statements by the words that they were read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from pyoxigraph import Literal, NamedNode

from govgraph.errors import QueryError
from govgraph.model.days import Span, span
from govgraph.query.explain import Explanation, Reader, predicate_called
from govgraph.query.names import ENTITY_KINDS, Names, kind_of
from govgraph.query.proof import Proof
from govgraph.query.search_index import SearchIndex
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.quotes import QUOTE


class HitKind(StrEnum):
    """What was found."""

    THING = "thing"
    ARTICLE = "article"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer of a search.

    Attributes:
        kind: What it is.
        iri: IRI of the thing, of the article, or of the article that is quoted.
        text: Name, title, or quote as the graph has it.
        marks: Begin and end of each word that fits, in code points of `text`.
        score: How well it fits; comparable within one search only.
        proof: Where the quote stands; None for things and articles.
        statements: What was read from the quote; empty for things and articles.
        date: Date of the article as precise as known, or an empty string; empty for things.
        via: For a thing that is found by another of its names: that name; else an empty string.
    """

    kind: HitKind
    iri: str
    text: str
    marks: tuple[tuple[int, int], ...]
    score: float
    proof: Proof | None = None
    statements: tuple[Explanation, ...] = ()
    date: str = ""
    via: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """Answers of a search.

    Attributes:
        hits: Best first.
        total: How many there are, those beyond the limit included.
        close: If there is none: words of the graph that come close to those that were searched for.
    """

    hits: tuple[Hit, ...]
    total: int
    close: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: HitKind
    iri: str
    text: str
    further: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


def find(  # noqa: PLR0913 - what is looked for, and where
    store: GraphReader,
    words: str,
    *,
    kinds: Collection[HitKind] = tuple(HitKind),
    predicate: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = 20,
) -> Findings:
    """Search names, titles and quotes.

    Every word must occur: as it is, in another form of German grammar, at the beginning or end of a compound, or, if
    none of these is anywhere, with one letter wrong (two from eight letters on). Where no text has all words, those
    that have some are given.

    Args:
        store: The graph. Quotes that it leaves out are not searched.
        words: What to look for.
        kinds: What to look among.
        predicate: Only quotes that state this: local name, IRI or label, or `holdsOffice`.
        since: Only articles and quotes from this day, month or year on.
        until: Only those up to this day, month or year.
        limit: At most so many.

    Raises:
        QueryError: A date is none.
        NotFoundError: The predicate is none of the ontology.
    """
    first, last = _day("since", since), _day("until", until)
    wanted = None if predicate is None else predicate_called(predicate)
    narrowed = wanted is not None or first is not None or last is not None
    chosen = {one for one in kinds if not (narrowed and one is HitKind.THING)}
    if wanted is not None:
        chosen &= {HitKind.QUOTE}
    entries = [one for one in _entries(store) if one.kind in chosen]
    index = SearchIndex((one.text, one.further) for one in entries)
    names = Names(store)
    reader = Reader(store, names)
    hits: list[Hit] = []
    total = 0
    for match in index.search(words):
        entry = entries[match.number]
        hit = Hit(
            entry.kind, entry.iri, entry.text, match.marks, match.score, date=reader.date(entry.iri), via=match.via
        )
        if not _within(hit.date, first, last):
            continue
        if entry.kind is HitKind.QUOTE and (wanted is not None or total < limit):
            hit = _quoted(hit, entry, store, reader)
            if wanted is not None and all(one.predicate != wanted for one in hit.statements):
                continue
        total += 1
        if total <= limit:
            hits.append(hit)
    return Findings(tuple(hits), total, () if total else index.close(words))


def _entries(store: GraphReader) -> Iterator[_Entry]:
    """What can be found, sorted by kind and IRI, so that equal scores have one order."""
    preferred: dict[str, str] = {}
    other: dict[str, set[str]] = defaultdict(set)
    for predicate in (ns.PREF_LABEL, ns.ALT_LABEL, ns.HIDDEN_LABEL, ns.gov("abbreviation")):
        for quad in store.match(None, predicate):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                iri, label = quad.subject.value, quad.object.value
                if kind_of(iri) not in ENTITY_KINDS:
                    continue
                if predicate == ns.PREF_LABEL and quad.object.language in ("de", None):
                    preferred[iri] = min(label, preferred.get(iri, label))
                other[iri].add(label)
    for iri in sorted(preferred):
        yield _Entry(HitKind.THING, iri, preferred[iri], tuple(sorted(other[iri] - {preferred[iri]})))
    titles = {
        quad.subject.value: quad.object.value
        for quad in store.match(None, ns.HEADLINE)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }
    for iri, title in sorted(titles.items()):
        yield _Entry(HitKind.ARTICLE, iri, title)
    articles = {quad.subject: quad.object for quad in store.match(None, ns.gov("article"))}
    quotes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for quad in store.match(None, QUOTE):
        article = articles.get(quad.subject)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal) and isinstance(article, NamedNode):
            quotes[article.value, quad.object.value].append(quad.subject.value)
    for (article_iri, quote), evidence in sorted(quotes.items()):
        yield _Entry(HitKind.QUOTE, article_iri, quote, evidence=tuple(sorted(evidence)))


def _quoted(hit: Hit, entry: _Entry, store: GraphReader, reader: Reader) -> Hit:
    """The hit with the place of its quote and what was read from it."""
    statements: dict[str, Explanation] = {}
    for evidence in entry.evidence:
        for quad in store.match(None, ns.gov("evidence"), NamedNode(evidence)):
            if isinstance(quad.subject, NamedNode):
                statements[quad.subject.value] = reader.read(quad.subject.value)
    told = [statements[iri] for iri in sorted(statements)]
    proof = next((one for said in told for one in said.evidence if one.quote == entry.text), None)
    return replace(hit, proof=proof, statements=tuple(told))


def _day(name: str, given: str | None) -> Span | None:
    if given is None:
        return None
    found = span(given)
    if found is None:
        raise QueryError(f"{name} is {given!r}; give a day, month or year such as 2024-11-18, 2024-11, 2024")
    return found


def _within(date: str, first: Span | None, last: Span | None) -> bool:
    if first is None and last is None:
        return True
    own = span(date)
    if own is None:
        return False
    return (first is None or own.last >= first.first) and (last is None or own.first <= last.last)
