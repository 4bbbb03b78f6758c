"""Answers of queries: rows whose cells are Python values, and graphs."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, overload

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from govgraph.rdf.interface import Term
from govgraph.rdf.namespaces import XSD, prefixes


class Iri(str):
    """An IRI in a cell: a string that can be told from a literal."""

    __slots__ = ()


Value = Iri | str | int | float | bool | Decimal | datetime.date | datetime.datetime | None

_READERS: Final[Mapping[str, Callable[[str], Value]]] = {
    XSD + "integer": int,
    XSD + "int": int,
    XSD + "long": int,
    XSD + "decimal": Decimal,
    XSD + "double": float,
    XSD + "float": float,
    XSD + "boolean": lambda text: text in ("true", "1"),
    XSD + "date": datetime.date.fromisoformat,
    XSD + "dateTime": datetime.datetime.fromisoformat,
}


def to_value(term: Term | None) -> Value:
    """Python value of a term.

    Numbers, truth values and full dates become theirs. Partial dates (`2024`, `2024-11`) and whatever cannot be read
    stay strings; blank nodes are `_:` strings; None stays None.
    """
    if isinstance(term, Literal):
        try:
            return _READERS.get(term.datatype.value, str)(term.value)
        except (ValueError, ArithmeticError):
            return term.value
    if isinstance(term, NamedNode):
        return Iri(term.value)
    return None if term is None else str(term)


class Row:
    """One solution. Cells by attribute (`row.person`), name (`row["person"]`) or position (`row[0]`); unbound is None.

    Rows cannot be changed; `terms` keeps the RDF terms.
    """

    __slots__ = ("_columns", "_terms")
    _columns: tuple[str, ...]
    _terms: tuple[Term | None, ...]

    def __init__(self, columns: tuple[str, ...], terms: tuple[Term | None, ...]) -> None:
        object.__setattr__(self, "_columns", columns)
        object.__setattr__(self, "_terms", terms)

    @property
    def terms(self) -> tuple[Term | None, ...]:
        """RDF terms of the cells, with language and datatype."""
        return self._terms

    def as_dict(self) -> dict[str, Value]:
        """Cells by name."""
        return dict(zip(self._columns, self, strict=True))

    def __getitem__(self, key: int | str) -> Value:
        if isinstance(key, str):
            if key not in self._columns:
                raise KeyError(f"no column {key!r}; there are {', '.join(self._columns)}")
            key = self._columns.index(key)
        return to_value(self._terms[key])

    def __reduce__(self) -> tuple[type[Row], tuple[tuple[str, ...], tuple[Term | None, ...]]]:
        return Row, (self._columns, self._terms)

    def __getattr__(self, name: str) -> Value:
        if name not in self._columns:
            raise AttributeError(f"no column {name!r}; there are {', '.join(self._columns)}")
        return self[name]

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"rows cannot be changed; {name!r} was not set")

    def __iter__(self) -> Iterator[Value]:
        return iter([to_value(term) for term in self._terms])

    def __len__(self) -> int:
        return len(self._terms)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Row):
            return NotImplemented
        return (self._columns, self._terms) == (other._columns, other._terms)

    def __hash__(self) -> int:
        return hash((self._columns, self._terms))

    def __repr__(self) -> str:
        cells = ", ".join(f"{name}={value!r}" for name, value in self.as_dict().items())
        return f"Row({cells})"


@dataclass(frozen=True, slots=True)
class Rows(Sequence[Row]):
    """Answer of a SELECT query, in the order that the query asks for.

    Attributes:
        columns: Names of the variables, without `?`.
        rows: One for each solution.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        return self.rows[index]

    def __len__(self) -> int:
        return len(self.rows)

    def to_json(self) -> dict[str, object]:
        """The SPARQL 1.1 Query Results JSON shape."""
        bindings = [
            {name: _json(term) for name, term in zip(self.columns, row.terms, strict=True) if term is not None}
            for row in self.rows
        ]
        return {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}


@dataclass(frozen=True, slots=True)
class Triples(Sequence[Triple]):
    """Answer of a CONSTRUCT or DESCRIBE query: triples without repetition, sorted."""

    triples: tuple[Triple, ...]

    @overload
    def __getitem__(self, index: int) -> Triple: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Triple, ...]: ...
    def __getitem__(self, index: int | slice) -> Triple | tuple[Triple, ...]:
        return self.triples[index]

    def __len__(self) -> int:
        return len(self.triples)

    def to_turtle(self) -> str:
        """Turtle with those of the usual prefixes that it needs."""
        spaces = {_namespace(iri) for triple in self.triples for term in triple for iri in _iris(term)}
        needed = {name: space for name, space in prefixes().items() if space in spaces}
        written = serialize(self.triples, format=RdfFormat.TURTLE, prefixes=needed)
        return (written or b"").decode("utf-8")


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def _iris(term: object) -> Iterator[str]:
    if isinstance(term, NamedNode):
        yield term.value
    elif isinstance(term, Literal):
        yield term.datatype.value


def _json(term: Term) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Literal):
        cell = {"type": "literal", "value": term.value}
        if term.language:
            return {**cell, "xml:lang": term.language}
        return cell if term.datatype.value == XSD + "string" else {**cell, "datatype": term.datatype.value}
    return {"type": "literal", "value": str(term)}


def is_empty(answer: Rows | Triples | bool) -> bool:
    """Whether a query has found nothing: no row, no triple, or what it asks is not so."""
    return answer is False or (not isinstance(answer, bool) and not len(answer))
