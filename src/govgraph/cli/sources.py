"""`govgraph sources`: which formats are understood, and how inputs would be read."""

from __future__ import annotations

import csv
import io
import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from govgraph.cli import console
from govgraph.cli.messages import text
from govgraph.cli.options import (
    AllowPrivate,
    Cache,
    Lexicon,
    Match,
    Most,
    Offline,
    Since,
    build_options,
    web_options,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.model import Article
    from govgraph.pipeline import Surveyed
    from govgraph.sources.formats import Format


class Form(StrEnum):
    """Forms of the report."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


_COLUMNS = ("source", "format", "encoding", "layout", "language", "date", "genre", "words", "title", "authors", "told")
_WORDS = _COLUMNS.index("words")
_FORMAT_COLUMNS = ("format", "endings", "beginning", "holds", "extra", "there")


def command(  # noqa: PLR0913 - one parameter for each option
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="[INPUT]", help=text("sources.inputs"), show_default=False)
    ] = None,
    form: Annotated[Form, typer.Option("--format", help=text("sources.format"))] = Form.TABLE,
    lexicon: Lexicon = None,
    most: Most = 100,
    match: Match = None,
    since: Since = None,
    cache: Cache = None,
    offline: Offline = False,
    allow_private: AllowPrivate = False,
) -> int:
    """Report formats, or how inputs would be read."""
    if not inputs:
        from govgraph.sources.formats import FORMATS

        rows = [_format_row(one) for one in FORMATS]
        if form is Form.JSON:
            console.result(json.dumps([_format_shape(one) for one in FORMATS], ensure_ascii=False, indent=1))
        else:
            console.result(_written(_FORMAT_COLUMNS, rows, form))
        return console.Exit.DONE
    from govgraph.pipeline import has_findings, survey

    web = web_options(
        most=most, match=tuple(match or ()), since=since, cache=cache, offline=offline, allow_private=allow_private
    )
    with console.progress() as progress:
        found = survey(inputs, build_options(lexicon=tuple(lexicon or ()), web=web), progress)
    if form is Form.JSON:
        console.result(json.dumps([_shape(one) for one in found.documents], ensure_ascii=False, indent=1))
    else:
        rows = [row for one in found.documents for row in _rows(one, form)]
        console.result(_written(_COLUMNS, rows, form, right=frozenset({_WORDS})))
    console.issues(found.issues, above=True)
    return console.Exit.FINDINGS if has_findings(found.issues) else console.Exit.DONE


def _written(
    columns: Sequence[str], rows: Sequence[Sequence[str]], form: Form, right: frozenset[int] = frozenset()
) -> str:
    """Rows as a table with headings in the language of the messages, or as CSV with stable ones."""
    if form is Form.TABLE:
        return console.table([text(f"sources.column.{name}") for name in columns], rows, right=right)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return stream.getvalue()


def _format_row(one: Format) -> list[str]:
    shape = _format_shape(one)
    return [
        one.name,
        " ".join((*one.suffixes, *one.shared)),
        _beginning(one),
        text(f"sources.holds.{shape['holds']}"),
        f"govgraph[{one.extra}]" if one.extra else "",
        text("sources.yes") if shape["there"] else text("sources.no"),
    ]


def _beginning(one: Format) -> str:
    return " ".join(magic.decode("latin-1").upper() for magic in one.magic)


def _format_shape(one: Format) -> dict[str, Any]:
    from govgraph.sources.containers import CONTAINERS
    from govgraph.sources.readers import READERS

    return {
        "format": one.name,
        "endings": [*one.suffixes, *one.shared],
        "mediaTypes": list(one.media_types),
        "beginning": _beginning(one),
        "holds": "many" if one.container else "one",
        "extra": one.extra,
        "there": one.readable and one.name in (CONTAINERS if one.container else READERS),
    }


def _rows(one: Surveyed, form: Form) -> Iterator[list[str]]:
    """A row for each article; one without an article for what has none, or cannot be read."""
    page = one.page
    before = [one.source, one.format]
    if page is None:
        yield [*before, *[""] * (len(_COLUMNS) - len(before))]
        return
    before += [page.encoding, page.layout or ""]
    for article in page.articles:
        genre = text(f"sources.genre.{article.genre.value}") if form is Form.TABLE else article.genre.value
        values = (
            article.language,
            article.date or "",
            genre,
            f"{_words(article)}",
            _title(article),
            "; ".join(article.authors),
        )
        told = [text(f"sources.value.{name}") if form is Form.TABLE else name for name in one.told(article)]
        yield [*before, *values, " ".join(told)]
    if not page.articles:
        yield [*before, *[""] * (len(_COLUMNS) - len(before))]


def _title(article: Article) -> str:
    return f"{article.kicker}: {article.title}" if article.kicker else article.title


def _words(article: Article) -> int:
    return len(article.text.split())


def _shape(one: Surveyed) -> dict[str, Any]:
    page = one.page
    return {
        "source": one.source,
        "page": one.name,
        "format": one.format,
        "encoding": page.encoding if page else None,
        "layout": page.layout if page else None,
        "articles": [
            {
                "title": article.title,
                "kicker": article.kicker,
                "language": article.language,
                "date": article.date,
                "genre": article.genre.value,
                "authors": list(article.authors),
                "url": article.url,
                "words": _words(article),
                "told": list(one.told(article)),
            }
            for article in (page.articles if page else ())
        ],
        "issues": [
            {"level": issue.level, "code": issue.code, "message": console.one_line(issue.message)}
            for issue in one.issues
        ],
    }
