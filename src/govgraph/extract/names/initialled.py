"""Names of several words that the letters in brackets behind them spell: „Das Netzwerk Smart Region (NSR)“.

The letters tell how far a name reaches, also where its beginning is known: „Der Digitale Posteingang Sachsen (DPS)“.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.state import PLACES, RUN, Argument
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import HeadNoun

_LETTERS = re.compile(r"^[A-ZÄÖÜ][a-zäöüß]?(?:[a-zäöüß]?[A-ZÄÖÜ][a-zäöüß]?){1,5}$")
_WORD = re.compile(r"^[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ]\w+)*$")
_OF = frozenset({"der", "des", "für"})
"""Words inside a name that give no letter: „Zentrales Register der Stiftungen (ZRS)“."""
_THE = frozenset({"das", "der", "die"})
_ADJECTIVAL = ("able", "ale", "elle", "ierte", "ige", "ische", "ive", "liche", "äre")
"""Endings of adjectives after an article, if no dictionary knows them."""
_THE_OF = {"m": "der", "n": "das"}
_MOST = 6
_FEWEST = 2
_NAMED = frozenset({EntityType.SERVICE, EntityType.SYSTEM, EntityType.PROGRAMME})
_ALLIED = frozenset({"Association", "WorkingGroup", "Organisation"})
_AGENCIES = frozenset({"Agency", "Company"})
_ENDINGS = {"m": "er", "n": "es", "f": "e"}


class InitialledNames:
    """Marks such names.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article; new ones are added to it.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast) -> None:
        self.k = knowledge
        self.cast = cast
        self._digital = tuple(sorted(knowledge.words("digital-adjectives")))
        self._bodies = knowledge.words("bodies-in-initialled-names")

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Mark the names where the letters are told."""
        for s in sentences:
            if "(" not in s.lower:
                continue
            for i, low in enumerate(s.lower):
                if low == "(" and s.text_at(i + 2) == ")" and _LETTERS.match(s.text_at(i + 1)):
                    self._mark(s, i)

    def _mark(self, s: Sentence, bracket: int) -> None:
        letters = s.text_at(bracket + 1)
        first = next((i for i in self._starts(s, bracket) if spells(letters, self._spelt(s, i, bracket))), -1)
        if first < 0 or s.low_at(first - 1) not in _THE or not self._is_free(s, first, bracket):
            return
        head = self._head(s, first, bracket)
        if head is None:
            return
        type_, kind, gender = head
        words = self._words(s, first, bracket)
        if (
            gender
            and words[0].endswith("e")
            and (self.k.head_noun(words[0]) is None or gender == "n")
            and (is_dictionary_word(s.lower[first]) or words[0].endswith(_ADJECTIVAL))
        ):
            # „der Digitale Posteingang“ is „Digitaler Posteingang“
            words[0] = words[0].removesuffix("e") + _ENDINGS[gender]
        elif gender == "f" and s.low_at(first - 1) == "der" and words[0].endswith("en"):
            # „gehört der Kommunalen Allianz an“
            words[0] = words[0].removesuffix("n")
        for i in range(first, bracket):
            known = s.taken.get(i)
            if known is not None and known.draft is not None and known.type in RUN:
                known.draft.mentions.discard((s.starts[known.first], s.end_of(known.last - 1)))
        self.cast.place(s, first, bracket, self.cast.named(" ".join(words), type_, kind))

    @staticmethod
    def _words(s: Sentence, first: int, last: int) -> list[str]:
        return [s.tokens[i].text for i in range(first, last)]

    @staticmethod
    def _spelt(s: Sentence, first: int, last: int) -> list[str]:
        """The words of a name that give letters."""
        return [s.tokens[i].text for i in range(first, last) if s.lower[i] not in _OF]

    @staticmethod
    def _starts(s: Sentence, bracket: int) -> Iterator[int]:
        """Where a run of words with capitals before the bracket may begin, the farthest last."""
        i = bracket - 1
        while i >= 0 and bracket - i <= _MOST and _WORD.match(s.tokens[i].text) and s.lower[i] not in _THE:
            if bracket - i >= _FEWEST:
                yield i
            # „das Zentrale Register der Stiftungen (ZRS)“, but not „das Portal der Stadt Ulm (PSU)“
            linked = i > 1 and s.tokens[i - 1].text in _OF and _WORD.match(s.tokens[i - 2].text)
            i -= 2 if linked and not any(j in s.taken for j in range(i, bracket)) else 1

    @staticmethod
    def _is_free(s: Sentence, first: int, last: int) -> bool:
        """Whether nothing else is named there but a place, or what is a part of the name; and no whole name is."""
        inside: set[Argument] = {s.taken[i] for i in range(first, last + 2) if i in s.taken}
        return all(
            a.draft is not None
            and (a.type in PLACES or (a.type in RUN and a.last < last))
            and a.first >= first
            and (a.first, a.last) != (first, last)
            for a in inside
        )

    def _head(self, s: Sentence, first: int, last: int) -> tuple[EntityType, str, str] | None:
        """What the name is: by the noun in it, or by „digital“ before one that tells nothing.

        „Die Digitale Dienste Nord (DDN)“ and „Die Agentur Digitales Land (ADL)“ are bodies.
        """
        last = next((i for i in range(first, last) if s.lower[i] in _OF), last)
        words = self._words(s, first, last)
        heads = [self.k.head_noun(word) for word in words]
        if words[0].endswith("e") and heads[-1] is not None and _THE_OF.get(heads[-1].gender) == s.lower[first - 1]:
            # „das Zentrale Register“: an adjective
            heads[0] = None
        bodies = [h for h in heads if h is not None and h.type is EntityType.ORGANISATION]
        if any(h.kind not in _ALLIED for h in bodies):
            own = next((h for h in bodies if h.kind in _AGENCIES), None)
            return None if own is None or len(bodies) > 1 else (own.type, own.kind, own.gender)
        if not bodies and not self._bodies.isdisjoint(words):
            return EntityType.ORGANISATION, "Organisation", "f"
        for i in range(first, last):
            head: HeadNoun | None = heads[i - first]
            if head is not None and (head.type in _NAMED or head.kind in _ALLIED):
                return head.type, head.kind, head.gender
        if last - first > _FEWEST and s.lower[first].startswith(self._digital):
            gender = {"die": "f", "das": "n", "der": "m"}[s.lower[first - 1]]
            return EntityType.SYSTEM, "System", gender
        return None


def spells(letters: str, words: Sequence[str]) -> bool:
    """Whether each word gives its beginning, in order, to the letters.

    >>> spells("NuSo", ["Nutzerportal", "Soziales"]), spells("NSR", ["Netzwerk", "Region"])
    (True, False)
    """
    parts = [part for word in words for part in word.split("-") if part]
    return _spells(letters.lower(), tuple(part.lower() for part in parts))


def _spells(letters: str, parts: tuple[str, ...]) -> bool:
    if not parts or not letters:
        return not parts and not letters
    word, rest = parts[0], parts[1:]
    for size in range(1, min(len(word), len(letters) - len(rest)) + 1):
        if not letters.startswith(word[:size]):
            return False
        if _spells(letters[size:], rest):
            return True
    return False
