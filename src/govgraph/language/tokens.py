"""Sentences and tokens of German news text."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.language.morphology import Memo

if TYPE_CHECKING:
    from collections.abc import Iterator

# Small letters after a dot that go on a name (bauhaus.digital), unless they end a web address or a gendered noun.
DOTTED = r"\.(?!(?:de|com|org|net|eu|info|at|ch|gov|html?|php|pdf|innen|in)\b)(?=[a-zäöü]{2,}(?!\w|\.\w))"
# A word may hold hyphens, inner dots (IT.NRW), apostrophes, gender marks (Bürger:innen, Bürger*innen) and @ (it@M).
_WORD = (
    r"[@#]?[^\W_]+"
    rf"(?:(?:[-'&@_]|{DOTTED}|\.(?=[A-ZÄÖÜ0-9])|[:*](?=innen\b|in\b|r\b|n\b)|(?<=\d)[.,](?=\d))[^\W_]+)*-?"
)
_TOKEN = re.compile(rf"{_WORD}|\.\.\.|[^\s\w]|_")
# Dot, question or exclamation mark, with what closes after it, and a dash between items of one line; what follows must
# look like a beginning; so does a name in small letters with a capital or digits inside (openDesk, i-Kfz, ekom21).
_END = re.compile(
    r"([.!?…]+[\"“”»«')\]]*)(?:\s+[–—](?=\s+[A-ZÄÖÜ]))?"
    r"(?=\s+[\"„“‚»«'(\[]?(?:[A-ZÄÖÜ0-9@]|[a-zäöü]{1,12}-?[A-ZÄÖÜ]|[a-zäöü]{3,12}\d))"
)
_PLUSSES = "+++"
# not inside „Ulm+++“
_TICKER = re.compile(r"(?<!\w)\+{3,}")
_LAST_WORD = re.compile(r"([^\s„“\"(]+)$")
_ORDINAL = re.compile(r"^(?:\d{1,2}\.?[–/-])?\d{1,2}$")
_ORDINAL_BEFORE = re.compile(
    r"\b(?:[Zz]um|[Zz]ur|[Bb]eim|[Dd]e[rmns]|[Dd]ie|[Dd]as|[Vv]om|[Aa]m|[Ii]m|[Ii]hre[mnrs]?|[Ss]eine[mnrs]?|[Ee]ine[mnrs]?)\s+$"
)
_INITIAL = re.compile(r"^(?:(?:[A-ZÄÖÜ][a-zäöüß]+-)?[A-ZÄÖÜ](?:\.-?[A-ZÄÖÜ])*|[a-zäöü](?:\.[a-zäöü])*)$")
# No surname begins a sentence with these: „Klasse B. Die Stadt …“, „Staatssekretär a. D. Er …“.
_OPENER_NEXT = re.compile(
    r"\s+(?:Der|Die|Das|Den|Dem|Des|Dies(?:e[mnrs]?)?|Ein(?:e[mnrs]?)?|Er|Sie|Es|Wir|Ich|Im|In|Mit|Auch|Damit|Dabei|"
    r"Dort|Danach|Zudem|Nach|Bei|Bis|Seit|Auf|Aus|Vor|Von|Zu|Zur|Zum|Unter|Doch|Aber|Und|Als|Wie|Wenn|Ab|Am)\b"
)
_CAPITAL_SHORT = re.compile(r"\b[zuU]\.\s?$")
_MONTH_NEXT = re.compile(
    r"\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    r"Sitzung|Jahrhundert|Legislaturperiode|Wahlperiode|Mal|Platz|Quartal|Kongress|Zukunftskongress|"
    r"Fachkongress|Jahrestagung|Konferenz|Auflage|[A-ZÄÖÜ][a-zäöüß]+(?:tag|kongress|gipfel|konferenz|sitzung))"
)
# „und“ goes with what follows it
_DIVIDING = (", ", "; ", " und ", " oder ")
_LONGEST_WORD = 200
LONGEST_SENTENCE = 2500
"""Characters from which on a sentence is read in parts; the longest that people write have a third of that."""


@dataclass(slots=True)
class Token:
    """A word or a mark. One value stands for all places where it is written so; where they are, a sentence knows.

    Attributes:
        text: The word as it is written.
        low: The same in small letters.
        upper: Whether it begins with a capital.
        inflected: Whether it may be an adjective or participle before its noun: it is small and has such an ending.
    """

    text: str
    low: str
    upper: bool
    inflected: bool


def _token(text: str) -> Token:
    # most words are written small: one text in memory, not two
    low = text.lower()
    low = text if low == text else low
    return Token(text, low, text[0].isupper(), text[0].islower() and low[-1] in "enrms")


token_of = Memo(_token, 50_000).__getitem__
"""The token that is written so. Many are remembered: whoever has read a long article holds them anyway, each once."""


def tokenise(text: str, start: int, end: int) -> tuple[list[Token], array[int]]:
    """Tokens of `text[start:end]`, in order, and the first code point of each; white space is between them."""
    found = list(_TOKEN.finditer(text, start, end))
    # a copy takes no more room than it needs
    return [token_of(m.group()) for m in found][:], array("I", [m.start() for m in found])


def sentences(text: str, start: int, end: int, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """Sentences of `text[start:end]` as spans without surrounding white space.

    A dot ends a sentence unless it belongs to an abbreviation, an ordinal number or an initial. Colons and
    semicolons end none. What is longer than any sentence, such as a list of a thousand names, is divided at its commas,
    since the work on a sentence grows faster than its length.

    Args:
        text: Folded text.
        start: Begin of the block.
        end: End of the block.
        abbreviations: Words that are written with a final dot, without that dot (`Dr`, `z.B`, `Nr`).
    """
    out = []
    for span in _whole(text, start, end, abbreviations):
        out += [part for a, b in _parts(text, *span) if (part := _stripped(text, a, b))]
    return out


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A span without white space around it; None where nothing is left."""
    chunk = text[start:end]
    begin = start + len(chunk) - len(chunk.lstrip())
    return (begin, begin + len(chunk.strip())) if chunk.strip() else None


def _whole(text: str, start: int, end: int, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """Sentences of any length, with the white space between them; „+++“ parts the items of a ticker."""
    if text.find(_PLUSSES, start, end) < 0:
        return _ended(text, start, end, abbreviations)
    marks = [m.span() for m in _TICKER.finditer(text, start, end)]
    bounds = [(start, start), *marks, (end, end)]
    items = ((before[1], after[0]) for before, after in pairwise(bounds))
    return [span for a, b in items if a < b for span in _ended(text, a, b, abbreviations)]


def _ended(text: str, start: int, end: int, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """Sentences by the marks at their ends."""
    spans = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match.start() < begin:
            continue
        if match.group()[0] == "." and not match.group().startswith(".."):
            near = max(begin, match.start() - _LONGEST_WORD)
            before = _LAST_WORD.search(text, near, match.start())
            word = before.group(1) if before else ""
            if word in abbreviations:
                continue
            if _INITIAL.match(word) and not (
                word[-1].isupper()
                and _OPENER_NEXT.match(text, match.end())
                and not _CAPITAL_SHORT.search(text, near, match.start() - len(word))
            ):
                continue
            if _ORDINAL.match(word) and (
                _MONTH_NEXT.match(text, match.end()) or _ORDINAL_BEFORE.search(text, near, match.start() - len(word))
            ):
                continue
        spans.append((begin, match.end(1)))
        begin = match.end()
    spans.append((begin, end))
    return spans


def is_parted(text: str, start: int, end: int, abbreviations: frozenset[str]) -> bool:
    """Whether a sentence of `text[start:end]` is so long that it is read in parts."""
    if end - start <= LONGEST_SENTENCE:
        return False
    return any(b - a > LONGEST_SENTENCE for a, b in _whole(text, start, end, abbreviations))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of a sentence that is too long to be read as one, each up to a comma, a semicolon or „und“."""
    while end - start > LONGEST_SENTENCE:
        least, most = start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE
        cut = max(text.rfind(mark, least, most) + (mark[0] != " ") for mark in _DIVIDING)
        cut = cut if cut > least else max(text.rfind(" ", least, most), least)
        yield start, cut
        start = cut
    yield start, end
