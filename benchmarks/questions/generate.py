"""A large graph made of the open pages: their articles again and again, with other names, places and dates.

The pages of `examples/` and the open pages of `benchmarks/quality/` are read once. Each article of the large graph is
one of theirs in which

- the Länder have changed places, together with their bodies, and towns are others of their Land;
- an office in a body has one holder for four years; who is former held it in the four years before; a seat in a body
  other than a party has one, too; people of whom no page tells either have another name every few hundred articles;
- programmes, systems, laws, events and documents that few pages name are one of many versions (`ELFE 17`); those that
  many pages name stay as they are;
- organisations of towns are those of other towns; committees and the bodies of the Bund stay.

So what many open pages name is named by as large a share of the articles of the large graph, and what few name has many
of its kind. README.md sets the degrees of the two beside each other. Statements, offices and the timeline are made as a
build makes them. Quotes have the new names in them; their offsets are those of the page. The same count gives the same
graph.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from pyoxigraph import Quad

from govgraph import extract
from govgraph.model import (
    BASE,
    Article,
    ArticleRecord,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Office,
    Predicate,
    Status,
    article_iri,
    entity_iri,
)
from govgraph.rdf.articles import ArticleContext, article_quads, place_quads, role_iri
from govgraph.rdf.build import GraphOptions, _Known, _run_quads, run_iri
from govgraph.rdf.inferred import inferred_quads
from govgraph.rdf.reference import load_reference
from govgraph.rdf.timeline import timeline_quads
from govgraph.resolve import periods
from govgraph.vocabulary import Entry, load_vocabulary
from govgraph.vocabulary.identity import load_identity
from govgraph.vocabulary.resources import ontology_dir

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks" / "identity"))

from scale import _SURNAMES, _draw  # noqa: E402

_WORKS = frozenset(
    {
        EntityType.PROGRAMME,
        EntityType.SYSTEM,
        EntityType.SERVICE,
        EntityType.LAW,
        EntityType.EVENT,
        EntityType.DOCUMENT,
    }
)
_GENERAL = frozenset({"Committee", "WorkingGroup", "Commission", "Parliament", "Government"})
_GROUP = 150
"""Articles that one set of people whose office is not known occurs in, give or take."""
_COMMON = 5
"""Articles of the pages that name a work which all the world names, at least."""
_YEARS = 4
"""How long an office has one holder."""


def examples() -> list[Path]:
    """The pages of the demonstration."""
    return sorted((ROOT / "examples").glob("*.txt"))


def open_pages() -> list[Path]:
    """The pages that may be learnt from, those of the demonstration first."""
    return [*examples(), *sorted((ROOT / "benchmarks" / "quality" / "pages" / "open").glob("*.txt"))]


class Maker:
    """Makes articles and their quads.

    Args:
        count: How many articles.
        pages: What they are made of; None for all open pages.
    """

    def __init__(self, count: int, pages: Iterable[Path] | None = None) -> None:
        vocabulary = load_vocabulary(())
        self._count = count
        read = chain.from_iterable(extract(page).articles for page in (open_pages() if pages is None else pages))
        self._templates = list(islice(read, count))
        self._named = Counter(entity.id for one in self._templates for entity in one.entities)
        self._offices: Mapping[str, Office] = {
            each.person: each for one in self._templates for each in one.offices if each.organisation
        }
        self._seats: Mapping[str, str] = {fact.subject: fact.object for one in self._templates for fact in _seats(one)}
        self._first = sorted(vocabulary.words["first-names"])
        self._towns: dict[str | None, list[Entry]] = defaultdict(list)
        for entry in vocabulary.entries:
            if entry.type is EntityType.MUNICIPALITY and len(entry.jurisdictions) == 1 and entry.iri.startswith(BASE):
                self._towns[None].append(entry)
                self._towns[entry.jurisdictions[0]].append(entry)
        self._lands = sorted((one for one in vocabulary.entries if one.kind == "State"), key=lambda one: one.iri)
        self._place = {one.iri: at for at, one in enumerate(self._lands)}

    def articles(self) -> Iterator[ArticleRecord]:
        """The articles, in an order that does not change."""
        for number in range(self._count):
            yield self._varied(self._templates[number % len(self._templates)], number)

    def _varied(self, one: ArticleRecord, number: int) -> ArticleRecord:
        pick = int(hashlib.sha256(f"date {number}".encode()).hexdigest()[:8], 16)
        date = f"{2008 + pick % 18}-{pick // 18 % 12 + 1:02d}-{pick // 216 % 28 + 1:02d}"
        renamed = {
            entity.id: self._other(entity, number, place)
            for place, entity in enumerate(one.entities)
            if entity.type is not EntityType.PERSON
        }
        renamed |= self._people(one, {old: new.id for old, new in renamed.items()}, number, int(date[:4]))
        named = {entity.id: entity for entity in renamed.values()}
        ids = {old: new.id for old, new in renamed.items()}
        words = sorted(
            ((entity.name, renamed[entity.id].name) for entity in one.entities), key=lambda pair: -len(pair[0])
        )

        def moved(iri: str) -> str:
            return ids.get(iri, iri)

        def quotes(some: Sequence[Evidence]) -> tuple[Evidence, ...]:
            return tuple(replace(each, quote=_reworded(each.quote, words)) for each in some)

        title = f"{_reworded(one.article.title or '', words)} {number}"
        article: Article = replace(
            one.article,
            id=article_iri(date, title, one.article.text),
            title=title,
            date=date,
            page=f"p{number}",
            source=f"pages/p{number}.txt",
            url=f"https://example.org/{date}/{number}",
            authors=(),
        )
        offices = tuple(
            replace(
                each,
                person=moved(each.person),
                organisation=moved(each.organisation) if each.organisation else None,
                since=None,
                until=None,
                evidence=quotes(each.evidence),
            )
            for each in one.offices
        )
        facts = tuple(
            replace(
                each,
                subject=moved(each.subject),
                object=moved(each.object),
                speaker=moved(each.speaker) if each.speaker else None,
                evidence=quotes(each.evidence),
            )
            for each in one.facts
        )
        # a name that two of the template came to share is one thing
        facts = tuple(each for each in facts if each.subject != each.object)
        return ArticleRecord(article, tuple(named[iri] for iri in sorted(named)), offices, facts)

    def _people(
        self, one: ArticleRecord, bodies: Mapping[str, str], number: int, year: int
    ) -> Iterator[tuple[str, Entity]]:
        """Who the people of an article are in its place and year."""
        own = {each.person: each for each in one.offices if each.organisation}
        seats = {fact.subject: fact.object for fact in _seats(one)}
        seeds: Counter[str] = Counter()
        for entity in one.entities:
            if entity.type is not EntityType.PERSON:
                continue
            office = own.get(entity.id) or self._offices.get(entity.id)
            seat = seats.get(entity.id) or self._seats.get(entity.id)
            if office is None or office.organisation is None:
                place = seat and (bodies.get(seat) or self._moved(seat, number))
                seed = f"{entity.id} {place} {year // _YEARS}" if place else f"{entity.id} {number // _GROUP}"
            else:
                body = bodies.get(office.organisation) or self._moved(office.organisation, number)
                term = year // _YEARS - (office.status is Status.FORMER)
                seed = f"{office.role_id or office.role} {body} {term}"
            seeds[seed] += 1
            seed = f"{seed} {seeds[seed]}"
            name = f"{_draw(seed, self._first)} {_draw(seed + ' surname', _SURNAMES, 2.5)}"
            yield (
                entity.id,
                replace(entity, id=entity_iri("person", name), name=name, aliases=(), mentions=(), jurisdiction=None),
            )

    def _moved(self, iri: str, number: int) -> str:
        """The Land that stands for another; whatever else there is, as it is."""
        if iri not in self._place:
            return iri
        return self._lands[(self._place[iri] + number // len(self._templates)) % len(self._lands)].iri

    def _other(self, entity: Entity, number: int, place: int) -> Entity:
        if entity.id in self._place:
            land = self._lands[self._place[self._moved(entity.id, number)]]
            return replace(entity, id=land.iri, name=land.name, aliases=(), mentions=())
        if entity.type is EntityType.JURISDICTION:
            return entity
        towns = self._towns.get(entity.jurisdiction) or self._towns[None]
        town = towns[(number // 7 + place * 131) % len(towns)]
        if entity.type is EntityType.MUNICIPALITY:
            return Entity(town.iri, town.name, town.type, (), (), town.kind, town.jurisdictions[0])
        jurisdiction, name = entity.jurisdiction, entity.name
        if entity.type in _WORKS:
            if self._named[entity.id] < _COMMON:
                version = int(hashlib.sha256(f"{entity.id} {number}".encode()).hexdigest()[:8], 16)
                name = f"{name} {version % max(1, self._count // len(self._templates) // _COMMON)}"
        elif entity.kind not in _GENERAL and jurisdiction in self._place:
            jurisdiction = self._moved(jurisdiction, number)
            name = f"{name} {self._lands[self._place[jurisdiction]].name}"
        elif entity.kind not in _GENERAL and jurisdiction is not None and not jurisdiction.endswith("/bund"):
            jurisdiction, name = town.iri, f"{name} {town.name}"
        if name == entity.name:
            return entity
        kind = str(entity.type).lower()
        return replace(entity, id=entity_iri(kind, name), name=name, aliases=(), mentions=(), jurisdiction=jurisdiction)

    def quads(self) -> Iterator[Quad]:
        """Quads of the whole graph, graph by graph; conflicts and suggestions are not made."""
        options = GraphOptions()
        reference = load_reference(ontology_dir())
        context = ArticleContext(options.base, run_iri(options), _Known(reference, options.base))
        articles = []
        names: set[str] = set()
        for one in self.articles():
            yield from article_quads(one, context)
            yield from place_quads(one.article)
            names.update(entity.id for entity in one.entities)
            names.update(entity.jurisdiction for entity in one.entities if entity.jurisdiction)
            names.update(role_iri(office, options.base) for office in one.offices)
            # what is made of all articles together hangs on their offices
            articles.append(replace(one, article=replace(one.article, text=""), entities=(), facts=()))
        yield from reference.quads(sorted(names), options.base)
        yield from inferred_quads(articles, options.base)
        yield from timeline_quads(periods(articles, load_identity(()).single), options.base)
        yield from _run_quads(articles, run_iri(options), options)


def _seats(one: ArticleRecord) -> Iterator[Fact]:
    """Who sits where; a party is no body with seats."""
    kinds = {entity.id: entity.kind for entity in one.entities}
    return (
        fact
        for fact in one.facts
        if fact.predicate in (Predicate.MEMBER_OF, Predicate.CHAIRS) and kinds[fact.object] != "Party"
    )


def _reworded(text: str, words: Sequence[tuple[str, str]]) -> str:
    for old, new in words:
        if old != new and old in text:
            text = text.replace(old, new)
    return text
