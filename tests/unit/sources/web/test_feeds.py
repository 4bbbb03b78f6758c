"""Feeds: what their entries say, as files on disk and as what leads to pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from govgraph.errors import InputError
from govgraph.model import Genre
from govgraph.sources import Document, expand, load, read_document
from govgraph.sources.formats import format_of
from govgraph.sources.web import WebOptions
from govgraph.sources.web.entries import entry_bytes
from govgraph.sources.web.feeds import read_feed
from govgraph.sources.web.fetching import Fetcher
from govgraph.sources.web.fragments import blocks_of
from web import Says, page, rss, serving

LONG = "<p>Das Land Hessen setzt das Onlinezugangsgesetz um.</p><p>Der Ausbau dauert bis 2026.</p>"
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet href="feed.css"?>
<!-- von Hand -->
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
 <title>Nachrichten</title><updated>2024-11-18T00:00:00Z</updated>
 <entry>
  <id>tag:example.org,2024:1</id><title type="html">Hessen &amp;amp; &lt;b&gt;Bayern&lt;/b&gt;</title>
  <link rel="alternate" href="https://example.org/1"/><link rel="enclosure" href="https://example.org/1.mp3"/>
  <updated>2024-11-19T23:30:00-05:00</updated><published>2024-11-18T23:30:00-05:00</published>
  <author><name>Dr. Jana Muster</name></author><author><name>Max Beispiel</name></author>
  <summary>Kurz gesagt.</summary>
  <content type="html">&lt;p&gt;Das Land Hessen setzt das OZG um.&lt;/p&gt;</content>
 </entry>
 <entry xml:lang="en"><id>2</id><title>Short</title><updated>2024-11-17T10:00:00Z</updated>
  <summary>Only a summary.</summary></entry>
</feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Nachrichten",
    "language": "de-DE",
    "authors": [{"name": "Redaktion"}],
    "items": [
        {"id": 1, "url": "https://example.org/1", "title": "Hessen", "content_html": LONG,
         "date_published": "2024-11-18T08:00:00+01:00", "authors": [{"name": "Jana Muster"}]},
        {"id": "zwei", "url": "/2", "content_text": "Ein Satz < zwei.\n\nNoch einer.", "date_modified": "2024-11-19"},
        {"id": "drei", "external_url": "https://example.org/3", "title": "Kurz", "summary": "Nur kurz."},
        "kein Eintrag",
    ],
}  # fmt: skip


def entries(raw: bytes, url: str | None = "https://example.org/feed") -> list[Any]:
    feed = read_feed(raw, url)
    assert feed is not None
    return list(feed.entries)


def test_rss() -> None:
    raw = rss(
        [
            {"guid": "id-1", "link": "/1", "title": "Hessen baut", "pubDate": "Tue, 05 Mar 2024 00:30:00 +0100",
             "dc:creator": "Jana Muster und Max Beispiel", "description": "Kurz", "content:encoded": LONG},
            {"link": "https://example.org/2", "title": "Mail", "author": "red@example.org (Max Beispiel)",
             "description": "Nur kurz."},
            {"title": "Ohne alles", "author": "red@example.org", "pubDate": "gestern"},
        ]
    ).body  # fmt: skip
    first, second, third = entries(raw)
    assert (first.key, first.url, first.title, first.date) == (
        "id-1",
        "https://example.org/1",
        "Hessen baut",
        "2024-03-05",
    )
    assert (first.authors, first.language, first.content, first.teaser) == (
        ("Jana Muster", "Max Beispiel"),
        "de",
        LONG,
        False,
    )
    assert (second.key, second.authors, second.content, second.teaser) == (
        "https://example.org/2",
        ("Max Beispiel",),
        "Nur kurz.",
        True,
    )
    assert (third.url, third.date, third.authors, third.content) == (None, None, (), "")


def test_atom() -> None:
    first, second = entries(ATOM.encode())
    assert (first.key, first.url, first.title) == ("tag:example.org,2024:1", "https://example.org/1", "Hessen & Bayern")
    assert (first.date, first.authors) == ("2024-11-18", ("Jana Muster", "Max Beispiel"))
    assert (first.content, first.teaser, first.language) == ("<p>Das Land Hessen setzt das OZG um.</p>", False, "de")
    assert (second.date, second.teaser, second.language, second.url) == ("2024-11-17", True, "en", None)


def test_json_feed() -> None:
    feed = read_feed(json.dumps(JSON_FEED).encode(), "https://example.org/feed.json")
    assert feed is not None
    assert feed.damaged != ""
    first, second, third = feed.entries
    assert (first.key, first.date, first.authors, first.teaser) == ("1", "2024-11-18", ("Jana Muster",), False)
    assert (second.url, second.authors, second.date) == ("https://example.org/2", ("Redaktion",), "2024-11-19")
    assert [words for _, words in blocks_of(second.content)] == ["Ein Satz < zwei.", "Noch einer."]
    assert (third.url, third.teaser, third.language) == ("https://example.org/3", True, "de-de")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_feeds_in_other_encodings(encoding: str, tmp_path: Path) -> None:
    text = ATOM.replace('encoding="utf-8"', f'encoding="{encoding.removesuffix("-sig")}"').replace("Kurz", "Über")
    path = tmp_path / "feed.xml"
    path.write_bytes(text.encode(encoding))
    assert entries(path.read_bytes())[0].title == "Hessen & Bayern"
    assert len(expand([str(path)])[0]) == 2


def test_keys_differ() -> None:
    raw = rss(
        [{"guid": "x", "title": "eins"}, {"guid": "x", "title": "zwei"}, {"title": "drei"}, {"title": "vier"}]
    ).body
    keys = [one.key for one in entries(raw)]
    assert keys[:2] == ["x", "x#2"]
    assert len(set(keys)) == 4


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"{}", b"[]", b"<html><body>x</body></html>", b"<?xml version='1.0'?><urlset/>", b"Text",
     b"\x00\xff" * 50,
     b'{"version": "https://jsonfeed.org/version/1"', b"[" * 50_000, b"{" + b'"a":{' * 50_000],
)  # fmt: skip
def test_what_is_no_feed(raw: bytes) -> None:
    assert read_feed(raw) is None


def test_a_feed_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "feed.rss"
    raw = rss([{"guid": "1", "title": "eins", "description": "Kurz."}, {"guid": "2", "title": "zwei"}]).body
    path.write_bytes(raw[: raw.rindex(b"<title>")])
    refs, issues = expand([str(path)])
    assert refs[0].source == f"{path}!/1"
    assert [(one.level, one.code) for one in issues] == [("error", "damaged-feed")]


def test_an_entry_that_has_ended_is_read_where_its_feed_breaks_off(tmp_path: Path) -> None:
    path = tmp_path / "feed.rss"
    path.write_text("<rss><channel><item><title>Bayern & Co</title><description>Kurz.</description></item>")
    refs, (issue,) = expand([str(path)])
    assert [ref.source.partition("!")[0] for ref in refs] == [str(path)]
    assert "a feed that breaks off" in issue.message
    assert "1 entries of it are read" in issue.message


def test_a_bare_ampersand_costs_no_entry(tmp_path: Path) -> None:
    path = tmp_path / "feed.rss"
    raw = rss([{"guid": "1", "title": "Bund AND Land"}, {"guid": "2", "title": "zwei", "description": "A AND B."}]).body
    path.write_bytes(raw.replace(b"AND", b"&"))
    refs, issues = expand([str(path)])
    assert [ref.source for ref in refs] == [f"{path}!/1", f"{path}!/2"]
    assert [(one.level, one.code) for one in issues] == [("warning", "damaged-feed")]
    assert [one.title for one in entries(path.read_bytes())] == ["Bund & Land", "zwei"]


# Files on disk


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.rss", rss([]).body.decode()), ("a.xml", ATOM), ("a.atom", ATOM), ("a.json", json.dumps(JSON_FEED)),
     ("a", ATOM),
     ("a.xml", "<rdf:RDF xmlns:rdf='x' xmlns='http://purl.org/rss/1.0/'>")],
)  # fmt: skip
def test_feeds_are_known_by_their_beginning(name: str, text: str) -> None:
    found = format_of(name, text.encode())
    assert found is not None
    assert found.name == "feed"


@pytest.mark.parametrize(
    "text", ["<?xml version='1.0'?><feedback/>", "<rdf:RDF xmlns:rdf='x'>", '{"version": "1"}', "<rssx>"]
)
def test_others_are_not(text: str) -> None:
    found = format_of("a.txt", text.encode())
    assert found is None or found.name != "feed"


def test_a_feed_in_a_folder_is_read_and_other_xml_is_noted(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(ATOM, encoding="utf-8")
    (tmp_path / "other.xml").write_text("<?xml version='1.0'?><x/>", encoding="utf-8")
    (tmp_path / "data.json").write_text('{"a": 1}', encoding="utf-8")
    refs, issues = expand([str(tmp_path)])
    assert [ref.member for ref in refs] == ["tag:example.org,2024:1", "2"]
    assert sorted((Path(one.source).name, one.code) for one in issues) == [
        ("data.json", "unsupported-format"),
        ("other.xml", "unsupported-format"),
    ]


def test_entries_of_a_file_are_articles(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(JSON_FEED), encoding="utf-8")
    refs, _ = expand([str(path)])
    pages = [read_document(load(ref)) for ref in refs]
    first, _, third = (one.articles[0] for one in pages)
    assert (first.title, first.date, first.authors, first.url) == (
        "Hessen",
        "2024-11-18",
        ("Jana Muster",),
        "https://example.org/1",
    )
    assert (first.genre, third.genre) == (Genre.REPORT, Genre.TEASER)
    assert "Der Ausbau dauert bis 2026." in first.text
    assert [one.source for one in pages] == [f"{path}!/1", f"{path}!/zwei", f"{path}!/drei"]
    assert all(one.text[article.start :].startswith(article.text) for one in pages for article in one.articles)
    assert len({one.sha256 for one in pages}) == 3


def test_an_entry_is_another_one_when_anything_of_it_has_changed(tmp_path: Path) -> None:
    def digests(**changed: object) -> bytes:
        item = {**JSON_FEED["items"][0], **changed}  # type: ignore[dict-item]
        return entry_bytes(entries(json.dumps({**JSON_FEED, "items": [item]}).encode())[0])

    assert digests() == digests()
    others: tuple[dict[str, object], ...] = (
        {"title": "x"},
        {"date_published": "2024-11-20"},
        {"content_html": "x"},
        {"authors": []},
    )
    assert [one for one in others if digests(**one) == digests()] == []


def test_an_entry_that_is_gone_is_said(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(ATOM, encoding="utf-8")
    refs, _ = expand([str(path)])
    path.write_bytes(rss([{"guid": "neu", "title": "neu"}]).body)
    with pytest.raises(InputError, match="no such entry"):
        load(refs[0])


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("Ein Satz.\n\nNoch\neiner.", [("p", "Ein Satz."), ("p", "Noch einer.")]),
        ("a &lt; b &amp; c", [("p", "a < b & c")]),
        ("<h2>Titel</h2>Text<br>hier<ul><li>eins<li>zwei</ul>",
         [("h2", "Titel"), ("p", "Text hier"), ("li", "eins"), ("li", "zwei")]),
        ("<p>a<script>x()</script>b<style>p{}</style></p><!-- c -->", [("p", "ab")]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", [("tr", "a b")]),
        ("<p>Über <b>uns</b></p>\x00", [("p", "Über uns")]),
        ("<div>" * 5000 + "tief", None),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><p>&a;</p>", None),
        ("", []),
    ],
)  # fmt: skip
def test_blocks_of_html(markup: str, blocks: list[tuple[str, str]] | None) -> None:
    found = blocks_of(markup)
    assert blocks is None or found == blocks


def test_entities_are_no_bomb() -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    raw = (
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "xxxxxxxxxx">{entities}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        "<rss version='2.0'><channel><item><title>&e9;</title><description>&f;</description></item></channel></rss>"
    ).encode()
    feed = read_feed(raw)
    assert feed is None or all(len(one.title) < 100_000 and "root:" not in one.content for one in feed.entries)


# What leads to pages


def test_pages_of_a_feed_are_fetched_and_what_cannot_be_had_is_read_from_the_feed(tmp_path: Path) -> None:
    with serving() as site:
        site.pages |= {
            "/a": page("Hessen baut ein Portal", "Das Land Hessen setzt das OZG um."),
            "/bild": Says(b"\xff\xd8\xff", type="image/jpeg"),
            "/feed.xml": rss(
                [
                    {"link": "/a?utm_source=rss", "title": "Hessen", "description": "Kurz."},
                    {"link": "/weg", "title": "Weg", "description": "Das Land Bayern plant ein Portal."},
                    {"link": "/auch-weg", "title": "Auch weg"},
                    {"link": "/bild", "title": "Bild", "description": "Ein Bild vom Portal."},
                    {"guid": "ohne", "title": "Ohne Adresse", "content:encoded": LONG},
                ]
            ),
        }
        fetch = Fetcher(WebOptions(cache=tmp_path, delay=0))
        refs, issues = expand([site["/feed.xml"]], fetch)
        assert [(ref.source.removeprefix(site.url), ref.standin) for ref in refs] == [
            ("/a", False),
            ("/weg", True),
            ("/bild", True),
            ("/feed.xml!/ohne", True),
        ]
        assert [(one.source.removeprefix(site.url), one.level, one.code) for one in issues] == [
            ("/weg", "warning", "gone"),
            ("/auch-weg", "error", "gone"),
            ("/bild", "note", "unsupported-format"),
        ]
    whole, teaser, _, given = (read_document(load(ref)).articles[0] for ref in refs)
    assert (whole.title, whole.date) == ("Hessen baut ein Portal", "2024-11-18")
    assert (teaser.title, teaser.genre) == ("Weg", Genre.TEASER)
    assert (given.title, given.genre) == ("Ohne Adresse", Genre.NEWS)


def test_an_entry_that_has_changed_is_asked_for_again_and_others_are_not(tmp_path: Path) -> None:
    with serving() as site:
        site.pages |= {"/a": page("A", "Das Land Hessen baut."), "/b": page("B", "Das Land Bayern baut.")}
        for number in range(3):
            site.asked.clear()
            site.pages["/feed"] = rss([{"link": "/a", "title": "A"}, {"link": "/b", "title": f"B {number > 1}"}])
            expand([site["/feed"]], Fetcher(WebOptions(cache=tmp_path, delay=0)))
            assert site.paths == [["/feed", "/a", "/b"], ["/feed"], ["/feed", "/b"]][number]


def test_the_same_page_in_two_feeds_is_one(tmp_path: Path) -> None:
    with serving() as site:
        site.pages |= {"/a": page("A", "Das Land Hessen baut."), "/x": Says(status=301, headers={"Location": "/a"})}
        site.pages |= {"/1": rss([{"link": "/a"}, {"link": "/a?utm_medium=x"}]), "/2": rss([{"link": "/x"}])}
        refs, _ = expand([site["/1"], site["/2"]], Fetcher(WebOptions(cache=tmp_path, delay=0)))
        assert [ref.source for ref in refs] == [site["/a"]]


TOLD = "<p>Der Rat von Suhl hat am Montag den Haushalt beschlossen.</p>"
OTHER = '<a href="/7">Jana Falk ist neue CIO der Stadt Gera</a>'


@pytest.mark.parametrize(
    "head", ["<h3>Ähnliche Beiträge</h3>", "<h4>Verwandte Artikel</h4>", "<p><b>Lesen Sie auch:</b></p>"]
)
@pytest.mark.parametrize("box", [f"<ul><li>{OTHER}</li><li>{OTHER}</li></ul>", f"<p>{OTHER}<br>{OTHER}</p>"])
def test_links_to_other_articles_are_not_the_text_of_an_entry(head: str, box: str) -> None:
    text = f"{TOLD}{head}{box}<p>Mehr folgt in Kürze.</p>"
    (entry,) = entries(rss([{"title": "Neues aus Suhl", "link": "https://a.example/1", "content:encoded": text}]).body)
    (article,) = read_document(Document("entry", "feed", entry_bytes(entry), "entry")).articles
    told = [article.text[one.start : one.end] for one in article.blocks if one.kind in ("paragraph", "lead", "heading")]
    assert not any("Falk" in words for words in told)
    assert "Mehr folgt in Kürze." in told
    assert any("Haushalt beschlossen" in words for words in told)
