"""`govgraph extract`: records only, as files or as JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import text
from govgraph.cli.options import (
    DEFAULT_BASE,
    AllowPrivate,
    Base,
    Cache,
    Delay,
    Inputs,
    Lexicon,
    Match,
    MinConfidence,
    Most,
    Offline,
    Refresh,
    Since,
    Timeout,
    Workers,
    build_options,
    web_options,
)


def command(  # noqa: PLR0913 - one parameter for each option
    inputs: Inputs,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="DIR", help=text("extract.out"))] = None,
    lexicon: Lexicon = None,
    workers: Workers = 0,
    base: Base = DEFAULT_BASE,
    min_confidence: MinConfidence = 0.0,
    most: Most = 100,
    match: Match = None,
    since: Since = None,
    cache: Cache = None,
    offline: Offline = False,
    refresh: Refresh = False,
    allow_private: AllowPrivate = False,
    delay: Delay = 1.0,
    timeout: Timeout = 30.0,
) -> int:
    """Extract records."""
    options = build_options(
        lexicon=tuple(lexicon or ()),
        workers=workers,
        base=base,
        min_confidence=min_confidence,
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
    from govgraph.model.serialise import record_to_dict
    from govgraph.pipeline import extract_records, has_findings
    from govgraph.pipeline.output import write_records

    with console.progress() as progress:
        extraction = extract_records(inputs, options, progress)
    if out is None:
        for record in extraction.records:
            console.result(json.dumps(record_to_dict(record), ensure_ascii=False, sort_keys=True))
    else:
        write_records(out, extraction.records)
        console.note(text("extract.done", count=len(extraction.records), out=out))
    console.issues(extraction.issues, above=True)
    if not extraction.records:
        console.error_line(text("extract.nothing"))
        return console.Exit.FINDINGS
    return console.Exit.FINDINGS if has_findings(extraction.issues) else console.Exit.DONE
