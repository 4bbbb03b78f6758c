"""Which work is meant where another takes its place, who is thanked for one, and whose it is among several."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

NEW = "Sachsen führt das Portal Amtsblick ein. "
CASES = [
    # what comes is spoken of, and not what goes
    (
        NEW + "Es löst openDesk ab. In Bremen ist der Pilotbetrieb beendet.",
        ["Sachsen implements Amtsblick asserted", "Sachsen implements openDesk ended", "Bremen pilots Amtsblick ended"],
        ["Bremen pilots openDesk"],
    ),
    (NEW + "Die Plattform ersetzt openDesk. Suhl testet noch.", ["Suhl pilots Amtsblick"], ["Suhl pilots openDesk"]),
    (NEW + "openDesk wird durch das Portal ersetzt. Suhl testet noch.", ["Suhl pilots Amtsblick"], []),
    (
        NEW + "Es soll openDesk ablösen.",
        ["Sachsen implements openDesk asserted"],
        ["Sachsen implements openDesk ended"],
    ),
    (
        "Das Portal Amtsblick ist bisher in Sachsen im Einsatz. Es ersetzt openDesk.",
        [],
        ["Sachsen implements openDesk ended"],
    ),
    # who is thanked has done it for another
    (NEW + "Ministerin Eva Roth dankte Dataport für die Umstellung.", [], ["Dataport implements Amtsblick"]),
    (NEW + "Das Land lobte Dataport für den reibungslosen Test.", [], ["Dataport pilots Amtsblick"]),
    (NEW + "Eva Roth lobte die Pilotphase in Suhl.", ["Suhl pilots Amtsblick"], []),
    # a genitive after several works
    (
        "Gera nutzt openDesk und das Bürgerserviceportal der AKDB.",
        ["AKDB develops Bürgerserviceportal", "Gera implements openDesk"],
        ["AKDB develops openDesk"],
    ),
    ("Die Portale Amt24 und UlmGo der AKDB laufen stabil.", ["AKDB develops UlmGo"], []),
    # money and projects by a principle
    (
        "Bremen entwickelt die App UlmGo nach dem Prinzip Einer für Alle. Für das Projekt zahlt der Bund zwei "
        "Millionen Euro.",
        ["Bund funds UlmGo"],
        ["Bund funds Einer-für-Alle-Prinzip"],
    ),
    # where a body is to be
    (
        "Die Norddata GmbH zieht um. Das Unternehmen soll seinen Sitz in Soltau haben.",
        ["Norddata GmbH locatedIn Soltau planned"],
        ["Norddata GmbH locatedIn Soltau asserted"],
    ),
    (
        "Die Norddata GmbH und der Zweckverband Südnetz schließen sich zusammen. Das neue Unternehmen soll seinen "
        "Sitz in Soltau haben.",
        [],
        ["Norddata GmbH locatedIn Soltau"],
    ),
    (
        "Bremen und Hessen gründen die Norddata GmbH. Das neue Unternehmen hat seinen Sitz in Ulm.",
        ["Norddata GmbH locatedIn Ulm asserted"],
        [],
    ),
    ("Die Norddata GmbH soll ihren Sitz in Ulm behalten.", ["Norddata GmbH locatedIn Ulm asserted"], []),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[-50:] for text, _, _ in CASES])
def test_which_work_is_meant(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
