"""SHACL by pySHACL, which knows all of it: for shapes that the fast way does not, and to hold that against."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from govgraph.errors import InputError, VocabularyError
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import Term
from govgraph.rdf.shapes import Index, messages_of, path_of, sh
from govgraph.rdf.violations import Finding, default_messages

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

_PLACEHOLDER: Final = re.compile(r"\{[?$]\w+\}")


def findings(
    data: Iterable[Quad | Triple], shapes: Iterable[Quad | Triple], schema: Iterable[Quad | Triple]
) -> Iterator[Finding]:
    """What breaks shapes.

    Args:
        data: Triples that are validated.
        shapes: A shapes graph.
        schema: Classes and properties that the shapes refer to.

    Raises:
        InputError: The data have triples about triples.
        VocabularyError: The shapes cannot be used.
    """
    # pySHACL takes half a second to import, and most commands never validate
    import pyshacl
    from pyshacl.errors import ReportableRuntimeError, ShapeLoadError

    held = list(shapes)
    try:
        _, report, text = pyshacl.validate(
            to_rdflib(data), shacl_graph=to_rdflib(held), ont_graph=to_rdflib(schema), inference="none", inplace=True
        )
    except (ReportableRuntimeError, ShapeLoadError, SyntaxError) as error:
        raise VocabularyError(f"the shapes cannot be used: {' '.join(str(error).split())}; correct them") from error
    if not isinstance(report, Iterable):
        raise VocabularyError(f"the shapes cannot be used: {' '.join(str(text).split())}; correct them")
    yield from _Report(Index(_triples(report)), Index(held)).findings()


class _Report:
    """Reads a report beside the shapes that it is about."""

    def __init__(self, report: Index, shapes: Index) -> None:
        self._report = report
        self._shapes = shapes
        self._wordings: dict[Term, list[tuple[str, re.Pattern[str]]]] = defaultdict(list)
        for shape in shapes.subjects(sh("sparql")):
            for rule in shapes.values(shape, sh("sparql")):
                for language, message in messages_of(shapes, rule).items():
                    self._wordings[shape].append((language, _as_pattern(message)))

    def findings(self) -> Iterator[Finding]:
        # results within results, sh:detail, say why a shape within another is not kept
        for report in self._report.subjects(sh("result")):
            for result in self._report.values(report, sh("result")):
                yield self._finding(result)

    def _finding(self, result: Term) -> Finding:
        report = self._report
        shape = report.value(result, sh("sourceShape"))
        focus = report.value(result, sh("focusNode"))
        path = report.value(result, sh("resultPath"))
        component = _local(report.value(result, sh("sourceConstraintComponent")))
        severity = _local(report.value(result, sh("resultSeverity")))
        if focus is None or shape is None:
            raise VocabularyError("pySHACL has given a result without a focus node or shape")
        return Finding(
            focus=focus,
            path="" if path is None else path_of(report, path).shown,
            value=report.value(result, sh("value")),
            severity=severity,
            messages=self._messages(result, shape, component),
            component=component,
            shape=shape.value if isinstance(shape, NamedNode) else "",
            wide=component == "SPARQLConstraintComponent" and focus in self._shapes.values(shape, sh("targetNode")),
        )

    def _messages(self, result: Term, shape: Term, component: str) -> dict[str, str]:
        given = messages_of(self._shapes, shape) or self._wordings.get(shape)
        if not given:
            name = component.removesuffix("ConstraintComponent")
            return default_messages("sparql" if name == "SPARQL" else name[:1].lower() + name[1:])
        messages = (one for one in self._report.values(result, sh("resultMessage")) if isinstance(one, Literal))
        return {self._language(shape, one): one.value for one in messages}

    def _language(self, shape: Term, message: Literal) -> str:
        """Language of a message. pySHACL drops that of messages that it has filled in: their wording tells it."""
        if message.language:
            return message.language
        wordings = self._wordings.get(shape, ())
        return next((code for code, wording in wordings if wording.fullmatch(message.value)), "")


def _local(node: Term | None) -> str:
    return node.value.removeprefix(ns.SHACL) if isinstance(node, NamedNode) else ""


def _as_pattern(template: str) -> re.Pattern[str]:
    """Matches a message of SHACL whose placeholders, `{?name}` or `{$name}`, are filled in."""
    return re.compile(".*".join(map(re.escape, _PLACEHOLDER.split(template))), re.DOTALL)


def to_rdflib(quads: Iterable[Quad | Triple]) -> rdflib.Graph:
    """In-memory rdflib graph of quads or triples, named graphs joined; terms keep their lexical form."""
    import rdflib

    graph = rdflib.Graph()
    # one triple in many graphs, and one term in many triples: convert each term once
    known: dict[object, Node] = {}

    def term(one: object) -> Node:
        found = known.get(one)
        if found is None:
            found = known[one] = _rdflib_term(one)
        return found

    for one in quads:
        graph.add((term(one.subject), term(one.predicate), term(one.object)))
    return graph


def _rdflib_term(one: object) -> Node:
    import rdflib

    if isinstance(one, NamedNode):
        return rdflib.URIRef(one.value)
    if isinstance(one, BlankNode):
        return rdflib.BNode(one.value)
    if isinstance(one, Literal):
        if one.language:
            return rdflib.Literal(one.value, lang=one.language)
        datatype = None if one.datatype.value.endswith("XMLSchema#string") else rdflib.URIRef(one.datatype.value)
        return rdflib.Literal(one.value, datatype=datatype, normalize=False)
    raise InputError(f"{one!s:.80} is no term of RDF 1.1; triples about triples cannot be validated")


def _triples(graph: Iterable[tuple[Node, Node, Node]]) -> Iterator[Triple]:
    for subject, predicate, value in graph:
        first, second = _term(subject), _term(predicate)
        if isinstance(first, NamedNode | BlankNode) and isinstance(second, NamedNode):
            yield Triple(first, second, _term(value))


def _term(node: Node) -> NamedNode | BlankNode | Literal:
    import rdflib

    if isinstance(node, rdflib.URIRef):
        return NamedNode(str(node))
    if isinstance(node, rdflib.BNode):
        return BlankNode(str(node))
    if isinstance(node, rdflib.Literal):
        if node.language:
            return Literal(str(node), language=node.language)
        return Literal(str(node), datatype=NamedNode(str(node.datatype)) if node.datatype else None)
    raise InputError(f"{node!s:.80} is no term of RDF 1.1")
