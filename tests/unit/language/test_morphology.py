"""What is remembered of words."""

from __future__ import annotations

from govgraph.language.morphology import Memo


def test_a_memo_that_is_full_keeps_what_is_asked_for_again() -> None:
    asked: list[str] = []

    def size(word: str) -> int:
        asked.append(word)
        return len(word)

    memo = Memo(size, 2)
    for word in ("Amt", "Rat", "Amt", "Bund", "Amt", "Land", "Kreis", "Amt"):
        assert memo[word] == len(word)
    assert asked.count("Amt") == 1
    assert len(memo) <= 2
