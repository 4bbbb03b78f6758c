"""Two nouns with one verb: „Die Leitung liegt in Kiel, der Betrieb bei Dataport“; to each belongs what is beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import DETERMINERS

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Sentence
    from govgraph.vocabulary import Frame

_LOOSE = "!"
_IN = "in"
_INTO = frozenset({"in", "ins"})
_PARTING = frozenset({",", ";"})


def of_other_noun(s: Sentence, a: Argument, frame: Frame, at: int) -> bool:
    """Whether a name belongs to another noun of the clause than the one that evokes a frame.

    Not in „In Kiel liegt der Betrieb“; „in Betrieb“ is no noun for who runs something.

    Args:
        s: The sentence.
        a: The name.
        frame: The frame.
        at: Token of the noun that evokes it.
    """
    if frame.part != "noun" or a.marker + _LOOSE not in frame.subject_markers:
        return False
    if a.marker == _IN and (s.low_at(at - 1) in _INTO or s.low_at(at - 2) in _INTO):
        return True
    if a.last <= at:
        return not _PARTING.isdisjoint(s.lower[a.last : at]) and _has_own(s, a, at)
    comma = next((i for i in range(a.begin - 1, at, -1) if s.lower[i] in _PARTING), -1)
    if comma < 0 or s.low_at(comma + 1) not in DETERMINERS:
        return False
    between = range(comma + 2, a.begin - 1)
    noun = a.begin - 1
    return s.text_at(noun)[:1].isupper() and all(s.text_at(i)[:1].islower() and i not in s.taken for i in between)


def _has_own(s: Sentence, a: Argument, at: int) -> bool:
    """Whether the noun at a token has somebody of its own behind it: „in Kiel, der Betrieb bei Dataport“."""
    return any(b.clause == a.clause and b.draft is not None and b.begin == at + 1 for b in s.arguments)
