from __future__ import annotations

import pytest

from govgraph.sources.heads import is_kicker, split_colon, split_glued
from govgraph.vocabulary.layouts import load_layouts

LAYOUTS = load_layouts()


@pytest.mark.parametrize(
    ("kicker", "title"),
    [
        ("Nordrhein-Westfalen", "CIO gesucht"),
        ("CIO-Porträt", "Der Netzwerker"),
        ("NRW", "Digital vor Ort"),
        ("NRW", "E-Akte im Test"),
        ("IT-Planungsrat", "31 Beschlüsse gefasst"),
        ("IT-Planungsrat", "BayernPortal wird Vorbild"),
        ("BundID", "Neue Funktionen"),
        ("OZG 2.0", "Bundestag stimmt zu"),
        ("Interview", "„Wir gehen voran“"),
        ("Frankfurt am Main", "Digitale Wege"),
        ("Bund/Länder", "Neue Verträge"),
        ("Stuttgart", "Ausschreibung: Cloud gesucht"),
        ("Sachsen-Anhalt", "Förderaufruf"),
    ],
)
def test_glued_kicker_is_found(kicker: str, title: str) -> None:
    assert split_glued(kicker + title, LAYOUTS, lambda word: False) == len(kicker)


@pytest.mark.parametrize(
    "text",
    [
        "BayernPortal geht online",
        "KIT forscht an Verfahren",
        "Neue Funktionen für das BayernPortal",
        "Bürger:innen fragen nach",
        "Alle MitarbeiterInnen im Netz",
        "E-Government in der Krise",
        "GovTech Campus eröffnet",
        "Kein Kicker weit und breit",
        "Alle CIOs der Länder",
        "KGSt-Forum zur Steuerung",
    ],
)
def test_names_with_capitals_inside_are_left_whole(text: str) -> None:
    assert split_glued(text, LAYOUTS, lambda word: False) is None


def test_word_that_stands_elsewhere_is_a_name() -> None:
    assert split_glued("ErlenFlow startet in Hof", LAYOUTS, lambda word: word == "ErlenFlow") is None
    assert split_glued("ErlenFlow startet in Hof", LAYOUTS, lambda word: False) == len("Erlen")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bayern: Ein Portal", ("Bayern", "Ein Portal")),
        ("BMI: „Wir sind da.“", ("BMI", "„Wir sind da.“")),
        ("Berlin: Neu: Termine", ("Berlin", "Neu: Termine")),
        ("Bürger:innen gefragt", None),
        ("„Kurz: Es geht“", None),
        ("Um 8:30 Uhr beginnt es", None),
        ("Was die Ämter in den Ländern heute schon können: ein Überblick", None),
    ],
)
def test_colon(text: str, expected: tuple[str, str] | None) -> None:
    found = split_colon(text, LAYOUTS)
    assert (None if found is None else (text[: found[0]], text[found[1] :])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("E-Government in Hessen", True),
        ("Bund und Länder", True),
        ("Freistaat Sachsen", True),
        ("eGovernment-Wettbewerb", True),
        ("Der Mann für alle Fälle", False),
        ("Land verkauft Rechenzentrum", False),
        ("Was nun?", False),
        ("", False),
    ],
)
def test_kickers(text: str, expected: bool) -> None:
    assert is_kicker(text, LAYOUTS) is expected
