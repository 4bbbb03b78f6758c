"""Small boxes around fields to fill in: sign-up, search, login, poll."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from govgraph.sources.html.shapes import HEADINGS

if TYPE_CHECKING:
    from govgraph.sources.html.tree import Element

__all__ = ["form_boxes"]

_MOST_FIELDS = 60
_HIGHEST = 4
_LARGEST = 500
_MOST_PIECES = 60
_PLAIN = frozenset({"text", "email", "password", "search", "tel", "url", "date"})
_CHOICE = frozenset({"radio", "checkbox"})
_WHOLE = frozenset({"body", "main", "article", "html", "table", "tbody", "tr"})


def form_boxes(root: Element) -> frozenset[Element]:
    """For each field of a form, what holds it with the words that belong to it: little text under one heading at most.

    A field to tick counts in a form only, as pages also fold their text away with one. Looks at no more than some
    fields, and no further than the size of such a box.
    """
    found: set[Element] = set()
    for field in islice(root.iter("input"), _MOST_FIELDS):
        kind = (field.get("type") or "text").lower()
        above = list(islice(field.iterancestors(), _HIGHEST))
        if kind not in _PLAIN and not (kind in _CHOICE and any(one.tag == "form" for one in above)):
            continue
        box = None
        for one in above:
            if one.tag in _WHOLE or not _is_small(one):
                break
            box = one
        if box is not None:
            found.add(box)
    return frozenset(found)


def _is_small(box: Element) -> bool:
    size = 0
    for number, text in enumerate(box.itertext()):
        size += len(text.strip())
        if size > _LARGEST or number > _MOST_PIECES:
            return False
    heads = list(box.iter(*HEADINGS))
    return len(heads) <= 1 and not any(one.tag == "h1" for one in heads)
