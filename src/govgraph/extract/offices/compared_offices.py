"""Offices beside each other: which is the only one, which is told more closely, which is over or is held since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import UNTIL_NOW
from govgraph.extract.state import BOARDS, CHAIRS, OfficeDraft
from govgraph.model import Modality, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Draft, FactDraft

TOP_POSTS = frozenset({"CIO", "CDO", "CISO"})
"""Titles of those whose changes such news are about."""
_SINCE = frozenset({"heute", "inzwischen", "jetzt", "mittlerweile", "nun", "nunmehr", "seitdem", "seither"})
"""Adverbs before what a predecessor has become since."""


def same_post(one: OfficeDraft, other: OfficeDraft) -> bool:
    """Whether two offices are one post: by title, and by the body where the other is not over."""
    return one.role.name == other.role.name and (one.body is other.body or other.status is Status.FORMER)


def in_one_breath(office: OfficeDraft, other: OfficeDraft) -> bool:
    """„ist Staatsrat und CIO. Er folgte auf X“: two offices that a verb gives together go together."""
    said = office.how == other.how == "clause" and office.sentence is other.sentence
    return said and office.sure and other.sure and office.role.name != other.role.name


def is_board(office: OfficeDraft) -> bool:
    """Whether an office is one in a board."""
    return office.body is not None and office.body.kind in BOARDS


def is_apart(fact: FactDraft, office: OfficeDraft) -> bool:
    """„Folgen soll ihm X, noch Leiterin des Hauptamts“: what somebody is who is yet to follow."""
    here = office.how == "apposition" and office.sentence is fact.sentence
    return here and fact.modality is Modality.PLANNED


def is_seat(office: OfficeDraft, board: Draft | None) -> bool:
    """Whether an office is one in a board, or if none is named the chair of whatever."""
    if board is not None:
        return office.body is board
    return any(word in office.role.name.lower() for word in CHAIRS)


def is_gone(office: OfficeDraft) -> bool:
    """„X ist nicht mehr CIO“: a clause tells of an office that is over."""
    return office.how == "clause" and office.status is Status.FORMER


def was_so_far(office: OfficeDraft) -> bool:
    """Whether „bisherig“ stands before its title, and not „früher“: what was held up to what is held now."""
    s = office.sentence
    titles = [a for a in s.arguments if a.role is office.role]
    return any(s.low_at(i).startswith("bisherig") for a in titles for i in (a.first - 1, a.first - 2))


def is_until_now(office: OfficeDraft) -> bool:
    """„X, bislang Innenminister, leitet nun das Finanzministerium“: whether its title says that another follows."""
    s = office.sentence
    return was_so_far(office) or any(a.role is office.role and s.low_at(a.first - 1) in UNTIL_NOW for a in s.arguments)


def is_since(office: OfficeDraft) -> bool:
    """Whether an adverb right before its title says that somebody has an office now, and had another one before."""
    s = office.sentence
    return any(a.role is office.role and s.low_at(a.first - 1) in _SINCE for a in s.arguments)


def only_office(choices: Sequence[OfficeDraft]) -> OfficeDraft | None:
    """The only office of a choice; of several that of the CIO, which is the one that such news are about."""
    names = {o.role.name for o in choices}
    if len(names) == 1:
        return next((o for o in choices if o.sure), choices[0])
    return next((o for o in choices if o.role.name in TOP_POSTS), None)


def most_telling(offices: Sequence[OfficeDraft]) -> list[OfficeDraft]:
    """Offices but for those that another of them names more closely: „Erster Bürgermeister“ is a „Bürgermeister“."""
    names = {o.role.name.lower() for o in offices}
    wide = {name for name in names for other in names if other != name and other.endswith(name.removeprefix("staats"))}
    return [o for o in offices if o.role.name.lower() not in wide or len(wide) == len(names)]


def says_more(one: OfficeDraft, other: OfficeDraft) -> bool:
    """Whether an office is the other one by a closer title: „Sozialminister“ and „Minister“ of one Land."""
    name, wide = one.role.name.lower(), other.role.name.lower()
    return one.body is other.body is not None and name != wide and name.endswith(wide) and one.status is other.status
