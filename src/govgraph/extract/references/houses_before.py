"""Whose house somebody speaks for who „war Direktor des ITZBund“ or „wurde vor einem Jahr Präsidentin des BSI“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.state import BOARDS, only_one
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Argument, Draft, Sentence

_BECOMING = frozenset({"werden"})
_CHOSEN = frozenset({"berufen", "bestellen", "ernennen", "wählen"})
_BEING = frozenset({"bleiben", "sein"}) | _BECOMING | _CHOSEN
_THEN = frozenset({"bis", "bislang", "bisher", "ehemals", "einst", "früher", "vormals", "zuvor"})
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
    ranks = (_IS, _BECAME, _WAS) if over else (_IS, _BECAME)
    found = (only_one(d for d, rank in told if rank == wanted) for wanted in ranks)
    body = next((d for d in found if d is not None), None)
    if body is not None and body.kind in {"Ministry", "Government"}:
        return body.jurisdiction or body
    return body


def _told(person: Draft, opening: Sequence[Sentence]) -> Iterator[tuple[Draft, int]]:
    """Bodies with whether somebody was, became or is something there."""
    for s in opening:
        numbers = {a.clause for a in s.arguments if a.draft is person and a.nominative and a.clause >= 0}
        for number in numbers:
            clause = s.clauses[number]
            if not clause.verbs or not clause.verbs <= _BEING or "nicht" in clause.words:
                continue
            becoming = bool(clause.verbs & (_BECOMING | _CHOSEN)) or not _BECOMING.isdisjoint(clause.auxiliaries)
            rank = _BECAME if becoming else _IS if in_present(s, clause) else _WAS
            titles = [a for a in s.arguments if a.role is not None and a.clause == number and not _is_aside(s, a)]
            ends = {a.last - 1 for a in titles}
            hanging = [
                a.draft
                for a in s.arguments
                if a.head in ends and a.type is not EntityType.PERSON and not a.adjective and a.draft is not None
            ]
            # „CIO des Bundes“ is all one title; of „Leiter der KDO in Oldenburg“ a title has the place as well
            bodies = hanging or [d for a in titles if a.role is not None for d in a.role.bodies]
            yield from ((d, rank) for d in bodies if d.kind not in _OTHERS)


def _is_aside(s: Sentence, title: Argument) -> bool:
    """„A, bis 2023 CDO von Mainz, ist heute …“: whether a title stands between commas and a time."""
    start = next((i for i in range(title.first - 1, -1, -1) if s.text_at(i) == ","), -1)
    return start >= 0 and s.low_at(start + 1) in _THEN


def home_of_talk(person: Draft, sentences: Sequence[Sentence], home: Draft | None) -> Draft | None:
    """The Land that an article is about, for whom „wir“ may stand at last.

    Somebody of whom only a label tells speaks for no Land that only the towns named lie in.
    """
    if home is None or home.mentions:
        return home
    named = (a for s in sentences if s.kind is not BlockKind.ANSWER for a in s.arguments)
    introduced = any(a.draft is person and not a.reference for a in named)
    return home if introduced else None
