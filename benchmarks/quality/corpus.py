#!/usr/bin/env python3
"""Counts what is in the corpus and writes the tables of its datasheet.

python benchmarks/quality/corpus.py            # print
python benchmarks/quality/corpus.py --write    # put them into pages/DATASHEET.md
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sets import HERE, SETS, layout_of

DATASHEET = HERE / "pages" / "DATASHEET.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"
PARTS = tuple(s for s in SETS if s.name in {"examples", "open", "set-aside", "later"})
LAENDER = (
    "Baden-Württemberg", "Bayern", "Berlin", "Brandenburg", "Bremen", "Hamburg", "Hessen", "Mecklenburg-Vorpommern",
    "Niedersachsen", "Nordrhein-Westfalen", "Rheinland-Pfalz", "Saarland", "Sachsen", "Sachsen-Anhalt",
    "Schleswig-Holstein", "Thüringen", "Bund",
)  # fmt: skip


def first(value: str | list[str]) -> str:
    """The first of several equal answers."""
    return value if isinstance(value, str) else value[0]


def count(gold: Mapping[str, Any], texts: Mapping[str, str]) -> Counter[str]:
    """Totals, and counts by genre, layout, year, Land, predicate and type, with prefixed keys."""
    n: Counter[str] = Counter(pages=len(gold))
    for page, annotated in gold.items():
        n["words"] += len(texts[page].split())
        n["layout " + layout_of(texts[page], annotated)] += 1
        for article in annotated["articles"]:
            n["articles"] += 1
            n[f"genre {article.get('genre')}"] += 1
            n["year " + (article.get("date") or "undated")[:4]] += 1
            for kind in ("entities", "offices", "facts"):
                for item in article[kind]:
                    n[kind if not item.get("optional") else f"{kind}, optional"] += 1
            n.update(f"type {first(e['type'])}" for e in article["entities"])
            n.update(f"predicate {first(f['predicate'])}" for f in article["facts"])
            named = {name for e in article["entities"] for name in (e["name"], *e.get("aliases", ()))}
            n.update(f"land {land}" for land in LAENDER if land in named)
    return n


def table(title: str, keys: list[str], counts: list[Counter[str]], prefix: str = "") -> Iterator[str]:
    """Rows of keys, columns of sets."""
    yield f"| {title} | {' | '.join(s.title for s in PARTS)} | all |"
    yield "| --- " + "| ---: " * (len(PARTS) + 1) + "|"
    for key in keys:
        row = [n[prefix + key] for n in counts]
        yield f"| {key} | {' | '.join(f'{value:,}' for value in row)} | {sum(row):,} |"
    yield ""


def tables() -> str:
    """All tables, as Markdown."""
    golds = [s.gold() for s in PARTS]
    counts = [count(gold, {page: s.text(page) for page in gold}) for s, gold in zip(PARTS, golds, strict=True)]
    everything = sum(counts, Counter[str]())

    def by_frequency(prefix: str) -> list[str]:
        found = [key.removeprefix(prefix) for key in everything if key.startswith(prefix)]
        return sorted(found, key=lambda key: (-everything[prefix + key], key))

    plain = ["pages", "articles", "words", "entities", "entities, optional", "offices", "offices, optional"]
    lines = [*table("", [*plain, "facts", "facts, optional"], counts)]
    kinds = {"genre of articles": "genre ", "layout of pages": "layout ", "predicate of facts": "predicate "}
    for title, prefix in {**kinds, "type of entities": "type "}.items():
        lines += table(title, by_frequency(prefix), counts, prefix)
    lines += table("year of articles", sorted(by_frequency("year ")), counts, "year ")
    lines += table("articles that name", list(LAENDER), counts, "land ")
    return "\n".join(lines)


def main() -> int:
    if "--write" not in sys.argv[1:]:
        print(tables())
        return 0
    text = DATASHEET.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    DATASHEET.write_text(f"{before}{BEGIN}\n{tables()}{END}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
