"""Phrases of several words, looked for by their first one: „da irren sie“, „unter der annahme“."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govgraph.extract.state import Sentence


def by_first_word(phrases: Iterable[str]) -> dict[str, list[list[str]]]:
    """The words of phrases, by the first one of each."""
    found: dict[str, list[list[str]]] = {}
    for words in map(str.split, sorted(phrases)):
        found.setdefault(words[0], []).append(words)
    return found


def end_of_phrase(s: Sentence, start: int, phrases: Mapping[str, Sequence[Sequence[str]]]) -> int:
    """One past the longest phrase that begins at a token, or 0; phrases are given by their first word."""
    known = phrases.get(s.low_at(start))
    if known is None:
        return 0
    there = (len(phrase) for phrase in known if s.lower[start : start + len(phrase)] == phrase)
    return max((start + length for length in there), default=0)


def is_bracketed(s: Sentence, at: int, first: int = 0) -> bool:
    """Whether a bracket that opens from a token on is still open at another."""
    before = s.lower[first:at]
    return before.count("(") > before.count(")")


def opens_with(s: Sentence, phrases: Mapping[str, Sequence[Sequence[str]]]) -> bool:
    """Whether a sentence begins with one of some phrases, which are given by their first word."""
    first = next((i for i, word in enumerate(s.lower) if word.isalpha()), 0)
    return end_of_phrase(s, first, phrases) > 0
