"""Ready-made scripts and styles of pages: built from `web/` by `make web`, and loaded from nowhere else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

ASSETS: Final = Path(__file__).parent
"""Folder that holds a folder for each bundle."""


@cache
def asset(bundle: str, name: str) -> str:
    """Text of one file of a bundle, such as `asset("atlas", "atlas.js")`."""
    return (ASSETS / bundle / name).read_text("utf-8")
