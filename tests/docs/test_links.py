"""Every link inside the repository leads somewhere: to a file that is there, and to a heading that it has."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]
OUTSIDE = ("http:", "https:", "mailto:")
FENCE = re.compile(r"^(```+|~~~+).*?^\1`*$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"\[[^\]]*\]\(<?([^)\s>]+)>?(?: \"[^\"]*\")?\)|<img [^>]*src=\"([^\"]+)\"")
HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)
FOLDERS = (".", "docs", "ontology", "examples", "benchmarks", "tests")


def pages() -> list[Path]:
    found = set(ROOT.glob("*.md"))
    for folder in FOLDERS[1:]:
        found |= set((ROOT / folder).rglob("*.md"))
    return sorted(found)


def links(page: Path) -> list[str]:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    # code inside the text of a link must not hide its target
    return [one or other for one, other in LINK.findall(CODE.sub("code", text))]


@cache
def anchors(page: Path) -> frozenset[str]:
    """Anchors of the headings as code hosting sites make them."""
    found: dict[str, int] = {}
    for heading in HEADING.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        name = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        found[name] = found.get(name, -1) + 1
    return frozenset({*found, *(f"{name}-{n}" for name, most in found.items() for n in range(1, most + 1))})


def broken(page: Path) -> list[str]:
    out = []
    for link in links(page):
        if link.startswith(OUTSIDE):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (page.parent / path).resolve() if path else page
        inside = target.is_relative_to(ROOT)
        if not inside or not target.exists() or (anchor and anchor not in anchors(target)):
            out.append(link)
    return out


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    assert broken(page) == []


def test_there_is_something_to_look_at() -> None:
    assert {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"} <= {page.name for page in pages()}
    assert len(links(ROOT / "README.md")) > 5


def test_every_page_can_be_reached_from_the_readme() -> None:
    seen: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md" or not page.exists():
            continue
        seen.add(page)
        targets = [unquote(link).partition("#")[0] for link in links(page) if not link.startswith(OUTSIDE)]
        waiting += [(page.parent / target).resolve() for target in targets if target]
    docs = set((ROOT / "docs").rglob("*.md")) | set(ROOT.glob("*.md"))
    assert sorted(docs - seen) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](there.md)", []),
        ("[a](there.md#ein-titel)", []),
        ("[a](gone.md)", ["gone.md"]),
        ("[a](there.md#anderer)", ["there.md#anderer"]),
        ("[`a`](gone.md) and <https://example.org>", ["gone.md"]),
        ("```\n[a](gone.md)\n```", []),
    ],
)
def test_a_broken_link_is_noticed(
    text: str, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("test_links.ROOT" if __name__ == "test_links" else f"{__name__}.ROOT", tmp_path)
    (tmp_path / "there.md").write_text("# Ein Titel\n", encoding="utf-8")
    (tmp_path / "page.md").write_text(text, encoding="utf-8")
    assert broken(tmp_path / "page.md") == expected
