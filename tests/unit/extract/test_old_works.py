"""A work that another one has replaced is in use no more, by the words that call it old."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

OLD, OLD_STILL = (f"Suhl implements Ratsdok {modality}" for modality in ("ended", "asserted"))
CASES = [
    ("Suhl hat das Verfahren Amtsblick eingeführt. Das bisherige Programm Ratsdok war 17 Jahre im Einsatz.", [OLD], []),
    ("Suhl arbeitet mit dem Verfahren Amtsblick. Ratsdok, das Vorgängersystem von 2003, ist vom Netz.", [OLD], []),
    ("In Suhl lief bis Januar das Programm Ratsdok, nun ist das Verfahren Amtsblick in Betrieb.", [OLD], []),
    ("Nach der Abkündigung des Verfahrens Ratsdok wechselte Suhl zum Verfahren Amtsblick.", [], [OLD_STILL]),
    ("Suhl hat das Verfahren Amtsblick eingeführt. Das alte Verfahren Ratsdok läuft noch weiter.", [], [OLD]),
    (
        "Suhl nutzt das Verfahren Amtsblick und das Verfahren Ratsdok. Daten aus Ratsdok werden übertragen.",
        [OLD_STILL],
        [OLD],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[-48:] for text, _, _ in CASES])
def test_old_works(text: str, said: list[str], never: list[str]) -> None:
    found = read_article(text, title="Meldung aus der Verwaltung")
    check_statements(found, ["Suhl implements Amtsblick asserted", *said], never)
