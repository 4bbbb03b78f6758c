"""What „die Behörde“ or „die Stadt“ means for somebody of whose office an article has told."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Neuer Vizepräsident des BSI ist Jan Holm. Berichte, er gehe ins Bundesverteidigungsministerium, sind falsch. "
        "Holm hatte die Behörde 2015 für einige Wochen geführt.",
        ["Jan Holm chairs BSI ended"],
        ["Jan Holm chairs Bundesministerium der Verteidigung", "Jan Holm holds Minister"],
    ),
    (
        "Ina Rost ist Präsidentin des BSI. Das Bundesverwaltungsamt schätzt ihre Arbeit. Sie leitet die Behörde seit "
        "2023.",
        ["Ina Rost chairs BSI"],
        ["Ina Rost chairs Bundesverwaltungsamt"],
    ),
    (
        "Jan Holm leitet die ekom21. Kassel nutzt die Dienste der Dataport. Holm führt das Unternehmen seit 2015.",
        ["Jan Holm chairs ekom21"],
        ["Jan Holm chairs Dataport"],
    ),
    (
        "Ina Rost ist Präsidentin des BSI. Sie wechselt zur FITKO. Ab Mai leitet sie die Behörde.",
        [],
        ["Ina Rost holds Präsident at BSI current since=2024-05"],
    ),
    (
        "Ina Rost ist Oberbürgermeisterin von Zwickau. Ihr Chemnitzer Kollege Jan Holm sieht das ähnlich. Er war zuvor "
        "Kämmerer der Stadt.",
        ["Jan Holm holds Kämmerer at Chemnitz former"],
        ["Jan Holm holds Kämmerer at Zwickau"],
    ),
    (
        "Zwickau führt die E-Akte ein. Der Chemnitzer Oberbürgermeister Jan Holm, zuvor Kämmerer der Stadt, lobt das.",
        ["Jan Holm holds Kämmerer at Chemnitz former"],
        ["Jan Holm holds Kämmerer at Zwickau"],
    ),
    (
        "Zwickau führt die E-Akte ein. Jan Holm war zuvor Kämmerer der Stadt.",
        ["Jan Holm holds Kämmerer at Zwickau former"],
        [],
    ),
    (
        "Wolfsburg hat Ina Rost abgeworben. Sie leitet noch das Referat Smart City in der Nachbarstadt.",
        [],
        ["Referat Smart City locatedIn Wolfsburg", "Referat Smart City partOf Wolfsburg"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_a_noun_means_the_body_of_whoever_heads_it(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
