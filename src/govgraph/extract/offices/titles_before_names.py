"""Titles before the names of their holders: „CIO Denis Alt“, „die Staatssekretäre A und B“, „die CDO des Landes, A“."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from govgraph.extract.clauses.addresses import ADDRESS
from govgraph.extract.offices.title_phrases import CLOSERS, LONGEST_REST, OF_ONE, TitlePhrases, after_origin, may_bear
from govgraph.extract.people.gender import is_neutral
from govgraph.extract.state import BODY_TYPES, Argument
from govgraph.language.grammar import COORDINATORS, DETERMINERS, ONE
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Sentence

_OF_THIS_ONE = OF_ONE | {"deren", "dessen"} | {f"{w}{e}" for w in ("ihr", "sein") for e in ("", "e", "em", "en", "er")}
"""The same, and possessives of a body that was named."""
_HONORIFICS = frozenset({"frau", "herr", "herrn"})
_ADJECTIVES = 2
"""Most adjectives before the second title of one person."""
_NOW = ("derzeitig", "heutig", "jetzig", "nunmehrig", "spätere")
"""How adjectives begin that tell what somebody is now, after what somebody was."""
_NEAR_TITLE = 3
"""How many words after an article a title may stand: „der frühere Ulmer Bürgermeister“."""
_PLURAL = frozenset({"beide", "beiden", "den", "deine", "die", "diese", "ihre", "meine", "seine", "unsere"})
"""Determiners of several before a noun for men: „ihre Geschäftsführer“."""


class TitlesBeforeNames:
    """Finds the names behind titles.

    Args:
        phrases: Finds where titles end.
    """

    def __init__(self, phrases: TitlePhrases) -> None:
        self.phrases = phrases

    def before_name(
        self, s: Sentence, title: Argument, people: Sequence[Argument], titles: Sequence[Argument]
    ) -> list[Argument]:
        """„CIO Denis Alt“, „die Staatssekretäre A und B“, „der Geschäftsführer von IT.Niedersachsen, Axel Beims“."""
        end = _past_short_form(s, title, self.phrases.phrase_end(s, title))
        for person in people:
            if person.cases == "g" and _is_of(s, title, person):
                continue
            if person.first == title.last or (person.first == end and end > title.last):
                others = {t.last for t in titles if t is not title}
                within = [p for p in people if p is person or (p.first > person.first and p.group == person.group)]
                group = _up_to_another(within, others)
                row = _up_to_another(_row(s, person, people), others)
                row = (row if len(row) > 1 else group) if _plural(s, title) else [person]
                # „wählten die Mitglieder Anna Weber“: several are not one
                return [] if len(row) == 1 and title.role is not None and title.role.plural else row
            mark, after = s.text_at(end), s.text_at(after_origin(s, person)) or "."
            honoured = s.low_at(person.first - 1) in _HONORIFICS
            called = person.first - 1 if honoured else self._opening(s, title, person)
            apart = called == end + 1 and mark in {",", ":"} and title.marker != "als"
            # „Pressesprecherin: Anna Weber“ as a line by itself
            alone = title.first == 0 and person.last == len(s.tokens)
            closed = after in CLOSERS and (
                (mark == ":" and title.role is not None and (title.role.definite or alone)) or self._closed(s, title)
            )
            if apart and title.role is not None and _plural(s, title):
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

    def _opening(self, s: Sentence, title: Argument, person: Argument) -> int:
        """Where „, der Jurist Jens Ott“ begins behind „Ihr Leiter“; „die Juristin Anna Weber“ is no „Leiter“."""
        article = self.phrases.opening(s, person)
        role, low = title.role, s.low_at(article)
        if article == person.first or role is None or is_neutral(role.name):
            return article
        dative = s.low_at(title.begin).endswith("er") and title.begin < title.first
        agrees = role.feminine if low == "die" else (not role.feminine or (low == "der" and dative))
        return article if agrees else person.first

    def _of_another_titled(
        self, s: Sentence, title: Argument, people: Sequence[Argument], titles: Sequence[Argument]
    ) -> Argument | None:
        """„Chefin wird A, Vize der Ulmer Bürgermeister B“: a bare title right before another one with its article.

        So is „Bei der KDO amtiert als Vorsteher der Ulmer Landrat B“, but not „half als Vorsteher der Landrätin B“.
        """
        article = title.last
        serving = title.marker == "als" and s.low_at(article) == "der"
        joint = title.first - 2 if s.low_at(title.first - 1) in {"zum", "zur"} else title.first - 1
        if not serving and s.text_at(joint) not in {",", ";"} and s.low_at(joint) not in COORDINATORS:
            return None
        if (
            title.marker not in {"als", "np", "zu"}
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

    def _set_off(self, s: Sentence, title: Argument, end: int, people: Sequence[Argument]) -> list[Argument]:
        """„Man stellte mir eine Referentin zur Seite, Petra Lang.“: the name comes after the end of the clause."""
        role = title.role
        if role is None or role.plural:
            return []
        comma = next((i for i in range(end, min(end + LONGEST_REST, len(s.tokens))) if s.text_at(i) in CLOSERS), -1)
        called = comma + 2 if s.low_at(comma + 1) in _HONORIFICS else comma + 1
        person = next((p for p in people if p.first == called), None)
        if comma <= end or s.tokens[comma].text != "," or person is None or person.draft is None:
            return []
        after = after_origin(s, person)
        closed = (s.text_at(after) or ".") in {",", ".", "“", ";"}
        if ONE.isdisjoint(s.lower[max(title.begin, 0) : title.first]):
            # „Geäußert hatte sich der Direktor der AKDB dazu nicht“: only behind the last of the verb
            closed = closed and _is_last_of_clause(s, title, comma) and _ends_clause(s, title, after)
        inside = [a for a in s.arguments if end <= a.first < comma]
        named = any(a.role is not None or a.type is EntityType.PERSON for a in inside)
        return [person] if may_bear(person.draft, role) and closed and not named else []

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
        if s.low_at(end) in COORDINATORS and second is not None and _joins(s, end + 1, second.first):
            # „der CIO und Staatssekretär A“, „die frühere Staatssekretärin im BMI und heutige CIO des Bundes, A“
            last = self.phrases.phrase_end(s, second)
            beside = [p for p in people if p.first == second.last]
            return (beside or [p for p in people if p.first == last + 1 and s.text_at(last) == ","])[:1]
        if s.low_at(end) in COORDINATORS and s.low_at(end + 1).startswith(_NOW):
            # „Der frühere CIO des Bundes und heutige Aufsichtsrat der AKDB, A, …“
            comma = next((i for i in range(end, end + LONGEST_REST) if s.text_at(i) == ","), -1)
            return [p for p in people if comma > 0 and p.first == comma + 1 and s.text_at(p.last) in CLOSERS][:1]
        if s.text_at(end) != "," or not self._closed(s, title):
            return []
        if second is None or (second.role is not None and second.role.plural):
            return []
        if second.begin != end + 1 and not (
            _is_owned_by(s, second, end + 1) and not _plural(s, title) and _of_one(s, title, second)
        ):
            return []
        if second.marker not in {"np", title.marker}:
            # „war Referatsleiterin im Ministerium, unter Staatsrat Uwe Brandt“
            return []
        last = self.phrases.phrase_end(s, second)
        return [p for p in people if p.first in {second.last, last}][:1]

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
        return any(
            a.role is not None and a.first < comma and self.phrases.phrase_end(s, a) == comma for a in s.arguments
        )


def _joins(s: Sentence, start: int, end: int) -> bool:
    """„der CIO und Staatssekretär“, „… und jetzige Staatssekretär“: no article between, which would begin another."""
    between = range(start, end)
    light = all(i not in s.taken and s.text_at(i).isalpha() and s.text_at(i).islower() for i in between)
    return start <= end <= start + _ADJECTIVES and light and DETERMINERS.keys().isdisjoint(s.lower[start:end])


def _is_of(s: Sentence, title: Argument, person: Argument) -> bool:
    """„bisher Stellvertreterin Webers“, „eine Sprecherin Webers“: whose deputy or speaker somebody is."""
    if title.role is not None and title.role.is_deputy:
        return True
    surname = s.text_at(person.last - 1)
    inflected = person.draft is not None and surname.endswith("s") and not person.draft.name.endswith(surname)
    return inflected and title.last == person.first and s.low_at(title.first - 1) in DETERMINERS


def _past_short_form(s: Sentence, title: Argument, end: int) -> int:
    """„die Bundesbeauftragte für den Datenschutz (BfDI), Anna Weber“: past the short form of a long title."""
    long = title.last - title.first > 1 and s.text_at(end) == "(" and s.text_at(end + 2) == ")"
    return end + 3 if long and s.text_at(end + 3) == "," else end


def _is_last_of_clause(s: Sentence, title: Argument, comma: int) -> bool:
    """„hatte sich der Kämmerer geäußert,“, „kündigte deren Präsidentin an,“: the verb of its clause ends there."""
    if not s.clauses or s.low_at(title.begin) not in _OF_THIS_ONE:
        return False
    last = s.low_at(comma - 1)
    verbs = s.clauses[s.clause_of[title.first]].lemmas
    return any(
        at == comma - 1 or (at < title.first and lemma != last and lemma.startswith(last)) for lemma, at, _ in verbs
    )


def _ends_clause(s: Sentence, title: Argument, after: int) -> bool:
    """Whether no other clause begins with the name before an index: „…, Jens Ott.“, „…, Jens Ott, der …“."""
    if s.clause_of[after - 1] != s.clause_of[title.first]:
        return False
    return s.text_at(after) != "," or after + 1 in s.relatives or s.low_at(after + 1) in COORDINATORS


def _is_owned_by(s: Sentence, title: Argument, first: int) -> bool:
    """„die Präsidentin des Städtetags, Kölns Oberbürgermeisterin Anna Weber“: a genitive before the title."""
    owner = s.taken.get(first)
    whole = owner is not None and owner.draft is not None and owner.first == first and owner.type in BODY_TYPES
    return whole and owner is not None and owner.last == title.first and s.text_at(owner.last - 1)[-1:] in {"s", "’"}


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


def _plural(s: Sentence, title: Argument) -> bool:
    before = s.lower[title.begin] if 0 <= title.begin < len(s.lower) else ""
    if before == "den" and title.role is not None and not s.lower[title.last - 1].endswith(("n", "s")):
        # „traf den Bürgermeister A und Kämmerer B“: of several it would be „den Bürgermeistern“
        return title.role.plural
    return bool(title.role and title.role.plural) or (
        before in _PLURAL and bool(title.role and not title.role.feminine)
    )


def _up_to_another(people: Sequence[Argument], titled: set[int]) -> list[Argument]:
    """„die Staatssekretäre A und B sowie Amtschef C und D“: the first of a row up to one with a title of their own."""
    return list(people[:1]) + list(takewhile(lambda person: person.first not in titled, people[1:]))


def _of_one(s: Sentence, title: Argument, second: Argument) -> bool:
    """Whether two titles can be of one person: not „die Vorsitzende der Vitako, Kassels CIO …“, which begins a list."""
    woman = s.low_at(title.first - 1) == "die" or (title.role is not None and title.role.feminine)
    return second.role is not None and woman == second.role.feminine
