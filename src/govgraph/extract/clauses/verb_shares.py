"""Which names of a clause with several verbs go with which: „Er hat das Amt A aufgebaut und die E-Akte eingeführt“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES
from govgraph.language.grammar import AND, AUXILIARIES, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Argument, Clause, Sentence

_TWO = 2
_NEAR = 3
"""How many words before a noun its preposition stands."""
_DOERS = frozenset({"er", "ich", "man", "sie", "wir"})
_LINKS = AND | {",", ";"}


def of_verb(s: Sentence, clause: Clause, at: int, own: Sequence[Argument]) -> Sequence[Argument]:
    """The arguments of a clause that may go with its participle at token `at`, if it has several.

    What stands behind a first participle and „und“ goes with the next one. What stands right before the first one,
    where somebody else is the subject, is its object, and does not do what the next one says of another object.

    Args:
        s: The sentence.
        clause: The clause.
        at: Token of the verb.
        own: Arguments of the clause.
    """
    verbs = sorted(i for _, i, participle in clause.lemmas if participle)
    if len(verbs) < _TWO or at not in verbs:
        return own
    other = any(a.marker == "np" and a.draft is not None and verbs[0] < a.first < at for a in own)
    thing = _made_before(s, clause, verbs[0], own) if other else None
    return [a for a in own if a is not thing and not _of_a_later_verb(s, a, at, verbs)]


def done_by_another(s: Sentence, clause: Clause, thing: Argument) -> bool:
    """„Er baute das Amt auf und führte …“: whether a pronoun before the verb does what `thing` does not."""
    verb = min((i for _, i, participle in clause.lemmas if not participle), default=-1)
    front = clause.tokens[0] if clause.tokens else -1
    other = verb == front + 1 and thing.first > verb and thing.type in BODY_TYPES
    return other and s.lower[front] in _DOERS


def _of_a_later_verb(s: Sentence, a: Argument, at: int, verbs: Sequence[int]) -> bool:
    """„hat ein Amt aufgebaut und die E-Akte eingeführt“: the E-Akte was not built up."""
    if a.marker != "np" or a.first < at or not any(a.last <= i for i in verbs if i > at):
        return False
    return any(s.lower[i] in _LINKS for i in range(at + 1, a.first))


def _made_before(s: Sentence, clause: Clause, verb: int, own: Sequence[Argument]) -> Argument | None:
    """The body that the first participle of a clause is about, where its subject stands before it."""
    has = next((i for i in clause.tokens if AUXILIARIES.get(s.lower[i]) == "haben"), -1)
    if not 0 <= has < verb:
        return None
    inside = [a for a in own if a.marker == "np" and not a.adjective and has < a.first < verb and a.draft is not None]
    bodies = [a for a in inside if a.type in BODY_TYPES]
    if len(bodies) != 1 or bodies[0].group != inside[-1].group or "a" not in bodies[0].cases:
        return None
    body = bodies[0]
    if any(_is_object(s, i) for i in range(body.last, verb)):
        return None
    acting = any(
        a.last <= body.first
        and a.marker == "np"
        and "n" in a.cases
        and (a.role is not None or a.type is EntityType.PERSON)
        for a in own
    )
    front = [i for i in clause.tokens if i < body.first]
    return body if acting or any(s.lower[i] in _DOERS and i in {has - 1, has + 1} for i in front) else None


def _is_object(s: Sentence, i: int) -> bool:
    """Whether a noun without a preposition stands at a token."""
    noun = s.tokens[i].text[0].isupper() and i not in s.dated
    return noun and not any(s.low_at(j) in PREPOSITIONS for j in range(max(0, i - _NEAR), i))
