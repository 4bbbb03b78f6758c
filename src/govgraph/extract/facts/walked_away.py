"""Trials and uses that a later clause of the sentence ends: „hat X getestet, ist aber wieder ausgestiegen“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, USES
from govgraph.model import Modality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import FactDraft, Sentence

_AGAINST = "dagegen"
_DECIDING = frozenset({"entscheiden", "aussprechen"})
_OUT_OF = "aus"
_DONE = frozenset({Modality.ASSERTED, Modality.ENDED})


def walked_away(
    facts: Sequence[FactDraft], leaving: frozenset[str], modality: ModalityReader, date: str | None
) -> None:
    """Put an end to what somebody used or tested until a later clause of the same sentence.

    Args:
        facts: What the article states.
        leaving: Lemmas of verbs for no longer doing something.
        modality: Judge of clauses.
        date: Date of the article.
    """
    for fact in facts:
        if fact.predicate not in USES or fact.modality is not Modality.ASSERTED:
            continue
        s = fact.sentence
        own = {a.clause for a in s.arguments if a.draft is fact.subject}
        thing = {a.clause for a in s.arguments if a.draft is fact.object}
        told = max(thing & own, default=max(own, default=-1))
        if told < 0:
            continue
        for number in range(told, len(s.clauses)):
            if _leaves(s, number, leaving) and (number == told or _is_subject(s, number, fact)):
                if modality.judge(s, s.clauses[number], date) in _DONE:
                    fact.modality = Modality.ENDED
                break


def _leaves(s: Sentence, number: int, leaving: frozenset[str]) -> bool:
    """„ist ausgestiegen“, „hat sich dagegen entschieden“, not „stieg aus dem Vertrag aus“: no more of the same."""
    clause = s.clauses[number]
    lemmas = {lemma for lemma, _, _ in clause.lemmas}
    low = [s.lower[i] for i in clause.tokens if s.lower[i].isalpha()]
    if _AGAINST in low and not lemmas.isdisjoint(_DECIDING):
        # not „hat sich dagegen entschieden, den Vertrag zu kündigen“
        return not any(c.parent == number and c.kind in {"infinitive", "sub"} for c in s.clauses)
    return not lemmas.isdisjoint(leaving) and _OUT_OF not in low[:-1]


def _is_subject(s: Sentence, number: int, fact: FactDraft) -> bool:
    """Whether the subject of a fact is that of a later clause as well, named, meant or left out."""
    clause = s.clauses[number]
    if clause.kind not in {"main", "relative"}:
        return False
    acting = [a for a in s.arguments if a.clause == number and a.nominative and a.type in BODY_TYPES and a.draft]
    if acting:
        return all(a.draft is fact.subject for a in acting)
    # „Heidelberg arbeitet damit; auch Speyer tat das, stieg aber aus“: only the one whose clause it goes on from
    own = {a.clause for a in s.arguments if a.draft is fact.subject}
    return clause.joined and clause.parent in own
