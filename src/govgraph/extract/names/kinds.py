"""Nouns for the kind of a named thing: „HarzID, ein Bürgerkonto, …“, „ein System der KDO, das KonferenzNord heißt“."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govgraph.extract.state import WORKS
from govgraph.language.grammar import AND_OR, IS_CALLED, ONE, POSSESSIVES, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence

_THE = frozenset({"das", "dem", "den", "der", "die"})
_NAMED = frozenset({EntityType.DOCUMENT, EntityType.LAW, *WORKS})
_RELATIVE = frozenset({"das", "der", "die"})
_TELLING = {
    "heißen": (), "heißt": (), "hieß": (), "hören": ("auf", "den", "namen"), "hört": ("auf", "den", "namen"),
    "bekam": ("den", "namen"), "trägt": ("den", "namen"), "tragen": ("den", "namen"), "trug": ("den", "namen"),
}  # fmt: skip
"""Verbs at the end of a relative clause that tells a name, by what stands before the name."""
_CALLED = "namens"
_UNDER = ("unter", "dem", "namen")
_QUOTES = frozenset("„“”»«\"'")
_BACK = 9
"""How many tokens before the relative clause the article of the noun may stand."""
_ENDS = frozenset({",", ".", ";", "–", ")", ":", "und", ""})
_OUR = frozenset(f"unser{end}" for end in ("", "e", "em", "en", "er", "es", "m"))
_BRACKET = 3
"""Tokens of a short name in brackets."""


def kinds_of_names(sentences: Sequence[Sentence], knowledge: Knowledge) -> None:
    """Take back the nouns that only tell the kind of the name before them, and let „das Bürgerkonto“ mean that name.

    Not in a list: „die E-Akte, ein Bürgerportal und eine App“.

    Args:
        sentences: Sentences of the article, with their names marked.
        knowledge: Compiled vocabulary.
    """
    for s in sentences:
        works = sorted((a for a in s.arguments if a.type in WORKS and not a.adjective), key=lambda a: a.first)
        for name, noun in itertools.pairwise(works):
            if name.draft is not None and noun.draft is not None and _tells_kind(s, name, noun, knowledge):
                _take_back(sentences, s, name.draft, noun)


def _tells_kind(s: Sentence, name: Argument, noun: Argument, knowledge: Knowledge) -> bool:
    generic = knowledge.words("generic-works")
    if name.draft is noun.draft or name.draft is None or noun.draft is None or name.draft.name in generic:
        return False
    if _is_called(s, name, noun):
        return noun.draft.entry is None or noun.draft.name in generic
    i = name.last + (s.text_at(name.last) in _QUOTES)
    if s.text_at(i) == "(" and s.text_at(i + 2) == ")":
        i += _BRACKET
    i += s.low_at(i) in knowledge.words("particles") and s.text_at(i + 1) == ","
    if s.text_at(i) not in {",", "–"} or not 0 < noun.first - i <= _BRACKET + 1:
        return False
    article = s.low_at(i + 1)
    if noun.draft.name in generic:
        apt = article in _THE or article in ONE
    elif article in ONE:
        apt = noun.draft.entry is None
    else:
        # „über ThAVEL an, die Antragsplattform des Landes“, „RatsFenster, unser Sitzungsportal“
        common = noun.last - noun.first == 1 and not knowledge.odd_word(s.text_at(noun.first))
        apt = noun.draft.entry is None and common and (article in _THE or article in _OUR or article in POSSESSIVES)
    between = range(i + 2, noun.first)
    return apt and all(s.text_at(j)[:1].islower() and j not in s.taken for j in between) and not _lists(s, noun)


def _is_called(s: Sentence, name: Argument, noun: Argument) -> bool:
    """„HarzID heißt das neue Bürgerkonto, das …“, „„HarzID“ heißt ein Bürgerportal“."""
    i = name.last + (s.text_at(name.last) in _QUOTES)
    opens = not any(s.text_at(j)[:1].isalpha() for j in range(name.first)) or s.text_at(name.first - 1) in _QUOTES | {
        ":"
    }
    article = s.low_at(i + 1)
    between = range(i + 2, noun.first)
    return (
        opens
        and s.low_at(i) in IS_CALLED
        and (article in _THE or article in ONE)
        and len(between) <= _BRACKET
        and all(s.text_at(j)[:1].islower() and j not in s.taken for j in between)
        and noun.last - noun.first == 1
    )


def _lists(s: Sentence, noun: Argument) -> bool:
    """„…, ein Bürgerportal und eine App“: whether the noun is one of several things."""
    same = ONE if s.low_at(noun.first - 1) in ONE else ONE | _THE | _OUR | POSSESSIVES
    for j in range(noun.last, len(s.tokens)):
        word = s.lower[j]
        if word in AND_OR:
            return s.low_at(j + 1) in same or s.text_at(j + 1)[:1].isupper()
        if word == ",":
            return s.low_at(j + 1) in ONE
        if word in {".", ";", ":", "–"}:
            return False
    return False


def _take_back(sentences: Sequence[Sentence], s: Sentence, named: Draft, noun: Argument) -> None:
    kind = noun.draft
    if kind is None:
        return
    kind.mentions.discard((s.starts[noun.first], s.end_of(noun.last - 1)))
    s.drop(noun)
    if kind.entry is not None:
        return
    for other in sentences:
        for a in other.arguments:
            if a.draft is kind and other.low_at(a.first - 1) in _THE:
                other.mean(a, named)


def nouns_of_names(sentences: Sequence[Sentence]) -> None:
    """Let the noun of „ein Videosystem der KDO, das auf den Namen KonferenzNord hört“ stand for what is named so.

    Args:
        sentences: Sentences of the article, with their names marked.
    """
    for s in sentences:
        if "namen" in s.lower:
            _named_under(s)
        if _CALLED not in s.lower and _TELLING.keys().isdisjoint(s.lower):
            continue
        for name in [a for a in s.arguments if a.type in _NAMED and not a.adjective and not a.reference]:
            end = _before_name(s, name)
            noun = _indefinite(s, end) if end > 0 else -1
            if noun >= 0 and name.draft is not None:
                _stand_for(s, noun, name.draft)


def _named_under(s: Sentence) -> None:
    """„Unter dem Namen Kuno hat Gera ein Portal gestartet“: the noun of „ein“ after the name stands for it."""
    for name in [a for a in s.arguments if a.type in WORKS and not a.adjective and not a.reference]:
        first = name.first - (s.text_at(name.first - 1) in _QUOTES)
        if tuple(s.lower[max(0, first - len(_UNDER)) : first]) != _UNDER or name.draft is None:
            continue
        end = next((i for i in range(name.last, len(s.tokens)) if s.lower[i] in {",", ";", "–"}), len(s.tokens))
        for i in range(name.last, end):
            if s.lower[i] in ONE:
                noun = _indefinite(s, min(i + _BACK, end))
                if noun > i:
                    _stand_for(s, noun, name.draft)
                break


def _before_name(s: Sentence, name: Argument) -> int:
    """Where the phrase ends that a name is told of: before its relative clause or „namens“; -1 where none is."""
    first, last = name.first, name.last
    first -= s.text_at(first - 1) in _QUOTES
    last += s.text_at(last) in _QUOTES
    if s.low_at(first - 1) == _CALLED:
        return first - 1
    told = _TELLING.get(s.low_at(last))
    if told is None or tuple(s.lower[max(0, first - len(told)) : first]) != told or s.text_at(last + 1) not in _ENDS:
        return -1
    comma = next((i for i in range(first - 1, 0, -1) if s.lower[i] == ","), -1)
    return comma if comma > 0 and s.low_at(comma + 1) in _RELATIVE else -1


def _indefinite(s: Sentence, end: int) -> int:
    """The noun of the last phrase with „ein“ before token `end`, past adjectives; -1 where none is."""
    for i in range(end - 1, max(-1, end - _BACK), -1):
        if s.lower[i] == ",":
            return -1
        if s.lower[i] in ONE and s.low_at(i + 1) in PREPOSITIONS:
            # „ein auf dem Standard X basierendes Verfahren namens Y“
            return end - 1 if s.text_at(end - 1)[:1].isupper() and end - 1 not in s.taken else -1
        if s.lower[i] in ONE:
            noun = i + 1
            while noun < end and s.text_at(noun)[:1].islower() and noun not in s.taken:
                noun += 1
            if noun < end:
                # not the „ein“ of „führt eine Plattform ein, die …“
                return noun if s.text_at(noun)[:1].isupper() else -1
    return -1


def _stand_for(s: Sentence, noun: int, named: Draft) -> None:
    known = s.taken.get(noun)
    if known is None:
        s.refer(noun, noun + 1, named, "")
    elif known.draft is not None and known.draft.entry is None and known.type in _NAMED and known.last == noun + 1:
        s.mean(known, named)
