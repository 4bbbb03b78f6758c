"""Arguments that share a slot without being joined by „und“: „A und B … einander“, „neben A auch B“."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Argument

Pair = tuple[tuple["Argument", ...], tuple["Argument", ...]]


def each_other(candidates: Sequence[Argument]) -> Pair | None:
    """The first coordinated group of several, its first member against the others: „A und B arbeiten zusammen“."""
    for leader in candidates:
        others = tuple(a for a in candidates if a.group == leader.group and a.draft is not leader.draft)
        if others:
            return (leader,), others
    return None
