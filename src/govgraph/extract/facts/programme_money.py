"""Whose money a programme gives to whom: „Damit fördert das Ministerium Kommunen. Erste Mittel daraus erhält Jena“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past, is_passive
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.state import BODY_TYPES, FactDraft, only_one
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_GIVERS = frozenset({EntityType.JURISDICTION, EntityType.ORGANISATION})
_OWNING = frozenset({Predicate.DEVELOPS, Predicate.FUNDS, Predicate.RESPONSIBLE_FOR})
_NO_PURSE = frozenset({"Committee", "Government", "Parliament"})
"""Kinds of bodies that decide on money and give none."""
_OUT_OF = frozenset({"aus", "über"})
_TO = frozenset({"an", "nach", "zu"})
_BY_PROGRAMME = frozenset({"mit", "über"})
_THROUGH = "über"
_WITH_IT = "damit"
_NO_GOALS = frozenset({"dass", "um", ","})
"""What follows a „damit“ that is no pronoun, or one that only points ahead."""
_CONFIDENCE = 0.6


class ProgrammeMoney:
    """Reads who gives money by a programme, and who gets money out of one whose giver is known.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self._supporting = words("money-giving-verbs")
        self._paying = words("money-paying-verbs")
        self._receiving = words("money-getting-verbs")
        self._flowing = words("money-flowing-verbs")
        self._ending = words("programme-ending-verbs")
        self._modality = modality
        self._date = date

    def facts(self, sentences: Sequence[Sentence], told: Sequence[FactDraft]) -> Iterator[FactDraft]:
        """Who funds what, that no frame has told.

        Args:
            sentences: The article.
            told: What it states otherwise.
        """
        programmes = {id(a.draft) for s in sentences for a in s.arguments if a.type is EntityType.PROGRAMME}
        if not programmes:
            return
        givers: dict[int, list[Draft]] = {}
        for f in told:
            gives = f.subject.type in _GIVERS and f.subject.kind not in _NO_PURSE
            if f.predicate in _OWNING and id(f.object) in programmes and gives:
                givers.setdefault(id(f.object), []).append(f.subject)
        known = {(id(f.subject), id(f.object)) for f in told if f.predicate is Predicate.FUNDS}
        over = {id(d) for s in sentences for d in self._over(s)}
        for f in told:
            if f.predicate is Predicate.FUNDS and id(f.object) in over and f.modality is Modality.ASSERTED:
                f.modality = Modality.ENDED
        before: Sentence | None = None
        for s in sentences:
            if s.tokens[-1].text != "?":
                for fact in (*self._given(s, before), *self._got(s, givers)):
                    if fact.object.type is EntityType.PROGRAMME:
                        givers.setdefault(id(fact.object), []).append(fact.subject)
                    if (id(fact.subject), id(fact.object)) not in known:
                        known.add((id(fact.subject), id(fact.object)))
                        if id(fact.object) in over and fact.modality is Modality.ASSERTED:
                            fact.modality = Modality.ENDED
                        yield fact
            before = s

    def _over(self, s: Sentence) -> Iterator[Draft]:
        """„Das Programm A ist Ende 2022 ausgelaufen“, „endete am 31. Dezember“: programmes that are over by now."""
        for number, clause in enumerate(s.clauses):
            if self._ending.isdisjoint(clause.verbs) or clause.kind == "infinitive":
                continue
            days = [d.value for d in s.dates_in(number)]
            past = bool(days) and all(day < (self._date or "")[: len(day)] for day in days)
            told = in_past(s, clause) or (past and in_present(s, clause))
            if told and self._modality.judge(s, clause, self._date) in {Modality.ASSERTED, Modality.ENDED}:
                inside = [a for a in s.arguments if a.clause == number and a.nominative]
                yield from (a.draft for a in inside if a.type is EntityType.PROGRAMME and a.draft is not None)

    def _given(self, s: Sentence, before: Sentence | None) -> Iterator[FactDraft]:
        """„Mit dem Programm A unterstützt das Ministerium Kommunen“, „zahlt über A …“, „Damit fördert …“."""
        for number, clause in enumerate(s.clauses):
            verbs = clause.verbs
            gives, pays = not verbs.isdisjoint(self._supporting), not verbs.isdisjoint(self._paying)
            if clause.kind == "infinitive" or not (gives or pays) or is_passive(clause):
                continue
            inside = [a for a in s.arguments if a.clause == number and not a.adjective and a.draft is not None]
            giver = _first_group([a for a in inside if a.nominative and a.type in _GIVERS])
            # „über den Pakt zukommen lassen“, but „mit dem Programm zahlen“ says nothing
            by = _BY_PROGRAMME if gives else {_THROUGH}
            programme = next((a.draft for a in inside if a.marker in by and a.type is EntityType.PROGRAMME), None)
            if programme is None and not gives:
                continue
            if programme is None and before is not None and self._points_back(s, clause):
                programme = only_one(a.draft for a in before.arguments if a.type is EntityType.PROGRAMME and a.draft)
            if giver and programme is not None:
                yield from self._made(s, clause, giver, [programme])

    def _points_back(self, s: Sentence, clause: Clause) -> bool:
        """„Damit fördert das Land …“, but not „damit das Land fördert“."""
        at = next((i for i in clause.tokens if s.lower[i] == _WITH_IT), -1)
        return at >= 0 and clause.opener != _WITH_IT and s.low_at(at + 1) not in _NO_GOALS

    def _got(self, s: Sentence, givers: dict[int, list[Draft]]) -> Iterator[FactDraft]:
        """„Jena erhält Geld aus dem Programm A“, „Mittel aus A fließen an Jena“, „Jena wird aus A gefördert“."""
        for number, clause in enumerate(s.clauses):
            inside = [a for a in s.arguments if a.clause == number and not a.adjective and a.draft is not None]
            pot = only_one(
                a.draft
                for a in inside
                if a.marker in _OUT_OF and a.type is EntityType.PROGRAMME and a.draft is not None
            )
            giver = only_one(givers.get(id(pot), ())) if pot is not None else None
            if pot is None or giver is None:
                continue
            verbs = clause.verbs
            bodies = [a for a in inside if a.type in BODY_TYPES and a.draft is not giver]
            if verbs & self._receiving or (is_passive(clause) and verbs & self._supporting):
                getting = [a for a in bodies if a.nominative]
            elif verbs & self._flowing:
                getting = [a for a in bodies if a.marker in _TO]
            else:
                continue
            yield from self._made(s, clause, [giver], _first_group(getting))

    def _made(
        self, s: Sentence, clause: Clause, givers: Sequence[Draft], getting: Sequence[Draft]
    ) -> Iterator[FactDraft]:
        verdict = self._modality.judge(s, clause, self._date)
        if verdict is None:
            return
        for giver in givers:
            for thing in getting:
                if thing is not giver:
                    yield FactDraft(
                        giver, Predicate.FUNDS, thing, verdict, _CONFIDENCE, s, "programme-money", s.speaker
                    )


def _first_group(found: Sequence[Argument]) -> list[Draft]:
    """The first of some arguments, with those it is listed with."""
    return [a.draft for a in found if a.draft is not None and a.group == found[0].group]
