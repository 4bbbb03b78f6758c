"""`govgraph diff`: what has changed between two graphs, or since a day."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.changes import change_lines, change_table, markdown
from govgraph.cli.messages import text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath, iso_date

if TYPE_CHECKING:
    from govgraph.query import Change


class Format(StrEnum):
    """Forms of the answer."""

    TEXT = "text"
    TABLE = "table"
    MARKDOWN = "markdown"
    TURTLE = "turtle"
    JSON = "json"


def command(  # noqa: PLR0913 - one parameter for each option of the contract
    old: Annotated[str | None, typer.Argument(metavar="OLD", help=text("diff.old"), show_default=False)] = None,
    new: Annotated[str | None, typer.Argument(metavar="NEW", help=text("diff.new"), show_default=False)] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help=text("diff.since"), callback=iso_date)
    ] = None,
    of: Annotated[str | None, typer.Option("--of", metavar="NAME", help=text("diff.of"))] = None,
    form: Annotated[Format, typer.Option("--format", help=text("diff.format"))] = Format.TEXT,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Say what has changed."""
    from govgraph.api import Graph

    if since is not None and old is None:
        with Graph.open(graph) as opened:
            found = opened.since(since, of)
        title = text("diff.title_since", date=since)
    elif since is None and old is not None and new is not None:
        with Graph.open(old) as before, Graph.open(new) as after:
            found = before.diff(after, of)
        title = text("diff.title", old=old, new=new)
    else:
        raise typer.BadParameter(text("diff.one"))
    if found or form not in (Format.TEXT, Format.TABLE):
        console.result(_written(found, form, title))
    if not found:
        console.note(text("diff.none"))
    return console.Exit.DONE


def _written(changes: tuple[Change, ...], form: Format, title: str) -> str:
    from govgraph.query import change_triples

    if form is Format.JSON:
        return json.dumps([asdict(one) for one in changes], ensure_ascii=False, indent=1)
    if form is Format.TURTLE:
        return change_triples(changes).to_turtle()
    if form is Format.MARKDOWN:
        return markdown(changes, title)
    return change_table(changes) if form is Format.TABLE else change_lines(changes)
