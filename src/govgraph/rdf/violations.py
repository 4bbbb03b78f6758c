"""What validation finds, in words for a person: who is at fault, what it is called, where it was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode

from govgraph.model import NAMESPACE
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import Term

_SEVERITIES: Final = ("Violation", "Warning", "Info")
_LONGEST: Final = 80

Values = Callable[[Term, NamedNode], Iterable[Term]]
"""Objects of a node and a predicate in the graph that was validated."""


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
        component: Local name of the constraint component of SHACL (`MinCountConstraintComponent`).
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
    component: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One result as an engine gives it.

    Attributes:
        focus: Focus node.
        path: Path as results show it, or an empty string.
        value: Value node, or None.
        severity: Local name of the severity.
        messages: Language tag → message.
        component: Local name of the constraint component.
        shape: IRI of the shape, or an empty string.
        wide: Whether its query looks at the whole graph on behalf of the focus node.
    """

    focus: Term
    path: str
    value: Term | None
    severity: str
    messages: Mapping[str, str]
    component: str
    shape: str
    wide: bool = False


def default_messages(name: str) -> dict[str, str]:
    """Messages of a shape that has none of its own.

    >>> default_messages("minCount")["en"]
    'This breaks sh:minCount.'
    """
    return {"de": f"Das verstößt gegen sh:{name}.", "en": f"This breaks sh:{name}."}


def violations(findings: Iterable[Finding], values: Values) -> tuple[Violation, ...]:
    """Findings in words, each once: by severity, then focus node, path, value and shape.

    Args:
        findings: What an engine has found.
        values: Looks up the graph; names are taken from there.
    """
    names = _Names(values)
    return tuple(sorted({_violation(one, names) for one in findings}, key=_order))


def _violation(one: Finding, names: _Names) -> Violation:
    english = one.messages.get("en") or one.messages.get("") or one.messages.get("de") or ""
    focus, value = one.focus, one.value
    if value is not None and (one.wide or value == focus):
        focus, value = value, None
    return Violation(
        focus=_text(focus),
        path=one.path,
        value="" if value is None else _text(value),
        severity=one.severity,
        message_de=one.messages.get("de") or english,
        message_en=english,
        # names of blank nodes change from run to run
        shape=one.shape or ns.SHACL + one.component,
        name=names.name(focus),
        page=names.page(focus),
        component=one.component,
    )


def _text(node: Term) -> str:
    if isinstance(node, BlankNode):
        return f"_:{node.value}"
    return node.value if isinstance(node, NamedNode | Literal) else str(node)


class _Names:
    """What a graph calls its nodes."""

    def __init__(self, values: Values) -> None:
        self._values = values

    def name(self, node: Term) -> str:
        joined = [self._label(one) for one in self._joined(node)]
        if not joined:
            return _short(self._label(node) or self._literal(node, ns.gov("quote")) or self._literal(node, ns.HEADLINE))
        return " – ".join(one for one in joined if one)

    def page(self, node: Term) -> str:
        own = self._literal(node, ns.gov("source"))
        article = self._first(node, ns.DERIVED_FROM) or self._first(node, ns.gov("article"))
        return own or ("" if article is None else self._literal(article, ns.gov("source")))

    def _joined(self, node: Term) -> list[Term]:
        for parts in ((ns.SUBJECT, ns.PREDICATE, ns.OBJECT), (ns.MEMBER, ns.ROLE, ns.ORGANIZATION)):
            found = [self._first(node, part) for part in parts]
            if found[0] is not None:
                return [one for one in found if one is not None]
        return []

    def _label(self, node: Term) -> str:
        if isinstance(node, NamedNode) and node.value.startswith(NAMESPACE):
            return f"gov:{node.value.removeprefix(NAMESPACE)}"
        return self._literal(node, ns.PREF_LABEL)

    def _literal(self, node: Term, predicate: NamedNode) -> str:
        """First value in order, German before others."""
        found = sorted((getattr(one, "language", None) != "de", _text(one)) for one in self._values(node, predicate))
        return found[0][1] if found else ""

    def _first(self, node: Term, predicate: NamedNode) -> Term | None:
        return min(self._values(node, predicate), key=str, default=None)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _order(one: Violation) -> tuple[int, str, str, str, str, str, str]:
    rank = _SEVERITIES.index(one.severity) if one.severity in _SEVERITIES else len(_SEVERITIES)
    return (rank, one.focus, one.path, one.value, one.shape, one.message_en, one.component)
