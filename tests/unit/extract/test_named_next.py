"""A noun without a name stands for what the next sentence says that it is called."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    ("Gera testet einen neuen Chatbot. Er heißt Kuno.", ["Gera pilots Kuno asserted"], ["Gera implements Kuno"]),
    ("Gera testet einen neuen Chatbot. Kuno heißt er.", ["Gera pilots Kuno asserted"], []),
    ("Gera testet einen Chatbot. Das Programm heißt Kuno.", ["Gera pilots Kuno"], ["Gera implements Kuno"]),
    ("Die Stadtwerke Gera haben eine App entwickelt. Sie heißt GeraLotse.", ["Stadtwerke Gera develops GeraLotse"], []),
    (
        "Gera will im Mai eine eigene Plattform einführen. Sie trägt den Namen GeraLotse.",
        ["Gera implements GeraLotse planned"],
        [],
    ),
    (
        "Gera hat ein Bürgerportal eingeführt. Es heißt GeraDirekt. Das Bürgerportal stammt von der ekom21.",
        ["Gera implements GeraDirekt", "ekom21 develops GeraDirekt"],
        [],
    ),
    ("Gera nutzt einen Chatbot der AKDB. Er nennt sich Kuno.", ["Gera implements Kuno"], []),
    ("Gera nutzt ein Portal und eine App. Es heißt GeraDirekt.", ["Gera implements GeraDirekt"], []),
    ("Gera hat keine App. Jena hat eine. Sie heißt JenaDirekt.", [], ["Gera * JenaDirekt"]),
    ("Gera nutzt die App Miro. Sie heißt jetzt GeraLotse.", [], ["Gera pilots GeraLotse"]),
    ("Gera lehnt einen Chatbot ab. Er heißt Kuno.", [], ["Gera * Kuno"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[-40:] for text, _, _ in CASES])
def test_named_next(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
