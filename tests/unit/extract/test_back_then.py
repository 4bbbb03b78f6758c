"""On which day one followed the other, where „damals“ means a time told before."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Nora Weiß wurde im Oktober 2015 CIO des Landes Hessen. Damals löste sie Jens Ott ab.",
        ["Jens Ott holds CIO at Hessen former until=2015-10", "Nora Weiß holds CIO at Hessen since=2015-10"],
        [],
    ),
    (
        "CIO des Landes Hessen ist Nora Weiß. Seit Mai 2019 arbeitet sie in Wiesbaden, damals hat sie Jens Ott "
        "abgelöst.",
        ["Jens Ott holds CIO at Hessen former until=2019-05", "Nora Weiß holds CIO at Hessen since=2019-05"],
        [],
    ),
    (
        "CIO des Landes Hessen ist Nora Weiß. Sie war im Oktober 2015 aus Ulm gekommen. Damals folgte sie auf Jens "
        "Ott.",
        ["Jens Ott holds CIO at Hessen former until=2015-10", "Nora Weiß holds CIO at Hessen since=2015-10"],
        [],
    ),
    (
        "CIO des Landes Hessen ist Nora Weiß. 2014 und 2016 war sie in Ulm. Damals löste sie Jens Ott ab.",
        ["Jens Ott holds CIO at Hessen former"],
        ["* holds CIO at Hessen until=2014", "* holds CIO at Hessen until=2016"],
    ),
    (
        "CIO des Landes Hessen ist Nora Weiß. Der Kreis Soest hat 2019 die E-Akte eingeführt. Damals löste sie Jens "
        "Ott ab.",
        ["Jens Ott holds CIO at Hessen former"],
        ["* holds CIO at Hessen until=2019", "* holds CIO at Hessen since=2019"],
    ),
    (
        "CIO des Landes Hessen ist Nora Weiß. Sie kam 2019 aus Ulm. Damals löste sie Jens Ott nicht ab.",
        ["Nora Weiß holds CIO at Hessen current"],
        ["* holds CIO at Hessen since=2019"],
    ),
]


@pytest.mark.parametrize(("text", "said", "unsaid"), CASES)
def test_the_day_told_before_is_that_of_the_succession(text: str, said: list[str], unsaid: list[str]) -> None:
    check_statements(read_article(text), said, unsaid)
