"""Where somebody of a Land acts: „Minister A gab in Leipzig den Startschuss“ says nothing of what Leipzig does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import CITY_STATES
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Argument, RoleNoun, Sentence
    from govgraph.vocabulary import Frame

_OF_STATES = frozenset({"Bund", "EU", "Land"})
_DONE = frozenset({Predicate.IMPLEMENTS, Predicate.PILOTS, Predicate.DEVELOPS})

_STATES = ("Landes", "Bundes")
_SHE = frozenset({"er", "sie"})
_OF_CITIES = ("senator", "staatsrat")
"""Ends of titles, in small letters, of those who govern a city state."""
_OF_TOWNS = frozenset({EntityType.SYSTEM, EntityType.SERVICE})


def without_scenes(
    s: Sentence, frame: Frame, subjects: Sequence[Argument], objects: Sequence[Argument]
) -> list[Argument]:
    """Who may act, without the towns in which a minister does.

    „Minister A hat in Gera die App Geranetz gestartet“ tells of a new app, which is that of the town.

    Args:
        s: The sentence.
        frame: Frame whose subject is looked for.
        subjects: What may be the subject.
        objects: What may be the object.
    """
    if frame.evokes not in _DONE or not any(_is_town(a) for a in subjects):
        return list(subjects)
    subjects = [a for a in subjects if not (_is_town(a) and _visited(s, a, objects))]
    if any(map(_is_local, objects)):
        return subjects
    return [a for a in subjects if not (_is_town(a) and _minister_acts(s, a))]


def _is_local(a: Argument) -> bool:
    """Software or a service that nobody else is known to have."""
    return a.draft is not None and a.draft.entry is None and a.type in _OF_TOWNS and not _is_of_state(a)


def _is_of_state(a: Argument) -> bool:
    """„das Landesportal X“: a work that is by its noun one of the Land or the Bund."""
    return a.introduced_by.startswith(_STATES)


def _visited(s: Sentence, town: Argument, objects: Sequence[Argument]) -> bool:
    """„war in Gera. Dort startete sie das Landesportal X“: where somebody did something for all."""
    if not town.reference or not any(map(_is_of_state, objects)):
        return False
    own = s.clauses[town.clause].tokens if 0 <= town.clause < len(s.clauses) else ()
    acting = (i for i in own if s.lower[i] in _SHE)
    return any(i not in s.taken or s.taken[i].type is EntityType.PERSON for i in acting)


def _is_town(a: Argument) -> bool:
    """A town, or a Land that is one, behind „in“."""
    city = a.type is EntityType.JURISDICTION and a.draft is not None and a.draft.name in CITY_STATES
    return a.marker == "in" and (a.type is EntityType.MUNICIPALITY or city)


def _minister_acts(s: Sentence, town: Argument) -> bool:
    """Whether those who are subject of the clause have offices of the Bund or of a Land, and none of a town."""
    acting = [
        b.role
        for b in s.arguments
        if b.role is not None
        and b.clause == town.clause
        and (b.nominative or any(p.nominative and p.first == b.last for p in s.arguments))
    ]
    states = [bool(role.level) and _OF_STATES.issuperset(role.level) for role in acting]
    # „Ministerin A und der Bürgermeister führten in Gera die Akte ein“
    local = any(
        b.role is not None and "municipal" in b.role.level and b.marker == "np" and "n" in b.cases
        for b in s.arguments
        if b.clause == town.clause
    )
    return any(states) and not local and not _is_their_own(s, town, acting)


def _is_their_own(s: Sentence, town: Argument, acting: Sequence[RoleNoun]) -> bool:
    """„In Hamburg führte Senatorin A die Akte ein“: whether those who act are of the city state where they do."""
    if town.type is not EntityType.JURISDICTION or any(
        a.type is EntityType.JURISDICTION and a.draft is not town.draft for a in s.arguments
    ):
        return False
    return any(role.name.lower().endswith(_OF_CITIES) for role in acting)
