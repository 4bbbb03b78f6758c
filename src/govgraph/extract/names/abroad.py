"""What is told of other countries: „Das Bundeskanzleramt in Wien“, „Dänemarks Digitalministerin“ are no German ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from govgraph.language.morphology import inflect_adjective
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.matcher import LexicalMatch
    from govgraph.extract.state import Argument, Draft, Sentence

_COUNTRIES = {"abroad-austria": "Österreich", "abroad-switzerland": "Schweiz", "abroad-elsewhere": ""}
"""Word lists of places and adjectives, and what a body is told apart by; empty for countries of one such body each."""
_EVERYWHERE = frozenset({"Government", "Ministry", "Parliament"})
"""Kinds of body that other countries call by the same names."""
_FEDERAL = re.compile(r"Bundes|BM[A-ZÄÖÜ]")
_HOME = "deutsch"
_OFFICIAL = ("amt", "behörde", "kanzlei", "minister", "ministerin", "ministerium", "parlament", "rat", "regierung")
"""Ends of nouns for who governs."""
_AT = frozenset({"in", "im"})
_ARTICLES = frozenset({"das", "dem", "der", "die", "den", "des", "auch", "ein", "eine"})
_LINKING = frozenset({"aus", "der", "des", "in", "von"})
_LINKS = 2
"""Most words between a title and its country: „CIO aus der Schweiz“."""
_REACH = 2
"""How many sentences that name no place a country stays the scene."""


class Abroad:
    """Tells of places in an article whether they are set in another country.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        entries = knowledge.vocabulary.entries
        self._towns = {e.name.lower() for e in entries if e.type is EntityType.MUNICIPALITY and not e.jurisdictions}
        self._names: dict[str, str] = {}
        self._adjectives: dict[str, str] = {}
        for words, country in _COUNTRIES.items():
            for form in knowledge.words(words):
                if form.endswith("isch"):
                    self._adjectives.update((each.lower(), country) for each in inflect_adjective(form))
                elif form.endswith("er") and f"{form}in" in knowledge.words("abroad-people"):
                    self._adjectives[form.lower()] = country
                else:
                    self._names[form.lower()] = country
                    self._adjectives[f"{form}s".lower()] = country
        self._marks = self._names.keys() | self._adjectives.keys()

    def spans(
        self, sentences: Sequence[Sentence], matches: Sequence[Sequence[LexicalMatch]]
    ) -> Iterator[tuple[int, int, str]]:
        """Stretches of the text that are set abroad, in order, with what tells the country.

        Args:
            sentences: The article.
            matches: Known names by sentence.
        """
        country, age, block = "", _REACH + 1, -1
        for s, named in zip(sentences, matches, strict=True):
            age = age + 1 if s.block == block else _REACH + 1
            block = s.block
            none = self._marks.isdisjoint(s.lower)
            places = [] if none else [i for i, low in enumerate(s.lower) if low in self._marks]
            if not places and age > _REACH:
                continue
            bodies = {m.start for m in named if is_anybodys(m, m.entries[0].name)}
            if any(low.startswith(_HOME) for low in s.lower) or any(map(_is_at_home, named)):
                age = _REACH + 1
                yield from (found for i in places if (found := self._beside(s, i, bodies)) is not None)
                continue
            scene = next((found for i in places if (found := self._scene(s, i, bodies)) is not None), None)
            if scene is not None:
                country, age = scene[2], 0
                yield scene
            elif not places:
                yield s.start, s.end, country
            else:
                age = _REACH + 1

    def is_of(self, s: Sentence, title: Argument, body: Draft | None) -> bool:
        """„Estlands CIO“, „der Schweizer Bundeskanzler“, „CIO aus Estland“: an office in no house that was read here.

        Not „der Wiener CIO“ of a Wien that the article names.
        """
        marks = [title.first - 1] if s.low_at(title.first - 1) in self._adjectives else []
        # „CIO der Schweiz“, „CIO des Kantons Zug“
        behind = title.last
        while s.low_at(behind) in _LINKING and behind < title.last + _LINKS:
            behind += 1
        if behind > title.last and s.low_at(behind) in self._names:
            marks.append(behind)
        return any((named := s.taken.get(i)) is None or named.draft is not body or body is None for i in marks)

    def _scene(self, s: Sentence, i: int, bodies: Set[int]) -> tuple[int, int, str] | None:
        """„In Österreich hat …“, „Dänemarks Ministerin …“, „Das Bundeskanzleramt in Wien …“: from there to the end.

        In a town somebody may be a guest: „In Wien traf der Minister seinen Kollegen“.
        """
        beside = self._beside(s, i, bodies)
        if beside is not None:
            return beside[0], s.end, beside[2]
        low = s.lower[i]
        start = next((n for n, token in enumerate(s.tokens) if token.text[0].isalpha()), 0)
        opening = set(s.lower[start:i])
        if low not in self._names or (low in self._towns and opening & _AT):
            return None
        return (s.start, s.end, self._names[low]) if opening <= _AT | _ARTICLES else None

    def _beside(self, s: Sentence, i: int, bodies: Set[int]) -> tuple[int, int, str] | None:
        """What a mark beside a body or title is about: „österreichische Bundeskanzleramt“, „BMF in Österreich“."""
        low = s.lower[i]
        noun = s.text_at(i + 1)
        if low in self._adjectives and noun[:1].isupper():
            official = s.low_at(i + 1).endswith(_OFFICIAL) or self._is_title(noun)
            ours = official or s.starts[i + 1] in bodies
            return (s.starts[i], s.end_of(i + 1), self._adjectives[low]) if ours else None
        at = i - 1 - (s.low_at(i - 1) == "der")
        if low in self._names and s.low_at(at) in _AT and at > 0 and s.starts[at - 1] in bodies:
            return s.starts[at - 1], s.end_of(i), self._names[low]
        return None

    def _is_title(self, noun: str) -> bool:
        return self._knowledge.role_word(noun) is not None


class Stretches:
    """Where an article is set abroad.

    Args:
        spans: Stretches in order, with what tells the country.
    """

    def __init__(self, spans: Sequence[tuple[int, int, str]] = ()) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _, _ in self._spans]

    def country(self, place: int) -> str | None:
        """What tells the country in which a place of the text is set, or None if it is at home."""
        at = bisect_right(self._starts, place) - 1
        return self._spans[at][2] if at >= 0 and place < self._spans[at][1] else None


def is_anybodys(match: LexicalMatch, surface: str, country: str = "*") -> bool:
    """Whether another country may have a body of the same name: „Bundeskanzleramt“, „BMF“, „Finanzministerium“.

    Only where a country is told from others is there another „Bundesregierung“.
    """
    entry = match.entries[0]
    if entry.type is not EntityType.ORGANISATION or _HOME in surface.lower():
        return False
    federal = _FEDERAL.match(surface) is not None
    return bool(country) if federal else entry.kind in _EVERYWHERE


def _is_at_home(match: LexicalMatch) -> bool:
    """Whether a name can only be that of a German place, body or work."""
    entry = match.entries[0]
    if entry.type is EntityType.JURISDICTION:
        return entry.kind in {"Federation", "State"}
    if entry.type is EntityType.MUNICIPALITY:
        return bool(entry.jurisdictions) and not entry.needs_context
    return entry.type is EntityType.ORGANISATION and bool(entry.jurisdictions) and not is_anybodys(match, entry.name)
