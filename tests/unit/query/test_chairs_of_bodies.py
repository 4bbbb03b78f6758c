"""A Land in the chair of a body is told by `who`, beside whoever sits there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from govgraph.errors import NotFoundError
from govgraph.model import EntityType, Modality, Predicate
from govgraph.query import Basis, Holder, who
from govgraph.rdf import build_quads
from govgraph.store import MemoryStore
from handmade import Draft, holding, page

if TYPE_CHECKING:
    from govgraph.model import ArticleRecord

COUNCIL = (EntityType.ORGANISATION, "IT-Planungsrat", "Committee")
BOARD = (EntityType.ORGANISATION, "Föderales IT-Standardisierungsboard", "Committee")


def chairing(land: str, date: str, modality: Modality = Modality.ASSERTED) -> ArticleRecord:
    words = f"{land} und der Vorsitz im IT-Planungsrat ({modality}, {date})."
    draft = Draft(f"Vorsitz {land}", words, date)
    place = draft.entity(EntityType.JURISDICTION, land, kind="State")
    council = draft.entity(EntityType.ORGANISATION, COUNCIL[1], kind=COUNCIL[2])
    fact = replace(draft.fact(place.id, Predicate.CHAIRS, council.id, words), modality=modality)
    return draft.record([place, council], facts=[fact])


def asked(*articles: ArticleRecord, role: str | None = "Vorsitzende", on: str | None = None) -> tuple[Holder, ...]:
    return who(MemoryStore(build_quads([page(*articles)])), role, "IT-Planungsrat", on)


@pytest.mark.parametrize("title", ["Vorsitzende", "Vorsitzender", "Vorsitz", None])
def test_a_land_in_the_chair_is_told_by_any_title(title: str | None) -> None:
    (answer,) = asked(chairing("Hessen", "2026-02-17"), role=title)
    assert (answer.person.label, answer.role.label, answer.how) == ("Hessen", "Vorsitz", "observed on 2026-02-17")
    assert [one.quote for one in answer.evidence] == [
        "Hessen und der Vorsitz im IT-Planungsrat (asserted, 2026-02-17)."
    ]


def test_the_newest_land_has_the_chair_and_who_is_to_come_follows() -> None:
    told = (
        chairing("Sachsen", "2024-02-17"),
        chairing("Hessen", "2026-02-17"),
        chairing("Bremen", "2026-02-18", Modality.PLANNED),
        chairing("Bayern", "2026-02-18", Modality.REPORTED),
    )
    assert [one.person.label for one in asked(*told)] == ["Hessen", "Bremen"]
    assert [(one.person.label, one.basis) for one in asked(*told, on="2024")] == [("Sachsen", Basis.OBSERVED)]


def test_a_chair_that_has_ended_is_former() -> None:
    (answer,) = asked(chairing("Sachsen", "2024-02-17"), chairing("Sachsen", "2025-02-17", Modality.ENDED))
    assert answer.basis is Basis.FORMER


def test_a_person_in_the_chair_and_the_land_do_not_replace_each_other() -> None:
    sits = holding("Eva Alt", "2026-03-01", role="Vorsitzender", body=COUNCIL)
    assert {one.person.label for one in asked(sits, chairing("Hessen", "2026-02-17"))} == {"Eva Alt", "Hessen"}


def test_a_land_is_in_the_chair_no_more_once_a_later_year_tells_who_sits_there() -> None:
    """A chair passes on with the year: the Land of last year is not beside who sits there now."""
    sits = holding("Eva Alt", "2026-03-01", role="Vorsitzender", body=COUNCIL)
    told = (sits, chairing("Hessen", "2025-07-25"))
    assert [one.person.label for one in asked(*told)] == ["Eva Alt"]
    assert [one.person.label for one in asked(*told, on="2025-07")] == ["Hessen", "Eva Alt"]
    coming = chairing("Bremen", "2025-12-01", Modality.PLANNED)
    assert {one.person.label for one in asked(*told, coming)} == {"Eva Alt", "Bremen"}


def test_who_chairs_a_part_of_the_body_is_told_apart() -> None:
    answers = asked(holding("Ida Neu", "2026-03-01", role="Vorsitzender", body=BOARD), chairing("Hessen", "2026-02-17"))
    assert [(one.person.label, one.of_part) for one in answers] == [("Hessen", False), ("Ida Neu", True)]


def test_what_is_within_a_land_counts_as_its_own() -> None:
    ministry = (EntityType.ORGANISATION, "Hessisches Ministerium für Digitalisierung und Innovation", "Ministry")
    store = MemoryStore(
        build_quads([page(holding("Eva Alt", "2024-11-18", body=ministry), holding("Jan Voss", "2020-01-01"))])
    )
    assert not any(one.of_part for one in who(store, "CIO", "Hessen"))


def test_a_chair_with_more_words_is_no_office() -> None:
    with pytest.raises(NotFoundError, match="no office"):
        asked(chairing("Hessen", "2026-02-17"), role="Vorsitzende IT-Planungsrat")
