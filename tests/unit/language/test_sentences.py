"""Sentences of a text, and what is too long to be one."""

from __future__ import annotations

import time

import pytest

from govgraph.language.tokens import LONGEST_SENTENCE, is_parted, sentences

SHORT = "Die Stadt Celle führt die E-Akte ein."


@pytest.mark.parametrize("piece", ["Anna Heller aus Kassel, ", "Hessen und ", "Amt; ", "Amt ", "Amt"])
def test_a_long_sentence_is_divided_and_nothing_of_it_is_lost(piece: str) -> None:
    text = f"{SHORT} {piece * 2000}Ende. {SHORT}"
    found = sentences(text, 0, len(text), frozenset())
    assert all(0 < b - a <= LONGEST_SENTENCE for a, b in found)
    assert "".join("".join(text[a:b] for a, b in found).split()) == "".join(text.split())
    assert (text[slice(*found[0])], text[slice(*found[-1])]) == (SHORT, SHORT)
    assert is_parted(text, 0, len(text), frozenset())


def test_parts_end_at_commas_where_there_are_some() -> None:
    text = "Anna Heller aus Kassel, " * 500 + "Ende."
    parts = [text[a:b] for a, b in sentences(text, 0, len(text), frozenset())]
    assert all(part.endswith(("Kassel,", "Ende.")) and part.startswith(("Anna", "Ende")) for part in parts)


def test_what_people_write_stays_whole() -> None:
    text = "Anna Heller aus Kassel, " * 60 + "Ende."
    assert sentences(text, 0, len(text), frozenset()) == [(0, len(text))]
    assert not is_parted(text * 20, 0, len(text), frozenset())


def test_dots_that_end_no_sentence_take_time_as_their_number() -> None:
    text = "Dr. Heller, " * 40_000
    begin = time.perf_counter()
    sentences(text, 0, len(text), frozenset({"Dr"}))
    assert time.perf_counter() - begin < 5
