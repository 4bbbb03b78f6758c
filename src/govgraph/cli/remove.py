"""`govgraph remove`: take articles out of a graph."""

from __future__ import annotations

from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.build import summary
from govgraph.cli.messages import text
from govgraph.cli.options import DEFAULT_OUT, GraphFolder


def command(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE", help=text("remove.names"), show_default=False)],
    graph: GraphFolder = DEFAULT_OUT,
) -> int:
    """Remove articles."""
    from govgraph.pipeline import remove

    with console.progress() as progress:
        gone, result = remove(articles, graph, progress=progress)
    for article in gone:
        console.note(text("remove.done", article=article))
    console.note(summary(result))
    return console.Exit.DONE
