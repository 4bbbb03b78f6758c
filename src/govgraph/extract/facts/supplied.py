"""Whom a firm supplies: „Das Unternehmen stattet Hessen mit X aus“, „Die Firma führt in der Stadt Gera X ein“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.state import FIRMS, PLACES, USES
from govgraph.language.grammar import PREPOSITIONS
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.filled import Filled
    from govgraph.extract.state import Argument, Sentence

_AT = frozenset({"in", "bei", "für"})
_THERE = "dort"
_SERVING = "ServiceProvider"
_ROLLING_OUT = "ausrollen"


class Supplied:
    """Tells who gets what a firm brings.

    Args:
        equipping: Lemmas of verbs whose object gets what „mit“ names.
        installing: Lemmas of verbs for what one does for oneself, or for others in a place.
    """

    def __init__(self, equipping: frozenset[str], installing: frozenset[str]) -> None:
        self._equipping = equipping
        self._installing = installing

    def stated(self, s: Sentence, filled: Filled, own: Sequence[Argument]) -> Iterator[Filled]:
        """What a frame of use states of a firm and of those whom it supplies; as it is where nobody is.

        Args:
            s: The sentence.
            filled: A frame that has found its ends.
            own: The arguments of its clause.
        """
        frame = filled.frame
        firms = frame.evokes in USES and frame.part == "verb" and all(_is_firm(a) for a in filled.subjects)
        equips = firms and frame.lemma in self._equipping
        if not firms or not (equips or frame.lemma in self._installing):
            yield filled
            return
        others = [a for a in own if a not in filled.subjects and a.draft is not None and not a.adjective]
        others = [a for a in others if not _is_firm(a) and (a.type in PLACES or a.type is EntityType.ORGANISATION)]
        customers = [a for a in others if (_is_object(a) if equips else _is_where(s, a))]
        if not customers or (not equips and _is_at_home(s, filled, customers)):
            yield filled
            return
        group = [a for a in customers if a.group == customers[0].group]
        yield replace(filled, subjects=tuple(group))
        if equips:
            yield replace(filled, frame=replace(frame, evokes=Predicate.DEVELOPS))


def _is_firm(a: Argument) -> bool:
    return a.draft is not None and a.draft.kind in FIRMS


def _is_at_home(s: Sentence, filled: Filled, places: Sequence[Argument]) -> bool:
    """„Die Bahn führt in Gera X ein“: in one bare town a firm that serves no administration does it for itself."""
    a = places[0]
    bare = len(places) == 1 and not a.reference and a.marker == "in" and s.low_at(a.first - 1) in PREPOSITIONS
    serves = any(b.draft is not None and b.draft.kind == _SERVING for b in filled.subjects)
    return bare and filled.frame.lemma != _ROLLING_OUT and not serves


def _is_object(a: Argument) -> bool:
    """„stattet Hessen mit X aus“, not „stattet sein Rechenzentrum in Hessen mit X aus“."""
    return a.marker == "np" and "a" in a.cases and a.head < 0


def _is_where(s: Sentence, a: Argument) -> bool:
    """„führt dort X ein“, „führt bei der Stadt Gera X ein“, „führt in der Stadt Gera X ein“."""
    if a.reference:
        return s.low_at(a.first) == _THERE
    return a.head < 0 and a.marker in _AT
