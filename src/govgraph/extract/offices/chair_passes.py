"""Länder between which a chair passes: „Der Vorsitz geht von Hessen auf Bayern über. Minister A löst B ab“."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.state import only_one
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence

_TO = frozenset({"an", "auf", "zu"})
_TAKING = frozenset({"bekommen", "erben", "erhalten", "übernehmen"})
"""Lemmas of verbs whose subject gets what another has had."""
_RECEIVING = frozenset({"annehmen", "entgegennehmen", "nehmen"})
"""Lemmas of verbs by which somebody is handed a baton."""
_BY = frozenset({"durch", "von"})
_AFTER = frozenset({"folgen", "nachfolgen"})
"""Lemmas of verbs by which one comes after „auf“ another."""


class ChairPass(NamedTuple):
    """A chair that passes from one Land to another.

    Attributes:
        giver: Whose it was.
        taker: Whose it is next.
    """

    giver: Draft
    taker: Draft


class ChairPasses:
    """Tells between which Länder a chair passes, and of which of them the people are that a sentence names next.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._lemma = knowledge.lemma
        self._chairs = knowledge.words("posts-of-boards")
        self._batons = self._chairs | knowledge.words("baton-nouns")
        self._giving = knowledge.words("giving-up-verbs")
        self._replacing = knowledge.words("succeeding-verbs") | _AFTER | _TAKING | {"ablösen"}

    def told(self, s: Sentence | None) -> ChairPass | None:
        """„Den Vorsitz hat Bayern von Hessen übernommen“, „gibt Hessen an Bayern ab“: the Länder of such a clause."""
        if s is None:
            return None
        for number, clause in enumerate(s.clauses):
            if not any(self._lemma(s.tokens[i].text) in self._chairs for i in clause.tokens):
                continue
            here = [a for a in s.arguments if a.clause == number and a.type is EntityType.JURISDICTION]
            here = [a for a in here if not a.adjective]
            lemmas = set() if is_passive(clause) else clause.verbs
            giving, taking = not self._giving.isdisjoint(lemmas), not _TAKING.isdisjoint(lemmas)
            giver = _only(a for a in here if a.marker == "von" or (giving and a.nominative))
            taker = _only(a for a in here if a.marker in _TO or (taking and a.nominative))
            if giver is not None and taker is not None and giver is not taker:
                return ChairPass(giver, taker)
        return None

    def land_of(self, passing: ChairPass, s: Sentence, person: Draft) -> Draft | None:
        """Of which Land somebody with a bare title is, where the sentence before tells how the chair passes.

        Who follows is of the Land that takes it, whoever is followed of the one that had it.
        """
        for a in s.arguments:
            if a.draft is not person or a.reference or not 0 <= a.clause < len(s.clauses):
                continue
            lemmas = s.clauses[a.clause].verbs
            hands = any(self._lemma(s.tokens[i].text) in self._batons for i in s.clauses[a.clause].tokens)
            if hands and not lemmas.isdisjoint(self._giving) and not is_passive(s.clauses[a.clause]):
                # „A übergab den Stab an B“, „B übergab A den Stab“
                return passing.giver if a.marker == "np" and self._is_first(s, a) else passing.taker
            if lemmas.isdisjoint(self._replacing) and not (hands and lemmas & _RECEIVING):
                continue
            if is_passive(s.clauses[a.clause]):
                return passing.taker if a.marker in _BY else passing.giver
            return passing.taker if a.marker == "np" and self._is_first(s, a) else passing.giver
        return None

    @staticmethod
    def leaves_open(s: Sentence) -> bool:
        """„Hessen übergab den Vorsitz an Bayern. Ministerin A dankte Minister B“: two, and nothing tells whose."""
        titled = (a.role for a in s.arguments if a.role is not None and a.role.holders and not a.role.bodies)
        return len({id(holder) for other in titled for holder in other.holders}) > 1

    @staticmethod
    def _is_first(s: Sentence, person: Argument) -> bool:
        """Whether a name is the first one of its clause that no preposition governs."""
        here = (a for a in s.arguments if a.clause == person.clause and a.type is person.type and a.marker == "np")
        return min(here, key=lambda a: a.first, default=None) is person


def _only(arguments: Iterable[Argument]) -> Draft | None:
    return only_one(a.draft for a in arguments if a.draft is not None)
