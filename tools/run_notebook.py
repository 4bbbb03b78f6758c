"""Runs the notebooks of the documentation and compares what they print with what they show.

    python tools/run_notebook.py             # fails if a cell fails, or prints something else than the notebook shows
    python tools/run_notebook.py --write     # puts the output of today into the notebooks

Text is compared to the letter. Of figures only that they are drawn: their bytes depend on the version of the library.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "docs" / "notebook").glob("*.ipynb"))
_SECONDS = 300


def shown(cell: nbformat.NotebookNode) -> list[str]:
    """What a cell shows: its text, and a line for each figure."""
    texts: list[str] = []
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            texts += output.text.splitlines()
        elif "image/png" in output.get("data", {}):
            texts.append("[figure]")
        elif "text/plain" in output.get("data", {}):
            texts += output.data["text/plain"].splitlines()
    return texts


def run(path: Path) -> nbformat.NotebookNode:
    """The notebook with fresh output.

    Raises:
        nbclient.exceptions.CellExecutionError: A cell failed.
    """
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        cell.pop("execution_count", None)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    where = {"metadata": {"path": str(path.parent)}}
    # a kernel sends what a cell prints in pieces, sooner or later
    client = NotebookClient(notebook, timeout=_SECONDS, record_timing=False, coalesce_streams=True, resources=where)
    client.execute()
    # the version of the interpreter is that of the machine
    notebook.metadata.language_info = {"name": "python"}
    return notebook


def differences(old: nbformat.NotebookNode, new: nbformat.NotebookNode) -> list[str]:
    """Lines of a unified diff between what two runs show, cell by cell; empty if they show the same."""
    lines: list[str] = []
    for number, (one, other) in enumerate(zip(old.cells, new.cells, strict=True)):
        names = f"cell {number}", f"cell {number}, run now"
        lines += difflib.unified_diff(shown(one), shown(other), *names, lineterm="")
    return lines


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the output of today into the notebooks")
    options = parser.parse_args(arguments)
    wrong: list[str] = []
    for path in NOTEBOOKS:
        fresh = run(path)
        if options.write:
            nbformat.write(fresh, path)
        else:
            wrong += differences(nbformat.read(path, as_version=4), fresh)
    print("\n".join(wrong), file=sys.stderr, end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
