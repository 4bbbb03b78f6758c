"""Going without a word for where: „CIO X musste gehen“, „Amtsleiter X ist gegangen“, „CIO X hat gekündigt“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES
from govgraph.language.grammar import PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Clause, Sentence

_HAD_TO = frozenset({"musste", "mussten"})
_NOT_AWAY = frozenset(
    {
        "anders", "dass", "davon", "ein", "eine", "einen", "es", "gut", "hervor", "kein", "keine", "keinen", "leer",
        "nicht", "nie", "schief", "so", "um", "voran", "weit", "weiter", "wie",
    }
)  # fmt: skip
"""Words by which „gehen“ tells of no leaving: „ist zu weit gegangen“, „ist leer ausgegangen“."""
_STATED = frozenset({"gen", "von", "bei", "in"})
"""Markers of a body that tells whose title somebody has, or where it happens."""


def has_had_to(clause: Clause) -> bool:
    """„musste gehen“: told of the past, though the verb is an infinitive."""
    return any(word in _HAD_TO for word in clause.auxiliaries)


def goes_for_good(s: Sentence, clause: Clause) -> bool:
    """Whether a clause names only who goes, where that is and when: not „X ist nach Ulm gegangen“."""
    phrases = {i for a in s.arguments if a.begin >= 0 and _is_who_or_where(a) for i in range(a.begin, a.first)}
    for i in clause.tokens:
        a = s.taken.get(i)
        if i in s.dated or i in phrases or not s.tokens[i].text[0].isalnum():
            continue
        if a is None:
            low = s.lower[i]
            if s.tokens[i].text[0].isupper() and i > min(clause.tokens):
                return False
            if low in _NOT_AWAY or (low in PREPOSITIONS and not _leads_to_body(s, i)):
                return False
        elif not _is_who_or_where(a):
            return False
    return any(a.type is EntityType.PERSON and a.nominative and a.first in clause.tokens for a in s.arguments)


def _is_who_or_where(a: Argument) -> bool:
    if a.role is not None or a.type is EntityType.PERSON or a.adjective:
        return True
    return a.type in BODY_TYPES and a.marker in _STATED


def _leads_to_body(s: Sentence, i: int) -> bool:
    """Whether a preposition begins the phrase of a body, or a date."""
    after = next((s.taken[j] for j in range(i + 1, i + 4) if j in s.taken), None)
    return i + 1 in s.dated or i + 2 in s.dated or (after is not None and after.type in BODY_TYPES)
