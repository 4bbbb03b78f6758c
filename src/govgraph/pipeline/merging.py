"""Output folders joined into one, as if all their pages had been built in one place.

A graph hangs on what was read and what was judged, so that is what is joined; all else is made of it as in any build.
Nothing hangs on the order of the folders.
"""

from __future__ import annotations

import datetime
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from govgraph.errors import CorrectionsError, InputError, StoreError, VocabularyError
from govgraph.model import Issue, Quotes
from govgraph.model.days import span
from govgraph.pipeline.building import Clock, corrections_path, fill, lies_apart
from govgraph.pipeline.gathering import Gathered, gather, settings_digest
from govgraph.pipeline.inputs import Found
from govgraph.pipeline.manifest import file_digest, options_of
from govgraph.pipeline.options import BuildOptions, Progress, silent
from govgraph.pipeline.output import former_output, settle, staged, writing
from govgraph.pipeline.readings import Reading, beside, load_readings, reading_dumps
from govgraph.pipeline.result import BuildResult, Changes
from govgraph.pipeline.updates import refuse_updates
from govgraph.rdf import CorrectionsFile, JoinedCorrections, join_corrections, known_judgements, read_corrections
from govgraph.sources import STANDARD_INPUT
from govgraph.written import PRIVATE_NOTE, PRIVATE_NOTE_TEXT

TWO_VERSIONS: Final = "two-versions"
_SPARSEST: Final = (Quotes.NONE, Quotes.SHORT, Quotes.FULL)


@dataclass(frozen=True, slots=True)
class Merged:
    """Output folders that were joined.

    Attributes:
        built: The graph of all of them.
        pages: Number of pages of each folder that could be read, in the order given.
        shared: Number of pages that several of them have, word by word.
        differing: Settings that they do not agree on: name → what was taken.
    """

    built: BuildResult
    pages: tuple[tuple[Path, int], ...]
    shared: int
    differing: tuple[tuple[str, str], ...]


def merge(
    folders: Sequence[Path], out: Path, options: BuildOptions | None = None, progress: Progress = silent
) -> Merged:
    """Join output folders: graph and records are the bytes that one build of all their pages would give.

    A page that two folders have in two versions is in the graph in both. Judgements that contradict each other are
    kept, and applied by no build. `issues.jsonl` names them. An article that was removed in one folder is removed.

    Args:
        folders: Output folders of builds, two or more, in any order.
        out: Output folder to fill; it may be one of these.
        options: Settings. The base is that of the folders, and so are lexicon, least confidence, quotes and language
            where the options leave them open: all lexicons, the least confidence that loses nothing, the fewest quotes.
            All corrections are taken, into a file of its own unless all folders share one.
        progress: Told about each page that is read again, and each stage.

    Raises:
        InputError: Fewer than two folders are given, or their graphs stand under two bases.
        StoreError: One is no output folder; or `out` cannot be written, or holds something that none of them does.
        CorrectionsError: A file of corrections cannot be used.
        VocabularyError: A lexicon that a graph was read with is gone.
    """
    given = list({folder.resolve(): folder for folder in folders}.values())
    if len(given) < 2:
        raise InputError("one output folder is nothing to merge; name two or more")
    for folder in given:
        settle(folder)
        if not former_output(folder):
            raise StoreError(f"{folder}: no output folder of a build, no manifest.json is in it; name others")
    before = {folder: options_of(folder) for folder in given}
    options, differing = _settings(before, options or BuildOptions())
    clock = Clock(progress)
    settle(out)
    with writing(out):
        refuse_updates(out)
        parts = {folder: load_readings(folder) for folder in given}
        pool = _Pool(parts, settings_digest(options))
        joined = _corrections(before, options)
        _refuse_loss(out, given, pool, joined)
        target = corrections_path(out, options)
        corrections = read_corrections(joined.content, target) if joined.content else None
        with clock.stage("extract", counted=True):
            gathered = gather(Found(), pool.readings, options, progress)
        gathered = _with_issues(gathered, pool, [*_told(joined, target)])
        with _written(target, joined.content, options), staged(out, apart=lies_apart(options)) as new:
            built = fill(new, out, gathered, corrections or CorrectionsFile(target).read().corrections, options, clock)
    pages = tuple((folder, sum(one.outcome.record is not None for one in parts[folder].values())) for folder in given)
    return Merged(built, pages, pool.shared, differing)


# ---------------------------------------------------------------------- settings


def _settings(
    before: Mapping[Path, BuildOptions], options: BuildOptions
) -> tuple[BuildOptions, tuple[tuple[str, str], ...]]:
    """Settings that lose nothing of any folder, and those that the folders do not agree on."""
    bases = sorted({one.base for one in before.values()})
    if len(bases) > 1:
        raise InputError(
            f"the graphs stand under two bases, {bases[0]} and {bases[1]}; build one anew with --base and --fresh"
        )
    lexicons = {one.lexicon_files for one in before.values()}
    least = {one.least_confidence for one in before.values()}
    quotes = {one.quotes or Quotes.FULL for one in before.values()}
    langs = {one.lang for one in before.values()}
    files = {None if one.corrections_file is None else one.corrections_file.resolve() for one in before.values()}
    shared = next(iter(before.values())).corrections_file if len(files) == 1 else None
    settled = replace(
        options,
        base=bases[0],
        lexicon=_lexicon(lexicons) if options.lexicon is None else options.lexicon,
        min_confidence=min(least) if options.min_confidence is None else options.min_confidence,
        quotes=options.quotes or min(quotes, key=_SPARSEST.index),
        lang=options.lang or (next(iter(langs)) if len(langs) == 1 else ""),
        corrections=shared,
    )
    told = []
    if len(lexicons) > 1 and options.lexicon is None:
        told.append(("--lexicon", ", ".join(path.as_posix() for path in settled.lexicon_files)))
    if len(least) > 1 and options.min_confidence is None:
        told.append(("--min-confidence", f"{settled.least_confidence:g}"))
    if len(quotes) > 1 and options.quotes is None:
        told.append(("--quotes", (settled.quotes or Quotes.FULL).value))
    return settled, tuple(told)


def _lexicon(lexicons: Iterable[tuple[Path, ...]]) -> tuple[Path, ...]:
    """All lexicon files, each content once; in the order of the folders where they agree on it."""
    chosen = sorted(set(lexicons), key=lambda files: [path.as_posix() for path in files])
    if len(chosen) == 1:
        return chosen[0]
    found: dict[str, Path] = {}
    for path in sorted({path for files in chosen for path in files}, key=lambda path: path.as_posix()):
        if not path.exists():
            raise VocabularyError(
                f"lexicon {path}: gone, and a graph was read with it; put it back, or merge with another --lexicon or "
                "with --no-lexicon"
            )
        found.setdefault(file_digest(path), path)
    return tuple(found.values())


# ---------------------------------------------------------------------- readings


class _Pool:
    """What was read, of all folders.

    Args:
        parts: Readings of each folder, by source.
        settings: Digest of the settings of the merge.
    """

    def __init__(self, parts: Mapping[Path, Mapping[str, Reading]], settings: str) -> None:
        self._settings = settings
        self.readings: dict[str, Reading] = {}
        self.issues: dict[str, Issue] = {}
        self.notes: list[Issue] = []
        self.shared = 0
        pool: dict[str, list[tuple[str, Reading]]] = defaultdict(list)
        for folder, readings in parts.items():
            for source, one in readings.items():
                pool[source].append((folder.as_posix(), one))
        # what moves beside another reading may be there already, of a merge before
        for source in sorted(pool, key=lambda source: ("#" in source, source)):
            self._add(source, pool)

    def holds(self, one: Reading) -> bool:
        """Whether nothing is lost with another folder that has that reading."""
        if one.outcome.record is None:
            return True
        found = self._removed.get(_content(one))
        return found is not None and one.removed <= found

    @cached_property
    def _removed(self) -> dict[str, frozenset[str]]:
        """Content of each reading → what was removed of it."""
        return {_content(one): one.removed for one in self.readings.values()}

    def _add(self, source: str, pool: Mapping[str, list[tuple[str, Reading]]]) -> None:
        versions: dict[str, list[tuple[str, Reading]]] = defaultdict(list)
        for folder, one in _read(pool[source]):
            versions[_content(one)].append((folder, one))
        self.shared += sum(len(some) > 1 for some in versions.values())
        first, *others = sorted(versions, key=lambda content: (_newest(versions[content]), content), reverse=True)
        self.readings[source] = self._one(versions[first])
        if self.readings[source].standin:
            # what a feed says of a page later takes the place of what it said before
            return
        for content in others:
            new = beside(source, content)
            if source != STANDARD_INPUT:
                self.issues[new] = _two_versions(source, new, versions.values())
            there = pool.get(new, [])
            there += [(folder, one.at(new)) for folder, one in versions[content]]
            if new not in pool:
                self.readings[new] = self._one(there)

    def _one(self, some: Sequence[tuple[str, Reading]]) -> Reading:
        """One of several readings of one content; what was removed in any of them is removed."""
        kept = min(
            (one for _, one in some), key=lambda one: (one.settings != self._settings, one.settings, reading_dumps(one))
        )
        removed = frozenset().union(*(one.removed for _, one in some))
        for article in sorted(removed):
            by = sorted({folder for folder, one in some if article in one.removed})
            there = sorted({folder for folder, one in some if article not in one.removed} - set(by))
            if there:
                message = (
                    f"{kept.source}: {article} was removed in {', '.join(by)} and is in {', '.join(there)}; it stays "
                    "out, build its page with --restore to call it back"
                )
                self.notes.append(Issue(kept.source, "merge", "warning", "removed-elsewhere", message))
        return replace(kept, removed=removed)


def _two_versions(source: str, new: str, versions: Iterable[Sequence[tuple[str, Reading]]]) -> Issue:
    """Of the version that stands beside another: the warning goes with it."""
    places = sorted({folder for some in versions for folder, _ in some})
    message = (
        f"{new}: other words than those of {source}, in {', '.join(places)}; both are in the graph, remove the one "
        "that does not hold any more"
    )
    return Issue(new, "merge", "warning", TWO_VERSIONS, message)


def _read(some: Sequence[tuple[str, Reading]]) -> Sequence[tuple[str, Reading]]:
    """Those of which most is known: pages that could be read, and were read whole."""
    read = [pair for pair in some if pair[1].outcome.record is not None]
    whole = [pair for pair in read if not pair[1].standin]
    return whole or read or some


def _content(one: Reading) -> str:
    """Names what a page says, whatever read it."""
    record = one.outcome.record
    if record is None:
        return ""
    return one.outcome.sha256 or " ".join(sorted(one.articles))


def _newest(some: Iterable[tuple[str, Reading]]) -> datetime.date:
    dates = (each.article.date for _, one in some if (record := one.outcome.record) for each in record.articles)
    days = [known.last for date in dates if date and (known := span(date)) is not None]
    return max(days, default=datetime.date.min)


def _with_issues(gathered: Gathered, pool: _Pool, told: Sequence[Issue]) -> Gathered:
    """With what the merge has met. What is said of a page stays with it in builds to come."""
    readings = []
    for one in gathered.readings:
        met = tuple(
            issue for issue in one.outcome.issues if issue.code != TWO_VERSIONS or one.source not in pool.issues
        )
        more = (pool.issues[one.source],) if one.source in pool.issues else ()
        readings.append(replace(one, outcome=replace(one.outcome, issues=(*met, *more))))
    said = (issue for one in readings if not one.gone for issue in one.outcome.issues)
    changes = Changes(reread=gathered.changes.reread)
    return replace(gathered, readings=tuple(readings), issues=(*told, *pool.notes, *said), changes=changes)


# ---------------------------------------------------------------------- corrections


def _corrections(before: Mapping[Path, BuildOptions], options: BuildOptions) -> JoinedCorrections:
    """What people have judged of all folders; nothing where all share one file, which stays where it is."""
    if options.corrections_file is not None:
        return JoinedCorrections("", frozenset())
    paths = {folder: corrections_path(folder, one) for folder, one in before.items()}
    held = {folder.as_posix(): CorrectionsFile(path).read() for folder, path in paths.items() if path.exists()}
    return join_corrections({name: one.content for name, one in held.items()})


def _told(joined: JoinedCorrections, target: Path) -> Iterator[Issue]:
    source = str(target)
    for group in joined.held:
        named = ", ".join(f"{name} (of {', '.join(places)})" for name, places in group.judgements)
        message = (
            f"{source}: judgements contradict each other and were not applied: {named}; they stand as comments at the "
            "end of the file, decide there"
        )
        yield Issue(source, "merge", "warning", "judgements-contradict", message)
    for name, places in joined.twice:
        message = f"{source}: judgement {name} was made in {' and '.join(places)}; the earlier signature was kept"
        yield Issue(source, "merge", "note", "judged-twice", message)


@contextmanager
def _written(target: Path, content: str, options: BuildOptions) -> Iterator[None]:
    """Corrections in their place, before the graph that they are applied to; as they were if that cannot be built."""
    former = target.read_bytes() if target.exists() else None
    if options.corrections_file is not None or not content or former == content.encode("utf-8"):
        yield
        return
    private = target.parent if target.parent.name.endswith(".private") and not target.parent.exists() else None
    if private is not None:
        _put(private / PRIVATE_NOTE, PRIVATE_NOTE_TEXT.encode("utf-8"))
    _put(target, content.encode("utf-8"))
    try:
        yield
    except BaseException:
        if former is not None:
            _put(target, former)
        else:
            target.unlink(missing_ok=True)
            if private is not None:
                shutil.rmtree(private, ignore_errors=True)
        raise


def _put(target: Path, content: bytes) -> None:
    path = target.resolve()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("wb", dir=path.parent, prefix=".", delete=False) as file:
            file.write(content)
        Path(file.name).chmod(0o644)
        Path(file.name).replace(path)
    except OSError as error:
        raise CorrectionsError(f"{path}: {error.strerror}; give a file that can be written") from error


# ---------------------------------------------------------------------- where to


def _refuse_loss(out: Path, folders: Sequence[Path], pool: _Pool, joined: JoinedCorrections) -> None:
    """See that all that `out` holds is in one of the folders too.

    Raises:
        StoreError: It holds something else.
    """
    if any(out.resolve() == folder.resolve() for folder in folders):
        return
    if not former_output(out):
        strange = sorted(one.name for one in out.iterdir() if not one.name.startswith("."))
        if strange:
            raise StoreError(f"{out} holds {strange[0]} and is no output folder of a build; give --out another folder")
        return
    names = " ".join(str(folder) for folder in folders)
    lost = sorted(one.source for one in load_readings(out).values() if not pool.holds(one))
    options = options_of(out)
    path = corrections_path(out, options)
    if not lost and path.exists():
        judged = known_judgements(CorrectionsFile(path).read().content, str(path)) - joined.known
        lost = sorted(f"judgement {iri.rpartition('/')[2]}" for iri in judged)
    if lost:
        more = f" (+{len(lost) - 1})" if len(lost) > 1 else ""
        raise StoreError(
            f"{out} holds {lost[0]}{more}, which none of {names} does; give --out another folder, or merge it along: "
            f"govgraph merge {names} {out} --out {out}"
        )
