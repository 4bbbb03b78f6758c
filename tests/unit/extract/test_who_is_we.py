"""For whom somebody speaks who leads an office of a town, or a body of a Land in its capital."""

from __future__ import annotations

import pytest
from extract_reading import Statement, rules_only

from govgraph.model import ArticleRecord, Predicate
from govgraph.sources import read_text

PAGE = """{kicker}
Ein Gespräch

[01.03.2024] {lead} Im Interview mit Kommune21 spricht sie über das Portal civento.

Frau Weber, was tun Sie?

Viel. Wir haben lange gebraucht.

Und mit wem?

Das Portal civento haben wir gemeinsam mit der Stadt Fulda entwickelt.

Vielen Dank für das Gespräch.
"""


def read(kicker: str, lead: str) -> ArticleRecord:
    (article,) = rules_only().read(read_text(PAGE.format(kicker=kicker, lead=lead))).articles
    return article


@pytest.mark.parametrize(
    ("kicker", "lead", "who"),
    [
        ("Stadt Gera", "Anna Weber, Leiterin des Hauptamts von Gera, über Formulare.", "Gera"),
        ("Stadt Gera", "Anna Weber leitet die Stabsstelle Digitalisierung in Gera.", "Gera"),
        (
            "Hessen",
            "Kommune21 traf Anna Weber, die in Wiesbaden das Präsidium für Technik der Polizei führt.",
            "Hessen",
        ),
        ("Stadt Kassel", "Kommune21 traf Anna Weber, die in Kassel das Präsidium für Technik führt.", "Kassel"),
        ("Bayern", "Anna Weber, Vorstand der AKDB, über Formulare.", "AKDB"),
    ],
)
def test_we_are_those_for_whom_somebody_acts(kicker: str, lead: str, who: str) -> None:
    article = read(kicker, lead)
    assert Statement(who, Predicate.COOPERATES_WITH, "Fulda").found_in(article) or Statement(
        "Fulda", Predicate.COOPERATES_WITH, who
    ).found_in(article)
