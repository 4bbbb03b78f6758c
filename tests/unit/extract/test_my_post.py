"""Who takes the post of the one who speaks: „Meine Stelle übernimmt im Januar Anna Weber“."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

from govgraph.sources import read_text

OPENING = (
    "Interview\n\n„Wir fangen an“\n\n[01.03.2024] Uwe Brandt ist Geschäftsführer der AKDB.\n\n"
    "Herr Brandt, was kommt?\n\n"
)
CASES = [
    (
        "Meine Stelle übernimmt im Mai Anna Weber.",
        ["Anna Weber succeeds Uwe Brandt planned", "Anna Weber holds Geschäftsführer at AKDB designated"],
        [],
    ),
    (
        "Meinen Platz in der Runde übernimmt im Mai Anna Weber.",
        ["Anna Weber succeeds Uwe Brandt planned"],
        ["Anna Weber holds Geschäftsführer"],
    ),
    ("Meine Stelle übernimmt niemand.", [], ["* succeeds Uwe Brandt"]),
    ("Meine Fragen übernimmt Anna Weber.", [], ["Anna Weber succeeds Uwe Brandt"]),
]


@pytest.mark.parametrize(("answer", "said", "never"), CASES, ids=[answer for answer, _, _ in CASES])
def test_who_takes_my_post(answer: str, said: list[str], never: list[str]) -> None:
    (article,) = rules_only().read(read_text(f"{OPENING}{answer}\n\nWer hilft?\n\nNiemand.")).articles
    check_statements(article, said, never)


def test_nobody_follows_where_a_post_stays_empty() -> None:
    text = "Anna Weber ist neue CDO von Kassel. In Fulda bleibt die Stelle nach dem Weggang von Uwe Brandt unbesetzt."
    check_statements(read_article(text), ["Anna Weber holds CDO at Kassel"], ["Anna Weber succeeds Uwe Brandt"])
