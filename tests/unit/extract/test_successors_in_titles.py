"""Whom the one follows that an article tells of, where the title speaks of „Nachfolge“."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

APPOINTED = "Die Stadt Ulm hat Eva Roth zur CDO bestellt. Sie tritt ihr Amt am 1. April 2024 an."
TITLES = [
    "Ulm bestellt Nachfolge für Jens Ott",
    "Nachfolgerin für Jens Ott gefunden",
    "CDO Jens Ott wechselt – Nachfolgerin steht fest",
]


@pytest.mark.parametrize("title", TITLES)
def test_who_is_appointed_follows_whom_the_title_names(title: str) -> None:
    never = ["Jens Ott succeeds Eva Roth", "Eva Roth holds CDO at Ulm former"]
    said = ["Eva Roth holds CDO at Ulm designated since=2024-04-01", "Eva Roth succeeds Jens Ott"]
    check_statements(read_article(APPOINTED, title), said, never)


OPEN = ["Ulm sucht Nachfolge für Jens Ott", "CDO Jens Ott wechselt – Nachfolge noch offen"]


@pytest.mark.parametrize("title", OPEN)
def test_nobody_follows_where_the_post_is_open(title: str) -> None:
    never = ["Jens Ott succeeds Eva Roth", "Eva Roth succeeds Jens Ott"]
    check_statements(read_article("Die Stadt Fürth hat Eva Roth zur CDO bestellt.", title), [], never)
