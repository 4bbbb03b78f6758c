"""The part of the reference data that a graph needs: what its articles name, and what that stands under."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from govgraph.errors import VocabularyError
from govgraph.model import BASE
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import Term
from govgraph.rdf.literals import node

FILES: Final = ("jurisdictions.ttl", "bodies.ttl", "programmes.ttl", "municipalities.ttl", "roles.ttl")

_UPWARD: Final = frozenset(
    {
        ns.BROADER,
        ns.IN_SCHEME,
        *(ns.gov(name) for name in ("belongsTo", "capital", "impliesMembershipIn", "jurisdiction", "partOf", "seat")),
    }
)
_LABELS: Final = (
    ns.PREF_LABEL,
    ns.ALT_LABEL,
    ns.HIDDEN_LABEL,
    *(ns.gov(name) for name in ("abbreviation", "feminineLabel", "pluralLabel", "shortLabel")),
)


class Reference:
    """Reference data, held once and looked up by IRI.

    The files name things under the usual base; a graph with a base of its own gets them under that.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def labels(self, iri: str, base: str = BASE) -> frozenset[str]:
        """All labels of a thing, German or not; empty if the reference data do not hold it."""
        subject = node(_moved(iri, base, BASE))
        return frozenset(
            quad.object.value
            for label in _LABELS
            for quad in self._store.quads_for_pattern(subject, label, None)
            if isinstance(quad.object, Literal)
        )

    def name(self, iri: str, base: str = BASE) -> str | None:
        """Preferred German label of a thing, or None if the reference data do not hold it."""
        found = self._store.quads_for_pattern(node(_moved(iri, base, BASE)), ns.PREF_LABEL, None)
        german = (one.object for one in found if isinstance(one.object, Literal) and one.object.language == "de")
        return min((label.value for label in german), default=None)

    def quads(self, wanted: Iterable[str], base: str = BASE) -> set[Quad]:
        """Quads of the reference graph: about the wanted things and all that they stand under.

        Links to things outside of that are left out, so no IRI of the graph is without a label.
        """
        about: dict[NamedNode, list[Quad]] = {}
        open_ = [node(_moved(iri, base, BASE)) for iri in wanted]
        while open_:
            subject = open_.pop()
            if subject in about:
                continue
            about[subject] = list(self._store.quads_for_pattern(subject, None, None))
            open_.extend(
                quad.object
                for quad in about[subject]
                if quad.predicate in _UPWARD and isinstance(quad.object, NamedNode)
            )
        held = {subject for subject, quads in about.items() if quads}
        return {
            Quad(node(_moved(subject.value, BASE, base)), quad.predicate, _rebased(quad.object, base), ns.REFERENCE)
            for subject in held
            for quad in about[subject]
            if not _dangling(quad, held)
        }


def load_reference(folder: Path) -> Reference:
    """Reference data of an ontology folder; parsed once for each state of the files.

    Raises:
        VocabularyError: A file is no Turtle.
    """
    paths = tuple(path for name in FILES if (path := folder / name).is_file())
    return _load(tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in paths))


@lru_cache(maxsize=4)
def _load(stamped: tuple[tuple[Path, int, int], ...]) -> Reference:
    store = Store()
    for path, _, _ in stamped:
        try:
            store.bulk_load(path=path, format=RdfFormat.TURTLE)
        except (SyntaxError, ValueError) as error:
            raise VocabularyError(f"{path.name} is no Turtle: {error}; correct the file") from error
    return Reference(store)


def _dangling(quad: Quad, held: set[NamedNode]) -> bool:
    value = quad.object
    return isinstance(value, NamedNode) and value.value.startswith(f"{BASE}/") and value not in held


def _moved(iri: str, old: str, new: str) -> str:
    return new + iri[len(old) :] if old != new and iri.startswith(f"{old}/") else iri


def _rebased(term: Term, base: str) -> Term:
    return node(_moved(term.value, BASE, base)) if isinstance(term, NamedNode) and base != BASE else term
