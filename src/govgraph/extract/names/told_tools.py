"""Tools that nothing but what is done with them tells: „Peine nutzt KOMBOX“, „Mit Axiomat hat X ein Werkzeug …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.knowledge import ODD
from govgraph.extract.state import BODY_TYPES
from govgraph.language.grammar import AUXILIARIES, INDEFINITE
from govgraph.language.morphology import is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.name_signs import Place
    from govgraph.extract.state import Sentence

_ENDS = frozenset({"", ".", ",", ";", "!", "und", "für", "seit", "bei", "im", "in", "zur", "zum"})
_RELATIVE = frozenset({"das", "der", "die"})
_FIRMS = frozenset({"Firma", "Firmen"})
_TO = "auf"
_ACCUSATIVE = INDEFINITE - {"einem", "einer", "eines"}
"""„einen Anbieter eines Portals“: the noun after the last is another thing."""
_MOST_BETWEEN = 6
"""How many tokens may stand between „Mit Axiomat hat“ and the noun for what it is."""


class ToldTools:
    """Tells which unknown words are software.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._firms = tuple(sorted(knowledge.words("company-endings")))
        self._used = knowledge.words("verbs-with-tools")
        self._relying = knowledge.words("relying-verbs")
        self._changing = knowledge.words("going-over-verbs")

    def type_of(self, name: str, places: Sequence[Place], guess: EntityType | None) -> EntityType | None:
        """What a name is, by what its signs make of it and by what is done with it."""
        if guess is EntityType.ORGANISATION and any(map(self._is_product, places)):
            return EntityType.SYSTEM
        if guess is not None or " " in name or is_dictionary_word(name) or is_compound(name):
            return guess
        if self.k.role_word(name) is not None or name in self.k.first_names or self.k.head_noun(name) is not None:
            return guess
        if name.lower().endswith(self._firms):
            # „Gera nutzt Busdata“: a firm as well as what it sells
            return guess
        return EntityType.SYSTEM if any(map(self._is_tool, places)) else guess

    def _is_tool(self, place: Place) -> bool:
        s, first, last = place
        before, after = s.low_at(first - 1), s.low_at(last)
        if before == "mit" and first == 1 and after in AUXILIARIES:
            return self._is_told_kind(s, last) or self._goes_live(s)
        if before == _TO:
            # „ist auf KOMBOX umgestiegen“
            apart = (after == "um" or after in _ENDS) and "um" in s.lower[last:]
            relied = ODD.search(s.text_at(first)) is not None and self._is_relied_on(s)
            return self.k.lemma(after) in self._changing or apart or relied
        if after in _ENDS:
            # „Peine nutzt KOMBOX.“
            return self._is_used(before) and self._ends_with_body(s, first - 1)
        # „die Kommunen, die KOMBOX nutzen“
        return before in _RELATIVE and s.text_at(first - 2) == "," and self._is_used(after)

    def _is_product(self, place: Place) -> bool:
        """„vertraut auf KOMBOX von Solva“: what somebody relies on, with whose product it is."""
        s, first, last = place
        if s.low_at(first - 1) != _TO or not self._is_relied_on(s):
            return False
        maker = s.taken.get(last + 1)
        named = maker is not None and maker.type is EntityType.ORGANISATION and not maker.adjective
        firm = s.text_at(last + 1) in _FIRMS
        return (s.low_at(last) == "von" and (named or self.k.odd_word(s.text_at(last + 1)))) or (
            s.low_at(last) == "der" and firm
        )

    def _is_relied_on(self, s: Sentence) -> bool:
        """„Auf KomBox greift das Haus zurück“, „vertraut auf KomBox“; a prefix may stand apart."""
        lemmas = {self.k.lemma(low) for low in s.lower if low.isalpha()}
        return not self._relying.isdisjoint(lemmas) or "zurück" in lemmas

    def _is_used(self, low: str) -> bool:
        return low.isalpha() and self.k.lemma(low) in self._used

    @staticmethod
    def _ends_with_body(s: Sentence, verb: int) -> bool:
        """Whether whoever does it is named right before the verb."""
        body = s.taken.get(verb - 1)
        return body is not None and body.type in BODY_TYPES and not body.adjective

    def _goes_live(self, s: Sentence) -> bool:
        """„Mit KOMBOX ist sie live gegangen“."""
        return "live" in s.lower and any(self.k.lemma(low) == "gehen" for low in s.lower)

    def _is_told_kind(self, s: Sentence, last: int) -> bool:
        """„Mit Axiomat hat die Solva GmbH ein Werkzeug im Angebot“: what kind of thing it is stands behind „ein“."""
        end = next((i for i in range(last, len(s.tokens)) if s.text_at(i) == ","), len(s.tokens) - 1)
        for i in range(last + 1, end):
            if s.lower[i] in _ACCUSATIVE:
                at = i + 1
                while at < i + _MOST_BETWEEN and s.text_at(at)[:1].islower():
                    at += 1
                text = s.text_at(at)
                head = self.k.head_noun(text) if text[:1].isupper() else None
                if head is not None and head.introduces and head.type is EntityType.SYSTEM:
                    return True
        return False
