"""Who leads a project that the title beside the name leaves open: „sagt Projektleiterin Inken Osterloh“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import WORKS, FactDraft, modality_of, only_one
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from govgraph.extract.state import Argument, Draft, Sentence

_CONFIDENCE = 0.55
_RULE = "leads-the-project"
_LED = WORKS | {EntityType.LAW, EntityType.PROGRAMME}
_LEADING = (
    "beauftragte", "beauftragter", "chef", "chefin", "koordinator", "koordinatorin", "leiter", "leiterin", "manager",
    "managerin", "referent", "referentin", "verantwortliche", "verantwortlicher",
)  # fmt: skip
"""How titles of those end who answer for what they are there for."""
_WITH_FIELD = 3
"""Fewest tokens of a title with „für“ and what follows."""


def project_leads(sentences: Sequence[Sentence], facts: Sequence[FactDraft], titles: Set[str]) -> Iterator[FactDraft]:
    """Such people with the work that the article is about.

    Args:
        sentences: The article.
        facts: What it states; who is told to be responsible for a work leads that one.
        titles: Normalised titles of those who lead projects.
    """
    known = {id(f.subject) for f in facts if f.predicate is Predicate.RESPONSIBLE_FOR and f.object.type in WORKS}
    for s in sentences:
        for a in s.arguments:
            role = a.role
            yield from _by_field(s, a)
            if role is None or role.name not in titles or not role.holders or _says_of_what(s, a.first):
                continue
            work = _work(s)
            modality = modality_of(role.status)
            for person in role.holders:
                if work is not None and person.type is EntityType.PERSON and id(person) not in known:
                    known.add(id(person))
                    yield FactDraft(person, Predicate.RESPONSIBLE_FOR, work, modality, _CONFIDENCE, s, _RULE, s.speaker)


def _by_field(s: Sentence, title: Argument) -> Iterator[FactDraft]:
    """„Anna Weber ist Produktmanagerin für FIT-Connect“: the work is a part of the title itself."""
    if title.role is None or title.last - title.first < _WITH_FIELD or s.low_at(title.first + 1) != "für":
        return
    if not s.lower[title.first].endswith(_LEADING):
        # „Ministerin für Digitale Strategie und Entwicklung“ names her field
        return
    modality = modality_of(title.role.status)
    for a in s.arguments:
        if title.first < a.first < title.last and a.draft is not None and a.type in _LED and not a.adjective:
            for person in title.role.holders:
                if person.type is EntityType.PERSON:
                    yield FactDraft(
                        person, Predicate.RESPONSIBLE_FOR, a.draft, modality, _CONFIDENCE, s, _RULE, s.speaker
                    )


def _work(s: Sentence) -> Draft | None:
    """What the article is about if it is a project or was just named, else the only work just named."""
    here = [a.draft for a in s.arguments if a.draft is not None]
    named = [d for d in (*here, *s.near) if d.type in WORKS]
    if s.about is not None and (s.about.type is EntityType.PROGRAMME or s.about in named):
        return s.about
    return only_one(named)


def _says_of_what(s: Sentence, at: int) -> bool:
    """„Projektleiter der Messe“, „Projektleiterin für Radwege“: the title has a complement of its own."""
    return s.low_at(at + 1) in {"der", "des", "für", "von", "vom", "im", "in"}
