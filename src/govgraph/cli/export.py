"""`govgraph export`: the graph in another format."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath, QuotesMode, Quoting, out_file


class Profile(StrEnum):
    """Profiles of an export: the words of other standards."""

    ORG = "org"
    SCHEMA = "schema"
    POPOLO = "popolo"
    FTM = "ftm"
    ANNOTATIONS = "annotations"
    PROV = "prov"
    DATASET = "dataset"
    RDF12 = "rdf12"


class Format(StrEnum):
    """Formats of an export."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"


def command(
    form: Annotated[Format | None, typer.Option("--format", help=text("export.format"), show_default=False)] = None,
    profile: Annotated[
        Profile | None, typer.Option("--profile", help=text("export.profile"), show_default=False)
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="PATH", help=text("export.out"), callback=out_file)
    ] = None,
    quotes: Quoting = QuotesMode.FULL,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Export a graph."""
    if (form is None) == (profile is None):
        raise typer.BadParameter(text("export.one"), param_hint="--format / --profile")
    from govgraph.api import Graph

    left_out: Mapping[str, int] = {}
    with Graph.open(graph) as opened:
        if out is None:
            sys.stdout.flush()
        place = sys.stdout.buffer if out is None else out
        if profile is not None:
            left_out = opened.export_profile(profile.value, place, quotes=quotes.value)
        elif form is not None:
            opened.export(form.value, place, quotes=quotes.value)
    if out is not None:
        console.note(text("export.done", out=out))
    if left_out:
        reasons = ", ".join(text(f"export.left_out.{reason}", count=count) for reason, count in left_out.items())
        console.note(text("export.left_out", reasons=reasons))
    return console.Exit.DONE
