"""Statements that people have judged: dropped where they were read wrongly, added where they were overlooked.

A statement is known again by its words and by what its ends were called when it was read. What they are called in the
graph changes when two become one, or one becomes two.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from govgraph.model import ArticleRecord, Entity, Evidence, Fact, Office, Record, slug
from govgraph.resolve.judgements import Outcome, Review
from govgraph.resolve.people import Anchor

ASSERTED_BY_HAND = "asserted-by-hand"
"""Rule of the statements that people have added."""

Now = Callable[[Anchor], str]
"""IRI that something has in the graph now, by where it appears and its IRI as read there."""

_Stated = TypeVar("_Stated", bound=Fact | Office)


@dataclass(frozen=True, slots=True)
class _End:
    """By what an end of a judged statement is known again.

    Attributes:
        there: IRIs that it can have as read in the article that was judged.
        elsewhere: The same for other articles with these words.
        now: IRIs that it has in the graph now.
    """

    there: frozenset[str | None]
    elsewhere: frozenset[str | None]
    now: frozenset[str | None]

    def fits(self, iri: str | None, anchor: Anchor | None, judged: bool, now: Now) -> bool:
        """Whether this end of a statement as read is the one that was judged."""
        if anchor is None:
            return iri in self.there
        return iri in (self.there if judged else self.elsewhere) or now(anchor) in self.now


class Rejections:
    """Drops statements that were judged wrong, from records as they were read.

    Args:
        reviews: What was judged; assertions are passed over.
        now: What things of the records are called in the graph.
    """

    def __init__(self, reviews: Iterable[Review], now: Now) -> None:
        self._now = now
        self._reviews: dict[tuple[object, ...], list[tuple[Review, _End, _End]]] = {}
        self.used: set[str] = set()
        for one in reviews:
            if not one.holds:
                first, second = ends_of(one.claim)
                known = (one, self._end(one, first, one.first_seen), self._end(one, second, one.second_seen))
                self._reviews.setdefault(_content(one.claim), []).append(known)

    def without(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """Records without these statements; what loses none is the same object."""
        if not self._reviews:
            return tuple(records)
        return tuple(_with_articles(one, tuple(map(self._article, one.articles))) for one in records)

    def fitting(self, one: ArticleRecord) -> list[Fact | Office]:
        """Statements of an article as read that were judged wrong."""
        stated: tuple[Fact | Office, ...] = (*one.facts, *one.offices)
        return [each for each in stated if self._is_rejected(each, one.article.id)]

    def _end(self, one: Review, iri: str | None, seen: Sequence[Anchor]) -> _End:
        there: frozenset[str | None] = frozenset(local for article, local in seen if article == one.article)
        there = there or frozenset({iri})
        anchors = seen or ([(one.article, iri)] if iri else [])
        return _End(there, there | {iri}, frozenset(self._now(anchor) for anchor in anchors))

    def _article(self, one: ArticleRecord) -> ArticleRecord:
        facts = tuple(fact for fact in one.facts if not self._is_rejected(fact, one.article.id))
        offices = tuple(office for office in one.offices if not self._is_rejected(office, one.article.id))
        return one if (facts, offices) == (one.facts, one.offices) else replace(one, facts=facts, offices=offices)

    def _is_rejected(self, stated: Fact | Office, article: str) -> bool:
        known = self._reviews.get(_content(stated), ())
        quotes = {_plain(one.quote) for one in stated.evidence} if known else set()
        for review, *ends in known:
            if quotes & {_plain(words) for words in review.words} and all(
                end.fits(iri, (article, iri) if iri else None, article == review.article, self._now)
                for end, iri in zip(ends, ends_of(stated), strict=True)
            ):
                self.used.add(review.iri)
                return True
        return False


class Assertions:
    """Adds statements that were overlooked to records as the graph has them.

    Args:
        reviews: What was judged, with the IRIs that its ends have in the graph now; rejections are passed over.
        things: IRI → a thing of the graph or of the reference data.
    """

    def __init__(self, reviews: Iterable[Review], things: Callable[[str], Entity | None]) -> None:
        self._reviews = [one for one in reviews if one.holds]
        self._things = things
        self.used: set[str] = set()

    def added(self, records: Sequence[Record]) -> tuple[Record, ...]:
        """Records with these statements; what gains none is the same object."""
        if not self._reviews:
            return tuple(records)
        placed = self._placed(records)
        return tuple(
            _with_articles(record, tuple(self._article(one, placed.get(one.article.id, ())) for one in record.articles))
            for record in records
        )

    def _placed(self, records: Sequence[Record]) -> Mapping[str, list[Review]]:
        """Article → reviews that add to it: the one that was judged, or one of its page with the same words."""
        articles = {one.article.id: (record, one) for record in records for one in record.articles}
        placed: dict[str, list[Review]] = {}
        for review in self._reviews:
            fitting = [
                one.article.id
                for record, one in articles.values()
                if (one.article.id == review.article or record.source == review.source)
                and all(words in one.article.text for words in review.words)
            ]
            if fitting:
                best = review.article if review.article in fitting else min(fitting)
                placed.setdefault(best, []).append(review)
        return placed

    def _article(self, one: ArticleRecord, added: Iterable[Review]) -> ArticleRecord:
        facts, offices = list(one.facts), list(one.offices)
        entities = {entity.id: entity for entity in one.entities}
        for review in added:
            claim = replace(review.claim, rule=ASSERTED_BY_HAND)
            things = [entities.get(iri) or self._things(iri) for iri in ends_of(claim) if iri]
            if not all(things):
                continue
            self.used.add(review.iri)
            entities.update(
                (thing.id, replace(thing, mentions=())) for thing in things if thing and thing.id not in entities
            )
            evidence = tuple(_evidence(one.article.text, words) for words in review.words)
            if isinstance(claim, Fact):
                facts = _asserted(facts, claim, evidence)
            else:
                offices = _asserted(offices, claim, evidence)
        if (tuple(facts), tuple(offices)) == (one.facts, one.offices):
            return one
        return replace(
            one,
            entities=tuple(entities[iri] for iri in sorted(entities)),
            facts=tuple(sorted(facts, key=lambda fact: (fact.subject, fact.predicate, fact.object, fact.modality))),
            offices=tuple(sorted(offices, key=lambda office: (office.person, office.role, office.organisation or ""))),
        )


def tell_of_reviews(
    reviews: Iterable[Review], used: Collection[str], records: Iterable[Record], outcome: Outcome
) -> None:
    """Tell the outcome of reviews that fit nothing in records.

    Args:
        reviews: All of a file.
        used: IRIs of those that were applied.
        records: What they were applied to.
        outcome: Takes the others.
    """
    sources = {record.source: record for record in records}
    texts = {one.article.id for record in sources.values() for one in record.articles}
    for one in reviews:
        if one.iri in used:
            continue
        if one.article in texts:
            if one.holds:
                outcome.reopen(one.iri, one.line, "its words or one of its ends are not in that article")
            else:
                outcome.idle(one.iri, one.line, "the statement is not read from that article any more")
        elif one.source in sources:
            outcome.reopen(one.iri, one.line, f"the text of {one.source} has changed; judge it anew, or drop it")
        else:
            outcome.idle(one.iri, one.line, f"{one.source or one.article} is not in this graph")


def ends_of(claim: Fact | Office) -> tuple[str, str | None]:
    """Subject and object of a fact, holder and body of an office."""
    return (claim.subject, claim.object) if isinstance(claim, Fact) else (claim.person, claim.organisation)


def with_ends(review: Review, first: str, second: str | None) -> Review:
    """A review with other ends of its claim."""
    claim = review.claim
    if isinstance(claim, Fact):
        return replace(review, claim=replace(claim, subject=first, object=second or claim.object))
    return replace(review, claim=replace(claim, person=first, organisation=second))


def opposite(review: Review, others: Iterable[Review]) -> Review | None:
    """The first review that judges a statement in the same words the other way; None if there is none."""
    words = {_plain(one) for one in review.words}
    return next(
        (
            one
            for one in others
            if one.holds is not review.holds
            and _key(one.claim) == _key(review.claim)
            and words & {_plain(each) for each in one.words}
        ),
        None,
    )


def _with_articles(record: Record, articles: tuple[ArticleRecord, ...]) -> Record:
    return record if articles == record.articles else replace(record, articles=articles)


def _asserted(stated: Sequence[_Stated], claim: _Stated, evidence: tuple[Evidence, ...]) -> list[_Stated]:
    """What an article states, and what somebody says that it does; if that was read from it too, it is confirmed."""
    same = [one for one in stated if _key(one) == _key(claim)]
    if not same:
        return [*stated, replace(claim, confidence=1.0, evidence=evidence)]
    held = {(one.start, one.end) for each in same for one in each.evidence}
    more = tuple(one for one in evidence if (one.start, one.end) not in held)
    first = replace(same[0], evidence=tuple(sorted((*same[0].evidence, *more))))
    confirmed = [replace(one, confidence=1.0) for one in (first, *same[1:])]
    return [*(one for one in stated if one not in same), *confirmed]


def _key(stated: Fact | Office) -> tuple[object, ...]:
    return (*ends_of(stated), *_content(stated))


def _content(stated: Fact | Office) -> tuple[object, ...]:
    """What is said of the two ends."""
    if isinstance(stated, Fact):
        return (stated.predicate, stated.modality)
    # a title that the reference data lack is known by its slug in the graph
    role = (stated.role_id or slug(stated.role)).rpartition("/")[2]
    return (role, stated.status, stated.since, stated.until)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _evidence(text: str, words: str) -> Evidence:
    start = text.index(words)
    return Evidence(start, start + len(words), words)
