"""What is known about identity and offices in time: weights of features, common surnames, kinds of roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from govgraph.errors import VocabularyError
from govgraph.model import BASE, NAMESPACE, slug
from govgraph.vocabulary.resources import ontology_dir, stamped

_FILES = ("identity.ttl", "roles.ttl")
_FEATURES = f"{BASE}/identity/"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_COMMON = f"{BASE}/list/common-surnames"
_GROUPS = f"{BASE}/list/kinds-of-groups"
_ABBREVIATIONS = f"{BASE}/list/abbreviated-groups"


@dataclass(frozen=True, slots=True)
class Identity:
    """Weights and word lists for telling people apart.

    Attributes:
        weights: Name of a feature (`same-office`) → what it adds to a score.
        labels: Name of a feature → language → label.
        ties: Features without one of which nobody is joined.
        common: Surnames that many people bear.
        folded_common: The same, in small letters with umlauts spelt out.
        groups: Ends, in small letters, of nouns for a group in which several bodies or Länder sit.
        abbreviations: Abbreviation of such a noun → the noun.
        single: IRIs of roles that have one holder at a body.
        full_time: IRIs of roles that nobody holds in two places at one time.
        join_at: Score from which two are one.
        suggest_at: Score from which two are suggested.
        margin: How much better than the next the best candidate of a doubtful name must be.
    """

    weights: Mapping[str, float]
    labels: Mapping[str, Mapping[str, str]]
    ties: frozenset[str]
    common: frozenset[str]
    folded_common: frozenset[str]
    groups: tuple[str, ...]
    abbreviations: Mapping[str, str]
    single: frozenset[str]
    full_time: frozenset[str]
    join_at: float
    suggest_at: float
    margin: float

    def under(self, base: str) -> Identity:
        """The same with roles under another base."""
        if base == BASE:
            return self

        def moved(iris: frozenset[str]) -> frozenset[str]:
            return frozenset(base + iri.removeprefix(BASE) if iri.startswith(f"{BASE}/") else iri for iri in iris)

        return replace(self, single=moved(self.single), full_time=moved(self.full_time))


def load_identity(lexicon: Sequence[Path] = ()) -> Identity:
    """Knowledge of the ontology, with what a user's own files add or set otherwise.

    Raises:
        VocabularyError: A file is missing or no Turtle, or a number in it is none.
    """
    folder = ontology_dir()
    return _load(tuple(stamped([*(folder / name for name in _FILES), *lexicon])))


@lru_cache(maxsize=4)
def _load(files: tuple[tuple[Path, int, int], ...]) -> Identity:
    # a later file wins over an earlier one for what has one value, and adds to what has many
    values: dict[str, dict[str, list[str]]] = defaultdict(dict)
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    for path, _, _ in files:
        own: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value, language in _triples(path):
            if predicate == _LABEL and subject.startswith(_FEATURES) and language:
                labels[subject.removeprefix(_FEATURES)][language] = value
            elif predicate.startswith(NAMESPACE) or predicate.endswith("#type"):
                own[subject][predicate.rpartition("#")[2]].append(value.removeprefix(NAMESPACE))
        for subject, properties in own.items():
            for name, found in properties.items():
                many = name in ("form", "type")
                values[subject][name] = [*values[subject].get(name, ()), *found] if many else found
    features = {
        one.removeprefix(_FEATURES): found
        for one, found in values.items()
        if "IdentityFeature" in found.get("type", ())
    }
    thresholds = next((one for one in values.values() if "IdentityThresholds" in one.get("type", ())), {})
    return Identity(
        weights=MappingProxyType(
            {one.removeprefix(_FEATURES): _number(found, "weight") for one, found in features.items()}
        ),
        labels=MappingProxyType({name: MappingProxyType(by_language) for name, by_language in labels.items()}),
        ties=frozenset(
            one.removeprefix(_FEATURES) for one, found in features.items() if "IdentityTie" in found["type"]
        ),
        common=frozenset(values[_COMMON].get("form", ())),
        folded_common=frozenset(slug(form) for form in values[_COMMON].get("form", ())),
        groups=tuple(sorted(values[_GROUPS].get("form", ()))),
        abbreviations=MappingProxyType(
            {short: noun for short, _, noun in (form.partition(" ") for form in values[_ABBREVIATIONS].get("form", ()))}
        ),
        single=frozenset(one for one, found in values.items() if found.get("singleHolder", ["false"])[-1] == "true"),
        full_time=frozenset(one for one, found in values.items() if found.get("fullTime", ["false"])[-1] == "true"),
        join_at=_number(thresholds, "joinAt"),
        suggest_at=_number(thresholds, "suggestAt"),
        margin=_number(thresholds, "margin"),
    )


def _triples(path: Path) -> list[tuple[str, str, str, str | None]]:
    try:
        parsed = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    except (SyntaxError, ValueError, OSError) as error:
        raise VocabularyError(f"{path}: not readable as Turtle ({error}); mend the file or leave it out") from error
    return [
        (
            one.subject.value,
            one.predicate.value,
            one.object.value,
            one.object.language if isinstance(one.object, ox.Literal) else None,
        )
        for one in parsed
        if isinstance(one.subject, ox.NamedNode) and isinstance(one.object, ox.NamedNode | ox.Literal)
    ]


def _number(found: Mapping[str, Sequence[str]], name: str) -> float:
    try:
        return float(found[name][-1])
    except (KeyError, ValueError) as error:
        raise VocabularyError(f"identity.ttl: gov:{name} is missing or no number; give one number") from error
