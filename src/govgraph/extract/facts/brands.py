"""The product behind a kind of system: „Wir haben die E-Akte eingeführt. Die Software heißt enaio“."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.facts.named_next import given_name
from govgraph.extract.state import USES, FactDraft, facts_by_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Sentence

_OPENING = 3
"""In how many of its first words a sentence says with a noun for software that it tells of the product."""
_CONFIDENCE = 0.65


def brands(
    sentences: Sequence[Sentence], facts: Sequence[FactDraft], generic: frozenset[str], nouns: frozenset[str]
) -> Iterator[FactDraft]:
    """What is said of a kind of system, of the product that the next sentence names.

    Args:
        sentences: The article.
        facts: What it states otherwise.
        generic: Names that many a product may be called by („E-Akte“).
        nouns: Nouns for software that a product is („Produkt“).
    """
    by_sentence = facts_by_sentence(facts)
    for before, s in pairwise(sentences):
        told = [f for f in by_sentence[id(before)] if f.predicate in USES and f.object.name in generic]
        if not told or nouns.isdisjoint(token.text for token in s.tokens[:_OPENING]):
            continue
        named, _ = given_name(s)
        if named is None or named.draft is None or named.draft.name in generic:
            continue
        for fact in told:
            yield replace(fact, object=named.draft, confidence=_CONFIDENCE, sentence=s, rule="brand", speaker=s.speaker)
