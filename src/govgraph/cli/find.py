"""`govgraph find`: full-text search."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import text
from govgraph.cli.options import DEFAULT_GRAPH, AsJson, GraphPath, iso_date
from govgraph.cli.proofs import place_line
from govgraph.cli.translated import labelled, related

if TYPE_CHECKING:
    from govgraph.query import Hit

_LONGEST = 300


class Kind(StrEnum):
    """What is searched."""

    THING = "thing"
    ARTICLE = "article"
    QUOTE = "quote"


def command(  # noqa: PLR0913 - one parameter for each option
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help=text("find.words"), show_default=False)],
    kinds: Annotated[list[Kind] | None, typer.Option("--kind", help=text("find.kind"))] = None,
    predicate: Annotated[str | None, typer.Option("--predicate", metavar="P", help=text("find.predicate"))] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help=text("find.since"), callback=iso_date)
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help=text("find.until"), callback=iso_date)
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help=text("find.limit"))] = 10,
    as_json: AsJson = False,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Search a graph."""
    from govgraph.api import Graph
    from govgraph.model.days import span

    sought = " ".join(words)
    if not sought.strip():
        raise typer.BadParameter(text("find.no_words"))
    first, last = span(since or ""), span(until or "")
    if first and last and first.first > last.last:
        raise typer.BadParameter(text("find.backwards", since=since, until=until))
    chosen = [one.value for one in kinds or Kind]
    with Graph.open(graph) as opened:
        found = opened.find(sought, kinds=chosen, predicate=predicate, since=since, until=until, limit=limit)
    if as_json:
        console.result(json.dumps([asdict(one) for one in found.hits], ensure_ascii=False, indent=1))
    elif found.hits:
        console.result("\n\n".join(_hit(one) for one in found.hits))
    if not found.hits:
        close = ", ".join(found.close)
        console.error_line(text("find.close", words=sought, close=close) if close else text("find.none", words=sought))
        console.note(text("find.searched"))
        return console.Exit.FINDINGS
    if found.total > len(found.hits):
        console.note(text("find.more", shown=len(found.hits), total=found.total))
    return console.Exit.DONE


def _hit(one: Hit) -> str:
    words = marked(one.text, one.marks)
    if one.proof is None:
        parts = (words, text(f"find.kind.{one.kind}"), text("find.via", name=one.via) if one.via else "", one.date)
        return "\n".join((" · ".join(part for part in parts if part), f"  {one.iri}"))
    lines = [f"„{words}“", f"  {place_line(one.proof)}"]
    for said in one.statements:
        statement = related(said)
        lines.append(f"  {statement} · {labelled(said.modality)}")
    return "\n".join(lines)


def marked(words: str, marks: tuple[tuple[int, int], ...]) -> str:
    """Words in one line, those that fit between asterisks; of a long text what stands around the first of them.

    >>> marked("Bremen hat den Vorsitz.", ((15, 22),))
    'Bremen hat den *Vorsitz*.'
    """
    begin = 0
    if len(words) > _LONGEST and marks:
        begin = max(0, min(marks[0][0] - _LONGEST // 3, len(words) - _LONGEST))
    end = min(len(words), begin + _LONGEST)
    parts = []
    at = begin
    for first, last in marks:
        if begin <= first and last <= end:
            parts += [words[at:first], "*", words[first:last], "*"]
            at = last
    parts.append(words[at:end])
    return console.one_line(f"{'… ' if begin else ''}{''.join(parts)}{' …' if end < len(words) else ''}")
