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


@pytest.mark.parametrize(
    "answer",
    [
        "Seinerzeit in Hameln habe ich openDesk eingeführt.",
        "In meinem früheren Amt bei der ekom21 führte ich openDesk ein.",
        "Als Landrätin von Peine führte ich openDesk ein.",
        "2014 habe ich als Beraterin beim ITZBund openDesk eingeführt.",
        "Als ich noch in Hameln war, führte ich openDesk ein.",
        "Ich war in Hameln. 2015 habe ich openDesk eingeführt.",
        "An meiner alten Schule habe ich openDesk eingeführt.",
        "Ich teste openDesk, aber nur zu Hause.",
        "Ich teste openDesk auf dem Telefon.",
        "Ich habe openDesk beantragt und mein Konto eingerichtet.",
        "Ich arbeite gern mit openDesk.",
    ],
)
def test_what_somebody_did_elsewhere_or_for_themselves(answer: str) -> None:
    check_statements(read("Und sonst?", answer), [], ["Celle implements *", "Celle pilots *"])


@pytest.mark.parametrize(
    "answer",
    [
        "Im letzten Jahr habe ich openDesk eingeführt.",
        "Mit der ekom21 habe ich hier openDesk eingeführt.",
        "In Celle habe ich openDesk eingeführt, um Hameln einzuholen.",
    ],
)
def test_what_somebody_does_here(answer: str) -> None:
    check_statements(read("Und sonst?", answer), ["Celle implements openDesk asserted"], [])


def test_what_the_interviewer_tells_of_another_town() -> None:
    question = "Sie haben in Hameln civento eingeführt. Und jetzt?"
    check_statements(read(question, "Jetzt kommt VOIS."), [], ["Celle implements civento"])


@pytest.mark.parametrize(
    "answer",
    [
        "In Hameln gibt es Sorgen. Der Stadtrat testet dort VIS.",
        "Hameln hat mehr Geld. Dort war man früh dran. Der Stadtrat testet VIS.",
        "Ich war in Hameln. Der dortige Stadtrat testet VIS.",
    ],
)
def test_a_council_there_is_of_the_town_told_of(answer: str) -> None:
    check_statements(read("Und sonst?", answer), ["Hameln pilots VIS"], ["Celle pilots *"])


@pytest.mark.parametrize(
    "answer",
    [
        "In Hameln ist es so. Bei uns testet der Stadtrat VIS.",
        "Hameln hat geholfen. Jetzt sind wir so weit. Der Stadtrat testet VIS.",
        "Die ekom21 in Kassel hat geholfen. Der Stadtrat testet VIS.",
        "Ich war in Hameln. Unser Stadtrat testet VIS.",
    ],
)
def test_a_council_here_is_of_the_town_of_the_talk(answer: str) -> None:
    check_statements(read("Und sonst?", answer), ["Celle pilots VIS"], ["Hameln pilots *", "Kassel pilots *"])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Nutzen Sie openDesk?", "Ja, damals. Jetzt läuft VOIS."),
        ("Nutzen Sie openDesk?", "Ja, das würden wir gerne."),
        ("Nutzen Sie openDesk?", "Ja, das wollen wir."),
        ("Nutzen Sie openDesk?", "Ja, wir haben es uns angesehen."),
        ("Nutzen Sie openDesk?", "Ja, ich verstehe die Frage. Dazu sage ich nichts."),
        ("Nutzen Sie openDesk?", "Ja, oder?"),
        ("Meinen Sie, dass Hameln openDesk nutzt?", "Ja, sicher."),
        ("Haben Sie probiert, openDesk einzuführen?", "Ja, zweimal."),
        ("Hat Hameln openDesk eingeführt?", "Ja, vermutlich."),
        ("Hat Hameln openDesk eingeführt?", "Ja, aber umsonst."),
        ("Warum wollten Sie openDesk einführen?", "Weil es gut ist."),
        ("Weshalb meinen Sie, dass Hameln openDesk nutzt?", "Das hört man."),
        ("Warum nutzen Sie openDesk?", "Wirklich? Das höre ich zum ersten Mal."),
        ("Was bringt openDesk?", "Das nutzen wir als Chance."),
    ],
)
def test_what_is_not_confirmed(question: str, answer: str) -> None:
    check_statements(read(question, answer), [], ["* implements openDesk", "* pilots openDesk"])


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("Stimmt es, dass Sie civento nutzen?", "Ja, das stimmt.", "Celle implements civento asserted"),
        ("Planen Sie, civento einzuführen?", "Ja, im Herbst.", "Celle implements civento planned"),
        ("Hat Hameln civento eingeführt?", "Ja, Hameln hat das getan.", "Hameln implements civento asserted"),
        ("Wie sieht es mit VOIS aus?", "Das nutzen wir.", "Celle implements VOIS asserted"),
    ],
)
def test_what_is_confirmed(question: str, answer: str, said: str) -> None:
    check_statements(read(question, answer), [said], [])


@pytest.mark.parametrize(
    ("question", "answer", "never"),
    [
        ("Nutzt die Stadt civento?", "Ja, die Stadt Hameln nutzt es.", "Celle implements civento"),
        ("Arbeiten Sie lieber mit der KDO als mit der ekom21 zusammen?", "Ja, viel lieber.", "ekom21 cooperatesWith *"),
        ("Warum sind Sie aus ProVitako ausgetreten?", "Es war zu teuer.", "Eva Roth memberOf *"),
    ],
)
def test_of_whom_something_is_not_confirmed(question: str, answer: str, never: str) -> None:
    check_statements(read(question, answer), [], [never])
