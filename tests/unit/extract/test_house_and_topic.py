"""What „ich“ and „Sie“ of interviews do for their house, and answers that leave out of what they speak."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, rules_only

from govgraph.model import ArticleRecord
from govgraph.sources import read_text

PAGE = """Celle
„Wir bauen um“

[04.05.2023] Eva Roth ist CIO der Stadt Celle. Im Interview erzählt sie, was sich ändert.

Frau Roth, was ist neu?

Vieles. Wir haben viel getan.

{question}

{answer}

Vielen Dank für das Gespräch.
"""


def read(question: str, answer: str) -> ArticleRecord:
    (article,) = rules_only().read(read_text(PAGE.format(question=question, answer=answer))).articles
    return article


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("Und sonst?", "Im Herbst führe ich openDesk ein.", "Celle implements openDesk planned"),
        ("Und sonst?", "Ich teste gerade openDesk.", "Celle pilots openDesk asserted"),
        ("Und sonst?", "Das Portal civento habe ich abgeschaltet.", "Celle implements civento ended"),
        ("Seit Mai nutzen Sie civento. Lohnt es sich?", "Durchaus.", "Celle implements civento asserted"),
        ("Nutzen Sie civento?", "Ja, seit Mai.", "Celle implements civento asserted"),
        ("Wollen Sie civento einführen?", "Ja, im Herbst.", "Celle implements civento planned"),
        ("Betreibt die ekom21 das Portal civento?", "Ja, seit Mai.", "ekom21 develops civento asserted"),
        ("Warum nutzen Sie civento?", "Weil es gut ist.", "Celle implements civento asserted"),
        ("Seit wann nutzt Gifhorn das Portal civento?", "Seit Mai.", "Gifhorn implements civento asserted"),
        ("Weshalb haben Sie civento abgeschaltet?", "Es war alt.", "Celle implements civento ended"),
        ("Und civento?", "Nutzen wir seit Mai.", "Celle implements civento asserted"),
        ("Was ist mit civento?", "Das führen wir im Herbst ein.", "Celle implements civento planned"),
        ("Und die Luca-App?", "Haben wir abgeschaltet.", "Celle implements Luca-App ended"),
        ("Wie steht es um VOIS?", "Nutzt Gifhorn.", "Gifhorn implements VOIS asserted"),
    ],
)
def test_what_the_house_does(question: str, answer: str, said: str) -> None:
    check_statements(read(question, answer), [said], [])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Und sonst?", "Ich nutze openDesk selbst."),
        ("Und sonst?", "Privat teste ich openDesk."),
        ("Und sonst?", "Ich würde openDesk einführen."),
        ("Und sonst?", "Ich führe openDesk nicht ein."),
        ("Nutzen Sie openDesk?", "Nein."),
        ("Nutzen Sie openDesk?", "Ja, aber nur auf dem Papier."),
        ("Nutzen Sie openDesk oder VOIS?", "Ja."),
        ("Könnten Sie openDesk einführen?", "Ja."),
        ("Sollten Sie openDesk nicht einführen?", "Ja."),
        ("Warum nutzen Sie openDesk?", "Das tun wir nicht."),
        ("Warum nutzen Sie openDesk nicht?", "Weil es teuer ist."),
        ("Warum sollten Sie openDesk nutzen?", "Weil es gut ist."),
        ("Was halten Sie von openDesk?", "Das nutzen wir nicht."),
        ("Wie steht es um openDesk?", "Dazu sage ich nichts."),
    ],
)
def test_what_no_house_does(question: str, answer: str) -> None:
    article = read(question, answer)
    check_statements(article, [], ["* implements openDesk", "* pilots openDesk"])
