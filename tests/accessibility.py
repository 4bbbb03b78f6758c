"""axe-core on a page: `axe.min.js` beside this file is version 4.14.1 (MPL-2.0), used by tests alone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).with_name("axe.min.js")


def complaints(page: Page) -> list[str]:
    """Serious and critical problems that axe-core finds on a page, each with the elements that have it."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations'], preload: false})")
    return [
        f"{one['impact']}: {one['id']}: {node['html'][:160]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
