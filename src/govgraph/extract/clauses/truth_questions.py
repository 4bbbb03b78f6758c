"""Questions whether something is so at all: „Stimmt es, dass X CIO wird?“, „Kann es sein, dass Y die IT leitet?“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.addresses import head_of

if TYPE_CHECKING:
    from collections.abc import Container

    from govgraph.extract.state import Sentence

_OPENERS = frozenset({"dass", "ob", "wonach"})
_MAY = frozenset({"kann", "könnte"})
_BE = "sein"


def asks_for_truth(s: Sentence, words: Container[str]) -> set[int]:
    """The clauses of a question that it asks to be confirmed; not „Wie kommt es, dass X geht?“, which takes it for so.

    Args:
        s: The question.
        words: Words, in small letters, of a clause that asks whether the one below it is so.
    """
    if not s.clauses:
        return set()
    first = head_of(s)
    main = s.clause_of[first]
    low = [s.lower[i] for i in s.clauses[main].tokens]
    asks = s.lower[first] in words or (s.lower[first] in {"ist", "wäre", "war"} and any(word in words for word in low))
    if not asks and not (s.lower[first] in _MAY and _BE in low):
        return set()
    rest = [n for n, clause in enumerate(s.clauses) if n != main and clause.kind != "relative"]
    return set(rest) if any(s.clauses[n].opener in _OPENERS for n in rest) else set()
