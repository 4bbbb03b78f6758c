"""How it is with seats and posts of people who change places, once offices and successions of an article are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.facts.ranker import RULE
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from govgraph.extract.state import Clause, FactDraft, OfficeDraft

_HAVING = frozenset({"hat", "habe", "haben", "hatte", "hatten"})


def seats_settled(
    facts: Sequence[FactDraft], offices: Sequence[OfficeDraft], words: Callable[[str], frozenset[str]]
) -> None:
    """Mend how it is told that somebody is in a body.

    „A wechselt zur FITKO und wird dort Präsident“ is to come; in „Im Rat hat A B abgelöst“ A is in it.

    Args:
        facts: What an article states.
        offices: Offices that it states.
        words: Gives the forms of a word list.
    """
    held: dict[tuple[int, int], set[Status]] = {}
    for o in offices:
        held.setdefault((id(o.person), id(o.body)), set()).add(o.status)
    after: dict[tuple[int, int], Modality] = {
        (id(f.subject), id(f.object)): f.modality
        for f in facts
        if f.predicate is Predicate.SUCCEEDS and f.modality is not Modality.ENDED
    }
    replacing, moving = words("replacing-verbs"), words("moving-verbs")
    for fact in facts:
        if fact.predicate is not Predicate.MEMBER_OF:
            continue
        statuses = held.get((id(fact.subject), id(fact.object)))
        if fact.modality is Modality.ASSERTED and statuses == {Status.DESIGNATED} and _is_to_go(fact, moving):
            fact.modality = Modality.PLANNED
        elif fact.modality is Modality.ENDED and fact.rule == RULE:
            came = _came_after(fact, after, replacing)
            fact.modality = fact.modality if came is None else came


def _is_to_go(fact: FactDraft, moving: frozenset[str]) -> bool:
    """„Sie wechselt zur FITKO“: whether a clause in the present tells that somebody goes to a body."""
    s = fact.sentence
    clauses = [s.clauses[a.clause] for a in s.arguments if a.draft is fact.object and 0 <= a.clause < len(s.clauses)]
    return any(not moving.isdisjoint(clause.verbs) and in_present(s, clause) for clause in clauses)


def _came_after(
    fact: FactDraft, after: Mapping[tuple[int, int], Modality], replacing: frozenset[str]
) -> Modality | None:
    """„Im Rat hat A sie abgelöst“: how it is with the one who comes after another that a clause names, or „sie“."""
    s = fact.sentence
    own = [a for a in s.arguments if a.draft is fact.subject and a.nominative and 0 <= a.clause < len(s.clauses)]
    if not any(_replaces(s.clauses[a.clause], replacing) for a in own):
        return None
    others = {id(a.draft) for a in s.arguments if a.type is EntityType.PERSON and a.draft is not fact.subject}
    said = (
        modality
        for (comer, leaver), modality in after.items()
        if comer == id(fact.subject) and (leaver in others or not others)
    )
    return next(said, None)


def _replaces(clause: Clause, replacing: frozenset[str]) -> bool:
    """„hat B abgelöst“, „löst B ab“; not „wurde abgelöst“."""
    active = not _HAVING.isdisjoint(clause.auxiliaries)
    return any(lemma in replacing and (active or not participle) for lemma, _, participle in clause.lemmas)


def posts_of_represented(offices: Sequence[OfficeDraft], facts: Sequence[FactDraft]) -> None:
    """„Stadträtin A vertrat Kiel“: put guessed offices of towns into the town that their holder stands for there.

    Not „A traf Vertreter der Stadt Kiel“, where the town hangs on a noun.

    Args:
        offices: Offices of an article.
        facts: What it states.
    """
    told = {
        (id(f.subject), id(f.sentence)): f.object
        for f in facts
        if f.predicate is Predicate.REPRESENTS
        and f.object.kind in TOWNS
        and f.modality is Modality.ASSERTED
        and all(a.head < 0 for a in f.sentence.arguments if a.draft is f.object)
    }
    for o in offices:
        town = told.get((id(o.person), id(o.sentence)))
        if town is None or o.sure or o.how != "title" or o.body is None:
            continue
        if o.body.kind in TOWNS and o.body.kind == town.kind:
            o.body = town
