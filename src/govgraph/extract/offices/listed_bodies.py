"""The body that a list names after a title: „Timo Ranft, Fachbereichsleiter IT, Stadt Ulm; …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Draft, Sentence

_LONGEST_FIELD = 5
"""Most words of a field after a title: „Leiterin Digitalisierung und Organisation“."""
_OPENING = frozenset({",", "(", "–", "—"})
"""Marks between a name and its title."""
_ENDS = frozenset({"", ";", ".", ")", "|", "/", "→"})
_AFTER = _ENDS | {",", "("}
_JOINING = frozenset({",", "und", "sowie"})
_OF_CONTACT = frozenset({"Tel", "Telefon", "E-Mail", "Mail", "Mobil", "Fon"})
_STREETS = ("straße", "allee", "platz", "weg", "ring", "gasse", "ufer", "damm")


def listed_body(s: Sentence, title: Argument | None, person: Draft) -> Draft | None:
    """The body between the comma after a title and the end of an entry, of one whose name stands before the title.

    What goes on with anything but the next entry is no list: „sagt Anna Weber, CIO, Hessen sei weiter“.
    """
    start = _phrase_start(s, title) if title is not None else 0
    mark = s.text_at(start - 1)
    if title is None or mark not in _OPENING:
        return None
    before = s.taken.get(start - 2)
    if before is None or before.draft is not person:
        return None
    if s.text_at(title.last) == "(":
        # „Ina Rost, Direktorin (Städtetag Hessen), …“
        within = next((a for a in s.arguments if title.last + 1 in {a.begin, a.first} and a.type in BODY_TYPES), None)
        if within is not None and s.text_at(within.last) == ")" and not within.adjective and not within.reference:
            return within.draft
    bodies = [a for a in s.arguments if a.type in BODY_TYPES and not a.adjective]
    beside = next((a for a in bodies if title.last in {a.begin, a.first}), None)
    if beside is not None and beside.marker == "np" and not beside.reference:
        # „Ina Rost (CIO Stadt Ulm)“, „Ina Rost, CIO Stadt Ulm,“
        return beside.draft if s.text_at(beside.last) in _AFTER else None
    if s.text_at(title.first - 1) == "(":
        return None
    comma = _field_end(s, title.last)
    if comma < 0:
        return None
    body = next((a for a in bodies if a.begin == comma + 1), None)
    if body is None or body.reference or body.marker != "np":
        return None
    return body.draft if _ends_entry(s, body.last) else None


def _phrase_start(s: Sentence, title: Argument) -> int:
    """Where the adjective before a title begins: „Geschäftsführender Direktor“, „neue Abteilungsleiterin“."""
    word = s.tokens[title.first - 1] if title.first else None
    if word is None or title.first - 1 in s.taken or not word.text.endswith(("e", "er")):
        return title.first
    capital = word.upper and s.text_at(title.first - 2) in _OPENING and word.text[:-1].lower().endswith(("e", "ende"))
    return title.first - 1 if word.inflected or capital else title.first


def _field_end(s: Sentence, i: int) -> int:
    """Index of the comma after a title and the bare field that may follow it, or -1."""
    for j in range(i, min(i + _LONGEST_FIELD, len(s.tokens))):
        text = s.tokens[j].text
        if text == ",":
            return j
        taken = s.taken.get(j)
        named = taken is not None and (taken.type is EntityType.PERSON or taken.type in BODY_TYPES)
        if named or not (text[0].isupper() or text in {"und", "&"}):
            return -1
    return -1


def _ends_entry(s: Sentence, i: int) -> bool:
    """Whether an entry of a list ends before a token: with the list, or before the next name or an address."""
    text = s.text_at(i)
    if text in _ENDS or s.text_at(i + 1) == ":":
        # „Direktor, Städtetag Mitglieder: …“ begins another entry
        return True
    if text not in _JOINING:
        return False
    if text == "," and s.text_at(i + 1) in _JOINING:
        i += 1
    following = s.taken.get(i + 1)
    if following is not None and following.type is EntityType.PERSON:
        return True
    word = s.text_at(i + 1)
    return word in _OF_CONTACT or word.lower().endswith(_STREETS) or s.text_at(i + 2).lower().endswith(_STREETS)
