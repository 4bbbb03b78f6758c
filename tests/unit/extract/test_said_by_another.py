"""Whose words „wir“ stands in: what the one who speaks denies, and what he tells that another has said."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, reader

from govgraph.sources import read_text

NOTHING = [
    "„Wir haben mit der Phoenix-Suite von Dataport nichts zu tun“, sagte CIO Jens Ott aus Sachsen-Anhalt.",
    "„Mit openDesk haben wir nichts zu tun“, sagte Hessens CIO Jens Ott.",
    "Der Main-Kinzig-Kreis hat nichts mit der Einführung der E-Akte zu tun.",
    "Mit der BundID hat Hessen wenig zu schaffen.",
]
PAGE = """Interview
Was Hessen vorhat

[01.03.2024] Im Interview spricht Hessens CIO Jens Ott über Portale.

Herr Ott, nutzen Sie Portale anderer Länder?

{answer}

Vielen Dank für das Gespräch.
"""


@pytest.mark.parametrize("text", NOTHING)
def test_what_somebody_has_nothing_to_do_with_is_not_in_use(text: str) -> None:
    check_statements(read_article(text), [], ["* implements *", "* pilots *"])


@pytest.mark.parametrize(
    ("answer", "said", "never"),
    [
        (
            "Nein, wir nutzen es nicht. Mein Kollege in Sachsen hat mir gesagt: „Wir setzen auf Amt24.“",
            ["Sachsen implements Amt24 asserted"],
            ["Hessen implements Amt24"],
        ),
        (
            "Das wird man sehen. Eine Amtskollegin sagt immer: „Wir setzen auf openDesk.“",
            [],
            ["Hessen implements openDesk"],
        ),
        ("Ja. Ich habe früh gesagt: „Wir setzen auf openDesk.“", ["Hessen implements openDesk asserted"], []),
        ("Ja. Wir setzen auf openDesk.", ["Hessen implements openDesk asserted"], []),
    ],
)
def test_we_in_the_words_of_another(answer: str, said: list[str], never: list[str]) -> None:
    (article,) = reader().read(read_text(PAGE.format(answer=answer))).articles
    check_statements(article, said, never)


def test_we_in_inner_quotation_marks() -> None:
    text = "Hessens CIO Jens Ott: „Mein Kollege in Sachsen hat mir gesagt: ‚Wir setzen auf Amt24.‘“"
    check_statements(read_article(text), ["Sachsen implements Amt24"], ["Hessen implements Amt24"])
