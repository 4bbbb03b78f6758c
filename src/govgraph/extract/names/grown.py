"""Names of this article's own that go on after the word they were known by: „Rothenbach am Ettersberg“, „GeoKat 3“."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.knowledge import ODD
from govgraph.extract.names.entities import arguments_of
from govgraph.extract.names.long_names import NOUN
from govgraph.extract.state import PLACES, WORKS
from govgraph.language.grammar import AND_OR, AUXILIARIES, DEFINITE_ARTICLES, PREPOSITIONS
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Draft, Sentence
    from govgraph.vocabulary import Entry

_BESIDE = (
    ("am",),
    ("im",),
    ("an", "der"),
    ("in", "der"),
    ("ob", "der"),
    ("vor", "der"),
    ("auf", "dem"),
    ("auf", "der"),
)
"""What joins the name of a town to that of a river, a mountain or a landscape."""
_LONGEST_NUMBER = 2
_HALF = 2
"""Tokens of the first half of a noun and what joins it to the second."""
_VILLAGE = 5000
"""Inhabitants of a town from which on nobody needs to tell it from others."""
_LOOSE = frozenset({("auf", "der"), ("auf", "dem"), ("in", "der"), ("vor", "der")})
"""Such words before which more lies than land: „auf der Messe“; only a region that is known names a town with them."""
_TELLS_APART = frozenset({"am", "an", "bei", "im", "in"})
"""What joins a town to the stretch that tells it from another one of its name."""
_HEADS = frozenset({BlockKind.HEADING, BlockKind.KICKER, BlockKind.TITLE})
"""Blocks that may shorten a name before the text gives it whole."""
_EDITIONS = frozenset({"ausgabe", "fassung", "release", "version"})
"""Nouns behind which a number tells which state of a work is meant, in small letters."""
_COUNTED = frozenset({"%", "Prozent", "Millionen", "Milliarden", "Euro", "Uhr", ".", ",", "und", "bis"})
"""What shows that a number belongs to the words after it."""


class _Growth(NamedTuple):
    """A name with what belongs to it before and after it, and where it stands."""

    sentence: Sentence
    argument: Argument
    first: int
    last: int


def grow_names(sentences: Sequence[Sentence], cast: Cast, knowledge: Knowledge) -> None:
    """Let a name that no lexicon holds reach to its end; where it stands without its end it is its short form.

    A name that goes on in two ways is one of two things: „GeoKat 2“, „GeoKat 3“.

    Args:
        sentences: Sentences of the article, with the names that stand in them.
        cast: Its entities.
        knowledge: Compiled vocabulary.
    """
    grown: dict[int, dict[str, list[_Growth]]] = {}
    parted: set[int] = set()
    bare: set[int] = set()
    for s in sentences:
        for a in sorted(s.arguments, key=lambda a: a.first):
            if a.draft is None or a.adjective or a.role is not None:
                continue
            if a.draft.entry is None:
                last = _end(s, a, a.draft, knowledge)
            else:
                last = _end_of_namesake(s, a, a.draft.entry, knowledge)
            first = _begin(s, a, a.draft)
            if last > a.last or first < a.first:
                before = cast.text[s.starts[first] : s.starts[a.first]]
                stem = a.draft.name if last == a.last else cast.text[s.starts[a.first] : s.end_of(a.last - 1)]
                name = before + stem + cast.text[s.end_of(a.last - 1) : s.end_of(last - 1)]
                grown.setdefault(id(a.draft), {}).setdefault(name, []).append(_Growth(s, a, first, last))
                if id(a.draft) in bare and s.text_at(last - 1).isdigit():
                    parted.add(id(a.draft))
            elif a.type in WORKS and s.kind not in _HEADS:
                bare.add(id(a.draft))
    for draft, forms in grown.items():
        alone = len(forms) == 1 and draft not in parted
        for name, places in forms.items():
            _rename(name, places, sentences, cast, alone=alone and not _has_namesake(places, knowledge))


def _has_namesake(places: Sequence[_Growth], knowledge: Knowledge) -> bool:
    """„Steinach im Kinzigtal und Steinach in Thüringen“: a sentence tells two towns of one name apart."""
    for s, argument, first, _ in places:
        if argument.type is not EntityType.MUNICIPALITY:
            continue
        others = (a for a in s.arguments if a.draft is argument.draft and a.first != first)
        for a in others:
            beside = a.last + 1 + (s.low_at(a.last + 1) in DEFINITE_ARTICLES)
            stretch = s.taken.get(beside)
            told = knowledge.region(s.text_at(beside)) or (stretch is not None and stretch.type in PLACES)
            if s.low_at(a.last) in _TELLS_APART and told:
                return True
    return False


def _rename(name: str, places: Sequence[_Growth], sentences: Sequence[Sentence], cast: Cast, *, alone: bool) -> None:
    """Give a thing its whole name, or the places where it stands to a thing of that name."""
    draft = places[0].argument.draft
    if draft is None:
        return
    if not alone:
        draft = cast.thing(name, draft.type, draft.kind)
    elif draft.entry is not None:
        known, draft = draft, cast.unlisted(name, draft.type, draft.kind)
        cast.merge(known, draft, arguments_of(sentences))
    else:
        draft.names |= {draft.name, name}
        cast.alias(name, draft)
        draft.name = name
    for s, _, first, last in places:
        for i in range(first, last):
            inside = s.taken.get(i)
            if inside is not None and inside.draft is not None:
                inside.draft.mentions.discard((s.starts[inside.first], s.end_of(inside.last - 1)))
        cast.place(s, first, last, draft)


def _begin(s: Sentence, a: Argument, draft: Draft) -> int:
    """„das Haupt- und Personalamt Fulda“, „die CDU/CSU-Fraktion“: the first half of a noun before „und“ or a slash."""
    first = a.first
    if draft.type is not EntityType.ORGANISATION or draft.entry is not None or first < _HALF:
        return first
    half, link, noun = s.text_at(first - 2), s.low_at(first - 1), s.text_at(first)
    if link == "und" and half.endswith("-") and half[0].isupper() and first - 2 not in s.taken:
        # „das Land- und Amtsgericht Fulda“ are two courts
        parted = noun.endswith(("gericht", "gerichts")) or draft.name.startswith(half) or "-" in noun
        return first if parted or s.low_at(first - 3) in {"und", ","} else first - 2
    glued = s.end_of(first - 2) == s.starts[first - 1] and s.end_of(first - 1) == s.starts[first]
    return first - 2 if link == "/" and glued and "-" in noun and half.isupper() else first


def _end(s: Sentence, a: Argument, draft: Draft, knowledge: Knowledge) -> int:
    """End of the name that a place begins; the end of the place if it does not go on."""
    if draft.type is EntityType.MUNICIPALITY and draft.kind == "Municipality":
        return _end_of_town(s, a, knowledge)
    if a.last != a.first + 1 or a.last in s.taken:
        return a.last
    coined = ODD.search(s.text_at(a.first)) is not None
    if draft.type in WORKS and coined and _is_version(s, a.last):
        return a.last + 1
    if draft.type in WORKS and s.text_at(a.last) == "plus" and _closes_phrase(s, a.last + 1):
        return a.last + 1
    return a.last


def _closes_phrase(s: Sentence, i: int) -> bool:
    """„nutzt TerraWeb plus.“, „mit TerraWeb plus für alle“, but not „TerraWeb plus Schulung“: nothing is added here."""
    low = s.low_at(i)
    return not low or not low[0].isalnum() or low in PREPOSITIONS or low in AND_OR or low in AUXILIARIES


def _end_of_namesake(s: Sentence, a: Argument, entry: Entry, knowledge: Knowledge) -> int:
    """„Rothenbach am Ettersberg“ is not the village that the lexicon has; „Bonn am Rhein“ is Bonn."""
    if entry.type is not EntityType.MUNICIPALITY or entry.population >= _VILLAGE:
        return a.last
    end = _end_of_town(s, a, knowledge)
    beside = s.text_at(end - 1)
    told = beside in knowledge.words("rivers") or knowledge.region(beside)
    return a.last if told or s.text_at(a.first - 1) in {"bei", "nahe"} else end


def _is_version(s: Sentence, i: int) -> bool:
    """„GeoKat 3“, but not „nutzen GeoKat 3 Städte“, „GeoKat 3,5 Millionen“ and „am 3. Mai“."""
    text, following = s.text_at(i), s.text_at(i + 1)
    if s.low_at(i - 2) in _EDITIONS:
        return False
    if not text.isdigit() or len(text) > _LONGEST_NUMBER or i in s.dated:
        return False
    close = following in _COUNTED and s.starts[i + 1] == s.end_of(i) and i + 2 < len(s.tokens)
    return (
        not (close and following != ",") and following not in _COUNTED - {".", ",", "und"} and not NOUN.match(following)
    )


def _end_of_town(s: Sentence, a: Argument, knowledge: Knowledge) -> int:
    """„Rothenbach am Ettersberg“, „Neukirch an der Pulsnitz“: a town and the water or mountain that it lies at."""
    for words in _BESIDE:
        at = a.last + len(words)
        if tuple(s.lower[a.last : at]) == words and _is_landscape(s, at, knowledge):
            return at + 1 if words not in _LOOSE or knowledge.region(s.text_at(at)) else a.last
    return a.last


def _is_landscape(s: Sentence, i: int, knowledge: Knowledge) -> bool:
    """A word for a river, a mountain or a stretch of land, with nothing after it that it would describe."""
    text = s.text_at(i)
    other = s.taken.get(i)
    if not NOUN.match(text) or ODD.search(text) or NOUN.match(s.text_at(i + 1)) or i in s.dated:
        return False
    if other is not None and (other.type is not EntityType.MUNICIPALITY or other.last > i + 1):
        return False
    if text in knowledge.words("rivers") or knowledge.region(text):
        return True
    if text.lower().endswith(tuple(knowledge.words("address-endings"))):
        return False
    ends = (*knowledge.place_endings, *knowledge.words("water-endings"))
    unknown = not is_dictionary_word(text) and knowledge.head_noun(text) is None and knowledge.role_word(text) is None
    return unknown and (knowledge.is_no_word(text) or f"-{text.lower()}".endswith(ends))
