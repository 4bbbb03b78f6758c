"""Other IRIs for the things of an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from govgraph.model import ArticleRecord, Entity, Evidence, Fact, Office


def rename(one: ArticleRecord, new: Mapping[str, str]) -> ArticleRecord:
    """Give things other IRIs; what becomes equal is joined, and a fact about a thing and itself is dropped.

    Args:
        one: An article with what was read from it.
        new: Old IRI → new IRI, of entities and jurisdictions; all others stay.
    """
    if not new:
        return one

    def iri(old: str) -> str:
        return new.get(old, old)

    def some(old: str | None) -> str | None:
        return None if old is None else iri(old)

    offices = (
        replace(office, person=iri(office.person), organisation=some(office.organisation)) for office in one.offices
    )
    facts = (
        replace(
            fact,
            subject=iri(fact.subject),
            object=iri(fact.object),
            speaker=some(fact.speaker),
        )
        for fact in one.facts
    )
    return replace(
        one,
        entities=_join_entities(
            replace(entity, id=iri(entity.id), jurisdiction=some(entity.jurisdiction)) for entity in one.entities
        ),
        offices=join_offices(offices),
        facts=_join_facts(fact for fact in facts if fact.subject != fact.object),
    )


def _join_entities(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    joined: dict[str, Entity] = {}
    for entity in entities:
        first = joined.get(entity.id)
        if first is not None:
            name = max((first.name, entity.name), key=lambda word: (len(word.split()), len(word), word))
            forms = {*first.aliases, *entity.aliases, first.name, entity.name} - {name}
            # a programme that is a system after all is one
            own = entity if _says_type(entity) else first
            entity = replace(
                first,
                type=own.type,
                kind=own.kind,
                name=name,
                aliases=tuple(sorted(forms)),
                mentions=tuple(sorted({*first.mentions, *entity.mentions})),
                jurisdiction=first.jurisdiction or entity.jurisdiction,
            )
        joined[entity.id] = entity
    return tuple(joined.values())


def _says_type(entity: Entity) -> bool:
    """Whether an IRI says the type that its thing has."""
    return entity.id.rpartition("/")[0].endswith(f"/{entity.type.lower()}")


def join_offices(offices: Iterable[Office]) -> tuple[Office, ...]:
    """Offices, each once: what differs in confidence and evidence alone is one."""
    joined: dict[Office, Office] = {}
    for office in offices:
        key = replace(office, confidence=0.0, evidence=(), rule="")
        first = joined.get(key, office)
        joined[key] = replace(
            first, confidence=max(first.confidence, office.confidence), evidence=_both(first.evidence, office.evidence)
        )
    return tuple(joined.values())


def _join_facts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    joined: dict[Fact, Fact] = {}
    for fact in facts:
        key = replace(fact, confidence=0.0, evidence=(), rule="")
        first = joined.get(key, fact)
        joined[key] = replace(
            first, confidence=max(first.confidence, fact.confidence), evidence=_both(first.evidence, fact.evidence)
        )
    return tuple(joined.values())


def _both(left: tuple[Evidence, ...], right: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(sorted({*left, *right}))
