"""Facts that follow from an office or a place in the text, by rules that name what they follow from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import FactDraft
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import OfficeDraft

_CHAIRING = ("vorsitzender", "präsident", "vorsitz", "sprecher des vorstands")
_CHAIRED = frozenset({"Committee", "Commission", "Association", "Agency", "ServiceProvider", "Organisation", "Parliament"})


def implied_facts(offices: Sequence[OfficeDraft]) -> Iterator[FactDraft]:
    """Facts that an article's offices imply."""
    yield from _chairs(offices)


def _chairs(offices: Sequence[OfficeDraft]) -> Iterator[FactDraft]:
    """Who has the chair of a body chairs it."""
    for office in offices:
        role = office.role.name.lower()
        body = office.body
        if body is None or body.type is not EntityType.ORGANISATION or body.kind not in _CHAIRED:
            continue
        if role.startswith("stellv") or not any(role.endswith(word) for word in _CHAIRING):
            continue
        modality = Modality.ASSERTED
        if office.status is Status.FORMER:
            modality = Modality.ENDED
        elif office.status is Status.DESIGNATED:
            modality = Modality.PLANNED
        yield FactDraft(office.person, Predicate.CHAIRS, body, modality, 0.8, office.sentence, "office-of-chair")

