"""What rows and front matter say of an article, under the names that people give it."""

from __future__ import annotations

import datetime

import pytest

from govgraph.sources.documents import Told
from govgraph.sources.keys import FIELDS, date_of, field_of, named_values

BERLIN = datetime.timezone(datetime.timedelta(hours=1))


def test_no_name_stands_for_two_things() -> None:
    names = [name for some in FIELDS.values() for name in some]
    assert len(names) == len(set(names))
    assert [name for name in names if field_of(name) is None] == []


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("articleBody", "text"),
        ("content_html", "html"),
        ("Headline ", "title"),
        ("dc:title", "title"),
        ("og:title", "title"),
        ("date_published", "date"),
        ("Veröffentlicht am", "date"),
        ("pubDate", "date"),
        ("canonical-url", "url"),
        ("_id", "id"),
        ("update", None),
        ("subtitle", None),
    ],
)
def test_names(key: str, field: str | None) -> None:
    assert field_of(key) == field


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-11-18", "2024-11-18"),
        ("18.11.2024", "2024-11-18"),
        ("Montag, 18. November 2024, 10:30 Uhr", "2024-11-18"),
        ("18.11.2024 10:30", "2024-11-18"),
        ("2024-11-18T23:30:00+01:00", "2024-11-18"),
        ("2024-11-18 10:30:00", "2024-11-18"),
        ("2024-11-18T22:59:00Z", "2024-11-18"),
        ("2024-11-18T23:00:00Z", "2024-11-19"),
        ("2024-07-18T22:00:00Z", "2024-07-19"),
        ("2024-07-18T21:59:59Z", "2024-07-18"),
        ("Mon, 18 Nov 2024 10:30:00 +0100", "2024-11-18"),
        ("Mon, 18 Nov 2024 23:30:00 GMT", "2024-11-19"),
        (1731925800, "2024-11-18"),
        ("1731925800000", "2024-11-18"),
        (1731925800.5, "2024-11-18"),
        (20241118, "2024-11-18"),
        (2024, "2024"),
        ("2024-11", "2024-11"),
        ("November 2024", "2024-11"),
        (datetime.date(2024, 11, 18), "2024-11-18"),
        (datetime.datetime(2024, 11, 18, 23, 30, tzinfo=BERLIN), "2024-11-18"),
        ("31.02.2024", None),
        ("2024-13", None),
        ("gestern", None),
        ("", None),
        (12, None),
        (float("nan"), None),
        (True, None),
        (None, None),
        (datetime.datetime(9999, 12, 31, 23, 59, tzinfo=datetime.UTC), None),
    ],
)
def test_dates(value: object, day: str | None) -> None:
    assert date_of(value) == day


def test_the_likeliest_name_that_has_a_value_counts() -> None:
    named = named_values({"content": "Langer Text", "text": "  ", "author": "Jana Muster", "authors": [], "id": 7})
    assert (named.text, named.told.authors, named.id) == ("Langer Text", ("Jana Muster",), "7")


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Von Jana Muster und Dr. Tom Probe", ("Jana Muster", "Tom Probe")),
        ("Muster, Jana; Probe, Tom", ("Jana Muster", "Tom Probe")),
        (["Jana Muster", "Tom Probe", "Jana Muster"], ("Jana Muster", "Tom Probe")),
        ([{"@type": "Person", "name": "Jana Muster"}, 5], ("Jana Muster",)),
        ({"name": "Jana Muster"}, ("Jana Muster",)),
        (17, ()),
    ],
)
def test_authors(value: object, names: tuple[str, ...]) -> None:
    assert named_values({"author": value}).told.authors == names


def test_html_under_a_name_for_text_is_html() -> None:
    named = named_values({"body": "<p>Ein Satz.</p><p>Noch einer.</p>"})
    assert (named.text, named.html) == (None, "<p>Ein Satz.</p><p>Noch einer.</p>")
    assert named_values({"body": "a < b und c > d, <p> ist ein Absatz"}).html is None


def test_values_of_other_kinds_are_left_out() -> None:
    named = named_values({"title": ["x"], "url": 5.5, "lang": "Deutsch, bitte", "text": {"a": 1}, "kicker": None})
    assert named.told == Told()
    assert (named.text, named.html) == (None, None)
