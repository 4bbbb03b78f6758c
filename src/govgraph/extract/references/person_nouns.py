"""Nouns for people that stand for the one spoken of: „Die Juristin …“, „Der 52-Jährige …“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.people.gender import is_neutral
from govgraph.extract.state import Argument, Draft, only_one
from govgraph.language.grammar import AUXILIARIES
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence

_PERSONAL = {"die": re.compile(r"in$"), "der": re.compile(r"(?:er|or|at|ent|ist|ant|mann|wirt|oge)$")}
"""Endings of nouns for a woman and a man."""
_TO_BE = frozenset({"ist", "war", "wird", "wurde"})


class PersonNouns:
    """Finds nouns that stand for a person.

    Args:
        knowledge: Compiled vocabulary.
        agreement: Judge of who is a woman.
    """

    def __init__(self, knowledge: Knowledge, agreement: Agreement) -> None:
        self.k = knowledge
        self._agreement = agreement
        self._ends = tuple(sorted(knowledge.words("ends-of-person-nouns")))

    def find(self, s: Sentence, before: Sequence[Draft], lead: Draft | None) -> list[tuple[Draft, Argument]]:
        """„Die Juristin …“, „Seit Mai ist der CDU-Politiker …“: a noun for a person refers to the one spoken of."""
        for i in range(len(s.tokens) - 1):
            if s.lower[i] not in {"der", "die"} or i in s.taken:
                continue
            j = self._person_noun(s, i + 1)
            if j < 0 or (s.taken.get(j + 1) is not None and s.taken[j + 1].type is EntityType.PERSON):
                continue
            colon = self._before_colon(s, i)
            fitting = {
                id(d): d
                for d in (before if colon is None else (colon,))
                if self._agreement.is_woman(d) in {None, s.lower[i] == "die"}
            }
            if len(fitting) > 1 and lead is not None and id(lead) in fitting:
                fitting = {id(lead): lead}
            elif len(fitting) > 1 and id(s.topic) in fitting and s.topic is not None:
                fitting = {id(s.topic): s.topic}
            clause = s.clause_of[j] if s.clause_of else 0
            named = (
                colon is None
                and not self._opens(s, i, j)
                and any(
                    a.type is EntityType.PERSON
                    and (a.first < i or (a.clause == clause and a.marker == "np" and "n" in a.cases))
                    for a in s.arguments
                )
            )
            if len(fitting) != 1 or named:
                return []
            person = next(iter(fitting.values()))
            reference = Argument(j, j + 1, draft=person, cases="n", begin=i, reference=True)
            reference.clause = clause
            s.arguments.append(reference)
            s.taken[j] = reference
            return [(person, reference)]
        return []

    def _before_colon(self, s: Sentence, article: int) -> Draft | None:
        """„Neue Aufgabe für Anna Weber: Die Juristin wird …“: the one person named before, if nobody speaks."""
        if s.text_at(article - 1) != ":" or not s.clauses:
            return None
        lemmas = {lemma for clause in s.clauses for lemma, at, _ in clause.lemmas if at < article}
        if not lemmas.isdisjoint(self.k.words("speech-verbs")):
            return None
        return only_one(a.draft for a in s.arguments if a.type is EntityType.PERSON and a.first < article)

    def _opens(self, s: Sentence, article: int, noun: int) -> bool:
        """„Der 52-Jährige löst Uwe Brandt ab“: who opens the sentence does what it says, whatever name follows.

        „Die Juristin“ may be the object of other verbs than those of following somebody.
        """
        if article > 0 or not s.clauses:
            return False
        if s.lower[article] == "der":
            return not s.lower[noun].endswith("in")
        lemmas = s.clauses[s.clause_of[noun]].verbs
        return not lemmas.isdisjoint(self.k.words("succeeding-verbs"))

    def _person_noun(self, s: Sentence, i: int) -> int:
        """Index of a noun for a person that ends the phrase whose adjectives begin at token `i`, or -1."""
        for j in range(i, min(i + 4, len(s.tokens))):
            text = s.tokens[j].text
            place = None if "-" in text else s.taken.get(j)
            if place is not None and place.adjective and place.last == j + 1 and s.text_at(j + 1)[:1].isupper():
                # „Der Krefelder Unternehmer“
                continue
            if text[0].isupper() or (text[0].isdigit() and text.rsplit("-", 1)[-1][:1].isupper()):
                if not self._is_person_noun(text) and not self._must_be_human(s, i - 1, j):
                    return -1
                taken = s.taken.get(j)
                return j if taken is None or taken.adjective else -1
            if text[-1] not in "enrs" or not text[0].isalnum():
                return -1
        return -1

    def _is_person_noun(self, text: str) -> bool:
        """„Juristin“, „CDU-Politiker“, „Landschaftsarchitektin“: a noun for somebody, and no title of an office."""
        if text.rsplit("-", 1)[-1] in self.k.words("person-nouns"):
            return True
        return text.lower().endswith(self._ends) and self.k.role_word(text) is None

    def _must_be_human(self, s: Sentence, article: int, j: int) -> bool:
        """„Die gebürtige Husumerin ist Leiterin der …“: a noun of which a title is said is one for a person."""
        text, low = s.text_at(j), s.lower[article]
        if j in s.taken or self.k.role_word(text) is not None or not _PERSONAL[low].search(text):
            return False
        verb = s.low_at(j + 1)
        clause = s.clause_of[j] if s.clause_of else 0
        being = bool(s.clauses) and s.clauses[clause].verbs <= {"sein", "werden"}
        apart = being and article == 0 and s.clauses[clause].kind == "main" and verb in {",", "aus"}
        if AUXILIARIES.get(verb) not in {"sein", "werden"} and s.low_at(article - 1) not in _TO_BE and not apart:
            return False
        return any(
            a.role is not None
            and a.marker == "np"
            and a.clause == clause
            and a.first > j
            and (a.role.feminine is (low == "die") or is_neutral(a.role.name))
            for a in s.arguments
        )
