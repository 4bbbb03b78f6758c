"""Offices of a place that stand for it: „im Kasseler Rathaus“, „die hessischen Behörden“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import PLACES, Argument

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence


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
