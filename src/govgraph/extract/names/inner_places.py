"""Towns named nowhere but within the name of a body: „das Landgericht Hechingen“, „die Hochschule Bielefeld“."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Draft

_BODIES = frozenset({EntityType.ORGANISATION})


def within_names(drafts: Sequence[Draft]) -> set[int]:
    """Identities of the towns that stand only in longer names: „am Amtsgericht Aurich“ speaks of the court alone.

    Args:
        drafts: Entities of an article.
    """
    towns = [d for d in drafts if d.type is EntityType.MUNICIPALITY and d.mentions]
    starts = sorted({start for d in towns for start, _ in d.mentions})
    longer = {
        place: (start, end)
        for d in drafts
        if d.type in _BODIES
        for start, end in d.mentions
        for place in starts[bisect_left(starts, start) : bisect_left(starts, end)]
    }
    return {id(d) for d in towns if all(_is_inside(span, longer) for span in d.mentions)}


def _is_inside(span: tuple[int, int], longer: dict[int, tuple[int, int]]) -> bool:
    """Whether a longer name reaches over a shorter one."""
    start, end = longer.get(span[0], span)
    return end - start > span[1] - span[0] and span[1] <= end
