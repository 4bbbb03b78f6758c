"""Common nouns for a system that has a name: „startet mit X ein Bürgerportal“, „ein Bürgerportal: das X“, „das Portal“.

Such a noun is taken for the name of a system where nothing else names it; here the words around tell which it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import CLOSING, OPENING
from govgraph.language.grammar import DEFINITE_ARTICLES, ONE
from govgraph.language.morphology import is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence
    from govgraph.vocabulary import HeadNoun

_BEFORE_NAME = 3
"""How many words may stand between „mit“ and the name: „mit der neuen App X“."""
_PAUSES = frozenset({",", ":", "–"})
_ENDS = frozenset({"", ".", "!", "?", ",", ":", ";", "–", ")"})
_OWNED = frozenset({"aus", "bei", "der", "des", "für", "im", "in", "namens", "von", "vom"})
"""What follows a noun that says whose or which it is."""
_PARTING = frozenset({":", ";", "–"})
"""Marks that part what a sentence tells as if it were two."""
_NEW = frozenset({"neue", "neuen", "gemeinsame", "gemeinsamen"})
_LONGEST_TAIL = 4
"""How many words of a verb may stand between the noun and the pause: „an den Start gebracht:“."""


def join_kinds(sentences: Sequence[Sentence], knowledge: Knowledge) -> None:
    """Let a common noun mean the named system that its sentence, or the one before, calls so.

    Args:
        sentences: Sentences of the article, with their names marked.
        knowledge: Compiled vocabulary.
    """
    kinds = ToldKinds(knowledge)
    systems: list[list[Argument]] = [
        sorted((a for a in s.arguments if a.type is EntityType.SYSTEM and not a.adjective), key=lambda a: a.first)
        for s in sentences
    ]
    if not any(kinds.is_noun(s, a) for s, found in zip(sentences, systems, strict=True) for a in found):
        return
    meant: dict[int, Draft] = {}
    for s, found in zip(sentences, systems, strict=True):
        for noun in found:
            if noun.draft is None or not kinds.is_noun(s, noun):
                continue
            named = kinds.named_beside(s, noun, found)
            if named is not None:
                meant.setdefault(id(noun.draft), named)
                s.mean(noun, named)
    for number, (s, found) in enumerate(zip(sentences, systems, strict=True)):
        for noun in found:
            if noun.draft is None or not kinds.is_noun(s, noun) or not kinds.points_back(s, noun):
                continue
            known = meant.get(id(noun.draft)) or kinds.only_named(sentences, systems, number, noun)
            if known is not None:
                meant[id(noun.draft)] = known
                s.mean(noun, known)


class ToldKinds:
    """Tells which named system a common noun means.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._k = knowledge
        self._getting = knowledge.words("verbs-with-new-works")
        self._any_work = knowledge.words("nouns-for-any-work")
        self._generic = knowledge.words("generic-works")
        self._named = self._generic - knowledge.words("own-systems")
        self._own = knowledge.words("own-systems")
        self._lands = {entry.name for entry in knowledge.jurisdictions}
        self._prefixes = knowledge.words("prefixes-of-kinds")

    def is_noun(self, s: Sentence, a: Argument) -> bool:
        """„Serviceportal“, „Low-Code-Plattform“: whether what is marked is a common noun, not „Münsterlandportal“."""
        draft, text = a.draft, s.text_at(a.first)
        if draft is None or draft.entry is not None or a.last != a.first + 1 or " " in draft.name:
            return False
        head = self._head(text)
        if head is None or draft.name in self._named or ("-" not in text and self._k.odd_word(text)):
            return False
        return draft.name in self._own or self._is_plain(draft.name[: len(draft.name) - len(head.form)])

    def _is_plain(self, prefix: str) -> bool:
        """Whether what stands before the noun of a compound is made of words, and is no place."""
        parts = [part for part in prefix.split("-") if part and part not in self._prefixes]
        stem = prefix[:1].upper() + prefix[1:]
        if any(self._k.like_a_place(part) or part in self._k.towns or part in self._lands for part in (stem, *parts)):
            return False
        if prefix and "-" not in prefix:
            return any(is_dictionary_word(word) or is_compound(word) for word in (stem, stem.removesuffix("s")))
        return bool(prefix) and all(is_dictionary_word(part) for part in parts)

    def _head(self, text: str) -> HeadNoun | None:
        """The noun for a system that a word ends in."""
        head = self._k.head_noun(text)
        if head is None or head.type is not EntityType.SYSTEM or not head.introduces:
            return None
        return head

    def named_beside(self, s: Sentence, noun: Argument, found: Sequence[Argument]) -> Draft | None:
        """The system that the sentence itself calls so: „bekommt mit X ein Portal“, „startet ein Portal: das X“."""
        start = noun.first - 1
        while start > 0 and s.text_at(start)[:1].islower() and s.lower[start] not in ONE and start not in s.taken:
            start -= 1
        if s.low_at(start) not in ONE:
            return None
        for a in found:
            if a.draft is None or a.draft is noun.draft or a.draft.name in self._generic:
                continue
            if a.draft.entry is None and self._is_with(s, a, start) and self._fits(s, a, noun):
                return a.draft
            if a.first > noun.last and self._is_told_behind(s, noun, a):
                return a.draft
        return None

    def _is_with(self, s: Sentence, a: Argument, start: int) -> bool:
        """Whether „mit“ governs a name before „ein“, or at the front, in a sentence with a verb for getting a work."""
        i = a.first - 1 - (s.text_at(a.first - 1) in OPENING)
        by = next((j for j in range(i, max(-1, i - _BEFORE_NAME), -1) if s.lower[j] == "mit"), -1)
        end = a.last + (s.text_at(a.last) in CLOSING)
        in_front = by == 0 and end < start and "," not in s.lower[end:start]
        if by < 0 or not (end == start or in_front):
            return False
        lemmas = {self._k.lemma(low) for low in s.lower if low.isalpha()}
        apart = any(particle + lemma in self._getting for particle in ("an", "vor", "frei") for lemma in lemmas)
        return apart or not self._getting.isdisjoint(lemmas)

    def _is_told_behind(self, s: Sentence, noun: Argument, a: Argument) -> bool:
        """„hat ein gemeinsames Bürgerportal gestartet: das Münsterlandportal“."""
        first = a.first - (s.text_at(a.first - 1) in OPENING)
        first -= s.low_at(first - 1) in DEFINITE_ARTICLES
        last = a.last + (s.text_at(a.last) in CLOSING)
        if s.text_at(first - 1) not in _PAUSES or s.text_at(last) not in _ENDS:
            return False
        if s.text_at(first - 1) == "," and s.low_at(first) not in DEFINITE_ARTICLES:
            return False
        between = range(noun.last, first - 1)
        if len(between) > _LONGEST_TAIL or any(j in s.taken or s.text_at(j) in _PAUSES for j in between):
            return False
        return self._fits(s, a, noun)

    def _fits(self, s: Sentence, a: Argument, noun: Argument) -> bool:
        """Whether a name may be that of what a noun says: not „die App X“ and „das Serviceportal“."""
        head = self._head(noun.draft.name) if noun.draft is not None else None
        if head is None or a.draft is None:
            return False
        of_name = {h.form for h in map(self._k.head_noun, a.draft.name.split(" ")) if h is not None}
        if of_name and head.form not in of_name:
            return False
        told = s.text_at(a.first - 1 - (s.text_at(a.first - 1) in OPENING))
        before = self._k.head_noun(told) if told[:1].isupper() else None
        return before is None or before.form == head.form or before.form in self._any_work

    def points_back(self, s: Sentence, noun: Argument) -> bool:
        """„Die Datenplattform ist …“, and not „das Serviceportal der Stadt“, „ihr Serviceportal“."""
        at = noun.first - 1
        at -= s.low_at(at) in _NEW
        after = s.text_at(noun.last)
        if s.low_at(at) not in DEFINITE_ARTICLES or after.lower() in _OWNED:
            return False
        return not after[:1].isupper() and after not in OPENING and after != "("

    def only_named(
        self, sentences: Sequence[Sentence], systems: Sequence[Sequence[Argument]], number: int, noun: Argument
    ) -> Draft | None:
        """The only named system so far, if the sentence before names it and none has it beside the noun."""
        s = sentences[number]
        before = [(i, a) for i in range(number + 1) for a in systems[i] if i < number or a.last <= noun.first]
        if any(a.draft is noun.draft for _, a in before):
            return None
        drafts = {id(a.draft) for _, a in before}
        if len(drafts) != 1:
            return None
        i, last = before[-1]
        if i != number - 1 and not (i == number and not _PARTING.isdisjoint(s.lower[last.last : noun.first])):
            return None
        named = last.draft
        if named is None or named.name in self._generic or not self._fits(sentences[i], last, noun):
            return None
        if named.entry is not None and not any(
            s.text_at(noun.first) in label for label in (*named.entry.labels, named.entry.name)
        ):
            return None
        both = {id(named), id(noun.draft)}
        others = (found for n, found in enumerate(systems) if n != number)
        return None if any(both <= {id(a.draft) for a in found} for found in others) else named
