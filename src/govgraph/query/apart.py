"""What tells things of one name and kind apart, in a word or two beside the name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence


def apart(alike: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Of each of some things that are called alike, what is known of it alone.

    Args:
        alike: IRI → what is known of it (office, body, town …), the most telling first.

    Returns:
        IRI → the first that no other has; where there is none, the end of the IRI, which no other has.

    >>> apart({"urn:x/a": ["CIO · Hessen"], "urn:x/b": ["CIO · Hessen", "Kassel"], "urn:x/c": []})
    {'urn:x/a': 'a', 'urn:x/b': 'Kassel', 'urn:x/c': 'c'}
    """
    often = Counter(word for words in alike.values() for word in set(words))
    return {
        iri: next((word for word in words if often[word] == 1), iri.rpartition("/")[2]) for iri, words in alike.items()
    }
