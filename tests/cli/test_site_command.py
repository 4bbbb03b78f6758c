"""What `govgraph site` refuses, and what it says; without a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph.cli.main import main


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--texts", "--quotes", "none"], "--quotes full"),
        (["--review", "--quotes", "short"], "--quotes full"),
        (["--texts"], "no records with texts"),
        (["--base-url", "example.org"], "no address of a site"),
    ],
)
def test_wrong_usage_is_said_and_nothing_written(
    written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    graph = written / "store" if options == ["--texts"] else written
    arguments = ["--lang", "en", "site", "--graph", str(graph), "--out", str(tmp_path / "site"), *options]
    assert main(arguments) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lang", ["de", "en", ""])
def test_pages_open_in_the_language_that_was_asked_for(written: Path, tmp_path: Path, lang: str) -> None:
    asked = ["--lang", lang] if lang else []
    for form in ([], ["--single"]):
        out = tmp_path / ("site.html" if form else "site")
        assert main([*asked, "site", "--graph", str(written), "--out", str(out), *form]) == 0
    pages = [tmp_path / "site.html", *(tmp_path / "site").rglob("*.html")]
    opens = f'<html lang="{lang}" data-lang="{lang}"' if lang else '<html lang="de" data-root'
    assert all(opens in page.read_text("utf-8") for page in pages)
    title = "E-government knowledge graph" if lang == "en" else "Wissensgraph E-Government"
    assert f"<title>{title}</title>" in pages[0].read_text("utf-8")
