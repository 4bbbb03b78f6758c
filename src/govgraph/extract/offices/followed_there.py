"""Successors in a post that somebody had elsewhere: „Bis 2020 war X CIO von Fulda. Sein Nachfolger dort ist Y“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from govgraph.extract.state import Draft, FactDraft, OfficeDraft

_THERE = "dort"
_IN = "in"


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
    town = next((a.draft for a in s.arguments if a.marker == _IN and s.text_at(a.begin - 1) in nouns), None)
    if town is None or town.type is not EntityType.MUNICIPALITY:
        return None
    return [o for o in held if _is_in(o, town)] or None


def _is_in(office: OfficeDraft, town: Draft) -> bool:
    body = office.body
    if body is None:
        return False
    return body is town or body.jurisdiction is town or body.name.endswith(f" {town.name}")
