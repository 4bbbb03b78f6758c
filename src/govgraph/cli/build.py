"""`govgraph build`: the whole way from pages to a graph, a store and a view."""

from __future__ import annotations

import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import asked_lang, decimal, text
from govgraph.cli.options import (
    DEFAULT_BASE,
    DEFAULT_OUT,
    AllowPrivate,
    Base,
    Cache,
    Delay,
    KeptConfidence,
    KeptLexicon,
    Match,
    Most,
    NoLexicon,
    Offline,
    QuotesMode,
    Refresh,
    Since,
    SomeInputs,
    Timeout,
    Workers,
    build_options,
    lexicon_files,
    quoting,
    web_options,
)

if TYPE_CHECKING:
    from govgraph.pipeline import BuildOptions, BuildResult


class Engine(StrEnum):
    """Where pages are read."""

    LOCAL = "local"


def command(  # noqa: PLR0913 - one parameter for each option of the contract
    inputs: SomeInputs = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help=text("build.out"))] = DEFAULT_OUT,
    lexicon: KeptLexicon = None,
    no_lexicon: NoLexicon = False,
    engine: Annotated[Engine, typer.Option("--engine", help=text("build.engine"))] = Engine.LOCAL,
    workers: Workers = 0,
    base: Base = DEFAULT_BASE,
    min_confidence: KeptConfidence = None,
    store: Annotated[bool, typer.Option("--store/--no-store", help=text("build.store"))] = True,
    view: Annotated[bool, typer.Option("--view/--no-view", help=text("build.view"))] = True,
    quotes: Annotated[
        QuotesMode | None, typer.Option("--quotes", help=text("build.quotes"), show_default=False)
    ] = None,
    corrections: Annotated[
        Path | None, typer.Option("--corrections", metavar="FILE", help=text("option.corrections"))
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help=text("build.fresh"))] = False,
    restore: Annotated[bool, typer.Option("--restore", help=text("build.restore"))] = False,
    drop_updates: Annotated[bool, typer.Option("--drop-updates", help=text("build.drop_updates"))] = False,
    most: Most = 100,
    match: Match = None,
    since: Since = None,
    cache: Cache = None,
    offline: Offline = False,
    refresh: Refresh = False,
    allow_private: AllowPrivate = False,
    delay: Delay = 1.0,
    timeout: Timeout = 30.0,
    infer: Annotated[bool, typer.Option("--infer", help=text("build.infer"))] = False,
    validate: Annotated[bool, typer.Option("--validate", help=text("build.validate"))] = False,
) -> int:
    """Build a graph."""
    options = build_options(
        lexicon=lexicon_files(lexicon, none=no_lexicon),
        workers=workers,
        base=base,
        lang=asked_lang(),
        min_confidence=min_confidence,
        store=store,
        view=view,
        corrections=corrections,
        fresh=fresh,
        restore=restore,
        drop_updates=drop_updates,
        web=web_options(
            most=most,
            match=tuple(match or ()),
            since=since,
            cache=cache,
            offline=offline,
            refresh=refresh,
            allow_private=allow_private,
            delay=delay,
            timeout=timeout,
        ),
        quotes=None if quotes is None else quoting(quotes),
    )
    from govgraph.pipeline import build

    tell_of_strangers(out)
    with console.progress() as progress:
        result = build(inputs or (), out, options, progress)
    if result.kept:
        listed = out / "issues.jsonl"
        console.issues(result.issues, str(listed) if listed.exists() else "")
        console.error_line(text("build.kept" if listed.exists() else "build.nothing", out=out))
        return console.Exit.FINDINGS
    console.note(summary(result))
    tell_what_was_kept(out, options)
    console.issues(result.issues, str(out / "issues.jsonl"))
    tell_of_days_to_come(result)
    findings = result.findings
    if infer:
        from govgraph.cli.infer import write

        write(out)
    if validate:
        from govgraph.cli.validate import report

        findings |= not report(out / "graph.trig")
    return console.Exit.FINDINGS if findings else console.Exit.DONE


def tell_of_strangers(out: Path) -> None:
    """Say of an output folder that no build has made that other files are there."""
    if out.is_dir() and not (out / "manifest.json").exists():
        names = {one.name for one in out.iterdir() if not one.name.startswith(".")}
        others = sorted(names - {"corrections.ttl", "issues.jsonl", "readings"})
        if others:
            console.warning_line(text("build.strangers", out=out, count=len(others), name=others[0]))


def tell_what_was_kept(out: Path, options: BuildOptions) -> None:
    """Say with which lexicon and which least confidence was read, where only a build before has said so."""
    from govgraph.pipeline.manifest import options_of

    built = options_of(out)
    if options.lexicon is None and built.lexicon_files:
        files = ", ".join(path.as_posix() for path in built.lexicon_files)
        console.note(text("build.lexicon_kept", files=files))
    if options.min_confidence is None and built.least_confidence:
        console.note(text("build.confidence_kept", least=f"{built.least_confidence:g}"))


def tell_of_days_to_come(result: BuildResult) -> None:
    """Warn of articles that are dated later than tomorrow: as the latest ones they say who is in office."""
    from govgraph.model.days import span

    # the clock of whoever reads this; in the files it would make each day's build another one
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    ahead = [(day, source) for day, source in result.dates if (known := span(day)) and known.first > tomorrow]
    if ahead:
        day, source = ahead[-1]
        place = f"{source} {text('issues.others', count=len(ahead) - 1)}" if len(ahead) > 1 else source
        console.warning_line(text("build.ahead", place=place, day=day))


def summary(result: BuildResult) -> str:
    """What a build found, as a table, and how it differs from the build before."""
    counts, changes = result.counts, result.changes
    rows = [
        (text(f"count.{name}"), decimal(getattr(counts, name), 0))
        for name in ("pages", "unread", "articles", "words", "entities", "offices", "facts", "quads")
        if name != "unread" or counts.unread
    ]
    rows += [
        (text("count.seconds", stage=text(f"stage.{one}")), decimal(spent)) for one, spent in result.seconds.items()
    ]
    title = text("build.done", out=result.out)
    told = ", ".join(
        text(f"changes.{name}", count=number)
        for name in ("added", "changed", "unchanged", "kept", "reread")
        if (number := getattr(changes, name))
    )
    against = text("build.conflicts", count=result.conflicts) if result.conflicts else ""
    versions = text("build.versions", count=result.versions) if result.versions else ""
    table = console.table((text("count.what"), text("count.number")), rows, right=frozenset({1}))
    return "\n".join(part for part in (title, table, told, versions, against) if part)
