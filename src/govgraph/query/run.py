"""SPARQL with typed answers and errors that say where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions

from govgraph.errors import QueryError
from govgraph.query.spelling import unknown_prefixes
from govgraph.query.values import Row, Rows, Triples
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.namespaces import prefixes

_POSITION: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_NO_PREFIX: Final = "Prefix not found"
_UNBOUND: Final = "The SELECT contains a variable that is unbound"
_OVERRIDES: Final = "The SELECT overrides an existing variable"
_LONGEST: Final = 120
QUIET: Final = re.compile(
    r'"""(?:\\.|[^\\])*?"""|' + r"'''(?:\\.|[^\\])*?'''|" + r'"(?:\\.|[^"\\\n])*"|' + r"'(?:\\.|[^'\\\n])*'|"
    r"<[^<>\s{}|^`\\]*>|#[^\n]*",
    re.DOTALL,
)
"""What is no syntax in a query: strings, IRIs and comments."""
_SERVICE: Final = re.compile(r"(?<![?$:\w-])service(?![\w:-])", re.IGNORECASE)
_READS: Final = re.compile(r"(?<![?$:\w])(?:select|ask|construct|describe)(?![\w:])", re.IGNORECASE)
_PROLOGUE: Final = re.compile(r"(?:\s|(?:prefix\s+[^\s:]*:|(?:base|version)(?=\s)))*", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")
_CHANGES: Final = re.compile(
    r"(?<![?$:\w])(?:insert|delete|load|clear|drop|create|add|move|copy)(?![\w:])", re.IGNORECASE
)


def run(
    store: GraphReader, sparql: str, parameters: Mapping[str, NamedNode | Literal] | None = None
) -> Rows | Triples | bool:
    """Answer a SPARQL query over the union of all graphs.

    Args:
        store: The graph.
        sparql: SELECT, CONSTRUCT, DESCRIBE or ASK. The prefixes of govgraph need no declaration.
        parameters: Variable name (without `?`) → the term that takes its place.

    Returns:
        Rows of a SELECT, triples of a CONSTRUCT or DESCRIBE, the answer of an ASK.

    Raises:
        QueryError: The text is no query (with line and column), would change the graph, or asks another server.
    """
    words = QUIET.sub(" ", sparql)
    if _SERVICE.search(words):
        raise QueryError("SERVICE asks another server, and govgraph stays offline; take the SERVICE clause out")
    try:
        answer = store.query(sparql, parameters)
        if isinstance(answer, QueryBoolean):
            return bool(answer)
        if isinstance(answer, QuerySolutions):
            columns = tuple(variable.value for variable in answer.variables)
            return Rows(columns, tuple(Row(columns, tuple(solution)) for solution in answer))
        return Triples(tuple(sorted(set(answer), key=str)))
    except SyntaxError as error:
        raise QueryError(explained(error, sparql)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query cannot be evaluated: {' '.join(str(error).split())}") from error


def _misspelt_form(sparql: str) -> int | None:
    """Where the word stands that should say what kind of query it is; None if it is one."""
    bare = QUIET.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), sparql)
    begun = _PROLOGUE.match(bare)
    assert begun is not None
    word = _WORD.match(bare, begun.end())
    return None if word is not None and _READS.fullmatch(word[0]) else begun.end()


def _without_prefix(reason: str, sparql: str) -> str:
    """Which prefix nobody declares, where the parser missed one; empty if that is not what it says."""
    unknown = unknown_prefixes(sparql) if _NO_PREFIX in reason else ()
    if not unknown:
        return ""
    named, known = (", ".join(f"{one}:" for one in some) for some in (unknown, sorted(prefixes())))
    return f"unknown prefix {named}; declare it by PREFIX, or take one of the known: {known}"


def not_understood(error: SyntaxError, sparql: str) -> str:
    """What is wrong with a text that is no update, on one line: where, and what the parser says."""
    text = " ".join(str(error).split())
    reason = _without_prefix(text, sparql) or (
        f"{text[:_LONGEST].rpartition(', ')[0]}, …" if len(text) > _LONGEST else text
    )
    return f"no SPARQL that can be understood: {reason}"


def explained(error: SyntaxError, sparql: str) -> str:
    """What is wrong with a text that is no query, on one line: where, and what is allowed there."""
    words = QUIET.sub(" ", sparql)
    if not words.strip():
        return "no SPARQL query: it is empty; allowed are SELECT, ASK, CONSTRUCT, DESCRIBE"
    if _CHANGES.search(words) and not _READS.search(words):
        return "an update cannot be run: queries only read; allowed are SELECT, ASK, CONSTRUCT, DESCRIBE"
    text = " ".join(str(error).split())
    found = _POSITION.match(text)
    if found is None:
        return f"no SPARQL query: {text}; correct it"
    line, column, reason = int(found[1]), int(found[2]), found[3]
    # such a query is complete; the parser tells of it at its end
    if _UNBOUND in reason:
        return (
            "no SPARQL query: beside an aggregate or GROUP BY stands a variable that is not grouped; add it to GROUP "
            "BY, or take it out of SELECT"
        )
    if _OVERRIDES in reason:
        return "no SPARQL query: a name after AS in SELECT stands for something already; take another name"
    start = _misspelt_form(sparql)
    if start is not None:
        # the parser takes what it does not know for a prefix, and complains behind it
        line, column = sparql.count("\n", 0, start) + 1, start - sparql.rfind("\n", 0, start)
        reason = "expected SELECT, ASK, CONSTRUCT or DESCRIBE"
    if without := _without_prefix(reason, sparql):
        return f"no SPARQL query: {without}"
    if len(reason) > _LONGEST:
        # what a parser would have taken, all of its grammar
        reason = f"{reason[:_LONGEST].rpartition(', ')[0]}, …"
    lines = sparql.splitlines() or [""]
    near = lines[min(line, len(lines)) - 1][max(column - 1, 0) :].strip()[:40]
    if not near and start is None:
        # what a parser would have taken there says little: anything that ends the query well
        return f"no SPARQL query: it is not complete; something is missing or wrong before line {line}, column {column}"
    place = f"at {near!r}" if near else "at its end"
    return f"no SPARQL query: line {line}, column {column}, {place}: {reason}"
