"""Whether two articles are versions of one text, and by which rule.

Much in common is not enough. Pages that are made from one template (sixteen Länder, twelve months) have nearly all
words in common and say different things: in the places where the texts differ, each names a thing or number that the
other does not know at all. Two press releases of one house share what it says of itself, and little else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rapidfuzz.distance import Indel

from govgraph.model.days import Span
from govgraph.resolve.wording import RUN, Key, Wording


class VersionRule(StrEnum):
    """Why two are versions of one text; the value is the local name of an individual of the ontology."""

    JUDGED = "JudgedVersion"
    SAME_TEXT = "SameText"
    SAME_ADDRESS = "SameAddress"
    NEAR_TEXT = "NearText"
    PART_OF_TEXT = "PartOfText"


@dataclass(frozen=True, slots=True)
class Dated:
    """An article word by word, with what else is known of it.

    Attributes:
        wording: Its words.
        days: Days of its date, or None.
    """

    wording: Wording
    days: Span | None


@dataclass(frozen=True, slots=True)
class Resemblance:
    """Two that are versions of one text.

    Attributes:
        rule: Why.
        similarity: Share of the shingles of the shorter text that stand in the longer one; 0 to 1.
        corrected: Whether a number or name stands in the place of another.
        sure: Whether it holds by itself. If not, the two are versions only if a third article shows that what stands
            in the place of another is a correction: one that has the same headline, and hardly differs in anything
            else, from the same days.
    """

    rule: VersionRule
    similarity: float
    corrected: bool = False
    sure: bool = True


_NEAR_DAYS: Final = 31
_REPEATED_DAYS: Final = 366
"""A text that is printed again word for word later than that is taken for another."""
_CORRECTED_DAYS: Final = 3

_LEAST_WORDS: Final = 25
"""A text of fewer words is one with another only under the same headline."""
_FEW_WORDS: Final = 6
_LEAST_TITLE: Final = 3
_TEASER_WORDS: Final = 90

_ADDRESS_SHARE: Final = 0.5
_NEAR_SHARE: Final = 0.6
_NEAR_LENGTH: Final = 0.5
_LEAST_RUNS: Final = 12
_PART_SHARE: Final = 0.7
_TITLED_SHARE: Final = 0.4
_TITLED_RUNS: Final = 4

_OPENING: Final = 20
_OPENING_SHARE: Final = 0.5
_HEAD: Final = 40
_HEAD_SHARE: Final = 0.4
"""The first words of one must stand in the other: what two have in common must be neither what a house says of itself,
nor one of several news on a page. A lead of its own that a paper puts before a text is shorter than that."""

_LONGEST_SWAP: Final = 25
_LONGEST_EDGE: Final = 8
_NEXT: Final = 4
_HARDLY_CHANGED: Final = 0.8
_WORDS_FOR_A_CAPITAL: Final = 30
_FREE_CAPITALS: Final = 2


def compare(one: Dated, other: Dated) -> Resemblance | None:
    """Whether two articles are versions of one text; the order of the two does not matter.

    Returns:
        The first rule that holds, or None where none does: what is in doubt stays two.
    """
    short, full = sorted((one, other), key=lambda each: (len(each.wording), each.wording.iri))
    left, right = short.wording, full.wording
    titled = left.title == right.title and len(left.title) >= _LEAST_TITLE
    apart = _days_apart(short.days, full.days)
    if left.numbers == right.numbers and apart <= _REPEATED_DAYS:
        least = _FEW_WORDS if left.title == right.title else _LEAST_WORDS
        if len(left) >= least and not _headlines_differ(left, right):
            return Resemblance(VersionRule.SAME_TEXT, 1.0)
    if apart > _NEAR_DAYS:
        return None
    common = left.runs & right.runs
    share = _share(left.runs, common)
    if left.address is not None and left.address == right.address and left.source != right.source:
        teaser = titled and len(left) <= _TEASER_WORDS
        if teaser or (share >= _ADDRESS_SHARE and len(common) >= _TITLED_RUNS):
            return Resemblance(VersionRule.SAME_ADDRESS, share)
    rule = _by_words(left, right, len(common), share, titled)
    if rule is None or _headlines_differ(left, right):
        return None
    slip = titled and apart <= _CORRECTED_DAYS and hardly_differ(left, right) and bool(short.days and full.days)
    swapped, capitals = _swaps(left, right)
    if swapped > 1 or capitals > _FREE_CAPITALS + len(left) // _WORDS_FOR_A_CAPITAL:
        return None
    return Resemblance(rule, share, corrected=swapped > 0, sure=slip or not swapped)


def _by_words(left: Wording, right: Wording, common: int, share: float, titled: bool) -> VersionRule | None:
    """Rule by what the shorter has in common with the longer."""
    length = len(left) / max(1, len(right))
    near = common >= _LEAST_RUNS and share >= _NEAR_SHARE and length >= _NEAR_LENGTH
    if near and (titled or _begins(left, right) or _begins(right, left)):
        return VersionRule.NEAR_TEXT
    enough = common >= _LEAST_RUNS and share >= _PART_SHARE
    if titled and common >= _TITLED_RUNS and share >= _TITLED_SHARE:
        return VersionRule.PART_OF_TEXT
    # what holds many things, such as the news of a month, is a version of none of them
    if enough and _begins(left, right):
        return VersionRule.PART_OF_TEXT
    return None


def hardly_differ(left: Wording, right: Wording) -> bool:
    """Whether two have nearly all words in common, whatever a note in one of them says of a correction."""
    every = left.own_runs | right.own_runs
    return len(left.own_runs & right.own_runs) >= _HARDLY_CHANGED * max(1, len(every))


def _begins(one: Wording, other: Wording) -> bool:
    """Whether one begins with words of the other, and the other soon comes to words of that one."""
    at_once = _share(one.head(_OPENING), other.runs) >= _OPENING_SHARE
    return at_once and _share(other.head(_HEAD), one.runs) >= _HEAD_SHARE


def _share(some: frozenset[int], others: frozenset[int]) -> float:
    return len(some & others) / len(some) if some else 0.0


def _days_apart(one: Span | None, other: Span | None) -> int:
    """Days between two dates of any precision; 0 if they may be one day, or one of them is not known."""
    if one is None or other is None:
        return 0
    return max(0, (max(one.first, other.first) - min(one.last, other.last)).days)


def _headlines_differ(left: Wording, right: Wording) -> bool:
    """Whether each headline names something that the other article does not know at all."""
    first = [key for key in left.headline if right.lacks(key)]
    second = [key for key in right.headline if left.lacks(key)]
    return any(one.number == two.number for one in first for two in second)


def _swaps(left: Wording, right: Wording) -> tuple[int, int]:
    """How many names and numbers, and how many other capitalised words, stand in the place of another one.

    Counted are different words. Of two names, each article must lack that of the other; of two numbers, one must.
    """
    sure: set[tuple[str, str]] = set()
    capitals: set[tuple[str, str]] = set()
    for first, second in _replaced(left, right):
        mine, others = left.keys(*first), right.keys(*second)
        number = _other_number(mine, others, left, right)
        if number is not None:
            sure.add(number)
        one = _strongest(key for key in mine if not key.number and right.lacks(key))
        two = _strongest(key for key in others if not key.number and left.lacks(key))
        if one is not None and two is not None:
            (sure if one.names and two.names else capitals).add((one.word, two.word))
    return len(sure), len(capitals)


def _other_number(mine: list[Key], others: list[Key], left: Wording, right: Wording) -> tuple[str, str] | None:
    """Two numbers that stand in one place, or None."""
    one, two = ([key for key in keys if key.number] for keys in (mine, others))
    known, unlike = {key.word for key in one}, {key.word for key in two}
    first = [key for key in one if key.word not in unlike]
    second = [key for key in two if key.word not in known]
    if first and second and (any(map(right.lacks, first)) or any(map(left.lacks, second))):
        return first[0].word, second[0].word
    return None


def _strongest(keys: Iterable[Key]) -> Key | None:
    return min(keys, key=lambda key: (not key.names, key.word), default=None)


_Part = tuple[int, int]


def _replaced(left: Wording, right: Wording) -> Iterator[tuple[_Part, _Part]]:
    """Stretches of both texts that stand in the same place between words in common, if neither is long.

    Of long ones, what each paper has put there may tell of anything; of these only the words that follow at once count,
    and only if both texts have figures among them.
    """
    place, other = 0, 0
    matches = [
        (block.a, block.b, block.size)
        for block in Indel.opcodes(left.numbers, right.numbers).as_matching_blocks()
        # words that agree by chance, such as articles, do not part a stretch
        if block.size >= RUN or block.size == 0
    ]
    for at, there, size in matches:
        longest = _LONGEST_EDGE if size == 0 else _LONGEST_SWAP
        if at > place and there > other:
            if max(at - place, there - other) <= longest:
                yield (place, at), (other, there)
            elif place and left.figures(place, place + _NEXT) and right.figures(other, other + _NEXT):
                yield (place, min(at, place + _NEXT)), (other, min(there, other + _NEXT))
        place, other = at + size, there + size
