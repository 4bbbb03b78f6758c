"""Names that are numbers: „unter der 115 erreichbar“ names a service, „die 115 Kommunen“ counts."""

from __future__ import annotations

import re

_CALLED = re.compile(r"\b(?:[Dd]ie|[Dd]er|[Zz]ur|(?:[Rr]uf|[Tt]elefon)?[Nn]ummer|Hotline)\s$")
_COUNTED = re.compile(
    r"\s(?:[a-zäöüß]+(?:e|en|er)\s)*[A-ZÄÖÜ]|[.,]\d|\.\s[a-zäöü]|\s?(?:%|bis|der|von|aus)\b|-|\s[\d€]"
)
_REACH = 20
"""How far before a number the word may begin that makes it a name."""


def is_called_by_number(text: str, start: int, end: int) -> bool:
    """Whether a number names something: „die 115“, not „115 Kommunen“, „die 115 befragten Kommunen“, „der 115. Tag“."""
    if not _CALLED.search(text, max(0, start - _REACH), start):
        return False
    return not _COUNTED.match(text, end)
