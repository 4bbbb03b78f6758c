"""Names that share a place with others: in lists after a colon, with „ebenso wie“, „neben“, or added at the end."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    (
        "Im Beirat der ekom21 ist der Hessische Städtetag ebenso Mitglied wie der Hessische Landkreistag.",
        ["Hessischer Landkreistag memberOf Beirat", "Hessischer Städtetag memberOf Beirat"],
        [],
    ),
    (
        "Den Auftrag hat die govdigital, zu deren Mitgliedern neben Dataport die AKDB zählt.",
        ["AKDB memberOf govdigital", "Dataport memberOf govdigital"],
        [],
    ),
    (
        "Den Auftrag hat die govdigital, zu deren Gesellschaftern Dataport und die AKDB gehören.",
        ["AKDB memberOf govdigital", "Dataport memberOf govdigital"],
        [],
    ),
    (
        "Im IT-Planungsrat sind beide Seiten vertreten: der Bund ebenso wie Hessen.",
        ["Bund memberOf IT-Planungsrat", "Hessen memberOf IT-Planungsrat"],
        [],
    ),
    (
        "Die govdigital hat drei neue Mitglieder: die Stadt Ulm, die Komm.ONE und Dataport.",
        ["Ulm memberOf govdigital", "Komm.ONE memberOf govdigital", "Dataport memberOf govdigital"],
        [],
    ),
    (
        "Die Hochschule Harz gehört der govdigital an, ebenso die AKDB.",
        ["Hochschule Harz memberOf govdigital", "AKDB memberOf govdigital"],
        ["Hochschule Harz memberOf AKDB"],
    ),
    (
        "Dem IT-Kooperationsrat gehören Vertreter des Hessischen Städtetags und des Hessischen Landkreistags an.",
        ["Hessischer Städtetag memberOf IT-Kooperationsrat", "Hessischer Landkreistag memberOf IT-Kooperationsrat"],
        [],
    ),
    (
        "Vertreter des Hessischen Städtetags kritisierten den IT-Kooperationsrat.",
        [],
        ["Hessischer Städtetag memberOf IT-Kooperationsrat"],
    ),
    ("Die Stadt Ulm gehört der govdigital an, die AKDB nicht.", [], ["AKDB memberOf govdigital"]),
    ("Zu deren Präsidenten Dirk Braun zählt niemand gern.", [], ["Dirk Braun memberOf *"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:48] for text, _, _ in CASES])
def test_places_are_shared(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
