"""Whose house „wir“ is where the opening gives somebody no body, and a question or the lead tells where they work."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, rules_only

from govgraph.sources import read_text

ENDING = "\n\nUnd sonst?\n\nDas war es. Mehr ist nicht.\n\nDie Fragen stellte Ina Weiß."
WE = "Wir haben das Portal PrüfNetz eingeführt."
CASES = [
    (
        "Prüferin Regina Kahl über doppelte Lizenzen in Sachsen.",
        "Frau Kahl, Sie leiten im Sächsischen Rechnungshof das Referat Prüfung. Was tun Sie?",
        WE,
        ["Sächsischer Rechnungshof implements PrüfNetz"],
        ["Sachsen implements *"],
    ),
    (
        "Ein Gespräch mit Jens Kahl über Hessen.",
        "Herr Kahl, Sie arbeiten seit 2010 bei der Hochschule Fulda. Was tun Sie?",
        WE,
        ["Hochschule Fulda implements PrüfNetz"],
        ["Hessen implements *"],
    ),
    (
        "Ein Gespräch mit Jens Kahl über Hessen.",
        "Herr Kahl, bis 2010 leiteten Sie die Hochschule Fulda. Und heute?",
        WE,
        [],
        ["Hochschule Fulda implements *"],
    ),
    (
        "Ein Gespräch mit Jens Kahl über Hessen.",
        "Herr Kahl, warum leiten nicht Sie die Hochschule Fulda?",
        WE,
        [],
        ["Hochschule Fulda implements *"],
    ),
    (
        "Jens Kahl ist CIO von Hessen.",
        "Herr Kahl, Sie leiten in diesem Jahr den IT-Planungsrat. Was tun Sie?",
        WE,
        ["Hessen implements PrüfNetz"],
        ["IT-Planungsrat implements *"],
    ),
    (
        "An der Hochschule Fulda bleibt nichts liegen. Noch ist Jens Kahl nicht am Ziel. Der Informatiker ist dort "
        "seit 2020 CIO.",
        "Herr Kahl, was tun Sie?",
        WE,
        ["Hochschule Fulda implements PrüfNetz"],
        [],
    ),
    (
        "Geschäftsführer Jens Kahl über Rheinland-Pfalz. Jens Kahl lenkt seit März die KomIT Pfalz AöR.",
        "Herr Kahl, was tun Sie?",
        WE,
        ["KomIT Pfalz AöR implements PrüfNetz"],
        ["Rheinland-Pfalz implements *"],
    ),
    (
        "Jens Kahl ist Bürgermeister von Wallstedt.",
        "Herr Kahl, was tun Sie?",
        "Das Portal Civis nutzen die Gemeinde Vogelbeck und wir. Wir und die Stadt Gera testen den Chatbot Kuno.",
        [
            "Vogelbeck implements Civis",
            "Wallstedt implements Civis",
            "Wallstedt pilots Kuno",
            "Gera pilots Kuno",
        ],
        [],
    ),
    (
        "Jens Kahl führt die Kommunale Datenzentrale Allgäu (KDA).",
        "Herr Kahl, was tun Sie?",
        "Vieles. Dem Verband gehört Kempten weiterhin an.",
        ["Kempten memberOf Kommunale Datenzentrale Allgäu"],
        [],
    ),
    (
        "Jens Kahl führt die Kommunale Datenzentrale Allgäu (KDA).",
        "Herr Kahl, was tun Sie?",
        "Der Städtetag warnt. Dem Verband gehört Kempten weiterhin an.",
        [],
        ["Kempten memberOf Kommunale Datenzentrale Allgäu"],
    ),
    (
        "Jens Kahl ist Präsident der AKDB.",
        "Herr Kahl, wer kommt?",
        "Meine Nachfolgerin Dr. Nele Busch fängt am 1. November an.",
        ["Nele Busch succeeds Jens Kahl"],
        [],
    ),
    (
        "Jens Kahl ist Präsident der AKDB.",
        "Herr Kahl, wer kommt?",
        "Zuerst Vizepräsident Uwe Roth. Im Mai wird Nele Busch Präsidentin und damit meine Nachfolgerin.",
        ["Nele Busch succeeds Jens Kahl"],
        ["Nele Busch succeeds Uwe Roth"],
    ),
    (
        "Jens Kahl ist Präsident der AKDB.",
        "Herr Kahl, wer kommt?",
        "Meine Nachfolgerin steht fest: Nele Busch übernimmt im Mai.",
        ["Nele Busch succeeds Jens Kahl"],
        [],
    ),
    (
        "Jens Kahl ist Präsident der AKDB.",
        "Herr Kahl, wer kommt?",
        "Mein Nachfolger wird viel zu tun haben, sagt Uwe Roth.",
        [],
        ["Uwe Roth succeeds *"],
    ),
]


@pytest.mark.parametrize(
    ("opening", "question", "answer", "said", "never"), CASES, ids=[f"{c[1][:40]} {c[2][:30]}" for c in CASES]
)
def test_of_whom_we_tells(opening: str, question: str, answer: str, said: list[str], never: list[str]) -> None:
    text = f"Interview\n\n„Wir bleiben dran“\n\n[01.03.2024] {opening}\n\n{question}\n\n{answer}{ENDING}"
    (article,) = rules_only().read(read_text(text)).articles
    check_statements(article, said, never)
