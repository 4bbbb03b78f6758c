"""Sets of spans that take little room: a long article has some ten thousand of them for each megabyte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableSet

_BITS = 20
"""Bits of the length of a span; the rest is where it begins."""
_LENGTH = (1 << _BITS) - 1
_FEW = 8
"""How many spans are looked for one after the other; more are kept in a set."""


class Spans(MutableSet[tuple[int, int]]):
    """A set of spans, each the first code point and one past the last, of less than a million code points each.

    Each is kept as one number, a quarter of what a pair of numbers takes, and a few of them in a list, since most
    things are named once or twice.

    Args:
        spans: What is in it at first.
    """

    __slots__ = ("_packed",)

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._packed: list[int] | set[int] = []
        for span in spans:
            self.add(span)

    def __contains__(self, span: object) -> bool:
        return isinstance(span, tuple) and _pack(span) in self._packed

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((packed >> _BITS, (packed >> _BITS) + (packed & _LENGTH)) for packed in self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def add(self, span: tuple[int, int]) -> None:
        """Put a span in."""
        packed = _pack(span)
        if isinstance(self._packed, set):
            self._packed.add(packed)
        elif packed not in self._packed:
            if len(self._packed) < _FEW:
                self._packed.append(packed)
            else:
                self._packed = {*self._packed, packed}

    def discard(self, span: tuple[int, int]) -> None:
        """Take a span out, if it is in."""
        packed = _pack(span)
        if packed in self._packed:
            self._packed.remove(packed)


def _pack(span: tuple[int, int]) -> int:
    start, end = span
    return start << _BITS | (end - start)
