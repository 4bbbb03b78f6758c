"""„Die FITKO hat eine Stabsstelle. Geleitet wird sie von A“: a unit without a name that was just told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import COPULA_LEMMAS, INDEFINITE

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.state import Sentence

LED_BY = frozenset({"anführen", "führen", "leiten", "vorstehen"})
"""Lemmas of verbs for what a head does."""
GENDERS = {
    "er": "m", "es": "n", "ihm": "mn", "ihn": "m", "ihr": "f", "ihre": "f", "ihrer": "f", "sein": "mn", "seine": "mn",
    "seiner": "mn", "sie": "f",
}  # fmt: skip
"""Genders of what a pronoun or possessive may stand for."""
_ATTRIBUTES = 3
"""Most adjectives between an article and its noun."""


class UnnamedUnits:
    """Finds units without a name that a sentence tells of as new.

    Args:
        words: Gives the forms of a word list.
        agreement: Judge of the genders of nouns.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], agreement: Agreement) -> None:
        self._agreement = agreement
        self._ends = tuple(sorted(words("unit-nouns") | words("units-told-of")))

    def last(self, s: Sentence, end: int, genders: str) -> int:
        """Token of the last such unit of a sentence before token `end` that is of one of these genders, or -1.

        „Die FITKO ist eine Dienststelle“ tells of none.
        """
        for i in range(end - 1, -1, -1):
            low = s.lower[i]
            if not s.tokens[i].text[0].isupper() or i in s.taken or not low.endswith(self._ends):
                continue
            if i + 1 in s.taken or s.text_at(i + 1) in {"„", "»", '"'}:
                # „ein Team „Schul-IT““ has a name
                continue
            at = i - 1
            while at > 0 and i - at <= _ATTRIBUTES and s.text_at(at).islower() and s.lower[at] not in INDEFINITE:
                at -= 1
            if at < 0 or s.lower[at] not in INDEFINITE or s.text_at(at - 1) == ",":
                continue
            verbs = s.clauses[s.clause_of[i]].verbs if s.clauses else COPULA_LEMMAS
            gender = self._agreement.of_noun(s.tokens[i].text)
            if not verbs <= COPULA_LEMMAS and (not gender or gender in genders):
                return i
        return -1

    def is_named_again(self, s: Sentence, i: int, before: Sentence | None) -> bool:
        """„Die AKDB hat eine Abteilung gegründet. Die Abteilung …“: whether a noun is that of such a unit."""
        if before is None or before.block != s.block or not s.lower[i].endswith((*self._ends, "s")):
            return False
        unit = self.last(before, len(before.tokens), "mfn")
        return unit >= 0 and before.lower[unit] in {s.lower[i], s.lower[i].removesuffix("s")}

    def is_meant(self, s: Sentence, i: int, before: Sentence | None) -> bool:
        """Whether a pronoun stands for such a unit: it is led, or has a „Spitze“, and the unit was just told of."""
        genders = GENDERS.get(s.lower[i], "")
        if not genders or not s.clauses:
            return False
        led = not LED_BY.isdisjoint(s.clauses[s.clause_of[i]].verbs)
        if not led and not (s.text_at(i + 1) in _LEADS and s.lower[i].endswith(("e", "er"))):
            return False
        if self.last(s, i, genders) >= 0:
            return True
        return before is not None and before.block == s.block and self.last(before, len(before.tokens), genders) >= 0


_LEADS = frozenset({"Chef", "Chefin", "Führung", "Leiter", "Leiterin", "Leitung", "Spitze"})
