"""Markers of arguments: the preposition, case or noun that each of them hangs on, and coordination.

`MarkerFinder.mark` walks each phrase back (`phrase_walks`), asks for the gender before „der“ (`name_genders`), and
joins what shares its place (`coordination`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.clauses.addresses import ADDRESS, addressed
from govgraph.extract.clauses.beside_people import beside_noun
from govgraph.extract.clauses.coordination import coordinate, join_generic, join_past, join_repeated, join_repeated_past
from govgraph.extract.clauses.extended import attribute_start
from govgraph.extract.clauses.listing import is_acronym, join_lists
from govgraph.extract.clauses.name_genders import NameGenders
from govgraph.extract.clauses.people_lists import join_people
from govgraph.extract.clauses.phrase_walks import PhraseWalker
from govgraph.extract.names.after_bodies import after_genitive, named_after_body
from govgraph.extract.names.sections import section_before
from govgraph.extract.state import PLACES, WORKS
from govgraph.language.grammar import AUXILIARIES
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Sentence

_HOUSE = frozenset({"Haus", "Hause"})
_SOON = 4
"""How many words after a name „eine Frau“ stands that means who was named."""
_HUMAN = re.compile(
    r"(?:er|in|or|ent|ist|eur|mann|frau|chef|ollege|reund|enosse|achbar|är|rat|wirt|loge|at|ling|rr|te|ve|gin)$"
)
_EQUALLY = frozenset({"ebenso", "genauso", "gleichermaßen"})
"""Adverbs before a noun after which „wie“ names no example: „ist ebenso Mitglied wie B“."""
_EXAMPLES = frozenset({"darunter", "namentlich", "nämlich"})
_EITHER_OR = frozenset({"der", "dieser", "jener", "jeder"})
"""Forms that are nominative of a man's noun, and dative or genitive of a woman's."""
_REPEATED = frozenset({"bei", "von", "mit", "für"})
"""Prepositions that each member of a list may have."""


class MarkerFinder:
    """Works out what every argument of a sentence hangs on.

    Args:
        knowledge: Compiled vocabulary.
        agreement: What gender words have.

    Attributes:
        agreement: The same as given.
        noun_marker: Gives marker, cases and head of the phrase whose noun is a token.
    """

    def __init__(self, knowledge: Knowledge, agreement: Agreement) -> None:
        words = knowledge.words
        self.agreement = agreement
        self._k = knowledge
        self._walker = PhraseWalker(knowledge)
        self._genders = NameGenders(knowledge, agreement)
        self.noun_marker = self._walker.noun_marker
        self._plurals = words("municipality-plurals") | {"Bezirke", "Bezirken", "Länder", "Ländern"}
        self._several = tuple(sorted({word.lower() for word in self._plurals} | words("plural-bodies")))
        self._people_of = frozenset().union(
            *(words(f"{kind}-nouns") for kind in ("successor", "predecessor", "counterpart"))
        )
        self._women_and_men = words("person-nouns") | {"Frau", "Mann"}
        self._boards = words("boards") | words("project-bodies")
        self._times = words("time-nouns")

    def mark(self, s: Sentence) -> None:
        """Fill marker, cases, head, phrase begin and coordination group of every argument, left to right."""
        s.arguments.sort(key=lambda a: (a.first, a.last))
        previous: Argument | None = None
        title: Argument | None = None
        for number, a in enumerate(s.arguments):
            if a.group < 0:
                a.group = number
            if a.reference and a.begin >= 0:
                if a.marker != "gen" or a.head <= a.first:
                    # „Hagen und ihr Versorger X“: a possessive is within the phrase that goes on with „und“
                    previous = a
                continue
            a.adjective = a.adjective or _only_tells_kind(s, a)
            if a.adjective:
                a.begin = a.first
                continue
            self._phrase(s, a)
            place = beside_noun(s, a, self._people_of, self._walker.walk)
            if place is not None:
                a.marker, a.cases, a.head, a.begin, a.introduced_by = place
            if a.role is not None and a.marker == "gen" and _is_after_name(s, a):
                # „Seit Mai ist Jens Ott der CIO“: no genitive of a name
                a.marker, a.cases, a.head = "np", "nad", -1
            if title is not None and previous is not None and named_after_body(a, previous, title):
                # „der Präsident des Bundesverwaltungsamts Hans Sommer“: the name stands as the title does
                a.marker, a.cases, a.head = title.marker, title.cases, title.head
            elif previous is not None and after_genitive(a, previous):
                # „hat die Versammlung des Verbands Hans Sommer als Vorsitzenden bestätigt“: a phrase of its own
                a.marker, a.cases, a.head, a.begin, a.introduced_by = "np", "nad", -1, a.first, ""
            if (
                a.marker == "wie"
                and a.head == a.begin - 1 >= 0
                and a.head not in s.taken
                and s.text_at(a.head)[0].isupper()
                and _EQUALLY.isdisjoint(s.lower[max(0, a.head - 3) : a.head])
            ):
                # „Städte wie Bochum“: the examples stand where the noun stands
                a.marker, a.cases, a.head = self.noun_marker(s, a.head)
            if previous is not None and a.marker == previous.marker != "np" and a.role is None:
                join_repeated(s, previous, a)
            elif previous is not None and a.marker in _REPEATED:
                join_repeated_past(s, previous, a)
            if a.marker == "np" and a.head < 0 and a.begin > 1 and s.lower[a.begin - 1] in _EXAMPLES:
                self._example(s, a)
            elif previous is not None and a.marker == "np" and a.head < 0:
                bracket = previous.marker == "bracket" and previous.bracket is not None
                leader = previous.bracket if bracket and previous.bracket is not None else previous
                join_past(s, previous, a)
                if a.group == number:
                    coordinate(s, leader, a, previous.last + (1 if bracket else 0))
                if a.role is not None and previous.role is None and title is not None and title.first < previous.first:
                    # „Staatssekretär im Ministerium X und CIO“, „CIO des Bundes und Staatssekretär“: the titles are
                    # joined, whatever hangs on the first or is a part of it
                    coordinate(s, title, a, previous.last)
            if a.marker == "np" and a.head < 0 and a.group == number:
                join_generic(s, a, self.noun_marker)
            self._bracket(s, a, previous)
            if a.marker == "mit" and a.begin == 0 and a.type is EntityType.PERSON and self._stands_for(s, a):
                a.marker, a.cases = "np", "n"
            previous = a
            title = a if a.role is not None else title
        join_lists(s, self._k, self.noun_marker)
        join_people(s)
        for number, a in enumerate(addressed(s), len(s.arguments)):
            # „Frau Kolb, der CIO des Landes warnt“: who is called does nothing in the sentence
            a.marker, a.cases, a.head, a.group = ADDRESS, "", -1, number

    def _stands_for(self, s: Sentence, name: Argument) -> bool:
        """„Mit Anna Weber steht erstmals eine Frau an der Spitze …“: who is named first does what is said of her."""
        if any(AUXILIARIES.get(s.low_at(i)) == "haben" for i in (name.last, name.last + 1)):
            return False
        at = next((i for i in range(name.last + 1, len(s.tokens)) if s.lower[i] in {"ein", "eine"}), -1)
        if not 0 < at <= name.last + _SOON or any(i in s.taken for i in range(name.last, at)):
            return False
        noun = at + 1
        while s.text_at(noun)[:1].islower():
            noun += 1
        return noun not in s.taken and s.text_at(noun) in self._women_and_men

    def _phrase(self, s: Sentence, a: Argument) -> None:
        """Fill marker, cases, head and begin of the phrase of an argument."""
        section = section_before(s, a.first) if a.type is EntityType.LAW else -1
        if section >= 0:
            # „beruht auf § 6 des Gesetzes“: what is said of a part is said of the law
            a.marker, a.cases, a.head, a.begin, a.introduced_by = self._walker.walk(s, section)
            return
        genitive = a.cases == "g"
        marker, cases, head, begin, noun = self._walker.walk(s, a.first)
        if a.type is EntityType.PERSON and begin < a.first and _follows_verb(s, a.first):
            marker, cases, head, begin, noun = "np", "nad", -1, a.first, ""
        before = s.taken.get(a.first - 1)
        titled = before is not None and before.role is not None
        board = not titled and (noun in self._boards)
        human = not board and (_HUMAN.search(noun) or self._k.role_word(noun) is not None)
        if a.type is EntityType.PERSON and noun and not human:
            # „in diesem Amt Markus Richter nachgefolgt“: the noun before belongs to another phrase
            marker, cases, head, begin, noun = "np", "nad", -1, a.first, ""
        several = s.text_at(a.first - 1) in self._plurals
        if noun and a.type in WORKS and begin < a.first and s.lower[a.first - 1].endswith(self._several):
            # „entwickeln mit drei weiteren Ländern Nova“: no noun for several bodies is that of a work
            marker, cases, head, begin, noun = "np", "nad", -1, a.first, ""
        if s.lower[begin] in _EITHER_OR and begin < a.first and marker in {"np", "gen"} and not several:
            gender = self._genders.of(s, a, noun)
            if not gender and marker == "gen" and a.draft is not None and not (a.reference or is_acronym(s, a)):
                # what other sentences say of it; a phrase of its own is what they may have judged by. Not of a noun
                # that stands for it: „das BSI …, die Präsidentin der Bonner Behörde“
                gender = a.draft.gender or ""
            if gender in {"m", "n"}:
                # „begann am Dienstag der Zukunftskongress“: what is masculine has no genitive with „der“
                marker, cases, head = "np", "n", -1
            elif gender == "f" and marker == "np":
                cases = "dg"
        if noun and noun in self._times and a.cases != "g":
            # „seit dem Frühjahr Hessen und Thüringen“: the phrase of a time is over before the name
            marker, cases, head, begin, noun = "np", "nad", -1, a.first, ""
        if marker in {"in", "bei"} and head in s.taken and s.taken[head].type in PLACES and a.type not in PLACES:
            # „hat Hessen im IT-Planungsrat den Vorsitz“: no place is within a body
            head = -1
        a.begin, a.introduced_by = begin, noun
        if genitive and a.type is EntityType.PERSON and s.lower[begin] != "des" and self._names_owner(s, a):
            # „seit Kurzem Schönlaus Nachfolger Arno Brandt“
            a.marker, a.cases, a.head = "gen", "g", a.last
            return
        if genitive and noun and a.first and marker != "gen":
            # „als Vertreter Bremens“: the name hangs on the noun before it
            a.marker, a.cases, a.head = "gen", "g", a.first - 1
            return
        if genitive and marker not in {"np", "gen"} and begin == a.first - 1 and self._owns_next(s, a):
            # „mit Bayerns Digitalminister“, „für Kassels neue CIO“: the preposition is that of the noun that follows
            a.marker, a.cases, a.head, a.begin = "gen", "g", _next_noun(s, a.last), a.first
            return
        if genitive and marker == "np" and not noun and s.lower[begin] != "des":
            # „Bayerns Digitalminister“: the noun that follows; „das Kabinett Hessens“: the noun before
            a.marker, a.cases = "gen", "g"
            a.head = head if head >= 0 else _next_noun(s, a.last)
            if head < 0 and a.first and self._walker.is_noun(s, a.first - 1):
                a.head = a.first - 1
            return
        a.marker, a.cases, a.head = marker, cases, head
        if a.type is EntityType.ORGANISATION:
            self._from_house(s, a)

    def _from_house(self, s: Sentence, a: Argument) -> None:
        """„aus dem Hause Prosoz“, „aus dem Haus der AKDB“: it comes from the body itself."""
        house = a.head if a.marker == "gen" else a.first - 1
        if s.text_at(house) in _HOUSE and s.lower[max(0, house - 2) : house] == ["aus", "dem"]:
            a.marker, a.cases, a.head = self.noun_marker(s, house)
            a.marker, a.begin = "von", house - 2

    def _names_owner(self, s: Sentence, a: Argument) -> bool:
        """Whether the noun or title after a name in the genitive is one for a person, who is somebody's."""
        title = s.taken.get(a.last)
        if title is not None:
            return title.role is not None and title.first == a.last
        return s.text_at(a.last) in self._people_of

    def _owns_next(self, s: Sentence, a: Argument) -> bool:
        """Whether an office title follows after a name in the genitive, adjectives between them passed over."""
        noun = _next_noun(s, a.last)
        title = s.taken.get(noun)
        return title is not None and title.role is not None

    def _example(self, s: Sentence, a: Argument) -> None:
        """„Zehn Kommunen, darunter Ulm und Aalen, …“: the example stands for the group that it is taken from."""
        j = a.begin - 2
        while j > 0 and s.tokens[j].text in {",", "(", "–", "—", ":"}:
            j -= 1
        if j <= 0 or j == a.begin - 2:
            return
        if j in s.taken and s.taken[j].draft is not None and not s.taken[j].adjective:
            # „Kommunen aus Sachsen, darunter Pirna“: the noun before the place
            taken = s.taken[j]
            if taken.head < 0 or taken.head in s.taken:
                return
            j = taken.head
        if self._walker.is_noun(s, j) or s.lower[j][-1:] in "ens":
            marker, cases, head = self.noun_marker(s, j)
            a.marker, a.cases, a.head = marker, cases, head

    def _bracket(self, s: Sentence, a: Argument, previous: Argument | None) -> None:
        """What stands in brackets after a name; after „Das Rechenzentrum des Landes (LRZ)“ it is the noun's name."""
        if previous is None or not a.first or s.tokens[a.first - 1].text != "(" or previous.last != a.first - 1:
            return
        if previous.marker == "gen" and previous.type in PLACES and a.type is EntityType.ORGANISATION:
            owner = s.taken.get(previous.head)
            if previous.head >= 0 and owner is None:
                a.marker, a.cases, a.head = self.noun_marker(s, previous.head)
                return
        a.bracket = previous
        a.marker = "bracket"


def _next_noun(s: Sentence, i: int) -> int:
    """Index of the next noun from a token on, adjectives before it passed over; -1 if there is none."""
    for j in range(i, min(i + 4, len(s.tokens))):
        if s.tokens[j].text[:1].isupper():
            return j
        if not s.tokens[j].text[:1].isalpha():
            return -1
    return -1


def _is_after_name(s: Sentence, a: Argument) -> bool:
    """Whether a phrase with „der“ stands right after a name of somebody."""
    owner = s.taken.get(a.head)
    return owner is not None and owner.type is EntityType.PERSON and s.low_at(a.begin) == "der"


def _only_tells_kind(s: Sentence, a: Argument) -> bool:
    """„den EfA-Dienst Wohngeld“, „das OZG-Portal BayernPortal“: the compound says of what kind the name after it is."""
    if a.draft is None or a.last - a.first != 1 or a.type not in {EntityType.PROGRAMME, EntityType.LAW}:
        return False
    named = s.taken.get(a.last)
    if named is None or named.draft is None or named.adjective or named.first != a.last:
        return False
    return "-" in s.tokens[a.first].text and named.type in {EntityType.SERVICE, EntityType.SYSTEM}


def _follows_verb(s: Sentence, i: int) -> bool:
    """„Im Namen des Bundes überreichte Petra Schulte …“: no participle stands between a noun and a person's name."""
    verb = s.low_at(i - 1)
    if not verb.endswith(("te", "ten")) or s.text_at(i - 1) != verb or i - 1 in s.taken:
        return False
    return s.text_at(i - 2)[:1].isupper() and i - 2 not in s.dated and attribute_start(s, i - 1) < 0
