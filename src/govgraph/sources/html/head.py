"""Lines around a title: kicker, date, authors, genre."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govgraph.model.terms import BlockKind, Genre
from govgraph.sources.heads import is_kicker
from govgraph.sources.html.metadata import day_of
from govgraph.sources.html.names import byline_names
from govgraph.sources.sketches import Piece
from govgraph.vocabulary.layouts import LayoutRole
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govgraph.sources.html.metadata import Metadata
    from govgraph.sources.html.runs import Run
    from govgraph.sources.lines import Marks

__all__ = ["Head", "add_date", "caption_kind", "head_line", "title_pieces"]

_BETWEEN = re.compile(r"\s*[|•·]\s*|\s[–—-]\s(?=\d)|(?<=\d)\s[–—-]\s")
_CHANGED = re.compile(r"(?:zuletzt|aktualisiert|geändert|update|stand\b|abgerufen|modified)", re.IGNORECASE)
_DATED = re.compile(
    r"(?:(?:am|vom|Stand:?)\s+)?(?<![\d.])"
    r"(\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?)\s?[12]\d{3}|[12]\d{3}-\d{2}-\d{2}|"
    r"[A-Z][a-z]{2,8}\.? \d{1,2}, [12]\d{3})(?!\d)"
    r"(?:,?\s*(?:um\s+)?\d{1,2}[:.]\d{2}(?:\s*Uhr)?)?"
)
_LONGEST_KICKER = 60
_LONGEST_META = 160
_LONGEST_RUN_IN = 50
_RELEASED = re.compile(r"(?:Presse|Medien)(?:mitteilung|information|meldung|dienst|info)\w*|Meldung|Nachricht")
_SENDER = re.compile(
    r"(?:[Mm]inisterium|[Ss]taatskanzlei|[Ss]enatskanzlei|[Ss]enatsverwaltung|[Ll]andesamt|[Bb]undesamt|[Dd]irektion|"
    r"[Pp]räsidium|[Ll]andesbetrieb|[Pp]ressestelle|[Ss]taatsregierung|[Ll]andesregierung)"
)


@dataclass(slots=True)
class Head:
    """What the lines around a title say."""

    kicker: str | None = None
    dates: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    genre: Genre | None = None
    release: bool = False

    def add_authors(self, names: Iterable[str]) -> None:
        """Note names that are not there yet."""
        self.authors += [name for name in names if name not in self.authors]


def title_pieces(run: Run, head: Head, metadata: Metadata, marks: Marks) -> list[Piece]:
    """The title, parted from what stands in the same heading: a kicker before it, a day, a second line below it."""
    parts = _around_date(run.text)
    if len(parts) > 1 and (day_of(parts[0]) or day_of(parts[-1])) and (run.linked or run.bold):
        words = max(parts, key=len)
        add_date(next(part for part in parts if part is not words and day_of(part)), head)
        return [Piece(words.strip(" |•·–—-:()[]"), BlockKind.TITLE)]
    begin = len(run.above)
    rest = run.text[begin:].strip()
    if head.kicker is None and run.above and rest and is_kicker(run.above.rstrip(" :|"), marks.layouts):
        wordings = {_folded(title) for title in metadata.titles}
        apart = run.above not in marks.layouts.word_list("titleStart") and not rest[0].islower() and " " in rest
        if run.above.endswith((":", "|")) or _folded(rest) in wordings or apart:
            head.kicker = run.above.rstrip(" :|")
            return [Piece(run.above, BlockKind.KICKER), Piece(rest, BlockKind.TITLE)]
    words = next((title for title in metadata.titles if run.text.startswith(title) and run.text != title), "")
    rest = run.text[len(words) :]
    if len(words) > _LONGEST_RUN_IN // 2 and rest[:1].isspace() and len(rest) > _LONGEST_RUN_IN // 2:
        return [Piece(words, BlockKind.TITLE), Piece(rest.strip(), BlockKind.LEAD)]
    return [Piece(run.text, BlockKind.TITLE)]


def _folded(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def head_line(run: Run, head: Head, marks: Marks, *, kicker: bool) -> list[Piece]:
    """Take apart a line of the head, which may hold several things between bars."""
    if len(run.text) > _LONGEST_META:
        return []
    pieces: list[Piece] = []
    for part in _BETWEEN.split(run.text):
        words = part.strip(" |•·–—-")
        if words:
            pieces += _head_part(words, run, head, marks, kicker=kicker)
    return pieces


def _head_part(words: str, run: Run, head: Head, marks: Marks, *, kicker: bool) -> list[Piece]:
    changed = _CHANGED.search(words)
    if changed is not None and changed.start() and day_of(words[changed.start() :]):
        words = words[: changed.start()].strip(" |•·–—-,:(")
    found = marks.find(words)
    role, match = (found[0].role, found[1]) if found else (None, None)
    if role is None and run.label is None and (parts := _around_date(words)):
        return [piece for part in parts for piece in _head_part(part, run, head, marks, kicker=kicker)]
    if role is None and run.label is None and (release := _RELEASED.match(words)) and release.end() < len(words):
        head.release = True
        return _head_part(words[release.end() :].strip(" |•·–—-:"), run, head, marks, kicker=kicker)
    genre = marks.find(words.lower()) if role is None else found
    if (
        genre is not None
        and genre[0].role is LayoutRole.GENRE_MARK
        and run.label in (None, PageRole.GENRE, PageRole.KICKER)
    ):
        head.genre = head.genre or genre[0].genre
        return []
    if role is LayoutRole.RELEASE:
        head.release = True
        add_date(words, head)
        return [Piece(words, BlockKind.DATELINE)]
    if run.label is PageRole.BYLINE or role is LayoutRole.BYLINE:
        head.add_authors(byline_names(words, marks))
        add_date(words, head)
        return [Piece(words, BlockKind.BYLINE)]
    if run.label is PageRole.DATE or role in (LayoutRole.DATE_LINE, LayoutRole.LEAD_DATE):
        if _CHANGED.match(words):
            return [Piece(words, BlockKind.FURNITURE)]
        if add_date(words, head) is None and run.when:
            add_date(run.when, head)
        if match is not None and role is LayoutRole.DATE_LINE:
            head.add_authors(byline_names(words, marks))
        return [Piece(words, BlockKind.DATELINE)]
    if role is LayoutRole.FURNITURE and run.label is PageRole.KICKER:
        role = None
    if not kicker or role is not None or head.kicker is not None or len(words) > _LONGEST_KICKER:
        return []
    if marks.starts(LayoutRole.ISSUER, words) or (run.label is None and _SENDER.search(words)):
        return []
    if run.label is PageRole.KICKER or (
        run.label in (None, PageRole.LEAD) and not run.linked and is_kicker(words, marks.layouts)
    ):
        head.kicker = words.strip(" +*").rstrip(" :|.")
        return [Piece(words, BlockKind.KICKER)]
    return []


def _around_date(words: str) -> list[str]:
    """What stands before a date, the date with its time, and what stands after, if there is a date and more."""
    match = _DATED.search(words)
    if match is None or not day_of(match[1]):
        return []
    parts = [words[: match.start()].strip(" |•·–—-,"), match[1], words[match.end() :].strip(" |•·–—-,")]
    return [part for part in parts if part] if parts[0] or parts[2] else []


def add_date(words: str, head: Head) -> str | None:
    """Note the day that words name, and give it; None where they name none."""
    day = day_of(words)
    if day:
        head.dates.append(day)
    return day


def caption_kind(run: Run) -> BlockKind | None:
    """Whether a line at a picture is its caption or its credit."""
    if run.label is PageRole.CREDIT:
        return BlockKind.CREDIT
    return BlockKind.CAPTION
