"""What the clause around a pronoun tells of it: its verbs, what has been done, and the noun a possessive belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import AUXILIARIES, DETERMINERS, MODALS, PREPOSITIONS, PROADVERBS

if TYPE_CHECKING:
    from govgraph.extract.state import Clause, Sentence

_OF_BODIES = frozenset({"beschäftigt", "gegründet", "mitarbeiter", "mitarbeitende", "sitz", "sitzt"})
"""Words that say of „es“ that it is a body."""


def clause_at(s: Sentence, i: int) -> Clause:
    """The clause that holds a token."""
    return s.clauses[s.clause_of[i]]


def verbs_of(s: Sentence, clause: Clause) -> list[int]:
    """Tokens of the clause that are verbs, auxiliaries and modals included."""
    found = {i for _, i, _ in clause.lemmas}
    found |= {i for i in clause.tokens if s.lower[i] in AUXILIARIES or s.lower[i] in MODALS}
    return sorted(i for i in found if s.tokens[i].text.islower() or i == clause.tokens[0])


def opens(s: Sentence, i: int) -> bool:
    """Whether token `i` begins its sentence or what is quoted, so that its capital says nothing."""
    return i == 0 or s.tokens[i - 1].text in {"„", ":", "–", "»"}


def after_colon(s: Sentence, i: int) -> int:
    """Index of the token after the last colon before token `i`; 0 if there is none."""
    return next((j + 1 for j in range(i - 1, 0, -1) if s.tokens[j].text == ":"), 0)


def is_singular(s: Sentence, i: int) -> bool:
    """Whether the finite verb of the clause that holds token `i` is singular."""
    clause = clause_at(s, i)
    forms = [s.lower[j] for _, j, participle in clause.lemmas if not participle]
    forms += [s.lower[j] for j in clause.tokens if s.lower[j] in MODALS or s.lower[j] in AUXILIARIES]
    return any(not w.endswith("n") and w not in {"sind", "seien"} for w in forms)


def is_done(clause: Clause, i: int) -> bool:
    """Whether token `i` is the participle of a clause: „Bezahlt hat es …“."""
    return any(at == i and participle for _, at, participle in clause.lemmas)


def opens_done(s: Sentence, clause: Clause, i: int) -> bool:
    """„Bezahlt hat sie …“: whether a main clause opens with its participle, before token `i`."""
    first = next((j for j in clause.tokens if s.tokens[j].text[0].isalnum()), i)
    return clause.kind == "main" and first < i and is_done(clause, first)


def tells_done(s: Sentence, clause: Clause, i: int) -> bool:
    """„Umgesetzt hat das Dataport“: whether „das“ follows what has been done, and no clause tells what it is."""
    first = clause.tokens[0]
    opens = s.lower[first] == "möglich" or any(done and at <= first + 1 for _, at, done in clause.lemmas)
    return clause.kind == "main" and opens and i > first and s.tokens[-1].text not in {":", "?"}


def just_goes(s: Sentence, clause: Clause) -> bool:
    """„Er geht Ende September“: nothing but a time is said of whoever goes; a portal „geht im Mai online“."""
    verbs = {at for _, at, _ in clause.lemmas}
    words = [i for i in clause.tokens if s.tokens[i].text[0].isalnum() and i not in verbs]
    told = [i for i in words if i in s.dated]
    return clause.verbs == {"gehen"} and bool(told) and len(words) - len(told) == 1


def tells_of_body(s: Sentence) -> bool:
    """„Es wird vom Land gefördert und hat seinen Sitz in Ulm“: whether a sentence says what only a body has."""
    return not _OF_BODIES.isdisjoint(s.lower)


_OWN_MAKE = frozenset({"selbst", "selber", "einst", "bislang", "bisher"})
"""Adverbs that may stand before the participle of a noun."""


def noun_after(s: Sentence, i: int) -> int:
    """Index of the noun whose possessive token `i` is; adjectives may stand between. -1 if there is none."""
    for j in range(i + 1, min(i + 5, len(s.tokens))):
        text, low = s.tokens[j].text, s.lower[j]
        if j in s.taken and not s.taken[j].adjective:
            return s.taken[j].last - 1
        if text[0].isupper():
            return j
        if low in _OWN_MAKE and s.low_at(j + 1)[-1:] in "enrms":
            # „unser selbst gebautes Portal“
            continue
        if (
            low in PREPOSITIONS
            or low in DETERMINERS
            or low in PROADVERBS
            or text[-1] not in "enrms"
            or not text[0].isalpha()
        ):
            return -1
    return -1
