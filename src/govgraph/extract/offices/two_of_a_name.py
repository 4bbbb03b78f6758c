"""Two people whom an article calls by one name: „CIO Stefan Müller … der CDO der Stadt Kassel, Stefan Müller, …“.

Nobody holds full-time offices in two places at one time. Where an article has one name in both, each place has a
person of its own, with the offices, statements and mentions of the sentences that speak of that place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.offices.settling import HEADS_OF_TOWNS
from govgraph.extract.state import PLACES, Draft, by_person
from govgraph.model import Status, slug

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from govgraph.extract.state import Argument, FactDraft, OfficeDraft, Sentence

_HELD = frozenset({Status.CURRENT, Status.NEW, Status.ACTING})
_PRONOUNS = frozenset({"der", "die", "er", "ich", "sie"})
_SEVERAL = 2


def told_apart(
    offices: Sequence[OfficeDraft], facts: Sequence[FactDraft], full_time: Collection[str]
) -> tuple[list[OfficeDraft], list[Draft]]:
    """The offices, those of a second person of one name with that person, and the people that are new by this.

    Args:
        offices: Offices of the article.
        facts: Its statements; their ends become those of the second person where they speak of that one.
        full_time: IRIs of roles that nobody holds in two places at one time.
    """
    held = by_person(
        o for o in offices if o.role.iri in full_time and o.status in _HELD and o.until is None and _place(o.body)
    )
    _part_spellings(held.values())
    told, new = list(offices), []
    for own in held.values():
        places = _places(own)
        for place in places[1:]:
            other, sentences = _second(own, place)
            told = [_of_second(o, own[0].person, other, place, sentences) for o in told]
            _move(own[0].person, other, facts, sentences)
            new.append(other)
    return told, new


def _part_spellings(held: Iterable[Sequence[OfficeDraft]]) -> None:
    """„Stefan Mueller“ and „Stefan Müller“ in two places are two, though one IRI would do for both names."""
    known: dict[str, set[str]] = {}
    for own in sorted(held, key=lambda some: some[0].sentence.start):
        places = set(_places(own) or [_place(own[0].body)])
        others = known.setdefault(slug(own[0].person.name), places)
        if not others & places:
            own[0].person.inner = True


def _places(held: Sequence[OfficeDraft]) -> list[str]:
    """Places of the offices of one name, if it is that of as many people; else none."""
    # a body beside no title is a guess, but for towns: no other body has mayors
    sure = [o for o in held if o.sure or o.how == "clause" or o.role.iri in HEADS_OF_TOWNS]
    sure.sort(key=lambda o: o.sentence.start)
    first = _place(sure[0].body) if sure else ""
    # „Krug ist auch …“ goes on about the same one
    places = list(dict.fromkeys(_place(o.body) for o in sure if _place(o.body) == first or _is_introduced(o)))
    if len(places) < _SEVERAL:
        return []
    for sentence in {id(o.sentence): o.sentence for o in sure}.values():
        here = {_place(o.body) for o in sure if o.sentence is sentence}
        if len(here) >= _SEVERAL and len(_named(sentence, held[0].person)) < len(here):
            # „Anna Weber ist CIO des Landes und Bürgermeisterin von Lich“ says that one is both
            return []
    return places


def _second(held: Sequence[OfficeDraft], place: str) -> tuple[Draft, list[Sentence]]:
    """A person for the offices in a place, and the sentences that speak of nobody else of this name."""
    first = held[0].person
    others = {id(o.sentence) for o in held if _place(o.body) != place}
    sentences = {id(o.sentence): o.sentence for o in held if _place(o.body) == place}
    other = Draft(first.name, first.type, first.kind, feminine=first.feminine, inner=True)
    return other, [s for key, s in sentences.items() if key not in others]


def _of_second(
    office: OfficeDraft, first: Draft, other: Draft, place: str, sentences: Collection[Sentence]
) -> OfficeDraft:
    moved = _place(office.body) == place or any(office.sentence is s for s in sentences)
    return replace(office, person=other) if office.person is first and moved else office


def _move(first: Draft, other: Draft, facts: Sequence[FactDraft], sentences: Sequence[Sentence]) -> None:
    """Give the second person what sentences say that speak of that one only."""
    for s in sentences:
        for argument in _named(s, first):
            argument.draft = other
            span = (s.starts[argument.first], s.end_of(argument.last - 1))
            if span in first.mentions:
                first.mentions.discard(span)
                other.add(*span)
    for fact in facts:
        if any(fact.sentence is s for s in sentences):
            fact.subject = other if fact.subject is first else fact.subject
            fact.object = other if fact.object is first else fact.object
            fact.speaker = other if fact.speaker is first else fact.speaker


def _is_introduced(office: OfficeDraft) -> bool:
    """Whether the sentence of an office names the person in full or by the title, and not by „er“ or „Krug“ alone."""
    s = office.sentence
    named = _named(s, office.person)
    if office.how == "title" or any(a.last - a.first > 1 for a in named):
        return True
    return not named and not any(a.draft is office.person and s.lower[a.first] in _PRONOUNS for a in s.arguments)


def _named(s: Sentence, person: Draft) -> list[Argument]:
    return [a for a in s.arguments if a.draft is person and not a.reference]


def _place(body: Draft | None) -> str:
    """Name of the Land or town that a body is or belongs to; empty if it is not known."""
    if body is None:
        return ""
    place = body if body.type in PLACES else body.jurisdiction
    return place.name if place is not None else ""
