"""Rules for contradictions: SHACL shapes with a SPARQL query, read from `ontology/rules` and from files of a user."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from govgraph.errors import VocabularyError
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import Term
from govgraph.vocabulary.resources import ontology_dir

SEVERITIES: Final = ("Violation", "Warning", "Info")
"""Local names of the severities of SHACL, the gravest first."""

PLACEHOLDER: Final = re.compile(r"\{[?$](\w+)\}")

_TARGETS: Final = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")
_IGNORED: Final = (ns.LABEL.value, ns.RDFS + "comment", ns.RDFS + "seeAlso", ns.RDFS + "isDefinedBy", ns.TYPE.value)
_UNSUPPORTED: Final = re.compile(r"[?$](?:PATH|shapesGraph|currentShape)\b")


@dataclass(frozen=True, slots=True)
class Target:
    """What a rule looks at: `kind` is the local name of a target of SHACL, `iri` its value."""

    kind: str
    iri: str


@dataclass(frozen=True, slots=True)
class Search:
    """One query of a rule.

    Attributes:
        sparql: SELECT with its prefixes. It projects `?this` unless it looks at the graph as a whole.
        message_de: What is wrong, in German, with `{?variable}` for what was found.
        message_en: The same in English.
    """

    sparql: str
    message_de: str
    message_en: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of contradiction.

    Attributes:
        name: End of its IRI: `two-holders`.
        iri: IRI of the shape.
        severity: `Violation`, `Warning` or `Info`.
        label_de: German name of the kind.
        label_en: English name of the kind.
        targets: Nodes that it is about, in order.
        searches: Its queries, in order.
    """

    name: str
    iri: str
    severity: str
    label_de: str
    label_en: str
    targets: tuple[Target, ...]
    searches: tuple[Search, ...]


def load_rules(files: Sequence[Path] = (), *, folder: Path | None = None) -> tuple[Rule, ...]:
    """Rules of the ontology and of files of one's own, by name.

    Args:
        files: Turtle files in the form of `ontology/rules/conflicts.ttl`.
        folder: Folder with rules in the place of those that are shipped.

    Raises:
        VocabularyError: A file is missing, no Turtle, or holds a shape that is no such rule; or two rules have one
            name.
    """
    shipped = sorted((folder or ontology_dir() / "rules").glob("*.ttl"))
    found: dict[str, Rule] = {}
    for path in (*shipped, *files):
        for rule in _Reader(path).rules():
            if rule.name in found:
                raise VocabularyError(f"{path.name}: there is a rule {rule.name!r} already; give it another name")
            found[rule.name] = rule
    return tuple(found[name] for name in sorted(found))


def _sh(name: str) -> NamedNode:
    return NamedNode(ns.SHACL + name)


class _Reader:
    """Reads the rules of one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._store = Store()
        try:
            self._store.load(path=str(path), format=RdfFormat.TURTLE)
        except (OSError, SyntaxError, ValueError) as error:
            reason = getattr(error, "strerror", None) or " ".join(str(error).split())
            raise VocabularyError(f"{path}: {reason}; give a Turtle file with rules") from error

    def rules(self) -> list[Rule]:
        shapes = [quad.subject for quad in self._store.quads_for_pattern(None, ns.TYPE, _sh("NodeShape"))]
        if not shapes:
            raise VocabularyError(f"{self._path.name}: no sh:NodeShape in it; a rule is one")
        return [self._rule(shape) for shape in sorted(shapes, key=str)]

    def _rule(self, shape: Term) -> Rule:
        if not isinstance(shape, NamedNode):
            raise VocabularyError(f"{self._path.name}: a rule without IRI; its end names the kind of contradiction")
        name = re.split("[#/]", shape.value)[-1]
        known = {_sh(one).value for one in (*_TARGETS, "severity", "sparql", "deactivated")} | {*_IGNORED}
        other = {quad.predicate.value for quad in self._store.quads_for_pattern(shape, None, None)} - known
        if other:
            allowed = ", ".join(f"sh:{one}" for one in (*_TARGETS, "severity", "sparql"))
            raise self._error(name, f"{min(other)} is not understood here; allowed are {allowed}, rdfs:label")
        targets = [
            Target(kind, value.value)
            for kind in _TARGETS
            for value in self._values(shape, _sh(kind))
            if isinstance(value, NamedNode)
        ]
        if not targets:
            raise self._error(name, f"no target; give one of {', '.join(f'sh:{one}' for one in _TARGETS)}")
        searches = [self._search(name, one) for one in self._values(shape, _sh("sparql"))]
        if not searches:
            raise self._error(name, "no sh:sparql; give one with sh:select and sh:message")
        labels = self._texts(shape, ns.LABEL)
        return Rule(
            name=name,
            iri=shape.value,
            severity=self._severity(name, shape),
            label_de=labels.get("de", name),
            label_en=labels.get("en", name),
            targets=tuple(targets),
            searches=() if self._is_off(shape) else tuple(one for one in sorted(searches, key=str) if one is not None),
        )

    def _search(self, name: str, node: Term) -> Search | None:
        selects = [one.value for one in self._values(node, _sh("select")) if isinstance(one, Literal)]
        if len(selects) != 1:
            raise self._error(name, f"{len(selects)} sh:select in one sh:sparql; give exactly one")
        unsupported = _UNSUPPORTED.search(selects[0])
        if unsupported:
            raise self._error(name, f"{unsupported[0]} cannot be used; allowed are $this and variables of the query")
        messages = self._texts(node, _sh("message"))
        missing = {"de", "en"} - messages.keys()
        if missing:
            raise self._error(name, f"no sh:message with @{min(missing)}; give one in German and one in English")
        if self._is_off(node):
            return None
        return Search(self._prefixes(node) + selects[0], messages["de"], messages["en"])

    def _severity(self, name: str, shape: Term) -> str:
        found = [one.value for one in self._values(shape, _sh("severity")) if isinstance(one, NamedNode)]
        severity = (found or [ns.SHACL + SEVERITIES[0]])[0].removeprefix(ns.SHACL)
        if len(found) > 1 or severity not in SEVERITIES:
            allowed = ", ".join(f"sh:{one}" for one in SEVERITIES)
            raise self._error(name, f"severity {severity!r}; allowed is one of {allowed}")
        return severity

    def _prefixes(self, node: Term) -> str:
        """Prefixes that the file declares for a query; those of govgraph need no declaration."""
        lines = set()
        for ontology in self._values(node, _sh("prefixes")):
            for one in self._values(ontology, _sh("declare")):
                (prefix, iri) = (
                    next((value.value for value in self._values(one, _sh(part)) if isinstance(value, Literal)), "")
                    for part in ("prefix", "namespace")
                )
                lines.add(f"PREFIX {prefix}: <{iri}>\n")
        return "".join(sorted(lines))

    def _is_off(self, node: Term) -> bool:
        return any(isinstance(one, Literal) and one.value == "true" for one in self._values(node, _sh("deactivated")))

    def _texts(self, node: Term, predicate: NamedNode) -> dict[str, str]:
        """Language → text."""
        found = self._values(node, predicate)
        return {one.language: one.value for one in reversed(found) if isinstance(one, Literal) and one.language}

    def _values(self, node: Term, predicate: NamedNode) -> list[Term]:
        if isinstance(node, Literal):
            return []
        return sorted((quad.object for quad in self._store.quads_for_pattern(node, predicate, None)), key=str)

    def _error(self, name: str, reason: str) -> VocabularyError:
        return VocabularyError(f"{self._path.name}, rule {name!r}: {reason}")
