"""What `ontology/govgraph.ttl` says about classes and predicates: labels, and which class is under which."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from govgraph.errors import VocabularyError
from govgraph.model import NAMESPACE, EntityType
from govgraph.rdf import namespaces as ns
from govgraph.vocabulary.resources import ontology_dir


@dataclass(frozen=True, slots=True)
class UnknownTerm:
    """A term of the namespace of govgraph that somebody names, and neither the ontology nor the graph has.

    Attributes:
        name: Its local name (`chairz`).
        nearest: Local name of the term that is written most like it, or an empty string.
    """

    name: str
    nearest: str


@dataclass(frozen=True, slots=True)
class Schema:
    """Classes and predicates of the `gov:` namespace, by local name.

    Attributes:
        version: `owl:versionInfo` of the ontology, or an empty string.
        labels: Local name → language → label.
        parents: Local name of a class → local names of the classes directly above it, sorted.
        comments: Local name → language → what the ontology says of it.
        above: Local name of a class → IRIs of all classes directly above it, of other vocabularies too, sorted.
    """

    version: str = ""
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    parents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    comments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    above: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def label(self, name: str, language: str = "de") -> str:
        """Label of a class or predicate; its local name where the ontology has none in that language."""
        return self.labels.get(name, {}).get(language, name)

    def unknown(self, name: str) -> UnknownTerm:
        """A local name that the ontology lacks, with the one that is written most like it."""
        near = difflib.get_close_matches(name, sorted(self.labels), n=1)
        return UnknownTerm(name, near[0] if near else "")

    def is_below(self, kind: str, parent: str) -> bool:
        """Whether a class is another or stands under it, at any depth; both by local name."""
        open_, seen = [kind], set()
        while open_:
            name = open_.pop()
            if name == parent:
                return True
            if name not in seen:
                seen.add(name)
                open_.extend(self.parents.get(name, ()))
        return False

    def coarse(self, kind: str) -> EntityType | None:
        """Coarse type that a class is under, or None for a class that is under none.

        Of two, the nearest, then the first by name: a municipal union is a municipality, as its IRI says.
        """
        open_, seen = [kind], set()
        while open_:
            name = open_.pop(0)
            if name in _COARSE:
                return EntityType(name)
            if name not in seen:
                seen.add(name)
                open_.extend(self.parents.get(name, ()))
        return None


_COARSE = frozenset(EntityType)


def load_schema(folder: Path | None = None) -> Schema:
    """Schema of an ontology folder, or of the one that is shipped.

    Raises:
        VocabularyError: The file is no Turtle.
    """
    path = (folder or ontology_dir()) / "govgraph.ttl"
    return _load(path, path.stat().st_mtime_ns) if path.is_file() else Schema()


@lru_cache(maxsize=4)
def _load(path: Path, _stamp: int) -> Schema:
    labels: dict[str, dict[str, str]] = {}
    comments: dict[str, dict[str, str]] = {}
    parents: dict[str, list[str]] = {}
    every: dict[str, list[str]] = {}
    version = ""
    try:
        for quad in parse(path=path, format=RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if quad.predicate == ns.VERSION_INFO and isinstance(value, Literal):
                version = value.value
            name = _local(subject)
            if name is None:
                continue
            if quad.predicate == ns.LABEL and isinstance(value, Literal) and value.language:
                labels.setdefault(name, {})[value.language] = value.value
            if quad.predicate == ns.COMMENT and isinstance(value, Literal) and value.language:
                comments.setdefault(name, {})[value.language] = value.value
            if quad.predicate == ns.SUBCLASS_OF and isinstance(value, NamedNode):
                every.setdefault(name, []).append(value.value)
            above = _local(value) if quad.predicate == ns.SUBCLASS_OF else None
            if above is not None:
                parents.setdefault(name, []).append(above)
    except SyntaxError as error:
        raise VocabularyError(f"{path.name} is no Turtle: {error}; correct the file") from error
    return Schema(
        version,
        _frozen(labels),
        MappingProxyType({name: tuple(sorted(above)) for name, above in parents.items()}),
        _frozen(comments),
        MappingProxyType({name: tuple(sorted(above)) for name, above in every.items()}),
    )


def _frozen(texts: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType({name: MappingProxyType(by_language) for name, by_language in texts.items()})


def _local(term: object) -> str | None:
    if isinstance(term, NamedNode) and term.value.startswith(NAMESPACE):
        return term.value[len(NAMESPACE) :]
    return None
