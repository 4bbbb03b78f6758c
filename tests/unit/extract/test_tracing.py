"""A trace tells what a record holds, and what it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from extract_reading import reader

from govgraph.extract.tracing import Fate, TracedSentence, trace
from govgraph.model import Predicate
from govgraph.sources import read_text

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.txt"))


def traced(text: str) -> tuple[TracedSentence, ...]:
    (article,) = read_text(f"Digitales\n\n[01.03.2024] {text}\n").articles
    return trace(reader(), article)[1:]


def said(subject: str, predicate: str, object_: str) -> tuple[str, str, str]:
    """A fact; who cooperates with whom has no direction."""
    first, second = sorted((subject, object_)) if predicate == Predicate.COOPERATES_WITH else (subject, object_)
    return first, predicate, second


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_kept_is_what_the_record_holds(path: Path) -> None:
    for article in read_text(path.read_text(encoding="utf-8")).articles:
        record = reader().read_article(article)
        names = {entity.id: entity.name for entity in record.entities}
        facts = {said(names[f.subject], f.predicate, names[f.object]) for f in record.facts}
        offices = {(names[o.person], o.role, names.get(o.organisation or "", "")) for o in record.offices}

        kept = [one for s in trace(reader(), article) for one in s.statements if one.fate is Fate.KEPT]

        assert facts == {said(one.subject, one.predicate, one.object) for one in kept if not one.role}
        assert offices <= {(one.subject, one.role, one.object) for one in kept if one.role}


def test_quotes_stand_at_their_offsets() -> None:
    (article,) = read_text("Digi\u00adtales\n\n[01.03.2024] Die Stadt Ulm nutzt die E-\u00adAkte.\n").articles
    found = trace(reader(), article)

    assert [article.text[s.start : s.end] for s in found] == [s.quote for s in found]
    assert "E-\u00adAkte" in found[-1].quote


def test_a_sentence_tells_its_things_clauses_and_statements() -> None:
    (s,) = traced("Ulms CIO Anna Weber sagt, dass die Stadt die E-Akte einführt.")

    assert [(one.words, one.name, one.refers) for one in s.things if one.kind] == [
        ("Ulms", "Ulm", False),
        ("Anna Weber", "Anna Weber", False),
        ("Stadt", "Ulm", True),
        ("E-Akte", "E-Akte", False),
    ]
    assert [(one.name, one.holders) for one in s.things if not one.kind] == [("CIO", ("Anna Weber",))]
    assert [clause.kind for clause in s.clauses] == ["main", "sub"]
    assert {(one.subject, one.role or one.predicate, one.object, one.rule) for one in s.statements if one.rule} == {
        ("Anna Weber", "CIO", "Ulm", "title-before-name"),
        ("Ulm", "implements", "E-Akte", "einfuehren"),
    }


def test_a_clause_that_claims_nothing_says_so_and_what_came_near_is_told() -> None:
    told, denied = traced("Ulm führt die E-Akte ein. Köln führt die E-Akte nicht ein.")

    assert [clause.modality for clause in told.clauses] == ["asserted"]
    assert [clause.modality for clause in denied.clauses] == [None]
    assert all(one.fate is Fate.NEAR and not one.rule for one in denied.statements)


@pytest.mark.parametrize(
    ("text", "open_ends"),
    [
        ("Köln und Bonn nutzen das Portal bereits.", {("Köln, Bonn", "implements", "")}),
        ("Das Onlinezugangsgesetz wurde verabschiedet.", {("", "adopts", "Onlinezugangsgesetz")}),
        ("Köln nutzt das Portal nicht.", set()),
        ("Köln nutzt die BundID.", set()),
    ],
)
def test_a_frame_that_lacks_an_end_is_open(text: str, open_ends: set[tuple[str, str, str]]) -> None:
    (s,) = traced(text)

    found = [one for one in s.statements if one.fate is Fate.OPEN]
    assert {(one.subject, one.predicate, one.object) for one in found} == open_ends
    assert all(one.rule for one in found)


def test_what_a_rule_read_and_weights_dropped_is_unlikely() -> None:
    (s,) = traced("Das Kabinett hat den Entwurf für ein Thüringer E-Government-Gesetz an den Landtag überwiesen.")

    dropped = [one for one in s.statements if one.fate is Fate.UNLIKELY]
    assert [(one.predicate, one.rule) for one in dropped] == [("funds", "ueberweisen")]
    assert all(one.confidence < reader().ranker.weights.keep for one in dropped)


def test_nothing_is_read_from_what_is_not_german() -> None:
    text = (
        "News\n\n[01.03.2024] The city of Ulm is going to introduce a new system for all of its citizens this year.\n"
    )
    (article,) = read_text(text).articles

    assert trace(reader(), article) == ()
