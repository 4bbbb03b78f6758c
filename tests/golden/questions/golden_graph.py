"""The golden graph: invented articles whose statements are written down, made into a graph as a build does it.

Statements come from `articles.toml`, not from reading the sentences, and the reference data are a few lines of their
own: what a question answers here hangs on the question and on how records become a graph, on nothing else.
"""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from govgraph.model import (
    BASE,
    Article,
    ArticleRecord,
    Block,
    BlockKind,
    Entity,
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
from govgraph.query import conflict_quads, conflicts
from govgraph.rdf import GraphOptions, build_quads
from govgraph.rdf import namespaces as ns
from govgraph.rdf.schema import load_schema
from govgraph.store import MemoryStore

HERE = Path(__file__).parent
SCHEMA = HERE.parents[2] / "ontology" / "govgraph.ttl"


@cache
def golden_quads() -> tuple[Quad, ...]:
    """Quads of the golden graph, conflicts included, sorted."""
    with tempfile.TemporaryDirectory() as place:
        ontology = Path(place)
        for file in (SCHEMA, *sorted((HERE / "reference").glob("*.ttl"))):
            shutil.copy(file, ontology / file.name)
        quads = build_quads(golden_records(), GraphOptions(ontology=ontology))
    return (*quads, *conflict_quads(conflicts(MemoryStore(quads))))


def golden_records() -> tuple[Record, ...]:
    """What the articles say, as if it had been read; one page for each article."""
    told = tomllib.loads((HERE / "articles.toml").read_text(encoding="utf-8"))["article"]
    return tuple(
        Record(f"{one['page']}-{place}", f"{one['page']}-{place}.txt", (_article(one, place),))
        for place, one in enumerate(told)
    )


@cache
def _known() -> Mapping[str, Entity]:
    """Entities by name: those of the reference data, and those of `things.toml`."""
    found: dict[str, Entity] = {}
    for path in sorted((HERE / "reference").glob("*.ttl")):
        kinds: dict[str, str] = {}
        names: dict[str, str] = {}
        for quad in parse(path=path, format=RdfFormat.TURTLE):
            if not isinstance(quad.subject, NamedNode):
                continue
            if quad.predicate == ns.TYPE and isinstance(quad.object, NamedNode):
                kinds[quad.subject.value] = quad.object.value.rpartition("#")[2]
            if quad.predicate == ns.PREF_LABEL and isinstance(quad.object, Literal):
                names[quad.subject.value] = quad.object.value
        for iri, name in names.items():
            type_ = load_schema().coarse(kinds[iri])
            if type_ is not None:
                found[name] = Entity(iri, name, type_, (), (), kinds[iri])
    lands = dict(found)
    for name, said in tomllib.loads((HERE / "things.toml").read_text(encoding="utf-8")).items():
        type_ = load_schema().coarse(said[0])
        assert type_ is not None, said
        land = lands[said[1]].id if len(said) > 1 else None
        found[name] = Entity(entity_iri(type_.value.lower(), name), name, type_, (), (), said[0], land)
    return found


def iri(name: str) -> str:
    """IRI of what the articles call so."""
    return _known()[name].id


def _article(told: Mapping[str, Any], place: int) -> ArticleRecord:
    sentences = [one["words"] for one in told["said"]]
    text = " ".join(sentences)
    named: dict[str, Entity] = {}
    facts: list[Fact] = []
    offices: list[Office] = []
    for one in told["said"]:
        start = text.index(one["words"])
        proof = (Evidence(start, start + len(one["words"]), one["words"]),)
        facts += [_fact(said, proof, named) for said in one.get("facts", ())]
        offices += [_office(said, proof, named) for said in one.get("offices", ())]
    article = Article(
        id=article_iri(told.get("date"), told["title"], text),
        page=f"{told['page']}-{place}",
        source=f"{told['page']}-{place}.txt",
        index=0,
        text=text,
        start=0,
        title=told["title"],
        kicker=None,
        date=told.get("date"),
        genre=Genre(told["genre"]),
        authors=(),
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),),
        url=told.get("url"),
    )
    entities = [_mentioned(entity, text) for _, entity in sorted(named.items())]
    return ArticleRecord(article, tuple(entities), tuple(offices), tuple(facts))


def _mentioned(entity: Entity, text: str) -> Entity:
    at = text.find(entity.name)
    mentions = (Mention(at, at + len(entity.name), entity.name),) if at >= 0 else ()
    return Entity(entity.id, entity.name, entity.type, (), mentions, entity.kind, entity.jurisdiction)


def _named(name: str, named: dict[str, Entity]) -> str:
    named[name] = _known()[name]
    return named[name].id


def _fact(said: str, proof: tuple[Evidence, ...], named: dict[str, Entity]) -> Fact:
    subject, predicate, object_, *rest = said.split(" | ")
    modality, confidence, speaker = Modality.ASSERTED, 0.8, None
    for one in rest:
        if one.startswith("speaker="):
            speaker = _named(one.removeprefix("speaker="), named)
        elif one in list(Modality):
            modality = Modality(one)
        else:
            confidence = float(one)
    return Fact(
        subject=_named(subject, named),
        predicate=Predicate(predicate),
        object=_named(object_, named),
        modality=modality,
        confidence=confidence,
        evidence=proof,
        rule="golden",
        speaker=speaker,
    )


def _office(said: str, proof: tuple[Evidence, ...], named: dict[str, Entity]) -> Office:
    person, role, body, status, *rest = said.split(" | ")
    days = dict(one.split("=") for one in rest)
    return Office(
        person=_named(person, named),
        role=role,
        role_id=entity_iri("role", role),
        organisation=_named(body, named),
        status=Status(status),
        since=days.get("since"),
        until=days.get("until"),
        confidence=0.9,
        evidence=proof,
        rule="handmade",
    )


def article(title: str) -> str:
    """IRI of the article of that title."""
    return next(one.article.id for record in golden_records() for one in record.articles if one.article.title == title)


def shortened(value: str) -> str:
    """An IRI as people read it: `person:mira-kolb`, `gov:Planned`."""
    for prefix, namespace in _PREFIXES:
        if value.startswith(namespace):
            return f"{prefix}:{value[len(namespace) :]}"
    return value


_PREFIXES: Sequence[tuple[str, str]] = sorted(ns.prefixes(BASE).items(), key=lambda pair: -len(pair[1]))
__all__ = ["article", "golden_quads", "golden_records", "iri", "shortened"]
