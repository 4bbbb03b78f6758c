"""What belongs to what: bodies to Länder, roles to broader roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import NamedNode

from govgraph.query.names import kind_of
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader

_WORKS: Final = frozenset({"document", "event", "law", "programme", "service", "system"})
_PRIVATE: Final = tuple(ns.gov(name) for name in ("Association", "CivilSocietyOrganisation", "Company", "Party"))
"""Classes of bodies that belong to nobody: the Land that they are named with is where they are at work."""
_UP: Final = tuple(ns.gov(name) for name in ("partOf", "belongsTo", "jurisdiction"))


class Belonging:
    """Looks upward from bodies and downward from roles, and remembers what it has found."""

    def __init__(self, store: GraphReader) -> None:
        self._store = store
        self._known: dict[str, frozenset[str]] = {}

    def within(self, body: str, wanted: frozenset[str]) -> bool:
        """Whether something is one of those wanted, or part of one.

        Bodies are part of bodies, works of works: a system that a Land answers for is no part of the Land, and what
        others do with it is not news of the Land. Nor are municipalities, parties and associations parts of their Land.
        """
        return body in wanted or bool(body and self.above(body) & wanted)

    def above(self, body: str) -> frozenset[str]:
        """Something and all that it is part of."""
        if body not in self._known:
            found: set[str] = set()
            open_ = [body]
            while open_:
                one = open_.pop()
                if one not in found:
                    found.add(one)
                    # a municipality has bodies of its own, and is itself no part of its Land
                    open_.extend(self._directly_above(one) if kind_of(one) != "municipality" else ())
            self._known[body] = frozenset(found)
        return self._known[body]

    def _directly_above(self, one: str) -> Iterator[str]:
        node = NamedNode(one)
        is_work = kind_of(one) in _WORKS
        own = any(self.is_a(one, kind) for kind in _PRIVATE)
        for predicate in _UP[:-1] if own else _UP:
            for quad in self._store.match(node, predicate):
                if isinstance(quad.object, NamedNode) and (not is_work or kind_of(quad.object.value) in _WORKS):
                    yield quad.object.value

    def is_a(self, thing: str, kind: NamedNode) -> bool:
        """Whether something is of a class, as the graph says it."""
        return next(self._store.match(NamedNode(thing), ns.TYPE, kind), None) is not None

    def is_municipal(self, body: str) -> bool:
        """Whether something is a municipality, or part of one."""
        above = [body, *(up for one in self.above(body) for up in self._directly_above(one))]
        return any(kind_of(one) == "municipality" for one in above)

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
