"""Which person a title beside a name belongs to: „CIO Denis Alt“, „Denis Alt, bislang Staatssekretär im …“."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.addresses import ADDRESS
from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.people.gender import is_neutral
from govgraph.extract.state import BODY_TYPES, Argument
from govgraph.language.grammar import AUXILIARIES, COORDINATORS, DETERMINERS, ONE, PREPOSITIONS
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, RoleNoun, Sentence

_REPLACING = "ablösen"
_LONGEST_STEP = 8
"""Most words between two titles of a career."""
_WHEN = frozenset({"Anfang", "Beginn", "Ende", "Schluss"})
"""Nouns of times between two titles of a career: „und, ganz am Anfang, Referentin bei …“."""
_LONG = frozenset({"jahrelang", "jahrzehntelang", "lange"})
_ALREADY = frozenset({"bereits", "noch", "schon"})
"""„schon lange CIO“ is still so, „lange CIO“ is not."""
_FILLERS = frozenset({"zugleich", "auch", "heute", "seit", "noch", "derzeit", "von", "bis", "ab", "zum", "im", "in",
                      "nun", "nunmehr", "jetzt", "weiterhin", "außerdem", "dann", "erst", "wieder", "selbst",
                      "mittlerweile", "inzwischen", "an", "am", "lange", "jahrelang", "vorher", "unter", "anderem",
                      "danach", "anschließend", "daraufhin", "schließlich", "später", "seither", "seitdem",
                      "zudem", "ebenfalls", "gleichzeitig", "unterdessen", "sondern", "vor", "kurzem",
                      "zuständig", "verantwortlich", "tätig", "beschäftigt", "dort", "angesiedelt", "angestellt",
                      "beheimatet", "daheim", "sowohl", "ganz"})  # fmt: skip
"""Small words that may stand between a name and its title; `office-adverbs` has those that tell a status."""
_CLOSERS = frozenset({",", ".", "–", ")", "(", ";", ":", "?", "!", "“"})
_OPENERS = frozenset({",", "(", "–", "-"})
_COMPLEMENT = frozenset({"im", "in", "beim", "bei", "der", "des", "von", "vom"})
_OF_ONE = frozenset(
    {"dem", "den", "der", "die"} | {f"{w}{e}" for w in ("mein", "unser") for e in ("", "e", "em", "en", "er")}
)
"""Articles and possessives of a title in apposition that comes after the verb."""
_OF_THIS_ONE = _OF_ONE | {"deren", "dessen"} | {f"{w}{e}" for w in ("ihr", "sein") for e in ("", "e", "em", "en", "er")}
"""The same, and possessives of a body that was named."""
_OF_UNIT = frozenset({"der", "des"} | {f"{w}{e}" for w in ("ihr", "sein", "unser") for e in ("er", "es")})
_HONORIFICS = frozenset({"frau", "herr", "herrn"})
_LONGEST_BRACKET = 6
_LONGEST_ORIGIN = 5
_LONGEST_VERB = 3
_LONGEST_REST = 7
"""Most words between a name and the comma before its bare title: „hat A heute den Vorsitz, Staatssekretärin im …“."""
_THIS = frozenset({"dem", "demselben", "diesem", "dieser", "ebendiesem", "ebendieser", "derselben", "eben", "selben"})
"""Words before a noun for a body named before: „Staatssekretär in ebendiesem Ministerium“."""
_AT = frozenset({"am", "an", "bei", "beim", "im", "in"})
_NEAR_TITLE = 3
"""How many words after an article a title may stand: „der frühere Ulmer Bürgermeister“."""
_NEAR_END = 6
"""How many words after „bis“ the noun may stand that tells how somebody left."""
_OF_MEN = frozenset({"einem", "einen", "ihrem", "ihren", "seinem", "seinen"})
"""Determiners of a masculine noun that is no subject, and may be one for a man: „lobte A seinen Gast, Landrat …“."""
_AGENTS = ("ant", "ent", "er", "ern", "ers", "ert", "ge", "gen", "in", "ist", "isten", "or", "te", "ten")
"""How nouns for people end, „Gast“ and the like apart, which are listed."""
_PLURAL = frozenset({"beide", "beiden", "den", "deine", "die", "diese", "ihre", "meine", "seine", "unsere"})
"""Determiners of several before a noun for men: „ihre Geschäftsführer“."""


def may_bear(person: Draft | None, role: RoleNoun) -> bool:
    """Whether a title may be that of a person by its gender, as far as what is written of the person tells."""
    return person is None or person.feminine in {None, role.feminine} or is_neutral(role.name)


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
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        boards = {word.lower() for word in knowledge.words("boards")}
        self._unit_nouns = tuple(sorted(knowledge.words("unit-nouns") | boards))
        self._fillers = _FILLERS | knowledge.words("still-adverbs") | knowledge.words("manner-of-office")
        self._now = knowledge.words("still-adverbs") | knowledge.words("manner-of-office")
        self._contrast = knowledge.words("contrast-adverbs")
        self._times_past = knowledge.words("until-times")
        self._ends = knowledge.words("ends-of-service")
        self._fillers |= self._times_past - {"vor", "zum"}
        self._status = {
            word: status
            for name, status in (
                ("former-adverbs", Status.FORMER),
                ("designated-adverbs", Status.DESIGNATED),
                ("acting-adverbs", Status.ACTING),
            )
            for word in knowledge.words(name)
        }

    def find(self, s: Sentence) -> Iterator[Beside]:
        """Every title of a sentence that stands right before a name, in apposition after it, or before a comma."""
        people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference and a.draft is not None]
        titles = sorted((a for a in s.arguments if a.role is not None), key=lambda a: a.first)
        last: Beside | None = None
        for title in titles:
            role = title.role
            if role is None or role.post or (role.weak and not role.bodies):
                continue
            found = None
            before = self._before_name(s, title, people, titles)
            if before and role.weak and any(title.last <= t.first < before[0].first for t in titles):
                # „deren Chef, Finanzsenator Andreas Dressel“: the better title follows
                continue
            if before:
                replaced = self._is_replaced(s, title, people)
                found = Beside(title, before, before=True, status=Status.FORMER if replaced else None)
            else:
                after = self._after_name(s, title, people, titles) or self._after_pronoun(s, title, titles)
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
        end = self.phrase_end(s, title)
        if s.low_at(end) == "aus":
            # „Der Landwirt aus der Oberpfalz, seit Mai Staatssekretär, …“
            end = next((i for i in range(end + 1, end + _LONGEST_ORIGIN) if s.text_at(i) == ","), end)
        name = Argument(title.first, end, draft=person)
        last = title
        for other in titles:
            role = other.role
            if other.first <= title.first or role is None or role.holders or (role.weak and not role.bodies):
                continue
            if self._after_name(s, other, [name], titles) is None and not self.goes_on(s, last, other):
                continue
            last = other
            yield other

    def goes_on(self, s: Sentence, one: Argument, other: Argument) -> bool:
        """„…, der CIO des Landes und Staatssekretär im Ministerium“: the second title is joined to the first."""
        compared = other.marker in {"als", "wie"}
        start, end = self.phrase_end(s, one), other.first if compared else max(other.begin, 0)
        aside = self.k.words("side-offices")
        between = [s.lower[i] for i in range(start, end) if s.tokens[i].text not in aside]
        if between[:2] == ["als", "auch"] and "sowohl" in s.lower[: one.first]:
            # „sowohl CIO als auch CDO des Landes“
            return len(between) == 2
        light = all(w in COORDINATORS | self._fillers or w in self._status for w in between)
        return 0 < len(between) <= _LONGEST_VERB and between[0] in COORDINATORS and light

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
                start = self.phrase_end(s, last)
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
        if not 2 <= end - start <= _LONGEST_STEP or not (s.text_at(start) == "," or s.lower[start] in COORDINATORS):
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

    # ------------------------------------------------------------------ title before the name

    @staticmethod
    def _is_of(s: Sentence, title: Argument, person: Argument) -> bool:
        """„bisher Stellvertreterin Webers“, „eine Sprecherin Webers“: whose deputy or speaker somebody is."""
        if title.role is not None and title.role.is_deputy:
            return True
        surname = s.text_at(person.last - 1)
        inflected = person.draft is not None and surname.endswith("s") and not person.draft.name.endswith(surname)
        return inflected and title.last == person.first and s.low_at(title.first - 1) in DETERMINERS

    def _before_name(
        self, s: Sentence, title: Argument, people: Sequence[Argument], titles: Sequence[Argument]
    ) -> list[Argument]:
        """„CIO Denis Alt“, „die Staatssekretäre A und B“, „der Geschäftsführer von IT.Niedersachsen, Axel Beims“."""
        end = self._past_short_form(s, title, self.phrase_end(s, title))
        for person in people:
            if person.cases == "g" and self._is_of(s, title, person):
                continue
            if person.first == title.last or (person.first == end and end > title.last):
                others = {t.last for t in titles if t is not title}
                within = [p for p in people if p is person or (p.first > person.first and p.group == person.group)]
                group = _up_to_another(within, others)
                row = _up_to_another(self._row(s, person, people), others)
                row = (row if len(row) > 1 else group) if self._plural(s, title) else [person]
                # „wählten die Mitglieder Anna Weber“: several are not one
                return [] if len(row) == 1 and title.role is not None and title.role.plural else row
            mark, after = s.text_at(end), s.text_at(self._after_origin(s, person)) or "."
            called = person.first - 1 if s.low_at(person.first - 1) in _HONORIFICS else person.first
            apart = called == end + 1 and mark in {",", ":"} and title.marker != "als"
            # „Pressesprecherin: Anna Weber“ as a line by itself
            alone = title.first == 0 and person.last == len(s.tokens)
            closed = after in _CLOSERS and (
                (mark == ":" and title.role is not None and (title.role.definite or alone)) or self._closed(s, title)
            )
            if apart and title.role is not None and self._plural(s, title):
                row = [p for p in people if p.group == person.group and p.first >= person.first]
                if len(row) > 1 and len(row) == len(title.role.bodies):
                    # „die Oberbürgermeister von Kassel und Fulda, A und B“
                    title.role.plural = True
                    return row
            if apart and mark == ":" and title.role is not None and (title.role.owned or title.role.status is not None):
                # „Die Stadt verliert ihre CIO: Anna Weber wechselt …“
                return [person]
            if apart and (closed or (mark == ":" and title.marker == "von" and self._closed(s, title))):
                return [person]
        another = self._of_another_titled(s, title, people, titles)
        if another is not None:
            return [another]
        return self._before_title(s, title, end, people, titles) or self._set_off(s, title, end, people)

    def _of_another_titled(
        self, s: Sentence, title: Argument, people: Sequence[Argument], titles: Sequence[Argument]
    ) -> Argument | None:
        """„Chefin wird A, Vize der Ulmer Bürgermeister B“: a bare title right before another one with its article."""
        joint = title.first - 2 if s.low_at(title.first - 1) in {"zum", "zur"} else title.first - 1
        if s.text_at(joint) not in {",", ";"} and s.low_at(joint) not in COORDINATORS:
            return None
        article = title.last
        if (
            title.marker not in {"np", "zu"}
            or s.low_at(article) not in {"der", "die"}
            or title.role is None
            or title.role.plural
        ):
            return None
        later = (t for t in titles if article < t.first <= article + _NEAR_TITLE and t.role is not None)
        second = next(later, None)
        person = next((p for p in people if second is not None and p.first == second.last), None)
        if second is None or second.role is None or person is None or not may_bear(person.draft, title.role):
            return None
        woman = s.low_at(article) == "die"
        between = range(article + 1, second.first)
        light = all(
            (i in s.taken and s.taken[i].adjective) or (i not in s.taken and s.text_at(i)[0].islower()) for i in between
        )
        if not light or second.role.feminine is not woman or title.role.feminine is not woman:
            return None
        # „Vize der Ulmer Bürgermeister B“: the town is that of the second title
        beyond = [s.taken[i].draft for i in between if i in s.taken]
        title.role.bodies[:] = [d for d in title.role.bodies if d not in beyond]
        return person

    @staticmethod
    def _past_short_form(s: Sentence, title: Argument, end: int) -> int:
        """„die Bundesbeauftragte für den Datenschutz (BfDI), Anna Weber“: past the short form of a long title."""
        long = title.last - title.first > 1 and s.text_at(end) == "(" and s.text_at(end + 2) == ")"
        return end + 3 if long and s.text_at(end + 3) == "," else end

    def _set_off(self, s: Sentence, title: Argument, end: int, people: Sequence[Argument]) -> list[Argument]:
        """„Man stellte mir eine Referentin zur Seite, Petra Lang.“: the name comes after the end of the clause."""
        role = title.role
        if role is None or role.plural:
            return []
        comma = next((i for i in range(end, min(end + _LONGEST_REST, len(s.tokens))) if s.text_at(i) in _CLOSERS), -1)
        called = comma + 2 if s.low_at(comma + 1) in _HONORIFICS else comma + 1
        person = next((p for p in people if p.first == called), None)
        if comma <= end or s.tokens[comma].text != "," or person is None or person.draft is None:
            return []
        after = self._after_origin(s, person)
        closed = (s.text_at(after) or ".") in {",", ".", "“", ";"}
        if ONE.isdisjoint(s.lower[max(title.begin, 0) : title.first]):
            # „Geäußert hatte sich der Direktor der AKDB dazu nicht“: only behind the last of the verb
            closed = closed and self._is_last_of_clause(s, title, comma) and self._ends_clause(s, title, after)
        inside = [a for a in s.arguments if end <= a.first < comma]
        named = any(a.role is not None or a.type is EntityType.PERSON for a in inside)
        return [person] if may_bear(person.draft, role) and closed and not named else []

    @staticmethod
    def _is_last_of_clause(s: Sentence, title: Argument, comma: int) -> bool:
        """„hatte sich der Kämmerer geäußert,“, „kündigte deren Präsidentin an,“: the verb of its clause ends there."""
        if not s.clauses or s.low_at(title.begin) not in _OF_THIS_ONE:
            return False
        last = s.low_at(comma - 1)
        verbs = s.clauses[s.clause_of[title.first]].lemmas
        return any(
            at == comma - 1 or (at < title.first and lemma != last and lemma.startswith(last)) for lemma, at, _ in verbs
        )

    @staticmethod
    def _ends_clause(s: Sentence, title: Argument, after: int) -> bool:
        """Whether no other clause begins with the name before an index: „…, Jens Ott.“, „…, Jens Ott, der …“."""
        if s.clause_of[after - 1] != s.clause_of[title.first]:
            return False
        return s.text_at(after) != "," or after + 1 in s.relatives or s.low_at(after + 1) in COORDINATORS

    @staticmethod
    def _is_replaced(s: Sentence, title: Argument, people: Sequence[Argument]) -> bool:
        """„löste er als CIO des Landes Claudia Reuter ab“: the name behind the title is that of who goes."""
        if title.marker != "als" or not s.clauses:
            return False
        clause = s.clauses[s.clause_of[title.first]]
        subjects = {p.first for p in people if p.marker == "np"} | {i for i in clause.tokens if s.lower[i] == "er"}
        replaces = any(lemma == _REPLACING for lemma, _, _ in clause.lemmas) and not is_passive(clause)
        return replaces and any(i in clause.tokens and i < title.begin for i in subjects)

    def _before_title(
        self, s: Sentence, title: Argument, end: int, people: Sequence[Argument], titles: Sequence[Argument]
    ) -> list[Argument]:
        """„die CDO des Landes, Staatssekretärin Nadine Lichtenberg“: a second title stands between title and name."""
        if title.marker == "als" or (title.role is not None and title.role.plural):
            return []
        owner = s.taken.get(end - 1)
        owned = next((t for t in titles if t.first == end), None)
        if owner is not None and s.text_at(owner.first - 1) == "," and owned is not None and _of_one(s, title, owned):
            # „der Vitako, Kassels“ is no row of names
            end = owner.first - 1
        second = next((t for t in titles if t.first > end), None)
        if s.low_at(end) in COORDINATORS and second is not None and second.first == end + 1:
            # „der CIO und Staatssekretär Denis Alt“, „die Staatssekretärin im BMI und CIO des Bundes, Anna Weber“
            last = self.phrase_end(s, second)
            beside = [p for p in people if p.first == second.last]
            return (beside or [p for p in people if p.first == last + 1 and s.text_at(last) == ","])[:1]
        if s.text_at(end) != "," or not self._closed(s, title):
            return []
        if second is None or (second.role is not None and second.role.plural):
            return []
        if second.begin != end + 1 and not (
            self._is_owned_by(s, second, end + 1) and not self._plural(s, title) and _of_one(s, title, second)
        ):
            return []
        if second.marker not in {"np", title.marker}:
            # „war Referatsleiterin im Ministerium, unter Staatsrat Uwe Brandt“
            return []
        last = self.phrase_end(s, second)
        return [p for p in people if p.first in {second.last, last}][:1]

    @staticmethod
    def _is_owned_by(s: Sentence, title: Argument, first: int) -> bool:
        """„die Präsidentin des Städtetags, Kölns Oberbürgermeisterin Anna Weber“: a genitive before the title."""
        owner = s.taken.get(first)
        whole = owner is not None and owner.draft is not None and owner.first == first and owner.type in BODY_TYPES
        return (
            whole and owner is not None and owner.last == title.first and s.text_at(owner.last - 1)[-1:] in {"s", "’"}
        )

    def _closed(self, s: Sentence, title: Argument) -> bool:
        """Whether a name between commas is an apposition of the title before it, not the next item of a list."""
        role = title.role
        if role is None or not (role.definite or role.bodies):
            return False
        named = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference and a.marker != ADDRESS]
        before = [p for p in named if p.last <= title.first <= p.last + 3 and s.text_at(p.last) == ","]
        if s.low_at(title.begin) not in {"der", "die"}:
            return not before
        if s.low_at(title.begin - 1) in COORDINATORS:
            # „Die Leiterin der FITKO, A, und der Präsident der AKDB, B, …“
            return True
        return all(self._has_own(s, person) or not may_bear(person.draft, role) for person in before)

    def _has_own(self, s: Sentence, person: Argument) -> bool:
        """„Der Leiter der FITKO, A, der Präsident der AKDB, B, …“: whether a name stands so after a title."""
        comma = person.first - 1
        if s.text_at(comma) != ",":
            return False
        return any(a.role is not None and a.first < comma and self.phrase_end(s, a) == comma for a in s.arguments)

    @staticmethod
    def _row(s: Sentence, first: Argument, people: Sequence[Argument]) -> list[Argument]:
        """„A (Hessen), B (Berlin) und C (Bayern)“: names in a row with only brackets and commas between them."""
        row = [first]
        for person in people:
            if person.first <= first.first:
                continue
            i, depth = row[-1].last, 0
            while i < person.begin:
                text = s.tokens[i].text
                depth += (text == "(") - (text == ")")
                if depth == 0 and text not in {")", ","} and s.lower[i] not in COORDINATORS:
                    return row if len(row) > 1 else []
                i += 1
            row.append(person)
        return row if len(row) > 1 else []

    @staticmethod
    def _plural(s: Sentence, title: Argument) -> bool:
        before = s.lower[title.begin] if 0 <= title.begin < len(s.lower) else ""
        if before == "den" and title.role is not None and not s.lower[title.last - 1].endswith(("n", "s")):
            # „traf den Bürgermeister A und Kämmerer B“: of several it would be „den Bürgermeistern“
            return title.role.plural
        return bool(title.role and title.role.plural) or (
            before in _PLURAL and bool(title.role and not title.role.feminine)
        )

    def phrase_end(self, s: Sentence, title: Argument) -> int:
        """End of the title with the bodies that hang on it, past a unit that is not read, or „bei Minister X“."""
        end, group = self._past_unit(s, title.last), -1
        if s.low_at(end) in {"bei", "unter"}:
            above = next((a for a in s.arguments if a.begin == end and a.type is EntityType.PERSON), None)
            end = end if above is None else above.last
        if s.low_at(end) in _AT and s.low_at(end + 1) in _THIS:
            end = self._past_this(s, end)
        grown = True
        while grown:
            grown = False
            for a in s.arguments:
                joined = a.group == group >= 0 and a.head >= 0
                hangs = end <= a.first <= end + 3 and (a.head == end - 1 or joined) and a.last > end and not a.adjective
                if hangs and a.draft is not None and a.type is not EntityType.PERSON:
                    end, group, grown = a.last, a.group, True
            if s.text_at(end) == "(" and s.text_at(end + 2) == ")" and end > title.last:
                # an abbreviation in brackets belongs to the body
                end, grown = end + 3, True
        return end

    @staticmethod
    def _past_this(s: Sentence, end: int) -> int:
        """„Staatssekretär in ebendiesem Ministerium“, „Referentin im selben Haus“: past a body named before."""
        noun = next((i for i in range(end + 1, end + 4) if s.text_at(i)[:1].isupper()), -1)
        known = {low for i in range(end + 1, noun) if (low := s.low_at(i)) not in _THIS}
        return noun + 1 if noun > 0 and not known and (noun not in s.taken or s.taken[noun].reference) else end

    def _past_unit(self, s: Sentence, end: int) -> int:
        """„Leiterin des IT-Referats der Stadt Kassel“: past the noun for a unit, and its name."""
        noun = s.low_at(end + 1).removesuffix("es").removesuffix("s")
        if s.low_at(end) not in _OF_UNIT or end + 1 in s.taken or not s.text_at(end + 1)[:1].isupper():
            return end
        if not noun.endswith(self._unit_nouns):
            return end
        last = end + 2
        while s.text_at(last)[:1].isupper() and last not in s.taken and last - end < _LONGEST_STEP:
            last += 1
        return last

    # ------------------------------------------------------------------ title after the name

    def _after_name(
        self, s: Sentence, title: Argument, people: Sequence[Argument], titles: Sequence[Argument]
    ) -> Argument | None:
        """„Denis Alt, Staatssekretär im …, und CIO“, „Popp (Amtschef der Staatskanzlei)“."""
        owner = self._owner_at(s, title)
        before = [p for p in people if p.last <= (title.first if owner < 0 else owner)]
        if not before or before[-1].marker == ADDRESS or title.role is None or title.role.plural:
            return None
        board = title.marker == "in" and title.role.name == "Vorstand"
        if title.marker not in {"np", "bracket"} and not board:
            return None
        person = before[-1]
        start = self._after_bracket(s, self._after_origin(s, person), title.first)
        if start >= title.first or (s.low_at(start + 1) == "sondern" and s.low_at(start + 2) != "auch"):
            # „nicht mehr Uwe Brandt, sondern die Ministerin“
            return None
        if board:
            # „Anna Weber, im Vorstand der AKDB für den Vertrieb zuständig, …“
            beside = s.text_at(start) in {",", "–"} and self._light(s, start + 1, person, title, titles)
            return person if beside and not self._has_verb(s, person, title) else None
        if s.tokens[start].text not in _OPENERS:
            return person if self._after_verb(s, person, title) else None
        if (
            s.low_at(title.begin) in {"ein", "eine"}
            and s.clause_of
            and s.clause_of[title.first] != s.clause_of[person.first]
        ):
            # „Kommissarisch führt es X, ein Direktor wird noch gesucht“
            return None
        if not self._light(s, start + 1, person, title, titles):
            return person if self._after_verb(s, person, title) else None
        if s.clauses and s.clause_of[title.first] != s.clause_of[person.first]:
            # „Vorsitzende ist Anna Weber, Stellvertreter ist Uwe Brandt“
            begins = AUXILIARIES.get(s.low_at(self.phrase_end(s, title))) in {"sein", "werden"}
            if begins or s.clauses[s.clause_of[title.first]].kind != "main":
                return None
        return None if self._has_verb(s, person, title) else person

    def _has_verb(self, s: Sentence, person: Argument, title: Argument) -> bool:
        verbs = {i for clause in s.clauses for _, i, _ in clause.lemmas if person.last <= i < title.first}
        return any(s.lower[i] not in self._fillers for i in verbs)

    def _after_pronoun(self, s: Sentence, title: Argument, titles: Sequence[Argument]) -> Argument | None:
        """„2004 gehörte sie, inzwischen IT-Leiterin des Kreises, zu den Gründern“: beside a pronoun for a person."""
        nearest = [a for a in s.arguments if a.type is EntityType.PERSON and a.last <= title.first]
        nearest.sort(key=lambda a: a.first)
        if not nearest or not nearest[-1].reference or s.lower[nearest[-1].first] not in {"er", "sie"}:
            return None
        return self._after_name(s, title, nearest[-1:], titles) if s.text_at(nearest[-1].last) == "," else None

    @staticmethod
    def _after_origin(s: Sentence, person: Argument) -> int:
        """Index after the name and „vom Innenministerium“, „aus Kassel“ that hangs on it."""
        place = next((a for a in s.arguments if a.begin == person.last and a.marker in {"von", "aus"}), None)
        return person.last if place is None or place.draft is None else place.last

    def _after_bracket(self, s: Sentence, i: int, end: int) -> int:
        """Index after „(links)“, „(SPD)“, „, 54“ behind a name, where a comma follows it before the title at `end`."""
        if s.text_at(i) == "," and s.text_at(i + 1).isdigit() and s.text_at(i + 2) == ",":
            return i + 2
        if s.text_at(i + 1) == "," and s.lower[i] in self._contrast:
            return i + 1
        if s.text_at(i) == "," and s.text_at(i + 1) in self.k.words("person-nouns") and s.text_at(i + 2) == ",":
            # „Anna Weber, Juristin, bislang Leiterin der Abteilung, …“
            return i + 2
        if s.text_at(i) == "(":
            for j in range(i + 1, min(i + _LONGEST_BRACKET, end)):
                if s.tokens[j].text == ")":
                    return j + 1 if s.text_at(j + 1) in {",", "–"} else i
        return i

    @staticmethod
    def _owner_at(s: Sentence, title: Argument) -> int:
        """Token of „Webers“ in „…, Webers Staatssekretär und CIO des Landes“, right after a comma; -1 without."""
        after = title.first - 1 if s.text_at(title.first - 1) in {"’", "'"} else title.first
        owner = s.taken.get(after - 1)
        if owner is None or owner.draft is None or s.text_at(owner.first - 1) != ",":
            return -1
        owns = owner.cases == "g" or after < title.first
        return owner.first if owns and owner.type in {EntityType.PERSON, EntityType.MUNICIPALITY} else -1

    def _light(self, s: Sentence, start: int, person: Argument, title: Argument, titles: Sequence[Argument]) -> bool:
        """Whether only adverbs, times, adjectives and other titles stand between the comma and the title."""
        ended = self._past_end(s, start, title.first)
        for i in range(start, title.first):
            text, low = s.tokens[i].text, s.lower[i]
            taken = s.taken.get(i)
            if i < ended or (low == "zu" and s.text_at(i + 1) == "Hause"):
                continue
            if (ended > start and low in PREPOSITIONS) or (low == "der" and s.low_at(i - 1) in _AT):
                # „bis zum Wechsel nach Berlin CDO“, „in der Staatskanzlei beheimatet und CDO der Stadt“
                named = s.taken.get(i + 1)
                if named is not None and named.draft is not None and named.type is not EntityType.PERSON:
                    continue
            if taken is not None and (
                taken.role is not None or taken.adjective or taken.cases == "g" or taken.draft is not None
            ):
                # „Karin Moll, Webers Stellvertreterin, …“
                owns = taken.cases == "g" and taken.first == start and taken.last == title.first
                if taken.type is EntityType.PERSON and not owns:
                    return False
                continue
            if i in s.dated or low in self._fillers or low in self._status:
                continue
            if low in DETERMINERS or low in COORDINATORS or (low[-1:] in "ermns" and text[0].islower()):
                if low in {"die", "der", "das"} and not self._noun_phrase(i, title):
                    return False
                if self._is_verb(low):
                    return False
                continue
            if low[-1:].isdigit() or text in {".", ","}:
                if text == "," and not any(t.last <= i for t in titles if t.first >= person.last):
                    return False
                continue
            if not text[0].isupper():
                return False
        return True

    def _past_end(self, s: Sentence, start: int, end: int) -> int:
        """Index after „bis zu ihrer Pensionierung“, „bis zum Wechsel nach Ulm“ at a token; the token itself without."""
        if s.low_at(start) != "bis" or s.low_at(start + 1) not in {"zu", "zum", "zur"}:
            return start
        return next((i + 1 for i in range(start + 2, min(start + _NEAR_END, end)) if s.text_at(i) in self._ends), start)

    def _is_verb(self, low: str) -> bool:
        lemma = self.k.lemma(low)
        return lemma.endswith("en") and lemma != low and low[-1] in "te" and not low.endswith(("te", "ende"))

    @staticmethod
    def _noun_phrase(i: int, title: Argument) -> bool:
        return title.begin <= i < title.first or title.first - i <= 4

    def _after_verb(self, s: Sentence, person: Argument, title: Argument) -> bool:
        """„… hat Klaus Vitt die Sitzungen geführt, der CIO des Bundes“: an apposition that comes after the verb.

        It follows a comma, begins with an article that agrees with the person, ends with its phrase, and no other
        person stands before it.
        """
        role = title.role
        comma = title.begin - 1
        if role is None or comma < 1:
            return False
        if s.lower[title.first - 1] not in DETERMINERS and self._bare_after_verb(s, person, title):
            return True
        if s.tokens[comma].text != "," or not (s.lower[title.begin] in _OF_ONE or self._of_another(s, person, title)):
            return False
        if person.draft is None or (person.draft.feminine is not None and person.draft.feminine is not role.feminine):
            return False
        end = self.phrase_end(s, title)
        if end < len(s.tokens) and s.tokens[end].text not in _CLOSERS and s.lower[end] not in COORDINATORS:
            return False
        verbs = {i for clause in s.clauses for _, i, _ in clause.lemmas}
        if comma > person.last and all(
            i in verbs or s.lower[i] in self.k.words("particles") for i in range(person.last, comma)
        ):
            return True
        others = [a for a in s.arguments if a.type is EntityType.PERSON and a.draft is not person.draft]
        if any(a.first < title.first for a in others if not a.reference):
            return False
        last = s.clause_of[comma - 1] if s.clause_of else 0
        return bool(s.clauses) and s.clause_of[person.first] == last and bool(s.clauses[last].lemmas)

    @staticmethod
    def _of_another(s: Sentence, person: Argument, title: Argument) -> bool:
        """„So eröffnete Anna Weber die Tagung, seine Staatssekretärin …“: the possessive is one of somebody else.

        „Anna Weber verlor eine Vertraute, ihre Staatssekretärin“ and „… einen Freund, seinen …“ may be of the subject.
        """
        role = title.role
        if role is None or person.draft is None or not s.clauses:
            return False
        nominative = s.lower[title.begin] in ({"seine"} if role.feminine else {"ihr", "sein"})
        clause = s.clauses[s.clause_of[person.first]]
        return nominative and person.nominative and any(at < person.first for _, at, _ in clause.lemmas)

    def _bare_after_verb(self, s: Sentence, person: Argument, title: Argument) -> bool:
        """„Seinen Platz nahm Martin Hagen ein, Referatsleiter bei …“: only the end of the verb stands between.

        With more between them, such as an object, nobody else may be named: „Im Rat hat A den Vorsitz, Landrat in …“.
        """
        role = title.role
        comma = self._comma_of(s, person, title)
        if role is None or comma < 0 or not may_bear(person.draft, role):
            return False
        end = self.phrase_end(s, title)
        closed = end >= len(s.tokens) or s.tokens[end].text in _CLOSERS or s.lower[end] in COORDINATORS
        if not closed and s.lower[end] not in _COMPLEMENT:
            return False
        verbs = {i for clause in s.clauses for _, i, _ in clause.lemmas}
        last = comma - 1
        ends = last in verbs or s.lower[last] in self.k.words("particles")
        near = comma - person.last <= _LONGEST_VERB
        if near and ends and all(i in verbs or i not in s.taken for i in range(person.last, comma)):
            return True
        done = s.text_at(last) in self.k.words("done-nouns") and s.lower[last - 1] in DETERMINERS
        done = done or self._ends_apart(s, person, comma, end)
        return (ends or done) and closed and self._only_one(s, person, comma)

    def _ends_apart(self, s: Sentence, person: Argument, comma: int, end: int) -> bool:
        """„Auf dem Podium nahm Anna Weber Platz, Staatssekretärin im …“: what comes last is of who acts.

        The person stands after the verb, and no noun for somebody stands between: „… lobte A den Festredner, …“.
        """
        if s.text_at(end) not in {"", ".", "?", "!"} or person.marker != "np" or not person.nominative or not s.clauses:
            return False
        clause = s.clauses[s.clause_of[person.first]]
        if clause.kind != "main" or not any(at < person.first for _, at, _ in clause.lemmas):
            return False
        nouns = [i for i in range(person.last, comma) if s.tokens[i].upper and i not in s.dated]
        nouns = [i for i in nouns if s.tokens[i].text not in self.k.words("nouns-for-things")]
        return not any(s.lower[i - 1] in _OF_MEN or self._may_be_somebody(s.tokens[i].text) for i in nouns)

    def _may_be_somebody(self, noun: str) -> bool:
        """„Festredner“, „Kollegin“, „Assistent“: whether a noun can be one for a person, by the list or its end."""
        return noun in self.k.words("person-nouns") or noun.endswith(_AGENTS)

    def _comma_of(self, s: Sentence, person: Argument, title: Argument) -> int:
        """The comma before a bare title and what may stand between: „, im Innenministerium Leiterin“; -1 without."""
        aside = self.k.words("side-offices")
        comma = title.first - 1
        owner = self._owner_at(s, title)
        comma = comma if owner < 0 else owner - 1
        while comma > person.last and s.tokens[comma].text != ",":
            taken, text = s.taken.get(comma), s.tokens[comma].text
            within = taken is not None and taken.type in BODY_TYPES and taken.marker in {"in", "bei"}
            light = s.lower[comma] in self._fillers or s.lower[comma] in self._status or text in aside
            if not (light or within or comma in s.dated or s.lower[comma] in _AT or self._is_time(s, comma)):
                return -1
            comma -= 1
        return comma if 0 < comma - person.last <= _LONGEST_REST and s.tokens[comma].text == "," else -1

    def _is_time(self, s: Sentence, i: int) -> bool:
        """„Jahr“ in „, bis vergangenes Jahr CIO von Hessen“."""
        return s.tokens[i].text in self.k.words("time-nouns") and s.low_at(i - 1)[-1:] in "mnrs"

    @staticmethod
    def _only_one(s: Sentence, person: Argument, comma: int) -> bool:
        """Whether a clause that ends with a comma names nobody else, and nothing after the person."""
        if not s.clauses or s.clause_of[person.first] != s.clause_of[comma - 1]:
            return False
        return not any(
            a.first < comma
            and a.draft is not None
            and a.draft is not person.draft
            and (a.first >= person.last or a.type is EntityType.PERSON)
            for a in s.arguments
        )

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

    # ------------------------------------------------------------------ status

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
            if low == "bis" and self._past_end(s, i, title.first) > i:
                return Status.FORMER
        return None


def _up_to_another(people: Sequence[Argument], titled: set[int]) -> list[Argument]:
    """„die Staatssekretäre A und B sowie Amtschef C und D“: the first of a row up to one with a title of their own."""
    return list(people[:1]) + list(takewhile(lambda person: person.first not in titled, people[1:]))


def _of_one(s: Sentence, title: Argument, second: Argument) -> bool:
    """Whether two titles can be of one person: not „die Vorsitzende der Vitako, Kassels CIO …“, which begins a list."""
    woman = s.low_at(title.first - 1) == "die" or (title.role is not None and title.role.feminine)
    return second.role is not None and woman == second.role.feminine
