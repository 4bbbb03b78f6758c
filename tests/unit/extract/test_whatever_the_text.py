"""Reading takes whatever comes: sentences cut anywhere and in any order, whether the lexicon knows much or little."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest
from extract_reading import reader

from govgraph.extract import Reader
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary

PAGES = Path(__file__).resolve().parents[3] / "benchmarks" / "quality" / "pages" / "open"
HEADS = ("", "Meldung\n\n[01.03.2024] ", "Interview:\n\n")
TEXTS_OF_A_CASE = 60


@cache
def _sentences() -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*.txt")))
    return [part for text in texts for part in re.split(r"(?<=[.!?])\s+|\n+", text) if part.strip()]


@cache
def _with_half_the_lexicon() -> Reader:
    vocabulary = load_vocabulary()
    kept = vocabulary.entries[::2]
    return Reader(replace(vocabulary, entries=kept, by_iri=MappingProxyType({entry.iri: entry for entry in kept})))


def _piece(chance: random.Random) -> str:
    """A sentence, or a part of one, its words in order or not."""
    words = chance.choice(_sentences()).split()
    first = chance.randint(0, min(6, len(words) - 1)) if chance.random() < 0.7 else 0
    last = chance.randint(first + 1, len(words)) if chance.random() < 0.6 else len(words)
    words = words[first:last]
    if chance.random() < 0.2:
        chance.shuffle(words)
    return " ".join(words) + chance.choice("...,:?")


def _text(chance: random.Random) -> str:
    between = chance.choice((" ", "\n", "\n\n"))
    return chance.choice(HEADS) + between.join(_piece(chance) for _ in range(chance.randint(4, 14)))


@pytest.mark.parametrize(
    "text",
    [
        "ein Bürgerportal gebaut,",
        "Judith Kern. ihres CIO",
        "Jörg Unterschriften aller Regierungschefs.:",
    ],
)
def test_what_once_failed_is_read(text: str) -> None:
    assert reader().read(read_text(text)).articles


@pytest.mark.parametrize("case", range(8))
def test_reading_never_fails(case: int) -> None:
    chance = random.Random(case)
    read = reader() if case % 2 else _with_half_the_lexicon()
    for _ in range(TEXTS_OF_A_CASE):
        text = _text(chance)
        try:
            read.read(read_text(text))
        except Exception as error:
            error.add_note(text)
            raise
