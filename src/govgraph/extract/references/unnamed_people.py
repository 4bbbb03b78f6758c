"""„Ihre Schwester arbeitet in Kiel“, „Der Mentor kam aus Jena“: people without names whom „sie“ or „er“ may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

_OF_WOMEN = frozenset(
    {"deren", "dessen", "die", "eine", "einer", "ihre", "ihrer", "meine", "meiner", "seine", "seiner", "unsere"}
)
_OF_MEN = frozenset(
    {
        "dem", "den", "der", "deren", "dessen", "ein", "einem", "einen", "ihr", "ihrem", "ihren", "mein", "meinem",
        "meinen", "sein", "seinem", "seinen", "unser",
    }
)  # fmt: skip
_OPENING = _OF_WOMEN | _OF_MEN
_AGAIN = frozenset({"dem", "den", "der", "die"})
_WOMAN = ("frau", "in")
"""How nouns for a woman end."""
_BEING = frozenset({"bleiben", "sein", "werden"})
_SHORTEST = 5


def unnamed_people(s: Sentence, people: frozenset[str], trades: frozenset[str]) -> set[str]:
    """The genders, „f“ and „m“, of people whom a sentence speaks of by a noun that no name goes with.

    Args:
        s: The sentence.
        people: Nouns for somebody of somebody's: „Schwester“, „Mentor“.
        trades: Nouns that with „der“ and „die“ go back to somebody named: „Die Juristin“.
    """
    found: set[str] = set()
    for i, token in enumerate(s.tokens):
        if not token.upper or not _may_be_somebody(s, i):
            continue
        text = token.text
        told = i in s.taken or text in people
        womans = len(text) >= _SHORTEST and text.endswith(_WOMAN)
        if not (told or womans):
            continue
        opening = i - 1 if s.low_at(i - 1) in _OPENING else i - 2 if s.low_at(i - 2) in _OPENING else -1
        if opening < 0 or _says_who_somebody_is(s, i, opening):
            continue
        if text in trades and s.low_at(opening) in _AGAIN:
            continue
        if s.low_at(opening) in _OF_WOMEN and (told or womans):
            found.add("f")
        if s.low_at(opening) in _OF_MEN and told and not text.endswith(_WOMAN):
            found.add("m")
    return found


def _may_be_somebody(s: Sentence, i: int) -> bool:
    """Whether a noun is no name, or a title that nobody named has."""
    taken = s.taken.get(i)
    return taken is None or (taken.role is not None and not (taken.role.holders or taken.role.plural))


def _says_who_somebody_is(s: Sentence, i: int, opening: int) -> bool:
    """„Sie ist die Leiterin“, „A, die Leiterin, …“: whether a noun only says who somebody is."""
    before = s.taken.get(opening - 2)
    if s.text_at(opening - 1) == "," and before is not None and before.type is EntityType.PERSON:
        return True
    if not s.clauses:
        return False
    number = s.clause_of[i]
    lemmas = s.clauses[number].verbs
    named = (a for a in s.arguments if a.type is EntityType.PERSON and a.clause == number and a.nominative)
    return bool(lemmas) and lemmas <= _BEING and any(a.first < i for a in named)
