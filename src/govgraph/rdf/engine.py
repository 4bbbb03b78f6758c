"""Who holds a graph against shapes."""

from __future__ import annotations

from enum import StrEnum


class Engine(StrEnum):
    """Who validates.

    `FAST` takes shapes to queries, and leaves to pySHACL a file of shapes with anything that it does not know.
    `PYSHACL` gives everything to pySHACL, which takes some hundred times as long.
    """

    FAST = "fast"
    PYSHACL = "pyshacl"
