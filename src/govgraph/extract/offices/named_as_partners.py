"""Bodies that a paragraph names as partners of the one it is about: „Gesellschafter sind A und B“, „Gespräche mit A“.

Whoever is called by a bare title after that is of the body that the paragraph is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import COPULA_LEMMAS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Argument, Draft, Sentence

_AROUND = frozenset({"an", "hinter", "in"})
"""Prepositions before a pronoun for the body to which others belong: „In ihr haben sich A und B zusammengetan“."""


class NamedAsPartners:
    """Tells which bodies a sentence names only as partners of another.

    Args:
        words: Gives the forms of a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._nouns = tuple(sorted(noun.lower() for noun in words("partners-of-bodies")))
        self._belonging = words("belonging-verbs") | {"angehören"}

    def is_met(self, a: Argument) -> bool:
        """„Eine Fusion mit der KDO lehnt er ab“, „zusammen mit der KDO“: a body that another has to do with."""
        return a.marker == "mit" and a.type is EntityType.ORGANISATION and not a.reference

    def of(self, s: Sentence, fits: Callable[[Draft], bool]) -> list[Draft]:
        """The fitting bodies that a sentence names as nothing but partners.

        Args:
            s: The sentence.
            fits: Whether a body can have the office that is spoken of.
        """
        found = [a for a in s.arguments if a.type is EntityType.ORGANISATION and a.draft is not None]
        fitting = [a for a in found if a.draft is not None and not a.adjective and fits(a.draft)]
        theirs = {id(a.draft) for a in fitting if a.reference and self._is_joined(s, a)}
        out: list[Draft] = []
        for draft in {id(a.draft): a.draft for a in fitting if not a.reference}.values():
            own = [a for a in fitting if a.draft is draft]
            joins = bool(theirs) and id(draft) not in theirs and all(a.nominative for a in own)
            if draft is not None and (joins or all(self.is_met(a) or self._is_called_so(s, a) for a in own)):
                out.append(draft)
        return out

    def _is_joined(self, s: Sentence, a: Argument) -> bool:
        """„In ihr haben sich A und B zusammengetan“, „Ihr gehören A und B an“: the body of which others are."""
        if not 0 <= a.clause < len(s.clauses):
            return False
        return a.marker in _AROUND or (not a.nominative and not self._belonging.isdisjoint(s.clauses[a.clause].verbs))

    def _is_called_so(self, s: Sentence, a: Argument) -> bool:
        """„Gesellschafter sind A und B“, „Größter Kunde ist A“: what a copula calls by a noun for a partner."""
        if not 0 <= a.clause < len(s.clauses) or a.reference or not a.nominative:
            return False
        clause = s.clauses[a.clause]
        if not clause.verbs or not clause.verbs <= COPULA_LEMMAS:
            return False
        return any(s.lower[i].endswith(self._nouns) for i in clause.tokens if i < a.begin and i not in s.taken)
