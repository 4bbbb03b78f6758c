"""Of which Land or town an office is that a sentence leaves open: the one that the paragraph or question tells of."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Meldung",
        "Sachsen zögert noch. Digitalminister Jens Ott will warten. Hamburg, Bayern und Thüringen sind dabei.",
        ["Jens Ott holds Digitalminister at Sachsen"],
        [],
    ),
    (
        "Hessen: Portal für alle",
        "In Hessen läuft es.\n\nThüringen lehnt das ab. Zu teuer sei das, sagte Finanzministerin Anna Weber.",
        ["Anna Weber holds Finanzminister at Thüringen"],
        [],
    ),
    (
        "Hessen: Portal für alle",
        "In Hessen läuft es gut. Vorbild ist Thüringen. Finanzministerin Anna Weber ist froh.",
        ["Anna Weber holds Finanzminister at Hessen"],
        ["Anna Weber holds Finanzminister at Thüringen"],
    ),
    (
        "Meldung",
        "Bayern hat das beschlossen, in Hessen wird noch geprüft. Innenministerin Anna Weber bleibt gelassen.",
        [],
        ["Anna Weber holds * at Bayern", "Anna Weber holds * at Hessen"],
    ),
    (
        "Meldung",
        "Interview mit Jens Ott, Staatssekretär in Brandenburg.\n\nUnd mit Berlin?\n\nMit Staatssekretärin Anna Weber "
        "sind wir uns einig. In Brandenburg läuft das.",
        ["Jens Ott holds Staatssekretär at Brandenburg", "Anna Weber holds Staatssekretär at Berlin"],
        ["Anna Weber holds Staatssekretär at Brandenburg"],
    ),
    (
        "Meldung",
        "Der Landkreis Obermoor hat umgestellt. Landrätin Anna Weber ist froh. Der Kreis Olpe wartet noch, auch der "
        "Kreis Soest.",
        ["Anna Weber holds Landrat at Landkreis Obermoor"],
        ["Anna Weber holds Landrat at Kreis Olpe"],
    ),
    (
        "Meldung",
        "Interview mit Anna Weber, Leiterin des Gesundheitsamts Mainz-Bingen.\n\nWer zahlt das?\n\nWeber: Der Bund. "
        "Landrat Jens Ott hat dafür gekämpft. Im Donnersbergkreis war das anders.",
        ["Jens Ott holds Landrat at Landkreis Mainz-Bingen"],
        ["Jens Ott holds Landrat at Donnersbergkreis"],
    ),
    (
        "Meldung",
        "Interview mit Anna Weber, Bürgermeisterin von Selb.\n\nWer führt nun die Geschäfte?\n\nWeber: Das macht "
        "Erster Stadtrat Jens Ott. In Hof, Coburg und Bayreuth ist es ähnlich.",
        ["Jens Ott holds Erster Stadtrat at Selb"],
        [],
    ),
    (
        "Meldung",
        "Der Markt Murnau stellt um. Geschäftsleiter Jens Ott unterschrieb den Vertrag mit der AKDB.",
        ["Jens Ott holds Geschäftsleiter at Murnau"],
        ["Jens Ott holds * at AKDB"],
    ),
    (
        "Meldung",
        "Der Landkreis Vorpommern-Greifswald zögert. Mit dabei war Landrat Jens Ott aus Greifswald. Der Landkreis "
        "Rostock macht mit.",
        ["Jens Ott holds Landrat at Landkreis Vorpommern-Greifswald"],
        [],
    ),
]

WITH_THE_TITLE = [
    (
        "Das Treffen in Mainz eröffnet Anna Weber, Digitalministerin des gastgebenden Landes. Rheinland-Pfalz zahlt.",
        ["Anna Weber holds Digitalminister at Rheinland-Pfalz"],
        [],
    ),
    (
        "Das unterschrieben CIO Jens Ott aus Wiesbaden und Staatssekretärin Anna Weber aus München. Hessen und Bayern "
        "einigten sich gestern.",
        ["Jens Ott holds CIO at Hessen", "Anna Weber holds Staatssekretär at Bayern"],
        ["Jens Ott holds CIO at Wiesbaden"],
    ),
    (
        "In Gera sprach CDO Jens Ott aus Erfurt. Thüringen zahlt. Oberbürgermeisterin Anna Weber aus Mainz hörte zu.",
        ["Jens Ott holds CDO at Erfurt", "Anna Weber holds Oberbürgermeister at Mainz"],
        ["Jens Ott holds CDO at Thüringen"],
    ),
    (
        "Den Breitbandausbau im Kreis Gotha leitet Anna Weber, Leiterin der Wirtschaftsförderung.",
        ["Anna Weber holds Leiter at Landkreis Gotha"],
        [],
    ),
    (
        "Hessen lernt von Thüringen. Hessen zahlt. Anna Weber, CIO des Freistaats, war in Kassel.",
        ["Anna Weber holds CIO at Thüringen"],
        ["Anna Weber holds CIO at Hessen"],
    ),
    (
        "Jens Ott, bislang Dezernent der Stadt Ulm, wird CIO. Baden-Württemberg hat lange gesucht.",
        ["Jens Ott holds CIO at Baden-Württemberg designated", "Jens Ott holds Dezernent at Ulm current"],
        ["Jens Ott holds CIO at Ulm"],
    ),
    (
        "Anna Weber, die das Land als CIO im IT-Planungsrat vertritt, war da.",
        [],
        ["Anna Weber holds CIO at IT-Planungsrat"],
    ),
    (
        "Kritik kam vom Deutschen Landkreistag. Beigeordneter Jens Ott sprach in Gera von einem Fehler.",
        ["Jens Ott holds Beigeordneter at Deutscher Landkreistag"],
        ["Jens Ott holds Beigeordneter at Gera"],
    ),
]


@pytest.mark.parametrize(("title", "text", "said", "never"), CASES, ids=[text[:40] for _, text, _, _ in CASES])
def test_the_paragraph_tells_whose_office_it_is(title: str, text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, title), said, never)


@pytest.mark.parametrize(("text", "said", "never"), WITH_THE_TITLE, ids=[text[:40] for text, _, _ in WITH_THE_TITLE])
def test_the_words_beside_a_title_or_a_name_tell_whose_office_it_is(
    text: str, said: list[str], never: list[str]
) -> None:
    check_statements(read_article(text), said, never)
