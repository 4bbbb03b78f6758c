"""Bodies that somebody leads or sits on in another one: „leitet an der Hochschule das Institut für Verwaltung“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BOARDS, FactDraft, facts_by_sentence, only_one
from govgraph.language.grammar import AND_OR
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from govgraph.extract.state import Argument, Draft, Sentence

_CONFIDENCE = 0.6
_RULE = "unit-in-body"
_INSIDE = frozenset({"bei", "in"})
_AT = frozenset({"an", "bei", "in"})
_ACADEMIC = frozenset({"ResearchInstitute", "University"})
_OWN = frozenset(
    {"Association", "Company", "Government", "Ministry", "Parliament", "Party", "PublicCompany", "University"}
)
"""Kinds of body that are no part of another because somebody leads them there."""
_NO_HOUSE = frozenset({"Department", "Parliament", *BOARDS})
"""Kinds of body that name the head of a unit that is none of their own."""
_UNITS = frozenset({"Cert", "Department"})
"""Kinds of body that belong to another even if they are known."""
_GROUP = "fraktion"
"""End of the names of groups that are no part of where they sit."""
_MARKS = frozenset({",", "–", "—", ";", ":"})
_WHERE = "wo"


def led_inside(sentences: Sequence[Sentence], facts: Sequence[FactDraft], verbs: Set[str]) -> Iterator[FactDraft]:
    """Such bodies with the one that they are part of.

    Args:
        sentences: The article.
        facts: What it states: who leads and who sits on what.
        verbs: Lemmas of verbs by which a body appoints somebody.
    """
    by_sentence = facts_by_sentence(facts)
    known = {(id(f.subject), id(f.object)) for f in facts if f.predicate is Predicate.PART_OF}
    for s in sentences:
        told = {id(f.subject) for f in by_sentence[id(s)] if f.predicate is Predicate.PART_OF}
        for led in dict.fromkeys(f.object for f in by_sentence[id(s)] if _is_led(f) and id(f.object) not in told):
            for part in (a for a in s.arguments if a.draft is led and not a.adjective and not a.reference):
                house = _house(s, part) or _where(s, part) or _appointing(s, part, verbs)
                if house is None or house is led or (id(led), id(house)) in known:
                    continue
                known.add((id(led), id(house)))
                yield FactDraft(led, Predicate.PART_OF, house, Modality.ASSERTED, _CONFIDENCE, s, _RULE)


def _is_led(fact: FactDraft) -> bool:
    """Whether a fact says that somebody leads or sits on a body that may be part of another."""
    body = fact.object
    if fact.subject.type is not EntityType.PERSON or body.type is not EntityType.ORGANISATION:
        return False
    if body.kind in _OWN or body.name.lower().endswith(_GROUP) or (body.entry is not None and body.kind not in _UNITS):
        return False
    sits = fact.predicate is Predicate.MEMBER_OF and body.kind in BOARDS and body.entry is None
    return fact.predicate is Predicate.CHAIRS or sits


def _house(s: Sentence, part: Argument) -> Draft | None:
    """„an der Hochschule das Institut X“, „in der KDO den Vorsitz der Versammlung“: the one body of the clause."""
    inside = [a for a in s.arguments if a.clause == part.clause and _may_have(s, a, part) and _together(s, a, part)]
    return only_one(a.draft for a in inside if a.head < 0 and a.marker in _ways(a))


def _together(s: Sentence, a: Argument, part: Argument) -> bool:
    """Not „Anna Weber, zuvor beim BSI, leitet das Referat X“, „lehrt an der Hochschule und sitzt im Beirat X“."""
    first, last = sorted((a, part), key=lambda x: x.first)
    between = range(first.last, last.begin)
    return all(s.tokens[i].text not in _MARKS and (s.lower[i] not in AND_OR or i in s.taken) for i in between)


def _where(s: Sentence, part: Argument) -> Draft | None:
    """„wechselte zum BSI, wo er das Referat X übernahm“: the body right before the clause."""
    if not 0 <= part.clause < len(s.clauses) or s.clauses[part.clause].opener != _WHERE:
        return None
    first = s.clauses[part.clause].tokens[0]
    before = s.taken.get(first - 1 - (s.text_at(first - 1) == ")"))
    named = before.bracket if before is not None and before.bracket is not None else before
    return named.draft if named is not None and _may_have(s, named, part) else None


def _appointing(s: Sentence, part: Argument, verbs: Set[str]) -> Draft | None:
    """„Der Landkreistag hat A zum Leiter der Abteilung X berufen“: who gives the post has the unit."""
    if part.marker != "gen" or not 0 <= part.clause < len(s.clauses):
        return None
    title = s.taken.get(part.head)
    if title is None or title.role is None or title.marker not in {"als", "zu"}:
        return None
    if verbs.isdisjoint(s.clauses[part.clause].verbs):
        return None
    own = [a for a in s.arguments if a.clause == part.clause and _may_have(s, a, part) and a.nominative]
    return only_one(a.draft for a in own) if own and own[0].cases == "n" else None


def _ways(a: Argument) -> Set[str]:
    return _AT if a.draft is not None and a.draft.kind in _ACADEMIC else _INSIDE


def _may_have(s: Sentence, a: Argument, part: Argument) -> bool:
    """Whether a body may be the house of a part that is named beside it."""
    if a.type is not EntityType.ORGANISATION or a.draft is None or a.draft is part.draft or a.adjective:
        return False
    if a.reference and s.low_at(a.first - 1) == "von":
        # „kam von dort und führt nun das Amt X“
        return False
    return a.draft.kind not in _NO_HOUSE and a.group != part.group and a.bracket is None
