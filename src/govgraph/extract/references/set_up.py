"""Bodies that another sets up: „Der Rat hat die Arbeitsgruppe X eingesetzt“. What follows is about X."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BOARDS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.state import Argument, Draft, Sentence

_CALLING = "rufen"
_TO_LIFE = "leben"


def set_up(s: Sentence, verbs: frozenset[str]) -> Iterator[tuple[Draft, Draft]]:
    """Who sets up a board, and the board.

    Args:
        s: The sentence, with its references.
        verbs: Lemmas of verbs by which a board comes to be.
    """
    for number, clause in enumerate(s.clauses):
        lemmas = clause.verbs
        to_life = _CALLING in lemmas and _TO_LIFE in clause.words
        if lemmas.isdisjoint(verbs) and not to_life:
            continue
        bodies = [a for a in s.arguments if a.clause == number and _stands_free(a)]
        founders = [a for a in bodies if a.nominative and not (a.first > 0 and _is_board(a) and "a" in a.cases)]
        founder = (founders or [a for a in bodies if a.nominative])[:1]
        boards = [a for a in bodies if a not in founder and "a" in a.cases and _is_board(a)]
        if founder and len(boards) == 1 and founder[0].draft is not None and boards[0].draft is not None:
            yield founder[0].draft, boards[0].draft


def _stands_free(a: Argument) -> bool:
    return a.type is EntityType.ORGANISATION and a.marker == "np" and a.head < 0 and not a.adjective


def _is_board(a: Argument) -> bool:
    """A board, or a body that no reference knows: „das Kompetenzzentrum Quanten“."""
    return a.draft is not None and (a.draft.kind in BOARDS or a.draft.entry is None)
