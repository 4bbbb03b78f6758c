"""„Die Stadt Ulm und wir testen X“, „wir und der Kreis Plön“: names that share their place with „wir“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Sentence

_JOINED = 4000
"""From which number on things that are joined to a pronoun are counted."""
_AND = frozenset({"und", "sowie"})


def beside_us(s: Sentence, we: Argument) -> None:
    """Give „wir“ and the names that „und“ joins to it one place in the clause."""
    if we.marker != "np" or "n" not in we.cases:
        return
    before = s.taken.get(we.first - 2) if s.low_at(we.first - 1) in _AND else None
    after = s.taken.get(we.first + 2) if s.low_at(we.first + 1) in _AND else None
    if after is None and s.low_at(we.first + 1) in _AND:
        after = next((a for a in s.arguments if a.begin == we.first + 2), None)
    for named in (before, after):
        if named is None or not _acts(named) or named.draft is we.draft:
            continue
        group = named.group if named.group >= 0 else _JOINED + we.first
        for a in (we, named, *(b for b in s.arguments if b.group == named.group >= 0)):
            a.group, a.cases = group, "n"


def _acts(named: Argument) -> bool:
    """Whether a name may be the subject: „Neben der Stadt Ulm und uns“ names none."""
    return named.type in BODY_TYPES and named.nominative and named.head < 0 and not named.adjective
