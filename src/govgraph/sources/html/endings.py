"""Where the text of an article ends: the byline below it, a word on its author, headings of boxes that are gone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.sources.html.metadata import day_of
from govgraph.sources.html.names import byline_names, is_name, persons
from govgraph.sources.html.teasers import role_of
from govgraph.vocabulary.layouts import LayoutRole
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govgraph.sources.html.runs import Run
    from govgraph.sources.lines import Marks

__all__ = [
    "announces",
    "announces_author",
    "contact_end",
    "ends_at",
    "farewell_at",
    "is_barred",
    "is_biography",
    "is_contact",
    "is_note",
    "is_office",
    "last_text",
    "says_who",
    "signature_at",
    "signed_below",
    "told_author",
]

_AUTHOR = re.compile(
    r"^(?:(?:Über|Zu) (?:den|die|unseren?) Autor(?:in)?:? |(?:Der|Die|Unser|Unsere) Autor(?:in)?:? |"
    r"Zum Autor:? |Zur Autorin:? |(?:Prof|Dr)\. ?)+"
)
_AUTHORS = (
    *("Autor", "Autorin", "Der Autor", "Die Autorin", "Zum Autor", "Zur Autorin", "Über den Autor"),
    *("Über die Autorin", "Unser Autor", "Unsere Autorin"),
)
_IS = re.compile(
    r"[^.!?]{0,40}?\s(?:ist|war|leitet|berät|arbeitet|schreibt|berichtet|verantwortet|betreut|lehrt|forscht)\b"
)
_OFFICE = re.compile(
    r"(?:sprecher|minister|meister|präsident|direktor|sekretär|leiter|führer|kanzler|"
    r"vorsitzende|senator|landr[aä]t|referat)",
    re.IGNORECASE,
)
_LONGEST_OFFER = 300
_INFORMS = re.compile(
    r"(?:(?:Weitere|Mehr|Nähere|Ausführliche|Detaillierte|Alle) (?:Informationen|Infos?|Details|Einzelheiten|Hinweise)|"
    r"Mehr (?:dazu|hierzu|darüber|zum|zur|über|unter))\b"
)
_FAREWELL = re.compile(
    r"(?:(?:[Mm]it )?(?:[a-zäöü]{2,12} und )?"
    r"(?:[Ff]reundliche|[Bb]este|[Vv]iele|[Ll]iebe|[Hh]erzliche|[Ss]chöne|[Kk]ollegiale|[Ss]onnige)[nmr]? "
    r"(?:[A-ZÄÖÜ]\w+ )?(?:Grüße|Grüßen|Gruß)\b|(?:Herzlich(?:st)?|Ihre?|Eure?|Alles Gute|LG|VG|MfG)[,!]?$|"
    r"Bis (?:bald|dann|demnächst|in \w+ \w+|zum nächsten \w+|(?:nächste|kommende)\w? \w+)[,!.]?$)"
)
_ADDRESSED = re.compile(r":\s*(?:https?://|www\.)\S+$")
_HE_IS = re.compile(r"(?:ist|war|leitet|berät|arbeitet|schreibt|berichtet|verantwortet|betreut|lehrt|forscht)\b")
_WRITES = re.compile(
    r"(?:schreibt|berichtet|bloggt)\b|(?:ist|war|arbeitet)\b.{0,60}"
    r"(?:[Rr]edakt|[Jj]ournalist|[Aa]utor|[Rr]eporter|[Vv]olontär)"
)
_ENDS = (
    re.compile(
        r"^(?:Diese|Die) (?:Presse|Medien)?(?:[Mm]itteilung|[Ii]nformation|[Mm]eldung)\b.*"
        r"(?:PDF|www|Internet|herunter|abrufbar|[Dd]ownload)"
    ),
    re.compile(
        r"^(?:Rückfragen|(?:Weitere|Nähere) Auskünfte|Auskünfte|Fragen|(?:Haben Sie|Sie haben) (?:noch )?Fragen)\b"
        r".*(?:\d{3}|@|[Pp]ressestelle)"
    ),
    re.compile(r"\b[Uu]nser\w* (?:\w+ )?Newsletter\b|\bNewsletter\b.{0,60}(?:abonnier|bestell|anmeld)"),
    re.compile(r"\b(?:[Rr]ufen|[Ss]chreiben|[Mm]ailen) Sie uns\b.*(?:\d{3}|@)"),
    re.compile(r"^(?:Fotos?|Bilder|Bildmaterial|Pressefotos)\b.*(?:Herunterladen|Download|www\.)"),
)
_ABOUT = re.compile(r"(?:Über|Zum|Zur) (?:(?:die|das|den|der) )?(?P<name>[^\W\d_][^.!?:]{1,60}):?$")
_ARTICLE = re.compile(r"(?:Die|Das|Der) ")
_FILE = re.compile(r"\b(?:PDF|DOCX?|XLSX?|PPTX?|ODT|CSV|ZIP|MP3)\b[^.]{0,30}\d ?(?:[kKM]i?B|Bytes)\b", re.IGNORECASE)
_IMPRINT = (
    re.compile(r"^Quelle\b|^Herausgegeben\b|\bTel(?:efon|\.)?:? ?[0(+]"),
    re.compile(r"\b\d{5} [A-ZÄÖÜ]\w"),
)
# notes of an agency to those who print its report
_WIRE = re.compile(r"#{1,2} [A-ZÄÖÜ]")
_PARTS = re.compile(r" ?[|•·/,:] ?")
_BARS = re.compile(r" [|•·] ")
_RULE = re.compile(r"(?:[*#] ?){3,}")
_SIGNED = re.compile(
    r"(?:[^.!?]{0,60} )?(?:gez|i\. ?[AV])\.? ?:? [A-ZÄÖÜ]|"
    r"(?:Hochachtungsvoll|Mit (?:freundlich|best)\w+ (?:Grüßen|Gruß))[,.]?$"
)
_ADDRESS = re.compile(r"https?://|www\.")
_POSTCODE = re.compile(r"(?:D-)?\d{5} [A-ZÄÖÜ]\w")
_NO_TEXT = frozenset({LayoutRole.FURNITURE, LayoutRole.LINKS, LayoutRole.AD, LayoutRole.FOOTER})
_COMMENTS = re.compile(
    r"(?:\d{1,4} )?(?:Kommentare?|Leserkommentare|Antworten|Reaktionen|Comments?)(?: \(\d{1,4}\))?:?"
)
_NEIGHBOUR = re.compile(
    r"(?:Vorherige|Nächste|Vorige|Folgende|Previous|Next)[rs]? "
    r"(?:Beitrag|Artikel|Meldung|Nachricht|Eintrag|Folge|Post)\b"
)
_CLEARLY = 4
_LEAST_CONTACT = 2
_LINKED = 0.75
_HALF = 0.5
_LONGEST_LINE = 60
_ITEMS = ("li", "dd", "dt", "td", "th", "tr")


def last_text(runs: Sequence[Run], first: int) -> int:
    """Position of the last line that is not the heading of a box whose content is gone."""
    at = len(runs) - 1
    while at > first:
        run = runs[at]
        linked = run.linked > (_HALF if ":" in run.text else _LINKED) and len(run.text) <= _LONGEST_LINE
        named = runs[at - 1].heading and is_name(runs[at - 1].text) and run.text.startswith(runs[at - 1].text)
        if not (linked or named or announces(run) or announces(runs[at - 1], _AUTHORS)):
            break
        at -= 1
    return at


def ends_at(runs: Sequence[Run], first: int, marks: Marks) -> int:
    """Position from which on no line belongs to an article any more: a heading of an offer, links, an address."""
    farewell = farewell_at(runs, first)
    if farewell is not None:
        return farewell
    offers = marks.layouts.word_list("otherBoxes") | marks.layouts.word_list("events")
    about = about_sender(runs, first)
    if about is not None:
        return about
    begin, after = len(runs), 0
    while begin > first + 1 and after <= _LONGEST_OFFER:
        begin -= 1
        after += len(runs[begin].text) if runs[begin].prose else 0
    last = max((at for at in range(begin, len(runs)) if runs[at].prose), default=begin - 1)
    for at in range(begin, len(runs)):
        run = runs[at]
        headed = run.heading or (run.bold and not run.prose)
        if headed and (run.text.rstrip(":!") in offers or role_of(run, marks) in _NO_TEXT):
            return at
        if at >= last and (_leads_away(run) or _SIGNED.match(run.text)):
            return at
        if at > last and (_is_beyond(run, marks) or any(_SIGNED.match(one.text) for one in _beside(runs, at))):
            return at
        if run.heading and _COMMENTS.fullmatch(run.text):
            return at
        if role_of(run, marks) is LayoutRole.CONTACT and not any(one.prose for one in runs[at : at + _LEAST_CONTACT]):
            return at
        name = runs[at - 1].text
        if at == last and at > first + 1 and is_name(name) and _HE_IS.match(run.text.removeprefix(name).lstrip()):
            return at - 1
        if (_RULE.fullmatch(run.text) and at < last) or (at > first and _WIRE.match(run.text)):
            return at
        if at > last and any(_POSTCODE.match(one.text) for one in _beside(runs, at)):
            return at
    return len(runs)


def about_sender(runs: Sequence[Run], first: int) -> int | None:
    """Position of the line "Über X" that a paragraph follows which begins with X, as below releases; else None.

    More is told above it than below, so that a chapter of an article is not taken for it.
    """
    for at in range(first + _LEAST_CONTACT, len(runs)):
        run, told = runs[at], next((one.text for one in runs[at + 1 : at + 2] if one.prose), "")
        match = _ABOUT.match(run.text) if run.heading or not run.prose else None
        if run.prose and run.lead and (match := _ABOUT.match(run.lead)):
            told = run.text.removeprefix(run.lead).lstrip(" :–-")
        if match is None:
            continue
        name = match["name"].split()[0]
        above = sum(len(one.text) for one in runs[first:at] if one.prose)
        below = sum(len(one.text) for one in runs[at:] if one.prose)
        if _ARTICLE.sub("", told).startswith(name) and below * 2 < above:
            return at
    return None


def _is_beyond(run: Run, marks: Marks) -> bool:
    """Whether a line below the text is a number of a release, the sender in brackets, tools, or a neighbour's title."""
    pointing = run.linked > _HALF and ":" in run.text and len(run.text) <= _LONGEST_LINE
    if pointing or _NEIGHBOUR.match(run.text) or role_of(run, marks) is LayoutRole.RELEASE:
        return True
    if len(run.text) <= _LONGEST_LINE and run.text[0] == "(" and run.text[-1] == ")":
        return role_of(run, marks) is None and not is_name(run.text.strip("()"))
    if run.tag not in _ITEMS and is_barred(run.text) and day_of(run.text) is None:
        return role_of(run, marks) is None  # by whom it was entered, how often it was read
    parts = [part for part in _PARTS.split(run.text) if part]
    tools = sum((found := marks.find(part)) is not None and found[0].role is LayoutRole.FURNITURE for part in parts)
    return run.tag not in _ITEMS and len(parts) > 1 and tools * 2 >= len(parts)


def _leads_away(run: Run) -> bool:
    """Whether a line at the end of a text says where there is more, whom to ask, or who publishes it."""
    if run.href is not None and len(run.text) <= _LONGEST_LINE and _FILE.search(run.text):
        return True
    pointed = run.href is not None or _ADDRESS.search(run.text) is not None
    if pointed and (_INFORMS.match(run.text) or _ADDRESSED.search(run.text)):
        return True
    whole = run.text[-1] in ".!?"
    return any(words.search(run.text) for words in _ENDS) or (
        not whole and any(words.search(run.text) for words in _IMPRINT)
    )


def farewell_at(runs: Sequence[Run], first: int) -> int | None:
    """Position of the greeting that ends a letter, with the name on the line below it; None where there is none."""
    for at in range(first + 1, len(runs) - 1):
        run, name = runs[at], runs[at + 1].text
        greeting = len(run.text) <= _LONGEST_LINE and _FAREWELL.match(run.text) is not None and not run.prose
        if greeting and (is_name(name) or (name.isalpha() and name.istitle())):
            return at
    return None


def _beside(runs: Sequence[Run], at: int) -> list[Run]:
    """Lines that stand in the same paragraph as one, from it on."""
    return [run for run in runs[at:] if run.element is runs[at].element]


def announces(run: Run, forms: Sequence[str] = ()) -> bool:
    """Whether a line only says what comes below it, or is one of some forms of that."""
    text = run.text.rstrip(":")
    if forms:
        return text in forms
    return bool(run.heading) or text in _AUTHORS or (run.text[-1] == ":" and not run.prose)


def announces_author(words: str) -> bool:
    """Whether words are the heading of a note on the author."""
    return words in _AUTHORS


def signature_at(runs: Sequence[Run], first: int, marks: Marks) -> int:
    """Position of the byline below the text after which only a word on its author or an offer follows; else the end."""
    after = 0
    for at in range(len(runs) - 1, first + 1, -1):
        run = runs[at]
        found = marks.find(run.text) if run.label is None else None
        named = run.label is PageRole.BYLINE or (found is not None and found[0].role is LayoutRole.BYLINE)
        if named and (not run.prose or len(run.text) <= _LONGEST_LINE) and not run.linked:
            told = sum(len(one.text) for one in runs[first:at] if one.prose)
            return at if after * _CLEARLY < told else len(runs)
        if run.heading or run.label in (PageRole.CAPTION, PageRole.CREDIT, PageRole.CONTACT) or run.tag in _ITEMS:
            break
        after += len(run.text)
        if after > _LONGEST_OFFER:
            break
    return len(runs)


def is_office(runs: Sequence[Run], at: int) -> bool:
    """Whether a line says what office the one above it names the holder of, so that he signed and did not write."""
    return at < len(runs) and len(runs[at].text) <= _LONGEST_LINE and _OFFICE.search(runs[at].text) is not None


def is_barred(text: str) -> bool:
    """Whether a line tells several things that bars part: when, where, for how much."""
    return len(_BARS.findall(text)) > 1


def is_biography(run: Run, authors: Iterable[str]) -> bool:
    """Whether a paragraph at the end says who the author is."""
    words = _AUTHOR.sub("", run.text)
    return run.prose and any(words.startswith(name) and _IS.match(words[len(name) :]) for name in authors)


def signed_below(runs: Sequence[Run], last: Run, marks: Marks) -> tuple[str, ...]:
    """Names on the one line below the last one of an article that says who wrote it, apart from its text."""
    below = [run for run in runs if run.at > last.at and not run.prose and run.others is None and run.item is None]
    lines = [run.text for run in below if not run.linked and role_of(run, marks) is LayoutRole.BYLINE]
    found = [names for words in lines if (names := byline_names(words, marks))]
    return found[0] if len(found) == 1 else ()


def told_author(runs: Sequence[Run], at: int, marks: Marks) -> tuple[str, ...]:
    """Name with which a paragraph on the author begins.

    It, or the line above it, says that it is one, or it is in italics and the last.
    """
    text = runs[at].text
    if at and is_name(runs[at - 1].text) and _WRITES.match(text.removeprefix(runs[at - 1].text).lstrip()):
        return persons(runs[at - 1].text, marks.layouts.word_list("firstNames"))
    begin = _AUTHOR.match(text) if text.startswith(_AUTHORS) else None
    noted = runs[at].slanted and not any(run.prose for run in runs[at + 1 :])
    if begin is None and not noted and not (at and runs[at - 1].text.rstrip(":") in _AUTHORS):
        return ()
    words = text[begin.end() if begin else 0 :]
    is_one = _IS.match(words)
    verb = is_one[0].rsplit(" ", 1)[0] if is_one else ""
    return persons(verb.rstrip(","), marks.layouts.word_list("firstNames"))


def says_who(runs: Sequence[Run], at: int) -> bool:
    """Whether a line goes on with a name above it and says who that is."""
    return at > 0 and is_name(runs[at - 1].text) and _HE_IS.match(runs[at].text) is not None


def is_note(runs: Sequence[Run], at: int) -> bool:
    """Whether a paragraph in italics or small letters below a rule ends an article, as what is said of a site does."""
    box = runs[at].element
    before = box.getprevious()
    ruled = before is not None and before.tag == "hr"
    small = len(box) == 1 and box[0].tag == "small" and not (box.text or "").strip()
    return ruled and (runs[at].slanted or small) and not any(run.prose for run in runs[at + 1 :])


def is_contact(run: Run, marks: Marks) -> bool:
    """Whether a line says whom to ask."""
    found = marks.find(run.text)
    return run.label is PageRole.CONTACT or (found is not None and found[0].role is LayoutRole.CONTACT)


def contact_end(runs: Sequence[Run], at: int, marks: Marks) -> int:
    """End of the lines that say whom to ask, from the one on that says so: the next heading, link or offer ends them.

    The place itself where it says nothing of the kind.
    """
    if at >= len(runs) or not is_contact(runs[at], marks):
        return at
    for end in range(at + 1, len(runs)):
        run = runs[end]
        mail = run.href is not None and run.href.startswith(("mailto:", "tel:"))
        away = run.linked > _HALF and not mail
        other = role_of(run, marks) in (*_NO_TEXT, LayoutRole.LIST_HEAD) or run.text[:1] == "©"
        announced = run.text[-1] == ":" and not is_contact(run, marks)
        if run.heading or away or other or announced or run.prose:
            return end
    return len(runs)
