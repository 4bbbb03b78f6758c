"""Questions within a sentence: „…, warum es dauert und was Sachsen damit zu tun hat“."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.extract.state import Clause, Sentence

_ASKING = frozenset(
    {
        "ob", "wann", "warum", "was", "welche", "welchen", "welcher", "welches", "wen", "wer", "weshalb", "wie",
        "wieso", "wo", "wodurch", "wofür", "wogegen", "woher", "wohin", "womit", "woran", "worauf", "worüber",
        "worum", "wovon", "wozu",
    }
)  # fmt: skip
"""Words that open a question within a sentence."""
_OPENING = 3
"""At which tokens of a clause such a word may stand: after a comma or „und“."""


def asks(s: Sentence, clause: Clause) -> bool:
    """„…, warum es dauert und was Sachsen damit zu tun hat“."""
    return any(s.lower[i] in _ASKING for i in clause.tokens[:_OPENING])
