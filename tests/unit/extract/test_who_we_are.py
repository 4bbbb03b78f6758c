"""Whom „wir“ stands for in an interview: the body of who speaks, as title, lead, captions and questions tell it."""

from __future__ import annotations

import pytest
from extract_reading import Statement, check_statements, rules_only

from govgraph.model import Predicate
from govgraph.sources import read_text

TITLE = "Interview\n\n„Wir fangen an“\n\n[01.03.2024] "
REST = "\n\nWir führen die E-Akte ein.\n\nWer hilft?\n\nNiemand."
CASES = [
    (
        "Vera Brandt, CDO der Stadt, über ihre Pläne.\n\nFrau Brandt, seit Mai sind Sie die erste CDO von Coburg. Und?",
        "Coburg",
    ),
    (
        "Vera Brandt ist Referatsleiterin in der Hessischen Zentrale für Datenverarbeitung. Mit ihr sprach Jan Roth am "
        "Rande einer Tagung in Bonn.\n\nFrau Brandt, was kommt?",
        "Hessische Zentrale für Datenverarbeitung",
    ),
    ("Vera Brandt (SPD) leitet das Referat Technik der Stadt Coburg.\n\nFrau Brandt, was kommt?", "Coburg"),
    (
        "Vera Brandt ist CISO in Hessen.\n\nFrau Brandt, bis April waren Sie Leiterin der ekom21. Was kommt?",
        "Hessen",
    ),
    (
        "Vera Brandt war Amtsleiterin in Hannover. Nun leitet sie die ekom21.\n\n"
        "Frau Brandt, seit Mai sind Sie Direktorin der ekom21. Was kommt?",
        "ekom21",
    ),
    (
        "Vera Brandt ist Prorektorin der Hochschule Fulda und zugleich deren CIO.\n\nFrau Brandt, was kommt?",
        "Hochschule Fulda",
    ),
    ("Vera Brandt, Leiterin des Hauptamts von Coburg, über Formulare.\n\nFrau Brandt, was kommt?", "Coburg"),
    (
        "Vera Brandt, die in Kassel das Institut für Verwaltungsinformatik leitet.\n\nFrau Brandt, was kommt?",
        "Institut für Verwaltungsinformatik",
    ),
    (
        "Vera Brandt erzählt, wie sie von Kiel nach Fulda kam.\nVera Brandt im Hof der Geschäftsstelle.\n\n"
        "Vera Brandt führt seit Mai die Geschäfte der ekom21.\n\nFrau Brandt, was kommt?",
        "ekom21",
    ),
    (
        "Im Mai gewann Coburg den Wettbewerb Digitale Stadt. Wir fragten bei Vera Brandt nach, der CDO der Stadt."
        "\n\nFrau Brandt, was kommt?",
        "Coburg",
    ),
    (
        "Coburg leistet sich erstmals eine Digitalchefin. Vera Brandt, im Amt seit Mai, erzählt.\n\n"
        "Frau Brandt, Sie würden bald Präsidentin der AKDB, hört man. Was kommt?",
        "Coburg",
    ),
    (
        "Vera Brandt ist neu im Amt.\n\nFrau Brandt, was kommt?\n\n"
        "Viel. Ich vertrete Coburg in der Verbandsversammlung der AKDB.\n\nUnd sonst?",
        "Coburg",
    ),
    (
        "Coburg wird digital. Oberbürgermeisterin Vera Brandt, die auch dem Vorstand der AKDB vorsteht, berichtet.\n\n"
        "Frau Brandt, was kommt?",
        "Coburg",
    ),
    (
        "Die KISA wächst. Vera Brandt, Vorsitzende der KISA und Bürgermeisterin von Radebeul, im Gespräch.\n\n"
        "Frau Brandt, was kommt?",
        "Kommunale Informationsverarbeitung Sachsen",
    ),
]


@pytest.mark.parametrize(("opening", "body"), CASES, ids=[body for _, body in CASES])
def test_for_whom_somebody_speaks(opening: str, body: str) -> None:
    (article,) = rules_only().read(read_text(TITLE + opening + REST)).articles
    check_statements(article, [f"{body} implements E-Akte"], [])
    assert len({f.subject for f in article.facts if f.predicate == "implements"}) == 1


def test_two_of_one_house() -> None:
    text = (
        "Zehn Jahre hat Uwe Kern die ekom21 geführt, nun übernimmt Vera Brandt.\n\nFrau Brandt, Herr Kern, was kommt?"
        "\n\nBrandt: Wir führen die E-Akte ein.\n\nWer hilft?\n\nKern: Niemand, sage ich."
    )
    (article,) = rules_only().read(read_text(TITLE + text)).articles
    check_statements(article, ["ekom21 implements E-Akte"], [])


OF_A_PLACE = """{kicker}
Ein Gespräch

[01.03.2024] {lead} Im Interview mit Kommune21 spricht sie über das Portal civento.

Frau Weber, was tun Sie?

Viel. Wir haben lange gebraucht.

Und mit wem?

Das Portal civento haben wir gemeinsam mit der Stadt Fulda entwickelt.

Vielen Dank für das Gespräch.
"""


@pytest.mark.parametrize(
    ("kicker", "lead", "who"),
    [
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
def test_we_are_the_place_of_the_article_or_the_house(kicker: str, lead: str, who: str) -> None:
    (article,) = rules_only().read(read_text(OF_A_PLACE.format(kicker=kicker, lead=lead))).articles
    ends = ((who, "Fulda"), ("Fulda", who))
    assert any(Statement(one, Predicate.COOPERATES_WITH, other).found_in(article) for one, other in ends)
