"""Of which Land or town an office is that a sentence leaves open: the one that the paragraph or question tells of."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Meldung",
        "Sachsen zögert noch. Digitalminister Jens Ott will warten. Hamburg, Bayern und Thüringen sind dabei.",
        ["Jens Ott holds Digitalminister at Sachsen"],
        [],
    ),
    (
        "Hessen: Portal für alle",
        "In Hessen läuft es.\n\nThüringen lehnt das ab. Zu teuer sei das, sagte Finanzministerin Anna Weber.",
        ["Anna Weber holds Finanzminister at Thüringen"],
        [],
    ),
    (
        "Hessen: Portal für alle",
        "In Hessen läuft es gut. Vorbild ist Thüringen. Finanzministerin Anna Weber ist froh.",
        ["Anna Weber holds Finanzminister at Hessen"],
        ["Anna Weber holds Finanzminister at Thüringen"],
    ),
    (
        "Meldung",
        "Bayern hat das beschlossen, in Hessen wird noch geprüft. Innenministerin Anna Weber bleibt gelassen.",
        [],
        ["Anna Weber holds * at Bayern", "Anna Weber holds * at Hessen"],
    ),
    (
        "Meldung",
        "Interview mit Jens Ott, Staatssekretär in Brandenburg.\n\nUnd mit Berlin?\n\nMit Staatssekretärin Anna Weber "
        "sind wir uns einig. In Brandenburg läuft das.",
        ["Jens Ott holds Staatssekretär at Brandenburg", "Anna Weber holds Staatssekretär at Berlin"],
        ["Anna Weber holds Staatssekretär at Brandenburg"],
    ),
]


@pytest.mark.parametrize(("title", "text", "said", "never"), CASES, ids=[text[:40] for _, text, _, _ in CASES])
def test_the_paragraph_tells_whose_office_it_is(title: str, text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, title), said, never)
