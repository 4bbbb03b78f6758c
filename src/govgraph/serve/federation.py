"""Other servers that a query or update would have this one ask: none, but those that were allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from govgraph.rdf.sparql import hosts

ALL: Final = "*"
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_WORDS: Final = re.compile("service|load", re.IGNORECASE)


def forbidden(sparql: str, allowed: Sequence[str]) -> Iterator[str]:
    """Addresses that must not be asked, as the text has them.

    A variable or a prefixed name may stand for any address.

    >>> list(forbidden("SELECT * { SERVICE <http://a.example/sparql> {} SERVICE ?any {} }", ["a.example"]))
    ['?any']
    """
    if ALL in allowed:
        return
    plain = _unescaped(sparql)
    for text in (sparql, *([plain] if plain != sparql else [])):
        # most texts name no such word, and large updates take long to be looked at closely
        if _WORDS.search(text):
            yield from (one for one in hosts(text) if not _is_allowed(one, allowed))


def _is_allowed(address: str, allowed: Sequence[str]) -> bool:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme.lower() not in ("http", "https") or not host:
        return False
    return any(one.lower() in (host, parts.netloc.lower()) for one in allowed)


def _unescaped(sparql: str) -> str:
    # an engine may read escapes in any place, as the standard allows
    return _ESCAPE.sub(lambda found: _character(int(found[1] or found[2], 16)), sparql) if "\\" in sparql else sparql


def _character(number: int) -> str:
    return chr(number) if number <= 0x10FFFF else ""
