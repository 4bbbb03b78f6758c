"""Words of no dictionary are told by their signs; the weights of the signs are checked when they are read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from extract_reading import check_refusal, read_article

from govgraph.extract import Reader
from govgraph.extract.names.name_types import NO_NAME, NameTypes, NameWeights, read_name_weights, shipped_name_weights
from govgraph.model import EntityType
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary

GOOD: dict[str, Any] = {"bias": {"System": 0.1, "none": 1}, "signs": {"digit": {"System": 2}}, "least": 0.5}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not JSON"),
        (json.dumps({**GOOD, "more": 1}), "expected an object with bias, signs, least"),
        (json.dumps({**GOOD, "bias": []}), "bias is no table of numbers"),
        (json.dumps({**GOOD, "signs": []}), "signs is no table of tables"),
        (json.dumps({**GOOD, "signs": {"digit": {"System": "much"}}}), "digit is no table of numbers"),
        (json.dumps({**GOOD, "least": True}), "least is no number"),
        (json.dumps({**GOOD, "bias": {"Gadget": 1}}), "no type is called Gadget"),
    ],
)
def test_bad_weights_say_what_is_wrong_and_what_to_do(text: str, said: str) -> None:
    check_refusal(read_name_weights, text, said, "train_names.py")


def test_good_weights_are_read_as_they_stand() -> None:
    assert read_name_weights(json.dumps(GOOD), "mine.json") == NameWeights(**GOOD)


def test_shipped_weights_know_types_and_words_that_are_no_name() -> None:
    weights = shipped_name_weights()
    assert NO_NAME in weights.bias
    assert 0 < weights.least < 1


def test_probabilities_are_those_of_the_softmax() -> None:
    likely = NameTypes(NameWeights({"System": 0.0, NO_NAME: 0.0}, {"digit": {"System": 1.0}}, 0.5)).probabilities(
        ["digit"]
    )
    assert likely["System"] == pytest.approx(0.7310586)
    assert sum(likely.values()) == pytest.approx(1.0)


def test_what_is_likelier_no_name_or_too_unsure_is_none() -> None:
    weights = NameWeights({"System": 1.0, NO_NAME: 0.0}, {}, 0.9)
    assert NameTypes(weights).of([]) is None
    assert NameTypes(weights._replace(least=0.5)).of([]) is EntityType.SYSTEM
    assert NameTypes(weights._replace(bias={"System": 0.0, NO_NAME: 1.0}, least=0.0)).of([]) is None


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Die Stadt Soest löst das Verfahren ab und setzt künftig ZEBRO ein. ZEBRO läuft schon in Hamm.", "ZEBRO",
         EntityType.SYSTEM),
        ("Entwickelt wird der Dienst von der KVXO. Die KVXO sitzt in Hamm. KVXO-Chefin ist Eva Weber.",
         "KVXO", EntityType.ORGANISATION),
    ],
)  # fmt: skip
def test_names_that_nothing_introduces_are_told_by_what_stands_around_them(
    text: str, name: str, type_: EntityType
) -> None:
    assert (name, type_) in {(e.name, e.type) for e in read_article(text).entities}


def test_one_name_has_one_type_wherever_it_stands_in_an_article() -> None:
    article = read_article(
        "Soest setzt ZEBRO ein. Das Modul kommt im Mai. Auch in Hamm läuft ZEBRO. Vorbei ist ZEBRO nie."
    )
    (found,) = (e for e in article.entities if e.name == "ZEBRO")
    assert len(found.mentions) == 3


def test_without_weights_no_word_is_taken_for_a_name_by_its_signs() -> None:
    text = "Meldung\n\n[01.03.2024] Die Stadt Soest setzt künftig ZEBRO ein. ZEBRO läuft schon in Hamm."
    reader = Reader(load_vocabulary(), name_weights=NameWeights({}, {}, 0.5))
    (article,) = reader.read(read_text(text)).articles
    assert not any(e.name == "ZEBRO" for e in article.entities)
