"""People beside whom they stand for: „Am Tisch saßen A für das Saarland und B für die FITKO“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import Modality

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Argument, Sentence
    from govgraph.vocabulary import Frame

_UNDONE = frozenset({None, Modality.PLANNED})


def stands_for(
    s: Sentence, person: Argument, frame: Frame, verdict: Callable[[Sentence, int], Modality | None]
) -> bool:
    """Whether the clause of a person says that whoever it names sits or signs there, and does not deny it.

    Args:
        s: The sentence.
        person: The person, with „für“ and a name behind it.
        frame: The frame of the two names, with the words that it requires and excludes.
        verdict: How a clause says what it says.
    """
    if not 0 <= person.clause < len(s.clauses):
        return False
    clause = s.clauses[person.clause]
    words = {s.tokens[i].text for i in clause.tokens} | {s.lower[i] for i in clause.tokens} | clause.verbs
    if words.isdisjoint(frame.requires) or not words.isdisjoint(frame.excludes):
        return False
    return not clause.verbs or verdict(s, person.clause) not in _UNDONE
