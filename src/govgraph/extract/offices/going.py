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
        "anders", "dass", "davon", "ein", "eine", "eher", "einen", "es", "früh", "früher", "gut", "hervor", "kein",
        "keine", "keinen", "kurz", "leer", "nicht", "nie", "pünktlich", "rasch", "schief", "schnell", "so", "spät",
        "später", "um", "voran", "weit", "weiter", "wie",
    }
)  # fmt: skip
"""Words by which „gehen“ tells of no leaving: „ist zu weit gegangen“, „musste früher gehen“."""
_NEVER = frozenset({"nie", "niemals", "keineswegs"})
_APART = frozenset({"ab", "auf", "aus", "weg", "zurück"})
"""Particles of verbs for leaving that stand at the end: „trat nicht zurück“."""
_TO_WHERE = frozenset({"aus", "in", "nach", "vom", "von", "zu", "zum", "zur"})
_BECAUSE = frozenset({"da", "denn", "weil"})
_SO_LONG = frozenset({"bereits", "damals", "erst", "gerade", "noch", "schon", "seit"})
"""Adverbs of how long somebody had been in office then: „war erst zwei Jahre im Amt“."""
_SPANS = frozenset({"Jahre", "Jahren", "Jahrzehnte", "Monate"})
_NO_MORE = frozenset({"länger", "mehr"})
_POSTS = frozenset({"Amt", "Dienst", "Haus"})
_WAS = frozenset({"wurde", "wurden"})
_IS = frozenset({"ist", "sind", "war", "waren"})
_IF = frozenset({"falls", "ob", "sobald", "sofern", "wenn"})
_OPEN = frozenset({"bis", "dass", "solange"})
"""What opens a clause of which another tells whether it is so: „dass sie nicht mehr im Amt ist, stimmt nicht“."""
_YET_TO_COME = frozenset(
    {"ab", "ablauf", "bald", "demnächst", "künftig", "kommenden", "nächsten", "nächstem", "spätestens"}
)
_FROM = frozenset({"aus"})
_REST = "Ruhestand"
_BACK = "zurück"
_NOT_THROWN = frozenset({"beinahe", "fast", "hätte", "hätten", "nicht", "nie", "niemals"})
_STATED = frozenset({"gen", "von", "bei", "in"})
"""Markers of a body that tells whose title somebody has, or where it happens."""


def has_had_to(clause: Clause) -> bool:
    """„musste gehen“: told of the past, though the verb is an infinitive."""
    return any(word in _HAD_TO for word in clause.auxiliaries)


def stays(s: Sentence, clause: Clause) -> bool:
    """„ist nicht zurückgetreten“, „trat nicht ab“, „ist nie gegangen“: not „ist nicht freiwillig gegangen“."""
    verbs = {at for _, at, _ in clause.lemmas}
    for i in clause.tokens:
        if s.lower[i] in _NEVER:
            return True
        if s.lower[i] == "nicht":
            after = s.low_at(i + 1)
            if i + 1 in verbs or after in _APART | _TO_WHERE or not after[:1].isalnum():
                return True
    return False


def goes_home(s: Sentence, clause: Clause, calls: frozenset[str]) -> bool:
    """„musste gehen, weil ein Termin rief“: a clause that hangs on it says what for.

    Args:
        s: The sentence.
        clause: The clause of who goes.
        calls: Nouns for what somebody leaves a meeting for.
    """
    reasons = (c for c in s.clauses if c.opener in _BECAUSE and c.tokens and min(c.tokens) > max(clause.tokens))
    return any(s.tokens[i].text in calls for c in reasons for i in c.tokens)


def is_from_there(s: Sentence, body: Argument) -> bool:
    """„CDO Ute Kern aus Weimar“: a body that says where somebody is from, and not what is left."""
    before = s.taken.get(body.first - 2)
    return s.low_at(body.first - 1) == "aus" and before is not None and before.type is EntityType.PERSON


def goes_for_good(s: Sentence, clause: Clause) -> bool:
    """Whether a clause names only who goes, where that is and when: not „X ist nach Ulm gegangen“."""
    phrases = {i for a in s.arguments if a.begin >= 0 and _is_who_or_where(s, a) for i in range(a.begin, a.first)}
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
        elif not _is_who_or_where(s, a):
            return False
    return any(a.type is EntityType.PERSON and a.nominative and a.first in clause.tokens for a in s.arguments)


def _is_who_or_where(s: Sentence, a: Argument) -> bool:
    if a.role is not None or a.type is EntityType.PERSON or a.adjective:
        return True
    return a.type in BODY_TYPES and (a.marker in _STATED or is_from_there(s, a))


def _leads_to_body(s: Sentence, i: int) -> bool:
    """Whether a preposition begins the phrase of a body, or a date."""
    after = next((s.taken[j] for j in range(i + 1, i + 4) if j in s.taken), None)
    return i + 1 in s.dated or i + 2 in s.dated or (after is not None and after.type in BODY_TYPES)


def is_out_of_office(s: Sentence, clause: Clause) -> bool:
    """„ist seit Februar nicht mehr im Amt“, „ist nicht länger im Haus“, „war 22 Jahre im Amt“.

    Not „ist bald nicht mehr im Amt“, „sei nicht mehr im Amt“, „wenn sie nicht mehr im Amt ist“, „nicht länger als A“.
    """
    if clause.verbs != {"sein"}:
        return False
    if "war" in clause.auxiliaries and _SO_LONG.isdisjoint(s.lower[i] for i in clause.tokens):
        posts = [i for i in clause.tokens if s.text_at(i) in _POSTS and s.low_at(i - 1) == "im"]
        return bool(posts) and any(s.text_at(i) in _SPANS and i < posts[0] for i in clause.tokens)
    if _IS.isdisjoint(clause.auxiliaries) or not _is_told(s, clause):
        return False
    if clause.opener in _OPEN or not _YET_TO_COME.isdisjoint(clause.words):
        return False
    return any(
        s.lower[i] == "nicht"
        and s.low_at(i + 1) in _NO_MORE
        and s.low_at(i + 2) == "im"
        and s.text_at(i + 3) in _POSTS
        and s.low_at(i + 4) != "als"
        for i in clause.tokens
    )


def is_no_more(s: Sentence, clause: Clause) -> bool:
    """„X ist nicht mehr Präsident des LSI“, „X ist im Ruhestand“."""
    if clause.verbs != {"sein"} or "ist" not in clause.auxiliaries or not _is_told(s, clause):
        return False
    resting = any(s.tokens[i].text == _REST and s.low_at(i - 1) == "im" for i in clause.tokens)
    title = any(a.role is not None and a.first in clause.tokens for a in s.arguments)
    no_more = any(s.lower[i] == "nicht" and s.low_at(i + 1) in _NO_MORE for i in clause.tokens)
    return no_more if title and not resting else resting and "nicht" not in clause.words


def _is_told(s: Sentence, clause: Clause) -> bool:
    """Whether a clause is no question, and opened by nothing that leaves open whether it is so."""
    return s.tokens[-1].text != "?" and clause.opener not in _IF


def comes_back(s: Sentence, i: int) -> bool:
    """„aus der Industrie in die Beratung“, „nach dem Studium ins Ausland“, „in die Schweiz, um dort zu lernen“.

    What is left is no office then, or not for good. So it is where the sentence goes on with „und kehrte zurück“.
    """
    before = {s.lower[j] for j in range(i) if s.lower[j] in _FROM and s.text_at(j + 1) and j not in s.taken}
    behind = s.low_at(i + 1) in PREPOSITIONS or "um" in s.lower[i + 1 :]
    return bool(before) or behind or any(word.startswith(_BACK) for word in s.lower[i + 1 :])


def is_seen_off(clause: Clause) -> bool:
    """„ist in den Ruhestand verabschiedet worden“, „wurde am Freitag verabschiedet“: told of what has been."""
    past = not _WAS.isdisjoint(clause.auxiliaries) or "ist" in clause.auxiliaries
    return "verabschieden" in clause.verbs and "werden" in clause.verbs and past


def throws_in_the_towel(s: Sentence, clause: Clause) -> bool:
    """„Als Ministerin A das Handtuch warf“."""
    thrown = "werfen" in clause.verbs and any(s.tokens[i].text == "Handtuch" for i in clause.tokens)
    return thrown and _is_told(s, clause) and _NOT_THROWN.isdisjoint((*clause.words, *clause.auxiliaries))
