"""A window whose browser has come to rest, so that only the page is measured."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

SETTLING = 5
"""Seconds that a new window is left alone: Chromium then loads pages of its own (address bar, suggestions), which on
two processors costs what is opened meanwhile half a second or more."""


def settled_page(browser: Browser, *, offline: bool = False) -> Page:
    """An empty page in a new window with empty caches, 1280 × 800, once the browser is done with opening it.

    Args:
        browser: The browser of the window.
        offline: Whether the network is cut.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=offline)
    page = context.new_page()
    page.goto("about:blank")
    page.wait_for_timeout(SETTLING * 1000)
    return page
