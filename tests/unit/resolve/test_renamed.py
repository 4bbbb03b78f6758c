"""Bodies that an article calls by the name of another are suggested to be one, and no others."""

from __future__ import annotations

from itertools import permutations

import pytest

from govgraph.model import ArticleRecord, EntityType
from govgraph.resolve import Resolver
from govgraph.resolve.resolver import Judgements
from handmade import Draft, iri

HESSEN, SAARLAND = iri("jurisdiction", "Hessen"), iri("jurisdiction", "Saarland")


def naming(
    date: str, name: str, *others: str, place: str | None = HESSEN, kind: EntityType = EntityType.ORGANISATION
) -> ArticleRecord:
    draft = Draft(f"{name} {date}", f"{name} heißt auch {', '.join(others)}.", date)
    return draft.record([draft.entity(kind, name, *others, kind="Agency", place=place)])


OLD = naming("2023-11-30", "Agentur Nord", "Landesamt für Netze", "LN")
NEW = naming("2025-05-08", "Landesamt für Netze", "LN")


def suggested(*articles: ArticleRecord, judgements: Judgements | None = None) -> list[tuple[str, str, tuple[str, ...]]]:
    resolver = Resolver(judgements=judgements)
    for one in articles:
        resolver.add(one)
    return [(one.first_name, one.second_name, one.features) for one in resolver.decide().suggestions]


def test_what_bears_the_name_of_another_may_be_that() -> None:
    for order in permutations((OLD, NEW, naming("2026-01-01", "Landesamt für Netze"))):
        assert suggested(*order) == [("Agentur Nord", "Landesamt für Netze", ("name-of-the-other",))]


@pytest.mark.parametrize(
    "other",
    [
        naming("2025-05-08", "Landesamt für Netze", place=SAARLAND),
        naming("2025-05-08", "Landesamt für Wege", "LN"),
        naming("2025-05-08", "LN"),
        naming("2025-05-08", "Landesamt für Netze", kind=EntityType.SYSTEM),
    ],
    ids=["another Land", "abbreviation only", "a word only", "a system"],
)
def test_others_may_not(other: ArticleRecord) -> None:
    assert suggested(OLD, other) == []


def test_who_is_judged_to_be_two_is_not_suggested_again() -> None:
    pair = (iri("organisation", "Agentur Nord"), iri("organisation", "Landesamt für Netze"))
    assert suggested(OLD, NEW, judgements=Judgements(apart=(pair,))) == []
