"""Popolo: persons, organizations, posts, memberships and areas in one JSON document."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any, Final

from govgraph.export.profiles.heads import Heads
from govgraph.export.profiles.holding import Lookup, plain
from govgraph.export.profiles.reading import AREAS, BODIES, Held, Post, Reader, Relation, Thing, mapping
from govgraph.model import EntityType, digest
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.schema import load_schema

_WIKIDATA: Final = ns.WIKIDATA


def popolo(store: GraphReader) -> bytes:
    """Popolo JSON. A body that is an area too (a Land, a town) stands among both, with one id.

    Memberships are periods in posts, and plain memberships and chairs without dates, these
    only where no period says the same. A period that is over on a day
    that nothing tells stays out, since Popolo would call it current.
    """
    graph = Lookup(plain(store))
    reader = Reader(graph)
    things = list(reader.things())
    people: set[str | None] = {one.iri for one in things if one.type is EntityType.PERSON}
    bodies: set[str | None] = {one.iri for one in things if one.type in BODIES}
    areas: set[str | None] = {one.iri for one in things if one.type in AREAS}
    posts = [one for one in reader.posts() if one.body in bodies]
    named = {one.iri for one in posts}
    roles: dict[str, str] = {
        key.removeprefix("gov:"): str(word) for key, word in mapping("popolo")["memberships"].items()
    }
    times = [
        one
        for one in reader.held()
        if one.holder in people and one.body in bodies and one.post in named and not one.over
    ]
    heads = Heads(graph, times)
    memberships = [_held(one) for one in times]
    memberships += [
        _related(one, roles[one.predicate] or heads.title(one), people)
        for one in reader.relations(sorted(roles))
        if one.object in bodies and one.subject in people | bodies and not heads.told(one)
    ]
    document = {
        "areas": [_area(one, areas) for one in things if one.iri in areas],
        "memberships": sorted(memberships, key=lambda one: str(one["id"])),
        "organizations": [_organization(one, bodies, areas) for one in things if one.iri in bodies],
        "persons": [_common(one) for one in things if one.iri in people],
        "posts": [_post(one, areas) for one in posts],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _common(one: Thing) -> dict[str, Any]:
    wikidata = [same.removeprefix(_WIKIDATA) for same in one.same if same.startswith(_WIKIDATA)]
    return _filled(
        {
            "id": one.iri,
            "name": one.name,
            "other_names": [{"name": alias} for alias in one.aliases],
            "identifiers": [{"scheme": "wikidata", "identifier": each} for each in wikidata],
        }
    )


def _organization(one: Thing, bodies: Collection[str | None], areas: Collection[str | None]) -> dict[str, Any]:
    return _filled(
        {
            **_common(one),
            "classification": load_schema().label(one.kinds[0], "de"),
            "parent_id": one.within if one.within in bodies else None,
            "area_id": one.iri if one.iri in areas else one.area if one.area in areas else None,
            "founding_date": one.founded,
            "links": [{"url": f"https://{host}"} for host in one.hosts],
        }
    )


def _area(one: Thing, areas: Collection[str | None]) -> dict[str, Any]:
    return _filled(
        {
            "id": one.iri,
            "name": one.name,
            "classification": load_schema().label(one.kinds[0], "de"),
            "parent_id": one.area if one.area in areas and one.area != one.iri else None,
        }
    )


def _post(one: Post, areas: Collection[str | None]) -> dict[str, Any]:
    return _filled(
        {
            "id": one.iri,
            "label": one.name,
            "role": one.role,
            "organization_id": one.body,
            "area_id": one.body if one.body in areas else None,
        }
    )


def _held(one: Held) -> dict[str, Any]:
    return _filled(
        {
            "id": one.iri,
            "role": one.role,
            "person_id": one.holder,
            "organization_id": one.body,
            "post_id": one.post,
            "start_date": one.start,
            "end_date": one.end,
        }
    )


def _related(one: Relation, role: str, people: Collection[str | None]) -> dict[str, Any]:
    member = "person_id" if one.subject in people else "member_id"
    own = f"{one.predicate}-{digest(f'{one.subject} {one.object}')}"
    return {"id": own, "role": role, member: one.subject, "organization_id": one.object}


def _filled(parts: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in parts.items() if value not in (None, "", [])}
