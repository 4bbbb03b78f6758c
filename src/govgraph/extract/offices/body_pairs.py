"""Bodies that a sentence gives to several people or one person to: each Land its minister, one CISO for two towns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.language.grammar import AND
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_PAIRED = TOWNS | LANDS
_EACH = frozenset({"für", "in", "aus", "bei"})
_BETWEEN = 3
"""Most words between a Land and the title of whom it sends."""


def paired_land(s: Sentence, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
    """„Für Hessen kam Ministerin A, für Bayern Minister B“: each Land right before the title of its own."""
    if title is None or kinds.isdisjoint(LANDS):
        return None
    lands = [a for a in s.arguments if a.type is EntityType.JURISDICTION and a.marker in _EACH and not a.adjective]
    before = max((a for a in lands if a.last <= title.first), key=lambda a: a.last, default=None)
    if before is None or len({id(a.draft) for a in lands if a.marker == before.marker}) < 2:
        return None
    if before.head in s.taken:
        # „Staatssekretärin A für Hessen und Minister B“: that of the one before
        return None
    between = s.tokens[before.last : title.first]
    plain = all(t.text[0].islower() for t in between) and len(between) <= _BETWEEN
    return before.draft if plain else None


def in_pairs(s: Sentence, role: RoleNoun, number: int) -> list[Draft]:
    """„Hessen und Bayern sind durch die Staatssekretäre A und B vertreten“: as many Länder as people, in order.

    So are „die Oberbürgermeister von Kassel und Fulda, A und B“ in as many towns, or heads of as many firms.
    """
    if not role.plural or number < 2:
        return []
    if role.bodies:
        alike = all(d.kind in _PAIRED for d in role.bodies) or all(
            d.type is EntityType.ORGANISATION for d in role.bodies
        )
        return role.bodies if len(role.bodies) == number and alike else []
    groups: dict[int, list[Draft]] = {}
    for a in s.arguments:
        if a.draft is not None and a.draft.kind in LANDS and not a.adjective:
            groups.setdefault(a.group, []).append(a.draft)
    rows = [row for row in groups.values() if len(row) == number]
    return rows[0] if len(rows) == 1 else []


def shared(s: Sentence, title: Argument, body: Draft | None) -> list[Draft]:
    """„CISO der Kreise Stendal und Börde“: the other towns that share the one who holds the office."""
    if body is None or body.kind not in TOWNS or title.role is None or title.role.plural:
        return []
    own = next((a for a in s.arguments if a.draft is body and a.head == title.last - 1 and not a.adjective), None)
    if own is None or own.marker not in {"gen", "von"} or own.group < 0:
        return []
    return [
        a.draft
        for a in s.arguments
        if a.group == own.group and a.draft is not None and a.draft is not body and a.draft.kind in TOWNS
    ]


def owner_before(s: Sentence, title: Argument | None) -> Draft | None:
    """„Bayerns Innenminister A und Justizminister B“: who owns the first title owns the one that is joined to it."""
    if title is None or s.low_at(title.begin - 1) not in AND:
        return None
    name = s.taken.get(title.begin - 2)
    if name is None or name.type is not EntityType.PERSON or title.begin != title.first:
        return None
    first = s.taken.get(name.first - 1)
    if first is None or first.role is None or first.last != name.first or first.role.plural:
        return None
    owned = [a for a in s.arguments if a.last <= first.first and a.draft in first.role.bodies]
    owner = max(owned, key=lambda a: a.last, default=None)
    adjacent = owner is not None and all(s.tokens[i].text[0].islower() for i in range(owner.last, first.first))
    if owner is None or not adjacent:
        return None
    return owner.draft if owner.adjective or owner.cases == "g" else None
