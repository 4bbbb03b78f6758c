"""Quotes that a graph leaves out, filled again from the pages that it was read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pyoxigraph import Literal, NamedNode, Quad

from govgraph.export.rdf import base_of
from govgraph.model import Issue, Page
from govgraph.pipeline.extraction import page_or_issue
from govgraph.pipeline.inputs import find
from govgraph.pipeline.options import BuildOptions, Progress, silent
from govgraph.pipeline.redaction import text_digest
from govgraph.rdf import GraphReader, quote_digest, whole_quotes
from govgraph.rdf import namespaces as ns
from govgraph.rdf.literals import clean
from govgraph.rdf.quotes import WORDS_DIGEST, WORDS_LENGTH
from govgraph.sources import STANDARD_INPUT, is_url, ref_of


class Lack(StrEnum):
    """Why words could not be filled, or not where they stood."""

    MISSING = "missing"
    """The article is not among the sources."""
    CHANGED = "changed"
    """The article is there, the words are not."""
    MOVED = "moved"
    """The words are there, at another place: the page has changed around them."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of an article that are not, or not any more, where the graph says.

    Attributes:
        lack: What is the matter.
        article: IRI.
        title: Its headline.
        date: Its date as precise as known, or an empty string.
        where: Its address, else the path that it was read from.
        start: First code point, counted in the text that the graph was made of; None for the words of a judgement.
        end: One past the last.
    """

    lack: Lack
    article: str
    title: str
    date: str
    where: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Rehydration:
    """What has become of the quotes of a graph.

    Attributes:
        quads: The graph with what could be filled.
        filled: Number of quotes that are whole now.
        gaps: What is not as it was, by article and place.
        texts: Digest → text of each article that the sources hold.
        quotes: Digest → each quote that is whole now.
        issues: What was amiss with the sources.
    """

    quads: tuple[Quad, ...]
    filled: int
    gaps: tuple[Gap, ...]
    texts: dict[str, str]
    quotes: dict[str, str]
    issues: tuple[Issue, ...]

    @property
    def complete(self) -> bool:
        """Whether all words are there, wherever they stand now."""
        return all(gap.lack is Lack.MOVED for gap in self.gaps)


@dataclass(frozen=True, slots=True)
class _Found:
    """An article of the sources; `page` is the text of its page."""

    id: str
    source: str
    url: str
    title: str
    date: str
    text: str
    page: str


@dataclass(slots=True)
class _Wanted:
    """An article of the graph."""

    iri: str
    digest: str = ""
    url: str = ""
    title: str = ""
    date: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    digest: str
    start: int
    end: int


def rehydrate(
    store: GraphReader,
    inputs: Sequence[str] = (),
    options: BuildOptions | None = None,
    progress: Progress = silent,
    *,
    fetch: bool = False,
) -> Rehydration:
    """Read sources again and fill the quotes of a graph.

    An article is found by the digest of its text; else by its IRI, its address, its title on the same page, or title
    and date. Words are taken where they stand, if their digest fits; else wherever they stand in the article or on its
    page. What is filled is verbatim in every case.

    Args:
        store: The graph.
        inputs: Files, folders, globs, addresses; none for the sources that the graph names.
        options: Lexicon, for layouts of pages, and how addresses are fetched; the defaults if None.
        progress: Told about each page that is fetched, stage `fetch`, or read, stage `extract`.
        fetch: Fetch also addresses that only the graph names; else they are looked up among what was fetched before.
    """
    wanted = _articles(store)
    options = replace(options or BuildOptions(), base=base_of(store))
    given = inputs
    if not inputs:
        given = sorted({source for one in wanted.values() for source in one.sources} - {STANDARD_INPUT})
        if not fetch:
            options = replace(options, web=replace(options.web, offline=True))
    pages, issues = _pages(given, options, progress)
    library = _Library(pages)
    found: dict[str, str] = {}
    gaps: list[Gap] = []
    for article, places in _places(store).items():
        one = wanted.get(article, _Wanted(article))
        for iri, words in places:
            quote, lack = library.words(one, words)
            if quote is not None:
                found[iri] = quote
            if lack is not None:
                gaps.append(_gap(lack, one, words.start, words.end))
    judged, unjudged = _judged(store, wanted, library)
    gaps += unjudged
    return Rehydration(
        tuple(whole_quotes(store.match(), found, judged)),
        len(found),
        tuple(sorted(gaps, key=lambda gap: (gap.date, gap.article, gap.start or 0, gap.end or 0, gap.lack))),
        {text_digest(one.text): one.text for one in library.articles},
        {quote_digest(quote): quote for quote in found.values()},
        tuple(issues),
    )


def _gap(lack: Lack, one: _Wanted, start: int | None, end: int | None) -> Gap:
    where = one.url or (one.sources[0] if one.sources else "")
    return Gap(lack, one.iri, one.title, one.date, where, start, end)


def _pages(given: Sequence[str], options: BuildOptions, progress: Progress) -> tuple[list[Page], list[Issue]]:
    # a source that a graph names may lie within a file, which no input can say
    within = [ref_of(one) for one in given if not is_url(one) and "!/" in one]
    found = find([one for one in given if is_url(one) or "!/" not in one], options, progress)
    pages: list[Page] = []
    remarks = list(found.issues)
    tasks = [*found.refs, *within]
    progress("extract", 0, len(tasks))
    for done, ref in enumerate(tasks, start=1):
        page = page_or_issue(ref, options)
        if isinstance(page, Issue):
            remarks.append(page)
        else:
            pages.append(page)
        progress("extract", done, len(tasks))
    return pages, remarks


def _articles(store: GraphReader) -> dict[str, _Wanted]:
    wanted: dict[str, _Wanted] = {}
    for quad in store.match(None, ns.TYPE, ns.gov("Article")):
        if isinstance(quad.subject, NamedNode):
            wanted[quad.subject.value] = _Wanted(quad.subject.value)
    names = {
        ns.gov("textDigest"): "digest",
        ns.URL: "url",
        ns.HEADLINE: "title",
        ns.DATE_PUBLISHED: "date",
    }
    for predicate, name in names.items():
        for quad in store.match(None, predicate):
            if (
                isinstance(quad.subject, NamedNode)
                and isinstance(quad.object, Literal)
                and quad.subject.value in wanted
            ):
                setattr(wanted[quad.subject.value], name, quad.object.value)
    for quad in store.match(None, ns.gov("source")):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal) and quad.subject.value in wanted:
            one = wanted[quad.subject.value]
            one.sources = tuple(sorted({*one.sources, quad.object.value}))
    return wanted


def _places(store: GraphReader) -> dict[str, list[tuple[str, _Words]]]:
    """Article → its evidence, each with the place of its words, in order."""
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for name in ("quoteDigest", "start", "end", "article"):
        for quad in store.match(None, ns.gov(name)):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                told[quad.subject.value][name] = quad.object.value
    places: dict[str, list[tuple[str, _Words]]] = defaultdict(list)
    for iri, about in sorted(told.items()):
        if "quoteDigest" in about and "article" in about:
            words = _Words(about["quoteDigest"], int(about.get("start", 0)), int(about.get("end", 0)))
            places[about["article"]].append((iri, words))
    return places


def _judged(
    store: GraphReader, wanted: dict[str, _Wanted], library: _Library
) -> tuple[dict[str, frozenset[str]], list[Gap]]:
    """Words that judgements name, by IRI of the judgement, where all of them are found; and what is not."""
    digests: dict[str, set[str]] = defaultdict(set)
    for quad in store.match(None, WORDS_DIGEST):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            digests[quad.subject.value].add(quad.object.value)
    judged: dict[str, frozenset[str]] = {}
    gaps: list[Gap] = []
    for iri, some in sorted(digests.items()):
        node = NamedNode(iri)
        article = next(
            (q.object.value for q in store.match(node, ns.DERIVED_FROM) if isinstance(q.object, NamedNode)), ""
        )
        one = wanted.get(article) or _Wanted(
            article,
            sources=tuple(q.object.value for q in store.match(node, ns.SOURCE) if isinstance(q.object, Literal)),
        )
        lengths = {int(q.object.value) for q in store.match(node, WORDS_LENGTH) if isinstance(q.object, Literal)}
        found = library.anywhere(one, some, lengths)
        if len(found) == len(some):
            judged[iri] = frozenset(found.values())
        else:
            gaps.append(_gap(Lack.CHANGED if library.texts_of(one) else Lack.MISSING, one, None, None))
    return judged, gaps


class _Library:
    """The articles of the sources, by all that can name them."""

    def __init__(self, pages: Iterable[Page]) -> None:
        found = [
            _Found(
                one.id,
                page.source,
                one.url or "",
                one.title,
                one.date or "",
                clean(one.text),
                clean(page.text),
            )
            for page in pages
            for one in page.articles
        ]
        self.articles = tuple(sorted(found, key=lambda one: (one.source, one.id, one.text)))
        self._by: dict[tuple[str, ...], list[_Found]] = defaultdict(list)
        self._pages: dict[str, str] = {one.source: clean(one.text) for one in pages}
        for one in self.articles:
            about = _Wanted(one.id, text_digest(one.text), one.url, one.title, one.date, (one.source,))
            for key in _keys(about):
                self._by[key].append(one)

    def texts_of(self, wanted: _Wanted) -> list[str]:
        """Texts in which the words of an article may stand, the likeliest first: its own, then its whole page."""
        found = [one for key in _keys(wanted) for one in self._by.get(key, ())]
        pages = [self._pages[source] for source in wanted.sources if source in self._pages]
        return list(dict.fromkeys([*(one.text for one in found), *(one.page for one in found), *pages]))

    def words(self, wanted: _Wanted, words: _Words) -> tuple[str | None, Lack | None]:
        """The words at their place, or wherever they stand now, and what is the matter with them."""
        texts = self.texts_of(wanted)
        if not texts:
            return None, Lack.MISSING
        there = texts[0][words.start : words.end]
        if quote_digest(there) == words.digest:
            return there, None
        found = self.anywhere(wanted, {words.digest}, {words.end - words.start}, near=words.start)
        return (found[words.digest], Lack.MOVED) if found else (None, Lack.CHANGED)

    def anywhere(
        self, wanted: _Wanted, digests: Iterable[str], lengths: Iterable[int], near: int = 0
    ) -> dict[str, str]:
        """Words by digest, of these lengths, in the texts of an article; the nearest to where they stood first."""
        left = set(digests)
        found: dict[str, str] = {}
        for text in self.texts_of(wanted):
            for length in sorted(lengths):
                for window in _windows(text, length, near):
                    if not left:
                        return found
                    digest = quote_digest(window)
                    if digest in left:
                        left.remove(digest)
                        found[digest] = window
        return found


def _keys(one: _Wanted) -> Iterator[tuple[str, ...]]:
    """Names of an article, the surest first."""
    if one.digest:
        yield "digest", one.digest
    yield "iri", one.iri
    if one.url:
        yield "url", one.url.partition("#")[0].rstrip("/")
    if one.title:
        for source in one.sources:
            yield "place", source, one.title
        yield "title", one.title, one.date


def _windows(text: str, length: int, near: int) -> Iterator[str]:
    """All stretches of a length, those that begin nearest to a place first. Words do not begin with white space."""
    if length <= 0:
        return
    starts = range(max(len(text) - length + 1, 0))
    for start in sorted(starts, key=lambda one: (abs(one - near), one)):
        if not text[start].isspace():
            yield text[start : start + length]
