"""Who is chosen now and begins later, and until when somebody is still in office."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, reader

from govgraph.model import ArticleRecord
from govgraph.sources import read_text

CHOSEN = "Die Mitglieder des Vitako haben heute Jan Holm zum Vorsitzenden gewählt."
LATER = [
    "Er tritt am 1. Oktober die Nachfolge von Ina Rost an.",
    "Er löst am 1. Oktober Ina Rost ab.",
    "Am 1. Oktober folgt er auf Ina Rost.",
]
TERMS = [
    ("Ina Rost, bis Ende Januar noch CIO von Hessen, freut sich.", "2024-11-17", "current until=2025-01"),
    ("Ina Rost, noch bis Ende Januar CIO von Hessen, freut sich.", "2024-11-17", "current until=2025-01"),
    ("Bis Ende Januar bleibt Ina Rost CIO von Hessen.", "2024-11-17", "current until=2025-01"),
    ("Ina Rost ist noch bis Ende Februar CIO von Hessen.", "2024-05-17", "current until=2025-02"),
    ("Ina Rost, bis Ende Juni CIO von Hessen, freut sich.", "2024-05-17", "current until=2024-06"),
    ("Ina Rost, bis Ende des Monats CIO von Hessen, freut sich.", "2024-05-17", "current until=2024-05"),
    ("Ina Rost, bis Januar CIO von Hessen, leitet nun die FITKO.", "2024-11-17", "former until=2024-01"),
    ("Ina Rost, bis Dezember CIO von Hessen, leitet nun die FITKO.", "2024-02-17", "former until=2023-12"),
    ("Ina Rost war bis Januar CIO von Hessen.", "2024-11-17", "former until=2024-01"),
    ("Ina Rost, bis Ende April noch CIO von Hessen, freut sich.", "2024-05-17", "former until=2024-04"),
]


def read_on(text: str, date: str) -> ArticleRecord:
    """A text read as an article of a day."""
    year, month, day = date.split("-")
    (article,) = reader().read(read_text(f"Meldung\n\n[{day}.{month}.{year}] {text}")).articles
    return article


@pytest.mark.parametrize("later", LATER)
def test_who_follows_on_a_day_to_come_has_not_begun(later: str) -> None:
    said = [
        "Jan Holm holds Vorsitzender at Vitako designated since=2024-10-01",
        "Ina Rost holds Vorsitzender at Vitako current",
        "Jan Holm succeeds Ina Rost planned",
    ]
    check_statements(read_on(f"{CHOSEN} {later}", "2024-07-15"), said, ["Jan Holm chairs Vitako asserted"])


def test_what_the_present_tells_of_in_some_years_is_to_come() -> None:
    article = read_on("Vorsitzender des Vitako ist Jan Holm. In zwei Jahren löst ihn Jens Ott ab.", "2024-03-01")
    said = ["Jens Ott succeeds Jan Holm planned", "Jens Ott holds Vorsitzender at Vitako designated"]
    check_statements(article, said, ["Jens Ott chairs Vitako asserted"])


def test_the_next_step_of_a_predecessor_is_no_day_of_the_successor() -> None:
    article = read_on(
        "Ina Rost leitet die FITKO. Ihr Vorgänger Jan Holm wechselt zum 1. Juli zur Dataport.", "2024-03-01"
    )
    check_statements(article, ["Ina Rost chairs FITKO asserted", "Ina Rost succeeds Jan Holm asserted"], [])


@pytest.mark.parametrize(("text", "date", "status"), TERMS)
def test_until_when_somebody_is_in_office(text: str, date: str, status: str) -> None:
    check_statements(read_on(text, date), [f"Ina Rost holds CIO at Hessen {status}"], [])
