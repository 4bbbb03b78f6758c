"""What whoever leads a house is called: „Jens Ott führt das Archiv“, „Präsidentin Weber hatte es bis Mai geleitet“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.offices.head_offices import HEAD
from govgraph.model import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import OfficeDraft, RoleNoun, Sentence

_PLAIN = "Leiter"
"""Its name; a „Vertriebsleiter“ leads less than the house."""
_AS_WHAT = frozenset({"als", "zu"})
_BACK = 1
"""How many sentences before somebody is told to lead a house its head may be called by a title alone."""


def heads_by_title(
    offices: Sequence[OfficeDraft], sentences: Sequence[Sentence], knowledge: Knowledge
) -> Iterator[OfficeDraft]:
    """The offices; who is told by a verb alone to lead a house has the title that the article gives to its head.

    Whoever has such a title there is not its „Leiter“ besides.

    Args:
        offices: Offices of the article.
        sentences: Its sentences.
        knowledge: Compiled vocabulary.
    """
    titles = knowledge.words("head-titles")
    boards = titles | knowledge.words("board-heads")
    called: dict[int, dict[str, RoleNoun]] = {}
    own: dict[tuple[int, int], RoleNoun] = {}
    for o in offices:
        if o.body is None:
            continue
        role = o.role if _is_said(o) else _title_beside(o, offices, boards) if _is_led(o) else None
        if role is not None and role.name in titles:
            called.setdefault(id(o.body), {}).setdefault(role.name, role)
        if role is not None and role.name in boards:
            own[id(o.person), id(o.body)] = role
    titled = {(id(o.person), id(o.body)) for o in offices if o.role.name in boards}
    number = {id(s): at for at, s in enumerate(sentences)}
    for o in offices:
        if not _is_led(o):
            yield o
            continue
        person = id(o.person), id(o.body)
        mine = own.get(person)
        if mine is not None:
            if o.status is not Status.FORMER or _is_said(o):
                yield o
            elif person not in titled:
                yield replace(o, role=mine)
            continue
        at = number.get(id(o.sentence), 0)
        near = () if id(o.body) in called else sentences[max(0, at - _BACK) : at + 1]
        known = called.get(id(o.body)) or _spoken_of(o, near, titles, knowledge)
        told = next(iter(known.values())) if len(known) == 1 else None
        yield o if told is None else replace(o, role=replace(told, holders=[o.person]))


def _is_led(o: OfficeDraft) -> bool:
    """Whether an office is no more than what a verb of leading makes of somebody."""
    return o.role.iri == HEAD and o.role.name == _PLAIN and o.how == "clause" and o.body is not None


def _title_beside(o: OfficeDraft, offices: Sequence[OfficeDraft], titles: Collection[str]) -> RoleNoun | None:
    """„Seit dem Weggang von Direktorin Roth leitet Jens Ott das Amt“: the title of whoever led a house before."""
    same = (other for other in offices if other.sentence is o.sentence and other.body is o.body and _is_led(other))
    if o.status is not Status.FORMER or all(other.person is o.person for other in same):
        return None
    roles = [a.role for a in o.sentence.arguments if a.role is not None and o.person in a.role.holders]
    fitting = [role for role in roles if role.name in titles and all(body is o.body for body in role.bodies)]
    return fitting[0] if len(fitting) == 1 else None


def _is_said(o: OfficeDraft) -> bool:
    """Whether the sentence of an office names its title: not „führt die Geschäfte“."""
    return any(a.role is not None and a.role.name == o.role.name for a in o.sentence.arguments)


def _spoken_of(
    o: OfficeDraft, near: Sequence[Sentence], titles: Collection[str], knowledge: Knowledge
) -> dict[str, RoleNoun]:
    """„Das Amt hat eine neue Direktorin. Eva Roth leitet es“: titles of nobody and of no other body, by name.

    Such a title has the gender of who leads the house, and houses of its kind have such a head.
    """
    found: dict[str, RoleNoun] = {}
    if o.body is None or o.body.name.split(" ", 1)[0].lower() in knowledge.words("unit-heads-direct"):
        return found
    for s in near:
        end = next((a.first for a in s.arguments if a.draft is o.person), 0) if s is o.sentence else len(s.tokens)
        for a in s.arguments if s.block == o.sentence.block else ():
            role = a.role
            if (
                role is None
                or role.name not in titles
                or role.plural
                or role.holders
                or a.marker in _AS_WHAT
                or a.last > end
            ):
                continue
            if not (role.definite or role.status is Status.NEW) or any(body is not o.body for body in role.bodies):
                continue
            kinds = knowledge.body_kinds(role.iri)
            if (not kinds or o.body.kind in kinds) and o.person.feminine in {None, role.feminine}:
                found.setdefault(role.name, role)
    return found
