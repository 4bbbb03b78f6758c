"""Titles with a field, „Finanzsenator“, whose office the graph has under the bare title."""

from __future__ import annotations

import re
from typing import Final

from govgraph.errors import NotFoundError
from govgraph.query.names import ROLES, Names

_LEAST_FIELD: Final = 3
_LEAST_TITLE: Final = 5


class Compound:
    """A title that is put together from a field and a title that the graph has.

    Attributes:
        roles: IRIs of the roles of that title; empty if the words are not put together so.
    """

    def __init__(self, names: Names, title: str) -> None:
        self.roles: tuple[str, ...] = ()
        self._stem = ""
        for at in range(_LEAST_FIELD, len(title) - _LEAST_TITLE + 1):
            try:
                self.roles = names.find(title[at:], ROLES)
            except NotFoundError:
                continue
            # „Finanzsenator“ and „Finanzsenatorin“ are one
            self._stem = re.escape(title[: at + _LEAST_TITLE])
            break

    def is_said(self, quote: str, person: str) -> bool:
        """Whether words call somebody so, right before the name or right after it."""
        surname = re.escape(person.split()[-1]) if person.split() else ""
        before = rf"\b(?i:{self._stem})\w*\s+(?:(?!und\b)[A-ZÄÖÜ][\w.-]*\s+){{0,3}}{surname}\b"
        after = rf"\b{surname}(?:,|\s+(?:ist|war|wird|bleibt|als))(?:\s+\w+){{0,2}}\s+(?i:{self._stem})"
        return bool(surname) and re.search(f"{before}|{after}", quote) is not None
