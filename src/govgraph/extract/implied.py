"""Facts that follow from an office or a place in the text, by rules that name what they follow from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import FactDraft, OfficeDraft, RoleNoun
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Sentence

_CHAIRING = ("vorsitzender", "präsident", "vorsitz", "sprecher des vorstands")
CHAIR = "https://w3id.org/govgraph/id/role/vorsitzender"
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
        if role.startswith(("stellv", "vize")) or not any(role.endswith(word) for word in _CHAIRING):
            continue
        modality = Modality.ASSERTED
        if office.status is Status.FORMER:
            modality = Modality.ENDED
        elif office.status is Status.DESIGNATED:
            modality = Modality.PLANNED
        yield FactDraft(office.person, Predicate.CHAIRS, body, modality, 0.8, office.sentence, "office-of-chair")



_STATUS = {Modality.ENDED: Status.FORMER, Modality.PLANNED: Status.DESIGNATED}


def implied_offices(facts: Sequence[FactDraft]) -> Iterator[OfficeDraft]:
    """Who „hat den Vorsitz“ of a body holds the office of its chair."""
    for fact in facts:
        if fact.predicate is Predicate.CHAIRS and fact.rule.startswith("vorsitz") and fact.subject.type is EntityType.PERSON:
            role = RoleNoun("Vorsitzender", CHAIR)
            status = _STATUS.get(fact.modality, Status.CURRENT)
            yield OfficeDraft(fact.subject, role, fact.object, status, None, None, fact.confidence, fact.sentence)


_OWNED = frozenset({"Agency", "Government", "Ministry", "Cert", "Parliament"})


def owned_bodies(sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
    """A body named by its Land („die rheinland-pfälzische Landesverwaltung“, „Kabinett Hessens“) is part of it."""
    seen = set()
    for s in sentences:
        for a in s.arguments:
            draft = a.draft
            if draft is None or a.reference or draft.kind not in _OWNED or draft.jurisdiction is None or draft in seen:
                continue
            land = draft.jurisdiction
            if draft.entry is not None and len(draft.entry.jurisdictions) != 1:
                continue
            if any(b.draft is land and b.first < a.last + 3 and b.last > a.first - 3 for b in s.arguments if b is not a):
                seen.add(draft)
                yield FactDraft(draft, Predicate.PART_OF, land, Modality.ASSERTED, 0.75, s, "body-of-its-land")
