from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.query.moved import Moved, moved

SIDES = st.dictionaries(st.sampled_from("abcd"), st.frozensets(st.sampled_from("12345"), min_size=1), max_size=4)


def words(**things: str) -> dict[str, frozenset[tuple[str, str, str]]]:
    return {thing: frozenset((one, "", "") for one in said) for thing, said in things.items()}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # another name for the same words
        (words(a="1"), words(b="1"), [(("a",), ("b",))]),
        # two are one, one is two
        (words(a="1", b="2"), words(c="12"), [(("a", "b"), ("c",))]),
        (words(a="12"), words(a="1", b="2"), [(("a",), ("b",))]),
        # what has words of its own is new, but not when it has taken over all of another's
        (words(a="12"), words(a="1", b="23"), []),
        (words(a="1"), words(b="12"), [(("a",), ("b",))]),
        # the sentence still stands for the first
        (words(a="1"), words(a="1", b="1"), []),
        (words(a="1"), words(b="2"), []),
    ],
)
def test_words_move_from_one_to_another(
    before: dict[str, frozenset[tuple[str, str, str]]],
    after: dict[str, frozenset[tuple[str, str, str]]],
    expected: list[tuple[tuple[str, ...], tuple[str, ...]]],
) -> None:
    assert moved(before, after) == tuple(Moved(*pair) for pair in expected)
    assert moved(after, before) == tuple(Moved(second, first) for first, second in expected)


@given(SIDES, SIDES)
def test_groups_are_turned_round_with_the_graphs(
    before: dict[str, frozenset[str]], after: dict[str, frozenset[str]]
) -> None:
    one, other = (
        {thing: frozenset((word, "", "") for word in said) for thing, said in side.items()} for side in (before, after)
    )
    assert moved(one, one) == ()
    turned = {Moved(group.after, group.before) for group in moved(other, one)}
    assert set(moved(one, other)) == turned
