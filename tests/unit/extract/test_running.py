"""Works that run, start or end without a word on whose they are: those of the town that the article is about."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

TOWN = "Die Stadt Coburg stellt ihre Aktenführung um. "
CASES = [
    (TOWN + "Eingesetzt wird die Software enaio.", ["Coburg implements enaio asserted"], []),
    (TOWN + "Bisher wurde dafür enaio genutzt.", ["Coburg implements enaio"], []),
    (TOWN + "Das bisherige System regisafe wurde im Mai abgeschaltet.", ["Coburg implements regisafe ended"], []),
    (TOWN + "Künftig wird regisafe abgeschaltet.", ["Coburg implements regisafe asserted"], []),
    (
        TOWN + "Künftig löst enaio das betagte regisafe ab.",
        ["Coburg implements enaio planned", "Coburg implements regisafe asserted"],
        [],
    ),
    (TOWN + "Mit regisafe ist endgültig Schluss.", ["Coburg implements regisafe ended"], []),
    (TOWN + "Kernstück ist das Dokumentenmanagement-System enaio.", ["Coburg implements enaio asserted"], []),
    (TOWN + "Herzstück der Anwendung ist das Sprachmodell Teuken-7B.", [], ["Coburg implements Teuken-7B"]),
    (TOWN + "In Kronach wird enaio genutzt.", ["Kronach implements enaio asserted"], ["Coburg implements enaio"]),
    (TOWN + "Nicht eingeführt wurde enaio.", [], ["Coburg implements enaio"]),
    (TOWN + "Wird nun enaio eingeführt?", [], ["Coburg implements enaio"]),
    (
        TOWN + "Der Landkreis Kronach hat entschieden: Verwendet wird enaio.",
        ["Kronach implements enaio asserted"],
        ["Coburg implements enaio"],
    ),
    (
        "Coburg und Suhl stellen ihre Aktenführung um. Eingesetzt wird die Software enaio.",
        [],
        ["Coburg implements enaio", "Suhl implements enaio"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[-48:] for text, _, _ in CASES])
def test_whose_works_run(text: str, said: list[str], never: list[str]) -> None:
    title = "Neue Akten" if text.startswith("Coburg und") else "Coburg räumt auf"
    check_statements(read_article(text, title, by=rules_only()), said, never)


def test_a_capital_stands_for_its_land() -> None:
    text = "Das Land Schleswig-Holstein wirft Programme hinaus. Genutzt wird künftig LibreOffice."
    article = read_article(text, "Kiel räumt auf", by=rules_only())
    check_statements(article, ["Schleswig-Holstein implements LibreOffice"], ["Kiel implements LibreOffice"])
