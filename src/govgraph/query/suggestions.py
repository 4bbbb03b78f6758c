"""Who may be one: what speaks for and against, for whoever judges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from govgraph.query.names import Names
from govgraph.query.proof import Proof, Properties, Thing
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.vocabulary.identity import Identity, load_identity

_MOST_PROOFS = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two that may be one.

    Attributes:
        first: One of them, by IRI.
        second: The other.
        score: Sum of the weights of what was found.
        features: What was found, strongest first: name of the feature and its weight.
        first_evidence: Words about the first, at most three.
        second_evidence: Words about the second.
        rivals: Whom one of the two may be instead, by IRI, where enough speaks for the two to be one: nobody is joined
            with one of several that fit alike.
    """

    first: Thing
    second: Thing
    score: float
    features: tuple[tuple[str, float], ...]
    first_evidence: tuple[Proof, ...]
    second_evidence: tuple[Proof, ...]
    rivals: tuple[Thing, ...] = ()


def suggestions(store: GraphReader, of: str | None = None) -> tuple[Suggestion, ...]:
    """Suggestions, best first.

    Args:
        store: The graph.
        of: Name or IRI of one of the two; None for all.

    Raises:
        NotFoundError: The name is not known to the graph.
    """
    names = Names(store)
    wanted = None if of is None else frozenset(names.find(of))
    identity = load_identity()
    every = list(_all(store, names))
    found = (
        replace(one, rivals=_rivals(one, every, identity))
        for one in every
        if wanted is None or wanted & {one.first.iri, one.second.iri}
    )
    return tuple(sorted(found, key=lambda one: (-one.score, one.first.iri, one.second.iri)))


def _rivals(one: Suggestion, every: Iterable[Suggestion], identity: Identity) -> tuple[Thing, ...]:
    if one.score < identity.join_at or not any(name in identity.ties for name, _ in one.features):
        return ()
    pair = {one.first.iri, one.second.iri}
    alike = (other for other in every if other.score > one.score - identity.margin)
    met = {
        each.iri: each
        for other in alike
        if len({other.first.iri, other.second.iri} & pair) == 1
        for each in (other.first, other.second)
        if each.iri not in pair
    }
    return tuple(met[iri] for iri in sorted(met))


def _all(store: GraphReader, names: Names) -> Iterator[Suggestion]:
    properties = Properties(store)
    weights = load_identity().weights
    for quad in store.match(None, ns.TYPE, ns.gov("Suggestion")):
        iri = str(getattr(quad.subject, "value", ""))
        pair = [one.value for one in properties.values(iri, ns.gov("candidate")) if isinstance(one, NamedNode)]
        if len(pair) != 2:
            continue
        features = [
            one.value.rpartition("/")[2]
            for one in properties.values(iri, ns.gov("feature"))
            if isinstance(one, NamedNode)
        ]
        weighed = sorted(((name, weights.get(name, 0.0)) for name in features), key=lambda one: (-one[1], one[0]))
        first, second = (Thing(one, names.label(one)) for one in pair)
        score = float(properties.text(iri, ns.gov("score")) or 0)
        yield Suggestion(
            first,
            second,
            score,
            tuple(weighed),
            _proofs(store, properties, first.iri),
            _proofs(store, properties, second.iri),
        )


def _proofs(store: GraphReader, properties: Properties, iri: str) -> tuple[Proof, ...]:
    """Words about somebody: of offices first, then of statements."""
    about = [
        quad.subject.value
        for predicate in (ns.MEMBER, ns.SUBJECT, ns.OBJECT)
        for quad in sorted(store.match(None, predicate, NamedNode(iri)), key=str)
        if isinstance(quad.subject, NamedNode)
    ]
    found = dict.fromkeys(proof for one in about for proof in properties.proofs(one))
    return tuple(found)[:_MOST_PROOFS]


def feature_label(name: str, language: str) -> str:
    """Label of a feature in a language; its name where there is none."""
    return load_identity().labels.get(name, {}).get(language, name)
