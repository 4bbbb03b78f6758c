"""Questions that the answer completes: „Wer betreibt das Portal? – Dataport.“, „Wo läuft es schon? – In Gera.“."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.addresses import head_of
from govgraph.extract.clauses.verb_places import verb_places
from govgraph.extract.facts.frames import facts_of
from govgraph.extract.state import Argument
from govgraph.language.grammar import AUXILIARIES, PREPOSITIONS
from govgraph.language.tokens import token_of
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from govgraph.extract.facts.frames import FrameFiller
    from govgraph.extract.filled import Filled
    from govgraph.extract.state import Draft, FactDraft, OfficeDraft, Sentence

_CASES = {"wer": "n", "wen": "a", "wem": "d", "was": "na"}
_WHICH = {"welcher": "n", "welche": "na", "welches": "na", "welchen": "ad", "welchem": "d"}
_ADVERBS = {
    "wo": "in", "womit": "mit", "worauf": "auf", "woran": "an", "wofür": "für", "wovon": "von", "wodurch": "durch",
    "wobei": "bei",
}  # fmt: skip
_GROUP = 9000
_REACH = 4
"""How late the word that asks may come: „Und mit wem …“."""


class _Asked(NamedTuple):
    """Where the answer would stand in the question: first token, one past the last, marker, cases."""

    first: int
    last: int
    marker: str
    cases: str


class Answers:
    """Reads a question and what completes it as one statement.

    Args:
        filler: Fills the frames of a sentence.
        standing: Lemmas of verbs that stand for that of the question: „Das macht …“.
        group_of: What „wir“ stands for when a person says it.
        stated: Gives the offices that filled frames of a sentence state.
    """

    def __init__(
        self,
        filler: FrameFiller,
        standing: frozenset[str],
        group_of: Callable[[Draft | None], Draft | None],
        stated: Callable[[Sentence, Sequence[Filled]], Iterable[OfficeDraft]],
    ) -> None:
        self.filler = filler
        self.standing = standing
        self.group_of = group_of
        self.stated = stated

    def find(self, sentences: Sequence[Sentence], offices: list[OfficeDraft]) -> Iterator[FactDraft]:
        """Facts that a question and its answer state together; offices go to the list."""
        for at, (question, answer) in enumerate(pairwise(sentences)):
            if question.kind is not BlockKind.QUESTION or answer.kind is not BlockKind.ANSWER:
                continue
            asked = _asked(question)
            another = asked is None
            if another and _is_bare_no(answer) and at + 2 < len(sentences) and sentences[at + 2].block == answer.block:
                # „Nein. Das tut Jens Ott.“
                answer = sentences[at + 2]
            asked = asked or _asked_of_you(question)
            given = self._given(answer, another) if asked is not None and question.tokens[-1].text == "?" else []
            if asked is None or not given:
                continue
            named = {id(a.draft) for a in given}
            statement = self._statement(question, asked, given)
            found = list(self.filler.fill(statement))
            if another:
                told = self.stated(statement, found)
                offices += [_answered(o, answer) for o in told if id(o.person) in named]
            for filled in found:
                for fact in facts_of(filled, statement, answer.speaker):
                    if id(fact.subject) in named or id(fact.object) in named:
                        yield replace(fact, sentence=answer)

    def _given(self, s: Sentence, another: bool) -> list[Argument]:
        """What a fragment names first, or „Das macht …“, with what it is joined to.

        Where somebody was asked of themselves, it is `another`: „Nein, das macht …“, „Das ist …“.
        """
        start = 0
        label = s.taken.get(0)
        if label is not None and label.type is EntityType.PERSON and s.text_at(label.last) == ":":
            start = label.last + 1
        said_no = another and s.low_at(start) == "nein" and s.low_at(start + 1) in {",", "–", ";"}
        start += 2 if said_no else 0
        clause = s.clauses[s.clause_of[start]] if s.clauses and start < len(s.tokens) else None
        if clause is not None and clause.finite:
            pointing = s.low_at(start) in {"das", "dies", "dafür", "darum"}
            if not pointing or self.standing.isdisjoint(clause.verbs):
                return []
        elif another:
            return []
        if any(s.lower[i] in {"nicht", "nein", "kein", "keine", "niemand"} for i in range(start, len(s.lower))):
            return []
        named = [
            a for a in s.arguments
            if a.first >= start and a.draft is not None and not a.adjective and not a.reference
            and (a.head < 0 or a.head not in s.taken)
        ]  # fmt: skip
        if not named or (clause is not None and s.clause_of[named[0].first] != s.clause_of[start]):
            return []
        if another and not named[0].nominative:
            # „Das ist Sache der Stadt Ulm.“
            return []
        return [a for a in named if a.group == named[0].group]

    def _statement(self, question: Sentence, asked: _Asked, given: Sequence[Argument]) -> Sentence:
        """The question as a statement, with the answer in its place."""
        # „Kommune21: Was bieten Sie an?“: not who asks
        told = (a for a in question.arguments if a.first > 0 or question.text_at(a.last) != ":")
        arguments = [a for a in told if a.first >= asked.last or a.last <= asked.first]
        for a in question.arguments:
            if a.reference and a.type is EntityType.PERSON and question.text_at(a.first) in {"Sie", "Ihnen"}:
                group = self.group_of(a.draft)
                if group is not None:
                    arguments.append(replace(a, draft=group))
        for a in given:
            arguments.append(
                Argument(
                    asked.first, asked.last, draft=a.draft, marker=asked.marker, cases=asked.cases, begin=asked.first,
                    group=_GROUP, clause=question.clause_of[asked.first],
                )
            )  # fmt: skip
        arguments.sort(key=lambda a: (a.first, a.last))
        return replace(
            question,
            tokens=[*question.tokens[:-1], token_of(".")],
            lower=[*question.lower[:-1], "."],
            arguments=arguments,
            clauses=[replace(clause, judged=()) for clause in question.clauses],
            taken={**question.taken, **{i: a for a in arguments for i in range(a.first, a.last)}},
        )


def _asked(s: Sentence) -> _Asked | None:
    """The word that asks, if the question begins with one."""
    for i in range(min(_REACH, len(s.lower))):
        low = s.lower[i]
        before = PREPOSITIONS.get(s.low_at(i - 1), "") if i else ""
        if low in _ADVERBS:
            return _Asked(i, i + 1, _ADVERBS[low], "ad")
        if low in _CASES:
            return _Asked(i, i + 1, before or "np", "ad" if before else _CASES[low])
        if low in _WHICH:
            last = next((j + 1 for j in range(i + 1, min(i + 4, len(s.lower))) if s.tokens[j].text[0].isupper()), i + 1)
            return _Asked(i, last, before or "np", "ad" if before else _WHICH[low])
    return None


def _asked_of_you(s: Sentence) -> _Asked | None:
    """„Übernehmen Sie auch den Vorsitz?“: where who is asked stands in a question that begins with its verb."""
    first = head_of(s)
    verbs = verb_places(s)
    if first not in verbs and s.lower[first] not in AUXILIARIES:
        return None
    you = next((a for a in s.arguments if a.reference and s.text_at(a.first) == "Sie" and a.first > first), None)
    if you is None or s.clause_of[you.first] != s.clause_of[first]:
        return None
    return _Asked(you.first, you.last, "np", "n")


def _is_bare_no(s: Sentence) -> bool:
    """Whether an answer says nothing but „Nein.“ or „Nicht mehr.“."""
    words = [low for low in s.lower if low.isalpha()]
    return words in (["nein"], ["nicht", "mehr"], ["leider", "nein"])


def _answered(office: OfficeDraft, answer: Sentence) -> OfficeDraft:
    """An office that an answer gives: „Werden Sie CIO? – Nein, das bleibt Jens Ott.“ is one that he has."""
    stays = any("bleiben" in clause.verbs for clause in answer.clauses)
    status = Status.CURRENT if stays and office.status in {Status.NEW, Status.DESIGNATED} else office.status
    return replace(office, sentence=answer, status=status)
