"""Where a body is by what it does there: „In Jena tüftelt das Werk X …“, „in Gera von der X GmbH entwickelt“."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.slots import in_past, is_passive
from govgraph.extract.facts.other_places import OtherPlaces, is_denied
from govgraph.extract.facts.towns_and_bodies import is_town, may_work
from govgraph.extract.state import BODY_TYPES, WORKS, FactDraft, only_one
from govgraph.language.grammar import AUXILIARY_LEMMAS, POSSESSIVES
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_CONFIDENCE = 0.7
_RULE = "premises"
_BY = frozenset({"durch", "von"})
_TOWARDS = frozenset({"aus", "in", "nach"})
_ADVERBS = frozenset({"dagegen", "derweil", "hingegen", "indes", "indessen", "jedoch", "wiederum"})
"""Adverbs between the verb and a body that stands behind it."""
_HERE = frozenset({"dort", "hier", "oben", "unten"})
_WHERE = "wo"
_WITH = frozenset({"am", "auf", "für", "mit", "während"})
"""Words by which a body works with or for others, or at an event, so not in rooms of its own."""
_LEADING = frozenset({"führen", "leiten"})
_ATTRIBUTES = 2
"""Most adjectives between a possessive and its noun."""


class HomeWords(NamedTuple):
    """Words by which a body is at home.

    Attributes:
        working: Lemmas of verbs for sitting and working in rooms of one's own.
        making: Lemmas of verbs for what is made where its maker is.
        rooms: Ends of nouns for rooms and seats, in small letters.
        own: How nouns end for units and offices that have their place by whose they are, in small letters.
    """

    working: Set[str]
    making: Set[str]
    rooms: tuple[str, ...]
    own: tuple[str, ...]


def at_home(sentences: Sequence[Sentence], words: HomeWords, others: OtherPlaces) -> Iterator[FactDraft]:
    """Towns that the text gives as where a body is at work.

    Args:
        sentences: The article.
        words: Words by which a body is at home.
        others: Where bodies are by their name or by what has been read.
    """
    for s in sentences:
        for place in s.arguments:
            if place.draft is None or place.adjective or place.reference or not is_town(place, unions=False):
                continue
            body = _made(s, place, words.making) or _behind_here(s, place) or _own_rooms(s, place, words.rooms)
            if body is None:
                body = _behind_verb(s, place, words.working) or _after_where(s, place, words.working)
                body = None if body is None or others.has(body, place.draft) else body
            if body is None or body is place.draft or body.name.lower().split(" ")[0].endswith(words.own):
                continue
            yield FactDraft(body, Predicate.LOCATED_IN, place.draft, Modality.ASSERTED, _CONFIDENCE, s, _RULE)


def _clause(s: Sentence, number: int) -> Clause | None:
    return s.clauses[number] if 0 <= number < len(s.clauses) else None


def _made(s: Sentence, place: Argument, making: Set[str]) -> Draft | None:
    """„Entwickelt wird es in Gera von der Rabensoft GmbH“, „…, in Gera vom Verein X entwickelt“."""
    maker = next((a for a in s.arguments if a.begin == place.last and a.marker in _BY and may_work(a)), None)
    clause = _clause(s, place.clause)
    if maker is None or clause is None or place.marker != "in" or is_denied(s, clause):
        return None
    if any(a.group == place.group and a is not place for a in s.arguments):
        # „in Gera und Jena von der Rabensoft GmbH entwickelt“
        return None
    done = {lemma for lemma, _, participle in clause.lemmas if participle} or clause.verbs
    passive = is_passive(clause) or clause.kind == "participle" or not clause.auxiliaries
    return maker.draft if passive and not done.isdisjoint(making) else None


def _behind_here(s: Sentence, place: Argument) -> Draft | None:
    """„das Fraunhofer-Institut X hier in Ulm“, „der Hannoverschen Informationstechnologien (hannIT) in Hannover“."""
    at = place.begin - 1
    if place.marker != "in" or at < 1 or (s.lower[at] not in _HERE and s.tokens[at].text != ")"):
        return None
    body = s.taken.get(at - 1)
    if body is None or not may_work(body) or body.last != at:
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
    return only_one(a.draft for a in before if may_work(a)) if before and all(map(may_work, before)) else None


def _behind_verb(s: Sentence, place: Argument, working: Set[str]) -> Draft | None:
    """„In Jena tüftelt das Studierendenwerk Thüringen …“: a body at work there, and alone in the clause."""
    clause = _clause(s, place.clause)
    if clause is None or place.marker != "in" or place.head >= 0 or not _opens(s, clause, place):
        return None
    if in_past(s, clause) or clause.auxiliaries or is_denied(s, clause) or not _works_at(clause, place.last, working):
        return None
    at = place.last + 1
    at += s.low_at(at) in _ADVERBS
    body = next((a for a in s.arguments if a.begin == at and a.nominative and may_work(a)), None)
    if body is None or body.draft is None or body.clause != place.clause or not _may_be_here(body.draft):
        return None
    if body.begin < body.first and s.low_at(body.begin) in {"ein", "eine"}:
        return None
    beside = (a for a in s.arguments if a.clause == place.clause and a.draft not in {place.draft, body.draft})
    return (
        None if _with_others(s, clause) or any(a.type in WORKS or a.type in BODY_TYPES for a in beside) else body.draft
    )


def _with_others(s: Sentence, clause: Clause) -> bool:
    """„arbeitet für die Schulen“, „sitzt mit am Tisch“, „arbeitet auf der Messe“."""
    return any(s.lower[i] in _WITH and i not in s.taken for i in clause.tokens)


def _may_be_here(body: Draft) -> bool:
    """Whether a body is unknown, or known as one of a Land, whose towns are the only ones in which it may be."""
    land = body.jurisdiction
    return body.entry is None or (body.kind != "Association" and land is not None and land.kind == "State")


def _works_at(clause: Clause, at: int, working: Set[str]) -> bool:
    """Whether a token is the verb of a clause and one of working: „arbeitet … zusammen“ is another."""
    return any(i == at and lemma in working for lemma, i, _ in clause.lemmas)


def _opens(s: Sentence, clause: Clause, place: Argument) -> bool:
    return not any(s.tokens[i].text[0].isalnum() for i in clause.tokens if i < place.begin)


def _after_where(s: Sentence, place: Argument, working: Set[str]) -> Draft | None:
    """„nach Halle, wo er Chef der Rabensoft GmbH ist“, „nach Gera, wo er bei der Rabensoft GmbH arbeitet“."""
    at = place.last
    if s.text_at(at)[:1].islower():
        # „nach Gera gegangen, wo …“
        at += 1
    if place.marker not in _TOWARDS or s.text_at(at) != "," or s.low_at(at + 1) != _WHERE:
        return None
    number = s.clause_of[at + 1]
    clause = _clause(s, number)
    inside = [a for a in s.arguments if a.clause == number and not a.reference]
    if clause is None or is_denied(s, clause) or any(a.type in WORKS for a in inside):
        return None
    verbs = clause.verbs - AUXILIARY_LEMMAS
    working = frozenset() if _with_others(s, clause) else working
    return only_one(a.draft for a in inside if may_work(a) and _is_worked_at(s, a, verbs, working))


def _is_worked_at(s: Sentence, a: Argument, verbs: Set[str], working: Set[str]) -> bool:
    """Whether a clause after „wo“ says that a body works there, or that somebody works for it or leads it."""
    if a.marker == "gen":
        # „Chef der Rabensoft GmbH ist“
        title = s.taken.get(a.head)
        return title is not None and title.role is not None and not verbs
    if a.marker == "bei":
        return bool(verbs) and verbs <= working
    if a.marker == "np" and "a" in a.cases and verbs and verbs <= _LEADING:
        return True
    here = a.draft is not None and _may_be_here(a.draft)
    return a.nominative and here and bool(verbs) and verbs <= working
