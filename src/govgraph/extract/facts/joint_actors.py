"""Who cooperates, as two or three do together what nobody does alone, or one does it „gemeinsam mit“ another."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.state import BODY_TYPES, FactDraft, facts_by_sentence, only_one
from govgraph.language.grammar import AUXILIARIES, PREPOSITIONS
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Argument, Sentence

_OF_BODIES = frozenset({Predicate.COOPERATES_WITH, Predicate.PART_OF, Predicate.LOCATED_IN})
_SURE = 0.7
_MADE_BY = frozenset({Predicate.DEVELOPS, Predicate.PUBLISHES, Predicate.IMPLEMENTS, Predicate.ORGANISES})
_MADE_BACK = 2
"""How many sentences back it was told whose a work is that was made „gemeinsam mit“ another."""
_WITH_A_THIRD = frozenset({"schließen", "unterschreiben", "unterzeichnen", "vereinbaren", "verlängern"})
_ALONE = frozenset({"starten"})
"""Verbs that two subjects do together only where they have an object."""
_TOGETHER = frozenset({"gemeinsam", "zusammen", "miteinander"})


def joint_facts(
    sentences: Sequence[Sentence], facts: Sequence[FactDraft], verbs: frozenset[str]
) -> Iterator[FactDraft]:
    """Two or three who own a programme together, or do together what nobody does alone, cooperate.

    „Digitalisierungsoffensive von Bund und Land Hessen“; „Das Saarland und der Zweckverband haben … unterzeichnet“.
    """
    by_sentence = facts_by_sentence(facts)
    for number, s in enumerate(sentences):
        stated = by_sentence[id(s)]
        groups: dict[int, list[Argument]] = {}
        for a in s.arguments:
            if a.type in BODY_TYPES and not a.adjective and a.draft is not None:
                groups.setdefault(a.group, []).append(a)
        partners = [a for a in s.arguments if a.marker == "mit" and a.type in BODY_TYPES and a.begin > 0
                    and s.lower[a.begin - 1] in {"gemeinsam", "zusammen"} and a.draft is not None]  # fmt: skip
        for partner in partners:
            does = next(
                (
                    f
                    for f in stated
                    if f.subject.type in BODY_TYPES
                    and f.subject is not partner.draft
                    and f.predicate not in _OF_BODIES
                    and not _said_aside(s, f, partner)
                    and not _said_above(s, f, partner)
                ),
                None,
            )
            if does is None and number:
                before = [f for b in sentences[max(0, number - _MADE_BACK) : number] for f in by_sentence[id(b)]]
                does = _made_with(s, partner, before, sentences[number - 1])
            if does is not None and partner.draft is not None:
                yield FactDraft(
                    does.subject, Predicate.COOPERATES_WITH, partner.draft, does.modality, 0.75, s, "companion"
                )
        for members in groups.values():
            if not 2 <= len(members) <= 3 or s.low_at(max(m.last for m in members)) == "nicht":
                # „14 Länder haben unterzeichnet, Bayern und Sachsen nicht“
                continue
            one = members[0]
            owned = one.marker in {"von", "zwischen"} and one.head >= 0 and one.head in s.taken
            owned = owned and s.taken[one.head].type is EntityType.PROGRAMME
            lemmas = s.clauses[one.clause].verbs if 0 <= one.clause < len(s.clauses) else set()
            doing = bool(lemmas & verbs) or ("rufen" in lemmas and "leben" in s.lower)
            acting = one.marker == "np" and "n" in one.cases and one.head < 0 and doing
            acting = acting and not (lemmas & verbs <= _ALONE and _starts_alone(s, one.clause))
            # „A und B haben mit C Verträge geschlossen“: each with C
            acting = acting and not (lemmas & _WITH_A_THIRD and any(_is_third(a, one) for a in s.arguments))
            modality = next((f.modality for f in stated if f.subject is one.draft), Modality.ASSERTED)
            bearers = {id(f.subject) for f in stated if f.object.type is EntityType.PROGRAMME}
            bearing = one.marker == "von" and one.head < 0 and "tragen" in lemmas
            bearing = bearing and all(id(member.draft) in bearers for member in members)
            drafts = [member.draft for member in members if member.draft is not None]
            for first, second in itertools.combinations(drafts, 2):
                if (owned or acting or bearing) and first is not second:
                    yield FactDraft(first, Predicate.COOPERATES_WITH, second, modality, 0.7, s, "joint-actors")


def _made_with(s: Sentence, partner: Argument, before: Sequence[FactDraft], last: Sentence) -> FactDraft | None:
    """„Der Städtetag hat den Leitfaden X vorgelegt. Erarbeitet wurde er gemeinsam mit B“: who made or uses it.

    Args:
        s: The sentence.
        partner: Who is named with „gemeinsam mit“.
        before: What the sentences before state.
        last: The last sentence before; the only body that it is about has made what it names.
    """
    if not 0 <= partner.clause < len(s.clauses) or not is_passive(s.clauses[partner.clause]):
        return None
    inside = [a for a in s.arguments if a.clause == partner.clause and a.draft is not None and not a.adjective]
    if any(a.type in BODY_TYPES and a.group != partner.group and a.marker in {"np", "von", "durch"} for a in inside):
        return None
    works = (a for a in inside if a.nominative and a.type not in BODY_TYPES and a.type is not EntityType.PERSON)
    made = [a.draft for a in works if a.draft is not None]
    told = next((f for f in reversed(before) if f.object in made and f.predicate in _MADE_BY
                 and f.subject.type in BODY_TYPES and f.subject is not partner.draft
                 and f.modality is not Modality.ENDED), None)  # fmt: skip
    if told is not None or not made or not any(a.draft in made and not a.reference for a in last.arguments):
        return told
    maker = only_one(a.draft for a in last.arguments if a.nominative and not a.adjective and a.type in BODY_TYPES)
    paid = any(f.predicate is Predicate.FUNDS and f.subject is maker for f in before)
    if (
        paid
        or maker is None
        or maker is partner.draft
        or any(a.nominative and a.type is EntityType.PERSON for a in last.arguments)
    ):
        return None
    return FactDraft(maker, Predicate.DEVELOPS, made[0], Modality.ASSERTED, _SURE, s, "companion")


def _starts_alone(s: Sentence, number: int) -> bool:
    """„Mainz und Trier sollen noch in diesem Jahr starten“: a clause without anything that its subjects begin."""
    governed = False
    for i in s.clauses[number].tokens:
        low, taken = s.lower[i], s.taken.get(i)
        if low in _TOGETHER:
            return False
        if low in PREPOSITIONS:
            governed = True
        elif i in s.dated or AUXILIARIES.get(low):
            governed = False
        elif s.tokens[i].text[0].isupper():
            named = taken is not None and taken.type in BODY_TYPES
            if not governed and not named and i > 0 and i + 1 not in s.taken:
                return False
            governed = False
    return True


def _is_third(a: Argument, one: Argument) -> bool:
    return a.marker == "mit" and a.clause == one.clause and a.type in BODY_TYPES and not a.adjective


def _said_aside(s: Sentence, fact: FactDraft, partner: Argument) -> bool:
    """„Wir schreiben zusammen mit dem A, das B bezahlt“: only a relative clause after the partner names the subject."""
    named = [a.clause for a in s.arguments if a.draft is fact.subject and 0 <= a.clause < len(s.clauses)]
    return bool(named) and all(n > partner.clause and _in_relative(s, n) for n in named)


def _said_above(s: Sentence, fact: FactDraft, partner: Argument) -> bool:
    """„A testet X, das B zusammen mit C gebaut hat“: whom a relative clause names with somebody else is no partner.

    Nor is who a participle names: „X, von B gemeinsam mit C gebaut, betreibt A“.
    """
    if not 0 <= partner.clause < len(s.clauses) or s.clauses[partner.clause].kind not in {"participle", "relative"}:
        return False
    own = [a for a in s.arguments if a.clause == partner.clause]
    return not any(a.draft is fact.subject for a in own)


def _in_relative(s: Sentence, number: int) -> bool:
    clause = s.clauses[number]
    return clause.kind == "relative" or (
        clause.joined and clause.parent >= 0 and s.clauses[clause.parent].kind == "relative"
    )
