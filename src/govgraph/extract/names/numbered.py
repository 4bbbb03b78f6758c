"""Bodies with the number of their service for the end of the name: „der Lenkungsausschuss 115“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Sentence

_COUNTED = frozenset({"bis", "oder", "und"})
"""Words between a number and what it counts: „115 bis 120 Stimmen“."""


def number_bodies(sentences: Sequence[Sentence], cast: Cast, knowledge: Knowledge) -> None:
    """Give bodies that no lexicon lists the number behind them, where it is the name of a service.

    Args:
        sentences: The article.
        cast: Its entities; names of bodies grow.
        knowledge: Compiled vocabulary, with the numbers that are names.
    """
    numbers = knowledge.words("name-numbers")
    if numbers.isdisjoint(token.text for s in sentences for token in s.tokens):
        return
    for s in sentences:
        for a in list(s.arguments):
            if a.type is EntityType.ORGANISATION and not a.adjective and s.text_at(a.last) in numbers:
                _lengthen(s, a, cast)


def _lengthen(s: Sentence, a: Argument, cast: Cast) -> None:
    """Make the number behind a body a part of its name, if it counts nothing."""
    draft, at = a.draft, a.last
    if draft is None or draft.entry is not None or at in s.dated:
        return
    counts = s.text_at(at + 1)[:1].isupper() or (
        s.low_at(at + 1) in _COUNTED and (s.text_at(at + 2).isdigit() or s.low_at(at + 2) in PREPOSITIONS)
    )
    if counts or s.text_at(at + 1) in {"%", "€", "-"}:
        return
    number = s.text_at(at)
    if not draft.name.endswith(f" {number}"):
        cast.lengthen(draft, f"{draft.name} {number}")
    inside = s.taken.get(at)
    if inside is not None and inside is not a:
        s.drop(inside)
    cast.place(s, a.first, at + 1, draft)
