"""What somebody gives up, takes over or denies is not always the office by which they are called."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, reader

from govgraph.sources import read_text

CASES = [
    # the chair of a board, and the office
    (
        "Sachsens CIO Anna Weber hat den Vorsitz im Beirat Digitales Land abgegeben.",
        ["Anna Weber holds CIO at Sachsen current", "Anna Weber holds Vorsitzender at Beirat Digitales Land former"],
        [],
    ),
    (
        "Sachsens CIO Anna Weber hat den Vorsitz im Beirat Digitales Land an Uwe Brandt übergeben.",
        ["Anna Weber holds CIO at Sachsen current", "Uwe Brandt holds Vorsitzender at Beirat Digitales Land"],
        ["Uwe Brandt holds CIO"],
    ),
    (
        "Der Ulmer Kämmerer Uwe Brandt hat die Leitung der Arbeitsgruppe niedergelegt.",
        ["Uwe Brandt holds Kämmerer at Ulm current"],
        [],
    ),
    (
        "Sachsens CIO Anna Weber hat das Amt der Vorsitzenden im IT-Planungsrat abgegeben.",
        ["Anna Weber holds CIO at Sachsen current", "Anna Weber holds Vorsitzender at IT-Planungsrat former"],
        [],
    ),
    (
        "Der Vorsitzende des IT-Planungsrats, Uwe Brandt, hat den Vorsitz abgegeben.",
        ["Uwe Brandt holds Vorsitzender at IT-Planungsrat former"],
        [],
    ),
    ("Der Ulmer Kämmerer Uwe Brandt hat sein Amt aufgegeben.", ["Uwe Brandt holds Kämmerer at Ulm former"], []),
    (
        "FITKO-Präsidentin Anna Weber hat die Leitung der Behörde abgegeben.",
        ["Anna Weber holds Präsident at FITKO former"],
        [],
    ),
    # a seat or a chair passes on, and no office
    (
        "Sachsens CIO Anna Weber hört auf. Im Beirat Digitales Land wird Uwe Brandt den Sitz von Weber übernehmen.",
        ["Uwe Brandt memberOf Beirat Digitales Land planned", "Uwe Brandt succeeds Anna Weber planned"],
        ["Uwe Brandt holds *"],
    ),
    (
        "Uwe Brandt vertritt die Stadt Ulm im Beirat Digitales Land. Dort löst er die Dezernentin Anna Weber ab.",
        ["Uwe Brandt succeeds Anna Weber", "Uwe Brandt memberOf Beirat Digitales Land"],
        ["Uwe Brandt holds *"],
    ),
    (
        "Uwe Brandt vertritt die Stadt Ulm. Im Beirat Digitales Land folgt auf Uwe Brandt die Kieler Stadträtin "
        "Anna Weber.",
        ["Anna Weber succeeds Uwe Brandt", "Anna Weber holds Stadtrat at Kiel current"],
        ["Uwe Brandt holds *"],
    ),
    (
        "Im IT-Planungsrat folgt Uwe Brandt als Vorsitzender auf Anna Weber.",
        ["Uwe Brandt holds Vorsitzender at IT-Planungsrat", "Anna Weber holds Vorsitzender at IT-Planungsrat former"],
        [],
    ),
    (
        "Sachsens CIO Anna Weber hört auf. Ihr Amt wird Uwe Brandt übernehmen.",
        ["Uwe Brandt holds CIO at Sachsen designated", "Uwe Brandt succeeds Anna Weber planned"],
        [],
    ),
    # whose successor, and in which post
    (
        "Jens Ott verlässt Sachsen. Finanzministerin Eva Kunz sagte, sie lasse ihn ungern gehen. Die Nachfolgerin "
        "steht schon fest: Anna Weber wird neue CIO des Freistaats Sachsen. Sie leitet bisher das Hauptamt der Stadt "
        "Ulm und tritt ihr Amt am 15. Juli 2024 an.",
        ["Anna Weber succeeds Jens Ott", "Anna Weber holds CIO at Sachsen designated"],
        ["Eva Kunz holds CIO", "Anna Weber succeeds Eva Kunz"],
    ),
    (
        "Der CIO des Freistaats Sachsen, Jens Ott, hört auf. Nachfolgerin wird Anna Weber.",
        ["Anna Weber succeeds Jens Ott", "Anna Weber holds CIO at Sachsen new"],
        [],
    ),
    (
        "Anna Weber wird neue CIO des Freistaats Sachsen. Bisher ist sie Amtsleiterin in Ulm. Ihr Vorgänger dort war "
        "Uwe Brandt, der heute bei der FITKO arbeitet.",
        ["Anna Weber succeeds Uwe Brandt", "Uwe Brandt holds Amtsleiter at Ulm former"],
        ["Uwe Brandt holds CIO"],
    ),
    (
        "Anna Weber wird neue CIO des Freistaats Sachsen. Ihr Vorgänger war Uwe Brandt.",
        ["Uwe Brandt holds CIO at Sachsen former"],
        [],
    ),
    (
        "Uwe Brandt hat das Amt des sächsischen CIO im Mai 2019 aufgegeben. Finanzministerin Eva Kunz lobte ihn. "
        "Brandt hatte das Amt gut drei Jahre inne.",
        ["Uwe Brandt holds CIO at Sachsen former", "Eva Kunz holds Finanzminister at Sachsen"],
        ["Uwe Brandt holds Finanzminister", "Eva Kunz succeeds Uwe Brandt"],
    ),
    (
        "CIO des Landes Hessen ist Anna Weber. Zuvor hatte Uwe Brandt das Amt inne.",
        ["Uwe Brandt holds CIO at Hessen former", "Anna Weber succeeds Uwe Brandt"],
        [],
    ),
    # what is denied, or only meant to be
    (
        "Digitalministerin Eva Kunz wies Berichte zurück, sie wolle als Bundesbeauftragte nach Berlin gehen.",
        [],
        ["Eva Kunz holds Bundesbeauftragter"],
    ),
    (
        "Die sächsische CIO Eva Kunz will als Präsidentin zur FITKO wechseln.",
        ["Eva Kunz holds CIO at Sachsen current", "Eva Kunz holds Präsident at FITKO designated"],
        [],
    ),
    (
        "Als CIO von Hessen will Eva Kunz nach Berlin gehen.",
        ["Eva Kunz holds CIO at Hessen current"],
        [],
    ),
    (
        "Der Sender hatte gemeldet, der CIO von Hessen, Uwe Brandt, gehe zum Bund. Minister Jens Ott wolle ihn als "
        "Abteilungsleiter holen. Ein Sprecher wies das zurück.",
        ["Uwe Brandt holds CIO at Hessen current"],
        ["Uwe Brandt holds Abteilungsleiter"],
    ),
    (
        "Die Ministerin sagte, Uwe Brandt sei Präsident der FITKO. Brandt dementierte das.",
        [],
        ["Uwe Brandt holds Präsident", "Uwe Brandt chairs FITKO"],
    ),
    (
        "Die Ministerin sagte, Uwe Brandt sei Präsident der FITKO. Brandt bestätigte das.",
        ["Uwe Brandt holds Präsident at FITKO"],
        [],
    ),
    (
        "Der Sender berichtete, dass Anna Weber Präsidentin der FITKO wird. Das trifft nicht zu.",
        [],
        ["Anna Weber holds Präsident"],
    ),
    ("Die Stadt Ulm setze die E-Akte ein, hieß es. Die Stadt bestritt das.", [], ["Ulm implements E-Akte"]),
    (
        "Anna Weber ist Präsidentin der FITKO. Die Kritik an der Behörde wies sie zurück.",
        ["Anna Weber holds Präsident at FITKO current"],
        [],
    ),
    (
        "Die Stadt Ulm setzt die E-Akte ein. Uwe Brandt wies Spekulationen über die Kosten zurück.",
        ["Ulm implements E-Akte asserted"],
        [],
    ),
    # „der Abgeordnete“ is no woman
    (
        "Eva Kunz wird Ministerin in Sachsen. Der Abgeordnete Jens Ott behauptete, sie sei noch immer Vorsitzende des "
        "Aufsichtsrats der Dataport.",
        [],
        ["Jens Ott holds Vorsitzender"],
    ),
    (
        "Die Abgeordnete Eva Kunz sagte, sie sei Vorsitzende des Aufsichtsrats der Dataport.",
        ["Eva Kunz holds Vorsitzender"],
        [],
    ),
    # the title that somebody was said to have, and not who was named last
    (
        "Eva Kunz-Ott ist als neue Digitalministerin von Sachsen designiert. Berichte, Anna Weber werde aus Ulm "
        "kommen, wies die Kieler Stadträtin zurück. Die designierte Ministerin will das Ressort erweitern.",
        ["Eva Kunz-Ott holds Digitalminister at Sachsen"],
        ["Anna Weber holds *"],
    ),
    # „nicht mehr A, sondern B“
    (
        "Ministerin für Digitales des Landes Hessen ist nun Eva Kunz. Die Projektgruppe Netze leitet nicht mehr "
        "Staatssekretär Uwe Brandt, sondern die Ministerin selbst.",
        ["Uwe Brandt holds Staatssekretär at Hessen"],
        ["Uwe Brandt holds Leiter", "Uwe Brandt holds Minister", "Uwe Brandt chairs *"],
    ),
    (
        "Den IT-Planungsrat leitet nicht mehr Staatssekretär Uwe Brandt, sondern Staatsrätin Anna Weber.",
        ["Anna Weber chairs IT-Planungsrat"],
        ["Uwe Brandt chairs IT-Planungsrat asserted"],
    ),
    (
        "CIO von Hessen ist nicht mehr Uwe Brandt, sondern Anna Weber.",
        ["Anna Weber holds CIO at Hessen"],
        ["Uwe Brandt holds CIO at Hessen current"],
    ),
    # going somewhere, and doing something there
    (
        "Bayerns CIO Anna Weber hat in München Bilanz gezogen.",
        ["Anna Weber holds CIO at Bayern current"],
        [],
    ),
    ("Bayerns CIO Anna Weber zog in Nürnberg eine Lehre.", ["Anna Weber holds CIO at Bayern current"], []),
    ("Bayerns CIO Anna Weber ist nach Bremen gezogen.", ["Anna Weber holds CIO at Bayern former"], []),
    (
        "Bayerns CIO Anna Weber ist in das Bundesinnenministerium gewechselt.",
        ["Anna Weber holds CIO at Bayern former"],
        [],
    ),
    (
        "Uwe Brandt ist neuer CIO von Bayern. Er folgt auf Anna Weber, die als CIO nach Sachsen gegangen ist.",
        ["Anna Weber holds CIO at Bayern former", "Anna Weber holds CIO at Sachsen current"],
        [],
    ),
    ("Uwe Brandt, der als CDO nach Ulm gezogen ist, widersprach.", ["Uwe Brandt holds CDO at Ulm current"], []),
    ("Uwe Brandt war als CDO von Kassel nach Ulm gegangen.", ["Uwe Brandt holds CDO at Kassel former"], []),
]


INTERVIEW = (
    "Frau Weber, Sie sind CIO des Freistaats Sachsen.\n\nSeit Mai, ja.\n\n"
    "Sie haben den Vorsitz im Lenkungskreis MeinAmt.\n\n"
    "Den habe ich im Oktober von Karsten Ohl übernommen."
)


def test_a_chair_spoken_of_in_the_question_passes_on_and_no_office() -> None:
    text = f"Interview mit Anna Weber\n\n[01.03.2024] Anna Weber spricht über ihre Pläne.\n\n{INTERVIEW}"
    (article,) = reader().read(read_text(text)).articles
    check_statements(article, ["Anna Weber holds CIO at Sachsen"], ["Karsten Ohl holds CIO"])


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_the_post_that_is_meant(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
