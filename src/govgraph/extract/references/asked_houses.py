"""„Frau A, Sie leiten im Rechnungshof das Referat IT“: the house that a question tells somebody to work for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.references.interview import addressee
from govgraph.extract.state import BOARDS, BODY_TYPES, PLACES, only_one
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_AT_WORK = frozenset({"arbeiten", "leiten", "führen", "verantworten", "forschen", "lehren"})
"""Lemmas of verbs for what somebody does in a house."""
_BELONGING = frozenset({"angehören", "vorsitzen", "vorstehen"})
"""Lemmas of verbs whose dative is the house."""
_INSIDE = frozenset({"bei", "in", "gen"})
_NOT = frozenset({"nicht", "kein", "keine", "bald", "künftig", "demnächst", "würden", "werden"})
_BESIDES = frozenset({"auch", "außerdem", "ehrenamtlich", "kommissarisch", "nebenbei", "zudem", "zusätzlich"})
_BEFORE = frozenset({"damals", "davor", "einst", "früher", "wäre", "würde", "zuvor"})
_OTHERS = frozenset({"Medium", "Parliament", "Party"})
"""Kinds of bodies that somebody may belong to without speaking for them."""


def house_asked_about(person: Draft, sentences: Sequence[Sentence], past: AbstractSet[str]) -> Draft | None:
    """The one body that a question to somebody by name tells them to work in, lead or belong to.

    Of a ministry it is the Land.

    Args:
        person: Who is asked.
        sentences: The article.
        past: Words of a question about what somebody was before, or may become.
    """
    asked = (s for s in sentences if addressee(s) is person and past.isdisjoint(s.lower))
    house = only_one(body for s in asked for body in _houses(s, person))
    return house.jurisdiction if house is not None and house.kind == "Ministry" else house


def house_told_by_self(sentences: Sequence[Sentence]) -> Draft | None:
    """„Als CDO der Stadt Ulm kümmere ich mich …“, „Ich leite das Referat X im Innenministerium“: whose house it is.

    Of a ministry it is the Land. It is what the first answer says that tells of it.
    """
    for s in sentences:
        if s.kind is not BlockKind.ANSWER or "ich" not in s.lower:
            continue
        house = only_one(body for number, clause in enumerate(s.clauses) for body in _own(s, number, clause))
        if house is not None:
            return (house.jurisdiction or house) if house.kind in {"Ministry", "Government"} else house
    return None


def _own(s: Sentence, number: int, clause: Clause) -> Iterator[Draft]:
    """Bodies that a clause in the present tells „ich“ to work in, by a title or by what „ich“ does there."""
    words = {s.lower[i] for i in clause.tokens}
    if "ich" not in words or not in_present(s, clause) or not _NOT.isdisjoint(words) or not _BEFORE.isdisjoint(words):
        return
    for a in s.arguments:
        if a.role is None or a.role.holders or a.clause != number or a.role.status is not None:
            continue
        if a.marker == "als" or (a.marker == "np" and clause.verbs == {"sein"}):
            yield from a.role.bodies[:1]
    if _BESIDES.isdisjoint(words):
        told = (a.draft for a in _told(s, number, clause) if a.draft is not None)
        yield from (d for d in told if d.kind not in BOARDS)


def _houses(s: Sentence, person: Draft) -> Iterator[Draft]:
    for you in s.arguments:
        if you.draft is not person or not you.reference or not you.nominative or s.tokens[you.first].text != "Sie":
            continue
        number = s.clause_of[you.first]
        clause = s.clauses[number]
        if not in_present(s, clause) or not _NOT.isdisjoint(s.lower[i] for i in clause.tokens):
            continue
        yield from (a.draft for a in _told(s, number, clause) if a.draft is not None)


def _told(s: Sentence, number: int, clause: Clause) -> list[Argument]:
    here = [
        a for a in s.arguments if s.clause_of[a.first] == number and a.type in BODY_TYPES - PLACES and not a.adjective
    ]
    bodies = [a for a in here if a.type is EntityType.ORGANISATION and a.draft is not None and _is_house(a.draft)]
    if clause.verbs & _BELONGING:
        return [a for a in bodies if a.marker == "np" and a.head < 0]
    if clause.verbs & _AT_WORK:
        return [a for a in bodies if a.marker in _INSIDE] or [a for a in bodies if a.marker == "np" and a.head < 0]
    return []


def _is_house(body: Draft) -> bool:
    return body.kind not in _OTHERS
