"""Lives told in keywords, labels of posts, and signatures of letters."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Eva Roth über Prozesse.\n\nZur Person\nEva Roth, Jahrgang 1979, studierte in Ulm. 2008 bis 2014: Referentin "
        "im Innenministerium Hessen. 2014–2020: Leiterin der IT der Stadt Kassel. Seit 2020: CDO der Stadt Gera. "
        "Mitglied im Beirat von Komm.ONE.",
        [
            "Eva Roth holds IT-Leiter at Kassel former since=2014 until=2020",
            "Eva Roth holds CDO at Gera current since=2020",
            "Eva Roth memberOf Beirat",
        ],
        [],
    ),
    (
        "Ein Gespräch.\n\nEva Roth (51)\n• geboren in Zeitz\n• 2009–2017 Leiterin der IT im Landkreis Saalekreis\n"
        "• seit 2017 CDO der Stadt Gera",
        ["Eva Roth holds CDO at Gera current since=2017", "Eva Roth holds IT-Leiter at Saalekreis former"],
        [],
    ),
    (
        "Name: Kai Reh\nFunktion: CISO des Landes Thüringen\nVorherige Station: Referatsleiter beim BSI in Bonn",
        ["Kai Reh holds CISO at Thüringen current", "Kai Reh holds Referatsleiter former"],
        [],
    ),
    (
        "Der Beirat tagt.\n\nViele Grüße\nEva Roth\nCIO\nStadt Rosenheim",
        ["Eva Roth holds CIO at Rosenheim current"],
        [],
    ),
    (
        "Der Beirat tagt.\n\nEva Roth\n\nseit 2020 gibt es das Portal\n\nseit 2021 CIO der Stadt Gera: Kai Mohn",
        [],
        ["Eva Roth holds *"],
    ),
    ("Es sprach Eva Roth.\n\nCIO\nStadt Rosenheim", [], ["Eva Roth holds *"]),
]


@pytest.mark.parametrize(("text", "states", "never"), CASES)
def test_stations(text: str, states: list[str], never: list[str]) -> None:
    check_statements(read_article(text), states, never)
