"""Parts of a sentence that leave out the verb of the clause before: „Für Bayern unterschrieb A, für Hessen B“."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.state import Clause
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.frames import Filled
    from govgraph.extract.state import Argument, Sentence

_CUTS = frozenset({",", ";", "–", "und", "sowie"})
_PLACES = frozenset({EntityType.JURISDICTION, EntityType.MUNICIPALITY, EntityType.ORGANISATION})


class Gap(NamedTuple):
    """A part without a verb: the clause that it goes on, and which of its arguments take whose places there."""

    clause: int
    pairs: tuple[tuple[Argument, Argument], ...]


def open_gaps(s: Sentence) -> list[Gap]:
    """Take such parts out of their clauses, so that their names do not fill places of the whole clause."""
    found: list[Gap] = []
    for number in range(len(s.clauses)):
        clause = s.clauses[number]
        if not clause.finite or len(clause.tokens) < 6:
            continue
        arguments = [a for a in s.arguments if a.clause == number and not a.adjective and a.draft is not None]
        if len(arguments) < 3:
            continue
        arguments.sort(key=lambda a: a.first)
        verbs = {i for _, i, _ in clause.lemmas}
        first_verb = min(verbs, default=-1)
        cuts = [i for i in clause.tokens if s.lower[i] in _CUTS and i > first_verb >= 0 and i not in s.taken]
        for cut, end in pairwise([*cuts, max(clause.tokens) + 1]):
            if any(cut < i < end for i in verbs):
                continue
            inside = [a for a in arguments if cut < a.begin and a.last <= end]
            before = [a for a in arguments if a.last <= cuts[0]]
            pairs = _parallel(s, before, inside, cut)
            if pairs:
                found.append(Gap(number, pairs))
                _take_out(s, number, [i for i in clause.tokens if cut <= i < end], inside)
    return found


def _parallel(
    s: Sentence, before: Sequence[Argument], inside: Sequence[Argument], cut: int
) -> tuple[tuple[Argument, Argument], ...]:
    """Each free argument of the part with the argument of the clause that it answers to."""
    free = [a for a in inside if (a.head < 0 or a.marker == "np") and a.marker not in {"bracket", "gen"}]
    leaders = [a for i, a in enumerate(free) if all(a.group != b.group for b in free[:i])]
    if not leaders or leaders[0].begin > cut + 2:
        return ()
    if any(a.group == b.group for a in leaders for b in before):
        return ()
    pairs: list[tuple[Argument, Argument]] = []
    for a in leaders[:3]:
        twin = next(
            (b for b in before if b.marker == a.marker and _alike(a, b) and all(b is not old for old, _ in pairs)), None
        )
        if twin is None or twin.draft is a.draft:
            return ()
        pairs.append((twin, a))
    if len(pairs) == 1 and (leaders[0].marker in {"np", "wie"} or leaders[0].begin != cut + 1):
        return ()
    if len(pairs) > 1 and all(a.marker == "np" for a in leaders[:2]) and leaders[0].type is leaders[1].type:
        return ()
    return tuple(pairs)


def _alike(a: Argument, b: Argument) -> bool:
    return a.type is b.type or (a.type in _PLACES and b.type in _PLACES)


def _take_out(s: Sentence, number: int, tokens: list[int], inside: Sequence[Argument]) -> None:
    clause = s.clauses[number]
    gone = set(tokens)
    clause.tokens[:] = [i for i in clause.tokens if i not in gone]
    s.clauses.append(Clause(tokens, "gap", "", number))
    for i in tokens:
        s.clause_of[i] = len(s.clauses) - 1
    for a in inside:
        a.clause = len(s.clauses) - 1


def carried_on(s: Sentence, filled: Filled, gaps: Sequence[Gap]) -> Iterator[Filled]:
    """The same frame with the names of each part in the places that they answer to."""
    for gap in gaps:
        if gap.clause != filled.clause:
            continue
        subjects, objects = filled.subjects, filled.objects
        for old, new in gap.pairs:
            group = tuple(a for a in s.arguments if a.group == new.group and a.clause == new.clause)
            if any(a.group == old.group for a in subjects) and new.type in filled.frame.subject_types:
                subjects = group
            elif any(a.group == old.group for a in objects) and new.type in filled.frame.object_types:
                objects = group
        if subjects is not filled.subjects or objects is not filled.objects:
            yield replace(filled, subjects=subjects, objects=objects)
