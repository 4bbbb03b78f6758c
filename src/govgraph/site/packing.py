"""How documents travel within pages: gzip that is the same each time, and Base64."""

from __future__ import annotations

import base64
import gzip
from typing import Final

LEVEL: Final = 9
"""Of gzip: a site is written once and loaded often."""


def packed(content: bytes) -> bytes:
    """Bytes in gzip; the same give the same."""
    return gzip.compress(content, LEVEL, mtime=0)


def base64_of(content: bytes) -> str:
    """Bytes in Base64."""
    return base64.b64encode(content).decode("ascii")
