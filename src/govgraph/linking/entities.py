"""Things of a graph that a service may know: what they are called, what they are, what is judged about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from govgraph.errors import NotFoundError
from govgraph.linking.space import holds, identifier_of
from govgraph.linking.values import Reference, Space
from govgraph.model import NAMESPACE, EntityType
from govgraph.query import Names
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.schema import Schema, load_schema

_GERMAN: Final = "de"


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing to ask for.

    Attributes:
        iri: Its IRI.
        label: Its German name.
        kind: Local name of its class.
        names: Language → name, one for each language that it has a name in.
        linked: Whether it has an identifier of the space already, by the graph or by a judgement.
        refused: IRIs that somebody has judged to be something else.
    """

    iri: str
    label: str
    kind: str
    names: Mapping[str, str]
    linked: bool
    refused: frozenset[str]


class Subjects:
    """Looks up the things of a graph that its articles mention."""

    def __init__(self, store: GraphReader, space: Space) -> None:
        self._store = store
        self._space = space
        self._names = Names(store)
        self._schema = load_schema()
        self._same, self._different = self._judged("Same"), self._judged("Different")

    def find(self, names: Sequence[str], types: Sequence[str]) -> list[Subject]:
        """Things in the order of their IRIs.

        Args:
            names: What they are called; all if empty.
            types: Classes, by local name or label; all if empty.

        Raises:
            NotFoundError: A name or class is not known; names what there is.
        """
        wanted = [self._class(one) for one in types]
        if names:
            iris = {iri for name in names for iri in self._names.find(name)}
        else:
            iris = {
                quad.object.value
                for quad in self._store.match(predicate=ns.gov("mentions"))
                if isinstance(quad.object, NamedNode)
            }
        found = []
        for iri in sorted(iris):
            kind = self._kind(iri)
            if kind and (not wanted or any(_is_under(kind, one, self._schema) for one in wanted)):
                found.append(self._subject(iri, kind))
        return found

    def values(self, iri: str, name: str) -> tuple[str | Reference, ...]:
        """Values of a property in the words of the service: what it knows by identifier, the rest by name."""
        found: list[str | Reference] = []
        for quad in self._store.match(NamedNode(iri), ns.gov(name)):
            if isinstance(quad.object, Literal):
                found.append(quad.object.value)
            elif isinstance(quad.object, NamedNode):
                label = self._names.label(quad.object.value)
                links = sorted(
                    identifier
                    for link in self._links(quad.object.value)
                    if (identifier := identifier_of(self._space, link)) is not None
                )
                found.append(Reference(links[0], label) if links else label)
        return tuple(sorted(set(found), key=str))

    def _subject(self, iri: str, kind: str) -> Subject:
        names: dict[str, str] = {}
        for quad in self._store.match(NamedNode(iri), ns.PREF_LABEL):
            if isinstance(quad.object, Literal):
                language = quad.object.language or _GERMAN
                names[language] = min(quad.object.value, names.get(language, quad.object.value))
        label = self._names.label(iri)
        names.setdefault(_GERMAN, label)
        linked = any(holds(self._space, link) for link in (*self._links(iri), *self._same[iri]))
        return Subject(iri, label, kind, names, linked, frozenset(self._different[iri]))

    def _links(self, iri: str) -> list[str]:
        found = self._store.match(NamedNode(iri), ns.SAME_AS)
        return [quad.object.value for quad in found if isinstance(quad.object, NamedNode)]

    def _kind(self, iri: str) -> str:
        """Most specific class that a named thing has; empty for what is none."""
        classes = sorted(
            quad.object.value.removeprefix(NAMESPACE)
            for quad in self._store.match(NamedNode(iri), ns.TYPE)
            if isinstance(quad.object, NamedNode) and quad.object.value.startswith(NAMESPACE)
        )
        named = [one for one in classes if self._schema.coarse(one) is not None]
        return next((one for one in named if one not in set(EntityType)), named[0] if named else "")

    def _class(self, name: str) -> str:
        folded = name.casefold()
        known = sorted(one for one in self._schema.labels if self._schema.coarse(one) is not None)
        for one in known:
            if folded in {one.casefold(), *(label.casefold() for label in self._schema.labels[one].values())}:
                return one
        raise NotFoundError(f"{name!r} is no class of things; there are {', '.join(known)}")

    def _judged(self, kind: str) -> defaultdict[str, set[str]]:
        """IRI → IRIs that were judged with it."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for quad in self._store.match(predicate=ns.TYPE, object=ns.gov(kind)):
            if isinstance(quad.subject, NamedNode):
                first, second = (self._iris(quad.subject, name) for name in ("first", "second"))
                for one in first:
                    for other in second:
                        found[one].add(other)
                        found[other].add(one)
        return found

    def _iris(self, subject: NamedNode, name: str) -> list[str]:
        found = self._store.match(subject, ns.gov(name))
        return [quad.object.value for quad in found if isinstance(quad.object, NamedNode)]


def _is_under(kind: str, wanted: str, schema: Schema) -> bool:
    open_, seen = [kind], set()
    while open_:
        name = open_.pop()
        if name == wanted:
            return True
        if name not in seen:
            seen.add(name)
            open_.extend(schema.parents.get(name, ()))
    return False
