"""`govgraph view`: a network file of the graph or a part of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import asked_lang, text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath, QuotesMode, Quoting, iso_date, out_file


def command(  # noqa: PLR0913 - one parameter for each option of the contract
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help=text("view.out"), callback=out_file)] = Path(
        "network.html"
    ),
    focus: Annotated[list[str] | None, typer.Option("--focus", metavar="NAME", help=text("view.focus"))] = None,
    depth: Annotated[int, typer.Option("--depth", min=0, help=text("view.depth"))] = 1,
    types: Annotated[list[str] | None, typer.Option("--type", metavar="TYPE", help=text("view.type"))] = None,
    predicates: Annotated[
        list[str] | None, typer.Option("--predicate", metavar="NAME", help=text("view.predicate"))
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help=text("view.since"), callback=iso_date)
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help=text("view.until"), callback=iso_date)
    ] = None,
    atlas: Annotated[bool | None, typer.Option("--atlas/--no-atlas", help=text("view.atlas"))] = None,
    quotes: Quoting = QuotesMode.FULL,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Write a view."""
    from govgraph.api import Graph
    from govgraph.views import NetworkOptions, Selection

    selection = Selection(
        focus=tuple(focus or ()),
        depth=depth,
        types=tuple(types or ()),
        predicates=tuple(predicates or ()),
        since=since,
        until=until,
    )
    with Graph.open(graph) as opened:
        entities, statements = opened.view(out, selection, lang=asked_lang(), quotes=quotes.value, atlas=atlas)
    console.note(text("view.done", out=out, entities=entities, statements=statements))
    if atlas is None and entities > (limit := NetworkOptions().max_nodes):
        console.note(text("view.large", limit=limit))
    if not entities:
        console.warning_line(text("view.empty"))
        return console.Exit.FINDINGS
    return console.Exit.DONE
