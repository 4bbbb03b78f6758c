"""What is timed: the reader, and two yardsticks with the same lexicon. Making one is its start-up.

`run` takes the text of one page and gives seconds of processor time by stage. A yardstick stops where it has found
the names; the reader goes on to offices, facts and their evidence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from time import process_time

from corpus import Names

from govgraph.extract import Reader
from govgraph.model import EntityType
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary

Stages = dict[str, float]


def names() -> Names:
    """First names and unambiguous towns of the vocabulary, for the corpus."""
    vocabulary = load_vocabulary()
    towns = sorted(
        {
            entry.name
            for entry in vocabulary.entries
            if entry.type is EntityType.MUNICIPALITY and not entry.needs_context and entry.name.isalpha()
        }
    )
    return Names(tuple(sorted(name for name in vocabulary.list_of("first-names") if len(name) > 2)), tuple(towns))


def labels() -> tuple[str, ...]:
    """Every name of the lexicon as it stands in the ontology, without inflected forms; sorted."""
    found: set[str] = set()
    for entry in load_vocabulary().entries:
        found |= {entry.name, *entry.labels, *entry.hidden, *entry.abbreviations}
    for role in load_vocabulary().roles:
        found |= set(role.forms)
    return tuple(sorted(label for label in found if len(label) > 1))


class Govgraph:
    """From text to record: articles and blocks (`sources`), then entities, offices and facts (`extract`)."""

    def __init__(self) -> None:
        self._reader = Reader(load_vocabulary())

    def run(self, name: str, text: str) -> Stages:
        """Read one page."""
        start = process_time()
        page = read_text(text, name=name)
        del text  # as wherever pages are read: from here on the page alone is held
        between = process_time()
        self._reader.read(page)
        return {"sources": between - start, "extract": process_time() - between}


class Spacy:
    """spaCy's blank German tokeniser and PhraseMatcher.

    Raises:
        ModuleNotFoundError: spaCy is not installed.
    """

    def __init__(self) -> None:
        import spacy
        from spacy.matcher import PhraseMatcher

        self._nlp = spacy.blank("de")
        self._nlp.max_length = 100_000_000
        self._matcher = PhraseMatcher(self._nlp.vocab)
        self._matcher.add("name", list(self._nlp.tokenizer.pipe(labels())))

    def run(self, name: str, text: str) -> Stages:
        """Tokenise one page and find the names."""
        start = process_time()
        doc = self._nlp.make_doc(text)
        between = process_time()
        for _ in self._matcher(doc):
            pass
        return {"tokeniser": between - start, "PhraseMatcher": process_time() - between}


class Floor:
    """Words by a regular expression, each looked up in a dictionary."""

    def __init__(self) -> None:
        self._words = re.compile(r"\w+")
        self._names = dict.fromkeys(labels(), 1)

    def run(self, name: str, text: str) -> Stages:
        """Look up the words of one page."""
        start = process_time()
        sum(word in self._names for word in self._words.findall(text))
        return {"look-up": process_time() - start}


SYSTEMS: dict[str, Callable[[], Govgraph | Spacy | Floor]] = {"govgraph": Govgraph, "spacy": Spacy, "floor": Floor}
TITLES = {
    "govgraph": "govgraph, text to record",
    "spacy": "spaCy blank German tokeniser + PhraseMatcher",
    "floor": "regular expression + dictionary",
}


def stages(total: Stages, more: Stages) -> Stages:
    """Sum by stage."""
    return {stage: total.get(stage, 0.0) + seconds for stage, seconds in more.items()}


def warm_up(system: Govgraph | Spacy | Floor, pages: Iterator[tuple[str, str]]) -> None:
    """Run what is not counted."""
    for name, text in pages:
        system.run(name, text)
