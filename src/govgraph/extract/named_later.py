"""Works that a sentence only calls a portal or an app, and the next one by name: „Es soll Amtsblick heißen“."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, RUN, FactDraft, only_one
from govgraph.language.grammar import INDEFINITE
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_RULE = "named-later"
_CONFIDENCE = 0.6
_PLANNING = frozenset({"ankündigen", "planen", "vorbereiten"})
_BUILDING = frozenset({"bauen", "konzipieren", "schaffen"})
_CALLING = frozenset({"heißen"})
_BEARING = frozenset({"lauten", "sein", "tragen", "werden"})
_IT = frozenset({"dies", "er", "es", "sie"})
_THE = frozenset({"das", "der", "die", "dieses", "diese", "dieser"})
_NAMES = frozenset({"name", "namen"})
_ADJECTIVES = 2


class NamedLater:
    """Reads „Hessen plant ein gemeinsames Bürgerportal. Amtsblick soll der Name sein.“.

    Args:
        knowledge: Compiled vocabulary.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, modality: ModalityReader, date: str | None) -> None:
        self.k = knowledge
        self.modality = modality
        self.date = date
        self._making = knowledge.words("making-verbs") | _PLANNING | _BUILDING

    def facts(self, sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
        """Who plans or builds such a work."""
        for s, following in itertools.pairwise(sentences):
            name = self._name(following)
            if name is None or any(a.draft is name for a in s.arguments):
                continue
            for number, clause in enumerate(s.clauses):
                maker = self._maker(s, number, clause)
                verdict = self.modality.judge(s, clause, self.date) if maker is not None else None
                if maker is not None and verdict is not None:
                    planned = any(lemma in _PLANNING for lemma, _, _ in clause.lemmas)
                    said = Modality.PLANNED if planned else verdict
                    yield FactDraft(maker, Predicate.DEVELOPS, name, said, _CONFIDENCE, s, _RULE, s.speaker)

    def _name(self, s: Sentence) -> Draft | None:
        """The one work that a clause at the head of a sentence gives a name to."""
        clause = s.clauses[0] if s.clauses else None
        if clause is None or "nicht" in s.lower or s.tokens[-1].text == "?":
            return None
        lemmas = {lemma for lemma, _, _ in clause.lemmas} | {w for w in clause.auxiliaries if w == "ist"}
        bears = lemmas & _BEARING or not clause.lemmas
        named = bears and not _NAMES.isdisjoint(s.lower[i] for i in clause.tokens)
        called = lemmas & _CALLING or any(s.lower[i] in _CALLING for i in clause.tokens)
        if not (named or (called and any(self._is_it(s, i) for i in clause.tokens))):
            return None
        inside = [a for a in s.arguments if a.clause == 0 and a.draft is not None and not a.adjective]
        works = [a for a in inside if a.type in RUN and not a.reference]
        others = [a for a in inside if a.type in BODY_TYPES and not a.reference]
        return only_one(a.draft for a in works) if not others else None

    def _is_it(self, s: Sentence, i: int) -> bool:
        """„es“, „die Plattform“: what has just been spoken of, and not „das alte Portal“."""
        if s.lower[i] in _IT:
            return True
        head = self.k.head_noun(s.tokens[i].text) if s.low_at(i - 1) in _THE else None
        return head is not None and head.type in RUN

    def _maker(self, s: Sentence, number: int, clause: Clause) -> Draft | None:
        """Who alone plans or builds something in a main clause that has no name yet."""
        if clause.kind != "main" or self._making.isdisjoint(lemma for lemma, _, _ in clause.lemmas):
            return None
        inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
        if any(a.type in RUN and a.draft is not None and a.draft.entry is not None for a in inside):
            return None
        makers: list[Argument] = [a for a in inside if a.type in BODY_TYPES and a.nominative]
        return only_one(a.draft for a in makers) if any(self._is_new(s, i) for i in clause.tokens) else None

    def _is_new(self, s: Sentence, i: int) -> bool:
        """„ein gemeinsames Bürgerportal“: a noun for a system that is told of for the first time."""
        head = self.k.head_noun(s.tokens[i].text) if s.tokens[i].text[0].isupper() else None
        if head is None or head.type not in RUN:
            return False
        before = i - 1
        while i - before <= _ADJECTIVES and s.text_at(before)[:1].islower() and s.low_at(before) not in INDEFINITE:
            before -= 1
        return s.low_at(before) in INDEFINITE
