"""Signs by which a word that no dictionary knows shows whether it is a name, and of what."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from govgraph.language.grammar import AUXILIARIES, DETERMINERS, MODALS, PREPOSITIONS
from govgraph.language.morphology import Memo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence

_CLOSED = frozenset({
    *PREPOSITIONS, *DETERMINERS, *AUXILIARIES, *MODALS, "und", "oder", "sowie", "auch", "nun", "jetzt", "nicht", "so",
    "dass", "wo",
})  # fmt: skip
"""Words that say more by themselves than by their dictionary form."""
_LISTING = frozenset({",", "und", "oder", "sowie", "/"})
_LISTS = (
    "using-verbs", "making-verbs", "running-verbs", "partner-words", "speech-verbs", "adopting-verbs", "document-verbs",
    "member-nouns", "trial-nouns",
)  # fmt: skip
"""Word lists that a sentence with a name may have a word of."""
_PARTS = re.compile(r"[-.@\s]|(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
CAMEL = re.compile(r"[a-zäöüß][A-ZÄÖÜ]")
_ENDS = (2, 3, 4)
"""Lengths of the beginnings and ends of a name that are looked at, in characters."""
_NEAR = 5
"""How many tokens before and after a name the next verb may stand."""
_MOST = 4
_LONGEST_CAPITALS = 7


class Place(NamedTuple):
    """Where a name may stand: tokens `first` to before `last` of a sentence."""

    sentence: Sentence
    first: int
    last: int


class NameSigns:
    """Describes names by their spelling and by what stands around them.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._lists = tuple((f"list={name}", knowledge.words(name)) for name in _LISTS)
        self._particles = knowledge.words("particles")
        self._verb = Memo(self._verb_of).__getitem__

    def of(self, name: str, places: Sequence[Place], compounds: Set[str]) -> tuple[str, ...]:
        """All signs of a name in its article, sorted, each once.

        Args:
            name: The name as it is written.
            places: Where it stands.
            compounds: What compounds with it show, from `compounds`.
        """
        found = {f"words={name.count(' ') + 1}", f"times={min(len(places), _MOST)}", *_spelling(name), *compounds}
        head = self.k.head_noun(name.rsplit(" ", 1)[-1])
        if head is not None:
            found.add("head=" + head.type)
        for place in places:
            found.update(self._around(place))
        return tuple(sorted(found))

    def compounds(self, sentences: Sequence[Sentence], names: Set[str]) -> Mapping[str, set[str]]:
        """What compounds of an article show of the names they begin with: „FITKO-Präsidentin“, „Octoware-Modul“."""
        found: dict[str, set[str]] = defaultdict(set)
        for s in sentences:
            for token in s.tokens:
                name, bar, noun = token.text.rpartition("-")
                if bar and noun and name in names:
                    found[name].update(("compound=" + self._kind(noun.capitalize()), "compound-with=" + noun.lower()))
        return found

    def lemmas(self, lower: Iterable[str]) -> set[str]:
        """Dictionary forms of words in small letters, verbs with the prefix that stands apart („setzt … ein“)."""
        words = {low for low in lower if low[0].isalpha()}
        lemmas = {self.k.lemma(low) for low in words}
        return lemmas | {particle + lemma for particle in words & self._particles for lemma in lemmas}

    def _kind(self, noun: str) -> str:
        if self.k.role_word(noun) is not None:
            return "title"
        head = self.k.head_noun(noun)
        return "noun" if head is None else head.type

    def _word(self, s: Sentence, i: int) -> str:
        """What stands at a token: a type of name, a title, a head noun, or the word itself."""
        if not 0 <= i < len(s.tokens):
            return "^" if i < 0 else "$"
        known, text, low = s.taken.get(i), s.tokens[i].text, s.lower[i]
        if known is not None:
            return "title" if known.type is None else ("adjective of " if known.adjective else "") + known.type
        if not text[0].isalpha():
            return text if len(text) == 1 else "number"
        if low in _CLOSED:
            return low
        if text[0].isupper():
            if self.k.role_word(text) is not None:
                return "title"
            head = self.k.head_noun(text)
            if head is not None:
                return "noun for " + head.type
            return "unknown" if self.k.unknown_word(text) else "noun"
        return self.k.lemma(low)

    def _around(self, place: Place) -> Iterator[str]:
        s, first, last = place
        before, after = self._word(s, first - 1), self._word(s, last)
        further, beyond = self._word(s, first - 2), self._word(s, last + 1)
        yield "before=" + before
        yield "after=" + after
        yield f"two-before={further} {before}"
        yield f"two-after={after} {beyond}"
        yield "further-before=" + further
        yield "further-after=" + beyond
        yield f"between={before} {after}"
        yield "block=" + s.kind
        lemmas = self.lemmas(s.lower)
        for sign, words in self._lists:
            if not words.isdisjoint(lemmas):
                yield sign
        for lemma in lemmas:
            if self.k.frames.get(("verb", lemma)):
                yield "verb=" + lemma
        for side, near in (
            ("left", range(first - 1, max(-1, first - 1 - _NEAR), -1)),
            ("right", range(last, last + _NEAR)),
        ):
            verb = next((v for i in near if i < len(s.tokens) and (v := self._verb(s.tokens[i].text))), "")
            if verb:
                yield f"verb-{side}={verb}"
        for comma, beside in ((first - 1, first - 2), (last, last + 1)):
            neighbour = s.taken.get(beside)
            if neighbour is not None and neighbour.type is not None and s.low_at(comma) in _LISTING:
                yield "listed-with=" + neighbour.type

    def _verb_of(self, text: str) -> str:
        """The dictionary form of a verb that a frame knows; empty for other words."""
        lemma = self.k.lemma(text) if text.islower() else ""
        return lemma if lemma and self.k.frames.get(("verb", lemma)) else ""


def _spelling(name: str) -> Iterator[str]:
    """What the letters of a name show."""
    low = name.lower()
    if name.isupper():
        yield f"capitals={min(len(name), _LONGEST_CAPITALS)}"
    elif CAMEL.search(name):
        yield "capital-inside"
    elif name.isalpha() and name[1:].islower():
        yield "small" if name[0].islower() else "plain"
    else:
        yield "mixed"
    if any(c.isdigit() for c in name):
        yield "digit"
    yield from ("has=" + c for c in ".@+/&-" if c in name)
    for size in _ENDS:
        if len(low) > size:
            yield "begins=" + low[:size]
            yield "ends=" + low[-size:]
    parts = [part.lower() for part in _PARTS.split(name) if part]
    yield from ("part=" + part for part in parts)
    if len(parts) > 1:
        # „NordwestIT“ is not named as „IT-Haus“ is
        yield "last-part=" + parts[-1]
