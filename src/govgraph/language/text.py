"""Folding of text for reading: same words, plainer characters, offsets that lead back.

Soft hyphens and zero-width characters are taken out, special spaces and hyphens become plain ones. Everything that
reads works on the folded text; only offsets that were led back leave the reading stages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DROPPED = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2010": "-", "\u2011": "-", "\t": " ", "’": "'"})


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
    if not _DROPPED.search(plain):
        return FoldedText(plain, None, len(text))
    kept = [i for i, char in enumerate(plain) if not _DROPPED.match(char)]
    return FoldedText("".join(plain[i] for i in kept), tuple(kept), len(text))
