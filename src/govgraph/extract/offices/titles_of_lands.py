"""Titles that some Länder do not have: no minister in Berlin, no Staatssekretär in Hamburg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.lands import LANDS, SENATOR

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, RoleNoun

_STAATSRAT = "https://w3id.org/govgraph/id/role/staatsrat"
"""Where there are Staatsräte, there are no Staatssekretäre."""
_INSTEAD = (("minister", SENATOR), ("staatssekretär", _STAATSRAT))
"""Ends of titles, in small letters, with the role that some Länder have in their place."""


def lacks(knowledge: Knowledge, role: RoleNoun, body: Draft) -> bool:
    """Whether a Land, or that of a body, has another office in the place of a title: „Staatsrat“ in Bremen."""
    land = body if body.kind in LANDS else body.jurisdiction
    if land is None or land.entry is None:
        return False
    low = role.name.lower()
    return any(low.endswith(end) and land.entry.iri in knowledge.lands_of(iri) for end, iri in _INSTEAD)
