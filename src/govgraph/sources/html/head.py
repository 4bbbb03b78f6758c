"""Lines around a title: kicker, date, authors, genre."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from govgraph.model.terms import BlockKind, Genre
from govgraph.sources.dates import lone_day
from govgraph.sources.heads import is_kicker
from govgraph.sources.html.metadata import MAIL_DAY, day_of
from govgraph.sources.html.names import byline_names, persons
from govgraph.sources.html.pairs import pair_of_row
from govgraph.sources.html.titles import SUBJECT
from govgraph.sources.sketches import Piece
from govgraph.vocabulary.layouts import LayoutRole
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govgraph.sources.html.metadata import Metadata
    from govgraph.sources.html.runs import Run
    from govgraph.sources.lines import Marks

__all__ = ["Head", "add_date", "caption_kind", "head_line", "title_pieces"]

_BETWEEN = re.compile(r"\s*[|•·∙⋅]\s*|\s[–—-]\s(?=\d)|(?<=\d)\s[–—-]\s")
_BETWEEN_DATED = re.compile(rf"{_BETWEEN.pattern}|\s+/+\s+|\s[–—-]\s")
_BRACKETED = re.compile(
    r"(?:[(\[](?P<day>\d{1,2}\.\d{1,2}\.\d{2,4})[)\]][:.]? )?(?P<words>.+?)"
    r"(?: [(\[](?P<end>\d{1,2}\.\d{1,2}\.\d{2,4})[)\]])?$"
)
_CHANGED = re.compile(r"(?:zuletzt|aktualisiert|geändert|update|stand\b|abgerufen|modified)", re.IGNORECASE)
_ALTERED = re.compile(
    r"(?:Zuletzt|Aktualisiert|Geändert|Letzte (?:Änderung|Aktualisierung)|Update\b|Modified)", re.IGNORECASE
)
# who put a text into the system, or took it out
_STORED = re.compile(r"(?:Gespeichert|Eingegeben|Angelegt|Gedruckt|Ausgedruckt|Ausdruck|Druckdatum)\b")
_DATED = re.compile(
    r"(?:(?:am|vom|Stand:?)\s+)?(?<![\d.])"
    r"(\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?)\s?[12]\d{3}|[12]\d{3}-\d{2}-\d{2}|"
    r"[A-Z][a-zä]{2,8}\.? \d{1,2}, [12]\d{3})(?!\d)"
    r"(?:,?\s*(?:um\s+)?\d{1,2}[:.]\d{2}(?:\s*Uhr)?)?"
)
_PUBLISHED = re.compile(
    r"\b(?:[Vv]eröffentlich|[Ee]rschienen|[Ee]rscheinungs|[Pp]ubliziert|[Oo]nline|[Ee]ingestellt|[Ff]reigegeben)[^.!?\d]{0,40}?"
    rf"(?P<day>{_DATED.pattern})"
)
_AWAITING = frozenset(
    {
        *("von", "by", "text", "autor", "autorin", "autoren", "autor/in", "verfasser", "verfasserin", "redakteur"),
        *("autorin/autor", "autor:in", "verfasser/in", "verfasser:in", "verfasserin/verfasser"),
        *(
            "redakteurin",
            "geschrieben von",
            "verfasst von",
            "autor*innen",
            "ein beitrag von",
            "erstellt von",
            "veröffentlicht von",
        ),
    }
)
_LONGEST_KICKER = 60
_LENGTH_OF_DAY = len("2024-03-12")
_LONGEST_META = 160
_MOST_BROKEN_WORDS = 3
_LONGEST_RUN_IN = 50
_KIND = re.compile(
    r"(?:Gemeinsame )?(?:Presse|Medien)(?:mitteilung|information|meldung|info)(?: Nr\.? ?\d{1,4}(?:/\d{2,4})?)?"
    r"(?: vom \d{1,2}\. ?\S{2,10} ?\d{4})?\s?(?::| [–—|-])\s(?=\S+ \S)"
)
_READING = re.compile(r"\bLese(?:zeit|dauer)\b|\b[Mm]in(?:\.|uten)? read\b")
_SERIES = re.compile(
    r"(?:Folge|Episode|Ausgabe|Heft|Teil|Nr\.|Nummer|KW|Kalenderwoche) ?#?\d+|\d{1,2}[:.]\d{2}(?: Uhr|$)"
)
_BY = re.compile(r"\s(?:von|by|durch) (?P<names>[^\W\d_][^:]*)$")
# the name of a mailing list
_LIST_TAG = re.compile(r"\[[a-z][\w.-]{2,30}\] (?=\S+ \S)")
_DAY_FIRST = re.compile(r"\d{1,2}\. ?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?) ?[12]\d{3} ?(?::| [–—|-]) ?(?=[^\W\d_]|„)")
_DATED_END = re.compile(
    r"\s(?:[|–—-]\s)?(?:(?:Presse|Medien)?[Mm](?:itteilung|eldung)|(?:Presse|Medien)information|Nachricht|Beitrag)\s"
    r"vom\s(?P<day>\d{1,2}\. ?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?) ?[12]\d{3})$"
)
_RELEASED = re.compile(r"(?:Presse|Medien)(?:mitteilung|information|meldung|dienst|info)\w*|Meldung|Nachricht")
_SENDER = re.compile(
    r"(?:[Mm]inisterium|[Ss]taatskanzlei|[Ss]enatskanzlei|[Ss]enatsverwaltung|[Ll]andesamt|[Bb]undesamt|[Dd]irektion|"
    r"[Pp]räsidium|[Ll]andesbetrieb|[Pp]ressestelle|[Ss]taatsregierung|[Ll]andesregierung)"
)


@dataclass(slots=True)
class Head:
    """What the lines around a title say.

    `awaits` is set where a line said that the name of who wrote comes next, `passes` where that of another is.
    """

    kicker: str | None = None
    dates: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    genre: Genre | None = None
    release: bool = False
    awaits: bool = False
    passes: bool = False

    def add_authors(self, names: Iterable[str]) -> None:
        """Note names that are not there yet."""
        self.authors += [name for name in names if name not in self.authors]


def title_pieces(run: Run, head: Head, metadata: Metadata, marks: Marks) -> list[Piece]:
    """The title, parted from what stands in the same heading: a kicker before it, a day, a second line below it."""
    kind = _KIND.match(run.text) or SUBJECT.match(run.text)
    if kind is not None:
        head.release = head.release or kind.re is _KIND
        add_date(kind[0], head)
        bare = replace(run, text=run.text[kind.end() :], above="")
        return [Piece(kind[0].strip(), BlockKind.DATELINE), *title_pieces(bare, head, metadata, marks)]
    listed = _LIST_TAG.match(run.text)
    if listed is not None:
        bare = replace(run, text=run.text[listed.end() :], above="")
        return [Piece(listed[0].strip(), BlockKind.FURNITURE), *title_pieces(bare, head, metadata, marks)]
    parts = _around_date(run.text)
    first = len(parts) > 1 and _DAY_FIRST.match(run.text) is not None
    words = max(parts, key=len, default="")
    day = next((part for part in parts if part is not words and day_of(part)), None)
    if first and day is None:
        # „14. März 2024: Hof“
        day, words = parts[0], parts[-1]
    if day is not None and (first or ((day_of(parts[0]) or day_of(parts[-1])) and (run.linked or run.bold))):
        add_date(day, head)
        return [Piece(words.strip(" |•·–—-:()[]"), BlockKind.TITLE)]
    ended = _DATED_END.search(run.text)
    if ended is not None and add_date(ended["day"], head):
        return [Piece(run.text[: ended.start()], BlockKind.TITLE), Piece(ended[0].strip(), BlockKind.DATELINE)]
    bracket = _BRACKETED.match(run.text)
    if (
        bracket is not None
        and len(bracket["words"]) < len(run.text)
        and add_date(bracket["day"] or bracket["end"], head)
    ):
        return [Piece(bracket["words"], BlockKind.TITLE)]
    begin = len(run.above)
    rest = run.text[begin:].strip()
    above = run.above.rstrip(" :|")
    if _SERIES.fullmatch(above) and rest:
        return [Piece(run.above, BlockKind.FURNITURE), Piece(rest, BlockKind.TITLE)]
    told = above and is_kicker(above, marks.layouts)
    said = persons(above, marks.layouts.word_list("firstNames"))  # whoever says what follows is no topic
    if head.kicker is None and rest and told and not said:
        wordings = {_folded(title) for title in metadata.titles}
        apart = run.above not in marks.layouts.word_list("titleStart") and not rest[0].islower() and " " in rest
        if run.broken:
            # lines of one headline are whole words of the page's title, or longer than a kicker
            apart = apart and _folded(run.text) not in wordings and len(run.above.split()) <= _MOST_BROKEN_WORDS
        if run.above.endswith((":", "|")) or _folded(rest) in wordings or apart:
            head.kicker = above
            return [Piece(run.above, BlockKind.KICKER), Piece(rest, BlockKind.TITLE)]
    if head.kicker is None and run.text not in metadata.titles:
        words = next((title for title in metadata.titles if run.text.endswith(f" {title}") and " " in title), "")
        above = run.text.removesuffix(words).strip(" :|–—-")
        if words and is_kicker(above, marks.layouts):
            head.kicker = above
            return [Piece(run.text.removesuffix(words), BlockKind.KICKER), Piece(words, BlockKind.TITLE)]
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
    if run.heading and lone_day(run.text) and add_date(run.text, head):
        return [Piece(run.text, BlockKind.DATELINE)]
    pieces: list[Piece] = []
    if (published := _PUBLISHED.search(run.text)) and (day := day_of(published["day"])):
        head.dates.insert(0, day)  # among several days the one that is said to be that of publication
    text = pair_of_row(run.text) if run.tag == "tr" else run.text
    dated = day_of(text) is not None
    for part in (_BETWEEN_DATED if dated else _BETWEEN).split(text):
        words = part.strip(" |•·–—-/:,")
        if words:
            pieces += _head_part(words, run, head, marks, kicker=kicker, dated=dated)
    return pieces


def _head_part(words: str, run: Run, head: Head, marks: Marks, *, kicker: bool, dated: bool) -> list[Piece]:  # noqa: PLR0913
    label, between, _ = words.partition(":")
    if between and label.strip() in marks.layouts.word_list("otherDays"):
        return [Piece(words, BlockKind.FURNITURE)]
    if (_STORED.match(words) or _ALTERED.match(words)) and day_of(words):
        return [Piece(words, BlockKind.FURNITURE)]
    changed = _CHANGED.search(words)
    if changed is not None and changed.start() and day_of(words[changed.start() :]):
        words = words[: changed.start()].strip(" |•·–—-,:(")
    found = marks.find(words)
    role, match = (found[0].role, found[1]) if found else (None, None)
    if role is None and run.label is None and (parts := _around_date(words)):
        # what is in one breath with a day is no topic
        days = [kicker and day_of(part) is not None for part in parts]
        told = zip(parts, days, strict=True)
        return [piece for part, day in told for piece in _head_part(part, run, head, marks, kicker=day, dated=True)]
    if role is None and run.label is None and (release := _RELEASED.match(words)) and release.end() < len(words):
        head.release = True
        return _head_part(words[release.end() :].strip(" |•·–—-:"), run, head, marks, kicker=kicker, dated=dated)
    if role is LayoutRole.PAGE_DATE and words != run.text and kicker and not run.linked and add_date(words, head):
        return [Piece(words, BlockKind.DATELINE)]
    if (
        role is None
        and run.label is None
        and (MAIL_DAY.fullmatch(words) or _whole_day(words))
        and add_date(words, head)
    ):
        return [Piece(words, BlockKind.DATELINE)]
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
    if head.passes:
        head.passes = False
        if byline_names(words, marks):
            return [Piece(words, BlockKind.CREDIT)]
    if role is None and not kicker and words.rstrip(":") in marks.layouts.word_list("otherHands"):
        head.passes = True
        return [Piece(words, BlockKind.CREDIT)]
    if head.awaits:
        head.awaits = False
        if asked := byline_names(words, marks):
            head.add_authors(asked)
            return [Piece(words, BlockKind.BYLINE)]
    if role is None and words.lower() in _AWAITING:
        head.awaits = True
        return [Piece(words, BlockKind.BYLINE)]
    near = (dated or run.label is PageRole.DATE) and role is None
    names = persons(words, marks.layouts.word_list("firstNames")) if near else ()
    if not names and near and (after := _BY.search(words)):
        names = persons(after["names"], marks.layouts.word_list("firstNames"))
    if names and run.label in (None, PageRole.DATE):
        head.add_authors(names)
        return [Piece(words, BlockKind.BYLINE)]
    if run.label is PageRole.BYLINE or role is LayoutRole.BYLINE:
        _add_genre(words, head, marks)
        head.add_authors(byline_names(words, marks))
        if _CHANGED.match(words) is None:
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
    if _READING.search(words):
        _add_genre(words, head, marks)
        return []
    if _SERIES.match(words) or not any(letter.isalpha() for letter in words):
        return []
    if run.text[0] in "|•·" and run.label is PageRole.KICKER:
        return []  # what a bar parts from the day before it is a section of the site
    if marks.starts(LayoutRole.ISSUER, words) or (run.label is None and _SENDER.search(words)):
        return []
    if run.label is None and words in marks.layouts.word_list("section"):
        return []
    if run.label is PageRole.KICKER or (
        run.label in (None, PageRole.LEAD) and not run.linked and is_kicker(words, marks.layouts)
    ):
        head.kicker = words.strip(" +*").rstrip(" :|.")
        return [Piece(words, BlockKind.KICKER)]
    return []


def _add_genre(words: str, head: Head, marks: Marks) -> None:
    """Note the genre that the first word of a line names, as "Kommentar" in "Kommentar von Jana Muster"."""
    first = marks.find(words.partition(" ")[0].lower())
    if first is not None and first[0].role is LayoutRole.GENRE_MARK:
        head.genre = head.genre or first[0].genre


def _around_date(words: str) -> list[str]:
    """What stands before a date, the date with its time, and what stands after, if there is a date and more."""
    match = _DATED.search(words)
    if match is None or not day_of(match[1]):
        return []
    parts = [words[: match.start()].strip(" |•·–—-,"), match[1], words[match.end() :].strip(" |•·–—-,")]
    return [part for part in parts if part] if parts[0] or parts[2] else []


def _whole_day(words: str) -> str | None:
    """Day that a line holds and nothing else; a year or a month alone is none."""
    day = lone_day(words)
    return day if day and len(day) == _LENGTH_OF_DAY else None


def add_date(words: str, head: Head) -> str | None:
    """Note the day that words name, and give it; None where they name none."""
    day = day_of(words) or _whole_day(words)
    if day:
        head.dates.append(day)
    return day


def caption_kind(run: Run) -> BlockKind | None:
    """Whether a line at a picture is its caption or its credit."""
    if run.label is PageRole.CREDIT:
        return BlockKind.CREDIT
    return BlockKind.CAPTION
