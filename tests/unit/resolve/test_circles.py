"""Groups of which each article has its own, and which are one."""

from __future__ import annotations

from dataclasses import replace

from govgraph.model import ArticleRecord, EntityType, Predicate
from govgraph.resolve import resolved
from handmade import Draft, page

TOWN = EntityType.MUNICIPALITY


def naming(
    date: str, *members: tuple[EntityType, str], land: str | None = "Brandenburg", name: str = "Lenkungsgruppe Netze"
) -> ArticleRecord:
    """An article that names a group and who sits in it; the first person leads it."""
    words = f"{name}, {', '.join(member for _, member in members)}."
    draft = Draft(f"Netze {date}", words, date)
    group = replace(draft.entity(EntityType.ORGANISATION, f"{name} {date}"), name=name)
    entities = [group]
    if land:
        entities.append(draft.entity(EntityType.JURISDICTION, land, kind="State"))
        entities[0] = group = replace(group, jurisdiction=entities[1].id)
    offices, facts = [], []
    for type_, member in members:
        entities.append(draft.entity(type_, member))
        if type_ is EntityType.PERSON:
            offices.append(draft.office(entities[-1].id, "Leiter", group.id, words))
        else:
            facts.append(draft.fact(entities[-1].id, Predicate.MEMBER_OF, group.id, words))
    return draft.record(entities, offices, facts)


def groups(*articles: ArticleRecord) -> list[str]:
    done, _ = resolved([page(one, name=f"p{number}") for number, one in enumerate(articles)])
    again, _ = resolved(done)
    assert again == done
    return [
        entity.id.rpartition("/")[2]
        for record in done
        for entity in record.articles[0].entities
        if entity.type is EntityType.ORGANISATION
    ]


POHL, KREUTZ = (EntityType.PERSON, "Arne Pohlmann"), (EntityType.PERSON, "Yvonne Kreutz")
COTTBUS, POTSDAM = (TOWN, "Cottbus"), (TOWN, "Potsdam")
FIRST = "lenkungsgruppe-netze-2017-05-17"


def test_a_group_with_the_same_head_or_two_members_is_one() -> None:
    told = [
        naming("2017-05-17", POHL, COTTBUS, POTSDAM),
        naming("2019-11-21", POHL),
        naming("2024-12-13", KREUTZ, POTSDAM, COTTBUS),
        naming("2025-12-13", KREUTZ),
    ]
    assert groups(*told) == groups(*told[::-1]) == [FIRST] * 4
    # statements follow
    (record, _), _ = resolved([page(told[1], name="b"), page(told[0], name="a")])
    assert {office.organisation.rpartition("/")[2] for office in record.articles[0].offices if office.organisation} == {
        FIRST
    }


def test_one_name_in_one_land_is_not_enough() -> None:
    first = naming("2017-05-17", POHL, COTTBUS)
    assert len({*groups(first, naming("2019-11-21", KREUTZ, COTTBUS))}) == 2
    assert len({*groups(first, naming("2019-11-21", POHL, land="Hessen"))}) == 2
    assert len({*groups(first, naming("2019-11-21", POHL, name="Lenkungsgruppe Daten"))}) == 2
    # without a Land in sight, or by a noun alone, each article keeps its own
    assert len({*groups(*(naming(date, POHL, land=None) for date in ("2017", "2018-05")))}) == 2
    assert len({*groups(*(naming(date, POHL, name="Beirat") for date in ("2017", "2018-05")))}) == 2
