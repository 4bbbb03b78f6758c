"""Names of what a named query has found, looked up once for each thing.

Questions end in lines that name what they have found. An engine looks the name up anew for each row, and reads it in
the graphs of all articles that hold it. So these lines are taken off, and the names of the things in the rows are asked
for together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolutions

from govgraph.query.values import Row, Rows
from govgraph.rdf.interface import GraphReader, Term

_LINE: Final = re.compile(
    r'\n +OPTIONAL \{ \?(\w+) skos:prefLabel\+ \?(\w+) FILTER\(LANG\(\?(\w+)\) = "de"\) \}(?=(\n +\})?\n\}\s*\Z)'
)
_PLAIN: Final = re.compile(r"^SELECT(?: DISTINCT)?(?: \?\w+)+ WHERE \{$", re.MULTILINE)
_NO_NAMES: Final = (None,)
Labelled = tuple[str, str]
"""Columns of a thing and of its name."""


def without_labels(sparql: str, columns: Sequence[str]) -> tuple[str, tuple[Labelled, ...]]:
    r"""A query without the lines at its end that name what is in its columns, and these columns.

    Lines stay where a name is made use of elsewhere, or where the query does not select its columns as they are. A line
    may end the last branch of a union, if the others know nothing of its thing.

    >>> line = '  OPTIONAL { ?a skos:prefLabel+ ?name FILTER(LANG(?name) = "de") }'
    >>> without_labels(f'SELECT ?a ?name WHERE {{\n  ?a ?b ?c\n{line}\n}}', ["a", "name"])
    ('SELECT ?a ?name WHERE {\n  ?a ?b ?c\n}', (('a', 'name'),))
    """
    taken: list[Labelled] = []
    selected = _PLAIN.search(sparql)
    while selected is not None and (found := _LINE.search(sparql)):
        thing, name, again, nested = found.groups()
        rest = sparql[: found.start()] + sparql[found.end() :]
        if name != again or not {thing, name} <= set(columns) or _times(name, rest[selected.end() :]):
            break
        if nested and _times(thing, rest[selected.end() :].rpartition("} UNION {")[0]):
            break
        sparql = rest
        taken.insert(0, (thing, name))
    return sparql, tuple(taken)


def with_labels(store: GraphReader, rows: Rows, labelled: Sequence[Labelled]) -> Rows:
    """Rows with the German names of their things; a thing of two names has a row for each."""
    cells = [row.terms for row in rows]
    for thing, name in labelled:
        from_, to = rows.columns.index(thing), rows.columns.index(name)
        names = _names(store, {terms[from_] for terms in cells})
        cells = [
            (*terms[:to], label, *terms[to + 1 :]) for terms in cells for label in names.get(terms[from_], _NO_NAMES)
        ]
    return Rows(rows.columns, tuple(Row(rows.columns, terms) for terms in cells)) if labelled else rows


def _names(store: GraphReader, things: set[Term | None]) -> dict[Term | None, list[Term | None]]:
    iris = " ".join(sorted(str(one) for one in things if isinstance(one, NamedNode)))
    names: dict[Term | None, list[Term | None]] = {}
    if iris:
        # all languages: to tell the language, the engine would look up the text of each of the articles' labels
        text = f"SELECT DISTINCT ?thing ?name {{ VALUES ?thing {{ {iris} }} ?thing skos:prefLabel ?name }}"
        found = store.query(text)
        assert isinstance(found, QuerySolutions)
        for thing, name in found:
            if isinstance(name, Literal) and name.language == "de":
                names.setdefault(thing, []).append(name)
    return names


def _times(name: str, sparql: str) -> int:
    return len(re.findall(rf"[?$]{name}\b", re.sub(r"(?m)^\s*#.*$", "", sparql)))
