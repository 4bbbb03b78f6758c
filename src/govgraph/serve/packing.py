"""Answers packed by gzip, and tags by which a client knows that it has them already (RFC 9110, 8.8.3 and 12.5.3)."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from govgraph.serve.formats import weighted

LEAST: Final = 1000
"""Bytes; smaller answers are sent as they are."""

_LEVEL: Final = 6


def takes_gzip(accepted: str) -> bool:
    """Whether an `Accept-Encoding` header takes gzip.

    >>> takes_gzip("br, gzip;q=0.8"), takes_gzip("gzip;q=0"), takes_gzip("")
    (True, False, False)
    """
    weights = dict(weighted(accepted))
    return weights.get("gzip", weights.get("*", 0.0)) > 0


def packed(body: bytes) -> bytes:
    """A body as gzip: the same body gives the same bytes."""
    return gzip.compress(body, _LEVEL, mtime=0)


@dataclass(frozen=True)
class Body:
    """What is sent, with what is worked out of it at most once.

    Attributes:
        plain: As it is.
    """

    plain: bytes

    @cached_property
    def packed(self) -> bytes:
        """As gzip."""
        return packed(self.plain)

    @cached_property
    def tag(self) -> str:
        """The same whether it is packed or not, and hence a weak one."""
        return f'W/"{hashlib.sha256(self.plain).hexdigest()[:32]}"'


def knows(known: str, tag: str) -> bool:
    """Whether an `If-None-Match` header names a tag.

    >>> knows('"a", W/"b"', 'W/"b"'), knows("*", 'W/"b"'), knows("", 'W/"b"')
    (True, True, False)
    """
    names = {one.strip().removeprefix("W/") for one in known.split(",")}
    return known.strip() == "*" or tag.removeprefix("W/") in names
