"""Marked code blocks of the documentation run and give what the page shows; `tools/run_documentation.py` says how."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from run_documentation import BLOCK, ROOT, Failure, furnish, pages, put_on_path, run_page
from warm import Programs

WITH_BLOCKS = [page for page in pages() if BLOCK.search(page.read_text(encoding="utf-8"))]
INSTALLED = Path(sys.executable).parent


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first page that needs it puts the graph of the example pages."""
    return tmp_path_factory.mktemp("demo") / "output"


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "CONTRIBUTING.md",
        "docs/tutorial.md",
        "docs/how-to/own-lexicon.md",
        "docs/how-to/page-layouts.md",
        "docs/how-to/python.md",
    ],
)
def test_what_readers_type_is_run(name: str) -> None:
    assert ROOT / name in WITH_BLOCKS, f"{name} has no block that runs"


@pytest.mark.parametrize("page", WITH_BLOCKS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_blocks_run(
    page: Path, demo: Path, programs: Programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", put_on_path(programs.folder, INSTALLED))
    furnish(tmp_path / "page", page, demo)
    run_page(page, tmp_path / "page")


def test_blocks_run_with_what_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = ROOT / "docs" / "how-to" / "inputs.md"
    monkeypatch.setenv("PATH", put_on_path(INSTALLED))
    furnish(tmp_path / "page", page, tmp_path / "demo")
    run_page(page, tmp_path / "page")


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        ("```python run\nraise SystemExit('no')\n```\n", "no"),
        ("```bash run\ntrue\nfalse\n```\n", "false"),
        ("```console run\n$ echo drei\nzwei\n```\n", "+drei"),
        ("```text file=a.txt\neins\n```\n\n```console run\n$ cat a.txt\nzwei\n```\n", "+eins"),
    ],
)
def test_a_block_that_does_not_hold_is_noticed(
    block: str, complaint: str, programs: Programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", put_on_path(programs.folder, INSTALLED))
    page = tmp_path / "page.md"
    page.write_text(block, encoding="utf-8")
    with pytest.raises(Failure) as noticed:
        run_page(page, tmp_path)
    assert complaint in str(noticed.value)
