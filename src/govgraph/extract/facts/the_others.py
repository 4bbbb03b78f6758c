"""The rest of a number of places: „Gera ist eine von drei Pilotkommunen; die anderen sind Jena und Suhl“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, USES, FactDraft, facts_by_sentence
from govgraph.language.grammar import NUMBER_WORDS
from govgraph.model import Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Clause, Sentence

_REST = frozenset({"anderen", "übrigen", "restlichen"})
_BETWEEN = NUMBER_WORDS | {"beiden", "weiteren"}
_BEING = frozenset({"heißen", "sein"})
_ONE = frozenset({"eine", "einer", "eines"})
_OF_SEVERAL = frozenset({"von", "der"})
_TOLD = USES | {Predicate.MEMBER_OF}
_OPENING = 4
"""How many words of a clause may say that it is about the rest: „die beiden anderen“."""
_CONFIDENCE = 0.6
_RULE = "rest-of-several"


def the_others(
    sentences: Sequence[Sentence], facts: Sequence[FactDraft], modality: ModalityReader, date: str | None
) -> Iterator[FactDraft]:
    """What was told of one of several, of the others.

    Args:
        sentences: The article.
        facts: What it states of the one.
        modality: Judge of clauses.
        date: Date of the article.
    """
    by_sentence = facts_by_sentence(facts)
    before: Sentence | None = None
    for s in sentences:
        for number, clause in enumerate(s.clauses):
            if not _tells_the_rest(s, clause):
                continue
            source = s if number and any(f.predicate in _TOLD for f in by_sentence[id(s)]) else before
            if source is None or not _is_one_of_several(source) or modality.judge(s, clause, date) is None:
                continue
            told = [f for f in by_sentence[id(source)] if f.predicate in _TOLD and f.subject.type in BODY_TYPES]
            named = [a for a in s.arguments if a.clause == number and a.nominative and not (a.adjective or a.reference)]
            for fact in told[-1:]:
                for a in named:
                    if a.draft is not None and a.type is fact.subject.type and a.draft is not fact.subject:
                        yield replace(fact, subject=a.draft, confidence=_CONFIDENCE, sentence=s, rule=_RULE)
        before = s


def _tells_the_rest(s: Sentence, clause: Clause) -> bool:
    """„die anderen sind …“, „Die beiden übrigen heißen …“."""
    opening = [s.lower[i] for i in clause.tokens if s.lower[i].isalpha()][:_OPENING]
    if opening[:1] != ["die"] or not clause.verbs <= _BEING or not clause.verbs:
        return False
    at = next((n for n, word in enumerate(opening) if word in _REST), -1)
    return at > 0 and all(word in _BETWEEN for word in opening[1:at])


def _is_one_of_several(s: Sentence) -> bool:
    """„eine von drei Pilotkommunen“, „gehört zu den drei Pilotkommunen“."""
    for i, low in enumerate(s.lower):
        if low in _ONE and s.low_at(i + 1) in _OF_SEVERAL and _counts(s, i + 2):
            return True
        if low == "den" and s.low_at(i - 1) == "zu" and _counts(s, i + 1):
            return True
    return False


def _counts(s: Sentence, i: int) -> bool:
    return s.low_at(i) in NUMBER_WORDS or s.low_at(i).isdigit()
