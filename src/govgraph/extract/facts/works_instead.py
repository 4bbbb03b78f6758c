"""„Gera hat civento abgeschaltet. An seine Stelle ist VOIS getreten.“: who gives up a work has what comes for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.phrases import by_first_word, end_of_phrase
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.state import BODY_TYPES, FIRMS, WORKS, FactDraft, facts_by_sentence, only_one
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_RULE = "work-instead"
_CONFIDENCE = 0.7
_BACK = 2
"""How many sentences before may have told what is given up."""
_BECOMES = frozenset({"werden"})
_OPERATORS = FIRMS | {"MunicipalUnion"}
_NEAR = 2
"""How near behind a work stands whose it is."""
_WAS = frozenset({"war", "waren"})
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
        self._houses = words("people-of-a-place")
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
                users = dict.fromkeys(f.subject for f in gone if f.object is not work and self._gave_up(f))
                told = {f.subject for f in by_sentence[id(s)] if f.object is work}
                said = self._modality.judge(s, clause, self._date)
                if said is Modality.ASSERTED and _BECOMES.issuperset(clause.verbs):
                    # „Nachfolger wird die App X“
                    said = Modality.PLANNED if in_present(s, clause) else said
                if said not in {Modality.ASSERTED, Modality.PLANNED} or len(users) > _MOST:
                    continue
                if _was(s, clause):
                    said = Modality.ENDED
                for user in _here(s, at, users):
                    if user not in told:
                        yield FactDraft(user, Predicate.IMPLEMENTS, work, said, _CONFIDENCE, s, _RULE, s.speaker)

    def _gave_up(self, fact: FactDraft) -> bool:
        """Whether a place itself gave up a work, and not „die Bürgerinnen in Hof“."""
        told = [a for a in fact.sentence.arguments if a.draft is fact.subject]
        return not told or any(
            a.marker != "in" or a.head < 0 or fact.sentence.text_at(a.head) in self._houses for a in told
        )

    def _work(self, s: Sentence, at: int, clause: Clause) -> Draft | None:
        """The one work that a clause says to come instead of another."""
        if s.tokens[-1].text == "?" or self._verbs.isdisjoint(clause.verbs):
            return None
        if not any(s.lower[i] in self._phrases and end_of_phrase(s, i, self._phrases) for i in clause.tokens):
            return None
        if not self._only_thought_of.isdisjoint(s.lower) or any(phrase <= set(s.lower) for phrase in self._talked_of):
            return None
        works = [a for a in s.arguments if a.clause == at and a.nominative and not a.reference and a.type in WORKS]
        if any(_is_of_another(s, a) for a in works):
            return None
        return only_one(a.draft for a in works)


def _is_of_another(s: Sentence, work: Argument) -> bool:
    """„die Corona-Warn-App des Bundes“, „Hessens Portal“: whether a work is told to be somebody's who makes none."""
    bodies = (a for a in s.arguments if a.type in BODY_TYPES and a.clause == work.clause and _is_no_firm(a.draft))
    return any(
        (a.first >= work.last and a.first - work.last <= _NEAR and a.marker in {"gen", "von"}) or a.last == work.first
        for a in bodies
    )


def _was(s: Sentence, clause: Clause) -> bool:
    """„Nachfolger war kurz VOIS“, and not „An seine Stelle war VOIS getreten“: whether what came instead is no more."""
    only = all(lemma == "sein" for lemma, _, _ in clause.lemmas)
    return only and not _WAS.isdisjoint(clause.words)


def _is_no_firm(body: Draft | None) -> bool:
    return body is not None and body.kind not in FIRMS


def _here(s: Sentence, at: int, users: Iterable[Draft]) -> Iterator[Draft]:
    """The users, or the town that the clause names instead: „In Jena ist VOIS an seine Stelle getreten“."""
    there = [a for a in s.arguments if a.clause == at and a.marker in {"in", "bei"} and a.type in BODY_TYPES]
    there = [a for a in there if not (a.reference or a.adjective)]
    if not there:
        yield from users
        return
    yield from (a.draft for a in there if a.draft is not None and a.type is EntityType.MUNICIPALITY and users)


def _had(fact: FactDraft) -> bool:
    """Whether somebody used a work or had it made, and does not run it for others as a firm or a union does."""
    return fact.predicate in {Predicate.DEVELOPS, Predicate.IMPLEMENTS} and fact.subject.kind not in _OPERATORS
