"""`govgraph judge`, `reject` and `assert`: what people know better, kept in a file of corrections."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import text
from govgraph.cli.options import DEFAULT_OUT, GraphFolder, iso_date

if TYPE_CHECKING:
    from govgraph.pipeline.judging import Judge, Judged, JudgedMany


_SHOWN = 5


class Verdict(StrEnum):
    """Whether two are one."""

    SAME = "same"
    DIFFERENT = "different"


class StatusWord(StrEnum):
    """How an office is held."""

    CURRENT = "current"
    NEW = "new"
    FORMER = "former"
    DESIGNATED = "designated"
    ACTING = "acting"


class ModalityWord(StrEnum):
    """How a statement holds."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    REPORTED = "reported"
    ENDED = "ended"


By = Annotated[str, typer.Option("--by", metavar="NAME", help=text("judge.by"), envvar="GOVGRAPH_USER")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help=text("judge.why"))]
File = Annotated[Path | None, typer.Option("--file", metavar="FILE", help=text("judge.file"))]
Later = Annotated[bool, typer.Option("--later", help=text("judge.later"))]


def judge(  # noqa: PLR0913 - one parameter for each option of the contract
    verdict: Annotated[
        Verdict | None, typer.Argument(metavar="same|different", help=text("judge.verdict"), show_default=False)
    ] = None,
    first: Annotated[str | None, typer.Argument(metavar="A", help=text("judge.first"), show_default=False)] = None,
    second: Annotated[str | None, typer.Argument(metavar="B", help=text("judge.second"), show_default=False)] = None,
    file: File = None,
    every: Annotated[bool, typer.Option("--every", help=text("judge.every"))] = False,
    by: By = "",
    why: Why = "",
    later: Later = False,
    graph: GraphFolder = DEFAULT_OUT,
) -> int:
    """Judge who is one."""
    if file is not None and verdict is None:
        return _judged_file(file, "", every, (by, why, later, graph))
    if file is not None or verdict is None or first is None or second is None:
        raise typer.BadParameter(text("judge.pair_or_file"))
    return _judged(lambda one: one.identity(verdict is Verdict.SAME, first, second), by, why, later, graph)


def reject(  # noqa: PLR0913 - one parameter for each option of the contract
    statement: Annotated[
        str | None, typer.Argument(metavar="STATEMENT", help=text("reject.statement"), show_default=False)
    ] = None,
    predicate: Annotated[str | None, typer.Argument(metavar="PREDICATE", help=text("reject.predicate"))] = None,
    target: Annotated[str | None, typer.Argument(metavar="OBJECT", help=text("reject.object"))] = None,
    every: Annotated[bool, typer.Option("--every", help=text("reject.every"))] = False,
    file: File = None,
    rule: Annotated[str | None, typer.Option("--rule", metavar="NAME", help=text("reject.rule"))] = None,
    by: By = "",
    why: Why = "",
    later: Later = False,
    graph: GraphFolder = DEFAULT_OUT,
) -> int:
    """Reject a statement."""
    if sum(one is not None for one in (statement, file, rule)) != 1:
        raise typer.BadParameter(text("reject.one"))
    if file is not None:
        return _judged_file(file, "reject", every, (by, why, later, graph))
    if statement is None:
        return _rejected_by_rule(rule or "", every, (by, why, later, graph))
    with _judge(by, why, True, graph) as judge:
        found = (statement,) if predicate is None else judge.statements(statement, predicate, target)
        if len(found) > 1 and not every:
            console.error_line(text("reject.several", count=len(found), listed=", ".join(map(_short, found))))
            return console.Exit.FINDINGS
        beside = {each.statement: each for one in found for each in judge.beside(one) if each.statement not in found}
        for one in found[:-1]:
            judge.reject(one)
    code = _judged(lambda one: one.reject(found[-1]), by, why, later, graph)
    for each in beside.values():
        said = f"{each.subject.label} {each.predicate} {each.object.label}"
        console.note(text("reject.beside", said=said, statement=_short(each.statement)))
    return code


_Signed = tuple[str, str, bool, Path]


def _judged_file(file: Path, verdict: str, every: bool, signed: _Signed) -> int:
    from govgraph.pipeline.judging_files import drafts_of, read_rows

    rows = read_rows(file, verdict)
    with _judge(*signed) as judge:
        done = judge.add_all(drafts_of(rows, judge, file, judge.signature, every=every))
    return _told(done, signed)


def _rejected_by_rule(rule: str, every: bool, signed: _Signed) -> int:
    with _judge(*signed) as judge:
        found = judge.read_by(rule)
        if len(found) > 1 and not every:
            shown = ", ".join(map(_short, found[:_SHOWN]))
            console.error_line(text("reject.rule_several", count=len(found), rule=rule, listed=shown))
            return console.Exit.FINDINGS
        done = judge.add_all([(judge.rejection(one), judge.signature) for one in found])
    return _told(done, signed)


def _told(done: JudgedMany, signed: _Signed) -> int:
    console.note(text("judge.many", count=len(done.iris), known=done.known, path=done.path))
    if done.iris and signed[2]:
        console.note(text("judge.when", out=signed[3]))
    if done.result is not None:
        reopened = [one for one in done.result.issues if one.code.startswith("judgement-")]
        console.issues(reopened, str(signed[3] / "issues.jsonl"))
    return console.Exit.DONE


def _short(iri: str) -> str:
    kind, _, slug = iri.rpartition("/")
    return f"{kind.rpartition('/')[2]}/{slug}"


def assert_(  # noqa: PLR0913 - one parameter for each option of the contract
    subject: Annotated[str, typer.Argument(metavar="SUBJECT", help=text("assert.subject"), show_default=False)],
    predicate: Annotated[str, typer.Argument(metavar="PREDICATE", help=text("assert.predicate"), show_default=False)],
    target: Annotated[str | None, typer.Argument(metavar="OBJECT", help=text("assert.object"))] = None,
    words: Annotated[str, typer.Option("--words", metavar="QUOTE", help=text("assert.words"))] = "",
    article: Annotated[str | None, typer.Option("--article", metavar="ARTICLE", help=text("assert.article"))] = None,
    modality: Annotated[ModalityWord, typer.Option("--modality", help=text("assert.modality"))] = ModalityWord.ASSERTED,
    role: Annotated[str, typer.Option("--role", metavar="ROLE", help=text("assert.role"))] = "",
    status: Annotated[StatusWord, typer.Option("--status", help=text("assert.status"))] = StatusWord.CURRENT,
    since: Annotated[str, typer.Option("--since", metavar="DATE", help=text("assert.since"), callback=iso_date)] = "",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help=text("assert.until"), callback=iso_date)] = "",
    by: By = "",
    why: Why = "",
    later: Later = False,
    graph: GraphFolder = DEFAULT_OUT,
) -> int:
    """Add a statement."""
    from govgraph.errors import QueryError
    from govgraph.model import Modality, Predicate, Status
    from govgraph.model.days import span
    from govgraph.pipeline.drafting import Claim

    if predicate != "holdsOffice" and predicate not in list(Predicate):
        raise QueryError(f"no predicate {predicate!r}; there are {', '.join(Predicate)}, holdsOffice")
    if predicate == "holdsOffice" and not role:
        raise typer.BadParameter(text("assert.no_role"))
    if predicate != "holdsOffice" and target is None:
        raise typer.BadParameter(text("assert.no_object"))
    for day in (since, until):
        if day and span(day) is None:
            raise QueryError(f"{day!r} is no date; allowed are YYYY-MM-DD, YYYY-MM and YYYY")

    def affirm(one: Judge) -> Judged:
        claim = Claim(
            subject=one.find(subject),
            predicate=None if predicate == "holdsOffice" else Predicate(predicate),
            object=one.find(target) if target else "",
            modality=Modality(modality.value),
            role=one.find_role(role) if role else "",
            status=Status(status.value),
            since=since,
            until=until,
        )
        done = one.affirm(claim, words, article)
        unnamed = one.unnamed(claim, words)
        if unnamed:
            console.warning_line(text("assert.unnamed", names=", ".join(unnamed)))
        return done

    return _judged(affirm, by, why, later, graph)


def _judged(act: Callable[[Judge], Judged], by: str, why: str, later: bool, graph: Path) -> int:
    with _judge(by, why, later, graph) as judge:
        done = act(judge)
    key = "judge.done" if done.new else "judge.known"
    console.note(text(key, judgement=done.iri.rpartition("/")[2], path=done.path))
    if done.new and later:
        console.note(text("judge.when", out=graph))
    if done.result is not None:
        reopened = [one for one in done.result.issues if one.code.startswith("judgement-")]
        console.issues(reopened, str(graph / "issues.jsonl"))
    return console.Exit.DONE


@contextmanager
def _judge(by: str, why: str, later: bool, graph: Path) -> Iterator[Judge]:
    import getpass

    from govgraph.api import Graph
    from govgraph.pipeline.judging import Judge
    from govgraph.rdf import Signature

    # the day of the act, as the person who judges knows it
    signature = Signature(by or getpass.getuser(), datetime.date.today(), why)
    with console.progress() as progress, Graph.open(graph) as opened:
        yield Judge(graph, opened.store, signature, apply=not later, progress=progress)
