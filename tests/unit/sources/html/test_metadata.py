# ruff: noqa: E501
"""What a page says of itself: meta tags, links, JSON-LD whole and broken."""

from __future__ import annotations

import json

import pytest

from govgraph.sources.documents import NOTHING_TOLD, Told
from govgraph.sources.html.linked import linked_articles
from govgraph.sources.html.metadata import Metadata, day_of, read_metadata, resolved
from govgraph.sources.html.names import byline_names, is_name, people
from govgraph.sources.html.tree import parse_html
from govgraph.sources.lines import marks_of
from govgraph.vocabulary.layouts import load_layouts

NEWS = {
    "@type": "NewsArticle",
    "headline": "Kassel testet die E-Akte",
    "datePublished": "2024-11-17T23:30:00Z",
    "author": [{"@type": "Person", "name": "Jana Muster"}, {"@type": "Organization", "name": "Amtsblick"}],
}


def read(head: str, told: Told = NOTHING_TOLD) -> Metadata:
    root, scripts = parse_html(f"<html lang='de-DE'><head>{head}</head><body><p>Text</p></body></html>")
    assert root is not None
    return read_metadata(root, scripts, told)


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(NEWS),
        json.dumps([{"@type": "Organization", "name": "Amtsblick"}, NEWS]),
        json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, NEWS]}),
        json.dumps({"@type": "WebPage", "mainEntity": NEWS}),
        json.dumps({**NEWS, "@type": ["https://schema.org/NewsArticle"]}),
        json.dumps({**NEWS, "author": {"@type": "Person", "name": "Jana Muster"}}),
        "<!-- " + json.dumps(NEWS) + " -->",
        "//<![CDATA[\n" + json.dumps(NEWS) + "\n//]]>",
        json.dumps(NEWS)[:-1] + ",}",
        json.dumps(NEWS)[:-2],
        '{"@type": "NewsArticle", "headline": "Kassel testet die E-Akte", "datePublished": "2024-11-17T23:30:00Z",'
        ' "description": "Ein "Test" in Kassel", "author": {"@type": "Person", "name": "Jana Muster"}}',
        '{"@graph": [{"@type": "Person", "@id": "#j", "name": "Jana Muster"}, {"@type": "NewsArticle",'
        ' "headline": "Kassel testet\\n die E-Akte", "datePublished": "2024-11-17T23:30:00Z", "author": {"@id": "#j"}}]}',
    ],
)
def test_json_ld(script: str) -> None:
    (found,) = linked_articles([script])
    assert (found.headline, found.published) == ("Kassel testet die E-Akte", "2024-11-17T23:30:00Z")
    assert found.authors == ("Jana Muster",)


@pytest.mark.parametrize(
    "script", ["", "null", "[]", "{", '"@type": "NewsArticle"', "[" * 100_000, '{"@type": 7, "author": [[]]}']
)
def test_json_ld_without_an_article(script: str) -> None:
    assert [one.headline for one in linked_articles([script])] in ([], [None])


def test_two_articles_on_a_page_are_not_taken_for_its_own() -> None:
    both = json.dumps([NEWS, {**NEWS, "headline": "Herne zählt Radfahrer", "datePublished": "2024-01-02"}])
    found = read(f'<script type="application/ld+json">{both}</script>')
    assert (found.date, found.authors) == (None, ())


def test_the_article_with_the_address_of_the_page_is_its_own() -> None:
    both = json.dumps([{**NEWS, "url": "https://a.example/eins"}, {**NEWS, "headline": "Zwei", "url": "/zwei"}])
    found = read(
        f'<link rel="canonical" href="https://a.example/zwei"><script type="application/ld+json">{both}</script>'
    )
    assert found.titles[0] == "Zwei"


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://a.example/x#y">', "https://a.example/x"),
        (
            '<link rel="canonical" href="/x"><meta property="og:url" content="https://a.example/y">',
            "https://a.example/x",
        ),
        ('<base href="https://a.example/b/"><link rel="canonical" href="x">', "https://a.example/b/x"),
        ('<meta property="og:url" content="https://a.example/y">', "https://a.example/y"),
        ('<link rel="canonical" href="/x">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="http://[">', None),
    ],
)
def test_address(head: str, url: str | None) -> None:
    assert read(head).url == url


def test_a_relative_address_is_resolved_against_where_the_page_came_from() -> None:
    assert (
        read('<link rel="canonical" href="x.html">', Told(url="https://a.example/b/c")).url
        == "https://a.example/b/x.html"
    )


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-11-17T23:30:00Z", "2024-11-18"),
        ("2024-07-17T22:30:00+00:00", "2024-07-18"),
        ("2024-11-17T23:30:00+01:00", "2024-11-17"),
        ("2024-03-31T22:30:00Z", "2024-04-01"),
        ("2024-02-30T12:00:00Z", None),
        ("20241118", "2024-11-18"),
        ("18. November 2024", "2024-11-18"),
        ("Veröffentlicht am 18.11.2024, 7:00 Uhr", "2024-11-18"),
        ("bald", None),
    ],
)
def test_day(words: str, day: str | None) -> None:
    assert day_of(words) == day


def test_day_of_change_is_not_taken() -> None:
    assert read('<meta property="article:modified_time" content="2024-11-18">').date is None


def test_language() -> None:
    assert read("").language == "de-DE"
    assert read("", Told(language="en")).language == "en"


def test_title_beside_the_name_of_the_site() -> None:
    titles = read("<title>Kassel testet – Amtsblick</title>").titles
    assert titles == ("Kassel testet – Amtsblick", "Kassel testet", "Amtsblick")


@pytest.mark.parametrize("words", ["admin", "Redaktion", "Behörden Spiegel", "Kreis Soest", "Stadt Kassel", "Muster"])
def test_no_name(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Jana Muster und Max von Beispiel", ("Jana Muster", "Max von Beispiel")),
        ("Autor: Dr. Jana Muster", ("Jana Muster",)),
        ("Ein Gastbeitrag von Dr. Jana Muster", ("Jana Muster",)),
        ("Jana MusterChefredakteurin", ("Jana Muster",)),
        ("Veröffentlicht am 12.02.2014 von Guido Muster", ("Guido Muster",)),
        ("Interview: Jana Muster", ("Jana Muster",)),
        ("von Redaktion", ()),
    ],
)
def test_byline(line: str, names: tuple[str, ...]) -> None:
    assert byline_names(line, marks_of(load_layouts())) == names


def test_people() -> None:
    assert people(["admin", "Jana Muster; Max Beispiel", "Jana Muster"]) == ("Jana Muster", "Max Beispiel")


def test_addresses_outside_of_the_web_are_none() -> None:
    assert [resolved(url, "https://a.example/") for url in ("mailto:a@b.example", "#x", "", "//b.example/c")] == [
        *(None, None, None),
        "https://b.example/c",
    ]
