"""Bodies whose adjective says whose they are: „die landeseigene Gesellschaft X“, „X, der städtische Dienstleister“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import FactDraft, only_one
from govgraph.language.grammar import CONTRACTED_CASES, DETERMINERS
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Argument, Draft, Sentence

_OF_LAND, _OF_BUND, _OF_TOWN = "State", "Federation", "Municipality"
_OWNERS = {
    "bundeseigen": _OF_BUND,
    "landeseigen": _OF_LAND,
    "kreiseigen": _OF_TOWN,
    "stadteigen": _OF_TOWN,
    "städtisch": _OF_TOWN,
}
"""How such adjectives begin, and what kind of owner they tell of."""
_FORMER = ("ehemals", "früher", "einst", "vormals", "ehemalig")
_FAR = 4
"""How many words of an apposition may hold the adjective."""
_CONFIDENCE = 0.75
_RULE = "owner-adjective"


def owned_by_adjective(sentences: Sequence[Sentence], home: Draft | None) -> Iterator[FactDraft]:
    """Part of its Land, of the Bund or of its town is a body that an adjective says to be theirs.

    Args:
        sentences: The article.
        home: Land that the article is about.
    """
    places = (a.draft for s in sentences for a in s.arguments if a.type is EntityType.JURISDICTION)
    named = list(dict.fromkeys(draft for draft in places if draft is not None))
    for s in sentences:
        for a in s.arguments:
            body = a.draft
            if body is None or a.type is not EntityType.ORGANISATION or a.reference or a.adjective:
                continue
            kind = _adjective(s, a)
            owner = _owner(s, a, kind, (named, home)) if kind else None
            if owner is not None and owner is not body:
                yield FactDraft(body, Predicate.PART_OF, owner, Modality.ASSERTED, _CONFIDENCE, s, _RULE, s.speaker)


def _adjective(s: Sentence, a: Argument) -> str:
    """Kind of owner that an adjective before a name, or in the apposition after it, tells of; empty if none does."""
    words = s.lower[max(a.begin, 0) : a.first]
    start = a.last
    if s.text_at(start) == "(":
        start = next((i + 1 for i in range(start, min(start + _FAR, len(s.tokens))) if s.text_at(i) == ")"), start)
    if s.text_at(start) == "," and (s.low_at(start + 1) in DETERMINERS or s.low_at(start + 1) in CONTRACTED_CASES):
        for i in range(start + 2, min(start + 2 + _FAR, len(s.tokens))):
            if not s.text_at(i)[:1].islower():
                break
            words = [*words, s.lower[i]]
    if any(word.startswith(_FORMER) for word in words):
        return ""
    return next((kind for word in words for stem, kind in _OWNERS.items() if word.startswith(stem)), "")


def _owner(s: Sentence, a: Argument, kind: str, known: tuple[Sequence[Draft], Draft | None]) -> Draft | None:
    """Who such an owner is: of Länder that of the body, or else that of the article; of towns the one named with it."""
    named, home = known
    if kind == _OF_BUND:
        return only_one(d for d in named if d.kind == _OF_BUND)
    if kind == _OF_TOWN:
        return only_one(b.draft for b in s.arguments if b.type is EntityType.MUNICIPALITY and b.draft is not None)
    entry = None if a.draft is None else a.draft.entry
    if entry is not None and len(entry.jurisdictions) == 1:
        own = (d for d in named if d.entry is not None and d.entry.iri == entry.jurisdictions[0])
        return next((d for d in own if d.kind == _OF_LAND), None)
    return home if entry is None and home is not None and home.kind == _OF_LAND else None
