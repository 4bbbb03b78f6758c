"""`govgraph who`: who holds an office, and how the graph knows."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import text
from govgraph.cli.options import DEFAULT_GRAPH, AsJson, GraphPath, iso_date
from govgraph.cli.proofs import proof_lines, witnesses
from govgraph.cli.translated import labelled, translated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.query import Holder


def command(  # noqa: PLR0913 - one parameter for each option of the contract
    role: Annotated[str | None, typer.Argument(metavar="[ROLE]", help=text("who.role"), show_default=False)] = None,
    of: Annotated[str | None, typer.Argument(metavar="OF", help=text("who.of"))] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help=text("who.on"), callback=iso_date)] = None,
    every: Annotated[bool, typer.Option("--all", help=text("who.all"))] = False,
    as_json: AsJson = False,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Say who holds an office."""
    if every and of is None:
        # `who --all Hessen`: what is named is the body
        role, of = None, role
    elif every or role is None:
        raise typer.BadParameter(text("who.all.wrong"))
    from govgraph.api import Graph

    with Graph.open(graph) as opened:
        holders = opened.who(role, of, on)
        console.tell_ambiguous(opened.store, of)
    if as_json:
        console.result(
            json.dumps(
                [
                    {**asdict(one), "sure": one.sure, "articles": one.articles, "sources": one.sources}
                    for one in holders
                ],
                ensure_ascii=False,
                indent=1,
            )
        )
    elif holders:
        console.result("\n\n".join(_answers(holders, on) if role is None else _by_body(holders, of, on)))
    if not holders:
        console.error_line(text("who.none", pattern=" ".join(filter(None, (role, of, on)))))
    # who left earlier or came later held nothing on the day
    return console.Exit.DONE if any(one.held for one in holders) else console.Exit.FINDINGS


def _by_body(holders: Sequence[Holder], of: str | None, on: str | None) -> Iterator[str]:
    """Who holds it at the body itself; apart from them, and said to be so, who holds it in a part of the body."""
    own = [one for one in holders if not one.of_part]
    yield from _answers(own, on)
    parts = _answers([one for one in holders if one.of_part], on)
    for first in parts:
        yield "\n".join((text("who.parts_too" if own else "who.parts", of=of), first))
        yield from parts


def _answers(holders: Sequence[Holder], on: str | None) -> Iterator[str]:
    """Who held it on the day; apart from them, and said to be so, who is known for other days only."""
    known = [one for one in holders if one.sure or on is None]
    yield from (_holder(one) for one in known)
    others = [one for one in holders if one not in known]
    if others:
        heading = "who.beside" if known else "who.not_on" if any(one.held for one in others) else "who.nobody_on"
        yield "\n".join((text(heading, on=on), _holder(others[0])))
        yield from map(_holder, others[1:])


def _holder(one: Holder) -> str:
    body = one.organisation.label if one.organisation else ""
    counted = witnesses(one.articles, one.sources)
    # how it is known is put together from parts
    how = ", ".join(map(translated, one.how.split(", ")))
    parts = (one.person.label, one.title, body, labelled(one.status), how, counted)
    return "\n".join([" · ".join(part for part in parts if part), *proof_lines(one.evidence)])
