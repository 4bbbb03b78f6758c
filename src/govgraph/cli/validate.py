"""`govgraph validate`: does the graph keep the shapes?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.export import Profile
from govgraph.cli.messages import Lang, current_lang, text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath

if TYPE_CHECKING:
    from govgraph.rdf import ValidationReport, Violation


def command(
    path: Annotated[str | None, typer.Argument(metavar="PATH", help=text("validate.path"))] = None,
    shapes: Annotated[list[Path] | None, typer.Option("--shapes", metavar="FILE", help=text("validate.shapes"))] = None,
    pyshacl: Annotated[bool, typer.Option("--pyshacl", help=text("validate.pyshacl"))] = False,
    profile: Annotated[
        Profile | None, typer.Option("--profile", help=text("validate.profile"), show_default=False)
    ] = None,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Validate a graph, or a file of a profile."""
    if profile is not None:
        if path is None or shapes or pyshacl:
            raise typer.BadParameter(text("validate.profile_alone"), param_hint="--profile")
        from govgraph.export import check

        kept = _printed(check(Path(path), profile.value), path, profile)
        return console.Exit.DONE if kept else console.Exit.FINDINGS
    kept = report(path or graph, shapes or (), pyshacl=pyshacl)
    return console.Exit.DONE if kept else console.Exit.FINDINGS


def report(path: str | Path, shapes: Sequence[Path] = (), *, pyshacl: bool = False) -> bool:
    """Validate the graph at `path` and print a line for each result; whether it has what can conform, and does."""
    from govgraph.api import Graph
    from govgraph.rdf import Engine, validate

    engine = Engine.PYSHACL if pyshacl else Engine.FAST
    if Path(path).is_file():
        outcome = validate(Path(path), more=shapes, engine=engine)
    else:
        with Graph.open(path) as graph:
            outcome = graph.validate(shapes, engine=engine)
    for name, used, reason in outcome.engines:
        if used is not engine:
            console.note(text("validate.slow", name=name, reason=reason))
    for one in outcome.unknown:
        near = text("query.nearest", name=one.nearest) if one.nearest else ""
        console.warning_line(text("query.unknown_term", name=one.name, near=near))
    if outcome.foreign and outcome.conforms and not shapes:
        console.warning_line(text("validate.foreign", path=path))
        return False
    return _printed(outcome, path)


def _printed(outcome: ValidationReport, path: str | Path, profile: Profile | None = None) -> bool:
    for one in outcome.results:
        console.result(console.one_line(_line(one)))
    key = "validate.violated" if not outcome.conforms else "validate.in_profile" if profile else "validate.conforms"
    console.note(text(key, path=path, count=len(outcome.results), profile=profile.value if profile else ""))
    return bool(outcome.conforms)


def _line(one: Violation) -> str:
    """What is wrong with what, what to do, what was found and on which page: one line, IRIs as short as they go."""
    message = one.message_de if current_lang() is Lang.DE else one.message_en
    node = f"{one.name} ({one.focus})" if one.name else one.focus
    line = f"{text(f'validate.{one.severity}')}: {node}{f', {one.path}' if one.path else ''}: {message}"
    found = ("found", one.value), ("page", one.page)
    details = [text(f"validate.{key}", value=value) for key, value in found if value]
    return _short(f"{line} [{'; '.join(details)}]" if details else line)


def _short(line: str) -> str:
    from govgraph.rdf.namespaces import prefixes

    known = sorted(((iri, prefix) for prefix, iri in prefixes().items()), key=lambda pair: (-len(pair[0]), pair))
    for iri, prefix in known:
        line = line.replace(iri, f"{prefix}:")
    return line
