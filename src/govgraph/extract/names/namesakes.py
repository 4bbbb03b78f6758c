"""Names of the lexicon that mean another thing here: the strategy or portal of a town, „Serviceportal Lumo“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, PLACES, WORKS
from govgraph.language.grammar import DETERMINERS, UNCERTAIN
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.matcher import LexicalMatch
    from govgraph.extract.state import Sentence

_OWN = frozenset(
    {
        "ein", "eine", "einem", "einen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "sein", "seine", "seinem", "seinen",
        "seiner", "eigene", "eigenen", "eigenes",
    }
)  # fmt: skip
_ADJECTIVES = 3
"""How far before a noun its article is sought."""
_ALL_GERMAN = ("Deutsche ", "Deutscher ", "Deutsches ")
"""How names begin whose noun alone may be anybody's."""
_OPENING = frozenset({"„", "»", "«", "“", '"'})
_OF_ANYBODY = ("strategie", "agenda")
"""Nouns for what towns and Länder alike give themselves."""


class Namesakes:
    """Tells them apart by the words beside them.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge

    def calls_another(
        self, s: Sentence, match: LexicalMatch, known: Mapping[int, LexicalMatch], *, of_town: bool
    ) -> bool:
        """„das Serviceportal Lumo“ is a system of another name, and no „Serviceportal“ of the lexicon.

        Where the article is about a town, „die Digitalstrategie“ is that of the Land only if the Land is named with it.
        """
        first, last = s.token_range(match.start, match.end)
        if match.entries[0].type not in WORKS or last != first + 1 or last >= len(s.tokens):
            return False
        strategy = match.entries[0].type is EntityType.PROGRAMME and match.entries[0].jurisdictions
        own = of_town and s.tokens[first].low.endswith(_OF_ANYBODY)
        if strategy and (self._is_of_a_town(s, first, known) or (own and not self._is_of_a_land(s, first, known))):
            return True
        if self._is_owned_by_another(s, match, known):
            return True
        name = s.tokens[last].text
        if name in _OPENING:
            # „die Digitalstrategie „Ruhr vernetzt““
            return self.k.head_noun(s.tokens[first].text) is not None
        return (
            s.low_at(first - 1) in DETERMINERS
            and s.starts[last] not in known
            and name[0].isupper()
            and self.k.unknown_word(name)
            and self.k.head_noun(s.tokens[first].text) is not None
        )

    def is_only_wished_for(self, s: Sentence, match: LexicalMatch, known: Mapping[int, LexicalMatch]) -> bool:
        """„ein eigenes Digitalministerium fordern“: after „ein“ a house that there might be.

        With the Land behind it, it is one: „ein Innenministerium Hessen“.
        """
        first, last = s.token_range(match.start, match.end)
        if match.entries[0].kind != "Ministry" or last != first + 1 or match.compound:
            return False
        if last < len(s.starts) and s.starts[last] in known:
            return False
        at = first - 1
        while at > 0 and first - at < _ADJECTIVES and s.tokens[at].text.islower() and s.lower[at] not in UNCERTAIN:
            at -= 1
        return s.low_at(at) in UNCERTAIN and at >= 0

    def _is_owned_by_another(self, s: Sentence, match: LexicalMatch, known: Mapping[int, LexicalMatch]) -> bool:
        """„die Verwaltungscloud von Dataport“, „ihre Verwaltungscloud“: not the Deutsche Verwaltungscloud."""
        first, last = s.token_range(match.start, match.end)
        entry = match.entries[0]
        if match.compound or not entry.name.startswith(_ALL_GERMAN) or s.tokens[first].text == entry.name:
            return False
        if s.low_at(first - 1) in _OWN:
            return True
        if s.low_at(last) not in {"der", "des", "von"}:
            return False
        noun = s.text_at(last + 1)
        named = known.get(s.starts[last + 1]) if last + 1 < len(s.starts) else None
        if named is not None:
            owner = named.entries[0]
            return owner.type in BODY_TYPES and owner.kind != "Federation" and owner.iri not in entry.owners
        return noun in self.k.words("municipality-nouns") or noun in self.k.words("state-nouns")

    def is_towns_portal(self, s: Sentence, match: LexicalMatch, known: Mapping[int, LexicalMatch]) -> bool:
        """„Köln hat ihr neues Serviceportal …“, „das Serviceportal der Stadt“: not the one that the Land calls so."""
        first, last = s.token_range(match.start, match.end)
        entry = match.entries[0]
        if entry.type is not EntityType.SYSTEM or not entry.jurisdictions or last != first + 1:
            return False
        return s.tokens[first].text not in {e.name for e in match.entries} and self._is_of_a_town(s, first, known)

    def _is_of_a_town(self, s: Sentence, i: int, known: Mapping[int, LexicalMatch]) -> bool:
        """„die Digitalstrategie Kassel 2030“, „Kassel hat ihre Digitalstrategie …“: not the one of the Land."""
        following = known.get(s.starts[i + 1]) if i + 1 < len(s.starts) else None
        if following is not None and following.entries[0].type is EntityType.MUNICIPALITY:
            return True
        if s.low_at(i + 1) in {"der", "des"}:
            return s.text_at(i + 2) in self.k.words("municipality-nouns")
        if s.kind is BlockKind.TITLE and self._is_bare_in_title(s, i, known):
            return True
        step = i - 1
        while step > 0 and i - step < 3 and s.tokens[step].text[0].islower() and s.lower[step] not in DETERMINERS:
            # „ihr neues Serviceportal“
            step -= 1
        if s.low_at(step) not in _OWN:
            return False
        owners = [m.entries[0].type for at, m in known.items() if at < s.starts[i] and m.entries[0].type in PLACES]
        return bool(owners) and owners[-1] is EntityType.MUNICIPALITY

    @staticmethod
    def _is_bare_in_title(s: Sentence, i: int, known: Mapping[int, LexicalMatch]) -> bool:
        """„Gera startet Serviceportal“: any such thing, where a headline names a town before it and no Land."""
        if s.text_at(i - 1)[:1].isupper() or s.low_at(i - 1) in DETERMINERS:
            return False
        places = [(at, m.entries[0].type) for at, m in known.items() if m.entries[0].type in PLACES]
        towns = [at for at, kind in places if kind is EntityType.MUNICIPALITY]
        return len(towns) == len(places) and any(at < s.starts[i] for at in towns)

    def _is_of_a_land(self, s: Sentence, i: int, known: Mapping[int, LexicalMatch]) -> bool:
        """„die hessische Digitalstrategie“, „die Digitalstrategie des Landes“."""
        before = next((m for m in known.values() if m.end == s.starts[i] - 1), None)
        if before is not None and before.entries[0].type is EntityType.JURISDICTION:
            return True
        of = known.get(s.starts[i + 2]) if i + 2 < len(s.starts) else None
        named = of is not None and of.entries[0].type is EntityType.JURISDICTION
        return s.low_at(i + 1) in {"des", "von"} and (named or s.text_at(i + 2) in self.k.words("state-nouns"))
