"""Quads in parts that can be sent one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import BlankNode, DefaultGraph, Quad, Triple

SIZE: Final = 10_000


@dataclass(frozen=True, slots=True)
class Part:
    """Some quads.

    Attributes:
        quads: In the order in which they came.
        blank: Whether they have blank nodes. All quads of such a node are in one part, since its name is forgotten
            between two requests; a part without may be sent twice.
    """

    quads: tuple[Quad, ...]
    blank: bool = False


def in_parts(quads: Iterable[Quad], size: int = SIZE) -> Iterator[Part]:
    """Quads in parts: first those without blank nodes, as they come, then those with.

    Args:
        quads: Quads.
        size: Quads of a part; only what hangs together by blank nodes may make a larger one.
    """
    ground: list[Quad] = []
    blank: list[Quad] = []
    for quad in quads:
        if _blank(quad):
            blank.append(quad)
            continue
        ground.append(quad)
        if len(ground) == size:
            yield Part(tuple(ground))
            ground = []
    if ground:
        yield Part(tuple(ground))
    held: list[Quad] = []
    for some in _together(blank):
        if held and len(held) + len(some) > size:
            yield Part(tuple(held), True)
            held = []
        held += some
    if held:
        yield Part(tuple(held), True)


def as_nquads(part: Part) -> bytes:
    """N-Quads."""
    return "".join(f"{quad} .\n" for quad in part.quads).encode("utf-8")


def as_update(part: Part) -> str:
    """`INSERT DATA` of one request, in which blank nodes keep together across graphs."""
    return f"INSERT DATA {{\n{_pattern(part)}}}"


def as_pattern(quad: Quad) -> str:
    """The pattern of a quad in a query, where blank nodes match whatever stands in their place."""
    graph = _asked(quad)
    return f"GRAPH {graph} {{ {quad.triple} }}" if graph else str(quad.triple)


def as_count(part: Part) -> str:
    """How many quads stand in the graphs of a part: a query that gives `?n`.

    The default graph of the server may hold those of all others, too.
    """
    graphs = sorted({_asked(one) for one in part.quads})
    where = " UNION ".join(f"{{ GRAPH {one} {{ ?s ?p ?o }} }}" if one else "{ ?s ?p ?o }" for one in graphs)
    return f"SELECT (COUNT(*) AS ?n) WHERE {{ {where} }}"


def by_graph(part: Part) -> dict[str, bytes]:
    """N-Triples by IRI of the graph, sorted; the IRI of the default graph is empty."""
    lines: dict[str, list[str]] = defaultdict(list)
    for quad in part.quads:
        lines[_name(quad)].append(f"{quad.triple} .\n")
    return {graph: "".join(lines[graph]).encode("utf-8") for graph in sorted(lines)}


def halves(part: Part) -> tuple[Part, Part] | None:
    """A part that was too large as two; None if it cannot be taken apart."""
    if part.blank or len(part.quads) < 2:
        return None
    middle = len(part.quads) // 2
    return Part(part.quads[:middle]), Part(part.quads[middle:])


def _pattern(part: Part) -> str:
    lines: dict[str, list[str]] = defaultdict(list)
    for quad in part.quads:
        lines[_graph(quad)].append(f"{quad.triple} .\n")
    return "".join(
        f"GRAPH {graph} {{\n{''.join(lines[graph])}}}\n" if graph else "".join(lines[graph]) for graph in sorted(lines)
    )


def _graph(quad: Quad) -> str:
    """The graph as it is written in SPARQL; nothing for the default graph."""
    return str(quad.graph_name) if _name(quad) else ""


def _asked(quad: Quad) -> str:
    """The same in a query, which cannot name a graph without an IRI."""
    return "?g" if isinstance(quad.graph_name, BlankNode) else _graph(quad)


def _name(quad: Quad) -> str:
    return "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value


def _blank(quad: Quad) -> list[str]:
    """Names of the blank nodes of a quad."""
    return _of_triple(quad.triple) + ([quad.graph_name.value] if isinstance(quad.graph_name, BlankNode) else [])


def _of_triple(triple: Triple) -> list[str]:
    found = [one.value for one in (triple.subject, triple.object) if isinstance(one, BlankNode)]
    return found + (_of_triple(triple.object) if isinstance(triple.object, Triple) else [])


def _together(quads: list[Quad]) -> Iterator[list[Quad]]:
    """Quads that share blank nodes, directly or through others, by the first of them."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while (found := above.setdefault(name, name)) != name:
            above[name] = above[found]
            name = found
        return name

    for quad in quads:
        first, *others = _blank(quad)
        for other in others:
            above[top(other)] = top(first)
    groups: dict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        groups[top(_blank(quad)[0])].append(quad)
    yield from groups.values()
