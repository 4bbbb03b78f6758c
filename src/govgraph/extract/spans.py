"""Sets of spans that take little room: a long article has some ten thousand of them for each megabyte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableSet

_BITS = 20
"""Bits of the length of a span; the rest is where it begins."""
_LENGTH = (1 << _BITS) - 1


class Spans(MutableSet[tuple[int, int]]):
    """A set of spans, each the first code point and one past the last, of less than a million code points each.

    Each is kept as one number, a quarter of what a pair of numbers takes.

    Args:
        spans: What is in it at first.
    """

    __slots__ = ("_packed",)

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._packed = {_pack(span) for span in spans}

    def __contains__(self, span: object) -> bool:
        return isinstance(span, tuple) and _pack(span) in self._packed

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((packed >> _BITS, (packed >> _BITS) + (packed & _LENGTH)) for packed in self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def add(self, span: tuple[int, int]) -> None:
        """Put a span in."""
        self._packed.add(_pack(span))

    def discard(self, span: tuple[int, int]) -> None:
        """Take a span out, if it is in."""
        self._packed.discard(_pack(span))


def _pack(span: tuple[int, int]) -> int:
    start, end = span
    return start << _BITS | (end - start)
