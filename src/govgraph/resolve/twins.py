"""A programme that an article calls its own, and the system or service of the same name in it: one."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from govgraph.model import OWN, ArticleRecord, EntityType

_WORKS = frozenset({EntityType.SYSTEM, EntityType.SERVICE})


def twins(one: ArticleRecord, apart: Collection[frozenset[str]] = ()) -> Iterator[tuple[str, str]]:
    """Programmes of an article, each with the work that it is: „die Kooperation Ostlandcloud“, „die Ostlandcloud“.

    Args:
        one: An article with what was read from it.
        apart: Pairs of IRIs that somebody has judged to be two.
    """
    works: dict[str, list[str]] = {}
    for entity in one.entities:
        if entity.type in _WORKS:
            works.setdefault(entity.name, []).append(entity.id)
    for entity in one.entities:
        found = works.get(entity.name, [])
        own = entity.type is EntityType.PROGRAMME and OWN.search(entity.id)
        if own and len(found) == 1 and frozenset((entity.id, found[0])) not in apart:
            yield entity.id, found[0]
