"""What somebody is who „führt die Geschäfte“: the head for now, and a Geschäftsführer only where there is one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.offices.head_offices import HEAD, MANAGER
from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.state import RoleNoun
from govgraph.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, OfficeDraft

_DEPUTIES = ("Stellvertretender ", "Stellvertretende ", "Vize-", "Vize")
"""How the title of a deputy begins, before that of whom it deputises."""
_BUSINESS = "Geschäfte"
_BY_PRESIDENT = frozenset({"Agency"})
"""Kinds of body that have a Geschäftsführer only where the article says so."""


def caretakers(offices: Sequence[OfficeDraft], knowledge: Knowledge) -> Iterator[OfficeDraft]:
    """The offices, those of who „führt die Geschäfte“ as what the head of that body is called.

    „Vizepräsidentin Weber führt die Geschäfte“ makes her its Präsident for now; in a town nobody is a Geschäftsführer.

    Args:
        offices: Offices of the article.
        knowledge: Compiled vocabulary.
    """
    led = [o for o in offices if _runs_business(o)]
    if not led:
        yield from offices
        return
    managed = {id(o.body) for o in offices if o.role.iri == MANAGER and _is_said(o)}
    for o in offices:
        if not any(o is each for each in led) or o.body is None:
            yield o
            continue
        deputed = _deputed(o, offices, knowledge)
        if deputed is not None:
            yield deputed
        elif o.body.kind in _BY_PRESIDENT and id(o.body) not in managed:
            yield replace(o, role=_called(knowledge, HEAD, o.person))
        elif o.body.kind not in TOWNS | LANDS:
            yield o


def _runs_business(o: OfficeDraft) -> bool:
    """Whether an office is no more than what „führt die Geschäfte“ was taken for."""
    business = o.role.iri == MANAGER and o.how == "clause" and any(t.text == _BUSINESS for t in o.sentence.tokens)
    return business and not _is_said(o)


def _is_said(o: OfficeDraft) -> bool:
    """Whether the sentence of an office names its title."""
    return any(a.role is not None and a.role.iri == o.role.iri for a in o.sentence.arguments)


def _deputed(o: OfficeDraft, offices: Sequence[OfficeDraft], knowledge: Knowledge) -> OfficeDraft | None:
    """The office in whose stead somebody is a deputy by title, where the same sentence gives that title."""
    for own in offices:
        if own.person is not o.person or own.sentence is not o.sentence or own.body is None:
            continue
        above = next((own.role.name.removeprefix(d) for d in _DEPUTIES if own.role.name.startswith(d)), "")
        word = knowledge.role_word(above[:1].upper() + above[1:]) if above else None
        if word is None or word.iri is None:
            continue
        kinds = knowledge.body_kinds(word.iri)
        if own.body is o.body or o.body is None or not kinds or own.body.kind in kinds:
            status = o.status if o.status in {Status.FORMER, Status.DESIGNATED} else Status.ACTING
            role = RoleNoun(word.name, word.iri, level=word.level, holders=[o.person])
            return replace(o, role=role, body=own.body, status=status)
    return None


def _called(knowledge: Knowledge, iri: str, person: Draft) -> RoleNoun:
    return replace(knowledge.title(iri), holders=[person])
