"""Who belongs to a board, where the sentence before says who takes its chair."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Die Stadt Dresden nutzt das Modul Antragslotse. Im Beirat Smart City übernimmt Michael Brandt den Vorsitz. "
        "Ihm gehören außerdem die Technische Universität Dresden und die Sächsische Aufbaubank an.",
        [
            "Technische Universität Dresden memberOf Beirat Smart City asserted",
            "Sächsische Aufbaubank memberOf Beirat Smart City asserted",
        ],
        ["Technische Universität Dresden implements *", "Sächsische Aufbaubank implements *"],
    ),
    (
        "Im IT-Planungsrat führt Hessen den Vorsitz. Ihm gehören auch Bayern und der Bund an.",
        ["Bayern memberOf IT-Planungsrat asserted"],
        ["Bayern memberOf Hessen"],
    ),
    (
        "Im Lenkungskreis E-Akte hat Anke Behrens den Vorsitz abgegeben. Ihm gehört auch Dataport an.",
        ["Dataport memberOf Lenkungskreis E-Akte asserted"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "said", "unsaid"), CASES)
def test_who_belongs_to_a_board_whose_chair_was_told(text: str, said: list[str], unsaid: list[str]) -> None:
    check_statements(read_article(text), said, unsaid)
