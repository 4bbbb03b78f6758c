"""Of which Land a report tells, and which of several bodies of one name it means."""

from __future__ import annotations

from govgraph.errors import NotFoundError
from govgraph.query import Names, Thing
from govgraph.query.lanes import LandReader
from govgraph.rdf.interface import GraphReader


class Places:
    """Länder of things.

    Args:
        store: The graph.
        names: Its labels.
    """

    def __init__(self, store: GraphReader, names: Names) -> None:
        self._lands = LandReader(store)
        self._names = names
        self._named: dict[str, str] = {}

    def of(self, *things: Thing | None) -> str:
        """Land of the first of some things that belongs to one alone, or is one; else an empty string."""
        for thing in things:
            lands = self._lands.all_of(thing.iri) if thing else ()
            if len(lands) == 1:
                return lands[0].label
        return ""

    def named(self, thing: Thing) -> str:
        """Name of a thing, with its Land where others are called so too."""
        if thing.iri not in self._named:
            land = self.of(thing) if self._shared(thing) else ""
            self._named[thing.iri] = f"{thing.label}, {land}" if land and land != thing.label else thing.label
        return self._named[thing.iri]

    def _shared(self, thing: Thing) -> bool:
        try:
            return len(self._names.find(thing.label)) > 1
        except NotFoundError:
            return False
