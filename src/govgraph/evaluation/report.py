"""Precision, recall and F1 over a folder of annotated pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from govgraph.errors import InputError
from govgraph.evaluation.annotations import Annotations, annotations_of
from govgraph.evaluation.matching import Line, match, same_entity, same_fact, same_office

GOLD_SUFFIX = ".gold.json"
KINDS = ("entities", "offices", "facts")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts and the figures made of them, in per cent (0 to 100).

    Attributes:
        hits: Found and right.
        missed: To be found, not found.
        wrong: Found, not to be found.
        values_right: Hits whose status or modality is right too.
    """

    hits: int
    missed: int
    wrong: int
    values_right: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return _per_cent(self.hits, self.hits + self.wrong)

    @property
    def recall(self) -> float:
        """Share of what was to be found that was found."""
        return _per_cent(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class PageResult:
    """Comparison of one page: lines by kind, and how many headings are right."""

    page: str
    lines: Mapping[str, tuple[Line, ...]]
    headings: int
    headings_right: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Comparison of a folder of pages, micro-averaged."""

    pages: tuple[PageResult, ...]

    def score(self, kind: str) -> Score:
        """Figures for `entities`, `offices` or `facts`."""
        return _score(line for page in self.pages for line in page.lines[kind])

    def by_group(self, kind: str) -> dict[str, Score]:
        """Figures for each type, role or predicate, sorted by name."""
        return self._split(kind, lambda line: line.group)

    def by_genre(self, kind: str) -> dict[str, Score]:
        """Figures for each genre of article, sorted by name."""
        return self._split(kind, lambda line: line.genre)

    def _split(self, kind: str, key: Callable[[Line], str]) -> dict[str, Score]:
        lines = [line for page in self.pages for line in page.lines[kind]]
        return {name: _score(line for line in lines if key(line) == name) for name in sorted({*map(key, lines)})}

    @property
    def headings(self) -> int:
        """Annotated articles."""
        return sum(page.headings for page in self.pages)

    @property
    def headings_right(self) -> int:
        """Annotated articles for which an article of that title and date was found on the page."""
        return sum(page.headings_right for page in self.pages)

    @property
    def mean_f1(self) -> float:
        """Mean of the three F1 figures."""
        return sum(self.score(kind).f1 for kind in KINDS) / len(KINDS)

    def differences(self) -> tuple[str, ...]:
        """A line for every miss and every false alarm, in the order of the pages."""
        return tuple(
            f"{page.page}: {kind}: {line.outcome + ':':8}{line.label}"
            for page in self.pages
            for kind in KINDS
            for line in page.lines[kind]
            if line.outcome != "hit"
        )


def _per_cent(part: int, whole: int) -> float:
    return 100.0 * part / whole if whole else 0.0


def _score(lines: Iterable[Line]) -> Score:
    counts = {"hit": 0, "missed": 0, "wrong": 0}
    values_right = 0
    for line in lines:
        counts[line.outcome] += 1
        values_right += line.value_right is True
    return Score(counts["hit"], counts["missed"], counts["wrong"], values_right)


def load_gold(folder: Path) -> dict[str, Any]:
    """Hand-made annotations of a folder: name of the page → JSON object, sorted by name.

    Raises:
        InputError: There is no such folder, no `*.gold.json` in it, or one that is not JSON.
    """
    if not folder.is_dir():
        raise InputError(f"no folder {folder}; give a folder that holds NAME.txt and NAME{GOLD_SUFFIX}")
    paths = sorted(folder.glob(f"*{GOLD_SUFFIX}"))
    if not paths:
        raise InputError(f"no *{GOLD_SUFFIX} in {folder}; give a folder that holds NAME.txt and NAME{GOLD_SUFFIX}")
    return {path.name.removesuffix(GOLD_SUFFIX): _load(path) for path in paths}


def _load(path: Path) -> Any:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read as JSON ({error}); mend or remove it") from error
    if not isinstance(content, dict):
        raise InputError(f"{path} holds a {type(content).__name__}, not an object with articles; mend or remove it")
    return content


def evaluate_pages(gold: Mapping[str, Any], records: Mapping[str, Any]) -> Evaluation:
    """Compare records with annotations.

    Args:
        gold: Name of the page → annotations, as `load_gold` gives them.
        records: Name of the page → record, as in `records/NAME.json`; a page without one counts as all missed.

    Raises:
        InputError: Annotations or a record that lack what the guidelines ask for.
    """
    return Evaluation(tuple(_page(name, page, records.get(name, {})) for name, page in gold.items()))


def _page(name: str, gold: Any, record: Any) -> PageResult:
    try:
        wanted, found = annotations_of(gold), annotations_of(record)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{name}: annotations or record break the guidelines' form ({error!r}); mend them") from error
    lines = {
        "entities": match(wanted.entities, found.entities, same_entity),
        "offices": match(wanted.offices, found.offices, same_office),
        "facts": match(wanted.facts, found.facts, same_fact),
    }
    return PageResult(name, lines, len(wanted.headings), _headings_right(wanted, found))


def _headings_right(wanted: Annotations, found: Annotations) -> int:
    there = {(heading.title, heading.date) for heading in found.headings}
    return sum((heading.title, heading.date) in there for heading in wanted.headings)


def evaluate_folder(gold: Path, records: Path) -> Evaluation:
    """Compare `records/NAME.json` with `gold/NAME.gold.json` for every annotated page.

    Raises:
        InputError: A folder is missing, or a file in it cannot be read.
    """
    if not records.is_dir():
        raise InputError(f"no folder {records}; give the records/ of a build, or leave it out to read the pages anew")
    pages = load_gold(gold)
    paths = {name: records / f"{name}.json" for name in pages}
    return evaluate_pages(pages, {name: _load(path) for name, path in paths.items() if path.exists()})
