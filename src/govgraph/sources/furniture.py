"""Advertisements, links, contact data and other lines around an article's text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.vocabulary.layouts import Extent, LayoutRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.sources.blocks import Draft
    from govgraph.sources.lines import Line

__all__ = ["label_furniture"]

_LONGEST_AD = 12
_LONGEST_OFFER = 240
_MOST_LINKS = 12
_LEAST_TOLD = 2
"""Fewest paragraphs below a line of contact data that go on with the text and are not said of the sender."""
_REACHED = re.compile(r"[0-9]{3}|@")
_PLAIN_FURNITURE = frozenset(
    {
        LayoutRole.AD_END,
        LayoutRole.FURNITURE,
        LayoutRole.LIST_HEAD,
        LayoutRole.CONTACT,
        LayoutRole.CONTACT_LINE,
        LayoutRole.MORE,
        LayoutRole.QUOTED,
    }
)


def label_furniture(draft: Draft) -> None:
    """Label advertisements, links, contact data and other furniture, each as far as its mark reaches."""
    lines = draft.lines
    gaps = sum(line.gap for line in lines)
    spaced = gaps * 4 >= len(lines)
    told = False
    at = 0
    while at < len(lines):
        line = lines[at]
        role, mark = line.role, line.mark
        end = at + 1
        if at in draft.kinds or mark is None or role is None:
            told = told or line.sentence
            at = end
            continue
        if role is LayoutRole.AD:
            end = _ad_end(draft, at, spaced=spaced)
        elif role is LayoutRole.LINKS:
            end = _links_end(lines, at)
        elif role is LayoutRole.FOOTER and told:
            end = len(lines)
        elif role is LayoutRole.CONTACT and told:
            end = _contact_end(lines, at)
        elif (mark.extent is Extent.GROUP and spaced) or (
            role is LayoutRole.CONTACT and end < len(lines) and lines[end].role is LayoutRole.CONTACT_LINE
        ):
            end = _group_end(lines, at)
        elif role is LayoutRole.ADDRESS:
            draft.url = draft.url or line.group("url")
        elif role not in _PLAIN_FURNITURE or (role is LayoutRole.CONTACT and line.headish):
            told = told or role is LayoutRole.LEAD_DATE
            at = end
            continue
        for place in range(at, end):
            draft.kinds.setdefault(place, mark.kind)
        at = end


def _group_end(lines: Sequence[Line], at: int) -> int:
    """End of the lines that follow without an empty line between."""
    end = at + 1
    while (
        end < len(lines) and not lines[end].gap and lines[end].role not in (LayoutRole.PAGE_DATE, LayoutRole.LEAD_DATE)
    ):
        end += 1
    return end


def _ad_end(draft: Draft, at: int, *, spaced: bool) -> int:
    """End of an advertisement: its end mark if one is near, else its group of lines and an offer right after it."""
    lines = draft.lines
    for place in range(at + 1, min(len(lines), at + _LONGEST_AD)):
        if lines[place].role is LayoutRole.AD_END:
            return place + 1
    end = _group_end(lines, at) if spaced else at + 1
    if end == at + 1 and end < len(lines):
        offer = lines[end]
        if offer.role in (None, LayoutRole.FURNITURE) and draft.marks.starts(LayoutRole.AD_TEXT, offer.text):
            end += len(offer.text) <= _LONGEST_OFFER
    return end


def _links_end(lines: Sequence[Line], at: int) -> int:
    """End of a list of links: the short lines below its header, up to an empty line."""
    end = at + 1
    if lines[at].text.rstrip().endswith((":", "Thema", "interessieren", "auch")) or len(lines[at].text.split()) <= 3:
        while end < min(len(lines), at + _MOST_LINKS) and lines[end].headish and lines[end].role is None:
            if end > at + 1 and lines[end].gap:
                break
            if lines[end].gap and _starts_section(lines, end):
                break
            end += 1
    return end


def _starts_section(lines: Sequence[Line], at: int) -> bool:
    """Whether a short line is a heading of the text and no link: a sentence comes right after it."""
    return at + 1 < len(lines) and lines[at + 1].sentence and lines[at + 1].role is None


def _contact_end(lines: Sequence[Line], at: int) -> int:
    """End of contact data: a heading or what is said of the sender, or running text below one line with a number."""
    told = [place for place in range(at + 1, len(lines)) if lines[place].role is None and lines[place].sentence]
    inside = _REACHED.search(lines[at].text) is not None and len(told) >= _LEAST_TOLD
    for end in range(at + 1, len(lines)):
        if inside and end == told[0]:
            return end
        if lines[end].role in (LayoutRole.BACKGROUND, LayoutRole.RELEASE, LayoutRole.LIST_HEAD, LayoutRole.ADDRESS):
            return end
    return len(lines)
