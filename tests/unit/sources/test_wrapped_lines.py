"""Lines that break off within a sentence."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    "lines",
    [
        "Die Stadt Gera hat Ute Lang\nzur neuen CIO bestellt. Die\nInformatikerin folgt auf Jens\nOtt.",
        "Gera – Ute Lang ist Beauftragte der Landes-\nregierung für Informations-\ntechnik.",
        "Die Ver-\nbandsversammlung wählte Ute Lang zur Leiterin.",
        "Ute Lang leitet die\nStabsstelle Digitales des\nKreises Unna.",
        "In Sachsen-\nAnhalt läuft sie schon,\nsagt Ute Lang.",
        "„Wir führen die E-\nAkte ein“, sagte Ute Lang.",
    ],
)
def test_narrow_lines_are_one_paragraph(lines: str) -> None:
    (article,) = read_text(f"Neues aus Gera\n\n3. Mai 2023\n\n{lines}\n").articles
    assert article.title == "Neues aus Gera"
    assert lines in [article.text[b.start : b.end] for b in article.blocks]


@pytest.mark.parametrize(
    "lines",
    [
        "Kassel führt E-Akte ein\nDie Stadt Kassel führt die E-Akte ein.",
        "Brilon zieht nach\nDie Stadt Brilon hat einen CIO.",
        "Wie es weitergeht\nKassel führt E-Akte ein",
        "- Ute Lang, CIO der Stadt Gera\n- Jens Ott, CIO der Stadt Ulm",
        "Haupt- und\n\nNebenamt in Gera",
    ],
)
def test_lines_that_end_are_left_apart(lines: str) -> None:
    (article,) = read_text(f"Neues aus den Ländern\n\n3. Mai 2023\n\n{lines}\n").articles
    assert lines not in [article.text[b.start : b.end] for b in article.blocks]


@pytest.mark.parametrize(
    ("first", "second"), [("Gera führt", "E-Akte ein"), ("Kreis Unna stellt", "seine Ämter neu auf")]
)
def test_a_title_that_breaks_off_behind_its_verb(first: str, second: str) -> None:
    (article,) = read_text(f"{first}\n{second}\n\n3. Mai 2023\n\nDie Stadt hat einen Plan für alle Ämter.\n").articles
    assert article.title == f"{first} {second}"


def test_words_of_the_title_are_broken_in_the_text() -> None:
    lines = (
        "Das Zentrum für Digitale\nVerwaltung in Fulda beginnt. Das Land Hessen zahlt für alle Ämter und Städte im\n"
    )
    lines += "Land."
    (article,) = read_text(f"Hessen bekommt Zentrum für Digitale Verwaltung\n\n3. Mai 2023\n\n{lines}\n").articles
    assert lines in [article.text[b.start : b.end] for b in article.blocks]
