"""Arguments that share a slot without „und“: „A und B … einander“, „neben A auch B“, „ebenso wie A“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.counted_antecedents import is_counted
from govgraph.extract.state import BOARDS
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Argument, Draft, Sentence
    from govgraph.vocabulary import Frame

Pair = tuple[tuple["Argument", ...], tuple["Argument", ...]]
_JOINED = BOARDS | {"MunicipalUnion"}
_REPEATED = frozenset({Predicate.IMPLEMENTS, Predicate.PILOTS, Predicate.MEMBER_OF, Predicate.ADOPTS})
_SUCH_AS = frozenset({"darunter", "etwa", "wie"})
_MADE_TOGETHER = frozenset({"entwickeln", "erarbeiten", "konzipieren", "programmieren", "weiterentwickeln"})
_ALSO = frozenset({"auch", "ebenfalls"})
_FEW = 6
"""How many words before a name its „wie“ may stand."""
_ARTICLES = frozenset({"das", "der", "die", "gemeinde", "kreis", "land", "stadt"})
_EARLIER = frozenset({"auch", "bereits", "kürzlich", "schon", "vorher", "zuletzt", "zuvor"})
_OPENING = 1
"""How far into the sentence „wie“ may stand that opens it: „Ebenso wie Celle …“."""
_JOINING = frozenset({"und", "sowie", ","})
_SELLERS = ("anbieter", "dienstleister", "firma", "hersteller", "lieferant", "unternehme")
"""Ends of nouns for those whose product something is, without their endings."""
_OF = frozenset({"von", "aus", "bei"})
_PARTNERS = frozenset({EntityType.MUNICIPALITY, EntityType.ORGANISATION})
_WITHOUT = ("all", "jede", "kein", "nicht", "niemand", "sämtlich", "überall")
"""How words begin after which „außer“ leaves somebody out."""
_WITHOUT_BACK = 6
_EQUALLY = frozenset({"ebenso", "genauso", "ebenfalls", "gleichermaßen"})


def each_other(s: Sentence, candidates: Sequence[Argument]) -> Pair | None:
    """The first coordinated group of several, its first member against the others: „A und B arbeiten zusammen“.

    Where they are the subject, each works with each.
    """
    for leader in candidates:
        others = tuple(a for a in candidates if a.group == leader.group and a.draft is not leader.draft)
        if others:
            subject = leader.marker == "np" and s.low_at(leader.begin - 1) not in _SUCH_AS
            return ((leader, *others[:-1]) if subject else (leader,)), others
    return None


def likely_chaired(bodies: Sequence[Draft]) -> Sequence[Draft]:
    """Of the bodies named before „den Vorsitz“ the committees; another body only if it is the only one."""
    boards = [d for d in bodies if d.kind in _JOINED]
    return boards or (bodies if len(bodies) == 1 else [])


def acting_with(
    s: Sentence, inside: Sequence[Argument], frame: Frame, pair: Pair, types: frozenset[EntityType]
) -> tuple[Argument, ...]:
    """„Gemeinsam mit dem Bund hat Hessen … beschlossen“: who is named with „gemeinsam mit“ does it too.

    Args:
        s: The sentence.
        inside: Arguments of the clause.
        frame: Frame that its words fill.
        pair: Those that fill it.
        types: Types of the place that the others share.
    """
    taken = {*pair[0], *pair[1]}
    # „testet das mit der Stadt Fulda“: a place is nothing that one tests with
    beside = frame.evokes is Predicate.PILOTS or (
        frame.evokes is Predicate.DEVELOPS and frame.lemma in _MADE_TOGETHER and frame.object_markers == {"acc"}
    )
    beside = beside or (frame.evokes is Predicate.PUBLISHES and frame.object_markers == {"acc"})
    beside = beside and not any(a.marker == "mit" for a in pair[1])
    groups = {
        a.group
        for a in inside
        if a.marker == "mit"
        and (
            (a.begin > 0 and _together(s, a.begin - 1))
            or (
                beside
                and (frame.evokes is not Predicate.PILOTS or (a.type in _PARTNERS and not _sells(a)))
                and (a.head < 0 or a.head in s.taken)
            )
        )
    }
    return tuple(
        a
        for a in inside
        if a not in taken
        and a.group in groups
        and a.draft is not None
        and a.type in types
        and frame.evokes is not Predicate.COOPERATES_WITH
    )


def _sells(a: Argument) -> bool:
    """„pilotiert die E-Akte mit dem Anbieter ITEBO“, „mit der Solva GmbH“: whose product it is tests nothing."""
    company = a.draft is not None and a.draft.kind == "Company"
    return company or (a.introduced_by or "").lower().rstrip("ns").endswith(_SELLERS)


def joined(s: Sentence, a: Argument, b: Argument) -> bool:
    """Whether two names stand coordinated, be they of one kind or not."""
    first, last = (a, b) if a.first < b.first else (b, a)
    if a.group == b.group:
        return True
    return a.marker == b.marker == "np" and last.begin == first.last + 1 and s.low_at(first.last) in {"und", "sowie"}


def of_other_kind(s: Sentence, fillers: Sequence[Argument], others: Sequence[Argument]) -> tuple[Argument, ...]:
    """„Dem Beirat gehören der Landkreistag, der Städtetag und Anna Weber an“: a body and a person that are joined.

    Args:
        s: The sentence.
        fillers: Those of one group that fill a place.
        others: What else may fill it.
    """
    people = {a.type is EntityType.PERSON for a in fillers}
    if len(people) != 1 or fillers[0].marker != "np":
        return ()
    first, last = min(a.begin for a in fillers), max(a.last for a in fillers)
    for b in sorted(others, key=lambda b: b.first):
        if b.marker != "np" or b.head >= 0 or (b.type is EntityType.PERSON) in people:
            continue
        after = b.begin - 1 == _past_attribute(s, fillers, last) and s.low_at(b.begin - 1) in _JOINING
        before = _past_attribute(s, (b,), b.last) == first - 1 and s.low_at(first - 1) in _JOINING
        if after or before:
            return tuple(c for c in others if c.group == b.group and c not in fillers)
    return ()


def _past_attribute(s: Sentence, fillers: Sequence[Argument], last: int) -> int:
    """„A vom Institut X (ifx) und der Verband B“: one past what is said of the last of those listed."""
    person = max(fillers, key=lambda a: a.last)
    hanging = next((b for b in s.arguments if b.begin == last and b.marker in _OF and not b.adjective), None)
    if person.type is not EntityType.PERSON or hanging is None:
        return last
    end = hanging.last
    if s.text_at(end) == "(":
        end = next((i + 1 for i in range(end, min(end + 4, len(s.tokens))) if s.tokens[i].text == ")"), end)
    return end


def _together(s: Sentence, i: int) -> bool:
    return s.lower[i] in {"gemeinsam", "zusammen", "gemeinschaftlich"}


def beside(s: Sentence, inside: Sequence[Argument], frame: Frame, pair: Pair) -> Pair:
    """„Neben dem Bund gehören auch A und B dem Rat an“: who is named beside a filler fills its slot, too."""
    taken = {*pair[0], *pair[1]}
    subjects, objects = pair
    # „Hamburg neben Bremen und Kiel“: with all that it is listed with
    companions = {a.group for a in inside if a not in taken and a.draft is not None and is_companion(s, a)}
    for a in inside if companions else ():
        if a in taken or a.draft is None or a.group not in companions or a.adjective:
            continue
        if any(a.draft is b.draft for b in taken):
            continue
        ours, theirs = a.type in frame.subject_types, a.type in frame.object_types
        if frame.object_kinds and a.draft.kind not in frame.object_kinds:
            theirs = False
        also = next((b for b in sorted(taken, key=lambda x: x.first) if s.low_at(b.begin - 1) == "auch"), None)
        if theirs and (not ours or (also in objects and also not in subjects)):
            objects = (*objects, a)
        elif ours:
            subjects = (*subjects, a)
    return subjects, objects


def going_before(s: Sentence, inside: Sequence[Argument], frame: Frame, pair: Pair) -> tuple[Argument, ...]:
    """„Nach Celle hat nun auch Peine … eingeführt“, „wie in Celle“: who did already what another does now.

    Args:
        s: The sentence.
        inside: Arguments of the clause.
        frame: Frame that its words fill.
        pair: Those that fill it.
    """
    if frame.evokes not in _REPEATED or (frame.part == "noun" and frame.evokes is not Predicate.MEMBER_OF):
        return ()
    taken = {id(a.draft) for a in (*pair[0], *pair[1])}
    follower = pair[0][0]
    if _opened_by_like(s, follower):
        # „Wie in Celle kommt auch in Peine …“, „Wie schon Celle nutzt Peine …“: the other way round
        return tuple(a for a in inside if _like_it(s, a, follower, frame) and id(a.draft) not in taken)
    alike = {a.group for a in inside if likened(s, a) and a.first > follower.first and a.type in frame.subject_types}
    if alike:
        return tuple(a for a in inside if a.group in alike and a.draft is not None and id(a.draft) not in taken)
    if follower.reference and is_counted(s, follower.begin - 1):
        # „Nach Celle und Peine ist Gera die dritte Stadt, die …“
        row = [a for a in s.arguments if a.last < follower.begin and a.draft is not None and id(a.draft) not in taken]
        groups = {a.group for a in row if a.marker == "nach" and a.head < 0 and a.type in frame.subject_types}
        return tuple(a for a in row if a.group in groups)
    also = any(s.low_at(i) in _ALSO for i in range(follower.begin - 2, follower.begin)) or _numbered(s, follower)
    if not also:
        return ()
    found = [
        a
        for a in inside
        if a.type in frame.subject_types
        and not a.adjective
        and not a.reference
        and a.first < follower.first
        and a.begin >= 0
        and (s.lower[a.begin] == "nach" or "wie" in {s.lower[a.begin], s.low_at(a.begin - 1)})
    ]
    groups = {a.group for a in found}
    return tuple(
        a for a in inside if a.draft is not None and id(a.draft) not in taken and (a in found or a.group in groups)
    )


def likened(s: Sentence, a: Argument) -> bool:
    """„Peine hat, wie zuvor schon Celle, … eingeführt“: set off by commas, who did it before."""
    if a.marker not in {"np", "wie"} or a.adjective or s.text_at(a.last) not in {",", "und", "sowie"}:
        return False
    i = a.first - 1
    while i > a.first - _FEW and s.low_at(i) in _EARLIER | _ARTICLES:
        i -= 1
    return s.low_at(i) == "wie" and s.text_at(i - 1) == ","


def _opened_by_like(s: Sentence, a: Argument) -> bool:
    """„Wie schon in Celle …“, „Ebenso wie Celle …“: whether the clause opens with that to which it likens another."""
    i = a.begin - 1
    while i > 0 and s.lower[i] in _EARLIER:
        i -= 1
    return i >= 0 and s.lower[i] == "wie" and i <= _OPENING


def _like_it(s: Sentence, a: Argument, follower: Argument, frame: Frame) -> bool:
    """Whether a phrase stands where its likeness would stand: the subject, or a place with the same preposition."""
    if a.first < follower.first or a.adjective or a.type not in frame.subject_types or a.marker != follower.marker:
        return False
    if a.marker == "np":
        return a.nominative and a.head < 0
    return s.low_at(a.begin - 1) in _ALSO or a.type is follower.type


def _numbered(s: Sentence, follower: Argument) -> bool:
    """„führt Peine als dritte Kommune … ein“."""
    after = s.low_at(follower.last + 1)
    return s.low_at(follower.last) == "als" and after.endswith(("te", "ter", "tes", "ten")) and len(after) > 5


def is_companion(s: Sentence, a: Argument) -> bool:
    """„neben Bremen auch Hamburg“, „außer Soest machen Olpe und Menden mit“: who does what those named with it do."""
    if a.marker == "neben" and a.head < 0:
        return True
    if a.marker == "neben" and a.begin > 0 and s.lower[a.begin] == "neben":
        # „an der Hamburg neben Bremen beteiligt ist“: it stands beside the name before it;
        # „zu deren Mitgliedern neben Bremen auch Hamburg zählt“: beside the one to come
        before = s.taken.get(a.begin - 1)
        return before is None or before.draft is not None
    if a.marker == "außer":
        # „außer Torgau auch Zittau“; „alle außer Torgau“ leaves it out
        return not any(low.startswith(_WITHOUT) for low in s.lower[max(0, a.begin - _WITHOUT_BACK) : a.begin])
    if a.marker == "wie":
        clause = {s.lower[i] for i in range(max(0, a.begin - 8), a.begin)}
        return bool(clause & _EQUALLY)
    return False
