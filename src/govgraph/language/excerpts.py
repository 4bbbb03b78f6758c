"""The part of a sentence that says a thing: its clause, no longer than allowed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

LONGEST: Final = 160
"""Code points that an excerpt has at most."""

# Marks with white space after them, dashes between spaces, and line ends part clauses. What stands in brackets, and
# what a conjunction adds, belongs to the clause, and often to a name: there a clause is parted only if it is too long.
_PARTED: Final = re.compile(r"""(?:[!?…;:,]|(?<=[^\W\d_]{5})\.)[\"“”»«')\]]*(?=\s)|\s[–—-](?=\s)|\n""")
_ANYWHERE: Final = re.compile(rf"{_PARTED.pattern}|\s(?=(?:\(|(?:und|oder|sowie|denn|doch|aber)\s))|\)(?=\s)")
# A clause with one of these at its head may mean the contrary without the clause before it.
_LEANING: Final = re.compile(r"\s*(?:dass|ob|wenn|falls|sofern|damit|bevor|als ob)\b")
_SHORTEST: Final = 20
_EDGE: Final = " \t\n\r\f\v\u00a0,;:–—-("

Forms = frozenset[str]
"""Ways in which a thing is named."""


def excerpt(text: str, stated: Iterable[Sequence[Forms]], longest: int = LONGEST) -> tuple[int, int]:
    """Begin and end of the clauses of `text` that bear what is stated.

    Args:
        text: A sentence, or some.
        stated: For each statement, the names of each thing that it is about. A form is found at the begin of a word,
            with whatever ending.
        longest: Most code points of an excerpt.

    Returns:
        The shortest run of clauses in which all things of as many statements as fit are named; the first clauses
        where none is named. `0 < end - begin <= longest`, and words are whole, unless one word is longer than allowed.

    >>> text = "Denis Alt ist neuer CIO, und in Mainz wurde am Abend lange gefeiert."
    >>> text[slice(*excerpt(text, [[frozenset({"Denis Alt"}), frozenset({"CIO"})]], 40))]
    'Denis Alt ist neuer CIO'
    """
    names = sorted({span for things in stated if (span := _nearest(text, things)) is not None})
    begin, end = _excerpt(text, _PARTED, names, longest)
    if end - begin > longest:
        begin, end = _excerpt(text, _ANYWHERE, names, longest)
    if end - begin > longest:
        held = next((span for span in names if begin <= span[0] and span[1] <= end), (begin, begin))
        return _stripped(text, *_trimmed(text, (begin, end), held, longest))
    return begin, end


def _excerpt(text: str, between: re.Pattern[str], names: Sequence[tuple[int, int]], longest: int) -> tuple[int, int]:
    """The best run of clauses, with one more where it says too little by itself."""
    cuts = sorted({0, *(match.end() for match in between.finditer(text)), len(text)})
    runs = {_clauses(cuts, *span) for span in names}
    first, last = _best(sorted(runs), cuts, longest) if runs else (0, 1)
    begin, end = _stripped(text, cuts[first], cuts[last])
    leans = first > 0 and _LEANING.match(text, begin) is not None
    if leans or end - begin < _SHORTEST:
        longer = (first - 1, last) if first > 0 else (first, min(last + 1, len(cuts) - 1))
        wider = _stripped(text, *(cuts[at] for at in longer))
        if wider[1] - wider[0] <= longest:
            return wider
    return begin, end


def _nearest(text: str, things: Sequence[Forms]) -> tuple[int, int] | None:
    """The shortest stretch that names all things; those that the text does not name do not count."""
    places = [found for forms in things if (found := _places(text, forms))]
    if not places:
        return None
    first, *others = sorted(places, key=len)
    return min(
        (_around(start, [_closest(start, found) for found in others]) for start in first),
        key=lambda span: (span[1] - span[0], span[0]),
    )


def _clauses(cuts: Sequence[int], begin: int, end: int) -> tuple[int, int]:
    """The run of clauses around a stretch, as positions among the cuts."""
    return bisect_right(cuts, begin) - 1, min(bisect_left(cuts, end), len(cuts) - 1)


def _around(first: tuple[int, int], others: Iterable[tuple[int, int]]) -> tuple[int, int]:
    spans = [first, *others]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _closest(place: tuple[int, int], found: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return min(found, key=lambda one: (abs(one[0] - place[0]), one[0]))


def _places(text: str, forms: Forms) -> list[tuple[int, int]]:
    found = {match.span() for form in forms if form.strip() for match in _pattern(form).finditer(text)}
    return sorted(found)


@lru_cache(maxsize=4096)
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(form)}", re.IGNORECASE if len(form) > 4 else 0)


def _best(spans: Sequence[tuple[int, int]], cuts: Sequence[int], longest: int) -> tuple[int, int]:
    """The run that holds most of the spans within what is allowed; the shortest and first of these."""
    runs = {(one[0], other[1]) for one in spans for other in spans if one[0] < other[1]}

    def worth(run: tuple[int, int]) -> tuple[bool, int, int, int]:
        held = sum(run[0] <= first and last <= run[1] for first, last in spans)
        length = cuts[run[1]] - cuts[run[0]]
        return (length > longest, -held, length, run[0])

    return min(runs, key=worth)


def _stripped(text: str, begin: int, end: int) -> tuple[int, int]:
    """Without what stands at the edges of a clause; the whole text keeps what ends it."""
    while end > begin + 1 and (text[end - 1].isspace() or (end < len(text) and text[end - 1] in _EDGE)):
        end -= 1
    while begin < end - 1 and (text[begin].isspace() or (begin > 0 and text[begin] in _EDGE)):
        begin += 1
    return begin, end


def _trimmed(text: str, run: tuple[int, int], names: tuple[int, int], longest: int) -> tuple[int, int]:
    """As much of a run as is allowed, in whole words: from its begin if the names are in that, else from the first."""
    begin, end = run
    if names[1] - begin > longest:
        begin = max(begin, names[0])
    limit = min(begin + longest, end)
    if limit == end or text[limit].isspace():
        return begin, limit
    space = max(text.rfind(" ", begin, limit), text.rfind("\n", begin, limit))
    return begin, space if space > begin else limit
