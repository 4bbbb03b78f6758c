"""Short words for bodies mean those that the article names: Rat, Landkreistag, Parlament."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import EntityType


def bodies(text: str, title: str = "Meldung") -> set[str]:
    return {e.name for e in read_article(text, title=title).entities if e.type is EntityType.ORGANISATION}


def test_the_council_beside_another_one_is_not_that_of_the_town() -> None:
    text = "Die Stadt Krefeld lobt den Nationalen Normenkontrollrat. In den Rat wurde Eva Weber berufen."
    assert bodies(text) == {"Nationaler Normenkontrollrat"}


def test_a_supervisory_board_leaves_the_council_to_the_town() -> None:
    text = "Der Aufsichtsrat der Stadtwerke tagte. In Soest hat der Rat die Stelle gestrichen."
    assert "Rat Soest" in bodies(text)


def test_the_association_that_is_named_in_full_is_meant_by_its_short_name() -> None:
    text = "Hessens Geschäftsführer hört auf. Der Deutsche Landkreistag dankt. Der Landkreistag sucht einen Nachfolger."
    assert bodies(text, title="Hessen: Der Chef geht") == {"Deutscher Landkreistag"}


def test_the_association_of_the_land_is_meant_where_no_other_is_named() -> None:
    assert "Hessischer Landkreistag" in bodies("Hessen stimmt zu. Der Landkreistag ist dagegen.", title="Hessen zahlt")


@pytest.mark.parametrize(
    "text",
    [
        "Der Hessische Landtag hat den Vertrag als letztes Parlament gebilligt.",
        "Man darf sich den Ausschuss nicht wie ein Parlament vorstellen.",
        "Grünes Licht gab es auch für die Feuerwehr.",
    ],
)
def test_common_words_name_no_body(text: str) -> None:
    assert bodies(text) <= {"Hessischer Landtag"}


def test_the_parliament_is_the_bundestag() -> None:
    assert "Deutscher Bundestag" in bodies("Das Gesetz ist im Parlament gescheitert.")


def test_bulky_waste_is_no_service() -> None:
    article = read_article("Er hatte nach dem Sperrmüll gefragt.")
    assert not article.entities
