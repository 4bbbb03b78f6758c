"""Files of shapes that a user has written: that they are about something, and name what there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from pyoxigraph import NamedNode, Quad

from govgraph.errors import VocabularyError
from govgraph.model import NAMESPACE
from govgraph.rdf.namespaces import TYPE
from govgraph.rdf.schema import UnknownTerm, load_schema
from govgraph.rdf.shapes import CLASSES, TARGETS, sh

_ABOUT: Final = frozenset(sh(name) for name in (*TARGETS, "target"))


def check_targets(name: str, triples: Sequence[Quad]) -> None:
    """See that a file of shapes is about something.

    Args:
        name: Its name, for the error.
        triples: What it says.

    Raises:
        VocabularyError: No shape in it has a target, so that every graph would conform to it.
    """
    shapes = {one.subject for one in triples if one.predicate == TYPE and one.object == sh("NodeShape")}
    classes = {one.subject for one in triples if one.predicate == TYPE and one.object in CLASSES}
    if not shapes & classes and not any(one.predicate in _ABOUT for one in triples):
        raise VocabularyError(f"{name}: no shape with a target in it; say with sh:targetClass what a shape is about")


def unknown_in(triples: Iterable[Quad], is_used: Callable[[NamedNode], bool]) -> tuple[UnknownTerm, ...]:
    """Terms of govgraph's namespace that shapes name and neither the ontology, the shapes nor the graph has.

    Args:
        triples: What the shapes say.
        is_used: Whether the graph has a term.
    """
    held = list(triples)
    own = {one.subject for one in held}
    named = dict.fromkeys(term for one in held for term in (one.predicate, one.object) if isinstance(term, NamedNode))
    schema = load_schema()
    found = []
    for term in named:
        name = term.value.removeprefix(NAMESPACE)
        if name not in ("", term.value) and name not in schema.labels and term not in own and not is_used(term):
            found.append(schema.unknown(name))
    return tuple(sorted(found, key=lambda one: one.name))
