"""Steps of a career: offices that somebody has left for the next one, and those that somebody kept.

`moved_on` is called before `remaining`, late, when the days of offices are known.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past, in_preterite, is_perfect
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.departures import YEAR, has_subject, is_of_earlier_year
from govgraph.extract.state import BOARDS
from govgraph.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.departures import Departures
    from govgraph.extract.state import OfficeDraft

_NEAR = 3
"""How many sentences after a choice the first day in office may be told."""
_ONLY = frozenset({"auch", "immer", "nur"})
_SHE = frozenset({"er", "sie"})
_BECAME = frozenset({"wurde", "wurden"})
_TODAY = frozenset({"heute", "inzwischen", "jetzt", "mittlerweile", "nun"})
_BESIDES = frozenset({"auch", "außerdem", "daneben", "nebenbei", "zudem", "zugleich", "zusätzlich"})
_STAYING_AT = frozenset({"bei", "beim", "dabei", "offen", "unklar"})
"""Words by which „bleibt es“ speaks of no office: „dabei bleibt es“."""


class CareerSteps:
    """Tells which offices a life has left behind, and which somebody keeps.

    Args:
        knowledge: Compiled vocabulary.
        departures: Tells where the sentences stand.
    """

    def __init__(self, knowledge: Knowledge, departures: Departures) -> None:
        self.sentences = departures.sentences
        self.modality = departures.modality
        self.date = departures.date
        self._departures = departures
        self._starting = knowledge.words("starting-verbs")
        self._moving = knowledge.words("moving-verbs")
        choosing, appointing = knowledge.words("choosing-verbs"), knowledge.words("appointing-verbs")
        self._making = choosing | appointing | knowledge.words("adopting-verbs")

    def moved_on(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those as former that a life leaves behind: „wurde 2011 Leiterin und ging 2018 zur FITKO“.

        So is that of whom „berufen hat ihn noch Minister X“ tells.
        """
        now = [o for o in offices if o.status is Status.CURRENT and o.how == "clause" and o.body is not None]
        for o in offices:
            if o.status in {Status.CURRENT, Status.NEW} and any(self._is_now(o, other) for other in now):
                yield replace(o, status=Status.FORMER)
                continue
            if o.status is Status.CURRENT and "noch" in o.sentence.lower and self._did_it_then(o):
                yield replace(o, status=Status.FORMER)
                continue
            old = o.status is Status.NEW and o.since is not None and self.date is not None
            old = old and (o.since or "")[:YEAR] < (self.date or "")[:YEAR]
            yield replace(o, status=Status.FORMER) if old and self._has_moved(o) else o

    def _is_now(self, o: OfficeDraft, other: OfficeDraft) -> bool:
        """„begann 2003 als Sachbearbeiterin … Heute leitet sie die IT“: whether an office was a step to another one.

        So in one sentence: „wurde 2007 Referatsleiterin und ist heute CIO“, not „ist heute auch Vorsitzende“.
        """
        s, later = o.sentence, other.sentence
        if o is other or o.person is not other.person or o.how != "clause" or o.role.name == other.role.name:
            return False
        if any(each.body is not None and each.body.kind in BOARDS for each in (o, other)):
            return False
        if (
            not 0 <= self._departures.number.get(id(later), -1) - self._departures.number.get(id(s), 0) <= _NEAR
            or s.block != later.block
        ):
            return False
        given = next((a.clause for a in s.arguments if a.role is o.role), -1)
        if not 0 <= given < len(s.clauses) or not is_of_earlier_year(s, self.date):
            return False
        verbs = s.clauses[given].verbs
        if verbs.isdisjoint(self._starting) and not (s is later and "werden" in verbs):
            return False
        told = in_past(s, s.clauses[given])
        if not told and _BECAME.isdisjoint(s.clauses[given].auxiliaries):
            return False
        return any(
            (s is not later or number > given)
            and in_present(later, clause)
            and not _TODAY.isdisjoint(later.lower[i] for i in clause.tokens)
            and _BESIDES.isdisjoint(later.lower[i] for i in clause.tokens)
            and any(a.role is other.role or a.draft is other.body for a in later.arguments if a.first in clause.tokens)
            for number, clause in enumerate(later.clauses)
        )

    def _has_moved(self, o: OfficeDraft) -> bool:
        s = o.sentence
        given = next((a.clause for a in s.arguments if a.role is o.role), len(s.clauses))
        return any(
            number > given
            and clause.kind == "main"
            and not self._moving.isdisjoint(lemma for lemma, _, _ in clause.lemmas)
            and (is_perfect(clause) or in_preterite(s, clause, self._moving))
            and has_subject(s, number, o.person)
            for number, clause in enumerate(s.clauses)
        )

    def _did_it_then(self, o: OfficeDraft) -> bool:
        """„berufen hat ihn noch Innenminister X“: who made somebody something, before the one of now."""
        s = o.sentence
        for a in s.arguments:
            if a.role is not o.role or s.low_at(a.begin - 1) != "noch" or s.low_at(a.begin - 2) in _ONLY:
                continue
            clause = s.clauses[a.clause]
            if is_perfect(clause) and not self._making.isdisjoint(clause.verbs):
                return has_subject(s, a.clause, o.person)
        return False

    def remaining(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those as current that somebody keeps: „X, der CIO war, ist es geblieben“, „bleibt es“."""
        for o in offices:
            kept = o.status is Status.FORMER and self._keeps(o)
            yield replace(o, status=Status.CURRENT, until=None) if kept else o

    def _keeps(self, o: OfficeDraft) -> bool:
        number = self._departures.number.get(id(o.sentence), len(self.sentences))
        for s in self.sentences[number : number + 2]:
            if "es" not in s.lower or s.block != o.sentence.block:
                continue
            for index, clause in enumerate(s.clauses):
                low = {s.lower[i] for i in clause.tokens}
                stays = "bleiben" in clause.verbs and "es" in low
                stays = (
                    stays
                    and low.isdisjoint(_STAYING_AT)
                    and not any(
                        a.role is not None and a.clause == index and a.marker == "np" and a.role is not o.role
                        for a in s.arguments
                    )
                )
                own = has_subject(s, index, o.person) or (s is not o.sentence and s.lower[0] in _SHE and index == 0)
                if stays and own and self.modality.judge(s, clause, self.date) is not None:
                    return True
        return False
