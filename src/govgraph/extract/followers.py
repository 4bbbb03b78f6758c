"""Who does the same as was said of another: „Bremen folgt im Herbst“, „Gera seit September auch“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.slots import in_preterite, is_perfect
from govgraph.extract.state import BODY_TYPES, WORKS, facts_by_sentence
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, FactDraft, Sentence

_DOING = frozenset({Predicate.IMPLEMENTS, Predicate.PILOTS})
_LIKEWISE = frozenset({"auch", "ebenfalls", "ebenso", "genauso", "gleichfalls"})
_WANTED = frozenset({"wollte", "wollten", "sollte", "sollten"})
"""„Mannheim wollte folgen“ leaves open whether it did."""
_REACH = 4
_CONFIDENCE = 0.6


def followers(
    sentences: Sequence[Sentence],
    facts: Sequence[FactDraft],
    words: Callable[[str], frozenset[str]],
    modality: ModalityReader,
    date: str | None,
) -> Iterator[FactDraft]:
    """Facts of those who follow an example.

    Args:
        sentences: The article.
        facts: What it states of others.
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """
    by_sentence = facts_by_sentence(facts)
    following, joining = words("following-verbs"), words("joining-verbs")
    example: list[FactDraft] = []
    age = 0
    joined: list[FactDraft] = []
    for s in sentences:
        here = by_sentence[id(s)]
        yield from _likewise(s, here)
        doing = [f for f in here if f.predicate in _DOING and f.subject.type in BODY_TYPES]
        if any(f.modality is not Modality.ENDED for f in doing):
            # „ersetzt A durch B“: they follow with B
            doing = [f for f in doing if f.modality is not Modality.ENDED]
        if not doing and s.tokens[-1].text != "?" and example and (age < _REACH or _still(s, example[-1])):
            yield from _follow(s, example, following, (modality, date))
        elif doing:
            yield from _follow(s, doing, following, (modality, date))
        members = [f for f in here if f.predicate is Predicate.MEMBER_OF and f.subject.type in BODY_TYPES]
        if not doing and (members or joined):
            yield from _follow(s, members or joined, joining, (modality, date))
        joined = members
        if doing:
            last = doing[-1]
            example = [f for f in doing if f.subject is last.subject]
            age = 0
        age += 1


def _still(s: Sentence, example: FactDraft) -> bool:
    """Whether an example given long before holds: the article is about its work, and no other was named since."""
    return example.object is s.about and all(d.type not in WORKS or d is example.object for d in s.near)


def _follow(
    s: Sentence, example: Sequence[FactDraft], verbs: frozenset[str], judge: tuple[ModalityReader, str | None]
) -> Iterator[FactDraft]:
    objects = {id(f.object) for f in example}
    if len(objects) != 1:
        return
    modality, date = judge
    for number, clause in enumerate(s.clauses):
        if (
            clause.kind != "main"
            or _verb_of_following(s, clause, verbs) < 0
            or _WANTED & {s.lower[i] for i in clause.tokens}
        ):
            continue
        inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
        subjects = [a for a in inside if a.nominative and a.type in BODY_TYPES]
        if not subjects or any(
            a.marker in {"auf", "von", "mit"} or a.cases == "d" for a in inside if a not in subjects
        ):
            continue
        verdict = modality.judge(s, clause, date)
        if verdict is None:
            continue
        done = is_perfect(clause) or in_preterite(s, clause) or example[-1].predicate is Predicate.MEMBER_OF
        first = subjects[0]
        for a in subjects:
            if a.group != first.group or a.draft is None:
                continue
            fact = example[-1]
            if a.draft in {fact.subject, fact.object} or any(a.draft is f.subject for f in example):
                continue
            yield replace(
                fact,
                subject=a.draft,
                modality=verdict if done else Modality.PLANNED,
                confidence=_CONFIDENCE,
                sentence=s,
                rule="follows-example",
                speaker=s.speaker,
            )


def _verb_of_following(s: Sentence, clause: Clause, verbs: frozenset[str]) -> int:
    """Index of a verb of following, or of „an der Reihe“, „dran“; -1 if the clause has none."""
    words = [s.lower[i] for i in clause.tokens]
    for lemma, at, _ in clause.lemmas:
        if lemma in verbs and (lemma != "anschließen" or "sich" in words):
            return at
    for i in clause.tokens:
        if s.lower[i] == "reihe" and s.lower[i - 2 : i] == ["an", "der"]:
            return i
        if s.lower[i] == "dran" and any(lemma == "sein" for lemma, _, _ in clause.lemmas):
            return i
        if (
            s.lower[i] == "anfang"
            and s.low_at(i - 1) == "den"
            and any(lemma == "machen" for lemma, _, _ in clause.lemmas)
        ):
            return i
    return -1


def _likewise(s: Sentence, facts: Sequence[FactDraft]) -> Iterator[FactDraft]:
    """„Jena arbeitet damit, Gera seit September auch“: a stretch without a verb that repeats what was said."""
    if not facts:
        return
    for i, low in enumerate(s.lower):
        if low not in _LIKEWISE or s.text_at(i + 1) not in {".", ",", ";", "!"}:
            continue
        start = i
        while start > 0 and s.tokens[start - 1].text not in {",", ";", "–"}:
            start -= 1
        verbal = {j for clause in s.clauses for _, j, _ in clause.lemmas}
        if start == 0 or any(j in verbal or s.lower[j] == "nicht" for j in range(start, i)):
            continue
        named = [a for a in s.arguments if start <= a.first < i and a.draft is not None and not a.reference]
        yield from _repeated(s, named, facts, start)


def _repeated(s: Sentence, named: Sequence[Argument], facts: Sequence[FactDraft], start: int) -> Iterator[FactDraft]:
    earlier = {id(a.draft) for a in s.arguments if a.first < start}
    last = [f for f in facts if id(f.subject) in earlier and id(f.object) in earlier]
    if not last:
        return
    fact = last[-1]
    for a in named:
        if a.draft is None or a.draft in {fact.subject, fact.object}:
            continue
        if a.type is fact.subject.type:
            yield replace(fact, subject=a.draft, confidence=_CONFIDENCE, rule="likewise")
        elif a.type is fact.object.type:
            yield replace(fact, object=a.draft, confidence=_CONFIDENCE, rule="likewise")
