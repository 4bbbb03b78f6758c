"""Of which town or Land a title is that stands alone: never of one that is only told of after it, or of a neighbour."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

from govgraph.extract.places import other_adjectives, town_adjectives

AHEAD = [
    (
        "Sachsen lobt das Portal. Staatssekretärin Ina Rost sprach von einem Vorbild; auch Bayern zeigt Interesse.",
        ["Ina Rost holds Staatssekretär at Sachsen"],
        ["Ina Rost holds Staatssekretär at Bayern"],
    ),
    (
        "Sachsen lobt das Portal. CIO Ina Rost sprach von einem Vorbild, dem auch Bayern folgen will.",
        ["Ina Rost holds CIO at Sachsen"],
        ["Ina Rost holds CIO at Bayern"],
    ),
    (
        "Sachsen hat das Gesetz beschlossen. Finanzministerin Ina Rost sagte, Bayern sei noch nicht so weit.",
        ["Ina Rost holds Finanzminister at Sachsen"],
        ["Ina Rost holds Finanzminister at Bayern"],
    ),
    (
        "Das Gremium leitet nun Staatssekretärin Ina Rost; auf sie folgt im nächsten Jahr Bayern.",
        [],
        ["Ina Rost holds Staatssekretär at Bayern"],
    ),
    (
        "Innenminister Jan Holm begrüßte den Beschluss, während Bayern ihn ablehnt.",
        [],
        ["Jan Holm holds Innenminister at Bayern"],
    ),
    (
        "Sachsen verhandelt noch. Nach Angaben von CIO Jan Holm beginnt man im Mai, anders als Bayern.",
        ["Jan Holm holds CIO at Sachsen"],
        ["Jan Holm holds CIO at Bayern"],
    ),
    (
        "In Dresden begrüßte Staatssekretärin Ina Rost den Beschluss. Bayern lehnt ihn ab.",
        [],
        ["Ina Rost holds Staatssekretär at Bayern"],
    ),
    (
        "Bürgermeister Jan Holm stellte das Portal vor, das auch Ulm nutzt.",
        [],
        ["Jan Holm holds Bürgermeister at Ulm"],
    ),
    ("Innenminister Jan Holm freut sich, dass Bayern vorn liegt.", ["Jan Holm holds Innenminister at Bayern"], []),
    ("Innenministerin Ina Rost sagte, Bayern liege vorn.", ["Ina Rost holds Innenminister at Bayern"], []),
    (
        "In Bochum hat Beigeordneter Jan Holm die Sache an sich gezogen, in Bonn liegt sie bei CDO Jens Ott.",
        ["Jens Ott holds CDO at Bonn", "Jan Holm holds Beigeordneter at Bochum"],
        [],
    ),
]

ADJECTIVES = [
    ("Der Erlanger Oberbürgermeister", "Oberbürgermeister at Erlangen"),
    ("Der frühere Erlanger Oberbürgermeister", "Oberbürgermeister at Erlangen"),
    ("Der Emder Oberbürgermeister", "Oberbürgermeister at Emden"),
    ("Der Ingolstädter Oberbürgermeister", "Oberbürgermeister at Ingolstadt"),
    ("Der Bautzner Oberbürgermeister", "Oberbürgermeister at Bautzen"),
    ("Der Giessener Oberbürgermeister", "Oberbürgermeister at Gießen"),
    ("Der Villinger Oberbürgermeister", "Oberbürgermeister at Villingen-Schwenningen"),
    ("Der Bad Homburger Oberbürgermeister", "Oberbürgermeister at Bad Homburg vor der Höhe"),
    ("Der Oberasbacher Erste Bürgermeister", "Erster Bürgermeister at Oberasbach"),
    ("Der Erste Bürgermeister", "Erster Bürgermeister at Fürth"),
    ("Unser Oberbürgermeister", "Oberbürgermeister at Fürth"),
]


@pytest.mark.parametrize(("text", "said", "never"), AHEAD, ids=[text[:40] for text, _, _ in AHEAD])
def test_a_title_is_of_no_place_that_is_told_of_besides(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


@pytest.mark.parametrize(("title", "office"), ADJECTIVES)
def test_the_adjective_of_a_town_tells_where_a_title_is_held(title: str, office: str) -> None:
    text = f"Fürth nutzt das BayernPortal. {title} Florian Kast ist dagegen."
    never = [] if office.endswith("Fürth") else ["Florian Kast holds * at Fürth"]
    check_statements(read_article(text), [f"Florian Kast holds {office}"], never)


@pytest.mark.parametrize(
    "title", ["Der Ellersheimer Oberbürgermeister", "Der Ellersheimer CDO", "Der Ellersheimer Dezernent"]
)
def test_an_unknown_adjective_leaves_a_title_to_no_other_town(title: str) -> None:
    text = f"Fürth nutzt das BayernPortal. {title} Florian Kast ist dagegen."
    check_statements(read_article(text), [], ["Florian Kast holds * at Fürth"])


def test_adjectives_that_another_town_may_have() -> None:
    assert "Darmstädter" in town_adjectives("Darmstadt")
    assert other_adjectives("Darmstadt") == ()
    assert "Erlanger" in other_adjectives("Erlangen")
    assert other_adjectives("Fulda") == ()
