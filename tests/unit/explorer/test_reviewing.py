"""What the review queue offers, and in which order."""

from __future__ import annotations

from pathlib import Path

from govgraph.explorer import review
from govgraph.model import BASE, EntityType, Predicate
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import MemoryStore
from handmade import HESSEN, OZG, Draft, interview, page, small_ontology

WORDS = "Das Musteramt setzt das OZG um."


def test_rows_are_ordered_by_doubt_and_the_same_words_are_one_row(tmp_path: Path) -> None:
    articles = []
    for title in ("Eins", "Zwei"):
        draft = Draft(title, f"{title}. {WORDS}", "2024-12-01")
        body = draft.entity(EntityType.ORGANISATION, "Musteramt", kind="Agency", place=HESSEN)
        land = draft.entity(EntityType.JURISDICTION, "Hessen")
        law = draft.entity(EntityType.LAW, "Onlinezugangsgesetz", "OZG", kind="Law")
        fact = draft.fact(body.id, Predicate.IMPLEMENTS, OZG, WORDS)
        articles.append(draft.record([body, land, law], [], [fact]))
    store = MemoryStore()
    made = [page(*articles), page(interview(), name="other")]
    store.load(build_quads(made, GraphOptions(ontology=small_ontology(tmp_path))))
    told = review(store, BASE)
    rows = told["rows"]
    assert [one["confidence"] for one in rows] == sorted(one["confidence"] for one in rows)
    (ours,) = [one for one in rows if one["predicate"] == "implements" and len(one["iris"]) == 2]
    assert told["things"][ours["subject"]] == ["Musteramt", "Organisation", HESSEN]
    assert {"holdsOffice", "memberOf"} <= {one["predicate"] for one in rows}
    assert (told["conflicts"], told["pairs"]) == ([], [])
