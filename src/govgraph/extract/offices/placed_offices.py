"""Offices by constructions: a title set apart, „vom A zum B“, „die Berufung von …“, lives in keywords, „Die Neue …“.

`placed`, `risen` and `acted` are called for each sentence after its verbs, `in_keywords` and `newcomers` after that for
the article.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.offices.acts_of_office import ActFinder, last_day
from govgraph.extract.offices.set_apart import TitlesSetApart
from govgraph.extract.offices.stations import RULE as LISTED_STATION
from govgraph.extract.offices.stations import Stations
from govgraph.language.grammar import IS_CALLED
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.offices.appositions import AppositionFinder
    from govgraph.extract.offices.office_making import OfficeMaker
    from govgraph.extract.state import OfficeDraft, Sentence


class PlacedOffices:
    """Reads offices of people from constructions that no frame reads.

    Args:
        knowledge: Compiled vocabulary.
        make: Makes offices.
        beside: Finder of titles beside names.
        agreement: What nouns and names agree in.
        cast: Entities of the article.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        make: OfficeMaker,
        beside: AppositionFinder,
        agreement: Agreement,
        cast: Cast,
    ) -> None:
        self.k = knowledge
        self.cast = cast
        self.date = make.date
        self.beside = beside
        self._make = make
        self._acts = ActFinder(knowledge)
        self._apart = TitlesSetApart(knowledge, beside, agreement)

    def placed(self, s: Sentence) -> Iterator[OfficeDraft]:
        """Titles whose holder the construction tells, where no frame has found one."""
        for title in sorted((a for a in s.arguments if a.role is not None), key=lambda a: a.first):
            role = title.role
            if role is None or role.plural or (role.weak and not role.bodies):
                continue
            found = self._apart.left(s, title)
            if found is None and not role.holders:
                found = self._apart.holder(s, title)
            if found is not None:
                person, status = found
                role.holders.append(person)
                yield replace(self._make.office(s, person, role, status), how="clause", rule="title-set-apart")

    def risen(self, s: Sentence) -> Iterator[OfficeDraft]:
        """„wurde vom Minister zum Ministerpräsidenten“, „vom Abteilungsleiter zum Staatssekretär: Anna Weber …“."""
        titles = sorted((a for a in s.arguments if a.role is not None), key=lambda a: a.first)
        for old, new in itertools.pairwise(titles):
            if old.marker != "von" or new.marker != "zu" or new.begin != self.beside.phrases.phrase_end(s, old):
                continue
            people = [a for a in s.arguments if a.type is EntityType.PERSON and "n" in a.cases and a.marker == "np"]
            here = [a for a in people if a.clause == new.clause] or people
            person = here[0].draft if len({id(a.draft) for a in here}) == 1 else None
            if person is None or old.role is None or new.role is None:
                continue
            for title, status in ((old, Status.FORMER), (new, Status.NEW)):
                if title.role is not None and person not in title.role.holders:
                    title.role.holders.append(person)
                    office = self._make.office(s, person, title.role, status)
                    yield replace(office, how="clause", rule="from-title-to-title")

    def acted(self, s: Sentence) -> Iterator[OfficeDraft]:
        """„Die Berufung von Anna Weber zur CIO“, „die Amtszeit von Jens Ott als Landrat“: what a noun tells."""
        for title in s.arguments:
            role = title.role
            act = None if role is None or role.holders or role.plural else self._acts.find(s, title)
            if act is None or role is None:
                continue
            role.holders.append(act.person)
            office = self._make.office(s, act.person, role, act.status, within=act.within)
            until, status = last_day(act.until, office.until, self.date, office.status)
            yield replace(office, until=until, status=status, how="clause", rule="act-of-office")

    def in_keywords(self, sentences: Sequence[Sentence]) -> Iterator[OfficeDraft]:
        """„seit 2020 Leiterin des Digitalamts“ below the name of somebody: posts of lives told in keywords."""
        for s, person, title, status, body in Stations(self.k.words, self.date).posts(sentences):
            if title.role is None:
                continue
            office = self._make.office(s, person, title.role, status, s.clause_of[title.first] if s.clauses else -1)
            office = office if body is None else replace(office, body=body, sure=True)
            named = body is not None or any(a.draft is office.body for a in s.arguments)
            if office.body is not None and named:
                title.role.holders.append(person)
                yield replace(office, status=status, how="clause", rule=LISTED_STATION)

    def newcomers(self, sentences: Sequence[Sentence]) -> Iterator[OfficeDraft]:
        """„Der Posten der CIO ist besetzt. Die Neue heißt Anna Weber“: the title that stands free right before.

        So with „Der hieß damals Jens Mai“ and „Das ist bisher Jens Mai“.
        """
        for before, s in itertools.pairwise(sentences):
            status = self._introduced(s)
            if status is None:
                continue
            people = [a.draft for a in s.arguments if a.type is EntityType.PERSON and a.nominative and not a.reference]
            free = [a.role for a in before.arguments if a.role is not None and not a.role.holders and not a.role.weak]
            person = people[0] if people else None
            if len(free) == 1 and person is not None and not free[0].plural:
                free[0].holders.append(person)
                office = self._make.office(before, person, free[0], status)
                home, body = self.cast.home, office.body
                at_hand = body is not None and body.type is EntityType.ORGANISATION and not office.sure
                if at_hand and home is not None and home.kind in self.k.body_kinds(office.role.iri):
                    # „der Datenschutzbeauftragte“ is that of the Land before that of any agency
                    office = replace(office, body=home)
                # „sucht einen neuen CDO. Das war bisher Jens Mai“
                status = Status.FORMER if status is Status.FORMER else office.status
                yield replace(office, sentence=s, how="clause", status=status, rule="introduced-next")

    def _introduced(self, s: Sentence) -> Status | None:
        """The status of whoever a sentence names for a title before it: „Die Neue heißt …“, „Der hieß damals …“."""
        new = next((i for i, t in enumerate(s.tokens) if t.text == "Neue" and s.low_at(i - 1) in {"der", "die"}), -1)
        number = s.clause_of[max(new, 0)] if s.clauses else -1
        lemmas = s.clauses[number].verbs if number >= 0 else set()
        if new >= 0:
            return Status.NEW if lemmas & {"heißen", "sein"} else None
        called, being = s.low_at(1) in IS_CALLED, s.low_at(1) in {"ist", "war"}
        if s.kind is BlockKind.QUESTION or not (
            (called and s.lower[0] in {"der", "die", "das", "er", "sie"}) or (being and s.lower[0] in {"das", "es"})
        ):
            return None
        past = s.low_at(1) in {"hieß", "war"} or self.k.words("former-adverbs") & set(s.lower[2:4])
        return Status.FORMER if past else Status.CURRENT
