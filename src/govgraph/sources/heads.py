"""Titles and the kickers before them, also where the two are glued together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.sources.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.vocabulary.layouts import Layouts

__all__ = ["divider", "is_kicker", "split_colon", "split_glued"]

# Small letter, closing mark or digit before a capital; a run of capitals before a capitalised word; text before a
# digit or an opening quotation mark. „CIOs“ is one word.
_BOUNDARY = re.compile(
    r"(?<=[a-zäöüß)“”.!?])(?=[A-ZÄÖÜ])"
    r"|(?<=[A-ZÄÖÜ]{2})(?=[A-ZÄÖÜ][a-zäöüß])(?!.s\b)"
    r"|(?<=[0-9])(?=[A-ZÄÖÜ][a-zäöüß]{2})"
    r"|(?<=[a-zäöüß])(?=[0-9])"
    r"|(?<=[\w)])(?=[„»])"
)
_COLON = re.compile(r": (?=\S)")
_GENDERED = re.compile(r"In(?:nen)?\b")
_EDGE_MARKS = '„“”"»«()[].,:;!?'
_LONGEST_KICKER = 60
_MOST_KICKER_WORDS = 6
_LONGEST_GLUED = 200
_HABIT = 3
_MOSTLY = 0.75
_DIVIDERS = (": ", " | ", " – ", " — ", " / ", " +++ ", " // ")


def is_kicker(text: str, layouts: Layouts) -> bool:
    """Whether a line reads like a kicker: a few capitalised words and function words, no sentence, no end mark."""
    words = text.split()
    if not words or len(text) > _LONGEST_KICKER or len(words) > _MOST_KICKER_WORDS or text[-1] in '?!.“”"':
        return False
    if text in layouts.word_list("kicker"):
        return True
    if len(words) > 1 and words[0] in layouts.word_list("titleStart"):
        return False
    small = layouts.word_list("kickerSmall")
    # „eGovernment-Wettbewerb“ begins with a capital that comes second
    return all(word in small or not word[:2].islower() for word in words)


def divider(titles: Sequence[str], layouts: Layouts) -> str | None:
    """What a list sets between kicker and title, in three titles or more and nearly all; fewer may belong to titles.

    >>> from govgraph.vocabulary.layouts import load_layouts
    >>> divider(["Portale | Saarland startet", "Wahlen | Kassel zählt aus", "Gremien | Länder tagen"], load_layouts())
    ' | '
    """
    if len(titles) < _HABIT:
        return None
    for mark in _DIVIDERS:
        parted = [title.partition(mark) for title in titles]
        kickers = [kicker.strip() for kicker, _, rest in parted if rest.strip()]
        fit = sum(is_kicker(one, layouts) and read_date(one) is None for one in kickers)
        if fit == len(kickers) >= max(_HABIT, _MOSTLY * len(titles)):
            return mark
    return None


def split_colon(text: str, layouts: Layouts) -> tuple[int, int] | None:
    """Where the kicker ends and the title begins in "Kicker: Title", or None.

    Only the first colon counts, and none inside quotation marks.

    >>> from govgraph.vocabulary.layouts import load_layouts
    >>> split_colon("Bayern: Ein Portal für alle", load_layouts())
    (6, 8)
    """
    match = _COLON.search(text)
    if match is None:
        return None
    kicker = text[: match.start()]
    opened = kicker.count("„") - kicker.count("“") + kicker.count('"') % 2
    if opened > 0 or len(kicker) > _LONGEST_KICKER or len(kicker.split()) > _MOST_KICKER_WORDS:
        return None
    return (match.start(), match.end()) if kicker.strip(_EDGE_MARKS) else None


def split_glued(text: str, layouts: Layouts, seen: Callable[[str], bool]) -> int | None:
    """Where the title begins in "KickerTitle", or None where nothing is glued.

    A known kicker at the beginning decides. Otherwise the last boundary within a word counts at which both sides are
    plausible: the left reads like a kicker, the right is more than the rest of a name such as "BayernPortal".

    Args:
        text: The line.
        layouts: Word lists of kickers and of names with capitals inside.
        seen: Whether a word stands by itself elsewhere in the article, so that it is a name and not two words.
    """
    if len(text) > _LONGEST_GLUED:
        return None
    camel = layouts.word_list("camel")
    found = [at for match in _BOUNDARY.finditer(text) if (at := match.start()) > 1]
    found = [at for at in found if not _within_name(text, at, camel, seen)]
    known = [at for at in _known_ends(text, layouts) if at in found or _is_start(text, at, camel, seen)]
    if known:
        return max(known)
    plausible = [at for at in found if is_kicker(text[:at], layouts) and _is_title(text, at)]
    return plausible[-1] if plausible else None


def _word_at(text: str, at: int) -> tuple[int, int]:
    start = text.rfind(" ", 0, at) + 1
    end = text.find(" ", at)
    return start, len(text) if end < 0 else end


def _within_name(text: str, at: int, camel: frozenset[str], seen: Callable[[str], bool]) -> bool:
    """Whether the boundary lies inside a name that is written with a capital inside, such as BundID."""
    start, end = _word_at(text, at)
    word = text[start:end].strip(_EDGE_MARKS)
    if word in camel or _GENDERED.match(text, at):
        return True
    for name in camel:
        place = text.find(name, start, end + 1)
        while place >= 0:
            if place < at < place + len(name):
                return True
            place = text.find(name, place + 1, end + 1)
    return seen(word)


def _known_ends(text: str, layouts: Layouts) -> list[int]:
    kickers = layouts.word_list("kicker")
    longest = min(len(text) - 1, _LONGEST_KICKER)
    return [end for end in range(2, longest + 1) if not text[end].isspace() and text[:end] in kickers]


def _is_start(text: str, at: int, camel: frozenset[str], seen: Callable[[str], bool]) -> bool:
    """Whether a title may begin after a known kicker that no boundary shows, as in "NRWE-Akte"."""
    head, after = text[at], text[at + 1 : at + 3]
    if text[at - 1].isupper() and head.isupper() and not after[:1].islower() and not after.startswith("-"):
        return False
    return (
        (head.isupper() or head.isdigit() or head in "„»")
        and not _within_name(text, at, camel, seen)
        and _is_title(text, at)
    )


def _is_title(text: str, at: int) -> bool:
    """Whether what follows is more than the second half of one compound name."""
    rest = text[at:].split()
    return len(rest) > 1 or (len(text[:at].split()) <= 2 and len(rest[0]) >= 8)
