"""Where a surname ends: „von der Heide“, „Ruhe Madsen“, „Teixeira da Cunha“, and words that are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.names.abbreviated import initials_end, particle_end
from govgraph.extract.names.name_words import NAME
from govgraph.extract.people.person_signs import PersonSigns
from govgraph.extract.state import PLACES
from govgraph.language.morphology import is_compound, is_dictionary_word

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence

_SURNAME_ENDINGS = ("mann", "meyer", "meier", "maier", "mayer")
"""Endings by which a word shows that it is a surname."""
_FOREIGN_LETTER = re.compile(r"[^A-Za-zÄÖÜäöüß'’-]")


class SurnameEnds:
    """Finds where surnames end.

    Args:
        knowledge: Compiled vocabulary.
        signs: Signs of people.
    """

    def __init__(self, knowledge: Knowledge, signs: PersonSigns) -> None:
        self.k = knowledge
        self._signs = signs
        self._short = knowledge.words("short-first-names")
        self._particles = knowledge.words("name-particles")
        self._foreign = knowledge.words("foreign-particles")
        self._kin = knowledge.words("nouns-beside-names") | knowledge.words("kin-nouns")

    def surname_end(self, s: Sentence, i: int, no: frozenset[int]) -> int:
        """End of the surname that begins at or after token `i` (more first names and particles before it), or 0."""
        steps = 0
        while i < len(s.tokens) and steps < 4:
            text = s.tokens[i].text
            initials = initials_end(s, i, self._short)
            if initials:
                i = initials
            elif text in self.k.first_names and NAME.match(s.text_at(i + 1)) and i + 1 not in no:
                if self.k.role_word(s.text_at(i + 1)) is not None:
                    return i + 1
                i += 1
            elif (after := particle_end(s, i, self._particles)) > i:
                if (
                    not s.text_at(after)[:1].isupper()
                    and s.text_at(after) not in {"der", "den", "dem", "und"}
                    and particle_end(s, after, self._particles) == after
                ):
                    return 0
                i = after
            else:
                break
            steps += 1
        text = s.text_at(i)
        if text in self._kin and s.text_at(i - 1).endswith("s") and s.text_at(i - 1) not in self.k.first_names:
            # „Frau Webers Schwester“
            return 0
        if "-" in text and text.rpartition("-")[2] in self._particles:
            # „Elisabeth Herzog-von der Heide“
            end = i + 1 + (s.low_at(i + 1) in {"der", "den", "dem"})
            if not NAME.match(s.text_at(end)):
                return 0
            # „Chris Müller-von Wrycz Rekowski“
            return end + 2 if self._second_surname(s, end, no) else end + 1
        if not NAME.match(text) or (self.k.role_word(text) is not None and not text.endswith("-")):
            return 0
        if "-" in text and text.rpartition("-")[2] in self.k.words("houses-of-people"):
            # „Robert Koch-Institut“
            return 0
        if i in no and not only_place(s, i):
            return 0
        # „die Stadt Hagen den Dienst“
        beside = s.text_at(i - 1)[:1].isupper() and text in self.k.words("surnames-like-head-nouns")
        head = text.lower() in self.k.heads and not (beside or self._speaks_or_is(s, i))
        if head or (s.low_at(i - 1) == "der" and text in self.k.words("municipality-nouns")):
            # „Luca App“ is no person, nor is „Bürgerservice der Stadt“
            return 0
        end = i + 2 if self._second_surname(s, i, no) else i + 1
        return self._particle_inside(s, end, no) if s.text_at(end) in self._foreign else end

    def _speaks_or_is(self, s: Sentence, i: int) -> bool:
        """„sagt Kai Register, Leiter des Amts“: a surname that is a noun for things, after a first name alone.

        A title after it or a verb of saying before it tells that a person is meant.
        """
        if s.text_at(i - 1) not in self.k.first_names or s.text_at(i - 2)[:1].isupper():
            return False
        before = s.low_at(i - 2)
        says = before.isalpha() and self.k.lemma(before) in self.k.words("speech-verbs")
        return says or self._signs.told_after(s, i + 1)

    def _particle_inside(self, s: Sentence, i: int, no: frozenset[int]) -> int:
        """End of „da Cunha“ in „João Teixeira da Cunha“: particles inside a surname that no dictionary knows."""
        after = i
        while s.text_at(after) in self._foreign:
            after += 1
        # „Rafael Laguna de la Vera“
        first = s.text_at(after) in self.k.first_names and after not in s.taken
        if not first and not self._second_surname(s, after - 1, no):
            return i
        return after + 2 if self._second_surname(s, after, no) else after + 1

    def _second_surname(self, s: Sentence, i: int, no: frozenset[int]) -> bool:
        """„Claus Ruhe Madsen“: another name after the surname at token `i`, which no dictionary knows."""
        text = s.text_at(i + 1)
        return (
            bool(NAME.match(text))
            and i + 1 not in no
            and i + 1 not in s.taken
            and (
                text.endswith(_SURNAME_ENDINGS)
                or _FOREIGN_LETTER.search(text) is not None
                or not (is_dictionary_word(text) or is_dictionary_word(text.lower()) or is_compound(text))
            )
            and text not in self.k.first_names
            and self.k.role_word(text) is None
        )


def only_place(s: Sentence, i: int) -> bool:
    """A name of a town or Land, or an adjective of one („Bremer“), may be a surname."""
    return all(a.last - a.first == 1 and a.type in PLACES for a in s.arguments if a.first <= i < a.last)
