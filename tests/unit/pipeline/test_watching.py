"""Rounds of a watch: what is new comes in, what has changed is reported, and what fails does not end it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from govgraph.errors import InputError, StoreError, VocabularyError
from govgraph.pipeline import BuildOptions, build, building
from govgraph.pipeline import watching as module
from govgraph.pipeline.locking import locked
from govgraph.pipeline.watching import Round, Schedule, watch
from govgraph.query import Change
from govgraph.sources.web import WebOptions
from web import Says, Site, page, rss, serving

PAGES = {
    "/1": page("Hessen hat einen CIO", "Patrick Burghardt ist CIO von Hessen.", "18.11.2021"),
    "/2": page(
        "Neuer CIO", "Neuer CIO von Hessen ist Stefan Sauer. Patrick Burghardt war CIO von Hessen.", "11.05.2023"
    ),
    "/3": page("Bayern stellt vor", "Bayern setzt das Onlinezugangsgesetz um.", "03.02.2022"),
}
KEPT = ("graph.ttl", "graph.trig", "issues.jsonl", "manifest.json")


def report(changes: Sequence[Change]) -> Mapping[str, str]:
    return {"changes.json": json.dumps([one.kind for one in changes])}


class Watch:
    def __init__(self, site: Site, folder: Path) -> None:
        self.site = site
        self.out = folder / "out"
        self.options = BuildOptions(
            store=False, view=False, web=WebOptions(cache=folder / "cache", delay=0, timeout=1.0)
        )

    def feed(self, *paths: str) -> None:
        self.site.pages["/feed"] = rss([{"link": path, "title": path} for path in paths])

    def __call__(self, *inputs: str, rounds: int = 1, between: Callable[[Round], None] | None = None) -> list[Round]:
        done: list[Round] = []

        def told(one: Round) -> None:
            done.append(one)
            if between is not None:
                between(one)

        given = inputs or (self.site["/feed"],)
        watch(given, self.out, self.options, report, schedule=Schedule(rounds=rounds), told=told)
        return done

    @property
    def reports(self) -> list[str]:
        return sorted(path.name for path in (self.out / "changes").iterdir())

    def bytes(self) -> dict[str, bytes]:
        return {name: (self.out / name).read_bytes() for name in KEPT}


@pytest.fixture
def watching(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(module.time, "sleep", lambda _: None)  # type: ignore[attr-defined]
    with serving() as site:
        site.pages |= PAGES
        yield Watch(site, tmp_path)


def test_what_is_new_is_added_and_reported(watching: Watch) -> None:
    feeds = iter([("/2", "/1"), ("/3", "/2", "/1"), ("/3", "/2", "/1")])
    watching.feed("/1")

    def next_feed(_: Round) -> None:
        watching.feed(*next(feeds))

    first, second, third = watching(rounds=3, between=next_feed)
    results = [one.result for one in (first, second, third)]
    assert all(one is not None for one in results)
    assert [(one.changes.added, one.changes.unchanged) for one in results if one] == [(1, 0), (1, 1), (1, 2)]
    assert watching.reports == ["0001-2021-11-18", "0002-2023-05-11", "0003-2022-02-03"]
    assert second.report == watching.out / "changes" / "0002-2023-05-11"
    kinds = json.loads((watching.out / "changes" / "0002-2023-05-11" / "changes.json").read_text(encoding="utf-8"))
    assert "came" in kinds


def test_a_round_without_news_writes_nothing(watching: Watch) -> None:
    watching.feed("/1")
    watching()
    before = {path: path.stat().st_mtime_ns for path in watching.out.rglob("*") if path.is_file()}
    (done,) = watching()
    assert done.result is not None
    assert (done.result.idle, done.report) == (True, None)
    assert {path: path.stat().st_mtime_ns for path in watching.out.rglob("*") if path.is_file()} == before


def test_the_graph_is_that_of_one_build(watching: Watch, tmp_path: Path) -> None:
    watching.feed("/1")
    watching()
    watching.feed("/3", "/2", "/1")
    watching()
    build([watching.site["/feed"]], tmp_path / "fresh", watching.options)
    assert watching.bytes() == {name: (tmp_path / "fresh" / name).read_bytes() for name in KEPT}


def test_corrections_made_by_hand_come_in_though_nothing_is_new(watching: Watch) -> None:
    watching.feed("/1")
    watching()
    (watching.out / "corrections.ttl").write_text("", encoding="utf-8")
    (done,) = watching()
    assert done.result is not None
    assert not done.result.idle


def test_a_feed_that_fails_leaves_an_issue_and_the_others_are_read(watching: Watch) -> None:
    watching.feed("/1")
    (done,) = watching(watching.site["/gone"], watching.site["/feed"])
    assert done.result is not None
    assert [one.code for one in done.result.issues] == ["gone"]
    assert done.result.counts.pages == 1


def test_a_feed_that_fails_for_a_while_takes_nothing_away(watching: Watch) -> None:
    watching.feed("/1")
    watching()
    graph = watching.bytes()
    watching.site.pages["/feed"] = Says(b"", 418)
    (failed,) = watching()
    assert failed.result is not None
    assert [one.level for one in failed.result.issues] == ["warning"]
    assert (watching.out / "graph.trig").read_bytes() == graph["graph.trig"]
    assert b"http-status" in (watching.out / "issues.jsonl").read_bytes()
    watching.feed("/1")
    watching()
    assert watching.bytes() == graph


def test_pages_that_come_back_take_the_place_of_what_the_feed_said(watching: Watch) -> None:
    def feed() -> None:
        watching.site.pages["/feed"] = rss(
            [
                {
                    "link": "/moved",
                    "title": "Neuer CIO",
                    "description": "Bayern und Hessen kooperieren. Mehr dazu später.",
                }
            ]
        )

    feed()
    watching()
    records = sorted((watching.out / "records").iterdir())
    assert [json.loads(path.read_text(encoding="utf-8"))["articles"][0]["genre"] for path in records] == ["teaser"]
    watching.site.pages["/moved"] = Says(status=301, headers={"Location": "/2"})
    feed()
    watching.options = BuildOptions(
        store=False, view=False, web=WebOptions(cache=watching.options.web.cache, delay=0, refresh=True)
    )
    watching()
    records = sorted((watching.out / "records").iterdir())
    assert [json.loads(path.read_text(encoding="utf-8"))["source"] for path in records] == [watching.site["/2"]]
    # and what the feed says does not drive the page out again
    watching.site.pages["/moved"] = Says(b"", 404)
    watching.site.pages["/2"] = Says(b"", 404)
    watching()
    records = sorted((watching.out / "records").iterdir())
    assert watching.site["/2"] in [json.loads(path.read_text(encoding="utf-8"))["source"] for path in records]


def test_a_page_that_was_read_is_not_driven_out_by_what_the_feed_says(watching: Watch) -> None:
    watching.site.pages["/feed"] = rss([{"link": "/1", "title": "CIO", "description": "Nur ein Satz zu Hessen."}])
    watching()
    graph = (watching.out / "graph.trig").read_bytes()
    watching.site.pages["/1"] = Says(b"", 404)
    watching.options = BuildOptions(
        store=False, view=False, web=WebOptions(cache=watching.options.web.cache, delay=0, refresh=True)
    )
    (done,) = watching()
    assert done.result is not None
    assert [one.code for one in done.result.issues] == ["gone"]
    assert (watching.out / "graph.trig").read_bytes() == graph


def test_a_failed_round_is_told_and_the_next_one_comes(watching: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    watching.feed("/1")
    real = building.build_found
    calls: list[int] = []

    def sometimes(*arguments: Any, **settings: Any) -> Any:
        calls.append(1)
        if len(calls) == 2:
            raise StoreError("no space left; make some")
        return real(*arguments, **settings)

    monkeypatch.setattr(module, "build_found", sometimes)
    first, second, third = watching(rounds=3)
    assert (second.result, second.error) == (None, "no space left; make some")
    assert first.result is not None
    assert third.result is not None


def test_a_first_round_that_fails_ends_it(watching: Watch, tmp_path: Path) -> None:
    watching.feed("/1")
    watching.options = BuildOptions(lexicon=(tmp_path / "none.ttl",))
    with pytest.raises(VocabularyError):
        watching()


def test_a_round_reads_with_the_lexicon_of_the_graph(watching: Watch, tmp_path: Path) -> None:
    watching.feed("/1")
    lexicon = tmp_path / "own.ttl"
    lexicon.touch()
    watching.options = replace(watching.options, lexicon=(lexicon,))
    watching()
    watching.options = replace(watching.options, lexicon=None)
    (again,) = watching()
    assert again.result is not None
    assert again.result.idle
    lexicon.unlink()
    with pytest.raises(VocabularyError, match="gone"):
        watching()


def test_two_do_not_watch_into_one_folder(watching: Watch) -> None:
    watching.feed("/1")
    (watching.out / "changes").mkdir(parents=True)
    with (
        locked(watching.out / "changes", 0, "busy"),
        pytest.raises(StoreError, match="another `govgraph watch`"),
    ):
        _elsewhere(watching)


def _elsewhere(watching: Watch) -> None:
    """In another thread, which does not share the lock."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        pool.submit(watching).result()


def test_a_report_that_was_not_written_is_written_by_the_next_round(
    watching: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    watching.feed("/1")
    watching()

    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    watching.feed("/2", "/1")
    real = module._written
    monkeypatch.setattr(module, "_written", killed)
    with pytest.raises(Killed):
        watching()
    assert watching.reports == [".before.trig", "0001-2021-11-18"]
    monkeypatch.setattr(module, "_written", real)
    watching()
    assert watching.reports == ["0001-2021-11-18", "0002-2023-05-11"]


def test_a_report_is_not_written_twice(watching: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    watching.feed("/1")
    watching()
    watching.feed("/2", "/1")
    unlink = Path.unlink

    class Killed(BaseException):
        pass

    def killed(self: Path, missing_ok: bool = False) -> None:
        if self.name == ".before.trig" and len(watching.reports) == 3:
            raise Killed
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", killed)
    with pytest.raises(Killed):
        watching()
    monkeypatch.setattr(Path, "unlink", unlink)
    watching()
    assert watching.reports == ["0001-2021-11-18", "0002-2023-05-11"]


@pytest.mark.parametrize(
    ("setting", "message"), [({"every": 0}, "every is 0; give 1"), ({"rounds": 0}, "rounds is 0; give 1")]
)
def test_settings_out_of_range(setting: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Schedule(**setting)


def test_a_file_that_was_never_there_is_not_watched(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(InputError, match="no such file or folder"):
        watch([str(tmp_path / "absent.txt")], out, BuildOptions(), report, schedule=Schedule(every=1))
    assert not (out / "manifest.json").exists()
