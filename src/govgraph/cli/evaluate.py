"""`govgraph evaluate`: how right what was read is, measured on annotated pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import text
from govgraph.cli.options import DEFAULT_BASE, Base, Lexicon, Workers, build_options

if TYPE_CHECKING:
    from govgraph.evaluation import Evaluation, Score
    from govgraph.pipeline import BuildOptions

_KINDS = ("entities", "offices", "facts")
_RIGHT = frozenset(range(1, 8))


def command(  # noqa: PLR0913 - one parameter for each option
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help=text("evaluate.gold"), show_default=False)],
    records: Annotated[Path | None, typer.Option("--records", metavar="DIR", help=text("evaluate.records"))] = None,
    differences: Annotated[bool, typer.Option("--list", help=text("evaluate.list"))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=text("evaluate.json"))] = False,
    lexicon: Lexicon = None,
    workers: Workers = 0,
    base: Base = DEFAULT_BASE,
) -> int:
    """Evaluate against annotations."""
    from govgraph.evaluation import evaluate_folder

    findings = False
    if records is not None:
        evaluation = evaluate_folder(gold, records)
    else:
        options = build_options(lexicon=tuple(lexicon or ()), workers=workers, base=base)
        evaluation, findings = _read_and_evaluate(gold, options)
    if differences:
        for line in evaluation.differences():
            console.result(line)
    console.result(json.dumps(_as_json(evaluation), sort_keys=True) if as_json else _tables(evaluation))
    return console.Exit.FINDINGS if findings else console.Exit.DONE


def _read_and_evaluate(gold: Path, options: BuildOptions) -> tuple[Evaluation, bool]:
    from govgraph.evaluation import evaluate_pages, load_gold
    from govgraph.model.serialise import record_to_dict
    from govgraph.pipeline import extract_records

    pages = load_gold(gold)
    paths = [gold / f"{name}.txt" for name in pages]
    with console.progress() as progress:
        extraction = extract_records([str(path) for path in paths], options, progress)
    unread = [issue for issue in extraction.issues if issue.level == "error"]
    console.issues(unread, above=True)
    found = {record.page: record_to_dict(record) for record in extraction.records}
    return evaluate_pages(pages, found), bool(unread)


def _cells(name: str, score: Score) -> tuple[str, ...]:
    figures = (f"{score.precision:.1f}", f"{score.recall:.1f}", f"{score.f1:.1f}")
    return (name, *figures, str(score.hits), str(score.missed), str(score.wrong))


def _tables(evaluation: Evaluation) -> str:
    header = tuple(
        text(f"evaluate.column.{name}") for name in ("precision", "recall", "f1", "found", "missed", "wrong")
    )
    parts = [
        console.table(
            (text("evaluate.kind"), *header),
            [_cells(text(f"count.{kind}"), evaluation.score(kind)) for kind in _KINDS],
            right=_RIGHT,
        )
    ]

    def add(title: str, scores: Mapping[str, Score]) -> None:
        if scores:
            parts.append(console.table((title, *header), [_cells(*one) for one in scores.items()], right=_RIGHT))

    add(text("evaluate.predicate"), evaluation.by_group("facts"))
    for kind in _KINDS:
        add(text("evaluate.genre", kind=text(f"count.{kind}")), evaluation.by_genre(kind))
    offices, facts = evaluation.score("offices"), evaluation.score("facts")
    parts.append(
        "\n".join(
            (
                text("evaluate.status", right=offices.values_right, all=offices.hits),
                text("evaluate.modality", right=facts.values_right, all=facts.hits),
                text("evaluate.headings", right=evaluation.headings_right, all=evaluation.headings),
                text("evaluate.mean", value=f"{evaluation.mean_f1:.1f}"),
            )
        )
    )
    return "\n\n".join(parts)


def _score_json(score: Score) -> dict[str, float | int]:
    return {
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
        "hits": score.hits,
        "missed": score.missed,
        "wrong": score.wrong,
        "values_right": score.values_right,
    }


def _as_json(evaluation: Evaluation) -> dict[str, object]:
    split = {
        kind: {
            "by_group": {name: _score_json(score) for name, score in evaluation.by_group(kind).items()},
            "by_genre": {name: _score_json(score) for name, score in evaluation.by_genre(kind).items()},
            **_score_json(evaluation.score(kind)),
        }
        for kind in _KINDS
    }
    headings = {"right": evaluation.headings_right, "all": evaluation.headings}
    return {**split, "headings": headings, "mean_f1": round(evaluation.mean_f1, 4)}
