"""A lexicon that has forgotten part of its names: what reading can do where it knows as little as on other pages."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from types import MappingProxyType

from govgraph.model import EntityType
from govgraph.vocabulary import Vocabulary

FORGOTTEN = {
    EntityType.PROGRAMME: 1.0, EntityType.SYSTEM: 1.0, EntityType.ORGANISATION: 1.0, EntityType.SERVICE: 1.0,
    EntityType.EVENT: 1.0, EntityType.DOCUMENT: 1.0, EntityType.MUNICIPALITY: 0.2,
}  # fmt: skip
"""How likely names of a type are forgotten, beside others; Länder, laws and people are not."""


def forgetful(vocabulary: Vocabulary, share: float, seed: str = "") -> Vocabulary:
    """The vocabulary without a share of its names, 0 to 1; the same names for the same seed."""
    kept = tuple(e for e in vocabulary.entries if _chance(seed + e.iri) >= share * FORGOTTEN.get(e.type, 0.0))
    return replace(vocabulary, entries=kept, by_iri=MappingProxyType({entry.iri: entry for entry in kept}))


def _chance(text: str) -> float:
    """A number from 0 to below 1 that hangs on a text alone."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) / 16**8
