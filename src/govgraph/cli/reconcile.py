"""`govgraph reconcile`: who or what things of the graph are, by a service on the web; as suggestions."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath

if TYPE_CHECKING:
    from govgraph.linking import Candidate, Reconciliation, Suggested


class Format(StrEnum):
    """Forms of the result."""

    TABLE = "table"
    JSON = "json"
    TURTLE = "turtle"


def command(  # noqa: PLR0913 - one parameter for each option of the contract
    service: Annotated[
        str, typer.Option("--service", metavar="URL", help=text("reconcile.service"), show_default=False)
    ],
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]", help=text("reconcile.names"))] = None,
    types: Annotated[list[str] | None, typer.Option("--type", metavar="TYPE", help=text("reconcile.type"))] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help=text("reconcile.limit"))] = 3,
    form: Annotated[Format, typer.Option("--format", help=text("reconcile.format"))] = Format.TABLE,
    cache: Annotated[Path | None, typer.Option("--cache", metavar="DIR", help=text("reconcile.cache"))] = None,
    refresh: Annotated[bool, typer.Option("--refresh", help=text("reconcile.refresh"))] = False,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help=text("reconcile.timeout"))] = 30.0,
    lexicon: Annotated[
        list[Path] | None, typer.Option("--lexicon", metavar="FILE", help=text("reconcile.lexicon"))
    ] = None,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Reconcile the graph."""
    from govgraph.api import Graph
    from govgraph.linking import ReconcileOptions

    options = ReconcileOptions(
        names=tuple(names or ()),
        types=tuple(types or ()),
        limit=limit,
        cache=cache,
        refresh=refresh,
        timeout=timeout,
        lexicon=tuple(lexicon or ()),
    )
    with Graph.open(graph) as opened, console.progress() as tell:
        found = opened.reconcile(service, options, progress=tell)
    written = _written(found, form)
    if written:
        console.result(written)
    console.note(
        text(
            "reconcile.done",
            service=found.service.name,
            suggested=sum(1 for one in found.suggested if one.candidates),
            asked=len(found.suggested),
            linked=found.linked,
            requests=found.requests,
        )
    )
    return console.Exit.DONE


def _written(found: Reconciliation, form: Format) -> str:
    from govgraph.linking import as_dict, suggestion_triples

    if form is Format.JSON:
        return json.dumps(as_dict(found), ensure_ascii=False, indent=1)
    if form is Format.TURTLE:
        return suggestion_triples(found).to_turtle()
    return "\n\n".join(_suggested(one) for one in found.suggested if one.candidates)


def _suggested(one: Suggested) -> str:
    from govgraph.linking import judge_command

    lines = [f"{one.entity.label} · {one.kind}"]
    for candidate in one.candidates:
        lines += [f"  {_candidate(candidate)}", f"    {judge_command(one.entity.iri, candidate.iri)}"]
    return "\n".join(lines)


def _candidate(one: Candidate) -> str:
    score = "" if one.score is None else f"{one.score:g}"
    sure = text("reconcile.match") if one.match else ""
    parts = (one.name, one.description, ", ".join(one.types), score, sure)
    return " · ".join(part for part in parts if part)
