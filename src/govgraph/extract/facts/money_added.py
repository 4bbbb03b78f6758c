"""Who adds money to what another gives: „Der Bund gibt dem Kreis zwei Millionen Euro, das Land legt eine drauf“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.shares import names_only_sums
from govgraph.extract.state import FactDraft, facts_by_sentence
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Clause, Draft, Sentence

_RULE = "money-added"
_CONFIDENCE = 0.6
_PURSES = frozenset({"Agency", "Foundation", "Ministry"})
"""Kinds of bodies, beside Bund and Länder, whose money it may be."""
_OUT_OF = frozenset({"aus", "von"})
_REMAINDER = "rest"
_MORE = ("restliche", "weitere", "übrige")
"""How words begin that tell of a sum that it comes on top."""


class MoneyAdded:
    """Reads who gives more to those who get something from another.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self._shares = words("share-nouns")
        self._adding = words("money-adding-verbs")
        self._bearing = words("money-bearing-verbs")
        self._coming = words("money-coming-verbs")
        self._particles = words("particles")
        self._modality = modality
        self._date = date

    def facts(self, sentences: Sequence[Sentence], told: Sequence[FactDraft]) -> Iterator[FactDraft]:
        """Who funds what another was said to fund, in the same sentence or the one before.

        Args:
            sentences: The article.
            told: What it states otherwise.
        """
        by_sentence = facts_by_sentence([fact for fact in told if fact.predicate is Predicate.FUNDS])
        for number, s in enumerate(sentences):
            if self._shares.isdisjoint(s.lower) or s.tokens[-1].text == "?":
                continue
            before = sentences[number - 1] if number and sentences[number - 1].block == s.block else None
            given = by_sentence[id(s)] or (by_sentence[id(before)] if before is not None else [])
            if given:
                yield from self._added(s, given)

    def _added(self, s: Sentence, given: Sequence[FactDraft]) -> Iterator[FactDraft]:
        known = {(id(fact.subject), id(fact.object)) for fact in given}
        for number, clause in enumerate(s.clauses):
            giver = self._giver(s, number)
            said = self._modality.judge(s, clause, self._date) if giver is not None else None
            if giver is None or said is None or any(fact.subject is giver for fact in given):
                continue
            for fact in given:
                if fact.object is not giver and (id(giver), id(fact.object)) not in known:
                    known.add((id(giver), id(fact.object)))
                    yield FactDraft(giver, Predicate.FUNDS, fact.object, said, _CONFIDENCE, s, _RULE, s.speaker)

    def _giver(self, s: Sentence, number: int) -> Draft | None:
        """„Hessen legt eine Million drauf“, „der Rest kommt vom Land Hessen“: the only name of a clause about a sum."""
        clause = s.clauses[number]
        if clause.kind != "main" or clause.verbs.isdisjoint(self._adding | self._bearing | self._coming):
            return None
        inside = [a for a in s.arguments if a.clause == number]
        name = inside[0] if len(inside) == 1 else None
        if name is None or name.adjective or name.reference or name.draft is None:
            return None
        if name.type is not EntityType.JURISDICTION and name.draft.kind not in _PURSES:
            return None
        more = any(low == _REMAINDER or low.startswith(_MORE) for low in clause.words)
        if not clause.verbs.isdisjoint(self._coming):
            able = name.marker in _OUT_OF and more
        else:
            able = name.nominative and (more or not clause.verbs.isdisjoint(self._adding))
        held = set(range(name.begin, name.last)) | self._verbal(s, clause)
        return name.draft if able and names_only_sums(s, clause.tokens, held, self._shares) else None

    def _verbal(self, s: Sentence, clause: Clause) -> set[int]:
        """Tokens of a clause that belong to its verb, or tell when."""
        parts = {i for i in clause.tokens if s.lower[i] in self._particles or s.lower[i] in clause.auxiliaries}
        return parts | {i for _, i, _ in clause.lemmas} | set(s.dated)
