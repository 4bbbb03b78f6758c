"""The cabinet beside the government: an article that names both speaks of two bodies."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Draft, Sentence


def part_cabinets(sentences: Sequence[Sentence], cast: Cast, knowledge: Knowledge) -> None:
    """Make the cabinet an entity of its own where the article names the government as well.

    „Die Landesregierung hat eine Strategie. Das Kabinett beschloss sie im Mai.“ Where only one of them is named, both
    are names of the government.

    Args:
        sentences: Sentences of the article, with the names that stand in them.
        cast: Its entities; cabinets are added to it.
        knowledge: Compiled vocabulary.
    """
    nouns = knowledge.words("cabinet-nouns")
    governments = [d for d in cast.drafts if d.kind == "Government" and d.mentions]
    places: defaultdict[int, list[tuple[Sentence, Argument]]] = defaultdict(list)
    for s in sentences if governments else ():
        for a in s.arguments:
            if a.draft is not None and a.draft.kind == "Government":
                places[id(a.draft)].append((s, a))
    for government in governments:
        meetings = [(s, a) for s, a in places[id(government)] if _noun(s, a, knowledge) in nouns]
        if meetings and len(meetings) < len(places[id(government)]):
            _part(government, meetings, cast, knowledge)
            for s, a in meetings:
                places[id(a.draft)].append((s, a))


def _noun(s: Sentence, a: Argument, knowledge: Knowledge) -> str:
    """The noun that a name ends in, in its dictionary form."""
    return knowledge.nominative(s.text_at(a.last - 1))


def _part(government: Draft, meetings: Sequence[tuple[Sentence, Argument]], cast: Cast, knowledge: Knowledge) -> None:
    land = government.jurisdiction
    for s, a in meetings:
        noun = _noun(s, a, knowledge)
        cabinet = cast.named(noun if land is None else f"{noun} {land.name}", government.type, government.kind)
        cabinet.jurisdiction = land
        start, end = s.starts[a.first], s.end_of(a.last - 1)
        government.mentions.discard((start, end))
        government.names.discard(cast.text[start:end])
        cabinet.add(start, end)
        cabinet.names |= {noun, cast.text[start:end]}
        a.draft = cabinet
