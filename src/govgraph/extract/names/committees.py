"""Committees whose short name every parliament, council and association has: whose „der Digitalausschuss“ is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.extract.matcher import LexicalMatch
    from govgraph.vocabulary import Entry

OF_THE_BUNDESTAG = " des Bundestags"
"""End of the full names of committees of the Bundestag, which are called by what stands before it."""
_COMMITTEE = re.compile(r"\w*ausschuss(?:es)?(?: (?:Digitale Agenda|für Digitales))?", re.IGNORECASE)
_OF_BUNDESTAG = re.compile(r"(?: Digitale Agenda| für Digitales)? (?:am|beim|des|im|vom) (?:[Dd]eutschen )?Bundestag")
_OWNED = re.compile(
    r" (?:am|bei|beim|der|des|eines|einer|ihres|im|in|seines|unseres|vom|von|von der)(?: [a-zäöüß]+e[nrs])? [A-ZÄÖÜ]\w+"
)
_NO_OWNER = re.compile(
    r" (?:am|im) (?:\w+tag|Frühjahr|Gespräch|Herbst|Jahr|Juni|Juli|Mai|März|April|\w+(?:uar|ber)|Sommer|Winter)\b"
)
_WHOSE_BEFORE = re.compile(
    r"\b(?:[dD]e(?:ss|r)en|(?:[Ii]hr|[Ss]ein|[Uu]nser)(?:e[mnrs]?)?|"
    r"[A-ZÄÖÜ][\w-]+er|(?:[a-zäöü]+|[A-ZÄÖÜ][\w-]+)ischen?) $"
)
_BUNDESTAG = re.compile(r"\bBundestag|\bMdB\b")
_COUNCIL = re.compile(r"\b(?:Gemeinderat|Kreistag|Landtag|Ratssitzung|Stadtrat|Stadtverordnete\w*)")
_BEFORE = 40


def of_the_bundestag(text: str, match: LexicalMatch, entry: Entry, *, about_the_bund: bool) -> bool:
    """„der Digitalausschuss des Bundestags“, not „… der Stadt Emden“: whether a committee of the Bundestag is meant.

    Where nothing beside the name tells, it is if the article is about the Bund, or speaks of the Bundestag and of no
    other council.

    Args:
        text: The article.
        match: The name in it.
        entry: What the lexicon knows by that name.
        about_the_bund: Whether the article is about the Bund.
    """
    surface = text[match.start : match.end]
    if _COMMITTEE.fullmatch(surface) is None or surface == entry.name:
        return True
    told = _told(text, match.start, match.end)
    if told is not None:
        return told
    noun = surface.split(" ", 1)[0].removesuffix("es")
    others = {_told(text, m.start(), m.end()) for m in re.finditer(rf"\b{noun}(?:es)?\b", text)} - {None}
    if len(others) == 1:
        return others.pop() is True
    return about_the_bund or (_BUNDESTAG.search(text) is not None and _COUNCIL.search(text) is None)


def _told(text: str, start: int, end: int) -> bool | None:
    """Whether the words beside a committee say that it is one of the Bundestag; None where they do not tell."""
    if _OF_BUNDESTAG.match(text, end):
        return True
    owned = _OWNED.match(text, end) is not None and _NO_OWNER.match(text, end) is None
    return False if owned or _WHOSE_BEFORE.search(text, max(0, start - _BEFORE), start) else None
