"""Participles with whoever does it before the main clause: „Von Ulm und Gera genutzt, gilt die App X als …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.marks import FINITE
from govgraph.extract.state import BODY_TYPES, WORKS, Argument, Clause
from govgraph.language.grammar import DETERMINERS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Sentence

_BY = frozenset({"von", "vom", "durch"})
_IF = frozenset({"falls", "ob", "sobald", "sofern", "solange", "soweit", "wenn"})
_FAR = 16
"""How many tokens such a phrase has at most."""


def part_front_participle(
    s: Sentence, verbs: list[str], clauses: list[Clause], may_be_done: Callable[[str], bool]
) -> None:
    """Make a participle phrase that opens a sentence a clause of its own.

    Args:
        s: The sentence.
        verbs: What each token is as a verb.
        clauses: Its clauses; the phrase is taken out of the main one.
        may_be_done: Tells whether a form may be a participle of the past.
    """
    end = _end_of_phrase(s, verbs, may_be_done)
    if end < 0 or clauses[0].kind != "main" or 0 not in clauses[0].tokens:
        return
    main = next((number for number, clause in enumerate(clauses) if end + 1 in clause.tokens), -1)
    if main == 0:
        clauses[0].tokens = [i for i in clauses[0].tokens if i >= end]
        clauses.append(Clause(range(end), "participle", "", 0))
    elif main > 0 and clauses[main].kind == "main" and len(clauses[0].tokens) == end:
        clauses[0].kind, clauses[0].parent, clauses[0].finite = "participle", main, False
        clauses[main].parent, clauses[main].joined = -1, False
    else:
        return
    verbs[0 if verbs[0] else end - 1] = "part"


def opened_argument(s: Sentence, number: int, building: frozenset[str]) -> None:
    """„Von Ulm genutzt, gilt die App X als …“: the participle is said of the subject of the main clause.

    Args:
        s: The sentence.
        number: Index of the clause of the participle.
        building: Lemmas of verbs for what is done to works alone: „Entwickelt von der AKDB, nutzt Ulm die App X“.
    """
    clause = s.clauses[number]
    above = [a for a in s.arguments if a.clause == clause.parent and a.nominative and a.head < 0 and not a.adjective]
    subject = min(above, key=lambda a: a.first, default=None)
    if subject is None or subject.draft is None:
        return
    said_of = [a for a in above if a.group == subject.group]
    if subject.type in BODY_TYPES and clause.verbs & building:
        works = [a for a in s.arguments if a.clause == clause.parent and a.type in WORKS and not a.adjective]
        said_of = works if len(works) == 1 and works[0].draft is not None else []
    for member in said_of:
        argument = Argument(0, 1, draft=member.draft, cases="n", begin=0, clause=number, reference=True)
        argument.group = 1000
        s.arguments.append(argument)


def _end_of_phrase(s: Sentence, verbs: Sequence[str], may_be_done: Callable[[str], bool]) -> int:
    """Index of the comma before the finite verb, or -1 where the sentence opens otherwise."""
    commas = (i for i in range(2, min(_FAR, len(s.tokens) - 2)) if s.tokens[i].text == "," and i not in s.taken)
    end = next((i for i in commas if verbs[i + 1] in FINITE), -1)
    done = [i for i in range(max(end, 0)) if verbs[i]]
    if len(done) != 1 or done[0] not in {0, end - 1} or done[0] in s.taken:
        return -1
    if verbs[done[0]] != "part" and not (verbs[done[0]] == "fin" and may_be_done(s.tokens[done[0]].text)):
        return -1
    by = next((i for i in range(end) if s.lower[i] in _BY), -1)
    if s.lower[0] in _IF:
        # „Falls vom Bund gefördert, führt Gera X ein“
        return -1
    return end if by >= 0 and (done[0] == 0 or _opens(s, by)) else -1


def _opens(s: Sentence, by: int) -> bool:
    """Whether no thing stands before who does it: „Seit 2019 von Ulm genutzt“, not „Die App X, von Ulm genutzt“."""
    things = (i in s.taken or s.tokens[i].text == "," or s.lower[i] in DETERMINERS for i in range(by))
    nouns = (s.tokens[i].upper and i not in s.dated for i in range(1, by))
    return not any(things) and not any(nouns)
