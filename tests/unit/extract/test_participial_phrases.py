"""Phrases with a participle set off by commas: of whom they speak, and what looks like them."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    ("Das Portal OpenR@thaus, seit 2019 von der ITEBO betrieben, wächst.", ["ITEBO develops OpenR@thaus"], []),
    ("Das Portal OpenR@thaus, Ende Mai vom Landkreis Fulda eingeführt, wächst.", ["Fulda implements OpenR@thaus"], []),
    (
        "Den Schulen hilft das Portal OpenR@thaus, im Auftrag der Stadt von der ITEBO betrieben.",
        ["ITEBO develops OpenR@thaus"],
        [],
    ),
    (
        "Das Portal OpenR@thaus, von der Stadt Fulda seit Jahren eingesetzt und vom Land Hessen gefördert, wächst.",
        ["Fulda implements OpenR@thaus", "Hessen funds OpenR@thaus"],
        [],
    ),
    (
        "Der Bitkom, vertreten durch Vorstand Anna Weber, lobte das Gesetz.",
        ["Anna Weber represents Bitkom"],
        [],
    ),
    (
        "Den IT-Planungsrat, bisher Sache des Bundes, führt von Januar an das Land Hessen.",
        ["Hessen chairs IT-Planungsrat"],
        ["Bund chairs IT-Planungsrat"],
    ),
    (
        "Die Stadt Fulda, in der das Portal OpenR@thaus bisher von der ITEBO betrieben wurde, wechselt.",
        ["ITEBO develops OpenR@thaus"],
        ["ITEBO develops Fulda"],
    ),
    (
        "Im Beirat der FITKO sitzen für die kommunale Seite der Städte- und Gemeindebund Brandenburg und die AKDB.",
        ["Städte- und Gemeindebund Brandenburg memberOf Beirat", "AKDB memberOf Beirat"],
        [],
    ),
    (
        "Die Lecos GmbH ist eine Tochter der Stadt Leipzig, geleitet von Uwe Brandt.",
        ["Uwe Brandt holds Leiter at Lecos"],
        [],
    ),
    (
        "Bei der Lecos GmbH handelt es sich um ein Unternehmen der Stadt Leipzig, geführt von Uwe Brandt.",
        ["Uwe Brandt holds Leiter at Lecos"],
        [],
    ),
    (
        "Zuständig ist die Stabsstelle Digitales in Kassel, geleitet von Uwe Brandt.",
        ["Uwe Brandt holds Leiter at Stabsstelle Digitales"],
        [],
    ),
    ("Die KITU betreibt das Zentrum in Halle, geleitet von Uwe Brandt.", [], ["Uwe Brandt holds Leiter at KITU"]),
    ("Die KITU plant eine Schulung in Ulm, geleitet von Uwe Brandt.", [], ["Uwe Brandt holds Leiter at KITU"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES)
def test_of_whom_a_participial_phrase_speaks(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
