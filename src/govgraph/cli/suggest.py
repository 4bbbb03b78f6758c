"""`govgraph suggest`: who may be one, and why."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import current_lang, text
from govgraph.cli.options import DEFAULT_GRAPH, AsJson, GraphPath
from govgraph.cli.proofs import proof_lines

if TYPE_CHECKING:
    from govgraph.query import Suggestion


def command(
    of: Annotated[str | None, typer.Argument(metavar="NAME", help=text("suggest.of"))] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help=text("suggest.limit"))] = 20,
    as_json: AsJson = False,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Suggest who may be one."""
    from govgraph.api import Graph

    with Graph.open(graph) as opened:
        found = opened.suggestions(of)
    if as_json:
        console.result(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    elif found:
        console.result("\n\n".join(_suggestion(one) for one in found[:limit]))
        if len(found) > limit:
            console.note(text("suggest.more", count=len(found) - limit))
    else:
        console.note(text("suggest.none"))
    return console.Exit.DONE


def _suggestion(one: Suggestion) -> str:
    from govgraph.query.suggestions import feature_label

    reasons = ", ".join(f"{feature_label(name, current_lang().value)} {weight:+g}" for name, weight in one.features)
    lines = [f"{one.first.label} = {one.second.label}? · {one.score:.1f} · {reasons}"]
    for thing, evidence in ((one.first, one.first_evidence), (one.second, one.second_evidence)):
        lines += [f"  {_short(thing.iri)}", *(f"  {line}" for line in proof_lines(evidence))]
    if one.rivals:
        lines.append(f"  {text('suggest.rivals', rivals=', '.join(_short(each.iri) for each in one.rivals))}")
    return "\n".join(lines)


def _short(iri: str) -> str:
    kind, _, slug = iri.rpartition("/")
    return f"{kind.rpartition('/')[2]}:{slug}"
