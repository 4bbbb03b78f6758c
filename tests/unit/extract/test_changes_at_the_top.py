"""Who follows whom at the head of a body of which is told before that its lead changes, and who left a post."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

BOTH = ["Anna Weber holds Leiter at AKDB new", "Uwe Brandt holds Leiter at AKDB former"]
NEITHER = ["Anna Weber holds Leiter at AKDB", "Uwe Brandt holds Leiter at AKDB"]
CASES = [
    ("An der Spitze der AKDB gibt es einen Wechsel: Auf Uwe Brandt folgt Anna Weber.", BOTH, []),
    ("An der Spitze der AKDB gibt es einen Wechsel. Anna Weber löst Uwe Brandt ab.", BOTH, []),
    ("Führungswechsel bei der AKDB: Anna Weber folgt auf Uwe Brandt.", BOTH, []),
    ("Die AKDB bekommt eine neue Spitze: Anna Weber folgt auf Uwe Brandt.", BOTH, []),
    ("Die AKDB steht unter neuer Leitung. Anna Weber, zuletzt in Ulm, folgt auf Uwe Brandt.", BOTH, []),
    (
        "In der Geschäftsführung der AKDB kommt es zum Wechsel: Auf Uwe Brandt folgt im Mai Anna Weber.",
        ["Anna Weber holds Geschäftsführer at AKDB designated", "Uwe Brandt holds Geschäftsführer at AKDB current"],
        [],
    ),
    ("An der Spitze der AKDB gibt es keinen Wechsel. Im Beirat folgt Anna Weber auf Uwe Brandt.", [], NEITHER),
    ("An der Spitze der AKDB und der HZD gibt es einen Wechsel: Auf Uwe Brandt folgt Anna Weber.", [], NEITHER),
    (
        "Wechsel an der Spitze der AKDB: Anna Weber löst Uwe Brandt als Geschäftsführerin ab.",
        ["Anna Weber holds Geschäftsführer at AKDB", "Uwe Brandt holds Geschäftsführer at AKDB former"],
        NEITHER,
    ),
    (
        "Anna Weber ist seit Mai CIO von Hessen. Geräumt hat den Posten Uwe Brandt.",
        ["Uwe Brandt holds CIO at Hessen"],
        [],
    ),
    ("Anna Weber ist CIO von Hessen. Uwe Brandt hat seinen Posten geräumt.", [], ["Uwe Brandt holds CIO"]),
    (
        "Anna Weber wurde zur Vorsitzenden des Beirats gewählt. Geschäftsführer der AKDB ist Jens Ott; den Posten "
        "hatte Uwe Brandt abgegeben.",
        [],
        ["Uwe Brandt holds Vorsitzender"],
    ),
    (
        "Anna Weber ist seit Mai CIO von Hessen. Der bisherige Inhaber Uwe Brandt geht in den Ruhestand.",
        ["Uwe Brandt holds CIO at Hessen former"],
        [],
    ),
    (
        "Oberbürgermeisterin Anna Weber lobt das Projekt in Kassel. Der frühere Inhaber Uwe Brandt verkaufte sie.",
        [],
        ["Uwe Brandt holds Oberbürgermeister"],
    ),
    (
        "Das Amt der CIO von Hessen, so der Minister, geht von Uwe Brandt auf Anna Weber über.",
        ["Uwe Brandt holds CIO at Hessen former"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:60] for text, _, _ in CASES])
def test_who_had_it_and_who_has_it(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
