"""Quads of the timeline: periods with their bounds, each with its rule and the tenures that it stands on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from govgraph.rdf import namespaces as ns
from govgraph.rdf.articles import office_iri, role_iri, statement_iri, tenure_iri
from govgraph.rdf.literals import node
from govgraph.resolve import Bound, Period, Turn

_DATE = NamedNode(ns.XSD + "date")
_TRUE = Literal("true", datatype=NamedNode(ns.XSD + "boolean"))
BOUNDS = ("beginEarliest", "beginLatest", "endEarliest", "endLatest")
"""Local names of the bounds of a period, in order."""


def timeline_quads(periods: Iterable[Period], base: str) -> Iterator[Quad]:
    """Quads of the timeline graph.

    A period is named by office and person, with a number where one person had one office more than once.
    """
    seen: Counter[str] = Counter()
    for one in periods:
        role = role_iri(one.observations[0].office, base)
        office = office_iri(role, one.organisation, base)
        name = f"{office.rpartition('/')[2]}-{one.person.rpartition('/')[2]}"
        seen[name] += 1
        slug = name if seen[name] == 1 else f"{name}-{seen[name]}"
        period = node(f"{base}/period/{slug}")
        pairs: list[tuple[NamedNode, NamedNode | Literal]] = [
            (ns.TYPE, ns.gov("Period")),
            (ns.gov("holder"), node(one.person)),
            (ns.ROLE, node(role)),
            (ns.ORGANIZATION, node(one.organisation)),
            (ns.gov("office"), node(office)),
        ]
        if one.acting:
            pairs.append((ns.gov("acting"), _TRUE))
        pairs += [(ns.DERIVED_FROM, node(tenure_iri(each.article, each.office, base))) for each in one.observations]
        for predicate, value in pairs:
            yield Quad(period, predicate, value, ns.TIMELINE)
        bounds = (one.begin_earliest, one.begin_latest, one.end_earliest, one.end_latest)
        for bound, found in zip(BOUNDS, bounds, strict=True):
            if found is not None:
                yield from _bound(period, slug, bound, found, base)


def _bound(period: NamedNode, slug: str, name: str, found: Bound, base: str) -> Iterator[Quad]:
    day = Literal(found.day.isoformat(), datatype=_DATE)
    bound = node(f"{base}/bound/{slug}-{name}")
    yield Quad(period, ns.gov(name), day, ns.TIMELINE)
    yield Quad(period, ns.gov("bound"), bound, ns.TIMELINE)
    yield Quad(bound, ns.TYPE, ns.gov("Bound"), ns.TIMELINE)
    yield Quad(bound, ns.gov("boundOf"), ns.gov(name), ns.TIMELINE)
    yield Quad(bound, ns.gov("day"), day, ns.TIMELINE)
    yield Quad(bound, ns.gov("boundRule"), ns.gov(found.rule.value), ns.TIMELINE)
    for one in found.sources:
        iri = (
            statement_iri(one.article, one.fact, base)
            if isinstance(one, Turn)
            else tenure_iri(one.article, one.office, base)
        )
        yield Quad(bound, ns.DERIVED_FROM, node(iri), ns.TIMELINE)
