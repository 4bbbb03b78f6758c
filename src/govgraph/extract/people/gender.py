"""Whether a title is a woman's or a man's, or the same for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

_NEUTRAL = frozenset({"CDO", "CEO", "CFO", "CIO", "CISO", "COO", "CTO"})
_NEUTRAL_ENDS = ("Officer", "mitglied", "vorstand")
"""How titles end that are the same for women and men."""
_ADJECTIVES = ("abgeordnete", "beauftragte", "beigeordnete", "bevollmächtigte", "vorsitzende")
_NOMINALISED = (*_ADJECTIVES, *(word + "n" for word in _ADJECTIVES))
"""Ends of titles that are inflected as adjectives are."""
_HIS = frozenset({"der", "dem", "den", "des", "ein", "einem", "einen", "eines", "vom", "zum"})
"""Articles before such a title of a man; „der“ is that of a woman before one in -n."""
_ARTICLE_BEFORE = 3


def is_neutral(title: str) -> bool:
    """Whether a title is the same for women and men: „CIO“, „Vorstand“, „Vorstandsmitglied“."""
    return title in _NEUTRAL or title.endswith(_NEUTRAL_ENDS) or title in {"Mitglied", "Vize", "Vorstand"}


def is_womans(s: Sentence, i: int, *, told: bool) -> bool:
    """Whether the title at a token is a woman's: „der Abgeordnete“ and „die Abgeordnete“ are told by the article.

    Args:
        s: The sentence.
        i: Index of the title.
        told: What its form tells.
    """
    if not s.lower[i].endswith(_NOMINALISED):
        return told
    for j in range(i - 1, max(i - _ARTICLE_BEFORE, -1), -1):
        low = s.lower[j]
        if low in _HIS:
            # „der Abgeordnete“, but „von der Abgeordneten“
            return low == "der" and s.lower[i].endswith("n")
        if s.tokens[j].text[0].isupper() and j not in s.taken and not low.endswith("er"):
            return told
    return told
