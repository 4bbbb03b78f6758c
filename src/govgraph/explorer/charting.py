"""Timeline and map as documents: what `govgraph timeline` and `govgraph map` write into files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from pyoxigraph import NamedNode

from govgraph.model import NAMESPACE
from govgraph.query import Lane, Names, Spread, Spreads, lanes, lanes_of, office_spread, spread
from govgraph.query.lanes import LandReader
from govgraph.query.names import kind_of
from govgraph.query.upward import Belonging
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.views.chart_page import chart_messages
from govgraph.views.map_page import geometry, map_payload
from govgraph.views.timeline_page import timeline_payload

Json = dict[str, Any]

OFFICE: Final = "holdsOffice"
"""In the place of a predicate: who holds an office."""

_LEAST: Final = 2
"""What is known of fewer Länder needs no map."""


def timeline(store: GraphReader, of: str | None = None) -> Json:
    """Offices with their holders, as the chart of a timeline takes them.

    Args:
        store: The graph.
        of: IRI of a Land, body, person or role; None for all offices.

    Raises:
        NotFoundError: The graph has no name for it.
    """
    role = of if of and kind_of(of) == "role" else None
    found = lanes(store, None if role else of, role)
    return _timeline(found, _name(store, of))


def map_of(store: GraphReader, predicate: str, of: str) -> Json:
    """The Länder by what is known of them, as the chart of a map takes them.

    Args:
        store: The graph.
        predicate: Local name of a predicate, or `holdsOffice`.
        of: IRI of what is implemented, piloted, …; of a role for `holdsOffice`.

    Raises:
        NotFoundError: The graph has no name for it, or there is no such predicate.
    """
    shown = office_spread(store, of) if predicate == OFFICE else spread(store, predicate, of)
    return _map(shown, _name(store, of))


class Charts:
    """What `timeline` and `map_of` say, of one thing after the other with the graph read once.

    Args:
        store: The graph.
    """

    def __init__(self, store: GraphReader) -> None:
        self._names = Names(store)
        self._belonging = Belonging(store)
        self._lanes = lanes(store)
        self._spreads = Spreads(store, self._lanes)

    def timeline(self, of: str | None = None) -> Json:
        """See `timeline`; not of roles."""
        found = lanes_of(self._lanes, of, self._belonging) if of else self._lanes
        return _timeline(found, self._names.label(of) if of else "")

    def map(self, predicate: str, of: str) -> Json:
        """See `map_of`."""
        shown = self._spreads.of_office(of) if predicate == OFFICE else self._spreads.of(predicate, of)
        return _map(shown, self._names.label(of))


def maps(store: GraphReader) -> Json:
    """What a map can be made of: `maps` are rows of predicate, IRI, label and number of Länder; most Länder first."""
    lands, names = LandReader(store), Names(store)
    known: dict[tuple[str, str], set[str]] = defaultdict(set)

    def count(predicate: str, subject: object, thing: object) -> None:
        if isinstance(subject, NamedNode) and isinstance(thing, NamedNode):
            whose = lands.all_of(subject.value)
            # as `spread` and `office_spread` have them
            for land in whose if predicate == OFFICE or len(whose) == 1 else ():
                if _is_state(store, land.iri):
                    known[predicate, thing.value].add(land.iri)

    for quad in store.match(None, ns.PREDICATE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            (subject, thing) = (_value(store, quad.subject, one) for one in (ns.SUBJECT, ns.OBJECT))
            count(quad.object.value.removeprefix(NAMESPACE), subject, thing)
    for quad in store.match(None, ns.TYPE, ns.gov("Tenure")):
        if isinstance(quad.subject, NamedNode):
            body = _value(store, quad.subject, ns.ORGANIZATION)
            if isinstance(body, NamedNode) and kind_of(body.value) != "municipality":
                count(OFFICE, body, _value(store, quad.subject, ns.ROLE))
    rows = [[word, iri, names.label(iri), len(found)] for (word, iri), found in known.items() if len(found) >= _LEAST]
    return {"document": "maps", "maps": sorted(rows, key=lambda row: (-row[3], row[2], row[0], row[1]))}


def charts(base: str) -> Json:
    """What all charts share.

    Args:
        base: What the IRIs of the graph's entities begin with.

    Returns:
        That, their texts by language as `words`, and the outlines of the Länder as `geometry`.
    """
    return {"document": "charts", "base": base, "words": chart_messages(), "geometry": geometry()}


def _timeline(found: Sequence[Lane], name: str) -> Json:
    return {"document": "timeline", "kind": "timeline", "of": name, **timeline_payload(found)}


def _map(shown: Spread, name: str) -> Json:
    payload = map_payload(shown)
    # the same in every map, and told once by `charts`
    del payload["geometry"]
    role = name if shown.predicate == OFFICE else ""
    return {"document": "map", "kind": "map", "of": name, **payload, "role": role}


def _name(store: GraphReader, iri: str | None) -> str:
    return Names(store).label(iri) if iri else ""


def _value(store: GraphReader, node: NamedNode, predicate: NamedNode) -> object:
    return next((quad.object for quad in store.match(node, predicate)), None)


def _is_state(store: GraphReader, iri: str) -> bool:
    return next(store.match(NamedNode(iri), ns.TYPE, ns.gov("State")), None) is not None
