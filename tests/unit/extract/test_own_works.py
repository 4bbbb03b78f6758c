"""What is one's own and has been made is so by oneself; what inhabitants can do, their town offers."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    (
        "Der Bitkom erläuterte seine jüngst veröffentlichte Studie „Digitales Amt“.",
        ["Bitkom publishes Digitales Amt"],
        [],
    ),
    ("Die Stadt Kassel wirbt für ihr 2019 eingeführtes Portal civento.", ["Kassel implements civento"], []),
    ("Die AKDB stellt ihr selbst entwickeltes Portal OpenR@thaus vor.", ["AKDB develops OpenR@thaus"], []),
    ("Die Stadt Ulm zeigt ihre in zwei Jahren entwickelte App UlmGo.", ["Ulm develops UlmGo"], []),
    (
        "Die Stadt Ulm zeigt ihre von der AKDB entwickelte App UlmGo.",
        ["AKDB develops UlmGo"],
        ["Ulm develops UlmGo"],
    ),
    (
        "Kasselerinnen und Kasseler können den Bewohnerparkausweis nun online beantragen.",
        ["Kassel implements Bewohnerparkausweis"],
        [],
    ),
    (
        "Den Bewohnerparkausweis können Ulmerinnen und Ulmer am Bildschirm bestellen.",
        ["Ulm implements Bewohnerparkausweis"],
        [],
    ),
    (
        "Kasselerinnen und Kasseler können den Bewohnerparkausweis im Rathaus beantragen.",
        [],
        ["Kassel implements Bewohnerparkausweis"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES)
def test_whose_work_it_is(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
