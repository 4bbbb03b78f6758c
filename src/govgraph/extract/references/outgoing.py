"""Works that a sentence tells to go: „hat das alte System X abgeschaltet“. What follows is about the one that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive, is_state
from govgraph.extract.state import BODY_TYPES, RUN
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_NOT = frozenset({"nicht", "nie", "kein", "keine", "ohne"})
_HELPING = frozenset({"haben", "sein", "werden"})
_ACTING = BODY_TYPES | {EntityType.PERSON}
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

    def find(self, s: Sentence) -> list[Draft]:
        """Such works, each once."""
        ended = (a for number, clause in enumerate(s.clauses) for a in self._ended(s, number, clause))
        found = (*ended, *(a for a in s.arguments if a.type in RUN and not a.reference and is_old(s, a, self._stems)))
        return list(dict.fromkeys(a.draft for a in found if a.draft is not None))

    def _ended(self, s: Sentence, number: int, clause: Clause) -> Iterator[Argument]:
        """What a clause ends: „stellt X ab“, „X wurde abgeschaltet“, „X hat ausgedient“, „damit wird X abgelöst“."""
        verbs = [(lemma, at) for lemma, at, _ in clause.lemmas if lemma not in _HELPING]
        lemmas = {lemma for lemma, _ in verbs}
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
