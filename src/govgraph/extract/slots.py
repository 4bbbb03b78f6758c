"""What kind of thing the words of a clause expect in a case or after a preposition, by the frames they evoke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import AUXILIARIES, AUXILIARY_LEMMAS, PREPOSITIONS
from govgraph.language.morphology import is_preterite
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Container

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Clause, Sentence

_CASES = {"n": "nom", "a": "acc", "d": "dat"}
_COPULAS = frozenset({"sein", "werden", "bleiben"})
_HOLDER = frozenset({EntityType.PERSON})


class SlotTypes:
    """Types that the frames of a clause allow in a slot. Built once for each worker.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._known: dict[tuple[str, str, str], frozenset[EntityType]] = {}

    def expected(self, s: Sentence, clause: Clause, marker: str) -> frozenset[EntityType]:
        """Types for a case (`n`, `a`, `d`) or a preposition; empty where the clause evokes nothing."""
        marker = _CASES.get(marker, marker)
        if marker == "nom" and self._holds_office(s, clause):
            return _HOLDER
        passive = is_passive(clause)
        if marker == ("nom" if passive else "acc") and self._gives_office(s, clause):
            return _HOLDER
        out: set[EntityType] = set()
        for lemma, _, participle in clause.lemmas:
            if lemma in AUXILIARY_LEMMAS:
                out |= self._of_phrase(s, clause, lemma, marker)
                continue
            if passive and participle:
                if marker == "nom":
                    out |= self._of("verb", lemma, "acc", objects=True)
                elif marker in {"von", "durch"}:
                    out |= self._of("verb", lemma, "nom")
                    continue
                if marker in {"nom", "acc"}:
                    continue
            out |= self._of("verb", lemma, marker)
        bare = marker in {"nom", "acc"}
        if not bare or any(lemma == "sein" for lemma, _, _ in clause.lemmas):
            for i in clause.tokens:
                text = s.tokens[i].text
                if text[0].isupper() and not (bare and s.low_at(i - 1) in PREPOSITIONS):
                    lemma = text if text in self.k.noun_lemmas else self.k.lemma(text)
                    if lemma in self.k.noun_lemmas:
                        out |= self._of("noun", lemma, marker)
                if s.lower[i] in self.k.adjective_lemmas:
                    out |= self._of("adjective", s.lower[i], marker)
        return frozenset(out)

    def _of_phrase(self, s: Sentence, clause: Clause, lemma: str, marker: str) -> set[EntityType]:
        """Types that „ist … in Betrieb“ or „war … im Einsatz“ expects: of an auxiliary the noun beside it tells."""
        types: set[EntityType] = set()
        nouns = {s.tokens[i].text for i in clause.tokens if s.tokens[i].text[0].isupper()}
        for frame in self.k.frames.get(("verb", lemma), ()):
            if frame.evokes is None or nouns.isdisjoint(frame.requires):
                continue
            if marker in frame.subject_markers:
                types |= frame.subject_types
            if marker in frame.object_markers:
                types |= frame.object_types
        return types

    @staticmethod
    def _holds_office(s: Sentence, clause: Clause) -> bool:
        """„Zuvor war er Abteilungsleiter“, „arbeitete sie als Referentin“: who is something by title is a person."""
        titles = [a for a in s.arguments if a.role is not None and a.first in clause.tokens]
        if any(a.marker == "np" for a in titles) and any(lemma in _COPULAS for lemma, _, _ in clause.lemmas):
            return True
        named = any(a.type is EntityType.PERSON and not a.reference and a.first in clause.tokens for a in s.arguments)
        return not named and any(a.marker == "als" for a in titles)

    def _gives_office(self, s: Sentence, clause: Clause) -> bool:
        """„hat sie zur Leiterin ernannt“, „wird sie zur CIO bestellt“: who is made something by title is a person."""
        if not any(a.role is not None and a.marker == "zu" and a.first in clause.tokens for a in s.arguments):
            return False
        frames = [frame for lemma, _, _ in clause.lemmas for frame in self.k.frames.get(("verb", lemma), ())]
        return any(frame.evokes is None and "acc" in frame.subject_markers for frame in frames)

    def _of(self, part: str, lemma: str, marker: str, *, objects: bool = False) -> frozenset[EntityType]:
        key = (part, lemma, marker + "!" if objects else marker)
        found = self._known.get(key)
        if found is None:
            types: set[EntityType] = set()
            for frame in self.k.frames.get((part, lemma), ()):
                if frame.evokes is None:
                    continue
                if marker in frame.subject_markers and not objects:
                    types |= frame.subject_types
                if marker in frame.object_markers:
                    types |= frame.object_types
            found = self._known[key] = frozenset(types)
        return found


def is_passive(clause: Clause) -> bool:
    """Whether a clause has „werden“ or „worden“ with a participle."""
    return any(AUXILIARIES.get(w) == "werden" for w in clause.auxiliaries) and any(p for _, _, p in clause.lemmas)


def is_perfect(clause: Clause) -> bool:
    """Whether a clause has „haben“ or „sein“ with a participle."""
    auxiliaries = {AUXILIARIES.get(w) for w in clause.auxiliaries}
    return not auxiliaries.isdisjoint({"haben", "sein"}) and any(p for _, _, p in clause.lemmas)


def in_preterite(s: Sentence, clause: Clause, verbs: Container[str] | None = None) -> bool:
    """Whether a verb of a clause, of `verbs` if given, stands in the preterite: „führte“, „folgte“."""
    return any(
        (verbs is None or lemma in verbs) and is_preterite(s.lower[i], lemma)
        for lemma, i, participle in clause.lemmas
        if not participle
    )
