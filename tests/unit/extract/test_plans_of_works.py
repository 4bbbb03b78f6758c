"""The phase in which a work is planned: who plans it before it has a name, who is to test it; who belongs to a body."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

PLAN = "Bayern plant das Bürgerportal StadtKlick. "
BOTH = ["Fürth pilots StadtKlick planned", "Ansbach pilots StadtKlick planned"]
MEMBERS = [f"{name} memberOf Arbeitsgruppe Netze asserted" for name in ("Bayern", "Bremen", "Hessen")]
CASES = [
    (PLAN + "Als Pilotkommunen sind Fürth und Ansbach vorgesehen.", BOTH, []),
    (PLAN + "Fürth ist als Pilotkommune vorgesehen.", BOTH[:1], []),
    (PLAN + "Fürth war zunächst als Pilotkommune vorgesehen.", [], ["Fürth pilots StadtKlick"]),
    (PLAN + "Fürth ist nicht als Pilotkommune vorgesehen.", [], ["Fürth pilots StadtKlick"]),
    (PLAN + "Für Pilotkommunen wie Fürth sind zwei Millionen vorgesehen.", [], ["Fürth pilots StadtKlick"]),
    (
        "Hessen plant ein Bürgerportal von Land und Kommunen. StadtKlick soll der Name sein.",
        ["Hessen develops StadtKlick planned"],
        [],
    ),
    ("Hessen plant eine Plattform. StadtKlick soll sie heißen.", ["Hessen develops StadtKlick planned"], []),
    ("Hessen baut ein Bürgerportal. Es heißt StadtKlick.", ["Hessen develops StadtKlick asserted"], []),
    ("Gera entwickelt eine App. Ihr Name: StadtKlick.", ["Gera develops StadtKlick asserted"], []),
    ("Gera entwickelt eine App. Sie trägt den Namen StadtKlick.", ["Gera develops StadtKlick asserted"], []),
    ("Hessen plant ein neues Portal. Das alte Portal heißt StadtKlick.", [], ["Hessen develops StadtKlick"]),
    ("Hessen plant ein Portal. Es soll nicht StadtKlick heißen.", [], ["Hessen develops StadtKlick"]),
    ("Hessen baut kein Bürgerportal. Es soll StadtKlick heißen.", [], ["Hessen develops StadtKlick"]),
    ("Gera lehnt ein neues Portal ab. Es heißt StadtKlick.", [], ["Gera develops StadtKlick"]),
    (
        "Der IT-Planungsrat hat die Arbeitsgruppe Netze eingerichtet. Ihr gehören Bayern, Bremen und Hessen an.",
        MEMBERS,
        [],
    ),
    (
        "Das Land hat die Kommission Registermodernisierung eingesetzt. Ihr gehören Anna Weber und Karl Roth an.",
        [
            "Anna Weber memberOf Kommission Registermodernisierung asserted",
            "Karl Roth memberOf Kommission Registermodernisierung asserted",
        ],
        [],
    ),
    ("Die FITKO hat einen Plan. Ihr neuer Präsident ist Karl Roth.", ["Karl Roth holds Präsident at FITKO new"], []),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[-48:] for text, _, _ in CASES])
def test_what_is_planned_and_who_belongs(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
