"""What people have judged, applied to records."""

from __future__ import annotations

from dataclasses import replace

from govgraph.model import EntityType
from govgraph.resolve import Rejections, Review, opposite
from handmade import Draft, page

WORDS = "Anna Muster ist Referatsleiterin Digitales in Hessen."


def test_an_office_with_a_title_that_the_ontology_lacks_is_known_by_its_role_in_the_graph() -> None:
    draft = Draft("Titel", WORDS, "2024-01-01")
    person = draft.entity(EntityType.PERSON, "Anna Muster")
    office = replace(draft.office(person.id, "Referatsleiter Digitales", None, WORDS), role_id=None)
    made = page(draft.record([person], [office], []))
    role = "https://w3id.org/govgraph/id/role/referatsleiter-digitales"
    claim = replace(office, role=role, role_id=role, evidence=())
    (one,) = made.articles
    review = Review("https://example.org/1", 1, False, one.article.id, "", (WORDS,), claim)
    (done,) = Rejections([review], lambda anchor: anchor[1]).without([made])
    assert done.articles[0].offices == ()
    assert opposite(replace(review, holds=True), [review]) == review
    assert opposite(review, [review]) is None
