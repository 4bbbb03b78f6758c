"""A noun set off after a name says of what kind it is: „HarzID, ein Bürgerkonto, das die Hochschule entwickelt“."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Argument, Draft, Sentence

_WORKS = frozenset({EntityType.PROGRAMME, EntityType.SERVICE, EntityType.SYSTEM})
_ONE = frozenset({"ein", "eine", "einem", "einen", "einer"})
_THE = frozenset({"das", "dem", "den", "der", "die"})
_LISTING = frozenset({"und", "oder", "sowie"})
_BRACKET = 3
"""Tokens of a short name in brackets."""


def kinds_of_names(sentences: Sequence[Sentence], generic: frozenset[str]) -> None:
    """Take back the nouns that only tell the kind of the name before them, and let „das Bürgerkonto“ mean that name.

    Not in a list: „die E-Akte, ein Bürgerportal und eine App“.

    Args:
        sentences: Sentences of the article, with their names marked.
        generic: Names in the reference data that many a product may be called by („E-Akte“).
    """
    for s in sentences:
        works = sorted((a for a in s.arguments if a.type in _WORKS and not a.adjective), key=lambda a: a.first)
        for name, noun in itertools.pairwise(works):
            if name.draft is not None and noun.draft is not None and _tells_kind(s, name, noun, generic):
                _take_back(sentences, s, name.draft, noun)


def _tells_kind(s: Sentence, name: Argument, noun: Argument, generic: frozenset[str]) -> bool:
    if name.draft is noun.draft or name.draft is None or noun.draft is None or name.draft.name in generic:
        return False
    i = name.last
    if s.text_at(i) == "(" and s.text_at(i + 2) == ")":
        i += _BRACKET
    if s.text_at(i) not in {",", "–"} or not 0 < noun.first - i <= _BRACKET + 1:
        return False
    article = s.low_at(i + 1)
    if noun.draft.name in generic:
        apt = article in _THE or article in _ONE
    else:
        apt = article in _ONE and noun.draft.entry is None
    between = range(i + 2, noun.first)
    return apt and all(s.text_at(j)[:1].islower() and j not in s.taken for j in between) and not _lists(s, noun)


def _lists(s: Sentence, noun: Argument) -> bool:
    """„…, ein Bürgerportal und eine App“: whether the noun is one of several things."""
    for j in range(noun.last, len(s.tokens)):
        word = s.lower[j]
        if word in _LISTING:
            return s.low_at(j + 1) in _ONE
        if word == ",":
            return s.low_at(j + 1) in _ONE
        if word in {".", ";", ":", "–"}:
            return False
    return False


def _take_back(sentences: Sequence[Sentence], s: Sentence, named: Draft, noun: Argument) -> None:
    kind = noun.draft
    if kind is None:
        return
    kind.mentions.discard((s.starts[noun.first], s.end_of(noun.last - 1)))
    s.drop(noun)
    if kind.entry is not None:
        return
    for other in sentences:
        for a in other.arguments:
            if a.draft is kind and other.low_at(a.first - 1) in _THE:
                other.mean(a, named)
