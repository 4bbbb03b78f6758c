"""Whom a member of a board sits there for, by an office of a Land or by „für“ behind the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, FactDraft
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Draft, OfficeDraft

_BOARDS = frozenset({"Committee", "WorkingGroup"})
_JOINT_BOARD = "it-planungsrat"
"""The board of federation and Länder that the reference data keep under the federation."""


def representing(facts: Sequence[FactDraft], offices: Sequence[OfficeDraft]) -> Iterator[FactDraft]:
    """Who holds an office of one Land, or of the federation, and sits in a board of all of them sits there for it."""
    lands: dict[int, dict[int, Draft]] = {}
    for office in offices:
        body = office.body
        if body is None or office.status in {Status.FORMER, Status.DESIGNATED}:
            continue
        land = body if body.type is EntityType.JURISDICTION else body.jurisdiction if body.kind == "Ministry" else None
        if land is not None and land.kind != "Union":
            lands.setdefault(id(office.person), {})[id(land)] = land
    for fact in facts:
        if fact.predicate is Predicate.MEMBER_OF and fact.subject.type is EntityType.PERSON:
            yield from _sent_by(fact)
        board = fact.object
        if fact.predicate is not Predicate.MEMBER_OF or board.kind not in _BOARDS or board.entry is None:
            continue
        own = lands.get(id(fact.subject), {})
        if len(own) != 1 or fact.modality is Modality.ENDED:
            continue
        land = next(iter(own.values()))
        if _sent_for_another(fact, land, facts):
            continue
        joint = _JOINT_BOARD in {board.entry.iri.rsplit("/", 1)[-1], (board.entry.parent or "").rsplit("/", 1)[-1]}
        if joint or (land.entry is not None and land.entry.iri not in board.entry.jurisdictions):
            yield FactDraft(fact.subject, Predicate.REPRESENTS, land, fact.modality, 0.65, fact.sentence, "sits-for")


def _sent_for_another(fact: FactDraft, land: Draft, facts: Sequence[FactDraft]) -> bool:
    """„Für den Bund sitzt A in dem Gremium“: the sentence says itself whom a member is there for."""
    return any(
        other.predicate is Predicate.REPRESENTS
        and other.subject is fact.subject
        and other.sentence is fact.sentence
        and other.object is not land
        for other in facts
    )


def _sent_by(fact: FactDraft) -> Iterator[FactDraft]:
    """„Mitglieder sind A für den Städtetag und B für Hessen“: whom a member of a board sits there for."""
    s = fact.sentence
    ends = {a.last for a in s.arguments if a.draft is fact.subject}
    for a in s.arguments:
        sender = a.draft
        if a.marker != "für" or a.begin not in ends or sender is None or a.type not in BODY_TYPES or a.adjective:
            continue
        if sender is not fact.object:
            yield FactDraft(fact.subject, Predicate.REPRESENTS, sender, fact.modality, 0.7, s, "member-for")
