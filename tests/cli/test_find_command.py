"""`govgraph find`: hits with their place, as lines and as data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run


@pytest.fixture
def graph(govgraph: Run, tmp_path: Path) -> Path:
    text = "Neues aus Kassel\n\n[12.03.2024] Die Stadt Kassel nutzt die BundID. Anna Berg ist CIO der Stadt Kassel.\n"
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    done = govgraph("build", tmp_path / "page.txt", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    return tmp_path / "out"


def test_a_hit_shows_the_words_their_place_and_what_was_read(govgraph: Run, graph: Path) -> None:
    done = govgraph("find", "bundid", "--kind", "quote", "--graph", graph)
    first, place, said = done.stdout.splitlines()
    assert first == "„Die Stadt Kassel nutzt die *BundID*.“"
    assert place.startswith("  Neues aus Kassel · 2024-03-12 · ")
    assert said == "  Kassel —implements→ BundID · asserted"
    assert (done.returncode, done.stderr) == (0, "")
    german = govgraph("find", "bundid", "--kind", "quote", "--graph", graph, "--lang", "de")
    assert german.stdout.splitlines()[2] == "  Kassel —setzt um (implements)→ BundID · festgestellt"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([""], "no word to search for"),
        (["BundID", "--since", "2025", "--until", "2024"], "from 2025 until 2024 is no time; swap the dates"),
        (["BundID", "--since", "gestern"], "is no date; allowed are YYYY-MM-DD, YYYY-MM, YYYY and D.M.YYYY"),
    ],
)
def test_what_can_find_nothing_is_wrong_usage(govgraph: Run, graph: Path, given: list[str], said: str) -> None:
    done = govgraph("find", *given, "--graph", graph)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_relation_is_named_in_the_language_of_the_command_line(govgraph: Run, graph: Path) -> None:
    said = [
        govgraph("explain", "Kassel", "implements", "--graph", graph, "--lang", lang).stdout.partition(" · ")[0]
        for lang in ("en", "de")
    ]
    assert said == ["Kassel —implements→ BundID", "Kassel —setzt um (implements)→ BundID"]
    held = govgraph("explain", "Anna Berg", "--graph", graph).stdout
    assert held.startswith("Anna Berg —CIO (holdsOffice)→ Kassel")


def test_hits_as_data(govgraph: Run, graph: Path) -> None:
    hit = json.loads(govgraph("find", "bundid", "--kind", "quote", "--json", "--graph", graph).stdout)[0]
    (begin, end), *_ = hit["marks"]
    assert hit["text"][begin:end] == "BundID"
    assert hit["proof"]["end"] - hit["proof"]["start"] == len(hit["text"])


def test_more_than_are_shown_are_counted(govgraph: Run, graph: Path) -> None:
    done = govgraph("find", "Kassel", "--limit", "1", "--graph", graph)
    assert "1 of " in done.stderr
    assert done.returncode == 0


def test_nothing_found_proposes_what_is_close(govgraph: Run, graph: Path) -> None:
    done = govgraph("find", "Kasselerin", "--graph", graph, "--lang", "de")
    assert (done.returncode, done.stdout) == (1, "")
    error, note = done.stderr.splitlines()
    assert error == "govgraph: Fehler: Nichts gefunden für: Kasselerin; ähnlich: Kassel"
    assert "nicht ganze Artikel" in note
    assert govgraph("find", "qqqqqq", "--graph", graph).returncode == 1
