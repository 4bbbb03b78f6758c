"""The log of rounds: what changed, and the figures after it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

LOG = Path(__file__).resolve().parent / "LOG.md"
COLUMNS = ("dev", "examples", "real", "open", "set-aside", "later")
_ROUND = re.compile(r"^\| (\d+) \|", re.MULTILINE)
_HEAD = """# Log of rounds

Figures are F1 of entities / offices / facts. `python benchmarks/quality/run.py --log "WHAT"` adds a line after all sets
were measured; `gate.py --lower` adds one when a floor is lowered.

| round | what changed | {columns} |
| ---: | --- | {rules} |
"""


def add_round(path: Path, what: str, figures: Mapping[str, Mapping[str, float]]) -> int:
    """Append a line; makes the file where there is none.

    Args:
        path: The log.
        what: Class of error that was mended, or reason of a lowered floor; one line.
        figures: F1 by set and kind; a set that is missing stands as a dash.

    Returns:
        Number of the round: one more than the last.
    """
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if not text:
        text = _HEAD.format(columns=" | ".join(COLUMNS), rules=" | ".join("---" for _ in COLUMNS))
    number = max((int(found) for found in _ROUND.findall(text)), default=0) + 1
    cells = [
        " / ".join(f"{value:.1f}" for value in figures[name].values()) if name in figures else "–" for name in COLUMNS
    ]
    clean = " ".join(what.split()).replace("|", "/")
    line = f"| {number} | {clean} | {' | '.join(cells)} |\n"
    path.write_text(text.rstrip("\n") + "\n" + line, encoding="utf-8")
    return number
