"""Interviews whose labels are no names: „Gast:“, „Landrat:“, and who of two guests speaks for which town."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

HEAD = "„Wir bauen selbst“\n\n{lead}\n\n4. Mai 2023\n\n"
ONE = HEAD.format(lead="Interview mit Eva Roth, IT-Leiterin der Stadt Gera")
TITLES = HEAD.format(lead="Landrat Jens Ott (Kreis Greiz) und Bürgermeisterin Eva Roth (Apolda) im Gespräch")
NAMES = HEAD.format(
    lead="Jens Ott, Oberbürgermeister von Gera, und Eva Roth, Oberbürgermeisterin von Jena, im Gespräch"
)


@pytest.mark.parametrize(("asks", "says"), [("F", "A"), ("Frage", "Antwort"), ("Reporterin", "Gast")])
def test_a_label_of_the_guest_stands_for_who_is_interviewed(asks: str, says: str) -> None:
    talk = f"{asks}: Was nutzen Sie?\n\n{says}: Wir nutzen ALLRIS.\n\n{asks}: Und sonst?\n\n{says}: Wir testen VIS.\n"
    check_statements(read_article(ONE + talk), ["Gera implements ALLRIS", "Gera pilots VIS"], ["Thüringen * *"])


def test_whoever_has_the_title_speaks() -> None:
    talk = (
        "Blatt: Was nutzen Sie?\n\nLandrat: Wir nutzen ALLRIS.\n\nBürgermeisterin: Wir testen VIS.\n\n"
        "Blatt: Und was folgt?\n\nBürgermeisterin: Wir führen civento ein.\n\nLandrat: Wir warten ab.\n"
    )
    said = ["Landkreis Greiz implements ALLRIS", "Apolda pilots VIS", "Apolda implements civento"]
    check_statements(read_article(TITLES + talk), said, ["Thüringen * *"])


def test_an_unknown_speaker_speaks_for_no_land() -> None:
    talk = (
        "Blatt: Was nutzen Sie?\n\nKämmerer: Wir nutzen ALLRIS.\n\nBlatt: Was noch?\n\nKämmerer: Wir testen VIS.\n\n"
        "Blatt: Und alle?\n\nBeide: Wir führen civento ein.\n"
    )
    check_statements(read_article(TITLES + talk), [], ["Thüringen * *", "* implements civento"])


def test_the_first_of_two_guests_answers() -> None:
    talk = (
        "Blatt: Was nutzen Sie?\n\nOtt: Wir nutzen ALLRIS.\n\nRoth: Wir testen VIS.\n\n"
        "Blatt: Was folgt?\n\nRoth: Wir führen civento ein.\n"
    )
    said = ["Gera implements ALLRIS", "Jena pilots VIS", "Jena implements civento"]
    check_statements(read_article(NAMES + talk), said, ["Gera implements civento", "Gera pilots *"])


def test_two_in_one_sentence_have_a_town_each() -> None:
    lead = "Jens Ott leitet die IT der Stadt Gera, Eva Roth ist CDO der Stadt Jena."
    talk = "Herr Ott, Frau Roth, was nutzen Sie?\n\nJens Ott: Wir nutzen ALLRIS.\nEva Roth: Wir testen VIS.\n\n"
    talk += "Was fehlt?\n\nOtt: Geld.\nRoth: Zeit.\n"
    text = HEAD.format(lead=f"{lead} Ein Gespräch.") + talk
    check_statements(read_article(text), ["Gera implements ALLRIS", "Jena pilots VIS"], ["Gera pilots VIS"])
