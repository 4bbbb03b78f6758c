"""„Gera hat civento abgeschaltet. An seine Stelle ist VOIS getreten.“: who gives up a work has what comes for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.phrases import by_first_word, end_of_phrase
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.state import FIRMS, PLACES, WORKS, FactDraft, facts_by_sentence, only_one
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Clause, Draft, Sentence

_RULE = "work-instead"
_CONFIDENCE = 0.7
_BACK = 2
"""How many sentences before may have told what is given up."""
_WHERE = frozenset({"bei", "in"})
_BECOMES = frozenset({"werden"})
_OPERATORS = FIRMS | {"MunicipalUnion"}
_MOST = 3
"""Of how many users it is told at most."""


class WorksInstead:
    """Reads what comes for a work that somebody has given up.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self._phrases = by_first_word(words("instead-phrases"))
        self._verbs = words("instead-verbs")
        thought_of = words("only-thought-of")
        self._only_thought_of = frozenset(word for word in thought_of if " " not in word)
        self._talked_of = [frozenset(phrase.split()) for phrase in thought_of if " " in phrase]
        self._modality = modality
        self._date = date

    def facts(self, sentences: Sequence[Sentence], facts: Sequence[FactDraft]) -> Iterator[FactDraft]:
        """The works that come instead, for all who gave up the other.

        Args:
            sentences: The article.
            facts: What it states otherwise.
        """
        by_sentence = facts_by_sentence(facts)
        for number, s in enumerate(sentences):
            for at, clause in enumerate(s.clauses):
                work = self._work(s, at, clause)
                if work is None:
                    continue
                near = [f for each in sentences[max(0, number - _BACK) : number + 1] for f in by_sentence[id(each)]]
                gone = [f for f in near if f.modality is Modality.ENDED and _had(f)]
                where = [a.draft for a in s.arguments if a.clause == at and a.type in PLACES and a.marker in _WHERE]
                users = dict.fromkeys(f.subject for f in gone if f.object is not work)
                # „In Gera tritt an seine Stelle die App X“: in Jena not
                users = {user: None for user in users if not where or user in where}
                told = {f.subject for f in by_sentence[id(s)] if f.object is work}
                said = self._modality.judge(s, clause, self._date)
                if said is Modality.ASSERTED and _BECOMES.issuperset(lemma for lemma, _, _ in clause.lemmas):
                    # „Nachfolger wird die App X“
                    said = Modality.PLANNED if in_present(s, clause) else said
                if said not in {Modality.ASSERTED, Modality.PLANNED} or len(users) > _MOST:
                    continue
                for user in users:
                    if user not in told:
                        yield FactDraft(user, Predicate.IMPLEMENTS, work, said, _CONFIDENCE, s, _RULE, s.speaker)

    def _work(self, s: Sentence, at: int, clause: Clause) -> Draft | None:
        """The one work that a clause says to come instead of another."""
        if s.tokens[-1].text == "?" or self._verbs.isdisjoint(lemma for lemma, _, _ in clause.lemmas):
            return None
        if not self._only_thought_of.isdisjoint(s.lower) or any(phrase <= set(s.lower) for phrase in self._talked_of):
            return None
        if not any(end_of_phrase(s, i, self._phrases) for i in clause.tokens):
            return None
        here = (a for a in s.arguments if a.clause == at and a.nominative and not a.reference)
        return only_one(a.draft for a in here if a.type in WORKS)


def _had(fact: FactDraft) -> bool:
    """Whether somebody used a work or had it made, and does not run it for others as a firm or a union does."""
    return fact.predicate in {Predicate.DEVELOPS, Predicate.IMPLEMENTS} and fact.subject.kind not in _OPERATORS
