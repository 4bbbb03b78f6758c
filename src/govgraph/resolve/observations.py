"""What articles say of one person in one office, and what is inferred from that of the time in it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from govgraph.model import Office, Status
from govgraph.model.days import Span, span
from govgraph.resolve.turns import Turn

_HELD = frozenset({Status.CURRENT, Status.NEW, Status.ACTING})


class BoundRule(StrEnum):
    """How a bound is known; the value is the local name of an individual of the ontology."""

    STATED = "StatedBound"
    ANNOUNCED = "AnnouncedBound"
    OBSERVED = "ObservedBound"
    DESIGNATED = "DesignatedBound"
    FORMER = "FormerBound"
    OTHER_HOLDER = "OtherHolderBound"


@dataclass(frozen=True, slots=True)
class Observation:
    """What one article says of one person in one office.

    Attributes:
        article: IRI of the article.
        date: Its date, or None.
        office: What it says.
        ahead: Whether another article states a first day that is still to come on the day of this one, which calls the
            person new.
        followed: Whether the article says that somebody else has the office by now.
    """

    article: str
    date: str | None
    office: Office
    ahead: bool = False
    followed: bool = False

    @property
    def seen(self) -> Span | None:
        """Days of the article."""
        return span(self.date)

    @property
    def since(self) -> Span | None:
        """Days on which the office began, as stated."""
        return span(self.office.since)

    @property
    def until(self) -> Span | None:
        """Days on which it ended or will end, as stated."""
        return span(self.office.until)

    @property
    def held(self) -> datetime.date | None:
        """Day on which the article says that the person holds the office, or None."""
        seen = self.seen
        if seen is None or self.ahead or self.followed or self.office.status not in _HELD:
            return None
        if (self.since and self.since.first > seen.last) or (self.until and self.until.last < seen.first):
            return None
        return (
            seen.first if seen.first == seen.last else max(seen.first, self.since.first if self.since else seen.first)
        )

    @property
    def former(self) -> bool:
        """Whether the article calls the person former, or somebody else their successor who is there."""
        return self.followed or self.office.status is Status.FORMER

    @property
    def left(self) -> datetime.date | None:
        """Day on which the article calls the person former, or None."""
        seen = self.seen
        return seen.last if seen and self.former else None

    @property
    def over(self) -> datetime.date | None:
        """Last day on which it can have ended, as stated: no later than an article that tells of the end as past."""
        until, left = self.until, self.left
        if until is None:
            return None
        return left if left and until.first <= left < until.last else until.last

    @property
    def awaited(self) -> datetime.date | None:
        """Day on which the article says that the person will come into the office, or None."""
        seen = self.seen
        if seen is None or self.held:
            return None
        coming = self.ahead or self.office.status is Status.DESIGNATED
        return seen.first if coming or (self.since and self.since.first > seen.last) else None

    @property
    def announced(self) -> bool:
        """Whether the article says no more than that the person will come into the office."""
        return self.awaited is not None or (self.seen is None and self.office.status is Status.DESIGNATED)


@dataclass(frozen=True, slots=True)
class Bound:
    """One bound of a period.

    Attributes:
        day: The day.
        rule: How it is known.
        sources: Observations that it stands on, or turns of a Land in the chair.
    """

    day: datetime.date
    rule: BoundRule
    sources: tuple[Observation | Turn, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """One uninterrupted time of one person in one office. A bound that nothing is known of is None.

    Attributes:
        person: IRI.
        role: IRI of the role, or the slug of a title that the ontology does not list.
        organisation: IRI of the body.
        acting: Whether the person only acts for somebody.
        begin_earliest: First day on which it can have begun.
        begin_latest: Last day on which it can have begun.
        end_earliest: First day on which it can have ended.
        end_latest: Last day on which it can have ended.
        observations: All that it was inferred from, in order.
    """

    person: str
    role: str
    organisation: str
    acting: bool
    begin_earliest: Bound | None
    begin_latest: Bound | None
    end_earliest: Bound | None
    end_latest: Bound | None
    observations: tuple[Observation, ...]
