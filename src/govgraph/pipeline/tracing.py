"""How pages are read, told sentence by sentence: for whoever asks why something was read, or was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govgraph.extract.tracing import TracedSentence, trace
from govgraph.model import Issue, Page
from govgraph.pipeline.extraction import page_or_issue, reader_for
from govgraph.pipeline.inputs import find
from govgraph.pipeline.options import BuildOptions


@dataclass(frozen=True, slots=True)
class TracedArticle:
    """An article and how its sentences were read.

    Attributes:
        source: Path or address of its page.
        title: Its headline.
        date: Its date as precise as known, or None.
        sentences: Its sentences, in their order; none for one that is not read (not German, or satire).
    """

    source: str
    title: str
    date: str | None
    sentences: tuple[TracedSentence, ...]


def traced(page: Page, options: BuildOptions | None = None) -> tuple[TracedArticle, ...]:
    """How the articles of a page are read.

    Args:
        page: A page from `govgraph.sources`.
        options: Settings; the defaults if None.

    Raises:
        VocabularyError: The ontology or a lexicon file cannot be used.
    """
    reader = reader_for(options or BuildOptions())
    return tuple(TracedArticle(page.source, one.title, one.date, trace(reader, one)) for one in page.articles)


def trace_inputs(inputs: Sequence[str], options: BuildOptions) -> Iterator[TracedArticle | Issue]:
    """How the articles of inputs are read, page by page, and what is amiss with an input.

    Args:
        inputs: Files, folders, globs, or `-` for standard input.
        options: Settings.

    Raises:
        InputError: There is no folder to keep in what is fetched.
        VocabularyError: The ontology or a lexicon file cannot be used.
    """
    found = find(inputs, options)
    yield from found.issues
    for ref in found.refs:
        page = page_or_issue(ref, options)
        if isinstance(page, Issue):
            yield page
        else:
            yield from traced(page, options)
