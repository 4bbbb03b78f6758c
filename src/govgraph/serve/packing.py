"""Answers packed by gzip, and tags by which a client knows that it has them already (RFC 9110, 8.8.3 and 12.5.3)."""

from __future__ import annotations

import gzip
import hashlib
from typing import Final

LEAST: Final = 1000
"""Bytes; smaller answers are sent as they are."""

_LEVEL: Final = 6


def takes_gzip(accepted: str) -> bool:
    """Whether an `Accept-Encoding` header takes gzip.

    >>> takes_gzip("br, gzip;q=0.8"), takes_gzip("gzip;q=0"), takes_gzip("")
    (True, False, False)
    """
    weights: dict[str, bool] = {}
    for one in accepted.lower().split(","):
        name, _, weight = one.partition(";")
        weights[name.strip()] = weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return weights.get("gzip", weights.get("*", False))


def packed(body: bytes) -> bytes:
    """A body as gzip: the same body gives the same bytes."""
    return gzip.compress(body, _LEVEL, mtime=0)


def tag(body: bytes) -> str:
    """Tag of a body, the same whether it is packed or not, and hence a weak one."""
    return f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'


def knows(known: str, tag: str) -> bool:
    """Whether an `If-None-Match` header names a tag.

    >>> knows('"a", W/"b"', 'W/"b"'), knows("*", 'W/"b"'), knows("", 'W/"b"')
    (True, True, False)
    """
    names = {one.strip().removeprefix("W/") for one in known.split(",")}
    return known.strip() == "*" or tag.removeprefix("W/") in names
