"""Which line of a page is the title of its article, and what stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.sources.dates import lone_day
from govgraph.sources.html.metadata import day_of
from govgraph.sources.html.names import is_name
from govgraph.sources.html.tree import Element, ancestors
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from govgraph.sources.html.metadata import Metadata
    from govgraph.sources.html.runs import Run

__all__ = ["SUBJECT", "find_title", "folded", "head_start", "is_home"]

SUBJECT = re.compile(
    r"(?:(?:Betreff|Betr\.|Titel|Überschrift|Subject)(?=[\s:|]+\S+ \S)|Thema(?=[\s:|]+\S+ \S+ \S))\s?[:|](?:\s*\|)?\s*"
)
"""What stands before the title of a circular letter."""

_LEAST_TITLE_WORDS = 4
_LONGEST_TITLE = 250
_UNSURE = 0.5
_LEAST_ENDING = 20
_LEAST_MENU = 3
_WORDED = 1
_PLAIN = 3
_FIRST_RANK = 5
_LOW = 3
_LONGEST_FOOT = 8
_WHOLE_AND_PARTS = 3
_LONGEST_BESIDE = 60
_MOST_OVER = 3
_PARAGRAPHS = frozenset({"li", "td", "tr", "dt", "dd", "figcaption"})
_WHOLE = frozenset({"body", "main", "html"})
_HOME = re.compile(r"(?:https?://[^/?#]+)?/?(?:de/?)?(?:(?:index|start|home|default)(?:\.\w{2,5})?)?|\.{1,2}/?|#")
_PLACE_AND_DAY = re.compile(r"(?:[^\W\d_]+(?:[ /-][^\W\d_]+){0,3},? )?(?:den )?[\d.]{1,3} ?[\w. ]{1,12}[12]\d{3}[.:]?")
_VISIT = re.compile(r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend")
_READING = re.compile(r"\bLese(?:zeit|dauer)\b|\bmin read\b|^(?:[Vv]on|Text:) ")
_BY = re.compile(r"(?:Von|By|Text|Autor(?:in)?)[: ]", re.IGNORECASE)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_OF_PICTURE = (PageRole.CAPTION, PageRole.CREDIT)
_HEADS = (PageRole.KICKER, PageRole.DATE, PageRole.BYLINE, PageRole.GENRE, PageRole.LEAD)


def find_title(  # noqa: PLR0913
    runs: Sequence[Run],
    first: int,
    last: int,
    metadata: Metadata,
    sections: frozenset[str],
    *,
    known_sections: frozenset[str],
) -> int | None:
    """Position of the title: labelled, worded as the page's metadata, or `<h1>`; before the text or in it."""
    told = next((at for at in range(first, last + 1) if _tells(runs[at])), last)
    places = [at for at in range(told + 1) if len(runs[at].text) <= _LONGEST_TITLE and not is_home(runs[at])]
    places = [at for at in places if not (runs[at].heading and lone_day(runs[at].text))]
    named = [at for at in places if runs[at].text not in sections]
    if any(runs[at].heading for at in named):
        places = named
    wordings = {folded(title) for title in metadata.titles}
    if len(metadata.titles) == _WHOLE_AND_PARTS and not known_sections.isdisjoint(metadata.titles):
        wordings = set()  # "Stadt Adorf - Aktuelles" names no article
    # a wording that takes but a part of the page's title may be the name of the site
    longest = max(map(len, wordings), default=0)
    ways: tuple[Callable[[Run], bool], ...] = (
        lambda run: run.own and run.label is PageRole.TITLE,
        lambda run: bool(run.heading) and folded(run.text) in wordings and run.label is not PageRole.KICKER,
        lambda run: bool(run.heading) and run.label is not PageRole.KICKER and _ends(wordings, run),
        lambda run: (
            folded(run.text) in wordings
            and run.label in (None, PageRole.TITLE)
            and len(folded(run.text)) >= _UNSURE * longest
        ),
        lambda run: run.label in (None, PageRole.TITLE) and _is_slug(run.text, metadata.slug),
        lambda run: run.heading == 1 and run.label in (None, PageRole.TITLE),
        lambda run: run.label is PageRole.TITLE,
        lambda run: run.heading == 2 and run.label is None,
        lambda run: bool(run.heading) and run.label is None,
    )
    for number, fits in enumerate(ways):
        found = [at for at in places if fits(runs[at])]
        if number > _FIRST_RANK:
            found = [at for at in found if not _heads_other(runs, at, told)]
        if not found:
            continue
        if number in (_WORDED, _FIRST_RANK) and not metadata.article:
            signed = _below_signed(runs, places, found[-1], told)
            if signed is not None:
                return signed
        if number == _WORDED and (better := _longer_first_heading(runs, places, found[-1])) is not None:
            return better
        if number == _WORDED and len(wordings) == 1 and not metadata.article:
            return _below_site_heading(runs, places, found[-1], last) or found[-1]
        if (
            number == _FIRST_RANK
            and not metadata.article
            and (below := _below_name(runs, places, found[-1], metadata, known_sections))
        ):
            return below
        if number == _PLAIN and not runs[found[-1]].heading and not metadata.article:
            return _below_site(runs, found[-1], told, last) or found[-1]
        return found[-1]
    named = [at for at in places if at < told and SUBJECT.match(runs[at].text)]
    if named:
        return named[-1]
    # a page without headings, which says nothing of its article either
    near = [at for at in places if at < told and _may_head(runs[at])] if not metadata.article else []
    bold = [at for at in near if runs[at].bold]
    if bold:
        return bold[-1]
    # only the day, or who wrote, may stand between title and text
    return near[-1] if near and all(_is_beside(run) for run in runs[near[-1] + 1 : told]) else None


def _tells(run: Run) -> bool:
    """Whether a line is text: a sentence that is not that of a picture, which may stand over the title."""
    return run.prose and not run.heading and run.label not in _OF_PICTURE and run.tag != "figcaption"


def _is_beside(run: Run) -> bool:
    dated = len(run.text) <= _LONGEST_BESIDE and day_of(run.text) is not None
    return dated or run.label in (PageRole.DATE, PageRole.BYLINE)


def _longer_first_heading(runs: Sequence[Run], places: Sequence[int], title: int) -> int | None:
    """An `<h1>` of some words, where only a word or two over it are those of the page's title, such as a section's."""
    if runs[title].heading == 1 or len(runs[title].text.split()) >= _LEAST_TITLE_WORDS - 1:
        return None
    heads = [at for at in places if runs[at].heading == 1 and len(runs[at].text.split()) >= _LEAST_TITLE_WORDS]
    return heads[-1] if heads and heads[-1] > title else None


def _below_signed(runs: Sequence[Run], places: Sequence[int], title: int, text: int) -> int | None:
    """The last heading above the text, where a day, an author or the time to read stand below it and not over it."""
    later = [at for at in places if title < at < text and runs[at].heading > runs[title].heading]
    if not later or not _is_signed(runs[later[-1] + 1 : text]) or _is_signed(runs[title + 1 : later[-1]]):
        return None
    return later[-1]


def _is_signed(runs: Sequence[Run]) -> bool:
    """Whether lines say when or by whom an article is; a day with that of the week may be that of the visit."""
    short = [run for run in runs if not run.prose and len(run.text) <= _LONGEST_BESIDE and not _VISIT.match(run.text)]
    return any(
        run.label in (PageRole.DATE, PageRole.BYLINE) or day_of(run.text) is not None or _READING.search(run.text)
        for run in short
    )


def _ends(wordings: AbstractSet[str], run: Run) -> bool:
    """Whether a wording of the title ends, after a kicker, with the words of a line."""
    words = folded(run.text)
    return len(words) >= _LEAST_ENDING and any(one.endswith(words) for one in wordings)


def _below_site_heading(runs: Sequence[Run], places: Sequence[int], title: int, last: int) -> int | None:
    """The last heading above the text, where a short one with the words of the page's title names the site.

    So it does where the foot of the page has its words again.
    """
    words = runs[title].text
    later = [
        at for at in places if at > title and runs[at].heading and len(runs[at].text.split()) >= _LEAST_TITLE_WORDS
    ]
    again = _is_at_foot(words, runs, last)
    short = len(words.split()) <= _LEAST_TITLE_WORDS
    return later[-1] if later and short and again else None


def _below_name(
    runs: Sequence[Run], places: Sequence[int], title: int, metadata: Metadata, known_sections: frozenset[str]
) -> int | None:
    """The last heading above the text, where the one of the first rank is the name with which the page's title ends.

    So it is where the page's title has only the name of a section after it.
    """
    words = runs[title].text
    whole = metadata.titles[0] if metadata.titles else ""
    rest = whole.removeprefix(words).strip(" |•·»›:–—-")
    name = whole != words and (whole.endswith(words) or (whole.startswith(words) and rest in known_sections))
    later = [at for at in places if at > title and runs[at].heading and runs[at].label is None]
    # a lead, a day or an author below it shows that it heads the article
    if not name or not later or any(run.prose or run.label in _HEADS for run in runs[title + 1 : later[-1]]):
        return None
    return later[-1]


def _is_at_foot(words: str, runs: Sequence[Run], last: int) -> bool:
    """Whether one of the last lines of the page has some words and more, and is no text of the article."""
    foot = range(max(0, len(runs) - _LONGEST_FOOT), len(runs))
    return any(words in runs[at].text and runs[at].text != words and (at > last or not runs[at].prose) for at in foot)


def _below_site(runs: Sequence[Run], title: int, told: int, last: int) -> int | None:
    """The line above the text that reads like a headline, where the one with the words of the title names the site.

    So it does where a menu follows, or where the foot of the page has its words again.
    """
    links = sum(run.linked > _UNSURE for run in runs[title:told])
    words = runs[title].text
    again = _is_at_foot(words, runs, last)
    between = range(told - 1, title, -1)
    named = next((at for at in between if runs[at].label is PageRole.TITLE), None)
    if named is not None:
        return named
    at = next((at for at in between if _may_head(runs[at])), None)
    return at if at is not None and (links >= _LEAST_MENU or again) else None


def _may_head(run: Run) -> bool:
    """Whether an unmarked line reads like a headline."""
    words = run.text.split()
    plain = run.label is None and run.tag not in ("li", "figcaption") and " | " not in run.text and run.linked < _UNSURE
    day = _PLACE_AND_DAY.fullmatch(run.text) is not None and day_of(run.text) is not None
    signed = _BY.match(run.text) is not None and is_name(" ".join(words[-2:]))
    signed = signed or (words[0] in ("Dr.", "Prof.") and is_name(run.text.partition(",")[0]))
    return (
        plain
        and len(words) >= _LEAST_TITLE_WORDS
        and not (day or signed or _READING.search(run.text))
        and not run.sentence
        and run.text[-1] not in ":|,;"
    )


def is_home(run: Run) -> bool:
    """Whether a line is the name of the site, which leads to its start, or a link that has lost its address."""
    return run.href is not None and run.linked > _UNSURE and _HOME.fullmatch(run.href.strip()) is not None


def folded(words: str) -> str:
    """Letters and digits of some words, as wordings are compared."""
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _heads_other(runs: Sequence[Run], at: int, text: int) -> bool:
    """Whether a low heading has lines of its own below it, in a box that does not hold the text."""
    box = runs[at].element.getparent()
    if runs[at].heading < _LOW or box is None or box.tag in _WHOLE:
        return False
    inside = [box in set(ancestors(runs[place].element)) for place in (at + 1, text)]
    return at + 1 < text and inside == [True, False]


def _is_slug(text: str, slug: str) -> bool:
    """Whether the words of a line are those that the address of the page ends with, or begin with them.

    >>> _is_slug("Einfach ist schwer", "einfachistschwer"), _is_slug("Ein Bäcker", "einbaecker")
    (True, True)
    """
    letters = "".join(letter for letter in text.casefold().translate(_UMLAUTS) if letter.isalpha())
    if not slug or not letters:
        return False
    return letters == slug or (len(slug) >= _LEAST_ENDING and letters.startswith(slug))


def head_start(runs: Sequence[Run], title: int, text: int) -> int:
    """Position of the first line of the head: what stands before the title in its box, or in that of title and text."""
    near = _shared(runs, title, (title - 1, title + 1))
    whole = _shared(runs, title, (text if text != title else title + 1,))
    parent = runs[title].element.getparent()
    box = parent if parent is not None and parent.tag not in ("body", "html") else runs[title].element
    begin = title
    while begin:
        run = runs[begin - 1]
        above = list(ancestors(run.element))
        own = parent is not None and parent in (above[1:2] if parent.tag in ("body", "html") else above[1:4])
        pictured = run.label in _OF_PICTURE or run.tag == "figcaption"
        labelled = (run.label in _HEADS or pictured) and (whole in above or own)
        # what stands right over the title, and beside it, where the two are in no box of their own
        within = run.element is box or box in (above[1:2] if box.tag in _WHOLE - {"main"} else above[1:3])
        beside = within and not run.linked and run.tag not in _PARAGRAPHS
        labelled = labelled or (begin == title and run.heading > 1 and lone_day(run.text) is not None)
        if (run.prose and not pictured) or not (
            labelled or near in above[:4] or (beside and title - begin < _MOST_OVER)
        ):
            break
        begin -= 1
    return begin


def _shared(runs: Sequence[Run], title: int, places: Sequence[int]) -> Element | None:
    """The smallest element that holds the title and another line, unless that is the whole page."""
    beside = {one for at in places if 0 <= at < len(runs) for one in ancestors(runs[at].element)}
    own = runs[title].element
    alike = any(runs[at].element is own for at in places if 0 <= at < len(runs))
    box = own if alike else next((one for one in list(ancestors(own))[1:] if one in beside), None)
    return box if box is not None and box.tag not in _WHOLE else None
