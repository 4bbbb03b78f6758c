"""Offices of an article held against each other: guesses that others rule out, and heads of whom a Land has one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.model import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from govgraph.extract.state import Draft, OfficeDraft

_HEAD_OF_LAND = "https://w3id.org/govgraph/id/role/ministerpraesident"
HEADS_OF_TOWNS = frozenset(
    f"https://w3id.org/govgraph/id/role/{name}" for name in ("buergermeister", "landrat", "oberbuergermeister")
)
_MAYOR, _LORD_MAYOR = (f"https://w3id.org/govgraph/id/role/{name}" for name in ("buergermeister", "oberbuergermeister"))
_SEVERAL = 2


_OTHERS = frozenset({"andere", "anderen", "anderer", "weitere", "weiterer"})


def without_namesakes(offices: Sequence[OfficeDraft], phrases: Collection[str]) -> Iterator[OfficeDraft]:
    """The offices without those of others of the same name: „Der dortige Landrat gleichen Namens“, „ein anderer A“.

    Args:
        offices: Offices of the article.
        phrases: What a sentence says that speaks of somebody of the same name.
    """
    about: dict[int, bool] = {}
    for o in offices:
        s = o.sentence
        if id(s) not in about:
            text = f" {' '.join(s.lower)} "
            about[id(s)] = any(f" {phrase.lower()} " in text for phrase in phrases)
        names = [a for a in s.arguments if a.draft is o.person and not a.reference]
        other = any(
            s.low_at(a.begin - 1) in _OTHERS and s.low_at(a.begin - 2) in {"ein", "eine", "einen"} for a in names
        )
        if not other and (names or not about[id(s)]):
            yield o


def settled(offices: Sequence[OfficeDraft]) -> list[OfficeDraft]:
    """The offices, those in a guessed body in the one that the article names with the same title elsewhere.

    Where it names several, those in another guessed body are left out.
    """
    named: dict[tuple[int, str], list[Draft]] = {}
    for o in offices:
        if o.sure and o.body is not None:
            bodies = named.setdefault((id(o.person), o.role.name), [])
            if all(o.body is not one for one in bodies):
                bodies.append(o.body)
    told = []
    for o in offices:
        bodies = named.get((id(o.person), o.role.name), [])
        if o.sure or o.body is None or not bodies or any(o.body is one for one in bodies):
            told.append(o)
        elif len(bodies) == 1:
            told.append(replace(o, body=bodies[0]))
    told = [o for o in told if not _is_of_another(o, told) and not _is_called_less(o, told)]
    return list(_one_head_each(told))


def _is_of_another(office: OfficeDraft, offices: Sequence[OfficeDraft]) -> bool:
    """„Bürgermeister A lobt das. B, Bürgermeister von Lich, …“: whether the guessed town has another head by name."""
    if office.sure or office.role.iri not in HEADS_OF_TOWNS or office.status is not Status.CURRENT:
        return False
    return any(
        o.sure
        and o.role.iri == office.role.iri
        and o.body is office.body
        and o.status is Status.CURRENT
        and o.person is not office.person
        for o in offices
    )


def _is_called_less(office: OfficeDraft, offices: Sequence[OfficeDraft]) -> bool:
    """„Oberbürgermeister A … das Stadtoberhaupt A“: a Bürgermeister who is called Oberbürgermeister of that town."""
    if office.role.iri != _MAYOR:
        return False
    return any(
        o.role.iri == _LORD_MAYOR
        and o.person is office.person
        and o.body is office.body
        and (o.status is Status.FORMER) == (office.status is Status.FORMER)
        for o in offices
    )


def _one_head_each(offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
    """„Hessen und Rheinland-Pfalz … Ministerpräsident A und Ministerpräsident B“: no Land has two at a time.

    Of several for whom one Land is guessed, each is of one of the Länder that the sentence before names, if there are
    as many; else the first one is of that Land, and the others of none that is known.
    """
    heads: dict[int, list[OfficeDraft]] = {}
    for o in offices:
        if o.role.iri == _HEAD_OF_LAND and o.body is not None and o.status is Status.CURRENT:
            held = heads.setdefault(id(o.body), [])
            if all(o.person is not other.person for other in held):
                held.append(o)
    for o in offices:
        held = heads.get(id(o.body), [])
        place = next((n for n, other in enumerate(held) if other.person is o.person), 0)
        if o.sure or len(held) < _SEVERAL or o.role.iri != _HEAD_OF_LAND or any(other.sure for other in held):
            yield o
            continue
        lands = list(dict.fromkeys(d for d in o.sentence.near if d.kind == "State"))
        if len(lands) == len(held) and all(other.sentence is o.sentence for other in held):
            yield replace(o, body=lands[place])
        elif place == 0:
            yield o
