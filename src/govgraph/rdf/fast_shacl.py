"""SHACL as queries of SPARQL over all nodes at once.

Each constraint is one query for what breaks it, and it begins with what can break it: of all values of a path, those
that fail, and only if there are any, who has them. A graph that conforms costs one look at each triple or two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store, Variable

from govgraph.errors import VocabularyError
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import Term
from govgraph.rdf.shapes import BeyondFastPath, Constraint, Path, Select, Shape
from govgraph.rdf.value_tests import NAMES, ValueTests, term
from govgraph.rdf.violations import Finding, default_messages

_PLACEHOLDER: Final = re.compile(r"\{[?$](\w+)\}")


def findings(store: Store, shapes: Iterable[Shape]) -> Iterator[Finding]:
    """What breaks shapes, in no promised order.

    Args:
        store: Data and schema, all in the default graph.
        shapes: Shapes with targets.

    Raises:
        BeyondFastPath: A shape has a parameter that only pySHACL knows.
        VocabularyError: A query of the shapes is no SPARQL.
    """
    checker = _Checker(store)
    for shape in shapes:
        yield from checker.check(shape)


def below(store: Store) -> dict[str, frozenset[str]]:
    """Class → the class itself and all under it, by IRI, as the triples of a store have it."""
    parents: dict[str, set[str]] = defaultdict(set)
    for quad in store.quads_for_pattern(None, ns.SUBCLASS_OF, None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            parents[quad.subject.value].add(quad.object.value)
    found: dict[str, set[str]] = defaultdict(set)
    for one in parents:
        open_, seen = [one], set()
        while open_:
            name = open_.pop()
            if name not in seen:
                seen.add(name)
                found[name].add(one)
                open_.extend(parents.get(name, ()))
    return {name: frozenset({name, *under}) for name, under in found.items()}


class _Checker:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._tests = ValueTests(below(store))

    def check(self, shape: Shape) -> Iterator[Finding]:
        target = self._target(shape)
        if target is None:
            return
        yield from self._constraints(shape, shape, target)
        for one in shape.properties:
            yield from self._constraints(one, shape, target)

    def _constraints(self, shape: Shape, outer: Shape, target: str) -> Iterator[Finding]:
        singles = [one for one in shape.constraints if one.name in NAMES]
        # most shapes are kept by all values: one look answers for all constraints at once
        if len(singles) > 1 and self._all_kept(shape, singles, target):
            singles = []
        for one in (*singles, *(one for one in shape.constraints if one.name not in NAMES)):
            if isinstance(one.parameter, Select):
                yield from self._selected(shape, outer, one, one.parameter)
                continue
            for focus, value in set(self._broken(shape, one, target)):
                messages = shape.messages or default_messages(one.name)
                yield Finding(
                    focus=focus,
                    path="" if shape.path is None else shape.path.shown,
                    value=value,
                    severity=shape.severity,
                    messages=messages,
                    component=one.component,
                    shape=shape.iri,
                )

    def _target(self, shape: Shape) -> str | None:
        """Pattern that binds `?this` to the focus nodes; None if there are none."""
        ways: list[str] = []
        for kind, one in shape.targets:
            if kind == "targetNode":
                ways.append(f"VALUES ?this {{ {one} }}")
            elif kind == "targetClass":
                classes = " ".join(f"<{name}>" for name in self._tests.classes(one.value))
                ways.append(f"VALUES ?kind {{ {classes} }} ?this <{ns.TYPE.value}> ?kind")
            elif kind == "targetSubjectsOf":
                ways.append(f"?this {one} ?target")
            else:
                ways.append(f"?target {one} ?this")
        pattern = " UNION ".join(f"{{ {way} }}" for way in ways)
        return pattern if any(True for _ in self._rows(f"SELECT ?this WHERE {{ {pattern} }} LIMIT 1")) else None

    def _all_kept(self, shape: Shape, constraints: Iterable[Constraint], target: str) -> bool:
        tests = " && ".join(self._tests.expression(one, "?value") for one in constraints)
        return not any(True for _ in self._failing(shape.path, f"!({tests})", target, limit=1))

    def _broken(self, shape: Shape, one: Constraint, target: str) -> Iterator[tuple[Term, Term | None]]:
        """Focus and value nodes at which a constraint is broken; without a value where none is at fault."""
        if one.name in NAMES:
            test = f"!{self._tests.expression(one, '?value')}"
            if any(True for _ in self._failing(shape.path, test, target, limit=1)):
                yield from self._failing(shape.path, test, target)
            return
        if shape.path is None:
            yield from self._of_node(one, target)
            return
        yield from self._of_path(shape.path, one, target)

    def _failing(self, path: Path | None, test: str, target: str, limit: int = 0) -> Iterator[tuple[Term, Term | None]]:
        """Focus and value nodes that fail a test; with a limit of 1 perhaps of no focus node."""
        if path is None:
            rows = self._rows(
                f"SELECT DISTINCT ?this WHERE {{ {target} BIND(?this AS ?value) FILTER({test}) }}{_limited(limit)}"
            )
            yield from ((row["this"], row["this"]) for row in rows)
        elif limit and path.simple:
            rows = self._rows(
                f"SELECT ?value WHERE {{ {{ SELECT DISTINCT ?value WHERE {{ ?any {path.sparql} ?value }} }} "
                f"FILTER({test}) }}{_limited(limit)}"
            )
            yield from ((row["value"], row["value"]) for row in rows)
        else:
            rows = self._rows(
                f"SELECT DISTINCT ?this ?value WHERE {{ {target} ?this {path.sparql} ?value FILTER({test}) }}"
                f"{_limited(limit)}"
            )
            yield from ((row["this"], row["value"]) for row in rows)

    def _of_node(self, one: Constraint, target: str) -> Iterator[tuple[Term, Term | None]]:
        """Constraints of a node shape on the node as the only value."""
        if one.name in ("equals", "disjoint"):
            other = term(one.parameter)
            if one.name == "disjoint":
                rows = self._rows(f"SELECT DISTINCT ?this WHERE {{ {target} ?this {other} ?this }}")
                yield from ((row["this"], row["this"]) for row in rows)
                return
            rows = self._rows(
                f"SELECT DISTINCT ?this ?value WHERE {{ {{ {target} ?this {other} ?value "
                f"FILTER(!SAMETERM(?this, ?value)) }} "
                f"UNION {{ {target} FILTER NOT EXISTS {{ ?this {other} ?this }} BIND(?this AS ?value) }} }}"
            )
            yield from ((row["this"], row["value"]) for row in rows)
        elif one.name == "hasValue":
            rows = self._rows(
                f"SELECT DISTINCT ?this WHERE {{ {target} FILTER(!SAMETERM(?this, {term(one.parameter)})) }}"
            )
            yield from ((row["this"], None) for row in rows)
        else:
            raise BeyondFastPath(f"sh:{one.name} of a node shape")

    def _of_path(self, path: Path, one: Constraint, target: str) -> Iterator[tuple[Term, Term | None]]:
        name, parameter = one.name, one.parameter
        if name == "equals" and not path.simple:
            # looked up at each node, what is not at the end of a long path takes minutes
            ends = self._ends(path.sparql, target), self._ends(term(parameter), target)
            yield from ends[0] ^ ends[1]
            return
        if name in ("equals", "disjoint", "lessThan", "lessThanOrEquals"):
            rows = self._rows(f"SELECT DISTINCT ?this ?value WHERE {{ {_pair(name, path, term(parameter), target)} }}")
            yield from ((row["this"], row["value"]) for row in rows)
            return
        if name == "hasValue":
            where = f"{target} FILTER NOT EXISTS {{ ?this {path.sparql} {term(parameter)} }}"
        elif name == "uniqueLang":
            where = (
                f"{target} ?this {path.sparql} ?value , ?other FILTER(LANG(?value) != '' "
                "&& LCASE(LANG(?value)) = LCASE(LANG(?other)) && !SAMETERM(?value, ?other))"
            )
        elif name in ("minCount", "maxCount") and isinstance(parameter, int):
            where = self._counted(path, "", name == "minCount", parameter, target)
        elif name.startswith("qualified") and isinstance(parameter, tuple):
            shape, number = parameter
            if not isinstance(shape, Shape) or not isinstance(number, int):
                raise BeyondFastPath(f"sh:{name}")
            test = f" FILTER({self._tests.of_shape(shape, '?value')})"
            where = self._counted(path, test, name == "qualifiedMinCount", number, target)
        else:
            raise BeyondFastPath(f"sh:{name}")
        if where:
            yield from ((row["this"], None) for row in self._rows(f"SELECT DISTINCT ?this WHERE {{ {where} }}"))

    def _ends(self, path: str, target: str) -> set[tuple[Term, Term]]:
        rows = self._rows(f"SELECT DISTINCT ?this ?value WHERE {{ {target} ?this {path} ?value }}")
        return {(row["this"], row["value"]) for row in rows}

    def _counted(self, path: Path, test: str, least: bool, number: int, target: str) -> str:
        """Pattern of focus nodes with too few or too many values; empty if no node has too many."""
        values = f"?this {path.sparql} ?value{test}"
        if least and number <= 1 and (path.simple or not number):
            return f"{target} FILTER NOT EXISTS {{ {values} }}" if number else ""
        if not least and number == 0:
            return f"{target} {values}"
        distinct = "" if path.simple else "DISTINCT "
        counted = f"SELECT ?this (COUNT({distinct}?value) AS ?count) WHERE {{ {values} }} GROUP BY ?this"
        if least:
            return f"{target} OPTIONAL {{ {{ {counted} }} }} FILTER(COALESCE(?count, 0) < {number})"
        many = f"{counted} HAVING(COUNT({distinct}?value) > {number})"
        if not any(True for _ in self._rows(f"{many} LIMIT 1")):
            return ""
        return f"{{ {many} }} {target}"

    def _selected(self, shape: Shape, outer: Shape, one: Constraint, query: Select) -> Iterator[Finding]:
        for _, focus in outer.targets:
            try:
                rows = self._store.query(query.text, substitutions={Variable("this"): focus})
            except SyntaxError as error:
                raise VocabularyError(f"shape {shape.iri}: its query is no SPARQL: {error}; correct it") from error
            if not isinstance(rows, QuerySolutions):
                raise VocabularyError(f"shape {shape.iri}: its query is no SELECT; correct it")
            names = [each.value for each in rows.variables]
            seen: set[tuple[Term | None, ...]] = set()
            for row in rows:
                found = {name: value for name in names if (value := row[name]) is not None}
                key = tuple(found.get(name) for name in names)
                if key in seen:
                    continue
                seen.add(key)
                where = found.get("path")
                yield Finding(
                    focus=focus,
                    path=where.value if isinstance(where, NamedNode) else "",
                    value=found.get("value", focus),
                    severity=shape.severity,
                    messages={
                        language: _filled(text, {"this": focus, **found}) for language, text in query.messages.items()
                    }
                    or default_messages("sparql"),
                    component=one.component,
                    shape=shape.iri,
                    wide=True,
                )

    def _rows(self, query: str) -> QuerySolutions:
        rows = self._store.query(query)
        assert isinstance(rows, QuerySolutions)
        return rows


def _pair(name: str, path: Path, other: str, target: str) -> str:
    if name == "disjoint":
        return f"{target} ?this {path.sparql} ?value . ?this {other} ?value"
    if name == "equals":
        return (
            f"{{ {target} ?this {path.sparql} ?value FILTER NOT EXISTS {{ ?this {other} ?value }} }} UNION "
            f"{{ {target} ?this {other} ?value FILTER NOT EXISTS {{ ?this {path.sparql} ?value }} }}"
        )
    sign = "<" if name == "lessThan" else "<="
    return f"{target} ?this {path.sparql} ?value . ?this {other} ?other FILTER(!COALESCE(?value {sign} ?other, false))"


def _limited(number: int) -> str:
    return f" LIMIT {number}" if number else ""


def _filled(message: str, row: Mapping[str, Term]) -> str:
    def word(found: re.Match[str]) -> str:
        value = row.get(found[1])
        return value.value if isinstance(value, NamedNode | Literal | BlankNode) else found[0]

    return _PLACEHOLDER.sub(word, message)
