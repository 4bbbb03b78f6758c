"""How long it takes to make the index of `govgraph find` and to search it, beside a search for the bare letters.

`--write` puts the figures into RESULTS.md. Sentences are drawn from the words of `examples/`, with names of portals
that are rare, so that the vocabulary grows as in real collections.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from govgraph.query.search_index import SearchIndex

ROOT = Path(__file__).resolve().parents[2]
RESULTS = Path(__file__).with_name("RESULTS.md")
SIZES = (1_000, 10_000, 100_000)
WORDS_EACH = 18
SEARCHES = (
    "IT-Planungsrat",
    "Onlinezugangsgesetzes",
    "Umsetzung Onlinezugangsgesetz",
    "Anmeldung",
    "Bauantrg",
    "Portal77",
)
ROUNDS = 3


def quotes(number: int, seed: int = 1) -> list[str]:
    """Sentences of common words, each with a name that few others have."""
    words = " ".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))).split()
    chance = random.Random(seed)
    return [
        f"{' '.join(chance.choices(words, k=WORDS_EACH))} Portal{chance.randrange(number // 5)}" for _ in range(number)
    ]


def seconds(task: Callable[[], object]) -> float:
    """Best of a few rounds."""
    spent = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        task()
        spent.append(time.perf_counter() - begin)
    return min(spent)


def bare(texts: Sequence[str], words: str) -> list[int]:
    """The floor: texts that hold all words letter by letter."""
    wanted = words.lower().split()
    return [at for at, text in enumerate(texts) if all(word in text.lower() for word in wanted)]


def table() -> str:
    lines = [
        "| quotes | words in all | index, s | search, median ms | search, most ms | bare letters, median ms | found |"
        " by bare letters |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for size in SIZES:
        texts = quotes(size)
        begin = time.perf_counter()
        index = SearchIndex((text, ()) for text in texts)
        spent = time.perf_counter() - begin
        each = [seconds(partial(index.search, words)) for words in SEARCHES]
        floor = [seconds(partial(bare, texts, words)) for words in SEARCHES]
        found = sum(len(index.search(words)) for words in SEARCHES)
        letters = sum(len(bare(texts, words)) for words in SEARCHES)
        lines.append(
            f"| {size:,} | {size * (WORDS_EACH + 1):,} | {spent:.2f} | {1000 * statistics.median(each):.0f} | "
            f"{1000 * max(each):.0f} | {1000 * statistics.median(floor):.0f} | {found:,} | {letters:,} |"
        )
    return "\n".join(lines)


def main() -> None:
    shown = table()
    print(shown)
    if "--write" in sys.argv[1:]:
        searched = ", ".join(f"„{words}“" for words in SEARCHES)
        RESULTS.write_text(
            "# Search\n\nMade by `benchmarks/find/run.py --write` on one core. Searched for: "
            f"{searched}. *Found* are texts for all of these together.\n\n{shown}\n",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
