"""`govgraph timeline`: who held which office from when to when."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import asked_lang, current_lang, text
from govgraph.cli.options import DEFAULT_GRAPH, AsJson, GraphPath, out_file
from govgraph.cli.proofs import proof_lines, witnesses
from govgraph.cli.translated import translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govgraph.query import Conflict, Holder, KnownBound, Lane, TimelineRow

_BEGINS = ("begin-not-as-announced", "begins-differ", "held-before-begin")
"""Rules that find what speaks against the begin of a period."""
_TOLD = frozenset({"AnnouncedBound", "StatedBound"})
"""Rules by which a begin or end is a day, month or year that an article names."""


def command(  # noqa: PLR0913 - one parameter for each option
    of: Annotated[str | None, typer.Argument(metavar="OF", help=text("timeline.of"))] = None,
    role: Annotated[str | None, typer.Option("--role", metavar="ROLE", help=text("timeline.role"))] = None,
    quotes: Annotated[bool, typer.Option("--quotes", help=text("timeline.quotes"))] = False,
    as_json: AsJson = False,
    page: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help=text("timeline.html"), callback=out_file)
    ] = None,
    bare: Annotated[bool, typer.Option("--without-quotes", help=text("timeline.without_quotes"))] = False,
    table: Annotated[bool, typer.Option("--csv", help=text("timeline.csv"))] = False,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Show the timeline of offices."""
    from govgraph import query
    from govgraph.api import Graph

    with Graph.open(graph) as opened:
        console.tell_ambiguous(opened.store, of)
        if page is not None:
            periods = opened.timeline_page(page, of, role, lang=asked_lang(), quotes="none" if bare else "full")
            console.note(text("timeline.done", out=page, periods=periods))
            return console.Exit.DONE if periods else console.Exit.FINDINGS
        if table:
            return _table(query.lanes(opened.store, of, role), bare)
        rows = opened.timeline(of, role)
        moved = opened.transfers(of) if of and not role else ()
        doubts = {} if as_json else _doubts(opened.conflicts(kinds=_BEGINS))
        coming = () if as_json else [one for one in opened.who(role, of) if one.basis == "designated"]
    if as_json:
        console.result(
            json.dumps(
                [{**asdict(one), "articles": one.articles, "sources": one.sources} for one in rows],
                ensure_ascii=False,
                indent=1,
            )
        )
        return console.Exit.DONE if rows else console.Exit.FINDINGS
    if rows:
        lanes = groupby(rows, key=lambda row: (row.role.label, row.organisation.label, row.office.iri))
        titles = _titles(rows)
        told = (_lane(titles[office], list(some), quotes, doubts) for (_, _, office), some in lanes)
        console.result("\n\n".join(told))
    if coming:
        head = f"\n{text('timeline.coming')}" if rows else text("timeline.coming")
        console.result("\n".join([head, *(f"  {_coming(one)}" for one in coming)]))
    if moved:
        head = f"\n{text('timeline.duties')}" if rows or coming else text("timeline.duties")
        lines = [f"  {one.day} {one.duty}: {one.source.label} → {one.target.label}" for one in moved]
        console.result("\n".join([head, *lines]))
    if not rows and not moved and not coming:
        asked = " ".join(filter(None, (of, role)))
        console.error_line(text("timeline.none", pattern=asked) if asked else text("timeline.none_at_all"))
        return console.Exit.FINDINGS
    return console.Exit.DONE


def _table(found: Sequence[Lane], bare: bool) -> int:
    from govgraph.export.table import terms_table

    told = terms_table(found, current_lang().value, quotes=not bare).decode()
    console.result(told.rstrip("\n"))
    return console.Exit.DONE if found else console.Exit.FINDINGS


def _coming(one: Holder) -> str:
    office = f"{one.title} {one.organisation.label if one.organisation else ''}".rstrip()
    how = ", ".join(map(translated, one.how.split(", ")))
    return f"{one.person.label}: {office}, {how}"


def _titles(rows: Sequence[TimelineRow]) -> dict[str, str]:
    """Heading of each office; where two would have one, with the name that commands know the body by."""
    found = {row.office.iri: f"{row.role.label} {row.organisation.label}" for row in rows}
    often = Counter(found.values())
    names = {row.office.iri: "/".join(row.organisation.iri.rsplit("/", 2)[1:]) for row in rows}
    return {iri: title if often[title] == 1 else f"{title} ({names[iri]})" for iri, title in found.items()}


def _doubts(found: Iterable[Conflict]) -> dict[str, list[str]]:
    """Period → what articles say against its begin."""
    doubts: dict[str, list[str]] = defaultdict(list)
    for one in found:
        doubts[one.focus.iri].append(one.told(current_lang().value))
    return doubts


def _lane(title: str, rows: list[TimelineRow], quotes: bool, doubts: Mapping[str, Sequence[str]]) -> str:
    lines = [title]
    for row in rows:
        acting = f" ({text('timeline.acting')})" if row.acting else ""
        begin = edge(row.begin_earliest, row.begin_latest)
        end = edge(row.end_earliest, row.end_latest)
        span = text("timeline.span", begin=begin, end=end)
        if row.announced and row.begin_earliest and row.begin_latest:
            span = text("timeline.announced", begin=_shortest(row.begin_earliest.day, row.begin_latest.day))
        lines.append(f"  {row.person.label}{acting}: {span}")
        lines += [f"    ! {one}" for one in doubts.get(row.period, ())]
        counted = witnesses(row.articles, row.sources)
        if quotes and counted:
            lines.append(f"    {counted}")
        if quotes:
            lines += [f"  {line}" for line in proof_lines(row.evidence)]
    return "\n".join(lines)


def edge(earliest: KnownBound | None, latest: KnownBound | None) -> str:
    """A begin or end in words, with how it is known."""
    if earliest is None and latest is None:
        return text("timeline.unknown")
    if earliest is not None and latest is not None:
        if earliest.rule == latest.rule and earliest.rule in _TOLD:
            return f"{_shortest(earliest.day, latest.day)} ({_rule(earliest)})"
        return text(
            "timeline.between", first=earliest.day, first_rule=_rule(earliest), last=latest.day, last_rule=_rule(latest)
        )
    if latest is not None:
        return text("timeline.by", day=latest.day, rule=_rule(latest))
    assert earliest is not None
    return text("timeline.from", day=earliest.day, rule=_rule(earliest))


def _rule(bound: KnownBound) -> str:
    return text(f"rule.{bound.rule}")


def _shortest(first: str, last: str) -> str:
    """A stated stretch of days as it was stated: a day, a month or a year."""
    if first == last:
        return first
    if first[:4] == last[:4] and first.endswith("-01-01") and last.endswith("-12-31"):
        return first[:4]
    return first[:7] if first[:7] == last[:7] else f"{first}/{last}"
