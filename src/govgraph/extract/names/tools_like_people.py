"""Software that is called as people are: „führt den Vorgangsmanager Proxa ein“, „der Fördermittelfinder Fips“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import NOUN
from govgraph.language.morphology import Memo, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Draft, Sentence

_OBJECT = frozenset({"den", "einen"})
_ON = frozenset({"auf"})
_DEFINITE = frozenset({"dem", "den", "der", "des", "vom", "zum"})
_PASSIVE = frozenset({"werden", "wird", "worden", "wurde", "wurden"})
_RELYING = frozenset({"basieren", "setzen"})
"""Verbs after which „auf“ leads to what is used."""
_ADJECTIVES = 2


class ToolsLikePeople:
    """Finds names of software behind a noun for who does something.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._ends = tuple(sorted(knowledge.words("tools-like-people")))
        self._never = tuple(sorted(knowledge.words("tools-that-are-no-people")))
        self._verbs = knowledge.words("verbs-with-software")
        self.noun = Memo(self._noun).__getitem__
        """The noun for such a tool that a word is, in small letters; empty if it is none."""

    def _noun(self, text: str) -> str:
        """„Vorgangsmanager“, „Aktenlotsen“: a compound with such an end."""
        low = self.k.lemma(text).lower() if text[:1].isupper() else ""
        for form in (low, low.removesuffix("n"), low.removesuffix("s")):
            if form.endswith(self._ends + self._never) and form not in self._ends + self._never:
                return form
        return ""

    def mark(self, sentences: Sequence[Sentence], cast: Cast) -> None:
        """Name such software wherever its name stands, and take back the title that its noun may be.

        Args:
            sentences: The article, with its titles marked and no people yet.
            cast: Entities of the article; new ones are added to it.
        """
        named: dict[str, Draft] = {}
        for s in sentences:
            for i in range(len(s.tokens) - 1):
                if self.noun(s.tokens[i].text) and self._is_named(s, i):
                    name = s.text_at(i + 1)
                    named[name] = cast.thing(name, EntityType.SYSTEM, "System")
        if not named:
            return
        for s in sentences:
            for i, token in enumerate(s.tokens):
                if token.text in named and i not in s.taken:
                    first = i - bool(i and self.noun(s.text_at(i - 1)))
                    self._take_back(s, first)
                    cast.place(s, first, i + 1, named[token.text])

    @staticmethod
    def _take_back(s: Sentence, i: int) -> None:
        title = s.taken.get(i)
        if title is not None and title.role is not None:
            s.drop(title)

    def _is_named(self, s: Sentence, i: int) -> bool:
        """Whether the noun at a token is one for a system, and the word after it the name of one."""
        if not self._may_be_name(s, i + 1):
            return False
        opener = self._opener(s, i)
        word, before = s.low_at(opener), s.low_at(opener - 1)
        return (self.noun(s.tokens[i].text).endswith(self._never) and word in _DEFINITE) or self._is_used(
            s, word, before
        )

    def _may_be_name(self, s: Sentence, i: int) -> bool:
        """„Proxa“, „Max“, „Fips“: one word with no surname after it, that would have an article were it no name."""
        text = s.text_at(i)
        if i in s.taken or i in s.dated or not NOUN.match(text) or not text.isalpha():
            return False
        if NOUN.match(s.text_at(i + 1)) or self.k.role_word(text) is not None or self.k.head_noun(text) is not None:
            return False
        if text in self.k.first_names or not is_dictionary_word(text):
            return True
        singular = self.k.lemma(text) == text and s.low_at(i + 1) != "für"
        return singular and text not in self.k.words("mass-nouns") | self.k.words("time-nouns")

    def _is_used(self, s: Sentence, word: str, before: str) -> bool:
        """„führt den … ein“, „setzt auf den …“, „der … wird getestet“: software, and no colleague."""
        lemmas = {self.k.lemma(low) for low in s.lower if low[:1].isalpha()}
        lemmas |= {particle + lemma for particle in lemmas & self.k.words("particles") for lemma in lemmas}
        if before in _ON:
            return not lemmas.isdisjoint(_RELYING)
        # „Der neue Klimamanager Otto wurde in sein Amt eingeführt“
        passive = word == "der" and not _PASSIVE.isdisjoint(s.lower) and "amt" not in s.lower
        return (word in _OBJECT or passive) and not lemmas.isdisjoint(self._verbs)

    @staticmethod
    def _opener(s: Sentence, i: int) -> int:
        """Token of the article before a noun and its adjectives."""
        at = i - 1
        while at > 0 and i - at <= _ADJECTIVES and s.text_at(at).islower() and s.low_at(at) not in _DEFINITE | _OBJECT:
            at -= 1
        return at
