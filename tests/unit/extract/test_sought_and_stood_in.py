"""Posts that somebody only wants, and posts that somebody sees to while another is away."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

LEAVES = "Landrat Jens Ott (Landkreis Celle) hört auf. "
ACTING = "Jens Ott holds Leiter at FITKO acting"
FOLLOWS = "Hanna Voss succeeds Jens Ott"
CASES = [
    (LEAVES + "Um seine Nachfolge bewerben sich Hanna Voss und Sven Amann.", [], [FOLLOWS, "Hanna Voss holds Landrat"]),
    (LEAVES + "Seine Nachfolge wollen Hanna Voss und Sven Amann antreten.", [], [FOLLOWS, "Hanna Voss holds Landrat"]),
    ("Für die Nachfolge von Landrat Jens Ott (Landkreis Celle) hat die CDU Hanna Voss nominiert.", [], [FOLLOWS]),
    (LEAVES + "Seine Nachfolge tritt Hanna Voss an.", [FOLLOWS], []),
    ("Hanna Voss will Vorsitzende der Vitako werden.", [], ["Hanna Voss holds Vorsitzender"]),
    ("Hanna Voss wird Vorsitzende der Vitako.", ["Hanna Voss holds Vorsitzender at Vitako designated"], []),
    ("Während der Elternzeit von Hanna Voss leitet Jens Ott die FITKO.", [ACTING], []),
    ("Für die Dauer der Erkrankung von Hanna Voss leitet Jens Ott die FITKO.", [ACTING], []),
    ("Bis zum Amtsantritt von Hanna Voss im Mai leitet Jens Ott die FITKO kommissarisch.", [ACTING], []),
    ("Nach der Elternzeit leitet Jens Ott wieder die FITKO.", ["Jens Ott holds Leiter at FITKO"], [ACTING]),
    ("Während der Pandemie leitet Jens Ott die FITKO.", ["Jens Ott holds Leiter at FITKO"], [ACTING]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[-48:] for text, _, _ in CASES])
def test_sought_and_stood_in(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, title="Meldung aus der Verwaltung"), said, never)
