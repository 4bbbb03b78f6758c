"""Who is one across articles, by name, office, place and time."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from govgraph.model import ArticleRecord, EntityType, Predicate, Status, entity_iri, own_name
from govgraph.resolve import Judgements, Resolver, resolved
from govgraph.vocabulary.identity import load_identity
from handmade import Draft, holding, iri, page

TOWN = (EntityType.MUNICIPALITY, "Kassel", "Municipality")
BAYERN = (EntityType.JURISDICTION, "Bayern", "State")


def people(*articles: ArticleRecord, judgements: Judgements | None = None) -> list[str]:
    """Slug of the first person of each article after resolution."""
    records = [page(one, name=f"p{number}") for number, one in enumerate(articles)]
    done, _ = resolved(records, Resolver(load_identity(), judgements))
    return [
        next(one.id for one in record.articles[0].entities if one.type is EntityType.PERSON).rpartition("/")[2]
        for record in done
    ]


def anchor(one: ArticleRecord) -> tuple[str, str]:
    return (one.article.id, next(each.id for each in one.entities if each.type is EntityType.PERSON))


def test_one_office_joins_every_form_of_a_name() -> None:
    forms = ("Thomas Popp", "T. Popp", "Popp")
    assert people(*(holding(form, f"2020-0{n + 1}-01") for n, form in enumerate(forms))) == ["thomas-popp"] * 3


def test_one_name_in_two_places_at_one_time_is_two_people() -> None:
    mayor = [holding("Anton Vogl", f"20{year}-05-01", role="Oberbürgermeister", body=TOWN) for year in (15, 21)]
    official = [holding("Anton Vogl", f"20{year}-05-01", body=BAYERN) for year in (16, 18)]
    found = people(*mayor, *official)
    assert found[0] == found[1] != found[2] == found[3]
    # the one whose article comes first has the plain IRI, the other is told apart by its place
    assert found == ["anton-vogl", "anton-vogl", "anton-vogl-bayern", "anton-vogl-bayern"]


def test_a_name_alone_joins_nobody() -> None:
    one, two = (Draft(title, "Eva Kern kam.") for title in ("Hier", "Dort"))
    found = people(*(each.record([each.entity(EntityType.PERSON, "Eva Kern")]) for each in (one, two)))
    assert found[0] != found[1]


def test_two_mentions_of_one_person_are_no_rivals_for_one_another() -> None:
    def naming(title: str, date: str, *, holds: bool) -> ArticleRecord:
        draft = Draft(title, "Karsten Ohl und das Digitalministerium in Hessen.", date)
        person = draft.entity(EntityType.PERSON, "Karsten Ohl")
        land = draft.entity(EntityType.JURISDICTION, "Hessen", kind="State")
        house = replace(
            draft.entity(EntityType.ORGANISATION, "Digitalministerium", kind="Ministry"), jurisdiction=land.id
        )
        offices = [draft.office(person.id, "CIO", land.id, "Karsten Ohl")] if holds else []
        return draft.record([person, land, house], offices)

    articles = [naming("Im Amt", "2019-04-15", holds=True)]
    articles += [naming(f"Bericht {year}", f"{year}-07-03", holds=False) for year in (2023, 2025, 2026)]
    assert people(*articles) == people(*articles[::-1]) == ["karsten-ohl"] * 4


@pytest.mark.parametrize(("house", "one"), [("Innenministerium", True), ("Softwarehaus", False)])
def test_a_ministry_of_a_land_that_is_not_told_keeps_nobody_apart(house: str, one: bool) -> None:
    draft = Draft("Umzug", f"{house} von Karsten Ohl; in Hessen ändert sich etwas.", "2025-07-25")
    person = draft.entity(EntityType.PERSON, "Karsten Ohl")
    land = draft.entity(EntityType.JURISDICTION, "Hessen", kind="State")
    body = draft.entity(EntityType.ORGANISATION, house, kind="Ministry" if one else "Company")
    body = replace(body, id=entity_iri("organisation", own_name(house, "2025-07-25", "Umzug")))
    told = draft.record([person, land, body], [draft.office(person.id, "Minister", body.id, "Karsten Ohl")])
    assert len({*people(holding("Karsten Ohl", "2021-03-18"), told)}) == (1 if one else 2)


def test_an_article_that_tells_of_both_offices_joins_a_career() -> None:
    first = holding("Maren Thießen", "2015-03-01", body=BAYERN)
    later = holding("Maren Thießen", "2022-03-01")
    both = holding("Maren Thießen", "2021-03-01", status=Status.DESIGNATED)
    draft = Draft(both.article.title, both.article.text, both.article.date)
    former = draft.entity(EntityType.JURISDICTION, "Bayern", kind="State")
    told = replace(both, entities=(*both.entities, former))
    old = replace(both.offices[0], organisation=former.id, status=Status.FORMER)
    told = replace(told, offices=(*told.offices, old))
    assert len({*people(first, later)}) == 2
    assert len({*people(first, later, told)}) == 1


def test_a_surname_that_fits_two_in_one_office_stays_apart() -> None:
    found = people(
        holding("Anna Berg", "2015-01-01"), holding("Bodo Berg", "2016-01-01"), holding("Berg", "2015-06-01")
    )
    assert len({*found}) == 3


def test_one_letter_apart_is_a_suggestion_only() -> None:
    one, two = holding("Jens From", "2015-01-01"), holding("Jens Fromm", "2015-02-01")
    done, resolution = resolved([page(one), page(two)])
    assert len({each.id for record in done for each in record.articles[0].entities if "person" in each.id}) == 2
    (suggestion,) = resolution.suggestions
    assert suggestion.features[0] == "close-name"
    assert suggestion.score == pytest.approx(sum(load_identity().weights[name] for name in suggestion.features))


def test_judgements_outweigh_scores() -> None:
    one, two = holding("Eva Alt", "2015-01-01"), holding("Eva Neu", "2015-02-01")
    same = Judgements(same=((anchor(one), anchor(two)),))
    assert len({*people(one, two, judgements=same)}) == 1
    three = holding("Eva Alt", "2016-01-01")
    different = Judgements(different=((anchor(one), anchor(three)),))
    assert len({*people(one, three)}) == 1
    assert len({*people(one, three, judgements=different)}) == 2


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [
        holding(name, f"20{year}-01-01", body=body)
        for name, year in (("Thomas Popp", 15), ("T. Popp", 16), ("Tobias Popp", 17), ("Popp", 18), ("Popp-Berg", 19))
        for body in (BAYERN, (EntityType.JURISDICTION, "Hessen", "State"))
    ]
    expected = dict(zip((one.article.id for one in articles), people(*articles), strict=True))
    for seed in range(5):
        random.Random(seed).shuffle(articles)
        assert dict(zip((one.article.id for one in articles), people(*articles), strict=True)) == expected


def test_later_articles_leave_plain_iris_as_they_are() -> None:
    mayor = holding("Anton Vogl", "2015-05-01", role="Oberbürgermeister", body=TOWN)
    other = [holding("Anton Vogl", f"2015-0{month}-02", body=BAYERN) for month in (5, 6)]
    assert people(mayor) == ["anton-vogl"]
    assert people(mayor, *other)[0] == "anton-vogl"


def test_a_lexicon_sets_other_weights(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        "@base <https://w3id.org/govgraph/> . @prefix gov: <https://w3id.org/govgraph/ontology#> .\n"
        "<id/identity/same-office> gov:weight -3.0 .\n",
        encoding="utf-8",
    )
    one, two = holding("T. Popp", "2015-01-01"), holding("Thomas Popp", "2015-02-01")
    records = [page(one), page(two)]
    done, _ = resolved(records, Resolver(load_identity((own,))))
    assert len({each.id for record in done for each in record.articles[0].entities if "person" in each.id}) == 2
    assert iri("person", "T. Popp") in {each.id for each in done[0].articles[0].entities}


def naming(*names: str, body: str = "", date: str = "2024-02-09", place: str = "") -> ArticleRecord:
    """An article that names people, and perhaps a body or town, and tells no office of anybody."""
    draft = Draft(f"Nachlese {date}", f"{', '.join(names)} und {body} in {place} haben Ärger.", date)
    things = [draft.entity(EntityType.PERSON, name) for name in names]
    things += [draft.entity(EntityType.ORGANISATION, body, kind="Company")] if body else []
    things += [draft.entity(EntityType.MUNICIPALITY, place)] if place else []
    return draft.record(things)


COMPANY = (EntityType.ORGANISATION, "WeserIT", "Company")


@pytest.mark.parametrize(
    ("told", "one"),
    [
        (naming("Timo Özkan", body="WeserIT"), True),
        (naming("Timo Özkan", body="WeserIT", date="2054-02-09"), False),
        (naming("Timo Özkan"), True),
        (naming("Timo Özkan", date="2054-02-09"), False),
        (naming("Timo Özkan", place="Kassel"), False),
        (naming("Timo Özkan", body="EmsIT"), False),
    ],
)
def test_who_has_no_office_is_whoever_the_article_leaves(told: ArticleRecord, one: bool) -> None:
    found = people(holding("Timo Özkan", "2024-02-02", role="Geschäftsführer", body=COMPANY), told)
    assert (found[0] == found[1]) is one


def test_a_common_name_is_tied_by_the_body_alone() -> None:
    head = holding("Jan Müller", "2024-02-02", role="Geschäftsführer", body=COMPANY)
    assert len({*people(head, naming("Jan Müller", body="WeserIT"))}) == 1
    assert len({*people(head, naming("Jan Müller"))}) == 2


def test_two_who_are_named_together_again_are_the_same_two() -> None:
    told = naming("Timo Özkan", "Petra Wolkow", body="WeserIT", date="2024-02-02")
    assert len({*people(told, naming("Timo Özkan", "Petra Wolkow", place="Kassel"))}) == 1
    assert len({*people(told, naming("Timo Özkan", "Ute Rapp", place="Kassel"))}) == 2
    common = naming("Jan Müller", "Petra Wolkow", body="WeserIT", date="2024-02-02")
    assert len({*people(common, naming("Jan Müller", "Petra Wolkow", place="Kassel"))}) == 2


def test_the_head_of_a_department_is_of_its_ministry() -> None:
    def article(title: str, date: str, *, department: bool, land: str) -> ArticleRecord:
        draft = Draft(title, f"Gerd Stauch, Abteilung Netze im Innenministerium, {land}.", date)
        person = draft.entity(EntityType.PERSON, "Gerd Stauch")
        house = replace(
            draft.entity(EntityType.ORGANISATION, "Innenministerium", kind="Ministry"),
            jurisdiction=iri("jurisdiction", "Sachsen"),
        )
        unit = draft.entity(EntityType.ORGANISATION, "Abteilung Netze")
        other = draft.entity(EntityType.JURISDICTION, land, kind="State")
        part = draft.fact(unit.id, Predicate.PART_OF, house.id, "Abteilung Netze im Innenministerium")
        offices = [draft.office(person.id, "Leiter", (unit if department else house).id, "Gerd Stauch")]
        offices += [draft.office(person.id, "CIO", other.id, "Gerd Stauch")] if department else []
        return draft.record([person, house, unit, other], offices, [part])

    told = article("Wechsel", "2020-12-11", department=True, land="Thüringen")
    later = article("Rückblick", "2021-03-25", department=False, land="Thüringen")
    assert len({*people(told, later)}) == 1


def test_two_of_one_name_in_one_article_are_two() -> None:
    draft = Draft("Treffen", "CIO Anton Vogl traf Anton Vogl in Bayern.", "2023-06-20")
    one = draft.entity(EntityType.PERSON, "Anton Vogl")
    other = replace(one, id=f"{one.id}-amtschef")
    land = draft.entity(*BAYERN[:2], kind="State")
    offices = [draft.office(one.id, "CIO", land.id, "Anton Vogl"), draft.office(other.id, "Referent", land.id, "CIO")]
    record = page(draft.record([one, other, land], offices))
    done, _ = resolved([record], Resolver(load_identity()))
    people_there = {each.id for each in done[0].articles[0].entities if each.type is EntityType.PERSON}
    assert len(people_there) == 2


def test_a_name_in_two_places_at_once_does_not_join_those_who_have_one_each() -> None:
    officer = [holding("Anton Vogl", f"20{year}-05-01", body=TOWN) for year in (15, 21)]
    official = [holding("Anton Vogl", f"20{year}-05-01", body=BAYERN) for year in (16, 20)]
    draft = Draft("Beide", "Anton Vogl in Bayern und Kassel.", "2018-05-01")
    person = draft.entity(EntityType.PERSON, "Anton Vogl")
    land, town = draft.entity(*BAYERN[:2], kind="State"), draft.entity(*TOWN[:2], kind=TOWN[2])
    offices = [
        draft.office(person.id, "CIO", land.id, "Anton Vogl"),
        draft.office(person.id, "CIO", town.id, "Anton Vogl"),
    ]
    found = people(*officer, *official, draft.record([person, land, town], offices))
    assert found[0] == found[1] != found[2] == found[3]
