"""Offices that a headline gives and the text fills: „Gera: Neuer CIO“, „Jens Ott verantwortet die IT in Gera“."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, OfficeDraft, only_one
from govgraph.model import BlockKind, EntityType, Modality, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, RoleNoun, Sentence

_HEAD = frozenset({BlockKind.KICKER, BlockKind.TITLE})
_CONFIDENCE = 0.7
_NEW = ("neue", "neuer", "neuen", "neues")
_IN_CHARGE = frozenset({"verantwortlich", "zuständig"})
_MOST_WORDS = 7
"""Words of a headline that says no more than that a body has a new holder."""


class TitlesWon:
    """Gives whoever is in charge by the first sentence the title that the headline says is filled.

    Args:
        knowledge: Compiled vocabulary.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, modality: ModalityReader, date: str | None) -> None:
        self.k = knowledge
        self.modality = modality
        self.date = date
        self._winning = knowledge.words("winning-verbs")

    def offices(self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The office of whoever answers for a field, if none is known of that person.

        Args:
            sentences: The article.
            known: Offices read so far.
        """
        head = list(takewhile(lambda s: s.kind in _HEAD, sentences))
        role = self._won(head)
        body = only_one(a.draft for s in head for a in s.arguments if a.type in BODY_TYPES and not a.reference)
        if role is None or body is None or len(head) == len(sentences):
            return
        s = sentences[len(head)]
        person = self._in_charge(s, body)
        title = self.k.title(role.iri) if role.iri is not None else None
        if person is None or title is None or any(o.person is person for o in known):
            return
        if self.modality.judge(s, s.clauses[0], self.date) is not Modality.ASSERTED:
            return
        since = [d.value for d in s.dates_in(0) if d.lead == "since"]
        yield OfficeDraft(
            person,
            title,
            body,
            Status.NEW,
            since=since[0] if len(since) == 1 else None,
            confidence=_CONFIDENCE,
            sentence=s,
            how="clause",
            sure=True,
            rule="title-won",
        )

    def _won(self, head: Sequence[Sentence]) -> RoleNoun | None:
        """The one title of a short headline that names no person: „Neuer CIO“, „Gera bekommt CISO“."""
        if not head or len(head[-1].tokens) > _MOST_WORDS or head[-1].tokens[-1].text == "?":
            return None
        if any(a.type is EntityType.PERSON and a.role is None for s in head for a in s.arguments):
            return None
        titles = [a for a in head[-1].arguments if a.role is not None]
        if len(titles) != 1 or not self.k.words("negation").isdisjoint(head[-1].lower):
            return None
        role = titles[0].role
        lemmas = {lemma for clause in head[-1].clauses for lemma, _, _ in clause.lemmas}
        new = head[-1].low_at(titles[0].first - 1) in _NEW and lemmas <= {"haben"}
        if role is None or role.plural or role.holders or role.status not in {None, Status.NEW}:
            return None
        return role if new or (lemmas & self._winning and len(lemmas) == 1) else None

    def _in_charge(self, s: Sentence, body: Draft) -> Draft | None:
        """„Jens Ott verantwortet seit März die IT der Stadt“: the one person, where no other body is named."""
        if s.clauses[0].kind != "main" or s.tokens[-1].text == "?":
            return None
        said = "verantworten" in s.clauses[0].verbs or not _IN_CHARGE.isdisjoint(s.lower)
        named = [a for a in s.arguments if a.draft is not None and not a.reference]
        if not said or any(a.type in BODY_TYPES and a.draft is not body for a in named):
            return None
        people = [a for a in named if a.type is EntityType.PERSON]
        return only_one(a.draft for a in people) if all(a.nominative and a.clause == 0 for a in people) else None
