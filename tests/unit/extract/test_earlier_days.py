"""Offices that somebody had when something happened, and those that begin or end by what stands before the title."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

FORMER = "Jens Ott holds Leiter at FITKO former"
CURRENT = "Jens Ott holds Leiter at FITKO current"
MAYOR, MAYOR_NOW = (f"Jens Ott holds Oberbürgermeister at Gera {status}" for status in ("former", "current"))
OVER = [
    ("Als Leiter der FITKO hatte Jens Ott das Portal angestoßen, jetzt ist er Kämmerer der Stadt Gera.", FORMER),
    ("Schon als Leiter der FITKO setzte sich Jens Ott dafür ein; heute führt er die AKDB.", FORMER),
    ("In seiner früheren Funktion als Leiter der FITKO baute Jens Ott das Portal auf.", FORMER),
    ("Nach seinem Ausscheiden als Leiter der FITKO berät Jens Ott Kommunen.", FORMER),
    ("Jens Ott sammelte Erfahrung als Leiter der FITKO.", FORMER),
    ("Jens Ott begann 2012 als Leiter der FITKO, ehe er 2019 CIO des Saarlands wurde.", FORMER),
    ("Jens Ott, zwölf Jahre lang Leiter der FITKO, ist in Pension.", FORMER),
    ("Der bis Januar amtierende Leiter der FITKO, Jens Ott, gratulierte.", FORMER),
    ("Der bis vor Kurzem tätige Leiter der FITKO, Jens Ott, gratulierte.", FORMER),
    ("Oberbürgermeister Jens Ott hatte das Portal der Stadt Gera gestartet. Seine Nachfolgerin ist Hanna Voss.", MAYOR),
    ("2015 unterschrieb Oberbürgermeister Jens Ott, heute führt Oberbürgermeisterin Hanna Voss die Stadt Gera.", MAYOR),
    ("Die Stadt Gera führte die E-Akte ein, damals unter Oberbürgermeister Jens Ott.", MAYOR),
    ("Begonnen hat das Projekt der Stadt Gera unter Oberbürgermeister Jens Ott.", MAYOR),
    ("Die Stadt Gera holte sie, noch unter Oberbürgermeister Jens Ott, der heute im Landtag sitzt.", MAYOR),
    ("Hanna Voss leitet das ITZBund. Als Kämmerin von Gera hat sie Rechnungen bezahlt.",
     "Hanna Voss holds Kämmerer at Gera former"),
]  # fmt: skip
HELD = [
    ("Als Leiter der FITKO hat Jens Ott am Montag den Vertrag unterschrieben, nun reist er nach Celle.", CURRENT),
    ("Jens Ott hat in seiner Rolle als Leiter der FITKO den Vertrag unterschrieben.", CURRENT),
    ("Jens Ott, seit zwölf Jahren Leiter der FITKO, lobt das Projekt.", CURRENT),
    ("Der bis Ende Dezember amtierende Leiter der FITKO, Jens Ott, gratulierte.", CURRENT),
    ("Unter Oberbürgermeister Jens Ott hat die Stadt Gera die E-Akte eingeführt.", MAYOR_NOW),
    ("Oberbürgermeister Jens Ott, der inzwischen auch den Städtetag leitet, lobte die Stadt Gera.", MAYOR_NOW),
    ("Vorgestellt hat das Papier damals der Oberbürgermeister der Stadt Gera, Jens Ott.", MAYOR_NOW),
    (
        "Der im April antretende Leiter der FITKO, Jens Ott, gratulierte.",
        "Jens Ott holds Leiter at FITKO designated",
    ),
    (
        "Der ab November amtierende Leiter der FITKO, Jens Ott, gratulierte.",
        "Jens Ott holds Leiter at FITKO designated",
    ),
]

PASSING = [
    ("Jens Ott geht Ende Mai als Leiter der FITKO in Pension.", [CURRENT], []),
    ("Jens Ott soll als Leiter der FITKO abberufen werden.", [CURRENT], []),
    ("Jens Ott wechselt Ende Mai als Leiter zur FITKO.", ["Jens Ott holds Leiter at FITKO designated"], []),
    ("Vor seiner Zeit als Leiter der FITKO arbeitete Jens Ott bei Dataport.", [CURRENT], [FORMER]),
    ("Nach seiner Zeit als Leiter der FITKO arbeitete Jens Ott bei Dataport.", [FORMER], [CURRENT]),
    ("Jens Ott leitete die FITKO, seit Februar leitet sie Hanna Voss.", [FORMER],
     ["Hanna Voss holds Leiter at FITKO former"]),
    ("Jens Ott leitete die FITKO zwölf Jahre, jetzt steht Hanna Voss an der Spitze.", [FORMER],
     ["Hanna Voss holds Leiter at FITKO former"]),
    ("Hanna Voss leitet die FITKO. Sie folgt auf Jens Ott, der zwölf Jahre an der Spitze stand.", [FORMER], [CURRENT]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [*OVER, *HELD], ids=[text[-48:] for text, _ in [*OVER, *HELD]])
def test_earlier_days(text: str, said: str) -> None:
    check_statements(read_article(text, title="Meldung aus der Verwaltung"), [said], [])


@pytest.mark.parametrize(("text", "said", "never"), PASSING, ids=[text[-48:] for text, _, _ in PASSING])
def test_who_leaves_and_who_leads_since(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, title="Meldung aus der Verwaltung"), said, never)
