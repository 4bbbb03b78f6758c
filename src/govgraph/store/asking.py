"""Queries on their way to a SPARQL server: looked at here before they are sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples

from govgraph.errors import QueryError
from govgraph.rdf.interface import Answer, Term
from govgraph.rdf.namespaces import prefixes
from govgraph.rdf.sparql import form, hosts, tokens

_PREFIXES: Final = prefixes()
_KINDS: Final[dict[str, type[Answer]]] = {
    "SELECT": QuerySolutions,
    "ASK": QueryBoolean,
    "CONSTRUCT": QueryTriples,
    "DESCRIBE": QueryTriples,
}


def checked(sparql: str, substitutions: Mapping[str, NamedNode | Literal] | None = None) -> type[Answer]:
    """What a query will be answered with.

    It is put to an empty store here, so that mistakes in it are found by the engine that finds them in local graphs,
    and told in the same words.

    Raises:
        SyntaxError: It is no query.
        RuntimeError: A term is given for a variable that the query does not have among its results.
    """
    if hosts(sparql):
        # not even an empty store may be asked: it would ask the other server
        return _KINDS.get(form(sparql), QuerySolutions)
    terms: dict[ox.Variable, Term] = {ox.Variable(name): term for name, term in (substitutions or {}).items()}
    return type(ox.Store().query(sparql, prefixes=_PREFIXES, substitutions=terms or None))


def with_values(sparql: str, substitutions: Mapping[str, NamedNode | Literal]) -> str:
    """A query whose answers have the given terms for some of its variables.

    Raises:
        QueryError: The query ends in VALUES itself.
    """
    if not substitutions:
        return sparql
    if any(one.kind == "word" and one.text == "VALUES" and one.depth == 0 for one in tokens(sparql)):
        raise QueryError("a query that ends in VALUES takes no parameters at a server; put VALUES into its WHERE")
    names = " ".join(f"?{name}" for name in substitutions)
    terms = " ".join(str(term) for term in substitutions.values())
    return f"{sparql}\nVALUES ({names}) {{ ({terms}) }}"
