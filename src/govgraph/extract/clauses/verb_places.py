"""Where the verbs of a sentence stand that are no participles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import AUXILIARIES, MODALS

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence


def verb_places(s: Sentence) -> set[int]:
    """Tokens of its main verbs, without those that only help: „leitet“ in „A leitet das Amt und kann es“."""
    return {i for clause in s.clauses for _, i, participle in clause.lemmas if not participle}


def finite_places(s: Sentence) -> set[int]:
    """Tokens of its main verbs, auxiliaries and modals: „leitet“ and „kann“."""
    return verb_places(s) | {i for i, low in enumerate(s.lower) if low in AUXILIARIES or low in MODALS}
