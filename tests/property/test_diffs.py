"""Diffs of any two graphs: none for equal ones, and turned round they mirror one another."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.model import ArticleRecord, EntityType, Modality, Predicate, Status
from govgraph.query import Change, ChangeKind, Stand, change_triples, diff, since
from govgraph.rdf import GraphOptions, build_quads
from govgraph.rdf import namespaces as ns
from govgraph.store import MemoryStore
from handmade import Draft, holding, page, small_ontology

MIRRORED: Final[Mapping[ChangeKind, frozenset[ChangeKind]]] = {
    **{
        kind: frozenset({ChangeKind.WITHDRAWN})
        for kind in (ChangeKind.CAME, ChangeKind.FIRST_SEEN, ChangeKind.KNOWN_FORMER)
    },
    ChangeKind.WENT: frozenset({ChangeKind.RESUMED, ChangeKind.WITHDRAWN}),
    ChangeKind.WITHDRAWN: frozenset({ChangeKind.CAME, ChangeKind.FIRST_SEEN, ChangeKind.KNOWN_FORMER, ChangeKind.WENT}),
    ChangeKind.RESUMED: frozenset({ChangeKind.WENT}),
    ChangeKind.APPEARED: frozenset({ChangeKind.LOST}),
    ChangeKind.LOST: frozenset({ChangeKind.APPEARED}),
    ChangeKind.WEAKENED: frozenset({ChangeKind.CONFIRMED}),
    ChangeKind.CONFIRMED: frozenset({ChangeKind.WEAKENED}),
    **{
        kind: frozenset({kind})
        for kind in (ChangeKind.REVISED, ChangeKind.HANDED_OVER, ChangeKind.MODALITY_CHANGED, ChangeKind.READ_ANEW)
    },
}
DATES = st.sampled_from([None, "2019", "2020-03", "2020-06-01", "2021-01-15", "2021-01-15", "2022-12-31"])
NAMES = st.sampled_from(["Eva Alt", "Max Neu", "Ida Weil"])
BODIES = st.sampled_from(["Hessen", "Saarland"])


@lru_cache(maxsize=1)
def options() -> GraphOptions:
    return GraphOptions(ontology=small_ontology(Path(tempfile.mkdtemp(prefix="ontology-"))))


@st.composite
def offices(draw: st.DrawFn) -> ArticleRecord:
    body = (EntityType.JURISDICTION, draw(BODIES), "State")
    said = {
        "status": draw(st.sampled_from(Status)),
        "since": draw(st.sampled_from([None, "2018", "2020-06-01"])),
        "until": draw(st.sampled_from([None, None, "2021-01-31"])),
    }
    return holding(draw(NAMES), draw(DATES), role=draw(st.sampled_from(["CIO", "Digitalminister"])), body=body, **said)


@st.composite
def statements(draw: st.DrawFn) -> ArticleRecord:
    """An article with one sentence; who it is of may be read in two ways."""
    subject, date = draw(BODIES), draw(DATES)
    predicate = draw(st.sampled_from([Predicate.DEVELOPS, Predicate.RESPONSIBLE_FOR, Predicate.COOPERATES_WITH]))
    draft = Draft("Titel", f"Das Land und Dataport: {predicate} {draw(st.sampled_from('ab'))} die E-Akte.", date)
    land = draft.entity(EntityType.JURISDICTION, subject, kind="State")
    other = draft.entity(EntityType.ORGANISATION, "Dataport", kind="ServiceProvider")
    system = draft.entity(EntityType.SYSTEM, "E-Akte", kind="System")
    works = predicate is not Predicate.COOPERATES_WITH
    ends = [draw(st.sampled_from([land, other])), system] if works else [land, other]
    if not works and draw(st.booleans()):
        ends.reverse()
    fact = draft.fact(ends[0].id, predicate, ends[1].id, draft.text)
    return draft.record([land, other, system], [], [replace(fact, modality=draw(st.sampled_from(Modality)))])


ARTICLES = st.lists(st.one_of(offices(), statements()), max_size=8)


def graph(articles: Iterable[ArticleRecord]) -> MemoryStore:
    # one article is read in one way in one graph
    return MemoryStore(build_quads([page(*{one.article.id: one for one in articles}.values())], options()))


def shape(change: Change, *, turned: bool = False) -> tuple[object, ...]:
    sides = [_side(change.before), _side(change.after)]
    ends = (change.subject and change.subject.iri, change.object and change.object.iri)
    return (change.predicate, change.predicate_label, *ends, *(reversed(sides) if turned else sides))


def _side(stand: Stand | None) -> object:
    return stand and (stand.nodes, stand.modality, tuple(thing.iri for thing in stand.things))


def told_alone(change: Change) -> bool:
    """A handover that the newer graph alone tells of has no mirror."""
    return change.kind is ChangeKind.HANDED_OVER and change.before is not None and change.before.modality == "ended"


@given(ARTICLES, ARTICLES, ARTICLES)
@settings(max_examples=150, deadline=None)
def test_diffs_mirror_one_another(
    both: list[ArticleRecord], first: list[ArticleRecord], second: list[ArticleRecord]
) -> None:
    old, new = graph([*both, *first]), graph([*both, *second])
    there = [one for one in diff(old, new) if not told_alone(one)]
    back = [one for one in diff(new, old) if not told_alone(one)]

    assert Counter(map(shape, there)) == Counter(shape(one, turned=True) for one in back)
    kinds = {(shape(one), one.kind) for one in there}
    for one in back:
        assert {kind for key, kind in kinds if key == shape(one, turned=True)} & MIRRORED[one.kind]


@given(ARTICLES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_equal_graphs_do_not_differ(articles: list[ArticleRecord], random: Random) -> None:
    unique = list({one.article.id: one for one in articles}.values())
    shuffled = random.sample(unique, len(unique))

    assert diff(graph(unique), graph(shuffled)) == ()


@given(ARTICLES, ARTICLES)
@settings(max_examples=60, deadline=None)
def test_each_change_has_evidence_and_its_own_iri(first: list[ArticleRecord], second: list[ArticleRecord]) -> None:
    old, new = graph(first), graph(second)
    for changes in (diff(old, new), since(new, "2020-06"), since(new, "1900")):
        for one in changes:
            assert (one.before and one.before.evidence) or (one.after and one.after.evidence)
        named = {triple.subject for triple in change_triples(changes) if triple.object == ns.gov("Change")}
        assert len(named) == len(changes)


@given(ARTICLES)
@settings(max_examples=60, deadline=None)
def test_since_the_beginning_everything_is_new(articles: list[ArticleRecord]) -> None:
    dated = [one for one in articles if one.article.date]
    store = graph(dated)
    said = {shape(one) for one in diff(graph([]), store) if one.kind is ChangeKind.APPEARED}

    assert {shape(one) for one in since(store, "1900") if one.kind is ChangeKind.APPEARED} == said
