"""How the sentences of an article were read: what they name, how clauses are told, what became of each statement.

A reader keeps what it is sure of. A trace tells the rest, too: what was proposed and dropped, and what came near.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from govgraph.extract.facts.ranker import key_of
from govgraph.extract.state import facts_by_sentence
from govgraph.model import Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.facts.candidate_features import Candidate
    from govgraph.extract.facts.ranker import Key
    from govgraph.extract.reader import Reader
    from govgraph.extract.state import Argument, Clause, FactDraft, OfficeDraft, Sentence
    from govgraph.model import Article

_NEAR = 0.25
"""Least probability of a pair that no rule read and that is told as near."""
_NEAREST = 3
"""How many such pairs of a sentence are told."""
_OF_OFFICES = frozenset({Predicate.CHAIRS, Predicate.RESPONSIBLE_FOR})
"""What verbs tell of that tell of an office as well: „leitet das Amt“."""


class Fate(StrEnum):
    """What became of a statement that a sentence may make."""

    KEPT = "kept"
    UNLIKELY = "unlikely"
    OVERRULED = "overruled"
    IMPOSSIBLE = "impossible"
    NEAR = "near"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class TracedThing:
    """Words that stand for something.

    Attributes:
        words: The words as they stand.
        name: Name of the thing; the normalised title of an office.
        type: Coarse type; empty for the title of an office.
        kind: Local name of the specific class; empty for the title of an office.
        refers: Whether the words refer to it (pronoun, „das Land“) rather than name it.
        marker: `np`, `gen`, or the preposition that governs it.
        holders: For a title, who was found to hold it.
    """

    words: str
    name: str
    type: str
    kind: str
    refers: bool
    marker: str
    holders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TracedClause:
    """A clause.

    Attributes:
        words: Its words.
        kind: `main`, `sub`, `relative` or `infinitive`.
        verbs: Dictionary forms of its verbs.
        modality: How it says what it says; None where it claims nothing (denied, doubted, demanded, asked).
    """

    words: str
    kind: str
    verbs: tuple[str, ...]
    modality: str | None


@dataclass(frozen=True, slots=True)
class TracedStatement:
    """A statement that a sentence makes or might make.

    Attributes:
        subject: Name of the subject; empty where the verb's frame lacks it.
        predicate: Relation, or `holdsOffice`.
        role: Title of an office; empty for a relation.
        object: Name of the object; empty for an office in no body, and where the verb's frame lacks it.
        modality: Modality, or status of an office; empty for a pair that no rule read, and where an end is lacking.
        confidence: 0 to 1; of what was dropped as unlikely or came near, its probability.
        rule: Frame or construction that read it; empty for a pair that none read.
        fate: What became of it.
    """

    subject: str
    predicate: str
    role: str
    object: str
    modality: str
    confidence: float
    rule: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class TracedSentence:
    """A sentence and what was made of it.

    Attributes:
        start: First code point in the text of the article.
        end: One past the last.
        quote: Its words.
        block: Kind of its block: `headline`, `paragraph`, `question` …
        speaker: Whose words it holds; empty for those of the article.
        retracted: Whether the article itself takes it back.
        things: What it names or refers to, by place.
        clauses: Its clauses.
        statements: What it states: kept first, then what was dropped, what came near, and what lacks an end.
    """

    start: int
    end: int
    quote: str
    block: str
    speaker: str
    retracted: bool
    things: tuple[TracedThing, ...]
    clauses: tuple[TracedClause, ...]
    statements: tuple[TracedStatement, ...]


def trace(reader: Reader, article: Article) -> tuple[TracedSentence, ...]:
    """How an article is read, sentence by sentence.

    Args:
        reader: The reader.
        article: An article; of one that is not German or is in jest, nothing is read.

    Returns:
        Its sentences in their order.
    """
    return tuple(_Tracer(reader, article).sentences()) if reader.reads(article) else ()


class _Tracer:
    """Reads an article and keeps what a record does not."""

    def __init__(self, reader: Reader, article: Article) -> None:
        self._reader = reader
        self._article = article
        self._found = found = reader.propose(article)
        self._proposed = facts_by_sentence(found.facts)
        allowed = [fact for fact in found.facts if reader.allows(fact)]
        self._weighed: defaultdict[int, list[tuple[float, Candidate]]] = defaultdict(list)
        for candidate in reader.ranker.candidates(found.sentences, allowed, article.date):
            self._weighed[id(candidate.sentence)].append((reader.ranker.probability(candidate), candidate))
        decided = reader.decided(found.sentences, found.offices, found.facts, article.date)
        self._kept = facts_by_sentence(reader.finished(decided, found.offices))
        self._filler = reader.filler(article.date)
        self._offices: defaultdict[int, list[OfficeDraft]] = defaultdict(list)
        for office in found.offices:
            self._offices[id(office.sentence)].append(office)

    def sentences(self) -> Iterator[TracedSentence]:
        """What was made of each sentence."""
        for s in self._found.sentences:
            start, end = self._found.folded.original(s.start, s.end)
            yield TracedSentence(
                start=start,
                end=end,
                quote=self._article.text[start:end],
                block=s.kind.value,
                speaker=s.speaker.name if s.speaker is not None else "",
                retracted=s.retracted,
                things=tuple(_thing(s, a) for a in sorted(s.arguments, key=lambda a: (a.first, a.last))),
                clauses=tuple(self._clause(s, clause) for clause in s.clauses),
                statements=tuple(dict.fromkeys(self._statements(s))),
            )

    def _clause(self, s: Sentence, clause: Clause) -> TracedClause:
        told = self._reader.ranker.modality.judge(s, clause, self._article.date)
        return TracedClause(
            words=" ".join(s.tokens[i].text for i in clause.tokens),
            kind=clause.kind,
            verbs=tuple(lemma for lemma, _, _ in clause.lemmas),
            modality=None if told is None else told.value,
        )

    def _statements(self, s: Sentence) -> Iterator[TracedStatement]:
        """What a sentence states, what was dropped of what rules read, the likeliest of the rest, and open frames."""
        for office in self._offices[id(s)]:
            body = office.body.name if office.body is not None else ""
            told = (office.person.name, "holdsOffice", office.role.name, body, office.status.value)
            yield TracedStatement(*told, office.confidence, office.told_by, Fate.KEPT)
        kept = {_key(fact) for fact in self._kept[id(s)]}
        for fact in self._kept[id(s)]:
            yield _fact(fact, fact.confidence, Fate.KEPT)
        for fact in self._proposed[id(s)]:
            if _key(fact) not in kept:
                yield _fact(fact, *self._fate(s, fact))
        known = kept | {_key(fact) for fact in self._proposed[id(s)]}
        near = [(p, c) for p, c in self._weighed[id(s)] if p >= _NEAR and _key(c) not in known]
        for p, candidate in sorted(near, key=lambda one: -one[0])[:_NEAREST]:
            ends = (candidate.subject.name, candidate.predicate.value, "", candidate.object.name)
            yield TracedStatement(*ends, "", round(p, 2), "", Fate.NEAR)
        yield from self._open(s)

    def _open(self, s: Sentence) -> Iterator[TracedStatement]:
        """Frames of verbs that lack one end, a relation each, unless the sentence states that relation."""
        told = {fact.predicate for fact in (*self._kept[id(s)], *self._proposed[id(s)])}
        told |= _OF_OFFICES if self._offices[id(s)] else frozenset()
        for frame, subjects, objects in self._filler.half_filled(s):
            if frame.evokes is None or frame.evokes in told:
                continue
            told.add(frame.evokes)
            ends = (subjects, objects)[:: -1 if frame.inverse else 1]
            first, second = (", ".join(dict.fromkeys(a.draft.name for a in end if a.draft)) for end in ends)
            yield TracedStatement(first, frame.evokes.value, "", second, "", frame.confidence, frame.name, Fate.OPEN)

    def _fate(self, s: Sentence, fact: FactDraft) -> tuple[float, Fate]:
        """Why something that a rule read was dropped, and how likely it was held to be."""
        if not self._reader.allows(fact):
            return fact.confidence, Fate.IMPOSSIBLE
        likely = max((p for p, c in self._weighed[id(s)] if _key(c) == _key(fact)), default=fact.confidence)
        unlikely = likely < self._reader.ranker.weights.keep
        return round(likely, 2), Fate.UNLIKELY if unlikely else Fate.OVERRULED


def _key(told: FactDraft | Candidate) -> Key:
    return key_of(told.subject, told.predicate, told.object)


def _fact(fact: FactDraft, confidence: float, fate: Fate) -> TracedStatement:
    ends = (fact.subject.name, fact.predicate.value, "", fact.object.name)
    return TracedStatement(*ends, fact.modality.value, confidence, fact.rule, fate)


def _thing(s: Sentence, a: Argument) -> TracedThing:
    words = " ".join(token.text for token in s.tokens[a.first : a.last])
    if a.role is not None:
        return TracedThing(words, a.role.name, "", "", False, a.marker, tuple(d.name for d in a.role.holders))
    named = a.draft
    kind = ("", "", "") if named is None else (named.name, named.type.value, named.kind)
    return TracedThing(words, *kind, a.reference, a.marker)
