"""What people have judged: who is one and who is not, which statements are wrong, which were overlooked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from govgraph.model import ArticleRecord, Entity, Evidence, Fact, Issue, Office, Record, slug
from govgraph.resolve.people import Anchor
from govgraph.resolve.resolver import Judgements

_Stated = TypeVar("_Stated", bound=Fact | Office)

ASSERTED_BY_HAND = "asserted-by-hand"
"""Rule of the statements that people have added."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two that are judged.

    Attributes:
        iri: IRI at the time of the judgement.
        seen: Where it appears; it is known again by any of these. Empty for things that are named by their IRI.
    """

    iri: str
    seen: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Identification:
    """Whether two are one.

    Attributes:
        iri: IRI of the judgement.
        line: Line of the file that it begins on, from 1.
        same: Whether they are one.
        first: The one.
        second: The other.
    """

    iri: str
    line: int
    same: bool
    first: Side
    second: Side


@dataclass(frozen=True, slots=True)
class Review:
    """A statement that is wrong, or was overlooked.

    Attributes:
        iri: IRI of the judgement.
        line: Line of the file that it begins on, from 1.
        holds: Whether it is to be added; otherwise it is to be dropped.
        article: IRI of the article.
        source: Where the article was read from.
        words: Words of the article that the statement stands on.
        claim: The statement. Its evidence and confidence do not count.
    """

    iri: str
    line: int
    holds: bool
    article: str
    source: str
    words: tuple[str, ...]
    claim: Fact | Office


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that a file of corrections says.

    Attributes:
        path: The file, or None where there is none.
        identifications: Who is one and who is not.
        reviews: What is wrong, and what was overlooked.
    """

    path: Path | None = None
    identifications: tuple[Identification, ...] = ()
    reviews: tuple[Review, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.identifications or self.reviews)


@dataclass(slots=True)
class Outcome:
    """What became of the judgements in one build.

    Attributes:
        issues: Judgements that could not be applied, with the reason.
    """

    source: str
    issues: list[Issue] = field(default_factory=list)

    def reopen(self, iri: str, line: int, why: str) -> None:
        """Note that a judgement does not fit what is there now, so that somebody looks at it again."""
        message = f"{self.source}, line {line}: judgement {iri.rpartition('/')[2]} was not applied: {why}"
        self.issues.append(Issue(self.source, "resolve", "warning", "judgement-reopened", message))

    def idle(self, iri: str, line: int, why: str) -> None:
        """Note that a judgement has nothing to apply to in this graph."""
        message = f"{self.source}, line {line}: judgement {iri.rpartition('/')[2]} is idle: {why}"
        self.issues.append(Issue(self.source, "resolve", "note", "judgement-idle", message))


def appearances(records: Iterable[Record]) -> frozenset[Anchor]:
    """All appearances in records as read."""
    return frozenset(
        (one.article.id, entity.id) for record in records for one in record.articles for entity in one.entities
    )


def person_judgements(
    corrections: Corrections, there: frozenset[Anchor], anchors_of: Callable[[str], Sequence[Anchor]], outcome: Outcome
) -> Judgements:
    """Pairs of appearances for the resolver.

    Args:
        corrections: The file.
        there: Appearances in the records of this build.
        anchors_of: Appearances of what has an IRI by the names alone, for sides that do not say where they were seen.
        outcome: Takes judgements on somebody who is in no article any more.
    """
    same: list[tuple[Anchor, Anchor]] = []
    different: list[tuple[Anchor, Anchor]] = []
    for one in corrections.identifications:
        if not (is_person(one.first) or is_person(one.second)):
            continue
        sides = []
        for side in (one.first, one.second):
            seen = side.seen or tuple(anchors_of(side.iri))
            sides.append([anchor for anchor in seen if anchor in there])
        if not all(sides):
            gone = one.first.iri if not sides[0] else one.second.iri
            outcome.reopen(one.iri, one.line, f"{gone} appears in none of the articles that it was judged by")
            continue
        if one.same:
            same += [(sides[0][0], anchor) for anchor in (*sides[0][1:], *sides[1])]
        else:
            different += [(first, second) for first in sides[0] for second in sides[1]]
    return Judgements(tuple(same), tuple(different))


def article_judgements(corrections: Corrections) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Pairs of articles that are versions of one text, and pairs that are not, by IRI."""
    pairs: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
    for one in corrections.identifications:
        if is_article(one.first) and is_article(one.second):
            pairs[one.same].append((one.first.iri, one.second.iri))
    return pairs[True], pairs[False]


def tell_of_articles(corrections: Corrections, there: Collection[str], outcome: Outcome) -> None:
    """Tell the outcome of judgements on articles of which one is not in this graph, or has another text now."""
    for one in corrections.identifications:
        gone = [side.iri for side in (one.first, one.second) if is_article(side) and side.iri not in there]
        if gone:
            outcome.idle(one.iri, one.line, f"{gone[0]} is not in this graph")


def is_article(side: Side) -> bool:
    """Whether a side names an article by its IRI."""
    return "/article/" in side.iri


def is_person(side: Side) -> bool:
    """Whether a side names a person by its IRI."""
    return "/person/" in side.iri


def merged_things(corrections: Corrections, base: str, known: Callable[[str], bool]) -> dict[str, str]:
    """Old IRI → IRI for things other than people that are judged to be one; what the reference data know stays.

    Args:
        corrections: The file.
        base: What the IRIs of things begin with; others are from outside and name nothing of ours.
        known: Whether the reference data hold an IRI.
    """
    groups: dict[str, set[str]] = {}
    for one in corrections.identifications:
        pair = (one.first.iri, one.second.iri)
        named = not (is_person(one.first) or is_article(one.first) or is_article(one.second))
        if one.same and named and all(iri.startswith(f"{base}/") or known(iri) for iri in pair):
            group = groups.get(pair[0], {pair[0]}) | groups.get(pair[1], {pair[1]})
            for iri in group:
                groups[iri] = group
    return {
        iri: kept
        for group in map(frozenset, groups.values())
        for kept in [min(group, key=lambda other: (not known(other), other))]
        for iri in group
        if iri != kept
    }


class Reviewer:
    """Drops what was judged wrong and adds what was overlooked.

    Args:
        corrections: The file.
        things: IRI → a thing of the graph or of the reference data, for statements that are added.
        outcome: Takes judgements that fit nothing.
    """

    def __init__(self, corrections: Corrections, things: Callable[[str], Entity | None], outcome: Outcome) -> None:
        self._reviews = corrections.reviews
        self._things = things
        self._outcome = outcome
        self._rejected: dict[tuple[object, ...], list[Review]] = {}
        for one in self._reviews:
            if not one.holds:
                self._rejected.setdefault(_key(one.claim), []).append(one)
        self._used: set[str] = set()

    def apply(self, records: Sequence[Record]) -> tuple[Record, ...]:
        """Records with the judgements applied; those that fit nothing are told to the outcome."""
        if not self._reviews:
            return tuple(records)
        placed = self._placed(records)
        done = tuple(
            replace(
                record, articles=tuple(self._article(one, placed.get(one.article.id, ())) for one in record.articles)
            )
            for record in records
        )
        texts = {one.article.id for record in records for one in record.articles}
        sources = {record.source for record in records}
        for one in self._reviews:
            if one.iri not in self._used:
                self._tell(one, texts, sources)
        return done

    def _placed(self, records: Sequence[Record]) -> Mapping[str, list[Review]]:
        """Article → reviews that add to it: the one that was judged, or one of its page with the same words."""
        articles = {one.article.id: (record, one) for record in records for one in record.articles}
        placed: dict[str, list[Review]] = {}
        for review in self._reviews:
            if not review.holds:
                continue
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
        facts = [fact for fact in one.facts if not self._is_rejected(fact)]
        offices = [office for office in one.offices if not self._is_rejected(office)]
        entities = {entity.id: entity for entity in one.entities}
        for review in added:
            claim = review.claim
            things = [entities.get(iri) or self._things(iri) for iri in _ends(claim)]
            if not all(things):
                continue
            self._used.add(review.iri)
            entities.update(
                (thing.id, replace(thing, mentions=())) for thing in things if thing and thing.id not in entities
            )
            evidence = tuple(_evidence(one.article.text, words) for words in review.words)
            if isinstance(claim, Fact):
                facts = _asserted(facts, replace(claim, rule=ASSERTED_BY_HAND), evidence)
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

    def _is_rejected(self, stated: Fact | Office) -> bool:
        quotes = {_plain(one.quote) for one in stated.evidence}
        for review in self._rejected.get(_key(stated), ()):
            if quotes & {_plain(words) for words in review.words}:
                self._used.add(review.iri)
                return True
        return False

    def _tell(self, one: Review, texts: set[str], sources: set[str]) -> None:
        if one.article in texts:
            if one.holds:
                self._outcome.reopen(one.iri, one.line, "its words or one of its ends are not in that article")
            else:
                self._outcome.idle(one.iri, one.line, "the statement is not read from that article any more")
        elif one.source in sources:
            self._outcome.reopen(one.iri, one.line, f"the text of {one.source} has changed; judge it anew, or drop it")
        else:
            self._outcome.idle(one.iri, one.line, f"{one.source or one.article} is not in this graph")


def _ends(claim: Fact | Office) -> Iterator[str]:
    if isinstance(claim, Fact):
        yield from (claim.subject, claim.object)
    else:
        yield claim.person
        if claim.organisation:
            yield claim.organisation


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
    if isinstance(stated, Fact):
        return (stated.subject, stated.predicate, stated.object, stated.modality)
    # a title that the reference data lack is known by its slug in the graph
    role = (stated.role_id or slug(stated.role)).rpartition("/")[2]
    return (stated.person, role, stated.organisation, stated.status, stated.since, stated.until)


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


def _plain(text: str) -> str:
    return " ".join(text.split())


def _evidence(text: str, words: str) -> Evidence:
    start = text.index(words)
    return Evidence(start, start + len(words), words)


def contradiction(identifications: Sequence[Identification]) -> tuple[Identification, Identification] | None:
    """A judgement that two are different and the last of those that make them one; None if all fit together."""
    parent: dict[object, object] = {}

    def root(node: object) -> object:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for one in identifications:
        for side in (one.first, one.second):
            for anchor in side.seen:
                parent[root(anchor)] = root(side.iri)
    for one in identifications:
        if one.same:
            parent[root(one.first.iri)] = root(one.second.iri)
    for one in identifications:
        if not one.same and root(one.first.iri) == root(one.second.iri):
            linked = [other for other in identifications if other.same and root(other.first.iri) == root(one.first.iri)]
            return one, (linked[-1] if linked else one)
    return None
