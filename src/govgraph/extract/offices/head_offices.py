"""Which office is at the head of a body, by its kind, its name and the Land that it is of.

Every reader of who leads what asks it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.bodies_of_titles import CHANCELLERIES
from govgraph.extract.offices.lands import SENATOR

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.fitting_bodies import FittingBodies
    from govgraph.extract.state import Draft, OfficeDraft, Sentence

_UNION_CHAIR = "https://w3id.org/govgraph/id/role/verbandsvorsitzender"


HEAD = "https://w3id.org/govgraph/id/role/leiter"
MANAGER = "https://w3id.org/govgraph/id/role/geschaeftsfuehrer"
"""Roles of those who lead units and companies."""


class HeadOffices:
    """Tells which office is at the head of a body.

    Args:
        knowledge: Compiled vocabulary.
        fitting: Finder of bodies that titles fit, which knows the Länder and the place of the article.
    """

    def __init__(self, knowledge: Knowledge, fitting: FittingBodies) -> None:
        self.k = knowledge
        self.fitting = fitting
        self._led_groups = tuple(sorted(knowledge.words("led-groups")))

    def head_of(self, s: Sentence, body: Draft) -> str | None:
        """The office at the head of a body of such a kind."""
        if "zweckverband" in body.name.lower():
            land = body.jurisdiction or self.fitting.cast.home
            chaired = land is not None and land.name in self.k.words("lands-of-union-chairs")
            return _UNION_CHAIR if chaired else self.k.head_roles.get("MunicipalUnion")
        if any(word.endswith(self._led_groups) for word in body.name.lower().split(" ")[:2]):
            return HEAD
        called = {s.tokens[a.last - 1].text.lower() for a in s.arguments if a.draft is body and not a.reference}
        if body.kind == "Ministry" and not any("ministerium" in noun for noun in called):
            chancellery = next((role for noun, role in CHANCELLERIES.items() if noun in body.name.lower()), None)
            if chancellery is not None:
                return chancellery
        land = body.jurisdiction or self.fitting.cast.home
        city = body.kind == "Ministry" and land is not None and not self.fitting.lands.has_ministers(land)
        return SENATOR if city else self.k.head_roles.get(body.kind)

    def is_of_government(self, office: OfficeDraft) -> bool:
        """Whether an office is one of a member of government."""
        return "Government" in self.k.body_kinds(office.role.iri)
