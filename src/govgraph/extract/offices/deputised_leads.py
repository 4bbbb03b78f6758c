"""Leads of those who only stand in: „Den stellvertretenden Vorsitz hat A“, „Stellvertretend leitet B den Rat“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.model import Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govgraph.extract.state import Clause, Draft, FactDraft, OfficeDraft, Sentence

_ADVERB = "stellvertretend"
_FOR = "für"
_ADJECTIVES = ("stellv", "stv")
_COMPOUNDS = ("stellvertreter", "vize")
_LEADS = ("führung", "leitung", "präsidentschaft", "spitze", "vorsitz", "vorsitzes")
"""Ends, in small letters, of nouns for what a head has."""
_TITLE = "Stellvertretender "


def without_deputies(facts: Iterable[FactDraft]) -> Iterator[FactDraft]:
    """The facts but for chairs of those who only stand in."""
    for fact in facts:
        if fact.predicate is not Predicate.CHAIRS or not is_deputised(fact):
            yield fact


def is_deputised(fact: FactDraft) -> bool:
    """„Der stellvertretende Vorsitz des Beirats liegt bei Hamburg“: whether the clause tells of a deputy."""
    return _only_stands_in(fact.sentence, fact.subject, fact.object)


def as_deputies(offices: Iterable[OfficeDraft]) -> Iterator[OfficeDraft]:
    """The offices, those told by a clause of a lead, and not by a title, as those of deputies where it says so."""
    for o in offices:
        told = o.how == "clause" and o.body is not None and not o.role.is_deputy and o.sentence.title(o.role) is None
        if told and o.body is not None and _only_stands_in(o.sentence, o.person, o.body):
            yield replace(o, role=replace(o.role, name=f"{_TITLE}{o.role.name}", iri=None))
        else:
            yield o


def _only_stands_in(s: Sentence, leader: Draft, body: Draft) -> bool:
    named = s.clauses_naming(leader)
    numbers = named & s.clauses_naming(body) or named
    return bool(numbers) and all(_is_of_deputy(s, s.clauses[n]) for n in numbers)


def _is_of_deputy(s: Sentence, clause: Clause) -> bool:
    """Whether every noun of a clause for a lead is one for that of a deputy, or an adverb says so."""
    if any(s.lower[i] == _ADVERB and s.low_at(i + 1) != _FOR for i in clause.tokens):
        return True
    nouns = [i for i in clause.tokens if s.text_at(i)[:1].isupper() and s.lower[i].endswith(_LEADS)]
    return bool(nouns) and all(
        s.low_at(i - 1).startswith(_ADJECTIVES)
        or s.lower[i].startswith(_COMPOUNDS)
        or (s.text_at(i - 1) == "." and s.low_at(i - 2) in _ADJECTIVES)
        for i in nouns
    )
