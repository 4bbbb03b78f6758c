"""`govgraph serve`: the graph as a SPARQL endpoint."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath

TOKEN = "GOVGRAPH_SERVE_TOKEN"


class Seen(StrEnum):
    """What a query sees that names no graphs."""

    AUTO = "auto"
    UNION = "union"
    OWN = "own"


def command(  # noqa: PLR0913 - one parameter for each option
    graph: GraphPath = DEFAULT_GRAPH,
    host: Annotated[str, typer.Option("--host", metavar="HOST", help=text("serve.host"))] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help=text("serve.port"))] = 7878,
    write: Annotated[bool, typer.Option("--write", help=text("serve.write"))] = False,
    token_file: Annotated[Path | None, typer.Option("--token-file", metavar="FILE", help=text("serve.token"))] = None,
    timeout: Annotated[float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help=text("serve.timeout"))] = 30.0,
    rows: Annotated[int, typer.Option("--rows", metavar="N", min=1, help=text("serve.rows"))] = 1_000_000,
    memory: Annotated[int, typer.Option("--memory", metavar="MIB", min=64, help=text("serve.memory"))] = 2048,
    body: Annotated[int, typer.Option("--body", metavar="MIB", min=1, help=text("serve.body"))] = 64,
    workers: Annotated[int, typer.Option("--workers", metavar="N", min=0, help=text("serve.workers"))] = 0,
    services: Annotated[
        list[str] | None, typer.Option("--allow-service", metavar="HOST", help=text("serve.services"))
    ] = None,
    origins: Annotated[list[str] | None, typer.Option("--origin", metavar="URL", help=text("serve.origins"))] = None,
    default_graph: Annotated[Seen, typer.Option("--default-graph", help=text("serve.default_graph"))] = Seen.AUTO,
) -> int:
    """Serve a graph."""
    token = _token(token_file) if write else ""
    if write and not token:
        raise typer.BadParameter(text("serve.no_token", name=TOKEN))
    from govgraph.serve.options import DefaultGraph, ServeOptions
    from govgraph.serve.running import serve

    options = ServeOptions(
        host=host,
        port=port,
        write=write,
        token=token,
        timeout=timeout,
        rows=rows,
        memory=memory,
        body=body,
        processes=workers,
        services=tuple(services or ()),
        origins=tuple(one for one in origins or ("*",) if one != "none"),
        default_graph=DefaultGraph(default_graph.value),
    )

    def ready(address: str) -> None:
        console.note(text("serve.ready", address=address))
        if write:
            console.note(text("serve.writable", address=address))
        if write and (Path(graph) / "manifest.json").is_file():
            console.note(text("serve.review", address=address))
            console.warning_line(text("serve.build_replaces", graph=graph, address=address))

    try:
        serve(graph, options, ready)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    return console.Exit.DONE


def _token(file: Path | None) -> str:
    path = file or (Path(named) if (named := os.environ.get(f"{TOKEN}_FILE", "")) else None)
    if path is None:
        return os.environ.get(TOKEN, "").strip()
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"--token-file {path}: {getattr(error, 'strerror', None) or error}") from error
