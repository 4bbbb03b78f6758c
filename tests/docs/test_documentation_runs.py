"""Marked code blocks of the documentation run and give what the page shows; `tools/run_documentation.py` says how."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "run_documentation.py"
MARKED = re.compile(r"^```(?:(?:python|bash|console) run|[a-z]+ file=[\w.-]+)$", re.MULTILINE)
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
WITH_BLOCKS = [page for page in PAGES if MARKED.search(page.read_text(encoding="utf-8"))]


def run_page(page: Path, demo: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(TOOL), "--demo", str(demo), str(page)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Graph of the example pages, as `make demo` builds it."""
    folder = tmp_path_factory.mktemp("demo")
    pages = [str(page.relative_to(ROOT)) for page in sorted((ROOT / "examples").glob("*.txt"))]
    command = [sys.executable, "-m", "govgraph", "build", *pages, "--out", str(folder / "output")]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return folder / "output"


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
def test_blocks_run(page: Path, demo: Path) -> None:
    done = run_page(page, demo)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        ("```python run\nraise SystemExit('no')\n```\n", "no"),
        ("```bash run\ntrue\nfalse\n```\n", "false"),
        ("```console run\n$ echo drei\nzwei\n```\n", "+drei"),
        ("```text file=a.txt\neins\n```\n\n```console run\n$ cat a.txt\nzwei\n```\n", "+eins"),
    ],
)
def test_a_block_that_does_not_hold_is_noticed(block: str, complaint: str, tmp_path: Path) -> None:
    code = (
        f"import sys, pathlib; sys.path.insert(0, {str(TOOL.parent)!r}); import run_documentation as d\n"
        f"page = pathlib.Path('page.md'); page.write_text({block!r}, encoding='utf-8')\n"
        "try:\n    d.run_page(page, pathlib.Path())\nexcept d.Failure as failure:\n    sys.exit(f'noticed: {failure}')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr.startswith("noticed: ")
    assert complaint in done.stderr
