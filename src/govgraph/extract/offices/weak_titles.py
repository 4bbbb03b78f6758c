"""Words that are titles only beside a name or a body: „Neue Chefin ist Anna Weber“, „Stadtrat Jan Kolbe“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.portfolios import COMPLEMENT, Portfolios
from govgraph.language.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    WHOSE,
)
from govgraph.language.morphology import is_dictionary_word

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence

_IN = frozenset({"im", "in", "beim", "bei", "am", "an"})
_OF_TOWN = frozenset({"aus", "der", "für", "in", "und", "von"})
_TO = frozenset({"ins", "nach", "zu", "zum", "zur"})
_GETTING = frozenset({"bekam", "bekommt", "erhielt", "erhält", "gewinnt"})
_OWN = frozenset({f"{stem}{end}" for stem in ("ihr", "sein") for end in ("", "e", "em", "en", "er")})
_NEWLY = frozenset({"neu", "künftig", "kommissarisch", "bisherig", "ander", "designiert"})
"""Stems of adjectives before a title that begins a sentence."""
NAMED_WITHIN = 6
"""How many words after „Chefin ist“ a name may begin."""


class WeakTitles:
    """Tells whether words that are titles only in company are titles where they stand.

    Args:
        knowledge: Compiled vocabulary.
        portfolios: Tells what is a field.
    """

    def __init__(self, knowledge: Knowledge, portfolios: Portfolios) -> None:
        self.k = knowledge
        self._portfolios = portfolios
        self._units = tuple(sorted(knowledge.words("unit-nouns")))

    def is_told(self, s: Sentence, i: int) -> bool:
        """Whether the words around a title tell that it is one, whatever hangs on it."""
        told = _fronted(s, i) or _gained(s, i) or self._is_named(s, i)
        return told or self._has_bare_field(s, i) or self._is_of_unit(s, i)

    def may_be(self, s: Sentence, i: int) -> bool:
        """Whether a body, a field, an owner or an adverb beside a title makes it one."""
        return s.low_at(i + 1) in COMPLEMENT | {"für"} or _led_to(s, i) or self._is_step(s, i)

    def _is_step(self, s: Sentence, i: int) -> bool:
        """„kam zum Städtetag, zunächst als Referentin“: the step of a career that an adverb tells."""
        return s.low_at(i - 1) == "als" and s.low_at(i - 2) in self.k.words("step-adverbs")

    def names_follow(self, s: Sentence, i: int) -> bool:
        """„Stadtrat Jan Kolbe“: before a first name and a surname the word is a title, and no body."""
        return s.text_at(i) in self.k.first_names and s.text_at(i + 1)[:1].isupper() and i + 1 not in s.taken

    def _is_named(self, s: Sentence, i: int) -> bool:
        """„Neue Chefin ist Anna Weber“, „Leiter wird der Jurist Jens Ott“: the title begins a clause that names who."""
        begin = i - (s.low_at(i - 1).rstrip("ersn") in _NEWLY)
        if begin > 0 and s.text_at(begin - 1) not in {";", "–", ":", "„"}:
            return False
        if AUXILIARIES.get(s.low_at(i + 1)) not in {"sein", "werden"} and s.low_at(i + 1) != "bleibt":
            return False
        near = range(i + 2, min(i + 2 + NAMED_WITHIN, len(s.tokens)))
        return any(s.text_at(j) in self.k.first_names and s.text_at(j + 1)[:1].isupper() for j in near)

    def _is_of_unit(self, s: Sentence, i: int) -> bool:
        """„Chef der IT-Abteilung“, „Chefin des Rechenzentrums“: the head of a unit that has no name."""
        noun = s.text_at(i + 2)
        unit = noun[:1].isupper() and i + 2 not in s.taken and s.low_at(i + 2).removesuffix("s").endswith(self._units)
        return unit and s.low_at(i + 1) in {"der", "des"} and noun.lower() not in self.k.words("vague-units")

    def _has_bare_field(self, s: Sentence, i: int) -> bool:
        """„Jens Ott (Leiter IT)“, „…, Leiterin Personal,“: a title beside a name with its field and nothing more."""
        if not s.text_at(i + 1)[:1].isupper() or not self._portfolios.is_field(s, i + 1):
            return False
        if s.text_at(i + 2) in self.k.first_names and s.text_at(i + 3)[:1].isupper():
            # „Leiterin Personal Anna Weber“
            return True
        if s.text_at(i - 1) not in {"(", ","}:
            return False
        return s.text_at(i + 2) in {")", ",", "."} and self.k.role_word(s.text_at(i + 1)) is None

    def is_councillor(self, s: Sentence, i: int) -> bool:
        """„Kiels Stadtrat Jens Ott“, „Jens Ott, Stadtrat in Kiel,“: a person, and not the council."""
        if s.low_at(i - 1) in DETERMINERS or s.low_at(i - 1) in PREPOSITIONS:
            return False
        j = i + 3 if s.text_at(i + 1) in {"Dr", "Prof"} and s.text_at(i + 2) == "." else i + 1
        name, surname = s.text_at(j), s.text_at(j + 1)
        if name[:1].isupper() and surname[:1].isupper() and j not in s.taken:
            return name in self.k.first_names or not is_dictionary_word(name.lower())
        named = s.text_at(i - 2)[:1].isupper() and s.text_at(i - 3)[:1].isupper() and i - 2 not in s.taken
        return s.text_at(i - 1) == "," and named and s.low_at(i + 1) in _OF_TOWN


def _fronted(s: Sentence, i: int) -> bool:
    """„Im Ministerium war ich Referentin“: where it is, stands at the front."""
    return s.lower[0] in _IN and i > 2 and any(AUXILIARIES.get(word) == "sein" for word in s.lower[1:i])


def _gained(s: Sentence, i: int) -> bool:
    """„Die Anstalt hat mit Anna Weber eine neue Chefin“, „… hat eine neue Chefin: Anna Weber“: of who has her."""
    article = next((j for j in (i - 1, i - 2) if s.low_at(j) in {"ein", "eine", "einen"}), -1)
    having = any(AUXILIARIES.get(word) == "haben" or word in _GETTING for word in s.lower[: max(article, 0)])
    return having and ("mit" in s.lower[:article] or s.text_at(i + 1) == ":")


def _led_to(s: Sentence, i: int) -> bool:
    """„dessen Referentin“, „als Referentin zum Städtetag“: the words before a title or after it tell the body.

    So does a possessive with a name behind the title: „Ihre neue Chefin Ute Sinz“.
    """
    own = s.text_at(i - 1).islower() and s.low_at(i - 2) in WHOSE | _OWN
    owner = s.low_at(i - 2 if own else i - 1)
    named = s.text_at(i + 1)[:1].isupper() and (s.text_at(i + 2)[:1].isupper() or s.text_at(i + 2) == ".")
    return owner in WHOSE or (owner in _OWN and named) or (s.low_at(i - 1) == "als" and s.low_at(i + 1) in _TO)
