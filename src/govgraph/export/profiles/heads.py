"""What whoever heads a body is called: the relation itself says no more than that somebody leads or has the chair."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pyoxigraph import Literal, NamedNode

from govgraph.export.profiles.holding import STATUS, Lookup
from govgraph.export.profiles.reading import Held, Relation, mapping, nearest
from govgraph.model import NAMESPACE, Predicate
from govgraph.rdf import namespaces as ns
from govgraph.rdf.schema import load_schema

_AWAY: Final = frozenset({ns.gov("Acting"), ns.gov("Designated")})


class Heads:
    """Titles of those who head a body: that of their office there, else by what kind of body it is.

    Args:
        graph: A graph of `plain`.
        times: Times in posts that the profile holds.
    """

    def __init__(self, graph: Lookup, times: Iterable[Held]) -> None:
        self._graph = graph
        self._times = frozenset((one.holder, one.body, one.role) for one in times)
        known = mapping("heads")
        self._by_kind = nearest(load_schema(), known["heads"])
        self._titles: list[str] = known["titles"]

    def title(self, one: Relation) -> str:
        """German title: „Geschäftsführer“, „Vorsitz“ of a committee, „Leitung“ of an agency."""
        return next(iter(self._offices(one)), "") or self._of_body(one.object)

    def told(self, one: Relation) -> bool:
        """Whether a time in a post says of the same person that they head the same body."""
        offices = self._offices(one) if one.predicate == Predicate.CHAIRS else []
        return any((one.subject, one.object, office) in self._times for office in offices)

    def _offices(self, one: Relation) -> list[str]:
        """Titles of a head that the person has there, and not only for a time, the most telling first."""
        graph = self._graph
        roles = {
            role.value.rpartition("/")[2]: role
            for quad in graph.store.match(None, ns.MEMBER, NamedNode(one.subject))
            if isinstance(quad.subject, NamedNode)
            and NamedNode(one.object) in graph.values(quad.subject, ns.ORGANIZATION)
            and _AWAY.isdisjoint(graph.values(quad.subject, STATUS))
            for role in graph.values(quad.subject, ns.ROLE)
            if isinstance(role, NamedNode)
        }
        return [self._label(roles[name]) for name in self._titles if name in roles]

    def _label(self, role: NamedNode) -> str:
        names = [name for name in self._graph.values(role, ns.PREF_LABEL) if isinstance(name, Literal)]
        return next((name.value for name in names if name.language == "de"), "")

    def _of_body(self, iri: str) -> str:
        kinds = (one for one in self._graph.values(NamedNode(iri), ns.TYPE) if isinstance(one, NamedNode))
        named = (self._by_kind.get(one.value.removeprefix(NAMESPACE)) for one in kinds)
        return next((one for one in named if one), self._by_kind["Organisation"])
