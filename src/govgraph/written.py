"""How files and folders are known that govgraph has written: it must not be its own witness."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

__all__ = [
    "MANIFEST",
    "MARKDOWN_MARK",
    "OUTPUTS",
    "PRIVATE_NOTE",
    "PRIVATE_NOTE_TEXT",
    "SITE_GENERATOR",
    "SITE_MANIFEST",
    "is_written",
    "written_below",
]

MANIFEST: Final = "manifest.json"
OUTPUTS: Final = (
    "graph.ttl",
    "graph.trig",
    "inferred.trig",
    "network.html",
    "records",
    "readings",
    "store",
    "issues.jsonl",
    MANIFEST,
)
"""Names in the output folder that belong to builds. The manifest comes last: it vouches for the others."""

PRIVATE_NOTE: Final = "README.txt"
PRIVATE_NOTE_TEXT: Final = """\
Texts of articles that govgraph has read, for builds to come into the folder beside this one.
Their publishers' rights hold for them: the folder beside can be handed on, this one is for yourself.
"""

SITE_MANIFEST: Final = "site.json"
"""Lists the files of a site with their digests, and says that a folder is one."""
SITE_GENERATOR: Final = "govgraph site"

MARKDOWN_MARK: Final = "<!-- generator: govgraph -->"
"""First line of the Markdown that govgraph writes."""
_HTML_MARK: Final = re.compile(rb"""<meta name=["']generator["'] content=["']govgraph["']""")
_BESIDE: Final = ("changes", "corrections.ttl")
"""What other commands keep in the output folder."""
_CSV_MARK: Final = b"statement,subject,subject_label,"


def is_written(sample: bytes) -> bool:
    """Whether a file is a page or table that govgraph wrote.

    Args:
        sample: Its first bytes.

    >>> is_written(b"<!-- generator: govgraph --> # Bericht"), is_written(b"# Bericht")
    (True, False)
    """
    return sample.startswith((MARKDOWN_MARK.encode(), _CSV_MARK)) or _HTML_MARK.search(sample) is not None


def written_below(file: Path) -> tuple[Path, ...]:
    """What govgraph has written around a file that vouches for it, by its name: files, and folders with all in them.

    Of an output folder only what belongs to it: pages to be read may lie there too.

    Args:
        file: Any file; most vouch for nothing.
    """
    folder = file.parent
    if file.name == MANIFEST and {"govgraph", "outputs"} <= _keys(file).keys():
        return tuple(folder / name for name in (*OUTPUTS, *_BESIDE))
    if file.name == SITE_MANIFEST and _keys(file).get("generator") == SITE_GENERATOR:
        return (folder,)
    if file.name == PRIVATE_NOTE and folder.name.endswith(".private") and _is_private_note(file):
        return (folder,)
    return ()


def _keys(file: Path) -> dict[str, object]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _is_private_note(file: Path) -> bool:
    try:
        return file.read_text(encoding="utf-8") == PRIVATE_NOTE_TEXT
    except (OSError, ValueError):
        return False
