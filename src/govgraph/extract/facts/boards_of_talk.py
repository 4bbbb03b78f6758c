"""The board whose „Vorsitz“ is told of again: „Und 2018? – Dann übernimmt Sachsen den Vorsitz“."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Draft

_OFTEN = 3
"""How often a board is named that an article is about, while another is named once."""


def board_of_talk(boards: Sequence[Draft]) -> Draft:
    """Of boards named some sentences ago the last, unless it was named once and another is spoken of all along.

    Args:
        boards: What may be meant, in the order of being named last.
    """
    last = boards[-1]
    often = max(boards, key=lambda d: len(d.mentions))
    return often if len(last.mentions) == 1 and len(often.mentions) >= _OFTEN else last
