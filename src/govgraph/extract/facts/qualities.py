"""Attributes before a noun that say where or whose it is: „die in Wiesbaden ansässige HZD“, „beim BSI angesiedelt“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.filled import Filled
from govgraph.extract.state import Argument
from govgraph.model import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence

_CASES = {"dat": "d", "acc": "a"}


def qualities(s: Sentence, knowledge: Knowledge, described: Sequence[Argument]) -> Iterator[Filled]:
    """What an adjective or participle with a complement before it says of the thing named after it.

    Args:
        s: The sentence.
        knowledge: Compiled vocabulary.
        described: Common nouns that describe a thing, as arguments that stand for it.
    """
    for i in range(2, len(s.tokens) - 1):
        low = s.lower[i]
        if not s.tokens[i].inflected or i in s.taken or len(low) < 6:
            continue
        frames = knowledge.quality_frames(low)
        if not frames:
            continue
        ends = [a for a in s.arguments if a.draft is not None and not a.adjective and _ends_at(s, a, i)]
        things = [b for b in s.arguments if b.begin <= i < b.first and b.draft is not None and not b.adjective]
        things += [b for b in described if b.begin <= i < b.first]
        for end in ends:
            place = [a for a in s.arguments if a.group == end.group and a.last <= i and a.draft is not None]
            for thing in things[:1]:
                for frame in frames:
                    if (
                        frame.evokes is not None
                        and thing.type in frame.subject_types
                        and end.type in frame.object_types
                        and end.draft is not thing.draft
                        and _marked(end, frame.object_markers)
                    ):
                        said_of = _all_described(s, thing, i)
                        yield Filled(frame, said_of, tuple(place), max(thing.clause, 0), Modality.ASSERTED)


def _all_described(s: Sentence, thing: Argument, i: int) -> tuple[Argument, ...]:
    """„die an Dataport beteiligten Länder Hamburg und Bremen“: behind a noun in the plural all that are listed."""
    several = s.lower[i].endswith("en") and s.low_at(thing.begin) in _OF_SEVERAL and thing.first > i + 1
    if not several or not s.text_at(i + 1)[:1].isupper():
        return (thing,)
    return tuple(b for b in s.arguments if b.group == thing.group and b.first >= thing.first and b.type is thing.type)


def _ends_at(s: Sentence, a: Argument, i: int) -> bool:
    """Whether a phrase ends right before token `i`, perhaps with an adverb between; a „nicht“ there denies it."""
    if a.last == i:
        return True
    between = s.lower[a.last : i]
    return 0 < len(between) <= 2 and all(w in _ADVERBS or a.last + k in s.dated for k, w in enumerate(between))


def _marked(a: Argument, markers: frozenset[str]) -> bool:
    if a.marker in markers:
        return a.marker not in {"gen", "nom"}
    return a.marker == "np" and any(case in a.cases for marker, case in _CASES.items() if marker in markers)


_OF_SEVERAL = frozenset({"den", "der", "die"})
_ADVERBS = frozenset(
    {"bereits", "schon", "neu", "derzeit", "eng", "organisatorisch", "unmittelbar", "direkt", "seit", "auch", "heute"}
    | {"jüngst", "gerade", "gemeinsam", "fachlich", "ebenfalls"}
)
