"""Queries kept as files in `ontology/queries`; `govgraph.query.header` says what their first lines hold.

Parameters stand in a query as `$name`, which SPARQL takes for a variable: the file is a query as it is. When it is
asked, they are put in as written RDF terms, outside of strings, IRIs and comments only. So no value can change what a
query does, the engine knows what to begin with, and any SPARQL 1.1 engine can run what comes out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode
from rapidfuzz import process

from govgraph.errors import NotFoundError, QueryError
from govgraph.model import NAMESPACE, Predicate
from govgraph.query.header import ANY, NamedQuery, Parameter, read_query
from govgraph.query.labels import with_labels, without_labels
from govgraph.query.names import ENTITY_KINDS, look_up, statement_called
from govgraph.query.order import in_order, without_order
from govgraph.query.run import QUIET, run
from govgraph.query.values import Row, Rows, Triples
from govgraph.query.versions import article_called
from govgraph.rdf import literals
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader, RemoteReader
from govgraph.rdf.schema import load_schema
from govgraph.sources.dates import read_date
from govgraph.vocabulary.resources import ontology_dir

_PLACE: Final = re.compile(rf"(?P<quiet>{QUIET.pattern})|\$(?P<name>\w+)", re.DOTALL)
_CLOSE: Final = 60.0
_INTEGER: Final = re.compile(r"-?\d+")
_DECIMAL: Final = NamedNode(ns.XSD + "decimal")
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Theme:
    """What some of the named queries are about: a word for it, and its titles."""

    name: str
    title_de: str
    title_en: str


def themes() -> tuple[Theme, ...]:
    """Themes of the queries that are shipped, in the order in which they are shown."""
    held = json.loads((ontology_dir() / "queries" / "themes.json").read_text(encoding="utf-8"))
    return tuple(Theme(name, titles["de"], titles["en"]) for name, titles in held.items())


def named_queries(folder: Path | None = None) -> tuple[NamedQuery, ...]:
    """All named queries, by name.

    Args:
        folder: Where the `.rq` files are; None for those that are shipped.

    Raises:
        QueryError: A file lacks a title or has a line that cannot be read.
    """
    return tuple(read_query(path) for path in _paths(folder).values())


def named_query(name: str, folder: Path | None = None) -> NamedQuery:
    """One named query.

    Raises:
        QueryError: There is none of that name, or its file cannot be read.
    """
    path = _folder(folder) / f"{name}.rq"
    # one that is there is not looked for among all; a name is no way to another folder
    if path.stem != name or not path.is_file():
        paths = _paths(folder)
        close = [one for one, _, _ in process.extract(name, list(paths), limit=5, score_cutoff=_CLOSE)]
        hint = f"close to it: {', '.join(close)}; " if close else ""
        raise QueryError(f"no query {name!r}; {hint}`govgraph query --list` names all {len(paths)}")
    return read_query(path)


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
        QueryError: No such query, a parameter is missing, unknown or not of its type, or the answer has other columns
            than its file says.
        NotFoundError: A name given is unknown or ambiguous.
    """
    query = named_query(name, folder)
    columns = tuple(one.name for one in query.columns)
    sparql, keys = without_order(query.sparql, columns)
    # at a server each look-up is a request
    sparql, labelled = (sparql, ()) if isinstance(store, RemoteReader) else without_labels(sparql, columns)
    hidden = tuple(dict.fromkeys(thing for thing, _ in labelled if thing not in columns))
    answer = run(store, filled(store, replace(query, sparql=sparql), parameters))
    if columns and (not isinstance(answer, Rows) or answer.columns != columns + hidden):
        given = (one for one in answer.columns if one not in hidden) if isinstance(answer, Rows) else ("no columns",)
        found = ", ".join(given)
        raise QueryError(f"query {name!r} says that it has the columns {', '.join(columns)}, but gives {found}")
    if not isinstance(answer, Rows):
        return answer
    return _dated(in_order(with_labels(store, answer, labelled, columns), keys), query)


def _dated(rows: Rows, query: NamedQuery) -> Rows:
    """Rows in which all cells of columns of dates are dates; queries compare them as strings, of which none is ''."""
    dates = [place for place, one in enumerate(query.columns) if one.type == "date"]
    if not dates:
        return rows

    # many rows are of the same day
    days: dict[str, Literal | None] = {"": None}

    def dated(row: Row) -> Row:
        terms = list(row.terms)
        for place in dates:
            term = terms[place]
            if isinstance(term, Literal):
                day = term.value
                if day not in days:
                    days[day] = literals.when(day)
                terms[place] = days[day]
        return Row(rows.columns, tuple(terms))

    return Rows(rows.columns, tuple(map(dated, rows)))


def filled(store: GraphReader, query: NamedQuery, parameters: Mapping[str, str] | None = None) -> str:
    """Text of a named query with its parameters put in; prefixes are not declared in it.

    Args:
        store: The graph, to look up names in.
        query: The query.
        parameters: As for `run_named`.

    Raises:
        QueryError: A parameter is missing, unknown or not of its type.
        NotFoundError: A name given is unknown or ambiguous.
    """
    given, wanted = dict(parameters or {}), {one.name: one for one in query.parameters}
    needed = {one.name for one in query.parameters if one.default is None}
    for word, names in (("unknown", given.keys() - wanted.keys()), ("missing", needed - given.keys())):
        if names:
            raise QueryError(f"query {query.name!r}: {word} {', '.join(sorted(names))}; it takes {usage(query)}")
    terms = {}
    for one in query.parameters:
        value = given.get(one.name, one.default)
        if value is not None and (value != ANY or one.default != ANY):
            terms[one.name] = _term(one, value, store)
    return insert(query.sparql, terms)


def usage(query: NamedQuery) -> str:
    """Parameters of a query in one line.

    >>> usage(named_query("members-of"))
    'body=ENTITY'
    """
    told = (f"{one.name}={one.type.upper()}" for one in query.parameters if one.default is None)
    optional = (f"[{one.name}={one.type.upper()}]" for one in query.parameters if one.default is not None)
    return ", ".join((*told, *optional)) or "no parameters"


def insert(sparql: str, terms: Mapping[str, NamedNode | Literal]) -> str:
    """A query with terms in the place of `$name`; strings, IRIs and comments stay as they are.

    >>> insert('SELECT ?s { ?s ?p $o FILTER(?p != "$o") }', {"o": Literal("a")})
    'SELECT ?s { ?s ?p "a" FILTER(?p != "$o") }'
    """

    def put(found: re.Match[str]) -> str:
        term = terms.get(found["name"]) if found["name"] else None
        return found[0] if term is None else str(term)

    return _PLACE.sub(put, sparql)


def _folder(folder: Path | None) -> Path:
    return folder or ontology_dir() / "queries"


def _paths(folder: Path | None) -> dict[str, Path]:
    return {path.stem: path for path in sorted(_folder(folder).glob("*.rq"))}


def _term(parameter: Parameter, value: str, store: GraphReader) -> NamedNode | Literal:
    said = f"{parameter.name}={value!r}"
    if parameter.type == "text":
        return literals.text(value)
    if parameter.type == "date":
        term = literals.when(read_date(value) or value)
        if term == literals.text(value):
            raise QueryError(f"{said} is no date; allowed are YYYY, YYYY-MM and YYYY-MM-DD")
        return term
    if parameter.type in ("integer", "number"):
        if (_INTEGER if parameter.type == "integer" else _NUMBER).fullmatch(value) is None:
            example = "20" if parameter.type == "integer" else "0.5"
            raise QueryError(f"{said} is no {parameter.type}; give one like {example}")
        return literals.integer(int(value)) if parameter.type == "integer" else Literal(value, datatype=_DECIMAL)
    if parameter.type in ("article", "statement"):
        find = article_called if parameter.type == "article" else statement_called
        return NamedNode(find(store, value))
    if parameter.type in ("predicate", "class"):
        return _of_ontology(parameter.type, value)
    return NamedNode(look_up(store, value, ("role",) if parameter.type == "role" else ENTITY_KINDS))


def _of_ontology(type_: str, value: str) -> NamedNode:
    """Predicate or class that a local name, an IRI or a label in any language means."""
    schema = load_schema()
    allowed = list(Predicate) if type_ == "predicate" else [one for one in schema.labels if schema.coarse(one)]
    wanted = value.strip("<>").removeprefix(NAMESPACE).removeprefix("gov:").casefold()
    for name in allowed:
        if wanted in {name.casefold(), *(label.casefold() for label in schema.labels.get(name, {}).values())}:
            return ns.gov(name)
    raise NotFoundError(f"no {type_} {value!r}; there are {', '.join(sorted(allowed))}")
