"""Text that a page folds away under its headings, as in an accordion of questions and answers."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.sources.html.tree import Element

__all__ = ["unfold"]

_MOST = 400
_LEAST_WORDS = 2
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"})
_AROUND = frozenset({"nav", "header", "footer", "form", "aside"})
_HIGHEST = 12


def unfold(root: Element) -> None:
    """Make headings of the buttons that unfold a text, and show that text. Changes the tree; looks at some buttons.

    A button does so where it stands in a heading or is called that of an accordion, and has several words otherwise:
    one in a menu or a form does not.
    """
    named: dict[str, Element] | None = None
    for button in list(islice(root.iter("button"), _MOST)):
        above = button.getparent()
        if above is None:
            continue
        headed = above.tag in _HEADS
        words = "".join(button.itertext()).split()
        if not words or any(one.tag in _AROUND for one in islice(button.iterancestors(), _HIGHEST)):
            continue
        called = "accordion" in f"{button.get('class')} {above.get('class')}".lower()
        if not headed and not (called and button.get("aria-expanded") and len(words) >= _LEAST_WORDS):
            continue
        button.tag = "span" if headed else "h4"
        if named is None:
            named = {one.get("id", ""): one for one in root.iter() if one.get("id")}
        panel = named.get(button.get("aria-controls") or "")
        for one in (panel, (above if headed else button).getnext()):
            if one is not None and isinstance(one.tag, str):
                for key in ("hidden", "aria-hidden", "style"):
                    one.attrib.pop(key, None)
