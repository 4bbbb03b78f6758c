"""Who leads a project that the title beside the name leaves open: „sagt Projektleiterin Inken Osterloh“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import WORKS, FactDraft, modality_of, only_one
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from govgraph.extract.state import Draft, Sentence

_CONFIDENCE = 0.55
_RULE = "leads-the-project"


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
            if role is None or role.name not in titles or not role.holders or _says_of_what(s, a.first):
                continue
            work = _work(s)
            modality = modality_of(role.status)
            for person in role.holders:
                if work is not None and person.type is EntityType.PERSON and id(person) not in known:
                    known.add(id(person))
                    yield FactDraft(person, Predicate.RESPONSIBLE_FOR, work, modality, _CONFIDENCE, s, _RULE, s.speaker)


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
