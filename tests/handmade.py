"""Records and reference data made by hand, for tests of everything that comes after reading."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from govgraph.model import (
    BASE,
    Article,
    ArticleRecord,
    Block,
    BlockKind,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Genre,
    Mention,
    Modality,
    Office,
    Predicate,
    Record,
    Status,
    article_iri,
    entity_iri,
)

ONTOLOGY = Path(__file__).resolve().parents[1] / "ontology"

REFERENCE = {
    "jurisdictions.ttl": """
        <jurisdiction/hessen> a gov:State ; skos:prefLabel "Hessen"@de ; skos:altLabel "Land Hessen"@de ;
            gov:abbreviation "HE" ; gov:capital <municipality/wiesbaden> ; owl:sameAs wd:Q1199 ;
            dcterms:source gov:SeenInPublication .
        <jurisdiction/rheinland-pfalz> a gov:State ; skos:prefLabel "Rheinland-Pfalz"@de ; gov:abbreviation "RLP" .
        <jurisdiction/saarland> a gov:State ; skos:prefLabel "Saarland"@de .
    """,
    "bodies.ttl": """
        <organisation/it-planungsrat> a gov:Committee ; skos:prefLabel "IT-Planungsrat"@de ;
            gov:abbreviation "IT-PLR" ; dcterms:source gov:SeenInPublication .
        <organisation/standardisierungsboard> a gov:Committee ; skos:prefLabel "Standardisierungsboard"@de ;
            gov:partOf <organisation/it-planungsrat> ; dcterms:source gov:SeenInPublication .
        <organisation/digitalministerium-hessen> a gov:Ministry ; skos:prefLabel "Hessisches Digitalministerium"@de ;
            gov:jurisdiction <jurisdiction/hessen> ; gov:successor <organisation/unseen> .
        <organisation/unseen> a gov:Ministry ; skos:prefLabel "Nie genannt"@de .
    """,
    "programmes.ttl": """
        <law/onlinezugangsgesetz> a gov:Law ; skos:prefLabel "Onlinezugangsgesetz"@de ; gov:abbreviation "OZG" .
    """,
    "municipalities.ttl": """
        <municipality/wiesbaden> a gov:Municipality ; skos:prefLabel "Wiesbaden"@de ;
            gov:jurisdiction <jurisdiction/hessen> ; gov:population 283083 .
    """,
    "roles.ttl": """
        <scheme/roles> a skos:ConceptScheme ; skos:prefLabel "Rollen"@de .
        <role/leitung-it> a skos:Concept, gov:Role ; skos:prefLabel "Leitung der IT"@de ; skos:inScheme <scheme/roles> .
        <role/cio> a skos:Concept, gov:Role ; skos:prefLabel "CIO"@de , "Chief Information Officer"@en ;
            skos:altLabel "Landes-CIO"@de ; skos:broader <role/leitung-it> ; skos:inScheme <scheme/roles> .
        <role/digitalminister> a skos:Concept, gov:Role ; skos:prefLabel "Digitalminister"@de ;
            gov:feminineLabel "Digitalministerin"@de ; skos:inScheme <scheme/roles> .
    """,
}

_HEAD = f"""
@base <{BASE}/> .
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""


def small_ontology(folder: Path) -> Path:
    """An ontology folder with the real schema and shapes and a handful of reference things."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("govgraph.ttl", "shapes.ttl", "context.jsonld"):
        shutil.copy(ONTOLOGY / name, folder / name)
    for name, body in REFERENCE.items():
        (folder / name).write_text(_HEAD + body, encoding="utf-8")
    return folder


def ontology_with_a_shared_body(folder: Path) -> Path:
    """The same with FITKO as a body of Saarland and Hessen."""
    made = small_ontology(folder / "ontology")
    with (made / "bodies.ttl").open("a", encoding="utf-8") as file:
        file.write(
            '<organisation/fitko> a gov:ServiceProvider ; skos:prefLabel "FITKO"@de ; '
            "gov:jurisdiction <jurisdiction/saarland>, <jurisdiction/hessen> ."
        )
    return made


def iri(kind: str, name: str) -> str:
    return entity_iri(kind, name)


@dataclass(frozen=True)
class Draft:
    """An article in the making: entities are named by `kind: name`, evidence by the sentence's own words."""

    title: str
    text: str
    date: str | None = "2024-11-18"
    genre: Genre = Genre.REPORT
    authors: tuple[str, ...] = ()
    url: str | None = None
    page: str = "page"

    def entity(self, type_: EntityType, name: str, *aliases: str, kind: str = "", place: str | None = None) -> Entity:
        mentions = []
        for form in sorted({name, *aliases}):
            at = self.text.find(form)
            if at >= 0:
                mentions.append(Mention(at, at + len(form), form))
        return Entity(
            iri(type_.value.lower(), name), name, type_, tuple(aliases), tuple(sorted(mentions)), kind or type_, place
        )

    def proof(self, words: str) -> tuple[Evidence, ...]:
        at = self.text.index(words)
        return (Evidence(at, at + len(words), words),)

    def office(self, person: str, role: str, body: str | None, words: str) -> Office:
        listed = {"CIO": iri("role", "cio"), "Digitalminister": iri("role", "digitalminister")}
        return Office(
            person, role, listed.get(role), body, Status.CURRENT, None, None, 0.9, self.proof(words), "title/test"
        )

    def fact(self, subject: str, predicate: Predicate, object_: str, words: str) -> Fact:
        return Fact(subject, predicate, object_, Modality.ASSERTED, 0.76, self.proof(words), "frame/test")

    def record(
        self, entities: Sequence[Entity], offices: Sequence[Office] = (), facts: Sequence[Fact] = ()
    ) -> ArticleRecord:
        article = Article(
            id=article_iri(self.date, self.title, self.text),
            page=self.page,
            source=f"pages/{self.page}.txt",
            index=0,
            text=self.text,
            start=0,
            title=self.title,
            kicker=None,
            date=self.date,
            genre=self.genre,
            authors=self.authors,
            blocks=(Block(BlockKind.PARAGRAPH, 0, len(self.text)),),
            url=self.url,
        )
        return ArticleRecord(article, tuple(entities), tuple(offices), tuple(facts))


def page(*articles: ArticleRecord, name: str = "page") -> Record:
    placed = tuple(
        replace(one, article=replace(one.article, page=name, source=f"pages/{name}.txt", index=place))
        for place, one in enumerate(articles)
    )
    return Record(name, f"pages/{name}.txt", placed)


HESSEN = iri("jurisdiction", "Hessen")
RLP = iri("jurisdiction", "Rheinland-Pfalz")
SAARLAND = iri("jurisdiction", "Saarland")
BOARD = iri("organisation", "Standardisierungsboard")
COUNCIL = iri("organisation", "IT-Planungsrat")
MINISTRY = iri("organisation", "Digitalministerium Hessen")
OZG = iri("law", "Onlinezugangsgesetz")
ALT = iri("person", "Denis Alt")
SPEAKING = "Ich gehöre für Rheinland-Pfalz dem Standardisierungsboard an."
PLANNING = "Hessen will das OZG bis 2026 umsetzen."


def interview() -> ArticleRecord:
    """Denis Alt is new CIO of Rheinland-Pfalz and sits in a board; Hessen plans something."""
    first = "Denis Alt ist neuer CIO von Rheinland-Pfalz."
    draft = Draft(
        "Erfolg im Verbund",
        f"{first} {SPEAKING} {PLANNING}",
        genre=Genre.INTERVIEW,
        authors=("Eva Muster", "Denis Alt"),
        url="https://example.org/verbund?a=1&b=<2>",
    )
    entities = [
        draft.entity(EntityType.PERSON, "Denis Alt", place=RLP),
        draft.entity(EntityType.JURISDICTION, "Rheinland-Pfalz", kind="State"),
        draft.entity(EntityType.JURISDICTION, "Hessen", kind="State"),
        draft.entity(EntityType.ORGANISATION, "Standardisierungsboard", kind="Committee"),
        draft.entity(EntityType.LAW, "Onlinezugangsgesetz", "OZG", "OZGs", kind="Law"),
        draft.entity(EntityType.ORGANISATION, "Verbund Süd", "„Verbund\nSüd“", place=RLP),
    ]
    facts = [
        replace(draft.fact(ALT, Predicate.MEMBER_OF, BOARD, SPEAKING), speaker=ALT),
        draft.fact(ALT, Predicate.REPRESENTS, RLP, SPEAKING),
        replace(draft.fact(HESSEN, Predicate.IMPLEMENTS, OZG, PLANNING), modality=Modality.PLANNED),
    ]
    return draft.record(entities, [replace(draft.office(ALT, "CIO", RLP, first), status=Status.NEW)], facts)


def holding(
    name: str,
    date: str | None,
    *,
    role: str = "CIO",
    body: tuple[EntityType, str, str] = (EntityType.JURISDICTION, "Hessen", "State"),
    **said: Any,
) -> ArticleRecord:
    """An article that says one thing: somebody holds (held, will hold) an office; `said` are fields of `Office`."""
    words = f"{name} und das Amt {role} in {body[1]} ({said.get('status', 'current')}, {date})."
    draft = Draft(f"{role} {body[1]}", words, date)
    person = draft.entity(EntityType.PERSON, name)
    place = draft.entity(body[0], body[1], kind=body[2])
    return draft.record([person, place], [replace(draft.office(person.id, role, place.id, words), **said)])
