"""Titles beside the name of whoever leads a body: „von Direktor Ott geführt“, „das Präsidentin Weber leitet“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.state import BOARDS
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, FactDraft, OfficeDraft

_BY_VERB = frozenset({"führen", "leiten", "lenken", "vorstehen"})
"""Lemmas of verbs for what whoever has the title of a head does."""


def led_by_title(
    offices: Sequence[OfficeDraft], facts: Sequence[FactDraft], knowledge: Knowledge
) -> Iterator[OfficeDraft]:
    """The offices, those with the title of a head in the body that their holder leads by the verb beside it.

    „das dem Ministerium untersteht und von Direktor Ott geführt wird“: the ministry at hand has another head.

    Args:
        offices: Offices read so far.
        facts: Facts read so far.
        knowledge: Compiled vocabulary.
    """
    titles = knowledge.words("head-titles") | knowledge.words("titles-of-who-runs-it")
    units, once = knowledge.words("unit-heads-direct"), knowledge.words("former-adverbs")
    led: dict[tuple[int, int], list[Draft]] = {}
    for fact in facts:
        chairs = fact.predicate is Predicate.CHAIRS and fact.subject.type is EntityType.PERSON
        # „Präsidentin Ott hat früher das Landesarchiv geleitet“
        chairs = chairs and (fact.modality is not Modality.ENDED or once.isdisjoint(fact.sentence.lower))
        part = fact.object.name.split(" ", 1)[0].lower() in units
        if chairs and not part and fact.object.kind not in BOARDS and _verbs(fact):
            bodies = led.setdefault((id(fact.subject), id(fact.sentence)), [])
            if fact.object not in bodies:
                bodies.append(fact.object)
    for o in offices:
        own = led.get((id(o.person), id(o.sentence)), ())
        one = own[0] if len(own) == 1 and not o.sure and not o.role.is_deputy else None
        yield o if one is None or not _is_its_head(o, one, titles, knowledge) else replace(o, body=one, sure=True)


def _verbs(fact: FactDraft) -> bool:
    """Whether a verb for leading tells a fact, in the clause that names who leads."""
    s = fact.sentence
    numbers = s.clauses_naming(fact.subject)
    return any(not _BY_VERB.isdisjoint(s.clauses[number].verbs) for number in numbers)


def _is_its_head(o: OfficeDraft, body: Draft, titles: Collection[str], knowledge: Knowledge) -> bool:
    """Whether a title right before the name is that of whoever leads such a body, and another was taken for it."""
    s, title = o.sentence, o.sentence.title(o.role)
    if title is None or o.body is body or o.role.name not in titles:
        return False
    kinds = knowledge.body_kinds(o.role.iri)
    beside = any(a.draft is o.person and title.last <= a.first <= title.last + 2 for a in s.arguments)
    return beside and (not kinds or body.kind in kinds)
