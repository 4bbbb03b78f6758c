"""Offices of counterparts: „ihr Spandauer Amtskollege Peter Klein“ has the office of the one it is said of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, OfficeDraft, Sentence

_CONFIDENCE = 0.7
_TOWNS = frozenset({"Municipality", "District", "Borough"})
_RULED = frozenset({"Ministry", "Government"})


def counterpart_offices(
    sentences: Sequence[Sentence], known: Sequence[OfficeDraft], knowledge: Knowledge
) -> Iterator[OfficeDraft]:
    """The place says whose office it is; the role is the one that another person of the sentence holds.

    Args:
        sentences: Sentences of the article.
        known: Offices read so far.
        knowledge: Compiled vocabulary.
    """
    nouns = knowledge.words("counterpart-nouns")
    here: dict[int, list[OfficeDraft]] = {}
    for office in known:
        here.setdefault(id(office.person), []).append(office)
    for s in sentences:
        for i, token in enumerate(s.tokens):
            if token.text not in nouns:
                continue
            person, place = _at(s, i + 1), s.taken.get(i - 1)
            if person is None or person.draft is None:
                continue
            if place is None or not place.adjective:
                # „seine Amtskollegin Anna Weber aus Fulda“
                place = s.taken.get(person.last + 1) if s.low_at(person.last) in {"aus", "in", "von"} else None
            if place is None or place.draft is None:
                continue
            others = {
                o.role.iri: o
                for a in s.arguments
                if a.draft is not None and a.draft is not person.draft and a.first < i
                for o in here.get(id(a.draft), ())
                if o.status is not Status.FORMER and _same_level(o.body, place.draft)
            }
            if len(others) == 1 and not here.get(id(person.draft)):
                office = next(iter(others.values()))
                yield replace(
                    office,
                    person=person.draft,
                    body=place.draft,
                    status=Status.CURRENT,
                    since=None,
                    until=None,
                    confidence=_CONFIDENCE,
                    sentence=s,
                )


def _at(s: Sentence, i: int) -> Argument | None:
    """The person whose name, perhaps after a doctorate, begins at a token."""
    for j in (i, i + 1, i + 2):
        found = s.taken.get(j)
        if found is not None:
            return found if found.type is EntityType.PERSON else None
        if not s.text_at(j).endswith((".", "Dr", "Prof")) and s.text_at(j) not in {"Dr", "Prof"}:
            return None
    return None


def _same_level(body: Draft | None, place: Draft) -> bool:
    """Whether the place can have an office like that in the body: a town's in a town, a Land's in a Land."""
    if body is None:
        return False
    if body.kind in _TOWNS:
        return place.kind in _TOWNS
    return place.kind == "State" and (body.kind == "State" or body.kind in _RULED)
