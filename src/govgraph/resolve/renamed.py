"""Bodies that may be one because an article calls the one by the name of the other: what was renamed is one body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from govgraph.model import ArticleRecord, EntityType
from govgraph.resolve.people import Anchor

_MOST_NAMED = 3
"""Bodies of one name that are suggested; more is a name that many have."""


@dataclass(slots=True)
class _Body:
    names: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    lands: set[str] = field(default_factory=set)
    first: tuple[str, str] = ("9999", "")
    anchors: list[Anchor] = field(default_factory=list)

    @property
    def name(self) -> str:
        return max(self.names, key=lambda name: (len(name), name))


class Renamed:
    """Gathers bodies article by article; what comes out hangs on the set of articles alone.

    Args:
        apart: Pairs of IRIs that somebody has judged to be two.
    """

    def __init__(self, apart: Iterable[tuple[str, str]] = ()) -> None:
        self._apart = frozenset(frozenset(pair) for pair in apart)
        self._bodies: dict[str, _Body] = defaultdict(_Body)

    def add(self, one: ArticleRecord) -> None:
        """Take in the bodies of an article."""
        for entity in one.entities:
            if entity.type is EntityType.ORGANISATION:
                body = self._bodies[entity.id]
                body.names.add(entity.name)
                body.others.update(name for name in entity.aliases if _is_whole(name))
                body.lands.add(entity.jurisdiction or "")
                body.first = min(body.first, (one.article.date or "9999", one.article.id))
                body.anchors.append((one.article.id, entity.id))

    def likely(self) -> Iterator[tuple[str, str, tuple[str, str], tuple[tuple[Anchor, ...], tuple[Anchor, ...]]]]:
        """Pairs that may be one, the earlier first: IRIs, names, and where each appears."""
        called: dict[str, set[str]] = defaultdict(set)
        for iri, body in self._bodies.items():
            for name in body.names:
                called[name].add(iri)
        pairs = {
            frozenset((iri, other))
            for iri, body in self._bodies.items()
            for name in body.others
            if len(called.get(name, ())) <= _MOST_NAMED
            for other in called.get(name, ())
            if other != iri and self._may_be_one(iri, other)
        }
        for pair in sorted(tuple(sorted(pair, key=lambda iri: (self._bodies[iri].first, iri))) for pair in pairs):
            first, second = (self._bodies[iri] for iri in pair)
            seen = (tuple(sorted(first.anchors)[:3]), tuple(sorted(second.anchors)[:3]))
            yield pair[0], pair[1], (first.name, second.name), seen

    def _may_be_one(self, one: str, other: str) -> bool:
        """Whether nobody has judged them two, and no article gives them different Länder."""
        lands = [self._bodies[iri].lands - {""} for iri in (one, other)]
        return frozenset((one, other)) not in self._apart and (not all(lands) or not lands[0].isdisjoint(lands[1]))


def _is_whole(name: str) -> bool:
    """Whether a name tells one body from others: more than a word, and no abbreviation."""
    return " " in name.strip()
