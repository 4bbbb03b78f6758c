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

from govgraph.query.values import Rows, to_value
from govgraph.rdf.interface import Term

_TERM: Final = r"(?:STR\(\?\w+\)|\?\w+)"
_KEY: Final = rf"(?:DESC\({_TERM}\)|{_TERM})"
_LAST: Final = re.compile(rf"\nORDER BY((?: {_KEY})+)\s*\Z")
_Rank = tuple[int, int, float | Decimal | str, str]
_NOTHING: Final[_Rank] = (0, 0, "", "")
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
    if not keys:
        return rows
    # many rows share few cells: these are compared once, rows by the places that they then have
    order = [0] * len(rows)
    for key in keys:
        place = rows.columns.index(key.column)
        rank = _text_rank if key.as_text else _rank
        ranks = [rank(row.terms[place]) for row in rows.rows]
        known = {one: at for at, one in enumerate(sorted(set(ranks), reverse=key.descending))}
        order = [before * len(known) + known[one] for before, one in zip(order, ranks, strict=True)]
    return Rows(rows.columns, tuple(rows.rows[at] for at in sorted(range(len(rows)), key=order.__getitem__)))


def _rank(term: Term | None) -> _Rank:
    """Nothing comes first, then blank nodes, IRIs and literals, of which numbers before others."""
    if isinstance(term, Literal):
        language = term.language
        number = None if language else to_value(term)
        if isinstance(number, (int, float, Decimal)) and not isinstance(number, bool):
            return 3, 0, number, ""
        return 3, 1, term.value, language or ""
    if isinstance(term, NamedNode):
        return 2, 0, term.value, ""
    return (1, 0, term.value, "") if isinstance(term, BlankNode) else _NOTHING


def _text_rank(term: Term | None) -> _Rank:
    return (3, 1, term.value, "") if isinstance(term, (Literal, NamedNode)) else _NOTHING
