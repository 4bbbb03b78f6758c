"""From inputs and what earlier builds have read to what a graph is made of: only what is new or changed is read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from govgraph import __version__
from govgraph.errors import InputError
from govgraph.model import Issue, Record
from govgraph.pipeline.extraction import lexicon_digests, outcomes_of, reader_for
from govgraph.pipeline.inputs import Found
from govgraph.pipeline.manifest import ontology_digests
from govgraph.pipeline.options import BuildOptions, Progress, silent
from govgraph.pipeline.readings import PageOutcome, Reading, beside
from govgraph.pipeline.result import Changes
from govgraph.sources import STANDARD_INPUT, InputRef, digest_of, named, ref_of


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a graph is made of.

    Attributes:
        readings: One for each page, by source, sorted by it.
        issues: What was amiss, the inputs of this build first.
        changes: How it differs from what was there.
        readable: Whether at least one of the inputs of this build could be read.
    """

    readings: tuple[Reading, ...]
    issues: tuple[Issue, ...]
    changes: Changes
    readable: bool

    @property
    def records(self) -> tuple[Record, ...]:
        """Records as read, without removed articles."""
        return tuple(record for one in self.readings if (record := one.record) is not None)


def settings_digest(options: BuildOptions) -> str:
    """Digest of what shapes the reading of a page: version, ontology, lexicon, base."""
    ontology = " ".join(f"{name}={value}" for name, value in ontology_digests().items())
    parts = (__version__, ontology, *lexicon_digests(options.lexicon_files), options.base)
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()


def gather(found: Found, former: Mapping[str, Reading], options: BuildOptions, progress: Progress = silent) -> Gathered:
    """Read what is new or changed among the inputs, and keep the rest of what was read before.

    An input that was read before and cannot be read now keeps its former reading, and leaves an issue.

    Args:
        found: Pages that the inputs stand for; none to work with what was read before.
        former: Readings of earlier builds, by source.
        options: Settings.
        progress: Told about each page that is read, stage `extract`.

    Raises:
        InputError: The readings are under another base.
        VocabularyError: The ontology or a lexicon file cannot be used.
        StageError: Worker processes cannot be started.
    """
    if not found.refs and not former:
        return Gathered((), found.issues, Changes(), readable=False)  # to load the vocabulary takes seconds
    reader_for(options)  # a broken lexicon fails here, once, with its own message
    settings = settings_digest(options)
    _same_base(former.values(), options.base)
    refs = [ref for ref in found.refs if not (ref.standin and _read_whole(former.get(ref.source)))]
    standins = {ref.source for ref in refs if ref.standin}
    former = _without_standins(former, refs)
    kept = {source: one for source, one in former.items() if one.settings == settings}
    tasks: list[InputRef | Reading] = [ref for ref in refs if not _unchanged(ref, kept)]
    given = {ref.source for ref in refs}
    stale = [one for source, one in former.items() if source not in kept and source not in given]
    tasks += sorted((_task(one) for one in stale), key=lambda task: task.source)
    fresh = {task.source for task in tasks if isinstance(task, InputRef)}
    done: list[PageOutcome] = []
    progress("extract", 0, len(tasks))
    for outcome in outcomes_of(tasks, options):
        done.append(outcome)
        progress("extract", len(done), len(tasks))
    readings = dict(kept)
    failed: dict[str, tuple[Issue, ...]] = {}
    for outcome in done:
        source = _source(outcome, former)
        there = former.get(source)
        if outcome.record is None and there is not None and there.outcome.record is not None:
            failed[source] = outcome.issues
            readings[source] = there
            continue
        removed = frozenset() if there is None or (options.restore and source in given) else there.removed
        standin = source in standins or (source not in given and there is not None and there.standin)
        readings[source] = Reading(outcome, settings, removed, standin).at(source)
    if options.restore:
        readings.update({one: replace(readings[one], removed=frozenset()) for one in given if one in readings})
    ordered = _renamed(readings)
    before, now = _read(former), _read(readings)
    met = (issue for one in ordered if not one.gone for issue in one.outcome.issues)
    return Gathered(
        ordered,
        (*found.issues, *chain.from_iterable(failed.values()), *met),
        Changes(
            added=len(now - before),
            changed=sum(ref.source in fresh & before and ref.source not in failed for ref in refs),
            unchanged=sum(ref.source in now - fresh for ref in refs),
            kept=sum(source not in given or source in failed for source in before),
            reread=len(stale),
        ),
        readable=any(one.record is not None for one in done) or len(tasks) < len(refs) + len(stale),
    )


def _read(readings: Mapping[str, Reading]) -> frozenset[str]:
    """Sources that could be read."""
    return frozenset(source for source, one in readings.items() if one.outcome.record is not None)


def _same_base(readings: Iterable[Reading], base: str) -> None:
    for one in readings:
        record = one.outcome.record
        for article in record.articles if record is not None else ():
            if not article.article.id.startswith(f"{base}/"):
                other = article.article.id.rpartition("/article/")[0]
                raise InputError(
                    f"the output was built under --base {other}, not under {base}; "
                    "give the same --base, or build anew with --fresh"
                )
            return


def _read_whole(one: Reading | None) -> bool:
    """Whether more is known of a page than what a feed says of it."""
    return one is not None and one.outcome.record is not None and not one.standin


def _without_standins(former: Mapping[str, Reading], refs: Iterable[InputRef]) -> dict[str, Reading]:
    """Readings without what feeds have said of pages that are there by now, at the addresses that they lead to."""
    there = {address for ref in refs if not ref.standin for address in ref.via}
    return {source: one for source, one in former.items() if not (one.standin and source in there)}


def _unchanged(ref: InputRef, kept: Mapping[str, Reading]) -> bool:
    before = kept.get(ref.source)
    return before is not None and before.outcome.sha256 is not None and digest_of(ref) == before.outcome.sha256


def _task(one: Reading) -> InputRef | Reading:
    """How a page of an earlier build is read again: from its file if that is as it was, else from its record."""
    ref = ref_of(one.source)
    return ref if one.outcome.sha256 and digest_of(ref) == one.outcome.sha256 else one


def _source(outcome: PageOutcome, former: Mapping[str, Reading]) -> str:
    """Source of a reading. What came on standard input before and is another text stays."""
    if outcome.source != STANDARD_INPUT or outcome.sha256 is None:
        return outcome.source
    there = former.get(STANDARD_INPUT)
    if there is None or there.outcome.sha256 == outcome.sha256:
        return STANDARD_INPUT
    return beside(STANDARD_INPUT, outcome.sha256)


def _renamed(readings: Mapping[str, Reading]) -> tuple[Reading, ...]:
    """Readings by source, with names of pages that hang on the set of sources alone."""
    ordered = [readings[source] for source in sorted(readings)]
    refs = named([ref_of(one.source) for one in ordered])
    return tuple(one.named(ref.name) for one, ref in zip(ordered, refs, strict=True))
