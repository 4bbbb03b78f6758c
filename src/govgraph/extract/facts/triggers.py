"""What frames a clause evokes by its verbs, its nouns, and the noun that its relative pronoun stands for.

The first step of filling frames: `facts.frames` asks for the triggers of a clause and fills the slots of each.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govgraph.extract.clauses.fitting import STARTED, helps, may_fill, only_helps
from govgraph.extract.state import Argument
from govgraph.language.grammar import AUXILIARIES, PARTICIPLE
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.clauses.fitting import FittingFrames, Held
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Clause, Sentence
    from govgraph.vocabulary import Frame

_WHICH = frozenset({"den", "die", "das"})
"""Relative pronouns for what somebody signs."""
_HAVING = frozenset({"habe", "haben", "hat", "hatte", "hatten"})
_AGENTS = frozenset({"von", "vom", "durch"})


Trigger = tuple["Frame", int, bool]
"""A frame, the token that evokes it, and whether its clause is passive for it."""


class Triggers:
    """Finds what frames the words of a clause evoke.

    Args:
        knowledge: Compiled vocabulary.
        fitting: Frames of verbs by what a sentence names.
    """

    def __init__(self, knowledge: Knowledge, fitting: FittingFrames) -> None:
        self._k = knowledge
        self._fitting = fitting
        self._particles = knowledge.words("particles")

    def of(self, s: Sentence, clause: Clause, held: Held) -> Iterator[Trigger]:
        """Frames whose lemma stands in the clause and whose slots its sentence may fill, each with its token."""
        yield from self._by_verbs(s, clause, held)
        types, titles = held
        others = self._by_words(s, clause)
        if clause.kind == "relative":
            others = itertools.chain(self._by_antecedent(s, clause), others)
        for trigger in others:
            if may_fill(trigger[0], types, titles=titles):
                yield trigger

    def _by_verbs(self, s: Sentence, clause: Clause, held: Held) -> Iterator[Trigger]:
        """Frames of the verbs of the clause, and whether it is passive for them."""
        helping = {AUXILIARIES.get(w) for w in clause.auxiliaries}
        becoming = "werden" in helping or ("worden" in s.lower and "worden" in clause.words)
        being, having = "sein" in helping, "haben" in helping
        any_verb = False
        for lemma, at, participle in clause.lemmas:
            any_verb = True
            # „Unterstützt von der ekom21 hat Gera …“
            opening = at == 0 and len(clause.lemmas) > 1 and s.lower[0][-1:] in "tn" and PARTICIPLE.search(s.lower[0])
            participle = participle or bool(opening and s.low_at(1) in _AGENTS)
            alone = s.low_at(at + 1) in _AGENTS and participle
            alone = alone or clause.kind == "participle"
            passive = participle and ((not having and (becoming or being)) or alone)
            for frame in self._fitting.of_verb(lemma, held):
                state = passive and (becoming or alone or "acc" in frame.object_markers or frame.voice == "passive")
                if frame.voice == "passive" and not state:
                    continue
                if frame.voice == "active" and state:
                    continue
                if lemma == "haben" and (
                    helps(clause) or (frame.evokes in STARTED and not frame.requires and only_helps(s, clause))
                ):
                    continue
                yield frame, at, state and frame.voice == "any"
        if any_verb or clause.joined:
            for frame in self._fitting.of_verb("*", held):
                yield frame, clause.lemmas[0][1] if clause.lemmas else clause.tokens[0], False

    def _by_words(self, s: Sentence, clause: Clause) -> Iterator[Trigger]:
        """Frames of the nouns and adjectives of the clause."""
        for i in clause.tokens:
            text = s.tokens[i].text
            taken = s.taken.get(i)
            if taken is not None and taken.draft is not None:
                head = text.rsplit("-", 1)[-1]
                if "-" in text and head:
                    for frame in self._k.noun_frames(head):
                        if "compound" in frame.object_markers:
                            yield frame, i, False
                elif i == taken.first and _is_plain_document(s, taken):
                    # „eine Vereinbarung (über X)“ may be a document and yet tell who joined hands
                    for frame in self._k.noun_frames(text):
                        if frame.evokes is Predicate.COOPERATES_WITH:
                            yield frame, i, False
                continue
            for frame in self._k.word_frames(text):
                yield frame, i, False

    def _by_antecedent(self, s: Sentence, clause: Clause) -> Iterator[Trigger]:
        """„der Vertrag, den A mit B geschlossen hat“: who joins hands by what the relative clause is about."""
        at = next((i - 2 for i in clause.tokens[:2] if s.lower[i] in _WHICH), -1)
        if at < 0 or s.text_at(at + 1) != ",":
            return
        at -= s.low_at(at) in self._particles
        if not s.text_at(at)[:1].isupper():
            return
        taken = s.taken.get(at)
        if taken is not None and taken.draft is not None and not _is_plain_document(s, taken):
            return
        for frame in self._k.noun_frames(s.text_at(at)):
            if frame.evokes is Predicate.COOPERATES_WITH and "mit!" in frame.object_markers:
                yield frame, at, False

    def words_of(self, s: Sentence, clause: Clause) -> set[str]:
        """Forms and dictionary forms of a clause's words: what a frame may require or exclude."""
        texts = [s.tokens[i].text for i in clause.tokens]
        low = [s.lower[i] for i in clause.tokens]
        words = {*texts, *low, *(lemma for lemma, _, _ in clause.lemmas)}
        if "haben" in words and helps(clause):
            words -= _HAVING
        words.update(map(self._k.lemma, [s.tokens[i].text for i in clause.tokens if s.tokens[i].upper]))
        for a in s.arguments:
            if a.reference and a.first in clause.tokens:
                words.add(a.introduced_by)
            if a.role is not None and a.role.post and a.first in clause.tokens:
                words.add("Posten")
        words.update(map(self._k.kind_of_money, [s.tokens[i].text for i in clause.tokens if i not in s.taken]))
        pairs = self._k.pairs
        if not pairs.keys().isdisjoint(low):
            words.update(
                f"{first} {second}"
                for first, second in zip(low, texts[1:], strict=False)
                if first in pairs and second in pairs[first]
            )
        return words


def _is_plain_document(s: Sentence, a: Argument) -> bool:
    """„eine Vereinbarung“, „ein Abkommen über Schulungen“: a document that has no name of its own."""
    return a.type is EntityType.DOCUMENT and (a.last - a.first == 1 or s.low_at(a.first + 1) == "über")
