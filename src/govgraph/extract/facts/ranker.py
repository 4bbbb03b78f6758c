"""A small linear model that weighs what speaks for and against a statement.

Frames and rules propose; the ranker gives each proposal its confidence, drops what hardly ever holds, and adds pairs
that stand together like those that annotators take for a statement. Its weights are trained by
`benchmarks/quality/train_ranker.py` on the open pages and shipped beside this module.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from govgraph.errors import VocabularyError
from govgraph.extract.facts.candidate_features import OF_ENDS, OF_READ, UNREAD, Around
from govgraph.extract.facts.candidates import CandidateFinder
from govgraph.extract.state import FactDraft, facts_by_sentence
from govgraph.extract.weights import check_number, check_numbers, check_tables, read_object
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.facts.candidate_features import Candidate
    from govgraph.extract.facts.candidates import Hopeless
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, Sentence

_WEIGHTS = "ranker.json"
_AGAIN = "train it again with benchmarks/quality/train_ranker.py"
RULE = "weighed"
"""Rule of facts that the ranker adds."""

_SUREST = 0.99
"""Nothing that was read is certain."""
_ROUNDING = 1e-6
"""More than sums of weights can be wrong by, in whatever order they are added."""

_MUCH = 0.3
_EITHER = frozenset({Predicate.MEMBER_OF, Predicate.PART_OF})

Key = tuple[int, Predicate, int]


class Weights(NamedTuple):
    """What the ranker has learnt.

    Attributes:
        bias: Weight of each relation by itself.
        general: Weights of features for all relations.
        own: Weights of features for one relation.
        keep: Least probability of what rules read, 0 to 1.
        add: Least probability of what they did not read.
    """

    bias: Mapping[str, float]
    general: Mapping[str, float]
    own: Mapping[str, Mapping[str, float]]
    keep: float
    add: float


UNTRAINED = Weights({}, {}, {}, 0.0, 2.0)
"""Weights that leave everything as the rules read it."""


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """Weights that come with the package."""
    return read_weights((files("govgraph.extract.facts") / _WEIGHTS).read_text(encoding="utf-8"), _WEIGHTS)


def read_weights(text: str, name: str) -> Weights:
    """Weights as JSON, checked.

    Args:
        text: What `benchmarks/quality/train_ranker.py` writes.
        name: What the text is called in errors.

    Raises:
        VocabularyError: It is not JSON, a part is missing or not a number, or a relation is not in the ontology.
    """
    raw = read_object(text, Weights._fields, name, _AGAIN)
    own = raw["own"]
    check_tables(own, "own", name, _AGAIN)
    for part in ("bias", "general"):
        check_numbers(raw[part], part, name, _AGAIN)
    for part in ("keep", "add"):
        check_number(raw[part], part, name, _AGAIN)
    strange = sorted({*own, *raw["bias"]} - set(Predicate))
    if strange:
        raise VocabularyError(f"{name}: no relation is called {strange[0]}; {_AGAIN}")
    return Weights(**raw)


class _Table(dict[str, float]):
    """Weights by feature; a feature that was never learnt weighs nothing."""

    __slots__ = ()

    def __missing__(self, feature: str) -> float:
        return 0.0


class Ranker:
    """Weighs statements.

    Args:
        knowledge: Compiled vocabulary.
        modality: Judge of clauses.
        weights: What was learnt; those of the package if None.
    """

    def __init__(self, knowledge: Knowledge, modality: ModalityReader, weights: Weights | None = None) -> None:
        self.finder = CandidateFinder(knowledge)
        self.modality = modality
        self.weights = weights if weights is not None else shipped_weights()
        general, own = self.weights.general, self.weights.own
        self._learnt = frozenset().union(general, *own.values())
        self._table = {
            predicate: (
                self.weights.bias.get(predicate, 0.0),
                _Table((f, general.get(f, 0.0) + mine.get(f, 0.0)) for f in {*general, *mine}).__getitem__,
            )
            for predicate in Predicate
            for mine in (own.get(predicate, {}),)
        }
        add = self.weights.add
        self._least = math.log(add / (1.0 - add)) - _ROUNDING if 0.0 < add < 1.0 else -math.inf
        self._most = {
            predicate: {around: self._most_beside_ends(predicate, around) for around in Around.all()}
            for predicate in Predicate
        }

    def _most_beside_ends(self, predicate: Predicate, around: Around) -> float:
        """The most that bias and features can weigh of what no rule has read, without those that two ends have."""
        bias, weight = self._table[predicate]
        best: dict[str, float] = defaultdict(float)
        for feature in self._learnt:
            name = feature.partition("=")[0]
            if name not in OF_ENDS and name not in OF_READ and name != UNREAD and around.may_have(name):
                best[name] = max(best[name], weight(feature))
        return math.fsum((bias, weight(UNREAD), *best.values()))

    def candidates(
        self,
        sentences: Sequence[Sentence],
        facts: Sequence[FactDraft],
        article_date: str | None,
        hopeless: Hopeless | None = None,
    ) -> Iterator[Candidate]:
        """What may be stated, sentence by sentence. Questions state nothing that could be weighed.

        Args:
            sentences: Sentences of one article.
            facts: What rules read from them.
            article_date: Date of the article, to tell plans from the past.
            hopeless: Tells which candidates that no rule has read may be left out; none is if None.
        """
        by_sentence = facts_by_sentence(facts)
        for s in sentences:
            if s.tokens[-1].text != "?":
                verdicts = [self.modality.judge(s, clause, article_date) for clause in s.clauses]
                yield from self.finder.find(s, by_sentence[id(s)], verdicts, hopeless)

    def probability(self, candidate: Candidate) -> float:
        """How likely an annotator takes the candidate for a statement, 0 to 1."""
        bias, weight = self._table[candidate.predicate]
        # exact, so that every version of Python gives the same
        score = math.fsum((bias, *map(weight, candidate.features)))
        return 1.0 / (1.0 + math.exp(-score))

    def may_be_likely(self, predicate: Predicate, of_ends: Iterable[str], around: Around) -> bool:
        """Whether what no rule has read may be likely enough to be added, by the features that its two ends have.

        Most of a sentence is not, and needs no look at the words around it.
        """
        return sum(map(self._table[predicate][1], of_ends)) + self._most[predicate][around] >= self._least

    def decide(
        self, sentences: Sequence[Sentence], facts: Sequence[FactDraft], article_date: str | None
    ) -> list[FactDraft]:
        """Facts of an article: those of rules with their confidence weighed, without the hopeless, and further ones.

        Args:
            sentences: Sentences of one article.
            facts: What rules read from them.
            article_date: Date of the article.
        """
        if self.weights is UNTRAINED:
            return list(facts)
        weighed: dict[int, float] = {}
        best: dict[Key, tuple[float, Candidate]] = {}
        stated = {key_of(fact.subject, fact.predicate, fact.object) for fact in facts}

        def hopeless(
            subject: Draft, predicate: Predicate, object_: Draft, of_ends: tuple[str, ...], around: Around
        ) -> bool:
            likely = self.may_be_likely(predicate, of_ends, around)
            return not likely and key_of(subject, predicate, object_) not in stated

        for candidate in self.candidates(sentences, facts, article_date, hopeless):
            p = self.probability(candidate)
            if candidate.read is not None:
                weighed[id(candidate.read)] = max(p, weighed.get(id(candidate.read), 0.0))
            key = key_of(candidate.subject, candidate.predicate, candidate.object)
            # what is neither read nor likely changes nothing; a long article has very much of it
            if (p >= self.weights.add or key in stated) and (key not in best or p > best[key][0]):
                # weighed, it needs its features no more
                best[key] = (p, candidate._replace(features=()))
        out = []
        read = set()
        for fact in facts:
            key = key_of(fact.subject, fact.predicate, fact.object)
            if key in best and best[key][0] < self.weights.keep and f"rule={fact.rule}" in self._learnt:
                # what a frame of the user's own read is not for weights to drop that never saw it
                continue
            read.add(key)
            confidence = weighed.get(id(fact))
            if confidence is not None:
                fact.confidence = round(min(confidence, _SUREST), 2)
            out.append(fact)
        joined: dict[int, set[int]] = defaultdict(set)
        for one, _, other in read:
            joined[one].add(other)
            joined[other].add(one)
        for key, (p, candidate) in best.items():
            if key[2] in joined[key[0]]:
                continue
            if key[1] is Predicate.MEMBER_OF and joined[key[0]] & joined[key[2]]:
                # „B, der für A im Rat sitzt“: B is a member, A is represented
                continue
            if key not in read and candidate.read is None and p >= self.weights.add and candidate.modality is not None:
                out.append(
                    FactDraft(
                        candidate.subject,
                        candidate.predicate,
                        candidate.object,
                        candidate.modality,
                        round(min(p, _SUREST), 2),
                        candidate.sentence,
                        RULE,
                        candidate.sentence.speaker,
                    )
                )
        return _one_of_two(out)


def _one_of_two(facts: list[FactDraft]) -> list[FactDraft]:
    """Of two statements of the same that are no two things, one stays.

    A body that is a member of another is no part of it: the likelier stays. What somebody tests by the words of a
    sentence is not used by the same words, unless that is much likelier, or is yet to come after the test.
    """
    best: dict[tuple[int, int], dict[Predicate, float]] = defaultdict(dict)
    for fact in facts:
        if fact.predicate in _EITHER:
            found = best[id(fact.subject), id(fact.object)]
            found[fact.predicate] = max(fact.confidence, found.get(fact.predicate, 0.0))
    lost = {
        (*pair, min(found, key=lambda p: (found[p], p is Predicate.MEMBER_OF)))
        for pair, found in best.items()
        if len(found) > 1
    }
    tests = [f for f in facts if f.predicate is Predicate.PILOTS]
    tried = {(id(f.subject), id(f.object), id(f.sentence)): f.confidence for f in tests}
    by_now = {(id(f.subject), id(f.object)) for f in tests if f.modality is not Modality.PLANNED}
    return [
        f
        for f in facts
        if (id(f.subject), id(f.object), f.predicate) not in lost
        and (
            f.predicate is not Predicate.IMPLEMENTS
            or (f.modality is Modality.PLANNED and f.rule != RULE and (id(f.subject), id(f.object)) in by_now)
            or f.confidence > _MUCH + tried.get((id(f.subject), id(f.object), id(f.sentence)), -1.0)
        )
    ]


def key_of(subject: Draft, predicate: Predicate, object_: Draft) -> Key:
    """What a statement says, whatever sentence says it; who cooperates with whom has no direction."""
    one, other = id(subject), id(object_)
    if predicate is Predicate.COOPERATES_WITH and one > other:
        one, other = other, one
    return one, predicate, other
