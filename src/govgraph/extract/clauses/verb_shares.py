"""Which names of a clause with several verbs go with which: „Er hat das Amt A aufgebaut und die E-Akte eingeführt“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, WORKS
from govgraph.language.grammar import AND, AUXILIARIES, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    if len(clause.lemmas) < _TWO:
        return own
    verbs = sorted(i for _, i, participle in clause.lemmas if participle)
    if verbs and at not in verbs:
        return _before_next_predicate(s, clause, at, own)
    if len(verbs) < _TWO or at not in verbs:
        return own
    other = any(a.marker == "np" and a.draft is not None and verbs[0] < a.first < at for a in own)
    thing = _made_before(s, clause, verbs[0], own) if other else None
    return [a for a in own if a is not thing and not _of_a_later_verb(s, a, at, verbs)]


def _before_next_predicate(s: Sentence, clause: Clause, at: int, own: Sequence[Argument]) -> Sequence[Argument]:
    """„arbeiten zusammen und haben mit X ein Team gegründet“: nothing behind „und haben“ goes with the first verb."""
    end = clause.tokens[-1]
    parting = next((i for i in range(at + 1, end) if s.lower[i] in AND and s.lower[i + 1] in AUXILIARIES), -1)
    return own if parting < 0 else [a for a in own if a.first < parting]


def earlier_particle(s: Sentence, particles: Iterable[int], last: int) -> str:
    """„stellt die App X vor und die App Y ein“: the particle before „und“ and a noun of the closing one."""
    for i in particles:
        own = range(i + 2, last)
        if s.low_at(i + 1) in AND and s.lower[i] != s.lower[last] and any(s.tokens[j].upper for j in own):
            return s.lower[i]
    return ""


def twin_verbs(clause: Clause) -> list[tuple[str, int]]:
    """The verbs that one finite verb makes with two particles: „vorstellen“ and „einstellen“."""
    finite = [(lemma, i) for lemma, i, participle in clause.lemmas if not participle]
    return [
        (lemma, i) for lemma, i in finite
        if any(i == j and not lemma.endswith(other) and not other.endswith(lemma) for other, j in finite)
    ]  # fmt: skip


def of_particle(s: Sentence, clause: Clause, verb: tuple[str, int], own: Sequence[Argument]) -> Sequence[Argument]:
    """What goes with a verb of two particles: works before the first particle with that, those behind it not.

    Args:
        s: The sentence.
        clause: The clause.
        verb: The verb and its token.
        own: Arguments of the clause.
    """
    lemma, at = verb
    if len(clause.lemmas) < _TWO or verb not in twin_verbs(clause):
        return own
    places = {s.lower[i]: i for i in clause.tokens if i > at and i not in s.taken}
    ends = {name: next((i for low, i in places.items() if name.startswith(low)), -1) for name, _ in twin_verbs(clause)}
    first = min(ends.values())
    if first < 0:
        return own
    return [a for a in own if a.type not in WORKS or (a.first < first) == (ends[lemma] == first)]


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
