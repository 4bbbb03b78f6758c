"""`govgraph site`: the explorer without a server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import decimal, text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath, QuotesMode, Quoting, out_file

_MAILED = 20_000_000


def command(  # noqa: PLR0913 - one parameter for each option
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="PATH", help=text("site.out"))] = None,
    single: Annotated[bool, typer.Option("--single", help=text("site.single"))] = False,
    texts: Annotated[bool, typer.Option("--texts", help=text("site.texts"))] = False,
    queries: Annotated[Path | None, typer.Option("--queries", metavar="DIR", help=text("site.queries"))] = None,
    base_url: Annotated[str, typer.Option("--base-url", metavar="URL", help=text("site.base_url"))] = "",
    quotes: Quoting = QuotesMode.FULL,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Write a site."""
    from govgraph.api import Graph

    path = out or Path("site.html" if single else "site")
    if single:
        out_file(path)
    with Graph.open(graph) as opened, console.progress() as tell:
        written = opened.site(
            path,
            single=single,
            records=_records(graph, quotes) if texts else None,
            queries=queries,
            base_url=base_url,
            quotes=quotes.value,
            progress=tell,
        )
    size = decimal(written.size / 1e6)
    console.note(text("site.done", out=path, things=written.things, files=written.files, size=size))
    if single and written.size > _MAILED:
        console.note(text("site.large"))
    return console.Exit.DONE


def _records(graph: str, quotes: QuotesMode) -> Path:
    """Folder of the records of a build; that there is none, or that they say too much, is wrong usage."""
    folder = Path(graph) / "records"
    if quotes is not QuotesMode.FULL:
        raise typer.BadParameter(text("site.texts_and_quotes"))
    if not folder.is_dir():
        raise typer.BadParameter(text("site.no_records", folder=folder))
    return folder
