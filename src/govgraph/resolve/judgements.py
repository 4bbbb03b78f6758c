"""What people have judged: who is one and who is not, which statements are wrong, which were overlooked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from govgraph.model import ArticleRecord, EntityType, Fact, Issue, Office, Record, slug
from govgraph.resolve.people import Anchor
from govgraph.resolve.resolver import Judgements

_GONE = (
    "{iri} appears in none of the articles that it was judged by; if the two are still in the graph, take the "
    "judgement out of the file and judge them again with `govgraph judge`"
)
_LEAST_TITLE = 3
"""Words of a title that is no other article's."""


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
        claim: The statement, with the IRIs of its ends at the time of the judgement. Its evidence and confidence do
            not count.
        first_seen: Where its subject or holder appears, if it was called otherwise there.
        second_seen: The same for its object or body.
    """

    iri: str
    line: int
    holds: bool
    article: str
    source: str
    words: tuple[str, ...]
    claim: Fact | Office
    first_seen: tuple[Anchor, ...] = ()
    second_seen: tuple[Anchor, ...] = ()


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


def found_again(corrections: Corrections, records: Iterable[Record]) -> Corrections:
    """The same judgements, on the appearances that are there now.

    An article whose text was edited, or is read otherwise by a later release, has another IRI. It is known by day and
    title, or by a title that is long enough, if the name still stands in it; a name that has become another name of
    somebody, by whom it is of now.
    """
    articles: dict[str, ArticleRecord] = {}
    ways: dict[str, list[ArticleRecord]] = defaultdict(list)
    for record in records:
        for one in record.articles:
            articles[one.article.id] = one
            for way in _ways_to(one.article.id):
                ways[way].append(one)
    sides = [side for one in corrections.identifications for side in (one.first, one.second)]
    anchors = {anchor for side in sides for anchor in side.seen}
    anchors |= {anchor for one in corrections.reviews for anchor in (*one.first_seen, *one.second_seen)}
    named = {article for article, _ in anchors}
    new = {anchor: _place_of(anchor, articles, ways, named) for anchor in anchors}

    def now(seen: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
        return tuple(dict.fromkeys(new[anchor] for anchor in seen))

    return replace(
        corrections,
        identifications=tuple(
            replace(
                one,
                first=replace(one.first, seen=now(one.first.seen)),
                second=replace(one.second, seen=now(one.second.seen)),
            )
            for one in corrections.identifications
        ),
        reviews=tuple(
            replace(one, first_seen=now(one.first_seen), second_seen=now(one.second_seen))
            for one in corrections.reviews
        ),
    )


def _ways_to(article: str) -> tuple[str, ...]:
    """What an article's IRI says without its text: day and title, and a title that is long enough."""
    head = article.rpartition("-")[0]
    day = re.match(r".*/article/(?:undated|[\d-]{10})-", head)
    title = head[day.end() :] if day else ""
    return (head, f"title {title}") if title.count("-") + 1 >= _LEAST_TITLE else (head,)


def _place_of(
    anchor: Anchor,
    articles: Mapping[str, ArticleRecord],
    ways: Mapping[str, Sequence[ArticleRecord]],
    named: Collection[str],
) -> Anchor:
    """Where somebody appears now; as it was if that cannot be told."""
    article, local = anchor
    if article in articles:
        return (article, _called_now(articles[article], local) or local)
    for way in _ways_to(article):
        found = [
            (one.article.id, iri)
            for one in ways.get(way, ())
            # another article that was judged is not this one
            if one.article.id not in named and (iri := _called_now(one, local)) is not None
        ]
        if found:
            return found[0] if len(found) == 1 else anchor
    return anchor


def _called_now(one: ArticleRecord, local: str) -> str | None:
    """IRI in an article of what had an IRI there: the same, or that of whoever is called so besides."""
    if any(entity.id == local for entity in one.entities):
        return local
    tail = local.rpartition("/")[2]
    people = (entity for entity in one.entities if entity.type is EntityType.PERSON and is_person(Side(local)))
    found = [entity.id for entity in people if any(" " in form and slug(form) == tail for form in entity.aliases)]
    return found[0] if len(found) == 1 else None


def person_judgements(
    corrections: Corrections,
    base: str,
    there: frozenset[Anchor],
    anchors_of: Callable[[str], Sequence[Anchor]],
    outcome: Outcome,
) -> Judgements:
    """Pairs of appearances for the resolver, and groups that are two.

    Who is one with something from outside appears in no article as that.

    Args:
        corrections: The file.
        base: What the IRIs of things begin with.
        there: Appearances in the records of this build.
        anchors_of: Appearances of what has an IRI by the names alone, for sides that do not say where they were seen.
        outcome: Takes judgements on somebody who is in no article any more, or on a person and something else.
    """
    same: list[tuple[Anchor, Anchor]] = []
    different: list[tuple[Anchor, Anchor]] = []
    apart: list[tuple[str, str]] = []
    for one in corrections.identifications:
        pair = (one.first, one.second)
        people = sum(map(is_person, pair))
        if not (people or one.same or any(map(is_article, pair))):
            apart.append((one.first.iri, one.second.iri))
        if not people or any(not side.seen and not side.iri.startswith(f"{base}/") for side in pair):
            continue
        if people == 1:
            outcome.idle(one.iri, one.line, "a person and something else are two in any case")
            continue
        sides = []
        for side in pair:
            seen = side.seen or tuple(anchors_of(side.iri))
            sides.append([anchor for anchor in seen if anchor in there])
        if not all(sides):
            gone = one.first.iri if not sides[0] else one.second.iri
            outcome.reopen(one.iri, one.line, _GONE.format(iri=gone))
            continue
        if one.same:
            same += [(sides[0][0], anchor) for anchor in (*sides[0][1:], *sides[1])]
        else:
            different += [(first, second) for first in sides[0] for second in sides[1]]
    return Judgements(tuple(same), tuple(different), tuple(apart))


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
