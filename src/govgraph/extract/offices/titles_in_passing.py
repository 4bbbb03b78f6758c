"""Titles that a sentence gives in passing: „A war Chef der KDO, B Kämmerer in Ulm“, „dass A als CIO des Landes …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.clauses.tenses import wants
from govgraph.extract.offices.title_phrases import may_bear
from govgraph.extract.state import only_one
from govgraph.language.grammar import COORDINATORS, COPULA_LEMMAS
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.appositions import AppositionFinder
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_WAS = frozenset({"war", "waren"})
_BECOMES = frozenset({"werden", "wird", "wurde", "wurden"})
_CLOSING = frozenset({"", ",", ".", ";", "–", "“", ")"})
_NOT_SO = frozenset({"hätte", "hätten", "könnte", "könnten", "sollte", "wäre", "wären", "würde", "würden"})
"""Forms by which a clause tells of what is not so."""
_TELLING = frozenset(
    {"anfangen", "antreten", "beginnen", "bleiben", "folgen", "gelten", "handeln", "nachfolgen", "sehen", "starten"}
    | {"taugen", "vertreten"}
)
"""Lemmas of verbs with which „als“ tells more than in what office somebody acts."""


class TitlesInPassing:
    """Finds who bears such a title.

    Args:
        knowledge: Compiled vocabulary.
        beside: Reader of titles beside names.
    """

    def __init__(self, knowledge: Knowledge, beside: AppositionFinder) -> None:
        self.beside = beside
        words = knowledge.words
        self._changing = _TELLING.union(
            words("appointing-verbs"),
            words("choosing-verbs"),
            words("giving-up-verbs"),
            words("intending-verbs"),
            words("moving-verbs"),
            words("seeking-verbs"),
            words("succeeding-verbs"),
        )

    def holder(self, s: Sentence, title: Argument) -> tuple[Draft, Status | None] | None:
        """Who bears a title of which no holder is known, with the status that is told."""
        return self._without_verb(s, title) or self._acting_as(s, title)

    def _without_verb(self, s: Sentence, title: Argument) -> tuple[Draft, Status | None] | None:
        """„Jens Ott war Chef der KDO, Anna Weber Kämmerin in Ulm“: a name and a title that share the copula before."""
        role, person = title.role, self._right_before(s, title)
        if role is None or person is None or person.draft is None or title.marker != "np":
            return None
        joint = person.first - 1
        if not (s.text_at(joint) in {",", ";"} or s.low_at(joint) in COORDINATORS) or not may_bear(person.draft, role):
            return None
        end = self.beside.phrases.phrase_end(s, title)
        if s.text_at(end) not in _CLOSING and s.low_at(end) not in COORDINATORS:
            return None
        joint -= s.text_at(joint - 1) == ","
        model = next((t for t in s.arguments if t.role is not None and self._ends_at(s, t, joint, person)), None)
        clause = s.clauses[model.clause] if model is not None and 0 <= model.clause < len(s.clauses) else None
        if clause is None or not clause.verbs <= COPULA_LEMMAS or not clause.lemmas:
            return None
        status = self.beside.told(s, person, title)
        if status is None and not _WAS.isdisjoint(clause.auxiliaries):
            status = Status.FORMER
        elif status is None and not _BECOMES.isdisjoint(clause.auxiliaries):
            status = Status.DESIGNATED if "wird" in clause.auxiliaries else Status.NEW
        return person.draft, status

    @staticmethod
    def _right_before(s: Sentence, title: Argument) -> Argument | None:
        """The name right before a title, or before a time that says how long it was borne: „Anna Weber seit 2020“."""
        at = title.first - 1
        while at > 0 and (at in s.dated or s.lower[at] in {"bis", "seit"}):
            at -= 1
        person = s.taken.get(at)
        named = person is not None and person.type is EntityType.PERSON and not person.reference
        return person if named and person is not None and person.marker == "np" else None

    def _ends_at(self, s: Sentence, model: Argument, joint: int, person: Argument) -> bool:
        """Whether a title that another is said to bear ends where the next name begins, or its holder's name does."""
        role = model.role
        other = only_one(role.holders) if role is not None else None
        if other is None or other is person.draft or model.marker != "np" or model.first > joint:
            return False
        if self.beside.phrases.phrase_end(s, model) == joint:
            return True
        name = s.taken.get(joint - 1)
        return name is not None and name.draft is other and model.clause == name.clause

    def _acting_as(self, s: Sentence, title: Argument) -> tuple[Draft, Status | None] | None:
        """„dass Jens Ott als Chef der KDO das nicht fordert“: whatever is said so, who does it has the office."""
        role = title.role
        if role is None or title.marker != "als" or not role.bodies or not 0 <= title.clause < len(s.clauses):
            return None
        clause = s.clauses[title.clause]
        if clause.kind != "sub" or not clause.lemmas or self._tells_more(clause):
            return None
        here = [a for a in s.arguments if a.clause == title.clause and a.type is EntityType.PERSON and not a.adjective]
        people = [a for a in here if a.marker == "np" and a.nominative and a.head < 0]
        person = only_one(a.draft for a in people)
        if person is None or len(here) > len(people) or not may_bear(person, role):
            return None
        opening = next((i for i in clause.tokens if s.tokens[i].text[0].isalpha() and s.lower[i] != clause.opener), -1)
        begin = title.first - 1
        while begin > 0 and s.lower[begin] != "als" and title.first - begin < len("als"):
            begin -= 1
        beside = any(a.last == begin for a in people)
        return (person, None) if s.low_at(begin) == "als" and (beside or begin == opening) else None

    def _tells_more(self, clause: Clause) -> bool:
        """„gilt als Präsidentin“, „will als Präsident antreten“, „wurde als Präsidentin bestätigt“."""
        if is_passive(clause) or wants(clause) or not _NOT_SO.isdisjoint(clause.auxiliaries):
            return True
        lemmas = clause.verbs
        return lemmas <= COPULA_LEMMAS or not self._changing.isdisjoint(lemmas)
