"""Shapes of SHACL as values. What the fast way of validation does not know is told, never passed over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import Term

_FIRST: Final = NamedNode(ns.RDF + "first")
_REST: Final = NamedNode(ns.RDF + "rest")
_NIL: Final = NamedNode(ns.RDF + "nil")
CLASSES: Final = (NamedNode(ns.RDFS + "Class"), NamedNode(ns.OWL + "Class"))


def sh(name: str) -> NamedNode:
    """Term of SHACL."""
    return NamedNode(ns.SHACL + name)


class BeyondFastPath(Exception):
    """A shape asks for something that only pySHACL knows; the text says what."""


class Index:
    """Triples by subject and predicate.

    Args:
        triples: Quads or triples; graphs are joined.
    """

    def __init__(self, triples: Iterable[Quad | Triple]) -> None:
        self._values: dict[Term, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for one in triples:
            values = self._values[one.subject][one.predicate.value]
            if one.object not in values:
                values.append(one.object)

    def values(self, subject: Term, predicate: NamedNode) -> list[Term]:
        """Objects, sorted."""
        return sorted(self._values.get(subject, {}).get(predicate.value, ()), key=str)

    def value(self, subject: Term, predicate: NamedNode) -> Term | None:
        """First object in order, or None."""
        return next(iter(self.values(subject, predicate)), None)

    def items(self, head: Term) -> list[Term]:
        """Members of an RDF list."""
        found: list[Term] = []
        seen: set[Term] = set()
        while head != _NIL and head not in seen:
            seen.add(head)
            first, rest = self.value(head, _FIRST), self.value(head, _REST)
            if first is None or rest is None:
                break
            found.append(first)
            head = rest
        return found

    def predicates(self, subject: Term) -> frozenset[str]:
        """IRIs of the predicates that a subject has."""
        return frozenset(self._values.get(subject, ()))

    def subjects(self, predicate: NamedNode) -> list[Term]:
        """Subjects with a predicate, sorted."""
        return sorted((one for one, values in self._values.items() if predicate.value in values), key=str)


@dataclass(frozen=True, slots=True)
class Path:
    """A property path.

    Attributes:
        sparql: As SPARQL writes it, with IRIs in full.
        shown: As results show it: an IRI, `(first second)` for a sequence, `^iri`, `(one|other)`, `iri*`.
        simple: Whether it is one predicate, so that no value comes twice.
    """

    sparql: str
    shown: str
    simple: bool


_REPEATED: Final = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}


def path_of(index: Index, node: Term) -> Path:
    """The path that a node of a shapes graph, or of a report, stands for.

    Raises:
        BeyondFastPath: It is no path of SHACL.
    """
    if isinstance(node, NamedNode):
        return Path(f"<{node.value}>", node.value, simple=True)
    steps = [path_of(index, one) for one in index.items(node)]
    if steps:
        shown = f"({' '.join(one.shown for one in steps)})"
        return Path(f"({'/'.join(one.sparql for one in steps)})", shown, simple=False)
    inverse = index.value(node, sh("inversePath"))
    if inverse is not None:
        inner = path_of(index, inverse)
        return Path(f"(^{inner.sparql})", f"^{inner.shown}", simple=inner.simple)
    either = index.value(node, sh("alternativePath"))
    if either is not None:
        ways = [path_of(index, one) for one in index.items(either)]
        return Path(
            f"({'|'.join(one.sparql for one in ways)})", f"({'|'.join(one.shown for one in ways)})", simple=False
        )
    for name, sign in _REPEATED.items():
        repeated = index.value(node, sh(name))
        if repeated is not None:
            inner = path_of(index, repeated)
            return Path(f"({inner.sparql}{sign})", f"{inner.shown}{sign}", simple=False)
    raise BeyondFastPath("a path of an unknown form")


@dataclass(frozen=True, slots=True)
class Select:
    """A constraint in SPARQL.

    Attributes:
        text: The query with its prefixes.
        messages: Language tag → message with placeholders.
    """

    text: str
    messages: Mapping[str, str]


Parameter = Term | int | tuple[Term, ...] | tuple[str, str] | tuple["Shape", ...] | tuple["Shape", int] | Select
"""What a constraint asks for: a term, a number, members of a list, pattern and flags, shapes, a shape and how often, or
a query."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """One demand of a shape.

    Attributes:
        name: Local name of its parameter (`minCount`), `qualifiedMinCount` with its shape.
        component: Local name of its component (`MinCountConstraintComponent`).
        parameter: What it asks for.
    """

    name: str
    component: str
    parameter: Parameter


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape or property shape.

    Attributes:
        iri: Its IRI, or an empty string.
        path: None for a node shape.
        severity: Local name of its severity.
        messages: Language tag → message; without a tag as an empty string.
        targets: Kind of target (`targetClass`) and what it points at.
        constraints: What it demands.
        properties: Its property shapes.
    """

    iri: str
    path: Path | None
    severity: str
    messages: Mapping[str, str]
    targets: tuple[tuple[str, NamedNode | Literal], ...]
    constraints: tuple[Constraint, ...]
    properties: tuple[Shape, ...]


TARGETS: Final = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
_SAID: Final = frozenset(
    {"message", "name", "description", "order", "group", "severity", "path", "property", "deactivated", *TARGETS}
)
_ONE_TERM: Final = (
    *("class", "datatype", "nodeKind", "equals", "disjoint", "lessThan", "lessThanOrEquals", "hasValue"),
    *("minInclusive", "maxInclusive", "minExclusive", "maxExclusive", "uniqueLang"),
)
_NUMBERS: Final = ("minCount", "maxCount", "minLength", "maxLength")
_LISTS: Final = ("in", "languageIn")
_SHAPES: Final = ("and", "or", "xone")
_QUALIFIED: Final = ("qualifiedMinCount", "qualifiedMaxCount")
_PARAMETERS: Final = frozenset(
    {*_ONE_TERM, *_NUMBERS, *_LISTS, *_SHAPES, *_QUALIFIED, "qualifiedValueShape", "not", "node", "pattern", "flags"}
    | {"sparql"}
)
_COMPONENTS: Final = {"sparql": "SPARQLConstraintComponent"}


def component_of(parameter: str) -> str:
    """Local name of the component that a parameter belongs to.

    >>> component_of("minCount")
    'MinCountConstraintComponent'
    """
    return _COMPONENTS.get(parameter, f"{parameter[:1].upper()}{parameter[1:]}ConstraintComponent")


def shapes_of(index: Index) -> tuple[Shape, ...]:
    """All shapes of a shapes graph that have targets, by IRI.

    Raises:
        BeyondFastPath: One of them, or the graph, has something that the fast way does not know.
    """
    found = {one for name in TARGETS for one in index.subjects(sh(name))}
    shapes = {one for name in (*_PARAMETERS, "property") for one in index.subjects(sh(name))}
    for one in shapes:
        if any(kind in index.values(one, ns.TYPE) for kind in CLASSES):
            raise BeyondFastPath("a shape that is its own target class")
    for name in ("target", "rule", "values", "entailment"):
        if index.subjects(sh(name)):
            raise BeyondFastPath(f"sh:{name}")
    reader = _Reader(index)
    return tuple(
        shape for one in sorted(found, key=str) if not reader.is_off(one) for shape in (reader.shape(one, outer=True),)
    )


class _Reader:
    """Reads shapes; one within another only as far as they look at one value."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def is_off(self, node: Term) -> bool:
        """Whether a shape or constraint is deactivated."""
        off = self._index.value(node, sh("deactivated"))
        return isinstance(off, Literal) and off.value in ("true", "1")

    def shape(self, node: Term, *, outer: bool) -> Shape:
        index = self._index
        names = [one.removeprefix(ns.SHACL) for one in index.predicates(node) if one.startswith(ns.SHACL)]
        unknown = sorted(name for name in names if name not in _SAID and name not in _PARAMETERS)
        if unknown:
            raise BeyondFastPath(f"sh:{unknown[0]}")
        where = index.value(node, sh("path"))
        inner = [one for one in index.values(node, sh("property")) if not self.is_off(one)]
        if not outer and (where is not None or inner or "sparql" in names):
            raise BeyondFastPath("a shape within another that looks further than at one value")
        if where is not None and (inner or "sparql" in names):
            raise BeyondFastPath("a property shape with a property shape or query of its own")
        severity = index.value(node, sh("severity"))
        return Shape(
            iri=node.value if isinstance(node, NamedNode) else "",
            path=None if where is None else path_of(index, where),
            severity=severity.value.removeprefix(ns.SHACL) if isinstance(severity, NamedNode) else "Violation",
            messages=messages_of(index, node),
            targets=tuple(
                (name, target)
                for name in TARGETS
                for target in index.values(node, sh(name))
                if isinstance(target, NamedNode | Literal)
            ),
            constraints=tuple(self._constraints(node)),
            properties=tuple(self._property(one) for one in inner),
        )

    def _property(self, node: Term) -> Shape:
        shape = self.shape(node, outer=True)
        if shape.path is None:
            raise BeyondFastPath("a property shape without a path")
        return shape

    def _constraints(self, node: Term) -> Iterable[Constraint]:
        def each(names: Iterable[str], parameter: Callable[[Term], Parameter]) -> Iterable[Constraint]:
            for name in names:
                for value in self._index.values(node, sh(name)):
                    yield Constraint(name, component_of(name), parameter(value))

        def inner(value: Term) -> Shape:
            if self.is_off(value):
                raise BeyondFastPath("a deactivated shape within another")
            return self.shape(value, outer=False)

        yield from (one for one in each(_ONE_TERM, lambda value: value) if not _says_nothing(one))
        yield from each(_NUMBERS, _number)
        yield from each(_LISTS, lambda value: tuple(self._index.items(value)))
        yield from each(_SHAPES, lambda value: tuple(inner(one) for one in self._index.items(value)))
        yield from each(("not", "node"), lambda value: (inner(value),))
        flags = self._index.value(node, sh("flags"))
        yield from each(("pattern",), lambda value: (_text(value), _text(flags) if flags else ""))
        qualified = self._index.value(node, sh("qualifiedValueShape"))
        if qualified is not None:
            shape = inner(qualified)
            yield from each(_QUALIFIED, lambda value: (shape, _number(value)))
        yield from (
            Constraint("sparql", component_of("sparql"), self._select(one, node))
            for one in self._index.values(node, sh("sparql"))
            if not self.is_off(one)
        )

    def _select(self, node: Term, shape: Term) -> Select:
        if {name for name, _ in self._targets(shape)} != {"targetNode"}:
            raise BeyondFastPath("a query for each focus node")
        if self._index.values(shape, sh("message")):
            raise BeyondFastPath("a message beside that of a query")
        declared = [
            (one, name)
            for ontology in self._index.values(node, sh("prefixes"))
            for one in self._index.values(ontology, sh("declare"))
            if (name := self._index.value(one, sh("prefix"))) is not None
        ]
        head = "".join(
            f"PREFIX {_text(name)}: <{_text(self._index.value(one, sh('namespace')))}>\n" for one, name in declared
        )
        text = self._index.value(node, sh("select"))
        if text is None:
            raise BeyondFastPath("a query that is no sh:select")
        return Select(head + _text(text), messages_of(self._index, node))

    def _targets(self, node: Term) -> Iterable[tuple[str, Term]]:
        return ((name, one) for name in TARGETS for one in self._index.values(node, sh(name)))


def messages_of(index: Index, node: Term) -> dict[str, str]:
    """Language tag → message of a shape or constraint."""
    found = (one for one in index.values(node, sh("message")) if isinstance(one, Literal))
    return {one.language or "": one.value for one in found}


def _says_nothing(one: Constraint) -> bool:
    return one.name == "uniqueLang" and isinstance(one.parameter, Literal) and one.parameter.value not in ("true", "1")


def _number(value: Term) -> int:
    try:
        return int(_text(value))
    except ValueError as error:
        raise BeyondFastPath(f"{value!s:.80} as a number") from error


def _text(value: Term | None) -> str:
    if isinstance(value, Literal | NamedNode | BlankNode):
        return value.value
    raise BeyondFastPath("a value that is no text")
