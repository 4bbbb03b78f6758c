"""`govgraph merge`: several output folders in one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.build import summary
from govgraph.cli.messages import asked_lang, text
from govgraph.cli.options import (
    KeptConfidence,
    KeptLexicon,
    NoLexicon,
    QuotesMode,
    Workers,
    build_options,
    lexicon_files,
    quoting,
)


def command(  # noqa: PLR0913 - one parameter for each option
    folders: Annotated[list[Path], typer.Argument(metavar="DIR", help=text("merge.folders"), show_default=False)],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help=text("merge.out"), show_default=False)],
    lexicon: KeptLexicon = None,
    no_lexicon: NoLexicon = False,
    workers: Workers = 0,
    min_confidence: KeptConfidence = None,
    store: Annotated[bool, typer.Option("--store/--no-store", help=text("build.store"))] = True,
    view: Annotated[bool, typer.Option("--view/--no-view", help=text("build.view"))] = True,
    quotes: Annotated[
        QuotesMode | None, typer.Option("--quotes", help=text("build.quotes"), show_default=False)
    ] = None,
) -> int:
    """Join output folders."""
    options = build_options(
        lexicon=lexicon_files(lexicon, none=no_lexicon),
        workers=workers,
        lang=asked_lang(),
        min_confidence=min_confidence,
        store=store,
        view=view,
        quotes=None if quotes is None else quoting(quotes),
    )
    from govgraph.pipeline import merge

    with console.progress() as progress:
        merged = merge(folders, out, options, progress)
    result = merged.built
    console.note(summary(result))
    parts = ", ".join(text("merge.part", folder=folder, count=count) for folder, count in merged.pages)
    console.note(text("merge.parts", parts=parts, shared=merged.shared))
    for option, taken in merged.differing:
        console.note(text("merge.differing", option=option, taken=taken))
    console.issues(result.issues, str(out / "issues.jsonl"))
    return console.Exit.FINDINGS if result.findings else console.Exit.DONE
