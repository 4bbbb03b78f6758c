"""Whether somebody is where the government of a Land works: „In Wiesbaden ist Ministerin A zufrieden“."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set

    from govgraph.extract.state import Argument, Draft, Sentence

_BEING = frozenset({"sein", "zeigen"})


def is_at_home(s: Sentence, title: Argument | None, land: Draft, capitals: Set[str]) -> bool:
    """„In Wiesbaden ist Ministerin A zufrieden“, „… zeigt sich …“; not „In Wiesbaden unterschrieb Ministerin A“.

    Args:
        s: The sentence.
        title: The title of who is there.
        land: The Land.
        capitals: Names of the towns from which Länder are ruled.
    """
    if title is None or not 0 <= title.clause < len(s.clauses):
        return False
    lemmas = s.clauses[title.clause].lemmas
    being = {at for lemma, at, participle in lemmas if lemma in _BEING and not participle}
    if not being or any(participle for _, _, participle in lemmas):
        return False
    return any(
        a.draft is not None and a.draft.jurisdiction is land and a.draft.name in capitals and a.last in being
        for a in s.arguments
        if a.clause == title.clause and a.marker == "in" and a.head < 0
    )
