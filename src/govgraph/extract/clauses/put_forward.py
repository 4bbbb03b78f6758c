"""Who is only put forward for an office: „wurde als CIO vorgeschlagen“, „brachte A als CIO ins Spiel“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from govgraph.extract.state import Clause, Sentence


class PutForward:
    """Tells who is only put forward for an office.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self.verbs = words("putting-forward-verbs")
        self._into = words("put-forward-into")
        self._conferring = words("conferring-verbs")

    def stands(self, s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
        """„wurde als CIO vorgeschlagen“, „brachte A als CIO ins Spiel“, not „Als CIO schlug er vor, …“."""
        brought = "bringen" in clause.verbs and "ins" in low
        brought = brought and not self._into.isdisjoint(low)
        wanted = clause.verbs & self.verbs
        if not (brought or wanted) or self._is_chosen_then(s, clause, wanted or {"bringen"}):
            return False
        passive = is_passive(clause)
        return any(
            a.role is not None
            and a.first in clause.tokens
            and (a.marker == "zu" or (a.marker == "als" and (passive or a.begin > clause.tokens[0] + 1)))
            for a in s.arguments
        )

    def _is_chosen_then(self, s: Sentence, clause: Clause, wanted: AbstractSet[str]) -> bool:
        """„vorgeschlagen und einstimmig gewählt“, not „A wurde vorgeschlagen und B gewählt“: then it is done."""
        verbs = sorted((i, lemma) for lemma, i, participle in clause.lemmas if participle)
        put = next((i for i, lemma in verbs if lemma in wanted), -1)
        chosen = next((i for i, lemma in verbs if i > put >= 0 and lemma in self._conferring), -1)
        return chosen >= 0 and not any(
            a.type is EntityType.PERSON and a.marker == "np" and put < a.first < chosen for a in s.arguments
        )
