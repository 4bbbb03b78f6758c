"""Works whose place another takes: „Das Portal X löst Y ab“, „Y wird durch X ersetzt“. What follows is about X."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.state import BODY_TYPES, WORKS, FactDraft
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_FORMER = ("alt", "bisherig", "ehemalig", "früher", "vorgänger", "altsystem", "altverfahren")
"""How words begin that say of a work that it goes."""
_SO_FAR = frozenset({"bereits", "bisher", "bislang", "schon", "seit"})
_PAIR = 2
_INSTEAD = frozenset({"anstatt", "anstelle", "statt"})
"""Words before what is not used: „Statt X wird Ulm Y einführen“."""
_BACK = 2
"""How many sentences before it tell who has taken what another work goes for."""
_CONFIDENCE = 0.7
_RULE = "displaced"
_HELD = {Modality.ASSERTED: Modality.ENDED, Modality.PLANNED: Modality.ASSERTED}
"""What holds of the work that goes, by what is told of its going or of the one that comes."""


def displaced(s: Sentence, replacing: frozenset[str]) -> list[Draft]:
    """The works that a sentence says to be replaced by another one that it names or means.

    Args:
        s: The sentence, with its references.
        replacing: Lemmas of verbs by which one work takes the place of another.
    """
    instead = (a for a in s.arguments if a.type in WORKS and s.low_at(a.begin) in _INSTEAD and not a.adjective)
    going = (a for _, _, works in _replacements(s, replacing) for a in works)
    return [a.draft for a in (*going, *instead) if a.draft is not None]


def former_works(
    sentences: Sequence[Sentence],
    facts: Sequence[FactDraft],
    words: tuple[frozenset[str], frozenset[str]],
    judge: tuple[ModalityReader, str | None],
) -> Iterator[FactDraft]:
    """„Ulm führt das Portal X ein. Es löst Y ab.“: who takes up a work has had the one that goes for it.

    Args:
        sentences: The article.
        facts: What it states otherwise.
        words: Lemmas of verbs by which one work takes the place of another, and of those for a change.
        judge: Judge of clauses, and the date of the article.
    """
    (replacing, changing), (modality, date) = words, judge
    for number, s in enumerate(sentences):
        for clause, works, going in _replacements(s, replacing):
            coming = [a.draft for a in works if a.reference and a not in going]
            if number and not going and _goes_alone(clause, works):
                going, coming = works, _taken_up(sentences[number - 1], facts)
            if any(
                a.type in BODY_TYPES and not a.reference and a.clause == works[0].clause for a in s.arguments if works
            ):
                # „In Greiz löst es das System Y ab“: there, and not wherever else it is used
                continue
            said = modality.judge(s, clause, date) if len(going) == 1 and len(coming) == 1 else None
            near = {id(each) for each in sentences[max(0, number - _BACK) : number]}
            for f in facts if said is not None else ():
                taken = f.predicate is Predicate.IMPLEMENTS and f.object is coming[0] and id(f.sentence) in near
                taken = taken and (f.modality is Modality.PLANNED or _takes_up(f.sentence, f.subject, changing))
                over = _HELD.get(Modality.PLANNED if Modality.PLANNED in {f.modality, said} else f.modality)
                gone = going[0].draft
                if taken and over is not None and gone is not None and gone is not f.subject:
                    yield FactDraft(f.subject, Predicate.IMPLEMENTS, gone, over, _CONFIDENCE, s, _RULE, s.speaker)


def _goes_alone(clause: Clause, works: Sequence[Argument]) -> bool:
    """„Abgelöst wurde das Verfahren X“: whether a passive clause that its participle opens names but one work."""
    opens = any(done and at == clause.tokens[0] for _, at, done in clause.lemmas)
    return opens and is_passive(clause) and len(works) == 1 and works[0].nominative and not works[0].reference


def _taken_up(s: Sentence, facts: Sequence[FactDraft]) -> list[Draft | None]:
    """The works that a sentence says to be used."""
    used = (f.object for f in facts if f.sentence is s and f.predicate is Predicate.IMPLEMENTS)
    return list(dict.fromkeys(used))


def _takes_up(s: Sentence, body: Draft, changing: frozenset[str]) -> bool:
    """Whether a clause about a body tells of a change: „führt X ein“, not „X ist in Gera seit Jahren im Einsatz“."""
    if not _SO_FAR.isdisjoint(s.lower):
        return False
    own = s.clauses_naming(body)
    return any(not changing.isdisjoint(s.clauses[n].verbs) for n in own)


def _replacements(s: Sentence, replacing: frozenset[str]) -> Iterator[tuple[Clause, list[Argument], list[Argument]]]:
    """The clauses in which one work takes the place of another, with the works that they name and those that go."""
    for number, clause in enumerate(s.clauses):
        if not replacing.isdisjoint(clause.verbs):
            works = [a for a in s.arguments if a.clause == number and a.type in WORKS and not a.adjective]
            yield clause, works, list(_going(s, clause, works))


def _going(s: Sentence, clause: Clause, works: list[Argument]) -> Iterator[Argument]:
    bare = [a for a in works if a.marker == "np" and a.head < 0]
    passive = is_passive(clause)
    coming = [a for a in works if a.marker == "durch" or a.marker == ("von" if passive else "mit")]
    if coming:
        yield from (a for a in bare if a.draft not in [b.draft for b in coming])
    elif len(bare) == _PAIR and bare[0].draft is not bare[1].draft:
        yield next((a for a in bare if _is_old(s, a)), max(bare, key=lambda a: a.first))


def _is_old(s: Sentence, a: Argument) -> bool:
    """„das alte System B“, „das Vorgängersystem B“; not what a pronoun means that can only be the subject."""
    words = (a.introduced_by.lower(), *(s.lower[i] for i in range(max(0, a.begin), a.first)))
    return any(word.startswith(_FORMER) for word in words)
