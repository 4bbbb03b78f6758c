"""The notebooks of the documentation run and print what they show."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "run_notebook.py"
STUDY = ROOT / "docs" / "notebook" / "study.ipynb"


def test_notebooks_run_and_print_what_they_show() -> None:
    done = subprocess.run([sys.executable, str(TOOL)], capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr[-3000:]


def test_the_study_has_figures_and_no_path_of_a_machine() -> None:
    cells = json.loads(STUDY.read_text(encoding="utf-8"))["cells"]
    figures = [o for cell in cells for o in cell.get("outputs", []) if "image/png" in o.get("data", {})]
    assert len(figures) == 3
    text = STUDY.read_text(encoding="utf-8")
    assert "/home/" not in text
    assert "/tmp/" not in text
