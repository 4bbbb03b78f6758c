"""What is known of services beforehand, from `ontology/reconciliation.ttl` and a user's own files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pyoxigraph as ox

from govgraph.errors import VocabularyError
from govgraph.linking.values import Service
from govgraph.model import NAMESPACE
from govgraph.rdf.namespaces import TYPE, gov
from govgraph.rdf.schema import Schema, load_schema
from govgraph.vocabulary.resources import ontology_dir, stamped

_FILE: Final = "reconciliation.ttl"
_Stamped = tuple[Path, int, int]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the services of one identifier space.

    Attributes:
        prefixes: Beginnings of its IRIs, the one to write first.
        types: Local name of a class → identifier of a type.
        properties: Local name of a class → local name of a property → identifier of the service's property.
    """

    prefixes: tuple[str, ...] = ()
    types: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def known_service(spaces: Iterable[str], lexicon: Sequence[Path] = ()) -> Known:
    """What is known of a service, by what its manifest says of its identifiers; nothing if it is a stranger.

    Raises:
        VocabularyError: A file is missing or no Turtle, or a mapping in it is incomplete.
    """
    wanted = set(spaces)
    described = _load(tuple(stamped([ontology_dir() / _FILE, *lexicon])))
    return next((one for one in described if wanted.intersection(one.prefixes)), Known())


def type_for(kind: str, known: Known, service: Service) -> str | None:
    """Type of the service for a class of ours.

    That of the mapping for the class or the nearest above it; else a default type of the service with the name of
    one of these; else the only default type; else none.

    Args:
        kind: Local name of the class.
        known: What is known of the service.
        service: What its manifest says.
    """
    schema = load_schema()
    line = _line(kind, schema)
    mapped = next((known.types[one] for one in line if one in known.types), None)
    if mapped is not None:
        return mapped
    for one in line:
        names = {one.casefold(), *(label.casefold() for label in schema.labels.get(one, {}).values())}
        for offered in service.types:
            if {offered.id.casefold(), offered.name.casefold()} & names:
                return offered.id
    return service.types[0].id if len(service.types) == 1 else None


def properties_for(kind: str, known: Known) -> Mapping[str, str]:
    """Local name of a property → identifier of the service's, for a class and all above it."""
    found: dict[str, str] = {}
    for one in reversed(_line(kind, load_schema())):
        found.update(known.properties.get(one, {}))
    return found


def _line(kind: str, schema: Schema) -> tuple[str, ...]:
    """The class and those above it, nearest first."""
    line, open_ = [], [kind]
    while open_:
        name = open_.pop(0)
        if name not in line:
            line.append(name)
            open_.extend(schema.parents.get(name, ()))
    return tuple(line)


@lru_cache(maxsize=4)
def _load(files: tuple[_Stamped, ...]) -> tuple[Known, ...]:
    # what a user's file says of a space goes before what the ontology says
    return tuple(one for path, _, _ in reversed(files) for one in _described(path))


def _described(path: Path) -> list[Known]:
    values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    services = set()
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            value = quad.object
            values[str(quad.subject)][quad.predicate.value].append(
                value.value if isinstance(value, ox.Literal | ox.NamedNode) else str(value)
            )
            if quad.predicate == TYPE and value == gov("ReconciliationService"):
                services.add(str(quad.subject))
    except (SyntaxError, ValueError, OSError) as error:
        raise VocabularyError(f"{path}: not readable as Turtle ({error}); mend the file or leave it out") from error

    def one(subject: str, name: str) -> str:
        found = values[subject].get(NAMESPACE + name, [])
        if len(found) != 1:
            raise VocabularyError(f"{path}: a mapping has {len(found)} values of gov:{name}; give one")
        return found[0].removeprefix(NAMESPACE)

    out = []
    for service in sorted(services):
        own = values[service]
        first, others = own.get(NAMESPACE + "canonicalSpace", []), sorted(own.get(NAMESPACE + "identifierSpace", []))
        properties: dict[str, dict[str, str]] = defaultdict(dict)
        for mapping in own.get(NAMESPACE + "propertyMapping", []):
            properties[one(mapping, "mappedClass")][one(mapping, "mappedProperty")] = one(mapping, "externalId")
        types = {one(each, "mappedClass"): one(each, "externalId") for each in own.get(NAMESPACE + "typeMapping", [])}
        prefixes = tuple(dict.fromkeys((*sorted(first), *others)))
        out.append(Known(prefixes, MappingProxyType(types), MappingProxyType(properties)))
    return out
