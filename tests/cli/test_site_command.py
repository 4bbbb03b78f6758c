"""What `govgraph site` refuses, and what it says; without a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph.cli.main import main


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--texts", "--quotes", "none"], "--quotes full"),
        (["--review", "--quotes", "short"], "--quotes full"),
        (["--texts"], "no records with texts"),
        (["--base-url", "example.org"], "no address of a site"),
    ],
)
def test_wrong_usage_is_said_and_nothing_written(
    written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    graph = written / "store" if options == ["--texts"] else written
    arguments = ["--lang", "en", "site", "--graph", str(graph), "--out", str(tmp_path / "site"), *options]
    assert main(arguments) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert list(tmp_path.iterdir()) == []
