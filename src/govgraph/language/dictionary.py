"""The German dictionary: which words there are, and of which each is a form.

Reading it takes more than a second and a hundred megabytes. So it is written once as a trie that is only opened from
then on; where nothing can be written it is held in memory.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries import DefaultDictionaryFactory, TrieDictionaryFactory
from simplemma.utils import normalize_token

from govgraph.caching import prepared

if TYPE_CHECKING:
    from pathlib import Path

    from simplemma.strategies.dictionaries import DictionaryFactory

_GERMAN: Final = "de"


class Dictionary:
    """Words of German.

    Args:
        factory: Brings the dictionary.
    """

    def __init__(self, factory: DictionaryFactory) -> None:
        self._words = DictionaryLookupStrategy(factory)
        # it need not remember words: who asks for many of them does
        strategy = DefaultStrategy(dictionary_factory=factory)
        self._lemmatizer = Lemmatizer(cache_max_size=0, lemmatization_strategy=strategy)

    def knows(self, word: str) -> bool:
        """Whether the word is there in this spelling."""
        return self._words.get_lemma(normalize_token(word), _GERMAN) is not None

    def lemma(self, word: str) -> str:
        """The form that stands in a dictionary; the word itself in small letters where it is not known."""
        return self._lemmatizer.lemmatize(word, _GERMAN)


@cache
def dictionary() -> Dictionary:
    """The dictionary, opened once per process."""
    kept = prepared(f"dictionary-{version('simplemma')}/{_GERMAN}.dic", _write)
    if kept is None:
        return Dictionary(DefaultDictionaryFactory())
    return Dictionary(TrieDictionaryFactory(disk_cache_dir=str(kept.parent)))


def _write(path: Path) -> None:
    TrieDictionaryFactory(disk_cache_dir=str(path.parent)).get_dictionary(_GERMAN)
