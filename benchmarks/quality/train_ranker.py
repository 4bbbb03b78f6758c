#!/usr/bin/env python3
"""Trains the ranker of statements on the annotated pages of the repository, and writes its weights.

What is annotated as required or optional is right, all else that a sentence could say of two things is wrong. A fact is
often told once and its ends named together several times: after the first of three rounds only the likeliest sentence
of a fact, and those thought likelier right than wrong, count as telling it. Same pages and rules, same bytes.

    python benchmarks/quality/train_ranker.py            # train, write src/govgraph/extract/facts/ranker.json
    python benchmarks/quality/train_ranker.py --curve    # quality on the pages set aside against number of pages
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pyoxigraph as ox
from misses import names_of
from scipy.sparse import csr_matrix
from sets import ROOT, SETS, PageSet
from sklearn.linear_model import LogisticRegression

from govgraph.evaluation import evaluate_pages
from govgraph.evaluation.annotations import FactItem, annotations_of
from govgraph.evaluation.names import normal_name
from govgraph.extract import Reader
from govgraph.extract.facts.candidate_features import Candidate
from govgraph.extract.facts.ranker import UNTRAINED, Weights
from govgraph.model import Modality, Predicate
from govgraph.model.serialise import record_to_dict
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary

TESTS = ROOT / "tests" / "unit" / "extract"
WEIGHTS = ROOT / "src" / "govgraph" / "extract" / "facts" / "ranker.json"
TRAINED_ON = ("examples", "open")
KEEP, ADD = 0.43, 0.51
TEMPERATURE = 1.4
"""What log odds are divided by: rules and weights fit the pages that they were made on better than others.

With this, what was read from 48 pages that nothing had been learnt from yet was as often right as it was sure to be.
"""
STRENGTH = 0.05
"""Inverse strength of the L2 penalty."""
ROUNDS = 3
LEAST_OFTEN = 3
OPTIONAL = 0.5
"""What an optional fact weighs beside a required one."""
_SLOT = re.compile(r"\[([^\]]+)\]([¹²])")
_FACT = re.compile(rf"^(.+?) ({'|'.join(Predicate)}) (.+?)(?: (?:{'|'.join(Modality)}))?$")


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate with its annotation: `right` is 0, OPTIONAL or 1; `fact` names what it would state.

    The ends of `fact` are numbers that count the things of one article: the addresses of objects would come again.
    """

    predicate: str
    features: tuple[str, ...]
    right: float
    fact: tuple[str, int, str, int]


def _named(ends: Sequence[Any]) -> set[str]:
    return set().union(*(end.names for end in ends))


def _right(candidate: Candidate, facts: Sequence[tuple[FactItem, set[str], set[str]]]) -> float:
    one, other = names_of(candidate.subject), names_of(candidate.object)
    best = 0.0
    for fact, subjects, objects in facts:
        if candidate.predicate.value not in fact.predicates:
            continue
        straight = one & subjects and other & objects
        turned = candidate.predicate.value == "cooperatesWith" and one & objects and other & subjects
        if straight or turned:
            best = max(best, OPTIONAL if fact.optional else 1.0)
    return best


def examples_of(page_set: PageSet, reader: Reader) -> dict[str, list[Example]]:
    """Labelled candidates of each page of a set."""
    out: dict[str, list[Example]] = {}
    for name, gold in page_set.gold().items():
        facts = [(fact, _named(fact.subject), _named(fact.object)) for fact in annotations_of(gold).facts]
        found = out[f"{page_set.name}/{name}"] = []
        for part, article in enumerate(page_set.page(name).articles):
            proposals = reader.propose(article)
            ends: defaultdict[int, int] = defaultdict(count().__next__)
            for c in reader.ranker.candidates(proposals.sentences, proposals.facts, article.date):
                key = (f"{page_set.name}/{name}/{part}", ends[id(c.subject)], c.predicate.value, ends[id(c.object)])
                found.append(Example(c.predicate.value, c.features, _right(c, facts), key))
    return out


def single_sentences(reader: Reader) -> list[Example]:
    """Candidates of single sentences: what an example or a test states is right, what a trap must not state is wrong.

    Nothing is said about what else they state, so that no other pair of them is learnt from.
    """
    frames = {frame.name: frame for frame in reader.k.vocabulary.frames}
    out: list[Example] = []
    for path in sorted((ROOT / "ontology").glob("frame-examples*.ttl")):
        for quad in sorted(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE), key=str):
            frame = frames[quad.subject.value.rsplit("/", 1)[-1]]
            slots = {mark: normal_name(name) for name, mark in _SLOT.findall(quad.object.value)}
            if frame.evokes is not None:
                wanted = (slots["¹"], frame.evokes.value, slots["²"])
                out += _one_sentence(reader, _SLOT.sub(r"\1", quad.object.value), wanted, 1.0)
    for kind, told, right in (("statement", "states", 1.0), ("trap", "never", 0.0)):
        for test in tomllib.loads((TESTS / f"{kind}s.toml").read_text(encoding="utf-8"))[kind]:
            for line in test[told]:
                found = _FACT.match(line)
                if found:
                    stated = (normal_name(found[1]), found[2], normal_name(found[3]))
                    out += _one_sentence(reader, test["text"], stated, right)
    return out


def _one_sentence(reader: Reader, text: str, fact: tuple[str, str, str], right: float) -> list[Example]:
    out = []
    for article in read_text(f"Meldung\n\n[01.03.2024] {text}").articles:
        proposals = reader.propose(article)
        for c in reader.ranker.candidates(proposals.sentences, proposals.facts, article.date):
            if c.predicate.value == fact[1] and fact[0] in names_of(c.subject) and fact[2] in names_of(c.object):
                out.append(Example(fact[1], c.features, right, (text, 0, fact[1], 0)))
    return out


def _columns(example: Example) -> Iterator[str]:
    yield f"{example.predicate}|"
    for feature in dict.fromkeys(example.features):
        yield feature
        yield f"{example.predicate}|{feature}"


def train(examples: Sequence[Example]) -> Weights:
    """Weights from labelled candidates."""
    often = Counter(column for example in examples for column in _columns(example))
    place = {column: i for i, column in enumerate(sorted(c for c, n in often.items() if n >= LEAST_OFTEN))}
    indices: list[int] = []
    starts = [0]
    for example in examples:
        indices += sorted(place[column] for column in _columns(example) if column in place)
        starts.append(len(indices))
    matrix = csr_matrix((np.ones(len(indices)), indices, starts), shape=(len(examples), len(place)))
    right = np.array([example.right > 0 for example in examples], dtype=int)
    worth = np.array([example.right or 1.0 for example in examples])
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=1000, random_state=0)
    weight = worth
    for _ in range(ROUNDS):
        model.fit(matrix, right, sample_weight=weight)
        likely = model.predict_proba(matrix)[:, 1]
        best: dict[Any, int] = {}
        for i, example in enumerate(examples):
            if right[i] and (example.fact not in best or likely[i] > likely[best[example.fact]]):
                best[example.fact] = i
        told = np.array(
            [not right[i] or best[e.fact] == i or likely[i] >= 0.5 for i, e in enumerate(examples)], dtype=float
        )
        weight = worth * told
    learnt = (model.coef_[0] / TEMPERATURE).tolist()
    return _weights(dict(zip(place, learnt, strict=True)), float(model.intercept_[0]) / TEMPERATURE)


_RELATIONS = frozenset(map(str, Predicate))


def _weights(learnt: Mapping[str, float], intercept: float) -> Weights:
    bias: dict[str, float] = {}
    general: dict[str, float] = {}
    own: dict[str, dict[str, float]] = {}
    for column, exact in learnt.items():
        value = round(exact, 3)
        predicate, bar, feature = column.partition("|")
        # „A | B“: a bar between two names is a feature for all relations
        bar = bar if predicate in _RELATIONS else ""
        if bar and not feature:
            bias[predicate] = round(exact + intercept, 3)
        elif value and bar:
            own.setdefault(predicate, {})[feature] = value
        elif value:
            general[column] = value
    return Weights(bias, general, own, KEEP, ADD)


def as_json(weights: Weights) -> str:
    """The weights as they are shipped: sorted, one feature a line."""
    return json.dumps(weights._asdict(), ensure_ascii=False, sort_keys=True, indent=0) + "\n"


def curve(labelled: Mapping[str, list[Example]], seeds: int = 3) -> None:
    """Print F1 of facts on the pages set aside, for growing numbers of pages."""
    vocabulary = load_vocabulary()
    aside = next(page_set for page_set in SETS if page_set.closed)
    pages = sorted(labelled)
    sizes = [n for n in (0, 8, 16, 32, 64, 128, 256) if n < len(pages)] + [len(pages)]
    print("| pages | P | R | F1 |\n| ---: | ---: | ---: | ---: |")
    for size in sizes:
        scores = []
        for seed in range(1 if size in {0, len(pages)} else seeds):
            chosen = random.Random(seed).sample(pages, size)
            weights = train([e for page in sorted(chosen) for e in labelled[page]]) if size else UNTRAINED
            reader = Reader(vocabulary, weights=weights)
            records = {n: record_to_dict(reader.read(aside.page(n))) for n in aside.gold()}
            scores.append(evaluate_pages(aside.gold(), records).score("facts"))
        mean = [sum(getattr(s, part) for s in scores) / len(scores) for part in ("precision", "recall", "f1")]
        print(f"| {size} | " + " | ".join(f"{value:.1f}" for value in mean) + " |")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--curve", action="store_true", help="print a learning curve instead of writing weights")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where to write the weights")
    given = parser.parse_args(arguments)
    reader = Reader(load_vocabulary(), weights=UNTRAINED)
    labelled: dict[str, list[Example]] = {}
    for page_set in SETS:
        if page_set.name in TRAINED_ON:
            labelled |= examples_of(page_set, reader)
    if given.curve:
        curve(labelled)
        return 0
    examples = [example for page in sorted(labelled) for example in labelled[page]] + single_sentences(reader)
    given.out.write_text(as_json(train(examples)), encoding="utf-8")
    right = sum(example.right > 0 for example in examples)
    print(f"{len(labelled)} pages, {len(examples)} candidates, {right} right; wrote {given.out.name}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
