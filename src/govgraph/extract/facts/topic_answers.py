"""„Und civento? – Nutzen wir seit Mai.“, „Was ist mit VOIS? – Das führen wir ein.“: the question names the object."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.clauses.addresses import head_of, opens_with_name
from govgraph.extract.clauses.verb_places import finite_places
from govgraph.extract.facts.frames import facts_of
from govgraph.extract.state import BODY_TYPES, WORKS, Argument, only_one
from govgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.facts.frames import FrameFiller
    from govgraph.extract.state import Draft, FactDraft, Sentence

_POINTING = frozenset({"das", "den", "der", "die"})
_LONGEST = 10
"""Most words and marks of a question that does nothing but name something."""
_STANDING = frozenset({"aussehen", "geben", "gehen", "laufen", "machen", "sehen", "sein", "stehen"})
"""Verbs of questions that say nothing of what they name: „Wie steht es um VOIS?“."""
_NAMING = frozenset({"bei", "mit", "np", "um"})


def answers_on_topics(sentences: Sequence[Sentence], filler: FrameFiller) -> Iterator[FactDraft]:
    """What an answer says of the one thing that the question names, where it leaves it out or points at it.

    Args:
        sentences: The article.
        filler: Fills the frames of a sentence.
    """
    for question, answer in pairwise(sentences):
        if question.kind is not BlockKind.QUESTION or answer.kind is not BlockKind.ANSWER:
            continue
        topic = _topic(question)
        first = _beginning(answer)
        if topic is None or first < 0 or any(a.draft is topic for a in answer.arguments):
            continue
        meant = Argument(
            first, first + 1, draft=topic, marker="np", cases="na", begin=first, clause=answer.clause_of[first],
            reference=True,
        )  # fmt: skip
        statement = replace(answer, arguments=[meant, *answer.arguments])
        for filled in filler.fill(statement):
            for fact in facts_of(filled, answer, answer.speaker):
                if topic in (fact.subject, fact.object):
                    yield fact


def _topic(s: Sentence) -> Draft | None:
    """The one work that a short question names, beside no body."""
    if len(s.tokens) > _LONGEST or s.tokens[-1].text != "?":
        return None
    if any(lemma not in _STANDING for clause in s.clauses for lemma, _, _ in clause.lemmas):
        # „Was bringt die BundID? – Das nutzen wir als Chance.“
        return None
    named = [a for a in s.arguments if not (a.reference or a.adjective)]
    if any(a.type in BODY_TYPES for a in named):
        return None
    works = [a for a in named if a.type in WORKS]
    return only_one(a.draft for a in works) if all(a.marker in _NAMING for a in works) else None


def _beginning(s: Sentence) -> int:
    """Where an answer leaves out or points at what was asked for, or -1: at its verb or at „das“ before it."""
    first = head_of(s)
    if opens_with_name(s) or first >= len(s.tokens):
        first = next((i + 1 for i in range(len(s.tokens)) if s.tokens[i].text == ":"), first)
    verbs = finite_places(s)
    if first in verbs:
        return first
    pointing = s.low_at(first) in _POINTING and first not in s.taken and first + 1 in verbs
    return first if pointing else -1
