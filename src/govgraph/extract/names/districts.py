"""The district that an article calls by the name of its town: „Der Landkreis Uelzen … Uelzen geht voran.“."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from govgraph.extract.names.entities import arguments_of
from govgraph.extract.places import bare_name
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Draft, Sentence

_WHERE = frozenset({"in", "aus", "nach", "bei", "um", "gen"})
_LIST = frozenset({",", "und", "sowie", "oder", "/"})
_LONGEST_LIST = 8
"""How many tokens before a town „die Kreise“ may open the list that it stands in."""


def settle_districts(sentences: Sequence[Sentence], cast: Cast, knowledge: Knowledge) -> None:
    """Let the bare name of a district stand for it where the article never speaks of the town of that name.

    Args:
        sentences: Sentences of the article, with the names that stand in them.
        cast: Its entities; a town that is the district is no longer one of them.
        knowledge: Compiled vocabulary.
    """
    districts = [d for d in cast.drafts if d.kind == "District" and d.entry is not None and d.mentions]
    if not districts:
        return
    towns: defaultdict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for draft in cast.drafts:
        if draft.kind == "Municipality" and draft.entry is not None and draft.mentions:
            towns[draft.entry.jurisdictions].append(draft)
    named = [(district, town) for district in districts if (town := _namesake(district, towns, knowledge)) is not None]
    places: defaultdict[int, list[tuple[Sentence, Argument]]] = defaultdict(list)
    for s in sentences if named else ():
        for a in s.arguments:
            if a.draft is not None and a.draft.kind == "Municipality":
                places[id(a.draft)].append((s, a))
    arguments = None
    for district, town in named:
        found = places[id(town)]
        if found and not any(_is_town(s, a, district, knowledge) for s, a in found):
            surfaces = {cast.text[start:end] for start, end in town.mentions}
            arguments = arguments if arguments is not None else arguments_of(sentences)
            cast.merge(town, district, arguments)
            if town.name not in surfaces:
                district.names.discard(town.name)


def _namesake(district: Draft, towns: Mapping[tuple[str, ...], Sequence[Draft]], knowledge: Knowledge) -> Draft | None:
    """The town of the article, by its Land, that the district is called after."""
    entry = district.entry
    if entry is None:
        return None
    known = knowledge.districts
    return next(
        (
            d
            for d in towns.get(entry.jurisdictions, ())
            if d.entry is not None and entry in {known.get(d.entry.name), known.get(bare_name(d.entry.name))}
        ),
        None,
    )


def _is_town(s: Sentence, a: Argument, district: Draft, knowledge: Knowledge) -> bool:
    """Whether the words around a name say, or may say, that the town itself is meant."""
    before = s.low_at(a.first - 1)
    if before.startswith(("kreis", "landkreis")):
        return False
    opening = {t.text for t in s.tokens[max(0, a.first - _LONGEST_LIST) : a.first]}
    if not opening.isdisjoint(knowledge.words("district-plurals")):
        return False
    if not knowledge.words("town-signs").isdisjoint(t.text for t in s.tokens):
        return True
    if a.adjective:
        return s.text_at(a.last) not in knowledge.words("district-signs")
    beside = (s.taken.get(a.first - 2) if before in _LIST else None, s.taken.get(a.last + 1))
    if any(o is not None and o.type is EntityType.MUNICIPALITY and o.draft is not a.draft for o in beside):
        return True
    if any(o.draft is district for o in s.arguments):
        return True
    return before in _WHERE
