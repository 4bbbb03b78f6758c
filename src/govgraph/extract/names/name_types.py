"""A small linear model that tells from its signs whether a word is a name, and of what type.

Its weights are trained by `benchmarks/quality/train_names.py` on the open pages, read with a lexicon that has forgotten
part of its names, and shipped beside this module.
"""

from __future__ import annotations

import math
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from govgraph.errors import VocabularyError
from govgraph.extract.weights import check_number, check_numbers, check_tables, read_object
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WEIGHTS = "name_types.json"
_AGAIN = "train it again with benchmarks/quality/train_names.py"
NO_NAME = "none"
"""Class of words that are no name."""


class NameWeights(NamedTuple):
    """What was learnt of names.

    Attributes:
        bias: Weight of each class by itself: types, and `NO_NAME`.
        signs: Weights of the classes by sign; a class that is left out weighs nothing.
        least: Least probability of what is taken for a name, 0 to 1.
    """

    bias: Mapping[str, float]
    signs: Mapping[str, Mapping[str, float]]
    least: float


@lru_cache(maxsize=1)
def shipped_name_weights() -> NameWeights:
    """Weights that come with the package."""
    return read_name_weights((files("govgraph.extract.names") / _WEIGHTS).read_text(encoding="utf-8"), _WEIGHTS)


def read_name_weights(text: str, name: str) -> NameWeights:
    """Weights as JSON, checked.

    Args:
        text: What `benchmarks/quality/train_names.py` writes.
        name: What the text is called in errors.

    Raises:
        VocabularyError: It is not JSON, a part is missing or not a number, or a class is no type of the ontology.
    """
    raw = read_object(text, NameWeights._fields, name, _AGAIN)
    check_numbers(raw["bias"], "bias", name, _AGAIN)
    check_tables(raw["signs"], "signs", name, _AGAIN)
    check_number(raw["least"], "least", name, _AGAIN)
    strange = sorted({*raw["bias"], *(c for table in raw["signs"].values() for c in table)} - {NO_NAME, *EntityType})
    if strange:
        raise VocabularyError(f"{name}: no type is called {strange[0]}; {_AGAIN}")
    return NameWeights(**raw)


class NameTypes:
    """Tells the type of a name by its signs.

    Args:
        weights: What was learnt; those of the package if None.
    """

    def __init__(self, weights: NameWeights | None = None) -> None:
        self.weights = weights if weights is not None else shipped_name_weights()

    def probabilities(self, signs: Sequence[str]) -> dict[str, float]:
        """How likely each class is, by its name; the sum is 1."""
        parts: dict[str, list[float]] = {c: [bias] for c, bias in sorted(self.weights.bias.items())}
        for sign in signs:
            for c, weight in self.weights.signs.get(sign, {}).items():
                parts[c].append(weight)
        # exact, so that every version of Python gives the same
        scores = {c: math.fsum(found) for c, found in parts.items()}
        highest = max(scores.values())
        powers = {c: math.exp(score - highest) for c, score in scores.items()}
        whole = math.fsum(powers.values())
        return {c: power / whole for c, power in powers.items()}

    def of(self, signs: Sequence[str]) -> EntityType | None:
        """The type of a name with these signs; None for what is likelier none, or too unsure."""
        if not self.weights.bias:
            return None
        likely = self.probabilities(signs)
        best = max(likely, key=lambda c: (likely[c], c))
        return None if best == NO_NAME or likely[best] < self.weights.least else EntityType(best)
