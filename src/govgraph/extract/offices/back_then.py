"""Successions whose day was told before: „A kam im Oktober 2015 aus Ulm; damals löste er B ab“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past
from govgraph.extract.offices.terms import is_ahead
from govgraph.model import Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import FactDraft, OfficeDraft, Sentence
    from govgraph.language.dates import DateSpan

_THEN = frozenset({"damals"})
_LED = frozenset({"at", "from", "since"})
_NO = frozenset({"kein", "keine", "keinen", "nicht", "nie"})
_GONE = frozenset({Status.CURRENT, Status.FORMER})


def back_then(
    offices: Sequence[OfficeDraft],
    facts: Sequence[FactDraft],
    sentences: Sequence[Sentence],
    verbs: frozenset[str],
    date: str | None,
) -> list[OfficeDraft]:
    """The offices, with the day on which „damals“ one came and another went.

    Args:
        offices: What an article states.
        facts: What it states otherwise.
        sentences: The article.
        verbs: Verbs by which one comes after another.
        date: Date of the article.
    """
    out = list(offices)
    for f in facts:
        if f.predicate is not Predicate.SUCCEEDS or f.modality is not Modality.ASSERTED:
            continue
        day = _day_of(f, sentences, verbs)
        if day is not None and not is_ahead(day, date):
            out = _with_day(out, f, day)
    return out


def _with_day(offices: Sequence[OfficeDraft], f: FactDraft, day: str) -> list[OfficeDraft]:
    """The one office in which one followed the other, begun by the one and left by the other on a day."""
    left = {(o.role.name, id(o.body)) for o in offices if o.person is f.object}
    both = {(o.role.name, id(o.body)) for o in offices if o.person is f.subject} & left
    if len(both) != 1:
        return list(offices)
    (shared,) = both
    return [_dated(o, f, day) if (o.role.name, id(o.body)) == shared else o for o in offices]


def _dated(o: OfficeDraft, f: FactDraft, day: str) -> OfficeDraft:
    if o.person is f.subject and o.since is None and o.status is not Status.DESIGNATED:
        return replace(o, since=day) if o.until is None or o.until >= day else o
    if o.person is f.object and o.until is None and o.status in _GONE:
        return replace(o, until=day, status=Status.FORMER) if o.since is None or o.since < day else o
    return o


def _day_of(f: FactDraft, sentences: Sequence[Sentence], verbs: frozenset[str]) -> str | None:
    """The time that „damals“ means in the clause of a succession: the one date told before, of who came then."""
    s = f.sentence
    if _THEN.isdisjoint(s.lower):
        return None
    for number in s.clauses_naming(f.object):
        clause = s.clauses[number]
        here = [i for i in clause.tokens if s.lower[i] in _THEN]
        if not here or clause.verbs.isdisjoint(verbs) or not in_past(s, clause) or s.dates_in(number):
            continue
        if not _NO.isdisjoint(clause.words):
            continue
        dates = [d for d in s.dates if s.token_range(d.start, d.end)[0] < here[0]]
        if not dates:
            at = next((n for n, one in enumerate(sentences) if one is s), 0)
            dates = list(_dates_of(sentences[at - 1], f)) if at and sentences[at - 1].block == s.block else []
        values = {d.value for d in dates}
        if len(values) == 1 and all(d.lead in _LED for d in dates):
            return values.pop()
    return None


def _dates_of(s: Sentence, f: FactDraft) -> Iterator[DateSpan]:
    """The dates of a sentence that tells of who came; none where it names who went, too."""
    if s.clauses_naming(f.subject) and not s.clauses_naming(f.object):
        yield from s.dates
