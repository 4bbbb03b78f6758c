from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.resolve.names import Likeness, likeness, person_name


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Denis Alt", "Denis Alt", Likeness.SAME),
        ("Dr. Anna Müller", "Anna Mueller", Likeness.SPELLING),
        ("Hans Peter Meier", "Hans-Peter Meier", Likeness.SPELLING),
        ("Anna von der Heide", "Anna v. d. Heide", Likeness.SPELLING),
        ("T. Popp", "Thomas Popp", Likeness.INITIAL),
        ("Hans Meier", "Hans-Peter Meier", Likeness.FEWER),
        ("Dorothee Bär", "Dorothee Bär-Lange", Likeness.DOUBLE),
        ("Alt", "Denis Alt", Likeness.SURNAME),
        ("Bär", "Dorothee Bär-Lange", Likeness.PART),
        ("Jens From", "Jens Fromm", Likeness.CLOSE),
        ("Thomas Popp", "Tobias Popp", None),
        ("Peter Meier", "Hans-Peter Meier", None),
        ("Denis Alt", "Denis Neu", None),
    ],
)
def test_two_names_of_one_person(one: str, two: str, expected: Likeness | None) -> None:
    assert likeness(one, two) is expected
    assert likeness(two, one) is expected


def test_an_initial_is_no_particle() -> None:
    assert person_name("V. Müller").given == ("v",)
    assert person_name("von Müller").particles == ("von",)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_has_a_name_and_likeness_is_symmetric(one: str, two: str) -> None:
    assert person_name(one).surnames
    assert likeness(one, two) is likeness(two, one)
