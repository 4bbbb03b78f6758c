"""Resolution with what people have judged: the step between records as read and records as the graph has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from govgraph.errors import CorrectionsError
from govgraph.model import Entity, Issue, Office, Record, slug
from govgraph.pipeline.options import BuildOptions
from govgraph.resolve import (
    Anchor,
    Corrections,
    Outcome,
    Resolution,
    Resolver,
    Reviewer,
    appearances,
    is_article,
    merged_things,
    person_judgements,
    rename,
    resolved,
    tell_of_articles,
)
from govgraph.vocabulary import load_vocabulary
from govgraph.vocabulary.identity import load_identity
from govgraph.vocabulary.values import Entry, Vocabulary

NO_CORRECTIONS = Corrections()


@dataclass(frozen=True, slots=True)
class Corrected:
    """Records as the graph has them.

    Attributes:
        records: In the order given.
        resolution: Who is who.
        issues: Judgements that could not be applied.
    """

    records: tuple[Record, ...]
    resolution: Resolution
    issues: tuple[Issue, ...] = ()


def corrected(records: Sequence[Record], corrections: Corrections, options: BuildOptions) -> Corrected:
    """Resolve records, then join, drop and add what people have judged.

    Raises:
        CorrectionsError: A judgement is about something that neither the records nor the reference data know.
    """
    identity = load_identity(options.lexicon).under(options.base)
    if not corrections:
        done, resolution = resolved(records, Resolver(identity))
        return Corrected(done, resolution)
    vocabulary = load_vocabulary(options.lexicon)
    outcome = Outcome(str(corrections.path))
    there = appearances(records)
    named: Mapping[str, Sequence[Anchor]] = {}
    if any(not side.seen for one in corrections.identifications for side in (one.first, one.second)):
        _, plain = resolved(records, Resolver(identity))
        named = _anchors(there, plain)
    judgements = person_judgements(corrections, there, lambda iri: named.get(iri, ()), outcome)
    done, resolution = resolved(records, Resolver(identity, judgements))
    things = _Things(done, vocabulary)
    merged = merged_things(corrections, options.base, vocabulary.by_iri.__contains__)
    _check(corrections, things, named, options.base)
    if merged:
        done = tuple(replace(record, articles=tuple(rename(one, merged) for one in record.articles)) for record in done)
        things = _Things(done, vocabulary)
    tell_of_articles(corrections, {one.article.id for record in records for one in record.articles}, outcome)
    reviewer = Reviewer(_with_titles(corrections, records, vocabulary), things.get, outcome)
    return Corrected(reviewer.apply(done), resolution, tuple(outcome.issues))


def _anchors(there: Iterable[Anchor], resolution: Resolution) -> dict[str, list[Anchor]]:
    found: dict[str, list[Anchor]] = defaultdict(list)
    for anchor in sorted(there):
        found[resolution.iri(anchor)].append(anchor)
    return found


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


def _check(corrections: Corrections, things: _Things, named: Mapping[str, Sequence[Anchor]], base: str) -> None:
    """Refuse judgements about what nobody knows; what was seen in an article that is gone is another matter."""
    for one in corrections.identifications:
        for side in (one.first, one.second):
            ours = side.iri.startswith(f"{base}/") and not is_article(side)
            if ours and not side.seen and not named.get(side.iri) and things.get(side.iri) is None:
                raise CorrectionsError(_unknown(corrections, one.line, side.iri))
    for review in corrections.reviews:
        claim = review.claim
        ends = (claim.person, claim.organisation) if isinstance(claim, Office) else (claim.subject, claim.object)
        for end in ends:
            if review.holds and end and things.get(end) is None:
                raise CorrectionsError(_unknown(corrections, review.line, end))


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
