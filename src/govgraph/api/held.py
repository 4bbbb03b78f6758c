"""What every part of `Graph` asks: the store, and what is near enough to be walked through."""

from __future__ import annotations

import datetime

from govgraph.rdf.interface import GraphReader, RemoteReader
from govgraph.sources.dates import read_date

Day = str | int | datetime.date
"""A day, month or year as text (`2024-08-01`, `1.8.2024`), a year as a number, or a day as a value."""
Given = str | int | float | datetime.date
"""What a parameter takes: as people write it, or as a value."""


def written(value: Given) -> str:
    """A value as people write it.

    >>> written(datetime.datetime(2018, 1, 31, 12)), written(2018), written("Hessen")
    ('2018-01-31', '2018', 'Hessen')
    """
    if isinstance(value, datetime.date):
        return f"{value:%Y-%m-%d}"
    return str(value)


def written_day(value: Day | None) -> str | None:
    """A day as `YYYY-MM-DD`, or what is no day as it is given; None stays.

    >>> written_day("1.8.2024"), written_day(datetime.date(2024, 8, 1)), written_day(2024)
    ('2024-08-01', '2024-08-01', '2024')
    """
    given = None if value is None else written(value)
    return given and (read_date(given) or given)


class Held:
    """A store that somebody holds open."""

    def __init__(self, store: GraphReader) -> None:
        self._store = store
        self._copy: GraphReader | None = None

    @property
    def store(self) -> GraphReader:
        """What holds the quads."""
        return self._store

    @property
    def _near(self) -> GraphReader:
        """What is walked through step by step: a copy of what a server holds, unless that is very large."""
        if self._copy is None:
            self._copy = self._store.near() if isinstance(self._store, RemoteReader) else self._store
        return self._copy

    def __len__(self) -> int:
        """Number of quads."""
        return len(self._store)
