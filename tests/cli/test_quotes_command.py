"""`--quotes` and `govgraph rehydrate` on the command line: what is said, where, in both languages, with which code."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

PAGE = """Hessen
Neue CIO ernannt

[18.11.2024] Staatssekretär Stefan Sauer ist CIO des Landes Hessen. Er vertritt Hessen im IT-Planungsrat.
"""
QUOTE = "Er vertritt Hessen im IT-Planungsrat."
LEFT_OUT = "quote left out; characters"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "gut.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def out(govgraph: Run, page: Path, tmp_path: Path) -> Path:
    done = govgraph("build", page, "--out", tmp_path / "out", "--quotes", "none")
    assert done.returncode == 0, done.stderr
    return tmp_path / "out"


def test_commands_say_where_the_words_stand_that_are_left_out(govgraph: Run, out: Path, page: Path) -> None:
    start = PAGE.index(QUOTE)
    told = f"characters {start}–{start + len(QUOTE)} of the article in {page}"
    explained = govgraph("explain", "Stefan Sauer", "--graph", out)
    assert explained.returncode == 0
    assert f"  quote left out; {told}\n" in explained.stdout
    assert QUOTE not in explained.stdout
    german = govgraph("--lang", "de", "explain", "Stefan Sauer", "--graph", out).stdout
    assert f"Zitat ausgelassen; Zeichen {start}–{start + len(QUOTE)} des Artikels in {page}" in german
    for command in (("who", "CIO", "Hessen"), ("timeline", "--quotes"), ("diff", "--since", "2024")):
        shown = govgraph(*command, "--graph", out)
        assert LEFT_OUT in shown.stdout, command
        assert "Stefan Sauer ist CIO" not in shown.stdout, command
    for form in ("markdown", "table"):
        assert LEFT_OUT in govgraph("diff", "--since", "2024", "--format", form, "--graph", out).stdout
    given = [f"--param={one}" for one in ("role=CIO", "organisation=Hessen", "on=2024-11-18")]
    queried = govgraph("query", "--name", "who-holds-office-on", *given, "--format", "csv", "--graph", out)
    assert "Stefan Sauer" in queried.stdout, queried.stderr
    assert govgraph("validate", out).returncode == 0


@pytest.mark.parametrize("option", ["--review", "--texts"])
def test_a_site_shows_no_words_of_a_graph_without_quotes(govgraph: Run, out: Path, tmp_path: Path, option: str) -> None:
    done = govgraph("site", option, "--graph", out, "--out", tmp_path / "site")
    assert (done.returncode, (tmp_path / "site").exists()) == (2, False)
    assert f"{option} needs whole quotes, and {out} was built with --quotes none" in " ".join(done.stderr.split())


def test_rehydrate_fills_a_folder_and_a_file(govgraph: Run, out: Path, page: Path, tmp_path: Path) -> None:
    govgraph("build", page, "--out", tmp_path / "full")
    written = govgraph("rehydrate", out / "graph.trig", page)
    assert written.returncode == 0
    assert written.stdout == (tmp_path / "full" / "graph.trig").read_text(encoding="utf-8")
    assert "0 not" in written.stderr
    ntriples = govgraph("rehydrate", out / "graph.ttl", page, "--out", tmp_path / "graph.nt")
    assert ntriples.returncode == 0
    assert QUOTE in (tmp_path / "graph.nt").read_text(encoding="utf-8")
    assert govgraph("rehydrate", out, page).returncode == 0
    assert (out / "graph.ttl").read_bytes() == (tmp_path / "full" / "graph.ttl").read_bytes()


def test_rehydrate_reports_what_has_changed(govgraph: Run, out: Path, page: Path, tmp_path: Path) -> None:
    page.write_text(PAGE.replace("Er vertritt", "Sauer vertritt"), encoding="utf-8")
    done = govgraph("rehydrate", out, page, "--out", tmp_path / "again")
    start = PAGE.index(QUOTE)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"changed · Neue CIO ernannt · 2024-11-18 · {page}",
        f"  characters {start}–{start + len(QUOTE)}: the quote is not in the article any more",
    ]
    assert done.stderr == "1 quote filled, 1 not\n"
    german = govgraph("rehydrate", out, page, "--out", tmp_path / "again", "--lang", "de").stdout
    assert german.startswith("geändert · Neue CIO ernannt")
    page.unlink()
    gone = govgraph("rehydrate", out / "graph.ttl", "--out", tmp_path / "graph.ttl")
    assert gone.returncode == 1
    assert "the article is not among the sources" in gone.stdout
    assert "missing" in gone.stdout


def test_wrong_words_are_wrong_usage(govgraph: Run, out: Path, page: Path, tmp_path: Path) -> None:
    assert govgraph("build", page, "--out", out, "--quotes", "few").returncode == 2
    done = govgraph("rehydrate", out / "graph.ttl", page, "--out", tmp_path / "graph.docx")
    assert done.returncode == 2
    assert "no format ends in '.docx'; allowed are .ttl" in done.stderr


def test_a_cut_quote_is_marked(govgraph: Run, page: Path, tmp_path: Path) -> None:
    page.write_text(PAGE.replace("Hessen im IT-Planungsrat.", "Hessen im IT-Planungsrat, der morgen tagt."), "utf-8")
    govgraph("build", page, "--out", tmp_path / "short", "--quotes", "short")
    shown = govgraph("explain", "Stefan Sauer", "--graph", tmp_path / "short").stdout
    assert "„Er vertritt Hessen im IT-Planungsrat […]“" in shown
