"""`govgraph report`: what is new and who is who, as something to send to a colleague."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import current_lang, text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath, QuotesMode, Quoting, iso_date, out_file


def command(  # noqa: PLR0913 - one parameter for each option
    since: Annotated[str, typer.Option("--since", metavar="DATE", help=text("report.since"), callback=iso_date)],
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help=text("report.until"), callback=iso_date)
    ] = None,
    of: Annotated[str | None, typer.Option("--of", metavar="NAME", help=text("report.of"))] = None,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help=text("report.out"), callback=out_file)
    ] = Path("report.html"),
    quotes: Quoting = QuotesMode.FULL,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Write a report."""
    from govgraph.api import Graph
    from govgraph.reports import SUFFIXES, ReportOptions

    if out.suffix.lower() not in SUFFIXES:
        raise typer.BadParameter(text("report.suffix", out=out, allowed=", ".join(SUFFIXES)))
    options = ReportOptions(since=since, until=until, of=of, lang=current_lang().value)
    with Graph.open(graph) as opened:
        console.tell_ambiguous(opened.store, of)
        written = opened.report(options, out, quotes=quotes.value)
    sentences = sum(len(section.sentences) for section in written.sections)
    console.note(text("report.done", out=out, sentences=sentences, quotes=len(written.notes)))
    return console.Exit.DONE if sentences or written.holders else console.Exit.FINDINGS
