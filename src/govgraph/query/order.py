"""Order of the rows of a named query: put here, since an engine that reads from disk takes long for it.

Oxigraph looks up both texts each time that it compares two rows, which takes longer than finding them. So the
`ORDER BY` that ends a query is taken off, and its rows are put in the order that SPARQL 1.1 gives in section 15.1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode

from govgraph.query.values import Row, Rows, to_value
from govgraph.rdf.interface import Term

_TERM: Final = r"(?:STR\(\?\w+\)|\?\w+)"
_KEY: Final = rf"(?:DESC\({_TERM}\)|{_TERM})"
_LAST: Final = re.compile(rf"\nORDER BY((?: {_KEY})+)\s*\Z")
_NAME: Final = re.compile(r"\?(\w+)")


@dataclass(frozen=True, slots=True)
class Key:
    """What rows are put in order by.

    Attributes:
        column: Name of the column.
        descending: Greatest first.
        as_text: All terms count as their text.
    """

    column: str
    descending: bool
    as_text: bool


def without_order(sparql: str, columns: Sequence[str]) -> tuple[str, tuple[Key, ...]]:
    r"""A query without the line that orders its rows, and what that line says.

    A line that orders by anything but columns and their texts stays.

    >>> without_order('SELECT ?a {\n?a ?b ?c }\nORDER BY DESC(?a)', ["a"])
    ('SELECT ?a {\n?a ?b ?c }', (Key(column='a', descending=True, as_text=False),))
    """
    found = _LAST.search(sparql)
    if found is None:
        return sparql, ()
    keys = tuple(
        Key(_NAME.findall(one)[0], one.startswith("DESC"), "STR(" in one) for one in re.findall(_KEY, found[1])
    )
    if not {one.column for one in keys} <= set(columns):
        return sparql, ()
    return sparql[: found.start()], keys


def in_order(rows: Rows, keys: Sequence[Key]) -> Rows:
    """Rows in the order of some keys, the first of which counts most; what is alike stays as it is."""
    ordered = list(rows.rows)
    for key in reversed(keys):
        place = rows.columns.index(key.column)

        def rank(row: Row, place: int = place, as_text: bool = key.as_text) -> tuple[int, int, Decimal | str, str]:
            return _rank(row.terms[place], as_text)

        ordered.sort(key=rank, reverse=key.descending)
    return Rows(rows.columns, tuple(ordered))


def _rank(term: Term | None, as_text: bool) -> tuple[int, int, Decimal | str, str]:
    """Nothing comes first, then blank nodes, IRIs and literals, of which numbers before others."""
    if isinstance(term, Literal):
        number = None if as_text else to_value(term)
        if isinstance(number, (int, float, Decimal)) and not isinstance(number, bool):
            return 3, 0, Decimal(number), ""
        return 3, 1, term.value, "" if as_text else term.language or ""
    if isinstance(term, NamedNode):
        return (3, 1, term.value, "") if as_text else (2, 0, term.value, "")
    if isinstance(term, BlankNode):
        return (0, 0, "", "") if as_text else (1, 0, term.value, "")
    return 0, 0, "", ""
