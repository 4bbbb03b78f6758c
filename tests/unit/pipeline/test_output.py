"""The output folder: put in place as a whole, and nothing that was there is lost."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from govgraph.errors import StoreError
from govgraph.model import Issue
from govgraph.pipeline.output import (
    issue_line,
    private_folder,
    readings_folder,
    replace_issues,
    settle,
    staged,
    write_issues,
    writing,
)


def _write(folder: Path, content: str) -> None:
    (folder / "records").mkdir()
    (folder / "records" / "page.json").write_text(content, encoding="utf-8")
    (folder / "graph.ttl").write_text(content, encoding="utf-8")
    manifest = {"outputs": {"records/page.json": "", "graph.ttl": ""}}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def _content(out: Path) -> dict[str, str]:
    files = sorted(path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_text(encoding="utf-8") for path in files}


def _build(out: Path, content: str) -> None:
    with staged(out) as folder:
        _write(folder, content)


def test_output_appears_only_when_all_is_written(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    with staged(out) as folder:
        _write(folder, "new")
        assert not (out / "graph.ttl").exists()
    assert (out / "graph.ttl").read_text(encoding="utf-8") == "new"
    assert sorted(path.name for path in out.iterdir()) == ["graph.ttl", "manifest.json", "records"]


def test_failed_build_leaves_the_former_output(tmp_path: Path) -> None:
    _build(tmp_path, "former")
    before = _content(tmp_path)

    def fail_half_way() -> None:
        with staged(tmp_path) as folder:
            _write(folder, "half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert _content(tmp_path) == before


def test_failure_while_putting_in_place_brings_the_former_output_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _build(tmp_path, "former")
    before = _content(tmp_path)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "manifest.json" and self.parent.name == "new":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(StoreError, match="the former output is back in place"):
        _build(tmp_path, "new")
    assert _content(tmp_path) == before


def test_what_a_build_no_longer_makes_goes_with_it(tmp_path: Path) -> None:
    _build(tmp_path, "former")
    with staged(tmp_path) as folder:
        (folder / "manifest.json").write_text("{}", encoding="utf-8")
    assert _content(tmp_path) == {"manifest.json": "{}"}


def test_foreign_files_stay(tmp_path: Path) -> None:
    _build(tmp_path, "former")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "records" / "mine.json").write_text("mine", encoding="utf-8")
    _build(tmp_path, "new")
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "records" / "mine.json").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "records" / "page.json").read_text(encoding="utf-8") == "new"


def test_files_that_no_build_wrote_are_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("by hand", encoding="utf-8")
    with pytest.raises(StoreError, match=r"graph\.ttl but no manifest\.json"):
        _build(tmp_path, "new")
    assert _content(tmp_path) == {"graph.ttl": "by hand"}


def test_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="is a file; give --out a folder"):
        _build(tmp_path / "out", "new")


def test_issues_are_one_json_line_each(tmp_path: Path) -> None:
    issue = Issue("a\nb.txt", "sources", "error", "empty", "two\nlines, „quoted“")
    write_issues(tmp_path / "issues.jsonl", [issue, issue])
    lines = (tmp_path / "issues.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines == [issue_line(issue)] * 2
    assert json.loads(lines[0]) == {
        "source": "a\nb.txt",
        "stage": "sources",
        "level": "error",
        "code": "empty",
        "message": "two\nlines, „quoted“",
    }


# Builds that are killed, and builds side by side

KILLED = """
import errno, os, sys
from pathlib import Path
from govgraph.pipeline.output import staged

left, apart, disks = int(sys.argv[2]), sys.argv[3] == "apart", int(sys.argv[4])
rename = Path.rename


def dies(self, target):
    global left
    if left == 0:
        os.kill(os.getpid(), 9)
    left -= 1
    if disks == 2 and len({".private/" in str(one) for one in (self, target)}) == 2:
        raise OSError(errno.EXDEV, "Invalid cross-device link")
    return rename(self, target)


Path.rename = dies
with staged(Path(sys.argv[1]), apart=apart) as folder:
    if apart or (Path(sys.argv[1] + ".private")).exists():
        (folder / "readings").mkdir()
        (folder / "readings" / "page.json").write_text("new", encoding="utf-8")
    (folder / "records").mkdir()
    (folder / "records" / "page.json").write_text("new", encoding="utf-8")
    (folder / "graph.ttl").write_text("new", encoding="utf-8")
    (folder / "manifest.json").write_text('{"outputs": {}}', encoding="utf-8")
    if left < 0:
        os.kill(os.getpid(), 9)
"""


def _killed(out: Path, renames: int, *, apart: bool = False, disks: int = 1) -> bool:
    command = [sys.executable, "-c", KILLED, str(out), str(renames), "apart" if apart else "here", str(disks)]
    return subprocess.run(command, check=False, capture_output=True).returncode == -signal.SIGKILL


@pytest.mark.parametrize("way", ["read", "write"])
def test_a_build_that_is_killed_is_finished_or_undone_by_the_next_command(tmp_path: Path, way: str) -> None:
    """At whatever file it was: the next command finds the former output or the new one, and no mixture."""
    seen = set()
    for renames in range(-1, 30):
        out = tmp_path / str(renames)
        _build(out, "former")
        (out / "network.html").write_text("former", encoding="utf-8")
        former = _content(out)
        if not _killed(out, renames):
            break
        if way == "read":
            settle(out)
        else:
            with writing(out):
                pass
        content = {name: text for name, text in _content(out).items() if not name.startswith(".")}
        new = {"graph.ttl": "new", "records/page.json": "new", "manifest.json": '{"outputs": {}}'}
        assert content in (former, new), renames
        seen.add(content["graph.ttl"])
        _build(out, "last")
        last = _content(out)
        assert (last["graph.ttl"], last["records/page.json"], "network.html" in last) == ("last", "last", False)
        assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []
    assert renames > 7
    assert seen == {"former", "new"}


@pytest.mark.parametrize("disks", [1, 2])
@pytest.mark.parametrize("apart", [True, False])
def test_readings_that_go_to_the_private_folder_or_come_from_it_go_with_the_rest(
    tmp_path: Path, *, apart: bool, disks: int
) -> None:
    """At whatever file the build is killed: readings are those of the graph, in one of two places, and nowhere else."""
    seen = set()
    for renames in range(-1, 40):
        out = tmp_path / str(renames) / "out"
        with staged(out, apart=not apart) as folder:
            _write(folder, "former")
            (folder / "readings").mkdir()
            (folder / "readings" / "page.json").write_text("former", encoding="utf-8")
        if not _killed(out, renames, apart=apart, disks=disks):
            break
        with writing(out):
            pass
        graph = (out / "graph.ttl").read_text(encoding="utf-8")
        assert (readings_folder(out) / "page.json").read_text(encoding="utf-8") == graph, renames
        places = [one for one in (out, private_folder(out)) if (one / "readings").exists()]
        assert places == [private_folder(out) if apart == (graph == "new") else out], renames
        assert private_folder(out).exists() == (private_folder(out) in places), renames
        assert [path for path in out.parent.rglob("*") if path.name.startswith((".building", ".placing"))] == []
        seen.add(graph)
    assert renames > 7
    assert seen == {"former", "new"}


def test_signals_while_it_is_put_in_place_do_not_mix_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename
    for stop in range(8):
        out = tmp_path / str(stop)
        _build(out, "former")
        done: list[Path] = []

        def interrupted(self: Path, target: Path, stop: int = stop, done: list[Path] = done) -> Path:
            done.append(self)
            if len(done) == stop + 1:
                raise SystemExit(143)
            return rename(self, target)

        monkeypatch.setattr(Path, "rename", interrupted)
        with pytest.raises(SystemExit):
            _build(out, "new")
        monkeypatch.undo()
        settle(out)
        texts = {text for name, text in _content(out).items() if name != "manifest.json"}
        assert texts in ({"former"}, {"new"}), stop
        _build(out, "last")
        assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


def test_two_do_not_write_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from govgraph.pipeline.output import writing\n"
        "with writing(Path(sys.argv[1])):\n    print('in', flush=True); sys.stdin.read()\n"
    )
    out = tmp_path / "out"
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(out)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdin is not None
    assert other.stdout.readline() == "in\n"
    with pytest.raises(StoreError, match="another govgraph command writes there"), writing(out, wait=0.1):
        pass
    begin = time.monotonic()
    threading.Timer(0.3, other.stdin.close).start()
    with writing(out, wait=20):
        assert time.monotonic() - begin >= 0.3
    other.wait()
    other.stdout.close()


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from govgraph.pipeline.output import writing\n"
        "with writing(Path(sys.argv[1])):\n    os.kill(os.getpid(), 9)\n"
    )
    out = tmp_path / "out"
    assert subprocess.run([sys.executable, "-c", code, str(out)], check=False).returncode == -signal.SIGKILL
    with writing(out, wait=0):
        pass


def test_the_same_thread_may_write_within_writing(tmp_path: Path) -> None:
    with writing(tmp_path / "out"), writing(tmp_path / "out", wait=0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_readers_wait_for_a_build_that_is_at_it(tmp_path: Path) -> None:
    _build(tmp_path, "former")
    with writing(tmp_path):
        placing = tmp_path / ".placing"
        placing.mkdir()
        threading.Timer(0.3, placing.rmdir).start()
        code = "import sys, pathlib; from govgraph.pipeline import output; output.settle(pathlib.Path(sys.argv[1]))"
        done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")


def test_issues_are_replaced_as_a_whole(tmp_path: Path) -> None:
    _build(tmp_path, "former")
    issue = Issue("a", "sources", "error", "gone", "a: gone; look elsewhere")
    replace_issues(tmp_path, [issue])
    assert (tmp_path / "issues.jsonl").read_text(encoding="utf-8") == issue_line(issue) + "\n"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
