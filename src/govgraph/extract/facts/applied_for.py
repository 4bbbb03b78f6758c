"""Money that somebody has only asked for: „Fulda beantragt Fördermittel des Landes“, „Die Förderung ist beantragt“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from govgraph.extract.state import FactDraft

_APPLYING = frozenset({"beantragen", "bewerben"})
_MONEY = ("förder", "gelder", "mittel", "zuschuss", "zuschüsse", "zuwendung")
_GRANTED = frozenset({"bekommen", "bewilligen", "erhalten", "genehmigen", "zusagen"})


def only_applied_for(fact: FactDraft) -> bool:
    """Whether a sentence tells of money that is asked for, and of none that is given."""
    if fact.predicate is not Predicate.FUNDS or fact.modality is Modality.ENDED:
        return False
    s = fact.sentence
    numbers = {a.clause for a in s.arguments if a.draft is fact.subject and 0 <= a.clause < len(s.clauses)}
    lemmas = {lemma for clause in s.clauses for lemma, _, _ in clause.lemmas}
    applied = {n for n in numbers if any(lemma in _APPLYING for lemma, _, _ in s.clauses[n].lemmas)}
    if not numbers or applied != numbers or not lemmas.isdisjoint(_GRANTED):
        return False
    return any(
        s.lower[i].startswith(_MONEY) or s.lower[i].endswith(_MONEY) for n in applied for i in s.clauses[n].tokens
    )
