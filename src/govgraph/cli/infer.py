"""`govgraph infer`: what follows from the graph by rules, in a file of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import Lang, current_lang, text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath


def command(
    rules: Annotated[list[Path] | None, typer.Option("--rules", metavar="DIR", help=text("infer.rules"))] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help=text("infer.out"))] = None,
    list_rules: Annotated[bool, typer.Option("--list", help=text("infer.list"))] = False,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Infer by rules."""
    if list_rules:
        from govgraph.query import load_inference_rules

        german = current_lang() is Lang.DE
        found = load_inference_rules(rules or ())
        rows = [
            (one.name, one.version, *((one.title_de, one.source_de) if german else (one.title_en, one.source)))
            for one in found
        ]
        console.result(console.table(_heads("rule", "version", "title", "source"), rows))
        return console.Exit.DONE
    write(graph, rules or (), out)
    return console.Exit.DONE


def _heads(*names: str) -> tuple[str, ...]:
    return tuple(text(f"infer.head.{name}") for name in names)


def write(graph: str | Path, rules: list[Path] | tuple[Path, ...] = (), out: Path | None = None) -> None:
    """Infer from the graph at a path, write what follows, and print how much that is by rule."""
    from govgraph.api import Graph
    from govgraph.pipeline import write_inferences

    with Graph.open(graph) as opened:
        inferences = opened.infer(rules)
    target = write_inferences(inferences.quads(), Path(graph), out)
    german = current_lang() is Lang.DE
    titles = {one.name: one.title_de if german else one.title_en for one in inferences.rules}
    rows = [(name, str(count), titles[name]) for name, count in inferences.counts().items()]
    console.result(console.table(_heads("rule", "count", "title"), rows, right=frozenset({1})))
    console.note(text("infer.done", count=len(inferences.inferred), path=target))
