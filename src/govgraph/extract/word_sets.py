"""What is made of word lists, once for all articles."""

from __future__ import annotations

from functools import lru_cache

_MOST = 256


@lru_cache(maxsize=_MOST)
def union(*lists: frozenset[str]) -> frozenset[str]:
    """The words of all lists."""
    return frozenset().union(*lists)


@lru_cache(maxsize=_MOST)
def without(words: frozenset[str], *others: frozenset[str]) -> frozenset[str]:
    """The words that stand in none of the other lists."""
    return words.difference(*others)


@lru_cache(maxsize=_MOST)
def in_order(words: frozenset[str]) -> tuple[str, ...]:
    """The words by the alphabet."""
    return tuple(sorted(words))


@lru_cache(maxsize=_MOST)
def longest_first(words: frozenset[str]) -> tuple[str, ...]:
    """The words, the longest first: „staatsministerium“ before „ministerium“."""
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=_MOST)
def lowered(words: frozenset[str]) -> frozenset[str]:
    """The words in small letters."""
    return frozenset(word.lower() for word in words)
