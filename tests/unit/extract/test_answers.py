"""Questions that their answer completes, and who is meant by „wir“ where the name comes late."""

from __future__ import annotations

import pytest
from extract_reading import Statement, rules_only

from govgraph.model import ArticleRecord, Predicate
from govgraph.sources import read_text

PAGE = """Sachsen-Anhalt
Neues Portal

[01.03.2024] Im Interview mit Kommune21 spricht Digitalministerin Lydia Hüskens über das Portal AntragPlus.

Frau Hüskens, was bringt das Portal AntragPlus?

Es bringt viel. Wir haben lange daran gearbeitet.

{question}

{answer}

Vielen Dank für das Gespräch.
"""


def read(question: str, answer: str) -> ArticleRecord:
    (article,) = rules_only().read(read_text(PAGE.format(question=question, answer=answer))).articles
    return article


@pytest.mark.parametrize(
    ("question", "answer", "subject", "predicate", "object_"),
    [
        ("Wer betreibt das Portal?", "Das macht Dataport.", "Dataport", Predicate.DEVELOPS, "AntragPlus"),
        ("Wer betreibt das Portal?", "Die Kollegen von Dataport.", "Dataport", Predicate.DEVELOPS, "AntragPlus"),
        ("Wo ist es im Einsatz?", "In Wernigerode und Thale.", "Thale", Predicate.IMPLEMENTS, "AntragPlus"),
        ("Welche Kommunen testen das Portal?", "Wernigerode.", "Wernigerode", Predicate.PILOTS, "AntragPlus"),
        ("Worauf beruht das Portal?", "Auf der Software civento.", "AntragPlus", Predicate.BASED_ON, "civento"),
        ("Welche Software nutzen Sie?", "civento.", "Sachsen-Anhalt", Predicate.IMPLEMENTS, "civento"),
    ],
)
def test_a_fragment_completes_the_question(
    question: str, answer: str, subject: str, predicate: Predicate, object_: str
) -> None:
    assert Statement(subject, predicate, object_).found_in(read(question, answer))


@pytest.mark.parametrize("answer", ["Nicht Dataport.", "Dataport hat damit nichts zu tun.", "Dazu sage ich nichts."])
def test_other_answers_complete_nothing(answer: str) -> None:
    assert not Statement("Dataport", Predicate.DEVELOPS, "AntragPlus").found_in(
        read("Wer betreibt das Portal?", answer)
    )


def test_who_is_known_by_title_speaks_for_that_town() -> None:
    text = """InterviewEile mit Weile

[23.06.2022] Die Digitalbeauftragte der Stadt Görlitz über eine Steuer, die in Plauen geprobt wurde.

Frau Schnell, was gibt es Neues?

Wir nutzen seit April civento.
"""
    (article,) = rules_only().read(read_text(text)).articles
    assert Statement("Görlitz", Predicate.IMPLEMENTS, "civento").found_in(article)


@pytest.mark.parametrize(
    "answer",
    ["Die Software civento läuft inzwischen auf 900 Rechnern.", "civento wurde im Mai freigeschaltet."],
)
def test_what_runs_without_a_place_runs_where_the_speaker_is(answer: str) -> None:
    article = read("Wie weit sind Sie?", answer)
    assert Statement("Sachsen-Anhalt", Predicate.IMPLEMENTS, "civento").found_in(article)


@pytest.mark.parametrize(
    "answer", ["Die Software civento läuft in Halle auf 900 Rechnern.", "Auf civento läuft die Plattform OSI."]
)
def test_what_runs_elsewhere_says_nothing_of_the_speaker(answer: str) -> None:
    article = read("Wie weit sind Sie?", answer)
    assert not Statement("Sachsen-Anhalt", Predicate.IMPLEMENTS, "civento").found_in(article)


def test_the_office_that_a_question_gives_says_for_whom_somebody_speaks() -> None:
    text = """Der Umbauer

[23.08.2012] Anna Weber kam von Siemens. Ein Gespräch über das Sparen.

Frau Weber, seit 2008 sind Sie Staatssekretärin im Hessischen Ministerium der Finanzen. Was bleibt?

Die Software civento haben wir eingeführt.

Interview: Uwe Brandt
"""
    (article,) = rules_only().read(read_text(text)).articles
    assert Statement("Hessen", Predicate.IMPLEMENTS, "civento").found_in(article)
    assert not Statement("Siemens", Predicate.IMPLEMENTS, "civento").found_in(article)


@pytest.mark.parametrize(
    ("lead", "question", "we", "never"),
    [
        (
            "Anna Weber leitet ein Referat in der Generaldirektion Datenräume (GD DAT) der Europäischen Kommission. "
            "Wir trafen sie auf einem Kongress in Bonn.",
            "Frau Weber, was bleibt?",
            "Generaldirektion Datenräume",
            "Bonn",
        ),
        (
            "In Kiel hat das Land die Stelle der Landesbeauftragten für Informationssicherheit neu besetzt. "
            "Mit Anna Weber sprach Uwe Brandt.",
            "Frau Weber, bis August waren Sie CISO der Investitionsbank Schleswig-Holstein. Was bleibt?",
            "Schleswig-Holstein",
            "Investitionsbank Schleswig-Holstein",
        ),
    ],
)
def test_we_is_whom_somebody_works_for_now(lead: str, question: str, we: str, never: str) -> None:
    answer = "Die Software civento haben wir eingeführt.\n\nInterview: Uwe Brandt\n"
    text = f"Der Umbau\n\n[23.08.2022] {lead}\n\n{question}\n\n{answer}"
    (article,) = rules_only().read(read_text(text)).articles
    assert Statement(we, Predicate.IMPLEMENTS, "civento").found_in(article)
    assert not Statement(never, Predicate.IMPLEMENTS, "civento").found_in(article)


def test_what_question_and_answer_say_is_said_by_who_answers() -> None:
    article = read("Sachsen-Anhalt nutzt civento. Seit wann?", "Wir nutzen civento seit 2019.")
    (fact,) = (f for f in article.facts if f.predicate is Predicate.IMPLEMENTS and f.object.endswith("civento"))
    assert fact.speaker is not None
