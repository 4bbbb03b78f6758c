"""IRIs under another base: everything known moves, what becomes one is joined, foreign IRIs stay."""

from __future__ import annotations

from dataclasses import replace

from govgraph.model import BASE, Entity, EntityType
from govgraph.resolve import rebased
from handmade import ALT, HESSEN, OZG, RLP, holding, interview

OWN = "https://example.org/own"


def under_own(iri: str) -> str:
    return iri.replace(BASE, OWN)


def test_the_usual_base_changes_nothing() -> None:
    one = interview()
    assert rebased(one, BASE) is one


def test_things_jurisdictions_roles_and_statements_move() -> None:
    one = interview()
    done = rebased(one, OWN)

    assert [each.id for each in done.entities] == sorted(under_own(each.id) for each in one.entities)
    assert {each.id: each.jurisdiction for each in done.entities}[under_own(ALT)] == under_own(RLP)
    (office,) = done.offices
    assert (office.person, office.role_id, office.organisation) == (under_own(ALT), f"{OWN}/role/cio", under_own(RLP))
    assert {(each.subject, each.predicate, each.object, each.speaker) for each in done.facts} == {
        (under_own(each.subject), each.predicate, under_own(each.object), each.speaker and under_own(each.speaker))
        for each in one.facts
    }
    done.check()
    assert BASE not in str(replace(done, article=replace(done.article, id="")))
    assert rebased(done, OWN) == done


def test_what_a_reader_named_under_the_base_joins_what_it_knew() -> None:
    one = interview()
    (law,) = [each for each in one.entities if each.id == OZG]
    twin = Entity(under_own(OZG), "OZG", EntityType.LAW, (), law.mentions[:1], "Law")
    done = rebased(replace(one, entities=(*one.entities, twin)), OWN)

    (joined,) = [each for each in done.entities if each.id == under_own(OZG)]
    assert joined.mentions == law.mentions
    assert {joined.name, *joined.aliases} == {law.name, *law.aliases}


def test_iris_of_others_stay() -> None:
    one = holding("Eva Alt", "2020")
    foreign = "https://other.example/body"
    entities = tuple(replace(each, id=foreign) if each.id == HESSEN else each for each in one.entities)
    offices = tuple(replace(each, organisation=foreign, role_id=None) for each in one.offices)
    done = rebased(replace(one, entities=entities, offices=offices), OWN)

    assert foreign in {each.id for each in done.entities}
    assert [(each.organisation, each.role_id) for each in done.offices] == [(foreign, None)]
