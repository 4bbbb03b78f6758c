"""`govgraph versions`: articles that are versions of one text."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import text
from govgraph.cli.options import DEFAULT_GRAPH, AsJson, GraphPath

if TYPE_CHECKING:
    from govgraph.query import Printed, TextVersion, TextVersions


def command(
    of: Annotated[str | None, typer.Argument(metavar="ARTICLE", help=text("versions.of"))] = None,
    as_json: AsJson = False,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """List versions of texts."""
    from govgraph.api import Graph

    with Graph.open(graph) as opened:
        found = opened.versions(of)
    if as_json:
        console.result(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return console.Exit.DONE
    if found:
        console.result("\n\n".join(_group(one) for one in found))
        articles = sum(1 + len(one.versions) for one in found)
        console.note(text("versions.count", articles=articles, sources=len(found)))
    else:
        console.note(text("versions.none"))
    return console.Exit.DONE


def _group(one: TextVersions) -> str:
    lines = [_article(one.leading), f"  {_iri(one.leading)}"]
    for version in one.versions:
        lines += [f"  {_why(version)}: {_article(version.article)}", f"    {_iri(version.article)}"]
    return "\n".join(lines)


def _why(version: TextVersion) -> str:
    parts = [text(f"version.{version.rule}"), f"{version.similarity:.2f}"]
    if version.superseded_by:
        parts.append(text("versions.superseded"))
    return ", ".join(parts)


def _article(article: Printed) -> str:
    return console.one_line(
        " · ".join(part for part in (article.title, article.date, article.url or article.source) if part)
    )


def _iri(article: Printed) -> str:
    return f"article:{article.iri.rpartition('/')[2]}"
