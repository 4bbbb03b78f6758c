"""What sentences do not say, however much they look like it, and how they say what they say."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from extract_reading import Statement, is_named, known_failures, read_article, statements_of

HERE = Path(__file__).parent
TRAPS: list[dict[str, Any]] = tomllib.loads((HERE / "traps.toml").read_text(encoding="utf-8"))["trap"]
STATEMENTS: list[dict[str, Any]] = tomllib.loads((HERE / "statements.toml").read_text(encoding="utf-8"))["statement"]


def wrong_of(trap: dict[str, Any]) -> list[str]:
    """What came out of a trap and should not, and what should have and did not."""
    article = read_article(trap["text"], trap.get("title", "Meldung"))
    wrong = [f"found: {line}" for line in trap["never"] if Statement.parse(line).found_in(article)]
    wrong += [f"missing: {line}" for line in trap.get("also", ()) if not Statement.parse(line).found_in(article)]
    named = [name for name in trap.get("never_entity", ()) if any(is_named(e, name) for e in article.entities)]
    return wrong + [f"an entity: {name}" for name in named]


def hold(section: str, name: str, wrong: list[str], text: str) -> None:
    """Nothing is wrong, unless the case is listed as a known failure; then something must be."""
    if name in known_failures(section):
        assert wrong, f"{name} is read rightly now: take it off known_failures.txt"
    else:
        assert wrong == [], f"{text}: {statements_of(read_article(text))}"


@pytest.mark.parametrize("trap", TRAPS, ids=lambda one: one["id"])
def test_a_trap_states_nothing_wrong(trap: dict[str, Any]) -> None:
    hold("trap", trap["id"], wrong_of(trap), trap["text"])


@pytest.mark.parametrize("trap", [one for one in TRAPS if "control" in one], ids=lambda one: one["id"])
def test_without_the_trap_it_is_read(trap: dict[str, Any]) -> None:
    line = trap["never"][0]
    found = Statement.parse(line).found_in(read_article(trap["control"]))
    hold("control", trap["id"], [] if found else [f"missing: {line}"], trap["control"])


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda one: one["id"])
def test_a_statement_is_read_as_it_is_said(statement: dict[str, Any]) -> None:
    article = read_article(statement["text"])
    missing = [line for line in statement["states"] if not Statement.parse(line).found_in(article)]
    hold("statement", statement["id"], missing, statement["text"])


def test_names_of_the_cases_are_unique_and_known_failures_exist() -> None:
    for section, cases in (("trap", TRAPS), ("statement", STATEMENTS)):
        names = [one["id"] for one in cases]
        assert len(names) == len(set(names))
        assert sorted(known_failures(section).keys() - set(names)) == []
    assert sorted(known_failures("control").keys() - {one["id"] for one in TRAPS if "control" in one}) == []


def test_a_trap_that_is_fallen_into_is_noticed() -> None:
    fallen = {"text": "Die Stadt Kassel setzt die E-Akte ein.", "never": ["Kassel implements E-Akte"]}
    assert wrong_of(fallen) == ["found: Kassel implements E-Akte"]
