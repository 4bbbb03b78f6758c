"""Folding: plainer text, and offsets that lead to and fro."""

from __future__ import annotations

import random

import pytest

from govgraph.language.text import fold

_PIECES = ("Digital", "pakt ", "\u00ad", "\u200b", "\u2060\ufeff", "’s ", "\u00a0", "Eva MaierEva Maier sagt ", ". ")


def test_what_is_taken_out_and_made_plain() -> None:
    assert fold("Digital\u00adpakt\u00a0für Bund\u2011Länder").text == "Digitalpakt für Bund-Länder"


def test_a_name_that_is_glued_to_itself_stands_once() -> None:
    text = "von Jörn RiedelJörn Riedel, CIO"
    folded = fold(text)
    assert folded.text == "von Jörn Riedel, CIO"
    start = folded.text.index("Jörn")
    assert folded.original(start, start + 11) == (15, 26)


@pytest.mark.parametrize("seed", range(20))
def test_offsets_lead_back_to_the_same_letters(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(chance.choices(_PIECES, k=40))
    folded = fold(text)
    for at, letter in enumerate(folded.text):
        start, end = folded.original(at, at + 1)
        assert fold(text[start:end]).text == letter
        assert folded.folded(start) == at
    assert folded.folded(len(text)) == len(folded.text)


@pytest.mark.parametrize("seed", range(20))
def test_what_was_taken_out_is_where_its_successor_is(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(chance.choices(_PIECES, k=40))
    folded = fold(text)
    kept = {folded.original(at, at + 1)[0] for at in range(len(folded.text))}
    for offset in range(len(text)):
        following = min((at for at in kept if at >= offset), default=None)
        expected = len(folded.text) if following is None else folded.folded(following)
        assert folded.folded(offset) == expected
