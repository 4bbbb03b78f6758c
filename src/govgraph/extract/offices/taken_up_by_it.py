"""Offices that „es“ takes up: „Digitalminister in Bayern war lange Jens Ott. Seit 2023 ist es Hanna Voss“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.state import OfficeDraft
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_CONFIDENCE = 0.65
_STATUS = {"ist": Status.CURRENT, "war": Status.FORMER, "wird": Status.DESIGNATED}
"""What the copula tells of the office."""
_LIGHT = frozenset(
    {"ab", "auch", "aktuell", "am", "bis", "bisher", "bislang", "danach", "davor", "derzeit", "es", "erste"}
    | {"erster", "heute", "ihm", "ihr", "im", "in", "inzwischen", "jetzt", "künftig", "lange", "mittlerweile", "nach"}
    | {"nun", "nunmehr", "seit", "seitdem", "seither", "später", "und", "vor", "vorher", "zuletzt", "zum", "zuvor"}
    | {",", ".", ";", ":", "–"}
)
"""Words beside copula, „es“ and name by which nothing else is said of anybody: „Vor ihm war es Hanna Voss“."""


def taken_up_by_it(sentences: Sequence[Sentence], offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
    """Offices of people who a clause says are „es“, by the one office that is told of right before.

    Args:
        sentences: The article.
        offices: Offices read so far.
    """
    told: dict[int, list[OfficeDraft]] = {}
    for o in offices:
        told.setdefault(id(o.sentence), []).append(o)
    for before, s in zip((None, *sentences), sentences, strict=False):
        if s.kind is BlockKind.QUESTION or "es" not in s.lower:
            continue
        for clause in s.clauses:
            found = _taken_up(s, clause)
            if found is None:
                continue
            person, status = found
            here = [o for o in told.get(id(s), ()) if _stands_before(s, o, clause)]
            near = before is not None and before.block == s.block and clause.tokens[0] == 0
            office = _only(here or (told.get(id(before), []) if near else []), person)
            if office is not None:
                yield _of(s, clause, office, (person, status))


def _taken_up(s: Sentence, clause: Clause) -> tuple[Draft, Status] | None:
    """Who a clause says is „es“, and nothing else; what its verb tells of the time."""
    words = [s.lower[i] for i in clause.tokens]
    copula = [word for word in words if word in _STATUS]
    if (
        clause.kind != "main"
        or len(copula) != 1
        or words[1:].count("es") != 1
        or not clause.verbs <= {"sein", "werden"}
    ):
        return None
    named = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference and a.first in clause.tokens]
    if len({id(a.draft) for a in named}) != 1 or named[0].draft is None:
        return None
    known = {i for a in (*named, *_places(s, clause)) for i in range(a.first, a.last)}
    rest = (i for i in clause.tokens if i not in known and i not in s.dated)
    if any(s.lower[i] not in _LIGHT and s.lower[i] not in _STATUS for i in rest):
        return None
    return named[0].draft, _STATUS[copula[0]]


def _places(s: Sentence, clause: Clause) -> list[Argument]:
    """„in Hessen ist es Hanna Voss“: Länder and towns where somebody is it."""
    here = (a for a in s.arguments if a.first in clause.tokens and a.marker in {"in", "np"} and a.draft is not None)
    return [a for a in here if a.draft is not None and a.draft.kind in LANDS | TOWNS]


def _stands_before(s: Sentence, office: OfficeDraft, clause: Clause) -> bool:
    """Whether the title of an office stands in a sentence before a clause."""
    title = s.title(office.role)
    return title is not None and title.last <= clause.tokens[0]


def _only(offices: Sequence[OfficeDraft], person: Draft) -> OfficeDraft | None:
    """The one office that is told of, which another person has."""
    one = len({(o.role.name, id(o.body)) for o in offices}) == 1
    office = offices[0] if one else None
    return office if office is not None and office.body is not None and office.person is not person else None


def _of(s: Sentence, clause: Clause, office: OfficeDraft, found: tuple[Draft, Status]) -> OfficeDraft:
    """The office of who is it, in the place that the clause names, since the day that it tells."""
    person, status = found
    places = [a.draft for a in _places(s, clause) if a.marker == "in"]
    body = places[0] if len(places) == 1 else office.body
    since = next((d.value for d in s.dates_in(s.clauses.index(clause)) if d.lead in {"since", "from"}), None)
    return OfficeDraft(
        person,
        replace(office.role, holders=[person], status=None, feminine=bool(person.feminine)),
        body,
        status,
        since=since if status is not Status.FORMER else None,
        confidence=_CONFIDENCE,
        sentence=s,
        how="clause",
        sure=True,
        rule="office-taken-up",
    )
