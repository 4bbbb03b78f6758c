"""What whoever leads a house is called: „Jens Ott führt das Archiv“, „Präsidentin Weber hatte es bis Mai geleitet“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.offices.leading import HEAD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from govgraph.extract.state import OfficeDraft

_PLAIN = "Leiter"
"""Its name; a „Vertriebsleiter“ leads less than the house."""


def heads_by_title(offices: Sequence[OfficeDraft], titles: Collection[str]) -> Iterator[OfficeDraft]:
    """The offices; who is told by a verb alone to lead a house has the title that the article gives to its head.

    Args:
        offices: Offices of the article.
        titles: Names of roles that one person at a time has in a house, at its head.
    """
    called: dict[int, dict[str, OfficeDraft]] = {}
    for o in offices:
        if o.body is not None and o.role.name in titles and _is_said(o):
            called.setdefault(id(o.body), {}).setdefault(o.role.name, o)
    for o in offices:
        led = o.role.iri == HEAD and o.role.name == _PLAIN and o.how == "clause" and o.body is not None
        known = called.get(id(o.body), {}) if led else {}
        told = next(iter(known.values())) if len(known) == 1 else None
        yield o if told is None or told.person is o.person else replace(o, role=replace(told.role, holders=[o.person]))


def _is_said(o: OfficeDraft) -> bool:
    """Whether the sentence of an office names its title: not „führt die Geschäfte“."""
    return any(a.role is not None and a.role.name == o.role.name for a in o.sentence.arguments)
