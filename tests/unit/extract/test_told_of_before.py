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


@pytest.mark.parametrize(("title", "text", "said", "never"), CASES, ids=[text[:40] for _, text, _, _ in CASES])
def test_the_paragraph_tells_whose_office_it_is(title: str, text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, title), said, never)
