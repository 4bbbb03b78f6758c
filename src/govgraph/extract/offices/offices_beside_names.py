"""Offices by titles beside names: „CIO Anna Weber“, „Anna Weber, CIO in Hessen“, „…, davor Referentin im …“.

`adjacent` is called for all sentences before anything else of offices, and again when references are known;
`continued` after the verbs of a sentence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.offices.body_pairs import in_pairs, shared
from govgraph.extract.offices.past_posts import WAS
from govgraph.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.appositions import AppositionFinder, Beside
    from govgraph.extract.offices.office_making import OfficeMaker
    from govgraph.extract.state import Argument, OfficeDraft, Sentence

_BEGINNING = frozenset({"anfangen", "antreten"})
_BY_NOW = frozenset({"gerade", "heute", "inzwischen", "jetzt", "nun", "seit"})
_BETWEEN_YEARS = frozenset({"ab", "bis", "jahr", "jahren", "seit", "und", "von", "zwischen"})
_AFTER_NAME = "title-after-name"
"""Rule of offices told behind a name."""


class OfficesBesideNames:
    """Reads the offices of people from titles beside their names.

    Args:
        knowledge: Compiled vocabulary.
        make: Makes offices.
        beside: Finder of titles beside names.
    """

    def __init__(self, knowledge: Knowledge, make: OfficeMaker, beside: AppositionFinder) -> None:
        self.k = knowledge
        self.bodies = make.bodies
        self.beside = beside
        self._make = make

    def adjacent(self, s: Sentence) -> Iterator[OfficeDraft]:
        """Titles right before a name, in apposition after it, or before a comma and the name."""
        for found in self.beside.find(s):
            role = found.title.role
            if role is None:
                continue
            pairs = in_pairs(s, role, len(found.people))
            if not (pairs or role.bodies) and found.before and len(found.people) > 1:
                # „Jena und Gera wollen das. Die Oberbürgermeister A und B …“
                pairs = self.bodies.fitting.each(s, len(found.people), self.k.body_kinds(role.iri))
            for number, person in enumerate(found.people):
                if person.draft is None:
                    continue
                role.holders.append(person.draft)
                for a in s.arguments:
                    if a.first == found.title.first and a.last > found.title.last and a.draft is not None:
                        # „X, der Landesbeauftragten für den Datenschutz Hessen“ is X, whatever else is called so
                        a.cases = ""
                within = range(0) if found.before else self._stretch(s, found)
                if not found.before and Status.FORMER in (found.status, role.status):
                    # „Anna Weber, bis Mai Staatssekretärin im Innenministerium, …“
                    left = range(found.title.last, self.beside.phrases.phrase_end(s, found.title))
                    self.bodies.fitting.left.setdefault(id(s), set()).update(left)
                office = self._make.office(s, person.draft, role, found.status, within=within)
                if pairs:
                    office = replace(office, body=pairs[number], sure=True)
                if found.before and found.status is Status.FORMER:
                    # „Im Oktober 2015 löste er als CIO Claudia Reuter ab“
                    clause = s.clause_of[found.title.first]
                    days = [d.value for d in s.dates_in(clause)]
                    office = replace(office, until=days[0] if len(days) == 1 else None)
                office = office if found.before else replace(office, how="apposition", rule=_AFTER_NAME)
                yield office
                if not pairs and len(found.people) == 1:
                    yield from (replace(office, body=body) for body in shared(s, found.title, office.body))

    def _stretch(self, s: Sentence, found: Beside) -> range:
        """Tokens of „, bis Mai 2023 Leiterin des …,“: dates inside say when that was, and nothing of the clause."""
        start, end = self.beside.after_name(s, found.people[0], found.title), found.title.first
        behind = self.beside.phrases.phrase_end(s, found.title)
        dated = behind
        while dated in s.dated or s.text_at(dated) in {"–", "-"} or (dated > behind and s.low_at(dated) == "und"):
            dated += 1
        if dated > behind and s.text_at(dated) in {")", ",", ";"}:
            # „Anna Weber (CIO des Landes Hessen 2013–2020)“
            end = dated
        stretch = range(start, end)
        self._make.times.insert(s, stretch)
        return stretch

    def continued(self, s: Sentence) -> Iterator[OfficeDraft]:
        """Further steps of a career: „…, davor Abteilungsleiterin im …“."""
        for title, person, status in self.beside.continued(s):
            if title.role is not None:
                clause = s.clauses[title.clause] if title.clause >= 0 and s.clauses else None
                if status is None and clause is not None and not WAS.isdisjoint(clause.auxiliaries):
                    # „war auch CIO des Landes und 2023 Vorsitzender des IT-Planungsrats“
                    status = Status.FORMER
                within = _times_before(s, title)
                office = self._make.office(s, person, title.role, status, within=within)
                yield replace(office, how="apposition", rule=_AFTER_NAME)


def _times_before(s: Sentence, title: Argument) -> range:
    """„…, zwischen 2009 und 2014 Abteilungsleiterin im …“: the tokens of the times right before a title."""
    start = title.first
    while start > 0 and (start - 1 in s.dated or s.low_at(start - 1) in _BETWEEN_YEARS):
        start -= 1
    return range(start, title.first)
