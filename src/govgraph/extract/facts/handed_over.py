"""Duties that move: „Die Staatskanzlei gibt die Zuständigkeit für X an das Innenministerium ab“."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.offices.lands import LANDS
from govgraph.extract.state import BODY_TYPES, PLACES, WORKS, FactDraft, only_one
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_RULE = "duty-moves"
_CONFIDENCE = 0.65
_THINGS = WORKS | {EntityType.LAW}
_OF_DUTY = frozenset({"bei", "für", "gen", "über"})
_TO = frozenset({"an", "auf", "zu"})
_PAIR = 2
_TO_WHOM = frozenset({"übergeben", "übertragen"})
_MAKING = "entwicklung"
"""How nouns end that tell of making a work."""
_OF_IT = frozenset({"dafür", "hierfür", "darüber", "hierüber"})
_RELATIONS = frozenset(
    {
        Predicate.RESPONSIBLE_FOR,
        Predicate.DEVELOPS,
        Predicate.IMPLEMENTS,
        Predicate.COOPERATES_WITH,
        Predicate.PUBLISHES,
    }
)
"""What other rules read of those who give or move a duty, since its thing stands beside them."""


class Move(NamedTuple):
    """A duty that a clause moves.

    Attributes:
        clause: Index of the clause.
        things: What it is for.
        givers: Who has had it.
        takers: Who gets it.
        movers: Who decides so and neither had it nor gets it.
        relation: What whoever has it does with the things.
    """

    clause: int
    things: tuple[Draft, ...]
    givers: tuple[Draft, ...]
    takers: tuple[Draft, ...]
    movers: tuple[Draft, ...]
    relation: Predicate = Predicate.RESPONSIBLE_FOR


class HandedOver:
    """Reads who gives a duty away, and who takes it.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader) -> None:
        self.modality = modality
        self._duties = words("duty-nouns")
        self._running = words("running-duty-nouns")
        self._moved = self._duties | self._running
        self._makers = words("maker-nouns")
        self._replacing = words("replacing-verbs")
        self._giving = words("duty-giving-verbs")
        self._moving = words("duty-moving-verbs")
        self._taking = words("duty-taking-verbs")

    def facts(self, sentences: Sequence[Sentence], facts: list[FactDraft], date: str | None) -> None:
        """Put what such clauses state into the place of what was read of their givers and movers.

        Args:
            sentences: The article.
            facts: What it states; changed.
            date: Date of the article.
        """
        for s in sentences:
            for move in self.moves(s):
                facts[:] = [f for f in facts if f.sentence is not s or not _is_misread(f, move)]
                verdict = self.modality.judge(s, s.clauses[move.clause], date)
                if verdict is not None and s.tokens[-1].text != "?":
                    facts += self._stated(s, move, verdict)

    def rules_out(self, fact: FactDraft) -> bool:
        """Whether a fact says of who gives or moves a duty that it is theirs."""
        return any(_is_misread(fact, move) for move in self.moves(fact.sentence))

    def moves(self, s: Sentence) -> Iterator[Move]:
        """Duties that the clauses of a sentence move."""
        told = not self._moved.isdisjoint([token.text for token in s.tokens])
        for number, clause in enumerate(s.clauses):
            replaced = self._replaced(s, number, clause)
            if replaced is not None:
                yield replaced
                continue
            if not told:
                continue
            at = next((i for i in clause.tokens if s.tokens[i].text in self._duties), -1)
            running = at < 0
            if running:
                at = next((i for i in clause.tokens if s.tokens[i].text in self._running), -1)
            if at < 0:
                continue
            move = self._move(s, number, clause, at)
            if move is None:
                continue
            if running:
                # a town that hands over what it runs has used it, and goes on to; what it makes it makes no more
                made = s.lower[at].endswith(_MAKING)
                makers = tuple(draft for draft in move.givers if made or draft.type not in PLACES)
                lands = tuple(draft for draft in move.movers if draft.kind in LANDS)
                if made and lands and not clause.verbs.isdisjoint(self._giving - _TO_WHOM):
                    # „Das Land gibt die Entwicklung von X an Dataport ab“: it has made X
                    move, makers = move._replace(movers=()), (*makers, *lands)
                move = move._replace(givers=makers, relation=Predicate.DEVELOPS)
            if move.takers or move.givers:
                yield move

    def _replaced(self, s: Sentence, number: int, clause: Clause) -> Move | None:
        """„Die AKDB löst Dataport als Betreiber von X ab“, „A wird als Betreiber von X durch B ersetzt“."""
        if self._replacing.isdisjoint(clause.verbs):
            return None
        at = next((i for i in clause.tokens if s.tokens[i].text in self._makers and s.low_at(i - 1) == "als"), -1)
        inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
        things = _drafts(a for a in inside if a.type in WORKS and a.head == at) if at >= 0 else ()
        bodies = [a for a in inside if a.type is EntityType.ORGANISATION and a.marker in {"np", "durch", "von"}]
        bodies = [a for a in bodies if a.head < 0 or a.marker == "durch"]
        if not things or len(bodies) != _PAIR:
            return None
        first, second = bodies
        if is_passive(clause):
            new = next((a for a in bodies if a.marker != "np"), None)
        else:
            new = second if second.cases == "n" and first.cases != "n" else first
        if new is None:
            return None
        old = first if new is second else second
        return Move(number, things, _drafts([old]), _drafts([new]), (), Predicate.DEVELOPS)

    def _move(self, s: Sentence, number: int, clause: Clause, at: int) -> Move | None:
        """The duty of a clause whose noun is token `at`."""
        lemmas = clause.verbs
        gives, moves = bool(lemmas & self._giving), bool(lemmas & self._moving)
        if not (gives or moves or lemmas & self._taking):
            return None
        inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
        bodies = [a for a in inside if a.type in BODY_TYPES]
        things = _drafts(
            a for a in inside if a.type in _THINGS and (a.marker in _OF_DUTY or (a.marker == "von" and a.head == at))
        ) or self._spoken_of(s, clause)
        # „Schwerin: Das Land hat …“ opens with where that was written
        subjects = [a for a in bodies if a.nominative and s.text_at(a.last) != ":"]
        before = [a for a in bodies if a.marker == "von"]
        given = [a for a in bodies if a.marker == "np" and a.cases == "d"] if lemmas & _TO_WHOM else []
        after = given or [a for a in bodies if a.marker in _TO or s.low_at(a.begin) == "ins"]
        if not things:
            return None
        if not (gives or moves):
            # „B übernimmt die Zuständigkeit für X von A“
            return Move(number, things, _drafts(before), _drafts(subjects), ()) if before and subjects else None
        if not after and not (gives and subjects):
            return None
        if is_passive(clause) or (moves and not gives and not _has_doer(s, clause, subjects)):
            return Move(number, things, _drafts(before), _drafts(after), ())
        if before or given or (after and all(a.draft is not None and a.draft.kind in LANDS for a in subjects)):
            return Move(number, things, _drafts(before), _drafts(after), _drafts(subjects))
        return Move(number, things, _drafts(subjects), _drafts(after), ())

    @staticmethod
    def _spoken_of(s: Sentence, clause: Clause) -> tuple[Draft, ...]:
        """„die Federführung dafür“: the one work that the sentence before names, or that the article is about."""
        if _OF_IT.isdisjoint(clause.words):
            return ()
        thing = only_one(d for d in s.near if d.type in _THINGS) or s.about
        return () if thing is None else (thing,)

    def _stated(self, s: Sentence, move: Move, verdict: Modality) -> Iterator[FactDraft]:
        over = Modality.ASSERTED if verdict is Modality.PLANNED else Modality.ENDED
        begun = Modality.ASSERTED if verdict is Modality.ENDED else verdict
        for thing in move.things:
            for bodies, said in ((move.givers, over), (move.takers, begun)):
                for body in bodies:
                    yield FactDraft(body, move.relation, thing, said, _CONFIDENCE, s, _RULE, s.speaker)


def _has_doer(s: Sentence, clause: Clause, subjects: Sequence[Argument]) -> bool:
    """Whether a clause names who moves the duty: not „Die Zuständigkeit für X wechselt von A zu B“."""
    return bool(subjects) and any(i in clause.tokens for a in subjects for i in range(a.first, a.last))


def _drafts(arguments: Sequence[Argument] | Iterator[Argument]) -> tuple[Draft, ...]:
    return tuple(dict.fromkeys(a.draft for a in arguments if a.draft is not None))


def _is_misread(fact: FactDraft, move: Move) -> bool:
    if fact.predicate not in _RELATIONS or fact.rule == _RULE:
        return False
    moved = fact.object in move.things
    taken = fact.subject in move.takers
    if moved and taken:
        # the thing does not become the taker's work
        return fact.predicate in {Predicate.DEVELOPS, Predicate.RESPONSIBLE_FOR}
    return moved and (fact.subject in move.givers or fact.subject in move.movers)
