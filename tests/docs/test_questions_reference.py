"""Every named question has its section in docs/reference/questions, with the answer that the golden graph gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from govgraph.query import named_queries

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "reference" / "questions"


def test_pages_and_example_graph_are_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "generate_questions.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_question_has_a_section_and_a_line_in_the_index() -> None:
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    for query in named_queries():
        assert f"[{query.name}]({query.theme}.md#{query.name})" in index
        assert f"\n## {query.name}\n" in (PAGES / f"{query.theme}.md").read_text(encoding="utf-8")
