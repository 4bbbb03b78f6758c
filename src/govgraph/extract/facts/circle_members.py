"""Who joins or leaves a body that the sentences before told of: „Der Verband zählt 40 Mitglieder. Gera tritt bei“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.fitting import of_type
from govgraph.extract.state import WORKS
from govgraph.language.grammar import PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Draft, Sentence
    from govgraph.vocabulary import Frame

_THERE = frozenset({"auf", "bei", "in"})
_OF_SHE = frozenset({"der", "dieser", "einer"})
_TO = frozenset({"zu", "zum", "zur"})
_DATIVES = _OF_SHE | {"dem", "diesem", "einem"}


def circle_joined(s: Sentence, number: int, frame: Frame) -> Draft | None:
    """„Der Verband zählt 40 Mitglieder. Dataport tritt bei, Gera ist schon dabei“: the body whose members these are."""
    body = s.circle
    if body is None or frame.part != "verb" or any(d.type in WORKS for d in s.near) or names_whom(s, number):
        return None
    named = [a for a in s.arguments if a.clause <= number and not a.adjective]
    if (
        is_there(s, number)
        or any(a.draft is body or a.type in WORKS for a in named)
        or any(_is_joined(s, a, number, frame) for a in named)
        or not of_type(body, frame.object_types)
    ):
        return None
    return body if not frame.object_kinds or body.kind in frame.object_kinds or body.kind == "Organisation" else None


def _is_joined(s: Sentence, a: Argument, number: int, frame: Frame) -> bool:
    """„Jena tritt der KIV bei, Gera ist schon dabei“: a body that the clause before tells to have got members."""
    if a.clause >= number or a.head >= 0 or a.marker != "np" or s.low_at(a.first - 1) not in _DATIVES:
        return False
    behind = any(b.clause == a.clause and b.nominative and b.last < a.first for b in s.arguments)
    return behind and a.type is EntityType.ORGANISATION and a.draft is not None and of_type(a.draft, frame.object_types)


def is_there(s: Sentence, number: int) -> bool:
    """Whether a clause tells what somebody did where: „Dort war Dataport dabei“."""
    return any(a.clause == number and a.reference and a.marker in _THERE for a in s.arguments)


def belongs_elsewhere(s: Sentence, number: int) -> bool:
    """„Zur Metropolregion gehört auch Plön dazu“: whether „zu“ names what somebody belongs to."""
    inside = (i for i in s.clauses[number].tokens if s.lower[i] in _TO and i + 1 not in s.dated)
    return any(s.text_at(i + 1)[:1].isupper() or s.low_at(i + 1) in _DATIVES for i in inside)


def names_whom(s: Sentence, number: int) -> bool:
    """„tritt der Kooperation bei“, „tritt dem Pakt bei“: whether the verb has a dative that names no such body."""
    for i in s.clauses[number].tokens:
        if s.lower[i] not in _DATIVES or s.low_at(i - 1) in PREPOSITIONS:
            continue
        noun = i + 1 if s.text_at(i + 1)[:1].isupper() else i + 2
        if not s.text_at(noun)[:1].isupper():
            continue
        if s.lower[i] not in _OF_SHE:
            return True
        # „der Kooperation“ may be „der Kreis“ or hang on a noun
        if not s.text_at(i - 1)[:1].isupper() and not any(j in s.taken for j in (i + 1, noun, noun + 1)):
            return True
    return False
