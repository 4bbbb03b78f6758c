"""Offices and people of a place that stand for it: „im Kasseler Rathaus“, „die Nachbarn in Göttingen“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import PLACES, Argument
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

_FROM = frozenset({"in", "aus"})
_AND = frozenset({",", "und", "sowie"})


def seat_arguments(s: Sentence, nouns: frozenset[str]) -> None:
    """Let the noun after the adjective of a place stand for the place, if it names where that place is governed.

    Args:
        s: Sentence with its names marked.
        nouns: Such nouns, as they stand in text.
    """
    for a in [a for a in s.arguments if a.adjective and a.type in PLACES and a.last - a.first == 1]:
        i = a.last
        while i < min(a.last + 3, len(s.tokens)) and s.tokens[i].text[0].islower() and i not in s.taken:
            i += 1
        if i >= len(s.tokens) or i in s.taken or s.tokens[i].text.rsplit("-", 1)[-1] not in nouns:
            continue
        if "-" in s.tokens[a.first].text:
            continue
        seat = Argument(i, i + 1, draft=a.draft, reference=True)
        s.arguments.append(seat)
        s.taken[i] = seat


def _inhabitants(s: Sentence) -> None:
    """Let „Kasselerinnen“ of „Kasselerinnen und Kasseler“ stand for the place."""
    for a in [a for a in s.arguments if a.adjective and a.type in PLACES and a.last - a.first == 1]:
        i = a.first - 2
        if s.low_at(i + 1) == "und" and s.low_at(i).endswith("innen") and i not in s.taken:
            people = Argument(i, i + 1, draft=a.draft, reference=True)
            s.arguments.append(people)
            s.taken[i] = people


def people_arguments(s: Sentence, nouns: frozenset[str]) -> None:
    """Let people of a town stand for it: „die Nachbarn in Göttingen betreiben …“, „die Kollegen aus Ulm“.

    Those of several („die Kollegen aus Kiel, Mainz und Trier“) are people and no towns.

    Args:
        s: Sentence with its names marked.
        nouns: Such nouns, as they stand in text.
    """
    _inhabitants(s)
    for a in [a for a in s.arguments if a.type is EntityType.MUNICIPALITY and not a.adjective]:
        i = a.first - 2
        listed = s.low_at(a.last) in _AND and a.last + 1 in s.taken
        if s.low_at(a.first - 1) in _FROM and not listed and s.text_at(i) in nouns and i not in s.taken:
            people = Argument(i, i + 1, draft=a.draft, reference=True)
            s.arguments.append(people)
            s.taken[i] = people
