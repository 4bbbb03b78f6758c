"""What profiles in JSON tell, as values: things, posts and memberships of the graph that holds plainly."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from govgraph.errors import VocabularyError
from govgraph.export.profiles.holding import END, FORMER, START, STATUS, Lookup
from govgraph.model import NAMESPACE, EntityType
from govgraph.rdf import namespaces as ns
from govgraph.rdf.schema import Schema, load_schema
from govgraph.vocabulary.resources import ontology_dir

BODIES: Final = frozenset({EntityType.ORGANISATION, EntityType.JURISDICTION, EntityType.MUNICIPALITY})
AREAS: Final = frozenset({EntityType.JURISDICTION, EntityType.MUNICIPALITY})


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, body or other thing.

    Attributes:
        iri: Its IRI.
        kinds: Local names of its classes, sorted.
        type: Coarse type.
        name: First preferred German label, or the first of another language.
        aliases: Other labels, sorted.
        same: IRIs elsewhere that are the same.
        hosts: Hosts of its websites.
        within: IRI of the body that it is part of, or None.
        area: IRI of its jurisdiction, or None.
        founded: Year of its foundation, or None.
    """

    iri: str
    kinds: tuple[str, ...]
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    same: tuple[str, ...]
    hosts: tuple[str, ...]
    within: str | None
    area: str | None
    founded: str | None


@dataclass(frozen=True, slots=True)
class Post:
    """An office in a body."""

    iri: str
    name: str
    role: str
    body: str


@dataclass(frozen=True, slots=True)
class Held:
    """A time of somebody in a post.

    Attributes:
        iri: IRI of the period.
        holder: IRI of the person.
        post: IRI of the post.
        body: IRI of the body.
        role: Name of the role.
        start: Day, month or year, or None if that is not known.
        end: The same of its end.
        over: Whether it is over although its end is not known so well.
        articles: IRIs of the articles that tell of it.
    """

    iri: str
    holder: str
    post: str
    body: str
    role: str
    start: str | None
    end: str | None
    over: bool
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A plain triple between two things, with the articles that assert it."""

    subject: str
    predicate: str
    object: str
    articles: tuple[str, ...]


class Reader:
    """Reads a graph of `plain` into values, sorted by IRI."""

    def __init__(self, graph: Lookup, schema: Schema | None = None) -> None:
        self._graph = graph
        self._schema = schema or load_schema()

    def things(self) -> Iterator[Thing]:
        """Persons, bodies and other things that have a name."""
        kinds: dict[NamedNode, set[str]] = {}
        for quad in self._graph.store.match(predicate=ns.TYPE):
            local = _local(quad.object)
            if isinstance(quad.subject, NamedNode) and self._schema.coarse(local) is not None:
                kinds.setdefault(quad.subject, set()).add(local)
        for node in sorted(kinds, key=str):
            thing = self._thing(node, tuple(sorted(kinds[node])))
            if thing is not None:
                yield thing

    def _thing(self, node: NamedNode, kinds: tuple[str, ...]) -> Thing | None:
        name, coarse = self.name(node), self._schema.coarse(kinds[0])
        if name is None or coarse is None:
            return None
        labels = [*self._texts(node, ns.PREF_LABEL), *self._texts(node, ns.ALT_LABEL)]
        within = self._iris(node, ns.gov("partOf"))
        area = self._iris(node, ns.gov("jurisdiction"))
        founded = self._texts(node, ns.gov("founded"))
        return Thing(
            node.value,
            kinds,
            coarse,
            name,
            tuple(sorted({*labels} - {name})),
            self._iris(node, ns.SAME_AS),
            tuple(self._texts(node, ns.gov("website"))),
            # of several wholes none can be called the parent
            within[0] if len(within) == 1 else None,
            area[0] if len(area) == 1 else None,
            founded[0] if len(founded) == 1 else None,
        )

    def posts(self) -> Iterator[Post]:
        """Offices whose body is known."""
        for node in self._graph.nodes(ns.gov("Office")):
            name, roles, bodies = self.name(node), self._iris(node, ns.ROLE), self._iris(node, ns.POST_IN)
            if name is not None and roles and bodies:
                yield Post(node.value, name, self.name(NamedNode(roles[0])) or name, bodies[0])

    def held(self) -> Iterator[Held]:
        """Times of people in posts."""
        for node in self._graph.nodes(ns.gov("Period")):
            parts = [self._iris(node, one) for one in (ns.gov("holder"), ns.gov("office"), ns.ORGANIZATION, ns.ROLE)]
            if not all(parts):
                continue
            holder, post, body, role = (one[0] for one in parts)
            tenures = self._iris(node, ns.DERIVED_FROM)
            yield Held(
                node.value,
                holder,
                post,
                body,
                self.name(NamedNode(role)) or "",
                self._graph.text(node, START),
                self._graph.text(node, END),
                FORMER in self._graph.values(node, STATUS),
                tuple(sorted({one for each in tenures for one in self._iris(NamedNode(each), ns.DERIVED_FROM)})),
            )

    def relations(self, predicates: Sequence[str]) -> Iterator[Relation]:
        """Plain triples of some predicates, given by local name."""
        for name in predicates:
            found = {(one.subject, one.object) for one in self._graph.store.match(predicate=ns.gov(name))}
            for subject, value in sorted(found, key=str):
                if isinstance(subject, NamedNode) and isinstance(value, NamedNode):
                    yield Relation(subject.value, name, value.value, self._told(subject, name, value))

    def _told(self, subject: NamedNode, name: str, value: NamedNode) -> tuple[str, ...]:
        articles: set[str] = set()
        for quad in self._graph.store.match(predicate=ns.SUBJECT, object=subject):
            node = quad.subject
            if isinstance(node, NamedNode) and self._graph.fact(node) == (subject, ns.gov(name), value):
                modal = self._graph.values(node, ns.gov("modality"))
                articles.update(self._iris(node, ns.DERIVED_FROM) if modal == [ns.gov("Asserted")] else ())
        return tuple(sorted(articles))

    def name(self, node: NamedNode) -> str | None:
        """The first preferred label, German ones before others; None if there is none."""
        found = [
            one for one in self._graph.values(node, ns.PREF_LABEL) if isinstance(one, Literal) and one.value.strip()
        ]
        found.sort(key=lambda one: (one.language != "de", str(one)))
        return found[0].value if found else None

    def _texts(self, node: NamedNode, predicate: NamedNode) -> list[str]:
        return sorted({one.value for one in self._graph.values(node, predicate) if isinstance(one, Literal)})

    def _iris(self, node: NamedNode, predicate: NamedNode) -> tuple[str, ...]:
        found = self._graph.values(node, predicate)
        return tuple(sorted({one.value for one in found if isinstance(one, NamedNode)}))


def nearest(schema: Schema, mapped: Mapping[str, str]) -> dict[str, str]:
    """Local name of each class → schema of the nearest class above it that is mapped."""
    found: dict[str, str] = {}
    for kind in schema.labels:
        row = [kind]
        while row:
            near = next((mapped[f"gov:{name}"] for name in row if f"gov:{name}" in mapped), None)
            if near is not None:
                found[kind] = near
                break
            row = [above for name in row for above in schema.parents.get(name, ())]
    return found


def mapping(name: str) -> dict[str, Any]:
    """A mapping of `ontology/profiles`.

    Raises:
        VocabularyError: It is missing or no JSON.
    """
    path: Path = ontology_dir() / "profiles" / f"{name}.json"
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise VocabularyError(f"profiles/{path.name} cannot be used: {error}; correct the file") from error


def _local(term: object) -> str:
    return term.value.removeprefix(NAMESPACE) if isinstance(term, NamedNode) else ""
