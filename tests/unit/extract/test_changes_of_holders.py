"""Offices that are said by a change alone: who steps in, who takes over, what somebody gives up and another takes."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Geschäftsführerin Ines Kolb verlässt die ekom21 Ende August. Interimsweise springt Prokurist Jens Ott ein.",
        ["Jens Ott holds Geschäftsführer at ekom21 acting"],
        [],
    ),
    (
        "Die Fuldaer CDO Ines Kolb wechselt im März als Referatsleiterin zum BSI. Kommissarisch übernimmt Jens Ott.",
        ["Jens Ott holds CDO at Fulda acting"],
        ["Jens Ott holds Referatsleiter"],
    ),
    (
        "Nach elf Jahren gibt Ines Kolb die Geschäftsführung der KIV Thüringen ab. Bis ein Nachfolger gefunden ist, "
        "führt Prokurist Jens Ott das Unternehmen.",
        ["Jens Ott holds Geschäftsführer at KIV Thüringen acting"],
        ["Jens Ott holds Leiter"],
    ),
    (
        "Ines Kolb, Datenschutzbeauftragte des Landes Bremen, geht. Für sie springt vorerst ihr "
        "Stellvertreter Jens Ott ein.",
        ["Jens Ott holds Datenschutzbeauftragter at Bremen acting"],
        [],
    ),
    (
        "Präsidentin Ines Kolb scheidet Ende Mai aus dem ITZBund aus. Die Pressearbeit übernimmt vorerst Jens Ott.",
        ["Ines Kolb holds Präsident at ITZBund"],
        ["Jens Ott holds Präsident", "Jens Ott succeeds Ines Kolb"],
    ),
    (
        "Präsidentin Ines Kolb scheidet Ende Mai aus dem ITZBund aus. Vizepräsident Jens Ott springt nicht ein.",
        ["Jens Ott holds Vizepräsident at ITZBund"],
        ["Jens Ott holds Präsident"],
    ),
    (
        "Den Plan hatte Uwe Kaiser, der IT-Leiter der Stadt Solingen, schon 2018 vorgelegt. Kaiser ist inzwischen im "
        "Ruhestand, die Abteilung führt vorübergehend Ines Kolb.",
        ["Ines Kolb holds IT-Leiter at Solingen acting"],
        [],
    ),
    (
        "Ines Kolb hat die Geschäftsführung der ekom21 abgegeben. Bis Dezember führt Prokurist Jens Ott das Haus "
        "kommissarisch. Neue Geschäftsführerin wird zum 1. Januar 2027 Petra Lang.",
        ["Jens Ott holds Geschäftsführer at ekom21 acting", "Petra Lang succeeds Ines Kolb"],
        [],
    ),
    (
        "Jens Ott hat Ines Kolb als CDO der Stadt Ulm abgelöst.",
        ["Jens Ott holds CDO at Ulm new", "Ines Kolb holds CDO at Ulm former", "Jens Ott succeeds Ines Kolb"],
        [],
    ),
    (
        "Zum 1. April 2027 übergibt Ines Kolb die Geschäftsführung der ekom21 an Jens Ott.",
        ["Jens Ott holds Geschäftsführer at ekom21 designated", "Ines Kolb holds Geschäftsführer at ekom21 current"],
        [],
    ),
    (
        "Ines Kolb hat die Geschäftsführung der ekom21 an Jens Ott abgegeben.",
        ["Jens Ott holds Geschäftsführer at ekom21 new", "Ines Kolb holds Geschäftsführer at ekom21 former"],
        [],
    ),
    (
        "Ines Kolb hat die Geschäftsführung der ekom21 nicht an Jens Ott abgegeben.",
        [],
        ["Jens Ott holds Geschäftsführer", "Ines Kolb holds Geschäftsführer at ekom21 former"],
    ),
    (
        "Jens Ott ist seit Mai CDO der Stadt Ulm, nachdem Ines Kolb in den Ruhestand gegangen ist.",
        ["Ines Kolb holds CDO at Ulm former", "Jens Ott succeeds Ines Kolb"],
        [],
    ),
    (
        "Lich hat einen CDO. Bürgermeisterin Petra Lang hat den Informatiker Jens Ott mit der Aufgabe betraut.",
        ["Jens Ott holds CDO at Lich"],
        ["Petra Lang holds CDO"],
    ),
    (
        "Ines Kolb war bis Dezember CIO des Landes Hessen. Diesen Posten behält vorerst kommissarisch Jens Ott.",
        ["Jens Ott holds CIO at Hessen acting"],
        [],
    ),
    (
        "Die Genossenschaft govdigital hat Jens Ott an die Spitze des Aufsichtsrats gewählt. Ott ist Geschäftsführer "
        "der Lecos. Er folgt auf Ines Kolb von der AKDB.",
        ["Ines Kolb holds Vorsitzender at Aufsichtsrat former"],
        ["Ines Kolb holds Geschäftsführer"],
    ),
    (
        "Jens Ott hatte bis 2019 die Stabsstelle Digitalisierung der Stadt Ulm unter sich.",
        ["Jens Ott holds Leiter at Stabsstelle Digitalisierung former"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "states", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_offices_by_a_change(text: str, states: list[str], never: list[str]) -> None:
    check_statements(read_article(text), states, never)
