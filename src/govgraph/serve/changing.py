"""What the process does that changes the store. Each change takes place as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat

from govgraph.rdf.sparql import using
from govgraph.serve.formats import TRIPLES, read_as
from govgraph.serve.jobs import EVERYTHING, Done, Job
from govgraph.serve.reading import PREFIXES, with_unknown

_DEFAULT = ox.DefaultGraph()


class _Refused(Exception):
    """A body that cannot be taken."""


def update(store: ox.Store, job: Job) -> Done:
    """Carry out a SPARQL update."""
    text = job.text
    if job.default is not None or job.named is not None:
        try:
            text = using(text, job.default or (), job.named or ())
        except ValueError as error:
            return Done(status=400, message=str(error))
    _, unknown = with_unknown(
        lambda functions: store.update(text, base_iri=job.base or None, prefixes=PREFIXES, custom_functions=functions)
    )
    return Done(status=204, unknown=unknown)


def put(store: ox.Store, job: Job) -> Done:
    """Put triples in the place of a graph, or quads in the place of all graphs."""
    try:
        quads = _read(job)
    except _Refused as refused:
        return Done(status=400, message=str(refused))
    if job.graph == EVERYTHING:
        store.update(f"DROP ALL; INSERT DATA {{ {_data(quads)} }}")
        return Done(status=204)
    new = _is_new(store, job.graph)
    before = f"DROP SILENT GRAPH <{job.graph}>; CREATE SILENT GRAPH <{job.graph}>" if job.graph else "CLEAR DEFAULT"
    store.update(f"{before}; INSERT DATA {{ {_data(quads)} }}")
    return Done(status=201 if new else 204)


def post(store: ox.Store, job: Job) -> Done:
    """Add triples to a graph, or quads to their graphs."""
    try:
        quads = _read(job)
    except _Refused as refused:
        return Done(status=400, message=str(refused))
    new = job.graph != EVERYTHING and _is_new(store, job.graph)
    store.extend(quads)
    if new:
        # an empty body makes an empty graph
        store.add_graph(NamedNode(job.graph))
    return Done(status=201 if new else 204)


def delete(store: ox.Store, job: Job) -> Done:
    """Take a graph out."""
    if not job.graph:
        store.clear_graph(_DEFAULT)
        return Done(status=204)
    if _is_new(store, job.graph):
        return Done(status=404, message=f"there is no graph {job.graph}")
    store.remove_graph(NamedNode(job.graph))
    return Done(status=204)


def _is_new(store: ox.Store, graph: str) -> bool:
    return bool(graph) and not store.contains_named_graph(NamedNode(graph))


def _read(job: Job) -> list[Quad]:
    """Quads of all parts of a body."""
    everything = job.graph == EVERYTHING
    target = NamedNode(job.graph) if job.graph and not everything else _DEFAULT
    found: list[Quad] = []
    for path, media in job.body:
        form = read_as(media)
        if form is None:
            raise _Refused(f"{media or 'no type'} cannot be read; send one of {', '.join(one.type for one in TRIPLES)}")
        try:
            read = ox.parse(path=path, format=form, base_iri=job.base or None, rename_blank_nodes=True)
            found += read if everything else _into(read, target, form)
        except (SyntaxError, ValueError) as error:
            raise _Refused(f"the body is no {form.name}: {' '.join(str(error).split())}") from error
    return found


def _into(quads: Iterable[Quad], target: NamedNode | ox.DefaultGraph, form: RdfFormat) -> Iterable[Quad]:
    for quad in quads:
        if quad.graph_name != _DEFAULT:
            raise _Refused(f"the {form.name} names graphs of its own; send triples, or name no graph in the address")
        yield Quad(quad.subject, quad.predicate, quad.object, target)


def _data(quads: Iterable[Quad]) -> str:
    lines = []
    for quad in quads:
        triple = f"{quad.subject} {quad.predicate} {quad.object} ."
        lines.append(triple if quad.graph_name == _DEFAULT else f"GRAPH {quad.graph_name} {{ {triple} }}")
    return "\n".join(lines)
