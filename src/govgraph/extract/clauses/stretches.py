"""Stretches of a sentence between marks, and at „und“ where both sides have a verb: clauses are made of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.clauses.commas import (
    apposed_commas,
    inserted_commas,
    interrupted_commas,
    list_commas,
    noun_commas,
    resumed_commas,
)
from govgraph.extract.clauses.ellipsis import gap_after_and, gap_after_last_verb
from govgraph.extract.clauses.marks import BREAKS, FINITE, closes
from govgraph.language.grammar import AUXILIARY_LEMMAS, MODALS, PREPOSITIONS, RELATIVES

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

_GOVERNED = frozenset({"an", "aus", "bei", "für", "mit", "von", "zwischen"})
_PAIR = 2
_OPENING_MARKS = {"(": ")", "„": "“", "»": "«"}


def stretches(s: Sentence, verbs: list[str], subordinators: frozenset[str]) -> list[tuple[int, int]]:
    """Stretches between marks, cut once more at „und“ where both sides have a finite verb."""
    cuts = [0]
    quiet = (
        _quiet_brackets(s, verbs)
        | list_commas(s, verbs)
        | inserted_commas(s, verbs)
        | resumed_commas(s, verbs)
        | apposed_commas(s, verbs, subordinators)
        | interrupted_commas(s, verbs, subordinators)
        | noun_commas(s, verbs, subordinators)
    )
    for i, token in enumerate(s.tokens):
        if token.text in BREAKS and i > 0 and i not in s.taken and i not in quiet:
            cuts.append(i)
    cuts.append(len(s.tokens))
    joining = _between_governed(s, verbs)
    out = []
    for a, b in pairwise(cuts):
        if a == b:
            continue
        begin = a
        for i in range(a + 1, b):
            if s.lower[i] in {"und", "oder", "aber", "doch", "sondern"} and i not in s.taken and i not in joining:
                left = any(v in FINITE for v in verbs[begin:i]) or (
                    _waited_for(verbs, begin, i) and not _closes_relative(s, verbs, begin, b)
                )
                end = next((j for j in range(i + 1, b) if s.lower[j] in {"und", "oder"} and j not in joining), b)
                right = any(v == "fin" or _finite_auxiliary(s, j, verbs, begin) for j, v in enumerate(verbs[i:end], i))
                gap = left and not right and (gap_after_and(s, begin, i, b) or _gap_after_last(s, verbs, (begin, i, b)))
                if left and (right or gap):
                    out.append((begin, i))
                    begin = i
        out.append((begin, b))
    return out


def _finite_auxiliary(s: Sentence, j: int, verbs: list[str], begin: int) -> bool:
    """„sollen A und B angeschlossen werden“: an auxiliary that closes a bracket opened before is an infinitive."""
    if verbs[j] != "aux":
        return False
    if s.lower[j] not in AUXILIARY_LEMMAS or verbs[j - 1] not in {"part", "inf", "fin"} or not closes(s, j):
        return True
    opened = [k for k in range(begin, j) if s.lower[k] in MODALS or s.lower[k] in {"wird", "werden", "würde"}]
    return not opened


def _quiet_brackets(s: Sentence, verbs: list[str]) -> set[int]:
    """Marks of brackets and quotation marks without a finite verb inside: they part no clauses."""
    quiet: set[int] = set()
    for i, token in enumerate(s.tokens):
        close = _OPENING_MARKS.get(token.text)
        if close is None:
            continue
        end = next((j for j in range(i + 1, len(s.tokens)) if s.tokens[j].text == close), -1)
        if end > 0 and not any(v in FINITE for v in verbs[i:end]):
            quiet |= set(range(i, end + 1))
    return quiet


def _between_governed(s: Sentence, verbs: list[str]) -> set[int]:
    """„…, die in Halle sitzt und von Ulm und Aalen getragen wird“: „und“ between names that one preposition governs."""
    if s.lower.count("und") < _PAIR:
        return set()
    found = set()
    governed = sorted((a for a in s.arguments if a.marker in _GOVERNED and not a.adjective), key=lambda a: a.first)
    for one, other in pairwise(governed):
        joined = one.group == other.group and other.begin == one.last + 1 and s.low_at(one.last) == "und"
        if joined and s.low_at(other.begin) not in PREPOSITIONS and verbs[min(other.last, len(verbs) - 1)] == "part":
            found.add(one.last)
    return found


def _gap_after_last(s: Sentence, verbs: list[str], span: tuple[int, int, int]) -> bool:
    """Whether „und“ follows the last verb of a subordinate clause, and after it stands a clause without its verb."""
    begin, at, end = span
    return verbs[at - 1] in FINITE and not any(verbs[at:end]) and gap_after_last_verb(s, begin, at, end)


def _waited_for(verbs: list[str], begin: int, end: int) -> bool:
    """„hat das Portal, ein Altsystem, abgeschaltet und arbeitet …“: a participle that a verb before waits for."""
    own = [v for v in verbs[begin:end] if v]
    return own == ["part"] and next((v for v in reversed(verbs[:begin]) if v), "") == "aux"


def _closes_relative(s: Sentence, verbs: list[str], begin: int, end: int) -> bool:
    """„…, der X vorgelegt und Y verlangt hat“: what opens with a relative pronoun waits for the verb that closes it."""
    first = begin + 1 + (s.low_at(begin + 1) in PREPOSITIONS)
    last = next((i for i in range(end - 1, begin, -1) if s.tokens[i].text[0].isalnum()), begin)
    return s.text_at(begin) == "," and s.low_at(first) in RELATIVES and verbs[last] in FINITE
