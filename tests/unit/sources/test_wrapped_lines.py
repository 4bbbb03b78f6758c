"""Lines that break off within a sentence."""

from __future__ import annotations

from govgraph.sources import read_text


def test_one_line_that_breaks_off_in_its_second_sentence_is_enough() -> None:
    (article,) = read_text(
        "Neue Akte\n\n[01.03.2024] Die Stadt Ulm führt die E-Akte noch in diesem Jahr ein. Oberbürgermeister Martin\n"
        "Ansbacher nennt das einen Schritt nach vorn.\n"
    ).articles

    assert [article.text[b.start : b.end].count("\n") for b in article.blocks][-1] == 1


def test_a_headline_that_ends_without_a_stop_is_none() -> None:
    (article,) = read_text(
        "Was Ulm im kommenden Jahr mit der E-Akte vorhat, und was es die Stadt kosten wird\n"
        "Die Stadt Ulm führt die E-Akte noch in diesem Jahr ein. Das sagte der Oberbürgermeister.\n"
    ).articles

    assert article.title.endswith("kosten wird")
