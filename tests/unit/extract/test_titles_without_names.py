"""A title without a name stands for the person spoken of right before, wherever in the sentence it stands."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Für Hessen war Uwe Brandt angereist. „Das geht schneller“, fand der Digitalminister (FDP).",
        ["Uwe Brandt holds Digitalminister at Hessen current"],
        [],
    ),
    (
        "Um elf Uhr kam Jens Ott. Darmstadts Oberbürgermeister hatte gerade davon erfahren.",
        ["Jens Ott holds Oberbürgermeister at Darmstadt current"],
        [],
    ),
    (
        "Bald gibt Uwe Brandt seinen Schlüssel ab. Lange hat der Staatsrat die Verwaltung in Bremen umgebaut.",
        ["Uwe Brandt holds Staatsrat at Bremen"],
        [],
    ),
    (
        "Gut fiel der Bericht von Uwe Brandt aus. Die ekom21 hat das Portal gebaut, wie der Geschäftsführer anmerkte.",
        ["Uwe Brandt holds Geschäftsführer at ekom21"],
        [],
    ),
    (
        "Auf der Bühne stand Anna Weber. Später soll die Leipziger Bürgermeisterin das Papier vorgestellt haben.",
        ["Anna Weber holds Bürgermeister at Leipzig"],
        [],
    ),
    (
        "Gegen Jens Ott hat sich Uwe Brandt durchgesetzt. Anna Weber nickt. „Gut“, rief der CIO des Landes Hessen.",
        [],
        ["Jens Ott holds CIO at Hessen", "Anna Weber holds CIO at Hessen"],
    ),
    ("Anna Weber lud ein. Lange hat der Staatsrat in Bremen gezögert.", [], ["Anna Weber holds Staatsrat at *"]),
    (
        "BSI-Vizepräsident Uwe Brandt kam nach Kiel. „Danke“, sagte der Digitalminister und ging.",
        [],
        ["Uwe Brandt holds Digitalminister at *"],
    ),
    (
        "Klaus Vitt, CIO des Bundes, kam später. Dann, so heißt es, mahnte der CIO des Landes Bayern zur Eile.",
        [],
        ["Klaus Vitt holds CIO at Bayern"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES)
def test_whom_a_title_stands_for(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
