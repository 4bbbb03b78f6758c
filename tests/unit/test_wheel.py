"""What is installed holds everything that running needs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_wheel_holds_ontology_messages_and_types(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"govgraph/{name}" for name in ("py.typed", "__init__.pyi", "cli/messages.json")}
    for folder, inside in (("ontology", "govgraph/ontology"), ("src/govgraph/views/page", "govgraph/views/page")):
        files = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        wanted |= {f"{inside}/{path.relative_to(ROOT / folder).as_posix()}" for path in files}
    assert sorted(wanted - names) == []
