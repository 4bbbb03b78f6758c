"""What is written, where, and what is refused."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from explorable import HOSTILE, LONG
from govgraph import Graph
from govgraph.errors import InputError, StoreError
from govgraph.explorer import Charts, Documents, map_of, timeline
from govgraph.model import slug
from govgraph.site import SiteOptions, write_site
from govgraph.site.places import part_of, place_of
from govgraph.site.placing import placed
from govgraph.store import MemoryStore
from handmade import ALT, BOARD, OZG, RLP

BASE = "https://w3id.org/govgraph/id"
ENGINE = "wasm-unsafe-eval"


def told(script: Path) -> dict[str, dict[str, Any]]:
    """Documents of a script, read as JavaScript reads them."""
    found: dict[str, dict[str, Any]] = {}
    for line in script.read_text("utf-8").splitlines():
        text = re.fullmatch(r"govgraph\.tell\('(.*)'\);", line)
        assert text, line[:80]
        found |= json.loads(re.sub(r"\\([\\'])", r"\1", text[1]))
    return found


@pytest.fixture(scope="module")
def site(written: Path) -> Path:
    return written / "site"


def test_a_thing_has_a_page_a_document_and_triples(site: Path, written: Path) -> None:
    place = site / "id" / "person" / "denis-alt"
    page = place.with_suffix(".html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/graph/id/person/denis-alt.html">' in page
    assert f'<link rel="describes" href="{ALT}">' in page
    with Graph.open(written) as graph:
        expected = Documents(graph.store, written / "records").document(ALT)
    assert told(place.with_suffix(".js"))["id/person/denis-alt"] == expected
    triples = ox.parse(path=str(place.with_suffix(".ttl")), format=ox.RdfFormat.TURTLE)
    assert any(one.subject == ox.NamedNode(ALT) for one in triples)


def test_what_has_no_page_of_its_own_is_told_by_its_part(site: Path) -> None:
    parts = {int(one.stem): told(one) for one in (site / "data" / "id").glob("*.js")}
    kinds = {one["document"] for part in parts.values() for one in part.values()}
    assert {"statement", "evidence", "entity"} <= kinds
    for number, part in parts.items():
        assert {part_of(key.removeprefix("id "), len(parts)) for key in part} == {number}


def test_the_policy_lets_nothing_in_and_webassembly_on_one_page_alone(site: Path) -> None:
    pages = {one.relative_to(site).as_posix(): one.read_text("utf-8") for one in site.rglob("*.html")}
    assert [name for name, page in pages.items() if ENGINE in page] == ["sparql-editor.html"]
    for page in pages.values():
        assert "default-src &#x27;none&#x27;; script-src &#x27;self&#x27; file:" in page
        assert "unsafe-inline" not in page
        assert not re.search(r"<script(?! defer src=| type=\"application/json\")", page)


def test_names_cannot_leave_the_place_where_they_stand(site: Path, written: Path) -> None:
    page = (site / "id" / "organisation" / f"{slug(HOSTILE)}.html").read_text("utf-8")
    assert "<img" not in page
    assert "<script>window" not in page + (written / "site.html").read_text("utf-8")


def test_the_whole_graph_lies_in_the_folder(site: Path, written: Path) -> None:
    quads = list(ox.parse(gzip.decompress((site / "graph.nq.gz").read_bytes()), format=ox.RdfFormat.N_QUADS))
    with Graph.open(written) as graph:
        assert len(quads) == len(graph)
    addresses = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    assert "https://example.org/graph/" in addresses
    assert "https://example.org/graph/id/person/denis-alt.html" in addresses


def test_the_same_graph_gives_the_same_bytes_in_any_order(written: Path, tmp_path: Path) -> None:
    with Graph.open(written) as graph:
        turned = MemoryStore()
        turned.load(reversed(list(graph.store.match())))
        options = SiteOptions("https://example.org/graph/", written / "records")
        write_site(turned, tmp_path / "site", options)
    first, second = written / "site", tmp_path / "site"
    names = [one.relative_to(first) for one in sorted(first.rglob("*")) if one.is_file()]
    assert names == [one.relative_to(second) for one in sorted(second.rglob("*")) if one.is_file()]
    assert [name for name in names if (first / name).read_bytes() != (second / name).read_bytes()] == []


def test_a_former_site_is_replaced_as_a_whole_unless_it_was_changed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name in ("one.html", "two.html"):
        with placed(site) as folder:
            (folder / name).write_text(name, "utf-8")
    assert sorted(one.name for one in site.iterdir()) == ["site.json", "two.html"]
    with pytest.raises(ZeroDivisionError), placed(site) as folder:
        (folder / "three.html").write_text(str(1 / 0), "utf-8")
    (site / "two.html").write_text("changed", "utf-8")
    with pytest.raises(StoreError, match=r"changed since \(two\.html\)"), placed(site):
        pass
    assert sorted(one.name for one in site.iterdir()) == ["site.json", "two.html"]
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_a_folder_with_other_things_in_it_stays_as_it_is(written: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    with Graph.open(written) as graph, pytest.raises(StoreError, match=r"notes\.txt"):
        graph.site(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]


def test_what_is_too_large_for_one_file_says_so(written: Path, tmp_path: Path) -> None:
    with (
        Graph.open(written) as graph,
        pytest.raises(StoreError, match=r"MB or more; one file may have 0\.0 MB: write a folder"),
    ):
        write_site(graph.store, tmp_path / "site.html", SiteOptions(single=True, most=1000))
    assert list(tmp_path.iterdir()) == []


def test_texts_and_fewer_quotes_exclude_one_another(written: Path, tmp_path: Path) -> None:
    with Graph.open(written) as graph, pytest.raises(ValueError, match="records hold whole texts"):
        graph.site(tmp_path / "site", records=written / "records", quotes="none")


@pytest.mark.parametrize("url", ["graph", "ftp://example.org/", "https://example.org/?a=b", "https://", "https://[/"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(InputError, match="no address of a site"):
        SiteOptions(url)


@pytest.mark.parametrize(
    ("iri", "place"),
    [
        (f"{BASE}/person/denis-alt", "person/denis-alt"),
        ("https://example.org/g/person/denis-alt", "person/denis-alt"),
        (f"{BASE}/person/Denis", ""),
        (f"{BASE}/person/nul", ""),
        (f"{BASE}/organisation/{slug(LONG)[:150]}", f"organisation/{slug(LONG)[:150]}"),
        (f"{BASE}/organisation/{'a' * 161}", ""),
        (f"{BASE}/statement/a-b", ""),
        (f"{BASE}/person/../../etc", ""),
        ("https://www.wikidata.org/entity/Q1", ""),
    ],
)
def test_only_what_is_a_name_on_every_file_system_is_a_place(iri: str, place: str) -> None:
    assert place_of(iri, "https://example.org/g") == place


def test_charts_of_many_things_are_those_of_one(written: Path) -> None:
    with Graph.open(written) as graph:
        store, drawn = graph.store, Charts(graph.store)
        assert drawn.timeline() == timeline(store)
        assert [drawn.timeline(iri) for iri in (ALT, RLP, BOARD)] == [timeline(store, iri) for iri in (ALT, RLP, BOARD)]
        for predicate, iri in (("implements", OZG), ("holdsOffice", f"{BASE}/role/cio")):
            assert drawn.map(predicate, iri) == map_of(store, predicate, iri)
