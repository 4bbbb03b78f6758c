"""The golden pages hold what their annotations say, and the check of that notices when they don't."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PAGES = Path(__file__).resolve().parents[3] / "benchmarks" / "pages"


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(folder / "check.py")]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(PAGES, tmp_path / "pages")


def _some_gold(folder: Path) -> Path:
    return sorted((folder / "open").glob("*.gold.json"))[0]


def _change(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    change(gold["articles"][0])
    path.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")


def test_annotations_fit_their_pages() -> None:
    done = check(PAGES)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-2].split() == ["pages", "275", "48", "24"]


@pytest.mark.parametrize(
    ("key", "value", "complaint"),
    [
        ("first", "Diese Worte stehen dort nicht", "not in the page: 'Diese Worte stehen dort nicht'"),
        ("title", "Zwei  Leerzeichen", "not normalised: 'Zwei  Leerzeichen'"),
        ("genre", "essay", "genre 'essay'"),
        ("date", "1999-01-02", "date 1999-01-02 is written nowhere"),
        ("date", "1999-01", "date 1999-01 is written nowhere"),
        ("date", "1899", "date 1899 is written nowhere"),
    ],
)
def test_a_wrong_annotation_is_noticed(copy: Path, key: str, value: str, complaint: str) -> None:
    path = _some_gold(copy)
    _change(path, lambda article: article.update({key: value}))
    done = check(copy)
    assert done.returncode == 1
    assert f"open/{path.name.removesuffix('.gold.json')}: article 1: {complaint}" in done.stdout.splitlines()


def test_a_page_without_annotation_is_noticed(copy: Path) -> None:
    path = _some_gold(copy)
    path.unlink()
    done = check(copy)
    assert done.returncode == 1
    assert f"open/{path.name.removesuffix('.gold.json')}: page or annotation is missing" in done.stdout.splitlines()
