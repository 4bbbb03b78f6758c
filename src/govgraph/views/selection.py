"""The part of a graph that a view is asked for: focus and depth, types, predicates, period."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from govgraph.errors import NotFoundError, QueryError, UnknownTermError
from govgraph.model import EntityType, Predicate
from govgraph.rdf.schema import load_schema

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

# Not in `Predicate`: tenures are no facts, but they are edges of the view.
HOLDS_OFFICE = "holdsOffice"


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep of a graph. Empty fields keep everything.

    Attributes:
        focus: Names, aliases or IRIs of entities; what is not within `depth` edges of one of them is dropped.
        depth: Number of edges, in either direction, from a focus. 0 keeps the focus alone.
        types: Coarse types or kinds (`Person`, `Committee`), in any case. A focus is kept whatever its type.
        predicates: Local names (`memberOf`, `holdsOffice`), in any case.
        since: First day, month or year (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`) of the evidence.
        until: Last day, month or year of the evidence.
    """

    focus: tuple[str, ...] = ()
    depth: int = 1
    types: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


def select(graph: nx.MultiDiGraph[str], selection: Selection) -> nx.MultiDiGraph[str]:
    """A new graph that holds the selected part; the given one is left as it is.

    Edges are chosen by predicate and period first, then nodes by type, then those around the focus. A period keeps
    an edge when one of its evidences may lie in it; an edge without any dated evidence is then dropped, because
    nothing shows that it belongs there. Entities that lose all their edges go with them, unless they are a focus.

    Args:
        graph: Nodes and edges with the attributes of `govgraph.query.to_networkx`.
        selection: What to keep.

    Returns:
        The selected part, with nodes and edges in the order of `graph`.

    Raises:
        NotFoundError: A focus, type or predicate that is not known.
        QueryError: A date that is not of the allowed forms, or a negative depth.
    """
    period = _period(selection.since, selection.until)
    if selection.depth < 0:
        raise QueryError(f"depth {selection.depth}: allowed are 0 and more; leave it out for 1")
    centre = {iri for name in selection.focus for iri in _find(graph, name)}
    types = _known("type", selection.types, _types_of(graph))
    predicates = _known("predicate", selection.predicates, _predicates_of(graph))

    kept: nx.MultiDiGraph[str] = nx.MultiDiGraph(**graph.graph)
    kept.add_nodes_from(graph.nodes(data=True))
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        if (not predicates or attributes.get("predicate") in predicates) and _within(attributes, period):
            kept.add_edge(source, target, key, **attributes)
    if types:
        kept.remove_nodes_from(
            [
                iri
                for iri, attributes in graph.nodes(data=True)
                if iri not in centre and attributes.get("type") not in types and attributes.get("kind") not in types
            ]
        )
    if predicates or period != ("", ""):
        kept.remove_nodes_from([iri for iri in kept if not kept.degree(iri) and iri not in centre])
    if centre:
        near = _around(kept, centre, selection.depth)
        kept.remove_nodes_from([iri for iri in kept if iri not in near])
    return kept


def _around(graph: nx.MultiDiGraph[str], centre: set[str], depth: int) -> set[str]:
    """Nodes within `depth` edges of the centre."""
    seen, rim = set(centre), set(centre)
    for _ in range(depth):
        rim = {other for iri in rim for other in (*graph.successors(iri), *graph.predecessors(iri))} - seen
        if not rim:
            break
        seen |= rim
    return seen


def _find(graph: nx.MultiDiGraph[str], name: str) -> list[str]:
    """IRIs that a name may mean: itself, else all of that label, else all of that alias."""
    if name in graph:
        return [name]
    wanted = " ".join(name.split()).casefold()
    labels: dict[str, list[str]] = {}
    aliases: dict[str, list[str]] = {}
    for iri, attributes in graph.nodes(data=True):
        labels.setdefault(str(attributes.get("label", "")).casefold(), []).append(iri)
        for alias in attributes.get("aliases", ()):
            aliases.setdefault(str(alias).casefold(), []).append(iri)
    found = labels.get(wanted) or aliases.get(wanted)
    if found:
        return found
    near = difflib.get_close_matches(wanted, sorted({*labels, *aliases}), n=3, cutoff=0.6)
    names = [str(graph.nodes[(labels.get(form) or aliases[form])[0]]["label"]) for form in near]
    hint = f"the graph knows {_listed(dict.fromkeys(names))}" if names else "the graph knows no similar name"
    raise NotFoundError(f"no entity {name!r}; {hint}; give a name, an alias or an IRI")


def _types_of(graph: nx.MultiDiGraph[str]) -> set[str]:
    found = {str(attributes.get(field, "")) for _, attributes in graph.nodes(data=True) for field in ("type", "kind")}
    return (found | {str(entity_type) for entity_type in EntityType}) - {""}


def _predicates_of(graph: nx.MultiDiGraph[str]) -> set[str]:
    found = {str(attributes.get("predicate", "")) for _, _, attributes in graph.edges(data=True)}
    return (found | {str(predicate) for predicate in Predicate} | {HOLDS_OFFICE}) - {""}


def _known(what: str, wanted: Iterable[str], allowed: set[str]) -> set[str]:
    """The wanted terms in the spelling that the graph uses."""
    spelling = {term.casefold(): term for term in sorted(allowed)}
    chosen = set()
    for term in wanted:
        if term.casefold() not in spelling:
            known = {name.casefold() for name in load_schema().labels}
            error = NotFoundError if term.casefold() in known else UnknownTermError
            raise error(f"no {what} {term!r}; allowed are {_listed(sorted(allowed))}")
        chosen.add(spelling[term.casefold()])
    return chosen


def _listed(terms: Iterable[str]) -> str:
    return ", ".join(repr(term) for term in terms)


def _period(since: str | None, until: str | None) -> tuple[str, str]:
    for date in (since, until):
        if date is not None and not _DATE.fullmatch(date):
            raise QueryError(f"date {date!r}: allowed are YYYY, YYYY-MM and YYYY-MM-DD")
    if since and until and since > last_day(until):
        raise QueryError(f"the period from {since!r} to {until!r} ends before it begins; swap the two dates")
    return since or "", until or ""


def _within(attributes: dict[str, object], period: tuple[str, str]) -> bool:
    since, until = period
    if not since and not until:
        return True
    evidence = attributes.get("evidence", ())
    dates = [str(one.get("date") or "") for one in evidence] if isinstance(evidence, tuple | list) else []
    return any(
        date and (not since or last_day(date) >= first_day(since)) and (not until or first_day(date) <= last_day(until))
        for date in dates
    )


def first_day(date: str) -> str:
    """First day of a year, month or day; a day that sorts right is enough, no calendar is asked."""
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def last_day(date: str) -> str:
    """Last day of a year, month or day, every month counted to the 31st: it is only compared."""
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date
