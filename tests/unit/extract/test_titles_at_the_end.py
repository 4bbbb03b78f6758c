"""Titles that come last in a sentence, past its verb and what stands beside it, of who does what the sentence tells."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    ("Auf dem Podium nahm Jens Ott Platz, Staatssekretär im Bundesministerium des Innern.", ["Staatssekretär"]),
    ("Es eröffnete Jens Ott die Messe, Oberbürgermeister von Kassel.", ["Oberbürgermeister at Kassel"]),
    ("Den Auftakt machte Anna Weber am Dienstag, Landrätin des Kreises Plön.", ["Landrat at Kreis Plön"]),
    ("Nach Bonn kam auch Anna Weber mit der Bahn, CIO von Hessen.", ["CIO at Hessen"]),
    (
        "Hessens Innenminister Uwe Brandt fehlte. So eröffnete Anna Weber die Messe, seine Staatssekretärin.",
        ["Staatssekretär"],
    ),
    ("Auf der Messe lobte Jens Ott seinen Gast, Oberbürgermeister von Kassel.", []),
    ("Auf der Messe lobte Jens Ott den Festredner, Oberbürgermeister von Kassel.", []),
    ("Auf der Messe traf Jens Ott eine Kollegin, Oberbürgermeisterin von Kassel.", []),
    ("Im Mai verlor Jens Ott einen Freund, seinen Staatssekretär im Bundesministerium des Innern.", []),
    ("Im Mai verlässt Jens Ott das Haus, Oberbürgermeister von Kassel ist Uwe Brandt.", []),
]


@pytest.mark.parametrize(("text", "offices"), CASES, ids=[text[:40] for text, _ in CASES])
def test_a_title_past_the_verb_is_of_who_acts(text: str, offices: list[str]) -> None:
    who = "Anna Weber" if "Anna" in text else "Jens Ott"
    check_statements(
        read_article(text),
        [f"{who} holds {office}" for office in offices],
        [] if offices else [f"{who} holds {role}" for role in ("Staatssekretär", "Oberbürgermeister")],
    )
