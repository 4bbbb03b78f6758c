"""Whose money a work costs that was told of before: „Zwei Millionen kommen vom Bund“, „Möglich war das durch …“."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.facts.context import is_bought, work_spoken_of
from govgraph.extract.state import WORKS, FactDraft, bare_nouns, only_one
from govgraph.language.grammar import PREPOSITIONS
from govgraph.model import BlockKind, EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_READ = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.ANSWER})
_PURSES = frozenset({"Agency", "Foundation", "Ministry"})
"""Kinds of bodies, beside Bund, EU and Länder, whose money it may be."""
_OUT_OF = frozenset({"aus", "von"})
_GOALS = frozenset({"an", "für", "in", "nach"})
_FOR = frozenset({"für", "fürs"})
_WHOSE = frozenset({"gen", "von"})
_PLAIN = frozenset({"Organisation", "ResearchInstitute"})
"""Kinds of bodies that may be set up with money of others, as a laboratory is."""
_WHOM = frozenset({"ihm", "ihnen", "ihr", "uns"})
_THAT = frozenset({"das", "dies", "es", "all"})
_POSSIBLE = "möglich"
_MAKING = "machen"
_THANKS = frozenset({"durch", "dank"})
_BEFORE = 4
"""How far before a noun for money „durch“ or „dank“ may stand."""
_CONFIDENCE = 0.6
_RULE = "money-for-work"


class MoneyForWorks:
    """Reads who pays for the work that the sentence before speaks of.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self._money = words("money-handed-out") | words("money-that-helps")
        self._coming = words("money-coming-verbs")
        self._shares = words("share-nouns") | {word.lower() for word in self._money}
        self._due = words("money-that-is-due")
        self._granting = words("money-granting-verbs")
        self._enabling = words("enabling-verbs")
        self._modality = modality
        self._date = date

    def facts(self, sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
        """Who funds what.

        Args:
            sentences: The article.
        """
        for before, s in pairwise(sentences):
            if s.kind not in _READ or s.block != before.block or s.tokens[-1].text == "?":
                continue
            for number, clause in enumerate(s.clauses):
                if clause.kind != "main":
                    continue
                givers = self._coming_from(s, number, clause) or self._making_possible(s, number, clause)
                givers = givers or self._granted(s, number, clause)
                verdict = self._modality.judge(s, clause, self._date) if givers else None
                thing = _paid_for(s, number, before, givers) if verdict is not None else None
                if verdict is None or thing is None:
                    continue
                for giver in givers:
                    if giver is not thing:
                        yield FactDraft(giver, Predicate.FUNDS, thing, verdict, _CONFIDENCE, s, _RULE, s.speaker)

    def _coming_from(self, s: Sentence, number: int, clause: Clause) -> list[Draft]:
        """„Die Mittel dafür stammen zu 80 Prozent vom Bund“, „Vier Millionen kommen vom Bund, eine vom Land“."""
        if self._coming.isdisjoint(clause.verbs):
            return []
        sums = [i for i in clause.tokens if s.tokens[i].text in self._money and not _is_governed(s, i)]
        words = {s.tokens[i].text for i in clause.tokens}
        if not sums or not self._due.isdisjoint(words) or not _FOR.isdisjoint(s.lower[i] for i in clause.tokens):
            return []
        inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
        if any(a.marker in _GOALS for a in inside):
            # „Vom Bund fließen zwei Millionen Euro nach Gera“
            return []
        able = [a for a in inside if a.marker in _OUT_OF and (a.head < 0 or s.low_at(a.head) in self._shares)]
        return _purses(able)

    def _making_possible(self, s: Sentence, number: int, clause: Clause) -> list[Draft]:
        """„Möglich wurde das durch eine Förderung des Landes Hessen“, „Möglich macht das ein Zuschuss des Bundes“."""
        low = {s.lower[i] for i in clause.tokens}
        enables = not clause.verbs.isdisjoint(self._enabling)
        if not (_POSSIBLE in low or enables) or _THAT.isdisjoint(low):
            return []
        makes = enables or _MAKING in clause.verbs
        sums = [i for i in clause.tokens if s.tokens[i].text in self._money]
        sums = [i for i in sums if (makes and not _is_governed(s, i)) or _is_cause(s, i)]
        inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
        return _purses([a for a in inside if a.head in sums and a.marker in _WHOSE])

    def _granted(self, s: Sentence, number: int, clause: Clause) -> list[Draft]:
        """„Das Land hat 200.000 Euro bewilligt“: to nobody that is named."""
        if clause.verbs.isdisjoint(self._granting) or is_passive(clause):
            return []
        sums = [i for i in clause.tokens if s.tokens[i].text in self._money and not _is_governed(s, i)]
        inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
        others = [a for a in inside if not a.nominative]
        if not sums or others or not (_FOR | _WHOM).isdisjoint(s.lower[i] for i in clause.tokens):
            return []
        if any(s.lower[i] not in self._shares for i in bare_nouns(s, clause)):
            # „Das Land hat den Schulen 200.000 Euro bewilligt“
            return []
        return _purses([a for a in inside if a.nominative])


def _is_cause(s: Sentence, i: int) -> bool:
    """„durch eine Förderung“, „dank Mitteln“."""
    return not _THANKS.isdisjoint(s.lower[max(0, i - _BEFORE) : i])


def _is_governed(s: Sentence, i: int) -> bool:
    """„mit zwei Millionen Euro“, „aus Mitteln“: money behind a preposition."""
    return not PREPOSITIONS.keys().isdisjoint(s.lower[max(0, i - 3) : i])


def _purses(found: Sequence[Argument]) -> list[Draft]:
    """Those who have money to give."""
    able = (a for a in found if a.type is EntityType.JURISDICTION or (a.draft and a.draft.kind in _PURSES))
    return list(dict.fromkeys(a.draft for a in able if a.draft is not None))


def _paid_for(s: Sentence, number: int, before: Sentence, givers: Sequence[Draft]) -> Draft | None:
    """The work spoken of, or else the one body that was told of and is no house of state."""
    work = work_spoken_of(s, number, lambda d: d.type in WORKS and not is_bought(d) and id(d) not in s.sources)
    if work is not None:
        return work
    named = [a.draft for a in before.arguments if a.draft is not None and not a.adjective and a.draft not in givers]
    if any(d.type in WORKS for d in named):
        return None
    return only_one(d for d in named if d.type is EntityType.ORGANISATION and d.kind in _PLAIN)
