"""How long it takes to find versions among many articles, and how much memory: 10,000, 50,000 and 100,000.

    python benchmarks/versions/scale.py [--articles 10000 50000 100000] [--write]

Articles of 150 to 600 words are made of words of the benchmark's texts, few of them often and most seldom, with set
phrases that a tenth of them share. Of ten articles six have a text of their own, one is cut from the one before, one
is a teaser of it, one a copy with other words at its end, and one is made from a form that thousands share. Each size
runs in a process of its own. What is measured begins with articles in memory; making them is not counted.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import time
import tomllib
from datetime import date, timedelta
from pathlib import Path

from govgraph.model import Article, ArticleRecord, Block, BlockKind, Genre, article_iri
from govgraph.resolve import find_versions

RESULTS = Path(__file__).with_name("SCALE.md")
TEXTS = Path(__file__).with_name("texts")


def _words() -> list[str]:
    given = tomllib.loads((TEXTS / "open.toml").read_text(encoding="utf-8"))
    words = re.findall(r"\w+", " ".join(part for text in given["text"] for part in text["paragraphs"]))
    # as many words as a large collection has, the first of which come most often
    return [*dict.fromkeys(words), *(f"{one}{other.lower()}" for one in words[:250] for other in words[:250])]


def articles(count: int) -> list[ArticleRecord]:
    """That many articles, the same ones each time."""
    chance, words = random.Random(7), _words()
    phrases = [" ".join(chance.choices(words, k=40)) for _ in range(20)]
    form = chance.choices(words, k=180)
    made: list[ArticleRecord] = []
    last: list[str] = []
    for number in range(count):
        kind = number % 10
        if kind < 6:
            last = [words[int(len(words) * chance.random() ** 4)] for _ in range(chance.randint(150, 600))]
            own = last + (chance.choice(phrases).split() if chance.random() < 0.1 else [])
        elif kind == 6:
            own = last[: len(last) // 2]
        elif kind == 7:
            own = last[:30]
        elif kind == 8:
            own = [*last, *chance.choices(words, k=40)]
        else:
            own = [str(number) if place % 30 == 3 else word for place, word in enumerate(form)]
        made.append(_article(number, " ".join(own), number - kind))
    return made


def _article(number: int, text: str, day: int) -> ArticleRecord:
    when = (date(2012, 1, 1) + timedelta(days=day // 20 % 4700)).isoformat()
    title = f"Meldung {number} vom Amt"
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    iri = article_iri(when, title, text)
    article = Article(iri, f"p{number}", f"p{number}.txt", 0, text, 0, title, None, when, Genre.NEWS, (), blocks)
    return ArticleRecord(article, (), (), ())


def measure(count: int) -> dict[str, float]:
    given = articles(count)
    words = sum(one.article.text.count(" ") + 1 for one in given)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    begin = time.process_time()
    found = find_versions(given)
    seconds = time.process_time() - begin
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"articles": count, "words": words, "versions": len(found.links), "seconds": seconds, "MB": after - before}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 50_000, 100_000])
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.one)))
        return
    rows = []
    for count in given.articles:
        command = [sys.executable, __file__, "--one", str(count)]
        rows.append(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    lines = ["| articles | words | versions | seconds | ms per article | further MB |", "|" + "---:|" * 6]
    lines += [
        f"| {row['articles']:,} | {row['words']:,} | {row['versions']:,} | {row['seconds']:.1f} "
        f"| {1000 * row['seconds'] / row['articles']:.3f} | {row['MB']:.0f} |"
        for row in rows
    ]
    table = "\n".join(lines)
    print(table)
    if given.write:
        head = "# Versions among many articles\n\nMade by `benchmarks/versions/scale.py --write` on one core.\n\n"
        RESULTS.write_text(head + table + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
