"""Pages whose structure is given: what is told is kept, what is not is found as in plain text."""

from __future__ import annotations

from govgraph.model import BlockKind, Genre
from govgraph.sources.documents import Told
from govgraph.sources.sketches import Piece, Sketch, read_sketches

LEAD = "Das Land hat ein Portal eröffnet, das alle Anträge an einem Ort sammelt."
MORE = "Es wird von der Staatskanzlei betrieben und steht allen Kommunen offen."


def test_what_is_told_is_kept() -> None:
    told = Told(url="https://a.example/1", date="2024-03-05", authors=("Jana Muster",))
    pieces = (
        Piece("Hessen", BlockKind.KICKER),
        Piece("Portal: Ein Ort für alle", BlockKind.TITLE),
        Piece(LEAD),
        Piece("Staatskanzlei", BlockKind.CAPTION),
        Piece(MORE),
    )
    page = read_sketches([Sketch(pieces, told)], name="a", source="a.html")
    (article,) = page.articles
    assert (article.title, article.kicker, article.date) == ("Portal: Ein Ort für alle", "Hessen", "2024-03-05")
    assert (article.authors, article.url, article.genre) == (("Jana Muster",), "https://a.example/1", Genre.REPORT)
    kinds = [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
    assert kinds == [
        (BlockKind.KICKER, "Hessen"),
        (BlockKind.TITLE, "Portal: Ein Ort für alle"),
        (BlockKind.LEAD, LEAD),
        (BlockKind.CAPTION, "Staatskanzlei"),
        (BlockKind.PARAGRAPH, MORE),
    ]


def test_what_is_not_told_is_found() -> None:
    pieces = (Piece("Hessen: Ein Ort für alle"), Piece(f"[18.11.2024] {LEAD}"), Piece(MORE))
    (article,) = read_sketches([Sketch(pieces)], name="a", source="a.html").articles
    assert (article.title, article.kicker, article.date) == ("Ein Ort für alle", "Hessen", "2024-11-18")


def test_a_date_in_brackets_is_believed_before_the_date_told() -> None:
    pieces = (Piece("Ein Ort für alle", BlockKind.TITLE), Piece(f"[18.11.2024] {LEAD}"))
    (article,) = read_sketches([Sketch(pieces, Told(date="2025-02-03"))], name="a", source="a.html").articles
    assert article.date == "2024-11-18"


def test_offsets_hold_over_several_articles() -> None:
    first = Sketch((Piece("Ein Ort für alle", BlockKind.TITLE), Piece(f"{LEAD}\n{MORE}")), teaser=True)
    second = Sketch((Piece("Noch ein Ort", BlockKind.TITLE), Piece(MORE)), teaser=True)
    page = read_sketches([first, Sketch((Piece("  "),)), second], name="a", source="a.html")
    assert [article.title for article in page.articles] == ["Ein Ort für alle", "Noch ein Ort"]
    assert all(page.text[one.start : one.start + len(one.text)] == one.text for one in page.articles)
    assert {article.genre for article in page.articles} == {Genre.TEASER}


def test_no_word_no_article() -> None:
    page = read_sketches([Sketch((Piece("Anzeige", BlockKind.FURNITURE),))], name="a", source="a.html")
    assert page.articles == ()
    assert [issue.code for issue in page.issues] == ["no-article"]
