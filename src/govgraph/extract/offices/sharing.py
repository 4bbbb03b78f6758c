"""Offices that several people have by one title: „Stellvertreter sind A von der Stadt Ulm und B vom krz“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.people.gender import is_neutral
from govgraph.language.grammar import COORDINATORS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import Argument, Draft, OfficeDraft, Sentence

_WITHIN = frozenset({"aus", "bei", "bracket", "gen", "in", "von"})
"""Markers of what may stand between two names of a list: where each comes from."""
_AND = COORDINATORS | {"sowie"}
_BOTH = frozenset({",", "und"})
_PLURAL_VERBS = frozenset({"sind", "waren", "werden", "wurden"})


LEADS = "leads"
"""Rule of those who lead something that has no name."""
_UNCHANGED = "er"
"""How titles of men end that are the same for several: „die Geschäftsführer“."""


def sharing(offices: Sequence[OfficeDraft], is_woman: Callable[[str], bool | None]) -> Iterator[OfficeDraft]:
    """The offices of those who stand in one list with the holder of an office whose title is a plural.

    Args:
        offices: What has been read.
        is_woman: Whether a name is that of a woman, by the first name.
    """
    held = {(id(o.person), o.role.name, id(o.body)) for o in offices}
    for o in offices:
        if o.rule == LEADS:
            for other in _who_lead_too(o):
                if (id(other), o.role.name, id(o.body)) not in held:
                    held.add((id(other), o.role.name, id(o.body)))
                    yield replace(o, person=other)
            continue
        if not (_is_plural(o) if o.how == "clause" else _is_of_both(o, is_woman)):
            continue
        for person in _listed(o) if o.how == "clause" else _right_before(o):
            key = (id(person.draft), o.role.name, id(o.body))
            if o.how == "apposition" and _has_another_title(o, person):
                continue
            if person.draft is not None and key not in held:
                held.add(key)
                o.role.holders.append(person.draft)
                yield replace(o, person=person.draft, rule="shared-title")


def _has_another_title(o: OfficeDraft, person: Argument) -> bool:
    """„Jens Ott, Kämmerer in Ulm, und Anna Weber, Geschäftsführer der KDO“: whether a title of his own stands there."""
    others = (a.role for a in o.sentence.arguments if a.role is not None and a.role is not o.role)
    return any(person.draft in role.holders for role in others)


def _who_lead_too(o: OfficeDraft) -> Iterator[Draft]:
    """„Zum 1. Mai übernehmen A und B gemeinsam die Geschäftsführung“: who leads with the person of an office."""
    s = o.sentence
    own = next((a for a in s.arguments if a.draft is o.person and a.nominative and not a.reference), None)
    for a in s.arguments if own is not None else ():
        together = own is not None and a is not own and a.group == own.group >= 0 and a.clause == own.clause
        if together and own is not None and a.type is EntityType.PERSON and a.draft is not None:
            left, right = sorted((own, a), key=lambda one: one.first)
            # „A, Präsidentin der AKDB, und B, der das LSI führt“
            titled = any(left.last <= b.first < right.first for b in s.arguments if b.role is not None)
            if not titled and s.text_at(right.last) != "," and "oder" not in s.lower[left.last : right.first]:
                yield a.draft


def _is_plural(o: OfficeDraft) -> bool:
    """Whether a title stands for several people, by its form or by the verb."""
    title = o.sentence.title(o.role)
    if title is None or o.role.plural or not 0 <= title.clause < len(o.sentence.clauses):
        return title is not None and o.role.plural
    if title.marker == "zu":
        # „zum Vertreter“, but „zu stellvertretenden Vorsitzenden“
        return o.sentence.low_at(title.first - 1) == "zu"
    return title.marker == "np" and not _PLURAL_VERBS.isdisjoint(o.sentence.clauses[title.clause].auxiliaries)


def _is_of_both(o: OfficeDraft, is_woman: Callable[[str], bool | None]) -> bool:
    """„Jens Ott und Anna Weber, Geschäftsführer der KDO“: a title of men right after a woman is that of both."""
    s, title = o.sentence, o.sentence.title(o.role)
    if o.how != "apposition" or title is None or o.role.feminine or is_neutral(o.role.name):
        return False
    if title.begin != title.first or not s.text_at(title.last - 1).endswith(_UNCHANGED):
        return False
    name = s.taken.get(title.first - 2)
    beside = s.text_at(title.first - 1) == "," and name is not None and name.draft is o.person
    return beside and is_woman(o.person.name) is True


def _right_before(o: OfficeDraft) -> Iterator[Argument]:
    """„Jens Ott und Anna Weber, Geschäftsführer der KDO“: who is named before the holder, with nothing between.

    Not „Jens Ott (BSI) und Anna Weber, …“, nor who follows the title.
    """
    s, title = o.sentence, o.sentence.title(o.role)
    own = s.taken.get(title.first - 2) if title is not None else None
    while own is not None:
        joint = s.low_at(own.first - 1)
        other = s.taken.get(own.first - 2) if joint in _BOTH else None
        if other is None or other.type is not EntityType.PERSON or other.reference or other.last != own.first - 1:
            return
        yield other
        own = other


def _listed(o: OfficeDraft) -> Iterator[Argument]:
    """The others of the list that holds the person of an office."""
    s = o.sentence
    people = sorted((a for a in s.arguments if a.type is EntityType.PERSON and not a.reference), key=lambda a: a.first)
    at = next((i for i, a in enumerate(people) if a.draft is o.person), -1)
    if at < 0:
        return
    for step in (1, -1):
        i = at
        while 0 <= i + step < len(people):
            left, right = sorted((people[i], people[i + step]), key=lambda a: a.first)
            if not _together(s, people[at].clause, people[i + step].clause) or not _joined(s, left, right):
                break
            i += step
            yield people[i]


def _together(s: Sentence, one: int, other: int) -> bool:
    """Whether two clauses are one, or the second no more than a further subject of its verb."""
    return one == other or (0 <= other < len(s.clauses) and s.clauses[other].kind == "gap")


def _joined(s: Sentence, left: Argument, right: Argument) -> bool:
    """Whether between two names stands no more than where the first comes from, and what joins them."""
    between = range(left.last, right.first)
    low = [s.lower[i] for i in between]
    if not low or not (low[-1] in _AND or low[-1] == "," or right.begin > left.last):
        return False
    if _AND.isdisjoint(low) and "," not in low:
        return False
    verbs = {at for clause in s.clauses for _, at, _ in clause.lemmas}
    inside = [a for a in s.arguments if left.last <= a.first and a.last <= right.first and not a.reference]
    # „A, CIO in Ulm, und B“: a title of the first may stand between, and none right before the second
    titled = any(a.role is not None and a.last == right.first for a in inside)
    return not titled and verbs.isdisjoint(between) and all(a.role is not None or a.marker in _WITHIN for a in inside)
