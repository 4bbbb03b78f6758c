"""Which towns a body may be told to be in, and which bodies: asked by `facts.premises` and `facts.at_home`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BOARDS, CITY_STATES
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Draft

_UNION = "MunicipalUnion"
_EVERYWHERE = frozenset({"Government", "Party"})
_UNSEATED = frozenset({"Authority", "Committee", "Department", "Parliament", "WorkingGroup"})
"""Kinds of body of which nobody says where they sit, unless they are known."""
_NOT_AT_WORK = _EVERYWHERE | frozenset({"Authority", "Department", "Parliament", *BOARDS})
"""Kinds of body of which nobody says where they are by what they do."""


def is_town(a: Argument, *, unions: bool = True) -> bool:
    """Whether something is a town, a city state or, with `unions`, a union of towns, and no district."""
    if a.draft is None:
        return False
    town = a.type is EntityType.MUNICIPALITY and a.draft.kind != "District" and (unions or a.draft.kind != _UNION)
    return town or a.draft.name in CITY_STATES


def may_have_rooms(a: Argument) -> bool:
    """Whether something is a body that a text gives a place by its rooms, or as where one goes to it."""
    return (
        a.type is EntityType.ORGANISATION
        and a.draft is not None
        and not a.adjective
        and (a.draft.kind not in _UNSEATED or a.draft.entry is not None)
        and not is_everywhere(a.draft)
    )


def is_everywhere(body: Draft) -> bool:
    """Whether something is a government or a party, of which a town tells nothing."""
    return body.kind in _EVERYWHERE


def may_work(a: Argument) -> bool:
    """Whether something is a body that a text gives a place by what it does there."""
    if a.draft is None or a.adjective or a.draft.kind in _NOT_AT_WORK:
        return False
    return a.type is EntityType.ORGANISATION or a.draft.kind == _UNION
