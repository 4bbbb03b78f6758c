"""Groups of which each article has its own, and which are one."""

from __future__ import annotations

from dataclasses import replace

from govgraph.model import ArticleRecord, EntityType, Predicate, own_name, slug
from govgraph.resolve import Judgements, Resolver, resolved
from handmade import Draft, page

TOWN = EntityType.MUNICIPALITY


def naming(
    date: str, *members: tuple[EntityType, str], land: str | None = "Brandenburg", name: str = "Lenkungsgruppe Netze"
) -> ArticleRecord:
    """An article that names a group and who sits in it; the first person leads it."""
    words = f"{name}, {', '.join(member for _, member in members)}."
    draft = Draft(f"Netze {date}", words, date)
    group = replace(draft.entity(EntityType.ORGANISATION, own_name(name, date, f"Netze {date}")), name=name)
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
FIRST = slug(own_name("Lenkungsgruppe Netze", "2017-05-17", "Netze 2017-05-17"))


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


def telling(  # noqa: PLR0913 - what an article may tell of a group
    date: str, name: str, *people: str, land: str, part_of: str = "", house: str = "", town: str = ""
) -> ArticleRecord:
    """An article about a Land that names a group or unit; the first of the people, if any, leads it."""
    own = own_name(name, date, f"Wechsel {date}")
    draft = Draft(f"Wechsel {date}", f"{name}, {', '.join(people)}, {part_of or house}, {land}, {town}.", date)
    state = draft.entity(EntityType.JURISDICTION, land, kind="State")
    group = replace(draft.entity(EntityType.ORGANISATION, f"{name} {part_of}" if part_of else own), name=name)
    entities = [replace(group, jurisdiction=state.id), state]
    entities += [draft.entity(EntityType.PERSON, one) for one in people]
    facts = []
    if part_of or house:
        whole = replace(draft.entity(EntityType.ORGANISATION, part_of or house), jurisdiction=state.id)
        entities.append(whole)
        facts = [draft.fact(group.id, Predicate.PART_OF, whole.id, name)] if part_of else []
    offices = [draft.office(one.id, "Leiter", group.id, name) for one in entities[2:3] if people]
    if town:
        entities.append(draft.entity(TOWN, town))
    return draft.record(entities, offices, facts)


MAP = "Arbeitsgruppe Registerkarte"


def test_a_group_of_several_laender_is_known_by_whom_its_heads_follow() -> None:
    told = [
        telling("2018-02-23", MAP, "Korbinian Lechner", land="Bayern", part_of="IT-Planungsrat"),
        telling("2019-01-14", MAP, "Jan Behrens", "Korbinian Lechner", land="Hamburg"),
        telling("2021-01-15", "AG Registerkarte", "Ines Kretzschmar", "Jan Behrens", land="Sachsen"),
    ]
    own = ["arbeitsgruppe-registerkarte-it-planungsrat"]
    for articles in (told, told[::-1]):
        found = [one for one in groups(*articles) if one != "it-planungsrat"]
        assert found == own * 3
    done, _ = resolved([page(one, name=f"p{number}") for number, one in enumerate(told)])
    # it is of none of the Länder that lead it in turn, and its first head is one person
    things = [entity for record in done for entity in record.articles[0].entities]
    assert {each.jurisdiction for each in things if each.id.endswith(own[0])} == {None}
    assert {each.name for each in things if each.id.endswith(own[0])} == {MAP}
    assert len({each.id for each in things if each.name == "Korbinian Lechner"}) == 1


def test_departments_of_two_laender_or_bodies_are_two() -> None:
    name = "Abteilung Digitales"
    here = telling("2018-02-23", name, "Eva Kern", land="Bayern")
    assert len({*groups(here, telling("2021-01-15", name, "Ute Rapp", "Eva Kern", land="Bayern"))}) == 1
    assert len({*groups(here, telling("2021-01-15", name, "Ute Rapp", "Eva Kern", land="Hessen"))}) == 2
    houses = [
        telling(date, name, "Eva Kern", land="Bayern", part_of=house)
        for date, house in (("2018-02-23", "Innenministerium"), ("2021-01-15", "Finanzministerium"))
    ]
    assert len({*groups(*houses)}) == 4
    # a third one of the name does not make them one
    assert len({*groups(*houses, telling("2020-01-01", name, "Eva Kern", land="Bayern"))}) == 4


def test_a_unit_is_that_of_the_body_that_its_article_names() -> None:
    first = telling("2017-03-06", "Referat Cloud", "Ina Sommer", land="Hessen", part_of="Finanzministerium")
    later = telling("2023-09-14", "Referat Cloud", "Jan Pohl", land="Hessen", house="Finanzministerium")
    assert {*groups(first, later)} == {"referat-cloud-finanzministerium", "finanzministerium"}
    elsewhere = telling("2023-09-14", "Referat Cloud", "Jan Pohl", land="Bayern", house="Finanzministerium")
    assert len({*groups(first, elsewhere)}) == 3


def test_groups_of_one_name_are_suggested() -> None:
    articles = [telling(f"20{year}-01-15", MAP, land=land) for year, land in ((18, "Bayern"), (21, "Hessen"))]
    _, resolution = resolved([page(one, name=f"p{number}") for number, one in enumerate(articles)])
    (found,) = resolution.suggestions
    assert (found.first_name, found.features, found.score) == (MAP, ("same-unit-name",), 1.5)
    assert "-2018-01-15-" in found.first
    units = [telling(f"20{year}-01-15", "Referat Cloud", land=land) for year, land in ((18, "Bayern"), (21, "Hessen"))]
    assert not resolved([page(one, name=f"p{number}") for number, one in enumerate(units)])[1].suggestions


def test_units_of_towns_are_suggested_by_the_town_and_not_by_the_land() -> None:
    name = "Stabsstelle Digitalisierung"
    told = [
        telling("2024-02-20", name, land="Mecklenburg-Vorpommern", town="Schwerin"),
        telling("2024-05-22", name, land="Mecklenburg-Vorpommern", town="Wismar"),
        telling("2025-10-10", name, land="Mecklenburg-Vorpommern", town="Schwerin"),
    ]
    _, resolution = resolved([page(one, name=f"p{number}") for number, one in enumerate(told)])
    (found,) = resolution.suggestions
    assert (found.features, found.score) == (("same-unit-name", "same-municipality"), 3.0)
    assert ("2024-02-20" in found.first, "2025-10-10" in found.second) == (True, True)


def test_groups_that_are_judged_to_be_two_stay_two() -> None:
    told = [
        telling("2018-02-23", MAP, "Eva Kern", land="Bayern"),
        telling("2021-01-15", MAP, "Eva Kern", land="Hessen"),
    ]
    records = [page(one, name=f"p{number}") for number, one in enumerate(told)]
    first, second = (one.entities[0].id for one in told)
    done, resolution = resolved(records, Resolver(judgements=Judgements(apart=((first, second),))))
    assert [record.articles[0].entities[0].id for record in done] == [first, second]
    assert not any("organisation" in one.first for one in resolution.suggestions)
