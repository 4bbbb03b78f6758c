"""Sentences and tokens of German news text."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

from govgraph.language.morphology import Memo

# Small letters after a dot that go on a name (bauhaus.digital), unless they end a web address or a gendered noun.
DOTTED = r"\.(?!(?:de|com|org|net|eu|info|at|ch|gov|html?|php|pdf|innen|in)\b)(?=[a-zäöü]{2,}(?!\w|\.\w))"
# A word may hold hyphens, inner dots (IT.NRW), apostrophes, gender marks (Bürger:innen, Bürger*innen) and @ (it@M).
_WORD = (
    r"[@#]?[^\W_]+"
    rf"(?:(?:[-'&@_]|{DOTTED}|\.(?=[A-ZÄÖÜ0-9])|[:*](?=innen\b|in\b|r\b|n\b)|(?<=\d)[.,](?=\d))[^\W_]+)*-?"
)
_TOKEN = re.compile(rf"{_WORD}|\.\.\.|[^\s\w]|_")
# Dot, question or exclamation mark, with what closes after it, and a dash between items of one line; what follows must
# look like a beginning.
_END = re.compile(r"([.!?…]+[\"“”»«')\]]*)(?:\s+[–—](?=\s+[A-ZÄÖÜ]))?(?=\s+[\"„“‚»«'(\[]?[A-ZÄÖÜ0-9@])")
_LAST_WORD = re.compile(r"([^\s„“\"(]+)$")
_ORDINAL = re.compile(r"^\d{1,2}$")
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
    semicolons end none.

    Args:
        text: Folded text.
        start: Begin of the block.
        end: End of the block.
        abbreviations: Words that are written with a final dot, without that dot (`Dr`, `z.B`, `Nr`).
    """
    spans = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match.start() < begin:
            continue
        if match.group()[0] == "." and not match.group().startswith(".."):
            before = _LAST_WORD.search(text, begin, match.start())
            word = before.group(1) if before else ""
            if word in abbreviations:
                continue
            if _INITIAL.match(word) and not (
                word[-1].isupper()
                and _OPENER_NEXT.match(text, match.end())
                and not _CAPITAL_SHORT.search(text, begin, match.start() - len(word))
            ):
                continue
            if _ORDINAL.match(word) and (
                _MONTH_NEXT.match(text, match.end()) or _ORDINAL_BEFORE.search(text, begin, match.start() - len(word))
            ):
                continue
        spans.append((begin, match.end(1)))
        begin = match.end()
    spans.append((begin, end))
    out = []
    for a, b in spans:
        chunk = text[a:b]
        stripped = chunk.strip()
        if stripped:
            lead = len(chunk) - len(chunk.lstrip())
            out.append((a + lead, a + lead + len(stripped)))
    return out
