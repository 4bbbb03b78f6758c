"""Lives and posts told in keywords, line by line: „seit 2020 Leiterin des Digitalamts“, „Funktion: CDO“, signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.state import BOARDS, BODY_TYPES, FactDraft, only_one
from govgraph.model import BlockKind, EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import Argument, Draft, Sentence

_LONGEST = 14
"""Most lines of such a life."""
_MARKS = frozenset({"•", "-", "–", "—", "·", "*", ":", "|"})
_DATING = _MARKS | {"ab", "bis", "seit", "von", "jahr"}
_BESIDE_NAME = frozenset({"(", ")", ",", "•", "-", "–", "*", "."})
_MEMBER = "Mitglied"
_OF = frozenset({"der", "des", "im", "in"})
_LABEL = 4
"""Most tokens of a label before its colon."""
_LONGEST_HEAD = 12
"""Most tokens of a line that holds a name or a heading only."""
_SHORT = 5
"""Most tokens of a greeting at the end of a letter."""
_CONFIDENCE = 0.85
RULE = "listed-station"
"""Name of the construction."""


class Station(NamedTuple):
    """A post in such a line.

    Attributes:
        sentence: The line.
        person: Whose life it is.
        title: The title.
        status: Status of the post.
        body: The body that the next line names, or None.
    """

    sentence: Sentence
    person: Draft
    title: Argument
    status: Status
    body: Draft | None


class Stations:
    """Finds the lines of lives and signatures.

    Args:
        words: Gives a word list.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], date: str | None) -> None:
        self._headings = words("profile-headings")
        self._current = words("labels-of-posts")
        self._former = words("labels-of-former-posts")
        self._greetings = words("closing-greetings")
        self._date = date

    def posts(self, sentences: Sequence[Sentence]) -> Iterator[Station]:
        """The posts of lives in keywords, and of signatures."""
        for n, s, person, signed in self._lines(sentences):
            titles = [a for a in s.arguments if a.role is not None]
            title = titles[0] if len(titles) == 1 else None
            if title is None or title.role is None or title.role.plural or title.role.holders:
                continue
            below = _only_body(sentences[n + 1]) if n + 1 < len(sentences) and title.last == len(s.tokens) else None
            if signed and title.first == 0:
                # „Leiterin Sachgebiet IT, Stadt Rosenheim“
                beside = (a.draft for a in s.arguments if a.type in BODY_TYPES and a.first >= title.last)
                yield from _signed(s, person, title, below or next(beside, None))
                continue
            status = self._status(s, title.first)
            here = below is not None or any(a.type in BODY_TYPES and a.first >= title.first for a in s.arguments)
            if status is not None and here:
                yield Station(s, person, title, status, below)

    def seats(self, sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
        """„Mitglied im Beirat von Komm.ONE“, in the life of somebody."""
        if not any(_MEMBER.lower() in s.lower for s in sentences):
            return
        for _, s, person, _ in self._lines(sentences):
            at = next((i for i, token in enumerate(s.tokens) if token.text == _MEMBER), -1)
            board = s.taken.get(at + 2) if at >= 0 and s.low_at(at + 1) in _OF else None
            if board is None or board.draft is None or board.draft.kind not in BOARDS or not self._only_dates(s, at):
                continue
            over = self._status(s, at) is Status.FORMER
            modality = Modality.ENDED if over else Modality.ASSERTED
            yield FactDraft(person, Predicate.MEMBER_OF, board.draft, modality, _CONFIDENCE, s, RULE, s.speaker)

    def _lines(self, sentences: Sequence[Sentence]) -> Iterator[tuple[int, Sentence, Draft, bool]]:
        """Lines without a verb below the name of somebody, by their number, and whether they sign a letter."""
        owner: Draft | None = None
        headed = greeted = signed = False
        first = last = 0
        for n, s in enumerate(sentences):
            opened = self._owner(s, headed=headed)
            if opened is not None:
                owner, signed, first, last = opened, greeted, n, s.block
                headed = greeted = False
                continue
            headed = self._is_heading(s)
            greeted = self._greets(s)
            if owner is None or headed or greeted:
                owner = None
                continue
            people = {id(a.draft) for a in s.arguments if a.type is EntityType.PERSON and a.draft is not owner}
            if people or not 0 <= s.block - last <= 1 or n - first > _LONGEST or s.kind is BlockKind.QUESTION:
                owner = None
                continue
            last = s.block
            if not any(clause.finite for clause in s.clauses):
                yield n, s, owner, signed

    def _owner(self, s: Sentence, *, headed: bool) -> Draft | None:
        """Whose life begins: „Anna Weber (51)“, „Name: Anna Weber“, below „Zur Person“ „Anna Weber studierte …“."""
        if len(s.tokens) > _LONGEST_HEAD and not headed and ":" not in s.lower[:_LABEL]:
            return None
        named = only_one(a.draft for a in s.arguments if a.type is EntityType.PERSON and not a.reference)
        place = next((a for a in s.arguments if a.draft is named), None)
        if named is None or place is None or any(a.role is not None for a in s.arguments):
            return None
        label = self._label(s)
        if label is not None:
            told = label == "name" or label in self._headings
            return named if told and s.lower.index(":") < place.first else None
        rest = [t for i, t in enumerate(s.tokens) if not place.first <= i < place.last]
        alone = all(t.text in _BESIDE_NAME or t.text.isdigit() for t in rest)
        return named if alone or (headed and place.first == 0) else None

    def _status(self, s: Sentence, start: int) -> Status | None:
        """What the words before a title say of it: a label, or times and no other word."""
        label = self._label(s)
        if label is not None and s.lower.index(":") == start - 1:
            if label in self._current:
                return Status.CURRENT
            if label in self._former:
                return Status.FORMER
        if not self._only_dates(s, start):
            return None
        days = [d for d in s.dates if d.start < s.starts[start]]
        ends = [d.value for d in days if d.lead == "until"]
        if ends:
            return Status.FORMER if self._date is None or ends[-1] <= self._date[: len(ends[-1])] else Status.CURRENT
        return Status.CURRENT if any(d.lead == "since" for d in days) else None

    @staticmethod
    def _only_dates(s: Sentence, start: int) -> bool:
        return all(i in s.dated or s.lower[i] in _DATING or s.lower[i].isdigit() for i in range(start))

    @staticmethod
    def _label(s: Sentence) -> str | None:
        """The words before a colon near the beginning, in small letters."""
        end = s.lower.index(":") if ":" in s.lower[:_LABEL] else 0
        return " ".join(low for low in s.lower[:end] if low not in _MARKS) if end else None

    def _is_heading(self, s: Sentence) -> bool:
        if len(s.tokens) > _LONGEST_HEAD:
            return False
        words = [low for low in s.lower if low.isalpha()]
        return len(words) == len([t for t in s.tokens if t.text not in _MARKS]) and " ".join(words) in self._headings

    def _greets(self, s: Sentence) -> bool:
        """„Viele Grüße“, „Mit freundlichen Grüßen“."""
        return len(s.tokens) <= _SHORT and not self._greetings.isdisjoint(s.lower)


def _signed(s: Sentence, person: Draft, title: Argument, body: Draft | None) -> Iterator[Station]:
    if body is not None:
        yield Station(s, person, title, Status.CURRENT, body)


def _only_body(s: Sentence) -> Draft | None:
    """The body that is all that a line holds: „Stadt Rosenheim“."""
    named = [a for a in s.arguments if a.type in BODY_TYPES and not a.adjective]
    if len(named) != 1 or len(s.arguments) != 1:
        return None
    return named[0].draft if named[0].begin == 0 and named[0].last == len(s.tokens) else None
