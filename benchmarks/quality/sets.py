"""The sets of annotated pages, where they are, and what makes them the same as last time."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from govgraph.evaluation import load_gold
from govgraph.model import Page
from govgraph.sources import expand, read_page

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared" / "gold"
_RELEASE = re.compile(r"\b(?:presse|medien)(?:mitteilung|information|dienst)", re.IGNORECASE)
_TOP = 400


@dataclass(frozen=True, slots=True)
class PageSet:
    """A folder of pages with annotations.

    Attributes:
        name: Short name, as in `floors.json`.
        folder: Where it is.
        closed: Whether only totals may be shown: nobody learns from single errors on it.
        title: What it is, for tables.
    """

    name: str
    folder: Path
    closed: bool
    title: str

    @property
    def present(self) -> bool:
        """Whether it is there: two of the sets stand beside the checkout and not in it."""
        return any(self.folder.glob("*.gold.json"))

    def gold(self) -> dict[str, Any]:
        """Annotations by name of the page."""
        return load_gold(self.folder)

    def text(self, page: str) -> str:
        """Text of a page."""
        return (self.folder / f"{page}.txt").read_text(encoding="utf-8")

    def page(self, page: str) -> Page:
        """A page as it is read."""
        refs, _ = expand([str(self.folder / f"{page}.txt")])
        return read_page(refs[0])

    def digest(self) -> str:
        """SHA-256 over the names, texts and annotations, hexadecimal; white space in the JSON does not count."""
        together = hashlib.sha256()
        for page, annotated in self.gold().items():
            canonical = json.dumps(annotated, ensure_ascii=False, sort_keys=True)
            together.update(f"{page}\0{self.text(page)}\0{canonical}\0".encode())
        return together.hexdigest()


SETS = (
    PageSet("examples", ROOT / "examples", closed=False, title="examples"),
    PageSet("real", SHARED, closed=False, title="real page"),
    PageSet("dev", SHARED / "dev", closed=False, title="dev"),
    PageSet("open", HERE / "pages" / "open", closed=False, title="open pages"),
    PageSet("set-aside", HERE / "pages" / "set-aside", closed=True, title="pages set aside"),
    PageSet("later", HERE / "pages" / "later", closed=True, title="later pages"),
)


def layout_of(text: str, annotations: Any) -> str:
    """Layout of a page: what stands on it and what it looks like, told from its text and heads alone."""
    genres = [article.get("genre") for article in annotations.get("articles", [])]
    if len(genres) > 1:
        return "teaser list" if all(genre == "teaser" for genre in genres) else "article with teasers"
    if _RELEASE.search(text[:_TOP]):
        return "press release"
    return "interview" if "interview" in genres else "single article"
