"""Chairs that pass at an election told just before: „Die Vitako hat gewählt. In Fulda ging der Vorsitz an Jens Ott“."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.state import FactDraft, facts_by_sentence, only_one
from govgraph.model import BlockKind, EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_TOPS = frozenset({"Führung", "Leitung", "Spitze", "Führungsspitze", "Vorstand", "Präsidium", "Führungsgremium"})
"""What a body has anew when it has chosen."""
_OF_WHAT = frozenset({"des", "der", "im", "in", "vom", "von", "für"})
"""Words behind a noun for a chair that say of what it is."""
_TO = frozenset({"an", "zu"})
_CONFIDENCE = 0.6

RULE = "chair-again-elected"


def elected_chairs(
    sentences: Sequence[Sentence],
    facts: Sequence[FactDraft],
    words: Callable[[str], frozenset[str]],
    modality: ModalityReader,
    date: str | None,
) -> Iterator[FactDraft]:
    """Chairs of the body that the sentence before says to have chosen.

    Args:
        sentences: The article.
        facts: What it states otherwise.
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """
    nouns, going = words("chair-nouns-masculine"), words("chair-going-verbs") - {"bleiben", "liegen", "verbleiben"}
    told = facts_by_sentence(facts)
    for before, s in pairwise(sentences):
        if before.block != s.block or BlockKind.QUESTION in {before.kind, s.kind}:
            continue
        if any(f.predicate is Predicate.CHAIRS for f in told[id(s)]):
            continue
        body = _chooses(before, words("choosing-verbs"))
        if body is None:
            continue
        for number, clause in enumerate(s.clauses):
            if clause.verbs.isdisjoint(going) or not _has_chair(s, clause, nouns):
                continue
            here = [a for a in s.arguments if a.clause == number]
            if any(a.type is EntityType.ORGANISATION and a.draft is not body for a in here):
                continue
            people = (a for a in here if a.type is EntityType.PERSON and a.marker in _TO)
            person = only_one(a.draft for a in people if a.head < 0 or s.text_at(a.head) in nouns)
            verdict = modality.judge(s, clause, date) if person is not None else None
            if person is not None and verdict in {Modality.ASSERTED, Modality.PLANNED}:
                yield FactDraft(person, Predicate.CHAIRS, body, verdict, _CONFIDENCE, s, RULE, s.speaker)


def _chooses(s: Sentence, choosing: frozenset[str]) -> Draft | None:
    """„Der KDN hat seinen Vorstand neu gewählt“: the one body that chooses, or has a new lead."""
    for number, clause in enumerate(s.clauses):
        renewed = any(s.tokens[i].text in _TOPS for i in clause.tokens)
        if clause.kind != "main" or (clause.verbs.isdisjoint(choosing) and not renewed):
            continue
        if not renewed and any(_is_noun(s, at - 1) for lemma, at, _ in clause.lemmas if lemma in choosing):
            # „hat neue Dezernenten gewählt“: those have no chair
            continue
        here = [a for a in s.arguments if a.clause == number and _is_body(a)]
        body = only_one(a.draft for a in here)
        if body is not None and any(a.nominative and a.head < 0 for a in here):
            return body
    return None


def _is_noun(s: Sentence, i: int) -> bool:
    """Whether a word is a noun or a title, and neither a name nor of a date."""
    if i < 0 or not s.tokens[i].text[0].isupper() or i in s.dated:
        return False
    return i not in s.taken or s.taken[i].role is not None


def _is_body(a: Argument) -> bool:
    return a.type is EntityType.ORGANISATION and not a.adjective


def _has_chair(s: Sentence, clause: Clause, nouns: frozenset[str]) -> bool:
    """Whether a clause names a chair and does not say of what."""
    return any(
        s.tokens[i].text in nouns and s.low_at(i + 1) not in _OF_WHAT and s.low_at(i - 1) == "der"
        for i in clause.tokens
    )
