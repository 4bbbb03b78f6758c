"""Facts that follow from the offices of an article: chairs, members of organs and successions.

`chairs_of` is asked while the sentences are read and again by `implied_facts`, once every office is known; `turns_of`
before and after the latter, as it adds chairs. `chairs_left` and `chairs_begun` come last: they mend facts by offices.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.facts.ranker import RULE
from govgraph.extract.state import FactDraft, modality_of
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import OfficeDraft, Sentence

_CHAIRING = ("vorsitzender", "präsident", "vorsitz", "sprecher des vorstands")
_LEADING = ("leiter", "direktor", "geschäftsführer", "verbandsvorsteher", "chef", "vorsteher", "intendant")
_NOT_CHAIRING = ("abteilungspräsident", "regierungspräsident")
_NOT_LEADING = ("ministerialdirektor", "regierungsdirektor", "verwaltungsdirektor")
_OF_A_UNIT = re.compile(r"(.+?)s?(?:leiter|(?:vize)?präsident)$")
"""Titles that say what somebody heads."""
_WHOLE = frozenset({"ehren", "gründung", "land", "bund", "gesamt", "interim", "-", "co-"})
"""First parts of titles that name no unit."""
_CHAIRED = frozenset(
    {
        "MunicipalUnion",
        "Committee",
        "Commission",
        "Association",
        "Agency",
        "ServiceProvider",
        "Organisation",
        "Parliament",
    }
)
_LED = frozenset({"Agency", "Cert", "Committee", "Department", "Organisation", "ResearchInstitute", "WorkingGroup"})
"""Kinds of which it is worth saying who leads them; whoever did once is seldom told for its own sake."""
_UNITS = frozenset({"Department", "WorkingGroup"})
"""Kinds of which even a head of division is the head."""
_HOLDING = frozenset({Status.CURRENT, Status.NEW, Status.ACTING, Status.DESIGNATED})
_PAIR = 2
_GAP = 3
"""Fewer characters than this stand between two sentences of a paragraph."""
_BOARD_MEMBER = "https://w3id.org/govgraph/id/role/vorstand"
_BOARD_NOUNS = frozenset({"Vorstand", "Vorstands", "Vorstandes"})
_INTO_OR_IN = frozenset({"im", "in", "ins", "den", "dem", "des", "zum"})
_BEFORE_LAST = ("vorvorgänger", "vor-vorgänger")
_LONG_AGO = "alt-"


def implied_facts(
    offices: Sequence[OfficeDraft], below: tuple[str, ...], told: Sequence[FactDraft] = ()
) -> Iterator[FactDraft]:
    """Facts that an article's offices imply.

    Args:
        offices: Offices of the article.
        below: Ends of titles of those who are no head of their body.
        told: Facts that its sentences state.
    """
    yield from chairs_of(offices, below)
    yield from _members_of_organs(offices)
    yield from _successions(offices, told)


def _members_of_organs(offices: Sequence[OfficeDraft]) -> Iterator[FactDraft]:
    """Who is called into the Vorstand of a body, sits in it or leaves it, is or was one of that body's people.

    „in den Vorstand berufen“ speaks of an organ that one is a member of, „Vorstand Jens Alt“ only of a title.
    """
    for office in offices:
        if office.body is None or office.role.iri != _BOARD_MEMBER or office.how == "title":
            continue
        s = office.sentence
        if any(t.text in _BOARD_NOUNS and s.low_at(i - 1) in _INTO_OR_IN for i, t in enumerate(s.tokens)):
            modality = modality_of(office.status)
            yield FactDraft(office.person, Predicate.MEMBER_OF, office.body, modality, 0.75, s, "member-of-organ")


def _successions(offices: Sequence[OfficeDraft], told: Sequence[FactDraft]) -> Iterator[FactDraft]:
    """Of two who hold and held the same office, the one follows the other.

    There is no third, but for those of whom it is told that one who held it followed them.
    """
    after = {id(f.object): id(f.subject) for f in told if f.predicate is Predicate.SUCCEEDS}
    posts: dict[tuple[str, int], list[OfficeDraft]] = {}
    for office in offices:
        if office.body is not None and not office.role.plural:
            posts.setdefault((office.role.name, id(office.body)), []).append(office)
    for held in posts.values():
        old = {id(o.person): o for o in held if o.status is Status.FORMER}
        now = {id(o.person): o for o in held if o.status in _HOLDING and id(o.person) not in old}
        old = {person: o for person, o in old.items() if after.get(person) not in old}
        # „X ist gegangen. Bis Mai führt Y das Haus. Neue Leiterin wird Z“
        meanwhile = {o.sentence.block for o in now.values() if o.status is Status.ACTING}
        after_them = {p: o for p, o in now.items() if o.status is not Status.ACTING and o.sentence.block in meanwhile}
        now = after_them or now
        if len(old) == 1 and len(now) == 1:
            one, other = next(iter(now.values())), next(iter(old.values()))
            if any(low.startswith(_BEFORE_LAST) for low in other.sentence.lower):
                # „sein Vorvorgänger X“: somebody came between
                continue
            if any(low.startswith(_LONG_AGO) for low in other.sentence.lower):
                # „Alt-Bürgermeister X“: seldom the last one
                continue
            modality = modality_of(one.status)
            yield FactDraft(one.person, Predicate.SUCCEEDS, other.person, modality, 0.65, other.sentence, "same-office")


def turns_of(facts: Sequence[FactDraft]) -> Iterator[FactDraft]:
    """Of two people who chair and chaired the same body, and no third, the one follows the other.

    Both are told in one sentence or in two that follow one another.

    Args:
        facts: What an article states.
    """
    chairs: dict[int, list[FactDraft]] = {}
    for fact in facts:
        if fact.predicate is Predicate.CHAIRS and fact.subject.type is EntityType.PERSON:
            chairs.setdefault(id(fact.object), []).append(fact)
    said = {frozenset((id(f.subject), id(f.object))) for f in facts if f.predicate is Predicate.SUCCEEDS}
    for held in chairs.values():
        people = {id(f.subject): f for f in held}
        if len(people) != _PAIR or frozenset(people) in said:
            continue
        told = {key: {f.modality for f in held if id(f.subject) == key} for key in people}
        old = [f for key, f in people.items() if told[key] == {Modality.ENDED}]
        new = [f for key, f in people.items() if Modality.ENDED not in told[key]]
        if len(old) == len(new) == 1 and _close(old[0].sentence, new[0].sentence):
            one, other = new[0], old[0]
            yield FactDraft(
                one.subject, Predicate.SUCCEEDS, other.subject, one.modality, 0.7, other.sentence, "in-turn"
            )


def _close(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences are one or follow one another."""
    return max(one.start, other.start) - min(one.end, other.end) < _GAP


def chairs_of(offices: Sequence[OfficeDraft], below: tuple[str, ...]) -> Iterator[FactDraft]:
    """Who has the chair of a body chairs it, but for titles that end in one of `below`, unless the body is a unit."""
    for office in offices:
        role = office.role.name.lower()
        body = office.body
        if body is None or office.role.inner or role.startswith(("stellv", "vize", "ko-", "co-", "büro")):
            continue
        chairing = body.kind in _CHAIRED and role.endswith(_CHAIRING) and not role.endswith(_NOT_CHAIRING)
        leading = body.kind in _LED and role.endswith(_LEADING) and not role.endswith(_NOT_LEADING)
        unit = _OF_A_UNIT.match(role)
        if unit is not None and unit[1] == "it-" and body.kind in _UNITS:
            unit = None
        if unit is not None and unit[1] not in _WHOLE and unit[1] not in body.name.lower():
            # a Referatsleiter of a Generaldirektion heads no Generaldirektion, an IT-Leiter no Klinikum
            continue
        if not chairing and (not leading or office.status is Status.FORMER):
            continue
        if role.endswith(below) and body.kind not in _UNITS:
            continue
        modality = modality_of(office.status)
        yield FactDraft(office.person, Predicate.CHAIRS, body, modality, 0.8, office.sentence, "office-of-chair")


def chairs_left(facts: Sequence[FactDraft], offices: Sequence[OfficeDraft]) -> None:
    """„Vor A stand B an der Spitze des BSI“: whoever has but former offices in a body does not chair it any more.

    Whoever has been chosen for a day to come does not chair it yet.
    """
    held: dict[tuple[int, int], set[Status]] = {}
    dated: set[tuple[int, int]] = set()
    for office in offices:
        key = id(office.person), id(office.body)
        held.setdefault(key, set()).add(office.status)
        if office.status is Status.DESIGNATED and office.since is not None:
            dated.add(key)
    for fact in facts:
        chairs = fact.predicate is Predicate.CHAIRS and fact.modality is Modality.ASSERTED
        key = id(fact.subject), id(fact.object)
        if chairs and held.get(key) == {Status.FORMER}:
            fact.modality = Modality.ENDED
        elif chairs and key in dated and held[key] <= {Status.DESIGNATED, Status.NEW}:
            fact.modality = Modality.PLANNED
        elif chairs and fact.rule == RULE and held.get(key) == {Status.DESIGNATED}:
            # „Der bisherige IT-Leiter A wird Geschäftsführer der B“
            fact.modality = Modality.PLANNED


def chairs_begun(facts: Sequence[FactDraft], offices: Sequence[OfficeDraft]) -> list[FactDraft]:
    """Facts without the end of what somebody has for good now: „X, der das Haus kommissarisch führte, leitet es“."""
    held = {
        (id(o.person), id(o.body))
        for o in offices
        if (o.status is Status.NEW or (o.status is Status.CURRENT and o.since is not None))
        and o.role.name.lower().endswith((*_LEADING, *_CHAIRING))
    }
    told = {
        (id(f.subject), id(f.object))
        for f in facts
        if f.predicate is Predicate.CHAIRS and f.modality is Modality.ASSERTED
    }
    over = Predicate.CHAIRS, Modality.ENDED
    return [f for f in facts if (f.predicate, f.modality) != over or (id(f.subject), id(f.object)) not in held & told]
