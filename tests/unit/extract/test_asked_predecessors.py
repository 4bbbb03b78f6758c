"""Predecessors that the question asks about and the answer names."""

from __future__ import annotations

import pytest
from extract_reading import rules_only

from govgraph.model import Predicate
from govgraph.sources import read_text

PAGE = """Kassel
Neu im Amt

[01.03.2024] Im Interview mit Kommune21 spricht Ines Holl, die Leiterin der FITKO, über ihr neues Amt.

Frau Holl, was haben Sie vor?

Sehr viel. Wir bauen einiges um.

{question}

{answer}

Vielen Dank für das Gespräch.
"""


def successions(question: str, answer: str) -> set[tuple[str, str]]:
    (article,) = rules_only().read(read_text(PAGE.format(question=question, answer=answer))).articles
    names = {e.id: e.name for e in article.entities}
    return {(names[f.subject], names[f.object]) for f in article.facts if f.predicate is Predicate.SUCCEEDS}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Was macht Ihr Vorgänger?", "Ulf Krug ist im Ruhestand."),
        ("Was ist mit Ihrem Vorgänger geschehen?", "Nichts Schlimmes. Ulf Krug hat gekündigt."),
    ],
)
def test_who_is_named_first_went_before(question: str, answer: str) -> None:
    assert ("Ines Holl", "Ulf Krug") in successions(question, answer)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Hat Ihr Vorgänger das gestoppt?", "Nein, das war Innenminister Ulf Krug."),
        ("Was macht Ihre Vorgängerin?", "Ulf Krug sagt, sie reist."),
        ("Was macht die Verwaltung?", "Ulf Krug ist im Ruhestand."),
    ],
)
def test_somebody_else_did_not(question: str, answer: str) -> None:
    assert successions(question, answer) == set()
