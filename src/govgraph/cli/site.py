"""`govgraph site`: the explorer without a server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import asked_lang, decimal, text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath, QuotesMode, Quoting, out_file

_MAILED = 20_000_000


def command(  # noqa: PLR0913 - one parameter for each option
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="PATH", help=text("site.out"))] = None,
    single: Annotated[bool, typer.Option("--single", help=text("site.single"))] = False,
    texts: Annotated[bool, typer.Option("--texts", help=text("site.texts"))] = False,
    queries: Annotated[Path | None, typer.Option("--queries", metavar="DIR", help=text("site.queries"))] = None,
    review: Annotated[bool, typer.Option("--review", help=text("site.review"))] = False,
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
            records=_build(graph, quotes, "--texts") / "records" if texts else None,
            queries=queries,
            review=_build(graph, quotes, "--review") if review else None,
            base_url=base_url,
            lang=asked_lang(),
            quotes=quotes.value,
            progress=tell,
        )
    size = decimal(written.size / 1e6)
    console.note(text("site.done", out=path, things=written.things, files=written.files, size=size))
    if single and written.size > _MAILED:
        console.note(text("site.large"))
    return console.Exit.DONE


def _build(graph: str, quotes: QuotesMode, option: str) -> Path:
    """Folder of a build; that there is none, or that an option shows more than is to be shown, is wrong usage."""
    from govgraph.model import Quotes
    from govgraph.pipeline.manifest import options_of

    folder = Path(graph)
    if quotes is not QuotesMode.FULL:
        raise typer.BadParameter(text("site.words_and_quotes", option=option))
    if not (folder / "records").is_dir():
        raise typer.BadParameter(text("site.no_records", folder=folder / "records", option=option))
    kept = options_of(folder).quotes
    if kept not in (None, Quotes.FULL):
        raise typer.BadParameter(text("site.quotes_of_build", folder=folder, quotes=kept.value, option=option))
    return folder
