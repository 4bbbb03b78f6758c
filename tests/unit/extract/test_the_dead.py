"""Who is told to have died holds no office any more."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

DEAD = [
    "Der langjährige Geschäftsführer der regio iT, Jan Holm, ist tot.",
    "Jan Holm, langjähriger Geschäftsführer der regio iT, starb am Sonntag.",
    "Jan Holm, Geschäftsführer der regio iT, ist unerwartet verstorben.",
    "Jan Holm, Geschäftsführer der regio iT, ist einem Herzinfarkt erlegen.",
    "Die regio iT trauert um ihren Geschäftsführer Jan Holm.",
    "Der Tod von Jan Holm, Geschäftsführer der regio iT, hat viele überrascht.",
    "Der verstorbene Geschäftsführer der regio iT, Jan Holm, wird geehrt.",
]


@pytest.mark.parametrize("text", DEAD)
def test_the_dead_are_former_holders(text: str) -> None:
    office = "Jan Holm holds Geschäftsführer at regio iT"
    never = [f"{office} current", "Jan Holm chairs regio iT asserted"]
    check_statements(read_article(text), [f"{office} former"], never)


@pytest.mark.parametrize(
    "text",
    [
        "Jan Holm, Geschäftsführer der regio iT, nannte die E-Akte tot.",
        "Jan Holm, Geschäftsführer der regio iT, trauert um Ina Rost.",
        "Jan Holm, Geschäftsführer der regio iT, ist nicht tot.",
    ],
)
def test_who_speaks_of_the_dead_lives(text: str) -> None:
    check_statements(read_article(text), ["Jan Holm holds Geschäftsführer at regio iT current"], [])


def test_where_somebody_is_from_is_not_where_the_office_is() -> None:
    text = "Jan Holm leitet die regio iT. Zuvor war der gebürtige Dürener Kämmerer in Kerpen gewesen."
    check_statements(read_article(text), [], ["Jan Holm holds Kämmerer at Düren"])
