"""Texts cut where statements begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govgraph.explorer import Span, marked

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(min(pair), max(pair))))


@given(st.text(max_size=30), SPANS)
def test_pieces_are_the_text_and_each_character_lies_under_its_spans(text: str, spans: list[Span]) -> None:
    pieces = marked(text, spans)
    assert "".join(one.text for one in pieces) == text
    for one in pieces:
        for at in range(one.start, one.end):
            assert set(one.spans) == {place for place, span in enumerate(spans) if span.start <= at < span.end}


def test_offsets_count_code_points() -> None:
    assert [one.text for one in marked("𝔊𝔬 Anna", [Span(3, 7)])] == ["𝔊𝔬 ", "Anna"]


def test_without_a_text_the_quotes_stand_between_gaps() -> None:
    pieces = marked(None, [Span(2, 5, "abc"), Span(8, 14, "xyz"), Span(4, 6, "")])
    told = [(one.start, one.end, one.text, one.spans) for one in pieces]
    assert told == [
        (0, 2, "", ()),
        (2, 4, "ab", (0,)),
        (4, 5, "c", (0, 2)),
        (5, 6, "", (2,)),
        (6, 8, "", ()),
        (8, 11, "xyz", (1,)),
        (11, 14, "", (1,)),
    ]
