"""Whether „sie“, „es“ or „die“ is the subject or the object of its clause: „Bezahlt hat sie die Senatskanzlei“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.references.noun_phrases import OF_BODIES
from govgraph.extract.references.pronoun_clauses import (
    is_done,
    verbs_of,
)
from govgraph.extract.state import BODY_TYPES, WORKS, Argument
from govgraph.language.grammar import CONJUNCTIONS, DETERMINERS, INFINITIVE_OPENERS, NOT_VERBS, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Clause, Sentence

_HAVE = frozenset({"haben", "hatten"})
"""Forms of a verb that „es“ is never the subject of."""
_OWN_SUBJECTS = frozenset(
    {"ich", "wir", "man", "er", "wer", "niemand", "keiner", "jeder", "alle", "manche", "viele", "beide"}
)
_OPENERS_OF_CONTENT = frozenset({"dass", "wenn", "ob", "wie"})
_NO_ADVERBS = frozenset(DETERMINERS) | frozenset(PREPOSITIONS) | frozenset(CONJUNCTIONS) | _OWN_SUBJECTS
_BARE_ARTICLES = frozenset({"der", "die", "das"})


class PronounCases:
    """Tells whether a pronoun is the subject or the object of its clause, or stands for nothing.

    Args:
        tools: What is the same for every article.
    """

    def __init__(self, tools: Tools) -> None:
        self._k = tools.knowledge
        self._agreement = tools.agreement
        self._slots = tools.slots
        self._impersonal = tools.knowledge.words("impersonal-verbs")

    def case(self, s: Sentence, clause: Clause, i: int) -> str:
        """Whether „sie“ or „es“ is the subject or the object of its clause."""
        if is_passive(clause):
            return "n"
        if clause.kind == "relative":
            opener = clause.tokens[1 if len(clause.tokens) > 1 else 0]
            does = s.lower[opener] == "der" or (s.lower[opener] == "die" and _of_person(s, opener))
            return "a" if does or self._of_doer(s, clause, opener) else "n"
        return "a" if self.has_other_subject(s, clause, i) else "n"

    def _of_doer(self, s: Sentence, clause: Clause, opener: int) -> bool:
        """„die Stadt Ulm, die sie testet“, „Ulm, das es nutzt“: a relative pronoun for who alone can do that."""
        before = s.taken.get(opener - 2) if s.lower[opener] in {"das", "die"} and s.text_at(opener - 1) == "," else None
        if before is None or before.draft is None or before.type not in BODY_TYPES or before.adjective:
            return False
        subjects, objects = self._slots.expected(s, clause, "n"), self._slots.expected(s, clause, "a")
        return before.type in subjects and bool(objects) and before.type not in objects

    def has_other_subject(self, s: Sentence, clause: Clause, i: int) -> bool:
        """Whether something else than token `i` is the subject of the clause."""
        if any(s.lower[j] in _OWN_SUBJECTS and s.low_at(j - 1) not in PREPOSITIONS for j in clause.tokens if j != i):
            # not „betreibt für beide“
            return True
        verbs = verbs_of(s, clause)
        verb = verbs[0] if verbs else -1
        words = [j for j in clause.tokens if s.tokens[j].text[0].isalnum() and s.lower[j] not in CONJUNCTIONS]
        if not words or (words[0] == i and clause.kind == "main"):
            return False
        if s.lower[i] == "es" and not _HAVE.isdisjoint(clause.auxiliaries):
            # „Geschrieben haben es die Fachleute im Haus“: several have done it
            return True
        if clause.joined and words[0] == verb and s.lower[clause.tokens[0]] in CONJUNCTIONS:
            # „kauft die E-Akte und testet sie“: the subject is that of the clause before
            return True
        others = [
            a for a in s.arguments if a.draft is not None and a.marker == "np" and a.head < 0 and not a.adjective
            and a.first != i and s.clause_of[a.first] == s.clause_of[i]
        ]  # fmt: skip
        subjects, objects = self._slots.expected(s, clause, "n"), self._slots.expected(s, clause, "a")
        possible = [a for a in others if not (a.type in objects and a.type not in subjects)]
        right = [a for a in s.arguments if a.last == i and a.marker == "np" and "n" in a.cases and not a.adjective]
        if clause.kind == "main" and any(verb < a.first and a.head < 0 for a in right):
            # „hat Minister Kolbe sie ernannt“: a pronoun for the subject would stand before any noun
            return True
        if clause.kind == "main" and verb < i and self._is_fronted(s, words[0], verb, possible):
            return True
        if clause.kind == "main" and words[0] < i and is_done(clause, words[0]) and objects & WORKS:
            # „Bezahlt hat sie die Senatskanzlei“: what was done stands in front, then with what, then who did it
            doing = (a for a in others if a.begin == i + 1 and "n" in a.cases)
            # „abgelöst hat sie Uwe Brandt“: either may have done it
            both = {EntityType.PERSON} & subjects & objects
            if any(a.type in subjects - WORKS - both for a in doing):
                return True
        for a in others:
            if a.cases == "n" or (a.type in subjects and a.type not in objects and "n" in a.cases):
                return True
            if a.cases == "a" or (a.type in objects and a.type not in subjects):
                return False
        # „hat es der Magistrat beschlossen“: a masculine nominative that names nothing known
        return any(
            s.lower[j] == "der"
            and j > i
            and s.low_at(j - 1) not in PREPOSITIONS
            and not s.text_at(j - 1)[:1].isupper()
            and s.text_at(j + 1)[:1].isupper()
            and self._agreement.of_noun(s.text_at(j + 1)) in {"m", ""}
            for j in clause.tokens
        )

    def is_acted_on(self, s: Sentence, clause: Clause, i: int) -> bool:
        """„Die hat Hessen programmiert“: whether a pronoun before the verb is its object, as what can act follows."""
        if is_passive(clause) or clause.kind != "main":
            return False
        subjects, objects = self._slots.expected(s, clause, "n"), self._slots.expected(s, clause, "a")
        verbs = verbs_of(s, clause)
        if not objects or not verbs or i > verbs[0]:
            return False
        noun = self._agreement.referring(s.text_at(verbs[0] + 2) or ".")
        if s.low_at(verbs[0] + 1) in _BARE_ARTICLES and noun is not None and noun.kinds & OF_BODIES:
            # „Das hat die Stadt entwickelt“
            return not subjects.isdisjoint(BODY_TYPES)
        acting = [
            a for a in s.arguments if a.draft is not None and a.marker == "np" and a.head < 0 and "n" in a.cases
            and _is_next(s, verbs[0] + 1, a.begin) and s.clause_of[a.first] == s.clause_of[i]
        ]  # fmt: skip
        if s.lower[i] in {"das", "dies"} and objects & WORKS:
            # „Das verantwortet das Institut“: a work answers for nothing
            return any(a.type in subjects - WORKS for a in acting)
        return any(a.type in subjects - WORKS and a.type not in objects for a in acting)

    def _is_fronted(self, s: Sentence, first: int, verb: int, others: list[Argument]) -> bool:
        """Whether a nominative stands before the verb."""
        if any(a.last <= verb and "n" in a.cases for a in others):
            return True
        low, text = s.lower[first], s.tokens[first].text
        if first >= verb or low in PREPOSITIONS or first in s.taken:
            return False
        if low in DETERMINERS:
            return "n" in DETERMINERS[low] and not any(a.first <= verb and a.marker != "np" for a in others)
        return first + 1 == verb and text[0].isupper() and self._k.lemma(text)[:1].isupper() and low not in NOT_VERBS

    def is_impersonal(self, s: Sentence, clause: Clause, i: int) -> bool:
        """„es gibt“, „es heißt“, „ist es möglich, dass …“: an „es“ that stands for nothing."""
        if not self._impersonal.isdisjoint(clause.verbs):
            return True
        number = s.clause_of[i] if s.clause_of else 0
        following = s.clauses[number + 1] if number + 1 < len(s.clauses) else None
        if following is None:
            return False
        if following.kind == "infinitive":
            return following.opener not in INFINITIVE_OPENERS
        return following.opener in _OPENERS_OF_CONTENT


def _is_next(s: Sentence, first: int, begin: int) -> bool:
    """„Die führt inzwischen A“: whether nothing but adverbs stands between a verb and a name."""
    between = range(first, begin)
    return first <= begin and all(
        i in s.dated or (s.tokens[i].text.islower() and i not in s.taken and s.lower[i] not in _NO_ADVERBS)
        for i in between
    )


def _of_person(s: Sentence, opener: int) -> bool:
    """„Anna Weber, die es leitet“, „Anna Weber (SPD), die es leitet“: a relative pronoun right behind a name."""
    before = s.taken.get(opener - 2)
    if before is None and s.text_at(opener - 2) == ")":
        inside = s.taken.get(opener - 3)
        before = None if inside is None else s.taken.get(inside.first - 2)
    return before is not None and before.type is EntityType.PERSON
