"""Who has for good or again what they had before: „A leitet nun das Amt, das sie bisher kommissarisch geleitet hat“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import UNTIL_NOW, in_present
from govgraph.model import Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Clause, Draft, FactDraft, OfficeDraft, Sentence

_HAD = frozenset({"hatte", "hatten"})
_HELD = frozenset({Status.CURRENT, Status.NEW})
_FOR_GOOD = frozenset({"dauerhaft", "endgültig", "fest", "regulär", "unbefristet"})
_DOING = frozenset({"amtieren", "ausüben", "bekleiden", "bleiben", "führen", "leiten", "sein", "übernehmen"})
_NEAR = 2
"""How many sentences apart the two may be told."""


def held_again(
    offices: Sequence[OfficeDraft], facts: list[FactDraft], sentences: Sequence[Sentence]
) -> list[OfficeDraft]:
    """The offices without those that somebody had before by the same title, and has. So with chairs among the facts.

    „A führt nun dauerhaft das Amt. Sie hatte es seit Mai kommissarisch geleitet.“
    """
    number = {id(s): n for n, s in enumerate(sentences)}
    ended = [f for f in facts if f.predicate is Predicate.CHAIRS and f.modality is Modality.ENDED]
    for fact in ended:
        if not any(_had(fact.sentence, clause) for clause in fact.sentence.clauses):
            continue
        if any(
            f.predicate is Predicate.CHAIRS
            and f.modality is Modality.ASSERTED
            and f.subject is fact.subject
            and f.object is fact.object
            and 0 < number[id(fact.sentence)] - number[id(f.sentence)] <= _NEAR
            and any(in_present(f.sentence, clause) for clause in f.sentence.clauses)
            for f in facts
        ):
            facts.remove(fact)
    held = [o for o in offices if o.status in _HELD and o.how == "clause" and o.body is not None]
    kept = [o for o in offices if not any(_is_earlier(o, other, number) for other in held)]
    return [replace(o, status=Status.CURRENT) if _is_for_good(o, sentences, number) else o for o in kept]


def _is_for_good(o: OfficeDraft, sentences: Sequence[Sentence], number: dict[int, int]) -> bool:
    """„Elf Monate lang war A kommissarischer Leiter, nun führt er das Amt regulär“: whether it is said right behind."""
    if o.status is not Status.ACTING or o.how != "clause":
        return False
    s, title = o.sentence, o.sentence.title(o.role)
    first = title.clause if title is not None else -1
    if not 0 <= first < len(s.clauses) or in_present(s, s.clauses[first]):
        return False
    at = number[id(s)] + 1
    after = sentences[at] if at < len(sentences) and sentences[at].block == s.block else None
    return _confirms(s, o.person, first) or (after is not None and _confirms(after, o.person, -1))


def _confirms(s: Sentence, person: Draft, behind: int) -> bool:
    """Whether a clause behind another one tells in the present that somebody is or leads something for good."""
    own = {a.clause for a in s.arguments if a.draft is person and a.nominative and a.clause > behind}
    return any(
        clause.verbs & _DOING and in_present(s, clause) and any(s.lower[i] in _FOR_GOOD for i in clause.tokens)
        for clause in (s.clauses[n] for n in own)
    )


def _is_earlier(o: OfficeDraft, held: OfficeDraft, number: dict[int, int]) -> bool:
    if o.person is not held.person or o.role.name != held.role.name:
        return False
    distance = number[id(o.sentence)] - number[id(held.sentence)]
    if o.status is Status.FORMER and o.body is held.body and 0 < distance <= _NEAR:
        told = any(_had(o.sentence, clause) for clause in o.sentence.clauses)
        return told and _tells(held.sentence, o.person)
    # „die bisher kommissarische Leiterin A ist nun Leiterin“
    return distance == 0 and o.body in {None, held.body} and o.status is Status.ACTING and _is_until_now(o)


def _is_until_now(o: OfficeDraft) -> bool:
    title = o.sentence.title(o.role)
    return title is not None and any(o.sentence.low_at(title.first - n) in UNTIL_NOW for n in (1, 2))


def _had(s: Sentence, clause: Clause) -> bool:
    """„hatte es geleitet“."""
    return not _HAD.isdisjoint(clause.auxiliaries) and any(participle for _, _, participle in clause.lemmas)


def _tells(s: Sentence, person: Draft) -> bool:
    """Whether a sentence tells of somebody in the present."""
    return any(
        in_present(s, s.clauses[a.clause])
        for a in s.arguments
        if a.draft is person and a.nominative and 0 <= a.clause < len(s.clauses)
    )
