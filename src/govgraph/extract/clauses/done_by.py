"""Phrases between commas that name by whom something has been done: „das Portal, von der AKDB entwickelt, …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.ellipsis import agent_of
from govgraph.extract.state import BODY_TYPES, PLACES
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

_DONE_BY_NOBODY = frozenset({"profitieren"})
"""Verbs with „von“ that have no passive, in forms that look like a participle."""
_TOWN_NOUNS = ("stadt", "gemeinde")
"""How nouns end that stand with their article before the name of a town."""


def is_done_by(s: Sentence, first: int, end: int, lemma: str) -> bool:
    """Whether a stretch that closes with what may be a participle has an agent, and neither subject nor object.

    „, von der AKDB gemeinsam mit Ulm entwickelt,“: „der“ is an article here, and no relative pronoun as in „, von der
    Ulm das Portal erhält,“.

    Args:
        s: Sentence whose arguments are marked.
        first: Index of the first word of the stretch.
        end: One past the index of its last word, which is the verb.
        lemma: Infinitive of the verb.
    """
    if lemma in _DONE_BY_NOBODY or s.text_at(end) not in {",", "–", "—"}:
        return False
    agent = agent_of(s, first, end)
    article = agent >= 0 and s.low_at(agent + 1) in {"der", "die"}
    named = s.taken.get(agent + 1 + article) if agent >= 0 else None
    if named is None or named.first != agent + 1 + article or named.type not in BODY_TYPES:
        return False
    if article and named.type in PLACES and not s.low_at(named.first).endswith(_TOWN_NOUNS):
        # „, von der Ulm profitiert,“: no article stands before the name of a town
        return False
    rest = range(named.last, end - 1)
    if any(s.lower[i] in DETERMINERS and s.low_at(i - 1) not in PREPOSITIONS for i in rest):
        return False
    return not any(a.first in rest and a.marker == "np" and not a.adjective for a in s.arguments)
