"""Folding of text for reading: same words, plainer characters, offsets that lead back.

Soft hyphens and zero-width characters are taken out, special spaces and hyphens become plain ones. Everything that
reads works on the folded text; only offsets that were led back leave the reading stages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DROPPED = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2010": "-", "\u2011": "-", "\t": " ", "’": "'"})

_GLUED = re.compile(r"[a-zäöüß](?=[A-ZÄÖÜ][a-zäöüß-]+ [A-ZÄÖÜ])")
_MOST_GLUED_WORDS = 4
_LONGEST_GLUED_WORD = 40


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text with the way back.

    Attributes:
        text: The folded text.
        starts: Offset in the original of every code point of `text`, or None where both are equally long.
        length: Length of the original.
    """

    text: str
    starts: tuple[int, ...] | None
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Span in the original for a non-empty span of the folded text."""
        if self.starts is None:
            return start, end
        return self.starts[start], self.starts[end - 1] + 1


def fold(text: str) -> FoldedText:
    r"""Fold a text.

    >>> fold("Digital\u00adpakt").text
    'Digitalpakt'
    """
    plain = text.translate(_PLAIN)
    doubled = _doubled(plain)
    if not doubled and not _DROPPED.search(plain):
        return FoldedText(plain, None, len(text))
    kept = [i for i, char in enumerate(plain) if i not in doubled and not _DROPPED.match(char)]
    return FoldedText("".join(plain[i] for i in kept), tuple(kept), len(text))


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
