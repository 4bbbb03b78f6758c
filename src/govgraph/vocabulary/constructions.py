"""What the constructions are that statements were read by, for whoever asks: reading itself does without this."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import pyoxigraph as ox

from govgraph.errors import VocabularyError
from govgraph.model import NAMESPACE
from govgraph.vocabulary.resources import ontology_dir, stamped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_CONSTRUCTION, _EVOKES = ox.NamedNode(f"{NAMESPACE}Construction"), f"{NAMESPACE}evokes"


@dataclass(frozen=True, slots=True)
class Construction:
    """A way to read statements that is no frame.

    Attributes:
        name: What a statement has as its rule: `own-work`.
        labels: Language → a plain name.
        definitions: Language → what in the text it reads, and what statement results.
        evokes: Local names of the predicates that can result, sorted; none where any can.
        examples: Sentences that it reads, sorted, with both ends of a statement marked: `[Ulm]¹ taufte … [Emil]²`.
    """

    name: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    evokes: tuple[str, ...]
    examples: tuple[str, ...]


def load_constructions() -> Mapping[str, Construction]:
    """Constructions of the ontology by name, in the order of the file.

    Raises:
        VocabularyError: The file is missing or no Turtle, or a construction has no name.
    """
    return _load(*stamped([ontology_dir() / "constructions.ttl"]))


@lru_cache(maxsize=2)
def _load(file: tuple[Path, int, int]) -> Mapping[str, Construction]:
    path = file[0]
    told: dict[str, dict[str, list[ox.Literal | ox.NamedNode]]] = {}
    try:
        for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.Literal | ox.NamedNode):
                values = told.setdefault(triple.subject.value, defaultdict(list))
                values[triple.predicate.value].append(triple.object)
    except (SyntaxError, ValueError) as error:
        raise VocabularyError(f"{path}: not readable as Turtle ({error}); mend the file") from error
    found = {}
    for iri, values in told.items():
        if _CONSTRUCTION in values[_TYPE]:
            if len(values[f"{_SKOS}notation"]) != 1:
                raise VocabularyError(f"{path.name}: {iri} has not one skos:notation; give the name of its rule")
            name = values[f"{_SKOS}notation"][0].value
            found[name] = Construction(
                name,
                _by_language(values[f"{_SKOS}prefLabel"]),
                _by_language(values[f"{_SKOS}definition"]),
                tuple(sorted(value.value.removeprefix(NAMESPACE) for value in values[_EVOKES])),
                tuple(sorted(value.value for value in values[f"{_SKOS}example"])),
            )
    return MappingProxyType(found)


def _by_language(values: list[ox.Literal | ox.NamedNode]) -> Mapping[str, str]:
    return MappingProxyType({v.language: v.value for v in values if isinstance(v, ox.Literal) and v.language})
