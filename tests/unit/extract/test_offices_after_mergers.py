"""Offices that are told of after a body has been founded or several have become one."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "KDZ und Citkomm sind zur Südwestfalen-IT verschmolzen. Geschäftsführer ist Jan Holm, der zuvor die Citkomm "
        "führte. Verbandsvorsteher ist Jens Ott.",
        ["Jan Holm holds Geschäftsführer at Südwestfalen-IT", "Jens Ott holds Verbandsvorsteher at Südwestfalen-IT"],
        ["Jens Ott holds Verbandsvorsteher at Citkomm"],
    ),
    (
        "Die KDO und die ITEBO fusionieren zur NordIT. Geschäftsführer wird Jan Holm.",
        ["Jan Holm holds Geschäftsführer at NordIT"],
        ["Jan Holm holds Geschäftsführer at KDO", "Jan Holm holds Geschäftsführer at ITEBO"],
    ),
    (
        "Die NordIT tritt an die Stelle der KDO. Präsidentin ist Ina Rost, ihr zur Seite stehen Vizepräsident Jan "
        "Holm, der die KDO seit 2019 geleitet hatte, und als Verwaltungschefin Eva Roth.",
        ["Eva Roth holds Verwaltungschef at NordIT"],
        ["Eva Roth holds Verwaltungschef at KDO", "Eva Roth chairs KDO"],
    ),
    (
        "Die NordIT tritt an die Stelle der KDO. Präsidentin ist Ina Rost.",
        ["Ina Rost holds Präsident at NordIT"],
        ["Ina Rost holds Präsident at KDO"],
    ),
    (
        "Präsidentin der NordIT ist Ina Rost, Vizepräsident ist Jan Holm, der die KDO geleitet hatte.",
        ["Jan Holm chairs KDO ended", "Ina Rost holds Präsident at NordIT"],
        ["Ina Rost chairs KDO"],
    ),
    (
        "Die KDO arbeitet mit der ITEBO zusammen. Geschäftsführer der KDO ist Jan Holm.",
        ["Jan Holm holds Geschäftsführer at KDO"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_a_title_is_one_of_the_body_that_has_come_of_others(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
