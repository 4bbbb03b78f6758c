"""What the reading stages know, as plain values: entries, roles, head nouns, frames, word lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Entry:
    """A known entity of the reference data.

    Attributes:
        iri: Its IRI.
        name: German preferred label.
        type: Coarse type.
        kind: Local name of its most specific class.
        labels: Alternative full names, as they stand in the ontology.
        hidden: Inflected or variant forms that are matched as they are.
        abbreviations: Short forms, matched as they are.
        adjectives: Adjective stems (`rheinland-pfälzisch`), jurisdictions only.
        invariants: Uninflected adjectives in -er (`Berliner`), jurisdictions only.
        epithets: By-names that need context (`Freistaat`), jurisdictions only.
        jurisdictions: IRIs of the Länder, Bund or EU that it belongs to.
        parent: IRI of the body that it is part of, or None.
        owners: IRIs of the bodies that bear or issue it.
        head: IRI of the role of who heads the government, jurisdictions only.
        needs_context: Whether its name is also an ordinary word or a surname.
        population: Inhabitants, municipalities only, else 0.
    """

    iri: str
    name: str
    type: EntityType
    kind: str
    labels: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    invariants: tuple[str, ...] = ()
    epithets: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    parent: str | None = None
    owners: tuple[str, ...] = ()
    head: str | None = None
    needs_context: bool = False
    population: int = 0


@dataclass(frozen=True, slots=True)
class Role:
    """An office title.

    Attributes:
        iri: IRI of the concept.
        name: Normalised masculine title, or `CIO`, `CDO`, `CISO`.
        forms: Every form that stands for it in text, feminine and short ones included.
        broader: IRIs of broader roles.
        level: `Bund`, `Land`, `Kommune` or free text of the source table.
        bodies: Kinds of body that can have such an office; empty where any organisation can.
        heads: Kinds of body whose head bears this title where the text only says that somebody leads it.
        lands: Länder that alone have such an office; empty where every Land can.
        full_time: Whether nobody holds such an office in two places at one time.
    """

    iri: str
    name: str
    forms: tuple[str, ...]
    broader: tuple[str, ...]
    level: tuple[str, ...]
    bodies: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    full_time: bool = False


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """A noun that, as the last part of a compound or before a name, gives the type of the thing named.

    Attributes:
        form: Lower-case noun.
        type: Coarse type.
        kind: Local name of the most specific class.
        alone: Whether the noun by itself names a body of the Land that the article is about (`Landesregierung`).
        introduces: Whether a name may follow it (`Plattform civento`).
        gender: Grammatical gender, `m`, `f` or `n`; empty where the ontology does not say.
        compounds: Which compounds of it are names: `all`, `hyphen`, `digital` (after „elektronisch“) or `none`.
    """

    form: str
    type: EntityType
    kind: str
    alone: bool
    introduces: bool
    gender: str
    compounds: str = "all"


@dataclass(frozen=True, slots=True)
class ReferringNoun:
    """A noun that, with a definite article, stands for something named before.

    Attributes:
        form: Lower-case noun.
        gender: Grammatical gender, `m`, `f` or `n`.
        kinds: Local names of the classes that it is properly used of.
        loose: Local names of the classes that it is also used of.
        compounds: Whether it refers as the last part of a compound, too.
    """

    form: str
    gender: str
    kinds: frozenset[str]
    loose: frozenset[str]
    compounds: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A wording that evokes a relation between two arguments of one clause.

    Attributes:
        name: Local name of the frame, kept as the rule of every fact that it reads.
        part: `verb`, `noun` or `adjective`: what the lemma is; `name` for a relation between two adjacent names;
            `label` for a word with a colon behind it.
        evokes: The relation; None for a frame that evokes an office.
        lemma: Dictionary form of the trigger.
        requires: Words, one of which must stand in the clause; empty for no demand.
        excludes: Words, none of which may stand in the clause.
        subject_markers: Where the subject stands: `nom`, `acc`, `dat`, `gen`, or a preposition.
        object_markers: Where the object stands.
        subject_types: Types of the subject.
        object_types: Types of the object.
        subject_kinds: Specific classes, one of which the subject must have; empty for any.
        object_kinds: Specific classes, one of which the object must have; empty for any.
        voice: `active`, `passive` or `any`.
        modality: Modality that the wording itself carries.
        status: Status of the office that it evokes, or None.
        confidence: 0 to 1, before the clause is judged.
        inverse: Whether the subject of the clause is the object of the relation.
    """

    name: str
    part: str
    evokes: Predicate | None
    lemma: str
    requires: tuple[str, ...]
    excludes: tuple[str, ...]
    subject_markers: frozenset[str]
    object_markers: frozenset[str]
    subject_types: frozenset[EntityType]
    object_types: frozenset[EntityType]
    subject_kinds: frozenset[str]
    object_kinds: frozenset[str]
    voice: str
    modality: Modality
    status: Status | None
    confidence: float
    inverse: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that the reading stages know. Built by `load_vocabulary`; never changed afterwards.

    Attributes:
        entries: Known entities, sorted by IRI.
        roles: Office titles, sorted by IRI.
        heads: Head nouns, longest first.
        frames: Wordings, sorted by name.
        words: Word lists by name.
        referring: Nouns that refer back, by their lower-case form.
        lemmas: Dictionary forms that the general dictionary gets wrong.
        signatures: Types of subject and object, by relation.
    """

    entries: tuple[Entry, ...]
    roles: tuple[Role, ...]
    heads: tuple[HeadNoun, ...]
    frames: tuple[Frame, ...]
    words: Mapping[str, frozenset[str]]
    referring: Mapping[str, ReferringNoun]
    lemmas: Mapping[str, str]
    signatures: Mapping[Predicate, tuple[frozenset[EntityType], frozenset[EntityType]]]
    by_iri: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))

    def list_of(self, name: str) -> frozenset[str]:
        """Words of the list `name`; an unknown list is empty, so that a user's ontology may leave one out."""
        return self.words.get(name, frozenset())
