"""Which of what was found is which of what was to be found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from govgraph.evaluation.annotations import FactItem, OfficeItem, Slot, share_a_name

Item = TypeVar("Item", Slot, OfficeItem, FactItem)


@dataclass(frozen=True, slots=True)
class Line:
    """One hit, miss or false alarm.

    Attributes:
        outcome: `hit`, `missed` or `wrong`.
        group: Type of the entity, role of the office, predicate of the fact (the first, where several are right).
        genre: Genre of the article that holds it.
        label: What it says, for a reader.
        value_right: Whether status or modality is right too; None for entities and for what was not hit.
    """

    outcome: str
    group: str
    genre: str
    label: str
    value_right: bool | None = None


def same_entity(gold: Slot, found: Slot) -> bool:
    """Type and any name agree."""
    return not gold.types.isdisjoint(found.types) and gold.named_like(found)


def same_office(gold: OfficeItem, found: OfficeItem) -> bool:
    """Person, role and body (or a body around it) agree; a gold office without body takes any."""
    return (
        share_a_name(gold.person, found.person)
        and not gold.roles.isdisjoint(found.roles)
        and (not gold.organisation or share_a_name(gold.organisation + gold.wider, found.organisation))
    )


def same_fact(gold: FactItem, found: FactItem) -> bool:
    """Both ends and a predicate agree; cooperation has no direction."""
    shared = gold.predicates & found.predicates
    if not shared:
        return False
    if share_a_name(gold.subject, found.subject) and share_a_name(gold.object, found.object):
        return True
    return (
        "cooperatesWith" in shared
        and share_a_name(gold.subject, found.object)
        and share_a_name(gold.object, found.subject)
    )


def _group(item: Slot | OfficeItem | FactItem) -> str:
    return min(item.types, default="-") if isinstance(item, Slot) else item.group


def _line(outcome: str, item: Slot | OfficeItem | FactItem, value_right: bool | None = None) -> Line:
    return Line(outcome, _group(item), item.genre, item.label, value_right)


def match(gold: Sequence[Item], found: Sequence[Item], same: Callable[[Item, Item], bool]) -> tuple[Line, ...]:
    """Hits, misses and false alarms, in this order.

    Each found item is used once; items that must be found choose before optional ones. An optional item is never a
    hit nor a miss. What repeats a statement that was to be found is no false alarm; a repeated entity is one.
    """
    left = list(found)
    hits: list[Line] = []
    missed: list[Line] = []
    for item in sorted(gold, key=lambda one: one.optional):
        partner = next((other for other in left if same(item, other)), None)
        if partner is not None:
            left.remove(partner)
            if not item.optional:
                hits.append(_line("hit", item, _value_right(item, partner)))
        elif not item.optional:
            missed.append(_line("missed", item))
    wrong: list[Line] = []
    for other in left:
        repeated = not isinstance(other, Slot) and any(same(item, other) for item in gold)
        if not repeated:
            wrong.append(_line("wrong", other))
    return (*hits, *missed, *wrong)


def _value_right(gold: Slot | OfficeItem | FactItem, found: Slot | OfficeItem | FactItem) -> bool | None:
    if isinstance(gold, Slot) or isinstance(found, Slot):
        return None
    return not gold.values.isdisjoint(found.values)
