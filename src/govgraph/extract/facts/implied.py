"""Facts that follow from an office or a place in the text, by rules that name what they follow from."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.facts.ranker import RULE
from govgraph.extract.state import BOARDS, BODY_TYPES, CITY_STATES, FactDraft, facts_by_sentence, modality_of, only_one
from govgraph.language.grammar import AUXILIARIES, PREPOSITIONS
from govgraph.model import BlockKind, EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import Argument, Draft, OfficeDraft, Sentence

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
_BOARDS = frozenset({"Committee", "WorkingGroup"})
_JOINT_BOARD = "it-planungsrat"
"""The board of federation and Länder that the reference data keep under the federation."""
_OWNED = frozenset({"Agency", "Government", "Ministry", "Cert", "Parliament"})
_OF_BODIES = frozenset({Predicate.COOPERATES_WITH, Predicate.PART_OF, Predicate.LOCATED_IN})
_APART = frozenset({"auf", "durch", "für", "gegen", "gegenüber", "mit", "neben", "zu", "zwischen"})
"""Markers of a Land that stands beside a body and says nothing of whose that is."""
_ORGANS = frozenset({"Authority", "Department", "Parliament"})
"""Kinds of body that are a town's own: „das Chemnitzer Jugendamt“."""
_OF_EVENTS = frozenset({Predicate.HELD_IN, Predicate.ORGANISES, Predicate.PARTICIPATES_IN})
_SEATED = frozenset({"Company", "PublicCompany", "ServiceProvider", "University", "ResearchInstitute"})


_IN_SHORT = frozenset({"abgekürzt", "genannt", "kurz"})
_SURE = 0.7
_MADE_BY = frozenset({Predicate.DEVELOPS, Predicate.PUBLISHES, Predicate.IMPLEMENTS, Predicate.ORGANISES})
_MADE_BACK = 2
"""How many sentences back it was told whose a work is that was made „gemeinsam mit“ another."""
_WITH_A_THIRD = frozenset({"schließen", "unterschreiben", "unterzeichnen", "vereinbaren", "verlängern"})
_ALONE = frozenset({"starten"})
"""Verbs that two subjects do together only where they have an object."""
_TOGETHER = frozenset({"gemeinsam", "zusammen", "miteinander"})
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


def representing(facts: Sequence[FactDraft], offices: Sequence[OfficeDraft]) -> Iterator[FactDraft]:
    """Who holds an office of one Land, or of the federation, and sits in a board of all of them sits there for it."""
    lands: dict[int, dict[int, Draft]] = {}
    for office in offices:
        body = office.body
        if body is None or office.status in {Status.FORMER, Status.DESIGNATED}:
            continue
        land = body if body.type is EntityType.JURISDICTION else body.jurisdiction if body.kind == "Ministry" else None
        if land is not None and land.kind != "Union":
            lands.setdefault(id(office.person), {})[id(land)] = land
    for fact in facts:
        if fact.predicate is Predicate.MEMBER_OF and fact.subject.type is EntityType.PERSON:
            yield from _sent_by(fact)
        board = fact.object
        if fact.predicate is not Predicate.MEMBER_OF or board.kind not in _BOARDS or board.entry is None:
            continue
        own = lands.get(id(fact.subject), {})
        if len(own) != 1 or fact.modality is Modality.ENDED:
            continue
        land = next(iter(own.values()))
        if _sent_for_another(fact, land, facts):
            continue
        joint = _JOINT_BOARD in {board.entry.iri.rsplit("/", 1)[-1], (board.entry.parent or "").rsplit("/", 1)[-1]}
        if joint or (land.entry is not None and land.entry.iri not in board.entry.jurisdictions):
            yield FactDraft(fact.subject, Predicate.REPRESENTS, land, fact.modality, 0.65, fact.sentence, "sits-for")


def _sent_for_another(fact: FactDraft, land: Draft, facts: Sequence[FactDraft]) -> bool:
    """„Für den Bund sitzt A in dem Gremium“: the sentence says itself whom a member is there for."""
    return any(
        other.predicate is Predicate.REPRESENTS
        and other.subject is fact.subject
        and other.sentence is fact.sentence
        and other.object is not land
        for other in facts
    )


def _sent_by(fact: FactDraft) -> Iterator[FactDraft]:
    """„Mitglieder sind A für den Städtetag und B für Hessen“: whom a member of a board sits there for."""
    s = fact.sentence
    ends = {a.last for a in s.arguments if a.draft is fact.subject}
    for a in s.arguments:
        sender = a.draft
        if a.marker != "für" or a.begin not in ends or sender is None or a.type not in BODY_TYPES or a.adjective:
            continue
        if sender is not fact.object:
            yield FactDraft(fact.subject, Predicate.REPRESENTS, sender, fact.modality, 0.7, s, "member-for")


def owned_bodies(sentences: Sequence[Sentence], to_come: Callable[[Sentence, Argument], bool]) -> Iterator[FactDraft]:
    """A body named by its Land („die rheinland-pfälzische Landesverwaltung“, „Kabinett Hessens“) is part of it.

    Args:
        sentences: The article.
        to_come: Tells whether a body is one that is yet to be founded.
    """
    seen = set()
    for s in sentences:
        for a in s.arguments:
            draft = a.draft
            if draft is None or a.reference or draft.kind not in _OWNED or draft.jurisdiction is None or draft in seen:
                continue
            land = draft.jurisdiction
            if draft.entry is not None and len(draft.entry.jurisdictions) != 1:
                continue
            beside = (b for b in s.arguments if b.draft is land and b is not a)
            if any(b.first < a.last + 3 and b.last > a.first - 3 and not _of_another(a, b) for b in beside):
                seen.add(draft)
                modality = Modality.PLANNED if draft.entry is None and to_come(s, a) else Modality.ASSERTED
                yield FactDraft(draft, Predicate.PART_OF, land, modality, 0.75, s, "body-of-its-land")


def _of_another(a: Argument, land: Argument) -> bool:
    """„das Amt in Hamburg“, „das Amt in der Hamburger Kanzlei“, „in der Kanzlei der Hansestadt sitzt das Amt“."""
    if land.adjective:
        return land.first >= a.last
    if land.marker == "in":
        return a.draft is not None and a.draft.kind == "Agency"
    if land.marker in _APART:
        return True
    return land.marker == "gen" and 0 <= land.head < a.first and land.last <= a.first


def state_bodies(sentences: Sequence[Sentence], nouns: frozenset[str]) -> Iterator[FactDraft]:
    """„der Landesbetrieb IT.NRW“, „IT.NRW, der Landesbetrieb in Hagen“: whoever is called so is part of its Land.

    Args:
        sentences: The article.
        nouns: Nouns for bodies that a Land owns, in small letters.
    """
    lands = {a.draft.entry.iri: a.draft for s in sentences for a in s.arguments
             if a.draft is not None and a.draft.entry is not None and a.draft.kind == "State"}  # fmt: skip
    seen = set()
    for s in sentences:
        for a in s.arguments:
            draft = a.draft
            if draft is None or a.reference or a.adjective or draft.entry is None or draft in seen:
                continue
            land = lands.get(draft.entry.jurisdictions[0]) if len(draft.entry.jurisdictions) == 1 else None
            if land is not None and draft.type is EntityType.ORGANISATION and _called_so(s, a, nouns):
                seen.add(draft)
                yield FactDraft(draft, Predicate.PART_OF, land, Modality.ASSERTED, 0.75, s, "state-body")


def _called_so(s: Sentence, a: Argument, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns stands in a name, right before it, or in an apposition right after it."""
    beside = [s.low_at(i) for i in range(a.first - 1, a.last)]
    if s.text_at(a.last) == "," and s.low_at(a.last + 1) in {"der", "die", "das", "den", "dem", "ein", "eine", "einem"}:
        beside += [s.low_at(i) for i in (a.last + 2, a.last + 3) if not _in_name(s, i)]
    return any(low in nouns or low.removesuffix("s") in nouns for low in beside)


def _in_name(s: Sentence, i: int) -> bool:
    """„das Landesamt für innere Verwaltung“ is a body of its own."""
    return i in s.taken and s.taken[i].last - s.taken[i].first > 1


def joint_facts(
    sentences: Sequence[Sentence], facts: Sequence[FactDraft], verbs: frozenset[str]
) -> Iterator[FactDraft]:
    """Two or three who own a programme together, or do together what nobody does alone, cooperate.

    „Digitalisierungsoffensive von Bund und Land Hessen“; „Das Saarland und der Zweckverband haben … unterzeichnet“.
    """
    by_sentence = facts_by_sentence(facts)
    for number, s in enumerate(sentences):
        stated = by_sentence[id(s)]
        groups: dict[int, list[Argument]] = {}
        for a in s.arguments:
            if a.type in BODY_TYPES and not a.adjective and a.draft is not None:
                groups.setdefault(a.group, []).append(a)
        partners = [a for a in s.arguments if a.marker == "mit" and a.type in BODY_TYPES and a.begin > 0
                    and s.lower[a.begin - 1] in {"gemeinsam", "zusammen"} and a.draft is not None]  # fmt: skip
        for partner in partners:
            does = next(
                (
                    f
                    for f in stated
                    if f.subject.type in BODY_TYPES
                    and f.subject is not partner.draft
                    and f.predicate not in _OF_BODIES
                    and not _said_aside(s, f, partner)
                    and not _said_above(s, f, partner)
                ),
                None,
            )
            if does is None and number:
                before = [f for b in sentences[max(0, number - _MADE_BACK) : number] for f in by_sentence[id(b)]]
                does = _made_with(s, partner, before, sentences[number - 1])
            if does is not None and partner.draft is not None:
                yield FactDraft(
                    does.subject, Predicate.COOPERATES_WITH, partner.draft, does.modality, 0.75, s, "companion"
                )
        for members in groups.values():
            if not 2 <= len(members) <= 3 or s.low_at(max(m.last for m in members)) == "nicht":
                # „14 Länder haben unterzeichnet, Bayern und Sachsen nicht“
                continue
            one = members[0]
            owned = one.marker in {"von", "zwischen"} and one.head >= 0 and one.head in s.taken
            owned = owned and s.taken[one.head].type is EntityType.PROGRAMME
            lemmas = s.clauses[one.clause].verbs if 0 <= one.clause < len(s.clauses) else set()
            doing = bool(lemmas & verbs) or ("rufen" in lemmas and "leben" in s.lower)
            acting = one.marker == "np" and "n" in one.cases and one.head < 0 and doing
            acting = acting and not (lemmas & verbs <= _ALONE and _starts_alone(s, one.clause))
            # „A und B haben mit C Verträge geschlossen“: each with C
            acting = acting and not (lemmas & _WITH_A_THIRD and any(_is_third(a, one) for a in s.arguments))
            modality = next((f.modality for f in stated if f.subject is one.draft), Modality.ASSERTED)
            bearers = {id(f.subject) for f in stated if f.object.type is EntityType.PROGRAMME}
            bearing = one.marker == "von" and one.head < 0 and "tragen" in lemmas
            bearing = bearing and all(id(member.draft) in bearers for member in members)
            drafts = [member.draft for member in members if member.draft is not None]
            for first, second in itertools.combinations(drafts, 2):
                if (owned or acting or bearing) and first is not second:
                    yield FactDraft(first, Predicate.COOPERATES_WITH, second, modality, 0.7, s, "joint-actors")


def _made_with(s: Sentence, partner: Argument, before: Sequence[FactDraft], last: Sentence) -> FactDraft | None:
    """„Der Städtetag hat den Leitfaden X vorgelegt. Erarbeitet wurde er gemeinsam mit B“: who made or uses it.

    Args:
        s: The sentence.
        partner: Who is named with „gemeinsam mit“.
        before: What the sentences before state.
        last: The last sentence before; the only body that it is about has made what it names.
    """
    if not 0 <= partner.clause < len(s.clauses) or not is_passive(s.clauses[partner.clause]):
        return None
    inside = [a for a in s.arguments if a.clause == partner.clause and a.draft is not None and not a.adjective]
    if any(a.type in BODY_TYPES and a.group != partner.group and a.marker in {"np", "von", "durch"} for a in inside):
        return None
    works = (a for a in inside if a.nominative and a.type not in BODY_TYPES and a.type is not EntityType.PERSON)
    made = [a.draft for a in works if a.draft is not None]
    told = next((f for f in reversed(before) if f.object in made and f.predicate in _MADE_BY
                 and f.subject.type in BODY_TYPES and f.subject is not partner.draft
                 and f.modality is not Modality.ENDED), None)  # fmt: skip
    if told is not None or not made or not any(a.draft in made and not a.reference for a in last.arguments):
        return told
    maker = only_one(a.draft for a in last.arguments if a.nominative and not a.adjective and a.type in BODY_TYPES)
    paid = any(f.predicate is Predicate.FUNDS and f.subject is maker for f in before)
    if (
        paid
        or maker is None
        or maker is partner.draft
        or any(a.nominative and a.type is EntityType.PERSON for a in last.arguments)
    ):
        return None
    return FactDraft(maker, Predicate.DEVELOPS, made[0], Modality.ASSERTED, _SURE, s, "companion")


def _starts_alone(s: Sentence, number: int) -> bool:
    """„Mainz und Trier sollen noch in diesem Jahr starten“: a clause without anything that its subjects begin."""
    governed = False
    for i in s.clauses[number].tokens:
        low, taken = s.lower[i], s.taken.get(i)
        if low in _TOGETHER:
            return False
        if low in PREPOSITIONS:
            governed = True
        elif i in s.dated or AUXILIARIES.get(low):
            governed = False
        elif s.tokens[i].text[0].isupper():
            named = taken is not None and taken.type in BODY_TYPES
            if not governed and not named and i > 0 and i + 1 not in s.taken:
                return False
            governed = False
    return True


def _is_third(a: Argument, one: Argument) -> bool:
    return a.marker == "mit" and a.clause == one.clause and a.type in BODY_TYPES and not a.adjective


def _said_aside(s: Sentence, fact: FactDraft, partner: Argument) -> bool:
    """„Wir schreiben zusammen mit dem A, das B bezahlt“: only a relative clause after the partner names the subject."""
    named = [a.clause for a in s.arguments if a.draft is fact.subject and 0 <= a.clause < len(s.clauses)]
    return bool(named) and all(n > partner.clause and _in_relative(s, n) for n in named)


def _said_above(s: Sentence, fact: FactDraft, partner: Argument) -> bool:
    """„A testet X, das B zusammen mit C gebaut hat“: whom a relative clause names with somebody else is no partner."""
    if not 0 <= partner.clause < len(s.clauses) or s.clauses[partner.clause].kind != "relative":
        return False
    own = [a for a in s.arguments if a.clause == partner.clause]
    return not any(a.draft is fact.subject for a in own)


def _in_relative(s: Sentence, number: int) -> bool:
    clause = s.clauses[number]
    return clause.kind == "relative" or (
        clause.joined and clause.parent >= 0 and s.clauses[clause.parent].kind == "relative"
    )


def known_parts(sentences: Sequence[Sentence], facts: Sequence[FactDraft]) -> Iterator[FactDraft]:
    """A body of the reference data beside the body that it is part of, in one clause.

    Nothing is added to what the article says itself about the two, nor to a sentence about plans or the past.
    """
    said = {(f.subject.name, f.object.name) for f in facts if f.predicate is Predicate.PART_OF}
    unsure = {id(f.sentence) for f in facts if f.modality is not Modality.ASSERTED}
    before: dict[str, Draft] = {}
    for s in sentences:
        here = [a.draft for a in s.arguments if a.draft is not None and not a.adjective and not a.reference]
        near = {d.entry.iri: d for d in here if d.entry is not None}
        before |= near
        if id(s) in unsure:
            continue
        for part in here:
            if part.entry is None or part.entry.parent is None:
                continue
            whole = near.get(part.entry.parent)
            if whole is not None and not _share_clause(s, part, whole):
                # „der Rat, in dem A sitzt, will es so; mit der FITKO ist B im Gespräch“ says nothing of the two
                continue
            named = before.get(part.entry.parent)
            if whole is None and named is not None and f" {named.name}" in part.entry.name:
                # „das Kommunalgremium“, by its full name that of the IT-Planungsrat
                whole = named
            if whole is None or whole.kind == "Government":
                continue
            if part.type is EntityType.ORGANISATION and (part.name, whole.name) not in said:
                yield FactDraft(part, Predicate.PART_OF, whole, Modality.ASSERTED, 0.6, s, "known-part")


def _share_clause(s: Sentence, one: Draft, other: Draft) -> bool:
    """Whether a clause names both, one of them by a relative pronoun maybe: „das CERT, das der ZIT-BB beherbergt“."""
    clauses: tuple[set[int], set[int]] = set(), set()
    for a in s.arguments:
        told = not a.reference or a.first in s.relatives or s.low_at(a.first) == "dort"
        if told and (a.draft is one or a.draft is other):
            clauses[a.draft is other].add(a.clause)
    return not clauses[0].isdisjoint(clauses[1])


def places_by_adjective(
    sentences: Sequence[Sentence], offices: frozenset[str], boards: tuple[str, ...]
) -> Iterator[FactDraft]:
    """„im hessischen Fulda“, „die Osnabrücker ITEBO“: the adjective of a place before the name of what lies there.

    Args:
        sentences: The article.
        offices: Nouns for offices that are a town's own.
        boards: How nouns end, in small letters, for boards that are: „der Chemnitzer Personalrat“.
    """
    inside = {EntityType.JURISDICTION: EntityType.MUNICIPALITY, EntityType.MUNICIPALITY: EntityType.ORGANISATION}
    for s in sentences:
        for place in s.arguments:
            if not place.adjective or place.type not in inside or place.draft is None:
                continue
            for thing in s.arguments:
                beside = thing.first == place.last or (
                    thing.begin <= place.first and place.last < thing.first <= place.last + 2
                )
                fits = thing.type is inside[place.type] or (
                    # „die Berliner cronn GmbH“, but „der Berliner Senat“
                    place.draft.name in CITY_STATES and thing.draft is not None and thing.draft.kind in _SEATED
                )
                if place.reference and (thing.reference or (thing.draft is not None and thing.draft.kind in BOARDS)):
                    # „die dortige Hochschule“, „der dortige Rat“: hardly the one that was named
                    continue
                if beside and fits and thing.draft is not None:
                    noun = s.tokens[thing.last - 1].text
                    own = thing.draft.kind in _ORGANS or noun in offices or noun.lower().endswith(boards)
                    organ = place.type is EntityType.MUNICIPALITY and own
                    yield FactDraft(
                        thing.draft,
                        Predicate.PART_OF if organ else Predicate.LOCATED_IN,
                        place.draft,
                        Modality.ASSERTED,
                        0.8,
                        s,
                        "place-adjective",
                    )


def places_beside(sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
    """„Husum (Kreis Nordfriesland)“, „in Markt Schwaben, Landkreis Ebersberg,“, „die ekom21 (Gießen)“."""
    yield from _gone_to(sentences)
    yield from _past_short_forms(sentences)
    for s in sentences:
        for place in s.arguments:
            inner = s.taken.get(place.begin - 2)
            mark, close = s.text_at(place.begin - 1), s.text_at(place.last)
            if inner is None or inner.draft is None or place.draft is None or inner.adjective or place.adjective:
                continue
            if inner.last != place.begin - 1 or place.reference or place.begin != place.first:
                continue
            outer, kind = place.draft.kind, inner.draft.kind
            bracket = mark == "(" and close == ")"
            between = mark == "," and close in {",", "."} and inner.group != place.group
            in_district = outer == "District" and kind == "Municipality" and (bracket or between)
            in_land = bracket and outer == "State" and kind in {"Municipality", "District"}
            seated = bracket and outer == "Municipality" and kind in _SEATED
            sure = 0.75 if in_district or in_land else 0.7 if seated else 0.0
            if sure:
                yield FactDraft(
                    inner.draft, Predicate.LOCATED_IN, place.draft, Modality.ASSERTED, sure, s, "place-beside"
                )


def _past_short_forms(sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
    """„bei der Bundesagentur für Sprunginnovationen, kurz SPRIND, in Leipzig“: the place after a short form."""
    for s in sentences:
        for place in s.arguments:
            i = place.begin - 1
            if place.marker != "in" or place.type is not EntityType.MUNICIPALITY or s.text_at(i) != ",":
                continue
            short = s.taken.get(i - 1)
            if short is None or short.draft is None or s.low_at(short.first - 1) not in _IN_SHORT or place.reference:
                continue
            named = any(a.draft is short.draft and a.last == short.first - 2 for a in s.arguments)
            if named and short.type is EntityType.ORGANISATION and place.draft is not None:
                yield FactDraft(
                    short.draft, Predicate.LOCATED_IN, place.draft, Modality.ASSERTED, 0.75, s, "place-beside"
                )


def _gone_to(sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
    """„wechselt zum BSI nach Bonn“: where somebody goes who goes to a body."""
    for s in sentences:
        for place in s.arguments:
            end = place.begin - 1
            # „zum Bundesamt für Verfassungsschutz (BfV) nach Köln“
            body = s.taken.get(end if s.text_at(end) != ")" or s.text_at(end - 2) != "(" else end - 3)
            town = place.type is EntityType.MUNICIPALITY or (
                place.draft is not None and place.draft.name in CITY_STATES and not place.adjective
            )
            if place.marker != "nach" or not town or place.draft is None:
                continue
            if body is None or body.draft is None or body.adjective or body.marker not in {"zu", "in", "an"}:
                continue
            if body.type is EntityType.ORGANISATION and not place.reference:
                yield FactDraft(body.draft, Predicate.LOCATED_IN, place.draft, Modality.ASSERTED, 0.75, s, "gone-to")


def events_to_come(facts: Sequence[FactDraft]) -> None:
    """What is told of an event that is yet to be is yet to be, too: „Im Mai findet X statt. Es sprechen A und B“.

    Args:
        facts: Facts of an article; their modality is changed.
    """
    told = sorted(
        (f for f in facts if f.predicate in _OF_EVENTS),
        # a headline is written in the present: „Forum Nord gastiert in Emden“
        key=lambda f: (f.sentence.kind in {BlockKind.KICKER, BlockKind.TITLE}, f.sentence.start),
    )
    # „Der Kongress war in Fulda, im nächsten Jahr ist er in Marburg“: what comes later in the text is the next one
    first = {id(_event(f)): f.modality for f in reversed(told)}
    for f in told:
        if f.modality is Modality.ASSERTED and first[id(_event(f))] is Modality.PLANNED:
            f.modality = Modality.PLANNED


def is_dated_ahead(fact: FactDraft, today: str | None) -> bool:
    """„Am 28. November in Erfurt, beim Kongress X, den Y veranstaltet“: an event of a day to come, without verb.

    Args:
        fact: A fact.
        today: Date of its article.
    """
    s = fact.sentence
    if today is None or fact.predicate not in _OF_EVENTS or fact.modality is not Modality.ASSERTED or not s.dates:
        return False
    verbs = any(clause.lemmas or clause.auxiliaries for clause in s.clauses if clause.kind == "main")
    return not verbs and all(date.value > today and not today.startswith(date.value) for date in s.dates)


def _event(fact: FactDraft) -> Draft:
    return fact.subject if fact.predicate is Predicate.HELD_IN else fact.object
