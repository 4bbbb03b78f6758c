from __future__ import annotations

from pathlib import Path

import pytest

from govgraph.caching import cache_folder, digest_of, prepared


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "govgraph" / "prepared"


def ready(path: Path) -> None:
    path.write_text("ready")


def test_a_file_is_made_once() -> None:
    made = []

    def make(path: Path) -> None:
        made.append(path)
        path.write_text("ready")

    first = prepared("words/a.txt", make)
    again = prepared("words/a.txt", make)
    assert first is not None
    assert (first, first.read_text(), len(made)) == (again, "ready", 1)
    assert first == cache_folder("prepared") / "words" / "a.txt"


def test_what_fails_while_it_is_made_leaves_nothing(cache: Path) -> None:
    def make(path: Path) -> None:
        path.write_text("half")
        raise OSError("disk full")

    assert prepared("words/a.txt", make) is None
    assert list((cache / "words").iterdir()) == []


def test_errors_of_the_maker_are_its_own(cache: Path) -> None:
    def make(path: Path) -> None:
        raise ValueError("no such word")

    with pytest.raises(ValueError, match="no such word"):
        prepared("words/a.txt", make)
    assert list((cache / "words").iterdir()) == []


def test_nothing_is_kept_where_nothing_can_be_written(cache: Path) -> None:
    cache.parent.mkdir(parents=True)
    cache.write_text("a file, where the folder should be")
    assert prepared("words/a.txt", ready) is None


def test_only_the_newest_stay(cache: Path) -> None:
    for number in range(12):
        prepared(f"words/{number}", ready)
    kept = sorted(int(path.name) for path in (cache / "words").iterdir())
    assert len(kept) == 8
    assert 11 in kept


def test_parts_of_a_digest_do_not_run_together() -> None:
    assert digest_of([b"ab", b"c"]) != digest_of([b"a", b"bc"])
