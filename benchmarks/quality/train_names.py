#!/usr/bin/env python3
"""Trains what tells names that no dictionary knows, on the annotated pages of the repository, and writes its weights.

Most names of these pages are in the lexicon, so pages are read several times with a lexicon that has forgotten part of
its names. A word is right as a name of the type that the annotation gives it, and as no name where it has none. Same
pages and rules, same bytes.

    python benchmarks/quality/train_names.py            # train, write src/govgraph/extract/names/name_types.json
    python benchmarks/quality/train_names.py --check    # how well it tells names that it was not trained on
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from forgetting import forgetful
from scipy.sparse import csr_matrix
from sets import ROOT, SETS, PageSet
from sklearn.linear_model import LogisticRegression

from govgraph.evaluation.annotations import annotations_of
from govgraph.evaluation.names import normal_name
from govgraph.extract import Reader
from govgraph.extract.names.name_types import NO_NAME, NameTypes, NameWeights
from govgraph.vocabulary import Vocabulary, load_vocabulary

WEIGHTS = ROOT / "src" / "govgraph" / "extract" / "names" / "name_types.json"
TRAINED_ON = ("examples", "open")
FORGETTING = ((0.0, ""), (0.5, "a"), (0.5, "b"), (0.7, "c"), (1.0, ""))
"""Shares of the lexicon that are forgotten, with their seeds."""
STRENGTH = 1.0
"""Inverse strength of the L2 penalty."""
LEAST = 0.5
LEAST_OFTEN = 3
LEAST_WEIGHT = 0.01
FOLDS = 8


@dataclass(frozen=True, slots=True)
class Example:
    """A word of a page with its signs; `right` are the classes that the annotation allows, `weight` what it counts."""

    page: str
    name: str
    signs: tuple[str, ...]
    right: tuple[str, ...]
    weight: float = 1.0


def examples_of(page_set: PageSet, vocabulary: Vocabulary) -> list[Example]:
    """The words of a set of pages that may be names, by what a lexicon leaves over."""
    reader = Reader(vocabulary)
    out = []
    for page, gold in page_set.gold().items():
        types: dict[str, set[str]] = defaultdict(set)
        for entity in annotations_of(gold).entities:
            for name in entity.names:
                types[name].update(map(str, entity.types))
        for article in page_set.page(page).articles:
            for name, signs in reader.unknown_names(article):
                right = types.get(normal_name(name)) or types.get(normal_name(name, person=True)) or {NO_NAME}
                out.append(Example(f"{page_set.name}/{page}", name, signs, tuple(sorted(right))))
    return out


def all_examples(vocabulary: Vocabulary) -> list[Example]:
    """The words of all pages to learn from; what several lexicons leave over counts little more than once."""
    found = [
        example
        for share, seed in FORGETTING
        for known in (forgetful(vocabulary, share, seed),)
        for page_set in SETS
        if page_set.name in TRAINED_ON
        for example in examples_of(page_set, known)
    ]
    times = Counter((e.page, e.name) for e in found)
    return [Example(e.page, e.name, e.signs, e.right, times[e.page, e.name] ** -0.5) for e in found]


def train(examples: Sequence[Example]) -> NameWeights:
    """Weights from words with their annotation; a word with several types is an example of each."""
    often = Counter(sign for example in examples for sign in example.signs)
    place = {sign: i for i, sign in enumerate(sorted(s for s, n in often.items() if n >= LEAST_OFTEN))}
    indices: list[int] = []
    starts = [0]
    classes: list[str] = []
    worth: list[float] = []
    for example in examples:
        for right in example.right:
            indices += sorted(place[sign] for sign in example.signs if sign in place)
            starts.append(len(indices))
            classes.append(right)
            worth.append(example.weight / len(example.right))
    matrix = csr_matrix((np.ones(len(indices)), indices, starts), shape=(len(classes), len(place)))
    model = LogisticRegression(C=STRENGTH, max_iter=5000, tol=1e-6)
    model.fit(matrix, classes, sample_weight=worth)
    bias = {str(c): round(float(b), 2) for c, b in zip(model.classes_, model.intercept_, strict=True)}
    signs = {
        sign: {
            str(c): round(float(weight), 2)
            for c, weight in zip(model.classes_, model.coef_[:, i], strict=True)
            if abs(weight) >= LEAST_WEIGHT
        }
        for sign, i in place.items()
    }
    return NameWeights(bias, {sign: table for sign, table in signs.items() if table}, LEAST)


def as_json(weights: NameWeights) -> str:
    """The weights as they are shipped: sorted, a sign a line."""
    signs = ",\n".join(
        f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps(table, sort_keys=True)}"
        for sign, table in sorted(weights.signs.items())
    )
    bias = json.dumps(weights.bias, sort_keys=True)
    return f'{{\n"bias": {bias},\n"least": {weights.least},\n"signs": {{\n{signs}\n}}\n}}\n'


def check(examples: Sequence[Example]) -> Mapping[float, tuple[float, float]]:
    """Precision and recall, in per cent, on names left out of the training, by the least probability."""
    folds: dict[int, list[Example]] = defaultdict(list)
    for example in examples:
        folds[int(hashlib.sha256(example.name.encode()).hexdigest(), 16) % FOLDS].append(example)
    judged: list[tuple[Example, str, float]] = []
    for number, left_out in sorted(folds.items()):
        types = NameTypes(train([e for other, found in folds.items() if other != number for e in found]))
        for example in left_out:
            likely = types.probabilities(example.signs)
            best = max(likely, key=lambda c: (likely[c], c))
            judged.append((example, best, likely[best]))
    wanted = sum(e.weight for e in examples if NO_NAME not in e.right)
    out = {}
    for least in (0.4, 0.5, 0.6, 0.7):
        named = [(e, best) for e, best, p in judged if best != NO_NAME and p >= least]
        right = sum(e.weight for e, best in named if best in e.right)
        out[least] = (100 * right / sum(e.weight for e, _ in named), 100 * right / wanted)
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--check", action="store_true", help="print figures on names left out instead of writing weights"
    )
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where to write the weights")
    given = parser.parse_args(arguments)
    examples = all_examples(load_vocabulary())
    if given.check:
        print("| least | P | R |\n| ---: | ---: | ---: |")
        for least, (precision, recall) in check(examples).items():
            print(f"| {least} | {precision:.1f} | {recall:.1f} |")
        return 0
    given.out.write_text(as_json(train(examples)), encoding="utf-8")
    named = sum(NO_NAME not in example.right for example in examples)
    print(f"{len(examples)} words, {named} of them names; wrote {given.out.name}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
