"""Which file of a site holds what: the same for the same IRI, whatever else the graph holds.

The script of the pages computes the same (`web/src/explorer/written.ts`).
"""

from __future__ import annotations

import re
from typing import Final

from govgraph.model import BASE

_OWN: Final = re.compile(
    r"(?:person|organisation|jurisdiction|municipality|law|document|programme|system|service|event|role|article)"
    r"/[a-z0-9][a-z0-9-]{0,159}",
    re.ASCII,
)
_DEVICE: Final = re.compile(r"/(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z")
_OFFSET: Final = 0x811C9DC5
_PRIME: Final = 0x01000193


def place_of(iri: str, base: str) -> str:
    """`KIND/SLUG` of a thing that has a page of its own; empty for any other.

    It has one if its IRI is below a known base, it is an entity, a role or an article, and its address is a name on
    every file system: small letters, digits and hyphens, not too long, no device of Windows.

    Args:
        iri: IRI of the thing.
        base: What the IRIs of the graph's things begin with, without the slash.

    >>> place_of("https://w3id.org/govgraph/id/person/denis-alt", "https://w3id.org/govgraph/id")
    'person/denis-alt'
    >>> place_of("https://example.org/about us", "https://w3id.org/govgraph/id")
    ''
    """
    for one in (base, BASE):
        local = iri[len(one) + 1 :]
        if iri.startswith(f"{one}/") and _OWN.fullmatch(local) and not _DEVICE.search(local):
            return local
    return ""


def part_of(name: str, parts: int) -> int:
    """Which of some parts tells what has no file of its own: 32-bit FNV-1a of its IRI or key, modulo their number.

    >>> part_of("https://example.org/about us", 100)
    94
    """
    total = _OFFSET
    for byte in name.encode("utf-8", "replace"):
        total = (total ^ byte) * _PRIME & 0xFFFFFFFF
    return total % parts
