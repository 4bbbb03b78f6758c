"""Which language a text is in: German for sure, another for sure, or nobody can say.

German words are known by the dictionary that the reader uses, other languages by their most frequent words. What German
takes over is written with a capital, so small words tell: in German text nearly all of them are in the dictionary, in
other languages a part.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Final

from govgraph.language.morphology import is_dictionary_word

GERMAN: Final = "de"
UNKNOWN: Final = "und"
"""Tag of BCP 47 for a language that has no name here."""

_SAMPLE: Final = 20_000
_ADDRESS: Final = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:de|com|org|net|eu|info)\b\S*")
_WORD: Final = re.compile(r"[^\W\d_]+")
_BEYOND_LATIN: Final = re.compile("[^\\0-\u024f]")
"""Letters behind the blocks that hold Latin ones alone."""
_FEWEST: Final = 3
"""Small words below which a text says nothing."""
_SENTENCE: Final = 0.5
"""Share of small words from which words are sentences for sure."""
_KNOWN: Final = 0.9
"""Share of small words in the German dictionary from which a text is not foreign."""
_NAMES: Final = 0.4
"""Share of small words below which they may be a list of names."""


def language_of(text: str, frequent: Mapping[str, frozenset[str]], told: str | None = None) -> str | None:
    """Language of a text, as a tag of BCP 47.

    Args:
        text: Prose, of any length.
        frequent: The most frequent words of each language by its tag, German among them.
        told: What a page or server says; it decides only where the text leaves a doubt, since templates say it often
            of pages in another language.

    Returns:
        `de`, the tag of another language, `und` for one that is not known; None where the text is too short to tell,
        or a list of names. A text is called foreign only if its words are: German with English terms stays German.
    """
    words = _WORD.findall(_without_addresses(text[:_SAMPLE]))
    said = _main(told)
    if _other_script(words):
        return said if said not in (None, GERMAN) else UNKNOWN
    small = [word for word in words if word[0].islower() and len(word) > 1]
    if len(small) < _FEWEST:
        return None
    known = sum(map(is_dictionary_word, small)) / len(small)
    times = Counter(map(str.lower, words))
    german = _count(times, frequent.get(GERMAN, frozenset()))
    if german and known >= _KNOWN:
        return GERMAN
    counts = _foreign_counts(times, frequent)
    best = _best(counts, said)
    foreign = counts.get(best, 0) if best else 0
    if _is_foreign(known, german / len(words), foreign - german, len(small) / len(words)):
        return best or (said if said not in (None, GERMAN) else UNKNOWN)
    if german and known > 0.7:
        return GERMAN
    doubtful = german == 0 and known < 0.8 and said not in (None, GERMAN)
    return said if doubtful else None


def _without_addresses(text: str) -> str:
    """Text without addresses of the web and of mail; only what has a mark of one is looked at closely."""
    return " ".join(
        _ADDRESS.sub(" ", word) if "." in word[:-1] or "@" in word or "//" in word else word for word in text.split()
    )


def _is_foreign(known: float, german: float, more: int, small: float) -> bool:
    """Whether words are foreign, by what was counted in them.

    Args:
        known: Share of small words that the German dictionary knows.
        german: Share of the frequent German words.
        more: How many frequent words of another language there are more than German ones.
        small: Share of small words.
    """
    if german >= 0.25 or known >= _KNOWN:
        return False
    if more > 0 and german < 0.1:
        return small >= _NAMES or more >= _FEWEST
    return known <= 0.5 and small >= _SENTENCE and (german == 0 or known < 0.4)


def _count(times: Mapping[str, int], forms: frozenset[str]) -> int:
    return sum(times[word] for word in forms.intersection(times))


def _foreign_counts(times: Mapping[str, int], frequent: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """Frequent words of each other language in a text; a word that German has too counts for German alone."""
    german = frequent.get(GERMAN, frozenset())
    return {tag: _count(times, forms - german) for tag, forms in frequent.items() if tag != GERMAN}


def _best(counts: Mapping[str, int], told: str | None) -> str | None:
    """The foreign language with most words; what was told among equals."""
    foreign = [(count, tag == told, tag) for tag, count in counts.items() if count]
    return max(foreign, key=lambda one: (one[0], one[1], [-ord(letter) for letter in one[2]]))[2] if foreign else None


def _main(told: str | None) -> str | None:
    """Language of a tag without its region: `en` of `en-GB`; None for what is no tag."""
    found = re.match(r"[a-z]{2,3}(?=$|[-_])", (told or "").strip().lower())
    return found.group() if found else None


def _other_script(words: list[str]) -> bool:
    """Whether most letters are not Latin ones."""
    letters = "".join(words)
    if len(letters) < 10:
        return False
    beyond = _BEYOND_LATIN.findall(letters)
    other = sum(not unicodedata.name(letter, "LATIN").startswith("LATIN") for letter in beyond)
    return other * 2 > len(letters)
