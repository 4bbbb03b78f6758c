"""When an office began or ends, told in a sentence that names the post by no more than „das Amt“."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CIO = "Hessens CIO Anke Behrens sagte, die Zahlen seien veraltet. "
CASES = [
    (CIO + "Sie ist seit dem 17. Juni 2019 im Amt.", ["Anke Behrens holds CIO at Hessen current since=2019-06-17"], []),
    (CIO + "Im Amt ist Behrens seit März 2020.", ["Anke Behrens holds CIO at Hessen current since=2020-03"], []),
    (CIO + "Behrens hat die Stelle seit 2015 inne.", ["Anke Behrens holds CIO at Hessen current since=2015"], []),
    (CIO + "Die Juristin amtiert seit 2018.", ["Anke Behrens holds CIO at Hessen current since=2018"], []),
    (
        CIO + "Sie scheidet zum 30. Juni 2025 auf eigenen Wunsch aus.",
        ["Anke Behrens holds CIO at Hessen current until=2025-06-30"],
        [],
    ),
    (
        CIO + "Die Amtszeit von Anke Behrens endet im Juni 2025.",
        ["Anke Behrens holds CIO at Hessen current until=2025-06"],
        [],
    ),
    (
        "Jan Roth hat am 1. Februar 2024 die Leitung der FITKO übernommen. Tatsächlich beginnt seine Amtszeit am"
        " 1. März 2024.",
        ["Jan Roth holds Leiter at FITKO new since=2024-03-01"],
        ["Jan Roth holds Leiter at FITKO new since=2024-02-01"],
    ),
    (
        CIO + "Ende Mai geht sie in den Ruhestand.",
        ["Anke Behrens holds CIO at Hessen current until=2024-05"],
        [],
    ),
    (
        CIO + "Sie hat angekündigt, ihr Amt zum 31. Juli 2024 niederzulegen.",
        ["Anke Behrens holds CIO at Hessen current until=2024-07-31"],
        [],
    ),
    (
        "Hessens CIO Jens Ott, seit Januar 2022 im Amt, will den Plan ändern.",
        ["Jens Ott holds CIO at Hessen current since=2022-01"],
        [],
    ),
    (
        "Anke Behrens war CIO des Landes Hessen. Von 2013 bis 2019 hatte sie das Amt inne.",
        ["Anke Behrens holds CIO at Hessen former since=2013 until=2019"],
        [],
    ),
    (
        "Jens Ott wird neuer CIO des Landes Hessen. Er soll sein Amt am 1. September 2024 antreten.",
        ["Jens Ott holds CIO at Hessen designated since=2024-09-01"],
        [],
    ),
    (
        "Der Ulmer Gemeinderat hat Nora Weiß im Februar zur Leiterin der Stabsstelle Digitales gewählt. Sie tritt die "
        "Stelle am 1. Juli an.",
        ["Nora Weiß holds Leiter at * designated since=2024-07-01"],
        ["Nora Weiß holds Leiter at * new"],
    ),
    (
        "Der Kreistag hat Nora Weiß im Januar zur Landrätin des Landkreises Gifhorn gewählt. Ihr Amt tritt sie am "
        "1. Mai an.",
        ["Nora Weiß holds Landrat at Landkreis Gifhorn designated since=2024-05-01"],
        [],
    ),
    (
        "Der Verwaltungsrat der FITKO hat Jens Ott im Januar zum Präsidenten gewählt. Er hat die Stelle am 1. Februar "
        "angetreten.",
        ["Jens Ott holds Präsident at FITKO new since=2024-02-01"],
        [],
    ),
    (
        "Die Verbandsversammlung hat Nora Weiß im Februar zur Geschäftsführerin der ekom21 gewählt. Bis dahin führt "
        "Verena Scholz kommissarisch die Geschäfte.",
        ["Nora Weiß holds Geschäftsführer at ekom21 designated"],
        ["Nora Weiß holds Geschäftsführer at ekom21 since=2024-02"],
    ),
    (
        "Jana Kern wird Geschäftsführerin der KDO. Kern leitet derzeit das Hauptamt der Stadt Kassel. Ihr Amt tritt "
        "sie am 1. Dezember an.",
        ["Jana Kern holds Geschäftsführer at KDO designated since=2024-12-01", "Jana Kern holds Leiter at * current"],
        ["Jana Kern holds Leiter at * since=2024-12-01"],
    ),
    (
        "Hessen hat einen neuen CIO. Den Posten hatte bis Januar Horst Meier inne, Staatssekretär im Hessischen "
        "Ministerium der Finanzen.",
        ["Horst Meier holds CIO at Hessen former until=2024-01"],
        ["Horst Meier holds Staatssekretär until=2024-01"],
    ),
    (CIO + "Sie ist seit 2021 nicht mehr im Amt.", [], ["Anke Behrens holds CIO at Hessen since=2021"]),
    (CIO + "Zum 1. Mai gibt sie ihr Mandat im Kreistag ab.", [], ["Anke Behrens holds CIO at Hessen until=2024-05-01"]),
    (CIO + "Den Vorsitz des IT-Planungsrats gab sie im Januar ab.", [], ["* holds CIO at Hessen until=2024-01"]),
    (
        CIO + "Sie scheidet am 30. Juni aus dem öffentlichen Dienst aus.",
        ["Anke Behrens holds CIO at Hessen current until=2024-06-30"],
        [],
    ),
    (
        "Hessens neuer CIO ist Jens Ott. Er folgt auf Anke Behrens, die Ende Januar aus dem Landesdienst ausgeschieden "
        "ist. Behrens, 61, hatte den Posten seit 2016 inne.",
        ["Anke Behrens holds CIO at Hessen former since=2016 until=2024-01"],
        [],
    ),
    (CIO + "Sie schied Ende Januar aus dem Dienst der Stadt Ulm aus.", [], ["* holds CIO at Hessen until=2024-01"]),
    (CIO + "Sie schied Ende Januar aus dem Amt der Landrätin aus.", [], ["* holds CIO at Hessen until=2024-01"]),
    (CIO + "Im Mai beginnt sie ein Projekt.", [], ["* holds CIO at Hessen since=2024-05"]),
]


@pytest.mark.parametrize(("text", "said", "unsaid"), CASES)
def test_times_told_in_a_sentence_of_their_own(text: str, said: list[str], unsaid: list[str]) -> None:
    check_statements(read_article(text), said, unsaid)
