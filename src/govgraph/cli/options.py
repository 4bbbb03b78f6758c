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

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT", help=text("option.inputs"), show_default=False)]
SomeInputs = Annotated[
    list[str] | None, typer.Argument(metavar="[INPUT]", help=text("build.inputs"), show_default=False)
]
Lexicon = Annotated[list[Path] | None, typer.Option("--lexicon", metavar="FILE", help=text("option.lexicon"))]
Workers = Annotated[int, typer.Option("--workers", min=0, help=text("option.workers"))]


class QuotesMode(StrEnum):
    """How much of the words of articles is written."""

    FULL = "full"
    SHORT = "short"
    NONE = "none"


Base = Annotated[str, typer.Option("--base", metavar="IRI", help=text("option.base"))]
MinConfidence = Annotated[float, typer.Option("--min-confidence", min=0.0, max=1.0, help=text("option.min_confidence"))]
GraphPath = Annotated[Path, typer.Option("--graph", metavar="PATH", help=text("option.graph"))]
GraphFolder = Annotated[Path, typer.Option("--graph", metavar="DIR", help=text("option.graph_folder"))]
Quoting = Annotated[QuotesMode, typer.Option("--quotes", help=text("option.quotes"))]
AsJson = Annotated[bool, typer.Option("--json", help=text("option.json"))]

DEFAULT_OUT = Path("output")
# written out here, since importing it from the model would make `--help` slower
DEFAULT_BASE = "https://w3id.org/govgraph/id"


def build_options(**settings: object) -> BuildOptions:
    """`BuildOptions` of a command line; a setting outside its range is wrong usage."""
    from govgraph.pipeline import BuildOptions

    try:
        return BuildOptions(**settings)  # type: ignore[arg-type]
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def quoting(mode: QuotesMode) -> Quotes:
    """The model's word for what the command line says."""
    from govgraph.model import Quotes

    return Quotes(mode.value)
