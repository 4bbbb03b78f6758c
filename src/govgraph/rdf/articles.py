"""Quads of one article's graph: what the article is, what it names, what it states, and where it says so."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from pyoxigraph import Literal, NamedNode, Quad

from govgraph.language.identify import UNKNOWN
from govgraph.model import (
    Article,
    ArticleRecord,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Genre,
    Modality,
    Office,
    Predicate,
    Status,
    digest,
    slug,
)
from govgraph.rdf import namespaces as ns
from govgraph.rdf.literals import clean, decimal, german, integer, node, text, uri, when
from govgraph.rdf.quotes import quote_digest
from govgraph.rdf.spellings import bent

_PLAIN_KINDS = ("jurisdiction", "organisation")


_Stated = TypeVar("_Stated", bound=Fact | Office)


class Known(Protocol):
    """What the reference data say about a thing."""

    def labels(self, iri: str) -> frozenset[str]:
        """All labels; empty for a thing that they do not hold."""

    def name(self, iri: str) -> str | None:
        """The preferred German label, or None."""

    def bent(self, iri: str) -> frozenset[str]:
        """Genitives and adjectives of its name, as far as they say so."""


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """What the quads of an article need to know beside its record.

    Attributes:
        base: What the IRIs of statements, evidence and tenures begin with.
        run: IRI of the activity that read the article.
        known: What the reference data say.
    """

    base: str
    run: NamedNode
    known: Known


def office_iri(role: str, organisation: str, base: str) -> str:
    """IRI of an office: one role in one body.

    Jurisdictions and organisations stand with their slug alone; any other kind is named, since the Stadt and the
    Land Bremen are two bodies with one slug.

    >>> office_iri("CIO", "https://w3id.org/govgraph/id/jurisdiction/hessen", "https://w3id.org/govgraph/id")
    'https://w3id.org/govgraph/id/office/cio-hessen'
    """
    kind, _, name = organisation.rpartition("/")
    kind = kind.rpartition("/")[2]
    role_slug = role.rpartition("/")[2] if "/" in role else slug(clean(role))
    return f"{base}/office/{role_slug}-{name if kind in _PLAIN_KINDS else f'{kind}-{name}'}"


def tenure_iri(article: str, office: Office, base: str) -> str:
    """IRI of what an article says of a person in an office."""
    since, until = office.since or "", office.until or ""
    content = (office.person, role_iri(office, base), office.organisation or "", office.status, since, until)
    return f"{base}/tenure/{article.rpartition('/')[2]}-{digest(chr(31).join(content))}"


def statement_iri(article: str, fact: Fact, base: str) -> str:
    """IRI of what an article says of two things."""
    content = (fact.subject, fact.predicate, fact.object, fact.modality, fact.speaker or "")
    return f"{base}/statement/{article.rpartition('/')[2]}-{digest(chr(31).join(content))}"


def role_iri(office: Office, base: str) -> str:
    """IRI of an office's role: that of the ontology, or one made from a title that the ontology lacks."""
    return office.role_id or f"{base}/role/{slug(clean(office.role))}"


def notion(term: Modality | Status | Genre) -> NamedNode:
    """Individual of the ontology that stands for a word of records.

    >>> notion(Modality.PLANNED).value
    'https://w3id.org/govgraph/ontology#Planned'
    """
    return ns.gov(term.value.capitalize())


def article_quads(one: ArticleRecord, context: ArticleContext) -> set[Quad]:
    """Quads of an article's named graph.

    Raises:
        RecordError: An id in the record is no IRI.
    """
    return set(_Writer(one, context).quads())


def place_quads(article: Article) -> set[Quad]:
    """Where an article stands: its page and source. An article may stand in several places."""
    iri = node(article.id)
    places = ((ns.gov("page"), article.page), (ns.gov("source"), article.source))
    return {Quad(iri, predicate, text(place), iri) for predicate, place in places}


def _joined(stated: Iterable[_Stated], content: Callable[[_Stated], Hashable]) -> list[_Stated]:
    """Statements of an article, each once: what two rules have read is one statement, as sure as the surer."""
    joined: dict[Hashable, _Stated] = {}
    ordered: list[_Stated] = sorted(stated, key=lambda said: (-said.confidence, str(said)))
    for one in ordered:
        key = content(one)
        first = joined.get(key, one)
        joined[key] = replace(first, evidence=tuple(sorted({*first.evidence, *one.evidence})))
    return list(joined.values())


def _tag(article: Article) -> str | None:
    """Language tag of an article's title; none where the language is not known."""
    return None if article.language == UNKNOWN else article.language


def _parts_of_others(one: ArticleRecord, context: ArticleContext) -> frozenset[str]:
    """Units of bodies of another Land, or of bodies whose Land the reference data know.

    The Land of an article is not that of the federal department that it names.
    """
    lands = {entity.id: entity.jurisdiction for entity in one.entities if entity.type is EntityType.ORGANISATION}
    wholes: dict[str, set[str]] = defaultdict(set)
    for fact in one.facts:
        if fact.predicate is Predicate.PART_OF and fact.modality is Modality.ASSERTED:
            wholes[fact.subject].add(fact.object)

    def is_elsewhere(part: str, whole: str) -> bool:
        other = lands.get(whole)
        return whole in lands and other != lands[part] and bool(other or context.known.labels(whole))

    return frozenset(
        part for part, above in wholes.items() if part in lands and all(is_elsewhere(part, one) for one in above)
    )


class _Writer:
    """Writes one article. The article's own slug heads the IRIs of its statements and evidence."""

    def __init__(self, one: ArticleRecord, context: ArticleContext) -> None:
        self._one = one
        self._context = context
        self._sent: dict[str, list[Fact]] = defaultdict(list)
        for fact in one.facts:
            if fact.predicate is Predicate.REPRESENTS:
                self._sent[fact.subject].append(fact)
        self._article = node(one.article.id)
        self._slug = one.article.id.rpartition("/")[2]
        self._names: Mapping[str, str] = {entity.id: entity.name for entity in one.entities}
        self._elsewhere = _parts_of_others(one, context)

    def quads(self) -> Iterator[Quad]:
        yield from self._head()
        for entity in self._one.entities:
            yield from self._entity(entity)
        for fact in _joined(self._one.facts, lambda one: replace(one, confidence=0.0, evidence=(), rule="")):
            yield from self._statement(fact)
        for office in _joined(self._one.offices, self._tenure_iri):
            yield from self._tenure(office)

    def _tenure_iri(self, office: Office) -> str:
        return tenure_iri(self._one.article.id, office, self._context.base)

    def _add(self, subject: NamedNode, pairs: Iterable[tuple[NamedNode, NamedNode | Literal | None]]) -> Iterator[Quad]:
        for predicate, value in pairs:
            if value is not None:
                yield Quad(subject, predicate, value, self._article)

    def _head(self) -> Iterator[Quad]:
        article = self._one.article
        body = clean(article.text)
        return self._add(
            self._article,
            (
                (ns.TYPE, ns.gov("Article")),
                (ns.TYPE, ns.NEWS_ARTICLE),
                (ns.HEADLINE, text(article.title, _tag(article)) if article.title else None),
                (ns.gov("kicker"), text(article.kicker) if article.kicker else None),
                (ns.LANGUAGE, text(article.language)),
                (ns.IN_LANGUAGE, text(article.language)),
                (ns.DATE_PUBLISHED, when(article.date) if article.date else None),
                (ns.gov("genre"), notion(article.genre)),
                *((ns.AUTHOR, text(name)) for name in article.authors),
                *((ns.CREATOR, node(iri)) for iri in self._authors()),
                (ns.URL, uri(article.url) if article.url else None),
                (ns.gov("textDigest"), text(hashlib.sha256(body.encode("utf-8")).hexdigest())),
                (ns.GENERATED_BY, self._context.run),
                *((ns.gov("mentions"), node(entity.id)) for entity in self._one.entities),
            ),
        )

    def _entity(self, entity: Entity) -> Iterator[Quad]:
        """Labels as the article has them; type and preferred label only where the reference data hold none."""
        subject = node(entity.id)
        known = self._context.known.labels(entity.id)
        if known:
            return self._add(subject, self._other_names({entity.name, *entity.aliases}, known, entity.id))
        tied = entity.type not in (EntityType.PERSON, EntityType.JURISDICTION) and entity.id not in self._elsewhere
        return self._add(
            subject,
            (
                (ns.TYPE, ns.gov(entity.kind)),
                (ns.PREF_LABEL, german(entity.name)),
                *self._other_names(entity.aliases, {clean(entity.name)}, entity.id),
                (ns.gov("jurisdiction"), node(entity.jurisdiction) if tied and entity.jurisdiction else None),
            ),
        )

    def _other_names(self, forms: Iterable[str], names: Set[str], iri: str) -> list[tuple[NamedNode, Literal]]:
        """Forms that are no known names: other names, and apart from these the names as sentences bend them."""
        others = {clean(form) for form in forms} - names
        hidden = bent(others, names) | (others & self._context.known.bent(iri))
        return [(ns.HIDDEN_LABEL if form in hidden else ns.ALT_LABEL, german(form)) for form in sorted(others)]

    def _statement(self, fact: Fact) -> Iterator[Quad]:
        seated = self._seated(fact)
        subject, predicate, value = node(fact.subject), ns.gov(fact.predicate), node(fact.object)
        yield from self._add(
            node(statement_iri(self._one.article.id, fact, self._context.base)),
            (
                (ns.TYPE, ns.gov("Statement")),
                (ns.SUBJECT, subject),
                (ns.PREDICATE, predicate),
                (ns.OBJECT, value),
                (ns.gov("modality"), notion(fact.modality)),
                (ns.gov("rule"), text(fact.rule)),
                (ns.gov("speaker"), node(fact.speaker) if fact.speaker else None),
                *((ns.gov("seatOf"), node(iri)) for iri in seated),
                *self._support(fact),
            ),
        )
        yield from self._evidence(fact.evidence)
        if fact.modality is Modality.ASSERTED:
            yield from self._add(subject, ((predicate, value),))
            for iri in seated:
                if iri != fact.subject:
                    yield from self._add(node(iri), ((ns.gov("representedIn"), value),))

    def _seated(self, seat: Fact) -> list[str]:
        """Whose seat in a body is told of: who sits there, and whom they represent by the same article."""
        if seat.predicate not in (Predicate.MEMBER_OF, Predicate.CHAIRS):
            return []
        # whom they represent now, or did as they had their seat
        sent = (one for one in self._sent[seat.subject] if one.modality in (Modality.ASSERTED, seat.modality))
        return sorted({seat.subject, *(one.object for one in sent)})

    def _tenure(self, office: Office) -> Iterator[Quad]:
        base = self._context.base
        role = role_iri(office, base)
        post = self._post(office, role)
        date = self._one.article.date
        yield from self._add(
            node(self._tenure_iri(office)),
            (
                (ns.TYPE, ns.gov("Tenure")),
                (ns.MEMBER, node(office.person)),
                (ns.ROLE, node(role)),
                (ns.ORGANIZATION, node(office.organisation) if office.organisation else None),
                (ns.gov("office"), post),
                (ns.gov("status"), notion(office.status)),
                (ns.gov("since"), when(office.since) if office.since else None),
                (ns.gov("until"), when(office.until) if office.until else None),
                (ns.gov("observedOn"), when(date) if date else None),
                (ns.gov("rule"), text(office.rule)),
                *self._support(office),
            ),
        )
        yield from self._evidence(office.evidence)
        if not self._context.known.labels(role):
            yield from self._add(node(role), ((ns.TYPE, ns.gov("Role")), (ns.PREF_LABEL, german(office.role))))
        yield from self._add(
            post,
            (
                (ns.TYPE, ns.gov("Office")),
                (ns.PREF_LABEL, german(self._post_name(office, role))),
                (ns.ROLE, node(role)),
                (ns.POST_IN, node(office.organisation) if office.organisation else None),
            ),
        )

    def _post(self, office: Office, role: str) -> NamedNode:
        """Office of a tenure. Where the article names no organisation, it is that person's in that article alone."""
        if office.organisation is not None:
            return node(office_iri(role, office.organisation, self._context.base))
        own = digest(f"{self._one.article.id} {office.person}")
        return node(f"{self._context.base}/office/{role.rpartition('/')[2]}-{own}")

    def _post_name(self, office: Office, role: str) -> str:
        # Taken from the reference data where they know it, so that all articles call one office the same.
        title = self._context.known.name(role) or office.role
        if office.organisation is None:
            return title
        body = self._context.known.name(office.organisation) or self._names.get(office.organisation, "")
        # „Chef der Staatskanzlei“ and „Staatskanzlei Hessen“ have a word in common, which is said once
        common = title.rpartition(" ")[2]
        return f"{title}{body.removeprefix(common)}" if body.startswith(f"{common} ") else f"{title} {body}".rstrip()

    def _authors(self) -> Iterator[str]:
        """Persons of the article whom the byline names."""
        people = {one.name: one.id for one in self._one.entities if one.type is EntityType.PERSON}
        return (people[name] for name in self._one.article.authors if name in people)

    def _support(self, stated: Fact | Office) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
        yield ns.gov("confidence"), decimal(stated.confidence)
        for evidence in stated.evidence:
            yield ns.gov("evidence"), self._evidence_iri(evidence)
        yield ns.DERIVED_FROM, self._article
        yield ns.GENERATED_BY, self._context.run

    def _evidence(self, evidence: Iterable[Evidence]) -> Iterator[Quad]:
        for one in evidence:
            yield from self._add(
                self._evidence_iri(one),
                (
                    (ns.TYPE, ns.gov("Evidence")),
                    (ns.gov("quote"), text(one.quote)),
                    (ns.gov("quoteDigest"), text(quote_digest(one.quote))),
                    (ns.gov("start"), integer(one.start)),
                    (ns.gov("end"), integer(one.end)),
                    (ns.gov("article"), self._article),
                ),
            )

    def _evidence_iri(self, evidence: Evidence) -> NamedNode:
        # The article's slug ends in a digest of its text, so the offsets say the rest.
        return node(f"{self._context.base}/evidence/{self._slug}-{evidence.start}-{evidence.end}")

    def _iri(self, kind: str, content: tuple[str, ...]) -> NamedNode:
        return node(f"{self._context.base}/{kind}/{self._slug}-{digest(chr(31).join(content))}")
