"""Weights of the ranker are checked when they are read, and the same text gets the same statements."""

from __future__ import annotations

import json
from typing import Any

import pytest
from extract_reading import check_refusal, reader

from govgraph.extract import Reader
from govgraph.extract.facts.candidate_features import OF_ENDS, OF_READ, Around
from govgraph.extract.facts.ranker import RULE, UNTRAINED, Weights, read_weights, shipped_weights
from govgraph.extract.state import Draft
from govgraph.model import Article, Predicate
from govgraph.model.serialise import record_to_dict
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary

TEXT = (
    "Meldung\n\n[01.03.2024] Die Stadt Soest hat die Software OpenR3 eingeführt. "
    "Der Kreis Lippe arbeitet mit dem Unternehmen Dataport zusammen. Dataport hat seinen Sitz in Altenholz."
)
_OF_WORDS = ("cue", "fit", "no-cue", "other-cues", "passive", "read-", "unread", "verdict")
"""How features are called that no two ends have by themselves."""
GOOD: dict[str, Any] = {"bias": {"implements": -1.0}, "general": {"read": 2}, "own": {}, "keep": 0.1, "add": 0.6}


def _article() -> Article:
    (article,) = read_text(TEXT).articles
    return article


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not JSON"),
        ("[]", "expected an object"),
        (json.dumps({key: value for key, value in GOOD.items() if key != "add"}), "expected an object with bias"),
        (json.dumps({**GOOD, "more": 1}), "expected an object"),
        (json.dumps({**GOOD, "own": [1]}), "own is no table of tables"),
        (json.dumps({**GOOD, "general": {"read": "much"}}), "general is no table of numbers"),
        (json.dumps({**GOOD, "bias": {"implements": True}}), "bias is no table of numbers"),
        (json.dumps({**GOOD, "own": {"implements": 3}}), "implements is no table of numbers"),
        (json.dumps({**GOOD, "own": {"adores": {}}}), "no relation is called adores"),
        (json.dumps({**GOOD, "keep": None}), "keep is no number"),
        (json.dumps({**GOOD, "add": float("nan")}), "add is no number"),
    ],
)
def test_bad_weights_say_what_is_wrong_and_what_to_do(text: str, said: str) -> None:
    check_refusal(read_weights, text, said, "train_ranker.py")


def test_good_weights_are_read_as_they_stand() -> None:
    assert read_weights(json.dumps(GOOD), "mine.json") == Weights(**GOOD)


def test_shipped_weights_have_thresholds_between_none_and_all() -> None:
    weights = shipped_weights()
    assert 0 < weights.keep < weights.add < 1
    assert set(weights.own) <= set(Predicate)


def test_same_text_gives_the_same_record_from_two_readers() -> None:
    one, other = (record_to_dict(Reader(load_vocabulary()).read(read_text(TEXT))) for _ in range(2))
    assert json.dumps(one, ensure_ascii=False) == json.dumps(other, ensure_ascii=False)


def test_without_weights_everything_stays_as_rules_read_it() -> None:
    untrained = Reader(load_vocabulary(), weights=UNTRAINED)
    found = untrained.propose(_article())
    before = [(fact, fact.confidence) for fact in found.facts]
    decided = untrained.ranker.decide(found.sentences, found.facts, "2024-03-01")
    assert [(fact, fact.confidence) for fact in decided] == before


def test_confidence_of_what_is_weighed_is_a_probability_over_its_threshold() -> None:
    found = reader().propose(_article())
    decided = reader().ranker.decide(found.sentences, found.facts, "2024-03-01")
    assert decided
    assert all(0 < fact.confidence <= 1 for fact in decided)
    add = shipped_weights().add
    assert all(fact.confidence >= round(add, 2) for fact in decided if fact.rule == RULE)


def test_thresholds_rule_what_is_kept_and_added() -> None:
    bias = dict.fromkeys([predicate.value for predicate in Predicate], -50.0)
    rules = {f"rule={fact.rule}": 0.0 for fact in Reader(load_vocabulary()).propose(_article()).facts}
    hopeless = Reader(load_vocabulary(), weights=Weights(bias, rules, {}, 0.5, 0.5))
    found = hopeless.propose(_article())
    weighed = {
        (id(c.subject), c.predicate, id(c.object))
        for c in hopeless.ranker.candidates(found.sentences, found.facts, "2024-03-01")
    }
    decided = hopeless.ranker.decide(found.sentences, found.facts, "2024-03-01")
    assert weighed
    assert not any((id(f.subject), f.predicate, id(f.object)) in weighed for f in decided)


def test_only_what_is_not_likely_enough_is_passed_over() -> None:
    add = shipped_weights().add
    ranker = reader().ranker
    found = reader().propose(_article())
    told: list[tuple[int, Predicate, int]] = []

    def hopeless(
        subject: Draft, predicate: Predicate, object_: Draft, of_ends: tuple[str, ...], around: Around
    ) -> bool:
        passed = not ranker.may_be_likely(predicate, of_ends, around)
        if passed:
            told.append((id(subject), predicate, id(object_)))
        return passed

    kept = list(ranker.candidates(found.sentences, found.facts, "2024-03-01", hopeless))
    every = list(ranker.candidates(found.sentences, found.facts, "2024-03-01"))
    passed = [c for c in every if (id(c.subject), c.predicate, id(c.object)) in told]
    assert passed
    assert len(kept) + len(told) == len(every)
    assert all(ranker.probability(c) < add for c in passed if c.read is None)


def test_names_of_features_that_two_ends_have_are_those_of_no_others() -> None:
    found = reader().propose(_article())
    names = {
        feature.partition("=")[0]
        for c in reader().ranker.candidates(found.sentences, found.facts, "2024-03-01")
        for feature in c.features
    }
    assert names - OF_ENDS - OF_READ == {name for name in names if name.startswith(_OF_WORDS)}


def test_what_a_rule_reads_that_the_weights_never_saw_is_kept() -> None:
    bias = dict.fromkeys([predicate.value for predicate in Predicate], -50.0)
    reader = Reader(load_vocabulary(), weights=Weights(bias, {}, {}, 0.5, 0.5))
    found = reader.propose(_article())
    decided = reader.ranker.decide(found.sentences, found.facts, "2024-03-01")
    assert found.facts
    assert [id(f) for f in decided] == [id(f) for f in found.facts]
