"""`govgraph export`: the graph in another format."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath, QuotesMode, Quoting


class Format(StrEnum):
    """Formats of an export."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"


def command(
    form: Annotated[Format, typer.Option("--format", help=text("export.format"), show_default=False)],
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="PATH", help=text("export.out"))] = None,
    quotes: Quoting = QuotesMode.FULL,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Export a graph."""
    from govgraph.api import Graph

    with Graph.open(graph) as opened:
        if out is None:
            sys.stdout.flush()
        opened.export(form.value, sys.stdout.buffer if out is None else out, quotes=quotes.value)
    return console.Exit.DONE
