"""Other names of people, those before a marriage above all: „Anna Lange, geborene Bär“, „die bis 2019 Bär hieß“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.names.entities import arguments_of
from govgraph.extract.state import Argument
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Draft, Sentence

_NAME = re.compile(r"^[A-ZÄÖÜÀ-ÞĀ-Ž][a-zäöüßà-öø-ÿĀ-ž'’]+(?:-[A-ZÄÖÜĀ-Ž][a-zäöüßà-öø-ÿĀ-ž]+)*$")
_RELATIVES = frozenset({"die", "der", "welche", "welcher"})
_PRONOUNS = frozenset({"sie", "er"})
_OPENING = frozenset({",", "(", "–", "-"})
_CLOSING = frozenset({",", ")", ".", ";", "–", "-", ""})
_BEFORE_PLACE = frozenset({"aus", "in", "nach", "bei"})
# How far a verb of being called may stand from its subject.
_REACH = 12


class OtherNames:
    """Finds what people are or were called besides the name that an article gives them first.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article; names are added to its people.
        surnames: People of the article by surname; other surnames are added.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, surnames: dict[str, list[Draft]]) -> None:
        self.k = knowledge
        self.cast = cast
        self.surnames = surnames
        self._birth = knowledge.words("birth-name-words")
        self._called = knowledge.words("called-verbs")
        self._marriage = knowledge.words("marriage-nouns")
        self._former = knowledge.words("former-adverbs")

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Note the other names of the people whose full names are marked."""
        last: list[Argument] = []
        for s in sentences:
            people = [a for a in s.arguments if a.type is EntityType.PERSON]
            for person in people:
                self._beside(s, person, sentences)
            self._under_name(s, people, sentences)
            self._called_so(s, people, last, sentences)
            last = people or last

    def _beside(self, s: Sentence, person: Argument, sentences: Sequence[Sentence]) -> None:
        """„Anna Lange, geb. Bär“, „Anna Lange (früher Anna Bär)“."""
        i = person.last
        opened = s.text_at(i) in _OPENING
        i += opened
        word = s.low_at(i)
        if word in self._birth:
            i += 2 if s.text_at(i + 1) == "." else 1
            if not s.text_at(i).endswith(("erin", "er") if word == "geborener" else "erin"):
                # „ein geborener Hamburger“ has no other name
                self._name_at(s, i, person.draft, sentences)
        elif opened and word in self._former:
            i += 2 if s.text_at(i + 1) in {":", "noch"} else 1
            end = self._name_at(s, i, None, sentences)
            if end and s.text_at(end) in _CLOSING and self._first(s, i, person.draft):
                self._name_at(s, i, person.draft, sentences)

    def _under_name(self, s: Sentence, people: Sequence[Argument], sentences: Sequence[Sentence]) -> None:
        """„… war bis zu ihrer Heirat unter dem Namen Bär tätig“, „mit Mädchennamen Bär“."""
        for i, token in enumerate(s.tokens):
            if token.text not in self.k.words("personal-name-nouns"):
                continue
            before = [a for a in people if a.last <= i]
            if not before or len({id(a.draft) for a in before}) > 1:
                continue
            own = token.text not in {"Namen", "Name"}
            own |= any(t.text in self._marriage for t in s.tokens) or self._first(s, i + 1, before[0].draft)
            if own:
                self._name_at(s, i + 1, before[0].draft, sentences)

    def _called_so(
        self, s: Sentence, people: Sequence[Argument], last: Sequence[Argument], sentences: Sequence[Sentence]
    ) -> None:
        """„…, die bis 2019 Jansen hieß“, „Bis zur Heirat hieß sie Jansen“."""
        for v, low in enumerate(s.lower):
            if low not in self._called:
                continue
            named = self._surname_before_name(s, v, people, last)
            person = named or self._who(s, v, people, last)
            if person is None:
                continue
            # „Bei ihrem Antritt hieß sie …“: before the verb of a main clause stands no name
            if s.low_at(v + 1) not in _PRONOUNS and not named and self._name_before(s, v, person, sentences):
                continue
            for i in range(v + 2 if named else v + 1, min(v + _REACH, len(s.tokens))):
                at = s.taken.get(i)
                if s.text_at(i) in _CLOSING or (at is not None and at.draft is person):
                    break
                if s.low_at(i - 1) in _BEFORE_PLACE:
                    # „er heißt wirklich so und stammt aus Gera“
                    continue
                end = self._name_at(s, i, None, sentences) if i not in s.dated else 0
                if end and s.text_at(end) in _CLOSING | {"und"}:
                    self._name_at(s, i, person, sentences)
                    break

    def _surname_before_name(
        self, s: Sentence, v: int, people: Sequence[Argument], last: Sequence[Argument]
    ) -> Draft | None:
        """„Bis zur Heirat hieß Falk Ida Weber“: a surname before another name, which was taken for one long name."""
        taken = next((a for a in people if a.first == v + 1 and a.last > v + 2), None)
        if taken is None or taken.draft is None or not any(t.text in self._marriage for t in s.tokens):
            return None
        known = {id(a.draft): a.draft for a in last if a.draft is not None}
        fitting = [one for one in known.values() if one.name.endswith(f" {s.text_at(v + 1)}")]
        if len(fitting) != 1 or (taken.last > v + 3 and not self._first(s, v + 2, fitting[0])):
            return None
        (person,) = fitting
        wrong = taken.draft
        s.drop(taken)
        wrong.mentions.discard((s.starts[taken.first], s.end_of(taken.last - 1)))
        if not wrong.mentions:
            for some in self.surnames.values():
                some[:] = [one for one in some if one is not wrong]
        s.put(Argument(v + 1, v + 2, draft=person))
        person.add(s.starts[v + 1], s.end_of(v + 1))
        return person

    def _name_before(self, s: Sentence, v: int, person: Draft, sentences: Sequence[Sentence]) -> bool:
        """A name right before the verb of a subordinate clause."""
        for first in (v - 2, v - 1):
            if first > 0 and self._name_at(s, first, None, sentences) == v and s.taken.get(first) is None:
                return bool(self._name_at(s, first, person, sentences))
            at = s.taken.get(first)
            if at is not None and at.last == v and at.type is EntityType.PERSON and at.draft is not person:
                return bool(self._name_at(s, at.first, person, sentences))
        return False

    def _who(self, s: Sentence, v: int, people: Sequence[Argument], last: Sequence[Argument]) -> Draft | None:
        """Whose name the verb at token `v` tells: the antecedent of its relative pronoun, its subject, or nobody."""
        for a in people:
            comma = a.last
            if s.text_at(comma) == "," and s.low_at(comma + 1) in _RELATIVES and comma < v <= comma + _REACH:
                return a.draft if "," not in [t.text for t in s.tokens[comma + 1 : v]] else None
        for a in people:
            if a.last == v or a.first == v + 1:
                return a.draft if self._over(s) else None
        pronoun = s.low_at(v + 1) in _PRONOUNS or s.low_at(v - 1) in _PRONOUNS
        # „Die Beauftragte, die bis zu ihrer Heirat Bär hieß“: who is meant was named before
        relative = any(s.low_at(i) in _RELATIVES and s.text_at(i - 1) == "," for i in range(max(v - _REACH, 1), v))
        # the name that they are called by is none of them
        spoken = {id(a.draft): a.draft for a in ([a for a in people if a.last < v] or last)}
        # „Sie heißt seit 2020 …“ may be said of a thing; a marriage is a person's
        if (pronoun or relative) and len(spoken) == 1 and any(token.text in self._marriage for token in s.tokens):
            return next(iter(spoken.values()))
        if pronoun and self._over(s):
            told = [*last, *(a for a in people if a.last <= v)]
            before = {id(a.draft): a.draft for a in told if a.draft is not None}
            fitting = [one for one in before.values() if self._own_name_after(s, v, one)]
            return fitting[0] if len(fitting) == 1 else None
        return None

    def _own_name_after(self, s: Sentence, v: int, person: Draft) -> bool:
        """„Damals hieß sie noch Anna Bär“: whether the verb is followed by a name that a marriage makes of a person's.

        It has the first name and another surname, or is a part of a double surname.
        """
        first, _, rest = person.name.partition(" ")
        surname = rest.rpartition(" ")[2]
        for i in range(v + 1, min(v + _REACH, len(s.tokens))):
            if s.text_at(i) in _CLOSING:
                return False
            if s.text_at(i) == first:
                return s.text_at(i + 1) != surname
            if rest and s.text_at(i) != surname and s.text_at(i) in surname.split("-"):
                return True
        return False

    def _over(self, s: Sentence) -> bool:
        """Whether the sentence tells that the name changed: „bis 2019“, „früher“, „seit ihrer Heirat“."""
        return any(
            low in self._former or low in {"bis", "seit", "noch", "nun", "jetzt"} or t.text in self._marriage
            for low, t in zip(s.lower, s.tokens, strict=True)
        )

    def _first(self, s: Sentence, i: int, person: Draft | None) -> bool:
        return person is not None and s.text_at(i) == person.name.split(" ")[0] and " " in person.name

    def _name_at(self, s: Sentence, i: int, person: Draft | None, sentences: Sequence[Sentence]) -> int:
        """End of a surname at token `i`, after first names or none; noted as another name of a person, if given."""
        end = i
        while s.text_at(end) in self.k.first_names and _NAME.match(s.text_at(end + 1)):
            end += 1
        text = s.text_at(end)
        if not _NAME.match(text) or self.k.role_word(text) is not None or text in self._marriage:
            return 0
        if person is not None and " " in person.name:
            self._note(s, (i, end + 1), person, sentences)
        return end + 1

    def _note(self, s: Sentence, place: tuple[int, int], person: Draft, sentences: Sequence[Sentence]) -> None:
        i, end = place
        surname = s.tokens[end - 1].text
        given = person.name.rsplit(" ", 1)[0]
        full = f"{given} {surname}" if end - i == 1 else " ".join(t.text for t in s.tokens[i:end])
        if full == person.name:
            return
        other = self.cast.find(full, EntityType.PERSON)
        if other is not None and other is not person:
            self.cast.merge(other, person, arguments_of(sentences))
            for known in self.surnames.values():
                known[:] = list(dict.fromkeys(person if one is other else one for one in known))
        self.cast.alias(full, person)
        self.cast.alias(surname, person)
        known = self.surnames.setdefault(surname, [])
        if person not in known:
            known.append(person)
        for old in {id(a): a for j in range(i, end) if (a := s.taken.get(j)) is not None}.values():
            s.drop(old)
            if old.draft is not None and old.draft is not person:
                old.draft.mentions.discard((s.starts[old.first], s.end_of(old.last - 1)))
        # no phrase of its own: it does nothing in its clause
        s.put(Argument(i, end, draft=person, adjective=True))
        person.add(s.starts[i], s.end_of(end - 1))
