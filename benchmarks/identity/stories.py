"""Stories: short series of articles with what a careful reader knows after all of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from govgraph.model import (
    Article,
    ArticleRecord,
    Entity,
    EntityType,
    Evidence,
    Genre,
    Mention,
    Office,
    Record,
    Status,
    article_iri,
    entity_iri,
    slug,
)
from govgraph.vocabulary import load_vocabulary

FOLDER = Path(__file__).parent / "stories"
SETS = ("open", "set-aside")

Key = tuple[str, str]
"""IRI of an article and IRI that its reading gave to somebody or something."""


@dataclass(frozen=True, slots=True)
class Story:
    """One story.

    Attributes:
        name: Name of its folder.
        folder: Where it lies.
        articles: As its annotation tells them.
        timeline: Rows of the annotation.
        contradictions: What articles contradict each other in.
        people: Anchor of each person in each article → key of the person.
        bodies: Anchor of each body in each article → key of the body.
    """

    name: str
    folder: Path
    articles: tuple[ArticleRecord, ...]
    timeline: tuple[dict[str, Any], ...]
    contradictions: tuple[dict[str, Any], ...]
    people: dict[Key, str]
    bodies: dict[Key, str]


def stories(which: str) -> list[Story]:
    """All stories of a set, by name."""
    return [_story(folder) for folder in sorted((FOLDER / which).iterdir()) if (folder / "story.json").is_file()]


def records(some: list[Story]) -> tuple[Record, ...]:
    """What the annotations say, as if it had been read."""
    return tuple(Record(one.article.page, one.article.source, (one,)) for story in some for one in story.articles)


def _story(folder: Path) -> Story:
    told = json.loads((folder / "story.json").read_text(encoding="utf-8"))
    people: dict[Key, str] = {}
    bodies: dict[Key, str] = {}
    houses = _houses(told["articles"])
    articles = tuple(_article(folder, one, houses, people, bodies) for one in told["articles"])
    return Story(
        folder.name, folder, articles, tuple(told["timeline"]), tuple(told.get("contradictions", ())), people, bodies
    )


def _houses(articles: list[dict[str, Any]]) -> dict[str, Entity]:
    """Key of a body → the body: that of the reference data if one of its names stands there, else by its first name.

    Whether two names are those of one body is left to whoever reads the pages; here it is told.
    """
    found: dict[str, Entity] = {}
    for article in articles:
        for one in article["bodies"]:
            thing = body(one["name"], one["jurisdiction"])
            former = found.get(one["key"])
            if former is None or (
                thing.id in load_vocabulary(()).by_iri and former.id not in load_vocabulary(()).by_iri
            ):
                found[one["key"]] = thing
    return found


def _article(
    folder: Path, told: dict[str, Any], houses: dict[str, Entity], people: dict[Key, str], bodies: dict[Key, str]
) -> ArticleRecord:
    path = folder / f"{told['page']}.txt"
    text = path.read_text(encoding="utf-8")
    title = text.split("\n", 1)[0]
    iri = article_iri(told["date"], title, text)
    # two of one name in one article are told apart by their keys, as a reader would by their offices
    slugs = [slug(one["name"]) for one in told["people"]]
    ids = {
        one["key"]: entity_iri("person", one["name"] if slugs.count(name) == 1 else f"{one['name']} {one['key']}")
        for one, name in zip(told["people"], slugs, strict=True)
    }
    people |= {(iri, ids[one["key"]]): one["key"] for one in told["people"]}
    things = {one["key"]: houses[one["key"]] for one in told["bodies"]}
    bodies |= {(iri, thing.id): key for key, thing in things.items()}
    entities = {
        ids[one["key"]]: Entity(
            ids[one["key"]],
            one["name"],
            EntityType.PERSON,
            tuple(sorted(one["aliases"])),
            _mentions(text, one["name"]),
            "Person",
        )
        for one in told["people"]
    }
    for thing in things.values():
        entities[thing.id] = thing
        if thing.jurisdiction:
            land = known("", None, thing.jurisdiction)
            entities.setdefault(land.id, land)
    offices = tuple(_office(one, ids, things, text) for one in told["offices"])
    article = Article(
        iri, f"{folder.name}-{told['page']}", str(path), 0, text, 0, title, None, told["date"], Genre.NEWS, (), ()
    )
    return ArticleRecord(article, tuple(entities[one] for one in sorted(entities)), offices, ())


def _mentions(text: str, name: str) -> tuple[Mention, ...]:
    start = text.find(name)
    return (Mention(start, start + len(name), name),) if start >= 0 else ()


def _office(told: dict[str, Any], ids: dict[str, str], things: dict[str, Entity], text: str) -> Office:
    role_id, title = _role(told["role"])
    start = text.index(told["quote"])
    return Office(
        person=ids[told["person"]],
        role=title,
        role_id=role_id,
        organisation=things[told["body"]].id if told["body"] else None,
        status=Status(told["status"]),
        since=told["from"],
        until=told["to"],
        confidence=1.0,
        evidence=(Evidence(start, start + len(told["quote"]), told["quote"]),),
        rule="annotated",
    )


def role_key(title: str) -> str:
    """What a period calls a role."""
    iri, name = _role(title)
    return iri or slug(name)


@lru_cache(maxsize=1)
def _roles() -> dict[str, tuple[str, str]]:
    return {form: (role.iri, role.name) for role in load_vocabulary(()).roles for form in (role.name, *role.forms)}


def _role(title: str) -> tuple[str | None, str]:
    found = _roles().get(title)
    return found if found else (None, title)


@lru_cache(maxsize=1)
def _entries() -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for entry in load_vocabulary(()).entries:
        for form in {entry.name, *entry.labels, *entry.hidden, *entry.abbreviations}:
            found.setdefault(form, []).append(entry)
    return found


def body(name: str, land: str | None) -> Entity:
    """The body that a name means in a Land, as a reader would name it."""
    place = known("", None, _land(land)) if land else None
    fitting = [
        one
        for one in _entries().get(name, ())
        if one.type in (EntityType.ORGANISATION, EntityType.JURISDICTION, EntityType.MUNICIPALITY)
        and (place is None or place.id in one.jurisdictions or one.iri == place.id)
    ]
    if fitting:
        best = min(fitting, key=lambda one: (one.name != name, one.type is not EntityType.JURISDICTION, one.iri))
        return known(name, place.id if place else None, best.iri)
    whole = name if " " in name or place is None else f"{name} {place.name}"
    return Entity(
        entity_iri("organisation", whole),
        name,
        EntityType.ORGANISATION,
        (),
        (),
        "Organisation",
        place.id if place else None,
    )


def _land(name: str) -> str:
    lands = [one for one in _entries().get(name, ()) if one.type is EntityType.JURISDICTION]
    if not lands:
        raise ValueError(f"no Land {name!r}")
    return str(lands[0].iri)


def known(name: str, land: str | None, iri: str) -> Entity:
    """Entity of the reference data."""
    entry = load_vocabulary(()).by_iri[iri]
    return Entity(iri, entry.name or name, entry.type, (), (), entry.kind, land if land != iri else None)


def pages(some: list[Story]) -> Iterator[Path]:
    """Files of the articles."""
    for story in some:
        yield from (Path(one.article.source) for one in story.articles)
