"""What others write into the store of a build is not undone in silence."""

from __future__ import annotations

import datetime
import os
import re
import shutil
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from govgraph import Graph
from govgraph.errors import StoreError
from govgraph.pipeline import BuildOptions, build, merge, remove
from govgraph.pipeline.judging import Judge
from govgraph.rdf import Signature
from govgraph.rdf.namespaces import PREF_LABEL
from govgraph.store import DiskStore

PAGE = "Hessen hat einen CIO\n\n[18.11.2021] Patrick Burghardt ist CIO von Hessen.\n"
OPTIONS = BuildOptions(view=False)
NOTE = Quad(NamedNode("urn:x"), NamedNode("urn:says"), Literal("Notiz"), NamedNode("urn:notes"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    build([str(tmp_path / "page.txt")], tmp_path / "out", OPTIONS)
    return tmp_path / "out"


def noted(out: Path) -> bool:
    with DiskStore(out / "store", read_only=True) as store:
        return next(store.match(NOTE.subject), None) is not None  # type: ignore[arg-type]


def write(out: Path, *quads: Quad, gone: int = 0) -> None:
    """Write as the server does, after the build."""
    store = Store(str(out / "store"))
    store.extend(quads)
    for quad in list(store.quads_for_pattern(None, PREF_LABEL, None))[:gone]:
        store.remove(quad)
    store.flush()
    del store
    later = (out / "manifest.json").stat().st_mtime_ns + 1_000_000_000
    for path in (out / "store").iterdir():
        os.utime(path, ns=(later, later))


@pytest.mark.parametrize(
    ("more", "gone", "told"),
    [(1, 0, "+1 quads against"), (0, 2, "−2 quads against"), (1, 1, "+1 −1 quads against")],
)
def test_a_build_stops_before_it_undoes_an_update(out: Path, more: int, gone: int, told: str) -> None:
    write(out, *[NOTE][:more], gone=gone)
    with pytest.raises(StoreError, match=re.escape(f"holds changes that no build wrote ({told} graph.trig)")):
        build((), out, OPTIONS)
    assert noted(out) is bool(more)
    build((), out, BuildOptions(view=False, drop_updates=True))
    assert not noted(out)
    build((), out, OPTIONS)


def test_so_does_all_else_that_builds(out: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(out, other)
    write(out, NOTE)
    with pytest.raises(StoreError, match="that no build wrote"):
        remove(["Hessen hat einen CIO"], out)
    with pytest.raises(StoreError, match="that no build wrote"):
        merge([out, other], out)
    with Graph.open(out) as graph:
        judge = Judge(out, graph.store, Signature("Eva", datetime.date(2026, 1, 2)))
        wrong = judge.statements("Patrick Burghardt", "holdsOffice")[0]
        with pytest.raises(StoreError, match="that no build wrote"):
            judge.reject(wrong)
    assert noted(out)


def test_a_store_that_was_opened_and_not_changed_is_built_anew(out: Path) -> None:
    write(out)
    build((), out, OPTIONS)
    for path in (out / "store").iterdir():
        path.write_bytes(b"damaged")
    build((), out, OPTIONS)


def test_where_the_file_to_compare_with_has_changed_it_says_so(out: Path) -> None:
    write(out, NOTE)
    (out / "graph.trig").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    with pytest.raises(StoreError, match=r"\(other quads against graph\.trig\)"):
        build((), out, OPTIONS)
