"""Plans that only stand in a comparison: „später als geplant“, „wie im Vertrag vorgesehen“: what is told is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from govgraph.extract.state import Sentence

_THAN, _AS = "als", "wie"
_CLOSING = frozenset({",", ".", ")", ";", "–"})
_LONGEST = 9
"""How many words „wie im Rahmenvertrag mit dem Land vorgesehen“ may have."""


def compared_plans(s: Sentence, participles: Container[str]) -> frozenset[int]:
    """Tokens of comparisons with a plan, which tell nothing of their own.

    Args:
        s: The sentence.
        participles: Participles, in small letters, for what was planned.
    """
    if _THAN not in s.lower and _AS not in s.lower:
        return frozenset()
    out: set[int] = set()
    for i, low in enumerate(s.lower):
        if low not in participles:
            continue
        if s.low_at(i - 1) in {_THAN, _AS}:
            out.update((i - 1, i))
            continue
        if i + 1 < len(s.lower) and s.low_at(i + 1) not in _CLOSING:
            continue
        for n in range(i - 1, max(-1, i - 1 - _LONGEST), -1):
            if s.lower[n] in _CLOSING:
                break
            if s.lower[n] == _AS and (n == 0 or s.low_at(n - 1) in _CLOSING):
                out.update(range(n, i + 1))
                break
    return frozenset(out)
