"""How inputs would be read, without reading anything from them: what `govgraph sources` shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govgraph.model import Article, Issue, Page
from govgraph.pipeline.expectations import doubts_about_page
from govgraph.pipeline.extraction import page_or_issue
from govgraph.pipeline.inputs import find
from govgraph.pipeline.options import BuildOptions, Progress, silent
from govgraph.sources import InputRef, format_at


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A document as it would be read.

    Attributes:
        source: Where it came from.
        name: Name of its page.
        held_in: Format of the file that holds it among others, or None.
        page: What was made of it, or None where it cannot be read.
        issues: What was amiss.
    """

    source: str
    name: str
    held_in: str | None
    page: Page | None
    issues: tuple[Issue, ...]

    @property
    def format(self) -> str:
        """Format, with that of the file around it."""
        own = self.page.format if self.page is not None else ""
        return " › ".join(part for part in (self.held_in, own) if part)

    def told(self, article: Article) -> tuple[str, ...]:
        """Names of the values of an article that came with it and were not found in its text."""
        told = self.page.told if self.page is not None else ()
        return told[article.index] if article.index < len(told) else ()


@dataclass(frozen=True, slots=True)
class Survey:
    """Documents in the order of the inputs, and all that was amiss."""

    documents: tuple[Surveyed, ...]
    issues: tuple[Issue, ...]


def survey(inputs: Sequence[str], options: BuildOptions | None = None, progress: Progress = silent) -> Survey:
    """Take inputs apart into their articles, and nothing more.

    Args:
        inputs: Files, folders, globs, addresses, or `-` for standard input.
        options: Settings; of these the lexicon counts, for its marks of layouts, and how addresses are fetched.
        progress: Told about each page that is fetched, stage `fetch`, and each document, stage `extract`.

    Raises:
        InputError: There is no folder to keep in what is fetched.
        StoreError: That folder cannot be written.
        VocabularyError: A lexicon file cannot be used.
    """
    options = options or BuildOptions()
    found = find(inputs, options, progress)
    refs, issues = found.refs, found.issues
    documents: list[Surveyed] = []
    progress("extract", 0, len(refs))
    for ref in refs:
        documents.append(_surveyed(ref, options))
        progress("extract", len(documents), len(refs))
    met = (issue for one in documents for issue in one.issues)
    return Survey(tuple(documents), (*issues, *met))


def _surveyed(ref: InputRef, options: BuildOptions) -> Surveyed:
    held_in = format_at(ref.path) if ref.path is not None and ref.member is not None else None
    outer = held_in.name if held_in is not None else None
    page = page_or_issue(ref, options)
    if isinstance(page, Issue):
        return Surveyed(ref.source, ref.name, outer, None, (page,))
    return Surveyed(ref.source, ref.name, outer, page, (*page.issues, *doubts_about_page(page)))
