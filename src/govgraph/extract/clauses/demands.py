"""What a clause only demands by a noun: „fordert eine Kooperation von A und B“, „pocht auf die Einführung von X“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.fitting import stands_fast
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS
from govgraph.model import Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from govgraph.extract.state import Clause, Sentence
    from govgraph.vocabulary import Frame

_DONE = frozenset(
    {Predicate.IMPLEMENTS, Predicate.PILOTS, Predicate.DEVELOPS, Predicate.FUNDS, Predicate.COOPERATES_WITH}
)
"""What may be demanded by its noun: „fordert die Einführung“, „ruft nach einer Zusammenarbeit“."""
_SOME = frozenset({"ein", "eine", "einen", "mehr"})
_IF_IT_WENT = frozenset({("geht", "es", "nach"), ("ginge", "es", "nach"), ("wenn", "es", "nach")})
_VOWELS = frozenset("aeiouäöü")
_PHRASE = 6
"""How many words may stand between a noun and its preposition."""


class Demands:
    """Tells what is demanded, refused or only thought of from what is so.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        pairs = [phrase.rpartition(" ") for phrase in words("demanding-phrases")]
        self._by_verb: dict[str, set[str]] = {}
        for preposition, _, verb in pairs:
            self._by_verb.setdefault(verb, set()).add(preposition)
        self._pointing: dict[str, set[str]] = {}
        for preposition, _, verb in pairs:
            if preposition:
                joint = "dar" if preposition[0] in _VOWELS else "da"
                self._pointing.setdefault(joint + preposition, set()).add(verb)
        self._actions = tuple(words("demanded-nouns"))
        self._proposals = words("proposal-nouns")

    def only_wants(self, s: Sentence, clause: Clause, frame: Frame, at: int) -> bool:
        """Whether the noun at token `at` that evokes a frame is what the verb of its clause asks for or refuses.

        Not „seit der Einführung der E-Akte fordert X …“, whose preposition is none of the verb, nor „deshalb fordert
        die Allianz aus A und B …“, which is who demands.
        """
        if frame.part != "noun" or frame.evokes not in _DONE or stands_fast(frame):
            return False
        return self.is_wanted_noun(s, clause, at, joint=frame.evokes is Predicate.COOPERATES_WITH)

    def is_wanted_noun(self, s: Sentence, clause: Clause, at: int, *, joint: bool = False) -> bool:
        """„prüft den Umstieg auf X“: whether the verb of a clause asks for, weighs or refuses its noun at token `at`.

        A noun for what is joint may also name who demands, so it is wanted only where an article says so.
        """
        verbs = [self._by_verb[lemma] for lemma, _, _ in clause.lemmas if lemma in self._by_verb]
        if not verbs or not s.text_at(at).endswith(self._actions):
            return False
        wanted = set().union(*verbs)
        return self._opening(s, at, bare="" in wanted, joint=joint) in wanted

    @staticmethod
    def _opening(s: Sentence, at: int, *, bare: bool, joint: bool) -> str | None:
        """Preposition of the noun at `at`, "" for an object without one, None where the noun is none of the verb."""
        for i in range(at - 1, max(-1, at - _PHRASE), -1):
            word = s.low_at(i)
            if word in PREPOSITIONS:
                return PREPOSITIONS[word]
            if word in DETERMINERS or word == "mehr":
                if s.low_at(i - 1) in PREPOSITIONS:
                    return PREPOSITIONS[s.low_at(i - 1)]
                return "" if bare and (word in _SOME or not joint) else None
            if not word.isalpha() or s.text_at(i)[:1].isupper():
                break
        return "" if bare and s.low_at(at - 1).endswith(("e", "en")) else None

    def is_wanted(self, said: Sequence[str], lemmas: Container[str]) -> bool:
        """„pocht darauf, dass …“, „denkt darüber nach, … zu …“: whether a clause only asks for what hangs on it."""
        return any(
            word in self._pointing and any(verb in lemmas for verb in self._pointing[word])
            for word in said
            if word.startswith("da")
        )

    def is_proposed(self, s: Sentence, clause: Clause) -> bool:
        """„der Antrag der FDP, die E-Akte einzuführen“: an infinitive that hangs on a noun for a demand."""
        start = clause.tokens[0]
        before = range(max(0, start - _PHRASE), start)
        nouns = [i for i in before if s.tokens[i].text in self._proposals]
        return bool(nouns) and all(s.tokens[i].text.isalpha() for i in range(nouns[-1], start))


def goes_by_wish(s: Sentence) -> bool:
    """„Geht es nach dem Städtetag, finanziert der Bund …“, „Wenn es nach X ginge, …“: what somebody would like."""
    opening = s.lower[:4]
    return "nach" in opening and tuple(word for word in opening if word.isalpha())[:3] in _IF_IT_WENT
