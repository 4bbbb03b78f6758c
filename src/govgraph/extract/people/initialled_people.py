"""People named with initials („K. Wendlandt“) or with particles after a title („Minister v. Oer“)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.abbreviated import initials_end, particle_end, parts_of, stands_for, titles_start
from govgraph.extract.people.person_marks import PersonMarks
from govgraph.extract.people.person_signs import PersonSigns
from govgraph.extract.people.surname_ends import SurnameEnds
from govgraph.extract.state import Draft
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS
from govgraph.language.morphology import is_dictionary_word

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence


class InitialledPeople:
    """Marks people where they are named with initials, or with particles after a title.

    Args:
        marks: Marks people.
        signs: Signs of people.
        ends: Finds where surnames end.
    """

    def __init__(self, marks: PersonMarks, signs: PersonSigns, ends: SurnameEnds) -> None:
        self.k = marks.k
        self.cast = marks.cast
        self.words = marks.words
        self.surnames = marks.surnames
        self._marks = marks
        self._signs = signs
        self._ends = ends
        self._short = self.k.words("short-first-names")
        self._particles = self.k.words("name-particles")
        self._titles = self.k.words("academic-titles")

    def mark(self, s: Sentence, no: frozenset[int]) -> set[int]:
        """Mark names with initials („K. Wendlandt“); surnames after initials that stand for nobody here are returned.

        An initial alone makes no name („Anlage B. Verwaltung“): the article must give the full name somewhere, or
        the sentence must show that a person is meant.
        """
        others: set[int] = set()
        abbreviates, i = self.words.abbreviates, 0
        while i < len(s.tokens):
            if not abbreviates(s.tokens[i].text):
                i += 1
                continue
            given = 0 if i in s.taken else initials_end(s, i, self._short)
            bare = self._after_title(s, i)
            end = self._ends.surname_end(s, given or bare, no) if given or bare else 0
            if not end or any(j in s.taken and s.taken[j].role is not None for j in range(i, end)):
                i += 1
                continue
            if given and not self._is_initial(s, i, end):
                others.add(end - 1)
                i = end
                continue
            draft, known = self._in_full(s, i, given, end)
            if draft is not None:
                self._marks.place(s, i, end, draft)
                self.cast.alias(self._marks.written(s, i, end), draft)
            elif not known and (bare or self._signs.vouched(s, i, end)):
                self._marks.mark(s, i, end, self._marks.title_start(s, i))
            else:
                others.add(end - 1)
            i = end
        return others

    def _after_title(self, s: Sentence, i: int) -> int:
        """End of the particles from token `i` on, after a title: „Frau von der Heide“, „Minister v. Oer“; or 0."""
        end = i
        while (after := particle_end(s, end, self._particles)) > end:
            end = after
        if end == i or not self._signs.introduced(s, i):
            return 0
        # „Minister von Hessen“ has no such name, „Minister v. Hessen“ and „Minister de Vries“ have
        german = s.low_at(i) in PREPOSITIONS or s.low_at(i) in DETERMINERS
        plain = german and self.k.role_word(s.text_at(i - 1)) is not None
        return 0 if plain and not any(s.text_at(j) == "." for j in range(i, end)) else end

    def _is_initial(self, s: Sentence, i: int, end: int) -> bool:
        """Whether the letter at token `i` can begin a name: not that of „z. B.“, „Anlage B.“ or „S. Fischer Verlag“."""
        before, after = s.text_at(i - 1), s.text_at(end)
        if before in {"§", "&"} or after == "&" or after in self.k.words("legal-forms"):
            return False
        if after[:1].isupper() and (is_dictionary_word(after) or self.k.head_of(after) is not None):
            return False
        return before != "." or titles_start(s, i, self._titles) < i

    def _in_full(self, s: Sentence, i: int, given: int, end: int) -> tuple[Draft | None, bool]:
        """Whom the article names in full by this surname and these initials, and whether it is more than one."""
        text = s.text_at(end - 1)
        known = self.surnames.get(text) or (self.surnames.get(text.rstrip("'")[:-1]) if text[-1] in "s'" else None)
        if not known:
            return None, False
        if not given:
            return (known[0], True) if len(known) == 1 else (None, True)
        short = parts_of(self._marks.written(s, i, given))
        fitting = [d for d in known if stands_for(short, parts_of(d.name)[:-1])]
        # „Anne Lange und A. Lange“ are two
        apart = [d for d in fitting if not any(a.draft is d and i - a.last in {1, 2} for a in s.arguments)]
        return (apart[0], True) if len(fitting) == len(apart) == 1 else (None, len(fitting) > 1)
