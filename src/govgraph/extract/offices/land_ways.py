"""How a Land was found that no title names, and how sure that makes it."""

from __future__ import annotations

from typing import NamedTuple

from govgraph.extract.offices.named_bodies import HALF_SURE, RATHER_SURE

_LEAST = 0.55
"""Most confidence of an office in the Land of an article whose title does not name it."""
_TOWNS_ONLY = 0.5
"""The same where the article names only a town of that Land, or a body there."""


class Way(NamedTuple):
    """How a Land was found for a bare title: „In Kiel sprach Ministerin A“.

    Attributes:
        rule: Name of the construction.
        trust: Most confidence that the office can have.
    """

    rule: str
    trust: float


OF_SENTENCE = Way("land-of-sentence", RATHER_SURE)
OF_PERSON = Way("land-of-other-title", RATHER_SURE)
OF_PASSAGE = Way("land-of-passage", HALF_SURE)
OF_ARTICLE = Way("land-of-article", HALF_SURE)
FROM_AFAR = Way("land-of-article", _LEAST)
OF_TOWN = Way("land-of-town", _TOWNS_ONLY)
