"""What is said to have been given up is over; a town is no Land; who accompanies something does not do it."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

OVER: list[tuple[str, list[str], list[str]]] = [
    ("Kritiker behaupten, Suhl habe die BundID abgeschaltet.", ["Suhl implements BundID ended"], []),
    ("Neuruppin soll die E-Akte abgeschafft haben.", ["Neuruppin implements E-Akte ended"], []),
    ("Wie es heißt, habe Gera sich von MESO getrennt.", ["Gera implements MESO ended"], []),
    ("Laut NDR hat Suhl die E-Akte eingeführt.", ["Suhl implements E-Akte reported"], []),
    ("Es heißt, Suhl habe die BundID eingeführt.", ["Suhl implements BundID reported"], []),
]
TOWNS = [
    ("Die Stadt Kiel führt die E-Akte ein. Zuvor hatte die Stadt MESO im Einsatz.", ["Kiel implements MESO ended"], []),
    ("Die Stadt Kiel führt die E-Akte ein. Seit Mai nutzt die Stadt civento.", ["Kiel implements civento"], []),
    (
        "Der Landkreis Gotha wächst. Im Mai hat der Kreis civento eingeführt.",
        ["Landkreis Gotha implements civento"],
        [],
    ),
    ("Der Berater des Freistaats Bayern, Jost Alm, wechselt zur Stadt Zürich.", [], ["Zürich locatedIn Bayern"]),
    ("Die Senatorin Hamburgs, Karin Kalb, berät heute die Stadt Kassel.", [], ["Kassel locatedIn Hamburg"]),
    ("Die Stadt Kassel liegt in Hessen.", ["Kassel locatedIn Hessen"], []),
]
BESIDE = [
    (
        "Dataport hat die Einführung der E-Akte in Kiel begleitet.",
        ["Kiel implements E-Akte"],
        ["Dataport implements *"],
    ),
    ("Der Bitkom hat die Einführung der E-Akte begleitet.", [], ["Bitkom implements E-Akte"]),
    ("Die Stadt Ulm begleitet die Einführung der E-Akte mit Schulungen.", ["Ulm implements E-Akte"], []),
    ("Dataport hat die Einführung der E-Akte abgeschlossen.", ["Dataport implements E-Akte"], []),
]


@pytest.mark.parametrize(("text", "said", "never"), [*OVER, *TOWNS, *BESIDE])
def test_who_uses_what(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


def test_the_capital_that_is_called_a_town() -> None:
    text = "Die Landeshauptstadt Potsdam hat ihr Meldewesen auf VOIS umgestellt. Abgeschaltet wurde MESO."
    article = read_article(text, title="Brandenburg\nPotsdam löst altes Verfahren ab")
    check_statements(article, ["Potsdam implements VOIS"], ["Brandenburg implements MESO"])


def test_the_portal_of_a_headline_with_a_town() -> None:
    article = read_article(
        "Die Landeshauptstadt Kiel hat ihr Serviceportal freigeschaltet.", "Kiel startet Serviceportal"
    )
    check_statements(article, ["Kiel implements Serviceportal"], [])
    assert "Serviceportal Schleswig-Holstein" not in {e.name for e in article.entities}


@pytest.mark.parametrize(
    ("text", "said", "never"),
    [
        (
            "Der Kulturbeirat tagte. Der Beirat wählte Anna Weber zur Vorsitzenden.",
            ["Anna Weber chairs Kulturbeirat"],
            [],
        ),
        (
            "Der Klimabeirat der Stadt Ulm hat getagt. Sprecherin des Beirats ist Anna Weber.",
            ["Anna Weber chairs Klimabeirat"],
            [],
        ),
        ("Der Kulturbeirat tagte. Der Beirat der ekom21 fehlte.", ["Beirat partOf ekom21"], ["Kulturbeirat partOf *"]),
    ],
)
def test_a_council_for_short(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


def test_a_council_for_short_is_no_second_body() -> None:
    article = read_article("Der Kulturbeirat tagte. Sie dankten dem Beirat.")
    assert [e.name for e in article.entities] == ["Kulturbeirat"]
