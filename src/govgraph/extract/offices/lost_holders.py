"""Offices of those whom a body loses: „Potsdam verliert seine CDO. Anna Weber wechselt zum Bund“."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_preterite, is_perfect
from govgraph.extract.offices.appositions import may_bear
from govgraph.extract.offices.leaving import MOVES, Leaving
from govgraph.extract.state import BODY_TYPES, OfficeDraft, only_one
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_HEADS = frozenset({BlockKind.HEADING, BlockKind.KICKER, BlockKind.LEAD, BlockKind.TITLE})
_SEEKING = "suchen"
_WHERE_TO = frozenset({"an", "auf", "in", "nach", "zu"})
_CONFIDENCE = 0.65


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
        for before, s in itertools.pairwise(sentences):
            near = before.block == s.block or (before.kind in _HEADS and s.block - before.block == 1)
            title = self._lost(before) if near else None
            if title is None or title.role is None:
                continue
            person = self._going(s)
            if person is None or (id(person), title.role.iri) in held or not may_bear(person, title.role):
                continue
            body = self._owner(before, title) or self.bodies.find(before, title.role, person)[0]
            if body is not None:
                title.role.holders.append(person)
                clause = s.clauses[0]
                gone = is_perfect(clause) or in_preterite(s, clause)
                days = [d.value for d in s.dates if s.token_range(d.start, d.end)[0] in clause.tokens]
                until = days[0] if len(days) == 1 else None
                status = Status.FORMER if gone else Status.CURRENT
                yield OfficeDraft(
                    person, title.role, body, status, None, until, _CONFIDENCE, s, "clause", True, "holder-lost"
                )

    def _lost(self, s: Sentence) -> Argument | None:
        """The only title of a sentence that names nobody and says that a body loses its holder or seeks a new one."""
        titles = [a for a in s.arguments if a.role is not None]
        role = titles[0].role if len(titles) == 1 else None
        named = any(a.type is EntityType.PERSON and not a.reference for a in s.arguments)
        if role is None or named or role.holders or role.plural or role.weak or s.tokens[-1].text == "?":
            return None
        lemmas = {lemma for clause in s.clauses for lemma, _, _ in clause.lemmas}
        loses = bool(lemmas & self._losing) and (role.owned or role.definite)
        seeks = _SEEKING in lemmas and role.status is Status.NEW
        return titles[0] if loses or seeks else None

    def _going(self, s: Sentence) -> Draft | None:
        """Who is named first in a sentence, with no title, and goes by what it says."""
        first = next((a for a in s.arguments if a.type is EntityType.PERSON), None)
        if first is None or first.draft is None or first.reference or not first.nominative or not s.clauses:
            return None
        opens = all(s.text_at(i) in self._honours for i in range(first.first))
        titled = any(first.draft in a.role.holders for a in s.arguments if a.role is not None)
        clause = s.clauses[0]
        return first.draft if opens and not titled and first.clause == 0 and self._goes(s, clause) else None

    def _goes(self, s: Sentence, clause: Clause) -> bool:
        lemmas = {lemma for lemma, _, _ in clause.lemmas}
        elsewhere = (a for a in s.arguments if a.clause == 0 and a.marker in _WHERE_TO and a.type in BODY_TYPES)
        moves = not MOVES.isdisjoint(lemmas) and any(elsewhere)
        return moves or self.leaving.says(s, clause) or self.leaving.is_away(s, clause)

    @staticmethod
    def _owner(s: Sentence, title: Argument) -> Draft | None:
        """Whose the title is by a possessive: „verliert ihre CDO“."""
        return only_one(a.draft for a in s.arguments if a.reference and a.marker == "gen" and a.head == title.first)
