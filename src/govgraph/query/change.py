"""What a change is: its kind, what it is about, and how that stood before and stands now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from govgraph.query.proof import Proof, Thing
from govgraph.query.timeline import TimelineRow


class ChangeKind(StrEnum):
    """What has changed; in order of report. With a capital, the value is the local name of an individual."""

    CAME = "came"
    """Somebody has come into an office: not known there before, and begun since, as far as bounds tell."""
    FIRST_SEEN = "firstSeen"
    """Somebody not known there before is in office, for how long is not known, or longer than since."""
    WENT = "went"
    """A period is over now that was open, or that was not known and has ended since."""
    KNOWN_FORMER = "knownFormer"
    """A period that was not known is over; it ended earlier, or when is not known."""
    RESUMED = "resumed"
    """A period was over, and nothing says so any more."""
    REVISED = "revised"
    """Another begin, another end, or no longer (or only) acting for somebody."""
    WITHDRAWN = "withdrawn"
    """A period was known, and nothing says so any more."""
    HANDED_OVER = "handedOver"
    """Somebody else is responsible, develops or chairs."""
    MODALITY_CHANGED = "modalityChanged"
    """What was planned is asserted now, what was asserted has ended."""
    APPEARED = "appeared"
    """A statement that nothing said before."""
    LOST = "lost"
    """A statement that nothing says any more."""
    WEAKENED = "weakened"
    """A statement that still stands has lost some of its evidence."""
    CONFIRMED = "confirmed"
    """A statement that stood already has more evidence."""
    READ_ANEW = "readAnew"
    """The same words are now said of something else: no change in the world, but in the reading."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How one graph has it.

    Attributes:
        nodes: IRIs of the statements or periods that say so.
        evidence: Quotes that they stand on, in the order of date. Where a begin or an end has changed, those of that
            bound; where evidence came or was lost, that evidence.
        modality: Of statements, else an empty string.
        things: Who or what stands in the place that the change leaves open; empty if it leaves none open.
        period: The period, where it is one that has changed, else None.
    """

    nodes: tuple[str, ...]
    evidence: tuple[Proof, ...]
    modality: str = ""
    things: tuple[Thing, ...] = ()
    period: TimelineRow | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One change between two graphs, or since a day.

    Attributes:
        kind: What has changed.
        predicate: Local name of the predicate; `holdsOffice` for periods.
        predicate_label: Its German label; for periods the title of the role.
        subject: What it is about, or None if it is the subject that changed.
        object: What is said of it, or None if it is the object that changed; for periods the organisation.
        before: How the older graph has it, or None if it has nothing of it.
        after: How the newer graph has it, or None if it has nothing of it.
        not_before: First day on which somebody can have come or gone, as far as known; else an empty string.
        not_after: Last such day, as far as known; else an empty string.
        between: Of a chair that was handed over: who had it in between, by day, or None for nobody.
    """

    kind: ChangeKind
    predicate: str
    predicate_label: str
    subject: Thing | None
    object: Thing | None
    before: Stand | None
    after: Stand | None
    not_before: str = ""
    not_after: str = ""
    between: Stand | None = None

    @property
    def concerns(self) -> frozenset[str]:
        """IRIs of everything that the change is about."""
        stands = [stand for stand in (self.before, self.between, self.after) if stand is not None]
        things = [self.subject, self.object, *(thing for stand in stands for thing in stand.things)]
        return frozenset(thing.iri for thing in things if thing is not None)
