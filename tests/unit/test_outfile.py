from __future__ import annotations

import os
from pathlib import Path

import pytest

from govgraph.cli.main import main
from govgraph.errors import StoreError
from govgraph.outfile import write_whole


def test_a_file_comes_with_its_folder_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b.html", b"one")
    write_whole(tmp_path / "a" / "b.html", b"two")
    assert [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()] == [b"two"]


def test_a_pipe_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"one")
    assert (os.read(reader, 9), pipe.is_fifo()) == (b"one", True)
    os.close(reader)


def test_a_folder_and_what_lies_below_a_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"is a folder; give a file"):
        write_whole(tmp_path, b"")
    with pytest.raises(StoreError, match=r"file is a file, not a folder"):
        write_whole(tmp_path / "file" / "below" / "x.html", b"")


@pytest.mark.parametrize(
    "command",
    [
        ("view", "--out"),
        ("map", "--role", "CIO", "--out"),
        ("report", "--since", "2024", "--out"),
        ("timeline", "--html"),
        ("export", "--format", "turtle", "--out"),
        ("site", "--single", "--out"),
    ],
)
def test_every_command_refuses_before_it_opens_a_graph(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main([*command, str(tmp_path / "file" / "x.html"), "--graph", str(tmp_path / "none")]) == 3
    assert "file is a file, not a folder; give a file elsewhere" in capsys.readouterr().err
