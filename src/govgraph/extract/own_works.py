"""Laws and strategies that every Land may have: „Hessen hat ein Digitalgesetz beschlossen“ is not the Bavarian one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from govgraph.language.morphology import inflect_adjective
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.matcher import LexicalMatch
    from govgraph.vocabulary import Entry

_WORKS = frozenset({EntityType.LAW, EntityType.PROGRAMME, EntityType.DOCUMENT})
_SENTENCE_END = re.compile(r"[.!?:;][“\"]?\s+(?=[A-ZÄÖÜ„])|\n")
_FARTHEST = 200
"""Most code points of a sentence that are looked back through."""
_WORD = re.compile(r"[^\W\d_][\w-]*")
_BIG_CITY = "Berlin"
"""The name that mostly stands for a place, or for the Bund."""
_ABOVE = ("bund", "deutsch", "eu-", "europ", "national")
"""How words begin that speak of the Bund or the Union."""
_LIKE = frozenset({"als", "nach", "wie"})
_SHORT = 2
_INDEFINITE = re.compile(
    r"\b(?:k?ein|eine|einen|eines|einem|einer|(?:eigen|neu|erst)e[nrsm]?|ihre?[nrsm]?|seine?[nrsm]?)\s+$"
)
"""What stands before a work that is told of for the first time, or is that of who was named."""
_DECIDING = re.compile(r"\b(?:beschl(?:ie|oss|öss)|fortgeschrieben|verabschiede)")


class Owner(NamedTuple):
    """Whose a work is by its sentence.

    Attributes:
        land: The one Land that is named before it.
        own: Whether the work is told of as new, or as that of who was named: „ein Digitalgesetz“, „sein Digitalgesetz“.
        above: Whether the Bund or the Union is named before it.
        local: Whether a town decides on it: „Der Rat der Stadt Köln hat die Digitalstrategie beschlossen“.
    """

    land: Entry | None
    own: bool
    above: bool
    local: bool = False


class OwnWorks:
    """Tells whose a work is that the lexicon knows from one Land, or the Bund, and every other may have.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._forms = knowledge.words("works-of-any-land")
        self._councils = knowledge.words("town-councils") | knowledge.words("municipality-nouns")
        self._towns = knowledge.towns
        self._federation = frozenset(e.iri for e in knowledge.jurisdictions if e.kind == "Federation")
        self._lands: dict[str, Entry] = {}
        self._adjectives: dict[str, Entry] = {}
        for land in knowledge.jurisdictions:
            if land.kind != "State" or land.name == _BIG_CITY:
                continue
            inflected = [form for stem in land.adjectives for form in inflect_adjective(stem)]
            self._adjectives.update((form.lower(), land) for form in (f"{land.name}s", *land.invariants, *inflected))
            self._lands.update((name.lower(), land) for name in (land.name, *land.abbreviations) if len(name) > _SHORT)
        self._lands |= self._adjectives

    def is_one(self, match: LexicalMatch, surface: str) -> bool:
        """Whether a match may be the work of any Land: „Datenstrategie“, „des Digitalgesetzes“."""
        if match.entries[0].type not in _WORKS or match.form != "name":
            return False
        return any(form in self._forms for form in (surface, surface.removesuffix("s"), surface.removesuffix("es")))

    def owner(self, text: str, match: LexicalMatch) -> Owner:
        """Whose a work is by the words before it in its sentence; a Land that is compared with owns nothing."""
        start = max(0, match.start - _FARTHEST)
        for end in _SENTENCE_END.finditer(text, start, match.start):
            start = end.end()
        words = [word.lower() for word in _WORD.findall(text, start, match.start)]
        named = [self._lands[w] for n, w in enumerate(words) if w in self._lands and not _compared(words, n)]
        lands = {land.iri: land for land in named}
        own = _INDEFINITE.search(text, max(start, match.start - 30), match.start) is not None
        if words and words[-1] in self._adjectives:
            # „das Sächsische Digitalgesetz“, „Hessens Digitalgesetz“
            return Owner(self._adjectives[words[-1]], own=True, above=False)
        land = next(iter(lands.values())) if len(lands) == 1 else None
        above = any(word.startswith(_ABOVE) for word in words)
        local = not lands and not above and self._is_decided_in_town(text, start, match)
        return Owner(land, own, above, local)

    def _is_decided_in_town(self, text: str, start: int, match: LexicalMatch) -> bool:
        """Whether a sentence tells of a town that decides on a work, which is then its own."""
        words = _WORD.findall(text, start, match.start)
        if not any(word.removesuffix("s") in self._councils or word in self._towns for word in words):
            return False
        end = _SENTENCE_END.search(text, match.end)
        return _DECIDING.search(text, start, len(text) if end is None else end.start()) is not None

    def is_federal(self, entry: Entry) -> bool:
        """Whether a work is that of the Bund."""
        return not self._federation.isdisjoint(entry.jurisdictions)


def _compared(words: Sequence[str], n: int) -> bool:
    """„Wie Bayern hat Sachsen …“, „Wie schon in Bayern …“."""
    return not _LIKE.isdisjoint(words[max(0, n - 3) : n])
