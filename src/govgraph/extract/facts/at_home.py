"""Where a body is by what it does there: „In Jena prüft das Werk X …“, „in Gera von der X GmbH entwickelt“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_preterite, is_passive, is_perfect
from govgraph.extract.state import BOARDS, CITY_STATES, WORKS, FactDraft, only_one
from govgraph.language.grammar import MODALS, POSSESSIVES
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_CONFIDENCE = 0.7
_RULE = "premises"
_BY = frozenset({"durch", "von"})
_TOWARDS = frozenset({"aus", "in", "nach"})
_NOT_SEATED = frozenset({"Authority", "Department", "Government", "Parliament", "Party", *BOARDS})
"""Kinds of body of which nobody says where they are by what they do."""
_ADVERBS = frozenset({"dagegen", "derweil", "hingegen", "indes", "indessen", "jedoch", "wiederum"})
"""Adverbs between the verb and a body that stands behind it."""
_HERE = frozenset({"dort", "hier", "oben", "unten"})
_WHERE = "wo"
_ATTRIBUTES = 2
"""Most adjectives between a possessive and its noun."""


def at_home(sentences: Sequence[Sentence], making: Set[str], rooms: Set[str], own: Set[str]) -> Iterator[FactDraft]:
    """Towns that the text gives as where a body is at work.

    Args:
        sentences: The article.
        making: Lemmas of verbs for what is made where its maker is.
        rooms: Ends of nouns for rooms and seats, in small letters.
        own: How nouns end for units and offices that have their place by whose they are, in small letters.
    """
    ends, units = tuple(sorted(rooms)), tuple(sorted(own))
    for s in sentences:
        for place in s.arguments:
            if place.draft is None or place.adjective or place.reference or not _is_town(place):
                continue
            body = (
                _made(s, place, making)
                or _behind_here(s, place)
                or _own_rooms(s, place, ends)
                or _behind_verb(s, place)
                or _after_where(s, place)
            )
            if body is not None and body is not place.draft and not body.name.lower().split(" ")[0].endswith(units):
                yield FactDraft(body, Predicate.LOCATED_IN, place.draft, Modality.ASSERTED, _CONFIDENCE, s, _RULE)


def _is_town(a: Argument) -> bool:
    if a.draft is None:
        return False
    town = a.type is EntityType.MUNICIPALITY and a.draft.kind not in {"District", "MunicipalUnion"}
    return town or a.draft.name in CITY_STATES


def _is_body(a: Argument) -> bool:
    if a.draft is None or a.adjective or a.draft.kind in _NOT_SEATED:
        return False
    return a.type is EntityType.ORGANISATION or a.draft.kind == "MunicipalUnion"


def _clause(s: Sentence, number: int) -> Clause | None:
    return s.clauses[number] if 0 <= number < len(s.clauses) else None


def _made(s: Sentence, place: Argument, making: Set[str]) -> Draft | None:
    """„Entwickelt wird es in Gera von der Rabensoft GmbH“, „…, in Gera vom Verein X entwickelt“."""
    maker = next((a for a in s.arguments if a.begin == place.last and a.marker in _BY and _is_body(a)), None)
    clause = _clause(s, place.clause)
    if maker is None or clause is None or place.marker != "in":
        return None
    done = {lemma for lemma, _, participle in clause.lemmas if participle} or {lemma for lemma, _, _ in clause.lemmas}
    passive = is_passive(clause) or clause.kind == "participle" or not clause.auxiliaries
    return maker.draft if passive and not done.isdisjoint(making) else None


def _behind_here(s: Sentence, place: Argument) -> Draft | None:
    """„das Fraunhofer-Institut X hier in Ulm“, „der Hannoverschen Informationstechnologien (hannIT) in Hannover“."""
    at = place.begin - 1
    if place.marker != "in" or at < 1 or (s.lower[at] not in _HERE and s.tokens[at].text != ")"):
        return None
    body = s.taken.get(at - 1)
    if body is None or not _is_body(body) or body.last != at:
        return None
    if s.tokens[at].text == ")" and (body.marker == "bracket" or s.text_at(body.first - 1) != "("):
        return None
    return body.draft


def _own_rooms(s: Sentence, place: Argument, ends: tuple[str, ...]) -> Draft | None:
    """„hat seine Geschäftsräume in Hemer“, „die ITZBund-Außenstelle in Bonn“: whose rooms these are."""
    i = place.head
    if place.marker != "in" or i < 1 or not s.lower[i].endswith(ends):
        return None
    compound = s.taken.get(i)
    if compound is not None:
        owner = compound.adjective and compound.first == i and compound.type is EntityType.ORGANISATION
        return compound.draft if owner else None
    start = next((j for j in range(i - 1, max(-1, i - 2 - _ATTRIBUTES), -1) if s.lower[j] in POSSESSIVES), -1)
    if start < 0 or any(s.text_at(j)[:1].isupper() for j in range(start + 1, i)):
        return None
    before = [a for a in s.arguments if a.clause == s.clause_of[i] and a.nominative and a.last <= start]
    return only_one(a.draft for a in before if _is_body(a)) if before and all(map(_is_body, before)) else None


def _behind_verb(s: Sentence, place: Argument) -> Draft | None:
    """„In Jena prüft das Studierendenwerk Thüringen noch …“: who acts there now, with no work that may be another's."""
    clause = _clause(s, place.clause)
    if clause is None or place.marker != "in" or place.head >= 0 or not _opens(s, clause, place):
        return None
    if _is_past(s, clause) or is_passive(clause):
        return None
    at = place.last + 1
    at += s.low_at(at) in _ADVERBS
    body = next((a for a in s.arguments if a.begin == at and a.nominative and _is_body(a)), None)
    if (
        body is None
        or body.clause != place.clause
        or (body.begin < body.first and s.low_at(body.begin) in {"ein", "eine"})
    ):
        return None
    works = any(a.clause == place.clause and a.type in WORKS for a in s.arguments)
    verb = any(i == place.last for _, i, _ in clause.lemmas) or s.low_at(place.last) in {"hat", *MODALS}
    return None if works or not verb else body.draft


def _opens(s: Sentence, clause: Clause, place: Argument) -> bool:
    return not any(s.tokens[i].text[0].isalnum() for i in clause.tokens if i < place.begin)


def _is_past(s: Sentence, clause: Clause) -> bool:
    return in_preterite(s, clause) or is_perfect(clause)


def _after_where(s: Sentence, place: Argument) -> Draft | None:
    """„nach Halle, wo er Chef der Rabensoft GmbH ist“, „nach Dessau, wo der Eigenbetrieb X sie betreuen wird“."""
    at = place.last
    if s.text_at(at)[:1].islower():
        # „nach Gera gegangen, wo …“
        at += 1
    if place.marker not in _TOWARDS or s.text_at(at) != "," or s.low_at(at + 1) != _WHERE:
        return None
    number = s.clause_of[at + 1]
    inside = [a for a in s.arguments if a.clause == number and not a.reference]
    if any(a.type in WORKS for a in inside):
        return None
    bodies = [a for a in inside if _is_body(a) and (a.nominative or a.marker == "bei" or _is_of_title(s, a))]
    return only_one(a.draft for a in bodies)


def _is_of_title(s: Sentence, a: Argument) -> bool:
    """„Chef der Rabensoft GmbH“: whether a body is that of an office."""
    title = s.taken.get(a.head)
    return a.marker == "gen" and title is not None and title.role is not None
