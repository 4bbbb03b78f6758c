"""Who is told to join others that test a system, and so tests it as well: „steigt in den Test ein“, „als Tester“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import Predicate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Clause, FactDraft, Sentence

_TAKING_PART = frozenset({"beteiligen", "beteiligt", "teilnehmen"})
"""Frames of who takes part in something."""
_JOINING = frozenset({"anfang-machen", "dabei-amt-kontext", "dabei-kontext", "hinzukommen-kontext"})
"""Frames of who is in it first or as well, whatever it is that the others do."""
_BEGINNING = "anfang-machen"
_CALLED_SO = 4
"""How many words after „als“ the noun may stand that says who tests."""


def in_tests(s: Sentence, here: Sequence[FactDraft], before: Sentence | None, tests: frozenset[str]) -> None:
    """„ein Pilotversuch, an dem sich Gera beteiligt“, „am Prototyp ist Hessen beteiligt“: who takes part in a test."""
    for fact in here:
        if fact.rule not in _TAKING_PART:
            continue
        told = s if "daran" not in s.lower or before is None else before
        if any(token.text in tests for token in told.tokens):
            fact.predicate = Predicate.PILOTS


def as_testers(
    here: Sequence[FactDraft], before: tuple[Sentence, Sequence[FactDraft]] | None, knowledge: Knowledge
) -> None:
    """„Lumo wird in Hessen getestet, mit dabei ist Fulda“: who joins a test tests as well.

    So „steigt in den Test ein“, „Fulda testet eine Vorabversion, Gera kommt hinzu“, „Gera stößt als zweiter Tester
    dazu“ and „Den Anfang macht Gera“.
    """
    for fact in here:
        if fact.rule not in _JOINING:
            continue
        told = [
            f for f in (*here, *(before[1] if before else ())) if f.object is fact.object and f.rule not in _JOINING
        ]
        tried = bool(told) and all(f.predicate is Predicate.PILOTS for f in told) and not _for_long(fact)
        if before is not None and any(f.sentence is before[0] for f in told):
            tried = tried and not _evokes(before[0].clauses, Predicate.IMPLEMENTS, knowledge)
        elif not told and fact.rule == _BEGINNING and before is not None:
            tried = _evokes(before[0].clauses, Predicate.PILOTS, knowledge)
        if tried or _is_called_tester(fact, knowledge) or (not told and _joins_test(fact, knowledge)):
            fact.predicate = Predicate.PILOTS


def _evokes(clauses: Sequence[Clause], predicate: Predicate, knowledge: Knowledge) -> bool:
    """Whether a verb by itself tells of a relation: „führen … ein“ of a use, „erproben“ of a test."""
    lemmas = (("verb", lemma) for clause in clauses for lemma, _, _ in clause.lemmas)
    return any(f.evokes is predicate and not f.requires for key in lemmas for f in knowledge.frames.get(key, ()))


def _for_long(fact: FactDraft) -> bool:
    """„Ulm hat die App als erste Stadt getestet, Gera ist längst dabei“: no tester any more."""
    return any(low == "längst" for low in fact.sentence.lower)


def _is_called_tester(fact: FactDraft, knowledge: Knowledge) -> bool:
    """„kommt als zweiter Tester hinzu“, „steigt als dritte Pilotkommune ein“: whether „als“ says that it tests."""
    s, number = fact.sentence, _clause_of_subject(fact)
    if number < 0:
        return False
    nouns = knowledge.words("tester-nouns")
    tokens = s.clauses[number].tokens
    return any(
        s.lower[i] == "als"
        and not nouns.isdisjoint(s.tokens[j].text for j in range(i + 1, min(i + _CALLED_SO, len(s.tokens))))
        for i in tokens
    )


def _joins_test(fact: FactDraft, knowledge: Knowledge) -> bool:
    """Whether the clause of who joins names a test, or the one before it says that somebody tests."""
    s, number = fact.sentence, _clause_of_subject(fact)
    if number < 0:
        return False
    tests = knowledge.words("test-nouns")
    if any(s.tokens[i].text in tests for i in s.clauses[number].tokens):
        return True
    return _evokes(s.clauses[number - 1 : number] if number else (), Predicate.PILOTS, knowledge)


def _clause_of_subject(fact: FactDraft) -> int:
    """Number of the clause that names the subject as its own, or -1."""
    s = fact.sentence
    number = next((a.clause for a in s.arguments if a.draft is fact.subject and a.nominative), -1)
    return number if number < len(s.clauses) else -1
