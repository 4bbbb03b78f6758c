"""Tools that are called after a known work: „der BundID-Connector“, „das Projekt EfA-Lotse“."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from govgraph.extract.state import WORKS, WORKS_AND_EVENTS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Sentence

_NAMED = WORKS | {EntityType.LAW}
_SINGULAR = frozenset({"das", "dem", "den", "der", "des", "im", "vom", "zum"})
"""Articles of one certain thing; „die“ is that of several, since the nouns are masculine or neuter."""


def mark_tools(sentences: Sequence[Sentence], cast: Cast, knowledge: Knowledge) -> None:
    """Name the tools whose noun a known name tells apart, wherever they stand; the known one is not spoken of there.

    One that is only „ein BundID-Helfer“, several, or somebody with that task („der OZG-Manager Jan Krahl“) is none.

    Args:
        sentences: Sentences of the article, with the names that stand in them.
        cast: Its entities; new ones are added to it.
        knowledge: Compiled vocabulary.
    """
    nouns = knowledge.words("tools-for-works") | knowledge.words("guides-and-helpers")
    found: dict[str, list[tuple[Sentence, Argument]]] = defaultdict(list)
    for s in sentences:
        for a in s.arguments:
            if a.adjective and a.last == a.first + 1 and a.type in _NAMED:
                name = _tool(s.tokens[a.first].text, nouns, knowledge)
                if name:
                    found[name].append((s, a))
    for name, places in found.items():
        kinds = [told for s, a in places if (told := _kind(s, a, knowledge)) is not None]
        if kinds and not any(_is_somebody(s, a) for s, a in places):
            type_, kind = next((k for k in kinds if k[0] is not EntityType.SYSTEM), kinds[0])
            draft = cast.thing(name, type_, kind)
            for s, a in places:
                _take_back(s, a)
                cast.place(s, a.first, a.last, draft)


def _tool(text: str, nouns: frozenset[str], knowledge: Knowledge) -> str:
    """The name of a tool that a word with hyphens is, in nominative; empty if it is none."""
    known, hyphen, noun = text.rpartition("-")
    for form in (noun, knowledge.lemma(noun), noun.removesuffix("s")):
        if form in nouns:
            return known + hyphen + form
    return ""


def _kind(s: Sentence, a: Argument, knowledge: Knowledge) -> tuple[EntityType, str] | None:
    """Type and class of a tool where the text speaks of a certain one; None where it does not."""
    head = knowledge.head_noun(s.text_at(a.first - 1)) if a.first else None
    if head is not None and head.introduces and head.type in WORKS_AND_EVENTS:
        return head.type, head.kind
    return (EntityType.SYSTEM, "System") if s.low_at(a.first - 1) in _SINGULAR else None


def _is_somebody(s: Sentence, a: Argument) -> bool:
    """„der OZG-Manager Jan Krahl“, „Jan Krahl, der OZG-Manager der Stadt“: a title beside a person."""
    beside = (s.taken.get(a.last), s.taken.get(a.first - 3), s.taken.get(a.first - 2))
    return any(b is not None and b.type is EntityType.PERSON for b in beside) or s.low_at(a.first - 1) == "als"


def _take_back(s: Sentence, a: Argument) -> None:
    start, end = s.starts[a.first], s.end_of(a.first)
    if a.draft is not None:
        a.draft.mentions -= {span for span in a.draft.mentions if start <= span[0] < end}
    s.drop(a)
