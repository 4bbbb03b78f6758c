"""How long it takes to say who is who in many articles, and how much memory: 10,000 against 100,000.

    python benchmarks/identity/scale.py [--articles 10000 100000] [--write]

The articles are those of the stories, taken again and again in other towns, years and with other people: an office
(role, body, four years) has one holder, whose name is drawn from first names and surnames, so that names meet by
chance as they do. A tenth of the names stand as an initial and a surname, a tenth as the surname alone. Each size runs
in a process of its own.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from stories import SETS, stories

from govgraph.model import ArticleRecord, Entity, EntityType, article_iri, entity_iri
from govgraph.model.collecting import uncollected
from govgraph.resolve import Resolver
from govgraph.vocabulary import load_vocabulary

RESULTS = Path(__file__).with_name("SCALE.md")
_ENDS = "mann er inger hoff meier hauer bauer berg stein feld ner ke brecht hardt rich ling sen huber kamp bach"
_ONSETS = "B Br D F Fr G Gr H K Kl Kr L M N P R S Sch St T W Z"
_VOWELS = "a e i o u au ei ö"
_CODAS = "l ll n nn r rn rt s ss st ck lz nd tz"
_SURNAMES = [
    one + two + three + four
    for four, one, two, three in product(*(some.split() for some in (_ENDS, _ONSETS, _VOWELS, _CODAS)))
]
"""Some 49,000 surnames, the first of which are drawn most often: one in a hundred bears the commonest."""


def _draw(seed: str, things: list[str], skew: float = 1.0) -> str:
    share = int(hashlib.sha256(seed.encode()).hexdigest()[:12], 16) / 16**12
    return things[int(len(things) * share**skew)]


def articles(count: int) -> Iterator[ArticleRecord]:
    """That many articles, the same ones each time."""
    vocabulary = load_vocabulary(())
    first = sorted(vocabulary.words["first-names"])
    towns = [one for one in vocabulary.entries if one.type is EntityType.MUNICIPALITY and len(one.jurisdictions) == 1]
    templates = [one for which in SETS for story in stories(which) for one in story.articles]
    for number in range(count):
        yield _varied(templates[number % len(templates)], number, first, towns, count)


def _varied(one: ArticleRecord, number: int, first: list[str], towns: list, count: int) -> ArticleRecord:  # type: ignore[type-arg]
    year = 2012 + number % 15
    town = towns[(number // 15) % len(towns)]
    date = f"{year}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    # the more articles, the more people: an office has a place among many alike
    ward = (number // (15 * len(towns))) % max(1, count // 20_000)
    entities: dict[str, Entity] = {}
    new: dict[str, str] = {}
    for place, person in enumerate(entity for entity in one.entities if entity.type is EntityType.PERSON):
        office = next((each for each in one.offices if each.person == person.id), None)
        seed = f"{office.role if office else place} {town.iri} {ward} {year // 4}"
        name = f"{_draw(seed, first)} {_draw(seed + ' surname', _SURNAMES, 2.5)}"
        form = {8: f"{name[0]}. {name.split()[1]}", 9: name.split()[1]}.get(number % 10, name)
        taken = any(each.name == form for each in entities.values())
        new[person.id] = entity_iri("person", f"{form} {place}" if taken else form)
        entities[new[person.id]] = replace(person, id=new[person.id], name=form, aliases=(), mentions=())
    body = Entity(town.iri, town.name, town.type, (), (), town.kind, town.jurisdictions[0])
    entities[body.id] = body
    offices = tuple(
        replace(each, person=new[each.person], organisation=body.id, since=None, until=None) for each in one.offices
    )
    title = f"{one.article.title} {number}"
    iri = article_iri(date, title, one.article.text)
    article = replace(one.article, id=iri, title=title, date=date, page=f"p{number}")
    return ArticleRecord(article, tuple(entities[iri] for iri in sorted(entities)), offices, ())


def measure(count: int) -> dict[str, float]:
    """Seconds of processor time and peak memory to take in, decide and apply; making the articles is not counted."""
    resolver = Resolver()
    spent = 0.0
    # as `govgraph.resolve.resolved` does it
    with uncollected():
        for one in articles(count):
            begin = time.process_time()
            resolver.add(one)
            spent += time.process_time() - begin
    begin = time.process_time()
    resolution = resolver.decide()
    decided = time.process_time() - begin
    applied = 0.0
    people: set[str] = set()
    for one in articles(count):
        begin = time.process_time()
        done = resolution.apply(one)
        applied += time.process_time() - begin
        people.update(entity.id for entity in done.entities if entity.type is EntityType.PERSON)
    return {
        "articles": count,
        "people": len(people),
        "take in": spent,
        "decide": decided,
        "apply": applied,
        "seconds": spent + decided + applied,
        "MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.one)))
        return
    rows = []
    for count in given.articles:
        command = [sys.executable, __file__, "--one", str(count)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        rows.append(json.loads(done.stdout))
    lines = ["| articles | people | take in | decide | apply | seconds | ms per article | peak MB |", "|" + "---:|" * 8]
    lines += [
        f"| {row['articles']:,} | {row['people']:,} | {row['take in']:.1f} | {row['decide']:.1f} | {row['apply']:.1f} "
        f"| {row['seconds']:.1f} | {1000 * row['seconds'] / row['articles']:.3f} | {row['MB']:.0f} |"
        for row in rows
    ]
    table = "\n".join(lines)
    print(table)
    if given.write:
        head = "# Who is who in many articles\n\nMade by `benchmarks/identity/scale.py --write` on one core.\n\n"
        RESULTS.write_text(head + table + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
