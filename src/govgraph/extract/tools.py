"""What references are resolved with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govgraph.extract.agreement import Agreement
    from govgraph.extract.arguments import MarkerFinder
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.slots import SlotTypes


class Tools(NamedTuple):
    """What is the same for every article; built once for each worker."""

    knowledge: Knowledge
    agreement: Agreement
    slots: SlotTypes
    markers: MarkerFinder
