"""Names of what a named query has found, looked up once for each thing.

Questions end in lines that name what they have found. An engine looks the name up anew for each row, and reads it in
the graphs of all articles that hold it. So these lines are taken off, and the names of the things in the rows are asked
for together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolutions

from govgraph.query.values import Row, Rows
from govgraph.rdf.interface import GraphReader, Term

_LINE: Final = re.compile(
    r'\n +OPTIONAL \{ \?(\w+) skos:prefLabel\+ \?(\w+) FILTER\(LANG\(\?(\w+)\) = "de"\) \}(?=(\n +\})?\n\}\s*\Z)'
)
_PLAIN: Final = re.compile(r"^SELECT(?P<distinct> DISTINCT)?(?P<variables>(?: \?\w+)+) WHERE \{$", re.MULTILINE)
_NO_NAMES: Final = (None,)
Labelled = tuple[str, str]
"""Columns of a thing and of its name."""


def without_labels(sparql: str, columns: Sequence[str]) -> tuple[str, tuple[Labelled, ...]]:
    r"""A query without the lines at its end that name what it has found, and what they name.

    Lines stay where a name is made use of elsewhere, or where the query does not select its columns as they are. A line
    may end the last branch of a union, if the others know nothing of its thing. A thing that is no column, whose name
    alone is shown, is selected behind the columns, if rows that are alike are shown once.

    >>> line = '  OPTIONAL { ?a skos:prefLabel+ ?name FILTER(LANG(?name) = "de") }'
    >>> without_labels(f'SELECT ?a ?name WHERE {{\n  ?a ?b ?c\n{line}\n}}', ["a", "name"])
    ('SELECT ?a ?name WHERE {\n  ?a ?b ?c\n}', (('a', 'name'),))
    >>> without_labels(f'SELECT DISTINCT ?name WHERE {{\n  ?a ?b ?c\n{line}\n}}', ["name"])
    ('SELECT DISTINCT ?name ?a WHERE {\n  ?a ?b ?c\n}', (('a', 'name'),))
    """
    taken: list[Labelled] = []
    selected = _PLAIN.search(sparql)
    while selected is not None and (found := _LINE.search(sparql)):
        thing, name, again, nested = found.groups()
        rest = sparql[: found.start()] + sparql[found.end() :]
        within = rest[selected.end() :]
        if name != again or name not in columns or _times(name, within):
            break
        if thing not in columns and (not selected["distinct"] or nested or not _times(thing, within)):
            break
        if nested and _times(thing, within.rpartition("} UNION {")[0]):
            break
        sparql = rest
        taken.insert(0, (thing, name))
    hidden = dict.fromkeys(thing for thing, _ in taken if thing not in columns)
    if selected is not None and hidden:
        added = "".join(f" ?{one}" for one in hidden)
        sparql = f"{sparql[: selected.end('variables')]}{added}{sparql[selected.end('variables') :]}"
    return sparql, tuple(taken)


def with_labels(store: GraphReader, rows: Rows, labelled: Sequence[Labelled], columns: Sequence[str]) -> Rows:
    """Rows with the German names of their things, and with no other columns than these, which are the first.

    A thing of two names has a row for each.
    """
    if not labelled:
        return rows
    cells = [row.terms for row in rows.rows]
    places = [(rows.columns.index(thing), rows.columns.index(name)) for thing, name in labelled]
    names = _names(store, {terms[from_] for from_, _ in places for terms in cells})
    for from_, to in places:
        cells = [
            (*terms[:to], label, *terms[to + 1 :]) for terms in cells for label in names.get(terms[from_], _NO_NAMES)
        ]
    if len(columns) < len(rows.columns):
        # things that differ may be called the same
        cells = list(dict.fromkeys(terms[: len(columns)] for terms in cells))
    shown = tuple(columns)
    return Rows(shown, tuple(Row(shown, terms) for terms in cells))


def _names(store: GraphReader, things: Iterable[Term | None]) -> dict[Term | None, list[Term | None]]:
    named = [one for one in things if isinstance(one, NamedNode)]
    names: dict[Term | None, list[Term | None]] = {}
    if named:
        # numbers come back instead of IRIs, whose text the engine would look up;
        # all languages: to tell the language, the engine would look up the text of each of the articles' labels
        values = " ".join(f"({at} {one})" for at, one in enumerate(named))
        found = store.query(
            f"SELECT DISTINCT ?at ?name {{ VALUES (?at ?thing) {{ {values} }} ?thing skos:prefLabel ?name }}"
        )
        assert isinstance(found, QuerySolutions)
        for at, name in found:
            if isinstance(at, Literal) and isinstance(name, Literal) and name.language == "de":
                names.setdefault(named[int(at.value)], []).append(name)
    return names


def _times(name: str, sparql: str) -> int:
    return len(re.findall(rf"[?$]{name}\b", re.sub(r"(?m)^\s*#.*$", "", sparql)))
