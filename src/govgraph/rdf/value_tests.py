"""What a shape demands of one value, as an expression of SPARQL."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode

from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import Term
from govgraph.rdf.shapes import BeyondFastPath, Constraint, Shape

_KINDS: Final = {
    "IRI": "isIRI({0})",
    "BlankNode": "isBLANK({0})",
    "Literal": "isLITERAL({0})",
    "BlankNodeOrIRI": "(isBLANK({0}) || isIRI({0}))",
    "BlankNodeOrLiteral": "(isBLANK({0}) || isLITERAL({0}))",
    "IRIOrLiteral": "(isIRI({0}) || isLITERAL({0}))",
}
_CAST: Final = frozenset({"boolean", "date", "dateTime", "double", "float", "gMonth", "gYear", "gYearMonth", "time"})
# numbers of any size; Oxigraph casts those that it can calculate with
_LEXICAL: Final = {"integer": "^[+-]?[0-9]+$", "decimal": "^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)$"}
_COMPARED: Final = {"minInclusive": ">=", "maxInclusive": "<=", "minExclusive": ">", "maxExclusive": "<"}
NAMES: Final = frozenset(
    {"class", "datatype", "nodeKind", "in", "languageIn", "pattern", "minLength", "maxLength", *_COMPARED}
    | {"and", "or", "xone", "not", "node"}
)
"""Constraints that look at one value at a time."""


class ValueTests:
    """Writes expressions.

    Args:
        below: Class → the class itself and all under it, by IRI.
    """

    def __init__(self, below: Mapping[str, frozenset[str]]) -> None:
        self._below = below
        self._numbers = itertools.count()

    def expression(self, one: Constraint, value: str) -> str:
        """Expression that is true of a value that keeps a constraint, and false or an error of one that does not.

        Args:
            one: A constraint whose name is in `NAMES`.
            value: Variable, with its `?`.

        Raises:
            BeyondFastPath: The constraint has a parameter that it cannot have.
        """
        return f"COALESCE({self._expression(one, value)}, false)"

    def of_shape(self, shape: Shape, value: str) -> str:
        """Expression that is true of a value that keeps a shape."""
        return "(" + " && ".join([self.expression(one, value) for one in shape.constraints] or ["true"]) + ")"

    def classes(self, name: str) -> list[str]:
        """IRIs of a class and all under it, sorted."""
        return sorted(self._below.get(name, frozenset({name})))

    def _expression(self, one: Constraint, value: str) -> str:
        parameter = one.parameter
        if isinstance(parameter, tuple):
            return self._of_many(one.name, parameter, value)
        if isinstance(parameter, int):
            sign = ">=" if one.name == "minLength" else "<="
            return f"(!isBLANK({value}) && STRLEN(STR({value})) {sign} {parameter})"
        if one.name == "class" and isinstance(parameter, NamedNode):
            return self._of_class(parameter.value, value)
        if one.name == "datatype" and isinstance(parameter, NamedNode):
            return _of_datatype(parameter.value, value)
        if one.name == "nodeKind" and isinstance(parameter, NamedNode):
            kind = _KINDS.get(parameter.value.removeprefix(ns.SHACL))
            if kind is not None:
                return kind.format(value)
        if one.name in _COMPARED and isinstance(parameter, Literal):
            return f"({value} {_COMPARED[one.name]} {parameter})"
        raise BeyondFastPath(f"sh:{one.name} {parameter!s:.80}")

    def _of_many(self, name: str, parameter: tuple[object, ...], value: str) -> str:
        if name == "pattern":
            pattern, flags = (str(Literal(str(one))) for one in parameter)
            return f"(!isBLANK({value}) && REGEX(STR({value}), {pattern}, {flags}))"
        if name in ("in", "languageIn"):
            ways = list(_members(name, parameter, value))
            return f"({' || '.join(ways) or 'false'})"
        shapes = [one for one in parameter if isinstance(one, Shape)]
        tests = [self.of_shape(one, value) for one in shapes]
        if name == "not":
            return f"(!{tests[0]})"
        if name == "xone":
            return f"(({' + '.join(f'IF({one}, 1, 0)' for one in tests)}) = 1)"
        if name in ("or", "and", "node"):
            return f"({(' || ' if name == 'or' else ' && ').join(tests)})"
        raise BeyondFastPath(f"sh:{name}")

    def _of_class(self, name: str, value: str) -> str:
        kind = f"?class{next(self._numbers)}"
        classes = self.classes(name)
        if len(classes) == 1:
            return f"EXISTS {{ {value} <{ns.TYPE.value}> <{classes[0]}> }}"
        listed = ", ".join(f"<{one}>" for one in classes)
        return f"EXISTS {{ {value} <{ns.TYPE.value}> {kind} FILTER({kind} IN ({listed})) }}"


def _of_datatype(datatype: str, value: str) -> str:
    """A literal of a datatype is one whose words the datatype allows."""
    same = f"DATATYPE({value}) = <{datatype}>"
    name = datatype.removeprefix(ns.XSD) if datatype.startswith(ns.XSD) else ""
    if name in _CAST:
        return f"({same} && DATATYPE(<{datatype}>(STR({value}))) = <{datatype}>)"
    if name in _LEXICAL:
        return f'({same} && REGEX(STR({value}), "{_LEXICAL[name]}"))'
    return f"({same})"


def _members(name: str, members: tuple[object, ...], value: str) -> Iterator[str]:
    for one in members:
        if name == "languageIn":
            tag = str(one.value) if isinstance(one, Literal) else ""
            yield f"LANGMATCHES(LANG({value}), {Literal(tag)})"
        else:
            yield f"SAMETERM({value}, {term(one)})"


def term(one: object) -> str:
    """A term as SPARQL writes it.

    Raises:
        BeyondFastPath: A blank node, which SPARQL cannot name.
    """
    if isinstance(one, NamedNode | Literal):
        return str(one)
    raise BeyondFastPath("a blank node as a value")


__all__ = ["NAMES", "Term", "ValueTests", "term"]
