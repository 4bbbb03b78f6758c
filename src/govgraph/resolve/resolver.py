"""Which entities of several articles are one.

Thin on purpose: the same IRI is the same thing, and a person known by surname only joins the one person with a
full name who fits. Two full names are never joined; a doubt keeps things apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from govgraph.model import ArticleRecord, Entity, EntityType, Evidence, Fact, Office, Record, digest, slug


@dataclass(frozen=True, slots=True)
class _Ties:
    """What a person can be recognised by: IRIs of jurisdictions, and pairs of role and organisation."""

    jurisdictions: frozenset[str]
    offices: frozenset[tuple[str, str]]

    def meets(self, other: _Ties) -> bool:
        return bool(self.jurisdictions & other.jurisdictions or self.offices & other.offices)

    def joined(self, other: _Ties) -> _Ties:
        return _Ties(self.jurisdictions | other.jurisdictions, self.offices | other.offices)


@dataclass(frozen=True, slots=True)
class _Canonical:
    """Name and class that every record gives one IRI."""

    name: str
    kind: str


def resolve(records: Sequence[Record]) -> tuple[Record, ...]:
    """Give the same thing the same IRI, name and class in all records.

    A person whose name is one word joins the person with a full name and that surname who shares a jurisdiction, or
    role and organisation of an office, if there is exactly one; otherwise the person stays apart, under an IRI that
    ends in the digest of the article. Offices and facts follow; those that become equal are joined, and a fact
    about a thing and itself is dropped.

    Args:
        records: Records of one graph, in any order.

    Returns:
        The records in the order given. What one of them becomes depends on the set of records, not on their order,
        and resolving again changes nothing.
    """
    articles = [one for record in records for one in record.articles]
    surnames = _people_by_surname(articles)
    renamed = [rename(one, _new_ids(one, surnames)) for one in articles]
    canonical = _canonical(renamed)
    titles = _titles(renamed)
    done = iter([_with_titles(_with_names(one, canonical), titles) for one in renamed])
    return tuple(replace(record, articles=tuple(next(done) for _ in record.articles)) for record in records)


def _people_by_surname(articles: Iterable[ArticleRecord]) -> dict[str, dict[str, _Ties]]:
    """Folded surname → IRI of a person with a full name → all ties of that person."""
    people: dict[str, dict[str, _Ties]] = defaultdict(dict)
    for one in articles:
        ties = _ties(one)
        for entity in one.entities:
            words = entity.name.split()
            if entity.type is EntityType.PERSON and len(words) > 1:
                known = people[words[-1].casefold()]
                known[entity.id] = ties[entity.id].joined(known.get(entity.id, _Ties(frozenset(), frozenset())))
    return people


def _ties(one: ArticleRecord) -> dict[str, _Ties]:
    places = {
        entity.id: entity.id if entity.type is EntityType.JURISDICTION else entity.jurisdiction
        for entity in one.entities
    }
    held: dict[str, list[Office]] = defaultdict(list)
    for office in one.offices:
        held[office.person].append(office)
    ties = {}
    for entity in one.entities:
        if entity.type is EntityType.PERSON:
            offices = [(office.role, office.organisation) for office in held[entity.id] if office.organisation]
            near = {entity.jurisdiction, *(places.get(body) for _, body in offices)}
            ties[entity.id] = _Ties(frozenset(place for place in near if place), frozenset(offices))
    return ties


def _new_ids(one: ArticleRecord, surnames: Mapping[str, Mapping[str, _Ties]]) -> dict[str, str]:
    """Old IRI → new IRI, for the persons of an article who are known by one word only."""
    ties = _ties(one)
    new = {}
    for entity in one.entities:
        if entity.type is EntityType.PERSON and len(entity.name.split()) == 1:
            people = surnames.get(entity.name.casefold(), {})
            fitting = [iri for iri, known in people.items() if known.meets(ties[entity.id])]
            new[entity.id] = fitting[0] if len(fitting) == 1 else _apart(entity, one.article.id)
    return {old: iri for old, iri in new.items() if old != iri}


def _apart(entity: Entity, article: str) -> str:
    kind = entity.id.rpartition("/")[0]
    return f"{kind}/{slug(entity.name)}-{digest(article)}"


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
        offices=_join_offices(offices),
        facts=_join_facts(fact for fact in facts if fact.subject != fact.object),
    )


def _join_entities(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    joined: dict[str, Entity] = {}
    for entity in entities:
        first = joined.get(entity.id)
        if first is not None:
            name = max((first.name, entity.name), key=lambda word: (len(word.split()), len(word), word))
            forms = {*first.aliases, *entity.aliases, first.name, entity.name} - {name}
            entity = replace(
                first,
                name=name,
                aliases=tuple(sorted(forms)),
                mentions=tuple(sorted({*first.mentions, *entity.mentions})),
                jurisdiction=first.jurisdiction or entity.jurisdiction,
            )
        joined[entity.id] = entity
    return tuple(joined.values())


def _join_offices(offices: Iterable[Office]) -> tuple[Office, ...]:
    joined: dict[Office, Office] = {}
    for office in offices:
        key = replace(office, confidence=0.0, evidence=())
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


def _canonical(articles: Iterable[ArticleRecord]) -> dict[str, _Canonical]:
    """One name and class for each IRI: most words, then named so most often; the closest class, then most often."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for one in articles:
        for entity in one.entities:
            names[entity.id][entity.name] += 1
            kinds[entity.id][entity.kind] += 1
    coarse = set(EntityType)
    canonical = {}
    for iri, counted in names.items():
        name = max(counted, key=lambda form: (len(form.split()), counted[form], len(form), form.swapcase()))
        seen = kinds[iri]
        kind = max(seen, key=lambda form: (form not in coarse, seen[form], form))
        canonical[iri] = _Canonical(name, kind)
    return canonical


def _with_names(one: ArticleRecord, canonical: Mapping[str, _Canonical]) -> ArticleRecord:
    entities = tuple(_with_name(entity, canonical[entity.id]) for entity in one.entities)
    return one if entities == one.entities else replace(one, entities=entities)


def _with_name(entity: Entity, best: _Canonical) -> Entity:
    if entity.name == best.name:
        return entity if entity.kind == best.kind else replace(entity, kind=best.kind)
    aliases = tuple(sorted({*entity.aliases, entity.name} - {best.name}))
    return replace(entity, name=best.name, kind=best.kind, aliases=aliases)


def _titles(articles: Iterable[ArticleRecord]) -> dict[str, str]:
    """One spelling for each title that the ontology does not list, by slug: their roles are named by it."""
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for one in articles:
        for office in one.offices:
            if office.role_id is None:
                spelt[slug(office.role)][office.role] += 1
    return {key: max(counted, key=lambda title: (counted[title], title.swapcase())) for key, counted in spelt.items()}


def _with_titles(one: ArticleRecord, titles: Mapping[str, str]) -> ArticleRecord:
    offices = tuple(
        office if office.role_id else replace(office, role=titles[slug(office.role)]) for office in one.offices
    )
    return one if offices == one.offices else replace(one, offices=_join_offices(offices))
