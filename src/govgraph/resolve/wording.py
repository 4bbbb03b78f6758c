"""What an article says, word by word, as two articles are compared.

Only its own running text counts: furniture, credits, captions, contacts and datelines are those of the page or paper.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

import numpy as np
import numpy.typing as npt

from govgraph.language.dates import MONTHS
from govgraph.model import Article, ArticleRecord, BlockKind

Hashes = npt.NDArray[np.uint64]

RUN: Final = 3
"""Words of a shingle."""

_COMPARED: Final = frozenset(
    {BlockKind.LEAD, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUESTION, BlockKind.ANSWER}
)
_DROPPED: Final = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_WORD: Final = re.compile("[^\\W_]+(?:[\u00ad\u200b\u200c\u200d\u2060\ufeff]+[^\\W_]+)*")
_DATELINE: Final = re.compile(
    r"\s{0,9}(?:\[[\d./ -]{4,20}\]\s{0,9})?"
    r"(?:(?:[A-ZÄÖÜ][\w-]{1,30}[ /,]{0,2}){1,3}(?:\([^()]{1,20}\) ?[.:–—-]?| ?[.:–—-])\s{1,9})?"
)
"""Place and agency at the beginning of a text, or a date in brackets: `Wiesbaden (dpa) – `, `[18.11.2024]`."""
_NUMBERS: Final = {
    word: str(number)
    for number, word in enumerate(
        ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"), start=2
    )
}
_MONTHS: Final = {name: str(number) for name, number in MONTHS.items() if len(name) > RUN or name == "mai"}
_TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|wt_\w+|at_medium|at_campaign|ref|print")
_ENDING: Final = 3
_LEAST_STEM: Final = 4
_ROUNDS: Final = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_MIX: Final = np.uint64(0xFF51AFD7ED558CCD)
_SHIFT: Final = np.uint64(33)


def folded(word: str) -> str:
    """A word without regard to case; a small number or a month in figures.

    >>> folded("Drei"), folded("03"), folded("März"), folded("Straße")
    ('3', '3', '3', 'strasse')
    """
    plain = unicodedata.normalize("NFKC", _DROPPED.sub("", word)).casefold()
    plain = _NUMBERS.get(plain) or _MONTHS.get(plain, plain)
    return plain.lstrip("0") or "0" if plain.isdecimal() else plain


def words_of(text: str) -> tuple[str, ...]:
    """Words of a text, folded."""
    return tuple(folded(word) for word in _WORD.findall(text))


def stretches(article: Article) -> Iterator[tuple[int, int]]:
    """Stretches of an article's text that are compared."""
    first = True
    for block in article.blocks:
        if block.kind in _COMPARED:
            start = block.start
            if first:
                found = _DATELINE.match(article.text, start, block.end)
                start = found.end() if found else start
                first = False
            yield start, block.end


def address(article: Article) -> str | None:
    """Address of an article without what changes nothing of what it leads to, or None.

    >>> plain_address("http://www.example.org/a/?utm_source=x&id=7#top")
    'example.org/a?id=7'
    """
    for given in (article.url, article.source):
        if given and given.startswith(("http://", "https://")):
            return plain_address(given)
    return None


def plain_address(url: str) -> str | None:
    """Host, path and query of an address; None for the front page of a host, or for what is no address."""
    try:
        parts = urlsplit(url)
        query = [(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(key.lower())]
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    if not parts.netloc or not (path or query):
        return None
    asked = f"?{urlencode(sorted(query))}" if query else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{path}{asked}"


class _Folded(dict[str, str]):
    def __missing__(self, word: str) -> str:
        found = self[word] = folded(word)
        return found


class _Numbered(dict[str, int]):
    def __init__(self, plain: _Folded) -> None:
        super().__init__()
        self._plain = plain

    def __missing__(self, word: str) -> int:
        found = self[word] = _number(self._plain[word])
        return found


class Lexicon:
    """Folds words and gives each a number that is the same on every machine; remembers the words that it has met.

    Attributes:
        plain: Word → the word folded.
        number: Word → its number.
    """

    def __init__(self) -> None:
        self.plain = _Folded()
        self.number = _Numbered(self.plain)

    def numbers(self, article: Article) -> Hashes:
        """Numbers of the words of an article, in their order."""
        words = [word for start, end in stretches(article) for word in _WORD.findall(article.text, start, end)]
        return np.array(list(map(self.number.__getitem__, words)), dtype=np.uint64)


def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def shingles(numbers: Hashes) -> Hashes:
    """Shingles (runs of three words) of a text, sorted and without repetition; none where it has fewer words."""
    return np.unique(_runs(numbers))


_CORRECTION = re.compile(
    r"(?:^|(?<=[.!?] ))[(*_ ]*(?:"
    r"(?:Anmerkung|Anm\.|Hinweis)(?: der Redaktion| d\. ?Red\.)?:[^\n]*?"
    r"(?:[Kk]orrigier|berichtig|richtiggestell|frühere[nr] (?:Fassung|Version))"
    r"|(?:Korrektur|Korrekturhinweis|Berichtigung|Richtigstellung)(?: der Redaktion| vom [^:\n]{1,30})?:"
    r"|In einer (?:früheren|ersten|vorherigen|älteren) (?:Fassung|Version) (?:dieses|des) )",
    re.MULTILINE,
)
"""Where a note begins that tells what was wrong in an earlier state of the text."""


def _runs(numbers: Hashes) -> Hashes:
    """Numbers of all runs of three words, in their order."""
    if len(numbers) < RUN:
        return np.zeros(0, dtype=np.uint64)
    mixed: Hashes = numbers[:-2] * _ROUNDS[0] + numbers[1:-1] * _ROUNDS[1] + numbers[2:] * _ROUNDS[2]
    mixed ^= mixed >> _SHIFT
    mixed *= _MIX
    mixed ^= mixed >> _SHIFT
    return mixed


@dataclass(frozen=True, slots=True)
class Key:
    """A word that tells what a text is about: a number or month, or part of a name.

    Attributes:
        word: Folded.
        number: Whether it is a number or month.
        names: IRIs of what it is part of the name of; empty for a capitalised word that nothing is known of.
    """

    word: str
    number: bool
    names: frozenset[str]


class Wording:
    """One article, word by word.

    Args:
        one: The article with what was read from it.
        numbers: Those of its words.
        lexicon: What they are from; shared by all that are compared.

    Attributes:
        iri: IRI of the article.
        source: Where it was read from.
        address: Its address, or None.
        title: Words of its headline.
        numbers: As given.
    """

    def __init__(self, one: ArticleRecord, numbers: Hashes, lexicon: Lexicon) -> None:
        article = one.article
        self._one = one
        self._lexicon = lexicon
        self.iri = article.id
        self.source = article.source
        self.address = address(article)
        self.title = words_of(article.title)
        self.numbers = numbers.tolist()
        self._hashed = _runs(numbers)

    def __len__(self) -> int:
        """Number of words."""
        return len(self.numbers)

    @cached_property
    def runs(self) -> frozenset[int]:
        """Shingles."""
        return frozenset(self._hashed.tolist())

    @cached_property
    def _note(self) -> tuple[int, int] | None:
        """First and last but one place of the words of a note that tells what was corrected, or None."""
        text = self._one.article.text
        note = _CORRECTION.search(text)
        if note is None:
            return None
        end = text.find("\n", note.end())
        end = len(text) if end < 0 else end
        places = [place for place, found in enumerate(self._found) if note.start() <= found.start() < end]
        return (places[0], places[-1] + 1) if places else None

    @property
    def corrects(self) -> bool:
        """Whether a note in it says that an earlier state was wrong."""
        return self._note is not None

    @cached_property
    def own_runs(self) -> frozenset[int]:
        """Shingles without those of a note on a correction, which the earlier state cannot have."""
        if self._note is None:
            return self.runs
        first, last = self._note
        return frozenset((*self._hashed[: max(0, first - RUN + 1)].tolist(), *self._hashed[last:].tolist()))

    def head(self, count: int) -> frozenset[int]:
        """Shingles of its first words."""
        return frozenset(self._hashed[: max(0, count - RUN + 1)].tolist())

    def keys(self, start: int, end: int) -> list[Key]:
        """Words that tell what the text is about, among those from one place to another."""
        return [key for found in self._found[start:end] if (key := self._key(found)) is not None]

    def figures(self, start: int, end: int) -> bool:
        """Whether a number in figures is among the words from one place to another."""
        return any(self._lexicon.plain[found[0]].isdecimal() for found in self._found[start:end])

    @cached_property
    def _found(self) -> list[re.Match[str]]:
        article = self._one.article
        return [each for start, end in stretches(article) for each in _WORD.finditer(article.text, start, end)]

    @cached_property
    def headline(self) -> tuple[Key, ...]:
        """Numbers and names of the headline."""
        article = self._one.article
        blocks = (block for block in article.blocks if block.kind is BlockKind.TITLE)
        words = (found for block in blocks for found in _WORD.finditer(article.text, block.start, block.end))
        return tuple(key for found in words if (key := self._key(found)) and (key.number or key.names))

    def lacks(self, key: Key) -> bool:
        """Whether a word and what it names stand nowhere in this article, in no other form either."""
        if key.number:
            return key.word not in self._every
        return not (key.names & self._things) and _stem(key.word) not in self._stems

    def _key(self, found: re.Match[str]) -> Key | None:
        word, place = self._lexicon.plain[found[0]], found.start()
        number = any(map(str.isdecimal, word))
        called = self._named.get(place, frozenset())
        # a capital tells nothing at the beginning of a sentence
        before = self._one.article.text[max(0, place - 2) : place].strip()
        capital = found[0][0].isupper() and len(word) > RUN and bool(before) and before[-1] not in '.!?:„“"»«'
        return Key(word, number, called) if number or called or capital else None

    @cached_property
    def _named(self) -> dict[int, frozenset[str]]:
        """Place of a word → what it is part of the name of."""
        named: dict[int, frozenset[str]] = {}
        for entity in self._one.entities:
            for mention in entity.mentions:
                for found in _WORD.finditer(self._one.article.text, mention.start, mention.end):
                    named[found.start()] = named.get(found.start(), frozenset()) | {entity.id}
        return named

    @cached_property
    def _things(self) -> frozenset[str]:
        return frozenset(entity.id for entity in self._one.entities)

    @cached_property
    def _every(self) -> frozenset[str]:
        words = (self._lexicon.plain[found[0]] for found in self._found)
        return frozenset((*words, *self.title, *words_of(self._one.article.kicker or "")))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(map(_stem, self._every))


def _stem(word: str) -> str:
    return word[: max(_LEAST_STEM, len(word) - _ENDING)]
