"""Whose house „wir“ of an interview is with somebody who was, became or is no longer something."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

TALK = "„Das hilft“\n\n{lead}\n\n4. Mai 2023\n\nFrau Roth, was nutzen Sie?\n\nWir nutzen ALLRIS. Das hilft.\n"


@pytest.mark.parametrize(
    ("lead", "house"),
    [
        ("Vor einem Jahr wurde Eva Roth Präsidentin des ITZBund in Bonn.", "Informationstechnikzentrum Bund"),
        ("Eva Roth war Direktorin der KDO in Oldenburg.", "Kommunale Datenverarbeitung Oldenburg"),
        ("Eva Roth wurde im Mai zur Leiterin der FITKO berufen. Zuvor war sie Dezernentin in Moers.", "FITKO"),
        ("Eva Roth, bis 2021 CDO von Mainz, ist heute Dezernentin in Trier.", "Trier"),
        ("Eva Roth war Bürgermeisterin von Haren.", "Haren"),
        ("Eva Roth war CIO des Bundes.", "Bund"),
        ("Eva Roth leitet die Geschäftsstelle der Vitako.", "Vitako"),
        ("Eva Roth führt die Geschäftsstelle der AKDB in München.", "AKDB"),
    ],
)
def test_the_house_that_the_lead_tells_of(lead: str, house: str) -> None:
    never = [f"{other} implements *" for other in ("Bonn", "Oldenburg", "Moers", "Mainz", "Geschäftsstelle", "München")]
    check_statements(read_article(TALK.format(lead=lead)), [f"{house} implements ALLRIS"], never)
