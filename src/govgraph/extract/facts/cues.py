"""Words that evoke relations: triggers of frames, and the cue lists of the ontology."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.language.grammar import AUXILIARY_LEMMAS
from govgraph.language.morphology import Memo
from govgraph.model import Predicate

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import Frame

Evoked = dict[Predicate, tuple["Frame", ...]]
"""Relations that a word evokes, with the frames that say where its arguments stand; none for a mere cue."""
Word = tuple[str, str, Evoked]
"""Part of speech, dictionary form, and what the word evokes."""
_SHORTEST_HEAD, _LONGEST_HEAD = 4, 18
_SHORTEST_ATTRIBUTE = 6


@dataclass(slots=True)
class Cue:
    """A word of a sentence that evokes relations.

    Attributes:
        at: Index of its token.
        clause: Index of its clause.
        part: `verb`, `noun` or `adjective`.
        lemma: Dictionary form.
        evoked: Relations, with their frames.
    """

    at: int
    clause: int
    part: str
    lemma: str
    evoked: Evoked


class CueFinder:
    """Finds cues in sentences.

    Args:
        knowledge: Compiled vocabulary; its lists `cues-PREDICATE` hold words that have no frame.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._evoked: dict[tuple[str, str], Evoked] = {}
        for key, frames in knowledge.frames.items():
            self._learn(key, frames)
        for predicate in Predicate:
            for word in sorted(knowledge.words(f"cues-{predicate.value}")):
                part = "noun" if word[0].isupper() else "verb" if word.endswith(("en", "eln", "ern")) else "adjective"
                self._evoked.setdefault((part, word), {}).setdefault(predicate, ())
        self._free = Memo(self._of_free).__getitem__
        self._named = Memo(self._of_named).__getitem__

    def _learn(self, key: tuple[str, str], frames: list[Frame]) -> None:
        evoked: dict[Predicate, list[Frame]] = defaultdict(list)
        for frame in frames:
            if frame.evokes is not None and frame.lemma != "*" and frame.part != "name":
                evoked[frame.evokes].append(frame)
        if evoked:
            self._evoked[key] = {predicate: tuple(found) for predicate, found in evoked.items()}

    def find(self, s: Sentence) -> list[Cue]:
        """Cues of a sentence by place. Clauses must be known."""
        out = []
        verbs = set()
        for number, clause in enumerate(s.clauses):
            for lemma, at, _ in clause.lemmas:
                verbs.add(at)
                found = self._evoked.get(("verb", lemma))
                if found and lemma not in AUXILIARY_LEMMAS:
                    out.append(Cue(at, number, "verb", lemma, found))
        for i, token in enumerate(s.tokens):
            if i in verbs:
                continue
            taken = s.taken.get(i)
            word = (self._free if taken is None or taken.draft is None else self._named)(token.text)
            if word is not None:
                out.append(Cue(i, s.clause_of[i] if s.clause_of else 0, *word))
        out.sort(key=lambda cue: cue.at)
        return out

    def _of_named(self, text: str) -> Word | None:
        """What the last part of a hyphenated compound evokes whose first part is a name."""
        if "-" not in text[1:-1]:
            return None
        head = text.rstrip("-").rsplit("-", 1)[-1]
        found = self._noun(head)
        return ("noun", head, found) if found else None

    def _of_free(self, text: str) -> Word | None:
        """What a word evokes that belongs to no name."""
        if text[0].isupper():
            lemma = text if text in self.k.noun_lemmas else self.k.lemma(text)
            found = self._noun(lemma)
            if found:
                return "noun", lemma, found
        low = text.lower()
        found = self._evoked.get(("adjective", low))
        if found is None and text[0].islower() and len(low) >= _SHORTEST_ATTRIBUTE and low[-1] in "enrsm":
            # a participle before its noun
            lemma = self.k.lemma(low.rstrip("nrsm")[:-1]) if len(low.rstrip("nrsm")) > 1 else low
            found = self._evoked.get(("verb", self.k.lemma(low))) or self._evoked.get(("verb", lemma))
        return ("adjective", low, found) if found else None

    def _noun(self, lemma: str) -> Evoked | None:
        """What a noun evokes; the last part of a compound evokes what it evokes alone („Softwareeinführung“)."""
        found = self._evoked.get(("noun", lemma))
        if not found:
            low = lemma.lower()
            # the longest first: „Softwareeinführung“ is an „Einführung“, no „Führung“
            for size in range(min(_LONGEST_HEAD, len(low) - 3), _SHORTEST_HEAD - 1, -1):
                found = self._evoked.get(("noun", low[-size].upper() + low[len(low) - size + 1 :]))
                if found:
                    break
        return found or None
