"""FollowTheMoney: one entity on each line, in the schemata that `ontology/profiles/ftm.json` maps classes to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pyoxigraph import NamedNode

from govgraph.export.profiles.heads import Heads
from govgraph.export.profiles.holding import Lookup, plain
from govgraph.export.profiles.reading import Held, Reader, Relation, Thing, mapping, nearest
from govgraph.export.rdf import base_of
from govgraph.model import BASE, digest
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.schema import load_schema

_ID: Final = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")
_TAGS: Final = {"de": "deu", "en": "eng"}
_REFERENCES: Final = frozenset({"member", "organization", "participant", "project", "holder", "post", "proof"})
_QID: Final = re.compile(r"Q[1-9][0-9]*")


def ftm(store: GraphReader) -> bytes:
    """FollowTheMoney entities as JSON lines, by id: things, positions, who held them, memberships, articles."""
    graph = Lookup(plain(store))
    writer = _Writer(Reader(graph), graph)
    base = base_of(store)
    named = [_named(entity, base) for entity in writer.entities()]
    entities = {entity["id"]: entity for entity in named}
    lines = (json.dumps(entities[one], ensure_ascii=False, sort_keys=True) for one in sorted(entities))
    return "".join(f"{_one_line(line)}\n" for line in lines).encode()


def entity_id(iri: str, base: str = BASE) -> str:
    """Id of a thing: kind and slug of its IRI, or a digest for a thing of another base.

    >>> entity_id("https://w3id.org/govgraph/id/person/denis-alt")
    'person-denis-alt'
    """
    kind, _, name = iri.removeprefix(f"{base}/").partition("/")
    short = f"{kind}-{name}"
    return short if kind in ns.KINDS and _ID.fullmatch(short) else f"thing-{digest(iri)}"


def _named(entity: dict[str, Any], base: str) -> dict[str, Any]:
    """The entity with ids in the place of IRIs."""
    properties = {
        key: [entity_id(one, base) for one in values] if key in _REFERENCES else values
        for key, values in entity["properties"].items()
    }
    own = entity["id"]
    return {**entity, "id": entity_id(own, base) if "/" in own else own, "properties": properties}


class _Writer:
    """Makes entities of values."""

    def __init__(self, reader: Reader, graph: Lookup) -> None:
        self._reader = reader
        self._graph = graph
        self._mapping = mapping("ftm")
        self._schemata = nearest(load_schema(), self._mapping["schemata"])

    def entities(self) -> Iterator[dict[str, Any]]:
        """All entities, in no promised order."""
        known: dict[str, str] = {}
        for thing in self._reader.things():
            schema = next((self._schemata[kind] for kind in thing.kinds if kind in self._schemata), None)
            if schema is not None:
                known[thing.iri] = schema
                yield _thing(thing, schema)
        bodies = self._mapping["ranges"]["organization"]
        posts = set()
        for post in self._reader.posts():
            if known.get(post.body) in bodies:
                posts.add(post.iri)
                yield _entity(post.iri, "Position", name=[post.name], organization=[post.body])
        told = []
        for held in self._reader.held():
            if known.get(held.holder) == "Person" and held.post in posts:
                told.append(held)
                yield _occupancy(held)
        heads = Heads(self._graph, told)
        for relation in self._reader.relations(
            [key.removeprefix("gov:") for key in sorted(self._mapping["relations"])]
        ):
            if not heads.told(relation):
                yield from self._relation(relation, known, heads)
        for article in self._graph.nodes(ns.gov("Article")):
            yield self._article(article)

    def _relation(self, one: Relation, known: Mapping[str, str], heads: Heads) -> Iterator[dict[str, Any]]:
        how, ranges = self._mapping["relations"][f"gov:{one.predicate}"], self._mapping["ranges"]
        ends = ((how["subject"], one.subject), (how["object"], one.object))
        if all(known.get(iri) in ranges[name] for name, iri in ends):
            own = f"{one.predicate}-{digest(f'{one.subject} {one.object}')}"
            parts = {name: [iri] for name, iri in ends}
            yield _entity(own, how["schema"], role=[how["role"] or heads.title(one)], proof=list(one.articles), **parts)

    def _article(self, node: NamedNode) -> dict[str, Any]:
        headline = self._graph.text(node, ns.HEADLINE)
        date, tag = self._graph.text(node, ns.DATE_PUBLISHED), self._graph.text(node, ns.IN_LANGUAGE)
        url = self._graph.text(node, ns.URL) or ""
        language = [_TAGS[tag]] if tag in _TAGS else []
        return _entity(
            node.value,
            "Article",
            title=[headline] if headline else [],
            publishedAt=[date] if date else [],
            language=language,
            sourceUrl=[url] if url.startswith(("http://", "https://")) else [],
        )


def _thing(one: Thing, schema: str) -> dict[str, Any]:
    wikidata = [same.removeprefix(ns.WIKIDATA) for same in one.same if same.startswith(ns.WIKIDATA)]
    sites = [] if schema == "Project" else [f"https://{host}" for host in one.hosts]
    ids = [each for each in wikidata if _QID.fullmatch(each)]
    return _entity(one.iri, schema, name=[one.name], alias=list(one.aliases), wikidataId=ids, website=sites)


def _occupancy(one: Held) -> dict[str, Any]:
    over = one.over or one.end is not None
    return _entity(
        one.iri,
        "Occupancy",
        holder=[one.holder],
        post=[one.post],
        startDate=[one.start] if one.start else [],
        endDate=[one.end] if one.end else [],
        status=["ended"] if over else [],
        proof=list(one.articles),
    )


def _entity(iri: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    filled = {key: values for key, values in properties.items() if values}
    return {"id": iri, "schema": schema, "properties": filled}


def _one_line(line: str) -> str:
    # what some readers take for the end of a line
    return line.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
