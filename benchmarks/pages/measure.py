"""What a page should give, what systems give, and how the two compare."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from govgraph.sources import Document, read_document

HERE = Path(__file__).resolve().parent
SETS = ("open", "set-aside", "later")
FIELDS = ("title", "kicker", "date", "authors", "genre", "kind", "first", "last", "must in", "must not out")
AIMED = ("title", "date", "authors", "kind", "first", "last")
"""Fields that the aim of 97 per cent is for."""

_WORDS = re.compile(r"[^\W_]+")
_TEXT = frozenset({"lead", "heading", "paragraph", "question", "answer"})
_MOST_BEFORE = 5
_WHOLE = _TEXT | {"caption", "pullQuote"}


@dataclass(frozen=True, slots=True)
class Found:
    """An article as a system gives it; None where it does not give such a field at all."""

    title: str
    kicker: str | None
    date: str | None
    authors: tuple[str, ...]
    genre: str | None
    text: str
    whole: str


@dataclass(frozen=True, slots=True)
class GoldPage:
    name: str
    layout: str
    path: Path
    articles: tuple[dict[str, Any], ...]


@dataclass(slots=True)
class Score:
    """Right and all, by field; articles wanted, found and too many; pages with the right number."""

    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    total: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    counted: int = 0
    pages: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, good: bool, note: str) -> None:
        self.total[name] += 1
        self.right[name] += good
        if not good:
            self.misses.append(note)

    def share(self, name: str) -> float:
        if name == "articles":
            return 100 * self.counted / self.pages if self.pages else 100.0
        return 100 * self.right[name] / self.total[name] if self.total[name] else 100.0

    @property
    def aimed(self) -> float:
        """Share of the fields that the aim is for."""
        total = sum(self.total[name] for name in AIMED)
        return 100 * sum(self.right[name] for name in AIMED) / total if total else 100.0

    def merge(self, other: Score) -> None:
        for name in FIELDS:
            self.right[name] += other.right[name]
            self.total[name] += other.total[name]
        self.counted += other.counted
        self.pages += other.pages
        self.misses += other.misses


def gold_pages(which: str) -> list[GoldPage]:
    """Pages of a set, sorted by name; none where the set is not there."""
    found = []
    for path in sorted((HERE / which).glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        page = path.with_name(path.name.removesuffix(".gold.json") + ".html")
        found.append(GoldPage(page.stem, gold["layout"], page, tuple(gold["articles"])))
    return found


def govgraph_articles(raw: bytes, name: str) -> list[Found]:
    """What govgraph reads."""
    page = read_document(Document(name, f"{name}.html", raw, "html"))
    found = []
    for one in page.articles:
        text = [one.text[block.start : block.end] for block in one.blocks if block.kind in _TEXT]
        whole = [one.text[block.start : block.end] for block in one.blocks if block.kind in _WHOLE]
        found.append(
            Found(one.title, one.kicker, one.date, one.authors, str(one.genre), "\n".join(text), "\n".join(whole))
        )
    return found


def trafilatura_articles(raw: bytes, name: str) -> list[Found]:
    """What trafilatura extracts, with its metadata: one article a page, no kicker, no genre."""
    import trafilatura

    found = trafilatura.bare_extraction(raw, with_metadata=True, include_comments=False)
    if found is None:
        return []
    given = found.as_dict()
    authors = tuple(name.strip() for name in (given.get("author") or "").split(";") if name.strip())
    text = given.get("text") or ""
    return [Found(given.get("title") or "", None, given.get("date"), authors, None, text, text)]


def resiliparse_articles(raw: bytes, name: str) -> list[Found]:
    """What resiliparse extracts: the text alone."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(bytes_to_str(raw, detect_encoding(raw)))
    text = extract_plain_text(tree, main_content=True)
    return [Found(tree.title or "", None, None, (), None, text, text)] if text else []


SYSTEMS: dict[str, Callable[[bytes, str], list[Found]]] = {
    "govgraph": govgraph_articles,
    "trafilatura": trafilatura_articles,
    "resiliparse": resiliparse_articles,
}


def present_systems() -> dict[str, Callable[[bytes, str], list[Found]]]:
    """Systems that are installed."""
    from importlib.util import find_spec

    return {name: reads for name, reads in SYSTEMS.items() if find_spec(name) is not None}


def folded(words: str) -> str:
    """Words alone, as they are compared: no marks, no case, single blanks."""
    return " ".join(_WORDS.findall((words or "").casefold().replace("\xad", "")))


def pairs_of(gold: Sequence[dict[str, Any]], found: Sequence[Found]) -> Iterator[tuple[dict[str, Any], Found | None]]:
    """Each wanted article with the found one that holds most of its passages; each found one only once."""
    left = list(found)
    for article in gold:
        passages = [folded(one) for one in (*article["must"], article["first"] or "", article["title"]) if one]
        rated = [
            (sum(one in folded(f"{other.title} {other.whole}") for one in passages), -at)
            for at, other in enumerate(left)
        ]
        best = max(rated, default=(0, 0))
        if best[0] == 0:
            yield article, None
            continue
        yield article, left.pop(-best[1])


def _kind(genre: str | None) -> str | None:
    """Genre with news and reports as one, since telling short ones apart is a matter of taste."""
    return "article" if genre in ("news", "report") else genre


def _begins(text: str, first: str) -> bool:
    """Whether a text begins with words, but for a date, a place or an agency's sign before them."""
    at = text.find(first)
    return at >= 0 and len(text[:at].split()) <= _MOST_BEFORE


def score_page(page: GoldPage, found: Sequence[Found]) -> Score:
    """Compare what was found on a page."""
    score = Score(pages=1, counted=len(found) == len(page.articles))
    if not score.counted:
        score.misses.append(f"{page.name}: {len(found)} articles, not {len(page.articles)}")
    for article, other in pairs_of(page.articles, found):
        where = f"{page.name} / {article['title'][:40]}"
        noted = len(score.misses)
        text = folded(other.text) if other else ""
        whole = folded(other.whole) if other else ""
        for name, wanted, given in (
            ("title", folded(article["title"]), folded(other.title) if other else ""),
            ("kicker", folded(article["kicker"] or ""), folded(other.kicker or "") if other else None),
            ("date", article["date"], other.date if other else "missing"),
            ("authors", sorted(article["authors"]), sorted(other.authors) if other else None),
            ("genre", article["genre"], other.genre if other else None),
            ("kind", _kind(article["genre"]), _kind(other.genre) if other else None),
        ):
            score.add(name, wanted == given, f"{where}: {name} {given!r}, not {wanted!r}")
        if article["first"]:
            good = _begins(text, folded(article["first"]))
            score.add("first", good, f"{where}: begins {text[:60]!r}, not {article['first']!r}")
        if article["last"]:
            good = text.endswith(folded(article["last"]))
            score.add("last", good, f"{where}: ends {text[-60:]!r}, not {article['last']!r}")
        for one in article["must"]:
            score.add("must in", folded(one) in whole, f"{where}: lacks {one!r}")
        for one in article["must_not"]:
            score.add("must not out", other is not None and folded(one) not in whole, f"{where}: has {one!r}")
        if other is None:
            score.misses[noted:] = [f"{where}: not found"]
    return score
