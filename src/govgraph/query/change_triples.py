"""Changes as RDF: self-contained, with the quotes and the names of what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from govgraph.model import digest
from govgraph.query.change import Change, ChangeKind, Stand
from govgraph.query.proof import Proof, Thing
from govgraph.query.values import Triples
from govgraph.rdf import namespaces as ns
from govgraph.rdf.literals import german, integer, node, text, uri, when

_Pairs = Iterator[tuple[NamedNode, NamedNode | Literal]]


def change_triples(changes: Iterable[Change]) -> Triples:
    """Changes as `gov:Change`, each with its kind, what it concerns, what stood before and stands now, and quotes.

    IRIs of changes hang on what has changed, in any order. Statements and periods are linked, not described: they stand
    in the graphs that were compared. What is described is evidence, with its article's headline and date, and names.

    Raises:
        RecordError: An IRI in the changes is none.
    """
    found = {triple for change in changes for triple in _change(change)}
    return Triples(tuple(sorted(found, key=_readable)))


def kind_node(kind: ChangeKind) -> NamedNode:
    """Individual of the ontology that stands for a kind of change.

    >>> kind_node(ChangeKind.HANDED_OVER).value
    'https://w3id.org/govgraph/ontology#HandedOver'
    """
    return _individual(kind.value)


def _individual(word: str) -> NamedNode:
    return ns.gov(word[:1].upper() + word[1:])


def _readable(one: Triple) -> tuple[str, bool, str, str]:
    return (str(one.subject), one.predicate != ns.TYPE, str(one.predicate), str(one.object))


def _change(change: Change) -> Iterator[Triple]:
    iri = node(_iri(change))
    for predicate, value in _properties(change):
        yield Triple(iri, predicate, value)
    for thing in (change.subject, change.object):
        if thing is not None:
            yield from _named(iri, "concerns", thing)
    for side, stand in (("Before", change.before), ("After", change.after)):
        if stand is not None:
            yield from _side(iri, side, stand)


def _properties(change: Change) -> _Pairs:
    yield ns.TYPE, ns.gov("Change")
    yield ns.gov("changeKind"), kind_node(change.kind)
    yield ns.gov("changedRelation"), ns.gov(change.predicate)
    for name, day in (("notBefore", change.not_before), ("notAfter", change.not_after)):
        if day:
            yield ns.gov(name), when(day)


def _side(iri: NamedNode, side: str, stand: Stand) -> Iterator[Triple]:
    for one in stand.nodes:
        yield Triple(iri, ns.gov(f"stood{side}"), node(one))
    if stand.modality:
        yield Triple(iri, ns.gov(f"modality{side}"), _individual(stand.modality))
    for thing in stand.things:
        yield from _named(iri, f"thing{side}", thing)
    for proof in stand.evidence:
        evidence = _evidence_iri(proof)
        yield Triple(iri, ns.gov(f"evidence{side}"), evidence)
        for predicate, value in _evidence(proof):
            yield Triple(evidence, predicate, value)
        yield from _article(proof)


def _named(iri: NamedNode, link: str, thing: Thing) -> Iterator[Triple]:
    yield Triple(iri, ns.gov(link), node(thing.iri))
    yield Triple(node(thing.iri), ns.PREF_LABEL, german(thing.label))


def _evidence(proof: Proof) -> _Pairs:
    yield ns.TYPE, ns.gov("Evidence")
    if proof.quote:
        yield ns.gov("quote"), text(proof.quote)
    if proof.cut is not None:
        yield ns.gov("quoteStart"), integer(proof.cut[0])
        yield ns.gov("quoteEnd"), integer(proof.cut[1])
    if proof.digest:
        yield ns.gov("quoteDigest"), text(proof.digest)
    yield ns.gov("start"), integer(proof.start)
    yield ns.gov("end"), integer(proof.end)
    yield ns.gov("article"), node(proof.article)


def _article(proof: Proof) -> Iterator[Triple]:
    article = node(proof.article)
    yield Triple(article, ns.TYPE, ns.gov("Article"))
    if proof.title:
        yield Triple(article, ns.HEADLINE, german(proof.title))
    if proof.date:
        yield Triple(article, ns.DATE_PUBLISHED, when(proof.date))
    if proof.url:
        yield Triple(article, ns.URL, uri(proof.url))


def _evidence_iri(proof: Proof) -> NamedNode:
    """IRI of evidence: the article's, with the place of the words."""
    return node(f"{_base(proof.article)}/evidence/{proof.article.rpartition('/')[2]}-{proof.start}-{proof.end}")


def _iri(change: Change) -> str:
    ends = [thing.iri if thing else "" for thing in (change.subject, change.object)]
    sides = ["\x1e".join(stand.nodes) if stand else "" for stand in (change.before, change.after)]
    nodes = [iri for stand in (change.after, change.before) if stand for iri in stand.nodes]
    content = (change.kind.value, change.predicate, *ends, *sides)
    return f"{_base(nodes[0])}/change/{digest(chr(31).join(content))}"


def _base(iri: str) -> str:
    """What stands before the kind and the slug of an IRI."""
    return iri.rsplit("/", 2)[0]
