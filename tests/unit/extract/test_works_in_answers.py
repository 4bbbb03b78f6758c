"""What an answer means by „unsere Plattform“, „das“ and „sie“ where the question named a work."""

from __future__ import annotations

import pytest
from extract_reading import Statement, rules_only

from govgraph.model import ArticleRecord, Predicate
from govgraph.sources import read_text

PAGE = """Interview
„Wir fangen klein an“

[04.05.2022] Im Interview spricht Petra Lang, Vorständin der AKDB, über ihre Plattformen.

Frau Lang, {question}

Lang: {answer}
"""


def read(question: str, answer: str) -> ArticleRecord:
    (article,) = rules_only().read(read_text(PAGE.format(question=question, answer=answer))).articles
    return article


@pytest.mark.parametrize(
    ("question", "answer", "subject", "predicate", "object_"),
    [
        (
            "wer nutzt die Plattform Rheinblick?", "Unsere Plattform läuft in Fürth und in Bamberg.",
            "Bamberg", Predicate.IMPLEMENTS, "Rheinblick",
        ),
        (
            "haben Sie das Portal Kolibri gebaut?", "Nein, das stammt von Dataport.",
            "Dataport", Predicate.DEVELOPS, "Kolibri",
        ),
        (
            "was ist aus der App Kolibri geworden?",
            "Die haben wir eingestellt. Bezahlt wurde sie vom Land Sachsen-Anhalt.",
            "Sachsen-Anhalt", Predicate.FUNDS, "Kolibri",
        ),
        (
            "was ist mit dem Portal Kolibri?", "Das Portal läuft. Verantwortlich bin ich.",
            "Petra Lang", Predicate.RESPONSIBLE_FOR, "Kolibri",
        ),
    ],
)  # fmt: skip
def test_an_answer_speaks_of_the_work_of_the_question(
    question: str, answer: str, subject: str, predicate: Predicate, object_: str
) -> None:
    assert Statement(subject, predicate, object_).found_in(read(question, answer))


def test_who_is_we_is_not_she() -> None:
    article = read(
        "was ist aus der App Kolibri geworden?", "Die haben wir eingestellt. Bezahlt wurde sie vom Land Sachsen-Anhalt."
    )
    assert not Statement("Sachsen-Anhalt", Predicate.FUNDS, "AKDB").found_in(article)


def test_our_house_is_no_work() -> None:
    article = read("wer nutzt die Plattform Rheinblick?", "Unser Rathaus läuft gut, in Fürth wie in Bamberg.")
    assert not Statement("Bamberg", Predicate.IMPLEMENTS, "Rheinblick").found_in(article)
