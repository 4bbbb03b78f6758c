"""Lists of who is on a board: „Vorsitz: Anna Weber“, „Mitglieder:“ and a line for each, below the name of the board."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.phrases import is_bracketed
from govgraph.extract.state import BOARDS, FactDraft, OfficeDraft, RoleNoun, only_one
from govgraph.model import BlockKind, EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence

_HEADS = frozenset({BlockKind.HEADING, BlockKind.KICKER, BlockKind.LEAD, BlockKind.TITLE})
_CONFIDENCE = 0.9
_RULE = "listed-on-board"
_LABEL = 5
"""Most tokens of a label: „Stellv. Vorsitz:“."""
_COMMON = ("ausschuss", "ausschusses")
"""Ends of words by which many bodies call a committee of theirs."""
_NO_WORDS = frozenset({".", "-", "•"})
_OPENING = frozenset({"", ",", "-", ":", ";", "•", "–", "und", "sowie"})
"""What stands before the name of somebody in a list, and not before a name within an entry."""


class _Listed(NamedTuple):
    """Somebody in a list.

    Attributes:
        person: Who.
        label: Under which label.
        sentence: Where.
    """

    person: Draft
    label: str
    sentence: Sentence


class MemberLists:
    """Reads such lists.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        words = knowledge.words
        self.k = knowledge
        self._talks = words("labels-of-talks")
        self._organs = words("boards")
        self._setting_up = words("setting-up-verbs")
        self._labels = {
            **dict.fromkeys(words("labels-of-chairs"), "Vorsitzender"),
            **dict.fromkeys(words("labels-of-deputies"), "Stellvertretender Vorsitzender"),
            **dict.fromkeys(words("labels-of-members"), ""),
        }

    def settle(
        self, sentences: Sequence[Sentence], offices: Sequence[OfficeDraft], facts: Sequence[FactDraft]
    ) -> tuple[list[OfficeDraft], list[FactDraft]]:
        """Offices and facts with those that the lists of an article tell."""
        out, told = list(offices), list(facts)
        if not any(label is not None for s in sentences for _, label in self._labels_in(s)):
            return out, told
        board = self._board(sentences)
        if board is None:
            return out, told
        found = self._listed(sentences)
        places = {id(each.sentence) for each in found}
        out = [
            replace(o, body=board, sure=True)
            if id(o.sentence) in places and self._is_of_board(o) and o.body is not board
            else o
            for o in out
        ]
        heads = {(id(o.person), o.role.name) for o in out if o.body is board}
        seated = {id(f.subject) for f in told if f.predicate is Predicate.MEMBER_OF and f.object is board}
        for person, label, s in found:
            word = self.k.role_word(label) if label else None
            if word is not None and (id(person), label) not in heads:
                heads.add((id(person), label))
                role = RoleNoun(label, word.iri, level=word.level, holders=[person])
                out.append(
                    OfficeDraft(
                        person,
                        role,
                        board,
                        Status.CURRENT,
                        confidence=_CONFIDENCE,
                        sentence=s,
                        how="clause",
                        sure=True,
                        rule=_RULE,
                    )
                )
            if not label and id(person) not in seated:
                seated.add(id(person))
                told.append(
                    FactDraft(person, Predicate.MEMBER_OF, board, Modality.ASSERTED, _CONFIDENCE, s, _RULE, s.speaker)
                )
        return out, told

    def _labels_in(self, s: Sentence) -> list[tuple[int, str | None]]:
        """Where labels of a sentence end, and what they stand for: „Vorsitz: A Mitglieder:“; None if unknown."""
        found: list[tuple[int, str | None]] = []
        for end in (i for i, low in enumerate(s.lower) if low == ":"):
            start = max(found[-1][0] if found else 0, end - _LABEL)
            words = [low for low in s.lower[start:end] if low not in _NO_WORDS]
            known = (self._labels.get(" ".join(words[n:])) for n in range(len(words)))
            found.append((end + 1, next((label for label in known if label is not None), None)))
        return found

    def _board(self, sentences: Sequence[Sentence]) -> Draft | None:
        """The one board that headlines name, or the sentence before the list that ends in a colon.

        None where the list may be of something else: of a „Vorstand“ that has no name, or of a talk.
        """
        labels = [[label for _, label in self._labels_in(s)] for s in sentences]
        start = next(n for n, found in enumerate(labels) if any(label is not None for label in found))
        named: list[Draft] = []
        organs: set[str] = set()
        for n, s in enumerate(sentences):
            opens = s.tokens[-1].text == ":" and all(label is None for label in labels[n])
            if labels[n] and not self._talks.isdisjoint(s.lower[:_LABEL]):
                return None
            if s.kind not in _HEADS and not opens:
                continue
            boards = [a.draft for a in s.arguments if a.draft is not None and self._is_told_of(s, a)]
            named += boards
            if n == start - 1 and boards and s.tokens[-1].text != ".":
                # the line right above tells for sure
                organs.clear()
            elif n < start and not boards:
                organs.update(token.low for token in s.tokens if token.text in self._organs)
        board = only_one(named)
        if board is None or self._may_be_another(sentences, board):
            return None
        return board if all(board.name.lower().endswith(organ) for organ in organs) else None

    def _is_told_of(self, s: Sentence, a: Argument) -> bool:
        """Whether a line is about a board, a whole sentence as in „Der Beirat tagt“, „hat einen Beirat berufen“."""
        if a.draft is None or a.draft.kind not in BOARDS:
            return False
        if s.tokens[-1].text != "." or not s.clauses:
            return True
        lemmas = s.clauses[s.clause_of[a.first]].verbs
        return a.nominative or (a.marker == "np" and not lemmas.isdisjoint(self._setting_up))

    @staticmethod
    def _may_be_another(sentences: Sequence[Sentence], board: Draft) -> bool:
        """„Der Digitalausschuss tagt“: many towns have one, and nobody named the parliament of the known one."""
        told = {a.draft.kind for s in sentences for a in s.arguments if a.draft is not None}
        if board.entry is None or "Parliament" in told:
            return False
        named = (s.tokens[a.first : a.last] for s in sentences for a in s.arguments if a.draft is board)
        return all(len(words) == 1 and words[0].text.endswith(_COMMON) for words in named)

    def _listed(self, sentences: Sequence[Sentence]) -> list[_Listed]:
        """Who stands in lists: behind a label, and behind „Mitglieder:“ in the lines below as well."""
        found: list[_Listed] = []
        label: str | None = None
        block = -1
        for s in sentences:
            labels = self._labels_in(s)
            people = [a for a in s.arguments if self._is_entry(s, a)]
            if not labels:
                goes_on = label == "" and 0 <= s.block - block <= 1 and len(people) == 1 and s.tokens[-1].text != "."
                label = label if goes_on else None
                labels = [(0, label)]
            for n, (start, each) in enumerate(labels):
                end = labels[n + 1][0] if n + 1 < len(labels) else len(s.tokens)
                here = [a.draft for a in people if start <= a.first < end and a.draft is not None]
                if each is not None and (not each or len(here) == 1):
                    found += [_Listed(person, each, s) for person in here]
                label = each
            block = s.block
        return found

    @staticmethod
    def _is_entry(s: Sentence, a: Argument) -> bool:
        if a.type is not EntityType.PERSON or a.reference or a.marker == "bracket":
            return False
        return not is_bracketed(s, a.first) and s.low_at(a.first - 1) in _OPENING

    @staticmethod
    def _is_of_board(o: OfficeDraft) -> bool:
        """„Jens Ott (Landkreistag), Vorsitzender“: the brackets say where somebody is from, the list what of."""
        title = o.sentence.title(o.role)
        if title is None or o.role.bodies or not o.role.name.endswith("Vorsitzender"):
            return False
        return o.sentence.text_at(title.last) in {"", ".", ";", ","}
