"""Which names share their place with one before them: „A, B und C“, „von A und von B“, „A in Dessau und B“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.listing import list_goes_on
from govgraph.extract.clauses.phrase_walks import SO_FAR
from govgraph.extract.clauses.second_subjects import opens_clause
from govgraph.extract.state import BODY_TYPES, PLACES, WORKS
from govgraph.language.grammar import AND_OR, COORDINATORS, DETERMINERS, PREPOSITIONS, RESPECTIVELY
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Argument, Sentence

_QUOTES = frozenset("„“”\"«»‚‘'")
_APPOSED = 14
"""Most words that an apposition between two names has, with its commas."""
_ADVERBS = frozenset({"zugleich", "auch", "damit", "gleichzeitig", "somit", "später", "zudem", "zuletzt", "ebenso"})
_JOINING = frozenset({"und", "sowie", "sondern", "oder"})
_PAIRED = frozenset(
    {"als auch", "wie auch", "ebenso wie", "genauso wie", ", sondern auch", "sondern auch", "samt", "plus", "+"}
    | {", aber auch", "aber auch", ", vor allem aber", ", vor allem", ", insbesondere", ", nicht zuletzt"}
)
"""Words between two that share their place, beside the conjunctions."""
_WHEN = (
    SO_FAR
    | {"ab", "bald", "demnächst", "erst", "gestern", "heute", "kurzem", "kürzlich", "letztlich", "seit", "selbst"}
    | {"sogar", "teilweise", "wenigstens", "zumindest"}
    | {"montag", "dienstag", "mittwoch", "donnerstag", "freitag"}
)
"""Words that may part the members of a list, beside dates."""
_GOVERNED = {"von": "d", "bei": "d", "aus": "d", "mit": "d", "gen": "g"}
"""Prepositions of one case, and the genitive, with the case."""


def coordinate(s: Sentence, previous: Argument, a: Argument, end: int) -> None:
    """„A, B und C“: later members hang where the first one hangs. `end` is where the first one's phrase ends."""
    between = [t for t in s.lower[end : a.begin] if t not in _QUOTES]
    if between[-1:] == ["."] and between[-2:-1] and between[-2] in RESPECTIVELY:
        # „VOIS bzw. MESO“
        between = between[:-1]
    works = {previous.type, a.type} <= WORKS
    if (a.role is not None or works) and between[:1] == ["und"] and _only_when(s, end + 1, a):
        # „Prorektorin der Hochschule X und seit Oktober deren CIO“, „nutzt civento und seit Mai die E-Akte“
        between = between[:1]
    if len(between) > 1 and s.lower[a.begin] == "wie" and s.tokens[a.begin - 1].text[0].isupper():
        # „Hamburg, aber auch Kreise wie Lippe“
        between = between[:-1]
    while len(between) > 1 and between[-1] in _ADVERBS and (a.role is not None or between[0] in _JOINING):
        between = between[:-1]
    if (previous.role is not None and a.role is None) or (previous.role is None and a.role is not None):
        return
    joined = (
        bool(between)
        and between[-1] in COORDINATORS
        and all(not t[0].isalpha() or t in COORDINATORS for t in between[:-1])
    )
    if not joined and between == [","]:
        joined = list_goes_on(s, a) and (previous.type is a.type or {previous.type, a.type} <= BODY_TYPES)
    if not joined and (between == ["/"] or " ".join(between) in _PAIRED):
        joined = True
    if not joined and len(between) <= 6 and between and between[0] == "(" and between[-1] in COORDINATORS | {","}:
        joined = True
    if not joined or opens_clause(s, end - 1, a):
        return
    elsewhere = a.type not in PLACES or _stands_apart(s, a)
    if previous.marker == "in" and previous.type in PLACES and elsewhere and "d" not in a.cases:
        # „A in Dessau und das Bundesarchiv in Koblenz“: what has an article of its own goes on with A
        return
    if previous.marker in _GOVERNED and "n" in a.cases and _in_other_case(s, previous, a):
        # „Jens Ott von der FITKO und das Unternehmen X“: a nominative goes on with the person
        return
    similar = previous.type is a.type or {previous.type, a.type} <= PLACES or a.role is not None
    if not similar and not {previous.type, a.type} <= {
        *PLACES,
        EntityType.ORGANISATION,
        EntityType.SYSTEM,
        EntityType.SERVICE,
        EntityType.LAW,
        EntityType.PROGRAMME,
        EntityType.DOCUMENT,
    }:
        return
    if a.cases in {"nad", previous.cases} or set(a.cases) & set(previous.cases) or previous.marker != "np":
        if a.cases == "nad" or previous.marker == "np":
            a.cases = "".join(c for c in previous.cases if c in a.cases) or previous.cases
        a.marker, a.head, a.group = previous.marker, previous.head, previous.group


def join_past(s: Sentence, previous: Argument, a: Argument) -> None:
    """Coordination past what hangs on the first name: its place, or a relative clause.

    „das Umweltbundesamt in Dessau und das Bundesarchiv“, „Emden in Niedersachsen, der Landkreis Gotha und Fulda“;
    „Jena, die …, und der Ilm-Kreis“.
    """
    if s.clauses and s.lower[max(0, a.begin - 2) : a.begin] == [",", "und"] and _past_apposition(s, a):
        return
    if previous.marker in {"in", "aus"} and previous.head >= 0 and previous.type in PLACES:
        owner = s.taken.get(previous.head)
        if owner is None or owner.draft is None:
            return
        kindred = owner.type is a.type and a.type is not previous.type
        apart = owner.marker == "np" and _stands_apart(s, a)
        if kindred or (apart and {owner.type, a.type} <= BODY_TYPES):
            coordinate(s, owner, a, previous.last)
    elif s.clauses and a.begin > 1 and s.lower[a.begin - 2 : a.begin] == [",", "und"]:
        inner, outer = s.clauses[s.clause_of[a.begin - 3]], s.clause_of[a.first]
        if inner.kind != "relative" or outer != inner.parent or not inner.tokens:
            return
        leader = next(
            (b for b in reversed(s.arguments) if b.last <= inner.tokens[0] and not b.adjective and not b.reference),
            None,
        )
        if leader is not None and leader.last == inner.tokens[0] and leader.type is a.type:
            coordinate(s, leader, a, a.begin - 1)


def _past_apposition(s: Sentence, a: Argument) -> bool:
    """„Die KDO, ein Zweckverband mit 58 Mitgliedern, und die ITEBO haben …“: an apposition between the two."""
    comma = next((i for i in range(a.begin - 3, max(0, a.begin - _APPOSED), -1) if s.tokens[i].text == ","), 0)
    named = s.taken.get(comma - 1 - (s.text_at(comma - 1) == ")"))
    leader = named.bracket if named is not None and named.bracket is not None else named
    if leader is None or leader.adjective or leader.reference:
        return False
    if leader.type is not a.type and not {leader.type, a.type} <= BODY_TYPES:
        return False
    outer, opening = s.clause_of[a.first], s.low_at(comma + 1)
    verbs = {at for _, at, _ in s.clauses[outer].lemmas}
    if opening not in DETERMINERS or opening in PREPOSITIONS or any(i in verbs for i in range(comma, a.begin)):
        return False
    if any(s.clause_of[i] != outer for i in (leader.first, *range(comma + 1, a.begin))):
        return False
    coordinate(s, leader, a, a.begin - 1)
    return True


def join_repeated(s: Sentence, previous: Argument, a: Argument) -> None:
    """„vom Gemeindetag, vom Städtetag und vom Landkreistag“: each member has the preposition of the first."""
    between = [t for t in s.lower[previous.last : a.begin] if t not in _QUOTES]
    while len(between) > 1 and between[-1] in _ADVERBS:
        between = between[:-1]
    if between[:1] in (["und"], ["sowie"]) and previous.type is a.type and _only_when(s, previous.last + 1, a):
        # „von der Stadt Köln und seit Montag auch von der Stadt Ulm“
        between = between[:1]
    listed = between == [","] and previous.type is a.type and s.low_at(previous.begin) in PREPOSITIONS
    if listed or between in (["und"], ["sowie"], [",", "sondern"], ["als"], ["wie"], ["ebenso", "wie"]):
        a.group = previous.group
        if a.head < 0:
            a.head = previous.head


def join_repeated_past(s: Sentence, previous: Argument, a: Argument) -> None:
    """„beim Bundesarchiv in Koblenz und beim Bundesamt für Justiz“: a list past the place of its first member."""
    owner = s.taken.get(previous.head) if previous.marker in {"in", "aus"} and previous.type in PLACES else None
    between = s.lower[previous.last : a.begin]
    if owner is None or owner.draft is None or owner.marker != a.marker or owner.type is not a.type:
        return
    if between in (["und"], ["sowie"], [","]) and a.head < 0:
        a.group, a.head = owner.group, owner.head


def _only_when(s: Sentence, first: int, a: Argument) -> bool:
    """Whether nothing but dates and adverbs stands before a name, from token `first` on."""
    return all(i in s.dated or s.lower[i] in _WHEN or s.lower[i] in _ADVERBS for i in range(first, a.begin))


def _in_other_case(s: Sentence, previous: Argument, a: Argument) -> bool:
    """Whether the article of a name rules out the case of the phrase before it."""
    return a.begin < a.first and _GOVERNED[previous.marker] not in a.cases and s.low_at(a.begin) in DETERMINERS


def _stands_apart(s: Sentence, a: Argument) -> bool:
    """„das Amt in Koblenz sowie der Kreis Plön“: an article of its own shows that a place hangs on no „in“ before."""
    return s.low_at(a.begin) in DETERMINERS and "d" not in a.cases


def join_generic(s: Sentence, a: Argument, noun_marker: Callable[[Sentence, int], tuple[str, str, int]]) -> None:
    """„mit den Ländern und dem Bund vernetzt“: joined to a noun that is no entity, a name stands as that does."""
    i = a.begin - 2
    if i < 1 or s.lower[a.begin - 1] not in AND_OR or "n" in a.cases or i in s.taken:
        return
    if not s.tokens[i].text[0].isupper() or i in s.dated or opens_clause(s, i, a):
        return
    marker, cases, head = noun_marker(s, i)
    shared = "".join(c for c in a.cases if c in cases)
    if marker != "np" and marker != "gen" and shared:
        a.marker, a.cases, a.head = marker, shared, head
