"""Titles that stand apart from the name of who holds them, where the construction tells whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past, in_preterite
from govgraph.extract.offices.title_phrases import may_bear
from govgraph.extract.offices.titles_in_passing import TitlesInPassing
from govgraph.extract.offices.units_below import stands_above
from govgraph.extract.references.embodied import Embodied
from govgraph.extract.state import Argument, Draft, only_one
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.appositions import AppositionFinder
    from govgraph.extract.state import Sentence

_BEING = frozenset({"sein"})
_WAS = frozenset({"war", "waren"})
_NOT = frozenset({"kein", "keine", "nicht", "nie"})
_OPENING = 2
"""Among how many tokens of a relative clause its pronoun is looked for: a comma stands before it."""
_NEAR_VERB = 6
"""How many words after a title „ist und bleibt“ may stand."""

Holder = tuple[Draft, Status | None]
"""Who holds a title, and in which status if that is told."""


class TitlesSetApart:
    """Finds who holds a title that stands apart.

    Args:
        knowledge: Compiled vocabulary.
        beside: Reader of titles beside names.
        agreement: Judge of the gender of people.
    """

    def __init__(self, knowledge: Knowledge, beside: AppositionFinder, agreement: Agreement) -> None:
        self.k = knowledge
        self.beside = beside
        self._embodied = Embodied(knowledge, agreement)
        self._in_passing = TitlesInPassing(knowledge, beside)
        self._leaving = knowledge.words("giving-up-verbs") | knowledge.words("moving-verbs")
        self._below = knowledge.words("being-below-verbs")

    def holder(self, s: Sentence, title: Argument) -> Holder | None:
        """Who holds a title of which no holder is known, if its sentence is built in one of the ways known here."""
        found = self._relative(s, title) or self._told_of(s, title) or self._and_stays(s, title)
        found = found or self._at_the_end(s, title) or self._left_to_be(s, title) or self._above(s, title)
        found = found or self._before_another(s, title) or self._embodied.holder(s, title)
        return found or self._in_passing.holder(s, title)

    @staticmethod
    def _relative(s: Sentence, title: Argument) -> Holder | None:
        """„Anna Weber, dem als Minister und Chef der Staatskanzlei das ZIT untersteht“: the pronoun before „als“."""
        clause = s.clause_of[title.first] if s.clause_of else 0
        if title.marker != "als" or not s.clauses or s.clauses[clause].kind != "relative":
            return None
        pronoun = next((a for a in s.arguments if a.first in s.relatives and a.clause == clause), None)
        beside = pronoun is not None and (
            s.low_at(pronoun.last) == "als" or any(a.role and a.role.holders and a.marker == "als" for a in s.arguments)
        )
        if pronoun is None or pronoun.draft is None or pronoun.type is not EntityType.PERSON or not beside:
            return None
        return pronoun.draft, None

    def _above(self, s: Sentence, title: Argument) -> Holder | None:
        """„Beim Bund unterstand ihm als Referatsleiter die Datenbank“: whom something was below."""
        number = s.clause_of[title.first] if s.clause_of else -1
        if (
            number < 0
            or title.marker != "als"
            or all(lemma not in self._below for lemma, _, _ in s.clauses[number].lemmas)
        ):
            return None
        person = only_one(a.draft for a in s.arguments if a.clause == number and stands_above(a))
        if person is None or title.role is None or not may_bear(person, title.role):
            return None
        past = in_past(s, s.clauses[number])
        return person, Status.FORMER if past else None

    def _told_of(self, s: Sentence, title: Argument) -> Holder | None:
        """„Jens Ott trat ans Pult, der zugleich CIO des Landes ist“: whom a clause means that says what somebody is.

        It is the only one named before who can bear the title, where the pronoun stands for nothing yet. So with „die
        dort als Leiterin arbeitet“.
        """
        role, number = title.role, s.clause_of[title.first] if s.clause_of else 0
        if role is None or not s.clauses or s.clauses[number].kind != "relative" or not self._says_what(s, title):
            return None
        opening = s.clauses[number].tokens[:_OPENING]
        pronoun = next((i for i in opening if s.lower[i] == ("die" if role.feminine else "der")), -1)
        if pronoun < 0 or pronoun in s.taken or s.text_at(pronoun - 1) != ",":
            return None
        named = [a for a in s.arguments if a.type is EntityType.PERSON and a.last < pronoun and not a.reference]
        people = [a for a in named if a.draft is not None and may_bear(a.draft, role)]
        person = only_one(a.draft for a in people)
        if person is None or any(a.clause != s.clauses[number].parent for a in people):
            return None
        past = not _WAS.isdisjoint(s.clauses[number].auxiliaries)
        return person, Status.FORMER if past else None

    def _says_what(self, s: Sentence, title: Argument) -> bool:
        """Whether the clause of a title says that somebody is this, or works as this."""
        clause = s.clauses[s.clause_of[title.first]]
        lemmas = clause.verbs
        verbs = self.k.words("verbs-of-serving") if title.marker == "als" else _BEING
        asked = title.marker in {"als", "np"} and bool(lemmas) and lemmas <= verbs
        return asked and _NOT.isdisjoint(clause.words)

    @staticmethod
    def _and_stays(s: Sentence, title: Argument) -> Holder | None:
        """„CIO des Landes ist und bleibt Jens Ott“: the second verb has the name, the first the title."""
        verb = next(
            (i for i in range(title.last, min(title.last + _NEAR_VERB, len(s.tokens))) if s.lower[i] == "ist"), -1
        )
        if verb < 0 or s.lower[verb : verb + 3] != ["ist", "und", "bleibt"] or title.marker != "np":
            return None
        person = next((a for a in s.arguments if a.first == verb + 3 and a.type is EntityType.PERSON), None)
        return None if person is None or person.draft is None else (person.draft, Status.CURRENT)

    def _before_another(self, s: Sentence, title: Argument) -> Holder | None:
        """„der heute Landrat von Kleve und ehrenamtlich Vorsitzender der Vitako ist“: who holds the second of two."""
        if title.marker != "np" or not s.clause_of:
            return None
        later = (a for a in s.arguments if a.role is not None and a.first > title.first and a.marker == title.marker)
        other = min(later, key=lambda a: a.first, default=None)
        if other is None or other.role is None or s.clause_of[other.first] != s.clause_of[title.first]:
            return None
        person = only_one(other.role.holders)
        being = s.clauses[s.clause_of[title.first]].verbs <= _BEING
        joined = self.beside.goes_on(s, title, other) and title.begin == title.first
        if person is None or title.role is None or not joined or not being:
            return None
        past = not _WAS.isdisjoint(s.clauses[s.clause_of[title.first]].auxiliaries)
        return (person, Status.FORMER if past else None) if may_bear(person, title.role) else None

    def _at_the_end(self, s: Sentence, title: Argument) -> Holder | None:
        """„Als Leiterin ist Anna Weber im Gespräch, derzeit CISO.“: what the last one named before the comma is.

        Of several people it is the only one who does what the clause says: „Neben Jens Ott rückt Anna Weber auf,
        bisher Leiterin in Ulm.“
        """
        end = self.beside.phrases.phrase_end(s, title)
        if title.role is None or title.marker != "np" or s.text_at(end) not in {"", ".", ";"}:
            return None
        comma = self.beside.comma_before(s, title)
        people = [a for a in s.arguments if a.type is EntityType.PERSON and a.draft is not None and a.last <= comma]
        last = max(people, key=lambda a: a.first, default=None)
        if last is None or last.draft is None or any(p.first > comma for p in s.arguments if p.type is last.type):
            return None
        if len({id(a.draft) for a in people}) > 1 and not _alone(s, last, people, comma):
            return None
        return (last.draft, self.beside.told(s, last, title)) if may_bear(last.draft, title.role) else None

    def _left_to_be(self, s: Sentence, title: Argument) -> Holder | None:
        """„verließ im Mai das Rathaus, um Geschäftsführer der ekom21 zu werden“: what whoever has left has become.

        Who leaves by then only will be that.
        """
        number = s.clause_of[title.first] if s.clause_of else -1
        clause = s.clauses[number] if number >= 0 else None
        before = s.clause_of[clause.tokens[0] - 1] if clause is not None and clause.tokens and clause.tokens[0] else -1
        if clause is None or before < 0 or title.marker != "np":
            return None
        above = s.clauses[before]
        words = [s.lower[i] for i in clause.tokens if s.tokens[i].text[0].isalpha()]
        if words[:1] != ["um"] or words[-2:] != ["zu", "werden"] or _NOT & above.words:
            return None
        if self._leaving.isdisjoint(above.verbs):
            return None
        here = [a for a in s.arguments if a.clause == before and a.type is EntityType.PERSON and a.nominative]
        person = only_one(a.draft for a in here if a.marker == "np")
        if person is None or title.role is None or not may_bear(person, title.role):
            return None
        gone = in_past(s, above)
        return person, Status.CURRENT if gone else Status.DESIGNATED

    def left(self, s: Sentence, title: Argument) -> Holder | None:
        """„das Amt der CIO, das Anna Weber abgegeben hatte“: who left or holds the post of a relative clause."""
        if title.marker != "gen" or s.text_at(title.head) not in self.k.words("posts"):
            return None
        end = self.beside.phrases.phrase_end(s, title)
        if s.text_at(end) != "," or s.low_at(end + 1) not in {"das", "den", "die"}:
            return None
        number = s.clause_of[end + 1] if s.clause_of else 0
        clause = s.clauses[number]
        lemmas = clause.verbs
        people = [a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON and a.nominative]
        if len(people) != 1 or people[0].draft is None:
            return None
        if lemmas & self.k.words("giving-up-verbs"):
            return people[0].draft, Status.FORMER
        if lemmas & self.k.words("holding-verbs"):
            # „… das Anna Weber bis dahin ausübte“
            over = "hatte" in clause.auxiliaries or in_preterite(s, clause)
            return people[0].draft, Status.FORMER if over else None
        return None


def _alone(s: Sentence, person: Argument, people: Sequence[Argument], comma: int) -> bool:
    """Whether a person is the only one of several who does what the clause before a comma says."""
    number = s.clause_of[comma - 1] if s.clause_of else 0
    doing = [a for a in people if a.clause == number and a.nominative and a.marker == "np" and a.group == person.group]
    others = [a for a in people if a.clause == number and a.nominative and a.group != person.group and a.marker == "np"]
    apart = all(s.text_at(a.last) == "," for a in others)
    return doing == [person] and apart and not person.reference
