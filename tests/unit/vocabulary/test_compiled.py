from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path

import pytest

from govgraph.errors import VocabularyError
from govgraph.vocabulary import load_vocabulary
from govgraph.vocabulary.compiled import kept_vocabulary
from govgraph.vocabulary.values import Vocabulary


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "govgraph" / "prepared" / "vocabulary"


class Compiler:
    """Stands for the compiler of Turtle, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, files: Sequence[Path]) -> Vocabulary:
        self.asked += 1
        return load_vocabulary()


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    path = tmp_path / "eigene.ttl"
    path.write_text("# empty\n")
    return path


def test_what_was_compiled_is_read_and_the_same(lexicon: Path) -> None:
    compiler = Compiler()
    first, again = kept_vocabulary([lexicon], compiler), kept_vocabulary([lexicon], compiler)
    assert compiler.asked == 1
    assert first == again
    assert first is not again
    assert again.by_iri[again.entries[0].iri] is again.entries[0]


def test_an_edited_file_is_compiled_anew(lexicon: Path) -> None:
    compiler = Compiler()
    kept_vocabulary([lexicon], compiler)
    lexicon.write_text("# edited\n")
    kept_vocabulary([lexicon], compiler)
    assert compiler.asked == 2


@pytest.mark.parametrize("damage", [b"", b"no pickle", pickle.dumps({"entries": ()}), pickle.dumps([Path("x")])])
def test_a_damaged_file_is_passed_over_and_replaced(lexicon: Path, cache: Path, damage: bytes) -> None:
    compiler = Compiler()
    kept_vocabulary([lexicon], compiler)
    (file,) = cache.iterdir()
    file.write_bytes(damage)
    assert kept_vocabulary([lexicon], compiler) == kept_vocabulary([lexicon], compiler)
    assert compiler.asked == 3
    assert kept_vocabulary([lexicon], compiler) == load_vocabulary()
    assert compiler.asked == 3


def test_a_foreign_file_runs_nothing(lexicon: Path, cache: Path, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return Path.touch, (str(tmp_path / "run"),)

    compiler = Compiler()
    kept_vocabulary([lexicon], compiler)
    (file,) = cache.iterdir()
    file.write_bytes(pickle.dumps({"entries": Trap()}))
    assert kept_vocabulary([lexicon], compiler) == load_vocabulary()
    assert not (tmp_path / "run").exists()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"fehlt\.ttl: No such file"):
        kept_vocabulary([tmp_path / "fehlt.ttl"], Compiler())
