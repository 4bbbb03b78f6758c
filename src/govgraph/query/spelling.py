"""Names in a SPARQL text that stand for nothing: prefixes that nobody declares, terms that no ontology has."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from govgraph.model import NAMESPACE
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.namespaces import prefixes
from govgraph.rdf.schema import load_schema
from govgraph.rdf.sparql import named

_TAGS: Final = ("de", "en")
_STRING: Final = re.compile(r"""(?<![\\"'])(?P<quote>["'])(?P<words>[^"'\\\n]+)(?P=quote)(?![@"']|\^\^)""")


@dataclass(frozen=True, slots=True)
class UnknownTerm:
    """A term of the namespace of govgraph that a query names, and neither the ontology nor the graph has.

    Attributes:
        name: Its local name (`chairz`).
        nearest: Local name of the term that is written most like it, or an empty string.
    """

    name: str
    nearest: str


def unknown_prefixes(sparql: str) -> tuple[str, ...]:
    """Prefixes, without their colon, that a query uses without declaring them and that are not known, in its order."""
    found = named(sparql, prefixes())
    return tuple(dict.fromkeys(name.partition(":")[0] for name, iri in found.items() if iri is None))


def unknown_terms(store: GraphReader, sparql: str) -> tuple[UnknownTerm, ...]:
    """Terms of govgraph's namespace that nothing can fit, in the order of the query.

    Args:
        store: The graph; terms that it uses are known, whoever made them.
        sparql: A query.
    """
    known = load_schema().labels
    found: dict[str, UnknownTerm] = {}
    for iri in named(sparql, prefixes()).values():
        name = (iri or "").removeprefix(NAMESPACE)
        if iri is None or name in ("", iri) or name in known or _is_used(store, iri):
            continue
        near = difflib.get_close_matches(name, sorted(known), n=1)
        found[name] = UnknownTerm(name, near[0] if near else "")
    return tuple(found.values())


def _is_used(store: GraphReader, iri: str) -> bool:
    try:
        node = NamedNode(iri)
    except ValueError:
        return False
    return any(
        next(quads, None) is not None
        for quads in (store.match(None, node), store.match(None, None, node), store.match(node))
    )


def untagged_labels(store: GraphReader, sparql: str) -> tuple[str, ...]:
    """Strings of a query that the graph has with a language only, as they have to be written there: `"OZG"@de`."""
    found: dict[str, None] = {}
    for one in _STRING.finditer(sparql):
        words = one["words"]
        if words and next(store.match(None, None, Literal(words)), None) is None:
            tags = (
                tag for tag in _TAGS if next(store.match(None, None, Literal(words, language=tag)), None) is not None
            )
            found.update({f'"{words}"@{tag}': None for tag in tags})
    return tuple(found)
