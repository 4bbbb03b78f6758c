"""What can be set about fetching, in one frozen object."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

__all__ = ["WebOptions"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """Settings of fetching. Nothing is fetched unless an address is among the inputs.

    Attributes:
        cache: Folder that keeps what was fetched; None for `govgraph/web` in the user's cache folder.
        offline: Read from the cache only.
        refresh: Ask for every page whether it has changed, also for those that were fetched within `max_age`.
        allow_private: Let feeds, sitemaps and redirects lead into the local network.
        most: Pages to be taken of a feed or sitemap, the newest of them.
        match: Globs, or parts of addresses; a page of a feed or sitemap is taken if one of them fits. Empty for all.
        since: Day (`YYYY-MM-DD`) from which pages of a feed or sitemap are taken; None for all.
        delay: Seconds between two requests to one host, at the least.
        timeout: Seconds to wait for a connection and for each part of an answer; a whole answer may take four times
            that.
        most_bytes: A larger page or feed is broken off; a sitemap may have 50 MB, as its specification says.
        max_age: Seconds for which a page of a feed or sitemap is not asked for again, unless they say that it has
            changed.

    Raises:
        ValueError: A setting outside its range; the text says which.
    """

    cache: Path | None = None
    offline: bool = False
    refresh: bool = False
    allow_private: bool = False
    most: int = 100
    match: tuple[str, ...] = ()
    since: str | None = None
    delay: float = 1.0
    timeout: float = 30.0
    most_bytes: int = 20_000_000
    max_age: float = 86_400.0

    def __post_init__(self) -> None:
        if self.most < 1:
            raise ValueError(f"most is {self.most}; give 1 or more")
        if self.delay < 0:
            raise ValueError(f"delay is {self.delay:g}; give 0 or more seconds")
        if self.timeout <= 0:
            raise ValueError(f"timeout is {self.timeout:g}; give more than 0 seconds")
        if self.most_bytes < 1:
            raise ValueError(f"most_bytes is {self.most_bytes}; give 1 or more")
        if self.since is not None and not _is_day(self.since):
            raise ValueError(f"since is {self.since!r}; give a day such as 2024-11-18")


def _is_day(words: str) -> bool:
    if not _DAY.fullmatch(words):
        return False
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True
