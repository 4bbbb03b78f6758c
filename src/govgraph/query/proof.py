"""The words that a statement stands on, with the article that they are from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from govgraph.query.texts import Texts
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader, Term
from govgraph.rdf.quotes import QUOTE, QUOTE_DIGEST, QUOTE_END, QUOTE_START, quote_digest


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the graph with its German name."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A quote and where it stands.

    Attributes:
        quote: The words, verbatim; a part of them where `cut` says which; empty where the graph leaves them out.
        start: First code point, counted in the article's text.
        end: One past the last code point.
        article: IRI of the article.
        title: Its headline.
        date: Its date as precise as known, or an empty string.
        url: Its address, or an empty string.
        source: Path or address that it was read from; the first in order if it was read from several.
        leading: IRI of the article that stands for its text: itself, or the leading version of what it is a version of.
        digest: SHA-256 of all the words, hexadecimal; empty for a graph of an older version without quotes.
        cut: First code point of `quote` and one past its last, counted in the article's text, where it is cut; or None.
    """

    quote: str
    start: int
    end: int
    article: str
    title: str
    date: str
    url: str
    source: str
    leading: str
    digest: str = ""
    cut: tuple[int, int] | None = None


def articles_of(proofs: Iterable[Proof]) -> int:
    """Number of articles that some words are from."""
    return len({proof.article for proof in proofs})


def sources_of(proofs: Iterable[Proof]) -> int:
    """Number of independent sources: versions of one text are one."""
    return len({proof.leading for proof in proofs})


class Node:
    """All properties of one node, read at once: for those of which many are asked.

    Args:
        store: The graph.
        iri: The node.
    """

    def __init__(self, store: GraphReader, iri: str) -> None:
        self._found: dict[NamedNode, set[Term]] = {}
        for quad in store.match(NamedNode(iri)):
            self._found.setdefault(quad.predicate, set()).add(quad.object)

    def values(self, predicate: NamedNode) -> list[Term]:
        """As `Properties.values`."""
        return sorted(self._found.get(predicate, ()), key=str)

    def text(self, predicate: NamedNode) -> str:
        """As `Properties.text`."""
        return _first_text(self.values(predicate))

    def word(self, predicate: NamedNode) -> str:
        """As `Properties.word`."""
        return _word(self.text(predicate))


class Properties:
    """Looks up properties of nodes, and remembers articles and evidence that many statements share."""

    def __init__(self, store: GraphReader) -> None:
        self._store = store
        self._proofs: dict[str, Proof] = {}
        self._articles: dict[str, tuple[str, str, str, str]] = {}
        self.texts = Texts(store)

    def node(self, iri: str) -> Node:
        """All properties of a node."""
        return Node(self._store, iri)

    def values(self, node: str, predicate: NamedNode) -> list[Term]:
        """Values of a property, in order and without repetition."""
        found = {quad.object for quad in self._store.match(NamedNode(node), predicate)}
        return sorted(found, key=str)

    def subjects(self, predicate: NamedNode, node: str) -> list[str]:
        """IRIs of what has a node as the value of a property, in order."""
        found = self._store.match(None, predicate, NamedNode(node))
        return sorted({quad.subject.value for quad in found if isinstance(quad.subject, NamedNode)})

    def text(self, node: str, predicate: NamedNode) -> str:
        """First value of a property as text: the IRI or the lexical form; empty if there is none."""
        return _first_text(self.values(node, predicate))

    def word(self, node: str, predicate: NamedNode) -> str:
        """Record's word for an individual of the ontology: `planned` for `gov:Planned`."""
        return _word(self.text(node, predicate))

    def proofs(self, node: str) -> tuple[Proof, ...]:
        """Evidence of a statement or tenure, in the order of date, article and place."""
        return self.proven(self.values(node, ns.gov("evidence")))

    def proven(self, evidence: Iterable[Term]) -> tuple[Proof, ...]:
        """The same, of the pieces of evidence that a node names."""
        found = (self.proof(one.value) for one in evidence if isinstance(one, NamedNode))
        return tuple(sorted(found, key=lambda one: (one.date, one.article, one.start, one.end)))

    def proof(self, iri: str) -> Proof:
        """A piece of evidence by its IRI."""
        if iri not in self._proofs:
            node = self.node(iri)
            article = node.text(ns.gov("article"))
            title, date, url, source = self._article(article)
            start, end = (int(node.text(ns.gov(name)) or 0) for name in ("start", "end"))
            leading = self.texts.leading(article)
            quote, told = node.text(QUOTE), node.text(QUOTE_DIGEST)
            begin, stop = node.text(QUOTE_START), node.text(QUOTE_END)
            cut = (int(begin), int(stop)) if begin and stop else None
            digest = told or (quote_digest(quote) if quote else "")
            self._proofs[iri] = Proof(quote, start, end, article, title, date, url, source, leading, digest, cut)
        return self._proofs[iri]

    def _article(self, iri: str) -> tuple[str, str, str, str]:
        if iri not in self._articles:
            predicates = (ns.HEADLINE, ns.DATE_PUBLISHED, ns.URL, ns.gov("source"))
            title, date, url, source = (self.text(iri, one) if iri else "" for one in predicates)
            self._articles[iri] = (title, date, url, source)
        return self._articles[iri]


def _first_text(values: Iterable[Term]) -> str:
    return next((value.value for value in values if isinstance(value, NamedNode | Literal)), "")


def _word(iri: str) -> str:
    name = iri.rpartition("#")[2]
    return name[:1].lower() + name[1:]
