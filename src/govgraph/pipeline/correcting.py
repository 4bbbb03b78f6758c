"""Resolution with what people have judged: the step between records as read and records as the graph has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain

from govgraph.errors import CorrectionsError
from govgraph.model import Entity, Issue, Office, Record, slug
from govgraph.pipeline.options import BuildOptions
from govgraph.resolve import (
    Anchor,
    Assertions,
    Corrections,
    Outcome,
    Rejections,
    Resolution,
    Resolver,
    Review,
    Side,
    appearances,
    decided,
    ends_of,
    found_again,
    is_article,
    merged_things,
    person_judgements,
    rename,
    resolved,
    tell_of_articles,
    tell_of_reviews,
    with_ends,
)
from govgraph.vocabulary import load_vocabulary
from govgraph.vocabulary.identity import Identity, load_identity
from govgraph.vocabulary.values import Entry, Vocabulary

NO_CORRECTIONS = Corrections()


@dataclass(frozen=True, slots=True)
class Corrected:
    """Records as the graph has them.

    Attributes:
        records: In the order given.
        resolution: Who is who.
        merged: Old IRI → IRI of things that were judged to be one.
        issues: Judgements that could not be applied.
    """

    records: tuple[Record, ...]
    resolution: Resolution
    merged: Mapping[str, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()

    def now(self, anchor: Anchor) -> str:
        """IRI in the graph of what an article names by an IRI of its reading."""
        return _now(self.resolution, self.merged, anchor)


def corrected(records: Sequence[Record], corrections: Corrections, options: BuildOptions) -> Corrected:
    """Resolve records, then join, drop and add what people have judged.

    What was judged wrong is dropped as it was read: under other names than those of the graph, and before it is joined
    with what other sentences say.

    Raises:
        CorrectionsError: A judgement is about something that neither the records nor the reference data know.
    """
    identity = load_identity(options.lexicon_files).under(options.base)
    if not corrections:
        done, resolution = resolved(records, Resolver(identity))
        return Corrected(done, resolution)
    vocabulary = load_vocabulary(options.lexicon_files)
    outcome = Outcome(str(corrections.path))
    corrections = found_again(corrections, records)
    there = appearances(records)
    named = _Named(records, there, identity)
    judgements = person_judgements(corrections, options.base, there, named.anchors, outcome)
    resolution = decided(records, Resolver(identity, judgements))
    moved = _moved(there, resolution)
    corrections = _with_moved(corrections, moved)
    merged = merged_things(corrections, options.base, vocabulary.by_iri.__contains__)
    now = partial(_now, resolution, merged)
    rejections = Rejections(corrections.reviews, now)
    done = tuple(
        replace(record, articles=tuple(map(resolution.apply, record.articles)))
        for record in rejections.without(records)
    )
    things = _Things(done, vocabulary)
    _check(corrections, things, named, options.base)
    if merged:
        done = tuple(replace(record, articles=tuple(rename(one, merged) for one in record.articles)) for record in done)
        things = _Things(done, vocabulary)
    tell_of_articles(corrections, {one.article.id for record in records for one in record.articles}, outcome)
    titled = _with_titles(corrections, records, vocabulary)
    assertions = Assertions(_as_named_now(titled, things, named, there, moved, now), things.get)
    done = assertions.added(done)
    tell_of_reviews(corrections.reviews, rejections.used | assertions.used, records, outcome)
    return Corrected(done, resolution, merged, tuple(outcome.issues))


def _now(resolution: Resolution, merged: Mapping[str, str], anchor: Anchor) -> str:
    iri = resolution.iri(anchor)
    return merged.get(iri, iri)


class _Named:
    """Where things appear that have an IRI by their names alone; found out when it is first asked."""

    def __init__(self, records: Sequence[Record], there: Iterable[Anchor], identity: Identity) -> None:
        self._records = records
        self._there = there
        self._identity = identity

    @cached_property
    def _found(self) -> dict[str, list[Anchor]]:
        resolution = decided(self._records, Resolver(self._identity))
        found: dict[str, list[Anchor]] = defaultdict(list)
        for anchor in sorted(self._there):
            found[resolution.iri(anchor)].append(anchor)
        return found

    def anchors(self, iri: str) -> Sequence[Anchor]:
        """Appearances of what has that IRI, as long as nobody has judged anything."""
        return self._found.get(iri, ())


def _moved(there: Iterable[Anchor], resolution: Resolution) -> dict[str, str]:
    """IRI of a group in an article → the IRI that it has in the graph, where that is another article's."""
    pairs = ((anchor[1], resolution.iri(anchor)) for anchor in there if "/person/" not in anchor[1])
    return {old: new for old, new in pairs if old != new}


def _with_moved(corrections: Corrections, moved: Mapping[str, str]) -> Corrections:
    """Judgements on groups, which are named by their IRI, under the IRIs that they have now."""

    def side(one: Side) -> Side:
        return replace(one, iri=moved.get(one.iri, one.iri))

    found = (replace(one, first=side(one.first), second=side(one.second)) for one in corrections.identifications)
    return replace(corrections, identifications=tuple(found))


def _as_named_now(  # noqa: PLR0913 - what an end may be known by
    corrections: Corrections,
    things: _Things,
    named: _Named,
    there: Collection[Anchor],
    moved: Mapping[str, str],
    now: Callable[[Anchor], str],
) -> list[Review]:
    """Statements that are added, with the IRIs that their ends have in the graph now.

    Raises:
        CorrectionsError: An end is nothing that the graph or the reference data know.
    """
    texts = {article for article, _ in there}

    def end(one: Review, iri: str, seen: Sequence[Anchor]) -> str:
        ways = chain((anchor for anchor in seen if anchor in there), [(one.article, iri)])
        found = next((other for other in map(now, ways) if things.get(other) is not None), None)
        found = found or next(map(now, named.anchors(iri)), None) or moved.get(iri)
        if found is None and not seen and one.article in texts:
            raise CorrectionsError(_unknown(corrections, one.line, iri))
        return found or iri

    done = []
    for one in corrections.reviews:
        if one.holds:
            first, second = ends_of(one.claim)
            done.append(with_ends(one, end(one, first, one.first_seen), second and end(one, second, one.second_seen)))
    return done


class _Things:
    """Things of the records and of the reference data, by IRI."""

    def __init__(self, records: Iterable[Record], vocabulary: Vocabulary) -> None:
        self._found: dict[str, Entity] = {}
        for record in records:
            for one in record.articles:
                for entity in one.entities:
                    self._found.setdefault(entity.id, entity)
        self._known = vocabulary.by_iri

    def get(self, iri: str) -> Entity | None:
        """The thing, or None."""
        if iri in self._found:
            return self._found[iri]
        entry: Entry | None = self._known.get(iri)
        if entry is None:
            return None
        land = entry.jurisdictions[0] if len(entry.jurisdictions) == 1 and entry.jurisdictions[0] != iri else None
        return Entity(iri, entry.name, entry.type, (), (), entry.kind, land)


def _check(corrections: Corrections, things: _Things, named: _Named, base: str) -> None:
    """Refuse judgements about what nobody knows; what was seen in an article that is gone is another matter."""
    for one in corrections.identifications:
        for side in (one.first, one.second):
            ours = side.iri.startswith(f"{base}/") and not is_article(side)
            if ours and not side.seen and things.get(side.iri) is None and not named.anchors(side.iri):
                raise CorrectionsError(_unknown(corrections, one.line, side.iri))


def _unknown(corrections: Corrections, line: int, iri: str) -> str:
    return f"{corrections.path}, line {line}: nothing in this graph is {iri}; correct the IRI, or drop the judgement"


def _with_titles(corrections: Corrections, records: Iterable[Record], vocabulary: Vocabulary) -> Corrections:
    """Offices that are added, with the titles of their roles: of the reference data, else as articles have them."""
    titles = {role.iri: role.name for role in vocabulary.roles}
    read = {
        slug(office.role): office.role
        for record in records
        for one in record.articles
        for office in one.offices
        if office.role_id is None
    }

    def title(role: str) -> str:
        local = role.rpartition("/")[2]
        return titles.get(role) or read.get(local, local)

    reviews = tuple(
        replace(one, claim=replace(one.claim, role=title(one.claim.role))) if isinstance(one.claim, Office) else one
        for one in corrections.reviews
    )
    return replace(corrections, reviews=reviews)
