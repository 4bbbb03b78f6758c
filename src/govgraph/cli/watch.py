"""`govgraph watch`: look again and again whether feeds have something new, and add it."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from govgraph.cli import console
from govgraph.cli.build import tell_of_days_to_come
from govgraph.cli.changes import markdown
from govgraph.cli.messages import asked_lang, text
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
    Refresh,
    Since,
    Timeout,
    Workers,
    build_options,
    lexicon_files,
    web_options,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.pipeline.watching import Round
    from govgraph.query import Change

_DURATION: Final = re.compile(r"(\d{1,9}) ?([smhd]?)")
_SECONDS: Final = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86_400}


def command(  # noqa: PLR0913 - one parameter for each option
    inputs: Annotated[list[str], typer.Argument(metavar="FEED", help=text("watch.inputs"), show_default=False)],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help=text("watch.out"))] = DEFAULT_OUT,
    every: Annotated[str, typer.Option("--every", metavar="TIME", help=text("watch.every"))] = "1h",
    once: Annotated[bool, typer.Option("--once", help=text("watch.once"))] = False,
    rounds: Annotated[int | None, typer.Option("--rounds", metavar="N", min=1, help=text("watch.rounds"))] = None,
    most: Most = 100,
    match: Match = None,
    since: Since = None,
    cache: Cache = None,
    offline: Offline = False,
    refresh: Refresh = False,
    allow_private: AllowPrivate = False,
    delay: Delay = 1.0,
    timeout: Timeout = 30.0,
    lexicon: KeptLexicon = None,
    no_lexicon: NoLexicon = False,
    workers: Workers = 0,
    base: Base = DEFAULT_BASE,
    min_confidence: KeptConfidence = None,
    store: Annotated[bool, typer.Option("--store/--no-store", help=text("build.store"))] = True,
    view: Annotated[bool, typer.Option("--view/--no-view", help=text("build.view"))] = True,
) -> int:
    """Watch feeds."""
    if once and rounds is not None:
        raise typer.BadParameter(text("watch.once_or_rounds"))
    options = build_options(
        lexicon=lexicon_files(lexicon, none=no_lexicon),
        workers=workers,
        base=base,
        lang=asked_lang(),
        min_confidence=min_confidence,
        store=store,
        view=view,
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
    )
    from govgraph.pipeline.watching import Schedule, watch

    try:
        schedule = Schedule(every=_seconds(every), rounds=1 if once else rounds)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    try:
        with console.progress() as progress:
            findings = watch(inputs, out, options, _files, schedule=schedule, told=_tell, progress=progress)
    except (KeyboardInterrupt, SystemExit):
        # to be ended is how a watch ends; what was under way is taken up by the next one
        console.note(text("watch.ended"))
        return console.Exit.DONE
    return console.Exit.FINDINGS if findings else console.Exit.DONE


def _seconds(duration: str) -> float:
    found = _DURATION.fullmatch(duration.strip())
    if found is None:
        raise typer.BadParameter(text("watch.duration", given=duration))
    return float(int(found[1]) * _SECONDS[found[2]])


def _files(changes: Sequence[Change]) -> Mapping[str, str]:
    """A report in the forms of `govgraph diff`."""
    from govgraph.query import change_triples

    found = tuple(changes)
    return {
        "changes.md": markdown(found, text("watch.title")).rstrip("\n") + "\n",
        "changes.json": json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1) + "\n",
        "changes.ttl": change_triples(found).to_turtle(),
    }


def _tell(done: Round) -> None:
    if done.result is None:
        console.error_line(text("watch.failed", number=done.number, message=done.error))
        return
    changes = done.result.changes
    told = [
        text(f"changes.{name}", count=number)
        for name in ("added", "changed", "unchanged", "kept", "reread")
        if (number := getattr(changes, name))
    ]
    if done.report is not None:
        told.append(text("watch.report", report=done.report))
    console.note(text("watch.round", number=done.number, told=", ".join(told) or text("watch.nothing")))
    console.issues(done.result.issues, str(done.result.out / "issues.jsonl"))
    tell_of_days_to_come(done.result)
