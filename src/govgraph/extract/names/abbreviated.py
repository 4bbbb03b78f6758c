"""Short forms inside names of people: initials, abbreviated first names and particles, academic titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from govgraph.extract.state import Sentence

_INITIAL = re.compile(r"^[A-ZÄÖÜ](?:\.[A-ZÄÖÜ])*$")
_HALF = re.compile(r"^[A-ZÄÖÜ][a-zäöüßéè]+-[A-ZÄÖÜ]$")
_PARTS = re.compile(r"[\s.-]+")
# „Dr. h. c.“, „Dr. e. h.“: letter by letter, from the last
_HONORARY = (("c", "h"), ("h", "e"))


def dotted(s: Sentence, i: int) -> bool:
    """Whether a dot stands right after token `i`."""
    return s.text_at(i + 1) == "." and s.end_of(i) == s.starts[i + 1]


def is_short_name(text: str, short: Collection[str]) -> bool:
    """Whether a word, with a dot after it, stands for a first name."""
    return text in short or _INITIAL.match(text) is not None or _HALF.match(text) is not None


def initials_end(s: Sentence, i: int, short: Collection[str]) -> int:
    """End of the initials and abbreviated first names from token `i` on: „K.“, „H.-J.“, „J. M.“, „Chr.“; 0 if none.

    Args:
        s: A sentence.
        i: Index of a token.
        short: First names as they are abbreviated, without their dot.
    """
    end = 0
    while i < len(s.tokens):
        text = s.tokens[i].text
        if not is_short_name(text, short) or not dotted(s, i):
            break
        end = i = i + 2
        if s.text_at(i) == "-" and s.text_at(i + 1)[:1].isupper() and s.end_of(i) == s.starts[i + 1]:
            i += 1
            if not dotted(s, i):
                # „K.-Heinz“
                return i + 1
    return end


def particle_end(s: Sentence, i: int, particles: Collection[str]) -> int:
    """End of the particle at token `i`, with its dot where it is one letter („v.“); `i` if there is none."""
    text = s.text_at(i)
    if text not in particles:
        return i
    if not text.islower():
        # „Edda Freiin von Thielau“, and „Peter Graf“, who is none
        return i + 1 if s.text_at(i + 1) in particles and s.text_at(i + 1).islower() else i
    if len(text) == 1:
        return i + 2 if dotted(s, i) else i
    return i + 1


def titles_start(s: Sentence, i: int, titles: Collection[str]) -> int:
    """Index of the first of the academic titles right before token `i`; `i` if there are none."""
    while i > 0:
        dot = s.text_at(i - 1) == "."
        last = i - 2 if dot else i - 1
        if s.text_at(last) in titles and last >= 0:
            i = last
        elif dot and s.text_at(i - 3) == "." and (s.low_at(i - 2), s.low_at(i - 4)) in _HONORARY and i >= 4:
            i -= 4
        elif s.text_at(i - 1) == "-" and i < len(s.tokens) and s.text_at(i) in titles and s.text_at(i - 2) == ".":
            i -= 1
            # „Dr.-Ing.“: on to „Dr.“
            continue
        else:
            break
    return i


def parts_of(name: str) -> list[str]:
    """Words of a name, those of double names apart, without dots and titles.

    >>> parts_of("K.-H. von Maier")
    ['K', 'H', 'von', 'Maier']
    """
    return [part for part in _PARTS.split(name) if part]


def stands_for(short: Sequence[str], given: Sequence[str]) -> bool:
    """Whether abbreviated first names may be these: each begins the one in its place.

    >>> stands_for(["K", "H"], ["Karl", "Heinz"]), stands_for(["K"], ["Anna"])
    (True, False)
    """
    return bool(short) and bool(given) and all(b.startswith(a) for a, b in zip(short, given, strict=False))
