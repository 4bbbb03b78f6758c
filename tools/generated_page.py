"""Writes a page that is made from the sources, or compares it with what stands there."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def write_or_check(page: Path, text: str) -> int:
    """Write a page; with `--check` on the command line compare it instead, and give 1 where it is out of date."""
    if "--check" not in sys.argv[1:]:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    elif not page.exists() or page.read_text(encoding="utf-8") != text:
        print(f"{page.relative_to(ROOT)} is out of date; run `make reference`", file=sys.stderr)
        return 1
    return 0
