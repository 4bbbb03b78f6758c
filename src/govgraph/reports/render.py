"""Reports as one HTML file that prints well, and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from govgraph.errors import InputError
from govgraph.outfile import write_whole
from govgraph.reports.parts import HolderRow, Note, Report, Sentence, Source
from govgraph.reports.wording import Wording
from govgraph.views.policy import policy
from govgraph.written import MARKDOWN_MARK

_FOLDER: Final = Path(__file__).parent
_MARKS: Final = re.compile(r"([\\`*_\[\]<>#|~&])")


def write_report(report: Report, path: Path) -> None:
    """Write a report: HTML or Markdown, by the suffix of the file.

    The HTML file needs nothing from outside itself and runs no script. Beside a Markdown file stands its figure, of
    the same name with the suffix `.svg`.

    Args:
        report: What it says.
        path: File to write; its folder is made when it is missing.

    Raises:
        InputError: Another suffix.
        StoreError: It cannot be written.
    """
    render = _RENDERERS.get(path.suffix.lower())
    if render is None:
        raise InputError(f"{path} is no report by its suffix; allowed are {', '.join(SUFFIXES)}")
    # A lone surrogate cannot be written as UTF-8; a question mark in its place can.
    write_whole(path, render(report, path).encode("utf-8", "replace"))


def html(report: Report) -> str:
    """A report as an HTML page."""
    # jinja2 is needed for this alone
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    style = (_FOLDER / "report.css").read_text("utf-8")
    words = Wording(report.lang)
    return environment.get_template("report.html").render(
        report=report,
        words=words,
        style=style,
        figure=report.figure.svg if report.figure else None,
        policy=policy([], [style]).replace("script-src ; ", ""),
        address=web_address,
        dates={source.number: words.date(source.date) for source in report.sources},
    )


def web_address(text: str) -> str:
    """An address that a link may lead to, or an empty string."""
    return re.sub(r"[\s<>()\"]", lambda found: f"%{ord(found[0]):02X}", text) if re.match(r"https?://", text) else ""


def markdown(report: Report, figure: str | None = None) -> str:
    """A report as Markdown with footnotes.

    Args:
        report: What it says.
        figure: Where its figure stands; None for a report without.
    """
    words = Wording(report.lang)
    lines = [
        MARKDOWN_MARK,
        "",
        f"# {_escaped(report.title)}",
        "",
        f"**{_escaped(report.subtitle)}.** {_escaped(report.summary)}",
    ]
    if report.best:
        lines += ["", f"## {words.text('best')}", "", *map(_item, report.best)]
    lines += ["", f"## {words.text('changes')}"]
    if not report.sections:
        lines += ["", words.text("nothing")]
    for section in report.sections:
        lines += ["", f"### {_escaped(section.title)}"]
        for place, sentences in section.places:
            if place or len(section.places) > 1:
                lines += ["", f"#### {_escaped(place or words.text('noLand'))}"]
            lines += ["", *map(_item, sentences)]
    lines += ["", f"## {words.text('who')}", "", *_holders(report, words)]
    if report.figure and figure:
        caption = _escaped(report.figure.caption)
        lines += ["", f"## {words.text('figure')}", "", f"![{caption}]({figure})"]
    if report.conflicts:
        lines += ["", f"## {words.text('conflicts')}", "", *map(_item, report.conflicts)]
    lines += ["", f"## {words.text('sources')}", ""]
    lines += [f"{source.number}. {_linked(source, words)}" for source in report.sources]
    lines += ["", words.text("made", quads=report.quads), ""]
    by_number = {source.number: source for source in report.sources}
    lines += [_footnote(note, by_number[note.source], words) for note in report.notes]
    return "\n".join(lines).rstrip() + "\n"


def _item(sentence: Sentence) -> str:
    return f"- {_escaped(sentence.text)}{_cited(sentence.notes)}"


def _cited(notes: Sequence[int]) -> str:
    return "".join(f"[^{number}]" for number in notes)


def _holders(report: Report, words: Wording) -> Iterator[str]:
    if not report.holders:
        yield words.text("whoNone")
        return
    yield words.text("whoHint")
    yield ""
    for rows in ([one for one in report.holders if not one.earlier], [one for one in report.holders if one.earlier]):
        if rows and rows[0].earlier:
            yield from ("", f"### {words.text('whoEarlier')}", "")
        if rows:
            yield from _table(rows, words)


def _table(rows: Sequence[HolderRow], words: Wording) -> Iterator[str]:
    yield f"| {words.text('office')} | {words.text('person')} | {words.text('since')} | {words.text('seen')} |"
    yield "| --- | --- | --- | --- |"
    for row in rows:
        person = f"{row.person} ({row.mark})" if row.mark else row.person
        cells = (row.office, person, row.since, row.seen)
        yield "| " + " | ".join(_escaped(cell) for cell in cells) + f"{_cited(row.notes)} |"


def _footnote(note: Note, source: Source, words: Wording) -> str:
    quote = words.text("leftOut", start=note.start, end=note.end)
    if note.quote:
        quote = f"{words.text('quoteOpen')}{_escaped(note.quote)}{words.text('quoteClose')}"
    return f"[^{note.number}]: {quote} — {_linked(source, words)}"


def _linked(source: Source, words: Wording) -> str:
    title = _escaped(source.title or source.origin or words.text("noTitle"))
    address = web_address(source.url)
    named = f"[{title}]({address})" if address else title
    return f"{named}, {words.date(source.date)}"


def _escaped(text: str) -> str:
    """Words on one line that Markdown takes for nothing but words."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _with_figure(report: Report, path: Path) -> str:
    if report.figure is None:
        return markdown(report)
    beside = path.with_suffix(".svg")
    write_whole(beside, (report.figure.svg + "\n").encode("utf-8", "replace"))
    return markdown(report, re.sub(r"[\s()<>]", lambda found: f"%{ord(found[0]):02X}", beside.name))


_RENDERERS: Final[dict[str, Callable[[Report, Path], str]]] = {
    ".html": lambda report, _: html(report),
    ".htm": lambda report, _: html(report),
    ".md": _with_figure,
}
SUFFIXES: Final = tuple(_RENDERERS)
"""Suffixes of the files that a report can be."""
