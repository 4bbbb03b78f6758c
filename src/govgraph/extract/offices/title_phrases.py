"""How far a title goes with what hangs on it, and who may bear it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.people.gender import is_neutral
from govgraph.extract.state import Argument
from govgraph.extract.word_sets import in_order, lowered, union
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, RoleNoun, Sentence

CLOSERS = frozenset({",", ".", "–", ")", "(", ";", ":", "?", "!", "“"})
OF_ONE = frozenset(
    {"dem", "den", "der", "die"} | {f"{w}{e}" for w in ("mein", "unser") for e in ("", "e", "em", "en", "er")}
)
"""Articles and possessives of a title in apposition that comes after the verb."""
LONGEST_REST = 7
"""Most words between a name and the comma before its bare title: „hat A heute den Vorsitz, Staatssekretärin im …“."""
LONGEST_STEP = 8
"""Most words between two titles of a career."""
AT = frozenset({"am", "an", "bei", "beim", "im", "in"})
HOUSE = frozenset({"Haus", "Hause"})
"""Nouns for the house of a body named before: „Direktor im Haus“."""
_OF_UNIT = frozenset({"der", "des"} | {f"{w}{e}" for w in ("ihr", "sein", "unser") for e in ("er", "es")})
_THIS = frozenset({"dem", "demselben", "diesem", "dieser", "ebendiesem", "ebendieser", "derselben", "eben", "selben"})
"""Words before a noun for a body named before: „Staatssekretär in ebendiesem Ministerium“."""


_ARTICLES = frozenset({"dem", "den", "der", "die"})
_ADJECTIVES = 2
"""Most adjectives before a noun for somebody's trade: „der promovierte Jurist Jens Ott“."""


class TitlePhrases:
    """Finds where titles end.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._unit_nouns = in_order(union(knowledge.words("unit-nouns"), lowered(knowledge.words("boards"))))
        self._trades = in_order(knowledge.words("ends-of-person-nouns"))
        self._people = knowledge.words("person-nouns")
        self._lemma = knowledge.lemma

    def phrase_end(self, s: Sentence, title: Argument) -> int:
        """End of the title with the bodies that hang on it, past a unit that is not read, or „bei Minister X“."""
        # „die Landesbeauftragte für den Datenschutz Niedersachsen, A“: a house may be named after the title
        house = next((a.last for a in s.arguments if a.first == title.first and a.draft is not None), title.last)
        end, group = self._past_unit(s, max(title.last, house)), -1
        if s.low_at(end) in {"bei", "unter"}:
            above = next((a for a in s.arguments if a.begin == end and a.type is EntityType.PERSON), None)
            end = end if above is None else above.last
        if s.low_at(end) in AT and s.low_at(end + 1) in _THIS:
            end = _past_this(s, end)
        if s.low_at(end) == "im" and s.text_at(end + 1) in HOUSE and s.text_at(end + 2) in CLOSERS:
            # „Jens Ott, Direktor im Haus, zeigte sich zufrieden“
            end += 2
        grown = True
        while grown:
            grown = False
            for a in s.arguments:
                joined = a.group == group >= 0 and a.head >= 0
                hangs = end <= a.first <= end + 3 and (a.head == end - 1 or joined) and a.last > end and not a.adjective
                if hangs and a.draft is not None and a.type is not EntityType.PERSON:
                    end, group, grown = a.last, a.group, True
            if s.text_at(end) == "(" and s.text_at(end + 2) == ")" and end > title.last:
                # an abbreviation in brackets belongs to the body
                end, grown = end + 3, True
        return end

    def opening(self, s: Sentence, person: Argument) -> int:
        """Index of the article of „der Verwaltungswissenschaftler Jens Ott“, before a name; of the name without it."""
        noun = person.first - 1
        if noun < 1 or noun in s.taken or not s.text_at(noun)[:1].isupper():
            return person.first
        word = self._lemma(s.text_at(noun))
        if word not in self._people and not word.lower().endswith(self._trades):
            return person.first
        article = next((i for i in range(noun - 1, noun - 2 - _ADJECTIVES, -1) if s.low_at(i) in _ARTICLES), -1)
        plain = all(i not in s.taken and s.low_at(i).endswith(("e", "en")) for i in range(article + 1, noun))
        return article if article >= 0 and plain else person.first

    def _past_unit(self, s: Sentence, end: int) -> int:
        """„Leiterin des IT-Referats der Stadt Kassel“: past the noun for a unit, and its name."""
        noun = s.low_at(end + 1).removesuffix("es").removesuffix("s")
        if s.low_at(end) not in _OF_UNIT or end + 1 in s.taken or not s.text_at(end + 1)[:1].isupper():
            return end
        if not noun.endswith(self._unit_nouns):
            return end
        last = end + 2
        while s.text_at(last)[:1].isupper() and last not in s.taken and last - end < LONGEST_STEP:
            last += 1
        return last


def _past_this(s: Sentence, end: int) -> int:
    """„Staatssekretär in ebendiesem Ministerium“, „Referentin im selben Haus“: past a body named before."""
    noun = next((i for i in range(end + 1, end + 4) if s.text_at(i)[:1].isupper()), -1)
    known = {low for i in range(end + 1, noun) if (low := s.low_at(i)) not in _THIS}
    return noun + 1 if noun > 0 and not known and (noun not in s.taken or s.taken[noun].reference) else end


def after_origin(s: Sentence, person: Argument) -> int:
    """Index after the name and „vom Innenministerium“, „aus Kassel“ that hangs on it."""
    place = next((a for a in s.arguments if a.begin == person.last and a.marker in {"von", "aus"}), None)
    return person.last if place is None or place.draft is None else place.last


def may_bear(person: Draft | None, role: RoleNoun) -> bool:
    """Whether a title may be that of a person by its gender, as far as what is written of the person tells."""
    return person is None or person.feminine in {None, role.feminine} or is_neutral(role.name)
