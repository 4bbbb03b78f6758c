"""Which articles are worth comparing word by word: a few for each of many, in time that grows with their number.

Five ways lead to a pair: a common address, a common headline, all words of a short text in common, sketches that agree
in a band (MinHash with locality-sensitive hashing, for texts of like length), and a sample of the shingles of a short
text that stands in a longer one (for teasers and cut versions). None of them decides anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

import numpy as np
import numpy.typing as npt
from rensa import RMinHash

from govgraph.model import Article
from govgraph.resolve.wording import Hashes, address, shingles, words_of

Pair = tuple[int, int]

_SLOTS: Final = 128
_BAND: Final = 3
_SEED: Final = 42
_AT_ONCE: Final = 4096
_LEAST_ALIKE: Final = 0.15
"""Share of slots below which two sketches are not compared any further."""

_SHORT: Final = 250
"""Words of a text that is looked for within longer ones."""
_SAMPLE: Final = 24
_LEAST_SHARE: Final = 0.3
_LEAST_HITS: Final = 3
_COMMON: Final = 64
"""A shingle of more short texts than this is a set phrase."""
_BITS: Final = 26

_CROWD: Final = 24
"""Members of a bucket up to which each is compared with each; of more, each with the first and with its neighbours."""
_LEAST_TITLE: Final = 3

_Numbers = npt.NDArray[np.int64]
_Short = npt.NDArray[np.uint32]


def proposals(articles: Sequence[Article], numbers: Sequence[Hashes]) -> set[Pair]:
    """Pairs of places in `articles`, the smaller first, that may be versions of one text.

    Args:
        articles: Each once, in an order that hangs on the set of them alone, such as that of their IRIs.
        numbers: Of the words of each, from `Lexicon.numbers`.
    """
    sketches: list[npt.NDArray[np.uint32]] = []
    kept: list[_Short] = []
    lengths = np.array([len(one) for one in numbers], dtype=np.int64)
    samples = _Samples()
    for begin in range(0, len(articles), _AT_ONCE):
        texts = [shingles(one) for one in numbers[begin : begin + _AT_ONCE]]
        for place, text in enumerate(texts, start=begin):
            # for looking up, the upper half of a number tells shingles apart well enough
            kept.append((text >> np.uint64(32)).astype(np.uint32))
            if lengths[place] <= _SHORT:
                samples.add(place, kept[-1])
        sketches.append(_sketched(texts))
    found = set(_bands(np.concatenate(sketches), lengths)) if sketches else set()
    found.update(samples.within(kept, lengths))
    found.update(_together(map(address, articles)))
    found.update(_together(map(_headline, articles)))
    found.update(_together(one.tobytes() if 0 < len(one) <= _SHORT else None for one in numbers))
    return found


def _headline(article: Article) -> tuple[str, ...] | None:
    words = words_of(article.title)
    return words if len(words) >= _LEAST_TITLE else None


def _together(keys: Iterable[Hashable | None]) -> Iterator[Pair]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        if key is not None:
            groups[key].append(place)
    for members in groups.values():
        # IRIs of articles begin with their dates: neighbours are of about one time
        yield from _among(members)


def _among(members: Sequence[int]) -> Iterable[Pair]:
    """Pairs of a bucket; linear in its size where that is large."""
    if len(members) <= _CROWD:
        return combinations(members, 2)
    near = [(one, other) for step in (1, 2, 3) for one, other in zip(members, members[step:], strict=False)]
    return [*((members[0], other) for other in members[1:]), *near]


def _sketched(texts: Sequence[Hashes]) -> npt.NDArray[np.uint32]:
    """One row of slots for each text."""
    offsets = np.concatenate([[0], np.cumsum([len(one) for one in texts])])
    flat = np.concatenate(texts) if texts else np.zeros(0, dtype=np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(flat, offsets.tolist(), _SLOTS, _SEED)
    return np.array(matrix.to_rows(), dtype=np.uint32).reshape(len(texts), _SLOTS)


def _bands(sketches: npt.NDArray[np.uint32], lengths: _Numbers) -> Iterator[Pair]:
    """Pairs whose sketches agree in all slots of a band, and in enough slots altogether."""
    full = np.flatnonzero(lengths >= _BAND)
    seen: set[Pair] = set()
    for first in range(0, _SLOTS - _BAND + 1, _BAND):
        # rows that agree in a band have one sum; that others may have it too does no harm
        key = np.zeros(len(full), dtype=np.uint64)
        for slot in range(first, first + _BAND):
            key = key * np.uint64(0x9E3779B97F4A7C15) + sketches[full, slot]
        order = np.argsort(key, kind="stable")
        ordered = key[order]
        edges = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1], [True]]))
        for begin, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
            if end - begin > 1:
                seen.update(_among(full[order[begin:end]].tolist()))
    if not seen:
        return
    pairs = np.array(sorted(seen), dtype=np.int64)
    for part in np.array_split(pairs, max(1, len(pairs) // _AT_ONCE)):
        alike = (sketches[part[:, 0]] == sketches[part[:, 1]]).mean(axis=1)
        yield from map(tuple, part[alike >= _LEAST_ALIKE].tolist())


class _Samples:
    """Samples of the shingles of short texts: those with the smallest numbers, which is a random choice."""

    def __init__(self) -> None:
        self._shingles: list[_Short] = []
        self._places: list[_Numbers] = []
        self._sizes: dict[int, int] = {}

    def add(self, place: int, shingles: _Short) -> None:
        """Take in a short text; its shingles are sorted."""
        chosen = shingles[:_SAMPLE]
        if len(chosen) >= _LEAST_HITS:
            self._shingles.append(chosen)
            self._places.append(np.full(len(chosen), place, dtype=np.int64))
            self._sizes[place] = len(chosen)

    def within(self, texts: Sequence[_Short], lengths: _Numbers) -> Iterator[Pair]:
        """Pairs of a short text and a longer one (or one as long, later in order) that holds enough of its sample."""
        if not self._sizes:
            return
        shingles, places = np.concatenate(self._shingles), np.concatenate(self._places)
        order = np.lexsort((places, shingles))
        shingles, places = shingles[order], places[order]
        distinct, first, counts = np.unique(shingles, return_index=True, return_counts=True)
        usual = counts <= _COMMON
        distinct, first, counts = distinct[usual], first[usual], counts[usual]
        if not len(distinct):
            return
        # most shingles stand in no sample: a table of bits tells so at once
        table = np.zeros(1 << _BITS, dtype=np.bool_)
        table[distinct >> np.uint32(32 - _BITS)] = True
        for place, text in enumerate(texts):
            maybe = text[table[text >> np.uint32(32 - _BITS)]]
            at = np.searchsorted(distinct, maybe)
            at[at == len(distinct)] = 0
            at = at[distinct[at] == maybe]
            if len(at) < _LEAST_HITS:
                continue
            hits = np.concatenate(
                [places[begin : begin + count] for begin, count in zip(first[at], counts[at], strict=True)]
            )
            found, many = np.unique(hits, return_counts=True)
            for other, count in zip(found.tolist(), many.tolist(), strict=True):
                shorter = (lengths[other], other) < (lengths[place], place)
                if shorter and count >= max(_LEAST_HITS, _LEAST_SHARE * self._sizes[other]):
                    yield (min(place, other), max(place, other))
