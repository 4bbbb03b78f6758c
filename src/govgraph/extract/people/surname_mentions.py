"""Surnames alone: of people whom the article has introduced, and after a title or a form of address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.name_words import NAME
from govgraph.extract.people.gender import is_womans
from govgraph.extract.people.person_marks import ADDRESSES, PersonMarks
from govgraph.extract.people.person_signs import PersonSigns
from govgraph.extract.people.surname_ends import only_place
from govgraph.extract.state import Draft
from govgraph.language.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from govgraph.language.morphology import is_compound, is_dictionary_word

if TYPE_CHECKING:
    from collections.abc import Set

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence

_BEFORE_PLACE = frozenset({"in", "aus", "nach", "bei", "um"})
_BEFORE_SURNAME = frozenset({"von", "mit", "für", "bei", "durch", "auf", "an", "so", "und", ",", ":", "als", "nach"})
"""Words after which a surname that is also a common noun is a surname all the same."""


class SurnameMentions:
    """Marks people where they are named by their surname alone.

    Args:
        knowledge: Compiled vocabulary.
        agreement: Tells who is a woman.
        marks: Marks people.
        signs: Signs of people.

    Attributes:
        towns: Names of towns that the article names before anybody called so.
    """

    def __init__(self, knowledge: Knowledge, agreement: Agreement, marks: PersonMarks, signs: PersonSigns) -> None:
        self.k = knowledge
        self._agreement = agreement
        self._marks = marks
        self._signs = signs
        self.surnames = marks.surnames
        self.towns: set[str] = set()

    def mark(self, s: Sentence, no: frozenset[int], others: Set[int]) -> None:
        """Mark the surnames of a sentence, but for tokens of names of others; `no` are those of bodies and Länder."""
        for i, token in enumerate(s.tokens):
            if not token.upper or i in others:
                continue
            text = token.text
            draft = self._by_surname(text, s, i)
            if i in s.taken and (draft is None or not self._rather_person(s, i, draft)):
                if draft is None and self._addressed_by_place(s, i):
                    self._new_surname(s, i)
                continue
            if draft is not None:
                if self._signs.introduced(s, i) or self._bare_surname(text, s, i, no):
                    self._marks.place(s, i, i + 1, draft)
            elif (i in no and s.text_at(i - 1) not in ADDRESSES) or not self._signs.introduced(s, i):
                continue
            elif NAME.match(text):
                self._new_surname(s, i)

    def _addressed_by_place(self, s: Sentence, i: int) -> bool:
        """„Frau Thießen“, „Ministerin Wallauer dankte“: a town or the adjective of one that is a surname here."""
        taken, before = s.taken[i], s.text_at(i - 1)
        if not only_place(s, i) or not NAME.match(s.text_at(i)) or s.text_at(i + 1)[:1].isupper():
            return False
        if before in ADDRESSES:
            return True
        # „CIO Hessen“ is of that Land, but nobody is „Ministerin Wallauer“ of a place
        role = self.k.role_word(before) if before else None
        return taken.adjective and role is not None and not role.plural

    def _bare_surname(self, text: str, s: Sentence, i: int, no: frozenset[int]) -> bool:
        if i not in no:
            return self._may_be_surname(text, s, i)
        if i in s.taken:
            return True
        # a town that somebody is called after: the person, unless a word says that a place is meant
        cue = s.text_at(i - 1)
        return (
            text not in self.towns
            and cue not in self.k.words("place-cues")
            and cue.lower() not in _BEFORE_PLACE
            and only_place(s, i)
        )

    def _rather_person(self, s: Sentence, i: int, draft: Draft) -> bool:
        """Whether the name of a Land („Brandenburg“) is a surname here: a title or a verb of saying beside it."""
        taken = s.taken[i]
        if taken.draft is draft or not only_place(s, i) or s.low_at(i - 1) in DETERMINERS:
            return False
        verbs = self.k.words("speech-verbs")
        return self._signs.introduced(s, i) or any(
            s.low_at(j) and self.k.lemma(s.lower[j]) in verbs for j in (i - 1, i + 1)
        )

    def _new_surname(self, s: Sentence, i: int) -> None:
        """„Minister Schrödter“ where the article never gives the first name."""
        text = s.tokens[i].text
        strong = s.tokens[i - 1].text in self.k.words("salutations") or s.tokens[i - 1].text == "."
        if self.k.role_word(text) is not None or text in self.k.words("academic-titles"):
            return
        if text in self.surnames and any(self._called_so(known, s, i) for known in self.surnames[text]):
            return
        if is_dictionary_word(text) and self.k.head_of(text) is not None:
            # „Herr Stadtrat, …“
            return
        word = is_dictionary_word(text) or is_dictionary_word(text.lower())
        if not strong and ((word and not self._is_holder(s, i)) or self._names_thing(text)):
            return
        self._marks.mark(s, i, i + 1, self._marks.title_start(s, i))

    def _is_holder(self, s: Sentence, i: int) -> bool:
        """„Präsident Rauscher“, „Ministerin Wallauer“: a name in -er after a title that no field of work follows."""
        role = self.k.role_word(s.text_at(i - 1)) if i else None
        if role is None or role.plural or not s.text_at(i).endswith("er") or s.text_at(i + 1)[:1].isupper():
            return False
        alone = role.name == "Präsident" or (role.iri in self.k.full_time and not role.name.endswith("leiter"))
        return alone and self.k.head_of(s.text_at(i)) is None and s.low_at(i + 1) not in {"-", "/"}

    def _names_thing(self, text: str) -> bool:
        """„Bereichsleiterin Bürgerservice“: a compound with the head of a thing is no surname."""
        return is_compound(text) and self.k.head_of(text) is not None

    def _by_surname(self, text: str, s: Sentence, i: int) -> Draft | None:
        """Who has the surname at token `i`: of two, the one of whom „Herr“ and „Frau“ can be said."""
        found = self.surnames.get(text)
        if found is None and text.endswith("'"):
            found = self.surnames.get(text[:-1])
        if found is None and text.endswith("s"):
            found = self.surnames.get(text[:-1])
        fitting = [known for known in found or () if self._called_so(known, s, i)]
        return fitting[0] if len(fitting) == 1 else None

    def _called_so(self, person: Draft, s: Sentence, i: int) -> bool:
        """Whether the surname at token `i` can be this person's: „Frau Berger“ and „Ministerin Berger“ is no Markus."""
        feminine = self._feminine_before(s, self._marks.title_start(s, i))
        if feminine is None:
            return True
        known = self._agreement.by_first_name(person.name) if " " in person.name else None
        known = person.feminine if known is None else known
        return known is None or known is feminine

    def _feminine_before(self, s: Sentence, first: int) -> bool | None:
        """Whether a form of address or the title of a woman stands before token `first`; None where neither does."""
        before = s.text_at(first - 1)
        if before in ADDRESSES:
            return ADDRESSES[before]
        role = self.k.role_word(before) if before else None
        woman = role is not None and role.feminine and not role.plural and is_womans(s, first - 1, told=True)
        return True if woman else None

    def _may_be_surname(self, text: str, s: Sentence, i: int) -> bool:
        before = s.tokens[i - 1].text if i else ""
        low = before.lower()
        if not (is_dictionary_word(text) or is_dictionary_word(text.lower())):
            return low not in {"in", "aus", "der", "das", "des", "stadt"} or low == "der"
        if i == 0 or low in _BEFORE_SURNAME or before in {"„", "(", "–", "-"}:
            return low not in {"an"}
        if low in DETERMINERS or low in PREPOSITIONS:
            return False
        return before[:1].islower() and low not in CONJUNCTIONS and self.k.lemma(before) != before
