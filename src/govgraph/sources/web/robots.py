"""What hosts say about robots, as RFC 9309 wants it understood."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from protego import Protego

from govgraph.errors import FetchError
from govgraph.sources.web.guard import Address

__all__ = ["Robots", "RobotsFile"]

NAME: Final = "govgraph"
_LONGEST_DELAY: Final = 120.0


@dataclass(frozen=True, slots=True)
class RobotsFile:
    """A host's answer for its `robots.txt`.

    Attributes:
        body: What it says; None where there is none, so that everything is allowed.
        reachable: Whether the host answered; where it did not, nothing is allowed.
    """

    body: bytes | None
    reachable: bool = True


class Robots:
    """Asks each host once, and then answers for its pages; may be used by several threads.

    Args:
        ask: Fetches a `robots.txt`.
    """

    def __init__(self, ask: Callable[[str], RobotsFile]) -> None:
        self._ask = ask
        self._known: dict[str, Protego | None] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def delay(self, address: Address) -> float:
        """Seconds that a host wants between two requests.

        Raises:
            FetchError: The page is not for robots, or the host did not say.
        """
        rules = self._rules(address)
        if rules is None:
            raise FetchError(
                "robots-unreachable",
                f"{address.url}: not fetched, since {address.origin}/robots.txt cannot be had now; try again later",
            )
        if not rules.can_fetch(address.url, NAME):
            raise FetchError(
                "robots", f"{address.url}: not fetched, since robots.txt of the host does not allow it; save it by hand"
            )
        rate = rules.request_rate(NAME)
        wanted = max(rules.crawl_delay(NAME) or 0.0, rate.seconds / rate.requests if rate and rate.requests else 0.0)
        if wanted > _LONGEST_DELAY:
            raise FetchError(
                "robots",
                f"{address.url}: not fetched, since robots.txt of the host wants {wanted:.0f} s between two pages; "
                "save it by hand",
            )
        return wanted

    def _rules(self, address: Address) -> Protego | None:
        with self._lock:
            lock = self._locks.setdefault(address.origin, threading.Lock())
        with lock:
            if address.origin not in self._known:
                told = self._ask(f"{address.origin}/robots.txt")
                text = (told.body or b"").decode("utf-8", "replace").lstrip("\ufeff")
                self._known[address.origin] = Protego.parse(text) if told.reachable else None
            return self._known[address.origin]
