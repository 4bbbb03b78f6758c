"""How much of the words of articles a graph holds: all, the clause that bears the statement, or none.

Whatever is left out, the place of the words and their digest stay, so that who has the article can check and fill them:
`sha256(text[start:end]) == quoteDigest`.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from govgraph.language.excerpts import Forms, excerpt
from govgraph.model import Quotes
from govgraph.rdf import namespaces as ns
from govgraph.rdf.literals import clean, integer, text

QUOTE: Final = ns.gov("quote")
QUOTE_START: Final = ns.gov("quoteStart")
QUOTE_END: Final = ns.gov("quoteEnd")
QUOTE_DIGEST: Final = ns.gov("quoteDigest")
WORDS: Final = ns.gov("words")
WORDS_DIGEST: Final = ns.gov("wordsDigest")
WORDS_LENGTH: Final = ns.gov("wordsLength")

_START: Final = ns.gov("start")
_EVIDENCE: Final = ns.gov("evidence")
_THINGS: Final = frozenset({ns.SUBJECT, ns.OBJECT, ns.MEMBER, ns.ROLE, ns.ORGANIZATION})
_NAMES: Final = frozenset(
    {
        ns.PREF_LABEL,
        ns.ALT_LABEL,
        ns.HIDDEN_LABEL,
        *map(ns.gov, ("abbreviation", "shortLabel", "feminineLabel", "neutralLabel", "pluralLabel", "demonym")),
    }
)


def quote_digest(words: str) -> str:
    """SHA-256 of words of an article as the graph holds them, hexadecimal."""
    return hashlib.sha256(clean(words).encode("utf-8")).hexdigest()


def with_quotes(quads: Iterable[Quad], quotes: Quotes) -> list[Quad]:
    """A graph with no more of the words of its articles than wanted; what is not there is not added.

    Quotes are left out or cut, and of words that judgements name only length and digest stay. The cut hangs on what the
    article and the reference data say, so that it is the same when the graph is built and when it is exported.
    """
    if quotes is Quotes.FULL:
        return list(quads)
    all_quads = list(quads)
    cuts = _Excerpts(all_quads) if quotes is Quotes.SHORT else None
    return [kept for quad in all_quads for kept in _kept(quad, cuts)]


def _kept(quad: Quad, cuts: _Excerpts | None) -> Iterator[Quad]:
    if quad.predicate == WORDS and isinstance(quad.object, Literal):
        words = quad.object.value
        yield Quad(quad.subject, WORDS_DIGEST, text(quote_digest(words)), quad.graph_name)
        yield Quad(quad.subject, WORDS_LENGTH, integer(len(words)), quad.graph_name)
    elif quad.predicate in (QUOTE, QUOTE_START, QUOTE_END):
        if cuts is not None:
            yield from cuts.of(quad)
    else:
        yield quad


class _Excerpts:
    """The clauses that bear what is stated, for each evidence with a whole quote."""

    def __init__(self, quads: Sequence[Quad]) -> None:
        self._stated: dict[str, set[str]] = defaultdict(set)
        self._things: dict[str, set[str]] = defaultdict(set)
        self._names: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._starts: dict[str, int] = {}
        self._cut: set[str] = set()
        for quad in quads:
            subject, value = quad.subject, quad.object
            if not isinstance(subject, NamedNode):
                continue
            iri = subject.value
            if isinstance(value, NamedNode):
                if quad.predicate == _EVIDENCE:
                    self._stated[value.value].add(iri)
                elif quad.predicate in _THINGS:
                    self._things[iri].add(value.value)
            elif isinstance(value, Literal):
                if quad.predicate in _NAMES:
                    self._names[_graph(quad), iri].add(value.value)
                elif quad.predicate == _START:
                    self._starts[iri] = int(value.value)
                elif quad.predicate == QUOTE_START:
                    self._cut.add(iri)

    def of(self, quad: Quad) -> Iterator[Quad]:
        """What stands in the place of a quote, or of the place of one that is cut already."""
        evidence, value = quad.subject, quad.object
        if not isinstance(evidence, NamedNode) or not isinstance(value, Literal):
            return
        whole = value.value
        if quad.predicate != QUOTE or evidence.value in self._cut:
            yield quad
            return
        begin, end = excerpt(whole, self._named(evidence.value, _graph(quad)))
        yield Quad(evidence, QUOTE, text(whole[begin:end]), quad.graph_name)
        if (begin, end) != (0, len(whole)):
            start = self._starts.get(evidence.value, 0)
            yield Quad(evidence, QUOTE_START, integer(start + begin), quad.graph_name)
            yield Quad(evidence, QUOTE_END, integer(start + end), quad.graph_name)

    def _named(self, evidence: str, graph: str) -> Iterator[list[Forms]]:
        for one in sorted(self._stated.get(evidence, ())):
            yield [self._forms(thing, graph) for thing in sorted(self._things.get(one, ()))]

    def _forms(self, thing: str, graph: str) -> Forms:
        """Names of a thing in an article and in the reference data; of a person also the last name alone."""
        names = self._names.get((graph, thing), set()) | self._names.get((ns.REFERENCE.value, thing), set())
        last = {name.rpartition(" ")[2] for name in names} if "/person/" in thing else set()
        return frozenset(names | last)


def _graph(quad: Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""


def whole_quotes(quads: Iterable[Quad], found: Mapping[str, str], words: Mapping[str, frozenset[str]]) -> list[Quad]:
    """A graph with quotes filled in.

    Args:
        quads: The graph.
        found: IRI of evidence → its whole quote.
        words: IRI of a judgement → all words that it names.
    """
    filled: list[Quad] = []
    for quad in quads:
        iri = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
        if iri in found and quad.predicate in (QUOTE, QUOTE_START, QUOTE_END):
            continue
        if iri in words and quad.predicate in (WORDS_DIGEST, WORDS_LENGTH):
            filled += [Quad(quad.subject, WORDS, text(one), quad.graph_name) for one in sorted(words[iri])]
            continue
        filled.append(quad)
        if iri in found and quad.predicate == QUOTE_DIGEST:
            filled.append(Quad(quad.subject, QUOTE, text(found[iri]), quad.graph_name))
    return filled
