"""The day of an article where only a line says it that mostly says something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.sources.dates import barred_day, lone_day, read_date
from govgraph.sources.html.metadata import day_of
from govgraph.sources.html.names import is_name
from govgraph.sources.html.teasers import has_day, role_of
from govgraph.vocabulary.layouts import LayoutRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govgraph.sources.html.run import Run
    from govgraph.sources.lines import Marks

__all__ = [
    "changed_days",
    "closing_day",
    "is_issue",
    "is_made_line",
    "issue_day",
    "issue_month",
    "names_issue",
    "vague_day",
]

_MADE = re.compile(
    r"(?:[Ee]rstellt|[Vv]eröffentlicht|[Ee]rschienen|[Ee]ingestellt|[Pp]ubliziert|[Oo]nline seit|Datum)"
    r"(?: (?:am|seit|von .{3,40} am))?:? (?P<day>.{8,24})"
)
_FROM = re.compile(
    r"(?:Autor(?:in|/in|:in)?|Verfasser(?:in)?|PM|Quelle|Redaktion|Herausgeber(?:in)?|Text|Gespeichert|Nachricht|Beitrag|"
    r"Artikel|(?:Presse|Medien)?(?:[Mm]eldung|[Mm]itteilung|[Ii]nformation))\b:?"
    r"[^.!?]{0,50}? (?:am |vom )?(?:[A-Z][a-z]{1,9}[.,]{1,2} )?"
    r"(?P<day>\d{1,2}\. ?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?) ?[12]\d{3})\b"
)
_DAY_FIRST = re.compile(r"\d{1,2}\. ?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?) ?[12]\d{3}[ ,|·–-]+(?P<name>.+)")
# the number of a release is no month: "Pressemitteilung Nr. 7/2023"
_ISSUE_MONTH = re.compile(
    r"(?<!mitteilung )(?<!information )(?<!meldung )\b(?:Heft|Ausgabe|Magazin|Nr\.|des Monats)[: ]+"
    r"(?:\d{1,3}(?: ?[,|(–-] ?| ))?(?P<month>\d{1,2}[/-][12]\d{3}|[A-ZÄ][a-zä]{2,8} [12]\d{3})\b"
)
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_PRINTED = re.compile(
    r"[(„]?(?:(?:Dieser|Der|Das) (?:Beitrag|Artikel|Text|Interview|Gespräch) (?:ist |wurde )?)?"
    r"(?:[Zz]uerst |[Uu]rsprünglich )?"
    r"(?:(?:[Ee]rschien(?:en)?|[Vv]eröffentlicht|[Aa]bgedruckt|[Nn]achdruck|[Nn]achzulesen) (?:in|im|bei|aus)\b:?|"
    r"(?:Aus|Quelle|In|Heft|Erschienen):)[^.!?]{0,80}?\b(?P<day>\d{1,2}/[12]\d{3}|\d{1,2}\. ?\d{1,2}\. ?[12]\d{3}|"
    rf"(?:\d{{1,2}}\. ?)?(?:{_MONTHS}) [12]\d{{3}})\b[^.!?]{{0,30}}\.?$"
)
_AS_OF = re.compile(r"Stand(?: vom)?:? (?P<day>.{8,24})$")
_ISSUE = re.compile(
    r"(?:Ausgabe|Heft|[Nn]ewsletter|[Rr]undbrief|[Ii]nfobrief|[Rr]undschreiben|Pressespiegel|Ticker|Überblick|"
    r"Amtsblatt|[Mm]itteilungsblatt|Gemeindeblatt|Kurznachrichten)\b"
)
_CHANGED = re.compile(r"(?:Zuletzt |Letzte )?(?:[Aa]ktualisier|[Gg]eänder|Änderung|[Bb]earbeite|Update|Stand\b)")
_PERIODICAL = re.compile(
    r"(?:[A-ZÄÖÜ][\w-]*)?(?:[Nn]ewsletter|[Rr]undbrief|[Ii]nfobrief|[Aa]mtsblatt|[Mm]itteilungsblatt|[Kk]urznachrichten|"
    r"[Pp]ressespiegel)$"
)
_SMALL = frozenset({"der", "des", "die", "für", "und", "von", "vom", "aus", "im", "den", "zum", "zur"})
_INITIALS = re.compile(r"^[A-Za-zäöü]{2,4}(?:/[A-Za-zäöü]{2,4})?[,;] (?=\d)")
_SIGNATURE = re.compile(r" (?:gez|i\. ?[AV])\. [^\d]{3,60}$")
_NUMBER = re.compile(r"\d")
_LONGEST = 160
_LONGEST_ISSUE = 140
_MONTH = len("2024-03")


def issue_day(runs: Sequence[Run], teasers: Sequence[Sequence[Run]], marks: Marks) -> str | None:
    """Day of a circular letter or ticker, which is that of all its pieces; None where one of them has a day itself."""
    if not teasers or any(has_day(lines) for lines in teasers):
        return None
    first = next((at for at, run in enumerate(runs) if run is teasers[0][0]), 0)
    for run in runs[:first]:
        if run.sentence or len(run.text) > _LONGEST:
            continue
        dated = role_of(run, marks) is LayoutRole.DATE_LINE or _ISSUE.search(run.text) or run.heading
        if dated and (day := day_of(run.text)):
            return day
    return None


def is_issue(titles: Iterable[str], runs: Sequence[Run]) -> bool:
    """Whether a page is an issue of a newsletter or gazette: its title says so, or a line over all text.

    A number must be with it: "Ausgabe 41", "Amtsblatt vom 19. März".
    """
    text = next((at for at, run in enumerate(runs) if run.prose), 0)
    lines = (run.text for run in runs[:text] if len(run.text) <= _LONGEST and not run.linked)
    return any(_ISSUE.search(words) and _NUMBER.search(words) for words in (*titles, *lines))


def names_issue(words: str) -> bool:
    """Whether words are the name and number of an issue, and no headline that has such a name.

    >>> names_issue("Amtsblatt der Stadt Lindau Nr. 11/2021"), names_issue("Amtsblatt erscheint ab 2024 nur digital")
    (True, False)
    """
    parts = [part.strip(".,:|–-()") for part in words.split()]
    named = any(_PERIODICAL.match(part) for part in parts) and _NUMBER.search(words) is not None
    return named and all(not part or not part[0].islower() or part in _SMALL for part in parts)


def issue_month(titles: Iterable[str], runs: Sequence[Run]) -> str | None:
    """Month of the issue that a title of a page names, or a line above its text: "Heft März 2023", "Ausgabe 3/2023".

    Where such a line has a day, it is that. Below the text too, a line may say in which issue it was printed:
    "Erschienen in: Stadt und Netz, September 2023".
    """
    text = next((at for at, run in enumerate(runs) if run.prose), 0)
    lines = [run.text for run in runs[:text] if len(run.text) <= _LONGEST]
    whole = (
        day for words in (*titles, *lines) if _ISSUE.search(words) and (day := day_of(words)) and len(day) > _MONTH
    )
    if (day := next(whole, None)) is not None:
        return day
    found = (match["month"].replace("-", "/") for words in (*titles, *lines) if (match := _ISSUE_MONTH.search(words)))
    printed = (match["day"] for run in runs if len(run.text) <= _LONGEST_ISSUE and (match := _PRINTED.match(run.text)))
    return next(filter(None, map(read_date, (*found, *printed))), None)


def is_made_line(run: Run) -> bool:
    """Whether a short line says from whom or where a text is, and from which day, or the day and a name."""
    if run.prose or len(run.text) > _LONGEST:
        return False
    dated = _DAY_FIRST.match(run.text)
    return _FROM.match(run.text) is not None or (dated is not None and is_name(dated["name"]))


def closing_day(run: Run, marks: Marks) -> str | None:
    """Whole day of the line that closes a text: "Lindau, den 12. März 2024", also with a signature."""
    words = _SIGNATURE.sub("", run.text)
    found = marks.find(words) if not run.prose and _CHANGED.match(words) is None else None
    day = day_of(words) if found is not None and found[0].role is LayoutRole.DATE_LINE else None
    return day if day and len(day) > _MONTH else None


def changed_days(runs: Sequence[Run]) -> frozenset[str]:
    """Days on which lines say that the page was changed."""
    said = (day_of(run.text) for run in runs if len(run.text) <= _LONGEST and _CHANGED.match(run.text))
    return frozenset(filter(None, said))


def vague_day(runs: Sequence[Run], title: int | None) -> str | None:
    """Day on which an article appeared, by what is believed last: None where no line says so.

    In this order: a day with that of the week in the box of the title, as a page also gives that of the visit; a line
    that says when the text was made, wherever it stands; a day between bars below the text; "Stand" between title and
    text.
    """
    if title is not None:
        box = runs[title].element.getparent()
        near = [run for run in runs[max(0, title - 2) : title] if run.element.getparent() is box]
        for run in near:
            if day := lone_day(run.text):
                return day
    short = [run.text for run in runs if not run.prose and len(run.text) <= _LONGEST]
    for text in short:
        if (match := _MADE.search(text) or _FROM.match(text)) and (day := day_of(match["day"])):
            return day
    told = max((at for at, run in enumerate(runs) if run.prose), default=-1)
    for run in runs[told + 1 :]:
        if run.tag in ("tr", "td"):
            continue  # since when, in a table
        bare = _INITIALS.sub("", run.text.strip("()[]"))
        if len(run.text) <= _LONGEST and (day := barred_day(bare)):
            return day
    first = next((at for at in range((title or 0) + 1, len(runs)) if runs[at].prose), 0)
    for run in runs[:first]:
        if (match := _AS_OF.match(run.text)) and (day := day_of(match["day"])):
            return day
    return None
