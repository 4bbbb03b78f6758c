"""Where who is interviewed works: „Bei uns in Köln …“."""

from __future__ import annotations

import pytest
from extract_reading import rules_only

from govgraph.model import Predicate
from govgraph.sources import read_text

PAGE = """Bundesverwaltungsamt
Neu im Amt

[01.03.2024] Im Interview spricht Ines Holl, die Präsidentin des Bundesverwaltungsamts, über ihr neues Amt.

Frau Holl, was haben Sie vor?

{answer}

Vielen Dank für das Gespräch.
"""


def towns(answer: str) -> set[str]:
    (article,) = rules_only().read(read_text(PAGE.format(answer=answer))).articles
    names = {e.id: e.name for e in article.entities}
    return {names[f.object] for f in article.facts if f.predicate is Predicate.LOCATED_IN}


@pytest.mark.parametrize(
    "answer", ["Bei uns in Köln zieht alles um.", "Die Technik wird hier bei uns in Köln betreut."]
)
def test_who_speaks_says_where_the_house_is(answer: str) -> None:
    assert towns(answer) == {"Köln"}


@pytest.mark.parametrize("answer", ["Bei uns ist in Köln nichts passiert.", "Im Mai treffen wir in Köln die Länder."])
def test_where_something_happens_is_no_seat(answer: str) -> None:
    assert towns(answer) == set()
