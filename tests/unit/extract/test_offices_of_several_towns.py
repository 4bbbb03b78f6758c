"""Towns that share an office, titles of colleagues in interviews, and heads of houses without a body of their own."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, reader, statements_of

from govgraph.sources import read_text

CASES = [
    (
        "Anna Weber wird CISO der Landkreise Stendal und Gotha.",
        ["Anna Weber holds CISO at Stendal designated", "Anna Weber holds CISO at Gotha designated"],
        [],
    ),
    (
        "Anna Weber ist Datenschutzbeauftragte der Städte Kassel und Fulda.",
        ["Anna Weber holds Datenschutzbeauftragter at Kassel", "Anna Weber holds Datenschutzbeauftragter at Fulda"],
        [],
    ),
    (
        "Jens Ott, IT-Leiter der Gemeinden Baunatal und Fulda, kam.",
        ["Jens Ott holds IT-Leiter at Baunatal", "Jens Ott holds IT-Leiter at Fulda"],
        [],
    ),
    (
        "Jens Ott, Bürgermeister von Baunatal, sprach für die Städte Kassel und Fulda.",
        ["Jens Ott holds Bürgermeister at Baunatal"],
        ["Jens Ott holds Bürgermeister at Kassel", "Jens Ott holds Bürgermeister at Fulda"],
    ),
    (
        "Das lehnt Landrat Jens Ott ab, der Landkreis Harz habe schon eine Software.",
        ["Jens Ott holds Landrat at Landkreis Harz"],
        [],
    ),
    (
        "Kassel hält daran fest: Ein neues System sei zu teuer, sagt Museumsleiter Jens Ott.",
        ["Jens Ott holds Museumsleiter at Kassel"],
        [],
    ),
]
INTERVIEW = """interview
Digitalisierung

Cham: Ein Amt, zwei Akten

[01.03.2024] Anna Weber ist CDO im Landkreis Cham. Im Gespräch erklärt sie, was das heißt.

Frau Weber, schlafen Sie gut?

Ja, weil Jens Ott für mich wach liegt, unser Informationssicherheitsbeauftragter. Er ist seit Mai im Haus.

Und wer zahlt das alles?

Das hat uns Oberbürgermeisterin Petra Lange aus Kassel auch gefragt.
"""


@pytest.mark.parametrize(("text", "said", "never"), CASES)
def test_of_which_towns_an_office_is(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


def test_the_office_of_a_colleague_is_in_the_body_of_whoever_is_asked() -> None:
    (article,) = reader().read(read_text(INTERVIEW)).articles
    found = statements_of(article)
    assert "Jens Ott holds Informationssicherheitsbeauftragter at Landkreis Cham current" in found, found
    assert not any("Petra Lange" in line and "Cham" in line for line in found), found
