"""The document of the review queue: what was read, and who may be one, what is most doubtful first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import NamedNode

from govgraph.explorer.documents import proof_document
from govgraph.model import NAMESPACE, Modality, Predicate, Status
from govgraph.query import Conflict, Names, Suggestion, conflicts, suggestions
from govgraph.query.explain import HOLDS
from govgraph.query.lanes import LandReader
from govgraph.query.names import ENTITY_KINDS, kind_of
from govgraph.query.suggestions import feature_label
from govgraph.query.texts import Texts
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.quotes import QUOTE_DIGEST

Json = dict[str, Any]

UNSURE: Final = 0.75
"""What was read with less confidence is doubtful."""

_SERIOUS: Final = ("Violation", "Warning")
_LANGUAGES: Final = ("de", "en")
_LANDLESS: Final = ("person", "role")


def review(store: GraphReader, base: str) -> Json:
    """What a reviewer is shown.

    `rows` are statements and tenures: first those that contradict others, by contradiction, then by confidence, then
    by the number of independent sources that say the same, fewest first. What several articles say in the same words
    is one row. `pairs` are things that may be one, best first; `conflicts` the contradictions that rows name by their
    place; `things` what rows and pairs name by IRI: label, type and Land, the latter an IRI or empty; `words` what
    else can be meant.

    Args:
        store: The graph.
        base: What the IRIs of the graph's things begin with.
    """
    found = [one for one in conflicts(store) if one.severity in _SERIOUS]
    rows = _rows(store, found)
    pairs = suggestions(store)
    named = {iri for one in rows for iri in (one.said.subject, one.said.object)}
    named |= {thing.iri for one in pairs for thing in (one.first, one.second)}
    roles = {one.said.role for one in rows if one.said.role}
    return {
        "base": base,
        "unsure": UNSURE,
        "rows": [one.document() for one in rows],
        "pairs": [_pair(one) for one in pairs],
        "conflicts": [_conflict(one) for one in found],
        "things": _things(store, named | roles),
        "roles": sorted(roles),
        "words": {
            name: [one.value for one in kind]
            for name, kind in (("predicates", Predicate), ("modalities", Modality), ("statuses", Status))
        },
    }


@dataclass(frozen=True, slots=True)
class _Said:
    """What a statement or tenure says, by IRIs and local names."""

    subject: str
    predicate: str
    role: str
    object: str
    modality: str
    since: str
    until: str

    @property
    def claim(self) -> tuple[str, ...]:
        """The same for all who say it, in whichever years."""
        return (self.subject, self.predicate, self.role, self.object, self.modality)


@dataclass(slots=True)
class _Row:
    said: _Said
    iris: list[str]
    confidence: float
    sources: int
    conflicts: list[int]

    @property
    def order(self) -> tuple[float, float, int, str]:
        """Contradictions first."""
        first = min(self.conflicts, default=float("inf"))
        return (first, self.confidence, self.sources, self.iris[0])

    def document(self) -> Json:
        said = self.said
        return {
            "iris": self.iris,
            "subject": said.subject,
            "predicate": said.predicate,
            "role": said.role,
            "object": said.object,
            "modality": said.modality,
            "since": said.since,
            "until": said.until,
            "confidence": self.confidence,
            "sources": self.sources,
            "conflicts": self.conflicts,
        }


def _rows(store: GraphReader, found: Iterable[Conflict]) -> list[_Row]:
    said = _all_said(store)
    texts = Texts(store)
    evidence = _values(store, ns.gov("evidence"))
    digests = _values(store, QUOTE_DIGEST)
    articles = _values(store, ns.DERIVED_FROM)
    confidence = _values(store, ns.gov("confidence"))
    sources: dict[tuple[str, ...], set[str]] = defaultdict(set)
    groups: dict[tuple[_Said, frozenset[str]], list[str]] = defaultdict(list)
    for iri, one in sorted(said.items()):
        sources[one.claim].update(texts.leading(article) for article in articles.get(iri, ()))
        words = frozenset(digest for each in evidence[iri] for digest in digests.get(each, (each,)))
        groups[one, words].append(iri)
    involved: dict[str, list[int]] = defaultdict(list)
    for at, conflict in enumerate(found):
        for iri in conflict.involves:
            involved[iri].append(at)
    rows = [
        _Row(
            one,
            iris,
            min(float(value) for iri in iris for value in confidence.get(iri, ("0",))),
            len(sources[one.claim]),
            sorted({at for iri in iris for at in involved.get(iri, ())}),
        )
        for (one, _), iris in groups.items()
    ]
    return sorted(rows, key=lambda row: row.order)


def _all_said(store: GraphReader) -> dict[str, _Said]:
    """IRI → what it says, of all statements and tenures that have words to stand on."""
    proven = _values(store, ns.gov("evidence")).keys()
    predicates, roles = _values(store, ns.PREDICATE), _values(store, ns.ROLE)
    subjects, objects = _values(store, ns.SUBJECT), _values(store, ns.OBJECT)
    members, bodies = _values(store, ns.MEMBER), _values(store, ns.ORGANIZATION)
    modalities, statuses = _values(store, ns.gov("modality")), _values(store, ns.gov("status"))
    since, until = _values(store, ns.gov("since")), _values(store, ns.gov("until"))
    found = {}
    for iri in proven & subjects.keys():
        predicate = _first(predicates, iri).removeprefix(NAMESPACE)
        modality = _word(_first(modalities, iri))
        found[iri] = _Said(_first(subjects, iri), predicate, "", _first(objects, iri), modality, "", "")
    for iri in proven & members.keys():
        role = _first(roles, iri)
        found[iri] = _Said(
            _first(members, iri),
            HOLDS,
            role,
            _first(bodies, iri) or role,
            _word(_first(statuses, iri)),
            _first(since, iri),
            _first(until, iri),
        )
    return found


def _values(store: GraphReader, predicate: NamedNode) -> dict[str, tuple[str, ...]]:
    """Subject → values of a property in order, read in one go."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in store.match(None, predicate):
        if isinstance(quad.subject, NamedNode):
            found[quad.subject.value].add(str(getattr(quad.object, "value", "")))
    return {subject: tuple(sorted(values)) for subject, values in found.items()}


def _first(values: Mapping[str, tuple[str, ...]], iri: str) -> str:
    return values.get(iri, ("",))[0]


def _word(iri: str) -> str:
    name = iri.removeprefix(NAMESPACE)
    return name[:1].lower() + name[1:]


def _things(store: GraphReader, named: Iterable[str]) -> dict[str, list[str]]:
    names, lands = Names(store), LandReader(store)
    told = {}
    for iri in sorted(named):
        kind = kind_of(iri)
        land = None if kind in _LANDLESS else lands.of(iri)
        told[iri] = [names.label(iri), kind.capitalize() if kind in ENTITY_KINDS else "", land.iri if land else ""]
        if land and land.iri not in told:
            told[land.iri] = [land.label, kind_of(land.iri).capitalize(), land.iri]
    return dict(sorted(told.items()))


def _pair(one: Suggestion) -> Json:
    return {
        "first": one.first.iri,
        "second": one.second.iri,
        "score": one.score,
        "features": [
            {**{lang: feature_label(name, lang) for lang in _LANGUAGES}, "weight": weight}
            for name, weight in one.features
        ],
        "evidence": [[proof_document(proof) for proof in each] for each in (one.first_evidence, one.second_evidence)],
    }


def _conflict(one: Conflict) -> Json:
    return {
        "severity": one.severity,
        "label": {"de": one.label_de, "en": one.label_en},
        "message": {lang: one.told(lang) for lang in ("de", "en")},
        "sides": [[each.statement for each in side] for side in one.sides],
    }
