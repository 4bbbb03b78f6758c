"""Laws that a headline shortens: „Landtag stimmt Digitalgesetz zu“ for „das Digitalverwaltungsgesetz“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import only_one
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govgraph.extract.state import Draft, Sentence

_HEADS = frozenset({BlockKind.TITLE, BlockKind.KICKER})
_LAW = "gesetz"
_SHORTEST = 4
"""Least letters of the first part of a compound that tells which law is meant."""


def settle_short_laws(sentences: Sequence[Sentence], drafts: Iterable[Draft]) -> None:
    """Let a law that only the headline names be the one law of the text whose name begins and ends as it does.

    Args:
        sentences: Sentences of the article, with the names that stand in them.
        drafts: Its entities.
    """
    heads = [s for s in sentences if s.kind in _HEADS]
    spans = [(s.start, s.end) for s in heads]
    for s in heads:
        for a in s.arguments:
            draft = a.draft
            if draft is None or a.type is not EntityType.LAW or a.last != a.first + 1:
                continue
            if not all(any(start <= at < end for start, end in spans) for at, _ in draft.mentions):
                continue
            word = s.lower[a.first]
            stem, law, _ = word.rpartition(_LAW)
            if not law or len(stem.rstrip("-")) < _SHORTEST:
                continue
            longer = only_one(d for d in drafts if d is not draft and d.mentions and _is_longer(d, stem, word))
            if longer is not None:
                s.mean(a, longer)


def _is_longer(law: Draft, stem: str, short: str) -> bool:
    """„Digitalverwaltungsgesetz“ for „Digitalgesetz“."""
    words = law.name.lower().split(" ") if law.type is EntityType.LAW else []
    return any(w.startswith(stem) and w.endswith(_LAW) and len(w) > len(short) for w in words)
