"""Heads of magazines, releases, minutes and newsletters: their days, and what is a title."""

from __future__ import annotations

import pytest

from govgraph.model.terms import BlockKind
from govgraph.sources import read_text

TEXT = "Ute Lang ist seit März die neue CIO der Stadt Gera und folgt damit auf den langjährigen Leiter."


@pytest.mark.parametrize(
    ("line", "day", "authors"),
    [
        ("21. Februar 2022/sk21", "2022-02-21", ()),
        ("Winsen (Luhe), 7. Juni 2023 / 113-2023", "2023-06-07", ()),
        ("Amt und Netz · Heft 3/2020 · 17. März 2020", "2020-03-17", ()),
        ("eAmt-Blick Nr. 7 | 14. Juli 2023", "2023-07-14", ()),
        ("Ausgabe 12/2023 vom 30. März 2023", "2023-03-30", ()),
        ("Veröffentlicht: Do., 14. Oktober 2021 | Von: Rita Sommer | Kategorie: Leute", "2021-10-14", ("Rita Sommer",)),
        ("Veröffentlicht am: 14. Oktober 2021, Autorin: Rita Sommer", "2021-10-14", ("Rita Sommer",)),
        ("Erschienen am 14. Oktober 2021 | Rubrik: Leute", "2021-10-14", ()),
        ("Potsdam, 14. JUNI 2022", "2022-06-14", ()),
        ("7.\u00a0Juni\u00a02021", "2021-06-07", ()),
        ("Sitzungsdatum: 15.06.2022", "2022-06-15", ()),
        ("Stadt Gera, 14.03.2023, 17:00–19:30 Uhr", "2023-03-14", ()),
        ("Gera, Dienstag, 14. März 2023, 17.00 Uhr bis 19.30 Uhr", "2023-03-14", ()),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_lines_of_dates(line: str, day: str, authors: tuple[str, ...], *, above: bool) -> None:
    title = "Gera hat eine neue CIO"
    head = f"{line}\n\n{title}" if above else f"{title}\n\n{line}"
    (article,) = read_text(f"{head}\n\n{TEXT}\n").articles
    assert (article.title, article.date, article.authors) == (title, day, authors)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Niederschrift der Sitzung des Rates der Stadt Gera vom 12.10.2021", "2021-10-12"),
        ("Protokoll der 7. Sitzung des Beirats am Dienstag, 21. September 2021", "2021-09-21"),
        ("Tagesordnung\n42. Sitzung des Beirats\nam 8. November 2023 in Gera", "2023-11-08"),
        ("Die Stadt Gera lädt am 8. November 2023 zum Kongress", None),
    ],
)
def test_minutes_are_of_the_day_of_the_meeting(head: str, day: str | None) -> None:
    (article,) = read_text(f"{head}\n\nTOP 1: Haushalt\n{TEXT}\n\nNächste Sitzung: 14.12.2026\n").articles
    assert article.date == day


def test_a_letterhead_is_no_title() -> None:
    (article,) = read_text(
        f"Staatskanzlei\nPressestelle\n\n3. März 2021/ab12\n\nGera hat eine neue CIO\n\n{TEXT}\n"
    ).articles
    assert article.title == "Gera hat eine neue CIO"


@pytest.mark.parametrize("numbers", ["({n}) ", "{n}) ", "{n}. "])
@pytest.mark.parametrize("bar", ["", "********************\n"])
def test_numbered_titles_part_a_newsletter(numbers: str, bar: str) -> None:
    titles = ("Gera stellt um", "Kassel zieht nach", "Ulm steigt aus")
    parts = (f"{bar}{numbers.format(n=n)}{title}\n{bar}{TEXT}\n\n" for n, title in enumerate(titles, start=1))
    page = read_text(f"Rundbrief Amt Nr. 7\n\n14. Juli 2023\n\n{''.join(parts)}")
    assert [(article.title, article.date) for article in page.articles] == [(title, "2023-07-14") for title in titles]


def test_numbered_titles_of_an_article_do_not_part_it() -> None:
    page = read_text(f"Gera digital\n\n14. Juli 2023\n\n1. Der Anfang\n{TEXT}\n\n2. Das Ende\n{TEXT}\n")
    assert len(page.articles) == 1


def test_a_circular_of_one_text_is_not_parted() -> None:
    page = read_text(
        "Rundbrief der Leitung\n\n14. Juli 2023\n\nLiebe Mitglieder,\n\n1. Unsere Bitte an den Bund\n\n"
        "Der Bund soll zahlen.\n\n"
        "2. Unsere Hilfe\n\nWir beraten die Stadt Gera.\n"
    )
    assert [article.title for article in page.articles] == ["Rundbrief der Leitung"]


def test_a_sentence_on_more_about_a_topic_is_text() -> None:
    said = [
        "Mehr zum Thema sagte Landrat Jens Ott: „Wir führen die E-Akte ein.“",
        "Siehe auch § 5 der Satzung: Gera zahlt.",
    ]
    link = "Mehr zum Thema finden Sie im Portal der Stadt."
    (article,) = read_text("\n\n".join(("Gera plant", "14. Juli 2023", TEXT, *said, link))).articles
    read = {article.text[b.start : b.end] for b in article.blocks if b.kind is not BlockKind.FURNITURE}
    assert {*said} <= read
    assert link not in read


def test_minutes_have_their_first_line_as_title() -> None:
    (article,) = read_text(
        "Niederschrift über die Sitzung des Rates\n\nStadt Gera, 14.03.2023, 17:00–19:30 Uhr\n\n"
        f"Anwesend: Ute Lang (Vorsitz), Jens Ott\nGäste: Max Uhl\n\nTOP 1 Bericht\n{TEXT}\n"
    ).articles
    assert (article.title, article.date) == ("Niederschrift über die Sitzung des Rates", "2023-03-14")
