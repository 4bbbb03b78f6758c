"""Spans packed into numbers behave as a set of pairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govgraph.extract.spans import Spans

_SPANS = st.builds(lambda start, length: (start, start + length), st.integers(0, 20_000_000), st.integers(0, 1_000_000))


@given(st.sets(_SPANS), st.sets(_SPANS))
def test_the_same_as_a_set_of_pairs(one: set[tuple[int, int]], other: set[tuple[int, int]]) -> None:
    joined, less = Spans(one), Spans(one)
    joined |= other
    less -= other
    assert set(joined) == one | other
    assert set(less) == one - other
    assert len(joined) == len(one | other)
    assert all(span in joined for span in one)


def test_what_is_taken_out_is_gone() -> None:
    spans = Spans([(3, 9)])
    spans.discard((3, 8))
    assert (3, 9) in spans
    spans.discard((3, 9))
    assert not spans
