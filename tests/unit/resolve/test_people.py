"""Who is one across articles, by name, office, place and time."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from govgraph.model import ArticleRecord, EntityType, Status
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
    body = replace(body, id=f"{body.id}-2025-07-25")
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
