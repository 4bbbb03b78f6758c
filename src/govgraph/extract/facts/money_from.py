"""Who gives what others got in the sentence before: „Förderbescheide gingen an A und B. Das Geld kommt vom Bund.“."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.state import PLACES, FactDraft, facts_by_sentence
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_RULE = "money-from"
_CONFIDENCE = 0.6
_PURSES = frozenset({"Agency", "Foundation", "Ministry"})
"""Kinds of bodies, beside Bund and Länder, whose money it may be."""
_OUT_OF = frozenset({"aus", "von"})
_TO = frozenset({"an", "nach"})


class MoneyFrom:
    """Reads whose money it is that was told of before.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self._money = words("money-handed-out")
        self._coming = words("money-coming-verbs")
        self._paying = words("money-paying-verbs") | words("money-coming-from-verbs")
        self._getting = words("money-getting-verbs") | words("money-welcoming-verbs")
        self._flowing = words("money-flowing-verbs")
        self._due = words("money-that-is-due")
        self._modality = modality
        self._date = date

    def facts(self, sentences: Sequence[Sentence], told: Sequence[FactDraft]) -> Iterator[FactDraft]:
        """Who funds those who got money, if the next sentence tells whose it is.

        Args:
            sentences: The article.
            told: What it states otherwise.
        """
        by_sentence = facts_by_sentence(told)
        for before, s in pairwise(sentences):
            if self._money.isdisjoint(t.text for t in s.tokens) or s.tokens[-1].text == "?":
                continue
            if self._money.isdisjoint(t.text for t in before.tokens) or s.block != before.block:
                continue
            if {"mehr", "für"} <= set(s.lower) or not self._due.isdisjoint(t.text for t in before.tokens):
                # „Mehr Mittel gibt der Bund für Straßen“, „Gera bekommt 20.000 Euro Schadenersatz“
                continue
            if any(f.predicate is Predicate.FUNDS for f in (*by_sentence[id(before)], *by_sentence[id(s)])):
                continue
            for giver in self._givers(s):
                for got in self._receivers(before):
                    if got is not giver:
                        yield FactDraft(
                            giver, Predicate.FUNDS, got, Modality.ASSERTED, _CONFIDENCE, s, _RULE, s.speaker
                        )

    def _givers(self, s: Sentence) -> list[Draft]:
        """„Das Geld kommt vom Ministerium in Kiel“, „Insgesamt stellt der Bund zwei Millionen Euro bereit“."""
        if len(s.clauses) != 1 or self._modality.judge(s, s.clauses[0], self._date) is not Modality.ASSERTED:
            return []
        verbs = s.clauses[0].verbs
        inside = [a for a in s.arguments if not a.adjective and a.draft is not None]
        if verbs & self._coming:
            able = [a for a in inside if a.marker in _OUT_OF and a.head < 0]
        elif verbs & self._paying:
            able = [a for a in inside if a.nominative and a.head < 0 and not a.reference]
        else:
            return []
        givers = [a for a in able if _has_purse(a)]
        held = {i for a in givers for i in range(a.begin, a.last)}
        if not givers or any(a not in givers and a.head not in held for a in inside):
            # „Der Bund zahlt der Stadt Ulm zwei Millionen Euro“: to somebody else
            return []
        return [a.draft for a in givers if a.draft is not None and a.group == givers[0].group]

    def _receivers(self, s: Sentence) -> list[Draft]:
        """„Über Fördermittel freuen sich A und B“, „Förderbescheide gingen an A und B“, „A bekommt 20.000 Euro“."""
        clause: Clause = s.clauses[0]
        if self._modality.judge(s, clause, self._date) is not Modality.ASSERTED:
            return []
        inside = [a for a in s.arguments if a.clause == 0 and not a.adjective and a.head < 0 and a.type in PLACES]
        if clause.verbs & self._flowing:
            getting = [a for a in inside if a.marker in _TO]
        elif clause.verbs & self._getting:
            getting = [a for a in inside if a.nominative]
        else:
            return []
        towns = [a for a in getting if a.type is EntityType.MUNICIPALITY]
        return [a.draft for a in towns if a.draft is not None and a.group == towns[0].group]


def _has_purse(a: Argument) -> bool:
    return a.type is EntityType.JURISDICTION or (a.draft is not None and a.draft.kind in _PURSES)
