"""Every relation has its section in docs/reference/relations.md, as the ontology and its frames are now."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from govgraph.model import Predicate

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "generate_relations.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_relation_has_a_section_with_sentences_of_both_ends() -> None:
    page = (ROOT / "docs" / "reference" / "relations.md").read_text(encoding="utf-8")
    sections = {part.split("\n", 1)[0]: part for part in page.split("\n## ")[1:]}
    assert list(sections) == [predicate.value for predicate in Predicate]
    for part in sections.values():
        assert "**¹" in part
        assert "**²" in part
