"""Sets that take little room while they have few items: a long article has some ten thousand for each megabyte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableSet
from typing import TypeVar

_T = TypeVar("_T")
_BITS = 20
"""Bits of the length of a span; the rest is where it begins."""
_LENGTH = (1 << _BITS) - 1
_FEW = 8
"""How many items are looked for one after the other; more are kept in a set."""


class Few(MutableSet[_T]):
    """A set whose items stand in a list as long as they are few, a quarter of the room that a set of one item takes.

    Args:
        items: What is in it at first.
    """

    __slots__ = ("_kept",)

    def __init__(self, items: Iterable[_T] = ()) -> None:
        self._kept: list[_T] | set[_T] = []
        for item in items:
            self.add(item)

    def __contains__(self, item: object) -> bool:
        return item in self._kept

    def __iter__(self) -> Iterator[_T]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, item: _T) -> None:
        """Put an item in."""
        self._kept = _put(self._kept, item)

    def discard(self, item: _T) -> None:
        """Take an item out, if it is in."""
        if item in self._kept:
            self._kept.remove(item)


class Spans(MutableSet[tuple[int, int]]):
    """A set of spans, each the first code point and one past the last, of less than a million code points each.

    Each is kept as one number, a quarter of what a pair of numbers takes, and few of them in a list.

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
        self._packed = _put(self._packed, _pack(span))

    def discard(self, span: tuple[int, int]) -> None:
        """Take a span out, if it is in."""
        packed = _pack(span)
        if packed in self._packed:
            self._packed.remove(packed)


def _put(kept: list[_T] | set[_T], item: _T) -> list[_T] | set[_T]:
    """The items with one more, which may be in already."""
    if isinstance(kept, set):
        kept.add(item)
    elif not kept:
        # a list that is appended to has room for four
        return [item]
    elif item not in kept:
        if len(kept) >= _FEW:
            return {*kept, item}
        kept.append(item)
    return kept


def _pack(span: tuple[int, int]) -> int:
    start, end = span
    return start << _BITS | (end - start)
