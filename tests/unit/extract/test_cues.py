"""Words that evoke relations: from frames, from the lists of the ontology, and from a user's file."""

from __future__ import annotations

from pathlib import Path

from extract_reading import reader

from govgraph.extract import Reader
from govgraph.extract.facts.cues import Cue, CueFinder
from govgraph.model import Predicate
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary

LEXICON = """
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix list: <https://w3id.org/govgraph/id/list/> .

list:cues-implements a gov:WordList ; gov:form "Glumpfung" .
"""


def _cues(sentence: str, by: Reader | None = None) -> list[Cue]:
    by = by or reader()
    (article,) = read_text(f"Meldung\n\n[01.03.2024] {sentence}").articles
    finder = CueFinder(by.k)
    return [cue for s in by.propose(article).sentences for cue in finder.find(s)]


def _evoked(sentence: str, lemma: str, by: Reader | None = None) -> set[Predicate]:
    return {p for cue in _cues(sentence, by) if cue.lemma == lemma for p in cue.evoked}


def test_a_listed_noun_evokes_its_relation() -> None:
    assert Predicate.IMPLEMENTS in _evoked("Der Rollout in Hessen geht voran.", "Rollout")


def test_a_compound_evokes_what_its_last_part_evokes() -> None:
    assert Predicate.IMPLEMENTS in _evoked("Die Softwareeinführung in Hessen geht voran.", "Softwareeinführung")


def test_a_verb_whose_prefix_stands_apart_evokes_its_relation() -> None:
    assert Predicate.IMPLEMENTS in _evoked("Hessen führt die Software OpenR3 ein.", "einführen")


def test_an_auxiliary_evokes_nothing() -> None:
    assert not any(cue.lemma in {"sein", "werden"} for cue in _cues("Hessen ist groß und wird gelobt."))


def test_cues_stand_in_order() -> None:
    places = [cue.at for cue in _cues("Hessen hat nach der Erprobung den Einsatz der Software OpenR3 beschlossen.")]
    assert places == sorted(places)
    assert places


def test_a_file_of_the_user_extends_the_cues(tmp_path: Path) -> None:
    path = tmp_path / "mine.ttl"
    path.write_text(LEXICON, encoding="utf-8")
    sentence = "Die Glumpfung in Hessen geht voran."
    assert not _evoked(sentence, "Glumpfung")
    assert Predicate.IMPLEMENTS in _evoked(sentence, "Glumpfung", Reader(load_vocabulary((path,))))
    assert Predicate.IMPLEMENTS in _evoked("Der Rollout geht voran.", "Rollout", Reader(load_vocabulary((path,))))
