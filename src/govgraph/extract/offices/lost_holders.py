"""Offices of those whom a body loses: „Potsdam verliert seine CDO. Anna Weber wechselt zum Bund“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past
from govgraph.extract.offices.leaving import MOVES, Leaving
from govgraph.extract.offices.title_phrases import may_bear
from govgraph.extract.state import BODY_TYPES, OfficeDraft, only_one
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.state import Argument, Draft, Sentence

_HEADS = frozenset({BlockKind.HEADING, BlockKind.KICKER, BlockKind.LEAD, BlockKind.TITLE})
_SEEKING = "suchen"
_WHERE_TO = frozenset({"an", "auf", "in", "nach", "zu"})
_CONFIDENCE = 0.65
_APART = 2
"""How many blocks after a headline the text may begin: a line with the date stands between."""
_NONE = frozenset({"keine", "keinen"})
_SHORT = 2
"""Within how many words after „keine CIO“ the word „mehr“ stands."""


class LostHolders:
    """Gives whoever goes the title that the sentence before says a body loses, or looks for anew.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of the bodies of offices.
        leaving: Judge of who goes.
    """

    def __init__(self, knowledge: Knowledge, bodies: BodyFinder, leaving: Leaving) -> None:
        self.bodies = bodies
        self.leaving = leaving
        self._losing = knowledge.words("losing-verbs")
        self._honours = knowledge.words("academic-titles") | {"."}

    def offices(self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Offices of such people, none twice.

        Args:
            sentences: The article.
            known: Offices read so far.
        """
        held = {(id(o.person), o.role.iri) for o in known}
        for number, s in enumerate(sentences):
            colon = next((i for i, token in enumerate(s.tokens) if token.text == ":"), 0)
            before = self._office(sentences[number - 1], s, 0, held) if number else None
            office = before or (self._office(s, s, colon, held) if colon else None)
            if office is not None:
                yield office

    def _office(
        self, told: Sentence, s: Sentence, end: int, held: Collection[tuple[int, str | None]]
    ) -> OfficeDraft | None:
        """What somebody had who goes by a sentence; `end` is the colon behind which it says so, else 0."""
        near = told is s or told.block == s.block or (told.kind in _HEADS and s.block - told.block <= _APART)
        title = self._lost(told, end or len(told.tokens)) if near else None
        person = None if title is None else self._going(s, end)
        if title is None or title.role is None or person is None:
            return None
        if (id(person), title.role.iri) in held or not may_bear(person, title.role):
            return None
        body = self._owner(told, title) or self._without(told, title) or self.bodies.find(told, title.role, person)[0]
        if body is None:
            return None
        title.role.holders.append(person)
        clause = s.clauses[s.clause_of[end + 1] if end else 0]
        gone = in_past(s, clause)
        days = [d.value for d in s.dates if s.token_range(d.start, d.end)[0] in clause.tokens]
        until = days[0] if len(days) == 1 else None
        status = Status.FORMER if gone else Status.CURRENT
        return OfficeDraft(
            person,
            title.role,
            body,
            status,
            until=until,
            confidence=_CONFIDENCE,
            sentence=s,
            how="clause",
            sure=True,
            rule="holder-lost",
        )

    def _lost(self, s: Sentence, end: int) -> Argument | None:
        """The only title up to a token, where nobody is named, if a body loses its holder, or seeks or lacks one."""
        titles = [a for a in s.arguments if a.role is not None and a.first < end]
        role = titles[0].role if len(titles) == 1 else None
        named = any(a.type is EntityType.PERSON and not a.reference and a.first < end for a in s.arguments)
        if role is None or named or role.holders or role.weak or s.tokens[-1].text == "?":
            return None
        lacked = _is_lacked(s, titles[0])
        if role.plural and not lacked:
            # „ohne Präsidenten“ may be one as well
            return None
        lemmas = {lemma for clause in s.clauses for lemma, at, _ in clause.lemmas if at < end}
        loses = bool(lemmas & self._losing) and (role.owned or role.definite)
        seeks = _SEEKING in lemmas and role.status is Status.NEW
        return titles[0] if loses or seeks or lacked else None

    def _going(self, s: Sentence, end: int) -> Draft | None:
        """Who is named first in a sentence or behind its colon, with no title, and goes by what it says."""
        first = next((a for a in s.arguments if a.type is EntityType.PERSON and a.first >= end), None)
        if first is None or first.draft is None or first.reference or not first.nominative or not s.clauses:
            return None
        opens = all(s.text_at(i) in self._honours for i in range(end + 1 if end else 0, first.first))
        titled = any(first.draft in a.role.holders for a in s.arguments if a.role is not None)
        number = s.clause_of[end + 1] if end and end + 1 < len(s.tokens) else 0
        same = first.clause == number
        return first.draft if opens and not titled and same and self._goes(s, number) else None

    def _goes(self, s: Sentence, number: int) -> bool:
        clause = s.clauses[number]
        lemmas = clause.verbs
        elsewhere = (a for a in s.arguments if a.clause == number and a.marker in _WHERE_TO and a.type in BODY_TYPES)
        moves = not MOVES.isdisjoint(lemmas) and any(elsewhere)
        return moves or self.leaving.says(s, clause) or self.leaving.is_away(s, clause)

    @staticmethod
    def _owner(s: Sentence, title: Argument) -> Draft | None:
        """Whose the title is by a possessive: „verliert ihre CDO“."""
        return only_one(a.draft for a in s.arguments if a.reference and a.marker == "gen" and a.head == title.first)

    @staticmethod
    def _without(s: Sentence, title: Argument) -> Draft | None:
        """„Die Stadt Ulm steht ohne CDO da“: the one body before the title that has none."""
        before = [a for a in s.arguments if a.last <= title.first and a.type in BODY_TYPES and not a.adjective]
        return only_one(a.draft for a in before if a.nominative and a.head < 0) if _is_lacked(s, title) else None


def _is_lacked(s: Sentence, title: Argument) -> bool:
    """„steht ohne Präsidenten da“, „hat keine CIO mehr“: whether a title says whom a body has no longer."""
    before = s.low_at(title.first - 1)
    return before == "ohne" or (before in _NONE and "mehr" in s.lower[title.last : title.last + _SHORT])
