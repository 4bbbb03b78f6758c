"""Successors in a post that somebody had elsewhere: „Bis 2020 war X CIO von Fulda. Sein Nachfolger dort ist Y“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from govgraph.extract.state import FactDraft, OfficeDraft

_THERE = "dort"
_WHERE = frozenset({"an", "bei", "in"})


def held_there(
    fact: FactDraft, held: Sequence[OfficeDraft], nouns: AbstractSet[str], numbers: Mapping[int, int]
) -> list[OfficeDraft] | None:
    """What somebody who is followed had where a sentence says; None where it does not say.

    Args:
        fact: The succession.
        held: Offices of whoever is followed.
        nouns: Nouns for a successor.
        numbers: Number of each sentence, by its `id`.
    """
    s = fact.sentence
    before = numbers.get(id(s), 0) - 1
    just_told = [o for o in held if numbers.get(id(o.sentence)) == before]
    if any(low == _THERE and s.text_at(i - 1) in nouns for i, low in enumerate(s.lower)):
        # „Sein Nachfolger dort ist Y“
        return just_told
    if next((low for low in s.lower if low.isalpha()), "") == _THERE and just_told:
        # „Dort folgte ihm Y nach“
        return just_told
    return None


def held_in_place(
    fact: FactDraft, held: Sequence[OfficeDraft], nouns: AbstractSet[str], capitals: AbstractSet[str]
) -> list[OfficeDraft]:
    """„Seine Nachfolge in Hessen tritt Y an“, „sein Nachfolger in München“: what X had there, and nothing newer.

    The capital of a Land stands for its government.

    Args:
        fact: The succession.
        held: Offices of whoever is followed.
        nouns: Nouns for a successor.
        capitals: Names of the capitals of Länder.
    """
    s = fact.sentence
    there = [a.draft for a in s.arguments if a.marker in _WHERE and a.draft is not None and s.text_at(a.head) in nouns]
    places = {id(d) for d in there} | {id(d.jurisdiction) for d in there if d.jurisdiction and d.name in capitals}
    towns = tuple(f" {d.name}" for d in there if d.type is EntityType.MUNICIPALITY)
    return [
        o
        for o in held
        if o.body is not None and (places & {id(o.body), id(o.body.jurisdiction)} or o.body.name.endswith(towns))
    ]
