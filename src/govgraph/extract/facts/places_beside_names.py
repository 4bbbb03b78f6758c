"""Where something lies, by a place right beside its name: an adjective, a bracket, an apposition, „nach Bonn“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BOARDS, CITY_STATES, FactDraft
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Sentence

_ORGANS = frozenset({"Authority", "Department", "Parliament"})
"""Kinds of body that are a town's own: „das Chemnitzer Jugendamt“."""
_SEATED = frozenset({"Company", "PublicCompany", "ServiceProvider", "University", "ResearchInstitute"})
_IN_SHORT = frozenset({"abgekürzt", "genannt", "kurz"})


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
