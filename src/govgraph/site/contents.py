"""What a site tells: all documents that its pages can ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from pyoxigraph import NamedNode

from govgraph.assets import ASSETS, asset
from govgraph.explorer import Charts, Documents, charts, maps, questions
from govgraph.export import render
from govgraph.model import BASE
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.site.options import Progress, SiteOptions
from govgraph.site.packing import base64_of, packed
from govgraph.site.places import part_of, place_of
from govgraph.views.policy import with_line_feeds

Json = dict[str, Any]

# what is written ahead is what pages link to: `viewsOf` in web/src/explorer/views.ts
_OFFICE: Final = "holdsOffice"
_FIRST: Final = "implements"
"""What a map shows of a thing if nothing else is asked for."""
_HOLDERS: Final = frozenset({"Person", "Organisation", "Jurisdiction", "Municipality"})
_IN_PART: Final = 100
_THING: Final = "id"


class Told(NamedTuple):
    """A document with its name.

    Attributes:
        name: `index`, `terms` …; of a thing `id` for what the graph says of it, else what its view is called.
        iri: The thing; empty for a document about the graph as a whole.
        document: What is told.
    """

    name: str
    iri: str
    document: Json


class Contents:
    """Computes documents one by one, so that a large graph needs no more memory than its largest page.

    Args:
        store: The graph.
        options: Where the texts of articles and queries of one's own are.
    """

    def __init__(self, store: GraphReader, options: SiteOptions) -> None:
        self._store = store
        self._queries = options.queries
        self._review = options.review
        self._documents = Documents(store, options.records)
        self._index = self._documents.index()
        self.base: str = self._index["base"]
        subjects = {quad.subject for quad in store.match()}
        self._subjects = {one.value for one in subjects if isinstance(one, NamedNode) and self._is_ours(one.value)}
        self._apart = sorted(one for one in self._subjects if not self.place(one))
        self.parts = 1 + len(self._apart) // _IN_PART

    def place(self, iri: str) -> str:
        """`KIND/SLUG` of a thing that has a page of its own; empty for others."""
        return place_of(iri, self.base)

    def is_thing(self, told: Told) -> bool:
        """Whether a document is what the graph says of a thing that has a page of its own."""
        return told.name == _THING and bool(self.place(told.iri))

    def key(self, told: Told) -> str:
        """What the script of the pages calls a document."""
        place = self.place(told.iri)
        return f"{told.name}/{place}" if place else f"{told.name} {told.iri}" if told.iri else told.name

    def file(self, told: Told) -> str:
        """Path of the script of a folder that tells a document, without its ending."""
        place = self.place(told.iri)
        if place and told.name == _THING:
            return f"{_THING}/{place}"
        if told.iri:
            return f"data/{told.name}/{place or part_of(told.iri, self.parts)}"
        return f"data/{told.name}"

    def whole(self) -> Iterator[Told]:
        """Documents about the graph as a whole."""
        yield Told("index", "", self._index)
        yield Told("terms", "", self._documents.terms())
        yield Told("sentences", "", self._documents.sentences())
        yield Told("questions", "", questions(self._store, self.base, self._queries))
        yield Told("charts", "", charts(self.base))
        if self._review is not None:
            yield Told("review", "", dict(self._review))

    def things(self, progress: Progress) -> Iterator[Told]:
        """What the graph says of each thing, article, statement and quote, and their views."""
        drawn = Charts(self._store)
        yield Told("timeline", "", drawn.timeline())
        found = maps(self._store)
        yield Told("maps", "", found)
        mapped = {(str(predicate), str(iri)) for predicate, iri, *_ in found["maps"]}
        for predicate, iri in sorted(mapped):
            yield Told(f"map/{predicate}", iri, drawn.map(predicate, iri))
        rows = (*self._index["entities"], *self._index["articles"])
        shown = sorted({*(row[0] for row in rows), *self._subjects}.difference(self._apart))
        told: set[str] = set()
        for done, iri in enumerate(shown, start=1):
            progress("site", done, len(shown))
            document = self._documents.document(iri)
            yield Told(_THING, iri, document)
            statements = list(_statements(document))
            if document.get("type") in _HOLDERS and any(one["predicate"] == _OFFICE for one in statements):
                yield Told("timeline", iri, drawn.timeline(iri))
            if any(one["predicate"] == _FIRST for one in document.get("about", ())) and (_FIRST, iri) not in mapped:
                yield Told(f"map/{_FIRST}", iri, drawn.map(_FIRST, iri))
            for one in statements:
                if one["iri"] not in told:
                    told.add(one["iri"])
                    yield Told(_THING, one["iri"], self._documents.document(one["iri"]))
        for iri in self._apart:
            if iri not in told:
                yield Told(_THING, iri, self._documents.document(iri))

    def _is_ours(self, iri: str) -> bool:
        return iri.startswith((f"{self.base}/", f"{BASE}/"))


def engine(base: str) -> Json:
    """What answers queries in a browser: the script of a worker, WebAssembly, and the prefixes that queries may use.

    Args:
        base: What the IRIs of the graph's things begin with.
    """
    script = with_line_feeds(asset("engine", "engine.js"))
    wasm = (ASSETS / "engine" / "oxigraph.wasm.gz").read_bytes()
    return {"script": script, "wasm": base64_of(wasm), "prefixes": ns.prefixes(base)}


def packed_graph(store: GraphReader) -> bytes:
    """All quads as N-Quads, in gzip."""
    return packed(render(store, "nquads"))


def graph_document(graph: bytes) -> Json:
    """A packed graph for the engine."""
    return {"quads": base64_of(graph)}


def _statements(document: Json) -> Iterator[Json]:
    for key in ("facts", "about", "statements"):
        yield from document.get(key, ())
