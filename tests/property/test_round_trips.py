"""Any text survives: from a record to its JSON, to quads, to every format, and back."""

from __future__ import annotations

import tempfile
import xml.etree.ElementTree as ET
from functools import lru_cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from govgraph.export import render
from govgraph.model import EntityType, Predicate, Record, Status
from govgraph.model.serialise import record_dumps, record_from_dict, record_loads, record_to_dict
from govgraph.rdf import GraphOptions, build_quads
from govgraph.rdf.literals import clean, decimal, when
from govgraph.resolve import resolve
from govgraph.store import MemoryStore
from handmade import HESSEN, Draft, holding, page, small_ontology

HOSTILE = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\"'\\<>&\n\r\t\0\x07\x1b\x85\u2028\ufffe`{}")),
    min_size=1,
    max_size=60,
).filter(str.strip)

NODE = NamedNode(HESSEN)
PLAIN = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "rdfxml": RdfFormat.RDF_XML}
GRAPHS = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}


@lru_cache(maxsize=1)
def options() -> GraphOptions:
    return GraphOptions(ontology=small_ontology(Path(tempfile.mkdtemp(prefix="ontology-"))))


@st.composite
def records(draw: st.DrawFn) -> Record:
    name, body, title, words = draw(HOSTILE), draw(HOSTILE), draw(HOSTILE), draw(HOSTILE)
    draft = Draft(title, f"{words} {name} {body}", draw(st.sampled_from([None, "2024", "2024-11", "2024-11-18"])))
    person = draft.entity(EntityType.PERSON, name)
    place = draft.entity(EntityType.ORGANISATION, body, draw(HOSTILE))
    office = draft.office(person.id, draw(st.sampled_from(["CIO", name])), place.id, words)
    fact = draft.fact(person.id, Predicate.MEMBER_OF, place.id, draft.text)
    return page(draft.record([person, place], [office], [fact]), name="seite")


@given(records())
def test_records_survive_json(record: Record) -> None:
    assert record_from_dict(record_to_dict(record)) == record
    assert record_loads(record_dumps(record).encode().decode()) == record


@given(records())
@settings(max_examples=60, deadline=None)
def test_quads_survive_every_format(record: Record) -> None:
    quads = build_quads([record], options())
    store = MemoryStore(quads)

    assert set(store.match()) == set(quads)
    for name, syntax in GRAPHS.items():
        assert set(parse(render(store, name), syntax)) == set(quads), name
    union = {Quad(quad.subject, quad.predicate, quad.object) for quad in quads}
    for name, syntax in PLAIN.items():
        assert set(parse(render(store, name), syntax)) == union, name
    for name in ("graphml", "gexf", "rdfxml"):
        ET.fromstring(render(store, name))


@given(st.text(st.characters()))
def test_cleaning_keeps_lengths_and_is_stable(text: str) -> None:
    cleaned = clean(text)

    assert len(cleaned) == len(text)
    assert clean(cleaned) == cleaned
    cleaned.encode("utf-8")


@given(st.floats(0, 1))
def test_confidences_are_written_as_the_store_keeps_them(value: float) -> None:
    term = decimal(value)
    person = Quad(NODE, NODE, term)

    assert next(iter(MemoryStore([person]).match())).object == term
    assert float(term.value) == pytest.approx(value, abs=0.00005)


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_dates_are_written_as_the_store_keeps_them(day: object, length: int) -> None:
    term = when(str(day)[:length])

    assert term.value == str(day)[:length]
    assert term.datatype.value.endswith({4: "gYear", 7: "gYearMonth", 10: "date"}[length])
    assert next(iter(MemoryStore([Quad(NODE, NODE, term)]).match())).object == term


NAMES = st.sampled_from(["Alt", "Denis Alt", "Doris Alt", "Kern", "Eva Kern"])


@st.composite
def stories(draw: st.DrawFn) -> list[Record]:
    said = draw(
        st.lists(
            st.tuples(NAMES, st.sampled_from(["2015", "2016-03"]), st.sampled_from(list(Status))),
            min_size=1,
            max_size=6,
        )
    )
    places = [(EntityType.JURISDICTION, "Hessen", "State"), (EntityType.JURISDICTION, "Saarland", "State")]
    return [
        page(holding(name, date, status=status, body=draw(st.sampled_from(places))), name=str(number))
        for number, (name, date, status) in enumerate(said)
    ]


@given(stories(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_resolution_and_graph_do_not_hang_on_order(story: list[Record], random: Random) -> None:
    shuffled = list(story)
    random.shuffle(shuffled)
    resolved = resolve(story)

    assert sorted(resolve(shuffled), key=lambda one: one.page) == sorted(resolved, key=lambda one: one.page)
    assert build_quads(resolve(shuffled), options()) == build_quads(resolved, options())
    for record in resolved:
        for one in record.articles:
            one.check()
