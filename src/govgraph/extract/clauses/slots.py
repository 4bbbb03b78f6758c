"""What kind of thing the words of a clause expect in a case or after a preposition, by the frames they evoke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, WORKS
from govgraph.language.grammar import AUXILIARIES, AUXILIARY_LEMMAS, COPULA_LEMMAS, PREPOSITIONS
from govgraph.language.morphology import is_preterite
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Container

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Sentence
    from govgraph.vocabulary import Frame

_CASES = {"n": "nom", "a": "acc", "d": "dat"}
_WHERE = frozenset({"in", "bei"})
_HOLDER = frozenset({EntityType.PERSON})
_NO_TYPES: frozenset[EntityType] = frozenset()


class SlotTypes:
    """Types that the frames of a clause allow in a slot. Built once for each worker.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._posts = knowledge.words("posts")
        self._known: dict[tuple[str, str, str], frozenset[EntityType]] = {}

    def subject(self, s: Sentence, clause: Clause) -> frozenset[EntityType]:
        """Types for a nominative, narrowed where the clause says at whom: „In Fulda läuft es“, „ist er im Einsatz“.

        A named place or body takes the subject's place in frames of what is in use there; then the nominative is the
        work, as long as nothing else in the clause is one.
        """
        expected = self.expected(s, clause, "n")
        if expected.isdisjoint(WORKS) or is_passive(clause):
            return expected
        inside = [a for a in s.arguments if a.draft is not None and not a.adjective and a.first in clause.tokens]
        where = {a.marker for a in inside if a.type in BODY_TYPES and a.head < 0} & _WHERE
        if not where or any(a.type in WORKS for a in inside):
            return expected
        nouns = {s.tokens[i].text for i in clause.tokens if s.tokens[i].text[0].isupper()}
        used: set[EntityType] = set()
        for lemma, _, _ in clause.lemmas:
            for frame in self.k.frames.get(("verb", lemma), ()):
                if "nom" in frame.subject_markers and any(_takes(frame, a) for a in inside):
                    # „In Fulda leitet sie das Referat X“: the verb has what it asks for
                    return expected
                told = not frame.requires or not nouns.isdisjoint(frame.requires)
                told = told and (lemma not in AUXILIARY_LEMMAS or bool(frame.requires)) and frame.voice != "passive"
                if told and "nom" in frame.object_markers and not where.isdisjoint(frame.subject_markers):
                    used |= frame.object_types & WORKS
        return frozenset(used) or expected

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
        if not bare or "sein" in clause.verbs:
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
        """Types that „ist … in Betrieb“ or „war … im Einsatz“ expects: of an auxiliary the noun beside it tells.

        „Fulda hat es bereits“ needs none.
        """
        types: set[EntityType] = set()
        nouns = {s.tokens[i].text for i in clause.tokens if s.tokens[i].text[0].isupper()}
        has = marker == "acc" and lemma == "haben" and all(other == lemma for other, _, _ in clause.lemmas)
        for frame in self.k.frames.get(("verb", lemma), ()):
            owned = has and not frame.requires and nouns.isdisjoint(frame.excludes)
            if frame.evokes is None or not (owned or not nouns.isdisjoint(frame.requires)):
                continue
            if marker in frame.subject_markers:
                types |= frame.subject_types
            if marker in frame.object_markers:
                types |= frame.object_types
        return types

    def _holds_office(self, s: Sentence, clause: Clause) -> bool:
        """„Zuvor war er Abteilungsleiter“, „arbeitete sie als Referentin“: who is something by title is a person.

        So is who has its post: „Den Titel einer CDO trägt sie auch“.
        """
        titles = [a for a in s.arguments if a.role is not None and a.first in clause.tokens]
        if any(a.marker == "gen" and s.text_at(a.head) in self._posts for a in titles):
            frames = [frame for lemma, _, _ in clause.lemmas for frame in self.k.frames.get(("verb", lemma), ())]
            return any(frame.evokes is None and "gen" in frame.object_markers for frame in frames)
        if any(a.marker == "np" for a in titles) and not COPULA_LEMMAS.isdisjoint(clause.verbs):
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
        if (part, lemma) not in self.k.frames:
            return _NO_TYPES
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


def _takes(frame: Frame, a: Argument) -> bool:
    """Whether an argument may be the object of a frame, by its type and its marker."""
    if a.type not in frame.object_types:
        return False
    return "acc" in frame.object_markers if a.marker == "np" else a.marker in frame.object_markers - _WHERE


def is_passive(clause: Clause) -> bool:
    """Whether a clause has „werden“ or „worden“ with a participle."""
    done = [lemma for lemma, _, participle in clause.lemmas if participle]
    if "werden" in done:
        return len(done) > 1
    return bool(done) and any(AUXILIARIES.get(w) == "werden" for w in clause.auxiliaries)


def is_state(clause: Clause) -> bool:
    """„ist seit Mai abgeschaltet“: a participle with „sein“."""
    being = any(AUXILIARIES.get(w) == "sein" for w in clause.auxiliaries)
    return being and any(participle for _, _, participle in clause.lemmas)


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


def in_past(s: Sentence, clause: Clause) -> bool:
    """Whether a clause tells in the perfect or in the preterite: „hat geführt“, „führte“."""
    return is_perfect(clause) or in_preterite(s, clause)
