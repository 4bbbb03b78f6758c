"""The part of the reference data that a graph needs: what its articles name, and what that stands under.

Reference data are those of the ontology and what a user's own lexicon files add.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from govgraph.errors import VocabularyError
from govgraph.model import BASE
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import Term
from govgraph.rdf.literals import node
from govgraph.vocabulary.resources import REFERENCE

FILES: Final = (*(f"{name}.ttl" for name in REFERENCE), "roles.ttl", "duties.ttl")

_LINKS: Final = (
    *("belongsTo", "capital", "impliesMembershipIn", "jurisdiction", "owner", "partOf", "seat"),
    *("transferredFrom", "transferredTo"),
)
_UPWARD: Final = frozenset({ns.BROADER, ns.IN_SCHEME, *map(ns.gov, _LINKS)})
_NAME_OF: Final = ns.gov("nameOf")
_TRANSFERS: Final = (ns.gov("transferredFrom"), ns.gov("transferredTo"))
_GIVEN: Final = ns.gov("GivenByUser")
_LABELS: Final = (
    ns.PREF_LABEL,
    ns.ALT_LABEL,
    ns.HIDDEN_LABEL,
    *(ns.gov(name) for name in ("abbreviation", "feminineLabel", "pluralLabel", "shortLabel")),
)

_BENT: Final = (ns.gov("genitiveForm"), ns.gov("invariantForm"))


class Reference:
    """Reference data, held once and looked up by IRI.

    The files name things under the usual base; a graph with a base of its own gets them under that.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def labels(self, iri: str, base: str = BASE) -> frozenset[str]:
        """All labels of a thing, German or not; empty if the reference data do not hold it."""
        return self._texts(iri, base, _LABELS)

    def bent(self, iri: str, base: str = BASE) -> frozenset[str]:
        """Genitives of a thing's name, and the adjective in -er."""
        return self._texts(iri, base, _BENT)

    def _texts(self, iri: str, base: str, predicates: Iterable[NamedNode]) -> frozenset[str]:
        subject = node(_moved(iri, base, BASE))
        return frozenset(
            quad.object.value
            for predicate in predicates
            for quad in self._store.quads_for_pattern(subject, predicate, None)
            if isinstance(quad.object, Literal)
        )

    def name(self, iri: str, base: str = BASE) -> str | None:
        """Preferred German label of a thing, or None if the reference data do not hold it."""
        found = self._store.quads_for_pattern(node(_moved(iri, base, BASE)), ns.PREF_LABEL, None)
        german = (one.object for one in found if isinstance(one.object, Literal) and one.object.language == "de")
        return min((label.value for label in german), default=None)

    def quads(self, wanted: Iterable[str], base: str = BASE) -> set[Quad]:
        """Quads of the reference graph: about the wanted things and all that they stand under.

        The names that things had and the duties that they gave or got belong to them.
        Links to things outside of that are left out, so no IRI of the graph is without a label; so are blank nodes,
        which have no name that stays the same.
        """
        about: dict[NamedNode, list[Quad]] = {}
        open_ = [node(_moved(iri, base, BASE)) for iri in wanted]
        while open_:
            subject = open_.pop()
            if subject in about:
                continue
            about[subject] = list(self._store.quads_for_pattern(subject, None, None))
            for predicate in (_NAME_OF, *_TRANSFERS):
                told = self._store.quads_for_pattern(None, predicate, subject)
                open_.extend(quad.subject for quad in told if isinstance(quad.subject, NamedNode))
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


def load_reference(folder: Path, lexicon: Sequence[Path] = ()) -> Reference:
    """Reference data of an ontology folder and of lexicon files; parsed once for each state of the files.

    A thing that a lexicon file names without `dcterms:source` gets `gov:GivenByUser`: the shapes ask of whatever
    no article states that it says where it is from.

    Raises:
        VocabularyError: A file is missing or no Turtle.
    """
    own = tuple(_stamped(path) for name in FILES if (path := folder / name).is_file())
    return _load(own, tuple(_stamped(path) for path in lexicon))


_Stamped = tuple[Path, int, int]


def _stamped(path: Path) -> _Stamped:
    try:
        found = path.stat()
    except OSError as error:
        raise VocabularyError(f"{path}: {error.strerror}; give a readable Turtle file") from error
    return (path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _load(own: tuple[_Stamped, ...], lexicon: tuple[_Stamped, ...]) -> Reference:
    store = Store()
    for path, _, _ in own:
        _fill(store, path)
    if lexicon:
        added = Store()
        for path, _, _ in lexicon:
            _fill(added, path)
        store.extend(added)
        named = {quad.subject for quad in added.quads_for_pattern(None, ns.PREF_LABEL, None)}
        unsourced = (one for one in named if next(store.quads_for_pattern(one, ns.SOURCE, None), None) is None)
        store.extend([Quad(one, ns.SOURCE, _GIVEN) for one in unsourced])
    return Reference(store)


def _fill(store: Store, path: Path) -> None:
    try:
        store.bulk_load(path=path, format=RdfFormat.TURTLE)
    except (SyntaxError, ValueError, OSError) as error:
        raise VocabularyError(f"{path.name} is no Turtle: {error}; correct the file") from error


def _dangling(quad: Quad, held: set[NamedNode]) -> bool:
    value = quad.object
    if isinstance(value, NamedNode):
        return value.value.startswith(f"{BASE}/") and value not in held
    return not isinstance(value, Literal)


def _moved(iri: str, old: str, new: str) -> str:
    return new + iri[len(old) :] if old != new and iri.startswith(f"{old}/") else iri


def _rebased(term: Term, base: str) -> Term:
    return node(_moved(term.value, BASE, base)) if isinstance(term, NamedNode) and base != BASE else term
