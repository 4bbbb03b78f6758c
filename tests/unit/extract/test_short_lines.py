"""Short questions and answers in an interview: what was spoken of before them is still at hand after them."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, rules_only

from govgraph.sources import read_text

PAGE = """Interview
Fulda räumt auf

März 2024. Vera Brandt ist CDO der Stadt Fulda. Mit ihr sprach Tom Klein.

Frau Brandt, was ist neu?

Brandt: Seit Mai nutzen wir die E-Akte.

{question}

Brandt: {answer}
"""
CASES = [
    ("Wie läuft es?", "Gut. Hanau arbeitet mit ihr seit Juni.", "Hanau implements E-Akte"),
    ("Wer hat sie geschrieben?", "Niemand. Programmiert hat sie die ekom21.", "ekom21 develops E-Akte"),
    ("Und sonst?", "Doch, ja. Gera testet sie noch.", "Gera pilots E-Akte"),
]


@pytest.mark.parametrize(("question", "answer", "said"), CASES, ids=[said for *_, said in CASES])
def test_what_was_spoken_of_stays(question: str, answer: str, said: str) -> None:
    text = PAGE.format(question=question, answer=answer)
    (article,) = rules_only().read(read_text(text)).articles
    check_statements(article, [said], [])


def test_another_thing_comes_up() -> None:
    text = PAGE.format(question="Und das Portal Lumo?", answer="Langsam. Hanau testet es noch.")
    (article,) = rules_only().read(read_text(text)).articles
    check_statements(article, ["Hanau pilots Lumo"], ["Hanau pilots E-Akte"])
