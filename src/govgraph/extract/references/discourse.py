"""What has been spoken of so far, and how much it stands out: the memory in which references look for their thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.references.topic import Topic
from govgraph.extract.state import BODY_TYPES, WORKS
from govgraph.language.grammar import ONE
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from govgraph.extract.state import Argument, Draft, Sentence

_BODIES = frozenset({EntityType.ORGANISATION, EntityType.EVENT, EntityType.MUNICIPALITY})
_STEP = (0.0, 0.4, 0.9, 1.4)
"""What is taken off for each sentence between a mention and the reference."""
_FRONT = 2
"""How far into a sentence the noun stands that it opens with: „Die neuen Träger der KDK sind …“."""
_ARISING = "entstehen"
_LINES = 8
"""How many sentences are kept with all their mentions: more than a pronoun looks back."""
_MEMORY = 100
"""How many sentences a description looks back: more than an article has, so that only a book is cut."""


class Mention(NamedTuple):
    """A place where something was named or referred to.

    Attributes:
        draft: The thing.
        first: Index of its first token.
        last: One past its last token.
        clause: Index of its clause.
        rank: How much its place in the sentence makes it stand out, 0 to 1.
        group: Number shared with what it is coordinated with.
        genders: Genders of the phrase; empty if unknown.
        place: Whether it is the phrase of a preposition.
        reference: Whether it was referred to only.
        left: Whether it is a body where somebody was before.
    """

    draft: Draft
    first: int
    last: int
    clause: int
    rank: float
    group: int
    genders: str
    marker: str
    reference: bool
    left: bool = False


class Discourse:
    """Mentions of one article, by sentence."""

    def __init__(self) -> None:
        self.lines: list[list[Mention]] = []
        self.current: list[Mention] = []
        self.topic = Topic()
        self.opened = 0
        """How many sentences came before the paragraph that is being read."""
        self.worked_at: set[int] = set()
        """Bodies, by `id`, of which late sentences only told that somebody used to work there."""
        self.gone: set[int] = set()
        """Works, by `id`, that were told to go."""
        self.compared: set[int] = set()
        """Works, by `id`, that were named last only to be held against another one."""
        self._seen: dict[int, tuple[int, Mention]] = {}
        self._count: dict[int, int] = {}

    def is_new(self, draft: Draft) -> bool:
        """Whether something was named in the sentence that has just ended and not before."""
        return self._count.get(id(draft), 0) == 1

    def close(self, mentions: list[Mention]) -> None:
        """End a sentence: what it mentions can be looked back to from now on."""
        number = len(self.lines)
        self.lines.append(mentions)
        if number >= _LINES:
            self.lines[number - _LINES] = []
        self.current = []
        for m in mentions:
            seen = self._seen.pop(id(m.draft), None)
            # „Das Landesamt (LfA) …“, „Lumo, so der Name des Assistenten, …“: that takes nothing from the subject
            weaker = seen is not None and (m.marker == "bracket" or (m.reference and m.marker == "gen"))
            best = seen[1] if seen is not None and seen[0] == number and weaker and seen[1].rank > m.rank else m
            self._seen[id(m.draft)] = (number, best)
            self._count[id(m.draft)] = self._count.get(id(m.draft), 0) + 1

    def before(self, reach: int) -> Iterator[tuple[int, Mention]]:
        """Mentions of this sentence and the `reach` sentences before, with how many sentences ago."""
        for m in self.current:
            yield 0, m
        for ago in range(1, min(reach, len(self.lines)) + 1):
            for m in self.lines[-ago]:
                yield ago, m

    def all(self) -> Iterator[tuple[int, Mention]]:
        """The last mention of everything in the sentences before, with how many sentences ago, the latest first."""
        now = len(self.lines)
        for number, m in reversed(self._seen.values()):
            if now - number > _MEMORY:
                return
            yield now - number, m

    def weight(self, draft: Draft) -> float:
        """How much comes from being spoken of again and again, above all for people."""
        step, most = (0.08, 0.3) if draft.type is EntityType.PERSON else (0.05, 0.15)
        return min(step * (self._count.get(id(draft), 1) - 1), most)

    def best(
        self, reach: int, quality: Callable[[int, Mention], float | None], margin: float = 0.2, floor: float = 0.2
    ) -> Draft | None:
        """The thing that stands out most among those of some quality; None if two of them are close.

        Args:
            reach: How many sentences to look back.
            quality: How well a mention fits, apart from where it stands; None where it cannot be meant.
            margin: By how much the best must be ahead.
            floor: Score that the best must reach.
        """
        scores: dict[int, tuple[float, Draft]] = {}
        for ago, m in self.before(reach):
            fit = quality(ago, m)
            if fit is None:
                continue
            score = fit + m.rank - _STEP[min(ago, 3)] + self.weight(m.draft)
            if score > scores.get(id(m.draft), (-9.0, m.draft))[0]:
                scores[id(m.draft)] = (score, m.draft)
        ranked = sorted(scores.values(), key=lambda pair: -pair[0])
        if not ranked or ranked[0][0] < floor:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin and not one_name(ranked[0][1], ranked[1][1]):
            return None
        # what has no name is not in the cast
        return ranked[0][1] if ranked[0][1].name else None

    def about(self, gender: str, expected: Collection[EntityType], but: Collection[int]) -> Draft | None:
        """„Entwickelt hat es Dataport“: the work that the article is about, where a verb asks for a work.

        Args:
            gender: Genders that the word agrees with; with none nothing is meant.
            expected: Types that its place asks for.
            but: Identities of what cannot be meant.
        """
        work = self.topic.draft() if gender else None
        if work is None or id(work) in but or work.type not in expected:
            return None
        return work if not work.genders or any(g in work.genders for g in gender) else None


def one_name(one: Draft, other: Draft) -> bool:
    """„die Gewerbeanzeige“, „der elektronischen Gewerbeanzeige“, „das Portal NRW“: two names of one, not two things."""
    if one.type is not other.type or one.type not in WORKS or not one.name or not other.name:
        return False
    fuller, shorter = sorted((one, other), key=lambda d: len(d.name), reverse=True)
    long, short = fuller.name.lower(), shorter.name.lower()
    return long.endswith(" " + short) or (shorter.entry is None and long.startswith(short + " "))


def _is_whole(s: Sentence, a: Argument) -> bool:
    """„Träger der KDK sind A und B“: the body of whose members or owners a sentence tells that opens with these."""
    if a.marker != "gen" or not 0 <= a.head <= _FRONT or not s.clauses or a.head in s.taken:
        return False
    clause = s.clauses[s.clause_of[a.first]]
    being = [at for lemma, at, _ in clause.lemmas if lemma == "sein"]
    if clause.kind != "main" or len(clause.lemmas) > 1 or a.last not in being:
        return False
    # „Leiterin der KDK ist A. Sie …“: that goes on about her
    return all(
        b.type in BODY_TYPES for b in s.arguments if b.nominative and s.clause_of[b.first] == s.clause_of[a.first]
    )


def _comes_to_be(s: Sentence, a: Argument) -> bool:
    """„Mit der Agentur X entsteht eine Behörde“: whether what „mit“ names at the front is what comes to be."""
    if not 0 <= a.clause < len(s.clauses) or s.clauses[a.clause].tokens[0] not in {a.begin, a.begin - 1}:
        return False
    behind = s.lower[a.last : s.clauses[a.clause].tokens[-1]]
    return _ARISING in s.clauses[a.clause].verbs and not ONE.isdisjoint(behind)


def rank_of(s: Sentence, a: Argument) -> float:
    """How much the place of an argument in its sentence makes it stand out."""
    if a.adjective:
        return 0.0
    if _is_whole(s, a):
        return 0.9
    if a.nominative:
        clause = s.clause_of[a.first] if s.clauses else -1
        kind = s.clauses[clause].kind if s.clauses else "main"
        behind = (
            clause >= 0
            and a.cases != "n"
            and any(
                b.first < a.first and b.group != a.group and b.nominative and s.clause_of[b.first] == clause
                for b in s.arguments
            )
        )
        return (1.0 if kind == "main" else 0.5 if kind == "relative" else 0.7) - (0.3 if behind else 0.0)
    if a.marker == "np":
        return 0.6
    if a.marker in {"gen", "bracket"}:
        return 0.2
    if a.marker == "mit" and _comes_to_be(s, a):
        return 0.8
    # „das Ministerium in Stuttgart“: the place is part of the description
    owner = s.taken.get(a.head) if a.head >= 0 else None
    return 0.2 if owner is not None and owner.type in _BODIES else 0.4
