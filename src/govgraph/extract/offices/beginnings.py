"""What is yet to begin or to end: who has been chosen but not yet begun, and who goes at a date to come."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past, in_preterite, is_perfect
from govgraph.extract.clauses.tenses import UNTIL_NOW, in_present
from govgraph.extract.offices.terms import is_ahead
from govgraph.extract.state import BOARDS
from govgraph.model import BlockKind, EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.leaving import Leaving
    from govgraph.extract.state import Clause, Draft, FactDraft, OfficeDraft, Sentence

_HEADS = frozenset({BlockKind.KICKER, BlockKind.TITLE, BlockKind.LEAD})
_NEAR = 3
"""How many sentences after a choice the first day in office may be told."""
_SOON = 2
"""How many sentences after a choice „bis dahin“ speaks of its first day."""
_BEGUN = frozenset({Status.ACTING, Status.CURRENT, Status.FORMER, Status.NEW})
_BECOMES = frozenset({"wird", "werden", "werde"})
_AT_ONCE = frozenset({"heute", "jetzt", "nun", "nunmehr", "sofort"})
"""Adverbs by which „wird“ tells of this very day."""
_SINCE = frozenset({"nach", "seit"})
_ONLY = frozenset({"auch", "immer", "nur"})
_FROM = frozenset({"at", "from"})
_YEAR = 4
_LEADS = frozenset({"führen", "leiten", "sein"})
"""Lemmas of verbs that tell in the present of an office that is held."""
_SHE = frozenset({"er", "sie"})
_BECAME = frozenset({"wurde", "wurden"})
_TODAY = frozenset({"heute", "inzwischen", "jetzt", "mittlerweile", "nun"})
_BESIDES = frozenset({"auch", "außerdem", "daneben", "nebenbei", "zudem", "zugleich", "zusätzlich"})
_STAYING_AT = frozenset({"bei", "beim", "dabei", "offen", "unklar"})
"""Words by which „bleibt es“ speaks of no office: „dabei bleibt es“."""
_NOTHING_STILL = frozenset({"einmal", "immer", "kein", "keine", "keinen", "nicht", "nie"})
"""Words after „noch“ that make it say something else."""


class Beginnings:
    """Tells of offices and people what is still ahead of them.

    Args:
        knowledge: Compiled vocabulary.
        sentences: Sentences of the article.
        modality: Judge of clauses.
        leaving: Judge of who goes.
        date: Date of the article.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        sentences: Sequence[Sentence],
        modality: ModalityReader,
        leaving: Leaving,
        date: str | None,
    ) -> None:
        self.sentences = sentences
        self.modality = modality
        self.leaving = leaving
        self.date = date
        self._named: dict[int, list[Sentence]] | None = None
        self._starting = knowledge.words("starting-verbs")
        self._first_day = knowledge.words("office-beginning-verbs")
        self._swearing = knowledge.words("swearing-in-words")
        self._heading = self._starting | knowledge.words("leading-verbs")
        self._moving = knowledge.words("moving-verbs")
        self._acts = knowledge.words("leaving-acts")
        self._going = knowledge.words("leaving-verbs") | {"aufsteigen", "verlassen"}
        self._choosing = knowledge.words("choosing-verbs")
        self._making = self._choosing | knowledge.words("appointing-verbs") | knowledge.words("adopting-verbs")
        self._still = knowledge.words("still-adverbs") | UNTIL_NOW
        self._leading = knowledge.words("leading-verbs") | {"amtieren", "arbeiten"}
        self._number = {id(s): i for i, s in enumerate(sentences)}
        self._ahead: dict[int, bool] = {}
        self.becoming_people: set[int] = set()

    def awaited(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, new ones as designated where what follows says that they are still to be taken.

        „… hat X zur Präsidentin bestellt. Zum 1. Juli löst sie Y ab“, „… Bis dahin führt Y die Geschäfte“,
        „… Die Juristin ist derzeit Referatsleiterin in Kiel“.
        """
        waiting = {id(o.person) for o in offices if o.status is Status.DESIGNATED}
        for o in offices:
            chosen = o.status is Status.NEW and (o.since is None or self.date is None or o.since > self.date)
            if chosen and self._is_awaited(o):
                yield replace(o, status=Status.DESIGNATED)
            elif o.status is Status.NEW and not chosen and self._was_chosen(o) and self._is_bridged(o):
                yield replace(o, status=Status.DESIGNATED, since=None)
            elif o.status is Status.NEW and not chosen and self._was_chosen(o) and (day := self._first_day_told(o)):
                # „hat heute X gewählt. Am 1. Oktober tritt er die Nachfolge von Y an“
                yield replace(o, status=Status.DESIGNATED, since=day)
            else:
                still = o.status is Status.FORMER and id(o.person) in waiting and self._is_so_far(o)
                yield replace(o, status=Status.CURRENT) if still or self._is_left_later(o) else o

    def becoming(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those as designated that somebody just becomes: „Neue CIO in Hessen wird X“, with no day told.

        Whoever is told elsewhere to have the office, or to have begun, has it.
        """
        ahead = [self._becomes(o) for o in offices]
        if not any(ahead) or self._are_sworn_in():
            yield from offices
            return
        begun: set[tuple[int, object]] = set()
        for o, coming in zip(offices, ahead, strict=True):
            if not coming and o.status in _BEGUN:
                begun.add((id(o.person), o.role.name))
            if not coming and o.status is Status.NEW and o.body is not None:
                # „Neue Staatsministerin für Digitales in Bayern ist X“ says what „X wird Digitalministerin“ does
                begun.add((id(o.person), id(o.body)))
        for o, coming in zip(offices, ahead, strict=True):
            coming = coming and begun.isdisjoint({(id(o.person), o.role.name), (id(o.person), id(o.body))})
            coming = coming and not self._has_begun(o.person)
            if coming:
                self.becoming_people.add(id(o.person))
            yield replace(o, status=Status.DESIGNATED) if coming else o

    def _are_sworn_in(self) -> bool:
        """„Mit der Vereidigung des Kabinetts …“, „Am Montag wurden sie vereidigt“: who becomes what, is it."""
        return any(
            self.modality.judge(s, s.clauses[s.clause_of[i]], self.date) is Modality.ASSERTED
            for s in self.sentences
            for i, token in enumerate(s.tokens)
            if token.text in self._swearing and i < len(s.clause_of) and 0 <= s.clause_of[i] < len(s.clauses)
        )

    def _becomes(self, o: OfficeDraft) -> bool:
        """Whether an office is told by „wird“ alone: not „wird heute“, „wird 2015“, „wird damit auch“."""
        s = o.sentence
        if o.status is not Status.NEW or o.since is not None or o.how != "clause" or s.tokens[-1].text == "?":
            return False
        if self._is_of_earlier(s):
            return False
        return any(
            clause.verbs == {"werden"}
            and not _BECOMES.isdisjoint(clause.auxiliaries)
            and not any(s.lower[i] in _AT_ONCE for i in clause.tokens)
            for number, clause in enumerate(s.clauses)
            if any(a.role is o.role and a.clause == number for a in s.arguments)
        )

    def _is_of_earlier(self, s: Sentence) -> bool:
        """Whether a sentence has a time of a year before this one: „2015 geht sie nach Kassel und wird CDO“."""
        return self.date is not None and any(d.value[:_YEAR] < self.date[:_YEAR] for d in s.dates)

    def _has_begun(self, person: Draft) -> bool:
        """„X hat den Posten im Juli angetreten“, „X ist seit gestern im Amt“."""
        return any(
            in_past(s, clause)
            and any(lemma in self._first_day for lemma, _, _ in clause.lemmas)
            and _has_subject(s, number, person)
            for s in self._naming(person)
            for number, clause in enumerate(s.clauses)
        )

    def moving(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Offices, those as designated to which somebody goes who is yet to leave: „X geht im Mai, er wechselt …“."""
        for o in offices:
            ahead = o.status is Status.NEW and o.since is None and o.how == "clause" and self._moves(o)
            yield replace(o, status=Status.DESIGNATED) if ahead and self.leaves(o.person) else o

    def _moves(self, o: OfficeDraft) -> bool:
        """„wechselt als CDO zur Stadt Leipzig“."""
        s = o.sentence
        return any(
            a.role is o.role
            and a.marker == "als"
            and 0 <= a.clause < len(s.clauses)
            and in_present(s, s.clauses[a.clause])
            and any(lemma in self._moving for lemma, _, _ in s.clauses[a.clause].lemmas)
            for a in s.arguments
        )

    def not_yet_left(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those as current of which „war“ tells and which are yet to be left.

        „X, CIO in Hessen, geht im April. Er war fünf Jahre lang CIO“.
        """
        held = {(id(o.person), o.role.name, id(o.body)) for o in offices if o.status is Status.CURRENT}
        coming = {id(o.person) for o in offices if o.status is Status.DESIGNATED and self._is_ahead(o.since)}
        for o in offices:
            told = o.status is Status.FORMER and o.how == "clause" and (id(o.person), o.role.name, id(o.body)) in held
            if told and (id(o.person) in coming or self.leaves(o.person)) and not self._is_past(o.until):
                yield replace(o, status=Status.CURRENT)
            else:
                yield o

    def _is_ahead(self, day: str | None) -> bool:
        return day is not None and is_ahead(day, self.date)

    def _is_past(self, day: str | None) -> bool:
        return day is not None and not self._is_ahead(day)

    def still(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those of „bisher“ as current that are held until another in the same sentence begins.

        „Seine Nachfolgerin wird X, bisher Vorständin bei Dataport“.
        """
        coming = {(id(o.person), id(o.sentence)) for o in offices if o.status is Status.DESIGNATED}
        begun = {(id(o.person), id(o.sentence)) for o in offices if o.status is Status.NEW}
        others: dict[tuple[str, int], set[int]] = {}
        for o in offices:
            if o.status in {Status.NEW, Status.ACTING} and o.body is not None:
                others.setdefault((o.role.name, id(o.body)), set()).add(id(o.person))
        for o in offices:
            key = (id(o.person), id(o.sentence))
            left = o.status is Status.FORMER and key in coming and key not in begun
            left = left and not (o.how == "clause" and id(o.person) in self.becoming_people)
            left = left and not others.get((o.role.name, id(o.body)), set()) - {id(o.person)}
            yield replace(o, status=Status.CURRENT) if left and o.until is None and _so_far(o) else o

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
            old = old and (o.since or "")[:_YEAR] < (self.date or "")[:_YEAR]
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
        if not 0 <= self._number.get(id(later), -1) - self._number.get(id(s), 0) <= _NEAR or s.block != later.block:
            return False
        given = next((a.clause for a in s.arguments if a.role is o.role), -1)
        if not 0 <= given < len(s.clauses) or not self._is_of_earlier(s):
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
            and _has_subject(s, number, o.person)
            for number, clause in enumerate(s.clauses)
        )

    def _did_it_then(self, o: OfficeDraft) -> bool:
        """„berufen hat ihn noch Innenminister X“: who made somebody something, before the one of now."""
        s = o.sentence
        for a in s.arguments:
            if a.role is not o.role or s.low_at(a.begin - 1) != "noch" or s.low_at(a.begin - 2) in _ONLY:
                continue
            clause = s.clauses[a.clause]
            if is_perfect(clause) and any(lemma in self._making for lemma, _, _ in clause.lemmas):
                return _has_subject(s, a.clause, o.person)
        return False

    def remaining(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those as current that somebody keeps: „X, der CIO war, ist es geblieben“, „bleibt es“."""
        for o in offices:
            kept = o.status is Status.FORMER and self._keeps(o)
            yield replace(o, status=Status.CURRENT, until=None) if kept else o

    def _keeps(self, o: OfficeDraft) -> bool:
        number = self._number.get(id(o.sentence), len(self.sentences))
        for s in self.sentences[number : number + 2]:
            if "es" not in s.lower or s.block != o.sentence.block:
                continue
            for index, clause in enumerate(s.clauses):
                low = {s.lower[i] for i in clause.tokens}
                stays = any(lemma == "bleiben" for lemma, _, _ in clause.lemmas) and "es" in low
                stays = (
                    stays
                    and low.isdisjoint(_STAYING_AT)
                    and not any(
                        a.role is not None and a.clause == index and a.marker == "np" and a.role is not o.role
                        for a in s.arguments
                    )
                )
                own = _has_subject(s, index, o.person) or (s is not o.sentence and s.lower[0] in _SHE and index == 0)
                if stays and own and self.modality.judge(s, clause, self.date) is not None:
                    return True
        return False

    def _is_left_later(self, o: OfficeDraft) -> bool:
        """„X, bislang Prokurist der ekom21, rückt zum 1. Oktober auf“: until then he still is what he was so far."""
        s = o.sentence
        if o.status is not Status.FORMER or o.how == "clause" or o.until is not None:
            return False
        if not any(map(_says_so_far, s.lower)):
            return False
        return any(
            _has_subject(s, index, o.person) and self.modality.judge(s, clause, self.date) is Modality.PLANNED
            for index, clause in enumerate(s.clauses)
        )

    @staticmethod
    def _is_so_far(o: OfficeDraft) -> bool:
        """„X ist bislang Leiterin“, of whoever is yet to begin elsewhere."""
        s = o.sentence
        return any(
            clause.verbs == {"sein"} and in_present(s, clause) and any(s.lower[i] in UNTIL_NOW for i in clause.tokens)
            for number, clause in enumerate(s.clauses)
            if any(a.role is o.role and a.clause == number for a in s.arguments)
        )

    def succeeding(self, offices: Sequence[OfficeDraft], facts: Sequence[FactDraft]) -> Iterator[OfficeDraft]:
        """The offices, those as designated whose holder follows somebody who is to go: „löst B ab, die im Mai geht“."""
        for o in offices:
            held = o.status in {Status.NEW, Status.CURRENT} and o.how == "clause" and o.since is None
            held = held and not self._is_held(o)
            ahead = held and any(
                f.predicate is Predicate.SUCCEEDS
                and f.modality is Modality.PLANNED
                and f.subject is o.person
                and self.leaves(f.object)
                and any(p.person is f.object and p.body is o.body and p.role.name == o.role.name for p in offices)
                for f in facts
            )
            yield replace(o, status=Status.DESIGNATED) if ahead else o

    def _is_held(self, o: OfficeDraft) -> bool:
        """„An ihrer Spitze steht seit Oktober X“, „X leitet die HZD“: what somebody has is not still to come."""
        s = o.sentence
        return any(
            in_present(s, clause)
            and (
                any(s.lower[i] == "seit" for i in clause.tokens)
                or (o.status is Status.CURRENT and any(lemma in _LEADS for lemma, _, _ in clause.lemmas))
            )
            for number, clause in enumerate(s.clauses)
            if _has_subject(s, number, o.person)
        )

    def _naming(self, person: Draft) -> Sequence[Sentence]:
        """The sentences that name somebody or something, or refer to it."""
        if self._named is None:
            self._named = defaultdict(list)
            for s in self.sentences:
                for named in {id(a.draft) for a in s.arguments if a.draft is not None}:
                    self._named[named].append(s)
        return self._named.get(id(person), ())

    def leaves(self, person: Draft) -> bool:
        """Whether somebody goes at a time to come: „X hört zum 30. Juni auf“, „X geht Ende März in den Ruhestand“."""
        found = self._ahead.get(id(person))
        if found is None:
            found = self._ahead[id(person)] = any(
                self._goes(s, clause)
                for s in self._naming(person)
                for number, clause in enumerate(s.clauses)
                if _has_subject(s, number, person)
            )
        return found

    def gone(self, person: Draft) -> bool:
        """Whether somebody has gone: „X ist im April nach Bremerhaven gewechselt“, „X, der aufgestiegen ist“."""
        return any(
            in_past(s, clause) and self._is_going(s, clause)
            for s in self._naming(person)
            for number, clause in enumerate(s.clauses)
            if _has_subject(s, number, person)
        ) or any(self._after_leaving(s, person) for s in self._naming(person))

    def _after_leaving(self, s: Sentence, person: Draft) -> bool:
        """„X, nach dessen Abberufung Y das Haus führte“."""
        return any(
            a.reference and a.draft is person and s.text_at(a.head) in self._acts and s.low_at(a.first - 1) in _SINCE
            for a in s.arguments
            if a.marker == "gen" and a.head >= 0
        )

    def _is_going(self, s: Sentence, clause: Clause) -> bool:
        return self.leaving.says(s, clause) or any(lemma in self._going for lemma, _, _ in clause.lemmas)

    def _goes(self, s: Sentence, clause: Clause) -> bool:
        return self._is_going(s, clause) and self._comes(s, clause)

    def _comes(self, s: Sentence, clause: Clause) -> bool:
        """Whether a clause tells in the present of a time to come."""
        return in_present(s, clause) and self.modality.judge(s, clause, self.date) is Modality.PLANNED

    # ------------------------------------------------------------------ offices

    def _is_awaited(self, o: OfficeDraft) -> bool:
        first = self._number.get(id(o.sentence), len(self.sentences))
        near = range(first, min(first + _NEAR + 1, len(self.sentences)))
        for number in (*range(min(first, len(self.sentences))), *near):
            s = self.sentences[number]
            if number < first and s.kind not in _HEADS:
                continue
            if number >= first and s.block != o.sentence.block:
                break
            for index, clause in enumerate(s.clauses):
                told_there = number == first and index > 0 and clause.kind == "relative"
                if _has_subject(s, index, o.person) and (
                    self._begins(s, clause, self._heading if number < first else self._starting)
                    or (number > first and self._is_still(s, index, o))
                ):
                    return True
                if (told_there or first < number <= first + _SOON) and self._until_then(s, clause):
                    return True
        return False

    def _first_day_told(self, o: OfficeDraft) -> str | None:
        """The day to come on which one of the next sentences says that somebody begins, or follows another."""
        first = self._number.get(id(o.sentence), len(self.sentences))
        for s in self.sentences[first : first + 1 + _NEAR]:
            if s.block != o.sentence.block:
                break
            for number, clause in enumerate(s.clauses):
                begins = self._begins(s, clause, self._starting)
                days = [d.value for d in s.dates_in(number) if d.lead in _FROM and self._is_ahead(d.value)]
                if begins and len(days) == 1 and _has_subject(s, number, o.person):
                    return days[0]
        return None

    def _was_chosen(self, o: OfficeDraft) -> bool:
        """„hat X im Februar zur Leiterin gewählt“: the day of the choice, which need not be the first one."""
        s = o.sentence
        return any(
            not self._choosing.isdisjoint(clause.verbs)
            and any(a.role is o.role and a.marker == "zu" and a.clause == number for a in s.arguments)
            for number, clause in enumerate(s.clauses)
        )

    def _is_bridged(self, o: OfficeDraft) -> bool:
        """Whether one of the next sentences says what is so until the first day: „Bis dahin leitet Y die Anstalt“."""
        first = self._number.get(id(o.sentence), len(self.sentences))
        following = self.sentences[first + 1 : first + 1 + _SOON]
        return any(
            s.block == o.sentence.block and self._until_then(s, clause) for s in following for clause in s.clauses
        )

    def _begins(self, s: Sentence, clause: Clause, verbs: Container[str]) -> bool:
        """„tritt ihr Amt am 1. Mai an“, „beginnt im Herbst“, in a headline „führt ab April die ITK“."""
        starting = any(lemma in verbs for lemma, _, _ in clause.lemmas)
        return starting and self._comes(s, clause)

    @staticmethod
    def _until_then(s: Sentence, clause: Clause) -> bool:
        """„Bis dahin leitet X die Anstalt“: what is so until then says that it is not yet then."""
        low = [s.lower[i] for i in clause.tokens]
        return any(low[n : n + 2] == ["bis", "dahin"] for n in range(len(low))) and in_present(s, clause)

    def _is_still(self, s: Sentence, index: int, o: OfficeDraft) -> bool:
        """„Sie ist derzeit Referatsleiterin“: what somebody else still is, who has been given an office.

        The chair of a board is mostly held beside another office.
        """
        clause = s.clauses[index]
        if (o.body is not None and o.body.kind in BOARDS) or not in_present(s, clause):
            return False
        if not any(s.lower[i] in self._still and s.low_at(i + 1) not in _NOTHING_STILL for i in clause.tokens):
            return False
        lemmas = clause.verbs
        titles = [a.role.name for a in s.arguments if a.clause == index and a.role is not None]
        return any(name != o.role.name for name in titles) if titles else not lemmas.isdisjoint(self._leading)


def _has_subject(s: Sentence, number: int, person: Draft) -> bool:
    """Whether a person is the subject of a clause, or of the one that it goes on from without another subject."""
    while number >= 0:
        clause = s.clauses[number]
        people = [a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON and a.nominative]
        if people or not clause.joined:
            return any(a.draft is person for a in people)
        number = clause.parent
    return False


def _so_far(o: OfficeDraft) -> bool:
    """Whether the title of an office has „bisher“, „bislang“ or „bisherige“ before it."""
    s = o.sentence
    return any(_says_so_far(s.low_at(a.first - 1)) for a in s.arguments if a.role is o.role)


def _says_so_far(low: str) -> bool:
    return low in UNTIL_NOW or low.startswith("bisherige")
