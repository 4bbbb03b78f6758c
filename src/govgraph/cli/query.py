"""`govgraph query`: SPARQL, from the command line, a file or one of the named queries."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import Lang, current_lang, text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath

if TYPE_CHECKING:
    from govgraph.query import NamedQuery, Rows, Triples

ANY = "*"


class Format(StrEnum):
    """Forms of a result."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    TURTLE = "turtle"


def command(  # noqa: PLR0913 - one parameter for each option of the contract
    sparql: Annotated[str | None, typer.Argument(metavar="SPARQL", help=text("query.sparql"))] = None,
    file: Annotated[Path | None, typer.Option("--file", metavar="FILE", help=text("query.file"))] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help=text("query.name"))] = None,
    parameters: Annotated[list[str] | None, typer.Option("--param", metavar="K=V", help=text("query.param"))] = None,
    form: Annotated[Format | None, typer.Option("--format", help=text("query.format"))] = None,
    list_names: Annotated[bool, typer.Option("--list", help=text("query.list"))] = False,
    describe: Annotated[str | None, typer.Option("--describe", metavar="NAME", help=text("query.describe"))] = None,
    inferred: Annotated[bool, typer.Option("--inferred", help=text("query.inferred"))] = False,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Query a graph."""
    if list_names:
        return _list()
    if describe is not None:
        return _describe(describe)
    if sum(one is not None for one in (sparql, file, name)) != 1:
        raise typer.BadParameter(text("query.one"))
    given = dict(_parameter(one) for one in parameters or ())
    if file is not None:
        sparql = _read(file)
    from govgraph.api import Graph
    from govgraph.query import is_empty, run, run_named

    with Graph.open(graph) as stated, stated.with_inferences() if inferred else stated as opened:
        answer = run(opened.store, sparql) if sparql is not None else run_named(opened.store, name or "", given)
        for one in opened.unknown_terms(sparql) if sparql is not None else ():
            near = text("query.nearest", name=one.nearest) if one.nearest else ""
            console.warning_line(text("query.unknown_term", name=one.name, near=near))
        if sparql is not None:
            from govgraph.query import classes_below, compared_with_days

            for broad, below in classes_below(opened.store, sparql):
                console.warning_line(text("query.classes_below", name=broad, count=len(below)))
            for time in compared_with_days(sparql):
                console.warning_line(text("query.compared_days", name=time))
        if sparql is not None and is_empty(answer):
            from govgraph.query import untagged_labels

            for label in untagged_labels(opened.store, sparql):
                console.warning_line(text("query.untagged", label=label))
        console.result(_written(answer, form))
    return console.Exit.DONE


def _parameter(given: str) -> tuple[str, str]:
    key, mark, value = given.partition("=")
    if not mark or not key:
        raise typer.BadParameter(text("query.param_form", found=given))
    return key, value


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"--file {path}: {getattr(error, 'strerror', None) or error}") from error


def _list() -> int:
    from govgraph.query import named_queries, themes

    german = current_lang() is Lang.DE
    queries = named_queries()
    parts = []
    for theme in themes():
        rows = [
            (one.name, one.title_de if german else one.title_en, " ".join(_call(one)))
            for one in queries
            if one.theme == theme.name
        ]
        title = theme.title_de if german else theme.title_en
        parts.append(f"{title}\n\n{console.table(('--name', '', '--param'), rows)}")
    parts.append(text("query.values"))
    console.result("\n\n".join(parts))
    return console.Exit.DONE


def _call(query: NamedQuery) -> list[str]:
    """What is given to a query, in brackets what need not be, with what is taken then."""
    told = [(f"--param {one.name}={one.type.upper()}", one.default) for one in query.parameters]
    return [
        call if default is None else f"[{call}]" if default == ANY else f"[{call}, {default}]" for call, default in told
    ]


def _describe(name: str) -> int:
    from govgraph.query import named_query
    from govgraph.query.header import without_header

    query = named_query(name)
    german = current_lang() is Lang.DE
    parts = [query.title_de if german else query.title_en, query.why_de if german else query.why_en]
    parts.append(text(f"query.scope.{query.scope}"))
    parts.append(f"govgraph query {' '.join((f'--name {query.name}', *_call(query)))}")
    if query.parameters:
        rows = [
            (one.name, one.type, one.description_de if german else one.description_en, _default(one.default))
            for one in query.parameters
        ]
        parts.append(console.table(("--param", *_words("type", "meaning", "default")), rows))
        parts.append(text("query.values"))
    if query.columns:
        cells = [(one.name, one.type, text("query.may_be_empty") if one.optional else "") for one in query.columns]
        parts.append(console.table((*_words("column", "type"), ""), cells))
    parts.append(without_header(query.sparql))
    console.result("\n\n".join(part for part in parts if part))
    return console.Exit.DONE


def _default(default: str | None) -> str:
    return text("query.any") if default == ANY else default or ""


def _words(*names: str) -> tuple[str, ...]:
    return tuple(text(f"query.head.{name}") for name in names)


def _written(answer: Rows | Triples | bool, form: Format | None) -> str:
    from govgraph.query import Triples

    if isinstance(answer, bool):
        if form is Format.JSON:
            return json.dumps({"head": {}, "boolean": answer})
        if form is Format.TURTLE:
            raise typer.BadParameter(text("query.no_turtle"))
        return str(answer).lower()
    if isinstance(answer, Triples):
        if form in (None, Format.TURTLE):
            return answer.to_turtle()
        raise typer.BadParameter(text("query.only_turtle"))
    return _rows(answer, form or Format.TABLE)


def _rows(rows: Rows, form: Format) -> str:
    if form is Format.JSON:
        return json.dumps(rows.to_json(), ensure_ascii=False, indent=1)
    if form is Format.TURTLE:
        raise typer.BadParameter(text("query.no_turtle"))
    if form is Format.TABLE:
        return console.table(rows.columns, [[_short(value) for value in row] for row in rows])
    cells = [[_cell(value) for value in row] for row in rows]
    return _delimited([list(rows.columns), *cells], "," if form is Format.CSV else "\t")


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _short(value: object) -> str:
    """A cell for readers: an IRI as it may be written in a query, `person:denis-alt`."""
    from govgraph.query import Iri
    from govgraph.rdf.namespaces import shortened

    return shortened(value) if isinstance(value, Iri) else _cell(value)


def _delimited(lines: Sequence[Sequence[str]], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(lines)
    return out.getvalue()
