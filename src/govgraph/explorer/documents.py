"""Documents of a graph. They are plain JSON with a stable order: the same graph gives the same documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from govgraph.errors import NotFoundError
from govgraph.explorer.marking import Span, marked
from govgraph.explorer.texts import text_of
from govgraph.export.citing import bibtex, footnotes
from govgraph.language.written_dates import written_dates
from govgraph.model import BASE, NAMESPACE
from govgraph.query.apart import apart
from govgraph.query.citing import citations
from govgraph.query.explain import HOLDS, Explanation, Reader
from govgraph.query.names import ENTITY_KINDS, Names, kind_of
from govgraph.query.proof import Proof, Properties, Thing
from govgraph.query.rules import SEVERITIES
from govgraph.query.terms import BOUNDS, Terms
from govgraph.query.titles import PersonalTitles
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.quotes import QUOTE
from govgraph.rdf.schema import load_schema
from govgraph.vocabulary import load_constructions

Json = dict[str, Any]

_LATEST: Final = 12
_KEPT: Final = 256
_SUBJECTS: Final = (ns.SUBJECT, ns.MEMBER)
_OBJECTS: Final = (ns.OBJECT, ns.ORGANIZATION, ns.ROLE)
_WHERE: Final = tuple(ns.gov(name) for name in ("partOf", "belongsTo", "jurisdiction", "locatedIn"))
_ALSO: Final = (ns.ALT_LABEL, ns.gov("abbreviation"), ns.gov("shortLabel"))


class Documents:
    """Computes documents. Reads all labels once; make a new one when the graph has changed.

    Args:
        store: The graph.
        records: Folder of the records of the build, for the texts of articles; None if there is none.
    """

    def __init__(self, store: GraphReader, records: Path | None = None) -> None:
        self._store = store
        self._records = records
        self._properties = Properties(store)
        self._typed: dict[str, tuple[str, str]] = {}

    @cached_property
    def _names(self) -> Names:
        return Names(self._store)

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._store, self._names)

    @cached_property
    def _titles(self) -> PersonalTitles:
        return PersonalTitles(self._properties)

    @cached_property
    def _terms(self) -> Terms:
        return Terms(self._properties)

    @cached_property
    def base(self) -> str:
        """What the IRIs of the graph's entities begin with; the first in order if there are several."""
        found = {iri.rpartition("/article/")[0] for iri in self._articles() if "/article/" in iri}
        return min(found, default=BASE)

    def find(self, address: str) -> str:
        """IRI that an address means: an IRI, or `KIND/SLUG` below the base of the graph.

        Raises:
            NotFoundError: The graph says nothing of it.
        """
        for one in (f"{self.base}/{address}", f"{BASE}/{address}", address):
            try:
                node = NamedNode(one)
            except ValueError:
                continue
            if next(self._store.match(node), None) is not None:
                return one
        raise NotFoundError(f"the graph says nothing of {address!r:.200}; names are searched for on the first page")

    def document(self, iri: str) -> Json:
        """What the graph holds on a thing.

        `document` in it says of which make it is: `article`, `statement`, `evidence` or `entity`.

        Raises:
            NotFoundError: The graph says nothing of it.
        """
        iri = self.find(iri)
        if next(self._store.match(NamedNode(iri), ns.TYPE, ns.NEWS_ARTICLE), None) is not None:
            return self._article(iri)
        if self._is_statement(iri):
            return self._statement(self._reader.read(iri))
        if self._properties.text(iri, ns.gov("article")) and self._properties.text(iri, ns.gov("start")):
            return self._evidence(iri)
        return self._entity(iri)

    def index(self) -> Json:
        """All things that articles mention, to be searched, and the latest articles.

        `entities` are rows of IRI, label, type, class, other names, and number of articles; most mentioned first.
        `apart` has of those that share name and kind with others what tells them apart, by IRI. `roles` are rows of
        IRI, label, other names and number of holders; `offices` of role, title, body, its Land, person and name.
        `contradictions` has what contradicts what by language, the gravest first, with the statements that do.
        """
        mentions: Counter[str] = Counter()
        for quad in {(quad.subject, quad.object) for quad in self._store.match(None, ns.gov("mentions"))}:
            if isinstance(quad[1], NamedNode):
                mentions[quad[1].value] += 1
        ordered = sorted(mentions, key=lambda iri: (-mentions[iri], self._names.label(iri), iri))
        rows = [self._row(iri, mentions[iri]) for iri in ordered]
        articles = [self._headline(iri) for iri in self._articles()]
        articles.sort(key=lambda one: (one["date"], one["title"], one["iri"]), reverse=True)
        return {
            "base": self.base,
            "counts": {"entities": len(ordered), "articles": len(articles)},
            "entities": rows,
            "apart": self._apart(rows),
            "contradictions": self._contradictions(),
            **self._offices(),
            "articles": [[one["iri"], one["title"], one["date"]] for one in articles],
            "latest": articles[:_LATEST],
        }

    def sentences(self) -> Json:
        """All quotes that the graph has, to be searched: rows of article and its quotes, each where it begins."""
        found: dict[str, set[tuple[int, str]]] = defaultdict(set)
        for quad in self._store.match(None, QUOTE):
            if isinstance(quad.subject, NamedNode):
                proof = self._properties.proof(quad.subject.value)
                found[proof.article].add((proof.cut[0] if proof.cut else proof.start, proof.quote))
        return {"sentences": [[article, sorted(said)] for article, said in sorted(found.items())]}

    def terms(self) -> Json:
        """Labels of the ontology's terms by language and local name."""
        labels = load_schema().labels
        return {
            lang: {str(name): by[lang] for name, by in sorted(labels.items()) if lang in by} for lang in ("de", "en")
        }

    def _offices(self) -> Json:
        """Roles that somebody holds, those with most holders first, and who holds them where."""
        found: set[tuple[str, str, str]] = set()
        for quad in self._store.match(None, ns.MEMBER):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                role, body = (self._properties.text(quad.subject.value, one) for one in (ns.ROLE, ns.ORGANIZATION))
                if role:
                    found.add((role, body, quad.object.value))
        holders: dict[str, set[str]] = defaultdict(set)
        for role, _, person in found:
            holders[role].add(person)
        label = self._names.label
        ordered = sorted(holders, key=lambda iri: (-len(holders[iri]), label(iri), iri))
        return {
            "roles": [[iri, label(iri), self._aliases(iri), len(holders[iri])] for iri in ordered],
            "offices": [
                [role, label(role), label(body) if body else "", self._land(body), person, label(person)]
                for role, body, person in sorted(found)
            ],
        }

    def _land(self, body: str) -> str:
        land = self._properties.text(body, ns.gov("jurisdiction")) if body else ""
        return self._names.label(land) if land and land != body else ""

    def _row(self, iri: str, mentions: int) -> list[Any]:
        coarse, own = self._types(iri)
        return [iri, self._names.label(iri), coarse, own, self._aliases(iri), mentions]

    def _apart(self, rows: Iterable[list[Any]]) -> dict[str, str]:
        alike: dict[tuple[str, str], list[str]] = defaultdict(list)
        for iri, label, coarse, own, *_ in rows:
            alike[label.casefold(), own or coarse].append(iri)
        groups = ({iri: self._known(iri) for iri in some} for some in alike.values() if len(some) > 1)
        return {iri: word for group in groups for iri, word in apart(group).items()}

    def _known(self, iri: str) -> list[str]:
        """Where a thing belongs, offices from the latest on, and what else it is told of with."""
        where = [
            one.value for name in _WHERE for one in self._properties.values(iri, name) if isinstance(one, NamedNode)
        ]
        said = [self._reader.read(one) for one in self._subjects(ns.SUBJECT, iri)]
        about = [
            self._reader.read(one) for name in _OBJECTS for one in self._subjects(name, iri) if self._is_statement(one)
        ]
        held = sorted((self._reader.read(one) for one in self._subjects(ns.MEMBER, iri)), key=_order, reverse=True)
        return list(
            dict.fromkeys(
                [
                    *(self._names.label(one) for one in where),
                    *(self._office(one) for one in held),
                    *(one.object.label for one in sorted(said, key=_order)),
                    *(one.subject.label for one in sorted(about, key=_order)),
                ]
            )
        )

    def _office(self, one: Explanation) -> str:
        role = self._role(one)
        parts = (role["label"] if role else "", one.object.label)
        return " · ".join(dict.fromkeys(filter(None, parts)))

    def _articles(self) -> list[str]:
        found = self._store.match(None, ns.TYPE, ns.NEWS_ARTICLE)
        return sorted({quad.subject.value for quad in found if isinstance(quad.subject, NamedNode)})

    def _is_statement(self, iri: str) -> bool:
        return any(self._properties.text(iri, one) for one in _SUBJECTS)

    def _entity(self, iri: str) -> Json:
        coarse, own = self._types(iri)
        mentioned = self._subjects(ns.gov("mentions"), iri)
        return {
            "document": "entity",
            "iri": iri,
            "base": self.base,
            "label": self._names.label(iri),
            "labels": self._labels(iri),
            "type": coarse,
            "class": own,
            "aliases": self._aliases(iri),
            "links": [one.value for one in self._properties.values(iri, ns.SAME_AS) if isinstance(one, NamedNode)],
            "facts": self._all_said(_SUBJECTS, iri),
            "about": self._all_said(_OBJECTS, iri),
            "articles": sorted(
                (self._headline(one) for one in mentioned), key=lambda one: (one["date"], one["iri"]), reverse=True
            ),
        }

    def _all_said(self, predicates: Iterable[NamedNode], iri: str) -> list[Json]:
        found = {one for predicate in predicates for one in self._subjects(predicate, iri)}
        read = (self._reader.read(one) for one in sorted(found) if self._is_statement(one))
        return [self._said(one) for one in sorted(read, key=_order)]

    def _article(self, iri: str) -> Json:
        properties = self._properties
        text = text_of(
            self._records,
            properties.text(iri, ns.gov("page")),
            iri,
            properties.text(iri, ns.gov("textDigest")),
        )
        said = [self._reader.read(one) for one in self._stated_in(iri)]
        spans, owners = _spans(said, iri)
        pieces = [
            {
                "text": one.text,
                "start": one.start,
                "end": one.end,
                "statements": sorted({owners[at] for at in one.spans}),
            }
            for one in marked(text, spans)
        ]
        mentioned = {one.value for one in properties.values(iri, ns.gov("mentions")) if isinstance(one, NamedNode)}
        return {
            "document": "article",
            **self._headline(iri),
            "base": self.base,
            "kicker": properties.text(iri, ns.gov("kicker")),
            "authors": [one.value for one in properties.values(iri, ns.AUTHOR) if isinstance(one, Literal)],
            "source": properties.text(iri, ns.gov("source")),
            "leading": properties.texts.leading(iri),
            "whole": text is not None,
            "pieces": pieces,
            "statements": [self._said(one) for one in said],
            "mentions": sorted((self._thing(one) for one in mentioned), key=lambda one: (one["label"], one["iri"])),
        }

    def _statement(self, one: Explanation) -> Json:
        cited = citations(self._store, one, "de")
        return {
            "document": "statement",
            **self._said(one),
            "construction": _construction(one.rule),
            "citations": {"footnote": footnotes(cited), "bibtex": bibtex(cited)},
        }

    def _evidence(self, iri: str) -> Json:
        shown = proof_document(self._properties.proof(iri))
        read = [self._read_again(one) for one in self._subjects(ns.gov("evidence"), iri) if self._is_statement(one)]
        # a statement that stands in a thousand places has a thousand pages of evidence: each tells of its own place
        told = [self._told_of(one, [shown]) for one in sorted(read, key=_order)]
        return {"document": "evidence", "iri": iri, "base": self.base, **shown, "statements": told}

    @cached_property
    def _read_again(self) -> Callable[[str], Explanation]:
        """Reads a statement; its places are asked for one after another."""
        return lru_cache(_KEPT)(self._reader.read)

    def _stated_in(self, article: str) -> list[str]:
        evidence = self._store.match(None, ns.gov("evidence"), None, NamedNode(article))
        found = {quad.subject.value for quad in evidence if isinstance(quad.subject, NamedNode)}
        read = [self._reader.read(one) for one in sorted(found) if self._is_statement(one)]
        return [one.statement for one in sorted(read, key=lambda one: (_first(one, article), _order(one)))]

    def _headline(self, iri: str) -> Json:
        properties = self._properties
        return {
            "iri": iri,
            "title": properties.text(iri, ns.HEADLINE),
            "date": properties.text(iri, ns.DATE_PUBLISHED),
            "url": properties.text(iri, ns.URL),
        }

    def _said(self, one: Explanation) -> Json:
        return self._told_of(one, [proof_document(proof) for proof in one.evidence])

    def _told_of(self, one: Explanation, evidence: list[Json]) -> Json:
        role = self._role(one)
        against = self._against(one.statement)
        return {
            **({"against": against} if against else {}),
            "iri": one.statement,
            "base": self.base,
            "subject": self._told(one.subject),
            "predicate": one.predicate,
            "role": role,
            "object": self._told(one.object),
            "modality": one.modality,
            "confidence": one.confidence,
            "rule": one.rule,
            "since": one.since,
            "until": one.until,
            "term": self._term(one) if role else None,
            "evidence": evidence,
        }

    def _against(self, statement: str) -> list[Json]:
        """Contradictions that a statement is in, with the other statements."""
        found = [self._contradiction(one) for one in self._subjects(ns.gov("involves"), statement)]
        return [{**one, "statements": [other for other in one["statements"] if other != statement]} for one in found]

    def _contradictions(self) -> list[Json]:
        found = self._store.match(None, ns.TYPE, ns.gov("Conflict"))
        iris = {quad.subject.value for quad in found if isinstance(quad.subject, NamedNode)}
        severe = [f"{ns.SHACL}{name}" for name in SEVERITIES]

        def rank(iri: str) -> tuple[int, str]:
            severity = self._properties.text(iri, ns.RESULT_SEVERITY)
            return (severe.index(severity) if severity in severe else len(severe), iri)

        return [self._contradiction(one) for one in sorted(iris, key=rank)]

    def _contradiction(self, iri: str) -> Json:
        """What contradicts what by language, and the statements that do."""
        values = self._properties.values(iri, ns.RESULT_MESSAGE)
        messages = {one.language or "": one.value for one in values if isinstance(one, Literal)}
        if "de" in messages:
            messages["de"] = written_dates(messages["de"])
        involved = self._properties.values(iri, ns.gov("involves"))
        statements = sorted(one.value for one in involved if isinstance(one, NamedNode))
        return {"messages": dict(sorted(messages.items())), "statements": statements}

    def _term(self, one: Explanation) -> Json | None:
        """What all articles together say of how long somebody held an office."""
        term = self._terms.of(one.statement)
        if term is None:
            return None
        return {"period": term.period, "bounds": [getattr(term, name) for name in BOUNDS], "standing": term.standing}

    def _role(self, one: Explanation) -> Json | None:
        """Role of a tenure, called in the feminine where a woman holds it."""
        iri = self._properties.text(one.statement, ns.ROLE)
        if not iri:
            return None
        told = self._thing(iri)
        told["label"] = self._titles.of(Thing(iri, told["label"]), one.subject.iri, one.evidence)
        return told

    def _told(self, thing: Thing) -> Json:
        return self._thing(thing.iri)

    def _thing(self, iri: str) -> Json:
        return {"iri": iri, "label": self._names.label(iri), "type": self._types(iri)[0]}

    def _types(self, iri: str) -> tuple[str, str]:
        """Coarse type and most specific class, as local names; empty where the graph does not say."""
        if iri not in self._typed:
            self._typed[iri] = self._read_types(iri)
        return self._typed[iri]

    def _read_types(self, iri: str) -> tuple[str, str]:
        schema = load_schema()
        classes = sorted(
            one.value.removeprefix(NAMESPACE)
            for one in self._properties.values(iri, ns.TYPE)
            if isinstance(one, NamedNode) and one.value.startswith(NAMESPACE)
        )
        kind = kind_of(iri)
        coarse = (
            kind.capitalize() if kind in ENTITY_KINDS else next((str(schema.coarse(one) or one) for one in classes), "")
        )
        return coarse, next((one for one in classes if one != coarse), coarse)

    def _labels(self, iri: str) -> dict[str, str]:
        found = [one for one in self._properties.values(iri, ns.PREF_LABEL) if isinstance(one, Literal)]
        return {one.language or "": one.value for one in found}

    def _aliases(self, iri: str) -> list[str]:
        found = {
            one.value
            for predicate in _ALSO
            for one in self._properties.values(iri, predicate)
            if isinstance(one, Literal)
        }
        return sorted(found - {self._names.label(iri)})

    def _subjects(self, predicate: NamedNode, iri: str) -> list[str]:
        found = self._store.match(None, predicate, NamedNode(iri))
        return sorted({quad.subject.value for quad in found if isinstance(quad.subject, NamedNode)})


def _construction(rule: str) -> Json | None:
    """What the ontology says of a rule by language: its name, and what is read by it; None for a frame."""
    one = load_constructions().get(rule)
    if one is None:
        return None
    return {language: {"label": label, "text": one.definitions[language]} for language, label in one.labels.items()}


def proof_document(proof: Proof) -> Json:
    """A quote as documents have it."""
    told = asdict(proof)
    del told["leading"], told["source"], told["digest"]
    return told


def _order(one: Explanation) -> tuple[str, ...]:
    """By relation and names; offices, of which a life has several, by time, as far as it is known."""
    date = one.evidence[0].date if one.evidence else ""
    when = one.since or (one.until and min(one.until, date or one.until)) or date if one.predicate == HOLDS else ""
    return (one.predicate, when, one.object.label, one.subject.label, date, one.statement)


def _first(one: Explanation, article: str) -> int:
    return min((proof.start for proof in one.evidence if proof.article == article), default=0)


def _spans(said: Iterable[Explanation], article: str) -> tuple[list[Span], list[int]]:
    """Places of the words of statements in an article, and which statement each belongs to."""
    spans, owners = [], []
    for at, one in enumerate(said):
        for proof in one.evidence:
            if proof.article == article:
                start = proof.start if proof.cut is None else proof.cut[0]
                spans.append(Span(start, proof.end, proof.quote))
                owners.append(at)
    return spans, owners
