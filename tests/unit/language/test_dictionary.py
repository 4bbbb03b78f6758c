from __future__ import annotations

from pathlib import Path

import pytest
from simplemma import is_known, lemmatize
from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

from govgraph.language import dictionary as module
from govgraph.language.dictionary import Dictionary, dictionary

WORDS = ("Staatssekretärs", "Landräte", "übernahm", "Verwaltungen", "Govgraphs", "ging", "Häuser", "ß", "OZG-Umsetzung")


def test_the_kept_dictionary_says_what_the_package_says() -> None:
    for word in WORDS:
        assert dictionary().lemma(word) == lemmatize(word, lang="de")
        assert dictionary().knows(word) is is_known(word, lang="de")


def test_without_a_folder_to_keep_it_the_dictionary_is_held_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "govgraph").write_text("a file, where the folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    # the one of the package, which the other test has read already
    monkeypatch.setattr(module, "DefaultDictionaryFactory", lambda: DEFAULT_DICTIONARY_FACTORY)
    held: Dictionary = dictionary.__wrapped__()
    assert [held.lemma(word) for word in WORDS] == [dictionary().lemma(word) for word in WORDS]
