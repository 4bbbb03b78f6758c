"""What a user's own file may say: each term is one that there is, each entry has its name, each link leads somewhere.

A term that is misspelt means nothing to the reading stages, so it would do nothing, without a word.
"""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from govgraph.errors import VocabularyError
from govgraph.model import BASE, NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    _Subjects = Mapping[str, Mapping[str, Sequence[str]]]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE, _PREF = f"{_RDF}type", f"{_SKOS}prefLabel"
_EVOKES = f"{NAMESPACE}evokes"  # whoever reads frames tells what is allowed
_CLASSES: Final = frozenset({f"{_OWL}Class", f"{_RDFS}Class"})
_PROPERTIES: Final = frozenset(
    {f"{_RDF}Property", *(f"{_OWL}{one}Property" for one in ("Object", "Datatype", "Annotation"))}
)
_SKOS_PROPERTIES: Final = frozenset((
    "altLabel", "broadMatch", "broader", "broaderTransitive", "changeNote", "closeMatch", "definition",
    "editorialNote", "exactMatch", "example", "hasTopConcept", "hiddenLabel", "historyNote", "inScheme",
    "mappingRelation", "member", "memberList", "narrowMatch", "narrower", "narrowerTransitive", "notation",
    "note", "prefLabel", "related", "relatedMatch", "scopeNote", "semanticRelation", "topConceptOf",
))  # fmt: skip
_ALIKE: Final = 0.75
"""Least likeness of a term that is suggested, by Jaro and Winkler: beginnings count more than ends."""


def check_own(paths: Iterable[Path], known: _Subjects, named: Collection[str], beside: Callable[[], _Subjects]) -> None:
    """Refuse what a user's own files say amiss.

    Args:
        paths: Files of the user's own.
        known: What they and the ontology say, by subject and predicate; literals are German or of no language.
        named: Classes whose things bear a name.
        beside: What other files of the ontology say; asked for only where `known` lacks a term.

    Raises:
        VocabularyError: An unknown property, class, term or entry, or a thing without exactly one German name; the text
            says in which line.
    """
    terms = _Terms(known, beside)
    for path in paths:
        _Own(path, terms, frozenset(named)).check()


class _Terms:
    """What there is."""

    def __init__(self, known: _Subjects, beside: Callable[[], _Subjects]) -> None:
        self.known = known
        self._load = beside

    @cached_property
    def _beside(self) -> _Subjects:
        return self._load()

    def of(self, subject: str) -> Mapping[str, Sequence[str]]:
        """What is said of a subject; empty if nothing is."""
        return self.known.get(subject) or self._beside.get(subject) or {}

    def is_one(self, subject: str, kinds: Collection[str]) -> bool:
        """Whether a subject is of one of these classes."""
        return any(one in kinds for one in self.of(subject).get(_TYPE, ()))

    def names(self, kinds: Collection[str]) -> Iterator[tuple[str, str]]:
        """Terms of the ontology of these classes: how each may be called, and what it is."""
        for subjects in (self.known, self._beside):
            for subject, values in subjects.items():
                if subject.startswith(NAMESPACE) and any(one in kinds for one in values.get(_TYPE, ())):
                    local = subject.removeprefix(NAMESPACE)
                    yield local, f"gov:{local}"
                    for label in values.get(f"{_RDFS}label", ()):
                        yield label, f"gov:{local}"

    def entries(self, like: str) -> Iterator[tuple[str, str]]:
        """Things of the kind that an IRI names: the end of each, and its IRI."""
        start = like.rsplit("/", 1)[0] + "/"
        for subject in self.known:
            if subject.startswith(start):
                yield subject.removeprefix(start), f"<{subject}>"


class _Own:
    """One file of the user's own."""

    def __init__(self, path: Path, terms: _Terms, named: frozenset[str]) -> None:
        self._path = path
        self._terms = terms
        self._named = named
        self._triples = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))

    def check(self) -> None:
        for triple in self._triples:
            self._check_predicate(triple.predicate.value)
            if isinstance(triple.object, ox.NamedNode):
                self._check_object(triple, triple.object.value)
        for subject, names in self._names().items():
            if self._terms.is_one(subject, self._named):
                self._check_name(subject, names)

    def _names(self) -> dict[str, list[Any]]:
        """Values of `skos:prefLabel`, by whom they are of; empty where there is none."""
        found: dict[str, list[Any]] = {}
        for triple in self._triples:
            if isinstance(triple.subject, ox.NamedNode):
                names = found.setdefault(triple.subject.value, [])
                if triple.predicate.value == _PREF:
                    names.append(triple.object)
        return found

    def _check_predicate(self, iri: str) -> None:
        if iri.startswith(NAMESPACE) and not self._terms.is_one(iri, _PROPERTIES):
            local = iri.removeprefix(NAMESPACE)
            hint = _nearest(local, self._terms.names(_PROPERTIES)) or "docs/reference-data.md lists the properties"
            raise self._error(local, f"gov:{local} is no property; {hint}", elsewhere=bool(self._terms.of(iri)))
        local = iri.removeprefix(_SKOS)
        if iri.startswith(_SKOS) and local not in _SKOS_PROPERTIES:
            hint = _nearest(local, ((one, f"skos:{one}") for one in sorted(_SKOS_PROPERTIES)))
            raise self._error(local, f"skos:{local} is no property; {hint or 'SKOS has none of that name'}")

    def _check_object(self, triple: Any, iri: str) -> None:
        predicate = triple.predicate.value
        if iri.startswith(NAMESPACE):
            self._check_term(triple, iri)
            return
        ours = iri.startswith(f"{BASE}/") and predicate.startswith((NAMESPACE, _SKOS))
        if (ours or predicate == f"{NAMESPACE}jurisdiction") and not self._terms.of(iri):
            hint = _nearest(iri.rsplit("/", 1)[-1], self._terms.entries(iri)) or "add an entry for it"
            raise self._error(iri, f"nothing is known of <{iri}>; {hint}")

    def _check_term(self, triple: Any, iri: str) -> None:
        local = iri.removeprefix(NAMESPACE)
        if triple.predicate.value == _TYPE:
            if not self._terms.is_one(iri, _CLASSES):
                hint = _nearest(local, self._terms.names(_CLASSES)) or "ontology/README.md lists the classes"
                what = f"{triple.subject.value} is a gov:{local}, which is no class; {hint}"
                raise self._error(local, what, elsewhere=bool(self._terms.of(iri)))
        elif triple.predicate.value != _EVOKES and not self._terms.of(iri):
            kinds = {kind for values in self._terms.known.values() for kind in values.get(_TYPE, ())}
            hint = _nearest(local, self._terms.names(kinds)) or "ontology/README.md lists the terms"
            raise self._error(local, f"gov:{local} is no term; {hint}")

    def _check_name(self, subject: str, own: Sequence[Any]) -> None:
        bare = [one.value for one in own if isinstance(one, ox.Literal) and one.language is None]
        if bare:
            raise self._error(subject, f'{subject} has a name of no language; write skos:prefLabel "{bare[0]}"@de')
        names = sorted(set(self._terms.of(subject).get(_PREF, ())))
        if not names:
            raise self._error(subject, f"{subject} has no skos:prefLabel in German; add one, with @de")
        if len(names) > 1:
            told = " and ".join(repr(one) for one in names[:2])
            raise self._error(subject, f"{subject} has two names, {told}; keep one, others are skos:altLabel")

    def _error(self, term: str, what: str, *, elsewhere: bool = False) -> VocabularyError:
        """What is amiss, with the line in which a term first stands; without if it may rightly stand elsewhere too."""
        end = re.split(r"[/#]", term)[-1]
        found = re.compile(rf"(?<![\w-]){re.escape(end)}(?![\w-])")
        lines = enumerate(self._path.read_text(encoding="utf-8").splitlines(), start=1)
        numbers = [number for number, line in lines if found.search(line)]
        place = f", line {numbers[0]}" if len(numbers) == 1 or (numbers and not elsewhere) else ""
        return VocabularyError(f"{self._path.name}{place}: {what}")


def _nearest(word: str, among: Iterable[tuple[str, str]]) -> str:
    """A question for what is written most alike, or nothing if nothing is."""
    from rapidfuzz.distance import JaroWinkler

    def likeness(pair: tuple[str, str]) -> tuple[float, str]:
        return JaroWinkler.similarity(word.casefold(), pair[0].casefold()), pair[1]

    best = max(map(likeness, among), default=(0.0, ""))
    return f"did you mean {best[1]}?" if best[0] >= _ALIKE else ""
