"""What a process does that answers queries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from pathlib import Path
from typing import Any, Final, TypeVar

import pyoxigraph as ox
from pyoxigraph import NamedNode, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat

from govgraph.rdf.interface import Answer, Term
from govgraph.rdf.namespaces import RUNS, prefixes
from govgraph.rdf.sparql import has_dataset, limited, tokens
from govgraph.serve.formats import DATASETS, RESULTS, TRIPLES, Offer, chosen
from govgraph.serve.jobs import EVERYTHING, Done, Job
from govgraph.serve.options import DefaultGraph

T = TypeVar("T")
Functions = dict[NamedNode, Callable[..., Term | None]]

PREFIXES: Final = prefixes()
MOST_NAMED: Final = 1000
"""Graphs that a description of the dataset lists at most."""

_UNKNOWN: Final = re.compile(r"custom function <([^<>]*)> is not supported")


@dataclass(frozen=True, slots=True)
class Opened:
    """A store with what is to be known of it.

    Attributes:
        store: The store.
        union: Whether queries that name no graphs are about the union of all graphs.
        rows: Rows or triples that an answer has at most.
        records: Folder of the records of the build; empty if there is none.
        build: Output folder of the build that may be reviewed; empty if there is none.
        made: What was worked out of the store, kept for as long as it is open.
    """

    store: ox.Store
    union: bool
    rows: int
    records: str = ""
    build: str = ""
    made: dict[str, Any] = field(default_factory=dict, compare=False)


def is_union(store: ox.Store, wanted: DefaultGraph, *, writable: bool) -> bool:
    """Whether queries that name no graphs are about the union of all graphs.

    Unless that is said: yes for a graph that govgraph has built, which is known by the record of its runs; triples that
    somebody puts outside of its named graphs come to it, and hide nothing. Of other data yes if no triple stands
    outside of the named graphs, but not if it can be written: then the next change could turn the answer about.
    """
    if wanted is not DefaultGraph.AUTO:
        return wanted is DefaultGraph.UNION
    if next(store.quads_for_pattern(None, None, None, RUNS), None) is not None:
        return True
    return not writable and next(store.quads_for_pattern(None, None, None, ox.DefaultGraph()), None) is None


def query(opened: Opened, job: Job) -> Done:
    """Answer a query; what it gives is chosen by its form and the `Accept` header."""
    text = limited(job.text, opened.rows)
    try:
        answer, unknown = _asked(opened, job, text)
    except SyntaxError as error:
        if text != job.text:
            # places in the message are those of the text as it was sent
            _asked(Opened(ox.Store(), union=False, rows=0), job, job.text)
        raise error
    out = Path(job.out)
    if isinstance(answer, QuerySolutions):
        ordered = in_order(text, [one.value for one in answer.variables])
        if ordered != text:
            answer, _ = _asked(opened, job, ordered)
    if isinstance(answer, QueryTriples):
        return _triples(opened, job, answer, out, unknown)
    offer = chosen(job.accept, RESULTS)
    if offer is None:
        return unacceptable(RESULTS)
    hints = _hints(opened, job.text)
    answer.serialize(out, offer.format)
    full = isinstance(answer, QuerySolutions) and text != job.text and _is_full(out, offer.format, opened.rows)
    return Done(type=offer.header, cut=opened.rows if full else 0, unknown=unknown, hints=hints)


def _asked(opened: Opened, job: Job, text: str) -> tuple[Answer, tuple[str, ...]]:
    dataset: dict[str, Any] = {"use_default_graph_as_union": (opened.union or job.union) and not has_dataset(text)}
    if job.default is not None or job.named is not None:
        default, named = ([NamedNode(one) for one in graphs or ()] for graphs in (job.default, job.named))
        dataset = {"default_graph": default, "named_graphs": named}
    return with_unknown(
        lambda functions: opened.store.query(
            text, base_iri=job.base or None, prefixes=PREFIXES, custom_functions=functions, **dataset
        )
    )


def _hints(opened: Opened, sparql: str) -> tuple[str, ...]:
    """What `govgraph query` warns of in a query: terms that nobody knows, and classes that mean more than they find."""
    if "gov" not in sparql:
        return ()
    from govgraph.query.spelling import hints
    from govgraph.store.oxigraph import OpenedStore

    return hints(OpenedStore(opened.store), sparql)


def in_order(sparql: str, variables: Sequence[str]) -> str:
    """A query with `SELECT *` whose columns come in the order in which its variables are written.

    The engine puts them into the order of the alphabet.

    Args:
        sparql: SELECT query.
        variables: What it selects.

    >>> in_order("SELECT * { ?s ?p ?o }", ["o", "p", "s"])
    'SELECT ?s ?p ?o { ?s ?p ?o }'
    """
    pieces = tokens(sparql)
    start = next((at for at, one in enumerate(pieces) if one.kind == "word" and one.text == "SELECT"), len(pieces))
    star = next((one for one in pieces[start + 1 : start + 3] if one.text == "*"), None)
    if star is None or not variables:
        return sparql
    written = {one.text[1:]: None for one in pieces if one.kind == "var"}
    names = [one for one in written if one in variables]
    if len(names) != len(variables):
        return sparql
    return f"{sparql[: star.start]}{' '.join(f'?{one}' for one in names)}{sparql[star.end :]}"


def with_unknown(call: Callable[[Functions | None], T]) -> tuple[T, tuple[str, ...]]:
    """What a call gives, and the names of functions in it that nobody knows.

    By the standard such a function is an error where it is called, as is a division by zero, not one of the query;
    the engine refuses the whole query.
    """
    unknown: Functions = {}
    while True:
        try:
            return call(unknown or None), tuple(one.value for one in unknown)
        except RuntimeError as error:
            found = _UNKNOWN.search(str(error))
            if found is None or NamedNode(found[1]) in unknown:
                raise
            unknown[NamedNode(found[1])] = _no_value


def _no_value(*terms: Term) -> None:
    return None


def sort_prefixes(file: Path) -> None:
    """Bring the prefixes at the head of a Turtle file into order; the engine writes them in any."""
    with file.open("r+b") as out:
        lines = list(takewhile(lambda line: line.startswith(b"@prefix "), out))
        out.seek(0)
        out.write(b"".join(sorted(lines)))


def _is_full(out: Path, form: QueryResultsFormat, rows: int) -> bool:
    from govgraph.serve.counting import has_rows

    return has_rows(out, form, rows)


def _triples(opened: Opened, job: Job, answer: QueryTriples, out: Path, unknown: tuple[str, ...]) -> Done:
    offer = chosen(job.accept, TRIPLES)
    if offer is None:
        return unacceptable(TRIPLES)
    ox.serialize(islice(answer, opened.rows), out, offer.format, prefixes=_prefixes(offer))
    sort_prefixes(out)
    cut = opened.rows if next(answer, None) is not None else 0
    return Done(type=offer.header, cut=cut, unknown=unknown, hints=_hints(opened, job.text))


def _prefixes(offer: Offer[RdfFormat]) -> dict[str, str] | None:
    # kinds of entities are prefixes in queries; in an answer that would be thirty lines before the first triple
    short = {name: iri for name, iri in PREFIXES.items() if iri.endswith("#") or name in ("dcterms", "org", "schema")}
    return short if offer.format in (RdfFormat.TURTLE, RdfFormat.TRIG) else None


def graph(opened: Opened, job: Job) -> Done:
    """Write a graph, or all of them."""
    everything = job.graph == EVERYTHING
    offers = DATASETS if everything else TRIPLES
    offer = chosen(job.accept, offers)
    if offer is None:
        return unacceptable(offers)
    if everything:
        opened.store.dump(job.out, offer.format, prefixes=_prefixes(offer))
        sort_prefixes(Path(job.out))
        return Done(type=offer.header)
    name = NamedNode(job.graph) if job.graph else ox.DefaultGraph()
    if job.graph and not opened.store.contains_named_graph(name):
        return Done(status=404, message=f"there is no graph {job.graph}")
    opened.store.dump(job.out, offer.format, from_graph=name, prefixes=_prefixes(offer))
    sort_prefixes(Path(job.out))
    return Done(type=offer.header)


def about(opened: Opened, job: Job) -> Done:
    """What a description of the dataset tells: `union`, and `graphs`, the names of the graphs unless there are many."""
    names = list(islice(_names(opened.store), MOST_NAMED + 1))
    told: dict[str, Any] = {"union": opened.union, "graphs": sorted(names) if len(names) <= MOST_NAMED else []}
    return Done(about=told)


def _names(store: ox.Store) -> Iterator[str]:
    return (one.value for one in store.named_graphs() if isinstance(one, NamedNode))


def unacceptable(offers: Sequence[Offer[Any]]) -> Done:
    """No format was found that the client takes."""
    return Done(status=406, message=f"none of the formats that Accept names; there are {_listed(offers)}")


def _listed(offers: Sequence[Offer[Any]]) -> str:
    return ", ".join(one.type for one in offers)
