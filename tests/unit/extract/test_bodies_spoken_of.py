"""Which body „der Rat“, „die Genossenschaft“ or „die GmbH“ is: one that is called so, or has that legal form."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

COUNCILS = [
    (
        "Anna Weber ist Bürgermeisterin der Stadt Fulda. Im Nationalen Normenkontrollrat wird gestritten. "
        "Uwe Kern wurde in den Rat berufen.",
        ["Uwe Kern memberOf Nationaler Normenkontrollrat"],
        ["Uwe Kern memberOf Rat Fulda"],
    ),
    (
        "Anna Weber ist Bürgermeisterin der Stadt Fulda. Über den IT-Rat wird gestritten. "
        "Auch die ekom21 gehört dem Rat an.",
        ["ekom21 memberOf IT-Rat"],
        ["ekom21 memberOf Rat Fulda"],
    ),
    (
        "Anna Weber ist Bürgermeisterin der Stadt Fulda. Im Verwaltungsrat der ekom21 wird gestritten. "
        "Uwe Kern gehört dem Rat seit 2019 an.",
        ["Uwe Kern memberOf Rat Fulda"],
        ["Uwe Kern memberOf Verwaltungsrat"],
    ),
    (
        "Das Land Brandenburg will mehr. Anna Weber sitzt im IT-Rat des Landes.",
        ["Anna Weber memberOf IT-Rat des Landes Brandenburg", "IT-Rat des Landes Brandenburg partOf Brandenburg"],
        [],
    ),
    (
        "Der Bund will mehr. Anna Weber sitzt im IT-Rat.",
        ["Anna Weber memberOf IT-Rat"],
        ["Anna Weber memberOf IT-Rat des Landes Brandenburg"],
    ),
]
FORMS = [
    (
        "Die KITU lässt ihre Server von der KID Magdeburg betreiben. 31 Kommunen gehören der Genossenschaft an, "
        "darunter Zerbst.",
        ["Zerbst memberOf KITU"],
        ["Zerbst memberOf KID Magdeburg"],
    ),
    (
        "Die Nordkom GmbH wird von der Südkom eG beliefert. Die GmbH hat ihren Sitz in Kassel.",
        ["Nordkom GmbH locatedIn Kassel"],
        ["Südkom eG locatedIn Kassel"],
    ),
    (
        "Die Nordkom GmbH wird von der Südkom eG beliefert. Die Genossenschaft hat ihren Sitz in Kassel.",
        ["Südkom eG locatedIn Kassel"],
        ["Nordkom GmbH locatedIn Kassel"],
    ),
    (
        "Die regio iT betreibt das Portal des Zweckverbands Weserland. Der Zweckverband hat seinen Sitz in Hameln.",
        ["Zweckverband Weserland locatedIn Hameln"],
        ["regio iT locatedIn Hameln"],
    ),
    ("Die Südkom eG wächst. Die GmbH hat ihren Sitz in Kassel.", [], ["Südkom eG locatedIn Kassel"]),
]


@pytest.mark.parametrize(("text", "said", "never"), COUNCILS, ids=[text[-48:] for text, _, _ in COUNCILS])
def test_which_council_is_meant(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)


@pytest.mark.parametrize(("text", "said", "never"), FORMS, ids=[text[-48:] for text, _, _ in FORMS])
def test_a_body_is_called_by_its_legal_form(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
