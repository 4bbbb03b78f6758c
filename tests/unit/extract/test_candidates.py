"""Pairs that the ranker weighs: which are proposed, and that their features are the same every time."""

from __future__ import annotations

from extract_reading import reader

from govgraph.extract import Reader
from govgraph.extract.facts.candidate_features import Candidate
from govgraph.model import Predicate
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary


def _candidates(text: str, by: Reader | None = None) -> list[Candidate]:
    by = by or reader()
    (article,) = read_text(f"Meldung\n\n[01.03.2024] {text}").articles
    found = by.propose(article)
    return list(by.ranker.candidates(found.sentences, found.facts, article.date))


def _has(found: list[Candidate], subject: str, predicate: Predicate, object_: str) -> bool:
    return any(subject in c.subject.names and c.predicate is predicate and object_ in c.object.names for c in found)


def test_a_cue_brings_two_names_of_its_clause_together() -> None:
    found = _candidates("Für Dataport war es die erste Zusammenarbeit mit Hessen.")
    assert _has(found, "Dataport", Predicate.COOPERATES_WITH, "Hessen")


def test_partners_are_paired_once() -> None:
    found = _candidates("Für Dataport war es die erste Zusammenarbeit mit Hessen.")
    pairs = [frozenset((id(c.subject), id(c.object))) for c in found if c.predicate is Predicate.COOPERATES_WITH]
    assert len(pairs) == len(set(pairs))


def test_ends_are_of_the_types_that_the_relation_takes() -> None:
    found = _candidates("Dataport und Hessen haben in Kiel gemeinsam die Software OpenR3 eingeführt.")
    signatures = reader().k.vocabulary.signatures
    assert found
    for c in found:
        subjects, objects = signatures[c.predicate]
        assert c.subject.type in subjects
        assert c.object.type in objects
        assert c.subject is not c.object


def test_a_question_has_no_candidates() -> None:
    assert not _candidates("Führt Dataport in Hessen die Software OpenR3 ein?")


def test_features_are_the_same_for_the_same_text() -> None:
    text = "Dataport hat für Hessen die Software OpenR3 entwickelt. Das Land arbeitet mit Bremen zusammen."
    one, other = (
        [(c.predicate, c.cue, c.modality, c.features) for c in _candidates(text, Reader(load_vocabulary()))]
        for _ in range(2)
    )
    assert one
    assert one == other


def test_what_is_over_in_the_clause_of_an_end_claims_nothing_of_another_clause() -> None:
    found = _candidates("Hessen nutzt jetzt die Software Open-Xchange, und Microsoft Exchange ist abgeschaltet.")
    using = {
        c.object.name: c.modality for c in found if c.predicate is Predicate.IMPLEMENTS and c.subject.name == "Hessen"
    }
    assert using["Open-Xchange"] == "asserted"
    assert using["Microsoft Exchange"] is None
