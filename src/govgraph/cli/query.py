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
from govgraph.cli.options import DEFAULT_OUT, GraphPath

if TYPE_CHECKING:
    from govgraph.query import Rows, Triples


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
    graph: GraphPath = DEFAULT_OUT,
) -> int:
    """Query a graph."""
    if list_names:
        return _list()
    if sum(one is not None for one in (sparql, file, name)) != 1:
        raise typer.BadParameter(text("query.one"))
    given = dict(_parameter(one) for one in parameters or ())
    if file is not None:
        sparql = _read(file)
    from govgraph.api import Graph

    with Graph.open(graph) as opened:
        answer = opened.query(sparql, name=name, parameters=given)
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
    from govgraph.query import named_queries

    german = current_lang() is Lang.DE
    rows = []
    for query in named_queries():
        taken = " ".join(f"--param {one.name}={one.type.upper()}" for one in query.parameters)
        rows.append((query.name, query.title_de if german else query.title_en, taken))
    console.result(console.table(("--name", "", "--param"), rows))
    return console.Exit.DONE


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
    cells = [["" if value is None else _cell(value) for value in row] for row in rows]
    if form is Format.TABLE:
        return console.table(rows.columns, cells)
    return _delimited([list(rows.columns), *cells], "," if form is Format.CSV else "\t")


def _cell(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _delimited(lines: Sequence[Sequence[str]], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(lines)
    return out.getvalue()
