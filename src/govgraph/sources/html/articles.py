"""Lines of an article, or of a teaser, to its sketch."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.model.terms import BlockKind, Genre
from govgraph.sources.dates import lone_day
from govgraph.sources.documents import Told
from govgraph.sources.heads import is_kicker
from govgraph.sources.html.days import changed_days, closing_day, vague_day
from govgraph.sources.html.embedded import author_names
from govgraph.sources.html.endings import (
    announces,
    contact_end,
    ends_at,
    farewell_at,
    is_barred,
    is_biography,
    is_contact,
    is_note,
    is_office,
    last_text,
    says_who,
    signature_at,
    told_author,
)
from govgraph.sources.html.head import Head, add_date, caption_kind, head_line, title_pieces
from govgraph.sources.html.interviews import asker, interview_kinds
from govgraph.sources.html.introduced import ITEMS, is_stopped
from govgraph.sources.html.metadata import day_of, day_of_address, resolved
from govgraph.sources.html.names import byline_names, is_name, people, persons
from govgraph.sources.html.pairs import pair_of_row
from govgraph.sources.html.pieces import is_whole
from govgraph.sources.html.teasers import role_of
from govgraph.sources.html.titles import folded
from govgraph.sources.html.tree import ancestors
from govgraph.sources.sketches import Piece, Sketch
from govgraph.vocabulary.layouts import LayoutRole
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govgraph.sources.html.metadata import Metadata
    from govgraph.sources.html.pieces import Showing
    from govgraph.sources.html.regions import Regions
    from govgraph.sources.html.runs import Run
    from govgraph.sources.lines import Marks
    from govgraph.vocabulary.pages import PageLayout

__all__ = ["article_sketch", "teaser_sketch"]

_LABELS = {
    PageRole.KICKER: BlockKind.KICKER,
    PageRole.DATE: BlockKind.DATELINE,
    PageRole.BYLINE: BlockKind.BYLINE,
    PageRole.CAPTION: BlockKind.CAPTION,
    PageRole.CREDIT: BlockKind.CREDIT,
    PageRole.PULL_QUOTE: BlockKind.PULL_QUOTE,
    PageRole.CONTACT: BlockKind.CONTACT,
}
_BESIDE = (LayoutRole.FURNITURE, LayoutRole.GENRE_MARK)
_CHANGED = re.compile(r"(?:zuletzt|aktualisiert|geändert|update|stand\b|abgerufen|modified)", re.IGNORECASE)
_DATED = re.compile(
    r"(?:(?:am|vom|Stand:?)\s+)?(?<![\d.])"
    r"(\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?)\s?[12]\d{3}|[12]\d{3}-\d{2}-\d{2})(?!\d)"
    r"(?:,?\s*(?:um\s+)?\d{1,2}[:.]\d{2}(?:\s*Uhr)?)?"
)
_DATED_END = re.compile(r"\s[(\[](\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?)\s?[12]\d{3})[)\]]$")
_OF_AUTHOR = re.compile(
    r"/(?:@|(?:authors?|autor(?:in|en|innen)?|redakt(?:ion|eure?)|profile?|users?|people)/)[\w.-]+/?$"
)
_LEAST_SUBTITLE_WORDS = 6
_LEAST_LEAD_WORDS = 4
_LONGEST_END = 30
_LONGEST_KICKER = 60
_LONGEST_RUN_IN = 50
_LONGEST_LEAD = 1200
_LONGEST_FOOT = 80
_SIGNED = (LayoutRole.DATE_LINE, LayoutRole.BYLINE)
_LINKED = 0.75
_ENDS = re.compile(r"[.!?…:]$")


def article_sketch(  # noqa: PLR0913
    regions: Regions,
    metadata: Metadata,
    marks: Marks,
    *,
    kept: Mapping[str, Told],
    links: Mapping[str, int],
    told: Told,
    layout: PageLayout | None,
) -> Sketch:
    """Sketch of the article of a page.

    Args:
        regions: Its lines.
        metadata: What the page says of itself.
        marks: Marks of lines.
        kept: What the page's program knows of articles, by their titles; believed after all that it shows or says.
        links: How many lines of the page stand before its short links; those above the title are its menus.
        told: What came with the document; believed before the page's metadata.
        layout: Profile of the page, or None.
    """
    runs, title = regions.article, regions.title
    genre = layout.genre if layout else None
    head = Head()
    pieces: list[Piece] = []
    first_text = _first_text(runs, title)
    interview = interview_kinds(runs, first_text, marks, title=runs[title].text if title is not None else "")
    own = kept.get(folded(runs[title].text)) if title is not None else None
    known = {*told.authors, *people(metadata.authors), *people(metadata.written), *author_names(own)}
    last = max((at for at, run in enumerate(runs) if run.prose), default=len(runs) - 1)
    menu = {words for words, place in links.items() if title is not None and place <= runs[title].at}
    sections = marks.layouts.word_list("section") | menu
    labelled = title is not None and any(run.label is PageRole.KICKER for run in runs[:title])
    early = max(regions.text, _second_prose(runs, first_text))
    signed = signature_at(runs, first_text, marks)
    end = last_text(runs, first_text)
    over = ends_at(runs, first_text, marks)
    last_contact = contact_end(runs, over, marks)
    # whom to ask is nobody who wrote
    contact = next((at for at in range(last + 1, len(runs)) if is_contact(runs[at], marks)), len(runs))
    for at, run in enumerate(runs):
        if last < at <= over and not head.dates and (day := closing_day(run, marks)):
            head.dates.append(day)
        if (
            at >= over
            or (at > signed and marks.find(run.text) is None)
            or (at > end and (announces(run) or run.linked > _LINKED))
        ):
            if at >= over and not (head.authors or known):
                head.add_authors(told_author(runs, at, marks))
            asked = over <= at < last_contact
            pieces.append(Piece(run.text, BlockKind.CONTACT if asked else BlockKind.FURNITURE))
            continue
        if at < first_text and title is not None and at > title and says_who(runs, at):
            pieces.append(Piece(run.text, BlockKind.FURNITURE))
            continue
        texty = run.prose or run.label is PageRole.LEAD or at == first_text or at in interview
        texty = texty or run.listed or (at > first_text and _is_item_told(run))
        if at == title:
            pieces += title_pieces(run, head, metadata, marks)
        elif title is not None and at < title:
            between = (role_of(one, marks) for one in runs[at + 1 : title])
            beside = not labelled and run.text not in sections and all(one in _BESIDE for one in between)
            pieces += _above(run, head, marks, beside=beside, dated=_next_to_day(runs, at))
        elif at < max(first_text, regions.text) and not texty:
            listed, dated = _beside_day(runs, at), _next_to_day(runs, at) or at + 1 == first_text
            pieces += _below(run, head, marks, known, listed=listed, dated=dated, below=at - 1 == title)
        else:
            beside = at < early or (at > last and _is_foot(run) and role_of(run, marks) not in _SIGNED)
            found = []
            if beside and not texty and not run.heading:
                dates, wrote = tuple(head.dates), len(head.authors)
                found = head_line(run, head, marks, kicker=False)
                if at > last and len(head.authors) == wrote:  # a day below the text may be any
                    head.dates[:] = dates
            kind = interview.get(at)
            pieces += found or _body(
                run,
                head,
                marks,
                known,
                kind=kind,
                ending=not run.listed
                and ((at > last and runs[last].tag != run.tag) or (last < at < contact and _is_signed(run.text))),
                signed=at < contact,
                holder=is_office(runs, at + 1),
                first=at == first_text,
            )
            if at > first_text and at >= last - 1 and not (head.authors or known):
                head.add_authors(told_author(runs, at, marks))
            if at > first_text and at >= last - 1 and (is_biography(run, (*known, *head.authors)) or is_note(runs, at)):
                pieces[-1:] = [Piece(run.text, BlockKind.FURNITURE)]
    date = told.date or (head.dates[0] if head.dates else None)
    date = date or (metadata.date if metadata.date not in changed_days(runs) else None)
    date = date or vague_day(runs, title) or metadata.date or (own.date if own is not None else None)
    date = date or metadata.issue or day_of_address(metadata.url)
    farewell = farewell_at(runs, first_text)
    if farewell is not None and not (head.authors or known) and not is_office(runs, farewell + 2):
        head.add_authors(persons(runs[farewell + 1].text, marks.layouts.word_list("firstNames")))
    authors = told.authors or tuple(head.authors) or people(metadata.authors) or asker(runs[first_text:])
    if not authors and not head.release and genre is not Genre.NEWS:
        authors = _persons_of_page(metadata, marks)
    authors = authors or author_names(own) or metadata.signed
    heading = told.title or (None if title is not None else next(iter(metadata.titles[:1]), None))
    asked = any(kind is BlockKind.QUESTION for kind in interview.values())
    return Sketch(
        tuple(pieces),
        Told(
            url=told.url or metadata.url,
            title=heading,
            kicker=told.kicker or head.kicker,
            date=date,
            authors=authors,
            language=metadata.language,
        ),
        genre=head.genre or (None if asked else genre),
        release=head.release or genre is Genre.NEWS,
        whole=layout is None or not layout.colon,
    )


def _persons_of_page(metadata: Metadata, marks: Marks) -> tuple[str, ...]:
    """Names of those who put a page into the system, but for the name of the site that its title has."""
    first_names = marks.layouts.word_list("firstNames")
    return tuple(
        name for name in people(metadata.written) if name not in metadata.titles or name.split()[0] in first_names
    )


def _is_signed(words: str) -> bool:
    """Whether all words of a line are names, but for what is said of their bearer after a comma."""
    return all(is_name(part.strip()) for part in re.split(r" / |,? und ", words.strip("()").partition(",")[0]))


def _is_foot(run: Run) -> bool:
    """Whether a line below the text says a day, as where that of the article stands at its end."""
    return (
        run.label is None and run.tag not in ITEMS and len(run.text) <= _LONGEST_FOOT and day_of(run.text) is not None
    )


def _is_item_told(run: Run) -> bool:
    """Whether an item of a list is a short sentence, as in "Ina Lenz ist CDO der Stadt Gera."."""
    return run.tag in ITEMS and run.label is None and not run.linked and is_stopped(run)


def _first_text(runs: Sequence[Run], title: int | None) -> int:
    """Position of the first line of running text below the title: sentences, lead, bracket date."""
    begin = -1 if title is None else title
    for at in range(begin + 1, len(runs)):
        run = runs[at]
        bracket = run.text.startswith(("[", "(")) and (
            len(run.text) > _LONGEST_KICKER or lone_day(run.text.strip("()[]"))
        )
        prose = run.prose and not says_who(runs, at)
        if run.label is PageRole.LEAD or (run.label is None and (prose or bracket)):
            return at
    return begin + 1


def _second_prose(runs: Sequence[Run], first: int) -> int:
    return next((at for at in range(first + 1, len(runs)) if runs[at].prose), len(runs))


def _above(run: Run, head: Head, marks: Marks, *, beside: bool, dated: bool) -> list[Piece]:
    """A line above the title: kicker, date, author, genre, number of a release, or nothing that is kept."""
    if run.label in (PageRole.CAPTION, PageRole.CREDIT) or run.tag == "figcaption":
        return [Piece(run.text, caption_kind(run))]
    issuer = marks.starts(LayoutRole.ISSUER, run.text) is not None
    found = marks.find(run.text)
    release = found is not None and found[0].role is LayoutRole.RELEASE
    kicker = not (issuer or release) and (run.label is PageRole.KICKER or beside)
    if found is not None and found[0].role is LayoutRole.PAGE_DATE:
        # a day with that of the week is mostly that of the visit
        inside = run.article is not None or any(one.tag == "main" for one in ancestors(run.element))
        its = run.heading or (run.label is PageRole.DATE and inside)
        return [Piece(run.text, BlockKind.DATELINE)] if its and add_date(run.when or run.text, head) else []
    names = _writers(run, marks, dated=dated and run.label is None)
    if names:
        head.add_authors(names)
        return [Piece(run.text, BlockKind.BYLINE)]
    return head_line(run, head, marks, kicker=kicker)


def _writers(run: Run, marks: Marks, *, dated: bool) -> tuple[str, ...]:
    """Names of those who wrote in a line that nothing calls a byline.

    It stands beside a day and names people known by their first names or a portrait, or leads to the page of an author.
    """
    linked = run.linked > _LINKED and run.href is not None and _OF_AUTHOR.search(run.href) is not None
    if run.label is None and is_name(run.text) and (linked or (dated and run.portrayed)):
        return people([run.text])
    return persons(run.text, marks.layouts.word_list("firstNames")) if dated else ()


def _beside_day(runs: Sequence[Run], at: int) -> bool:
    """Whether an item of a list has a day among its neighbours, as in a list of date, author and reading time."""
    near = [runs[place] for place in range(max(0, at - 2), min(len(runs), at + 3)) if place != at]
    box = runs[at].element.getparent()
    return runs[at].tag == "li" and any(day_of(one.text) for one in near if one.element.getparent() is box)


def _next_to_day(runs: Sequence[Run], at: int) -> bool:
    """Whether the line before or after one says a day and is no text."""
    near = [runs[place] for place in (at - 1, at + 1, at + 2) if 0 <= place < len(runs)]
    return any(not one.prose and len(one.text) <= _LONGEST_KICKER and day_of(one.when or one.text) for one in near)


def _below(  # noqa: PLR0913
    run: Run, head: Head, marks: Marks, known: Iterable[str], *, listed: bool, dated: bool, below: bool
) -> list[Piece]:
    """A line between title and text, perhaps right below the title."""
    found = marks.find(run.text)
    signed = run.label is PageRole.CREDIT and found is not None and found[0].role is LayoutRole.BYLINE
    if signed:
        run = replace(run, label=PageRole.BYLINE)
    if run.label is PageRole.CAPTION or run.label is PageRole.CREDIT or run.tag == "figcaption":
        return [Piece(run.text, caption_kind(run))]
    if run.text in known or (listed and is_name(run.text)):
        head.add_authors(people([run.text]))
        return [Piece(run.text, BlockKind.BYLINE)]
    if found is not None and found[0].role is LayoutRole.PAGE_DATE and add_date(run.text, head):
        return [Piece(run.text, BlockKind.DATELINE)]
    if run.heading and found is None and day_of(run.text) and len(run.text.split()) > _LEAST_LEAD_WORDS:
        return [Piece(run.text, BlockKind.LEAD)]  # a subline with the day of something else
    near = (dated or run.slanted) and run.label is None and not day_of(run.text)
    names = () if head.passes else _writers(run, marks, dated=near)
    if names:
        head.add_authors(names)
        return [Piece(run.text, BlockKind.BYLINE)]
    if found is not None and found[0].role in (LayoutRole.CONTACT, LayoutRole.CONTACT_LINE):
        return [Piece(run.text, BlockKind.FURNITURE)]
    pieces = head_line(run, head, marks, kicker=run.label is PageRole.KICKER)
    if pieces or len(run.text) < _LONGEST_KICKER // 2 or run.label in (PageRole.DATE, PageRole.BYLINE, PageRole.GENRE):
        return pieces
    if marks.tail(LayoutRole.CREDIT_TAIL, run.text) is not None:
        return [Piece(run.text, BlockKind.CAPTION)]
    if run.tag == "li" and not run.linked and len(run.text.split()) >= _LEAST_LEAD_WORDS and "|" not in run.text:
        return [Piece(run.text, BlockKind.LEAD)]  # what is told in short, as a list
    if is_barred(run.text) or run.text[0] in "|•·":
        return []  # when, where, for how much
    if below and len(run.text.split()) >= _LEAST_SUBTITLE_WORDS and not (run.linked or day_of(run.text) or found):
        return [Piece(run.text, BlockKind.LEAD)]
    if run.linked > _LINKED or not (run.heading or run.bold or run.slanted or run.tag == "p"):
        return []
    if marks.starts(LayoutRole.ISSUER, run.text):
        return [Piece(run.text, BlockKind.FURNITURE)]
    return [Piece(run.text, BlockKind.LEAD if run.heading or run.bold else None)]


def _body(  # noqa: PLR0913
    run: Run,
    head: Head,
    marks: Marks,
    known: Iterable[str],
    *,
    kind: BlockKind | None,
    ending: bool,
    signed: bool,
    holder: bool,
    first: bool,
) -> list[Piece]:
    """Pieces of a line of the text."""
    found = marks.find(run.text)
    role = found[0].role if found else None
    if kind is not None:
        return _asked(run, kind)
    if run.label is PageRole.BYLINE or run.text in known:
        names = byline_names(run.text, marks) or people([run.text])
        head.add_authors(names)
        return [Piece(run.text, BlockKind.BYLINE)]
    name = run.text.strip("()")
    row = run.tag == "tr" and "|" in name  # "Jan Otto | CIO | Kiel" is about somebody
    closing = ending and signed and role is None and not (row or run.heading or head.authors)
    wrote = persons(name, marks.layouts.word_list("firstNames")) if closing else ()
    if wrote or (closing and is_name(name)):
        if holder:
            return [Piece(run.text, BlockKind.FURNITURE)]
        head.add_authors(wrote)
        if not head.dates:
            add_date(run.text, head)
        return [Piece(run.text, BlockKind.BYLINE)]
    if ending and run.tag == "tr" and marks.find(pair_of_row(run.text)) is not None:
        return []  # a label and its value
    if ending and not run.prose and run.label is None and role is None and run.tag in ("div", "body", "section"):
        return []  # what stands below the text in another make than its paragraphs
    if run.label is PageRole.DATE:
        if role is None and day_of(run.when or run.text) and not head.dates and not _CHANGED.match(run.text):
            add_date(run.when or run.text, head)
        return [Piece(run.text, None if role is LayoutRole.LEAD_DATE else BlockKind.DATELINE)]
    if run.label is PageRole.KICKER:
        return [Piece(run.text, None)] if run.prose else []
    if run.label in _LABELS:
        return [Piece(run.text, _LABELS[run.label])]
    if run.tag == "figcaption":
        return [Piece(run.text, BlockKind.CAPTION)]
    if role is LayoutRole.BYLINE and not head.dates:
        add_date(run.text, head)
    if role is not None:
        return [Piece(run.text, None)]
    if run.label is PageRole.LEAD and len(run.text) <= _LONGEST_LEAD:
        return [Piece(run.text, BlockKind.LEAD)]
    if run.heading and not run.prose:
        return [Piece(run.text, BlockKind.LEAD if first else BlockKind.HEADING)]
    if run.tag in ITEMS:
        return [Piece(run.text, BlockKind.PARAGRAPH)]
    return [Piece(run.text, None)]


def _asked(run: Run, kind: BlockKind) -> list[Piece]:
    """A line of an interview; a bold question that an answer follows on the same line is two pieces."""
    if kind is BlockKind.QUESTION and run.lead and run.lead.endswith("?") and len(run.lead) < len(run.text):
        return [Piece(run.lead, kind), Piece(run.text[len(run.lead) :], BlockKind.ANSWER)]
    return [Piece(run.text, kind)]


# ---------------------------------------------------------------------- teasers


def teaser_sketch(  # noqa: PLR0913
    runs: Sequence[Run],
    title: int,
    metadata: Metadata,
    marks: Marks,
    *,
    kept: Mapping[str, Told],
    layout: PageLayout | None,
    shown: Showing,
) -> Sketch:
    """Sketch of a teaser. Its address is that of the link on its title, its date one that stands in it.

    Args:
        runs: Its lines.
        title: Position of its title among them.
        metadata: What the page says of itself.
        marks: Marks of lines.
        kept: What the page's program knows of articles, by their titles.
        layout: Profile of the page, or None.
        shown: How the page shows its teasers.
    """
    habit, day = shown.habit, shown.day
    whole = shown.whole or is_whole(runs)
    text = next((at for at, run in enumerate(runs) if run.sentence), len(runs))
    head = Head()
    pieces: list[Piece] = []
    for at, run in enumerate(runs):
        kicker, between, rest = run.text.partition(habit) if habit else (run.text, "", "")
        if at == title and between:
            head.kicker = kicker.strip()
            pieces += [Piece(kicker + between, BlockKind.KICKER), Piece(rest.strip(), BlockKind.TITLE)]
        elif at == title:
            pieces += title_pieces(run, head, metadata, marks)
        elif run.label is PageRole.CAPTION or run.label is PageRole.CREDIT or run.tag == "figcaption":
            pieces.append(Piece(run.text, caption_kind(run)))
        elif (
            run.sentence
            or (run.label is PageRole.LEAD and run.linked < 1)
            or (at > title and run.text.startswith(("[", "(")))
        ):
            pieces += _teaser_text(run, head, marks)
        elif whole and at > title and _is_told(run, marks, below=at > text):
            pieces.append(Piece(run.text, BlockKind.PARAGRAPH))
        elif lone_day(run.text) and add_date(run.text, head):
            pieces.append(Piece(run.text, BlockKind.DATELINE))
        else:
            if run.href == runs[title].href:
                run = replace(run, linked=0.0)
            pieces += head_line(run, head, marks, kicker=at < title or run.label is PageRole.KICKER)
    own = kept.get(folded(runs[title].text))
    day = day or (own.date if own is not None else None)
    link = runs[title].href or next((run.href for run in runs if run.href), None)
    return Sketch(
        tuple(pieces),
        Told(
            url=resolved(link, metadata.base),
            kicker=head.kicker,
            date=head.dates[0] if head.dates else day,
            authors=tuple(head.authors),
            language=metadata.language,
        ),
        teaser=not whole,
        genre=head.genre,
        release=head.release,
        whole=layout is None or not layout.colon,
    )


def _is_told(run: Run, marks: Marks, *, below: bool) -> bool:
    """Whether a line that is no sentence is text of a short article: an item below a sentence, words before a list."""
    plain = not run.linked and day_of(run.text) is None and role_of(run, marks) is None and run.label is None
    worded = run.tag == "p" and len(run.text.split()) >= _LEAST_SUBTITLE_WORDS
    return plain and (worded or (below and run.tag in ITEMS))


def _teaser_text(run: Run, head: Head, marks: Marks) -> list[Piece]:
    """Text of a teaser; bold words before it, with a full stop or colon, are its kicker."""
    start = run.lead.rstrip(" .:")
    ended = _DATED_END.search(run.text[-_LONGEST_END:])
    if ended is not None and not head.dates and add_date(ended[1], head):
        rest = run.text[: -len(ended[0])]
        return [*_teaser_text(replace(run, text=rest), head, marks), Piece(ended[0].strip(), BlockKind.DATELINE)]
    dated = _DATED.match(run.text)
    if dated is not None and run.text[dated.end() :].lstrip(" |•·–—:…-")[:1].isupper():
        add_date(dated[1], head)
        rest = run.text[dated.end() :].lstrip(" |•·–—:…-")
        return [Piece(dated[0], BlockKind.DATELINE), Piece(rest, None)]
    if (
        head.kicker is None
        and run.lead
        and len(run.lead) <= _LONGEST_RUN_IN
        and _ENDS.search(run.lead)
        and is_kicker(start, marks.layouts)
    ):
        head.kicker = start
        return [Piece(run.lead, BlockKind.KICKER), Piece(run.text[len(run.lead) :], None)]
    return [Piece(run.text, None)]
