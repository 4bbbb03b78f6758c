"""Successors for whom a question asks and whom the answer names."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

PAGE = (
    "„Es war gut“\n\n4. Mai 2023\n\nEva Roth, CIO der Stadt Ulm, hört auf. Wir haben mit ihr gesprochen.\n\n"
    "Frau Roth, was bleibt?\n\nVieles.\n\n"
    "{question}\n\n{answer}\n\nVielen Dank.\n"
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Wer folgt Ihnen nach?", "Im Juli übernimmt Jens Ott. Er ist heute Referent im Innenministerium."),
        ("Wer übernimmt?", "Jens Ott."),
        ("Wer wird Ihr Nachfolger?", "Das wird Jens Ott."),
        ("Und wer folgt?", "Ab Juni hat Jens Ott aus Kiel das Amt übernommen."),
    ],
)
def test_the_answer_names_who_follows(question: str, answer: str) -> None:
    reading = read_article(PAGE.format(question=question, answer=answer))
    check_statements(reading, ["Jens Ott succeeds Eva Roth", "Jens Ott holds CIO at Ulm"], ["Eva Roth holds Referent"])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Wer folgt Ihnen nach?", "Das ist noch offen."),
        ("Wer übernimmt die Kosten?", "Jens Ott übernimmt sie."),
        ("Wer folgt Ihnen?", "Jens Ott übernimmt den Vertrieb."),
        ("Wer hat Sie geholt?", "Das war Jens Ott."),
    ],
)
def test_the_answer_names_nobody_who_follows(question: str, answer: str) -> None:
    never = ["Jens Ott succeeds Eva Roth", "Jens Ott holds CIO"]
    check_statements(read_article(PAGE.format(question=question, answer=answer)), [], never)
