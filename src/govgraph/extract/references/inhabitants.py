"""People called after their town, which they stand for: „Ihren Hund melden die Geraer über die Plattform an“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.places import bare_name, other_adjectives, town_adjectives
from govgraph.extract.state import Argument
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govgraph.extract.state import Draft, Sentence

_ALL = frozenset({"alle", "allen", "den", "die", "viele", "vielen"})


def inhabitants(sentences: Sequence[Sentence], drafts: Iterable[Draft]) -> None:
    """Let „die Geraer“ stand for Gera, if the article names that town.

    Args:
        sentences: Sentences of the article, with their names marked.
        drafts: Entities of the article.
    """
    towns = _by_people(drafts)
    if not towns:
        return
    for s in sentences:
        for i in range(1, len(s.tokens)):
            text = s.tokens[i].text
            if text not in towns and text.removesuffix("n") not in towns:
                continue
            town = towns.get(text) or towns.get(text.removesuffix("n"))
            if town is not None and i not in s.taken and _is_alone(s, i):
                people = Argument(i, i + 1, draft=town, reference=True)
                s.arguments.append(people)
                s.taken[i] = people


def _by_people(drafts: Iterable[Draft]) -> dict[str, Draft]:
    """The towns of an article by what their people are called."""
    found: dict[str, Draft] = {}
    for draft in drafts:
        if draft.type is EntityType.MUNICIPALITY and draft.kind == "Municipality" and draft.mentions:
            name = bare_name(draft.name)
            for form in (*town_adjectives(name), *other_adjectives(name)):
                found.setdefault(form, draft)
    return found


def _is_alone(s: Sentence, i: int) -> bool:
    """„die Geraer melden“, „Geraerinnen und Geraer“; not „die Geraer Ämter“, „die Geraer, die …“."""
    opened = s.low_at(i - 1) in _ALL or (s.low_at(i - 1) == "und" and s.low_at(i - 2).endswith("innen"))
    after = s.text_at(i + 1)
    return opened and not after[:1].isupper() and after not in {"-", "/", "("}
