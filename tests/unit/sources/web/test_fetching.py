"""Fetching from a server on loopback: what is asked, what is kept, and what becomes of answers that are wrong."""

from __future__ import annotations

import itertools
import re
import socket
import time
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest

from govgraph import __version__
from govgraph.errors import FetchError, StoreError
from govgraph.sources import InputRef, expand, load
from govgraph.sources.web import WebOptions, client
from govgraph.sources.web.fetching import Fetcher
from govgraph.sources.web.guard import address_of
from web import Says, Site, gzipped, moved, page, rss, serving, sitemap, tagged

A = page("Hessen baut ein Portal", "Das Land Hessen setzt das Onlinezugangsgesetz um. Es kommt noch mehr dazu.")
B = page("Bayern plant ein Portal", "Das Land Bayern setzt das Onlinezugangsgesetz um. Es kommt noch mehr dazu.")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        running.pages |= {"/a": A, "/b": B}
        yield running


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


class Visit:
    """Fetches into a cache of its own."""

    def __init__(self, folder: Path) -> None:
        self.cache = folder / "cache"

    def __call__(self, *urls: str, **settings: Any) -> tuple[list[InputRef], list[tuple[str, str, str]]]:
        """References, and source, level and code of issues; each issue is one line that names its address."""
        options = WebOptions(**{"cache": self.cache, "delay": 0.0, "timeout": 2.0, **settings})
        refs, issues = expand(urls, Fetcher(options))
        for one in issues:
            assert "\n" not in one.message
            assert "://" in one.message
            assert ";" in one.message
        return list(refs), [(one.source, one.level, one.code) for one in issues]


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path)


def texts(refs: list[InputRef]) -> list[bytes]:
    return [load(ref).raw for ref in refs]


# One page


def test_a_page_is_brought_onto_the_disk(site: Site, visit: Visit) -> None:
    refs, issues = visit(site["/a"])
    assert issues == []
    (ref,) = refs
    assert (ref.name, ref.source, ref.told.url) == ("a", site["/a"], site["/a"])
    assert (ref.told.media_type, ref.told.charset, ref.via, ref.standin) == ("text/plain", "utf-8", (), False)
    document = load(ref)
    assert (document.raw, document.format) == (A.body, "text")


def test_who_asks_says_so_and_robots_are_asked_first(site: Site, visit: Visit) -> None:
    visit(site["/a"])
    assert [one.path for one in site.asked] == ["/robots.txt", "/a"]
    for one in site.asked:
        assert one.headers["User-Agent"] == f"govgraph/{__version__} (+https://w3id.org/govgraph)"


@pytest.mark.parametrize("charset", ["windows-1252", "utf-8", "nonsense"])
def test_the_charset_of_the_server_is_told(site: Site, visit: Visit, charset: str) -> None:
    site.pages["/c"] = Says("Müller grüßt".encode("cp1252"), type=f'text/plain; Charset="{charset.upper()}"')
    (ref,), _ = visit(site["/c"])
    assert (ref.told.charset, load(ref).raw) == (charset, "Müller grüßt".encode("cp1252"))


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "GZIP"])
def test_packed_answers_are_unpacked(site: Site, visit: Visit, coding: str) -> None:
    site.pages["/z"] = gzipped(A, coding)
    assert texts(visit(site["/z"])[0]) == [A.body]
    assert "gzip" in site.asked[-1].headers["Accept-Encoding"]


def test_both_kinds_of_deflate_are_unpacked(site: Site, visit: Visit) -> None:
    import zlib

    bare = zlib.compressobj(wbits=-15)
    site.pages["/framed"] = Says(zlib.compress(A.body), headers={"Content-Encoding": "deflate"})
    site.pages["/bare"] = Says(bare.compress(A.body) + bare.flush(), headers={"Content-Encoding": "deflate"})
    assert texts(visit(site["/framed"], site["/bare"])[0]) == [A.body, A.body]


def test_answers_in_chunks_are_joined(site: Site, visit: Visit) -> None:
    long = page("Hessen baut", "Das Land Hessen baut ein Portal. " * 200)
    site.pages["/chunks"] = Says(long.body, chunked=True)
    assert texts(visit(site["/chunks"])[0]) == [long.body]


def test_parameters_that_count_visits_and_fragments_are_no_other_page(site: Site, visit: Visit) -> None:
    refs, _ = visit(site["/a?utm_source=feed&utm_medium=rss#top"], site["/a"])
    assert [ref.source for ref in refs] == [site["/a"]]
    refs, _ = visit(site["/a?seite=2&utm_source=feed"])
    assert [ref.source for ref in refs] == [site["/a?seite=2"]]


# What is kept


def test_what_has_not_changed_is_not_sent_again(site: Site, visit: Visit) -> None:
    site.pages["/a"] = tagged(A)
    first, _ = visit(site["/a"])
    sent = site.sent
    second, issues = visit(site["/a"])
    assert (second, issues) == (first, [])
    assert site.asked[-1].headers["If-None-Match"] == '"1"'
    assert site.sent - sent < 200


def test_last_modified_is_sent_back(site: Site, visit: Visit) -> None:
    day = formatdate(1_700_000_000, usegmt=True)
    site.pages["/a"] = Says(A.body, headers={"Last-Modified": day})
    visit(site["/a"])
    visit(site["/a"])
    assert site.asked[-1].headers["If-Modified-Since"] == day


def test_a_page_changed_in_the_second_it_was_sent_is_fetched_anew(site: Site, visit: Visit) -> None:
    day = formatdate(1_700_000_000, usegmt=True)
    site.pages["/a"] = Says(A.body, headers={"Last-Modified": day, "Date": day})
    visit(site["/a"])
    visit(site["/a"])
    assert "If-Modified-Since" not in site.asked[-1].headers


def test_what_has_changed_takes_the_place_of_what_was_there(site: Site, visit: Visit) -> None:
    site.pages["/a"] = tagged(A)
    visit(site["/a"])
    site.pages["/a"] = tagged(B, '"2"')
    assert texts(visit(site["/a"])[0]) == [B.body]


def test_offline_reads_the_cache_and_asks_nobody(site: Site, visit: Visit) -> None:
    site.pages["/feed"] = rss([{"link": site["/a"]}, {"link": site["/b"]}])
    online, _ = visit(site["/feed"])
    site.asked.clear()
    assert visit(site["/feed"], offline=True) == (online, [])
    assert visit(site["/never"], offline=True) == ([], [(site["/never"], "error", "not-in-cache")])
    assert site.asked == []


@pytest.mark.parametrize("harm", ["entry", "body", "other"])
def test_a_spoilt_copy_is_fetched_again(site: Site, visit: Visit, harm: str) -> None:
    site.pages["/a"] = tagged(A)
    (ref,), _ = visit(site["/a"])
    entries = [one for one in visit.cache.rglob("*.json") if '/a"' in one.read_text(encoding="ascii")]
    assert ref.path is not None
    if harm == "body":
        ref.path.write_bytes(b"spoilt")
    else:
        entries[0].write_text("{" if harm == "entry" else '{"format": 1}', encoding="ascii")
    assert texts(visit(site["/a"])[0]) == [A.body]


def test_a_cache_that_cannot_be_written_is_said(site: Site, visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="--cache"):
        visit(site["/a"], cache=tmp_path / "file")


def test_the_usual_cache_is_that_of_the_user(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    expand([site["/a"]], Fetcher(WebOptions(delay=0)))
    assert len(list((tmp_path / "govgraph" / "web" / "pages").rglob("*.json"))) == 2


def test_a_run_that_breaks_off_goes_on_where_it_was(site: Site, visit: Visit) -> None:
    site.pages |= {f"/{number}": page(f"Nummer {number}", "Das Land Hessen baut.") for number in range(5)}
    site.pages["/feed"] = rss([{"link": site[f"/{number}"]} for number in range(5)])
    third = site.pages["/3"]

    def breaks(asked: object) -> Says:
        raise ConnectionAbortedError

    options = WebOptions(cache=visit.cache, delay=0)

    class Broken(Exception):
        pass

    def tell(done: int, total: int) -> None:
        if done == 3:
            raise Broken

    with pytest.raises(Broken):
        expand([site["/feed"]], Fetcher(options, tell))
    assert site.paths == ["/feed", "/0", "/1", "/2"]
    site.asked.clear()
    refs, _ = visit(site["/feed"])
    assert len(refs) == 5
    assert site.paths == ["/feed", "/3", "/4"]
    assert third is site.pages["/3"]


# Robots


def robots(text: str) -> Says:
    return Says(text.encode())


def test_what_robots_may_not_see_is_not_fetched(site: Site, visit: Visit) -> None:
    site.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /b\n")
    refs, issues = visit(site["/a"], site["/b"])
    assert [ref.source for ref in refs] == [site["/a"]]
    assert issues == [(site["/b"], "error", "robots")]
    assert site.paths == ["/a"]


def test_a_group_for_govgraph_counts_before_that_for_all(site: Site, visit: Visit) -> None:
    site.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /\n\nUser-agent: govgraph\nDisallow: /b\n")
    refs, issues = visit(site["/a"], site["/b"])
    assert ([ref.source for ref in refs], issues) == ([site["/a"]], [(site["/b"], "error", "robots")])


@pytest.mark.parametrize("status", [404, 403, 401, 410])
def test_without_robots_txt_everything_is_allowed(site: Site, visit: Visit, status: int) -> None:
    site.pages["/robots.txt"] = Says(b"User-agent: *\nDisallow: /", status)
    assert len(visit(site["/a"])[0]) == 1


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_host_that_cannot_say_is_left_alone(
    site: Site, visit: Visit, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)
    site.pages["/robots.txt"] = Says(b"", status)
    assert visit(site["/a"]) == ([], [(site["/a"], "error", "robots-unreachable")])
    assert site.paths == []


def test_robots_txt_may_be_redirected(site: Site, visit: Visit) -> None:
    site.pages["/robots.txt"] = moved("/rules")
    site.pages["/rules"] = robots("User-agent: *\nDisallow: /a\n")
    assert visit(site["/a"])[1] == [(site["/a"], "error", "robots")]


def test_the_pause_that_a_host_wants_is_kept(site: Site, visit: Visit) -> None:
    site.pages["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 0.4\n")
    site.pages["/feed"] = rss([{"link": site["/a"]}, {"link": site["/b"]}])
    visit(site["/feed"])
    at = [one.at for one in site.asked if one.path != "/robots.txt"]
    assert [second - first >= 0.4 for first, second in itertools.pairwise(at)] == [True, True]


def test_a_pause_of_minutes_is_a_refusal(site: Site, visit: Visit) -> None:
    site.pages["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 3600\n")
    assert visit(site["/a"])[1] == [(site["/a"], "error", "robots")]


def test_a_redirect_to_what_robots_may_not_see_is_not_followed(site: Site, visit: Visit) -> None:
    site.pages |= {"/robots.txt": robots("User-agent: *\nDisallow: /b\n"), "/old": moved("/b")}
    assert visit(site["/old"])[1] == [(site["/old"], "error", "robots")]
    assert site.paths == ["/old"]


def test_our_own_pause_is_kept(site: Site, visit: Visit) -> None:
    visit(site["/a"], site["/b"], delay=0.3)
    at = [one.at for one in site.asked]
    assert [second - first >= 0.3 for first, second in itertools.pairwise(at)] == [True, True]


# Redirects, and the way into the local network


def test_a_page_is_known_by_the_address_that_answers(site: Site, visit: Visit) -> None:
    site.pages |= {"/1": moved("/2", 301), "/2": moved("/3", 303), "/3": moved(site["/a"], 308)}
    (ref,), issues = visit(site["/1"])
    assert (ref.source, ref.told.url, ref.via, issues) == (site["/a"], site["/a"], (site["/1"],), [])


@pytest.mark.parametrize("target", ["/loop", "/loop?again"])
def test_loops_come_to_an_end(site: Site, visit: Visit, target: str) -> None:
    site.pages["/loop"] = moved(target)
    assert visit(site["/loop"])[1] == [(site["/loop"], "error", "redirects")]
    assert len(site.paths) == 6


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("file:///etc/passwd", "address"),
        ("ftp://127.0.0.1/x", "address"),
        ("gopher://127.0.0.1/x", "address"),
        ("http://user:secret@127.0.0.1/", "credentials"),
        ("http://127.0.0.1:0/", "address"),
    ],
)
def test_redirects_out_of_the_web_are_not_followed(site: Site, visit: Visit, target: str, code: str) -> None:
    site.pages["/r"] = moved(target)
    assert visit(site["/r"])[1] == [(site["/r"], "error", code)]


def test_a_feed_gives_no_way_into_the_local_network(site: Site, visit: Visit) -> None:
    with serving() as inner:
        inner.pages |= {"/a": A, "/secret": B}
        site.pages["/jump"] = moved(inner["/secret"])
        port = inner.url.rpartition(":")[2]
        links = [inner["/secret"], site["/jump"], f"http://localhost:{port}/secret", f"http://127.1:{port}/secret",
                 f"http://2130706433:{port}/secret", f"http://0x7f000001:{port}/secret",
                 f"http://[::ffff:127.0.0.1]:{port}/secret", site["/a"]]  # fmt: skip
        site.pages["/feed"] = rss([{"link": link} for link in links])
        refs, issues = visit(site["/feed"])
        assert [ref.source for ref in refs] == [site["/a"]]
        assert [(level, code) for _, level, code in issues] == [("error", "private")] * 7
        assert inner.asked == []
        site.pages["/feed"] = rss([{"link": inner["/secret"]}])
        refs, _ = visit(site["/feed"], allow_private=True)
        assert [ref.source for ref in refs] == [inner["/secret"]]


def test_a_redirect_gives_no_way_into_the_local_network(site: Site, visit: Visit) -> None:
    with serving() as inner:
        inner.pages["/secret"] = B
        site.pages["/jump"] = moved(inner["/secret"])
        assert visit(site["/jump"]) == ([], [(site["/jump"], "error", "private")])
        site.pages["/robots.txt"] = moved(inner["/robots.txt"])
        assert visit(site["/a"], refresh=True) == ([], [(site["/a"], "error", "private")])
        assert inner.asked == []
        site.pages.pop("/robots.txt")
        assert len(visit(site["/jump"], allow_private=True)[0]) == 1


def test_a_name_is_looked_up_once_and_what_was_looked_at_is_connected_to(
    site: Site, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that stands for a public host when it is looked at, and for this machine when it is connected to."""
    real = socket.getaddrinfo
    asked: list[str] = []
    port = int(site.url.rpartition(":")[2])
    tried: list[Any] = []

    def rebound(host: str, *arguments: Any, **settings: Any) -> Any:
        if host != "rebind.example":
            return real(host, *arguments, **settings)
        asked.append(host)
        number = "93.184.215.14" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    def connect(self: socket.socket, place: Any) -> None:
        tried.append(place)
        raise ConnectionRefusedError("nobody there")

    monkeypatch.setattr(socket, "getaddrinfo", rebound)
    monkeypatch.setattr(socket.socket, "connect", connect)
    _, issues = visit(f"http://rebind.example:{port}/a")
    assert [code for _, _, code in issues] == ["unreachable"]
    assert tried == [("93.184.215.14", port)] + [("127.0.0.1", port)] * (len(tried) - 1)
    tried.clear()
    asked.clear()
    site.pages["/feed"] = rss([{"link": f"http://rebind.example:{port}/a"}])
    monkeypatch.setattr(client, "_PATIENCE", 99)
    monkeypatch.setattr(socket.socket, "connect", _only_loopback_by_number(tried))
    _, issues = visit(site["/feed"])
    assert [code for _, _, code in issues] == ["private"]
    assert [place for place in tried if place[0] != "127.0.0.1"] == [("93.184.215.14", port)]


def _only_loopback_by_number(tried: list[Any]) -> Any:
    real = socket.socket.__base__.connect  # type: ignore[union-attr]

    def connect(self: socket.socket, place: Any) -> None:
        tried.append(place)
        if place[0] != "127.0.0.1":
            raise ConnectionRefusedError("nobody there")
        real(self, place)

    return connect


def test_what_the_user_names_may_be_private_and_credentials_may_not(site: Site, visit: Visit) -> None:
    assert visit(site["/a"])[1] == []
    given = site["/a"].replace("http://", "http://me:secret@")
    with pytest.raises(FetchError) as caught:
        address_of(given)
    assert "secret" not in str(caught.value)
    assert visit(given) == ([], [(given, "error", "credentials")])


@pytest.mark.parametrize("given", ["ftp://127.0.0.1/a", "file:///etc/passwd", "http://", "https://a:b/"])
def test_addresses_that_are_none(visit: Visit, given: str) -> None:
    assert visit(given) == ([], [(given, "error", "address")])


# Answers that are wrong


@pytest.mark.parametrize(
    ("said", "level", "code"),
    [
        (Says(b"", 404), "error", "gone"),
        (Says(b"", 410), "error", "gone"),
        (Says(b"", 403), "error", "refused"),
        (Says(b"", 418), "error", "http-status"),
        (Says(b"", 304), "error", "http-status"),
        (Says(A.body, 206), "error", "http-status"),
        (Says(A.body, cut=True), "error", "broken-off"),
        (Says(b"\xff\xd8\xff" * 100, type="image/jpeg"), "note", "unsupported-format"),
        (Says(b"x" * 100, type="video/mp4"), "note", "unsupported-format"),
        (Says(b"\x00\x01\x02" * 100, type="application/octet-stream"), "note", "unsupported-format"),
        (Says(A.body, headers={"Content-Encoding": "br"}), "error", "compressed"),
        (Says(b"no gzip", headers={"Content-Encoding": "gzip"}), "error", "broken-off"),
        (Says(gzipped(A).body[:-9], headers={"Content-Encoding": "gzip"}), "error", "broken-off"),
    ],
    ids=lambda value: f"{value.status}-{value.type}" if isinstance(value, Says) else value,
)
def test_a_wrong_answer_is_an_issue_and_the_rest_is_read(
    site: Site, visit: Visit, said: Says, level: str, code: str
) -> None:
    site.pages["/x"] = said
    refs, issues = visit(site["/x"], site["/a"])
    assert [ref.source for ref in refs] == [site["/a"]]
    assert issues == [(site["/x"], level, code)]


def test_images_are_not_even_loaded(site: Site, visit: Visit) -> None:
    site.pages["/film"] = Says(type="video/mp4", endless=100_000_000)
    visit(site["/film"])
    visit(site["/film"], offline=True)
    assert site.sent < 10_000_000


@pytest.mark.parametrize("told", [True, False])
def test_100_megabytes_are_broken_off(site: Site, visit: Visit, told: bool) -> None:
    site.pages["/large"] = Says(endless=100_000_000) if told else Says(b" " * 5_000_000, chunked=True)
    begin = time.monotonic()
    assert visit(site["/large"], most_bytes=1_000_000)[1] == [(site["/large"], "error", "too-large")]
    assert time.monotonic() - begin < 20
    # what lies in the buffers of the system has been sent
    assert site.sent < (20_000_000 if told else 5_000_000)


def test_a_bomb_does_not_go_off(site: Site, visit: Visit) -> None:
    import tracemalloc

    bomb = gzipped(Says(bytes(200_000_000)))
    assert len(bomb.body) < 250_000
    site.pages["/bomb"] = bomb
    tracemalloc.start()
    assert visit(site["/bomb"], most_bytes=1_000_000)[1] == [(site["/bomb"], "error", "too-large")]
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_a_slow_host_is_given_up(site: Site, visit: Visit) -> None:
    site.pages["/slow"] = Says(A.body, wait=1.5)
    begin = time.monotonic()
    assert visit(site["/slow"], timeout=0.2)[1] == [(site["/slow"], "error", "slow")]
    assert time.monotonic() - begin < 20


@pytest.mark.parametrize("said", [Says(A.body * 20, drip=0.05), Says(A.body, drip_headers=0.05)])
def test_a_host_that_drips_is_given_up(site: Site, visit: Visit, said: Says) -> None:
    site.pages["/drip"] = said
    begin = time.monotonic()
    assert visit(site["/drip"], timeout=0.2)[1] == [(site["/drip"], "error", "slow")]
    assert 0.8 < time.monotonic() - begin < 20


def test_nobody_there(visit: Visit) -> None:
    with serving() as gone:
        pass
    assert visit(gone["/a"], timeout=0.5) == ([], [(gone["/a"], "error", "unreachable")])


def test_a_host_that_is_down_is_not_asked_for_every_page(site: Site, visit: Visit) -> None:
    with serving() as other:
        down = other.url
    site.pages["/feed"] = rss([{"link": f"{down}/{number}"} for number in range(6)])
    _, issues = visit(site["/feed"], allow_private=True, timeout=0.5)
    assert [code for _, _, code in issues] == ["unreachable"] * 3 + ["host-down"] * 3


def test_an_overloaded_host_is_given_the_time_that_it_asks_for(site: Site, visit: Visit) -> None:
    site.pages["/busy"] = lambda _: (
        Says(b"", 503, headers={"Retry-After": "1"}) if site.paths.count("/busy") == 1 else A
    )
    assert texts(visit(site["/busy"])[0]) == [A.body]
    first, second = (one.at for one in site.asked if one.path == "/busy")
    assert second - first >= 1


def test_a_host_that_stays_overloaded_is_left_alone(site: Site, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", lambda seconds: waits.append(seconds) if seconds else None)
    site.pages["/busy"] = Says(b"", 503)
    assert visit(site["/busy"])[1] == [(site["/busy"], "error", "http-status")]
    assert site.paths == ["/busy"] * 5
    assert waits == sorted(waits)
    assert sum(waits) > 5


@pytest.mark.parametrize("wish", ["3600", formatdate(time.time() + 36_000, usegmt=True)], ids=["seconds", "moment"])
def test_nobody_waits_for_an_hour(site: Site, visit: Visit, wish: str) -> None:
    site.pages["/busy"] = Says(b"", 429, headers={"Retry-After": wish})
    assert visit(site["/busy"])[1] == [(site["/busy"], "error", "overloaded")]
    assert site.paths == ["/busy"]


def test_what_was_there_before_is_read_while_its_host_is_down(site: Site, visit: Visit) -> None:
    site.pages["/feed"] = rss([{"link": site["/a"], "description": "Kurz"}])
    before, _ = visit(site["/feed"])
    site.pages["/a"] = Says(A.body, cut=True)
    after, issues = visit(site["/feed"], refresh=True)
    assert (after, issues) == (before, [(site["/a"], "warning", "broken-off")])
    site.pages["/feed"] = Says(b"", 418)
    after, issues = visit(site["/feed"])
    assert (after, issues) == (before, [(site["/feed"], "warning", "http-status")])


# Sitemaps


def test_a_sitemap_names_pages(site: Site, visit: Visit) -> None:
    site.pages["/sitemap.xml"] = sitemap({site["/a"]: "2024-11-18", site["/b"]: None, "ftp://x/": None})
    refs, issues = visit(site["/sitemap.xml"])
    assert ([ref.source for ref in refs], issues) == ([site["/a"], site["/b"]], [])


def test_an_index_leads_to_sitemaps_and_packed_ones_are_unpacked(site: Site, visit: Visit) -> None:
    packed = gzipped(sitemap({site["/b"]: None}))
    site.pages |= {
        "/index.xml": sitemap({site["/1.xml"]: None, site["/2.xml.gz"]: None, site["/index.xml"]: None}, index=True),
        "/1.xml": sitemap({site["/a"]: None}),
        "/2.xml.gz": Says(packed.body, type="application/gzip"),
    }
    assert [ref.source for ref in visit(site["/index.xml"])[0]] == [site["/a"], site["/b"]]
    assert site.paths.count("/index.xml") == 1


def test_match_since_and_most_choose_pages(site: Site, visit: Visit) -> None:
    days = {f"/news/{day}": f"2024-11-{day}" for day in range(10, 20)}
    site.pages |= {path: page(f"Nachricht {path[-2:]}", "Das Land Hessen baut.") for path in days}
    site.pages["/s.xml"] = sitemap({**{site[path]: day for path, day in days.items()}, site["/a"]: None})

    def chosen(**settings: Any) -> tuple[list[str], list[str]]:
        refs, issues = visit(site["/s.xml"], **settings)
        return [ref.source.removeprefix(site.url) for ref in refs], [code for _, _, code in issues]

    assert chosen(match=("/news/1[0-2]",)) == ([], [])
    assert chosen(match=("*/news/1[0-2]",)) == (["/news/10", "/news/11", "/news/12"], [])
    assert chosen(match=("/a", "/news/19")) == (["/news/19", "/a"], [])
    assert chosen(since="2024-11-18") == (["/news/18", "/news/19"], ["left-out"])
    assert chosen(since="2024-11-11", most=2) == (["/news/18", "/news/19"], ["left-out", "left-out"])


def test_a_damaged_sitemap_gives_what_it_has(site: Site, visit: Visit) -> None:
    whole = sitemap({site["/a"]: None, site["/b"]: None}).body
    site.pages["/s.xml"] = Says(whole[: whole.rindex(b"<url>") + 10], type="text/xml")
    refs, issues = visit(site["/s.xml"])
    assert ([ref.source for ref in refs], issues) == ([site["/a"]], [(site["/s.xml"], "warning", "damaged-sitemap")])


def test_entities_of_a_sitemap_are_no_bomb_and_no_way_to_files(site: Site, visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(site["/secret"], encoding="utf-8")
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    body = (
        f'<?xml version="1.0"?><!DOCTYPE u [<!ENTITY e0 "xxxxxxxxxx">{entities}'
        f'<!ENTITY f SYSTEM "file://{tmp_path}/secret">]>'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<url><loc>&f;</loc></url><url><loc>{site['/a']}?&e9;</loc></url></urlset>"
    )
    site.pages["/s.xml"] = Says(body.encode(), type="application/xml")
    begin = time.monotonic()
    visit(site["/s.xml"])
    assert time.monotonic() - begin < 20
    assert "/secret" not in site.paths


# Settings


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ({"most": 0}, "most is 0; give 1"),
        ({"delay": -1}, "delay is -1; give 0"),
        ({"timeout": 0}, "timeout is 0; give more"),
        ({"most_bytes": 0}, "most_bytes is 0"),
        ({"since": "2024"}, "since is '2024'; give a day"),
        ({"since": "2024-02-30"}, "since is '2024-02-30'; give a day"),
    ],
)
def test_settings_out_of_range(setting: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        WebOptions(**setting)
