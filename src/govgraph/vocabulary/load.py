"""Reads `ontology/*.ttl` and users' own files into a `Vocabulary`.

Only this module knows how knowledge about reading is written in RDF. Files are parsed by pyoxigraph, since the
reading stages must not depend on rdflib.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from govgraph.errors import VocabularyError
from govgraph.model import BASE, NAMESPACE, EntityType, Modality, Predicate, Status
from govgraph.vocabulary.checking import check_own
from govgraph.vocabulary.compiled import kept_vocabulary
from govgraph.vocabulary.resources import REFERENCE, ontology_dir, stamped
from govgraph.vocabulary.values import Entry, Frame, HeadNoun, ReferringNoun, Role, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = f"{_RDF}type"
_PREF, _ALT, _HIDDEN = f"{_SKOS}prefLabel", f"{_SKOS}altLabel", f"{_SKOS}hiddenLabel"
_PARTS = {
    "VerbFrame": "verb", "NounFrame": "noun", "AdjectiveFrame": "adjective", "NameFrame": "name", "LabelFrame": "label",
}  # fmt: skip
_CORE = ("govgraph", "reading", "wordlists", "cues", "headnouns", "references", "frames", "roles")
_NAMES = ("first-names", "ambiguities")

_Values = dict[str, list[str]]


class _Graph:
    """Triples of the files, by subject and predicate; literals without German or no language tag are left out."""

    def __init__(self) -> None:
        self.subjects: dict[str, _Values] = {}
        self.origin: dict[str, str] = {}
        self._narrower: dict[str, list[str]] | None = None

    def add_file(self, path: Path) -> None:
        try:
            for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                self._add(triple, path.name)
        except (SyntaxError, ValueError, OSError) as error:
            raise VocabularyError(f"{path}: not readable as Turtle ({error}); mend the file or leave it out") from error

    def _add(self, triple: Any, origin: str) -> None:
        term = triple.object
        if isinstance(term, ox.Literal) and term.language is not None and not term.language.startswith("de"):
            return
        subject = triple.subject
        # blank nodes are unique to their file
        key = subject.value if isinstance(subject, ox.NamedNode) else f"_:{origin}:{subject.value}"
        value = f"_:{origin}:{term.value}" if isinstance(term, ox.BlankNode) else term.value
        values = self.subjects.get(key)
        if values is None:
            values = self.subjects[key] = {}
            self.origin[key] = origin
        values.setdefault(triple.predicate.value, []).append(value)

    def of_type(self, *classes: str) -> list[tuple[str, _Values]]:
        wanted = set(classes)
        found = [(s, v) for s, v in self.subjects.items() if wanted & set(v.get(_TYPE, ()))]
        return sorted(found, key=lambda pair: pair[0])

    def below(self, classes: Iterable[str]) -> set[str]:
        """The classes and all subclasses of theirs."""
        if self._narrower is None:
            self._narrower = defaultdict(list)
            for subject, values in self.subjects.items():
                for parent in values.get(f"{_RDFS}subClassOf", ()):
                    self._narrower[parent].append(subject)
        found, left = set[str](), list(classes)
        while left:
            one = left.pop()
            if one not in found:
                found.add(one)
                left += self._narrower.get(one, ())
        return found

    def members(self, node: str) -> list[str]:
        """Items of an RDF list."""
        items = []
        while node in self.subjects:
            values = self.subjects[node]
            items += values.get(f"{_RDF}first", [])
            node = values.get(f"{_RDF}rest", [""])[0]
        return items


def gov(name: str) -> str:
    """IRI of a term of the ontology."""
    return NAMESPACE + name


def _local(iri: str) -> str:
    return iri.removeprefix(NAMESPACE)


def _beside(read: Iterable[Path]) -> Mapping[str, _Values]:
    """What the files of the ontology say that are read elsewhere; a user's file may use their terms too."""
    graph = _Graph()
    for path in sorted(set(ontology_dir().glob("*.ttl")) - set(read)):
        graph.add_file(path)
    return graph.subjects


def _coarse_types(graph: _Graph) -> dict[str, EntityType]:
    """Every class of the ontology below one of the coarse types, with that type."""
    coarse: dict[str, EntityType] = {gov(t.value): t for t in EntityType}
    parents = {
        s: sorted(v.get(f"{_RDFS}subClassOf", [])) for s, v in graph.subjects.items() if f"{_RDFS}subClassOf" in v
    }
    changed = True
    while changed:
        changed = False
        for child in sorted(parents):
            if child not in coarse:
                known = next((coarse[p] for p in parents[child] if p in coarse), None)
                if known is not None:
                    coarse[child] = known
                    changed = True
    return coarse


def _types(graph: _Graph, nodes: Iterable[str], coarse: Mapping[str, EntityType]) -> frozenset[EntityType]:
    found: set[EntityType] = set()
    for node in nodes:
        if node in coarse:
            found.add(coarse[node])
        for union in graph.subjects.get(node, {}).get(f"{_OWL}unionOf", []):
            found |= {coarse[item] for item in graph.members(union) if item in coarse}
    return frozenset(found)


def _own_types(
    graph: _Graph, nodes: Iterable[str], coarse: Mapping[str, EntityType], allowed: frozenset[EntityType]
) -> frozenset[EntityType]:
    """Types that a frame narrows a slot to. A Zweckverband may stand wherever an organisation may."""
    types = _types(graph, nodes, coarse)
    if gov("MunicipalUnion") in nodes and EntityType.ORGANISATION in allowed:
        others = _types(graph, [node for node in nodes if node != gov("MunicipalUnion")], coarse)
        types = others | {EntityType.ORGANISATION}
    return types


def _specific(graph: _Graph, nodes: Iterable[str]) -> frozenset[str]:
    """Local names of the given classes and all below them, if they are more specific than the coarse types."""
    found = set(nodes)
    if not found or found & {gov(t.value) for t in EntityType}:
        return frozenset()
    return frozenset(_local(node) for node in graph.below(found))


def _signatures(
    graph: _Graph, coarse: Mapping[str, EntityType]
) -> dict[Predicate, tuple[frozenset[EntityType], frozenset[EntityType]]]:
    out = {}
    for predicate in Predicate:
        values = graph.subjects.get(gov(predicate.value))
        if values is None:
            raise VocabularyError(f"gov:{predicate.value} is not declared in govgraph.ttl; the installation is damaged")
        out[predicate] = (
            _types(graph, values.get(f"{_RDFS}domain", []), coarse),
            _types(graph, values.get(f"{_RDFS}range", []), coarse),
        )
    return out


def _entries(graph: _Graph, coarse: Mapping[str, EntityType]) -> list[Entry]:
    out = []
    for iri, values in sorted(graph.subjects.items()):
        names = values.get(_PREF)
        classes = [c for c in values.get(_TYPE, ()) if c in coarse]
        if not names or not classes:
            continue
        kind = max(classes, key=lambda c: (c not in {gov(t.value) for t in EntityType}, c))

        def texts(name: str, values: _Values = values) -> tuple[str, ...]:
            return tuple(sorted(set(values.get(gov(name), ()))))

        out.append(
            Entry(
                iri=iri,
                name=names[0],
                type=coarse[kind],
                kind=_local(kind),
                labels=tuple(sorted(set(values.get(_ALT, ())))),
                hidden=tuple(sorted({*values.get(_HIDDEN, ()), *texts("genitiveForm")})),
                abbreviations=texts("abbreviation"),
                adjectives=texts("adjectiveStem"),
                invariants=texts("invariantForm"),
                epithets=texts("epithet"),
                jurisdictions=texts("jurisdiction"),
                parent=next(iter(texts("partOf")), None),
                owners=texts("owner"),
                head=next(iter(texts("headOfGovernment")), None),
                needs_context="true" in texts("needsContext"),
                population=int(next(iter(texts("population")), "0")),
            )
        )
    return out


def _roles(graph: _Graph) -> list[Role]:
    out = []
    for iri, values in graph.of_type(gov("Role")):
        names = values.get(_PREF)
        if not names:
            raise VocabularyError(f"{graph.origin[iri]}: role {iri} has no skos:prefLabel in German; add one")
        forms = {*names, *values.get(_ALT, ()), *values.get(_HIDDEN, ())}
        for name in ("feminineLabel", "pluralLabel", "shortLabel"):
            forms |= set(values.get(gov(name), ()))
        out.append(
            Role(
                iri=iri,
                name=names[0],
                forms=tuple(sorted(forms)),
                broader=tuple(sorted(values.get(f"{_SKOS}broader", ()))),
                level=tuple(sorted(values.get(gov("level"), ()))),
                bodies=_kinds_of_bodies(graph, iri),
                heads=frozenset(_local(kind) for kind in values.get(gov("headOf"), ())),
                lands=frozenset(values.get(gov("inJurisdiction"), ())),
                full_time="true" in values.get(gov("fullTime"), ()),
            )
        )
    return out


def _kinds_of_bodies(graph: _Graph, iri: str) -> frozenset[str]:
    """Kinds of body of a role, else those of the roles that it is a kind of."""
    level, seen = [iri], {iri}
    while level:
        kinds = {_local(k) for role in level for k in graph.subjects.get(role, {}).get(gov("bodyKind"), ())}
        if kinds:
            return frozenset(kinds)
        level = [b for role in level for b in graph.subjects.get(role, {}).get(f"{_SKOS}broader", ()) if b not in seen]
        seen.update(level)
    return frozenset()


def _heads(graph: _Graph, coarse: Mapping[str, EntityType]) -> list[HeadNoun]:
    out = []
    for iri, values in graph.of_type(gov("HeadNoun")):
        types = [t for t in values.get(gov("entityType"), ()) if t in coarse]
        if not types:
            raise VocabularyError(f"{graph.origin[iri]}: a gov:HeadNoun without a known gov:entityType; give a class")
        out += [
            HeadNoun(
                form=form.lower(),
                type=coarse[types[0]],
                kind=_local(types[0]),
                alone="true" in values.get(gov("alone"), ()),
                introduces="false" not in values.get(gov("introduces"), ()),
                gender=next(iter(values.get(gov("gender"), ())), ""),
                compounds=next(iter(values.get(gov("compounds"), ())), "all"),
            )
            for form in values.get(gov("form"), ())
        ]
    return sorted(out, key=lambda h: (-len(h.form), h.form))


def _frame(graph: _Graph, iri: str, values: _Values, context: Any) -> Iterator[Frame]:
    """A frame for each of the words that share its places."""
    coarse, signatures = context
    where = f"{graph.origin[iri]}: frame {iri}"
    part = next(_PARTS[_local(t)] for t in values[_TYPE] if _local(t) in _PARTS)
    evoked = [_local(v) for v in values.get(gov("evokes"), ())]
    lemmas = sorted(values.get(gov("lemma"), ()))
    if len(evoked) != 1 or not lemmas:
        raise VocabularyError(f"{where} needs exactly one gov:evokes and a gov:lemma")
    predicate = None
    subject_types, object_types = frozenset({EntityType.PERSON}), frozenset[EntityType]()
    if evoked[0] != "holdsOffice":
        try:
            predicate = Predicate(evoked[0])
        except ValueError:
            allowed = ", ".join(p.value for p in Predicate)
            raise VocabularyError(f"{where} evokes gov:{evoked[0]}; allowed are {allowed} and holdsOffice") from None
        subject_types, object_types = signatures[predicate]

    def one(name: str, default: str) -> str:
        return next(iter(values.get(gov(name), ())), default)

    inverse = one("inverse", "false") == "true"
    if inverse:
        subject_types, object_types = object_types, subject_types
    own_subjects = _own_types(graph, values.get(gov("subjectType"), ()), coarse, subject_types)
    own_objects = _own_types(graph, values.get(gov("objectType"), ()), coarse, object_types)
    if predicate is not None and not (own_subjects <= subject_types and own_objects <= object_types):
        extra = sorted((own_subjects - subject_types) | (own_objects - object_types))
        raise VocabularyError(f"{where}: {', '.join(extra)} is outside the domain or range of gov:{evoked[0]}")
    frame = Frame(
        name=iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1],
        part=part,
        evokes=predicate,
        lemma=lemmas[0],
        requires=tuple(sorted(values.get(gov("requires"), ()))),
        excludes=tuple(sorted(values.get(gov("excludes"), ()))),
        subject_markers=frozenset(values.get(gov("subjectMarker"), ("nom",))),
        object_markers=frozenset(values.get(gov("objectMarker"), ("acc",))),
        subject_types=own_subjects or subject_types,
        object_types=own_objects or object_types,
        subject_kinds=_specific(graph, values.get(gov("subjectType"), ())),
        object_kinds=_specific(graph, values.get(gov("objectType"), ())),
        voice=one("voice", "any"),
        modality=Modality(_local(one("modality", "Asserted")).lower()),
        status=Status(_local(one("status", "")).lower()) if values.get(gov("status")) else None,
        confidence=float(one("confidence", "0.8")),
        inverse=inverse,
    )
    yield from (replace(frame, lemma=lemma) for lemma in lemmas)


def _words(graph: _Graph) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = defaultdict(set)
    for iri, values in graph.of_type(gov("WordList")):
        # a user's list with the same local name extends ours
        out[iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]] |= set(values.get(gov("form"), ()))
    return {name: frozenset(forms) for name, forms in out.items()}


def _referring(graph: _Graph) -> Iterable[ReferringNoun]:
    nouns = [
        ReferringNoun(
            form=form,
            gender=next(iter(values.get(gov("gender"), ())), ""),
            kinds=frozenset(_local(c) for c in values.get(gov("refersTo"), ())),
            loose=frozenset(_local(c) for c in values.get(gov("mayReferTo"), ())),
            compounds="false" not in values.get(gov("inCompounds"), ()),
        )
        for _, values in graph.of_type(gov("ReferringNoun"))
        for form in values.get(gov("form"), ())
    ]
    return sorted(nouns, key=lambda noun: noun.form)


@lru_cache(maxsize=8)
def _load(files: tuple[tuple[Path, int, int], ...]) -> Vocabulary:
    return kept_vocabulary([path for path, _, _ in files], _compiled)


def _compiled(files: Sequence[Path]) -> Vocabulary:
    graph = _Graph()
    for path in files:
        graph.add_file(path)
    coarse = _coarse_types(graph)
    own = [path for path in files if path.parent != ontology_dir()]
    check_own(own, graph.subjects, {*coarse, gov("Role")}, lambda: _beside(files))
    signatures = _signatures(graph, coarse)
    entries = _entries(graph, coarse)
    frames = [
        frame
        for iri, values in graph.of_type(*(gov(part) for part in _PARTS))
        for frame in _frame(graph, iri, values, (coarse, signatures))
    ]
    lemmas = {
        form: lemma
        for _, values in graph.of_type(gov("LemmaException"))
        for form in values.get(gov("form"), ())
        for lemma in values.get(gov("lemma"), ())
    }
    return Vocabulary(
        entries=tuple(entries),
        roles=tuple(_roles(graph)),
        heads=tuple(_heads(graph, coarse)),
        frames=tuple(frames),
        words=MappingProxyType(_words(graph)),
        referring=MappingProxyType({noun.form: noun for noun in _referring(graph)}),
        lemmas=MappingProxyType(dict(sorted(lemmas.items()))),
        signatures=MappingProxyType(signatures),
        by_iri=MappingProxyType({entry.iri: entry for entry in entries}),
    )


def load_vocabulary(extra: Sequence[Path] = ()) -> Vocabulary:
    """Load the ontology, and users' own Turtle files on top of it.

    Args:
        extra: Turtle files with more bodies, roles, head nouns, frames or words, in the forms of `ontology/`.

    Returns:
        One value for all reading stages; loading the same files twice gives the same object.

    Raises:
        VocabularyError: A file is missing, is not Turtle, or declares something that the ontology does not allow.
    """
    folder = ontology_dir()
    own = [folder / f"{name}.ttl" for name in (*_CORE, *REFERENCE, *_NAMES)] + sorted(folder.glob("frames-*.ttl"))
    missing = [path for path in (*own, *extra) if not path.is_file()]
    if missing:
        raise VocabularyError(f"{missing[0]}: no such file; give a Turtle file that exists")
    return _load(tuple(stamped((*own, *(path.resolve() for path in extra)))))


__all__ = ["BASE", "load_vocabulary"]
