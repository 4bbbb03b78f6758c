"""Offices that a headline alone tells: „ekom21 verliert Geschäftsführer“, and below „Jens Ott verlässt die ekom21“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive, is_perfect
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.state import OfficeDraft, only_one
from govgraph.model import BlockKind, EntityType, Modality, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Clause, Draft, RoleNoun, Sentence

_CONFIDENCE = 0.7
_NEAR = 2
"""How many sentences after the headline may say who it is."""
_LEAVING = "verlassen"


class HeadlineTitles:
    """Gives whoever leaves a body the title that the headline says it loses.

    Args:
        knowledge: Compiled vocabulary.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, modality: ModalityReader, date: str | None) -> None:
        self.k = knowledge
        self.modality = modality
        self.date = date
        self._losing = knowledge.words("giving-up-verbs") | knowledge.words("leaving-verbs")

    def offices(self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The office of whoever leaves, if none is known of that person in that body.

        Args:
            sentences: The article.
            known: Offices read so far.
        """
        at = next((i for i, s in enumerate(sentences) if s.kind is BlockKind.TITLE), -1)
        role = self._lost(sentences[at]) if at >= 0 else None
        if role is None:
            return
        held = {(id(o.person), id(o.body)) for o in known}
        for s in sentences[at + 1 : at + 1 + _NEAR]:
            for number, clause in enumerate(s.clauses):
                left = self._left(s, number, clause, role)
                if left is not None and (id(left.person), id(left.body)) not in held:
                    yield left
                    return

    def _lost(self, headline: Sentence) -> RoleNoun | None:
        """The one title of a headline that names no person and says that its holder goes."""
        if any(a.type is EntityType.PERSON and a.role is None for a in headline.arguments):
            return None
        lemmas = {lemma for clause in headline.clauses for lemma, _, _ in clause.lemmas}
        roles = [a.role for a in headline.arguments if a.role is not None]
        if lemmas.isdisjoint(self._losing) or len(roles) != 1 or headline.tokens[-1].text == "?":
            return None
        role = roles[0]
        return None if role.weak or role.plural or role.holders or role.status is not None else role

    def _left(self, s: Sentence, number: int, clause: Clause, role: RoleNoun) -> OfficeDraft | None:
        """„Jens Ott verlässt die ekom21 zum 30. September“: until then the office is held."""
        if is_passive(clause) or all(lemma != _LEAVING for lemma, _, _ in clause.lemmas):
            return None
        here = [a for a in s.arguments if a.clause == number and a.marker == "np" and not a.adjective]
        person = only_one(a.draft for a in here if a.type is EntityType.PERSON and a.nominative)
        body = only_one(a.draft for a in here if a.type is EntityType.ORGANISATION and "a" in a.cases)
        if person is None or body is None or not self._fits(role, body):
            return None
        verdict = self.modality.judge(s, clause, self.date)
        gone = is_perfect(clause) or verdict is Modality.ENDED
        if verdict is None or not (gone or in_present(s, clause)):
            return None
        days = [d.value for d in s.dates if d.lead == "at" and s.token_range(d.start, d.end)[0] in clause.tokens]
        until = days[0] if len(days) == 1 else None
        status = Status.FORMER if gone else Status.CURRENT
        found = self.k.title(role.iri) if role.iri is not None else None
        if found is None:
            return None
        return OfficeDraft(
            person,
            found,
            body,
            status,
            until=until,
            confidence=_CONFIDENCE,
            sentence=s,
            how="clause",
            sure=True,
            rule="title-of-a-headline",
        )

    def _fits(self, role: RoleNoun, body: Draft) -> bool:
        kinds = self.k.body_kinds(role.iri)
        return not kinds or body.kind in kinds
