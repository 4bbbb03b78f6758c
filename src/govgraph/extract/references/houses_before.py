"""Whose house somebody speaks for who „war Direktor des ITZBund“ or „wurde vor einem Jahr Präsidentin des BSI“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.state import BOARDS, only_one
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_BECOMING = frozenset({"werden"})
_CHOSEN = frozenset({"berufen", "bestellen", "ernennen", "wählen"})
_BEING = frozenset({"bleiben", "sein"}) | _BECOMING | _CHOSEN
_AT_WORK = frozenset({"arbeiten", "beraten", "führen", "leiten", "lenken", "verantworten"})
_BELONGING = frozenset({"angehören", "vorsitzen", "vorstehen"})
"""Lemmas of verbs whose dative is the house."""
_MOVING = frozenset({"gehen", "kommen", "wechseln", "ziehen"})
_LEAVING = frozenset({"kommen", "wechseln"})
_WORKING = frozenset({"arbeiten", "beschäftigen", "sein"})
_AT = frozenset({"aus", "bei", "für", "von"})
_THEN = frozenset({"bis", "bislang", "bisher", "ehemals", "einst", "früher", "vormals", "zuvor"})
_LATER = frozenset({"bevor", "danach", "ehe", "heute", "inzwischen", "jetzt", "mittlerweile", "nun", "seit", "seither"})
"""Words of a clause for what somebody does after what they were."""
_OTHERS = BOARDS | {"Medium", "Parliament", "Party"}
"""Kinds of bodies that somebody may belong to without speaking for them."""


_WAS, _BECAME, _IS = range(3)


def house_before(person: Draft, opening: Sequence[Sentence], *, over: bool = True) -> Draft | None:
    """The one body where an opening tells that somebody is, else became, else was something; of a ministry the Land.

    Args:
        person: Who speaks.
        opening: Title and lead.
        over: Whether it may be one where somebody only was.
    """
    told = list(_told(person, opening))
    ranks = (_IS, _BECAME, _WAS) if over and not has_moved_on(person, opening) else (_IS, _BECAME)
    found = (only_one(d for d, rank in told if rank == wanted) for wanted in ranks)
    body = next((d for d in found if d is not None), None)
    if body is not None and body.kind in {"Ministry", "Government"}:
        return body.jurisdiction or body
    return body


def has_moved_on(person: Draft, opening: Sequence[Sentence]) -> bool:
    """„A war CDO von Mainz und berät heute Firmen“: whether an opening tells what somebody does after what they were.

    It does not in „A war lange CDO von Mainz. Heute blickt sie zurück.“
    """
    clauses = [(s, clause) for s, clause in _clauses(person, opening) if "nicht" not in clause.words]
    was = any(clause.verbs <= _BEING and not _is_now(s, clause) for s, clause in clauses) or any(
        a.draft is person and s.low_at(a.last + 1) in _THEN for s in opening for a in s.arguments
    )
    after = _AT_WORK | _BELONGING | _MOVING | _BEING
    return was and any(clause.verbs & after and _is_later(s, clause) for s, clause in clauses)


def _is_now(s: Sentence, clause: Clause) -> bool:
    return in_present(s, clause) or not _BECOMING.isdisjoint(clause.verbs | set(clause.auxiliaries))


def _is_later(s: Sentence, clause: Clause) -> bool:
    """„ging zur AKDB“, „Nun leitet sie …“, „bevor sie CIO wurde“: whether a clause tells what came after."""
    if clause.verbs & _MOVING:
        return True
    return not _LATER.isdisjoint({*clause.words, clause.opener}) and _is_now(s, clause)


def _clauses(person: Draft, opening: Sequence[Sentence]) -> Iterator[tuple[Sentence, Clause]]:
    """The clauses of an opening whose subject somebody is, be it „er“ or „sie“ where nobody else is named."""
    people = (a.draft for s in opening for a in s.arguments if a.type is EntityType.PERSON)
    alone = only_one(people) is person
    for s in opening:
        own: set[int] = set()
        for number, clause in enumerate(s.clauses):
            acting = [a for a in s.arguments if a.nominative and a.clause == number and a.role is None]
            named = any(a.draft is person for a in acting)
            called = alone and ("er" in clause.words or ("sie" in clause.words and _may_act(clause, acting)))
            if named or called or (not acting and clause.joined and clause.parent in own):
                own.add(number)
                if clause.verbs:
                    yield s, clause


def _may_act(clause: Clause, acting: Sequence[Argument]) -> bool:
    """„Nun leitet sie die KDO“, „kam sie zur KDO“: whether „sie“ may be the subject."""
    return not acting or bool(clause.verbs & _AT_WORK)


def _told(person: Draft, opening: Sequence[Sentence]) -> Iterator[tuple[Draft, int]]:
    """Bodies with whether somebody was, became or is something there."""
    for s, clause in _clauses(person, opening):
        if "nicht" in clause.words:
            continue
        if clause.verbs <= _BEING:
            becoming = bool(clause.verbs & (_BECOMING | _CHOSEN)) or not _BECOMING.isdisjoint(clause.auxiliaries)
            rank = _BECAME if becoming else _IS if in_present(s, clause) else _WAS
            found = _by_title(s, clause) or _houses(s, clause, frozenset({"bei"}))
        elif clause.verbs & _MOVING:
            rank = _BECAME
            found = _houses(s, clause, frozenset({"in", "zu"}))
        elif in_present(s, clause) and clause.verbs & _AT_WORK:
            rank = _IS
            found = _houses(s, clause, frozenset({"bei", "für"})) or _houses(s, clause, frozenset({"np"}))
        elif in_present(s, clause) and clause.verbs & _BELONGING:
            rank = _IS
            found = _houses(s, clause, frozenset({"np"}))
        else:
            continue
        yield from ((d, rank) for d in found if d.kind not in _OTHERS)


def _by_title(s: Sentence, clause: Clause) -> list[Draft]:
    """„A ist CIO des Bundes“: the bodies of the titles of a clause.

    „CIO des Bundes“ is all one title; of „Leiter der KDO in Oldenburg“ a title has the place as well.
    """
    titles = [
        a
        for a in s.arguments
        if a.role is not None and s.clauses[a.clause] is clause and not _is_aside(s, a) and not _is_former(a)
    ]
    ends = {a.last - 1 for a in titles}
    hanging = [
        a.draft
        for a in s.arguments
        if a.head in ends and a.type is not EntityType.PERSON and not a.adjective and a.draft is not None
    ]
    return hanging or [d for a in titles if a.role is not None for d in a.role.bodies]


def _houses(s: Sentence, clause: Clause, markers: frozenset[str]) -> list[Draft]:
    """„bei der KDO“, „zur AKDB“, „in die Leitung der AKDB“: bodies that a clause tells with these markers."""
    here = [
        a
        for a in s.arguments
        if a.type is EntityType.ORGANISATION and not a.adjective and s.clauses[a.clause] is clause
    ]
    return [a.draft for a in here if a.draft is not None and a.marker in markers and (a.marker != "np" or a.head < 0)]


def _is_former(title: Argument) -> bool:
    """„Der frühere CIO von Bayern, A, ist heute …“: whether a title is one of before."""
    return title.role is not None and title.role.status is Status.FORMER


def is_left_by_somebody(s: Sentence, body: Argument) -> bool:
    """„Sie kommt von der Agentur X“, „Zuletzt war A bei der Agentur X“: whether somebody worked in a body before."""
    if body.type is not EntityType.ORGANISATION or body.marker not in _AT or body.clause < 0:
        return False
    clause = s.clauses[body.clause]
    if clause.verbs & _LEAVING:
        over = body.marker in {"von", "aus"}
    else:
        over = bool(clause.verbs) and clause.verbs <= _WORKING and not in_present(s, clause)
    people = (a for a in s.arguments if a.type is EntityType.PERSON and a.nominative)
    return over and any(s.clause_of[a.first] == body.clause for a in people)


def _is_aside(s: Sentence, title: Argument) -> bool:
    """„A, bis 2023 CDO von Mainz, ist heute …“: whether a title stands between commas and a time."""
    start = next((i for i in range(title.first - 1, -1, -1) if s.text_at(i) == ","), -1)
    return start >= 0 and s.low_at(start + 1) in _THEN


def home_of_talk(person: Draft, sentences: Sequence[Sentence], home: Draft | None) -> Draft | None:
    """The Land that an article is about, for whom „wir“ may stand at last.

    Somebody who is only called, or of whom only a label tells, speaks for none.
    """
    if home is None:
        return None
    named = (a for s in sentences if s.kind not in {BlockKind.ANSWER, BlockKind.QUESTION} for a in s.arguments)
    introduced = any(a.draft is person and not a.reference for a in named)
    return home if introduced else None
