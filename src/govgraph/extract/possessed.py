"""Works that a possessive says to be somebody's: „stellt ihr Archiv DiPS um“, „ihr gemeinsames Vorhaben KoDA“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.long_names import OPENING
from govgraph.extract.pronouns import noun_after
from govgraph.extract.state import BODY_TYPES, WORKS, FactDraft
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, Sentence

_CONFIDENCE = 0.6
_THEIRS = frozenset(f"{stem}{end}" for stem in ("sein", "ihr") for end in ("", "e", "em", "en", "er", "es"))


def possessed_works(sentences: Sequence[Sentence], knowledge: Knowledge) -> Iterator[FactDraft]:
    """A body or Land develops, and a town uses, the work that is named right after „ihr“ and a common noun.

    The owner is the subject before the possessive, or else what the possessive was found to stand for.
    """
    others = knowledge.words("posts") | knowledge.words("successor-nouns") | knowledge.words("predecessor-nouns")
    for s in sentences:
        for i, low in enumerate(s.lower):
            if low not in _THEIRS or i in s.taken or s.tokens[-1].text == "?":
                continue
            noun = noun_after(s, i)
            if noun < 0 or noun in s.taken or s.tokens[noun].text in others:
                continue
            work = s.taken.get(noun + 2 if s.text_at(noun + 1) in OPENING else noun + 1)
            if work is None or work.draft is None or work.adjective or work.reference or work.type not in WORKS:
                continue
            for owner in _owners(s, i):
                town = owner.type is EntityType.MUNICIPALITY
                predicate = Predicate.IMPLEMENTS if town else Predicate.DEVELOPS
                yield FactDraft(owner, predicate, work.draft, Modality.ASSERTED, _CONFIDENCE, s, "own-work", s.speaker)


def _owners(s: Sentence, i: int) -> list[Draft]:
    """Bodies that a possessive at token `i` means: the subjects of its clause, all that are joined."""
    clause = s.clause_of[i]
    subjects = [a for a in s.arguments if a.clause == clause and a.last <= i and a.nominative]
    owners = [a for a in subjects if a.group == subjects[0].group] or [a for a in s.arguments if a.first == i]
    return [a.draft for a in owners if a.draft is not None and a.type in BODY_TYPES]
