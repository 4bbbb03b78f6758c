"""`govgraph map`: the Länder on a map, by what is known of them on a day."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import asked_lang, text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath, QuotesMode, Quoting, out_file


def command(  # noqa: PLR0913 - one parameter for each option
    of: Annotated[str | None, typer.Option("--of", metavar="NAME", help=text("map.of"))] = None,
    predicate: Annotated[str, typer.Option("--predicate", metavar="NAME", help=text("map.predicate"))] = "implements",
    role: Annotated[str | None, typer.Option("--role", metavar="ROLE", help=text("map.role"))] = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help=text("map.out"), callback=out_file)] = Path(
        "map.html"
    ),
    quotes: Quoting = QuotesMode.FULL,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Write a map."""
    from govgraph.api import Graph

    if (of is None) is (role is None):
        raise typer.BadParameter(text("map.either"))
    with Graph.open(graph) as opened:
        lands = opened.map_page(out, of, predicate=predicate, role=role, lang=asked_lang(), quotes=quotes.value)
    if not lands:
        console.warning_line(text("map.empty"))
    console.note(text("map.done", out=out, lands=lands, noun=text("map.land" if lands == 1 else "map.lands")))
    return console.Exit.DONE if lands else console.Exit.FINDINGS
