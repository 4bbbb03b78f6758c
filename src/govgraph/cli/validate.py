"""`govgraph validate`: does the graph keep the shapes?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import Lang, current_lang, text
from govgraph.cli.options import DEFAULT_OUT, GraphPath


def command(
    path: Annotated[Path | None, typer.Argument(metavar="PATH", help=text("validate.path"))] = None,
    graph: GraphPath = DEFAULT_OUT,
) -> int:
    """Validate a graph."""
    return console.Exit.DONE if report(path or graph) else console.Exit.FINDINGS


def report(path: Path) -> bool:
    """Validate the graph at `path` and print a line for each result; whether it conforms."""
    from govgraph.api import Graph

    with Graph.open(path) as graph:
        outcome = graph.validate()
    for one in outcome.results:
        message = one.message_de if current_lang() is Lang.DE else one.message_en
        place = f"{one.focus} {one.path}".strip()
        value = f" ({one.value})" if one.value else ""
        console.result(console.one_line(f"{one.severity}: {place}{value}: {message}"))
    key = "validate.conforms" if outcome.conforms else "validate.violated"
    console.note(text(key, path=path, count=len(outcome.results)))
    return bool(outcome.conforms)
