"""Clauses of a participle, „das Portal, entwickelt von der AKDB, …“: what they are said of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.relative_antecedents import Pronoun, antecedent_of
from govgraph.extract.state import PLACES, WORKS, WORKS_AND_EVENTS, Argument
from govgraph.language.grammar import ONE
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Sentence

_LED = frozenset({"führen", "leiten"})
_PAID = frozenset({"bezahlen", "bezuschussen", "finanzieren", "fördern"})
_SAYING_KIND = frozenset({"bleiben", "handeln", "sein"})
_FAR_KIND = 9
"""How many words back „eine“ of „eine Tochter der Stadt Leipzig“ may stand."""


def participle_argument(s: Sentence, number: int, particles: frozenset[str], gender_of: Callable[[str], str]) -> None:
    """„das Portal, entwickelt von der AKDB, …“: the participle is said of the name before it."""
    clause = s.clauses[number]
    start = clause.tokens[0]
    before = [a for a in s.arguments if a.last <= start and not a.adjective and a.draft is not None]
    before.sort(key=lambda a: a.last)
    antecedent = antecedent_of(s, before, start, Pronoun("", particles, gender_of))
    if (antecedent is None or antecedent.type in PLACES) and not _LED.isdisjoint(clause.verbs):
        antecedent = _what_is_led(s, before, start) or antecedent
    if antecedent is None and not _PAID.isdisjoint(clause.verbs):
        antecedent = _project_in_front(s, before, clause.parent)
    if antecedent is None:
        return
    whole = s.taken.get(antecedent.head) if antecedent.type in PLACES and antecedent.marker == "in" else None
    if whole is not None and whole.draft is not None and whole.type in WORKS_AND_EVENTS:
        # „auf der Fachtagung X in Ulm, ausgerichtet von der AKDB“: no town is
        antecedent = whole
    above = s.clauses[antecedent.clause]
    if antecedent.marker in {"von", "durch"} and any(participle for _, _, participle in above.lemmas):
        # „Betrieben wird das Portal von der AKDB, bezahlt vom Bund“ speaks of the portal twice
        antecedent = next((a for a in before if a.clause == antecedent.clause and a.nominative), antecedent)
    for member in [a for a in before if a.group == antecedent.group]:
        argument = Argument(start, start + 1, draft=member.draft, cases="n", begin=start, clause=number, reference=True)
        argument.group = 1000 + start
        s.arguments.append(argument)


def _project_in_front(s: Sentence, before: Sequence[Argument], above: int) -> Argument | None:
    """„Im Projekt X bauen sie Messkoffer, gefördert vom Land“: the project that the clause before opens with."""
    works = [a for a in before if a.clause == above and a.type in WORKS]
    opens = len(works) == 1 and works[0].type is EntityType.PROGRAMME and works[0].marker == "in"
    if not opens or above < 0 or works[0].reference:
        return None
    lead = [i for i in s.clauses[above].tokens if i < works[0].begin and s.tokens[i].text[0].isalnum()]
    return None if lead else works[0]


def _what_is_led(s: Sentence, before: list[Argument], start: int) -> Argument | None:
    """„die Stabsstelle in Ulm, geleitet von A“, „Die SIT ist eine Tochter der Stadt, geführt von A“: no town is led.

    It is what a place hangs on, else the one body that „eine Tochter …“ is said of, by „sein“ or after a comma.
    """
    last = before[-1] if before else None
    owner = s.taken.get(last.head) if last is not None and last.last == start and last.head >= 0 else None
    if owner is not None and owner.draft is not None and owner.type is EntityType.ORGANISATION:
        # „Die AKDB betreibt das Zentrum in Ulm, geleitet von A“: nothing of the AKDB is told
        return None if owner.reference and any(a.draft is owner.draft and a is not owner for a in before) else owner
    article = next((i for i in range(start - 2, max(start - _FAR_KIND, 0), -1) if s.lower[i] in ONE), -1)
    if article < 0 or any(s.tokens[i].text in {",", ";", ":"} for i in range(article, start)):
        return None
    bodies = [a for a in before if a.type is EntityType.ORGANISATION and a.last <= article]
    if s.text_at(article - 1) == ",":
        return next((a for a in bodies if a.last == article - 1 or s.text_at(a.last) == ")"), None)
    lemmas = s.clauses[s.clause_of[article]].verbs
    only = bodies[0] if len({id(a.draft) for a in bodies}) == 1 else None
    return only if lemmas and lemmas <= _SAYING_KIND else None
