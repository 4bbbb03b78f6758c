"""Names that begin with a known one and are names of their own: „Amt24 Plus“, „der DigitalPakt Kommunen ist ein …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import CLOSING, NOUN, OPENING
from govgraph.extract.state import WORKS
from govgraph.language.grammar import ONE
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Draft, Sentence

_IS = frozenset({"ist", "heißt", "war", "wird"})
_LONGEST = 4
"""Most words of a name between quotation marks that goes on a known one."""


def mark_variants(sentences: Sequence[Sentence], cast: Cast, knowledge: Knowledge) -> None:
    """Let a longer name that the article introduces win over the known one that it begins with, wherever it stands.

    It is introduced where it stands between quotation marks, where the article says what it is, by a word that makes
    another product of one („Plus“), by a region, or where something else has read it.

    Args:
        sentences: Sentences of the article, with the names that stand in them.
        cast: Its entities; new ones are added to it.
        knowledge: Compiled vocabulary.
    """
    words = knowledge.words("product-variants")
    found: dict[str, Draft] = {}
    for s in sentences:
        for a in list(s.arguments):
            if a.adjective and a.type is EntityType.SYSTEM and a.last == a.first + 1 and _is_variant(s, a, words):
                name = s.tokens[a.first].text
                if a.draft is not None:
                    a.draft.mentions -= {m for m in a.draft.mentions if s.starts[a.first] <= m[0] < s.end_of(a.first)}
                s.drop(a)
                cast.place(s, a.first, a.last, cast.thing(name, EntityType.SYSTEM, "System"))
        for a in _known_works(s):
            end = a.last + 1 if of_a_region(s, a, knowledge) else _end(s, a, words)
            if end > a.last:
                name = cast.text[s.starts[a.first] : s.end_of(end - 1)]
                known = cast.thing(name, a.draft.type, a.draft.kind) if a.draft is not None else None
                if known is not None:
                    found[name] = known
    for draft in cast.drafts:
        if draft.entry is None and draft.type in WORKS and draft.mentions and " " in draft.name:
            found.setdefault(draft.name, draft)
    if found:
        by_first: dict[str, list[tuple[list[str], Draft]]] = {}
        for name in sorted(found, key=len, reverse=True):
            parts = name.split(" ")
            by_first.setdefault(parts[0], []).append((parts, found[name]))
        for s in sentences:
            for a in _known_works(s):
                _mark(s, a, by_first.get(s.tokens[a.first].text, ()), cast)


def of_a_region(s: Sentence, a: Argument, knowledge: Knowledge) -> bool:
    """„das Familienportal Süd“: a known name that tells what it is, then a region: that is another one.

    „das Familienportal NRW“ is that of a Land, which tells no more than whose it is.
    """
    text, following = s.text_at(a.last - 1), s.text_at(a.last)
    if a.last in s.taken or following.isupper() or not knowledge.like_a_place(following):
        return False
    return a.last == a.first + 1 and knowledge.head_noun(text) is not None


def _is_variant(s: Sentence, a: Argument, words: frozenset[str]) -> bool:
    """„VIS-Kompakt“, „die Plattform KIPITZ-B“: a part after the hyphen that makes another product of one."""
    known, _, tail = s.tokens[a.first].text.rpartition("-")
    letter = len(tail) == 1 and tail.isupper() and not s.text_at(a.last)[:1].isupper()
    return bool(known) and (tail in words or letter)


def _known_works(s: Sentence) -> list[Argument]:
    """Places where a work is named by words of its own, not by the first part of a compound."""
    return [a for a in s.arguments if a.draft is not None and a.type in WORKS and not a.adjective]


def _end(s: Sentence, a: Argument, words: frozenset[str]) -> int:
    """End of the longer name that begins with a known one; its own end if there is none."""
    following = s.text_at(a.last)
    if a.last in s.taken:
        return a.last
    if s.text_at(a.first - 1) in OPENING:
        end = a.last
        while end - a.first < _LONGEST and (NOUN.match(s.text_at(end)) or s.text_at(end).isdigit()):
            end += 1
        if s.text_at(end) in CLOSING:
            return end
    if following in words:
        return a.last + 1
    said = s.low_at(a.last + 1) in _IS or s.text_at(a.last + 1) == ","
    return a.last + 1 if NOUN.match(following) and said and s.low_at(a.last + 2) in ONE else a.last


def _mark(s: Sentence, a: Argument, names: Sequence[tuple[list[str], Draft]], cast: Cast) -> None:
    """Mark the longest of these names at a place where a known one is marked that it begins with."""
    for parts, draft in names:
        last = a.first + len(parts)
        if last > a.last and [t.text for t in s.tokens[a.first : last]] == parts:
            if a.draft is not None:
                a.draft.mentions.discard((s.starts[a.first], s.end_of(a.last - 1)))
            cast.place(s, a.first, last, draft)
            return
