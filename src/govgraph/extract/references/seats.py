"""Offices and people of a place that stand for it: „im Kasseler Rathaus“, „die Nachbarn in Göttingen“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.places import bare_name
from govgraph.extract.state import PLACES, Argument
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Draft, Sentence

_FROM = frozenset({"in", "aus"})
_AND = frozenset({",", "und", "sowie"})
_ALL_OF = frozenset({"alle", "allen", "den", "die", "sämtliche", "sämtlichen", "unsere", "unseren", "übrigen"})
_OF_OTHERS = frozenset({"anderer", "aller", "aus", "der", "in", "mehrerer", "von"})
_PAIRED_BY = frozenset({"und", "sowie", "wie"})
_TOWN_NOUNS = frozenset({"Stadt", "Hansestadt", "Universitätsstadt"})
_DISTRICT_NOUNS = frozenset({"Landkreis", "Kreis"})
_NO_NOUNS: frozenset[str] = frozenset()


def seat_arguments(s: Sentence, nouns: frozenset[str]) -> None:
    """Let the noun after the adjective of a place stand for the place, if it names where that place is governed.

    Args:
        s: Sentence with its names marked.
        nouns: Such nouns, as they stand in text.
    """
    for a in [a for a in s.arguments if a.adjective and a.type in PLACES and a.last - a.first == 1]:
        i = a.last
        while i < min(a.last + 3, len(s.tokens)) and s.tokens[i].text[0].islower() and i not in s.taken:
            i += 1
        if i >= len(s.tokens) or i in s.taken or s.tokens[i].text.rsplit("-", 1)[-1] not in nouns:
            continue
        if "-" in s.tokens[a.first].text:
            continue
        seat = Argument(i, i + 1, draft=a.draft, reference=True)
        s.arguments.append(seat)
        s.taken[i] = seat


def _inhabitants(s: Sentence) -> None:
    """Let „Kasselerinnen“ of „Kasselerinnen und Kasseler“ stand for the place."""
    for a in [a for a in s.arguments if a.adjective and a.type in PLACES and a.last - a.first == 1]:
        i = a.first - 2
        if s.low_at(i + 1) == "und" and s.low_at(i).endswith("innen") and i not in s.taken:
            people = Argument(i, i + 1, draft=a.draft, reference=True)
            s.arguments.append(people)
            s.taken[i] = people


def people_arguments(s: Sentence, nouns: frozenset[str]) -> None:
    """Let people of a town stand for it: „die Nachbarn in Göttingen betreiben …“, „die Kollegen aus Ulm“.

    Those of several („die Kollegen aus Kiel, Mainz und Trier“) are people and no towns.

    Args:
        s: Sentence with its names marked.
        nouns: Such nouns, as they stand in text.
    """
    _inhabitants(s)
    for a in [a for a in s.arguments if a.type is EntityType.MUNICIPALITY and not a.adjective]:
        i = a.first - 2
        listed = s.low_at(a.last) in _AND and a.last + 1 in s.taken
        if s.low_at(a.first - 1) in _FROM and not listed and s.text_at(i) in nouns and i not in s.taken:
            people = Argument(i, i + 1, draft=a.draft, reference=True)
            s.arguments.append(people)
            s.taken[i] = people


def seated_in(s: Sentence, at: int, place: Draft | None) -> Draft | None:
    """„ist bei der AKDB in München, wo sie den Vertrieb leitet“: the body of which a place says no more than its seat.

    Args:
        s: Sentence with its names marked.
        at: Token of the word for the place.
        place: What that word was taken for.
    """
    if place is None or place.type not in PLACES:
        return None
    seat = next((a for a in s.arguments if a.draft is place and a.last <= at and a.marker == "in"), None)
    host = None if seat is None else s.taken.get(seat.head)
    return None if host is None or host.adjective or host.type is not EntityType.ORGANISATION else host.draft


def authorities_arguments(s: Sentence, cast: Cast, nouns: frozenset[str]) -> None:
    """Let „alle Landesbehörden“ stand for the Land of the article: what they must introduce, it introduces.

    Those of others („die Landesbehörden in Hessen“, „anderer Länder“) are left alone.

    Args:
        s: Sentence with its names marked.
        cast: Entities of the article.
        nouns: Such nouns, as they stand in text.
    """
    if cast.home is None or cast.home.kind != "State" or not cast.home.name:
        return
    for i, token in enumerate(s.tokens):
        if (
            token.text in nouns
            and i not in s.taken
            and s.low_at(i - 1) in _ALL_OF
            and s.low_at(i + 1) not in _OF_OTHERS
        ):
            authorities = Argument(i, i + 1, draft=cast.home, reference=True)
            s.arguments.append(authorities)
            s.taken[i] = authorities


def halves_of_names(s: Sentence, cast: Cast, knowledge: Knowledge) -> None:
    """„Stadt und Landkreis Göttingen“, „Landkreis und Stadt Göttingen“: the bare noun stands for its half of the pair.

    Args:
        s: Sentence with its names marked.
        cast: Entities of the article.
        knowledge: Compiled vocabulary.
    """
    for a in [a for a in s.arguments if a.type is EntityType.MUNICIPALITY and not a.adjective]:
        town = a.draft is not None and a.draft.kind == "Municipality"
        first = a.first - 1 if town and s.text_at(a.first - 1) in _TOWN_NOUNS else a.first
        i = first - 2
        if i < 0 or s.low_at(first - 1) not in _PAIRED_BY or i in s.taken:
            continue
        if s.text_at(i) not in (_DISTRICT_NOUNS if town and first < a.first else _NO_NOUNS if town else _TOWN_NOUNS):
            continue
        other = _other_half(a.draft, cast, knowledge)
        if other is not None:
            if not other.mentions:
                other.add(s.starts[i], s.end_of(i))
            half = Argument(i, i + 1, draft=other, reference=True)
            s.arguments.append(half)
            s.taken[i] = half


def _other_half(draft: Draft | None, cast: Cast, knowledge: Knowledge) -> Draft | None:
    """The district around a town of its name, or the town that a district is called after."""
    if draft is None or draft.entry is None:
        return None
    if draft.kind == "Municipality":
        entry = knowledge.districts.get(draft.entry.name) or knowledge.districts.get(bare_name(draft.entry.name))
    else:
        entry = knowledge.town_of_district(draft.entry)
    same = entry is not None and entry.jurisdictions == draft.entry.jurisdictions
    return cast.known(entry) if same and entry is not None else None
