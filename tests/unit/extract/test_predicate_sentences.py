"""Sentences and the facts that they state, from `predicate_sentences.toml`: at least one for each predicate."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from govgraph.extract import Reader
from govgraph.model import Modality, Predicate
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary

FILE = Path(__file__).with_name("predicate_sentences.toml")
SENTENCES: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["sentence"]
PAGE = "Aus der Verwaltung\n\n[18.11.2024] Was geschehen ist.\n\n{}\n"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_vocabulary())


def facts_of(reader: Reader, sentence: str) -> list[str]:
    found = []
    for article in reader.read(read_text(PAGE.format(sentence))).articles:
        names = {entity.id: entity.name for entity in article.entities}
        for fact in article.facts:
            assert [one.quote for one in fact.evidence] == [sentence]
            said = "" if fact.modality is Modality.ASSERTED else f" {fact.modality}"
            found.append(f"{names[fact.subject]} {fact.predicate} {names[fact.object]}{said}")
    return sorted(found)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: one["text"])
def test_a_sentence_states_what_it_states(reader: Reader, sentence: dict[str, Any]) -> None:
    assert facts_of(reader, sentence["text"]) == sorted(sentence["facts"])


def test_every_predicate_has_a_sentence() -> None:
    facts = " ".join(fact for sentence in SENTENCES for fact in sentence["facts"])
    assert [predicate for predicate in Predicate if f" {predicate} " not in facts] == []


def test_an_unread_sentence_is_noticed(reader: Reader) -> None:
    assert facts_of(reader, "Die Stadt Kassel flobst die E-Akte.") == []
