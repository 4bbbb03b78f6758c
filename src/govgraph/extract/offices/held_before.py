"""Who takes a post that a relative clause says another held: „Das Amt, das bisher A innehatte, bekleidet nun B“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import FactDraft, only_person
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govgraph.extract.state import Clause, Sentence

_CONFIDENCE = 0.65
_TAKING = frozenset({"antreten", "ausfüllen", "ausüben", "bekleiden", "besetzen", "erben", "innehaben", "übernehmen"})
_HOLDING = _TAKING - {"antreten", "erben", "übernehmen"} | {"führen", "leiten"}
_EARLIER = frozenset({"bis", "bisher", "bislang", "davor", "früher", "lange", "vorher", "zuletzt", "zuvor"})


def held_before(
    s: Sentence, posts: frozenset[str], verdict: Callable[[Sentence, int], Modality | None]
) -> Iterator[FactDraft]:
    """Successions that a post and its relative clause tell.

    Args:
        s: Sentence with marked arguments and clauses.
        posts: Nouns for a post or a lead.
        verdict: How a clause says what it says.
    """
    for number, clause in enumerate(s.clauses):
        if clause.kind != "relative" or clause.parent < 0 or not _does(clause, _HOLDING):
            continue
        above = s.clauses[clause.parent]
        if not _does(above, _TAKING) or not _of_post(s, clause, posts):
            continue
        if _EARLIER.isdisjoint(clause.words) and verdict(s, number) is not Modality.ENDED:
            continue
        new, old = only_person(s, clause.parent), only_person(s, number)
        said = verdict(s, clause.parent)
        if new is None or old is None or new.draft is None or old.draft is None or new.draft is old.draft or not said:
            continue
        yield FactDraft(new.draft, Predicate.SUCCEEDS, old.draft, said, _CONFIDENCE, s, "held-before")


def _does(clause: Clause, verbs: frozenset[str]) -> bool:
    return not verbs.isdisjoint(clause.verbs)


def _of_post(s: Sentence, clause: Clause, posts: frozenset[str]) -> bool:
    """Whether the last stretch before a relative clause names a post: „Das Amt des Direktors, das …“."""
    start = clause.tokens[0]
    return any(s.tokens[i].text in posts for i in range(max(0, start - 6), start))
