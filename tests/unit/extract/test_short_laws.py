"""Laws that a headline shortens are those that the text names in full."""

from __future__ import annotations

from extract_reading import reader

from govgraph.model import Predicate
from govgraph.sources import read_text

HEADLINE = "Hessischer Landtag stimmt Digitalgesetz zu"
TEXT = "Wiesbaden, 26.06.2025. Der Hessische Landtag hat das Hessische Digitalverwaltungsgesetz verabschiedet."


def adopted(text: str) -> set[str]:
    article = reader().read(read_text(text)).articles[0]
    names = {entity.id: entity.name for entity in article.entities}
    return {names[fact.object] for fact in article.facts if fact.predicate is Predicate.ADOPTS}


def test_a_headline_shortens_the_law_of_the_text() -> None:
    assert adopted(f"{HEADLINE}\n\n{TEXT}") == {"Hessisches Digitalverwaltungsgesetz"}


def test_a_law_that_the_text_names_too_is_its_own() -> None:
    assert len(adopted(f"{HEADLINE}\n\n{TEXT} Das Digitalgesetz hat er 2023 beschlossen.")) > 1
