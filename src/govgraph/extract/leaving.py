"""Leaving an office for good: „tritt ab“, „geht in den Ruhestand“, „hat sein Amt niedergelegt“, „wurde abgewählt“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.slots import in_preterite, is_passive, is_perfect
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Clause, OfficeDraft, Sentence

_MOVING = frozenset({"gehen", "kehren", "scheiden", "verabschieden", "versetzen", "wechseln"})
"""Lemmas that tell of leaving only with a noun that says so: „in den Ruhestand“, „aus dem Amt“."""
_SHORT = 4
"""A clause of so few words that is no more than „X geht“."""


class Leaving:
    """Tells which clauses say that somebody goes for good.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._verbs = knowledge.words("leaving-verbs")
        self._nouns = knowledge.words("leaving-nouns")
        self._giving_up = knowledge.words("giving-up-verbs")
        self._posts = knowledge.words("posts-left")

    def says(self, s: Sentence, clause: Clause) -> bool:
        """Whether a clause says that its subject goes for good."""
        lemmas = {lemma for lemma, _, _ in clause.lemmas}
        here = [i for i in clause.tokens if s.tokens[i].text[0].isalpha()]
        nouns = {self.k.lemma(s.tokens[i].text) for i in here if s.tokens[i].text[0].isupper()}
        if lemmas & self._giving_up and nouns & self._posts:
            return True
        if not lemmas & self._verbs:
            return False
        if not lemmas & _MOVING:
            return True
        of_office = "scheiden" in lemmas and bool(nouns & self._posts)
        return bool(nouns & self._nouns) or of_office or ("gehen" in lemmas and len(here) <= _SHORT)

    def past(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those of whom their own sentence says that they have gone as former ones.

        „Präsident X ist Ende Mai aus dem Amt geschieden“, but „Staatssekretär X hat das Amt des CIO abgegeben“ says
        nothing of the title before his name.
        """
        for office in offices:
            left = office.status is Status.CURRENT and office.how != "clause" and self._has_left(office)
            yield replace(office, status=Status.FORMER) if left else office

    def _has_left(self, office: OfficeDraft) -> bool:
        s = office.sentence
        for a in s.arguments:
            if a.draft is not office.person or a.type is not EntityType.PERSON or not a.nominative:
                continue
            clause = s.clauses[a.clause]
            told = is_perfect(clause) or in_preterite(s, clause) or is_passive(clause)
            other = any(b.role is not None and office.person not in b.role.holders for b in s.arguments)
            if told and not other and self.says(s, clause):
                return True
        return False
