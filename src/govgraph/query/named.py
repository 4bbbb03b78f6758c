"""Queries kept as files in `ontology/queries`, with a title and parameters in their first lines.

    # title-de: Wer sitzt in einem Gremium?
    # title-en: Who is a member of a body?
    # param body entity: The body, by name or IRI | Das Gremium, mit Namen oder IRI

Parameters are put in as RDF terms, never as text, so no value can change what a query does. A SELECT names its
parameters among its variables (the engine asks for that); they are left out of the rows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode

from govgraph.errors import QueryError
from govgraph.query.names import Names
from govgraph.query.run import run
from govgraph.query.values import Row, Rows, Triples
from govgraph.rdf import literals
from govgraph.rdf.interface import GraphReader
from govgraph.vocabulary.resources import ontology_dir

_HEADER: Final = re.compile(r"#\s*(title-de|title-en|param)\b\s*(.*)")
_PARAMETER: Final = re.compile(r"(\w+)\s+(\w+)\s*:\s*([^|]+?)\s*\|\s*(.+)")
_TYPES: Final = ("entity", "role", "article", "statement", "date", "text")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a named query wants to be told.

    Attributes:
        name: Variable of the query.
        type: `entity`, `role`, `article` or `statement` (a name or an IRI), `date` or `text`.
        description_en: What to give, in English.
        description_de: The same in German.
    """

    name: str
    type: str
    description_en: str
    description_de: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of `ontology/queries`: its file name without suffix, titles, parameters in order, and text."""

    name: str
    title_de: str
    title_en: str
    parameters: tuple[Parameter, ...]
    sparql: str


def named_queries(folder: Path | None = None) -> tuple[NamedQuery, ...]:
    """All named queries, by name.

    Args:
        folder: Where the `.rq` files are; None for those that are shipped.

    Raises:
        QueryError: A file lacks a title or has a parameter line that cannot be read.
    """
    paths = sorted((folder or ontology_dir() / "queries").glob("*.rq"))
    return tuple(_read(path) for path in paths)


def run_named(
    store: GraphReader, name: str, parameters: Mapping[str, str] | None = None, *, folder: Path | None = None
) -> Rows | Triples | bool:
    """Run a named query.

    Args:
        store: The graph.
        name: Name of the query.
        parameters: Parameter → value as people write it; names are looked up among the labels.
        folder: Where the `.rq` files are; None for those that are shipped.

    Raises:
        QueryError: No such query, or a parameter is missing, unknown or no date.
        NotFoundError: A name given is unknown or ambiguous.
    """
    queries = {query.name: query for query in named_queries(folder)}
    if name not in queries:
        raise QueryError(f"no query {name!r}; there are {', '.join(queries) or 'none'}")
    query, given = queries[name], dict(parameters or {})
    wanted = {one.name: one for one in query.parameters}
    for word, names in (("unknown", given.keys() - wanted.keys()), ("missing", wanted.keys() - given.keys())):
        if names:
            usage = ", ".join(f"{one.name}={one.type.upper()}" for one in query.parameters) or "no parameters"
            raise QueryError(f"query {name!r}: {word} {', '.join(sorted(names))}; it takes {usage}")
    labels = Names(store)
    terms = {key: _term(wanted[key], value, labels) for key, value in given.items()}
    answer = run(store, query.sparql, terms)
    return _without(answer, frozenset(terms)) if isinstance(answer, Rows) else answer


def _without(rows: Rows, names: frozenset[str]) -> Rows:
    kept = [place for place, name in enumerate(rows.columns) if name not in names]
    columns = tuple(rows.columns[place] for place in kept)
    return Rows(columns, tuple(Row(columns, tuple(row.terms[place] for place in kept)) for row in rows))


def _term(parameter: Parameter, value: str, labels: Names) -> NamedNode | Literal:
    if parameter.type == "text":
        return literals.text(value)
    if parameter.type == "date":
        term = literals.when(value)
        if term == literals.text(value):
            raise QueryError(f"{parameter.name}={value!r} is no date; allowed are YYYY, YYYY-MM and YYYY-MM-DD")
        return term
    if parameter.type in ("article", "statement"):
        try:
            return NamedNode(value.strip("<>"))
        except ValueError as error:
            raise QueryError(f"{parameter.name}={value!r} is no IRI; give that of the {parameter.type}") from error
    return NamedNode(labels.find_one(value, ("role",)) if parameter.type == "role" else labels.find_one(value))


def _read(path: Path) -> NamedQuery:
    sparql = path.read_text(encoding="utf-8")
    titles: dict[str, str] = {}
    parameters = []
    for line in sparql.splitlines():
        header = _HEADER.match(line)
        if header is None:
            continue
        key, rest = header[1], header[2].removeprefix(":").strip()
        if key != "param":
            titles[key] = rest
            continue
        found = _PARAMETER.fullmatch(rest)
        if found is None or found[2] not in _TYPES:
            allowed = f"`# param NAME TYPE: english | deutsch` with a TYPE of {', '.join(_TYPES)}"
            raise QueryError(f"{path.name}: cannot read {line!r}; allowed is {allowed}")
        parameters.append(Parameter(found[1], found[2], found[3], found[4]))
    missing = {"title-de", "title-en"} - titles.keys()
    if missing:
        raise QueryError(f"{path.name}: no `# {min(missing)}:` line; add one")
    return NamedQuery(path.stem, titles["title-de"], titles["title-en"], tuple(parameters), sparql)
