"""Titles after which a house is named, where they are somebody's: „Anna Weber, Senatorin für Finanzen in Bremen“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import AUXILIARIES, DEFINITE_ARTICLES
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Set

    from govgraph.extract.state import Argument, Sentence

_MINISTRY = "Ministry"
_FAR = 8
"""How many words after the title „der Freien Hansestadt Bremen,“ may have before the name."""


def names_its_head(s: Sentence, house: Argument, first_names: Set[str]) -> bool:
    """Whether the name of a house that begins with a title stands beside the name of a person, who is its head.

    „Die Senatorin für Finanzen teilte mit“ and „Staatsrat beim Senator für Finanzen“ tell of the house.

    Args:
        s: The sentence; people are not known yet.
        house: The name that was taken for the house.
        first_names: Names of people.
    """
    if house.draft is None or house.draft.kind != _MINISTRY or house.type is not EntityType.ORGANISATION:
        return False
    return _behind_name(s, house.first, first_names) or _before_name(s, house.last, first_names)


def _behind_name(s: Sentence, first: int, first_names: Set[str]) -> bool:
    """„Anna Weber, die Senatorin für Finanzen“, „Anna Weber ist Senatorin für Finanzen“."""
    at = first - 1 - (s.low_at(first - 1) in DEFINITE_ARTICLES)
    beside = s.text_at(at) == "," or AUXILIARIES.get(s.low_at(at)) == "sein"
    surname = s.text_at(at - 1)
    return beside and surname[:1].isupper() and any(s.text_at(at - i) in first_names for i in (2, 3))


def _before_name(s: Sentence, last: int, first_names: Set[str]) -> bool:
    """„Die Senatorin für Finanzen der Freien Hansestadt Bremen, Anna Weber, …“."""
    if _is_name(s, last, first_names):
        return True
    comma = next((i for i in range(last, min(last + _FAR, len(s.tokens))) if not _goes_on(s, i)), -1)
    return s.text_at(comma) == "," and _is_name(s, comma + 1, first_names)


def _goes_on(s: Sentence, i: int) -> bool:
    """„der Freien Hansestadt Bremen“, „in Bremen“: what tells where the house is."""
    place = s.taken.get(i)
    return place is not None or s.low_at(i) in {"in", "der", "des", "von"} or s.text_at(i)[:1].isupper()


def _is_name(s: Sentence, i: int, first_names: Set[str]) -> bool:
    at = i + 2 if s.text_at(i) in {"Dr", "Prof"} else i
    return s.text_at(at) in first_names and s.text_at(at + 1)[:1].isupper() and at not in s.taken
