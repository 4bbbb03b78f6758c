"""Events that are yet to be, though no verb of the sentence says so."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

DATED = "Am 28. {month} in Erfurt, beim Kongress Land & Netz, den die Thüringer Staatskanzlei veranstaltet."
HEADLINE = "Digitalforum Nordwest gastiert in Emden"


@pytest.mark.parametrize(("month", "modality"), [("Juni 2024", "planned"), ("Februar 2024", "asserted")])
def test_an_event_without_a_verb_is_of_its_day(month: str, modality: str) -> None:
    check_statements(read_article(DATED.format(month=month)), [f"* organises Land & Netz {modality}"], [])


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Das Digitalforum Nordwest findet am 12. Juni statt. Es spricht Jens Ott.", "planned"),
        ("Das Digitalforum Nordwest fand am 12. Februar in Emden statt.", "asserted"),
    ],
)
def test_an_event_of_a_headline_is_of_the_day_of_the_text(text: str, modality: str) -> None:
    check_statements(read_article(text, HEADLINE), [f"Digitalforum Nordwest heldIn Emden {modality}"], [])
