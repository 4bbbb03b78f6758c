"""The large graph of the benchmark of questions, and what is asked of it."""

from __future__ import annotations

import importlib
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad

from govgraph.model import Status
from govgraph.query import named_query
from govgraph.rdf import namespaces as ns
from govgraph.store import MemoryStore

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def modules() -> Iterator[tuple[Any, Any]]:
    path = list(sys.path)
    sys.path.insert(0, str(ROOT / "benchmarks" / "questions"))
    yield importlib.import_module("generate"), importlib.import_module("asked")
    sys.path[:] = path
    for name in ("generate", "asked", "scale", "stories"):
        sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def maker(modules: tuple[Any, Any]) -> Any:
    return modules[0].Maker(60, modules[0].examples()[:1])


def test_an_office_has_one_holder_for_four_years(maker: Any) -> None:
    holders = defaultdict(set)
    for one in maker.articles():
        first = {each.person: each for each in reversed(one.offices) if each.organisation}
        for each in first.values():
            term = int(one.article.date[:4]) // 4 - (each.status is Status.FORMER)
            holders[each.role_id or each.role, each.organisation, term].add(each.person)
    many = [people for people in holders.values() if len(people) > 1]

    assert holders
    assert len(many) < len(holders) / 10


def test_the_same_count_gives_the_same_articles_in_other_places(maker: Any) -> None:
    articles = list(maker.articles())

    assert articles == list(maker.articles())
    assert len({one.article.id for one in articles}) == 60
    named = {entity.id for one in articles for entity in one.entities if entity.kind == "State"}
    assert len(named) > 8


def test_what_most_is_found_for_is_asked_with(modules: tuple[Any, Any]) -> None:
    def funds(number: int, thing: str) -> Iterator[Quad]:
        statement, graph = NamedNode(f"urn:{number}"), NamedNode("urn:graph")
        yield Quad(statement, ns.PREDICATE, ns.gov("funds"), graph)
        yield Quad(statement, ns.OBJECT, NamedNode(thing), graph)

    said = ("urn:a", "urn:b", "urn:b", "urn:c")
    asker = modules[1].Asker(MemoryStore(quad for at, thing in enumerate(said) for quad in funds(at, thing)), 2)

    assert len(list(asker.calls(named_query("who-funds")))) == 2
    assert asker.heaviest(named_query("who-funds")) == {"thing": "urn:b"}
    assert asker.heaviest(named_query("committees")) is None
