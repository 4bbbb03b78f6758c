"""What an office is called where nobody has said whether a man or a woman holds it."""

from __future__ import annotations

from typing import Final

from pyoxigraph import Literal, NamedNode

from govgraph.query import Thing
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader

_NEUTRAL: Final = ns.gov("neutralLabel")
_FEMININE: Final = ns.gov("feminineLabel")


class Titles:
    """Titles of roles, by what a graph knows of their forms; each is looked up once.

    Args:
        store: The graph.
    """

    def __init__(self, store: GraphReader) -> None:
        self._store = store
        self._known: dict[str, str] = {}

    def of(self, role: Thing) -> str:
        """German title of a role for people of either sex: what the office is called, else both forms in one."""
        if role.iri not in self._known:
            neutral, feminine = self._first(role.iri, _NEUTRAL), self._first(role.iri, _FEMININE)
            self._known[role.iri] = neutral or both(role.label, feminine)
        return self._known[role.iri]

    def _first(self, role: str, predicate: NamedNode) -> str:
        found = (quad.object for quad in self._store.match(NamedNode(role), predicate))
        return min((one.value for one in found if isinstance(one, Literal)), default="")


def both(masculine: str, feminine: str) -> str:
    """Both forms of a title in one.

    >>> both("Präsident", "Präsidentin"), both("Beauftragter", "Beauftragte"), both("CIO", "CIO")
    ('Präsident/-in', 'Beauftragte/-r', 'CIO')
    >>> both("Landrat", "Landrätin")
    'Landrat/Landrätin'
    """
    if feminine in ("", masculine):
        return masculine
    if feminine == f"{masculine}in":
        return f"{masculine}/-in"
    if masculine == f"{feminine}r":
        return f"{feminine}/-r"
    return f"{masculine}/{feminine}"
