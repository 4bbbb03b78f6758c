"""What a succession passes on, and what it does not: „A, CDO, … ihr Vorgänger X war noch Staatssekretär“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.succession_rules import BACKWARD
from govgraph.language.grammar import POSSESSIVES
from govgraph.model import Modality, Status

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from govgraph.extract.state import FactDraft, OfficeDraft, RoleNoun, Sentence

HELD_BEFORE = "held-before"
"""Rule by which somebody had before what is told of another."""
FOR_NOW = frozenset({"derzeit", "gegenwärtig", "momentan", "zurzeit"})
_TASKS = frozenset({"Aufgabe", "Aufgaben", "Vertretung"})
"""Nouns for what somebody does, with or without a title for it."""
_THESE = frozenset({"diese", "diesen", "dieser"})
_BESIDES = frozenset({"auch", "außerdem", "nebenbei", "zudem", "zugleich", "zusätzlich"})
"""Adverbs by which somebody had one post beside another."""
_COMPARING = frozenset({"als", "wie"})
_CONTRASTS = frozenset({"Gegensatz", "Unterschied", "Vergleich"})
_TO_WHAT = frozenset({"als", "zu", "zum", "zur"})
_FIRST = "Gründungs"
_INTERIM = "Interims"


def clauses_of(fact: FactDraft) -> set[int]:
    """The clauses in which both of a succession stand, else those of either that are no relative ones."""
    s = fact.sentence
    one = s.clauses_naming(fact.subject)
    other = s.clauses_naming(fact.object)
    return one & other or {n for n in one | other if s.clauses[n].kind != "relative"}


def is_over(fact: FactDraft) -> bool:
    """„Sie löste X ab“, „Sie ist Nachfolgerin von X“: whether one has followed the other already."""
    if fact.modality is Modality.PLANNED:
        return False
    if fact.rule in BACKWARD:
        return True
    s = fact.sentence
    clauses = [s.clauses[n] for n in clauses_of(fact)]
    past = any(in_past(s, clause) for clause in clauses)
    return past or any(clause.verbs == {"sein"} for clause in clauses)


def is_successor(fact: FactDraft, offices: Sequence[OfficeDraft], nouns: Set[str]) -> bool:
    """„A ist seit Mai CIO und damit Nachfolger von X“: whatever else A is yet to become.

    Not „A, noch Amtsleiter, ist Nachfolger von X“, where the clause gives no office of today.

    Args:
        fact: The succession.
        offices: Offices of the article.
        nouns: Nouns for a successor.
    """
    s = fact.sentence
    being = {n for n in clauses_of(fact) if s.verbs_of(n) == {"sein"} and in_present(s, s.clauses[n])}
    being = {n for n in being if any(s.tokens[i].text in nouns for i in s.clauses[n].tokens)}
    own = [o for o in offices if o.person is fact.subject and o.sentence is s and o.how == "clause"]
    roles = {id(o.role) for o in own if o.status is Status.CURRENT}
    return any(a.clause in being and id(a.role) in roles for a in s.arguments if a.role is not None)


def was_something_else(fact: FactDraft, passed: OfficeDraft, own: Sequence[OfficeDraft]) -> bool:
    """„CDO A … ihr Vorgänger X war noch Staatssekretär“: what X was, where A is known by another title.

    Of „Ihr Vorgänger X war Präsident“ the post is theirs where the article tells of none that A has.
    """
    s = fact.sentence
    if passed.how != "clause" or not any(o.sure for o in own):
        return False
    titles = [a for a in s.arguments if a.role is passed.role and s.verbs_of(a.clause) == {"sein"}]
    here = {a.clause for a in s.arguments if a.draft is fact.object and a.nominative}
    return any(a.clause in here for a in titles) and all(o.role.name != passed.role.name for o in own)


def had_besides(fact: FactDraft) -> bool:
    """„Ihr Vorgänger X hatte auch den Vorsitz inne“: whether a clause tells what somebody had beside the post."""
    s = fact.sentence
    return any(s.lower[i] in _BESIDES for n in clauses_of(fact) for i in s.clauses[n].tokens)


def only_a_task(fact: FactDraft) -> bool:
    """„A vertritt das Land. Bislang hatte diese Aufgabe X“: what A does, and not what A is called by."""
    s = fact.sentence
    words = [i for n in clauses_of(fact) for i in s.clauses[n].tokens if s.text_at(i) in _TASKS]
    return fact.rule == HELD_BEFORE and any(s.low_at(i - 1) in _THESE for i in words)


def lasting(role: RoleNoun) -> RoleNoun:
    """„Interimsvorstand“ is who comes in between; whoever went before was „Vorstand“."""
    return _without(role, _INTERIM)


def after_the_first(role: RoleNoun) -> RoleNoun:
    """„Gründungspräsident“ is only the first one; who follows is „Präsident“."""
    return _without(role, _FIRST)


def _without(role: RoleNoun, opening: str) -> RoleNoun:
    if not role.name.startswith(opening):
        return role
    base = role.name.removeprefix(opening).removeprefix("-")
    return replace(role, name=base[:1].upper() + base[1:])


def compared(s: Sentence, at: int) -> bool:
    """„Anders als ihr Vorgänger setzt A auf …“: whether the noun at a token is somebody else, beside whom A is put.

    Not „Anders als ihr Vorgänger A setzt sie auf …“.
    """
    if s.low_at(at - 1) not in POSSESSIVES or s.text_at(at + 1)[:1].isupper():
        return False
    beside = s.low_at(at - 2) in _COMPARING or (s.low_at(at - 2) == "zu" and s.text_at(at - 3) in _CONTRASTS)
    return beside and s.text_at(at + 1) != ","


def chosen_from(fact: FactDraft, office: OfficeDraft, nouns: Set[str], choosing: Set[str]) -> bool:
    """„Zu seinem Nachfolger wählte der Rat Bürgermeister A aus Plön“: what stands before the name is no post gained.

    Args:
        fact: The succession.
        office: An office of the successor.
        nouns: Nouns for a successor.
        choosing: Lemmas of verbs for choosing somebody.
    """
    s = fact.sentence
    if office.sentence is not s or office.how != "title":
        return False
    numbers = [n for n in s.clauses_naming(fact.subject) if not choosing.isdisjoint(s.clauses[n].verbs)]
    return any(
        s.text_at(i) in nouns and s.low_at(i - (2 if s.low_at(i - 1) in POSSESSIVES else 1)) in _TO_WHAT
        for n in numbers
        for i in s.clauses[n].tokens
    )
