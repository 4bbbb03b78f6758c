"""Marks that part clauses, and where a clause or the last of its verbs ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import AUXILIARIES, CONJUNCTIONS, MODALS

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

BREAKS = frozenset({",", ";", ":", "–", "—", "(", ")", "„", "“", "”", '"', "»", "«"})
ENDS = BREAKS | {".", "!", "?"}
MARKS = BREAKS - {"(", ")", "„", "“"}
_AFTER_VERB = CONJUNCTIONS.union(AUXILIARIES, MODALS)
FINITE = frozenset({"fin", "aux"})
"""What a word is as a verb that makes a clause of a stretch."""
LAST = 2
"""A verb is last in its clause where no more than a mark follows it."""


def closes(s: Sentence, i: int) -> bool:
    """Whether after a token its stretch ends, or another verb or „und“ stands: „… entwickeln können“."""
    following = s.tokens[i + 1].text if i + 1 < len(s.tokens) else "."
    return following in ENDS or following.lower() in _AFTER_VERB
