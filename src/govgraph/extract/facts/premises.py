"""Where bodies have their rooms: „in der Kölner Zentrale der KGSt“, „von Kiel aus“, „nach Bonn zum BSI“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.facts.towns_and_bodies import is_everywhere, is_town, may_have_rooms
from govgraph.extract.state import BOARDS, FactDraft
from govgraph.language.grammar import BECOMING, MODALS
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.facts.other_places import OtherPlaces
    from govgraph.extract.state import Argument, Draft, Sentence

_THERE = frozenset({"in", "nach", "aus"})
_LISTING = frozenset({",", "/", "und", "sowie", "–"})
_LEADING = frozenset({"anführen", "aufbauen", "führen", "leiten", "übernehmen"})
_TO_SIT = frozenset({"bekommen", "beziehen", "erhalten", "haben", "nehmen"})
"""Verbs that beside a seat and „soll“ or „wird“ tell where a body is going to be."""
_OWNED = frozenset({"gen", "von"})
_US = frozenset({"uns", "ihnen"})


def premises(
    sentences: Sequence[Sentence], nouns: frozenset[str], offices: frozenset[str], others: OtherPlaces
) -> Iterator[FactDraft]:
    """Towns that the text gives as the place of a body by its premises, in brackets, or as where one goes to it.

    Args:
        sentences: The article.
        nouns: Ends of nouns for rooms and seats, in small letters.
        offices: Nouns for offices that are a town's own; where they are is said by whose they are.
        others: Where bodies are by their name or by what has been read.
    """
    for s in sentences:
        if not any(a.type is EntityType.ORGANISATION for a in s.arguments):
            continue
        for place in s.arguments:
            if place.draft is None or place.reference or not is_town(place):
                continue
            if place.adjective:
                found = _of_rooms(s, place, nouns)
            else:
                found = _beside(s, place) or _past_owner(s, place) or _with_rooms(s, place, nouns)
                found = found or _from_there(s, place) or _led_there(s, place, offices) or _with_us(s, place, others)
            for body in found:
                if body is not place.draft:
                    yield FactDraft(body, Predicate.LOCATED_IN, place.draft, Modality.ASSERTED, 0.75, s, "premises")


def _with_us(s: Sentence, place: Argument, others: OtherPlaces) -> list[Draft]:
    """„Bei uns in Köln …“, „hier bei uns in Köln“, „was geschieht bei Ihnen in Köln?“: where who speaks works.

    Whose house is elsewhere („die Universität Mannheim“), or is an association of many, speaks of another town.
    """
    at = place.begin - 1 - (s.low_at(place.begin - 1) == "hier")
    ours = s.taken.get(at) if place.marker == "in" and s.low_at(at) in _US and s.low_at(at - 1) == "bei" else None
    if ours is None or ours.draft is None or not ours.reference or not may_have_rooms(ours) or place.draft is None:
        return []
    return [] if ours.draft.kind == "Association" or others.by_name(ours.draft, place.draft) else [ours.draft]


def _is_to_be(s: Sentence, i: int) -> bool:
    """„deren Sitz Bochum sein wird“, „ihr Sitz soll Bochum sein.“: a verb, and not „sein Sitz“."""
    after = s.low_at(i + 1)
    return s.lower[i] == "sein" and (after in BECOMING or after in MODALS or not after.isalnum())


def is_to_sit(fact: FactDraft) -> bool:
    """„Der neue Verband soll seinen Sitz in Ulm haben“: whether a clause with a modal says where a body is to be."""
    s = fact.sentence
    if fact.modality is not Modality.PLANNED or (_TO_SIT.isdisjoint(s.lower) and "sein" not in s.lower):
        return False
    return any(
        a.draft is fact.object
        and 0 <= a.clause < len(s.clauses)
        and any(s.lower[i] in _TO_SIT or _is_to_be(s, i) for i in s.clauses[a.clause].tokens)
        and any(w in MODALS or w in BECOMING for w in s.clauses[a.clause].auxiliaries)
        and (
            s.text_at(a.head).lower().endswith("sitz")
            if a.head >= 0
            # „ihren Sitz soll sie in Ulm haben“
            else any(s.lower[i].endswith("sitz") for i in s.clauses[a.clause].tokens)
        )
        for a in s.arguments
    )


def _of_rooms(s: Sentence, place: Argument, nouns: frozenset[str]) -> list[Draft]:
    """„in der Kölner Zentrale der KGSt“, „in ihrem Kieler Büro“."""
    i = place.last
    while i < len(s.tokens) and s.tokens[i].text[0].islower() and s.lower[i][-1] in "enrms" and i - place.last < 2:
        i += 1
    if not _is_noun_of(s, i, nouns):
        return []
    owners = [a for a in s.arguments if a.head == i and a.marker in _OWNED and may_have_rooms(a)]
    return [a.draft for a in owners if a.draft is not None]


def _is_noun_of(s: Sentence, i: int, nouns: frozenset[str]) -> bool:
    low = s.low_at(i)
    stems = {low, low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("n"), low.removesuffix("en")}
    return s.text_at(i)[:1].isupper() and any(stem.endswith(noun) for stem in stems for noun in nouns)


def _beside(s: Sentence, place: Argument) -> list[Draft]:
    """„nach Bonn zum BSI“, „in Görlitz, bei der Lecos GmbH“; „(regio iT, Aachen)“, „ekom21 (Kassel/Darmstadt)“."""
    if place.marker not in _THERE:
        return _in_brackets(s, place)
    before = s.taken.get(place.begin - 2)
    if place.marker == "aus" and before is not None and before.draft is not None and may_have_rooms(before):
        # „die KIV Thüringen, kurz KIV, aus Gotha“
        return [before.draft] if s.low_at(before.first - 1) in {"kurz", "genannt"} else []
    if place.head in s.taken:
        # „wechselt vom Bundesverwaltungsamt in Köln zur FITKO“
        return []
    at = place.last + (s.text_at(place.last) == ",")
    for a in s.arguments:
        # „kommt aus Kassel, von der AKDB“, but not „aus Kassel von der AKDB in die Stadt“
        comes = a.marker == "von" and place.marker == "aus" and at > place.last
        goes = a.marker in {"bei", "zu"} or (a.marker == "in" and place.marker == "nach") or comes
        if a.begin == at and a.begin < a.first and a.draft is not None and goes and may_have_rooms(a):
            return [a.draft]
    return []


def _past_owner(s: Sentence, place: Argument) -> list[Draft]:
    """„das Beschaffungsamt des Bundes in Bonn“: no Land and not the Bund is in a town, but what is theirs."""
    owner = s.taken.get(place.begin - 1)
    if place.marker != "in" or owner is None or owner.type is not EntityType.JURISDICTION or owner.marker != "gen":
        return []
    body = s.taken.get(owner.head)
    beside = body is not None and body.last == owner.begin and may_have_rooms(body) and not is_town(owner)
    return [body.draft] if beside and body is not None and body.draft is not None else []


def _led_there(s: Sentence, place: Argument, offices: frozenset[str]) -> list[Draft]:
    """„Anna Weber, die in Stuttgart das Landesmedienzentrum leitet“: the body right after the place is led there."""
    if place.marker != "in" or place.head >= 0 or not 0 <= place.clause < len(s.clauses):
        return []
    led = next((a for a in s.arguments if a.begin == place.last and a.begin < a.first), None)
    if led is not None and led.draft is not None and _acts_there(s, led):
        return [led.draft]
    if _LEADING.isdisjoint(s.clauses[place.clause].verbs):
        return []
    if led is None or led.draft is None or led.clause != place.clause or not may_have_rooms(led) or led.draft.inner:
        return []
    if s.text_at(led.first) in offices:
        return []
    who = any(a.type is EntityType.PERSON and a.nominative and a.clause == place.clause for a in s.arguments)
    return [led.draft] if who and led.marker == "np" and s.low_at(led.begin) in {"das", "den", "die"} else []


def _acts_there(s: Sentence, body: Argument) -> bool:
    """„den Standard pflegt in Bremen die KoSIT“: a known body that acts, right after the town."""
    known = (
        body.draft is not None
        and body.draft.entry is not None
        and may_have_rooms(body)
        and body.draft.kind not in BOARDS
    )
    acts = s.low_at(body.begin) in {"das", "der", "die"} and "n" in body.cases and body.marker == "np"
    return known and acts and body.begin + 1 == body.first and not body.reference


def _with_rooms(s: Sentence, place: Argument, nouns: frozenset[str]) -> list[Draft]:
    """„die OWL-IT mit Häusern in Lemgo und Paderborn“, „der Verband mit Geschäftsstelle in Cottbus“."""
    i = place.head
    if place.marker != "in" or i < 1 or not _is_noun_of(s, i, nouns) or (i in s.taken and s.lower[i - 1] != "mit"):
        return []
    start = next((j for j in range(i - 1, max(-1, i - 4), -1) if s.lower[j] == "mit"), -1)
    body = s.taken.get(start - 1) if start > 0 else None
    return [body.draft] if body is not None and body.draft is not None and may_have_rooms(body) else []


def _in_brackets(s: Sentence, place: Argument) -> list[Draft]:
    """The body right before the bracket or at its beginning, where nothing but towns follows it inside."""
    i = place.first - 1
    while i > 0 and (s.tokens[i].text in _LISTING or (i in s.taken and is_town(s.taken[i]))):
        i -= 1
    body = s.taken.get(i)
    opened = body is not None and s.text_at(body.first - 1) == "("
    if s.text_at(i) == "(":
        body, opened = s.taken.get(i - 1), True
    if body is None or not opened or not may_have_rooms(body) or body.draft is None:
        return []
    close = next((j for j in range(place.last, len(s.tokens)) if s.tokens[j].text == ")"), -1)
    inside = range(place.last, close)
    alone = all(s.tokens[j].text in _LISTING or (j in s.taken and is_town(s.taken[j])) for j in inside)
    return [body.draft] if close >= 0 and alone else []


def _from_there(s: Sentence, place: Argument) -> list[Draft]:
    """„Von Kiel aus steuert Dataport …“: the one body that acts in the clause."""
    if place.marker != "von" or s.low_at(place.last) != "aus" or place.begin + 1 != place.first:
        return []
    acting = {
        id(a.draft): a.draft
        for a in s.arguments
        if a.clause == place.clause and a.draft is not None and a.marker == "np" and "n" in a.cases and not a.adjective
    }
    bodies = [d for d in acting.values() if d.type is EntityType.ORGANISATION and not is_everywhere(d)]
    others = [d for d in acting.values() if d.type in {EntityType.PERSON, EntityType.JURISDICTION}]
    return bodies if len(bodies) == 1 and not others else []
