"""What is shipped was built from what stands in web/."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from govgraph.assets import ASSETS

USES = {"explorer": ("charts",)}
"""Bundles that take scripts of another one, as `web/build.mjs` has it."""
WEB = Path(__file__).parents[3] / "web"
BUNDLES = sorted({file.parent.name for file in (WEB / "src").glob("*/*") if file.name in {"main.ts", "index.html"}})


def digest(bundle: str) -> str:
    """As `web/build.mjs` takes it."""
    read = [
        file
        for folder in (bundle, *USES.get(bundle, ()), "shared")
        for file in (WEB / "src" / folder).rglob("*")
        if file.is_file()
    ]
    read += [WEB / name for name in ("build.mjs", "package-lock.json", "tsconfig.json")]
    found = hashlib.sha256()
    for name, file in sorted((file.relative_to(WEB).as_posix(), file) for file in read):
        found.update(f"{name}\0".encode() + file.read_bytes() + b"\0")
    return found.hexdigest()


@pytest.mark.parametrize("bundle", BUNDLES)
def test_a_bundle_was_built_from_its_sources(bundle: str) -> None:
    built = json.loads((ASSETS / bundle / "sources.json").read_text("utf-8"))
    assert built["sha256"] == digest(bundle), "web/ has changed since: run `make web`"


@pytest.mark.parametrize("bundle", BUNDLES)
def test_a_bundle_names_the_licences_of_what_it_holds(bundle: str) -> None:
    assert (ASSETS / bundle / "licenses.md").read_text("utf-8").startswith("# Licenses")


def test_every_bundle_has_its_sources() -> None:
    assert sorted(folder.name for folder in ASSETS.iterdir() if (folder / "sources.json").exists()) == BUNDLES
