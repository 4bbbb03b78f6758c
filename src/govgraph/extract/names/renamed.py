"""Old and new names of one body: „Die KDO heißt jetzt NordIT“, „wurde in NordIT umbenannt“, „NordIT (früher KDO)“."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.names.entities import arguments_of
from govgraph.extract.state import Argument
from govgraph.language.grammar import DETERMINERS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Sentence

_CALLED = frozenset({"heißt", "heißen"})
_ONCE_CALLED = frozenset({"hieß", "hießen"})
_TO_BE = frozenset({"soll", "wird"})
_AS = (("als",), ("den", "namen"), ("unter", "dem", "namen"))
_NO = frozenset({"kein", "keine", "nicht", "nie", "niemals", "statt"})
_OPENING, _CLOSING = frozenset({"(", ","}), frozenset({")", ",", "."})
_WHICH = frozenset({"das", "der", "die"})
_NOT_BEFORE = frozenset({"aus", "bei", "beim", "mit", "sowie", "und", "vom", "von", "zum", "zur"})
"""Words before a name, or its article, of which the verb does not tell alone."""
_GENITIVES = frozenset({"der", "des"})


_LISTS = ("former-adverbs", "words-of-renaming", "going-by-verbs", "renamed-forms", "naming-verbs")


class _Words(NamedTuple):
    """What is known of renaming, in the order of `_LISTS`."""

    former: frozenset[str]
    times: frozenset[str]
    going_by: frozenset[str]
    renamed: frozenset[str]
    naming: frozenset[str]


def join_renamed(sentences: Sequence[Sentence], cast: Cast, knowledge: Knowledge) -> None:
    """Let a body that has got another name be one thing under both.

    Two bodies of the lexicon stay two: it knows which one took the place of which.

    Args:
        sentences: Sentences of the article, with the names that stand in them.
        cast: Its entities; the old name becomes one of the new body.
        knowledge: Compiled vocabulary.
    """
    words = _Words(*(knowledge.words(name) for name in _LISTS))
    cues = words.naming | _CALLED | _ONCE_CALLED | _TO_BE | words.going_by | words.renamed | words.former
    arguments = None
    for s in sentences:
        if cues.isdisjoint(s.lower) or not _NO.isdisjoint(s.lower):
            continue
        bodies = [a for a in s.arguments if a.type is EntityType.ORGANISATION and not a.adjective]
        if not bodies:
            continue
        unread = [Argument(i, i + 1) for i in _unread(s, knowledge)]
        for one, two in itertools.pairwise(sorted([*bodies, *unread], key=lambda a: a.first)):
            pair = _Pair(s, one, two, words)
            old, new = (one, two) if pair.gets_name() else (two, one)
            if not (old is one or pair.had_name()):
                continue
            for read, other in ((one, two), (two, one)):
                if read.draft is not None and other.draft is None:
                    cast.place(s, other.first, other.last, read.draft)
                    read.draft.names.add(s.text_at(other.first))
            if old.draft is None or new.draft is None or old.draft is new.draft:
                continue
            if old.draft.entry is not None and new.draft.entry is not None:
                continue
            arguments = arguments if arguments is not None else arguments_of(sentences)
            known = old.draft.entry is not None
            cast.merge(*((new.draft, old.draft) if known else (old.draft, new.draft)), arguments)


def _unread(s: Sentence, knowledge: Knowledge) -> Iterator[int]:
    """Words that no dictionary knows and that are no names so far, one by one."""
    for i, token in enumerate(s.tokens):
        text = token.text
        alone = i not in s.taken and i not in s.dated and text[:1].isupper()
        if alone and knowledge.unknown_word(text) and (i + 1 in s.taken or not s.text_at(i + 1)[:1].isupper()):
            yield i


class _Pair:
    """Two names of bodies that follow one another in a sentence, with the words between and around them."""

    def __init__(self, s: Sentence, one: Argument, two: Argument, known: _Words) -> None:
        self.s, self.one, self.two = s, one, two
        self._known = known
        start, end = one.last, two.first
        if s.text_at(start) == "(" and s.text_at(start + 2) == ")":
            # „die Kommunale Datenverarbeitung Oldenburg (KDO) heißt jetzt …“
            start += 3
        while end > start and s.lower[end - 1] in DETERMINERS:
            end -= 1
        self._start, self._end = start, end
        self.words = s.lower[start:end]
        self.after = s.low_at(two.last)

    def gets_name(self) -> bool:
        """Whether the first name is the old one of what has the second: „KDO heißt jetzt NordIT“."""
        words = self.words
        if not words:
            return self._inverted()
        if words[0] == ",":
            return words[1:2] != [] and words[1] in _WHICH and self._only_times(2) and self.after in _CALLED
        if words == ["in"] and self.after in self._known.renamed:
            # „wurde von KDO in NordIT umbenannt“
            return self.s.low_at(self.one.first - 1) == "von"
        if not self._is_subject():
            return False
        if words[0] in _CALLED:
            return len(words) > 1 and self._only_times(1)
        if words[0] in self._known.going_by:
            ending = next((way for way in _AS if tuple(words[-len(way) :]) == way), ())
            return bool(ending) and self._only_times(1, len(ending))
        if words[-1] == "in" and "," not in words:
            # „wurde in NordIT umbenannt“, „benennt sich in NordIT um“
            separate = self.after == "um" and words[0] in self._known.naming
            return self.after in self._known.renamed or separate
        return words[0] in _TO_BE and self._only_times(1) and self.after == "heißen"

    def had_name(self) -> bool:
        """Whether the second name is the old one of what has the first: „NordIT (früher KDO)“, „, die bis 2021 …“."""
        words = self.words
        if len(words) > 1 and words[0] == "," and words[1] in _WHICH:
            return self._only_times(2) and self.after in _ONCE_CALLED
        told = len(words) > 1 and words[0] in _OPENING and words[1] in self._known.former
        return told and self._only_times(2) and self.after in _CLOSING

    def _only_times(self, start: int, less: int = 0) -> bool:
        """Whether from some word on there is nothing but when that was or will be."""
        places = range(self._start + start, self._end - less)
        return all(
            i in self.s.dated or self.s.lower[i] in self._known.times or self.s.lower[i] in self._known.former
            for i in places
        )

    def _is_subject(self) -> bool:
        """Not „das Portal der KDO heißt jetzt …“: what has a name is what is told of."""
        first = self.one.first - 1
        if self.s.low_at(first) not in DETERMINERS:
            return self.s.low_at(first) not in _NOT_BEFORE
        noun = self.s.text_at(first - 1)
        return (
            not (self.s.low_at(first) in _GENITIVES and noun[:1].isupper() and first > 1)
            and noun.lower() not in _NOT_BEFORE
        )

    def _inverted(self) -> bool:
        """„Seit Mai heißt die KDO NordIT“."""
        first = self.one.first - 1
        first -= self.s.low_at(first) in DETERMINERS
        return self.s.low_at(first) in _CALLED and self._start == self.two.first
