"""Dates in words, relative to the day of the article."""

from __future__ import annotations

import pytest

from govgraph.language.dates import find_dates


@pytest.mark.parametrize(
    ("text", "day", "value", "lead"),
    [
        ("Zum Jahreswechsel geht der Vorsitz über.", "2017-12-18", "2018", "from"),
        ("Seit dem Jahreswechsel ist sie CIO.", "2018-01-10", "2018", "since"),
        ("Im neuen Jahr kommt die E-Akte.", "2017-12-18", "2018", "at"),
        ("Vom neuen Jahr an gilt das Gesetz.", "2018-01-03", "2018", "from"),
        ("Zum Jahreswechsel 2018/2019 geht der Vorsitz über.", "2017-12-18", "2018", "from"),
    ],
)
def test_the_turn_of_the_year(text: str, day: str, value: str, lead: str) -> None:
    found = find_dates(text, 0, len(text), day)[0]
    assert (found.value, found.lead) == (value, lead)


def test_every_month_is_a_time() -> None:
    text = "Von März an gilt das Gesetz."
    (found,) = find_dates(text, 0, len(text), "2026-01-22")
    assert (found.value, found.lead) == ("2026-03", "from")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("CIO 2013–2020", [("2013", "from"), ("2020", "until")]),
        ("war 2013 bis 2020 CIO", [("2013", "from"), ("2020", "until")]),
        ("zwischen Mai 2013 und Juni 2020", [("2013-05", "from"), ("2020-06", "until")]),
        ("im Jahr 2013 und 2020", [("2013", "at"), ("2020", "at")]),
        ("am 3. Mai 2013 und bis 2020", [("2013-05-03", "at"), ("2020", "until")]),
        ("seit vergangenem Mai", [("2022-05", "since")]),
        ("seit dem letzten März", [("2023-03", "since")]),
        ("seit dem 1. Mai", [("2023-05-01", "since")]),
    ],
)
def test_bounds_of_a_time(text: str, dates: list[tuple[str, str]]) -> None:
    assert [(found.value, found.lead) for found in find_dates(text, 0, len(text), "2023-05-20")] == dates


@pytest.mark.parametrize(
    ("text", "day", "dates"),
    [
        ("ist seit Montag CIO", "2025-03-04", [("2025-03-03", "since")]),
        ("tritt ab Donnerstag an", "2025-03-04", [("2025-03-06", "from")]),
        ("seit sieben Jahren", "2025-03-04", [("2018", "since")]),
        ("seit zehn Jahren", "2025-03-04", []),
        ("bis vor zwei Jahren", "2025-03-04", [("2023", "until")]),
        ("vor drei Monaten", "2025-02-04", [("2024-11", "at")]),
        ("seit fünf Wochen", "2025-07-04", [("2025-05", "since")]),
        ("Anfang des Jahres", "2025-03-04", [("2025", "at")]),
        ("zum Jahresende", "2025-03-04", [("2025-12", "from")]),
        ("zum Jahresbeginn", "2025-11-04", [("2026", "from")]),
        ("zum Jahresbeginn", "2025-07-04", []),
        ("seit gestern", "2025-03-01", [("2025-02-28", "since")]),
        ("bis Silvester", "2025-02-04", [("2024-12-31", "until")]),
        ("bis Silvester", "2025-11-04", [("2025-12-31", "until")]),
        ("seit Neujahr", "2025-02-04", [("2025-01-01", "since")]),
        ("seit Monatsbeginn", "2025-03-14", [("2025-03", "since")]),
        ("zum Monatsende", "2025-03-14", [("2025-03", "from")]),
        ("seit Herbst", "2025-03-04", [("2024", "since")]),
        ("im Herbst", "2025-03-04", []),
        ("im vergangenen Herbst", "2025-10-04", [("2024", "at")]),
        ("im Mai vergangenen Jahres", "2025-07-04", [("2024-05", "at")]),
        ("am 3. Mai dieses Jahres", "2025-07-04", [("2025-05-03", "at")]),
        ("Ende vergangenen Jahres", "2025-07-04", [("2024", "at")]),
        ("seit vergangenem Jahr", "2025-07-04", [("2024", "since")]),
        ("vergangene Woche", "2025-07-14", [("2025-07", "at")]),
        ("vergangene Woche", "2024-03-04", [("2024", "at")]),
        ("Seit gut einem Jahr", "2023-05-24", [("2022", "since")]),
        ("seit nunmehr gut zwei Jahren", "2023-05-24", [("2021", "since")]),
        ("seit gut einem Jahr", "2023-02-24", []),
        ("seit knapp einem Jahr", "2023-05-24", [("2022", "since")]),
        ("seit fast drei Jahren", "2023-11-24", []),
        ("seit mehr als einem Jahr", "2023-05-24", []),
        ("seit gut zehn Jahren", "2023-05-24", []),
    ],
)
def test_times_told_by_the_day_of_the_article(text: str, day: str, dates: list[tuple[str, str]]) -> None:
    assert [(found.value, found.lead) for found in find_dates(text, 0, len(text), day)] == dates
