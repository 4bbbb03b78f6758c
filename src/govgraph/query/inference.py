"""What rules infer from a graph, each triple with what it was derived from, in a graph of its own for each rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, QueryTriples, Store, Triple

from govgraph.errors import VocabularyError
from govgraph.model import BASE, digest
from govgraph.query.inference_rules import InferenceRule
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.literals import node, text

PREMISE: Final = ns.gov("Premise")
INFERENCE: Final = ns.gov("Inference")
RULES: Final = "https://w3id.org/govgraph/rules"
SURE: Final = 0.8
"""Confidence from which on a statement may lead to inferences."""
ROUNDS: Final = 100
"""Rounds after which rules that still find something are taken to have no end."""

_INFERRED_BY: Final = ns.gov("inferredBy")
_REFERENCED: Final = ("partOf", "jurisdiction", "predecessor", "successor")
_Fact = tuple[NamedNode, NamedNode, NamedNode]


@dataclass(frozen=True, slots=True)
class Inferred:
    """A triple that follows.

    Attributes:
        rule: Name of the rule.
        subject: IRI.
        predicate: IRI.
        object: IRI.
        derived_from: IRIs of the statements, periods, inferences or graphs that it follows from, sorted.
        iri: IRI of the inference.
    """

    rule: str
    subject: str
    predicate: str
    object: str
    derived_from: tuple[str, ...]
    iri: str


@dataclass(frozen=True, slots=True)
class Inferences:
    """What rules have inferred.

    Attributes:
        inferred: By rule, subject, predicate and object.
        rules: The rules, by name.
        rounds: How many rounds there were until nothing new followed.
    """

    inferred: tuple[Inferred, ...]
    rules: tuple[InferenceRule, ...]
    rounds: int

    def counts(self) -> dict[str, int]:
        """Name of each rule → how many triples it has inferred."""
        found = {rule.name: 0 for rule in self.rules}
        for one in self.inferred:
            found[one.rule] += 1
        return found

    def quads(self) -> list[Quad]:
        """A named graph for each rule that has inferred something, sorted.

        It holds the triples, for each a `gov:Inference` with what it was derived from, and what the rule says.
        """
        counts = self.counts()
        found = {quad for rule in self.rules if counts[rule.name] for quad in _about(rule)}
        for one in self.inferred:
            found.update(_quads(one))
        return sorted(found, key=lambda quad: (str(quad.graph_name), str(quad)))


def rule_graph(name: str) -> NamedNode:
    """The named graph of a rule.

    >>> rule_graph("colleagues").value
    'https://w3id.org/govgraph/graph/rules/colleagues'
    """
    return NamedNode(f"{ns.GRAPHS}/rules/{name}")


def infer(data: GraphReader, rules: Sequence[InferenceRule], base: str = BASE) -> Inferences:
    """Apply rules until nothing new follows.

    A round asks all rules of the same graph, so the order of rules changes nothing, and what a triple was derived from
    was there before it. Rules see the graph without other inferences, with `gov:Premise` for what they may infer from:

    - statements with modality `gov:Asserted` and a confidence of `SURE` or more, unless an article says of the same
      triple that it has ended, or a contradiction of severity `sh:Violation` involves the statement;
    - periods, unless somebody acts for somebody in them, or such a contradiction involves them;
    - of reference data that were seen in a publication, `gov:partOf`, `gov:jurisdiction`, `gov:predecessor` and
      `gov:successor`, as nodes with `rdf:subject`, `rdf:predicate` and `rdf:object`.

    What the graph states already is not inferred.

    Args:
        data: A graph. It stays as it is.
        rules: Rules.
        base: What the IRIs of inferences begin with.

    Raises:
        VocabularyError: A rule is no SPARQL, does not give complete inferences, or finds no end.
    """
    store = Store()
    store.bulk_extend(quad for quad in data.match() if not _is_inferred(quad))
    sources = _premises(store)
    found: dict[_Fact, dict[str, tuple[str, ...]]] = {}
    rounds = 0
    while rounds < ROUNDS:
        new = _round(store, rules, found)
        if not new:
            break
        rounds += 1
        for fact, by_rule in new.items():
            found[fact] = {rule: _named(one, sources) for rule, one in by_rule.items()}
            for rule in by_rule:
                store.extend(_node(_iri(rule, fact, base), fact, INFERENCE))
    else:
        raise VocabularyError(f"rules still infer after {ROUNDS} rounds; see that they make no new IRIs")
    inferred = [
        Inferred(rule, fact[0].value, fact[1].value, fact[2].value, derived, _iri(rule, fact, base).value)
        for fact, by_rule in found.items()
        for rule, derived in by_rule.items()
    ]
    ordered = sorted(inferred, key=lambda one: (one.rule, one.subject, one.predicate, one.object))
    return Inferences(tuple(ordered), tuple(rules), rounds)


def _is_inferred(quad: Quad) -> bool:
    return isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(f"{ns.GRAPHS}/rules/")


def _round(
    store: Store, rules: Iterable[InferenceRule], known: Mapping[_Fact, object]
) -> dict[_Fact, dict[str, set[str]]]:
    """Triples that follow and are neither stated nor known, with rules and what they were derived from."""
    new: dict[_Fact, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for rule in rules:
        for fact, derived in _conclusions(store, rule):
            stated = next(store.quads_for_pattern(*fact, None), None) is not None
            if fact not in known and not stated:
                new[fact][rule.name] |= derived
    return new


def _conclusions(store: Store, rule: InferenceRule) -> Iterator[tuple[_Fact, set[str]]]:
    try:
        answer = store.query(rule.sparql, prefixes=ns.prefixes(), use_default_graph_as_union=True)
    except SyntaxError as error:
        raise VocabularyError(f"rule {rule.name!r} is no SPARQL: {error}; correct it") from error
    if not isinstance(answer, QueryTriples):
        raise VocabularyError(f"rule {rule.name!r} is no CONSTRUCT query; see ontology/rules")
    rows: dict[object, list[Triple]] = defaultdict(list)
    for one in answer:
        rows[one.subject].append(one)
    for triples in rows.values():
        parts = {one.predicate: one.object for one in triples}
        fact = tuple(parts.get(name) for name in (ns.SUBJECT, ns.PREDICATE, ns.OBJECT))
        derived = {
            one.object.value
            for one in triples
            if one.predicate == ns.DERIVED_FROM and isinstance(one.object, NamedNode)
        }
        subject, predicate, value = fact
        if not (
            isinstance(subject, NamedNode)
            and isinstance(predicate, NamedNode)
            and isinstance(value, NamedNode)
            and derived
        ):
            raise VocabularyError(
                f"rule {rule.name!r}: an inference lacks rdf:subject, rdf:predicate, rdf:object (IRIs) or "
                "prov:wasDerivedFrom; see ontology/rules"
            )
        yield (subject, predicate, value), derived


def _premises(store: Store) -> dict[str, str]:
    """Mark what may be inferred from; IRIs that stand for reference data while rules run → the graph they are of."""
    marked: list[Quad] = []
    doubted = {
        quad.object
        for conflict in store.quads_for_pattern(None, ns.RESULT_SEVERITY, NamedNode(ns.SHACL + "Violation"), None)
        for quad in store.quads_for_pattern(conflict.subject, ns.gov("involves"), None, None)
    }
    ended = {
        _fact_of(store, quad.subject)
        for quad in store.quads_for_pattern(None, ns.gov("modality"), ns.gov("Ended"), None)
    }
    for quad in store.quads_for_pattern(None, ns.gov("modality"), ns.gov("Asserted"), None):
        one = quad.subject
        confidence = _value(store, one, ns.gov("confidence"))
        sure = isinstance(confidence, Literal) and float(confidence.value) >= SURE
        if sure and one not in doubted and _fact_of(store, one) not in ended and isinstance(one, NamedNode):
            marked.append(Quad(one, ns.TYPE, PREMISE))
    for quad in store.quads_for_pattern(None, ns.TYPE, ns.gov("Period"), None):
        acting = _value(store, quad.subject, ns.gov("acting"))
        derived = {one.object for one in store.quads_for_pattern(quad.subject, ns.DERIVED_FROM, None, None)}
        if acting is None and not derived & doubted:
            marked.append(Quad(quad.subject, ns.TYPE, PREMISE))
    sources: dict[str, str] = {}
    for name in _REFERENCED:
        for quad in store.quads_for_pattern(None, ns.gov(name), None, ns.REFERENCE):
            seen = next(store.quads_for_pattern(quad.subject, ns.SOURCE, ns.gov("SeenInPublication"), None), None)
            if seen is None or not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode):
                continue
            fact = (quad.subject, quad.predicate, quad.object)
            own = NamedNode(f"{ns.REFERENCE.value}#{digest(' '.join(map(str, fact)))}")
            sources[own.value] = ns.REFERENCE.value
            marked += _node(own, fact, PREMISE)
    store.extend(marked)
    return sources


def _fact_of(store: Store, statement: object) -> tuple[object, ...]:
    return tuple(_value(store, statement, one) for one in (ns.SUBJECT, ns.PREDICATE, ns.OBJECT))


def _value(store: Store, subject: object, predicate: NamedNode) -> object:
    if not isinstance(subject, NamedNode):
        return None
    found = next(store.quads_for_pattern(subject, predicate, None, None), None)
    return None if found is None else found.object


def _named(derived: Iterable[str], sources: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({sources.get(one, one) for one in derived}))


def _iri(rule: str, fact: _Fact, base: str) -> NamedNode:
    return node(f"{base}/inference/{rule}-{digest(' '.join(one.value for one in fact))}")


def _node(iri: NamedNode, fact: _Fact, kind: NamedNode) -> list[Quad]:
    pairs = [(ns.TYPE, kind), *zip((ns.SUBJECT, ns.PREDICATE, ns.OBJECT), fact, strict=True)]
    return [Quad(iri, predicate, value) for predicate, value in pairs]


def _quads(one: Inferred) -> Iterator[Quad]:
    graph, iri = rule_graph(one.rule), NamedNode(one.iri)
    fact = NamedNode(one.subject), NamedNode(one.predicate), NamedNode(one.object)
    yield Quad(*fact, graph)
    for quad in _node(iri, fact, INFERENCE):
        yield Quad(quad.subject, quad.predicate, quad.object, graph)
    for source in one.derived_from:
        yield Quad(iri, ns.DERIVED_FROM, NamedNode(source), graph)
    yield Quad(iri, _INFERRED_BY, NamedNode(f"{RULES}/{one.rule}"), graph)


def _about(rule: InferenceRule) -> Iterator[Quad]:
    graph, iri = rule_graph(rule.name), NamedNode(f"{RULES}/{rule.name}")
    pairs: list[tuple[NamedNode, NamedNode | Literal]] = [
        (ns.TYPE, ns.gov("InferenceRule")),
        (NamedNode(ns.DCTERMS + "title"), text(rule.title_de, "de")),
        (NamedNode(ns.DCTERMS + "title"), text(rule.title_en, "en")),
        (ns.DESCRIPTION, text(rule.about_de, "de")),
        (ns.DESCRIPTION, text(rule.about_en, "en")),
        (ns.SOURCE, text(rule.source)),
        (ns.VERSION_INFO, text(rule.version)),
        (ns.gov("ruleDigest"), text(rule.digest)),
    ]
    for predicate, value in pairs:
        yield Quad(iri, predicate, value, graph)
    yield Quad(graph, _INFERRED_BY, iri, graph)
