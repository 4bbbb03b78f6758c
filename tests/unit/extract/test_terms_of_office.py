"""From when to when somebody holds an office, and what its end says of today."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Peter Lutz war bis 2012 CIO des Landes Hessen. Im Jahr 2018 wurde Peter Lutz erneut CIO des Landes Hessen.",
        ["Peter Lutz holds CIO at Hessen former until=2012", "Peter Lutz holds CIO at Hessen new since=2018"],
        ["Peter Lutz holds CIO since=2018 until=2012"],
    ),
    (
        "Von 2010 bis 2012 war Peter Lutz CIO des Landes Hessen. Seit 2020 ist Peter Lutz wieder CIO des Landes.",
        [
            "Peter Lutz holds CIO at Hessen former since=2010 until=2012",
            "Peter Lutz holds CIO at Hessen current since=2020",
        ],
        [],
    ),
    (
        "Seit 1. März 2020 ist Peter Lutz CIO des Landes Hessen. Zuvor war er von 2012 bis 2014 CIO des Landes "
        "Hessen. CIO Peter Lutz freut sich.",
        [
            "Peter Lutz holds CIO at Hessen former since=2012 until=2014",
            "Peter Lutz holds CIO at Hessen current since=2020-03-01",
        ],
        [],
    ),
    (
        "Peter Lutz war seit 2010 CIO des Landes Hessen. Bis 2014 war Peter Lutz CIO des Landes Hessen.",
        ["Peter Lutz holds CIO at Hessen former since=2010 until=2014"],
        [],
    ),
    (
        "Den Vorsitz hatte Peter Lutz (CIO des Landes Hessen 2013–2020).",
        ["Peter Lutz holds CIO at Hessen former since=2013 until=2020"],
        [],
    ),
    (
        "Peter Lutz, CIO des Landes Hessen von 2013 bis 2020, kam auch.",
        ["Peter Lutz holds CIO at Hessen former since=2013 until=2020"],
        [],
    ),
    (
        "Peter Lutz war 2013 bis 2020 CIO des Landes Hessen.",
        ["Peter Lutz holds CIO at Hessen former since=2013 until=2020"],
        [],
    ),
    (
        "Peter Lutz war zwischen 2013 und 2020 CIO des Landes Hessen.",
        ["Peter Lutz holds CIO at Hessen former since=2013 until=2020"],
        [],
    ),
    ("Peter Lutz leitete bis 2022 die FITKO.", ["Peter Lutz holds Leiter at FITKO former until=2022"], []),
    ("Peter Lutz leitete seit 2013 die FITKO.", ["Peter Lutz holds Leiter at FITKO former since=2013"], []),
    ("Peter Lutz leitet seit Mai 2021 die FITKO.", ["Peter Lutz holds Leiter at FITKO current since=2021-05"], []),
    (
        "Peter Lutz übernimmt zum 1. Juli die Leitung der IT-Abteilung der Stadt Kassel.",
        ["Peter Lutz holds Leiter at Kassel designated since=2024-07-01"],
        [],
    ),
    (
        "Unter Vorsitz von Peter Lutz soll der IT-Planungsrat bis 2030 ein Portal bauen.",
        ["Peter Lutz holds Vorsitzender at IT-Planungsrat"],
        ["Peter Lutz holds * until=2030"],
    ),
    (
        "Peter Lutz ist seit vergangenem Mai CIO des Landes Hessen.",
        ["Peter Lutz holds CIO at Hessen current since=2023-05"],
        [],
    ),
    (
        "Frau Weber, am 1. November sind Sie Annette Schmidt als Präsidentin der FITKO nachgefolgt.",
        ["Annette Schmidt holds Präsident at FITKO former", "Weber holds Präsident at FITKO new since=2023-11-01"],
        ["Weber holds Präsident at FITKO current"],
    ),
    (
        "Peter Lutz löste im Oktober 2015 Claudia Reuter als CIO des Landes Hessen ab.",
        ["Peter Lutz holds CIO at Hessen since=2015-10", "Claudia Reuter holds CIO at Hessen former until=2015-10"],
        ["Claudia Reuter holds CIO current"],
    ),
    (
        "Im Oktober 2015 löste Peter Lutz als CIO des Landes Hessen Claudia Reuter ab.",
        ["Peter Lutz holds CIO at Hessen since=2015-10", "Claudia Reuter holds CIO at Hessen former until=2015-10"],
        ["Claudia Reuter holds CIO current"],
    ),
]

LEAVING = [
    ("Peter Lutz gibt sein Amt als CIO des Landes Hessen zum 30. Juni auf.", "CIO current", "2024-06-30"),
    ("Peter Lutz legt sein Amt als CIO des Landes Hessen zum 30. Juni nieder.", "CIO current", "2024-06-30"),
    ("Peter Lutz ist zum 30. Juni als CIO des Landes Hessen zurückgetreten.", "CIO current", "2024-06-30"),
    ("Peter Lutz wird zum 30. Juni als CIO des Landes Hessen zurücktreten.", "CIO current", "2024-06-30"),
    ("Peter Lutz, CIO des Landes Hessen, scheidet zum 30. Juni 2025 aus.", "CIO current", "2025-06-30"),
    ("Der CIO des Landes Hessen, Peter Lutz, hört zum 30. Juni auf.", "CIO current", "2024-06-30"),
    ("CIO Peter Lutz aus Hessen geht zum 30. Juni in den Ruhestand.", "CIO current", "2024-06-30"),
    ("Peter Lutz ist im Januar als CIO des Landes Hessen zurückgetreten.", "CIO former", "2024-01"),
    ("Der CIO des Landes Hessen, Peter Lutz, ist Ende Januar in den Ruhestand gegangen.", "CIO former", "2024-01"),
    ("Peter Lutz, früher CIO in Bremen, tritt zum 30. Juni zurück.", "CIO former", None),
    ("Der CIO des Landes Hessen, Peter Lutz, wechselt zum 30. Juni auf den Posten des Direktors.", "CIO current", None),
]


@pytest.mark.parametrize(("text", "held", "until"), LEAVING, ids=[text[:40] for text, _, _ in LEAVING])
def test_a_day_of_leaving_ends_an_office(text: str, held: str, until: str | None) -> None:
    offices = [one for one in read_article(text).offices if one.role == "CIO"]
    assert [(f"{one.role} {one.status}", one.since, one.until) for one in offices] == [(held, None, until)]


def test_who_gives_up_one_office_keeps_the_other() -> None:
    text = "Staatssekretär Peter Lutz gibt zum 30. Juni das Amt des CIO des Landes Hessen ab."
    offices = read_article(text).offices
    assert {(one.role, one.until) for one in offices} == {("CIO", "2024-06-30"), ("Staatssekretär", None)}


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_how_long_an_office_is_held(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


def test_one_office_in_two_terms_is_two() -> None:
    offices = read_article(CASES[0][0]).offices
    assert [(office.status, office.since, office.until) for office in offices] == [
        ("former", None, "2012"),
        ("new", "2018", None),
    ]


def test_one_term_told_in_two_sentences_is_one() -> None:
    assert len(read_article(CASES[3][0]).offices) == 1
