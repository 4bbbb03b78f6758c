"""Works that a sentence tells to go: „hat das alte System X abgeschaltet“. What follows is about the one that stays.

So of those that it only holds against another one: „Im Unterschied zur App X warnt sie auch vor Lawinen“.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.scenes import behind_another
from govgraph.extract.clauses.slots import is_passive, is_state
from govgraph.extract.state import BODY_TYPES, RUN
from govgraph.language.grammar import PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_NOT = frozenset({"nicht", "nie", "kein", "keine", "ohne"})
_BEING = frozenset({"sein", "heißen"})
_LEAVING = "verabschieden"
_HELPING = frozenset({"haben", "sein", "werden"})
_ACTING = BODY_TYPES | {EntityType.PERSON}
_PHRASE = 3
"""Most words of a phrase that compares."""
_BY_PRONOUN = frozenset({"er", "sie", "es", "man", "wir", "ich"})


class OutgoingWorks:
    """Finds the works that a sentence tells to go.

    Args:
        words: Gives the forms of a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._ending = words("ending-verbs") | words("turning-off-verbs")
        self._expiring = words("expiring-verbs")
        self._replacing = words("replacing-verbs")
        self._passing = words("passing-words")
        self._stems = former_stems(words)
        self._comparing = words("comparing-phrases")
        self._compared_to = frozenset(phrase.split()[0] for phrase in self._comparing)
        self._models = tuple(sorted(words("nouns-for-models-of-works")))

    def find(self, s: Sentence) -> list[Draft]:
        """Such works, each once."""
        ended = (a for number, clause in enumerate(s.clauses) for a in self._ended(s, number, clause))
        found = (*ended, *(a for a in s.arguments if a.type in RUN and not a.reference and is_old(s, a, self._stems)))
        return list(dict.fromkeys(a.draft for a in found if a.draft is not None))

    def compared(self, s: Sentence) -> list[Draft]:
        """Works that a sentence only holds against another: „Anders als X …“, „Vorbild war das Portal X“.

        So the only one of a clause in which something without a known name takes its place.
        """
        found = [a for a in s.arguments if a.type in RUN and not a.reference and not a.adjective]
        if not found:
            return []
        opens = not self._compared_to.isdisjoint(s.lower)
        told = [
            a for a in found if (opens and self._is_compared(s, a)) or self._is_model(s, a) or self._makes_way(s, a)
        ]
        return list(dict.fromkeys(a.draft for a in told if a.draft is not None))

    def _makes_way(self, s: Sentence, a: Argument) -> bool:
        """„Der Manager Tempo ersetzt in Kiel das alte System X“: what something without a known name replaces."""
        if a.marker != "np" or a.head >= 0 or not 0 <= a.clause < len(s.clauses):
            return False
        clause = s.clauses[a.clause]
        active = not self._replacing.isdisjoint(clause.verbs) and not is_passive(clause)
        return active and behind_another(s, a.clause, a)

    def _is_compared(self, s: Sentence, a: Argument) -> bool:
        """„Im Gegensatz zu X“, „anders als das Portal X“: whether such a phrase stands before a name."""
        start = a.begin + (s.low_at(a.begin) in PREPOSITIONS)
        before = s.lower[max(0, start - _PHRASE) : start]
        return any(" ".join(before[-n:]) in self._comparing for n in range(2, len(before) + 1))

    def _is_model(self, s: Sentence, a: Argument) -> bool:
        """„Vorbild war das Portal X“, „Das Vorgängersystem hieß X“: whether a clause calls it what came before."""
        if not a.nominative or not 0 <= a.clause < len(s.clauses):
            return False
        clause = s.clauses[a.clause]
        noun = next((i for i in clause.tokens if s.lower[i].startswith(self._models)), -1)
        named = noun in s.taken and not s.taken[noun].reference
        return noun >= 0 and not named and not _BEING.isdisjoint(clause.verbs)

    def _ended(self, s: Sentence, number: int, clause: Clause) -> Iterator[Argument]:
        """What a clause ends: „stellt X ab“, „X wurde abgeschaltet“, „X hat ausgedient“, „damit wird X abgelöst“."""
        verbs = [(lemma, at) for lemma, at, _ in clause.lemmas if lemma not in _HELPING]
        lemmas = {lemma for lemma, _ in verbs}
        if _LEAVING in lemmas and "sich" in clause.words:
            yield from (a for a in s.arguments if a.clause == number and a.type in RUN and a.marker == "von")
        low = clause.words
        over = self._ending | self._replacing if is_passive(clause) else self._ending
        if lemmas.isdisjoint(over) or low & self._passing or low & _NOT:
            return
        # „hat X freigeschaltet und Y abgeschaltet“: what stands between the two verbs
        ends = next(at for lemma, at in verbs if lemma in over)
        start = max((at for _, at in verbs if at < ends), default=-1) if len(verbs) > 1 else -1
        inside = [a for a in s.arguments if s.clause_of[a.first] == number and not a.adjective]
        bare = [a for a in inside if a.marker == "np" and a.head < 0]
        itself = is_passive(clause) or is_state(clause) or bool(lemmas & self._expiring)
        if itself or clause.joined or low & _BY_PRONOUN or any(a.type in _ACTING for a in bare):
            works = [a for a in bare if a.type in RUN and a.first > start]
            # „Das Verfahren X hat sie abgeschaltet“: what is named goes, and not what „sie“ may mean
            yield from [a for a in works if not a.reference] or works


def former_stems(words: Callable[[str], frozenset[str]]) -> tuple[str, ...]:
    """How words begin that say of a work that another has come for it."""
    return tuple(sorted(words("former-work-stems")))


def is_old(s: Sentence, a: Argument, stems: tuple[str, ...]) -> bool:
    """„das bisherige Verfahren X“, „das Altsystem X“: whether the words before a name say that it goes."""
    words = (a.introduced_by.lower(), *(s.lower[i] for i in range(max(0, a.begin), a.first)))
    return any(word.startswith(stems) for word in words)
