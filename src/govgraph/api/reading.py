"""Pages in, a record or a graph out."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from govgraph.api.graph import Graph
from govgraph.errors import InputError, StageError
from govgraph.model import Record
from govgraph.pipeline import BuildOptions, extract_records
from govgraph.pipeline import build as run_build
from govgraph.pipeline import merge as run_merge
from govgraph.pipeline.extraction import read_loaded, sure_enough
from govgraph.pipeline.options import StrPath
from govgraph.resolve import resolve
from govgraph.sources import read_string
from govgraph.vocabulary.layouts import load_layouts


def extract(text_or_path: StrPath, options: BuildOptions | None = None) -> Record:
    r"""Read one page.

    Args:
        text_or_path: A `Path`, or a string: a path if it is one line and names a file that is there, else a page:
            HTML, a mail or Markdown with front matter if it begins so, else plain text.
        options: Settings; the defaults if None.

    Returns:
        The page's articles with their entities, offices and facts; every one of these carries its evidence, and
        `article.text[evidence.start:evidence.end] == evidence.quote`.

    Raises:
        InputError: The file cannot be read as a page.
        StageError: Extraction failed on the whole page.

    >>> page = "Ein Titel\n\n[18.11.2024] Das Land Hessen setzt das Onlinezugangsgesetz um.\n"
    >>> [entity.name for entity in extract(page).articles[0].entities]
    ['Hessen', 'Onlinezugangsgesetz']
    """
    options = options or BuildOptions()
    path = _path_of(text_or_path)
    if path is None:
        outcome = read_loaded(
            read_string(str(text_or_path), base=options.base, layouts=load_layouts(options.lexicon_files)), options
        )
        found = outcome.record
        records = resolve((sure_enough(found, options.least_confidence),)) if found is not None else ()
        issues = outcome.issues
    else:
        extraction = extract_records([str(path)], options)
        records, issues = extraction.records, extraction.issues
    failed = [issue for issue in issues if issue.level == "error"]
    if failed and failed[0].stage == "sources":
        raise InputError(failed[0].message)
    if failed or not records:
        raise StageError(failed[0].message if failed else "no page was read; give the text of one page, or its file")
    return records[0]


def _path_of(text_or_path: StrPath) -> Path | None:
    if not isinstance(text_or_path, str):
        return Path(text_or_path)
    if "\n" in text_or_path or not text_or_path.strip():
        return None
    try:
        return Path(text_or_path) if Path(text_or_path).is_file() else None
    except (OSError, ValueError):
        # too long for a file name, or with characters that none has: so it is text
        return None


def build(inputs: StrPath | Sequence[StrPath], out: StrPath, options: BuildOptions | None = None) -> Graph:
    """Read pages, fill a folder and open the graph in it.

    Args:
        inputs: Files, folders, globs or addresses, or one of these.
        out: Output folder, filled as by `govgraph build`; a former output is replaced as a whole.
        options: Settings; the defaults if None.

    Returns:
        The graph. What was amiss stands in `out/issues.jsonl`.

    Raises:
        InputError: Not one input could be read.
        VocabularyError: The ontology or a lexicon file cannot be used.
        StageError: A stage failed on all pages together.
        StoreError: `out` cannot be written, or holds files that no build wrote.
    """
    given = [inputs] if isinstance(inputs, str | PathLike) else list(inputs)
    result = run_build([str(one) for one in given], Path(out), options)
    if not result.counts.pages:
        first = result.issues[0].message if result.issues else "no input was given"
        raise InputError(f"not one page was read: {first}")
    return Graph.open(out)


def merge(folders: Sequence[StrPath], out: StrPath, options: BuildOptions | None = None) -> Graph:
    """Join output folders into one, as if all their pages had been built in one place, and open the graph in it.

    Args:
        folders: Output folders of `govgraph build`, two or more, in any order.
        out: Output folder; it may be one of these.
        options: Settings; the base is that of the folders, and what is left open is taken from them.

    Returns:
        The graph. Judgements that contradict each other, and pages in two versions, stand in `out/issues.jsonl`.

    Raises:
        InputError: Fewer than two folders are given, or their graphs stand under two bases.
        StoreError: One is no output folder, or `out` holds what none of them does, or cannot be written.
        CorrectionsError: A file of corrections cannot be used.
        VocabularyError: A lexicon that a graph was read with is gone.
    """
    run_merge([Path(one) for one in folders], Path(out), options)
    return Graph.open(out)
