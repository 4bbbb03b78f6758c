"""„Die Klarschrift GmbH wächst. Gründerin A über …“: whose house somebody leads whose title has no body with it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_perfect
from govgraph.extract.state import BOARDS, BODY_TYPES, PLACES, only_one
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Argument, Draft, Sentence

_HEADING = frozenset({"anführen", "führen", "leiten", "lenken", "verantworten", "vorstehen"})
"""Lemmas of verbs for what the head of a body does to it."""
_RAISING = frozenset({"aufbauen", "gründen"})
"""Lemmas of verbs for what the founder of a body did."""
_TOP = ("an", "der", "spitze")
_BEING = frozenset({"sein", "bleiben"})
_OVER = frozenset({"war", "wurde", "leitete", "führte", "lenkte", "stand", "früher", "zuvor", "davor", "bis"})
_OTHERS = BOARDS | {"Government", "Medium", "Ministry", "Parliament", "Party"}
"""Kinds of bodies that somebody may belong to without speaking for them, or that speak for their Land."""
_NEAR = 9
"""How near the beginning of a sentence a word tells what somebody is whom it names."""
_FROM = frozenset({"aus", "bei", "beim", "vom", "von"})
_WHOSE = frozenset({"deren", "dessen"})


def headed_house(person: Draft, opening: Sequence[Sentence], *, raised: bool) -> Draft | None:
    """„A lenkt die KomIT“, „A steht an der Spitze der HZD“, „A ist Direktorin der HZD“: the one body that A heads.

    None where A heads a town, too: „Landrat A führt den Kreis B und den Zweckverband C“.

    Args:
        person: A.
        opening: Title and lead.
        raised: Whether it may be the body that A has founded, since no office of A is told.
    """
    house = only_one(body for s in opening for body in _headed(s, person, raised=raised))
    return house if house is not None and house.type is EntityType.ORGANISATION else None


def _headed(s: Sentence, person: Draft, *, raised: bool) -> list[Draft]:
    subjects = [a for a in s.arguments if a.draft is person and a.nominative and a.clause >= 0]
    found: list[Draft] = []
    for subject in subjects:
        clause = s.clauses[subject.clause]
        lemmas = clause.verbs
        words = [s.lower[i] for i in clause.tokens]
        if not _OVER.isdisjoint(words) or "nicht" in words:
            continue
        here = [a for a in s.arguments if a.clause == subject.clause and not a.adjective]
        heads = lemmas & _HEADING and not is_perfect(clause)
        if heads or (raised and lemmas & _RAISING):
            found += [a.draft for a in here if _is_house(a) and a.marker == "np" and a.head < 0 and a.draft is not None]
        top = next((i for i in clause.tokens if tuple(s.lower[i : i + 3]) == _TOP), -1)
        if top >= 0:
            found += [a.draft for a in here if _is_house(a) and a.head == top + 2 and a.draft is not None]
        if lemmas and lemmas <= _BEING:
            roles = [a.role for a in here if a.role is not None and not a.role.is_deputy]
            ruled = [role.bodies[0] for role in roles if role.bodies and role.status is not Status.FORMER]
            found += [body for body in ruled if body.kind not in _OTHERS]
    return found


def _is_house(a: Argument) -> bool:
    return a.type in BODY_TYPES and a.draft is not None and a.draft.kind not in _OTHERS


def told_just_before(person: Draft, opening: Sequence[Sentence], heads: frozenset[str]) -> Draft | None:
    """„Die Klarschrift GmbH wächst. Gründerin A über …“, „In Ulm ist A zuständig“: whom the opening tells of with A.

    It is the one body or town that does something in the sentence before, or the town that A's sentence begins with;
    before „Deren Geschäftsführerin A“ it is the body that was named last. A body that is no town is it only if A has
    a title of who heads one, a town only without such a title.

    Args:
        person: A.
        opening: Title and lead.
        heads: Titles of those who head a body that is no town.
    """
    for before, s in pairwise([None, *opening]):
        name = _name(s, person) if s is not None else None
        if s is None or name is None or _is_from(s, name):
            continue
        there = next((a for a in s.arguments if a.begin == 0 and a.marker == "in"), None)
        if there is not None and there.type is EntityType.MUNICIPALITY and not there.reference:
            return there.draft
        if before is None or before.block != s.block:
            continue
        if s.lower[0] in _WHOSE and s.taken.get(1) is not None:
            return next((a.draft for a in _by_place(before)[::-1] if _may_be_led(a)), None)
        acting = (a for a in before.arguments if a.nominative and a.type in BODY_TYPES)
        found = only_one(a.draft for a in acting)
        if found is None or found.type is EntityType.JURISDICTION or found.kind in _OTHERS:
            continue
        if (found.type in PLACES) != _is_head(s, name, before, heads):
            return found
    return None


def only_house(person: Draft, opening: Sequence[Sentence], heads: frozenset[str]) -> Draft | None:
    """„An der Universität Ulm soll alles ohne Papier gehen. A ist dort CIO“: the one body of title and lead.

    None where a Land is told of, or where nothing but its being named tells of it and A: „Die X GmbH warnt. A über …“.

    Args:
        person: A.
        opening: Title and lead.
        heads: Titles of those who head a body that is no town.
    """
    lines = [s for s in opening if s.kind is not BlockKind.CAPTION]
    told = [a for s in lines for a in s.arguments if not (a.adjective or is_left(s, a))]
    if any(a.type is EntityType.JURISDICTION for a in told):
        return None
    named = [(before, s, name) for before, s in pairwise([None, *lines]) if s and (name := _name(s, person))]
    if any(_is_from(s, name) for _, s, name in named):
        return None
    there = any("dort" in s.lower or _goes_on_there(s, lines) for _, s, _ in named)
    if not there and not any(_is_head(s, name, before, heads) for before, s, name in named):
        return None
    return only_one(a.draft for a in told if a.type is EntityType.ORGANISATION and not a.reference and _may_be_led(a))


def _goes_on_there(s: Sentence, lines: Sequence[Sentence]) -> bool:
    """„A ist nicht so weit. Die Informatikerin ist dort CIO“: whether the next sentence says where."""
    after = next((b for a, b in pairwise(lines) if a is s), None)
    if after is None or after.block != s.block or "dort" not in after.lower:
        return False
    return not any(a.draft is not None and not a.reference for a in after.arguments)


def _name(s: Sentence, person: Draft) -> Argument | None:
    return next((a for a in s.arguments if a.draft is person and not a.reference), None)


def _is_from(s: Sentence, name: Argument) -> bool:
    """„A von der HZD“, „A aus Gera“: whether it is told behind a name where somebody belongs."""
    return s.low_at(name.last) in _FROM


def _is_head(s: Sentence, name: Argument, before: Sentence | None, heads: frozenset[str]) -> bool:
    """„Chefin A“, „A, die Gründerin, …“, „Die KDO hat eine neue Chefin. A …“: whether somebody heads a body."""
    titles = [a for a in s.arguments if a.role is not None and a.clause == name.clause]
    heading = any(a.role is not None and a.role.name in heads and not a.role.is_deputy for a in titles)
    # „Chefin“ and „Gründerin“ alone are no offices
    named = any(token.text in heads for token in s.tokens[:_NEAR]) or heading
    if named or titles or before is None:
        return named
    return any(token.text in heads for token in before.tokens)


def is_left(s: Sentence, body: Argument) -> bool:
    """„A lenkte bis März die HZD“, „bis Mai beim LKA“: whether a body is one where somebody was before."""
    if body.clause < 0:
        return False
    clause = s.clauses[body.clause]
    person = any(a.type is EntityType.PERSON and a.clause == body.clause for a in s.arguments)
    return person and not _OVER.isdisjoint(clause.words)


def _by_place(s: Sentence) -> list[Argument]:
    return sorted((a for a in s.arguments if not a.adjective), key=lambda a: a.first)


def _may_be_led(a: Argument) -> bool:
    return a.type in BODY_TYPES and a.type not in PLACES and a.draft is not None and a.draft.kind not in _OTHERS
