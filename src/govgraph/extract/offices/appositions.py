"""Which person a title beside a name belongs to: „CIO Denis Alt“, „Denis Alt, bislang Staatssekretär im …“."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.offices.aides_of_holders import AidesOfHolders
from govgraph.extract.offices.title_phrases import LONGEST_STEP, TitlePhrases, may_bear
from govgraph.extract.offices.titles_after_names import LONGEST_VERB, TitlesAfterNames
from govgraph.extract.offices.titles_before_names import TitlesBeforeNames
from govgraph.extract.state import Argument
from govgraph.language.grammar import COORDINATORS
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, Sentence

_REPLACING = "ablösen"
_WHEN = frozenset({"Anfang", "Beginn", "Ende", "Schluss"})
"""Nouns of times between two titles of a career: „und, ganz am Anfang, Referentin bei …“."""
_LONG = frozenset({"jahrelang", "jahrzehntelang", "lange"})
_ALREADY = frozenset({"bereits", "noch", "schon"})
"""„schon lange CIO“ is still so, „lange CIO“ is not."""
_LONGEST_ORIGIN = 5


class Beside(NamedTuple):
    """A title beside the people who hold it.

    Attributes:
        title: The title.
        people: Arguments of its holders.
        before: Whether it stands before their names.
        status: Status that an adverb beside it tells, or None.
    """

    title: Argument
    people: list[Argument]
    before: bool
    status: Status | None = None


class AppositionFinder:
    """Joins titles to the names beside them.

    Args:
        knowledge: Compiled vocabulary.
        agreement: What first names tell of people.

    Attributes:
        phrases: Finds where titles end.
    """

    def __init__(self, knowledge: Knowledge, agreement: Agreement) -> None:
        self.k = knowledge
        self.phrases = TitlePhrases(knowledge)
        self._before = TitlesBeforeNames(self.phrases)
        self._aides = AidesOfHolders(knowledge, agreement)
        self._after = TitlesAfterNames(knowledge, self.phrases)
        self._fillers = self._after.fillers
        self._status = self._after.status
        self._now = knowledge.words("still-adverbs") | knowledge.words("manner-of-office")
        self._times_past = knowledge.words("until-times")

    def find(self, s: Sentence) -> Iterator[Beside]:
        """Every title of a sentence that stands right before a name, in apposition after it, or before a comma."""
        titles = sorted([a for a in s.arguments if a.role is not None], key=lambda a: a.first)
        if not titles:
            return
        people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference and a.draft is not None]
        last: Beside | None = None
        for title in titles:
            role = title.role
            if role is None or role.post or (role.weak and not role.bodies):
                continue
            found = None
            before = self._before.before_name(s, title, people, titles)
            if before and self._aides.is_of_aide(s, title, before[0]):
                last = None
                continue
            if before and role.weak and any(title.last <= t.first < before[0].first for t in titles):
                # „deren Chef, Finanzsenator Andreas Dressel“: the better title follows
                continue
            if before:
                replaced = self._is_replaced(s, title, people) or self._aides.is_predecessor(s, title, before[0])
                found = Beside(title, before, before=True, status=Status.FORMER if replaced else None)
            else:
                after = self._after.after_name(s, title, people, titles) or self._after.after_pronoun(s, title, titles)
                if after is None and last is not None and not last.before and self.goes_on(s, last.title, title):
                    after = last.people[0]
                if last is not None and after is not None and after in last.people and not may_bear(after.draft, role):
                    # „Sie war Büroleiterin von Jens Ott, damals Minister, und danach Abteilungsleiterin“
                    after = None
                if after is not None:
                    found = Beside(title, [after], before=False, status=self.told(s, after, title))
            if found is not None:
                yield found
            last = found

    def joined(self, s: Sentence, title: Argument, person: Draft) -> Iterator[Argument]:
        """„Der Digitalminister, zugleich Chef der Staatskanzlei“: further titles of one that stands for a person."""
        titles = sorted((a for a in s.arguments if a.role is not None), key=lambda a: a.first)
        end = self.phrases.phrase_end(s, title)
        if s.low_at(end) == "aus":
            # „Der Landwirt aus der Oberpfalz, seit Mai Staatssekretär, …“
            end = next((i for i in range(end + 1, end + _LONGEST_ORIGIN) if s.text_at(i) == ","), end)
        name = Argument(title.first, end, draft=person)
        last = title
        for other in titles:
            role = other.role
            if other.first <= title.first or role is None or role.holders or (role.weak and not role.bodies):
                continue
            if self._after.after_name(s, other, [name], titles) is None and not self.goes_on(s, last, other):
                continue
            last = other
            yield other

    def goes_on(self, s: Sentence, one: Argument, other: Argument) -> bool:
        """„…, der CIO des Landes und Staatssekretär im Ministerium“: the second title is joined to the first."""
        compared = other.marker in {"als", "wie"}
        start, end = self.phrases.phrase_end(s, one), other.first if compared else max(other.begin, 0)
        aside = self.k.words("side-offices")
        between = [s.lower[i] for i in range(start, end) if s.tokens[i].text not in aside]
        if between[:2] == ["als", "auch"] and "sowohl" in s.lower[: one.first]:
            # „sowohl CIO als auch CDO des Landes“
            return len(between) == 2
        light = all(w in COORDINATORS | self._fillers or w in self._status for w in between)
        return 0 < len(between) <= LONGEST_VERB and between[0] in COORDINATORS and light

    def continued(self, s: Sentence) -> Iterator[tuple[Argument, Draft, Status | None]]:
        """„war Vizepräsidentin des …, davor Abteilungsleiterin im …“: a title that goes on the career of the last.

        Between the two stand a comma or „und“ and an adverb or a time; a bare comma may begin something else.
        """
        last: Argument | None = None
        told_of: list[Draft] = []
        for title in sorted((a for a in s.arguments if a.role is not None), key=lambda a: a.first):
            role = title.role
            if role is None:
                continue
            again = last is not None and title.marker == last.marker == "zu"
            if (
                last is not None
                and last.role is not None
                and not role.holders
                and (title.marker in {"np", "als"} or again)
            ):
                person = last.role.holders[0]
                start = self.phrases.phrase_end(s, last)
                told = self._step(s, start, title.begin if again else title.first)
                if told is None and self._in_row(s, last, title, start):
                    told = (Status.FORMER if "war" in s.clauses[title.clause].auxiliaries else None,)
                if told is not None and not may_bear(person, role):
                    # „Sie war Büroleiterin von Jens Ott, damals Minister, und danach Abteilungsleiterin“
                    person = next((d for d in told_of if d is not person and may_bear(d, role)), person)
                if (
                    told is not None
                    and may_bear(person, role)
                    and not role.plural
                    and not (role.weak and not role.bodies)
                ):
                    role.holders.append(person)
                    yield title, person, told[0] or (Status.NEW if again else None)
            last = title if len({id(d) for d in role.holders}) == 1 else None
            told_of += role.holders if last is not None else []

    @staticmethod
    def _in_row(s: Sentence, last: Argument, title: Argument, start: int) -> bool:
        """„Zuvor war er Dezernent in Jena, Referatsleiter in Ulm und Justiziar in Kiel“: what a copula lists."""
        if not 0 <= title.clause == last.clause or title.begin != title.first or s.text_at(title.last)[:1].isupper():
            return False
        verbs = s.clauses[title.clause].lemmas
        if {lemma for lemma, _, _ in verbs} != {"sein"} or any(at >= start for _, at, _ in verbs):
            return False
        light = {s.tokens[i].text for i in range(start, title.first)}
        return bool(light) and light <= {",", "und", "sowie"}

    def _step(self, s: Sentence, start: int, end: int) -> tuple[Status | None] | None:
        """What the words between two titles of a career say of the second, or None if they are no such step."""
        if not 2 <= end - start <= LONGEST_STEP or not (s.text_at(start) == "," or s.lower[start] in COORDINATORS):
            return None
        status, told = None, False
        for i in range(start + 1, end):
            low = s.lower[i]
            if low in self._status:
                status, told = self._status[low], True
            elif low in self._fillers or i in s.dated or s.tokens[i].text in _WHEN:
                told = True
            elif low not in COORDINATORS and low not in {"bis", "seit", "von", "zwischen", "als", ","}:
                return None
            if low == "bis":
                status = Status.FORMER
        return (status,) if told else None

    @staticmethod
    def _is_replaced(s: Sentence, title: Argument, people: Sequence[Argument]) -> bool:
        """„löste er als CIO des Landes Claudia Reuter ab“: the name behind the title is that of who goes."""
        if title.marker != "als" or not s.clauses:
            return False
        clause = s.clauses[s.clause_of[title.first]]
        subjects = {p.first for p in people if p.marker == "np"} | {i for i in clause.tokens if s.lower[i] == "er"}
        replaces = _REPLACING in clause.verbs and not is_passive(clause)
        return replaces and any(i in clause.tokens and i < title.begin for i in subjects)

    def comma_before(self, s: Sentence, title: Argument) -> int:
        """Token of the comma before „, derzeit noch CISO“, „, im Hauptberuf Landrat“; -1 without such an adverb."""
        aside = self.k.words("side-offices")
        i, told = title.first - 1, False
        while i > 0 and s.tokens[i].text != ",":
            low = s.lower[i]
            known = low in self._status or low in self._now or s.tokens[i].text in aside or i in s.dated
            if not known and low not in self._fillers:
                return -1
            told = told or known
            i -= 1
        return i if told and i > 0 else -1

    @staticmethod
    def after_name(s: Sentence, person: Argument, title: Argument) -> int:
        """Where the words between a name, or the title before, and a title begin."""
        return max([person.last, *(a.last for a in s.arguments if a.role is not None and a.last <= title.first)])

    def told(self, s: Sentence, person: Argument, title: Argument) -> Status | None:
        """Status told by an adverb or a time between name and title: „bislang“, „bis 2023“, „künftig“."""
        for i in range(self.after_name(s, person, title), title.first):
            low = s.lower[i]
            if low in self._status and not (low in _LONG and s.low_at(i - 1) in _ALREADY):
                return self._status[low]
            if low == "bis" and (i + 1 in s.dated or s.low_at(i + 1) in self._times_past):
                return Status.FORMER
            if low == "bis" and self._after.past_end(s, i, title.first) > i:
                return Status.FORMER
        return None
