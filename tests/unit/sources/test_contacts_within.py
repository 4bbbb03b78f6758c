"""A telephone number within the text does not end it, contact data below it do."""

from __future__ import annotations

import pytest

from govgraph.sources import read_text

TOLD = "Die Stadt Gera hat ihr Portal am Montag gestartet. Eva Roth, die das Amt leitet, stellte es mit ihrem Team vor."
HEAD = f"Gera hat ein Portal\n\n5. April 2022\n\n{TOLD}\n\n"
MORE = "Das Portal betreibt die KIV für alle Städte und Kreise im Land Thüringen."
LAST = "Im Sommer führt auch die Stadt Jena das Portal ein, sagte deren CDO Ina Lenz."


def kinds(text: str) -> dict[str, str]:
    (article,) = read_text(text).articles
    return {article.text[block.start : block.end]: block.kind for block in article.blocks}


@pytest.mark.parametrize("line", ["Kontakt zum Bürgerbüro: Tel. 0365 8380", "Kontakt: buero@gera.example"])
def test_text_goes_on_below_a_line_with_a_number(line: str) -> None:
    found = kinds(f"{HEAD}{line}\n\n{MORE}\n\nTelefon: 0365 8381\n\n{LAST}\n")
    assert (found[line], found[MORE], found[LAST]) == ("contact", "paragraph", "paragraph")


def test_what_stands_below_a_heading_is_contact() -> None:
    found = kinds(f"{HEAD}{MORE}\n\nPressekontakt\n\nEva Roth, Pressesprecherin\nStadt Gera\nTelefon: 0365 8380\n")
    assert found["Pressekontakt"] == "contact"
    assert set(found.values()) <= {"title", "dateline", "lead", "paragraph", "contact"}
