"""Many judgements at once: from a table or JSON Lines, all of them or none."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from govgraph.errors import CorrectionsError, InputError, NotFoundError, QueryError
from govgraph.model import Modality, Predicate, Status
from govgraph.model.days import span
from govgraph.pipeline.drafting import Claim, Draft
from govgraph.pipeline.judging import Judge
from govgraph.rdf import Signature

VERDICTS: Final = ("same", "different", "reject", "assert")
COLUMNS: Final = (
    *("verdict", "first", "second", "statement", "subject", "predicate", "object"),
    *("words", "article", "modality", "role", "status", "since", "until", "by", "why"),
)
_DELIMITERS: Final = ",;\t"
_OFFICE: Final = "holdsOffice"
_MOST_TOLD: Final = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A judgement as somebody has written it.

    Attributes:
        line: Line of the file that it begins on, from 1.
        given: Column → what stands in it; empty cells are left out.
    """

    line: int
    given: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.given.get(name, "")

    def needed(self, name: str) -> str:
        """What stands in a column that the verdict needs.

        Raises:
            InputError: Nothing.
        """
        if name not in self.given:
            raise InputError(f"{name} is empty, and {self['verdict'] or 'a judgement'} needs it")
        return self.given[name]


def read_rows(path: Path, verdict: str = "") -> tuple[Row, ...]:
    """Judgements of a file: CSV with a head (comma, semicolon or tab), or JSON Lines with the same names.

    Args:
        path: The file.
        verdict: What is meant where a row has none.

    Raises:
        InputError: The file cannot be read, holds none, or has a column or verdict that there is not.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}; give a file in UTF-8") from error
    rows = []
    for line, told in _objects(text, path) if text.lstrip().startswith("{") else _cells(text, path):
        unknown = sorted(told.keys() - set(COLUMNS))
        if unknown:
            raise InputError(f"{path}, line {line}: column {unknown[0]!r}; allowed are {', '.join(COLUMNS)}")
        given = {name: value.strip() for name, value in told.items() if value.strip()}
        given.setdefault("verdict", verdict)
        if given["verdict"] not in VERDICTS:
            found = repr(given["verdict"]) if given["verdict"] else "empty"
            raise InputError(f"{path}, line {line}: verdict is {found}; allowed are {', '.join(VERDICTS)}")
        rows.append(Row(line, given))
    if not rows:
        raise InputError(f"{path}: no judgement in it; give a table with a head, or JSON Lines")
    return tuple(rows)


def _cells(text: str, path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        before = reader.line_num
        for row in reader:
            before, line = reader.line_num, max(before, 1) + 1
            if None in row:
                raise InputError(f"{path}, line {line}: more cells than the head has; put quotation marks around them")
            yield line, {name.strip().lower(): value or "" for name, value in row.items()}
    except csv.Error as error:
        raise InputError(f"{path}: no table ({error}); correct the file") from error


def _objects(text: str, path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    for line, content in enumerate(text.splitlines(), start=1):
        if not content.strip():
            continue
        try:
            told = json.loads(content)
        except ValueError as error:
            raise InputError(f"{path}, line {line}: no JSON ({error}); put one object on each line") from error
        if not isinstance(told, dict) or not all(isinstance(one, str | None) for one in told.values()):
            raise InputError(f"{path}, line {line}: no object of texts; put one on each line")
        yield line, {name: value or "" for name, value in told.items()}


def drafts_of(
    rows: Sequence[Row], judge: Judge, path: Path, signature: Signature, *, every: bool = False
) -> tuple[tuple[Draft, Signature], ...]:
    """Judgements of rows, on a graph.

    Args:
        rows: As read.
        judge: Knows the graph.
        path: Their file, for errors.
        signature: Who judges and why, where a row does not say.
        every: Whether all statements are rejected that a row names, where it names several.

    Raises:
        InputError: Rows cannot be used; says why, of the first of them.
    """
    found: list[tuple[Draft, Signature]] = []
    wrong: list[str] = []
    for row in rows:
        own = replace(signature, by=row["by"] or signature.by, why=row["why"] or signature.why)
        try:
            found += [(draft, own) for draft in _drafts(row, judge, every=every)]
        except (InputError, NotFoundError, QueryError, CorrectionsError) as error:
            wrong.append(f"{path}, line {row.line}: {error}")
    if wrong:
        more = f" (+{len(wrong) - _MOST_TOLD})" if len(wrong) > _MOST_TOLD else ""
        raise InputError(f"nothing was judged; {' | '.join(wrong[:_MOST_TOLD])}{more}")
    return tuple(found)


def _drafts(row: Row, judge: Judge, *, every: bool) -> Iterator[Draft]:
    verdict = row["verdict"]
    if verdict == "assert":
        yield judge.assertion(_claim(row, judge), row.needed("words"), row["article"] or None)
    elif verdict == "reject":
        statements: tuple[str, ...] = (row["statement"],)
        if not row["statement"]:
            statements = judge.statements(row.needed("subject"), row.needed("predicate"), row["object"] or None)
        if len(statements) > 1 and not every:
            raise InputError(f"{len(statements)} statements fit; name one of them, or give --every")
        yield from map(judge.rejection, statements)
    else:
        yield judge.identification(verdict == "same", row.needed("first"), row.needed("second"))


def _claim(row: Row, judge: Judge) -> Claim:
    predicate = row.needed("predicate")
    office = predicate == _OFFICE
    if not office and predicate not in list(Predicate):
        raise QueryError(f"no predicate {predicate!r}; there are {', '.join(Predicate)}, {_OFFICE}")
    for name, allowed in (("modality", Modality), ("status", Status)):
        if row[name] and row[name] not in list(allowed):
            raise InputError(f"{name} is {row[name]!r}; allowed are {', '.join(allowed)}")
    for name in ("since", "until"):
        if row[name] and span(row[name]) is None:
            raise QueryError(f"{row[name]!r} is no date; allowed are YYYY-MM-DD, YYYY-MM and YYYY")
    target = row["object"] if office else row.needed("object")
    return Claim(
        subject=judge.find(row.needed("subject")),
        predicate=None if office else Predicate(predicate),
        object=judge.find(target) if target else "",
        modality=Modality(row["modality"] or Modality.ASSERTED),
        role=judge.find_role(row.needed("role")) if office else "",
        status=Status(row["status"] or Status.CURRENT),
        since=row["since"],
        until=row["until"],
    )
