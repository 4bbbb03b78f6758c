"""Who takes part in the event that an article reports on, where the sentence no longer names it."""

from __future__ import annotations

import pytest
from extract_reading import Statement, rules_only

from govgraph.model import ArticleRecord, Modality, Predicate
from govgraph.sources import read_text

REPORT = """Fachkongress
Wenig Geld, viel Rat

[14.05.2024] {lead}

{sentence}

Am zweiten Tag ging es um Schnittstellen. Die Vorträge sollen als Film erscheinen. Es gab Applaus. Es gab Kaffee.
Danach war Schluss. Draußen schien die Sonne.
"""
HELD = "Beim Kongress Starke Kommune in Fulda haben 300 Fachleute über Technik gestritten."
PLANNED = "Zum Kongress Starke Kommune werden im Juni in Fulda 300 Fachleute erwartet."


def read(sentence: str, lead: str = HELD) -> ArticleRecord:
    (article,) = rules_only().read(read_text(REPORT.format(lead=lead, sentence=sentence))).articles
    return article


def takes_part(article: ArticleRecord, who: str = "Jens Alt") -> bool:
    return Statement(who, Predicate.PARTICIPATES_IN, "Starke Kommune").found_in(article)


@pytest.mark.parametrize(
    "sentence",
    [
        "Den Auftakt machte Jens Alt aus Hanau.",
        "Jens Alt, der CIO der Stadt Hanau, mahnte mehr Tempo an.",
        "Moderiert wurde die Runde von Jens Alt.",
        "Auf dem Podium saß außerdem Jens Alt.",
        "Aus Hanau war Jens Alt angereist.",
        "Das wollte Jens Alt so nicht stehen lassen: „Wer nichts ausgibt, zahlt doppelt.“",
        "Jens Alt pflichtete ihr bei.",
        "Den Vortrag über Haftung hielt Jens Alt.",
    ],
)
def test_who_does_something_there_takes_part(sentence: str) -> None:
    assert takes_part(read(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Abgesagt hatte dagegen Jens Alt.",
        "Jens Alt teilte auf Anfrage mit, dass er nichts davon halte.",
        "Im Mai 2021 hatte Jens Alt noch das Gegenteil gesagt.",
        "Auf der Messe Nordwind in Bonn hatte Jens Alt noch gelobt, was er nun tadelt.",
        "Das Verfahren ist nach Jens Alt benannt.",
    ],
)
def test_who_is_only_spoken_of_does_not(sentence: str) -> None:
    assert not takes_part(read(sentence))


def test_an_exhibitor_takes_part() -> None:
    article = read("Auch die FITKO und Dataport waren mit Ständen vertreten.")
    assert takes_part(article, "FITKO")
    assert takes_part(article, "Dataport")


def test_an_event_to_come_has_guests_to_come() -> None:
    article = read("Die Keynote hält Jens Alt.", PLANNED)
    (fact,) = (f for f in article.facts if f.predicate is Predicate.PARTICIPATES_IN)
    assert fact.modality is Modality.PLANNED


def test_what_somebody_says_before_an_event_says_nothing() -> None:
    assert not takes_part(read("Jens Alt mahnte mehr Tempo an.", PLANNED))


def test_the_next_event_does_not_put_off_the_one_reported_on() -> None:
    article = read("Den Vortrag hielt Jens Alt. Im kommenden Jahr findet der Kongress in Marburg statt.")
    held = {f.object.rsplit("/", 1)[-1]: f.modality for f in article.facts if f.predicate is Predicate.HELD_IN}
    assert held["fulda"] is Modality.ASSERTED
