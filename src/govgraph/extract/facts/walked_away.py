"""Trials and uses that a later clause of the sentence ends: „hat X getestet, ist aber wieder ausgestiegen“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, USES
from govgraph.model import Modality

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, FactDraft, Sentence

_AGAINST = "dagegen"
_DECIDING = frozenset({"entscheiden", "aussprechen"})
_FOR = "für"
_OUT_OF = "aus"
_AT = frozenset({"bei", "beim"})
_GIVING_NOTICE = frozenset({"kündigen"})
"""Verbs that say what they end: „kündigte den Vertrag mit X“ ends nothing else."""
_INSTEAD = frozenset({"dafür", "dazu", "ihm", "ihnen", "ihr", "stattdessen"})
"""Words beside „kündigen“ by which it goes for something else, or for somebody."""
_DISTRICT = "kreis"
_NEAR = 2
"""How many words before a noun its preposition stands."""
_DONE = frozenset({Modality.ASSERTED, Modality.ENDED})


def walked_away(
    facts: Sequence[FactDraft], words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None
) -> None:
    """Put an end to what somebody used or tested until a later clause of the same sentence.

    Args:
        facts: What the article states.
        words: Word lists by name.
        modality: Judge of clauses.
        date: Date of the article.
    """
    leaving, times = words("no-longer-verbs"), words("time-nouns")
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
                if _is_of_else(s, number, fact, times):
                    break
                if modality.judge(s, s.clauses[number], date) in _DONE:
                    fact.modality = Modality.ENDED
                break


def _leaves(s: Sentence, number: int, leaving: frozenset[str]) -> bool:
    """„ist ausgestiegen“, „hat sich dagegen entschieden“, not „stieg aus dem Vertrag aus“: no more of the same."""
    clause = s.clauses[number]
    lemmas = clause.verbs
    low = [s.lower[i] for i in clause.tokens if s.lower[i].isalpha()]
    if _AGAINST in low and not lemmas.isdisjoint(_DECIDING):
        # not „hat sich dagegen entschieden, den Vertrag zu kündigen“, „hat sich dagegen für VIS entschieden“
        return _FOR not in low and not any(c.parent == number and c.kind in {"infinitive", "sub"} for c in s.clauses)
    return not lemmas.isdisjoint(leaving) and _OUT_OF not in low[:-1]


def _is_of_else(s: Sentence, number: int, fact: FactDraft, times: frozenset[str]) -> bool:
    """„hat aber das Wartungspaket gekündigt“, „stieg bei X aus“: whether something else than the work is given up."""
    clause = s.clauses[number]
    own = {i for a in s.arguments if a.draft is fact.subject or a.draft is fact.object for i in range(a.first, a.last)}
    nouns = [
        i
        for i in clause.tokens
        if i and s.text_at(i)[:1].isupper() and i not in own and i not in s.dated and s.text_at(i) not in times
    ]
    if not _GIVING_NOTICE.isdisjoint(clause.verbs):
        named = any(a.clause == number and a.draft is fact.subject and not a.reference for a in s.arguments)
        return bool(nouns) or named or not _INSTEAD.isdisjoint(clause.words)
    return any(not _AT.isdisjoint(s.lower[max(0, i - _NEAR) : i]) for i in nouns)


def _is_subject(s: Sentence, number: int, fact: FactDraft) -> bool:
    """Whether the subject of a fact is that of a later clause as well, named, meant or left out."""
    clause = s.clauses[number]
    if clause.kind not in {"main", "relative"}:
        return False
    acting = [a for a in s.arguments if a.clause == number and a.nominative and a.type in BODY_TYPES and a.draft]
    if acting:
        return all(a.draft is fact.subject and not _is_district_of(s, a) for a in acting)
    # „Heidelberg arbeitet damit; auch Speyer tat das, stieg aber aus“: only the one whose clause it goes on from
    own = {a.clause for a in s.arguments if a.draft is fact.subject}
    return clause.joined and clause.parent in own


def _is_district_of(s: Sentence, a: Argument) -> bool:
    """„Ulm hat X getestet, der Kreis stieg aber aus“: the district beside a town is another one."""
    return (
        a.reference
        and a.draft is not None
        and s.low_at(a.last - 1).endswith(_DISTRICT)
        and _DISTRICT not in a.draft.name.lower()
    )
