"""Laws, standards and meetings named by a number: „Richtlinie 2014/55/EU“, „ISO 27001“, „zur zwölften Sitzung“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import LongNames
from govgraph.language.grammar import CONTRACTED_CASES, DETERMINERS, INDEFINITE
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

_INDEFINITE = INDEFINITE | {"jede", "jedes", "kein", "keine"}
_SHORTEST_NORM = 3
_NUMBER_OF_LAW = re.compile(r"\s+(?:\((?:EU|EG)\)\s+)?(?:Nr\.\s+)?\d{2,4}/\d{1,4}(?:/(?:EU|EG|EWG))?\b")


class NumberedNames(LongNames):
    """Finds what its number or its day names, and marks where it stands."""

    def _numbered_law(self, s: Sentence, i: int) -> int:
        """„Richtlinie 2014/55/EU“, „Verordnung (EU) 2018/1724“: a law of the Union by its number."""
        match = _NUMBER_OF_LAW.match(self.cast.text, s.end_of(i))
        if match is None:
            return 0
        last = next((j for j in range(i + 1, len(s.tokens)) if s.starts[j] >= match.end()), len(s.tokens))
        self._swallow(s, i + 1, last)
        # „Beschluss 2025/38“ is one of a committee, „Beschluss (EU) 2022/481“ one of the Union
        own = s.tokens[i].text.endswith("eschluss") and s.text_at(i + 1) != "("
        type_, kind = (EntityType.DOCUMENT, "Document") if own else (EntityType.LAW, "Law")
        draft = self.cast.named(self._words(s, i, last), type_, kind)
        self._place(s, i, last, draft)
        return last

    def _norm(self, s: Sentence, i: int) -> int:
        """„DIN SPEC 91379“, „ISO 27001“, „DIN EN ISO 9001“: a standard by its number."""
        before, last = self.k.words("before-standards"), i + 1
        while s.text_at(last) in before or (s.text_at(last) == "/" and s.text_at(last + 1) in before):
            last += 1
        number = s.text_at(last)
        if len(number) < _SHORTEST_NORM or not number.isdigit():
            return 0
        self._swallow(s, i, last + 1)
        draft = self.cast.named(self._words(s, i, last + 1), EntityType.SYSTEM, "Standard")
        self._place(s, i, last + 1, draft)
        return last + 1

    def _numbered(self, s: Sentence, i: int) -> int:
        """„auf der 47. Sitzung“: a meeting that its number names."""
        noun = s.text_at(i + 2)
        if s.text_at(i + 1) != "." or noun not in self.k.words("numbered-events") or i + 2 in s.taken:
            return 0
        draft = self.cast.named(f"{s.tokens[i].text}. {noun}", EntityType.EVENT, "Event")
        host = s.taken.get(i + 4)
        if s.low_at(i + 3) in {"der", "des"} and host is not None and host.type is EntityType.ORGANISATION:
            # „die 42. Hauptversammlung des Deutschen Städtetags“
            draft.names.add(self._words(s, i, host.last))
        self._place(s, i, i + 3, draft)
        return i + 3

    def _counted(self, s: Sentence, i: int) -> int:
        """„zur zwölften Sitzung“: a meeting that an ordinal number names."""
        noun = s.text_at(i + 1)
        if noun not in self.k.words("numbered-events") or i + 1 in s.taken:
            return 0
        draft = self.cast.named(f"{s.lower[i].rstrip('nrms')} {noun}", EntityType.EVENT, "Event")
        self._place(s, i, i + 2, draft)
        return i + 2

    def _assembly(self, s: Sentence, i: int) -> int:
        """„auf ihrer Mitgliederversammlung in Erfurt“: a meeting of members with its day or place is a certain one."""
        holder = s.taken.get(i + 2) if s.low_at(i + 1) in {"der", "des"} else None
        at = i + 1 if holder is None else holder.last
        town = s.taken.get(at + 1)
        placed = s.low_at(at) == "in" and town is not None and town.type is EntityType.MUNICIPALITY
        opening = self._word_opening(s, i)
        definite = opening in CONTRACTED_CASES or (opening in DETERMINERS and opening not in _INDEFINITE)
        if i in s.taken or not definite or not (placed or s.dates):
            return 0
        self._place(s, i, i + 1, self.cast.named(s.tokens[i].text, EntityType.EVENT, "Event"))
        return i + 1
