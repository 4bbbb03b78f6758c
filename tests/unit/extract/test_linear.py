"""Work grows with the length of an article, not with its square."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from extract_reading import read_article, reader

from govgraph.sources import read_text

if TYPE_CHECKING:
    from types import FrameType

    import pytest

    from govgraph.model import Page

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
HEAD = "BerichtEine lange Bilanz\n\n[14.05.2019] Wie die Verwaltung digital wird, in einem einzigen Beitrag."
SURNAMES = ("Arnsbeck", "Brohm", "Carlsen", "Dreyhaus", "Ellinghof", "Fennhoff", "Grauthal", "Hollmers")


def _article(copies: int) -> Page:
    """One article with paragraphs of the examples, so many times, each time with another person and body."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.rglob("*.txt"))]
    paragraphs = [line for text in texts for line in text.splitlines() if len(line) > 200][:1]
    out = [HEAD]
    for number in range(copies):
        name = SURNAMES[number % len(SURNAMES)] + "abcdefghijklmnop"[number // len(SURNAMES)]
        out += paragraphs
        out.append(
            f"Jana {name} leitet die Stadtwerke {name}. Die Geschäftsführerin stellte das Portal {name}Net vor. Sie hat"
            f" das Projekt mit dem Beirat geplant, und die Stadtwerke {name} betreiben die Plattform seit Mai."
        )
    return read_text("\n\n".join(out), name="long")


def _work(page: Page) -> int:
    """How many functions were called: the same on every machine, however busy."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        if event in {"call", "c_call"}:
            calls += 1

    sys.setprofile(count)
    try:
        reader().read(page)
    finally:
        sys.setprofile(None)
    return calls


def test_an_article_of_eight_times_the_length_takes_about_eight_times_the_work() -> None:
    short, long = _article(8), _article(64)
    assert len(short.articles) == len(long.articles) == 1
    reader().read(long)  # words that are met for the first time cost more
    size = len(long.articles[0].text) / len(short.articles[0].text)
    assert size > 5
    assert _work(long) < 1.2 * size * _work(short)


def test_what_is_too_long_to_be_read_together_knows_its_names_throughout(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Weber kennt das Amt. Anna Weber leitet die FITKO. Dataport betreibt das Portal Kompass."
    text += " Kassel nutzt Kompass."
    together = read_article(text)
    monkeypatch.setattr(import_module("govgraph.extract.reader"), "_TOGETHER", 1)
    apart = read_article(text)
    apart.check()
    assert (apart.entities, apart.offices, apart.facts) == (together.entities, together.offices, together.facts)
    assert [len(e.mentions) for e in apart.entities if e.name == "Anna Weber"] == [2]
    assert len(apart.facts) > 1


def test_names_are_found_a_stretch_at_a_time_as_they_are_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.rglob("*.txt")))
    matcher = reader().k.matcher
    at_once = matcher.find(text)
    monkeypatch.setattr(import_module("govgraph.extract.matcher"), "_STRETCH", 50)
    assert matcher.find(text) == at_once
    assert len(at_once[0]) > 100
