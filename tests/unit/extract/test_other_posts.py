"""What somebody gives up, takes over or denies is not always the office by which they are called."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    # the chair of a board, and the office
    (
        "Sachsens CIO Anna Weber hat den Vorsitz im Beirat Digitales Land abgegeben.",
        ["Anna Weber holds CIO at Sachsen current", "Anna Weber holds Vorsitzender at Beirat Digitales Land former"],
        [],
    ),
    (
        "Sachsens CIO Anna Weber hat den Vorsitz im Beirat Digitales Land an Uwe Brandt übergeben.",
        ["Anna Weber holds CIO at Sachsen current", "Uwe Brandt holds Vorsitzender at Beirat Digitales Land"],
        ["Uwe Brandt holds CIO"],
    ),
    (
        "Der Ulmer Kämmerer Uwe Brandt hat die Leitung der Arbeitsgruppe niedergelegt.",
        ["Uwe Brandt holds Kämmerer at Ulm current"],
        [],
    ),
    (
        "Sachsens CIO Anna Weber hat das Amt der Vorsitzenden im IT-Planungsrat abgegeben.",
        ["Anna Weber holds CIO at Sachsen current", "Anna Weber holds Vorsitzender at IT-Planungsrat former"],
        [],
    ),
    (
        "Der Vorsitzende des IT-Planungsrats, Uwe Brandt, hat den Vorsitz abgegeben.",
        ["Uwe Brandt holds Vorsitzender at IT-Planungsrat former"],
        [],
    ),
    ("Der Ulmer Kämmerer Uwe Brandt hat sein Amt aufgegeben.", ["Uwe Brandt holds Kämmerer at Ulm former"], []),
    (
        "FITKO-Präsidentin Anna Weber hat die Leitung der Behörde abgegeben.",
        ["Anna Weber holds Präsident at FITKO former"],
        [],
    ),
    # going somewhere, and doing something there
    (
        "Bayerns CIO Anna Weber hat in München Bilanz gezogen.",
        ["Anna Weber holds CIO at Bayern current"],
        [],
    ),
    ("Bayerns CIO Anna Weber zog in Nürnberg eine Lehre.", ["Anna Weber holds CIO at Bayern current"], []),
    ("Bayerns CIO Anna Weber ist nach Bremen gezogen.", ["Anna Weber holds CIO at Bayern former"], []),
    (
        "Bayerns CIO Anna Weber ist in das Bundesinnenministerium gewechselt.",
        ["Anna Weber holds CIO at Bayern former"],
        [],
    ),
    (
        "Uwe Brandt ist neuer CIO von Bayern. Er folgt auf Anna Weber, die als CIO nach Sachsen gegangen ist.",
        ["Anna Weber holds CIO at Bayern former", "Anna Weber holds CIO at Sachsen current"],
        [],
    ),
    ("Uwe Brandt, der als CDO nach Ulm gezogen ist, widersprach.", ["Uwe Brandt holds CDO at Ulm current"], []),
    ("Uwe Brandt war als CDO von Kassel nach Ulm gegangen.", ["Uwe Brandt holds CDO at Kassel former"], []),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_the_post_that_is_meant(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
