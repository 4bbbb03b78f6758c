"""Raised figures behind words."""

from __future__ import annotations

import pytest

from govgraph.sources import Document, read_document

TEXT = "Das Amt hat am Montag ein Verfahren vorgestellt, mit dem alle Behörden ihre Daten austauschen."


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Die Stadt Gera<sup>1</sup> nutzt Session<sup>[2]</sup>.", "Die Stadt Gera nutzt Session."),
        ("Jens Ott<sup><a href='#f3'>3</a></sup> geht.<sup>4</sup>", "Jens Ott geht."),
        ("Es sind 40 m<sup>2</sup>, 3 km<sup>2</sup> und CO<sub>2</sub>.", "Es sind 40 m2, 3 km2 und CO2."),
        ("<sup>1</sup> parteilos, wie sie selbst sagte.", "1 parteilos, wie sie selbst sagte."),
        ("Am 1<sup>st</sup> Level hilft das Amt.", "Am 1st Level hilft das Amt."),
    ],
)
def test_marks_of_notes_are_no_part_of_words(written: str, read: str) -> None:
    body = f"<main><h1>Amt stellt vor</h1><p>{TEXT}</p><p>{written}</p></main>"
    raw = f"<html><title>Amt stellt vor</title><body>{body}</body></html>"
    (article,) = read_document(Document("page", "page.html", raw.encode(), "html")).articles
    assert read in [article.text[block.start : block.end] for block in article.blocks]
