"""`govgraph push`: the graph into a SPARQL server."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath


class OthersWord(StrEnum):
    """What becomes of articles on the server that the graph does not have."""

    REFUSE = "refuse"
    DROP = "drop"
    KEEP = "keep"


def command(  # noqa: PLR0913 - one parameter for each option
    endpoint: Annotated[str, typer.Option("--endpoint", metavar="URL", help=text("push.endpoint"), show_default=False)],
    update: Annotated[str, typer.Option("--update-endpoint", metavar="URL", help=text("push.update"))] = "",
    graph_store: Annotated[str, typer.Option("--graph-store", metavar="URL", help=text("push.graph_store"))] = "",
    only: Annotated[bool, typer.Option("--only", help=text("push.only"))] = False,
    others: Annotated[OthersWord, typer.Option("--others", help=text("push.others"))] = OthersWord.REFUSE,
    restart: Annotated[bool, typer.Option("--restart", help=text("push.restart"))] = False,
    size: Annotated[int, typer.Option("--part", metavar="N", min=1, help=text("push.part"))] = 10_000,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Push a graph."""
    from govgraph.api import Graph
    from govgraph.store import Endpoint, Others, RemoteStore, push

    with (
        Graph.open(graph) as opened,
        RemoteStore(Endpoint(endpoint, update, graph_store)) as target,
        console.progress() as tell,
    ):
        kept = Others(others.value)
        done = push(opened.store, target, only=only, others=kept, restart=restart, size=size, tell=tell)
    for name, sent, held in done.differing:
        console.result(text("push.differs", graph=name, sent=sent, held=held))
    console.note(
        text(
            "push.done",
            quads=done.quads,
            graphs=done.graphs,
            endpoint=endpoint,
            parts=done.parts,
            skipped=done.skipped,
        )
    )
    return console.Exit.FINDINGS if done.differing else console.Exit.DONE
