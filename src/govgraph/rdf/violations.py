"""What a report of SHACL says, in words for a person: who is at fault, what it is called, where it was read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govgraph.model import NAMESPACE
from govgraph.rdf import namespaces as ns

if TYPE_CHECKING:
    import rdflib
    from pyoxigraph import NamedNode
    from rdflib.term import Node

_SH: Final = "http://www.w3.org/ns/shacl#"
_SEVERITIES: Final = ("Violation", "Warning", "Info")
_PLACEHOLDER: Final = re.compile(r"\{[?$]\w+\}")
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Violation:
    """One result of validation.

    Attributes:
        focus: IRI (or `_:` label) of the node that breaks a shape. A rule that looks at the whole graph is run once,
            on a class; its focus is the node that it found.
        path: IRI of the property concerned, a path in brackets, or an empty string if it is the node itself.
        value: The value at fault, or an empty string.
        severity: `Violation`, `Warning` or `Info`.
        message_de: What is wrong and what to do, in German.
        message_en: The same in English.
        shape: IRI of the shape, or the constraint that was broken where the shape has none.
        name: What the node is called: its German label; for statements and tenures the labels of what they join,
            for evidence its quote; cut after 80 characters. Empty for a node that the graph does not name.
        page: Path or address of the page that a statement, tenure, evidence or article was read from, or an empty
            string.
    """

    focus: str
    path: str
    value: str
    severity: str
    message_de: str
    message_en: str
    shape: str
    name: str = ""
    page: str = ""


def violations(report: rdflib.Graph, shapes: rdflib.Graph, graph: rdflib.Graph) -> tuple[Violation, ...]:
    """Results of a report by pySHACL: by severity, then focus node, path, value and shape.

    Args:
        report: The report.
        shapes: The shapes that it is about.
        graph: The graph that it is about; names are looked up there.
    """
    return tuple(sorted(_results(report, _Rules(shapes), _Names(graph)), key=_order))


class _Rules:
    """What the shapes graph says and a report leaves out."""

    def __init__(self, shapes: rdflib.Graph) -> None:
        import rdflib

        sh = rdflib.Namespace(_SH)
        self._graph_wide = set(shapes.subject_objects(sh.targetNode))
        self._wordings: dict[Node, list[tuple[str, re.Pattern[str]]]] = defaultdict(list)
        for shape, rule in shapes.subject_objects(sh.sparql):
            for message in sorted(shapes.objects(rule, sh.message), key=str):
                if isinstance(message, rdflib.Literal) and message.language:
                    self._wordings[shape].append((message.language, _as_pattern(str(message))))

    def is_graph_wide(self, shape: Node | None, focus: Node | None) -> bool:
        """Whether a shape is run once, on this node, to look at the whole graph."""
        return (shape, focus) in self._graph_wide

    def language(self, shape: Node | None, message: rdflib.Literal) -> str:
        """Language of a message. pySHACL drops that of messages that it has filled in: their wording tells it."""
        if message.language or shape is None:
            return message.language or ""
        return next((code for code, wording in self._wordings.get(shape, ()) if wording.fullmatch(str(message))), "")


def _as_pattern(template: str) -> re.Pattern[str]:
    """Matches a message of SHACL whose placeholders, `{?name}` or `{$name}`, are filled in."""
    return re.compile(".*".join(map(re.escape, _PLACEHOLDER.split(template))), re.DOTALL)


class _Names:
    """What a graph calls its nodes."""

    def __init__(self, graph: rdflib.Graph) -> None:
        self._graph = graph

    def name(self, node: Node | None) -> str:
        joined = [self._label(one) for one in self._joined(node)]
        if not joined:
            return _short(self._label(node) or self._literal(node, ns.gov("quote")) or self._literal(node, ns.HEADLINE))
        return " – ".join(one for one in joined if one)

    def page(self, node: Node | None) -> str:
        own = self._literal(node, ns.gov("source"))
        article = self._first(node, ns.DERIVED_FROM) or self._first(node, ns.gov("article"))
        return own or self._literal(article, ns.gov("source"))

    def _joined(self, node: Node | None) -> list[Node]:
        for parts in ((ns.SUBJECT, ns.PREDICATE, ns.OBJECT), (ns.MEMBER, ns.ROLE, ns.ORGANIZATION)):
            found = [self._first(node, part) for part in parts]
            if found[0] is not None:
                return [one for one in found if one is not None]
        return []

    def _label(self, node: Node | None) -> str:
        if str(node).startswith(NAMESPACE):
            return f"gov:{str(node).removeprefix(NAMESPACE)}"
        return self._literal(node, ns.PREF_LABEL)

    def _literal(self, node: Node | None, predicate: NamedNode) -> str:
        """First value in order, German before others."""
        found = sorted((getattr(one, "language", None) != "de", str(one)) for one in self._values(node, predicate))
        return found[0][1] if found else ""

    def _first(self, node: Node | None, predicate: NamedNode) -> Node | None:
        return min(self._values(node, predicate), key=str, default=None)

    def _values(self, node: Node | None, predicate: NamedNode) -> list[Node]:
        import rdflib

        return [] if node is None else list(self._graph.objects(node, rdflib.URIRef(predicate.value)))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _results(report: rdflib.Graph, rules: _Rules, names: _Names) -> Iterator[Violation]:
    import rdflib

    sh = rdflib.Namespace(_SH)

    def text(node: Node | None) -> str:
        if node is None:
            return ""
        return f"_:{node}" if isinstance(node, rdflib.BNode) else str(node)

    def path(node: Node | None) -> str:
        if isinstance(node, rdflib.BNode):
            steps = [text(step) for step in report.items(node)]
            return "(" + " ".join(steps) + ")" if steps else "(path)"
        return text(node)

    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        shape, focus, value = (report.value(result, one) for one in (sh.sourceShape, sh.focusNode, sh.value))
        messages = {
            rules.language(shape, one) or "en": str(one)
            for one in sorted(report.objects(result, sh.resultMessage), key=str)
            if isinstance(one, rdflib.Literal)
        }
        english = messages.get("en") or messages.get("de") or ""
        component = text(report.value(result, sh.sourceConstraintComponent))
        if value is not None and (value == focus or rules.is_graph_wide(shape, focus)):
            focus, value = value, None
        yield Violation(
            focus=text(focus),
            path=path(report.value(result, sh.resultPath)),
            value=text(value),
            severity=text(report.value(result, sh.resultSeverity)).removeprefix(_SH),
            message_de=messages.get("de") or english,
            message_en=english,
            # names of blank nodes change from run to run
            shape=component if isinstance(shape, rdflib.BNode) else text(shape),
            name=names.name(focus),
            page=names.page(focus),
        )


def _order(one: Violation) -> tuple[int, str, str, str, str, str]:
    rank = _SEVERITIES.index(one.severity) if one.severity in _SEVERITIES else len(_SEVERITIES)
    return (rank, one.focus, one.path, one.value, one.shape, one.message_en)
