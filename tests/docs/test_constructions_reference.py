"""Every construction has its section in docs/reference/constructions.md, as the ontology is now."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from govgraph.resolve.reviewing import ASSERTED_BY_HAND
from govgraph.vocabulary import load_constructions

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "generate_constructions.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_construction_has_a_section_with_a_sentence_of_both_ends() -> None:
    page = (ROOT / "docs" / "reference" / "constructions.md").read_text(encoding="utf-8")
    sections = {part.split("\n", 1)[0]: part for part in page.split("\n### ")[1:]}
    assert sorted(sections) == sorted(load_constructions())
    without = [name for name, part in sections.items() if "**¹" not in part or "**²" not in part]
    assert without == [ASSERTED_BY_HAND]
