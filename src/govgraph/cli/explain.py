"""`govgraph explain`: the sentences that statements were read from."""

from __future__ import annotations

import json
import shlex
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import text
from govgraph.cli.options import DEFAULT_GRAPH, AsJson, GraphPath
from govgraph.cli.proofs import proof_lines, witnesses
from govgraph.cli.translated import labelled, read_by, related

if TYPE_CHECKING:
    from govgraph.query import Explanation


def command(  # noqa: PLR0913 - one parameter for each option
    subject: Annotated[str, typer.Argument(metavar="SUBJECT", help=text("explain.subject"), show_default=False)],
    predicate: Annotated[str | None, typer.Argument(metavar="PREDICATE", help=text("explain.predicate"))] = None,
    target: Annotated[str | None, typer.Argument(metavar="OBJECT", help=text("explain.object"))] = None,
    as_object: Annotated[bool, typer.Option("--as-object", help=text("explain.as_object"))] = False,
    as_json: AsJson = False,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Explain statements."""
    from govgraph.api import Graph

    with Graph.open(graph) as opened:
        found = opened.explain(subject, predicate, target, as_object=as_object)
        others = 0 if as_object or predicate or target or as_json else opened.count_as_object(subject)
    if as_json:
        console.result(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    elif found:
        console.result("\n\n".join(_explanation(one) for one in found))
    if not found:
        console.error_line(text("explain.none", pattern=" ".join(filter(None, (subject, predicate, target)))))
    if others:
        console.note(text("explain.others", count=others, name=shlex.quote(subject)))
    return console.Exit.DONE if found else console.Exit.FINDINGS


def _explanation(one: Explanation) -> str:
    period = "–".join((one.since, one.until)) if one.since or one.until else ""
    parts = (
        related(one),
        labelled(one.modality),
        period,
        f"{one.confidence:.2f}",
        read_by(one.rule),
        witnesses(one.articles, one.sources),
    )
    return "\n".join([" · ".join(part for part in parts if part), *proof_lines(one.evidence)])
