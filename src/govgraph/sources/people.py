"""Names in bylines."""

from __future__ import annotations

import re

__all__ = ["read_names"]

_BETWEEN = re.compile(r" ?[,/&] ?| und ")
_DEGREE = re.compile(r"^(?:(?:Prof|Dr|Mag|Dipl)\.(?:-[A-Z][a-z]+\.)? ?)+")


def read_names(words: str) -> list[str]:
    """Names of a byline, in order, without academic degrees.

    >>> read_names("Dr. Jana Muster und Max von Beispiel")
    ['Jana Muster', 'Max von Beispiel']
    """
    return [name for part in _BETWEEN.split(words) if (name := _DEGREE.sub("", part.strip()))]
