"""`govgraph conflicts`: statements that cannot all be right, with the words of each side."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import current_lang, text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath
from govgraph.cli.proofs import proof_lines, witnesses
from govgraph.cli.translated import labelled, related

if TYPE_CHECKING:
    from govgraph.query import Conflict, Explanation


class Format(StrEnum):
    """Forms of the report."""

    TABLE = "table"
    JSON = "json"


def command(
    strict: Annotated[bool, typer.Option("--strict", help=text("conflicts.strict"))] = False,
    form: Annotated[Format, typer.Option("--format", help=text("conflicts.format"))] = Format.TABLE,
    kind: Annotated[list[str] | None, typer.Option("--kind", metavar="KIND", help=text("conflicts.kind"))] = None,
    rules: Annotated[list[Path] | None, typer.Option("--rules", metavar="FILE", help=text("conflicts.rules"))] = None,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Report contradictions."""
    from govgraph.api import Graph

    with Graph.open(graph) as opened:
        found = opened.conflicts(rules or (), kind or ())
    if form is Format.JSON:
        console.result(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    elif found:
        console.result("\n\n".join(_conflict(one) for one in found))
    console.note(text("conflicts.count", count=len(found)) if found else text("conflicts.none", path=graph))
    return console.Exit.FINDINGS if strict and found else console.Exit.DONE


def _conflict(one: Conflict) -> str:
    """What contradicts what, then each side: what it says, and the quotes that say so."""
    from govgraph.query.proof import articles_of, sources_of

    message = one.told(current_lang().value)
    lines = [console.one_line(f"{text(f'validate.{one.severity}')} · {one.rule} · {message}")]
    for side in one.sides:
        proofs = [proof for said in side for proof in said.evidence]
        for said in side:
            lines += [_said(said), *(f"  {line}" for line in proof_lines(said.evidence))]
        counted = witnesses(articles_of(proofs), sources_of(proofs))
        lines += [f"    {counted}"] if counted else []
    return "\n".join(lines)


def _said(one: Explanation) -> str:
    period = "–".join((one.since, one.until)) if one.since or one.until else ""
    return "  " + console.one_line(
        " · ".join(part for part in (related(one, local=False), labelled(one.modality), period) if part)
    )
