"""Commas that part no clauses: those of lists, and those around a title inside a relative clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import PREPOSITIONS, RELATIVES

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

_MARKS = frozenset({",", ";", ":", "–", "—", "(", ")", "„", "“"})


def inserted_commas(s: Sentence, verbs: list[str]) -> set[int]:
    """Commas around a title inside a relative clause: „, in dem Anna Weber, Präsidentin des BVA, den Vorsitz führt“."""
    if not any(low in RELATIVES for low in s.lower):
        return set()
    commas: set[int] = set()
    for a in s.arguments:
        if a.role is None or s.text_at(a.begin - 1) != ",":
            continue
        opening, close = a.begin - 1, a.last
        while close < len(s.tokens) and s.tokens[close].text not in _MARKS:
            close += 1
        start = next((i for i in range(opening - 1, -1, -1) if s.tokens[i].text in _MARKS), -1)
        first = start + 2 if s.low_at(start + 1) in PREPOSITIONS else start + 1
        person = s.taken.get(opening - 1)
        if (
            s.text_at(start) == s.text_at(close) == ","
            and s.low_at(first) in RELATIVES
            and first not in s.taken
            and person is not None
            and person.first > first
            and not any(verbs[start:close])
        ):
            commas |= {opening, close}
    return commas


def list_commas(s: Sentence) -> set[int]:
    """Commas between coordinated names: „zu dem sich A, B und C zusammengeschlossen haben“ is one clause."""
    commas: set[int] = set()
    before = None
    for a in sorted(s.arguments, key=lambda x: x.first):
        if a.adjective:
            continue
        if before is not None and a.group == before.group and s.tokens[a.begin - 1].text == ",":
            commas.update(i for i in range(before.last, a.begin) if s.tokens[i].text == ",")
        before = a
    return commas
