"""Places of which the holder of a title is not: where something happens, whom one visits, what one praises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.lands import LANDS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from govgraph.extract.state import Argument, Draft, Sentence

_BEING = frozenset({"arbeiten", "bleiben", "haben", "sein", "werden"})
"""Lemmas of verbs that tell of no event."""


def acts_there(s: Sentence, title: Argument, parting: Set[str]) -> bool:
    """„CDO Anna Weber sprach in Ulm“: whether the holder of a title does something, and does not leave a place."""
    if not _is_by_name(s, title):
        return False
    clause = s.clauses[title.clause] if 0 <= title.clause < len(s.clauses) else None
    lemmas = {lemma for lemma, _, _ in clause.lemmas} if clause is not None else set()
    return not lemmas <= _BEING and lemmas.isdisjoint(parting)


def is_behind_subject(s: Sentence, title: Argument, place: Argument) -> bool:
    """„CDO Anna Weber besuchte die Stadt Ulm“, „… sprach in Ulm“; not „Den CDO Jens Ott entließ die Stadt Ulm“."""
    acts = "n" in title.cases and s.low_at(title.begin) not in {"dem", "den"}
    return place.first > title.first and place.clause == title.clause and (acts or not place.nominative)


def is_only_visited(s: Sentence, title: Argument | None, town: Draft, named: Sequence[tuple[int, Draft]]) -> bool:
    """„CDO Anna Weber besuchte die Stadt Ulm“: where somebody is or goes, which the article names there alone."""
    if title is None or not _is_by_name(s, title):
        return False
    here = [a for a in s.arguments if a.draft is town and not a.adjective]
    after = all(is_behind_subject(s, title, a) for a in here)
    return bool(here) and after and sum(d is town for _, d in named) == len(here)


def only_praised(
    sentences: Sequence[Sentence], named: Sequence[tuple[int, Draft]], praising: Set[str]
) -> Iterator[Draft]:
    """„In Köln sprach Staatssekretär A. Der CIO lobte das Land Hessen“: Länder of which somebody only speaks.

    Args:
        sentences: The article.
        named: Its bodies and places, with their offsets.
        praising: Lemmas of verbs of praise and blame.
    """
    said: dict[int, tuple[Draft, int]] = {}
    for s in sentences:
        for a in s.arguments:
            if a.draft is None or a.draft.kind not in LANDS or a.adjective or a.head >= 0 or a.marker != "np":
                continue
            clause = s.clauses[a.clause] if 0 <= a.clause < len(s.clauses) else None
            talks = clause is not None and any(lemma in praising for lemma, _, _ in clause.lemmas)
            if talks and _is_behind_another(s, a):
                said[id(a.draft)] = a.draft, said.get(id(a.draft), (a.draft, 0))[1] + 1
    for land, times in said.values():
        if times == sum(d is land or d.jurisdiction is land for _, d in named):
            yield land


def _is_by_name(s: Sentence, title: Argument) -> bool:
    """„CDO Anna Weber“: whether a title stands right before the name of a person."""
    name = s.taken.get(title.last)
    return name is not None and name.type is EntityType.PERSON


def _is_behind_another(s: Sentence, a: Argument) -> bool:
    """„Der CIO lobte das Land“: whether a title or name that can be the subject stands before it in its clause."""
    before = (b for b in s.arguments if b.clause == a.clause and b.last <= a.first and b is not a)
    return any("n" in b.cases and b.marker == "np" and (b.role or b.type is EntityType.PERSON) for b in before)
