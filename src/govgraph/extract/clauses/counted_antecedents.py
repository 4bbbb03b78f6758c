"""Relative clauses of things that are counted: „eine der Städte, die …“, „gehört zu den Städten, die …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, PLACES
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Sentence

_ORDINALS = frozenset({
    "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "siebente", "achte", "neunte", "zehnte", "elfte",
    "zwölfte",
})  # fmt: skip
"""Numbers of those that others came before."""
_BELONGING_LEMMAS = frozenset({"gehören", "zählen"})
_OF_ONE = frozenset({"dem", "der", "dieser", "einem", "einer"})
_ONE_OF = frozenset({"eine", "einer", "eines"})
_TWO = 2


def those_counted(s: Sentence, before: list[Argument], start: int) -> list[Argument] | None:
    """Those of whom a relative clause of counted things speaks; None where it speaks of none.

    Empty where it speaks of such things and nobody is named who is one of them.
    """
    among = _those_among(s, before, start)
    if among:
        return among
    one = _place_of_one(s, before, start)
    if one < 0:
        return None
    # „Ulm ist eine von drei Städten in Bayern, die …“: neither the Land nor whatever else stands before
    number = s.clause_of[one]
    named = [a for a in before if a.clause == number and a.last < one and a.nominative]
    return [a for a in named if a.group == named[0].group]


def _those_among(s: Sentence, before: list[Argument], start: int) -> list[Argument]:
    """„A und B gehören zu den Städten, die …“, „A zählt mit B zu den Ersten, die …“: those of whom that is said."""
    i = _counted_noun(before, start)
    if i < 0 or i in s.taken or not s.tokens[i].text[0].isupper():
        return []
    while (
        i > 0
        and s.low_at(i - 1) not in PREPOSITIONS
        and (s.tokens[i - 1].text[0].islower() or s.text_at(i - 1).isdigit())
    ):
        i -= 1
    if s.low_at(i - 1) != "zu" or s.lower[i] in _OF_ONE:
        return []
    clause = s.clauses[s.clause_of[i]]
    if _BELONGING_LEMMAS.isdisjoint(clause.verbs) or "nicht" in s.lower[max(0, i - _TWO) : i]:
        return []
    inside = [a for a in before if a.clause == s.clause_of[i] and a.last < i and a.marker in {"np", "mit"}]
    subjects = [a for a in inside if a.nominative and a.type in BODY_TYPES]
    if not subjects:
        return _to_come(s, i - 1, start)
    companions = {a.group for a in inside if a.marker == "mit" and a.type in BODY_TYPES and a.head < 0}
    return [a for a in inside if a.group == subjects[0].group or a.group in companions]


def _counted_noun(before: list[Argument], start: int) -> int:
    """The noun right before a relative clause, but for a place: „Kreisen in Hessen, die …“."""
    last = before[-1] if before else None
    placed = last is not None and last.last == start and last.type in PLACES and last.marker in {"in", "aus"}
    return last.head if placed and last is not None else start - 1


def _place_of_one(s: Sentence, before: list[Argument], start: int) -> int:
    """„A ist einer von sieben Kreisen in Hessen, die …“: where „einer“ stands, with the noun right before; else -1."""
    noun = _counted_noun(before, start)
    if noun < 0 or noun in s.taken or not s.tokens[noun].text[0].isupper():
        return -1
    i = noun - 1
    while i > 0 and (s.tokens[i].text[0].islower() or s.tokens[i].text.isdigit()) and s.lower[i] not in _ONE_OF:
        i -= 1
    clause = s.clauses[s.clause_of[i]]
    copula = any(AUXILIARIES.get(low) == "sein" for low in clause.auxiliaries)
    return i if copula and s.lower[i] in _ONE_OF and s.low_at(i + 1) in {"der", "von"} else -1


def _to_come(s: Sentence, opening: int, start: int) -> list[Argument]:
    """„Zu den Städten, die …, zählen A und B“: those of whom that is said stand after the relative clause."""
    number = s.clause_of[opening]
    tokens = s.clauses[number].tokens
    if tokens[0] != opening or any(s.lower[i] in {"nicht", "kaum"} for i in tokens):
        return []
    named = [a for a in s.arguments if a.clause == number and a.first > start and a.nominative and not a.reference]
    return [a for a in named if a.type in BODY_TYPES and a.group == named[0].group]


def next_in_a_row(s: Sentence, before: list[Argument], start: int) -> Argument | None:
    """„Nach Celle und Peine ist Gera die dritte Stadt, die …“: who comes after those with „nach“."""
    if not is_counted(s, start) or all(a.marker != "nach" or a.head >= 0 for a in before):
        return None
    number = s.clause_of[start - 1]
    clause = s.clauses[number]
    if [lemma for lemma, _, _ in clause.lemmas] != ["sein"]:
        return None
    earlier = {a.group for a in before if a.marker == "nach" and a.head < 0}
    named = [a for a in before if a.clause == number and a.nominative and a.type in PLACES and a.group not in earlier]
    return named[0] if len(named) == 1 else None


def is_counted(s: Sentence, start: int) -> bool:
    """„die dritte Stadt,“ before a relative clause: a noun that a number counts."""
    the = s.low_at(start - 3) in DETERMINERS
    return the and s.text_at(start - 1)[:1].isupper() and s.low_at(start - 2).rstrip("rs") in _ORDINALS
