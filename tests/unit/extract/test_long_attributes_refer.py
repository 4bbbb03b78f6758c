"""Nouns with long attributes that refer back: „die in Kassel ansässige Firma“, „das von ihr geführte Amt“."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

EKOM = "Fulda setzt auf die ekom21. "
LUMO = "Fulda nutzt den Chatbot Lumo. "
CASES = [
    (
        EKOM + "Der in Gießen ansässige Dienstleister betreibt das Portal Miro.",
        ["ekom21 locatedIn Gießen", "ekom21 develops Miro"],
        [],
    ),
    (
        EKOM + "Mit dem in Gießen ansässigen Dienstleister arbeitet auch Hanau zusammen.",
        ["ekom21 locatedIn Gießen"],
        [],
    ),
    (
        LUMO + "Kassel testet die von Dataport entwickelte Software.",
        ["Kassel pilots Lumo", "Dataport develops Lumo"],
        [],
    ),
    (LUMO + "Die vom Land Hessen geförderte Anwendung kennt 200 Themen.", ["Hessen funds Lumo"], []),
    (
        "Die FITKO wächst. Die dem IT-Planungsrat unterstellte Behörde testet openDesk.",
        ["FITKO pilots openDesk"],
        [],
    ),
    ("Die FITKO wächst. Die 2020 gegründete Behörde testet openDesk.", ["FITKO pilots openDesk"], []),
    ("Dienstherr ist Uwe Kern. Die von ihm geführte FITKO testet openDesk.", ["Uwe Kern chairs FITKO"], []),
    ("Die FITKO wächst. Eine in Kiel angesiedelte Behörde testet openDesk.", [], ["FITKO * openDesk"]),
    (
        "Die FITKO und das BSI wachsen. Die in Bonn ansässige Behörde testet openDesk.",
        [],
        ["FITKO * openDesk", "BSI * openDesk", "FITKO locatedIn Bonn"],
    ),
    ("Fulda nutzt Lumo. Nun braucht die Stadt eine eigenständige Plattform.", [], ["Fulda develops Lumo"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[-48:] for text, _, _ in CASES])
def test_what_is_meant(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
