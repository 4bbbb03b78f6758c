"""The whole way: inputs to an output folder."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from govgraph.errors import GovgraphError, InputError, StageError
from govgraph.export import export
from govgraph.model import Issue, Quotes, Record
from govgraph.pipeline.expectations import doubts_about_graph
from govgraph.pipeline.extraction import isolate, lexicon_digests, reader_for, resolved, sure_enough
from govgraph.pipeline.gathering import Gathered, gather
from govgraph.pipeline.inputs import Found, find
from govgraph.pipeline.manifest import as_before, manifest, options_of, same_options, write_manifest
from govgraph.pipeline.options import BuildOptions, Progress, silent
from govgraph.pipeline.output import (
    former_output,
    issue_line,
    private_folder,
    replace_issues,
    settle,
    staged,
    write_issues,
    write_records,
    writing,
)
from govgraph.pipeline.readings import Reading, chosen_articles, load_readings, write_readings
from govgraph.pipeline.redaction import kept_in
from govgraph.pipeline.result import BuildResult, Counts, count
from govgraph.pipeline.updates import refuse_updates
from govgraph.query import conflict_quads, conflicts, to_networkx
from govgraph.rdf import GraphOptions, build_quads, distinct_articles, load_corrections, with_quotes
from govgraph.rdf import namespaces as ns
from govgraph.resolve import Corrections, Resolution, article_judgements, find_versions
from govgraph.sources import is_url
from govgraph.store import DiskStore, GraphStore, MemoryStore

STAGES = ("fetch", "extract", "resolve", "graph", "store", "export", "view")
"""Stages in their order, as told to a `Progress`."""


class Clock:
    """Seconds by stage, for the summary only.

    Args:
        progress: Told about each stage.
    """

    def __init__(self, progress: Progress) -> None:
        self.seconds: dict[str, float] = {}
        self._progress = progress

    @contextmanager
    def stage(self, name: str, *, counted: bool = False) -> Iterator[None]:
        """Time a stage; what goes wrong in it becomes a `StageError` that names it."""
        if not counted:
            self._progress(name, 0, 1)
        begin = time.perf_counter()
        try:
            yield
        except GovgraphError:
            raise
        except Exception as error:
            text = " ".join(str(error).split()) or "no message"
            message = f"stage {name} failed ({type(error).__name__}: {text}); nothing was changed, try --debug"
            raise StageError(message) from error
        finally:
            self.seconds[name] = time.perf_counter() - begin
        if not counted:
            self._progress(name, 1, 1)


def build(
    inputs: Sequence[str], out: Path, options: BuildOptions | None = None, progress: Progress = silent
) -> BuildResult:
    """Read what is new or changed and fill a folder with the graph of all that was read into it.

    The graph, the records and the view hang on the set of pages alone: they are the same bytes whether the pages came
    in one build or in many, and whatever was read and removed in between.

    Args:
        inputs: Files, folders, globs, addresses, or `-` for standard input; none to build again from what is there.
        out: Output folder. Takes `graph.ttl`, `graph.trig`, `network.html`, `records/`, `readings/`, `store/`,
            `issues.jsonl` and `manifest.json`; they are put in place together, when all is written. Unless quotes are
            whole, `readings/` goes to the private folder.
        options: Settings; the defaults if None. Lexicon, least confidence, corrections and quotes that they leave open
            are those of the graph that is there.
        progress: Told about each page that is read, and each stage.

    Returns:
        What was found. An input that cannot be read, or on which a stage fails, is an issue; the rest is built, and
        what was read of it before is kept. If not one input can be read, nothing is built: a former output in `out`
        is kept and only its `issues.jsonl` is new; without one nothing is written.

    Raises:
        InputError: No input is given and none was read before, or what was read stands under another base.
        CorrectionsError: The file of corrections cannot be used.
        VocabularyError: The ontology or a lexicon file cannot be used; that of the graph that is there may be gone.
        StageError: A stage failed on all pages together.
        StoreError: `out` cannot be written, is written by another command, holds files that no build wrote, damaged
            readings, or a store that others have changed; or what is fetched cannot be kept.
    """
    options = options or BuildOptions()
    clock = Clock(progress)
    settle(out)
    if not inputs and not former_output(out):
        raise InputError(f"nothing to build: {out} holds no pages of an earlier build; name files or folders")
    found = found_inputs(inputs, as_before(out, options), clock, progress)
    with writing(out):
        return build_found(found, out, options, clock, progress)


def found_inputs(inputs: Sequence[str], options: BuildOptions, clock: Clock, progress: Progress) -> Found:
    """Pages of the inputs. While they are fetched, others may work on the graph."""
    if not any(is_url(one) for one in inputs):
        return find(inputs, options)
    reader_for(options)  # a broken lexicon fails before anything is fetched
    with clock.stage("fetch", counted=True):
        return find(inputs, options, progress)


def build_found(  # noqa: PLR0913 - a build whose inputs are at hand
    found: Found, out: Path, options: BuildOptions, clock: Clock, progress: Progress = silent, *, lazy: bool = False
) -> BuildResult:
    """Build from pages that are found already; see `build`. The caller holds `out` by `writing`.

    Args:
        found: Pages.
        out: Output folder.
        options: Settings.
        clock: Takes the time of stages.
        progress: Told about each page that is read.
        lazy: Leave the output as it is if all would come out as it is.

    Raises:
        GovgraphError: As for `build`.
    """
    there = former_output(out)
    if not options.drop_updates:
        refuse_updates(out)
    options = as_before(out, options)
    corrections = load_corrections(corrections_path(out, options))
    former = load_readings(out) if there and not options.fresh else {}
    if not found.given and not former:
        raise InputError(f"nothing to build: {out} holds no pages of an earlier build; name files or folders")
    with clock.stage("extract", counted=True):
        gathered = gather(found, former, options, progress)
    if found.given and not gathered.readable and (there or not lazy):
        if there:
            replace_issues(out, gathered.issues)
        counts = _counts(gathered.readings, (), 0)
        return BuildResult(out, counts, gathered.issues, gathered.changes, clock.seconds, kept=True)
    if lazy and there and _as_it_is(gathered, former, out, options):
        counts = _counts(gathered.readings, (), 0)
        return BuildResult(out, counts, gathered.issues, gathered.changes, clock.seconds, idle=True)
    with staged(out, apart=lies_apart(options)) as folder:
        return fill(folder, out, gathered, corrections, options, clock)


def _as_it_is(gathered: Gathered, former: Mapping[str, Reading], out: Path, options: BuildOptions) -> bool:
    """Whether a build would give what is there."""
    if gathered.readings != tuple(former[source] for source in sorted(former)):
        return False
    if not same_options(out, options):
        return False
    corrections = corrections_path(out, options)
    try:
        judged = corrections.exists() and corrections.stat().st_mtime >= (out / "manifest.json").stat().st_mtime
        lines = (out / "issues.jsonl").read_bytes().splitlines()
    except OSError:
        return False
    ours = [issue_line(issue).encode("utf-8", "backslashreplace") for issue in gathered.issues]
    more = [json.loads(line)["stage"] for line in lines[len(ours) :]]
    return not judged and lines[: len(ours)] == ours and "sources" not in more


def remove(
    names: Sequence[str], out: Path, options: BuildOptions | None = None, progress: Progress = silent
) -> tuple[tuple[str, ...], BuildResult]:
    """Take articles out of a graph, with all that only they support.

    They stay out when their pages are built again, until `BuildOptions.restore` calls them back.

    Args:
        names: Each an IRI of an article or the end of one, its exact title, a page (name or source) for all
            articles on it.
        out: Output folder of a build.
        options: Settings; those of the build that filled `out` if None.
        progress: Told about each stage.

    Returns:
        IRIs of the articles that were taken out, sorted, and what the graph holds now.

    Raises:
        NotFoundError: A name fits no article, or is the title of several; nothing is changed.
        VocabularyError: A lexicon file that the graph was read with is gone.
        StoreError: `out` holds no build.
    """
    with writing(out):
        options = as_before(out, options or options_of(out))
        clock = Clock(progress)
        refuse_updates(out)
        corrections = load_corrections(corrections_path(out, options))
        former = load_readings(out)
        chosen = chosen_articles(names, former.values())
        for source, articles in chosen.items():
            former[source] = replace(former[source], removed=former[source].removed | articles)
        with clock.stage("extract", counted=True):
            gathered = gather(Found(), former, options, progress)
        with staged(out, apart=lies_apart(options)) as folder:
            gone = sorted(frozenset().union(*chosen.values()))
            return tuple(gone), fill(folder, out, gathered, corrections, options, clock)


def fill(  # noqa: PLR0913 - what all ways of building hand on
    folder: Path, out: Path, gathered: Gathered, corrections: Corrections, options: BuildOptions, clock: Clock
) -> BuildResult:
    """Write into a folder what is to take the place of an output: all that follows from the readings.

    Args:
        folder: Where to write.
        out: Output folder.
        gathered: Readings, and what was amiss with them.
        corrections: What people have judged.
        options: Settings, none of them left open.
        clock: Takes the time of stages.
    """
    with clock.stage("resolve"):
        found = tuple(sure_enough(record, options.least_confidence) for record in gathered.records)
        records, resolution, unresolved = resolved(found, corrections, options)
    with clock.stage("graph"):
        records, quads, unmade = _quads(records, resolution, corrections, options)
        told = _words_in_corrections(out, corrections, options)
        issues = (*gathered.issues, *unresolved, *unmade, *told, *doubts_about_graph(records, quads))
    with clock.stage("store"):
        store: GraphStore = DiskStore(folder / "store") if options.store else MemoryStore()
        quads = with_quotes(quads, options.quotes or Quotes.FULL)
        store.load(quads)
        found_conflicts = conflicts(store)
        against = conflict_quads(found_conflicts, options.base)
        store.load(against)
    try:
        with clock.stage("export"):
            export(store, "turtle", folder / "graph.ttl")
            export(store, "trig", folder / "graph.trig")
            write_records(folder / "records", records, kept_in(quads) if lies_apart(options) else None)
            write_readings(folder, gathered.readings)
            write_issues(folder / "issues.jsonl", issues)
        if options.view:
            with clock.stage("view"):
                write_view(store, folder / "network.html", options)
    finally:
        store.close()
    counts = _counts(gathered.readings, records, len(quads) + len(against))
    outcomes = [one.outcome for one in gathered.readings if not one.gone]
    write_manifest(folder / "manifest.json", manifest(options, outcomes, issues, counts, folder))
    versions = sum(quad.predicate == ns.gov("versionOf") for quad in quads)
    articles = [one.article for record in records for one in record.articles]
    return BuildResult(
        out,
        counts,
        issues,
        gathered.changes,
        clock.seconds,
        conflicts=len(found_conflicts),
        versions=versions,
        dates=tuple(sorted({(one.date, one.source) for one in articles if one.date})),
    )


def corrections_path(out: Path, options: BuildOptions) -> Path:
    """File of corrections of an output folder; in its private folder where the output folder is to hold no quotes."""
    if options.corrections_file is not None:
        return options.corrections_file
    usual, private = out / "corrections.ttl", private_folder(out) / "corrections.ttl"
    if usual.exists() or private.exists():
        return usual if usual.exists() else private
    return private if lies_apart(options) else usual


def lies_apart(options: BuildOptions) -> bool:
    """Whether the output folder holds no texts of articles."""
    return (options.quotes or Quotes.FULL) is not Quotes.FULL


def _words_in_corrections(out: Path, corrections: Corrections, options: BuildOptions) -> Iterator[Issue]:
    """People's own file is theirs to move, and theirs to know that it quotes."""
    path = corrections.path
    if path is None or not lies_apart(options) or not path.resolve().is_relative_to(out.resolve()):
        return
    if any(one.words for one in corrections.reviews):
        message = f"{path}: quotes articles; move it to {private_folder(out) / path.name} before you hand the folder on"
        yield Issue(str(path), "corrections", "warning", "quotes-in-corrections", message)


def _quads(
    records: tuple[Record, ...], resolution: Resolution, corrections: Corrections, options: BuildOptions
) -> tuple[tuple[Record, ...], list[ox.Quad], tuple[Issue, ...]]:
    graph_options = GraphOptions(base=options.base, lexicon=options.lexicon_files, settings=_settings(options))

    def quads_of(some: Sequence[Record]) -> list[ox.Quad]:
        versions = find_versions(distinct_articles(some), *article_judgements(corrections))
        return build_quads(some, graph_options, resolution.suggestions, corrections, versions)

    try:
        return records, quads_of(records), ()
    except Exception:
        kept, issues = isolate("rdf", quads_of, records)
        return kept, quads_of(kept), issues


def _settings(options: BuildOptions) -> str:
    """Names the settings that shape records, so that runs with different ones are different runs."""
    shaping = [
        *lexicon_digests(options.lexicon_files),
        *([str(options.least_confidence)] if options.least_confidence else []),
    ]
    return " ".join(shaping)


def write_view(store: GraphStore, path: Path, options: BuildOptions) -> None:
    """Write the network page of a graph, or its atlas when it is too large for that."""
    # pyvis takes half a second to import: only builds with a view pay for it
    from govgraph.views import NetworkOptions
    from govgraph.views import write_view as write_page

    write_page(to_networkx(store), path, NetworkOptions(lang=options.lang))


def _counts(readings: Sequence[Reading], records: Sequence[Record], quads: int) -> Counts:
    there = [one.outcome for one in readings if not one.gone]
    read = [one for one in there if one.record is not None]
    return Counts(
        pages=len(read),
        unread=len(there) - len(read),
        words=sum(one.words for one in read),
        quads=quads,
        **count(records),
    )
