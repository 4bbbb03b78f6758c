"""Bodies of bare titles: not one that another heads by another title, and of the Land of which a paragraph tells."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Das ITZBund ist gefragt. „Wir warten“, sagt ITZBund-Direktor Jens Ott. Das ITZBund sei zu langsam, rügt "
        "Präsidentin Anna Weber.",
        ["Jens Ott holds Direktor at Informationstechnikzentrum Bund"],
        ["Anna Weber holds Präsident at Informationstechnikzentrum Bund"],
    ),
    (
        "Der Bundesrechnungshof hat das ITZBund geprüft. Dessen Direktor Jens Ott schweigt.",
        ["Jens Ott holds Direktor at Informationstechnikzentrum Bund"],
        [],
    ),
    (
        "Der IT-Planungsrat und das Deutsche Studentenwerk beraten. Generalsekretär Uwe Brandt drängt.",
        [],
        ["Uwe Brandt holds Generalsekretär at IT-Planungsrat"],
    ),
    (
        "Hessen plant. Hessen zahlt.\n\nAxel Roth lenkt IT.Niedersachsen auf Bitten von Innenminister Uwe Brandt.",
        ["Uwe Brandt holds Innenminister at Niedersachsen"],
        ["Uwe Brandt holds Innenminister at Hessen"],
    ),
    (
        "Hessen plant. Hessen zahlt.\n\nDie Stadt Jena hilft. Digitalministerin Anna Weber dankt allen.",
        ["Anna Weber holds Digitalminister at Hessen"],
        [],
    ),
    (
        "Hessen plant. Hessen zahlt.\n\nIT.Niedersachsen liefert und Hessen zahlt. So Finanzminister Uwe Brandt.",
        ["Uwe Brandt holds Finanzminister at Hessen"],
        ["Uwe Brandt holds Finanzminister at Niedersachsen"],
    ),
    (
        "Jens Ott, der ein Referat im Bundesverwaltungsamt leitet, lobt das.",
        ["Jens Ott holds Referatsleiter at Bundesverwaltungsamt"],
        ["Jens Ott holds Leiter at Bundesverwaltungsamt"],
    ),
    (
        "Anna Weber, die bis 2013 eine Abteilung im Bundesverwaltungsamt leitete, lobt das.",
        ["Anna Weber holds Abteilungsleiter at Bundesverwaltungsamt former"],
        [],
    ),
    (
        "Anna Weber leitet die Abteilung im Bundesverwaltungsamt.",
        ["Anna Weber holds Leiter at Bundesverwaltungsamt"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected", "forbidden"), CASES)
def test_the_body_of_a_bare_title(text: str, expected: list[str], forbidden: list[str]) -> None:
    check_statements(read_article(text), expected, forbidden)
