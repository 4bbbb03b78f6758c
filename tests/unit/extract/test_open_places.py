"""Relations of which one end stands in another sentence or is ruled out by a contrast."""

from __future__ import annotations

import pytest
from extract_reading import Statement, read_article

SAID = [
    ("Anna Weber ist neue CIO des Bundes. Den Posten hatte zuvor Klaus Vitt inne.", "Anna Weber succeeds Klaus Vitt"),
    ("Klaus Vitt gibt den Vorsitz ab. Übernommen hat ihn Anna Weber.", "Anna Weber succeeds Klaus Vitt"),
    ("Der Zweckverband eGo-Saar wächst. Beigetreten sind Fulda und Gera.", "Gera memberOf eGo-Saar"),
    ("Der Zweckverband eGo-Saar wächst. Sitz ist Fulda.", "eGo-Saar locatedIn Fulda"),
    ("Der IT-Planungsrat tagt. Die Sitzungen leitet in diesem Jahr Hessen.", "Hessen chairs IT-Planungsrat"),
    ("Mitglieder des eGo-Saar sind Fulda und Gera, nicht aber Kassel.", "Fulda memberOf eGo-Saar"),
    ("Den IT-Planungsrat leitet nicht Hessen, sondern Sachsen.", "Sachsen chairs IT-Planungsrat"),
]
NOT_SAID = [
    ("Mitglieder des eGo-Saar sind Fulda und Gera, nicht aber Kassel.", "Kassel memberOf eGo-Saar"),
    ("Den IT-Planungsrat leitet nicht Hessen, sondern Sachsen.", "Hessen chairs IT-Planungsrat"),
    ("Der Nachfolger von Klaus Vitt steht noch nicht fest. Anna Weber wartet.", "Anna Weber succeeds Klaus Vitt"),
]


@pytest.mark.parametrize(("text", "statement"), SAID)
def test_what_stands_in_another_sentence_is_read(text: str, statement: str) -> None:
    assert Statement.parse(statement).found_in(read_article(text))


@pytest.mark.parametrize(("text", "statement"), NOT_SAID)
def test_what_is_ruled_out_is_not_read(text: str, statement: str) -> None:
    assert not Statement.parse(statement).found_in(read_article(text))
