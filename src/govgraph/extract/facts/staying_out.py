"""Who takes no part in what others do: „Nicht beteiligt ist Ulm: Die Stadt hat ein eigenes System und bleibt dabei“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.facts.ranker import RULE as WEIGHED
from govgraph.extract.state import BODY_TYPES, USES
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Clause, Draft, FactDraft, Sentence

_JOINED = frozenset(
    {"dabei", "dabei-amt-kontext", "dabei-kontext", "hinzukommen-kontext", "member-dabei-kontext", "follows-example"}
)
"""Rules of who is in it as well, which take what it is from before."""
_NOT_ONLY = frozenset({"nur", "noch", "allein", "bloß", "mehr", "ausgeschlossen"})
"""Words after „nicht“ by which somebody takes part after all, will do so, or did so."""
_FURTHER = 2
"""How many words after „nicht“ such a word stands."""
_STAYING = "bleiben"
_WITH_THEM = "dabei"


class StayingOut:
    """Tells of which bodies a sentence says that they take no part, and what cannot hold of them.

    Args:
        words: Gives the forms of a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._negation = words("negation")
        self._taking_part = words("part-taking-words")
        self._left_out = tuple(tuple(phrase.split()) for phrase in sorted(words("left-out-phrases")))

    def allowed(self, sentences: Sequence[Sentence], facts: Sequence[FactDraft]) -> list[FactDraft]:
        """Facts without those of who is told in the same sentence, or in the one before, to stay out.

        Args:
            sentences: The article.
            facts: What it states, or seems to.
        """
        doubtful = [f for f in facts if f.rule in _JOINED or f.rule == WEIGHED]
        before = {id(s): sentences[n - 1] if n else None for n, s in enumerate(sentences)} if doubtful else {}
        dropped = {id(f) for f in doubtful if self._stays_out(f, before.get(id(f.sentence)))}
        return [f for f in facts if id(f) not in dropped]

    def _stays_out(self, fact: FactDraft, before: Sentence | None) -> bool:
        if fact.modality is Modality.ENDED or not (fact.predicate in USES or fact.predicate is Predicate.MEMBER_OF):
            return False
        s = fact.sentence
        if before is not None and before.block != s.block:
            before = None
        out = self._out_at(s, fact.subject)
        later = fact.modality is Modality.PLANNED
        if out < 0 and not later and before is not None and self._out_at(before, fact.subject) >= 0:
            out = 0
        if out >= 0 and not any(a.draft is fact.object and a.first >= out and not a.reference for a in s.arguments):
            return True
        return fact.rule != WEIGHED and self._stays_with_another(fact, before)

    def _out_at(self, s: Sentence, body: Draft) -> int:
        """Where the clause begins that says of a body that it takes no part, or -1."""
        if body.type not in BODY_TYPES or s.tokens[-1].text == "?":
            return -1
        numbers = {a.clause for a in s.arguments if a.draft is body and a.nominative and 0 <= a.clause < len(s.clauses)}
        return next((s.clauses[n].tokens[0] for n in sorted(numbers) if self._is_out(s, s.clauses[n])), -1)

    def _is_out(self, s: Sentence, clause: Clause) -> bool:
        """„nicht beteiligt ist …“, „macht nicht mit“, „bleibt außen vor“."""
        low = [s.lower[i] for i in clause.tokens]
        if any(tuple(low[n : n + len(phrase)]) == phrase for phrase in self._left_out for n in range(len(low))):
            return self._negation.isdisjoint(low)
        if not self._takes_part(s, clause):
            return False
        denied = [n for n, word in enumerate(low) if word in self._negation]
        return bool(denied) and _NOT_ONLY.isdisjoint(low[denied[0] - 1 : denied[0] + 1 + _FURTHER])

    def _takes_part(self, s: Sentence, clause: Clause) -> bool:
        said = {*(s.lower[i] for i in clause.tokens), *(lemma for lemma, _, _ in clause.lemmas)}
        return not self._taking_part.isdisjoint(said)

    def _stays_with_another(self, fact: FactDraft, before: Sentence | None) -> bool:
        """„Die Stadt hat ein eigenes Rechenzentrum und bleibt dabei“: it sticks to what it was just said to do."""
        s = fact.sentence
        at = next(
            (n for n, clause in enumerate(s.clauses) if _STAYING in clause.verbs and _WITH_THEM in clause.words),
            -1,
        )
        if at < 0 or any(a.draft is fact.object and not a.reference for a in s.arguments):
            return False
        if s.clauses[at].joined and s.clauses[at].parent >= 0:
            above = s.clauses[s.clauses[at].parent]
            own = any(lemma != "sein" for lemma, _, _ in above.lemmas)
            return own and not self._takes_part(s, above)
        if before is None or any(a.draft is fact.object for a in before.arguments):
            return False
        told = any(a.draft is fact.subject and a.nominative for a in before.arguments)
        return told and not any(self._takes_part(before, clause) for clause in before.clauses)
