"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.messages import text

if TYPE_CHECKING:
    from govgraph.model import Quotes
    from govgraph.pipeline import BuildOptions
    from govgraph.sources.web import WebOptions


def iso_day(given: str | None) -> str | None:
    """Callback of options that take a day: `1.4.2024` is understood too; what is none stays as given."""
    if not given:
        return given
    from govgraph.errors import QueryError
    from govgraph.sources.dates import is_no_day, read_date

    if is_no_day(given):
        raise QueryError(f"{given!r} is no day of the calendar")
    return read_date(given) or given


def iso_date(given: str | None) -> str | None:
    """Callback of options that take a date: `1.4.2024` and `April 2024` are understood too."""
    from govgraph.errors import QueryError
    from govgraph.model.days import span

    found = iso_day(given)
    if found and span(found) is None:
        raise QueryError(f"{given!r} is no date; allowed are YYYY-MM-DD, YYYY-MM, YYYY and D.M.YYYY")
    return found


Inputs = Annotated[list[str], typer.Argument(metavar="INPUT", help=text("option.inputs"), show_default=False)]
SomeInputs = Annotated[
    list[str] | None, typer.Argument(metavar="[INPUT]", help=text("build.inputs"), show_default=False)
]
Lexicon = Annotated[list[Path] | None, typer.Option("--lexicon", metavar="FILE", help=text("option.lexicon"))]
NoLexicon = Annotated[bool, typer.Option("--no-lexicon", help=text("option.no_lexicon"))]
KeptLexicon = Annotated[list[Path] | None, typer.Option("--lexicon", metavar="FILE", help=text("build.lexicon"))]
Workers = Annotated[int, typer.Option("--workers", min=0, help=text("option.workers"))]


class QuotesMode(StrEnum):
    """How much of the words of articles is written."""

    FULL = "full"
    SHORT = "short"
    NONE = "none"


Base = Annotated[str, typer.Option("--base", metavar="IRI", help=text("option.base"))]
MinConfidence = Annotated[float, typer.Option("--min-confidence", min=0.0, max=1.0, help=text("option.min_confidence"))]
KeptConfidence = Annotated[
    float | None,
    typer.Option("--min-confidence", min=0.0, max=1.0, help=text("build.min_confidence"), show_default=False),
]
GraphPath = Annotated[str, typer.Option("--graph", "--store", metavar="PATH|URL", help=text("option.graph"))]
GraphFolder = Annotated[Path, typer.Option("--graph", metavar="DIR", help=text("option.graph_folder"))]
Most = Annotated[int, typer.Option("--most", metavar="N", min=1, help=text("web.most"))]
Match = Annotated[list[str] | None, typer.Option("--match", metavar="PATTERN", help=text("web.match"))]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help=text("web.since"), callback=iso_day)]
Cache = Annotated[Path | None, typer.Option("--cache", metavar="DIR", help=text("web.cache"))]
Offline = Annotated[bool, typer.Option("--offline", help=text("web.offline"))]
Refresh = Annotated[bool, typer.Option("--refresh", help=text("web.refresh"))]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help=text("web.allow_private"))]
Delay = Annotated[float, typer.Option("--delay", metavar="SECONDS", min=0.0, help=text("web.delay"))]
Timeout = Annotated[float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help=text("web.timeout"))]
Quoting = Annotated[QuotesMode, typer.Option("--quotes", help=text("option.quotes"))]
AsJson = Annotated[bool, typer.Option("--json", help=text("option.json"))]

DEFAULT_OUT = Path("output")
DEFAULT_GRAPH = "output"
# written out here, since importing it from the model would make `--help` slower
DEFAULT_BASE = "https://w3id.org/govgraph/id"


def out_file(file: Path | None) -> Path | None:
    """Callback of options that name one file to write: what cannot stand there is refused before the work."""
    from govgraph.outfile import check_file

    return None if file is None else check_file(file)


def build_options(**settings: object) -> BuildOptions:
    """`BuildOptions` of a command line; a setting outside its range is wrong usage."""
    from govgraph.pipeline import BuildOptions

    try:
        return BuildOptions(**settings)  # type: ignore[arg-type]
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def lexicon_files(given: list[Path] | None, *, none: bool) -> tuple[Path, ...] | None:
    """Lexicon files of a build: those given, none at all, or None for those of the graph that is there."""
    if given and none:
        raise typer.BadParameter(text("build.lexicon_or_none"))
    return tuple(given) if given else () if none else None


def web_options(**settings: object) -> WebOptions:
    """`WebOptions` of a command line; a setting outside its range is wrong usage."""
    from govgraph.sources.web import WebOptions

    try:
        return WebOptions(**settings)  # type: ignore[arg-type]
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def quoting(mode: QuotesMode) -> Quotes:
    """The model's word for what the command line says."""
    from govgraph.model import Quotes

    return Quotes(mode.value)
