"""A Chromium, and pages opened from disk with the network cut."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Playwright, Route, sync_playwright

ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium_path(own: str) -> str | None:
    """Path of a Chromium: as set by the user, else the first one on the path, else Playwright's own; None for none."""
    return (
        os.environ.get("GOVGRAPH_CHROMIUM")
        or os.environ.get("CHROMIUM")
        or next(filter(None, map(shutil.which, NAMES)), None)
        or (own if Path(own).exists() else None)
    )


def launched(playwright: Playwright) -> Browser:
    """A Chromium without a window."""
    return playwright.chromium.launch(executable_path=chromium_path(playwright.chromium.executable_path), args=ARGS)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = chromium_path(playwright.chromium.executable_path)
        if path is None:
            pytest.fail(f"no Chromium: looked for {', '.join(NAMES)}; call make test or set GOVGRAPH_CHROMIUM")
        started = launched(playwright)
        yield started
        started.close()


@dataclass
class Seen:
    """A page and what it must not have done."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def refuse(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def guard(self, route: Route) -> None:
        if route.request.url.startswith(("file://", "data:")):
            route.continue_()
        else:
            route.abort()


OpenFile = Callable[..., Seen]

ENGLISH = "Object.defineProperty(navigator, 'language', { get: () => 'en-GB' })"
"""Script that makes of a browser an English one, for pages loaded after it."""


@pytest.fixture
def open_file(chromium: Browser) -> Iterator[OpenFile]:
    """Opens a file; afterwards there was no request but for files and no complaint of the browser."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce", locale="de-DE")
    context.set_offline(True)
    all_seen: list[Seen] = []

    def opening(path: Path, anchor: str = "", *, now: str = "2026-07-01T12:00:00Z") -> Seen:
        seen = Seen(context.new_page())
        page = seen.page
        page.clock.set_fixed_time(now)
        page.route("**/*", seen.guard)
        page.on("console", lambda entry: seen.complaints.append(f"{entry.type}: {entry.text}"))
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        page.on("dialog", seen.refuse)
        page.on("request", lambda request: seen.requests.append(request.url))
        page.goto(path.as_uri() + anchor)
        all_seen.append(seen)
        return seen

    yield opening
    for one in all_seen:
        assert one.complaints == []
        assert [url for url in one.requests if not url.startswith(("file://", "data:"))] == []
    context.close()
