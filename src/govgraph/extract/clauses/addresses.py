"""Names that only call somebody: „Frau Kolb, der CIO des Landes warnt …“, „Wo sitzen Sie, Herr Harms?“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.verb_places import finite_places, verb_places
from govgraph.language.grammar import COORDINATORS
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.state import Argument, Sentence

ADDRESS = "address"
"""Marker of a name that calls somebody and fills no slot of its clause."""
_CALLING = frozenset({"Frau", "Herr"})
_DEGREES = frozenset({".", "-", "Dr", "Dr.", "Prof", "Prof.", "Professor", "Professorin", "Doktor", "h", "c", "habil"})
_OPENING = frozenset(
    {"aber", "also", "doch", "geehrte", "geehrter", "ja", "liebe", "lieber", "nein", "nun", "sehr", "und"}
    | {"*", "**", "–", "-", ",", "„", "»"}
)
"""What may stand before a name that is called."""
_STOPS = frozenset({",", "?", "!", ":", ".", "–", "-", "…"})
_TITLES = 5
"""Most words between „Herr“ and a name: „Herr Prof. Dr. Weber“, „Herr Staatssekretär Weber“."""
_REACH = 24
"""How late the last name may come by which a sentence calls somebody before it tells or asks."""
YOU = frozenset({"Sie", "Ihnen", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Ihres"})
"""Words for whoever is called."""


def addressed(s: Sentence) -> Iterator[Argument]:
    """The names by which a sentence calls somebody, in order."""
    people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference]
    if people and any(token.text in _CALLING for token in s.tokens):
        yield from (a for a in people if is_address(s, a))


def opens_with_name(s: Sentence) -> bool:
    """„Frau Kolb, Sie leiten das Amt.“: whether somebody is called before anything is told or asked."""
    people = [a for a in s.arguments if a.type is EntityType.PERSON and s.text_at(a.last) == ","]
    return any((start := _calling(s, a)) >= 0 and _at_head(s, start) for a in people)


def is_address(s: Sentence, a: Argument) -> bool:
    """Whether a name only calls somebody: at the head of a sentence, or between commas in a question."""
    start = _calling(s, a)
    if start < 0 or s.text_at(a.last) not in _STOPS | {""}:
        # „Herr Weber hat …“; „Frau Kolb und Herr Kahl, …“ call two
        return start >= 0 and _calls_two(s, start, a)
    if _at_head(s, start):
        return _is_called(s, a) if s.kind is not BlockKind.QUESTION else not _is_told_of(s, a)
    if s.text_at(start - 1) != ",":
        return False
    if s.kind is not BlockKind.QUESTION:
        # „Der CIO ist dagegen, Herr Weber.“
        plain = start - 2 not in s.taken and s.text_at(start - 2)[:1].islower()
        return plain and s.low_at(a.last) in {".", "?", "!"} and not _acts(s, a)
    before = s.taken.get(start - 2)
    if before is not None and before.role is not None:
        # „Ihr Minister, Herr Baier, hat …“
        return False
    return s.text_at(a.last) != "," or not s.text_at(start - 2)[:1].isupper() or s.text_at(start - 2) in YOU


def _calling(s: Sentence, a: Argument) -> int:
    """Where „Herr“ or „Frau“ stands before a name, past degrees and titles; -1 without."""
    for i in range(a.first, max(-1, a.first - _TITLES), -1):
        if s.tokens[i].text in _CALLING:
            return i
        title = s.taken.get(i)
        if i < a.first and s.tokens[i].text not in _DEGREES and (title is None or title.role is None):
            return -1
    return -1


def _at_head(s: Sentence, start: int) -> bool:
    """Whether nothing but a label or small words stands before: „Amt & Netz: Frau Kolb, …“, „Und nun, Herr Kahl, …“."""
    if start > _REACH:
        return False
    label = next((i + 1 for i in range(start) if s.tokens[i].text == ":"), 0)
    return all(s.lower[i] in _OPENING or _is_called_before(s, i) for i in range(label, start))


def _is_called_before(s: Sentence, i: int) -> bool:
    """„Frau Kolb, Herr Kahl, …“: whether a word belongs to another name that is called."""
    taken = s.taken.get(i)
    return s.tokens[i].text in _CALLING | _DEGREES or (taken is not None and taken.type is EntityType.PERSON)


def _calls_two(s: Sentence, start: int, a: Argument) -> bool:
    """„Frau Kolb und Herr Kahl, was …“: the first of two who are called together."""
    if s.kind is not BlockKind.QUESTION or s.low_at(a.last) not in COORDINATORS or not _at_head(s, start):
        return False
    after = next((b for b in s.arguments if b.first > a.last and b.type is EntityType.PERSON), None)
    return after is not None and _calling(s, after) == a.last + 1 and s.text_at(after.last) in _STOPS


def _is_called(s: Sentence, a: Argument) -> bool:
    """„Herr Weber, der Minister hat Sie gelobt.“, and not „Herr Weber, der Leiter des Amts, sagte …“."""
    if s.text_at(a.last) != "," or a.last + 1 in s.relatives:
        return False
    if s.tokens[-1].text != "?" and _acts(s, a):
        # „Frau Weber, Sie sind CIO.“: the name says who
        return False
    return _has_you(s, a) or (_verb_after(s, a) >= 0 and not _is_closed(s, a))


def _is_told_of(s: Sentence, a: Argument) -> bool:
    """„Herr Weber, der Leiter des Amts, sagt etwas anderes.“: a name with an apposition, in what is asked."""
    if s.text_at(a.last) != "," or _has_you(s, a) or not _is_closed(s, a):
        return False
    verb = _verb_after(s, a)
    return not any(b.type is EntityType.PERSON and a.last < b.first < verb for b in s.arguments)


def _acts(s: Sentence, a: Argument) -> bool:
    """„Frau Weber, Sie sind CIO.“, „Seit Mai leiten Sie das Amt, Frau Weber.“: whether „Sie“ is the subject."""
    verbs = finite_places(s)
    you = [i for i, token in enumerate(s.tokens) if token.text == "Sie"]
    return any(i == a.last + 1 or i - 1 in verbs or i + 1 in verbs for i in you if _is_plural(s, i))


def _is_plural(s: Sentence, i: int) -> bool:
    """Whether a word beside „Sie“ may be the verb of a polite address: „sind Sie“, „leiten Sie“."""
    return any(low.endswith("en") or low == "sind" for low in (s.low_at(i - 1), s.low_at(i + 1)))


def _has_you(s: Sentence, a: Argument) -> bool:
    return any(token.text in YOU for token in s.tokens[a.last + 1 :])


def _verb_after(s: Sentence, a: Argument) -> int:
    """The first finite verb after a name, or -1."""
    return min((i for i in verb_places(s) if i > a.last), default=-1)


def _is_closed(s: Sentence, a: Argument) -> bool:
    """Whether a comma after the one behind a name stands right before the verb: „…, der Leiter des Amts, sagte“."""
    verb = _verb_after(s, a)
    return verb > a.last + 2 and s.tokens[verb - 1].text in {",", "–"}


def head_of(s: Sentence) -> int:
    """The first word of what a sentence asks or tells, past a label, a name that is called, and „Und“, „Aber“."""
    i = next((n + 1 for n in range(min(_TITLES, len(s.tokens))) if s.tokens[n].text == ":"), 0)
    called = list(addressed(s))
    while i < len(s.tokens) - 1:
        address = next((a for a in called if _calling(s, a) == i), None)
        if address is not None:
            i = address.last
        elif s.tokens[i].text[0].isalpha() and s.lower[i] not in _OPENING:
            break
        else:
            i += 1
    return min(i, len(s.tokens) - 1)
