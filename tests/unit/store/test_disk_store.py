from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from govgraph.errors import StoreError
from govgraph.store import DiskStore, oxigraph

NODE = NamedNode("https://example.org/a")
QUAD = Quad(NODE, NODE, NODE, NODE)


def test_what_is_stored_is_there_after_reopening(tmp_path: Path) -> None:
    with DiskStore(tmp_path / "store") as store:
        store.load([QUAD])

    with DiskStore(tmp_path / "store", read_only=True) as store:
        assert list(store.match()) == [QUAD]


def test_readers_share_a_store_with_its_writer(tmp_path: Path) -> None:
    with DiskStore(tmp_path / "store") as writer:
        writer.load([QUAD])
        with DiskStore(tmp_path / "store", read_only=True) as one, DiskStore(tmp_path / "store", read_only=True) as two:
            assert (len(one), len(two)) == (1, 1)


def test_a_second_writer_is_told_that_the_store_is_in_use(tmp_path: Path) -> None:
    with DiskStore(tmp_path / "store"), pytest.raises(StoreError, match="in use by another program"):
        DiskStore(tmp_path / "store")


def test_a_writer_in_another_process_is_seen(tmp_path: Path) -> None:
    code = (
        f"from govgraph.store import DiskStore; from pathlib import Path; DiskStore(Path({str(tmp_path / 'store')!r}))"
    )
    with DiskStore(tmp_path / "store"):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert "in use by another program" in done.stderr


def test_a_reader_changes_nothing(tmp_path: Path) -> None:
    DiskStore(tmp_path / "store").close()

    with DiskStore(tmp_path / "store", read_only=True) as store:
        for change in (lambda: store.load([QUAD]), lambda: store.drop(NODE.value), lambda: store.replace([QUAD])):
            with pytest.raises(StoreError, match="open it for writing"):
                change()
        assert len(store) == 0


def test_reading_where_no_store_is_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no store at .*; make one with `govgraph build`"):
        DiskStore(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_a_folder_of_other_files_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Hallo", encoding="utf-8")

    with pytest.raises(StoreError, match="holds files but no store"):
        DiskStore(tmp_path)


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("Hallo", encoding="utf-8")

    with pytest.raises(StoreError, match="cannot be opened"):
        DiskStore(tmp_path / "store")


@pytest.mark.parametrize("read_only", [True, False])
def test_a_damaged_store_says_what_to_do(tmp_path: Path, read_only: bool) -> None:
    with DiskStore(tmp_path / "store") as store:
        store.load([QUAD])
    (tmp_path / "store" / "CURRENT").write_text("garbage", encoding="utf-8")

    with pytest.raises(StoreError, match="remove it and build again"):
        DiskStore(tmp_path / "store", read_only=read_only)


def test_after_many_quads_the_parts_that_they_came_in_are_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def parts(name: str) -> int:
        with DiskStore(tmp_path / name) as store:
            for number in range(3):
                store.load(Quad(NODE, NODE, NamedNode(f"{NODE.value}/{number}/{at}"), NODE) for at in range(20))
            assert len(store) == 60
        return len(list((tmp_path / name).glob("*.sst")))

    apart = parts("few")
    monkeypatch.setattr(oxigraph, "_MANY", 10)

    assert parts("many") < apart
