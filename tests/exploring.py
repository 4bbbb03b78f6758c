"""Pages of the explorer in a browser, from a server on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from explorable import explorable
from serving import Client, serving

SCRIPTS = """() => performance.getEntriesByType('resource').filter((one) => one.name.endsWith('.js'))
  .reduce(([whole, sent], one) => [whole + one.decodedBodySize, sent + one.encodedBodySize], [0, 0])"""
"""Bytes of the scripts that a page has loaded: as they are, and as they were sent."""


@dataclass(slots=True)
class Explorer:
    """A page and what it complained about or asked others for."""

    page: Page
    root: str
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.root + path)
        expect(self.page.locator("main")).to_have_attribute("aria-busy", "false")
        return self.page


def opened(chromium: Browser, client: Client, scheme: Literal["light", "dark"], width: int) -> Explorer:
    """An empty page that is watched."""
    page = chromium.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="de-DE")
    one = Explorer(page, client.url)
    page.on("console", lambda said: one.complaints.append(said.text))
    page.on("pageerror", lambda error: one.complaints.append(str(error)))
    inside = (client.url, "data:", f"blob:{client.url}")
    page.on("request", lambda sent: None if sent.url.startswith(inside) else one.outside.append(sent.url))
    return one


def holds(page: Page) -> None:
    """No name was run as a script, and none makes the page wider than the window."""
    assert page.evaluate("() => window.pwned") is None
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture(scope="session")
def explored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with serving(explorable(tmp_path_factory.mktemp("explored"))) as one:
        # the processes for pages start with the first of them
        assert one.get("/api/index.json").status == 200
        yield one


@pytest.fixture
def explorer(chromium: Browser, explored: Client) -> Iterator[Explorer]:
    one = opened(chromium, explored, "light", 1280)
    yield one
    assert one.complaints == []
    assert one.outside == []
    one.page.close()
