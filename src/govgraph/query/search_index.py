"""An index of short texts in memory: German word forms, parts of compounds, typing errors; ranked by SQLite's FTS5.

Texts go into the index as they are. Word forms are worked out for the vocabulary, which grows slowly, when a word is
searched for.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import product
from typing import Final, TypeAlias

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from govgraph.language.morphology import Lemmatiser, Memo

_FOLD: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# what the tokeniser of the index takes for words
_TOKEN: Final = re.compile(r"[^\W_]+")
_JOINED: Final = re.compile(r"[^\W_]+(?:[-/–][^\W_]+)*")
_ENDINGS: Final = frozenset({"s", "es", "e", "n", "en", "er", "ern", "em"})
_LEAST_PART: Final = 4
_LEAST_FUZZY: Final = 4
_LONG: Final = 8
_MOST_VARIANTS: Final = 400
_MOST_CLOSE: Final = 3
_MOST_FORMS: Final = 10
_CLOSE: Final = 0.86
_NAMED: Final = 4
_lemma: Final = Memo(Lemmatiser({}).__call__).__getitem__


class Fit(IntEnum):
    """How a word of a text fits a word that is searched for, from best to weakest."""

    WORD = 0
    PART = 1
    CLOSE = 2


_WEIGHTS: Final = {Fit.WORD: 1.0, Fit.PART: 0.6, Fit.CLOSE: 0.35}
_Slots: TypeAlias = "tuple[dict[str, Fit], ...]"
"""What may stand for each part of a word that is searched for; a word without a hyphen has one part."""


@dataclass(frozen=True, slots=True)
class Match:
    """A text that was found.

    Attributes:
        number: Its place among the texts of the index.
        score: How well it fits, 0 or more; comparable within one search only.
        marks: Begin and end of each word that fits, in code points of the text, in order.
        via: If no word of it fits: the first of its further texts of which one does; else an empty string.
    """

    number: int
    score: float
    marks: tuple[tuple[int, int], ...]
    via: str = ""


class SearchIndex:
    """Index of texts.

    Args:
        texts: What is searched and shown. Each may come with further texts that are searched, such as other names.
    """

    def __init__(self, texts: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._texts = [(text, *further) for text, further in texts]
        self._connection = sqlite3.connect(":memory:")
        tokens = "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N*'\""
        self._connection.execute(f"CREATE VIRTUAL TABLE texts USING fts5(words, content='', {tokens})")
        self._connection.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(texts, row)")
        rows = ((number, " | ".join(one).lower()) for number, one in enumerate(self._texts))
        self._connection.executemany("INSERT INTO texts(rowid, words) VALUES (?, ?)", rows)
        found = self._connection.execute("SELECT term FROM vocabulary ORDER BY term")
        self._vocabulary = {str(term): str(term).translate(_FOLD) for (term,) in found}

    def search(self, words: str) -> list[Match]:
        """Texts in which every word that is searched for occurs in some form, best first; equal ones in their order.

        Where none has all of the words, texts that have at least one. Empty if none has.
        """
        asked = _JOINED.findall(words.lower())
        wanted = [slots for one in asked if all(slots := self._slots(one))]
        if not wanted:
            return []
        for joined in (" AND ", " OR ") if len(wanted) == len(asked) else (" OR ",):
            query = joined.join(f"({' OR '.join(_phrases(slots))})" for slots in wanted)
            rows = self._connection.execute(
                "SELECT rowid, bm25(texts) FROM texts WHERE texts MATCH ? ORDER BY rowid", (query,)
            ).fetchall()
            if rows:
                found = [self._match(number, -rank, wanted, asked) for number, rank in rows]
                return sorted(found, key=lambda one: (-round(one.score, 6), one.number))
        return []

    def close(self, words: str) -> tuple[str, ...]:
        """Words of the texts that come close to what was searched for in vain, closest first, as they stand there.

        Of several forms of a word the shortest; what begins alike is closer than what ends alike.
        """
        found: list[str] = []
        terms = list(self._vocabulary)
        for one in _JOINED.findall(words.lower()):
            if not all(self._slots(one)):
                near = process.extract(
                    one, terms, scorer=JaroWinkler.normalized_similarity, limit=_MOST_FORMS, score_cutoff=_CLOSE
                )
                forms: dict[str, list[str]] = defaultdict(list)
                for term, _, _ in near:
                    forms[_stem(term)].append(term)
                found += [min(some, key=len) for some in forms.values()][:_MOST_CLOSE]
        return tuple(self._spelt(term) for term in dict.fromkeys(found))

    def _spelt(self, term: str) -> str:
        """A word of the vocabulary as the first text has it that does."""
        every = (found.group() for texts in self._texts for text in texts for found in _TOKEN.finditer(text))
        return next((word for word in every if word.lower() == term), term)

    def _slots(self, word: str) -> _Slots:
        """What fits a word; of one with hyphens the last part alone may have another form."""
        *before, last = _TOKEN.findall(word)
        firsts = (dict.fromkeys(self._written(part.translate(_FOLD)), Fit.WORD) for part in before)
        return (*firsts, self._variants(last, alone=not before))

    def _written(self, folded: str) -> Iterator[str]:
        return (term for term, plain in self._vocabulary.items() if plain == folded)

    def _variants(self, word: str, *, alone: bool) -> dict[str, Fit]:
        """Words of the texts that fit one word; those that are only close are asked for where no other fits."""
        own = _forms(word)
        stems = [one for one in own if len(one) >= _LEAST_PART and not one.isdigit()] if alone else []
        fits: dict[str, Fit] = {}
        for term, plain in self._vocabulary.items():
            inflected = plain in own or any(_is_inflected(plain, one) or _is_inflected(one, plain) for one in own)
            # forms of one word begin alike, but for „ge-“ and changed vowels
            if inflected or (plain[:1] in (own[0][:1], "g") and set(_forms(term)) & set(own)):
                fits[term] = Fit.WORD
            elif any(plain.startswith(one) or plain.endswith(one) for one in stems):
                fits[term] = Fit.PART
        if not fits:
            most = 0 if len(word) < _LEAST_FUZZY or word.isdigit() else 1 if len(word) < _LONG else 2
            near = process.extract(word, list(self._vocabulary), scorer=OSA.distance, score_cutoff=most, limit=None)
            fits = {term: Fit.CLOSE for term, distance, _ in near if distance <= most}
        return dict(sorted(fits.items(), key=lambda pair: (pair[1], pair[0]))[:_MOST_VARIANTS])

    def _match(self, number: int, rank: float, wanted: Sequence[_Slots], asked: Sequence[str]) -> Match:
        text, *further = self._texts[number]
        places = [_found(text, wanted), *(_found(one, wanted) for one in further)]
        best: dict[int, Fit] = {}
        for found in places:
            for place, fit, _ in found:
                best[place] = min(fit, best.get(place, Fit.CLOSE))
        marks = tuple(sorted({span for _, _, span in places[0]}))
        via = "" if marks else next((one for one, found in zip(further, places[1:], strict=True) if found), "")
        named = any(_is_name(one, asked) for one in self._texts[number])
        # a rank is near 0, and may be below it, where a word is in most texts
        score = sum(_WEIGHTS[fit] for fit in best.values()) / len(asked) * (1 + max(rank, 0.0))
        return Match(number, score * (_NAMED if named else 1), marks, via)


def _phrases(slots: _Slots) -> Iterator[str]:
    return ('"' + " ".join(terms) + '"' for terms in product(*slots))


def _found(text: str, wanted: Sequence[_Slots]) -> list[tuple[int, Fit, tuple[int, int]]]:
    """Where words fit: which of those that are searched for, how well, begin and end."""
    tokens = [(match.group().lower(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    found = []
    for at in range(len(tokens)):
        for place, slots in enumerate(wanted):
            stretch = tokens[at : at + len(slots)]
            if len(stretch) == len(slots) and all(one[0] in slot for one, slot in zip(stretch, slots, strict=True)):
                fit = max(slot[one[0]] for one, slot in zip(stretch, slots, strict=True))
                found.append((place, fit, (stretch[0][1], stretch[-1][2])))
    return found


def _is_name(text: str, asked: Sequence[str]) -> bool:
    """Whether a text is what is searched for and nothing else, but for endings."""
    words = _JOINED.findall(text.lower())
    pairs = zip(words, asked, strict=False)
    return len(words) == len(asked) and all(
        one == other or _is_inflected(one, other) or _is_inflected(other, one) or _forms(one)[-1] == _forms(other)[-1]
        for one, other in pairs
    )


def _is_inflected(form: str, word: str) -> bool:
    """Whether a form is a word with an ending of German nouns and adjectives."""
    return len(word) > _LEAST_PART and form.startswith(word) and form[len(word) :] in _ENDINGS


def _stem(word: str) -> str:
    """A word without an ending of German nouns and adjectives."""
    ends = (one for one in sorted(_ENDINGS, key=len, reverse=True) if word.endswith(one))
    return next((word.removesuffix(one) for one in ends if len(word) - len(one) > _LEAST_PART), word)


def _forms_of(word: str) -> tuple[str, ...]:
    """A word in small letters, and its dictionary forms as a word of any kind and as a noun, without umlauts."""
    forms = (word, _lemma(word).lower(), _lemma(word.capitalize()).lower())
    return tuple(dict.fromkeys(one.translate(_FOLD) for one in forms))


_forms: Final = Memo(_forms_of).__getitem__
