"""Which period a tenure is of: what all articles together say of somebody in an office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from govgraph.query.proof import Properties
from govgraph.query.timeline import ANNOUNCED
from govgraph.rdf import namespaces as ns

BOUNDS: Final = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
"""Names of the four bounds of a period, as attributes."""
_BOUNDS: Final = ("beginEarliest", "beginLatest", "endEarliest", "endLatest")


@dataclass(frozen=True, slots=True)
class Term:
    """A period of one person in one office.

    Attributes:
        period: IRI.
        begin_earliest: First day on which it can have begun; empty where that is not known, as in the others.
        begin_latest: Last day on which it can have begun.
        end_earliest: First day on which it can have ended.
        end_latest: Last day on which it can have ended.
        rules: Local names of the rules of the four bounds; empty where there is none.
        acting: Whether the person only acts for somebody.
    """

    period: str
    begin_earliest: str
    begin_latest: str
    end_earliest: str
    end_latest: str
    rules: tuple[str, str, str, str]
    acting: bool

    @property
    def announced(self) -> bool:
        """Whether the person was only announced: nobody says that they ever held the office."""
        return self.rules[1] == ANNOUNCED

    @property
    def standing(self) -> str:
        """How the office is held by what is known last, as statuses of tenures say it: `former` once it has ended."""
        if self.announced:
            return "designated"
        if self.end_latest:
            return "former"
        return "acting" if self.acting else "current"


class Terms:
    """Finds the period of a tenure; each is read once.

    Args:
        properties: Of the graph.
    """

    def __init__(self, properties: Properties) -> None:
        self._properties = properties
        self._known: dict[str, Term] = {}

    def of(self, tenure: str) -> Term | None:
        """The period of a tenure; None where nobody has inferred any."""
        properties = self._properties
        sources = properties.subjects(ns.DERIVED_FROM, tenure)
        found = next((one for one in sources if ns.gov("Period") in properties.values(one, ns.TYPE)), None)
        return self._read(found) if found else None

    def _read(self, period: str) -> Term:
        if period not in self._known:
            node = self._properties.node(period)
            rules = dict.fromkeys(_BOUNDS, "")
            for one in node.values(ns.gov("bound")):
                if isinstance(one, NamedNode):
                    bound = self._properties.node(one.value)
                    rules[bound.text(ns.gov("boundOf")).rpartition("#")[2]] = bound.text(
                        ns.gov("boundRule")
                    ).rpartition("#")[2]
            days = [node.text(ns.gov(name)) for name in _BOUNDS]
            if rules["beginLatest"] == ANNOUNCED:
                # that others hold an office ends nothing that never began
                days[2:] = [
                    day if rules[name] == "StatedBound" else "" for day, name in zip(days[2:], _BOUNDS[2:], strict=True)
                ]
            first, begun, stayed, last = days
            told = (rules["beginEarliest"], rules["beginLatest"], rules["endEarliest"], rules["endLatest"])
            acting = node.text(ns.gov("acting")) == "true"
            self._known[period] = Term(period, first, begun, stayed, last, told, acting)
        return self._known[period]
