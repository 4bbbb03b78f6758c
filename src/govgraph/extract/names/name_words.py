"""What the spelling of a word alone says of names of people: most words open none, and nothing else is asked then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.names.abbreviated import is_short_name
from govgraph.language.morphology import Memo

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge

NAME = re.compile(
    r"^[A-ZÄÖÜÀ-ÖØ-ÞĀ-Ž][a-zäöüßà-öø-ÿĀ-ž'’]+(?:-[A-ZÄÖÜØĀ-Ž][a-zäöüßà-öø-ÿĀ-ž]+)*$"
    r"|^Ma?c[A-Z][a-z]+$|^[A-ZÄÖÜ]'[A-Z][a-z]+$"
)
"""First or last name, by its letters."""


class NameWords:
    """Readings of single words, each made once. Built once for each worker.

    Args:
        knowledge: Compiled vocabulary.

    Attributes:
        is_first: Whether a word is a first name, or a double one that begins with one.
        opens: Whether a full name may begin with a word.
        goes_on: Whether a word may go on a full name: a surname, a particle, an initial, one more first name.
        abbreviates: Whether a word may open a name that is not given in full: an initial, or a particle.
        introduces: Whether the word right before a name makes it one; None for marks, where the words before tell.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._short = knowledge.words("short-first-names")
        self._particles = knowledge.words("name-particles")
        self._titles = knowledge.words("academic-titles")
        self._salutations = knowledge.words("salutations")
        self.is_first = Memo(self._is_first).__getitem__
        self.opens = Memo(self._opens).__getitem__
        self.goes_on = Memo(self._goes_on).__getitem__
        self.abbreviates = Memo(self._abbreviates).__getitem__
        self.introduces = Memo(self._introduces).__getitem__

    def _is_first(self, text: str) -> bool:
        first_names = self.k.first_names
        if text in first_names or "-" not in text:
            return text in first_names
        # „Ernst-Abbe-Hochschule“ is a house
        first, _, last = text.partition("-")
        return first in first_names and last.rpartition("-")[2] not in self.k.words("houses-of-people")

    def _opens(self, text: str) -> bool:
        if not text[0].isalpha():
            return False
        # „Herr Professor Meyer“, „Herr Minister Weber“: a title, not a first name
        return self._is_first(text) or bool(
            NAME.match(text) and text not in self._titles and self.k.role_word(text) is None
        )

    def _goes_on(self, text: str) -> bool:
        # „Herzog-von der Heide“
        ended = text.rpartition("-")[2] in self._particles
        return ended or self._abbreviates(text) or text in self.k.first_names or NAME.match(text) is not None

    def _abbreviates(self, text: str) -> bool:
        return text in self._particles or is_short_name(text, self._short)

    def _introduces(self, text: str) -> bool | None:
        if text in {".", "-"}:
            return None
        return text in self._titles or text in self._salutations or (bool(text) and self.k.role_word(text) is not None)
