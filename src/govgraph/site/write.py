"""The explorer as files, that any web host serves and a browser opens from disk."""

from __future__ import annotations

import gzip
import html
import io
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Quad

from govgraph.assets import ASSETS, asset
from govgraph.errors import StoreError
from govgraph.explorer import described
from govgraph.export import render
from govgraph.outfile import write_whole
from govgraph.rdf.interface import GraphReader
from govgraph.site.contents import Contents, Told, engine, graph_document, packed_graph
from govgraph.site.options import Progress, Site, SiteOptions, silent
from govgraph.site.packing import LEVEL, base64_of, packed
from govgraph.site.pages import BUNDLE, Head, folder_page, single_page
from govgraph.site.places import part_of
from govgraph.site.placing import placed
from govgraph.store import MemoryStore
from govgraph.views.policy import embedded, with_line_feeds
from govgraph.views.wording import FALLBACK

Json = dict[str, Any]

_ASKED: Final = "sparql-editor"
_REVIEW: Final = "review"
_TITLES: Final = {
    "de": {"": "Wissensgraph E-Government", "network": "Netzwerk", "timeline": "Zeitleiste", "map": "Karte"}
    | {_ASKED: "SPARQL", _REVIEW: "Prüfen"},
    "en": {"": "E-government knowledge graph", "network": "Network", "timeline": "Timeline", "map": "Map"}
    | {_ASKED: "SPARQL", _REVIEW: "Review"},
}
"""Titles of pages until their scripts have run, by language."""
_SHOWN: Final = {
    "": ("data/index.js",),
    "network": ("data/index.js",),
    "timeline": ("data/charts.js",),
    "map": ("data/charts.js", "data/maps.js"),
    _ASKED: ("data/questions.js",),
    _REVIEW: ("data/review.js",),
}
"""Page → scripts of the documents that it shows first."""
_GRAPH: Final = "graph.nq.gz"
_SITEMAP: Final = 50_000
_PARTS: Final = 256
"""Of one file at most: each is packed with a quarter of a megabyte of memory."""


def write_site(
    store: GraphReader, path: Path, options: SiteOptions | None = None, progress: Progress | None = None
) -> Site:
    """Write the explorer of a graph: the same graph, records and options give the same bytes.

    Args:
        store: The graph, with no more of the words of articles than wanted.
        path: Folder, or file if `options.single`.
        options: Settings; the defaults if None.
        progress: Is told how many pages are written; None if nobody asks.

    Raises:
        StoreError: `path` cannot be written, holds what no site wrote, or one file would be larger than allowed.
    """
    options, progress = options or SiteOptions(), progress or silent
    if options.single:
        return _single(store, path, options, progress)
    with placed(path) as folder:
        things = _Folder(store, folder, options).write(progress)
    sizes = [one.stat().st_size for one in path.rglob("*") if one.is_file()]
    return Site(things, len(sizes), sum(sizes))


class _Folder:
    """Writes the files of a site."""

    def __init__(self, store: GraphReader, folder: Path, options: SiteOptions) -> None:
        self._store = store
        self._folder = folder
        self._options = options
        self._contents = Contents(store, options)
        self._pages: list[str] = []

    def write(self, progress: Progress) -> int:
        """Write all files; number of things and articles that are shown."""
        things = 0
        for told in (*self._contents.whole(), Told("engine", "", engine(self._contents.base))):
            self._tell(told)
        for told in self._contents.things(progress):
            self._tell(told)
            if self._contents.is_thing(told):
                self._thing(told)
                things += 1
        graph = packed_graph(self._store)
        self._put(_GRAPH, graph)
        self._tell(Told("graph", "", graph_document(graph)))
        titles = _titles(self._options)
        self._page("", Head(titles[""], canonical=self._canonical("")))
        self._page("about", Head("govgraph"))
        if self._options.review is not None:
            self._page(_REVIEW, Head(f"{titles[_REVIEW]} – govgraph"))
        for view in (one for one in titles if one not in ("", _REVIEW)):
            self._page(view, Head(f"{titles[view]} – govgraph", canonical=self._canonical(f"{view}.html")))
        self._scripts()
        self._sitemap()
        return things

    def _tell(self, told: Told) -> None:
        """Add a document to its script: as a text of JSON, which cannot be more than data."""
        file = self._folder / f"{self._contents.file(told)}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("ab") as opened:
            opened.write(_telling({self._contents.key(told): told.document}))

    def _thing(self, told: Told) -> None:
        iri, document = told.iri, told.document
        place = f"id/{self._contents.place(iri)}"
        own = place.rpartition("/")[2]
        head = Head(
            title=f"{_title(document)} – govgraph",
            description=_description(document),
            canonical=self._canonical(f"{place}.html") or iri,
            describes=iri,
            files={"text/turtle": f"{own}.ttl"},
        )
        self._page(place, head)
        triples = MemoryStore()
        triples.load(Quad(one.subject, one.predicate, one.object) for one in described(self._store, iri))
        self._put(f"{place}.ttl", render(triples, "turtle"))

    def _page(self, here: str, head: Head) -> None:
        given = {
            "here": here,
            "root": "../" * here.count("/") or "./",
            "base": self._contents.base,
            "parts": self._contents.parts,
            "whole": _GRAPH,
            "reviewed": self._options.review is not None,
        }
        name = f"{here or 'index'}.html"
        first = ("data/terms.js", *((f"{here}.js",) if "/" in here else _SHOWN.get(here, ())))
        self._put(name, folder_page(head, given, first, engine=here == _ASKED, lang=self._options.lang))
        if here not in ("about", _REVIEW):
            self._pages.append(name)

    def _scripts(self) -> None:
        folder = self._folder / BUNDLE
        folder.mkdir()
        for file in sorted((ASSETS / BUNDLE).iterdir()):
            if file.suffix in (".js", ".css"):
                shutil.copyfile(file, folder / file.name)
        (folder / "licenses.md").write_bytes(_licences().encode())

    def _sitemap(self) -> None:
        if not self._options.root_url:
            return
        urls = [self._canonical("" if one == "index.html" else one) for one in sorted(self._pages)]
        parts = range(0, len(urls), _SITEMAP)
        files = [_urls("urlset", "url", urls[at : at + _SITEMAP]) for at in parts]
        if len(files) == 1:
            self._put("sitemap.xml", files[0])
            return
        for number, content in enumerate(files, start=1):
            self._put(f"sitemap-{number}.xml", content)
        listed = [self._canonical(f"sitemap-{number}.xml") for number in range(1, len(files) + 1)]
        self._put("sitemap.xml", _urls("sitemapindex", "sitemap", listed))

    def _canonical(self, name: str) -> str:
        return self._options.root_url + name if self._options.root_url else ""

    def _put(self, name: str, content: bytes) -> None:
        file = self._folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _single(store: GraphReader, path: Path, options: SiteOptions, progress: Progress) -> Site:
    contents = Contents(store, options)
    held = {
        f"document-{told.name}": base64_of(packed(_json(told.document).encode("utf-8", "replace")))
        for told in contents.whole()
    }
    parts = [_Part() for _ in range(min(contents.parts, _PARTS))]
    things = size = 0
    for told in contents.things(progress):
        key = contents.key(told)
        size += parts[part_of(key, len(parts))].add(key, told.document)
        _hold(path, size, options)
        things += contents.is_thing(told)
    held |= {f"part-{number}": base64_of(part.closed()) for number, part in enumerate(parts)}
    held |= {
        "document-graph": embedded(graph_document(packed_graph(store))),
        "document-engine": embedded(engine(contents.base)),
        "licenses": html.escape(_licences()),
    }
    given = {"here": "", "root": "./", "base": contents.base, "parts": len(parts), "whole": ""}
    given |= {"reviewed": options.review is not None}
    head = Head(_titles(options)[""], canonical=options.base_url)
    page = single_page(head, given, held, lang=options.lang)
    _hold(path, len(page), options)
    write_whole(path, page)
    return Site(things, 1, len(page))


def _titles(options: SiteOptions) -> Mapping[str, str]:
    return _TITLES[options.lang or FALLBACK]


def _hold(path: Path, size: int, options: SiteOptions) -> None:
    """Refuse a file that is too large as soon as that is known."""
    if size > options.most:
        raise StoreError(
            f"{path} would have {_megabytes(size)} MB or more; one file may have {_megabytes(options.most)} MB: "
            "write a folder (without --single), or leave quotes out with --quotes none"
        )


class _Part:
    """Some documents as one object of JSON, packed while they come."""

    def __init__(self) -> None:
        self._packed = io.BytesIO()
        self._documents = gzip.GzipFile(filename="", fileobj=self._packed, mode="wb", compresslevel=LEVEL, mtime=0)
        self._mark = "{"

    def add(self, key: str, document: Json) -> int:
        """Add a document; bytes by which what is packed has grown."""
        before = self._packed.tell()
        entry = f"{self._mark}{json.dumps(key, ensure_ascii=False)}:{_json(document)}"
        self._documents.write(entry.encode("utf-8", "replace"))
        self._mark = ","
        return self._packed.tell() - before

    def closed(self) -> bytes:
        self._documents.write(b"{}" if self._mark == "{" else b"}")
        self._documents.close()
        return self._packed.getvalue()


def _telling(documents: Json) -> bytes:
    """A line of a script that hands documents on as one string, of which JavaScript makes nothing but that string."""
    text = _json(documents).replace("\\", "\\\\").replace("'", "\\'")
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"govgraph.tell('{text}');\n".encode("utf-8", "replace")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _title(document: Json) -> str:
    return str(document["label"] if document["document"] == "entity" else document["title"] or document["iri"])


def _description(document: Json) -> str:
    if document["document"] == "entity":
        return " · ".join([document["class"] or document["type"], *document["aliases"][:3]])
    return " · ".join(filter(None, (document["date"], document["kicker"], document["source"])))


def _urls(outer: str, inner: str, urls: Sequence[str]) -> bytes:
    lines = "".join(f"<{inner}><loc>{html.escape(url)}</loc></{inner}>\n" for url in urls)
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{outer} xmlns="{namespace}">\n{lines}</{outer}>\n'.encode()


def _licences() -> str:
    """Licences of all scripts of a site."""
    return "\n".join(with_line_feeds(asset(bundle, "licenses.md")).strip() + "\n" for bundle in (BUNDLE, "engine"))


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f}"
