"""Arguments that share a slot without „und“: „A und B … einander“, „neben A auch B“, „ebenso wie A“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import Predicate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Argument, Draft, Sentence
    from govgraph.model import EntityType
    from govgraph.vocabulary import Frame

Pair = tuple[tuple["Argument", ...], tuple["Argument", ...]]
_BOARDS = frozenset({"Committee", "WorkingGroup", "Commission", "MunicipalUnion"})
_EQUALLY = frozenset({"ebenso", "genauso", "ebenfalls", "gleichermaßen"})


def each_other(candidates: Sequence[Argument]) -> Pair | None:
    """The first coordinated group of several, its first member against the others: „A und B arbeiten zusammen“."""
    for leader in candidates:
        others = tuple(a for a in candidates if a.group == leader.group and a.draft is not leader.draft)
        if others:
            return (leader,), others
    return None


def likely_chaired(bodies: Sequence[Draft]) -> Sequence[Draft]:
    """Of the bodies named before „den Vorsitz“ the committees; another body only if it is the only one."""
    boards = [d for d in bodies if d.kind in _BOARDS]
    return boards or (bodies if len(bodies) == 1 else [])


def acting_with(
    s: Sentence, inside: Sequence[Argument], frame: Frame, pair: Pair, types: frozenset[EntityType]
) -> tuple[Argument, ...]:
    """„Gemeinsam mit dem Bund hat Hessen … beschlossen“: who is named with „gemeinsam mit“ does it too.

    Args:
        s: The sentence.
        inside: Arguments of the clause.
        frame: Frame that its words fill.
        pair: Those that fill it.
        types: Types of the place that the others share.
    """
    taken = {*pair[0], *pair[1]}
    groups = {a.group for a in inside if a.marker == "mit" and a.begin > 0 and _together(s, a.begin - 1)}
    return tuple(
        a
        for a in inside
        if a not in taken
        and a.group in groups
        and a.draft is not None
        and a.type in types
        and frame.evokes is not Predicate.COOPERATES_WITH
    )


def _together(s: Sentence, i: int) -> bool:
    return s.lower[i] in {"gemeinsam", "zusammen", "gemeinschaftlich"}


def beside(s: Sentence, inside: Sequence[Argument], frame: Frame, pair: Pair) -> Pair:
    """„Neben dem Bund gehören auch A und B dem Rat an“: who is named beside a filler fills its slot, too."""
    taken = {*pair[0], *pair[1]}
    subjects, objects = pair
    for a in inside:
        if a in taken or a.draft is None or not _is_companion(s, inside, a):
            continue
        if any(a.draft is b.draft for b in taken):
            continue
        ours, theirs = a.type in frame.subject_types, a.type in frame.object_types
        if frame.object_kinds and a.draft.kind not in frame.object_kinds:
            theirs = False
        also = next((b for b in sorted(taken, key=lambda x: x.first) if s.low_at(b.begin - 1) == "auch"), None)
        if theirs and (not ours or (also in objects and also not in subjects)):
            objects = (*objects, a)
        elif ours:
            subjects = (*subjects, a)
    return subjects, objects


def _is_companion(s: Sentence, inside: Sequence[Argument], a: Argument) -> bool:
    if a.marker == "neben" and a.head < 0:
        return True
    if a.marker == "neben" and a.begin > 0 and s.lower[a.begin] == "neben":
        # „an der Hamburg neben Bremen beteiligt ist“: it stands beside the name before it
        before = s.taken.get(a.begin - 1)
        return before is not None and before.draft is not None
    if a.marker == "wie":
        clause = {s.lower[i] for i in range(max(0, a.begin - 8), a.begin)}
        return bool(clause & _EQUALLY)
    return False
