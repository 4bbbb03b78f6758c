"""`govgraph trace`: how each sentence was read, and why something in it was not."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import Lang, current_lang, text
from govgraph.cli.options import AsJson, Inputs, Lexicon, build_options
from govgraph.cli.translated import labelled, read_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.tracing import TracedClause, TracedSentence, TracedStatement, TracedThing
    from govgraph.model import Issue


def command(
    inputs: Inputs,
    words: Annotated[str | None, typer.Option("--words", metavar="WORDS", help=text("trace.words"))] = None,
    lexicon: Lexicon = None,
    as_json: AsJson = False,
) -> int:
    """Show how sentences are read."""
    from govgraph.model import Issue
    from govgraph.pipeline import has_findings
    from govgraph.pipeline.tracing import trace_inputs

    issues: list[Issue] = []
    sought = console.one_line(words or "").lower()
    shown = 0
    for one in trace_inputs(inputs, build_options(lexicon=tuple(lexicon or ()))):
        if isinstance(one, Issue):
            issues.append(one)
            continue
        sentences = [s for s in one.sentences if sought in console.one_line(s.quote).lower()]
        shown += len(sentences)
        if as_json:
            told = {**asdict(one), "sentences": [asdict(s) for s in sentences]}
            console.result(json.dumps(told, ensure_ascii=False, sort_keys=True))
        elif sentences or not sought:
            heading = " · ".join(filter(None, (f"„{console.one_line(one.title)}“", one.date, one.source)))
            console.result("\n\n".join([heading, *("\n".join(_lines(s)) for s in sentences)]) + "\n")
    console.issues(issues, above=True)
    if not shown:
        console.error_line(text("trace.none", words=words) if sought else text("trace.nothing"))
    return console.Exit.FINDINGS if not shown or has_findings(tuple(issues)) else console.Exit.DONE


def _lines(s: TracedSentence) -> Iterator[str]:
    yield f"[{s.start}–{s.end}] „{console.one_line(s.quote)}“"
    if s.speaker:
        yield _line("speaker", s.speaker)
    if s.retracted:
        yield _line("retracted", "")
    for thing in s.things:
        yield _line("title" if not thing.kind else "refers" if thing.refers else "names", _thing(thing))
    for clause in s.clauses:
        yield _line("clause", _clause(clause))
    for statement in s.statements:
        yield _line(statement.fate.value, _statement(statement))


def _line(word: str, content: str) -> str:
    return f"  {text(f'trace.{word}'):<12} {content}".rstrip()


def _thing(thing: TracedThing) -> str:
    named = f"{thing.words} → {thing.name}" if thing.words != thing.name else thing.name
    governed = "" if thing.marker in {"np", ""} else thing.marker
    parts = (named, _class(thing.kind) if thing.kind else ", ".join(thing.holders), governed)
    return " · ".join(part for part in parts if part)


def _class(name: str) -> str:
    """A class: in English by the name that queries have, in German by its label."""
    from govgraph.rdf.schema import load_schema

    return load_schema().label(name, "de") if current_lang() is Lang.DE else name


def _clause(clause: TracedClause) -> str:
    told = labelled(clause.modality) if clause.modality else text("trace.claims_nothing")
    return " · ".join(part for part in (told, ", ".join(clause.verbs), f"„{clause.words}“") if part)


def _statement(one: TracedStatement) -> str:
    from govgraph.rdf.schema import load_schema

    relation = one.role or load_schema().label(one.predicate, current_lang().value)
    if one.fate == "open":
        return f"{one.subject or '?'} —{relation}→ {one.object or '?'} · {read_by(one.rule)}"
    told = (labelled(one.modality), f"{one.confidence:.2f}", read_by(one.rule))
    return " · ".join((f"{one.subject} —{relation}→ {one.object}".rstrip(), *filter(None, told)))
