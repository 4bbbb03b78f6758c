"""How well people and periods come out on the stories, beside two naive floors.

    python benchmarks/identity/run.py [--write] [--gate]

Two ways are measured. *From annotations*: what each article says is told, and only who is who and from when to when is
asked. *From the text*: the articles are read first, so that every slip of the reading counts too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import astuple
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from measure import (
    BOUNDS,
    FLOORS,
    Times,
    b_cubed,
    bodies_read,
    found_intervals,
    match,
    names_of,
    pairs,
    pairwise,
    resolve_stories,
    times,
    true_intervals,
    truth_of,
)
from stories import SETS, Key, Story, role_key, stories

from govgraph.model import ArticleRecord, Entity, EntityType, Record
from govgraph.pipeline import BuildOptions, extract_records
from govgraph.resolve.names import likeness

RESULTS = Path(__file__).with_name("RESULTS.md")
FLOORS_FILE = Path(__file__).with_name("floors.json")


def from_text(some: list[Story]) -> tuple[dict[Key, str], tuple[Record, ...]]:
    """IRI of each annotated person by reading the pages: whoever is called so there; missing people have none."""
    paths = [one.article.source for story in some for one in story.articles]
    read = extract_records(paths, BuildOptions(workers=1))
    by_source = {record.source: record.articles[0] for record in read.records if record.articles}
    found: dict[Key, str] = {}
    for story in some:
        for one in story.articles:
            mine = by_source.get(one.article.source)
            for entity in one.entities:
                key = (one.article.id, entity.id)
                if key in story.people:
                    found[key] = _called(entity, one, mine) or f"missing {key}"
    return found, read.records


def _called(person: Entity, told: ArticleRecord, article: ArticleRecord | None) -> str | None:
    """Who is called so in the reading of an article; of several, the one in most offices of the annotation."""
    people = [one for one in article.entities if one.type is EntityType.PERSON] if article else []
    exact = [one.id for one in people if person.name == one.name or person.name in one.aliases]
    if exact and article:
        own = {(role_key(one.role), one.organisation) for one in told.offices if one.person == person.id}
        held = [(one.person, (role_key(one.role), one.organisation)) for one in article.offices]
        return max(exact, key=lambda iri: sum(who == iri and office in own for who, office in held))
    return next((one.id for one in people if likeness(person.name, one.name) is not None), None)


def interval_figures(
    some: list[Story], articles: Mapping[str, ArticleRecord], found: Mapping[Key, str], *, of_text: bool = False
) -> tuple[int, int, int, int, dict[str, tuple[int, int]]]:
    """Right bounds, all bounds, rows missing, rows too many, and right and all by bound."""
    right = total = missing = extra = 0
    by_bound = dict.fromkeys(BOUNDS, (0, 0))
    for story in some:
        people: dict[str, str] = {}
        for key, person in story.people.items():
            people.setdefault(found[key], person)
        own = [articles[one.article.source] for one in story.articles if one.article.source in articles]
        told = {iri: key for (_, iri), key in story.bodies.items()}
        bodies = bodies_read(story, articles) if of_text else told
        for truth, mine in match(true_intervals(story), found_intervals(own, people, bodies)):
            if truth is None:
                extra += 1
                continue
            missing += mine is None
            for number, name in enumerate(BOUNDS):
                good = mine is not None and truth.bounds[number] == mine.bounds[number]
                hit, of = by_bound[name]
                by_bound[name] = (hit + good, of + 1)
                right += good
                total += 1
    return right, total, missing, extra, by_bound


def measure(which: str) -> dict[str, object]:
    """All figures of a set of stories."""
    some = stories(which)
    truth, names = truth_of(some), names_of(some)
    asked = pairs(names, truth)
    rows = {}
    told, done = resolve_stories(some)
    rows["from annotations"] = _row(asked, truth, told)
    read, records = from_text(some)
    rows["from the text"] = _row(asked, truth, read)
    for name, fold in FLOORS.items():
        rows[f"floor: {name}"] = _row(asked, truth, {key: fold(names[key]) for key in truth})
    articles = {one.article.source: one for record in done for one in record.articles}
    of_text = {one.article.source: one for record in records for one in record.articles}
    return {
        "stories": len(some),
        "articles": len(articles),
        "pairs": len(asked),
        "same": sum(truth[one] == truth[two] for one, two in asked),
        "people": rows,
        "bounds": {
            "from annotations": _bounds(interval_figures(some, articles, told)),
            "from the text": _bounds(interval_figures(some, of_text, read, of_text=True)),
        },
        "times": times(some, of_text),
        "read": len(records),
    }


def _bounds(figures: tuple[int, int, int, int, dict[str, tuple[int, int]]]) -> dict[str, object]:
    right, total, missing, extra, by_bound = figures
    return {
        "right": 100 * right / total,
        "of": total,
        "missing": missing,
        "extra": extra,
        "by": {name: 100 * hit / of for name, (hit, of) in by_bound.items()},
    }


def _row(asked: Iterable[tuple[Key, Key]], truth: Mapping[Key, str], found: Mapping[Key, str]) -> dict[str, float]:
    score = pairwise(asked, truth, found)
    b3 = b_cubed(truth, found)
    return {"precision": score.precision, "recall": score.recall, "B3 precision": b3[0], "B3 recall": b3[1]}


def table(figures: Mapping[str, dict[str, object]]) -> str:
    """Figures as Markdown."""
    lines = [
        "| stories | way | pairs | precision | recall | B³ precision | B³ recall |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for which, found in figures.items():
        for way, row in found["people"].items():  # type: ignore[attr-defined]
            cells = " | ".join(f"{row[name]:.1f}" for name in ("precision", "recall", "B3 precision", "B3 recall"))
            lines.append(f"| {which} | {way} | {found['pairs']} | {cells} |")
    lines += ["", "| stories | way | rows missing | rows too many | bounds | right | " + " | ".join(BOUNDS) + " |"]
    lines.append("|---|---|---:|---:|---:|---:|" + "---:|" * len(BOUNDS))
    for which, found in figures.items():
        for way, bounds in found["bounds"].items():  # type: ignore[attr-defined]
            shares = [f"{bounds['right']:.1f}", *(f"{bounds['by'][name]:.1f}" for name in BOUNDS)]
            cells = [which, way, bounds["missing"], bounds["extra"], bounds["of"], *shares]
            lines.append(f"| {' | '.join(map(str, cells))} |")
    lines += ["", "| stories | offices | read | of both | status right | days told | days read | days right |"]
    lines.append("|---|---:|---:|---:|---:|---:|---:|---:|")
    for which, found in figures.items():
        one: Times = found["times"]  # type: ignore[assignment]
        lines.append(f"| {' | '.join(map(str, (which, *astuple(one))))} |")
    return "\n".join(lines)


def gate(figures: Mapping[str, dict[str, object]]) -> list[str]:
    """Figures that fell below their floors."""
    floors = json.loads(FLOORS_FILE.read_text(encoding="utf-8"))
    fallen = []
    for which, wanted in floors.items():
        people: dict = figures[which]["people"]["from annotations"]  # type: ignore[index,type-arg]
        got = {**people, "bounds": figures[which]["bounds"]["from annotations"]["right"]}  # type: ignore[index]
        fallen += [f"{which}: {name} {got[name]:.1f} < {least}" for name, least in wanted.items() if got[name] < least]
    return fallen


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    parser.add_argument("--gate", action="store_true", help=f"fail if a figure is below {FLOORS_FILE.name}")
    given = parser.parse_args()
    figures = {which: measure(which) for which in SETS}
    found = table(figures)
    print(found)
    if given.write:
        head = "# Who is who, and when\n\nMade by `run.py --write`; README.md explains the columns.\n\n"
        RESULTS.write_text(head + found + "\n", encoding="utf-8")
    fallen = gate(figures) if given.gate else []
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
