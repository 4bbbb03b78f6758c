"""Since when and until when: times told by the day of the article, of chairs, of who stands in, beside „bisher“."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CIO = "Hessens CIO Anke Behrens sagte, die Zahlen seien veraltet. "
CASES = [
    # told by the day of the article
    (
        "Jens Ott ist seit Montag Präsident der FITKO.",
        ["Jens Ott holds Präsident at FITKO new since=2024-02-26"],
        [],
    ),
    ("Jens Ott wurde vor zwei Jahren Präsident der FITKO.", ["Jens Ott holds Präsident at FITKO new since=2022"], []),
    (CIO + "Sie amtiert seit sieben Jahren.", ["Anke Behrens holds CIO at Hessen current since=2017"], []),
    (
        "Jens Ott bleibt bis Ende des Jahres Präsident der FITKO.",
        ["* holds Präsident at FITKO current until=2024-12"],
        [],
    ),
    ("Jens Ott wechselt zum Jahresende als Präsident zur FITKO.", ["* holds Präsident at FITKO designated"], []),
    ("Jens Ott steht seit 2019 an der Spitze der FITKO.", ["Jens Ott holds Leiter at FITKO current since=2019"], []),
    (
        "Die FITKO, die Jens Ott seit dem vergangenen Herbst leitet, wächst.",
        ["Jens Ott holds Leiter at FITKO current since=2023"],
        [],
    ),
    (
        "Potsdam hat erstmals eine CDO. Tanja Kuhfeld, zuvor Referatsleiterin im Bundesministerium für Gesundheit, "
        "trat ihr Amt am 1. März an.",
        ["Tanja Kuhfeld holds CDO at Potsdam new since=2024-03-01"],
        [],
    ),
    ("Jens Ott war bis Silvester CIO des Landes Hessen.", ["Jens Ott holds CIO at Hessen former until=2023-12-31"], []),
    ("Seit gestern ist Jens Ott CIO des Landes Hessen.", ["Jens Ott holds CIO at Hessen new since=2024-02-29"], []),
    (
        "CIO des Landes Hessen ist Jens Ott. Er lobte das Vorhaben. Das Portal ist fertig. Es läuft gut. Alle sind "
        "froh. Ott ist seit 2019 im Amt.",
        ["Jens Ott holds CIO at Hessen current since=2019"],
        [],
    ),
    # terms and contracts
    (CIO + "Ihre Amtszeit endet im Juni 2026.", ["Anke Behrens holds CIO at Hessen current until=2026-06"], []),
    (CIO + "Ihr Vertrag läuft noch bis 2027.", ["Anke Behrens holds CIO at Hessen current until=2027"], []),
    (CIO + "Ihr Vertrag mit Dataport läuft bis 2027.", [], ["Anke Behrens holds CIO at Hessen current until=2027"]),
    (
        "Der Kreistag wählte Jens Ott für acht Jahre zum Landrat des Landkreises Gifhorn.",
        ["Jens Ott holds Landrat at Landkreis Gifhorn new until=2032"],
        [],
    ),
    # who goes elsewhere has the office until then
    (
        "Der CIO des Landes Hessen, Jens Ott, wechselt zum 1. April nach Kassel.",
        ["Jens Ott holds CIO at Hessen current until=2024-04-01"],
        [],
    ),
    # chairs
    (
        "Lena Korte ist CIO des Landes Hessen. Im IT-Planungsrat hatte sie 2022 den Vorsitz inne.",
        ["Lena Korte holds Vorsitzender at IT-Planungsrat former since=2022 until=2022"],
        [],
    ),
    (
        "Lena Korte hatte 2021 und 2022 den Vorsitz im IT-Planungsrat.",
        ["Lena Korte holds Vorsitzender at IT-Planungsrat former since=2021 until=2022"],
        [],
    ),
    (
        "Den Vorsitz im IT-Planungsrat hatte Lena Korte bis 2022.",
        ["Lena Korte holds Vorsitzender at IT-Planungsrat former until=2022"],
        [],
    ),
    (
        "Lena Korte, 2022 Vorsitzende des IT-Planungsrats, lobte das Vorhaben.",
        ["Lena Korte holds Vorsitzender at IT-Planungsrat former"],
        ["Lena Korte holds Vorsitzender at IT-Planungsrat current"],
    ),
    # who stands in from the day on which another goes
    (
        "Hessens CIO Uwe Brandt hat um seine Entlassung gebeten. Er scheide zum 30. September aus dem Amt. "
        "Übergangsweise übernimmt seine Stellvertreterin Lena Korte die Aufgaben.",
        ["Lena Korte holds CIO at Hessen acting since=2024-09-30", "Uwe Brandt holds CIO at Hessen current"],
        [],
    ),
    (
        "FITKO-Präsident Uwe Brandt hört zum 30. April auf. "
        "Lena Korte hat seine Aufgaben bereits kommissarisch übernommen.",
        ["Lena Korte holds Präsident at FITKO acting"],
        ["Lena Korte holds Präsident at FITKO acting since=2024-04-30"],
    ),
    # „bisher“ beside a change to come, and one that has happened
    (
        "Hamburgs CIO Uwe Brandt geht im Mai in Pension. "
        "Seine Nachfolgerin wird Lena Korte, bisher Vorständin bei Dataport.",
        ["Lena Korte holds Vorstand at Dataport current", "Lena Korte holds CIO at Hamburg designated"],
        ["Lena Korte holds Vorstand at Dataport former"],
    ),
    (
        "Lena Korte, bisher Vorständin bei Dataport, hat die Leitung der FITKO übernommen.",
        ["Lena Korte holds Vorstand at Dataport former"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected", "wrong"), CASES)
def test_times_of_offices(text: str, expected: list[str], wrong: list[str]) -> None:
    check_statements(read_article(text), expected, wrong)
