"""What belongs to what: bodies to Länder, roles to broader roles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pyoxigraph import NamedNode

from govgraph.query.names import kind_of
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader

_UP: Final = tuple(ns.gov(name) for name in ("partOf", "belongsTo", "jurisdiction"))


class Belonging:
    """Looks upward from bodies and downward from roles, and remembers what it has found."""

    def __init__(self, store: GraphReader) -> None:
        self._store = store
        self._known: dict[str, frozenset[str]] = {}

    def within(self, body: str, wanted: frozenset[str]) -> bool:
        """Whether a body is one of those wanted, or part of one. A municipality is no part of its Land."""
        return body in wanted or bool(body and self.above(body) & wanted)

    def above(self, body: str) -> frozenset[str]:
        """A body and all that it is part of."""
        if body not in self._known:
            found: set[str] = set()
            open_ = [body]
            while open_:
                one = open_.pop()
                if one in found or kind_of(one) == "municipality":
                    continue
                found.add(one)
                for predicate in _UP:
                    values = (quad.object for quad in self._store.match(NamedNode(one), predicate))
                    open_.extend(value.value for value in values if isinstance(value, NamedNode))
            self._known[body] = frozenset(found)
        return self._known[body]

    def narrower(self, roles: Iterable[str]) -> frozenset[str]:
        """Roles and all that are narrower."""
        found: set[str] = set()
        open_ = list(roles)
        while open_:
            role = open_.pop()
            if role not in found:
                found.add(role)
                below = self._store.match(None, ns.BROADER, NamedNode(role))
                open_.extend(quad.subject.value for quad in below if isinstance(quad.subject, NamedNode))
        return frozenset(found)
