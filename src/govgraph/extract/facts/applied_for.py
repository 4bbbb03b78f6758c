"""Money that somebody has only asked for: „Fulda beantragt Fördermittel des Landes“, „Die Förderung ist beantragt“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.facts.ranker import RULE as WEIGHED
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from govgraph.extract.state import FactDraft, Sentence

_APPLYING = frozenset({"beantragen", "bewerben"})
_MONEY = ("förder", "gelder", "mittel", "zuschuss", "zuschüsse", "zuwendung")
_GRANTED = frozenset({"bekommen", "bewilligen", "erhalten", "fließen", "genehmigen", "zahlen", "zusagen"})
_NOTICE = ("bescheid", "bescheide")
_COMING = frozenset({"ankommen", "eingehen", "eintreffen", "kommen", "vorliegen", "übergeben", "überreichen"})
_OPEN = frozenset({"kein", "keinen", "nicht", "noch"})
_WILL = frozenset({"soll", "sollen", "sollte", "sollten", "werden", "wird"})
_USED = frozenset({Predicate.DEVELOPS, Predicate.IMPLEMENTS})
_GIVEN = ("finanziert", "gefördert", "unterstützt", "bezuschusst")
"""Stems of participles before a work that has money already: „das vom Land geförderte Projekt X“."""
_NEAR = 3
"""How many words behind who gives it such a participle may stand."""


def only_applied_for(fact: FactDraft) -> bool:
    """Whether a sentence tells of money that is asked for, and of none that is given.

    Nor does who is asked for money use or develop what it is for: „beantragt Fördermittel des Landes für X“.
    """
    used = fact.rule == WEIGHED and fact.predicate in _USED
    if not (used or fact.predicate is Predicate.FUNDS) or fact.modality is Modality.ENDED:
        return False
    s = fact.sentence
    asked = [a for a in s.arguments if a.draft is fact.subject]
    numbers = {a.clause for a in asked if 0 <= a.clause < len(s.clauses)}
    applied = {n for n in numbers if not _APPLYING.isdisjoint(s.clauses[n].verbs)}
    if not numbers or applied != numbers:
        return False
    if used:
        return all(a.head >= 0 and _is_money(s.lower[a.head]) for a in asked)
    lemmas = {lemma for clause in s.clauses for lemma, _, _ in clause.lemmas}
    if not lemmas.isdisjoint(_GRANTED) or _notice_came(s) or _is_given(fact):
        return False
    return any(_is_money(s.lower[i]) for n in applied for i in s.clauses[n].tokens)


def _is_money(low: str) -> bool:
    return low.startswith(_MONEY) or low.endswith(_MONEY)


def _notice_came(s: Sentence) -> bool:
    """„…; der Bescheid kam im Mai“, not „…, der Bescheid steht noch aus“."""
    for clause in s.clauses:
        low = clause.words
        if any(word.endswith(_NOTICE) for word in low) and _OPEN.isdisjoint(low) and _WILL.isdisjoint(low):
            return not _COMING.isdisjoint(clause.verbs)
    return False


def _is_given(fact: FactDraft) -> bool:
    """„Für das vom Land geförderte Projekt X beantragt A weitere Mittel“: what an attribute says, is so."""
    s = fact.sentence
    giving = [a for a in s.arguments if a.draft is fact.subject]
    return any(
        s.lower[i].startswith(_GIVEN) and s.tokens[i].inflected
        for a in giving
        for i in range(a.last, min(len(s.lower), a.last + _NEAR))
    )
