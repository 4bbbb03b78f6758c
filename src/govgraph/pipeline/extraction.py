"""Inputs to records: one page at a time, in this process or in several, in the order of the inputs."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from govgraph.errors import GovgraphError, InputError, RecordError, StageError, VocabularyError
from govgraph.extract import Reader
from govgraph.language.tokens import LONGEST_SENTENCE
from govgraph.model import ArticleRecord, Issue, Page, Record
from govgraph.pipeline.correcting import NO_CORRECTIONS, Corrected, corrected
from govgraph.pipeline.expectations import doubts_about_page, doubts_about_record, words_in
from govgraph.pipeline.inputs import find
from govgraph.pipeline.options import BuildOptions, Progress, silent
from govgraph.pipeline.readings import PageOutcome, Reading
from govgraph.resolve import Corrections, Resolution, rebased
from govgraph.sources import InputRef, read_page
from govgraph.vocabulary import load_vocabulary
from govgraph.vocabulary.layouts import load_layouts

_PAGES_PER_WORKER = 16
"""Below this many pages a further process costs more (its own vocabulary) than it saves."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from all inputs.

    Attributes:
        outcomes: One for each input, in order; their records are as extracted, page by page.
        records: Records of the inputs that could be read, in order, with entities resolved across all of them.
        issues: What could not be done, or was done with a doubt, in the order in which it was met.
    """

    outcomes: tuple[PageOutcome, ...]
    records: tuple[Record, ...]
    issues: tuple[Issue, ...]


def reader_for(options: BuildOptions) -> Reader:
    """The reader for these settings; built once per process, vocabulary, lexicon and base.

    Raises:
        VocabularyError: A lexicon file that is missing, unreadable or breaks the ontology.
    """
    return _reader(options.lexicon_files, lexicon_digests(options.lexicon_files), options.base)


def lexicon_digests(lexicon: Sequence[Path]) -> tuple[str, ...]:
    """SHA-256 of each lexicon file, hexadecimal.

    Raises:
        VocabularyError: A file that cannot be read.
    """
    return tuple(_digest(path) for path in lexicon)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise VocabularyError(f"lexicon {path}: {error.strerror}; give a readable Turtle file") from error


@lru_cache(maxsize=4)
def _reader(lexicon: tuple[Path, ...], digests: tuple[str, ...], base: str) -> Reader:
    # the digests are part of the key only: an edited file must not meet a reader of its former content
    return Reader(load_vocabulary(lexicon), base=base)


def extract_records(
    inputs: Sequence[str], options: BuildOptions | None = None, progress: Progress = silent
) -> Extraction:
    """Read pages and extract what they say.

    Args:
        inputs: Files, folders, globs, addresses, or `-` for standard input.
        options: Settings; the defaults if None.
        progress: Told about each page that is fetched, stage `fetch`, and each that is read, stage `extract`.

    Returns:
        Resolved records in the order of the inputs; an input that fails leaves an issue and does not stop the others.

    Raises:
        VocabularyError: The ontology or a lexicon file cannot be used.
        StageError: Worker processes cannot be started, or the records cannot be resolved.
    """
    options = options or BuildOptions()
    found = find(inputs, options, progress)
    refs, issues = found.refs, found.issues
    reader_for(options)  # a broken lexicon fails here, once, with its own message
    progress("extract", 0, len(refs))
    outcomes: list[PageOutcome] = []
    for outcome in outcomes_of(refs, options):
        outcomes.append(outcome)
        progress("extract", len(outcomes), len(refs))
    read = (outcome.record for outcome in outcomes if outcome.record is not None)
    kept = tuple(sure_enough(record, options.least_confidence) for record in read)
    records, _, unresolved = resolved(kept, options=options)
    met = (issue for outcome in outcomes for issue in outcome.issues)
    return Extraction(tuple(outcomes), records, (*issues, *met, *unresolved))


def resolved(
    records: tuple[Record, ...], corrections: Corrections = NO_CORRECTIONS, options: BuildOptions | None = None
) -> tuple[tuple[Record, ...], Resolution, tuple[Issue, ...]]:
    """Records with the same things under the same IRIs and with corrections applied.

    Returns:
        The records, who is who, and an issue for each record that could not be taken in and each judgement that
        could not be applied.

    Raises:
        CorrectionsError: A judgement is about something unknown.
        StageError: Each record passes alone, and yet they cannot be resolved together.
    """
    options = options or BuildOptions()
    issues: tuple[Issue, ...] = ()

    def correct(some: Sequence[Record]) -> Corrected:
        return corrected(some, corrections, options)

    try:
        done = correct(records)
    except GovgraphError:
        raise
    except Exception:
        records, issues = isolate("resolve", correct, records)
        done = correct(records)
    for record in done.records:
        for article in record.articles:
            article.check()
    return done.records, done.resolution, (*issues, *done.issues)


Task = InputRef | Reading
"""An input to be read, or a page of an earlier build to be read again from its record."""


def outcomes_of(tasks: Sequence[Task], options: BuildOptions) -> Iterator[PageOutcome]:
    """What becomes of each page, in order; in several processes where that pays."""
    workers = _workers(options.workers, len(tasks))
    if workers > 1:
        return _in_processes(tasks, options, workers)
    return (read_task(task, options) for task in tasks)


def read_task(task: Task, options: BuildOptions) -> PageOutcome:
    """Read an input, or again what an earlier build has read."""
    return read_one(task, options) if isinstance(task, InputRef) else _reread(task, options)


def _workers(wanted: int, pages: int) -> int:
    if wanted:
        return min(wanted, pages)
    available = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return min(available, pages // _PAGES_PER_WORKER)


def _ready() -> bool:
    return True


def _in_processes(tasks: Sequence[Task], options: BuildOptions, workers: int) -> Iterator[PageOutcome]:
    """Outcomes in the order of `tasks`; a page that kills its process is tried once more, alone, then given up."""
    with _pool(workers, options) as pool:
        try:
            pool.submit(_ready).result()
        except BrokenProcessPool as error:
            raise StageError(
                "worker processes end as they start; call from under `if __name__ == '__main__':` or set workers to 1"
            ) from error
        futures: list[Future[PageOutcome]] = []
        # a process that died may break the pool while pages are still being handed in; the rest is read alone below
        with suppress(BrokenProcessPool):
            for task in tasks:
                futures.append(_here(task, options) if _is_piped(task) else pool.submit(read_task, task, options))
        for position, task in enumerate(tasks):
            try:
                if position < len(futures):
                    yield futures[position].result()
                    continue
            except BrokenProcessPool:
                pass
            yield _alone(task, options)


def _is_piped(task: Task) -> bool:
    return isinstance(task, InputRef) and task.path is None


def _here(task: Task, options: BuildOptions) -> Future[PageOutcome]:
    """Standard input belongs to this process: no other can read it."""
    future: Future[PageOutcome] = Future()
    future.set_result(read_task(task, options))
    return future


def _alone(task: Task, options: BuildOptions) -> PageOutcome:
    with _pool(1, options) as pool:
        try:
            return pool.submit(read_task, task, options).result()
        except BrokenProcessPool:
            message = "the process that read it was ended (out of memory?); split the page or leave it out"
            return _failed(task, Issue(task.source, "extract", "error", "process-ended", message))


def _pool(workers: int, options: BuildOptions) -> ProcessPoolExecutor:
    # never fork: the caller may have threads (a progress bar, a store), which a forked child must not inherit
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_warm_up, initargs=(options,))


def _warm_up(options: BuildOptions) -> None:
    reader_for(options)


def read_one(ref: InputRef, options: BuildOptions) -> PageOutcome:
    """Read one input and extract from it; never raises for what the page holds."""
    page = page_or_issue(ref, options)
    return _failed(ref, page) if isinstance(page, Issue) else read_loaded(page, options)


def page_or_issue(ref: InputRef, options: BuildOptions) -> Page | Issue:
    """The page of one input, or why there is none; never raises for what the page holds."""
    try:
        return read_page(ref, base=options.base, layouts=load_layouts(options.lexicon_files))
    except InputError as error:
        return Issue(ref.source, "sources", "error", _code(error), str(error))
    except Exception as error:
        return _stage_failed(ref.source, "sources", error)


def read_loaded(page: Page, options: BuildOptions) -> PageOutcome:
    """Extract from a page that is at hand; never raises for what the page holds."""
    words = words_in(page.text)
    return _extracted(page, words, [*page.issues, *doubts_about_page(page)], options)


def _reread(reading: Reading, options: BuildOptions) -> PageOutcome:
    """Extract again from the articles that a record holds; what was said of the page's form still holds."""
    before = reading.outcome
    if before.record is None:
        return before
    articles = tuple(one.article for one in before.record.articles)
    page = Page(before.name, before.source, "", before.sha256 or "", "utf-8", articles)
    issues = [issue for issue in before.issues if issue.stage == "sources"]
    done = _extracted(page, before.words, issues, options)
    return replace(done, sha256=before.sha256)


def _extracted(page: Page, words: int, issues: list[Issue], options: BuildOptions) -> PageOutcome:
    articles = []
    for article in _read_articles(page, options, issues):
        try:
            article.check()
        except RecordError as error:
            issues.append(Issue(page.source, "extract", "error", "broken-record", str(error)))
        else:
            articles.append(rebased(article, options.base))
    record = Record(page.name, page.source, tuple(articles))
    issues += [_in_jest(page.source, one.title) for one in page.articles if reader_for(options).jests(one)]
    issues += [_parted(page.source, one.title) for one in page.articles if reader_for(options).parts(one)]
    issues += doubts_about_record(record, words)
    return PageOutcome(page.name, page.source, page.sha256, words, record, tuple(issues))


def _in_jest(source: str, title: str) -> Issue:
    message = f"{source}: {title!r} is satire by its kicker or headline; nothing is read from it"
    return Issue(source, "extract", "note", "satire", message)


def _parted(source: str, title: str) -> Issue:
    message = (
        f"{source}: {title!r} has a sentence of more than {LONGEST_SENTENCE:,} characters; it is read in parts, "
        "so that what its beginning says of its end is not seen; set full stops or line ends where they are missing"
    )
    return Issue(source, "extract", "warning", "long-sentence", message)


def _read_articles(page: Page, options: BuildOptions, issues: list[Issue]) -> Iterable[ArticleRecord]:
    reader = reader_for(options)
    try:
        return reader.read(page).articles
    except Exception:
        pass
    # one article of many failed: read the others without it
    articles: list[ArticleRecord] = []
    for article in page.articles:
        try:
            articles += reader.read(replace(page, articles=(article,))).articles
        except Exception as error:
            issues.append(_stage_failed(page.source, "extract", error, article.title))
    return articles


def sure_enough(record: Record, least: float) -> Record:
    """A record without offices and facts whose confidence is below `least`."""
    if least <= 0.0:
        return record
    articles = (
        replace(
            one,
            offices=tuple(office for office in one.offices if office.confidence >= least),
            facts=tuple(fact for fact in one.facts if fact.confidence >= least),
        )
        for one in record.articles
    )
    return replace(record, articles=tuple(articles))


def _failed(task: Task, issue: Issue) -> PageOutcome:
    name = task.name if isinstance(task, InputRef) else task.outcome.name
    return PageOutcome(name, task.source, None, 0, None, (issue,))


def _code(error: InputError) -> str:
    return str(getattr(error, "code", "") or "unreadable")


def _stage_failed(source: str, stage: str, error: Exception, title: str = "") -> Issue:
    where = f" in {title!r}" if title else ""
    text = " ".join(str(error).split()) or "no message"
    message = f"{type(error).__name__}{where}: {text}; the rest is built, report the page with this line"
    return Issue(source, stage, "error", "stage-failed", message)


def isolate(
    stage: str, function: Callable[[Sequence[Record]], object], records: Sequence[Record]
) -> tuple[tuple[Record, ...], tuple[Issue, ...]]:
    """Records without those on which a stage that takes all records fails, and an issue for each of these.

    Raises:
        StageError: Each record passes alone, and yet the stage fails on all of them.
    """
    kept, issues = [], []
    for record in records:
        try:
            function((record,))
        except Exception as error:
            issues.append(_stage_failed(record.source, stage, error))
        else:
            kept.append(record)
    if not issues:
        raise StageError(f"stage {stage} fails on all records together, though on none alone; see --debug")
    return tuple(kept), tuple(issues)
