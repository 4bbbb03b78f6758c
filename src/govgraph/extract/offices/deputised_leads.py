"""Leads of those who only stand in: „Den stellvertretenden Vorsitz hat A“, „Die Vizepräsidentschaft hat B“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.state import BOARDS
from govgraph.model import Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govgraph.extract.state import Clause, Draft, FactDraft, OfficeDraft, Sentence

_ADVERB = "stellvertretend"
_FOR = "für"
_ADJECTIVES = ("stellv", "stv")
_COMPOUNDS = ("stellvertreter", "vize")
_LEADS = ("führung", "leitung", "präsidentschaft", "spitze", "vorsitz", "vorsitzes")
"""Ends, in small letters, of nouns for what a head has."""
_LEADING = frozenset({"führen", "leiten"})
_NOW = frozenset({Status.CURRENT, Status.NEW})
_TITLE = "Stellvertretender "


def without_deputies(facts: Iterable[FactDraft], offices: Iterable[OfficeDraft]) -> Iterator[FactDraft]:
    """The facts but for chairs of those who only stand in."""
    deputies = {(id(o.person), id(o.body), id(o.sentence)) for o in offices if o.role.name.startswith(_TITLE)}
    for fact in facts:
        stands_in = (id(fact.subject), id(fact.object), id(fact.sentence)) in deputies or is_deputised(fact)
        if fact.predicate is not Predicate.CHAIRS or not stands_in:
            yield fact


def is_deputised(fact: FactDraft) -> bool:
    """„Der stellvertretende Vorsitz des Beirats liegt bei Hamburg“: whether the clause tells of a deputy."""
    return _only_stands_in(fact.sentence, fact.subject, fact.object)


def as_deputies(offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
    """The offices, those told by a clause of a lead, and not by a title, as those of deputies where it says so.

    Who leads „stellvertretend“ what nobody else is said to lead does so for now.
    """
    for o in offices:
        told = o.how == "clause" and o.body is not None and not o.role.is_deputy and o.sentence.title(o.role) is None
        if not told or o.body is None:
            yield o
        elif _only_stands_in(o.sentence, o.person, o.body) or (_for_another(o) and _has_holder(o, offices)):
            yield replace(o, role=replace(o.role, name=f"{_TITLE}{o.role.name}", iri=None))
        else:
            yield replace(o, status=Status.ACTING) if _for_another(o) and o.status in _NOW else o


def _for_another(o: OfficeDraft) -> bool:
    """„leitet stellvertretend die Abteilung“, and not „stellvertretend für alle“."""
    s = o.sentence
    numbers = s.clauses_naming(o.person) if _ADVERB in s.lower else ()
    led = [s.clauses[n] for n in numbers if not s.clauses[n].verbs.isdisjoint(_LEADING)]
    return any(s.lower[i] == _ADVERB and s.low_at(i + 1) != _FOR for clause in led for i in clause.tokens)


def _has_holder(o: OfficeDraft, offices: Sequence[OfficeDraft]) -> bool:
    """Whether somebody else is said to have the same office, or it is that of a board, which has deputies."""
    return (o.body is not None and o.body.kind in BOARDS) or any(
        other.body is o.body
        and other.person is not o.person
        and other.role.name == o.role.name
        and other.status is Status.CURRENT
        for other in offices
    )


def _only_stands_in(s: Sentence, leader: Draft, body: Draft) -> bool:
    named = s.clauses_naming(leader)
    of_body = s.clauses_naming(body)
    led = {n for n in of_body if not s.clauses[n].verbs.isdisjoint(_LEADING)}
    # „A hat die stellvertretende Leitung des X abgegeben und führt jetzt das Y“
    numbers = named & of_body or led or named
    return bool(numbers) and all(_is_of_deputy(s, s.clauses[n]) for n in numbers)


def _is_of_deputy(s: Sentence, clause: Clause) -> bool:
    """Whether every noun of a clause for a lead is one for that of a deputy: not of a past one of who leads now."""
    if not clause.verbs.isdisjoint(_LEADING):
        # „Nach vier Jahren im stellvertretenden Vorsitz leitet A den Rat“
        return False
    nouns = [i for i in clause.tokens if s.text_at(i)[:1].isupper() and s.lower[i].endswith(_LEADS)]
    return bool(nouns) and all(
        s.low_at(i - 1).startswith(_ADJECTIVES)
        or s.lower[i].startswith(_COMPOUNDS)
        or (s.text_at(i - 1) == "." and s.low_at(i - 2) in _ADJECTIVES)
        for i in nouns
    )
