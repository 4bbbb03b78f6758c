"""A line of a page, with what its tags say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govgraph.sources.html.parts import ENDED, LONGEST_CELL, SHORTEST_SENTENCE

if TYPE_CHECKING:
    from govgraph.sources.html.tree import Element
    from govgraph.vocabulary.pages import PageRole

__all__ = ["Run"]

# Initials or a day after the last full stop.
_SIGNED = re.compile(r"\s*\([^()]{1,25}\)$")
_SHORTENED = (" Min.", " Std.", " Nr.", " ca.")
_LONGEST_SIGN = 40
_MOSTLY = 0.9
_SHORTEST_STOPPED = 28
_LEAST_WORDS = 5


@dataclass(slots=True, eq=False)
class Run:
    """A line of a page.

    Attributes:
        text: Its words.
        element: The innermost block, or element with a role, that it stands in.
        label: Role that says what the line is, or None.
        own: Whether the role was given by the profile of the site.
        tag: Tag of the innermost block.
        item: Teaser that it is in, or None.
        article: Article that it is in, or None.
        body: Text of an article that it is in, or None.
        others: Where a page points at other articles, if it is in there, or None.
        aside: Whether that is a column beside the text.
        bold: Whether all of it is bold.
        slanted: Whether all of it is in italics.
        linked: Share of its characters that are links.
        href: Address of its first link, or None.
        when: Machine-readable date of the element, or None.
        lead: Bold words that it begins with, where the rest is not bold.
        portrayed: Whether the alternative text of a picture right before it names it.
        more: Short link that it ended with, and which was cut off.
        above: Inline element that a heading begins with, where the rest is outside of it.
        broken: Whether that is no element, but what stands before a line break.
        at: How many lines stand before it on the page.
        told: Whether it is a sentence whatever its length, since it introduces a list or is a sentence of one.
        listed: Whether it is an item of a list that a line introduces.
        known: Text and share of links for which it was last found whether it is a sentence, and that.
    """

    text: str
    element: Element
    label: PageRole | None
    own: bool
    tag: str
    item: Element | None
    article: Element | None
    body: Element | None
    others: Element | None = None
    aside: bool = False
    bold: bool = False
    slanted: bool = False
    linked: float = 0.0
    href: str | None = None
    when: str | None = None
    lead: str = ""
    portrayed: bool = False
    more: str | None = None
    above: str = ""
    broken: bool = False
    at: int = 0
    told: bool = False
    listed: bool = False
    known: tuple[str | None, float, bool] = field(default=(None, 0.0, False), init=False, repr=False)

    @property
    def heading(self) -> int:
        """1 to 6 for a heading, else 0."""
        return int(self.tag[1]) if len(self.tag) == 2 and self.tag[0] == "h" and self.tag[1].isdigit() else 0

    @property
    def sentence(self) -> bool:
        """Whether it is at least one whole sentence."""
        if self.told:
            return True
        text, linked, told = self.known
        if text is not self.text or linked != self.linked:
            told = self._is_sentence()
            self.known = (self.text, self.linked, told)
        return told

    def _is_sentence(self) -> bool:
        size = len(self.text)
        end = _SIGNED.sub("", self.text[-_LONGEST_SIGN:])
        ended = ENDED.search(end[-4:]) is not None and not end.endswith(_SHORTENED)
        if self.heading:
            return False
        if size > LONGEST_CELL or (size >= SHORTEST_SENTENCE and ended):
            return True
        # a short one with a full stop, which no title has
        short = size >= _SHORTEST_STOPPED and ended and end[-1] == "." and not end[-2:-1].isdigit()
        short = short and self.tag not in ("li", "dt", "dd", "tr")
        return short and len(self.text.split()) >= _LEAST_WORDS and self.linked < _MOSTLY

    @property
    def prose(self) -> bool:
        """Whether it reads like running text: a sentence that is not a link, but in a teaser."""
        return self.sentence and (self.linked < _MOSTLY or self.item is not None or self.others is not None)
