"""Marks people where they are named: one person for all spellings of a name, and what a title says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.abbreviated import parts_of, stands_for, titles_start
from govgraph.extract.names.entities import once
from govgraph.extract.people.gender import is_neutral, is_womans
from govgraph.extract.state import Argument, Draft
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.name_words import NameWords
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Sentence

ADDRESSES = {"Frau": True, "Herr": False, "Herrn": False}
"""Forms of address, with whether a woman is called so."""
_SIBILANTS = ("s", "ß", "x", "z", "ce")
"""Ends of names that have no genitive -s."""
_SHORTEST = 3
"""Fewest letters of a surname whose genitive is told by the name elsewhere."""


class PersonMarks:
    """Marks people where they are named, and knows who has which surname.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article; people are added to it.
        words: What single words say of names.

    Attributes:
        surnames: Who has which surname.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, words: NameWords) -> None:
        self.k = knowledge
        self.cast = cast
        self.words = words
        self.surnames: dict[str, list[Draft]] = {}
        self._article: Sequence[Sentence] = ()
        self._texts: frozenset[str] | None = None
        self._titles = knowledge.words("academic-titles")
        self._kin = knowledge.words("nouns-beside-names") | knowledge.words("kin-nouns")

    def read(self, sentences: Sequence[Sentence]) -> None:
        """Take the article whose words are looked up."""
        self._article = sentences

    def mark(self, s: Sentence, i: int, end: int, first: int) -> None:
        """Mark whoever is named from token `i` to before token `end`, with titles from token `first` on."""
        name = self.written(s, i, end).rstrip("'")
        surname = s.tokens[end - 1].text.rstrip("'")
        single = end - i == 1
        if (not single or self._has_kin(s, end)) and self._is_genitive(s, end, surname):
            name, surname = name[:-1], surname[:-1]
        draft = self.cast.named(name, EntityType.PERSON, "Person") if single else self._same(name, surname)
        known = self.surnames.setdefault(surname, [])
        if draft not in known:
            known.append(draft)
        self.place(s, i, end, draft, first)

    def place(self, s: Sentence, i: int, end: int, draft: Draft, first: int | None = None) -> None:
        """Mark a known person from token `i` to before token `end`, and note what the word before says of them."""
        first = self.title_start(s, i) if first is None else first
        before = s.tokens[first - 1].text if first else ""
        if before in ADDRESSES:
            draft.feminine = ADDRESSES[before]
        else:
            role = self.k.role_word(before) if before else None
            told = role is not None and not role.plural and not is_neutral(role.name)
            if role is not None and told and draft.feminine is None:
                draft.feminine = is_womans(s, first - 1, told=role.feminine)
        owning = _owns(s, end)
        argument = Argument(first=first, last=end + owning, draft=draft)
        if (
            owning
            or s.text_at(end - 1).endswith("'")
            or (s.text_at(end - 1).endswith("s") and not draft.name.endswith("s"))
        ):
            argument.cases = "g"
        for other in s.arguments:
            if other.draft is not None and i <= other.first < end:
                # the place of that name is not named here
                other.draft.mentions.discard((s.starts[other.first], s.end_of(other.last - 1)))
        s.put(argument)
        draft.add(s.starts[first], s.end_of(end - 1))
        draft.names.add(once(draft, self.written(s, i, end)))

    def title_start(self, s: Sentence, i: int) -> int:
        """Index of the first title before token `i`."""
        return titles_start(s, i, self._titles)

    def written(self, s: Sentence, i: int, end: int) -> str:
        """What the text has from token `i` to before token `end`."""
        return " ".join(self.cast.text[s.starts[i] : s.end_of(end - 1)].split())

    def _is_genitive(self, s: Sentence, end: int, surname: str) -> bool:
        """„In Anna Webers Büro …“ where the article has „Weber“ without a first name, too."""
        bare = surname[:-1]
        if not surname.endswith("s") or len(bare) < _SHORTEST:
            return False
        if self._has_kin(s, end) and not bare.endswith(_SIBILANTS):
            return surname not in self.surnames
        if bare in self.surnames or bare in self.k.first_names:
            return False
        owning = s.text_at(end)[:1].isupper() and end not in s.taken
        return self.appears(bare) and surname not in self.surnames and owning

    def appears(self, word: str) -> bool:
        """Whether the article has a word."""
        if self._texts is None:
            self._texts = frozenset(token.text for sentence in self._article for token in sentence.tokens)
        return word in self._texts

    def _has_kin(self, s: Sentence, end: int) -> bool:
        """„Anna Webers Nachfolger Kai Reh“, „Frau Webers Schwester, Frau Ott“: a noun for somebody of theirs, named.

        Not „wurde Jan Jakobs Nachfolger von Kai Reh“, who may be called so.
        """
        if s.text_at(end) not in self._kin:
            return False
        name = end + 1 + (s.text_at(end + 1) == ",")
        return s.text_at(name) in ADDRESSES or (
            bool(s.text_at(name)) and self.words.is_first(s.text_at(name)) and s.text_at(name + 1)[:1].isupper()
        )

    def _same(self, name: str, surname: str) -> Draft:
        """The person with this full name; a genitive -s makes no new person."""
        for form in (name, name[:-1] if name.endswith("s") else name):
            draft = self.cast.find(form, EntityType.PERSON)
            if draft is not None:
                return draft
        longer = self.cast.find(name + "s", EntityType.PERSON)
        if longer is not None and surname:
            self.cast.alias(name, longer)
            longer.name = name
            return longer
        for known in self.surnames.get(surname, ()):
            if known.name.split(" ")[0] == name.split(" ")[0] and stands_for(
                *sorted((parts_of(known.name)[1:-1], parts_of(name)[1:-1]), key=lambda parts: len("".join(parts)))
            ):
                # „Friederike v. Oer“ is Friederike von Oer
                self.cast.alias(name, known)
                known.name = max(known.name, name, key=len)
                return known
        return self.cast.named(name, EntityType.PERSON, "Person")


def _owns(s: Sentence, end: int) -> bool:
    """„Lewentz' Staatssekretär“: an apostrophe after a name in -s, -x or -z, and what that person has."""
    if s.text_at(end) != "'" or not s.lower[end - 1].endswith(_SIBILANTS):
        return False
    return s.text_at(end + 1)[:1].isalpha() and "'" not in s.lower[:end] and "‘" not in s.lower[:end]
