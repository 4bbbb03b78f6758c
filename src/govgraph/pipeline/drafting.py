"""Judgements on a graph as Turtle, not yet written anywhere.

They hold the words and places by which later builds know again what they are about.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from govgraph.errors import CorrectionsError, NotFoundError
from govgraph.model import ArticleRecord, EntityType, Modality, Predicate, Record, Status
from govgraph.model.days import span
from govgraph.pipeline.building import corrections_path
from govgraph.pipeline.correcting import Corrected, corrected
from govgraph.pipeline.extraction import sure_enough
from govgraph.pipeline.manifest import options_of
from govgraph.pipeline.options import BuildOptions
from govgraph.pipeline.readings import load_reading, load_readings
from govgraph.query import Proof
from govgraph.query.names import ENTITY_KINDS, kind_of, statement_called
from govgraph.query.proof import Properties
from govgraph.rdf import Signature, judgement_block, load_corrections, quote_digest
from govgraph.rdf import namespaces as ns
from govgraph.rdf.articles import notion
from govgraph.rdf.corrections import review_of
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.literals import node, text, when
from govgraph.resolve import Anchor, Rejections, appearances, ends_of
from govgraph.vocabulary import load_vocabulary

_MOST_ANCHORS = 3
_OFFICE = (
    frozenset({EntityType.PERSON}),
    frozenset({EntityType.JURISDICTION, EntityType.MUNICIPALITY, EntityType.ORGANISATION}),
)
_NOBODY = Signature("nobody", datetime.date.min)
_Value = NamedNode | Literal
_Pair = tuple[NamedNode, _Value]
Seen = Mapping[str, Sequence[Anchor]]


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement to be added.

    Attributes:
        subject: IRI of its subject; of the person for an office.
        predicate: Relation, or None for an office.
        object: IRI of its object; of the body for an office, or an empty string.
        modality: How it holds.
        role: IRI of the role of an office, or an empty string.
        status: How an office is held.
        since: Begin of an office, or an empty string.
        until: End of an office, or an empty string.
    """

    subject: str
    predicate: Predicate | None
    object: str
    modality: Modality = Modality.ASSERTED
    role: str = ""
    status: Status = Status.CURRENT
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A judgement.

    Attributes:
        kind: `Same`, `Different`, `Rejection` or `Assertion`.
        pairs: What it says of itself.
        claim: The statement that it is about; empty for `Same` and `Different`.
    """

    kind: str
    pairs: tuple[_Pair, ...]
    claim: tuple[_Pair, ...] = ()

    def block(self, signature: Signature, base: str) -> tuple[str, str]:
        """IRI and Turtle. The IRI hangs on what is judged, not on who, when and why."""
        return judgement_block(self.kind, self.pairs, self.claim, signature, base)


class Drafter:
    """Makes judgements on the graph in a folder.

    Args:
        out: Output folder of a build.
        store: Its graph.
    """

    def __init__(self, out: Path, store: GraphReader) -> None:
        self._out = out
        self._store = store
        self._properties = Properties(store)
        self._read: dict[str, dict[str, ArticleRecord]] = {}
        self.options: BuildOptions = options_of(out)
        self.path: Path = corrections_path(out, self.options)

    @property
    def base(self) -> str:
        """What the IRIs of the graph's things begin with."""
        return self.options.base

    def identity(self, same: bool, first: str, second: str, *, seen: Seen | None = None) -> Draft:
        """Judge that two are one, or that they are two.

        Args:
            same: Whether they are one.
            first: IRI of a thing of the graph, or of an article: whether two are versions of one text.
            second: The same, or an IRI from outside, such as that of Wikidata.
            seen: What `seen` gives for both; None to find out.

        Raises:
            CorrectionsError: They are one already, or cannot be one.
        """
        if ("/article/" in first) is not ("/article/" in second):
            raise CorrectionsError(f"{first!r} and {second!r} are an article and something else; nothing to judge")
        if first == second:
            judged = None if same else self._judged_same(first)
            if judged is not None:
                name = judged.value.rpartition("/")[2]
                one, two = (self._properties.text(judged.value, ns.gov(end)) for end in ("first", "second"))
                told = f"judgement {name} makes {one!r} and {two!r} one thing; this contradicts it"
                raise CorrectionsError(f"{told}: take it out of the file of corrections first")
            raise CorrectionsError(f"{first!r} is one thing in this graph already; nothing to judge")
        ours = first.startswith(f"{self.base}/") and second.startswith(f"{self.base}/")
        if ours and ("/person/" in first) is not ("/person/" in second):
            raise CorrectionsError(f"{first!r} and {second!r} are a person and something else; nothing to judge")
        anchors = self.seen((first, second)) if seen is None else seen
        pairs: list[_Pair] = [(ns.gov("first"), node(first)), (ns.gov("second"), node(second))]
        for name, iri in (("first", first), ("second", second)):
            pairs += _seen(name, anchors.get(iri, ()))
        return Draft("Same" if same else "Different", tuple(pairs))

    def _judged_same(self, iri: str) -> NamedNode | None:
        """A judgement by which a thing is one with another."""
        judged = {
            quad.subject.value
            for end in ("first", "second")
            for quad in self._store.match(None, ns.gov(end), node(iri))
            if isinstance(quad.subject, NamedNode)
            and next(self._store.match(quad.subject, ns.TYPE, ns.gov("Same")), None) is not None
        }
        return NamedNode(min(judged)) if judged else None

    def rejection(self, statement: str) -> Draft:
        """Judge that a statement or tenure was read wrongly.

        Args:
            statement: Its IRI, or the end of it, as `explain` shows it.

        Raises:
            NotFoundError: There is no such statement, or its words are not known.
        """
        return self._reviewed("Rejection", self.statement(statement))

    def confirmation(self, statement: str) -> Draft:
        """Judge that a statement or tenure was read rightly.

        Args:
            statement: As for `rejection`.

        Raises:
            NotFoundError: As for `rejection`.
        """
        return self._reviewed("Assertion", self.statement(statement))

    def replacement(self, statement: str, claim: Claim) -> tuple[Draft, Draft]:
        """Judge that the words of a statement say something else: it is rejected, and the other asserted.

        Args:
            statement: As for `rejection`.
            claim: What the words say.

        Raises:
            NotFoundError: As for `rejection`, or an end of the claim is nothing in this graph.
            CorrectionsError: The claim is the statement, or makes no sense: see `assertion`.
        """
        iri = self.statement(statement)
        for end in (claim.subject, claim.object, claim.role):
            if end and next(self._store.match(node(end)), None) is None:
                raise NotFoundError(f"nothing in this graph is {end}; choose something that it knows")
        meant = self._sensible(claim)
        if set(meant) == set(self._said(iri)):
            raise CorrectionsError("what is meant is what was read; change something, or judge it right")
        return self._reviewed("Rejection", iri), Draft("Assertion", self._where(iri), meant)

    def assertion(self, claim: Claim, words: str, article: str | None = None) -> Draft:
        """Add a statement that was overlooked.

        Args:
            claim: The statement.
            words: Words of an article, verbatim, that make it.
            article: IRI, title or page of the article; None to look for the words in all.

        Raises:
            NotFoundError: No article has these words, or several have and none was named.
            CorrectionsError: It makes no sense: an office that ends before it begins, a thing and itself, or ends that
                the relation does not take.
        """
        said = self._sensible(claim)
        place = self._article_with(words, article)
        pairs: tuple[_Pair, ...] = (
            (ns.gov("words"), text(words)),
            (ns.DERIVED_FROM, node(place.article.id)),
            (ns.SOURCE, text(place.article.source)),
        )
        return Draft("Assertion", pairs, (*said, *self._persons_seen(claim, place)))

    # ------------------------------------------------------------------

    def _sensible(self, claim: Claim) -> tuple[_Pair, ...]:
        """What a claim says; refused if it can hold of nothing of these kinds."""
        if claim.predicate is None:
            ends, said = _OFFICE, "holdsOffice"
        else:
            ends, said = load_vocabulary(self.options.lexicon_files).signatures[claim.predicate], str(claim.predicate)
            if claim.subject == claim.object:
                raise CorrectionsError(f"{claim.subject!r} stands on both sides of {said}; name two things")
        for side, iri, types in zip(("subject", "object"), (claim.subject, claim.object), ends, strict=True):
            allowed = sorted(str(one).lower() for one in types)
            kind = kind_of(iri)
            if kind in ENTITY_KINDS and kind not in allowed:
                raise CorrectionsError(f"{iri!r} is no {side} of {said}; allowed are kinds {', '.join(allowed)}")
        return claimed(claim)

    def statement(self, name: str) -> str:
        """IRI of the statement or tenure that an IRI means, or the end of one.

        Raises:
            NotFoundError: There is no such statement.
        """
        return statement_called(self._store, name)

    def _said(self, iri: str) -> tuple[_Pair, ...]:
        """What a statement or tenure says."""
        about = {quad.predicate: quad.object for quad in self._store.match(NamedNode(iri))}
        kind, content = "Statement", [ns.SUBJECT, ns.PREDICATE, ns.OBJECT, ns.gov("modality")]
        if ns.MEMBER in about:
            kind = "Tenure"
            content = [ns.MEMBER, ns.ROLE, ns.ORGANIZATION, *(ns.gov(name) for name in ("status", "since", "until"))]
        found = ((one, about[one]) for one in content if one in about)
        said = ((one, value) for one, value in found if isinstance(value, NamedNode | Literal))
        return ((ns.TYPE, ns.gov(kind)), *said)

    def _where(self, iri: str) -> tuple[_Pair, ...]:
        """Which statement is judged, with its words, its article and where that is from."""
        quotes = {self._whole(proof) for proof in self._properties.proofs(iri)}
        article = node(self._properties.text(iri, ns.DERIVED_FROM))
        source = self._properties.text(article.value, ns.gov("source"))
        return (
            (ns.gov("judges"), node(iri)),
            *((ns.gov("words"), text(one)) for one in sorted(quotes)),
            (ns.DERIVED_FROM, article),
            *([(ns.SOURCE, text(source))] if source else []),
        )

    def _reviewed(self, kind: str, iri: str) -> Draft:
        draft = Draft(kind, self._where(iri), self._said(iri))
        return replace(draft, claim=(*draft.claim, *self._as_read(draft)))

    def _as_read(self, draft: Draft) -> Iterator[_Pair]:
        """Where the ends of a statement appear under other IRIs than those of the graph."""
        _, block = replace(draft, kind="Rejection").block(_NOBODY, self.base)
        review = review_of(block)
        read = self._article(review.article)
        if read is None:
            return
        found = Rejections([review], lambda anchor: anchor[1]).fitting(read)
        found = found or Rejections([review], self._corrected.now).fitting(read)
        firsts, seconds = zip(*map(ends_of, found), strict=True) if found else ((), ())
        for name, end, others in zip(("first", "second"), ends_of(review.claim), (firsts, seconds), strict=True):
            if set(others) - {end}:
                yield from _seen(name, ((review.article, other) for other in others if other))

    def _article(self, iri: str) -> ArticleRecord | None:
        """An article as it was read; None if it has not come along with the graph."""
        source = self._properties.text(iri, ns.gov("source"))
        if source not in self._read:
            reading = load_reading(self._out, source)
            record = reading and reading.record
            found = sure_enough(record, self.options.least_confidence).articles if record else ()
            self._read[source] = {one.article.id: one for one in found}
        return self._read[source].get(iri)

    def _persons_seen(self, claim: Claim, place: ArticleRecord) -> Iterator[_Pair]:
        """Where the persons of a claim appear, if the article that makes it has them not under their IRIs."""
        for name, iri in (("first", claim.subject), ("second", claim.object)):
            if "/person/" not in iri:
                continue
            here = [
                anchor
                for anchor in ((place.article.id, entity.id) for entity in place.entities)
                if self._corrected.now(anchor) == iri
            ]
            if here != [(place.article.id, iri)]:
                yield from _seen(name, here or self.seen((iri,))[iri])

    @cached_property
    def _corrected(self) -> Corrected:
        return corrected(self._records, load_corrections(self.path), self.options)

    @cached_property
    def _records(self) -> tuple[Record, ...]:
        readings = load_readings(self._out)
        return tuple(
            sure_enough(record, self.options.least_confidence)
            for _, one in sorted(readings.items())
            if (record := one.record) is not None
        )

    def _whole(self, proof: Proof) -> str:
        """All the words of an evidence; where the graph has fewer, from the article as it was read."""
        if proof.quote and proof.cut is None:
            return proof.quote
        for record in self._records:
            for one in record.articles:
                words = one.article.text[proof.start : proof.end]
                if one.article.id == proof.article and quote_digest(words) == proof.digest:
                    return words
        raise NotFoundError(f"the words of {proof.article} are not in this graph; fill them with `govgraph rehydrate`")

    def seen(self, iris: Iterable[str]) -> Seen:
        """The first appearances of persons, by IRI; other things are named by their IRI alone."""
        wanted = {iri for iri in iris if "/person/" in iri}
        if not wanted:
            return {}
        resolution = self._corrected.resolution
        found: dict[str, list[Anchor]] = {iri: [] for iri in wanted}
        for anchor in sorted(appearances(self._records)):
            iri = resolution.iri(anchor)
            if iri in wanted and len(found[iri]) < _MOST_ANCHORS:
                found[iri].append(anchor)
        return dict(found)

    def now_called(self, name: str) -> str | None:
        """IRI in the graph of what had another IRI when its article was read; None if there is no such thing.

        Args:
            name: IRI, or its end after a kind and a colon.
        """
        end = f"/{name.replace(':', '/', 1)}"
        found = {
            self._corrected.now(anchor)
            for anchor in appearances(self._records)
            if anchor[1] == name or (":" in name and anchor[1].endswith(end))
        }
        return found.pop() if len(found) == 1 else None

    def _article_with(self, words: str, name: str | None) -> ArticleRecord:
        articles = [one for record in self._records for one in record.articles]
        if name is not None:
            ends = (f"/{name.removeprefix('article:')}",)
            articles = [
                one
                for one in articles
                if name in (one.article.id, one.article.title, one.article.page, one.article.source)
                or one.article.id.endswith(ends)
            ]
        fitting = {one.article.id: one for one in articles if words and words in one.article.text}
        if len(fitting) != 1:
            found = ", ".join(sorted(fitting)) or "none"
            raise NotFoundError(
                f"the words must stand in exactly one article, verbatim; found in: {found}; "
                "give more words, or --article"
            )
        return next(iter(fitting.values()))


def _seen(name: str, anchors: Iterable[Anchor]) -> Iterator[_Pair]:
    for anchor in sorted(set(anchors)):
        yield ns.gov(f"{name}Seen"), text(" ".join(anchor))


def claimed(claim: Claim) -> tuple[_Pair, ...]:
    """What a claim says.

    Raises:
        CorrectionsError: It is an office that ends before it begins.
    """
    since, until = span(claim.since), span(claim.until)
    if since and until and since.first > until.last:
        raise CorrectionsError(
            f"the time from {claim.since!r} to {claim.until!r} ends before it begins; swap the dates"
        )
    if claim.predicate is not None:
        return (
            (ns.TYPE, ns.gov("Statement")),
            (ns.SUBJECT, node(claim.subject)),
            (ns.PREDICATE, ns.gov(claim.predicate)),
            (ns.OBJECT, node(claim.object)),
            (ns.gov("modality"), notion(claim.modality)),
        )
    pairs: tuple[tuple[NamedNode, _Value | None], ...] = (
        (ns.TYPE, ns.gov("Tenure")),
        (ns.MEMBER, node(claim.subject)),
        (ns.ROLE, node(claim.role)),
        (ns.ORGANIZATION, node(claim.object) if claim.object else None),
        (ns.gov("status"), notion(claim.status)),
        (ns.gov("since"), when(claim.since) if claim.since else None),
        (ns.gov("until"), when(claim.until) if claim.until else None),
    )
    return tuple((one, two) for one, two in pairs if two is not None)
