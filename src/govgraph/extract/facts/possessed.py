"""Works and bodies that a possessive says to be somebody's: „ihr Archiv DiPS“, „ihre Tochter KID GmbH“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past, is_passive
from govgraph.extract.names.long_names import OPENING
from govgraph.extract.references.outgoing import former_stems
from govgraph.extract.references.pronominal_adverbs import OF_THERE
from govgraph.extract.references.pronoun_clauses import noun_after
from govgraph.extract.state import BOARDS, BODY_TYPES, RUN, WORKS, FactDraft
from govgraph.language.grammar import POSSESSIVES, WHOSE
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence

_CONFIDENCE = 0.6
_UNITS = frozenset({"Authority", "Department", "ResearchInstitute", *BOARDS})
"""Kinds of body that belong to others."""
_NOT = frozenset({"nicht", "nie", "niemals"})
_FRONT = 1
"""Index of a possessive in the phrase that a sentence opens with."""
_FOR = frozenset({"bei", "beim", "für"})
"""Prepositions before the work of somebody who is helped with it."""
_SAYING = frozenset({"in", "laut", "mit"})
"""Prepositions before a paper in which its author says something."""


def possessed_works(sentences: Sequence[Sentence], knowledge: Knowledge) -> Iterator[FactDraft]:
    """A body or Land develops, and a town uses, the work that is named right after „ihr“ and a common noun.

    The owner is the subject before the possessive or, where it opens the sentence, after it, or else what the
    possessive was found to stand for. What a body says something in, it has published: „in ihrem Positionspapier“.
    """
    starting = knowledge.words("launching-verbs")
    ending, stems = knowledge.words("ending-verbs"), former_stems(knowledge.words)
    others = knowledge.words("posts") | knowledge.words("successor-nouns") | knowledge.words("predecessor-nouns")
    for s, i in _told(sentences, POSSESSIVES):
        noun = noun_after(s, i)
        if s.low_at(i - 1) in _SAYING:
            yield from _papers(s, i)
        if noun < 0 or noun in s.taken or s.tokens[noun].text in others:
            continue
        work = s.taken.get(noun + 2 if s.text_at(noun + 1) in OPENING else noun + 1)
        if work is None or work.draft is None or work.adjective or work.reference or work.type not in WORKS:
            continue
        for owner in _owners(s, i):
            # „ihr altes System X“: who had it need not have made it
            used = owner.type is EntityType.MUNICIPALITY or any(low.startswith(stems) for low in s.lower[i + 1 : noun])
            predicate = Predicate.IMPLEMENTS if used else Predicate.DEVELOPS
            said = Modality.ENDED if _is_over(s, i, ending) else Modality.ASSERTED
            said = Modality.PLANNED if _is_to_start(s, i, starting) else said
            yield FactDraft(owner, predicate, work.draft, said, _CONFIDENCE, s, "own-work", s.speaker)


def works_there(sentences: Sequence[Sentence], knowledge: Knowledge) -> Iterator[FactDraft]:
    """„Lob gibt es für Ulm. Das dortige Bürgerkonto …“, „das dortige Portal X“: the town uses the work that it has."""
    ending, stems = knowledge.words("ending-verbs"), former_stems(knowledge.words)
    for s in sentences:
        for town in [a for a in s.arguments if a.reference and s.lower[a.first] in OF_THERE and a.draft is not None]:
            i = town.first
            noun = noun_after(s, i)
            named = s.taken.get(noun) or s.taken.get(noun + 2 if s.text_at(noun + 1) in OPENING else noun + 1)
            work = named if named is not None and named.type in RUN and not named.adjective else None
            if noun < 0 or s.tokens[-1].text == "?" or work is None or work.draft is None or town.draft is None:
                continue
            over = _is_over(s, i, ending) or any(low.startswith(stems) for low in s.lower[i + 1 : noun])
            said = Modality.ENDED if over else Modality.ASSERTED
            yield FactDraft(town.draft, Predicate.IMPLEMENTS, work.draft, said, _CONFIDENCE, s, "work-there", s.speaker)


def possessed_bodies(sentences: Sequence[Sentence], knowledge: Knowledge) -> Iterator[FactDraft]:
    """„Die Stadt Ulm und ihre Tochter SWU“, „Deren Eigenbetrieb X“: part of the owner is what is named so.

    The owner is found as that of a work is; „deren“ and „unser“ have none but what they were found to stand for.
    """
    nouns = knowledge.words("possessed-bodies")
    ours = knowledge.words("interview-group")
    for s, i in _told(sentences, POSSESSIVES | WHOSE | ours):
        noun = noun_after(s, i)
        if noun < 0 or not (_begins_unit(s, noun) if noun in s.taken else s.tokens[noun].text in nouns):
            continue
        body = s.taken.get(noun if noun in s.taken else noun + 1)
        if body is None or body.draft is None or body.adjective or body.type is not EntityType.ORGANISATION:
            continue
        whose = s.lower[i] in WHOSE
        meant = whose or s.lower[i] in ours
        owners = [a.draft for a in s.arguments if a.first == i and a.draft is not None] if meant else _owners(s, i)
        before = s.taken.get(i - 2)
        if whose and i > _FRONT and (before is None or before.draft not in owners):
            # „bei den Werken, genauer bei deren Tochter“: not what was named before
            continue
        for owner in owners:
            if owner is not body.draft and owner.type in BODY_TYPES:
                yield FactDraft(
                    body.draft, Predicate.PART_OF, owner, Modality.ASSERTED, _CONFIDENCE, s, "own-body", s.speaker
                )


def _begins_unit(s: Sentence, noun: int) -> bool:
    """„dessen Bereich Digitale Verwaltung“, „ihr Institut für Netze“: a unit that is called by what it is."""
    unit = s.taken[noun]
    known = unit.draft is None or unit.draft.entry is not None or unit.reference
    return (
        not known
        and unit.first == noun
        and unit.last > noun + 1
        and unit.draft is not None
        and unit.draft.kind in _UNITS
    )


def _told(sentences: Sequence[Sentence], words: frozenset[str]) -> Iterator[tuple[Sentence, int]]:
    """Where one of some words stands that is no part of a name, in a sentence that asks nothing."""
    for s in sentences:
        if not words.isdisjoint(s.lower) and s.tokens[-1].text != "?":
            yield from ((s, i) for i, low in enumerate(s.lower) if low in words and i not in s.taken)


def _is_over(s: Sentence, i: int, ending: frozenset[str]) -> bool:
    """„Die Stadt hat ihr Portal X abgeschaltet“, „stellt es ein“: whether the clause ends what is owned."""
    clause = s.clauses[s.clause_of[i]]
    if ending.isdisjoint(clause.verbs):
        return False
    if clause.judged and clause.judged[0] is Modality.PLANNED:
        # „stellt ihr Portal X zum 1. Mai ein“: until then it is there
        return False
    told = not clause.auxiliaries and clause.kind != "infinitive" and _NOT.isdisjoint(clause.words)
    return told or in_past(s, clause)


def _is_to_start(s: Sentence, i: int, starting: frozenset[str]) -> bool:
    """„Im Frühjahr startet die Akademie ihre Plattform X“: whether what is owned is yet to come."""
    clause = s.clauses[s.clause_of[i]]
    planned = bool(clause.judged) and clause.judged[0] is Modality.PLANNED
    return planned and not starting.isdisjoint(clause.verbs)


def _papers(s: Sentence, i: int) -> Iterator[FactDraft]:
    """„In seinem Sonderbericht X rügt der Rechnungshof …“: a body has published what it says something in."""
    paper = next((a for a in s.arguments if a.begin == i - 1 and a.type is EntityType.DOCUMENT), None)
    if paper is None or paper.draft is None or paper.reference or paper.adjective:
        return
    author = _author(s, i)
    owners = _owners(s, i) if author is None else [author]
    if is_passive(s.clauses[s.clause_of[i]]):
        # „In ihrem Bericht wird der Bund gerügt“
        owners = [a.draft for a in s.arguments if a.first == i and a.draft is not None and a.type in BODY_TYPES]
    for owner in owners:
        if owner is not paper.draft:
            yield FactDraft(
                owner, Predicate.PUBLISHES, paper.draft, Modality.ASSERTED, _CONFIDENCE, s, "own-paper", s.speaker
            )


def _author(s: Sentence, i: int) -> Draft | None:
    """„In ihrer Studie X rät sie zu Fristen“: the one person who is the subject of a clause, if the word means them."""
    subjects = [a for a in s.arguments if a.clause == s.clause_of[i] and a.nominative and a.head < 0]
    if len(subjects) != 1 or subjects[0].type is not EntityType.PERSON or subjects[0].draft is None:
        return None
    hers = s.lower[i].startswith("ihr")
    said = s.lower[subjects[0].first]
    if subjects[0].reference and said in {"er", "sie"}:
        return subjects[0].draft if (said == "sie") is hers else None
    return subjects[0].draft if subjects[0].draft.feminine is hers else None


def _opens(s: Sentence, i: int) -> bool:
    """Whether the phrase of a possessive opens its clause: „…: In seinem Bericht rügt er …“."""
    tokens = s.clauses[s.clause_of[i]].tokens
    return i <= _FRONT or not any(s.tokens[j].text[0].isalnum() for j in tokens if j < i - _FRONT)


def _helped(s: Sentence, i: int, subjects: Sequence[Argument]) -> list[Draft]:
    """„zahlt der Stadt Ulm Geld für ihr Projekt“, „unterstützt den Kreis bei seinem Portal“: who has the work."""
    if s.low_at(i - 1) not in _FOR or not subjects:
        return []
    bare = [
        a
        for a in s.arguments
        if a.clause == s.clause_of[i]
        and subjects[0].last <= a.begin
        and a.last <= i
        and a.marker == "np"
        and a.head < 0
        and not a.adjective
        and a.type in BODY_TYPES
        and a.group != subjects[0].group
    ]
    return [a.draft for a in bare if a.draft is not None and a.group == bare[-1].group]


def _owners(s: Sentence, i: int) -> list[Draft]:
    """Bodies that a possessive at token `i` means: the subjects of its clause, all that are joined."""
    clause = s.clause_of[i]
    subjects = [a for a in s.arguments if a.clause == clause and a.last <= i and a.nominative]
    helped = _helped(s, i, subjects)
    if helped:
        return helped
    if not subjects and _opens(s, i):
        # „Mit ihrem Projekt X hat sich die Stadt Y durchgesetzt“
        later = sorted((a for a in s.arguments if a.clause == clause and a.first > i), key=lambda a: a.first)
        subjects = [a for a in later if a.nominative and a.type in BODY_TYPES]
    owners = [a for a in subjects if a.group == subjects[0].group] or [a for a in s.arguments if a.first == i]
    return [a.draft for a in owners if a.draft is not None and a.type in BODY_TYPES]
