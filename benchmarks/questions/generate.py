"""A large graph made of the example pages: their articles again and again, with other names, places and dates.

The pages of `examples/` are read once. Each article of the large graph is one of theirs in which

- the Länder have changed places, and towns are others of the reference data;
- people have names drawn by office, group and four years, so that a person occurs in some dozens of articles, and names
  meet by chance as they do;
- programmes, systems, laws, events and documents are one of many versions (`ELFE 17`), one in ten is left as it is,
  so that there are things that many articles name and things that few do;
- organisations are those of other towns, but for committees and the bodies of the Bund, which stay: these, the Länder
  and the Bund are what very many articles name.

Statements, offices and the timeline are then made as a build makes them. Quotes have the new names in them; their
offsets are those of the page. The same count gives the same graph.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pyoxigraph import Quad

from govgraph import extract
from govgraph.model import BASE, Article, ArticleRecord, Entity, EntityType, Evidence, article_iri, entity_iri
from govgraph.rdf.articles import ArticleContext, article_quads, place_quads, role_iri
from govgraph.rdf.build import GraphOptions, _Known, _run_quads, run_iri
from govgraph.rdf.inferred import inferred_quads
from govgraph.rdf.reference import load_reference
from govgraph.rdf.timeline import timeline_quads
from govgraph.resolve import periods
from govgraph.vocabulary import load_vocabulary
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
"""Articles that one set of people, and one version of the works, occurs in, give or take."""


def templates() -> list[ArticleRecord]:
    """Articles of the example pages, as they are read."""
    pages = sorted((ROOT / "examples").glob("*.txt"))
    return [one for page in pages for one in extract(page).articles if one.facts or one.offices]


class Maker:
    """Makes articles and their quads.

    Args:
        count: How many articles.
    """

    def __init__(self, count: int) -> None:
        vocabulary = load_vocabulary(())
        self._count = count
        self._templates = templates()
        self._first = sorted(vocabulary.words["first-names"])
        self._towns = [
            one
            for one in vocabulary.entries
            if one.type is EntityType.MUNICIPALITY and len(one.jurisdictions) == 1 and one.iri.startswith(BASE)
        ]
        self._lands = sorted((one for one in vocabulary.entries if one.kind == "State"), key=lambda one: one.iri)
        self._place = {one.iri: at for at, one in enumerate(self._lands)}

    def articles(self) -> Iterator[ArticleRecord]:
        """The articles, in an order that does not change."""
        for number in range(self._count):
            yield self._varied(self._templates[number % len(self._templates)], number)

    def _varied(self, one: ArticleRecord, number: int) -> ArticleRecord:
        pick = int(hashlib.sha256(f"date {number}".encode()).hexdigest()[:8], 16)
        date = f"{2008 + pick % 18}-{pick // 18 % 12 + 1:02d}-{pick // 216 % 28 + 1:02d}"
        renamed = {entity.id: self._other(entity, number, date, place) for place, entity in enumerate(one.entities)}
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

    def _other(self, entity: Entity, number: int, date: str, place: int) -> Entity:
        group = number // _GROUP
        if entity.type is EntityType.PERSON:
            seed = f"{entity.id} {group} {int(date[:4]) // 4}"
            name = f"{_draw(seed, self._first)} {_draw(seed + ' surname', _SURNAMES, 2.5)}"
            return replace(entity, id=entity_iri("person", name), name=name, aliases=(), mentions=(), jurisdiction=None)
        if entity.id in self._place:
            land = self._lands[(self._place[entity.id] + number // len(self._templates)) % len(self._lands)]
            return replace(entity, id=land.iri, name=land.name, aliases=(), mentions=())
        if entity.type is EntityType.JURISDICTION:
            return entity
        town = self._towns[(number // 7 + place * 131) % len(self._towns)]
        if entity.type is EntityType.MUNICIPALITY:
            return Entity(town.iri, town.name, town.type, (), (), town.kind, town.jurisdictions[0])
        jurisdiction = entity.jurisdiction
        if jurisdiction in self._place:
            jurisdiction = town.jurisdictions[0]
        if entity.type in _WORKS:
            version = int(hashlib.sha256(f"{entity.id} {number}".encode()).hexdigest()[:8], 16)
            name = entity.name if version % 10 == 0 else f"{entity.name} {version % max(1, self._count // _GROUP)}"
        else:
            stays = entity.kind in _GENERAL or entity.jurisdiction is None or entity.jurisdiction.endswith("/bund")
            name = entity.name if stays else f"{entity.name} {town.name}"
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


def _reworded(text: str, words: Sequence[tuple[str, str]]) -> str:
    for old, new in words:
        if old != new and old in text:
            text = text.replace(old, new)
    return text
