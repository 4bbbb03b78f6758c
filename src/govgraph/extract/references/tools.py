"""What references are resolved with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.clauses.arguments import MarkerFinder
    from govgraph.extract.clauses.slots import SlotTypes
    from govgraph.extract.knowledge import Knowledge


class Tools(NamedTuple):
    """What is the same for every article; built once for each worker."""

    knowledge: Knowledge
    agreement: Agreement
    slots: SlotTypes
    markers: MarkerFinder
    refers: Callable[[str], bool]
    """Whether a word, as it is written, may refer to what has been spoken of, whatever that is."""
