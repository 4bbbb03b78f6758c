"""Folding of text for reading: same words, plainer characters, offsets that lead back.

Soft hyphens, zero-width characters and what parts or marks words are taken out, special spaces, hyphens and quotation
marks become plain ones. Everything that reads works on the folded text; only offsets that were led back leave the
reading stages.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from govgraph.language.spellings import left_out, with_german_quotes, without_time_codes

_DROPPED = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_PLAIN = (("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\u2010", "-"), ("\u2011", "-"), ("\t", " "), ("’", "'"))

_GLUED = re.compile(r"[a-zäöüß](?=[A-ZÄÖÜ][a-zäöüß-]+ [A-ZÄÖÜ])")
_MOST_GLUED_WORDS = 4
_LONGEST_GLUED_WORD = 40


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text with the way back.

    Attributes:
        text: The folded text.
        dropped: Offsets in the original of the code points that were taken out, in order; mostly none.
    """

    text: str
    dropped: Sequence[int] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Span in the original for a non-empty span of the folded text."""
        return (self._original(start), self._original(end - 1) + 1) if self.dropped else (start, end)

    def _original(self, at: int) -> int:
        """Offset in the original of a code point of the folded text."""
        # before the code point number `k` that was taken out, `k` fewer stand in the folded text than in the original
        return at + bisect_right(range(len(self.dropped)), at, key=lambda k: self.dropped[k] - k)

    def folded(self, offset: int) -> int:
        """Offset in the folded text of one in the original; of what was taken out, that of what follows it."""
        return min(offset - bisect_left(self.dropped, offset), len(self.text))


def fold(text: str) -> FoldedText:
    r"""Fold a text.

    >>> fold("Digital\u00adpakt").text
    'Digitalpakt'
    """
    plain = text
    for special, usual in _PLAIN:
        # quicker than one table for all: hardly a text has more than one or two of them
        plain = plain.replace(special, usual)
    plain = with_german_quotes(without_time_codes(plain))
    apart = (at for span in left_out(plain) for at in range(*span))
    dropped = sorted({*_doubled(plain), *apart, *(match.start() for match in _DROPPED.finditer(plain))})
    if not dropped:
        # one text in memory, not two
        return FoldedText(text if plain == text else plain)
    ends = [*dropped, len(plain)]
    begins = [0, *(at + 1 for at in dropped)]
    return FoldedText("".join(map(plain.__getitem__, map(slice, begins, ends))), array("L", dropped))


def _doubled(plain: str) -> set[int]:
    """Places of names that stand twice without a space: „Jörn RiedelJörn Riedel“, a link glued to its own title."""
    out: set[int] = set()
    for match in _GLUED.finditer(plain):
        middle = match.end()
        start = middle
        for _ in range(_MOST_GLUED_WORDS):
            start = plain.rfind(" ", max(0, start - _LONGEST_GLUED_WORD), start - 1) + 1
            if not start or not plain[start].isupper():
                break
            if " " in plain[start:middle] and plain.startswith(plain[start:middle], middle):
                out.update(range(start, middle))
                break
    return out
