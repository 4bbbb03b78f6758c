"""Which forms of a name are names of their own, and which are the name as a sentence bends it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from govgraph.language.morphology import name_variants


def bent(forms: Iterable[str], names: Iterable[str]) -> set[str]:
    """Those of some forms that are genitives, or have other adjective endings, of a name or of a shorter form.

    Args:
        forms: Forms that an article has of a thing.
        names: What the thing is called for sure; none of these counts as bent.

    >>> sorted(bent({"Saarlandes", "Freistaat", "Freistaats", "Land an der Saar"}, {"Saarland"}))
    ['Freistaats', 'Saarlandes']
    """
    forms, names = set(forms), set(names)
    return {
        form
        for form in forms - names
        if any(form in _variants(name) for name in names)
        or any(len(other) < len(form) and form in _variants(other) for other in forms)
    }


@lru_cache(maxsize=8192)
def _variants(name: str) -> frozenset[str]:
    return frozenset(name_variants(name) - {name, name[:1].upper() + name[1:]})
