"""Events that are called off, and the next one of a series: „Der Kongress war in Fulda, der nächste ist in Ulm“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import PLACES, FactDraft, only_one
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Draft, Sentence

_HELD = frozenset({Predicate.HELD_IN, Predicate.ORGANISES})
_BACK = 2
"""How many sentences before „der nächste“ the event may be told of."""
_ARTICLES = frozenset({"der", "die", "das", "dem"})
_NEXT = frozenset({"nächste", "nächsten", "folgende"})
_CONFIDENCE = 0.6
_RULE = "next-of-a-series"


class EventsAgain:
    """Judges where events are held that do not take place, or that take place again.

    Args:
        words: Gives a word list.
        modality: Judge of clauses.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader) -> None:
        self._off = words("verbs-of-calling-off")
        self._taking_place = words("verbs-of-taking-place")
        self._modality = modality

    def rules_out(self, fact: FactDraft) -> bool:
        """Whether the sentence of a fact says that its event does not take place."""
        return fact.predicate in _HELD and id(_event(fact)) in self._called_off(fact.sentence, None)

    def held(self, sentences: Sequence[Sentence], facts: Sequence[FactDraft], date: str | None) -> Iterator[FactDraft]:
        """The facts without those on what is called off, and where the next one of a series is.

        Args:
            sentences: The article.
            facts: What it states.
            date: Date of the article.
        """
        off = {id(s): found for s in sentences if (found := self._called_off(s, date))}
        for fact in facts:
            if fact.predicate not in _HELD or id(_event(fact)) not in off.get(id(fact.sentence), ()):
                yield fact
        for number, s in enumerate(sentences):
            yield from self._next(s, sentences[max(0, number - _BACK) : number], date)

    def _called_off(self, s: Sentence, date: str | None) -> set[int]:
        """„Der Kongress in Köln fällt aus“, „A hat ihn abgesagt“: events that a clause says not to take place."""
        found = set()
        for number, clause in enumerate(s.clauses):
            if not self._off.isdisjoint(clause.verbs) and self._modality.judge(s, clause, date) is not None:
                events = (a for a in s.arguments if a.clause == number and a.type is EntityType.EVENT)
                found |= {id(a.draft) for a in events if a.marker == "np" and a.head < 0}
        return found

    def _next(self, s: Sentence, before: Sequence[Sentence], date: str | None) -> Iterator[FactDraft]:
        for i in range(1, len(s.tokens) - 1):
            if s.lower[i] not in _NEXT or s.lower[i - 1] not in _ARTICLES or s.text_at(i + 1)[:1].isupper():
                continue
            number = s.clause_of[i]
            lemmas = s.clauses[number].verbs
            said = lemmas & self._taking_place and self._modality.judge(s, s.clauses[number], date) is not None
            event = _last_event(s, i, before) if said else None
            place = only_one(a.draft for a in s.arguments if a.clause == number and _tells_where(a))
            if event is not None and place is not None:
                yield FactDraft(event, Predicate.HELD_IN, place, Modality.PLANNED, _CONFIDENCE, s, _RULE, s.speaker)


def _event(fact: FactDraft) -> Draft:
    return fact.subject if fact.predicate is Predicate.HELD_IN else fact.object


def _tells_where(a: Argument) -> bool:
    return a.type in PLACES and a.marker == "in" and a.head < 0 and a.draft is not None and not a.adjective


def _last_event(s: Sentence, i: int, before: Sequence[Sentence]) -> Draft | None:
    """The event named last before a token, if its sentence names no other."""
    earlier = [a.draft for a in s.arguments if a.type is EntityType.EVENT and a.last <= i]
    if earlier:
        return only_one(earlier)
    for one in reversed(before):
        events = [a.draft for a in one.arguments if a.type is EntityType.EVENT]
        if events:
            return only_one(events)
    return None
