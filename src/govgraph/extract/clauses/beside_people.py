"""Names that only say who a noun before the comma is: „unter dessen Nachfolgerin, Landrätin Anna Weber, wurde …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Argument, Sentence

Place = tuple[str, str, int, int, str]
"""Marker, cases, head, begin and noun of a phrase."""
_OWN_PLACE = frozenset({"", "np", "gen", "als", "wie"})
"""Markers of phrases that have no preposition to share with an apposition."""


def beside_noun(
    s: Sentence, a: Argument, people: frozenset[str], walk: Callable[[Sentence, int], Place]
) -> Place | None:
    """The place of a name between commas after a noun for a person that a preposition governs, else none.

    „Mit ihrer Vorgängerin, Jana Ott, war …“: whoever is named so does not do what the clause says.

    Args:
        s: The sentence.
        a: A name, whose phrase is known.
        people: Nouns for who comes before or after another.
        walk: Tells the place of the phrase that ends before a token.
    """
    if a.type is not EntityType.PERSON or a.marker != "np" or a.head >= 0 or s.text_at(a.last) != ",":
        return None
    noun = a.begin - 2
    if s.text_at(a.begin - 1) != "," or s.text_at(noun) not in people:
        return None
    place = walk(s, noun + 1)
    return None if place[0] in _OWN_PLACE else place
