"""The whole way: inputs to an output folder."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from govgraph.errors import GovgraphError, StageError
from govgraph.export import export
from govgraph.model import Issue, Record
from govgraph.pipeline.expectations import doubts_about_graph
from govgraph.pipeline.extraction import Extraction, extract_records, isolate, lexicon_digests
from govgraph.pipeline.manifest import manifest, write_manifest
from govgraph.pipeline.options import BuildOptions, Progress, silent
from govgraph.pipeline.output import former_output, staged, write_issues, write_records
from govgraph.pipeline.result import BuildResult, Counts, count
from govgraph.query import to_networkx
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import DiskStore, GraphStore, MemoryStore

STAGES = ("extract", "graph", "store", "export", "view")
"""Stages in their order, as told to a `Progress`."""


class _Clock:
    """Seconds by stage, for the summary only."""

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
    """Read pages and fill a folder with their graph.

    Args:
        inputs: Files, folders, globs, or `-` for standard input.
        out: Output folder. Takes `graph.ttl`, `graph.trig`, `network.html`, `records/`, `store/`, `issues.jsonl`
            and `manifest.json`; a former output is replaced as a whole, and only when all is written.
        options: Settings; the defaults if None.
        progress: Told about each finished page and stage.

    Returns:
        What was found. An input that cannot be read, or on which a stage fails, is an issue; the rest is built. If
        not one input can be read and `out` holds a former output, that output is kept and only `issues.jsonl` is new.

    Raises:
        VocabularyError: The ontology or a lexicon file cannot be used.
        StageError: A stage failed on all pages together.
        StoreError: `out` cannot be written, or holds files that no build wrote.
    """
    options = options or BuildOptions()
    clock = _Clock(progress)
    with clock.stage("extract", counted=True):
        extraction = extract_records(inputs, options, progress)
    if not extraction.records and former_output(out):
        write_issues(out / "issues.jsonl", extraction.issues)
        return BuildResult(out, _counts(extraction, (), 0), extraction.issues, clock.seconds, kept=True)
    with staged(out) as folder:
        return _fill(folder, out, extraction, options, clock)


def _fill(folder: Path, out: Path, extraction: Extraction, options: BuildOptions, clock: _Clock) -> BuildResult:
    with clock.stage("graph"):
        records, quads, unmade = _quads(extraction.records, options)
        issues = (*extraction.issues, *unmade, *doubts_about_graph(records, quads))
    with clock.stage("store"):
        store: GraphStore = DiskStore(folder / "store") if options.store else MemoryStore()
        store.load(quads)
    try:
        with clock.stage("export"):
            export(store, "turtle", folder / "graph.ttl")
            export(store, "trig", folder / "graph.trig")
            write_records(folder / "records", records)
            write_issues(folder / "issues.jsonl", issues)
        if options.view:
            with clock.stage("view"):
                _write_view(store, folder / "network.html", options)
    finally:
        store.close()
    counts = _counts(extraction, records, len(quads))
    write_manifest(folder / "manifest.json", manifest(options, extraction.outcomes, issues, counts, folder))
    return BuildResult(out, counts, issues, clock.seconds)


def _quads(
    records: tuple[Record, ...], options: BuildOptions
) -> tuple[tuple[Record, ...], list[ox.Quad], tuple[Issue, ...]]:
    graph_options = GraphOptions(base=options.base, lexicon=options.lexicon, settings=_settings(options))

    def quads_of(some: Sequence[Record]) -> list[ox.Quad]:
        return build_quads(some, graph_options)

    try:
        return records, quads_of(records), ()
    except Exception:
        kept, issues = isolate("rdf", quads_of, records)
        return kept, quads_of(kept), issues


def _settings(options: BuildOptions) -> str:
    """Names the settings that shape records, so that runs with different ones are different runs."""
    shaping = [*lexicon_digests(options.lexicon), *([str(options.min_confidence)] if options.min_confidence else [])]
    return " ".join(shaping)


def _write_view(store: GraphStore, path: Path, options: BuildOptions) -> None:
    # pyvis takes half a second to import: only builds with a view pay for it
    from govgraph.views import NetworkOptions, write_network

    write_network(to_networkx(store), path, NetworkOptions(lang=options.lang))


def _counts(extraction: Extraction, records: Sequence[Record], quads: int) -> Counts:
    read = [outcome for outcome in extraction.outcomes if outcome.record is not None]
    unread = {issue.source for issue in extraction.issues if issue.level == "error" and issue.stage == "sources"}
    found = count(records)
    return Counts(pages=len(read), unread=len(unread), words=sum(one.words for one in read), quads=quads, **found)
