"""Markers of arguments: the preposition, case or noun that each of them hangs on, and coordination."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.clauses.addresses import ADDRESS, addressed
from govgraph.extract.clauses.beside_people import beside_noun
from govgraph.extract.clauses.dative_ihr import is_dative_ihr
from govgraph.extract.clauses.extended import attribute_start
from govgraph.extract.clauses.listing import is_acronym, join_lists, list_goes_on
from govgraph.extract.clauses.people_lists import join_people
from govgraph.extract.clauses.second_subjects import opens_clause
from govgraph.extract.names.after_bodies import after_genitive, named_after_body
from govgraph.extract.names.sections import section_before
from govgraph.extract.state import BODY_TYPES, PLACES, WORKS
from govgraph.language.grammar import (
    AND_OR,
    AUXILIARIES,
    BARE_ADVERBS,
    CONTRACTED_CASES,
    COORDINATORS,
    DETERMINERS,
    INFINITIVE_OPENERS,
    MODALS,
    NUMBER_WORDS,
    PARTICIPLE,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    RESPECTIVELY,
)
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Sentence

_WITH_ARTICLE = frozenset({"Bund", "EU", "Freistaat", "Freistaats", "Land", "Saarland", "Saarlands"})
"""Names of Länder, and words before them, that take an article."""
_AFTER_NAME = frozenset('“”"»«‘)')
_QUOTES = frozenset("„“”\"«»‚‘'")
_OPENING = frozenset({"als", "bis", "seit"})
"""Words that open a clause where a finite verb ends it, and a phrase elsewhere."""
_STOPS = frozenset({",", ";", ":", ".", "!", "?", "–"})
_APPOSED = 14
"""Most words that an apposition between two names has, with its commas."""
_HOUSE = frozenset({"Haus", "Hause"})
_SOON = 4
"""How many words after a name „eine Frau“ stands that means who was named."""
_SHORTEST = 2
_HUMAN = re.compile(
    r"(?:er|in|or|ent|ist|eur|mann|frau|chef|ollege|reund|enosse|achbar|är|rat|wirt|loge|at|ling|rr|te|ve|gin)$"
)
_ADVERBS = frozenset({"zugleich", "auch", "damit", "gleichzeitig", "somit", "später", "zudem", "zuletzt", "ebenso"})
_SO_FAR = frozenset(
    {
        "auch",
        "außerdem",
        "bereits",
        "bisher",
        "bislang",
        "ebenfalls",
        "inzwischen",
        "jetzt",
        "künftig",
        "längst",
        "noch",
    }
    | {"mittlerweile", "neuerdings", "nun", "schon", "seitdem", "seither", "vorerst", "zudem"}
)
"""Adverbs that part a relative pronoun from the name after it, which is not its noun."""
_JOINING = frozenset({"und", "sowie", "sondern", "oder"})
_PAIRED = frozenset(
    {"als auch", "wie auch", "ebenso wie", "genauso wie", ", sondern auch", "sondern auch", "samt", "plus", "+"}
    | {", aber auch", "aber auch", ", vor allem aber", ", vor allem", ", insbesondere", ", nicht zuletzt"}
)
"""Words between two that share their place, beside the conjunctions."""
_EQUALLY = frozenset({"ebenso", "genauso", "gleichermaßen"})
"""Adverbs before a noun after which „wie“ names no example: „ist ebenso Mitglied wie B“."""
_WHEN = (
    _SO_FAR
    | {"ab", "bald", "demnächst", "erst", "gestern", "heute", "kurzem", "kürzlich", "letztlich", "seit", "selbst"}
    | {"sogar", "teilweise", "wenigstens", "zumindest"}
    | {"montag", "dienstag", "mittwoch", "donnerstag", "freitag"}
)
"""Words that may part the members of a list, beside dates."""
_ABOUT = frozenset(
    {"ca", "circa", "etwa", "fast", "gut", "insgesamt", "knapp", "mindestens", "rund", "zirka", "zunächst"}
)
"""Words before a number that govern nothing."""
_OF = frozenset({"von", "vom"})
_EXAMPLES = frozenset({"darunter", "namentlich", "nämlich"})
_ADVERBIAL = frozenset({("unter", "anderem"), ("vor", "allem"), ("allen", "voran"), ("vor", "allen")})
"""Prepositions with their word that make an adverb and govern no name after them."""
_FIXED = {
    "unter": {"anderem", "anderen", "ihnen"}, "vor": {"allem"}, "zum": {"beispiel"}, "als": {"auch"},
    "bis": {"dahin", "dato", "heute", "jetzt", "zuletzt"},
}  # fmt: skip
"""Prepositions that with the word after them are adverbs."""
_TITLED = frozenset({EntityType.EVENT, EntityType.PROGRAMME, EntityType.DOCUMENT})
"""What is called by its kind and its title: „Kongress Digitale Kommune“."""
_BEGINNING = frozenset({":", "–", "„", "»"})
"""Marks after which a sentence may begin: „Wechsel im Rat: Auf Anna Weber folgt …“."""
_EITHER_OR = frozenset({"der", "dieser", "jener", "jeder"})
"""Forms that are nominative of a man's noun, and dative or genitive of a woman's."""
_MASCULINE = re.compile(
    r"(?:tag|rat|bund|verband|verbund|ausschuss|senat|kreis|dienst|betrieb|hof|konvent|vorstand|leister|bieter|steller|kongress|gipfel|plan|bericht|pakt|bezirk|freistaat|staat)$"
)
_NEUTER = re.compile(
    r"(?:amt|ministerium|zentrum|kabinett|parlament|institut|gesetz|portal|register|system|präsidium|netz|land|konto)$"
)


_CLOSING = frozenset(',;:.!?–—()“”"')
_WITH_ZU = re.compile(r"^[a-zäöüß]+zu[a-zäöüß]+en$")


_REPEATED = frozenset({"bei", "von", "mit", "für"})
"""Prepositions that each member of a list may have."""
_GOVERNED = {"von": "d", "bei": "d", "aus": "d", "mit": "d", "gen": "g"}
"""Prepositions of one case, and the genitive, with the case."""


def _in_other_case(s: Sentence, previous: Argument, a: Argument) -> bool:
    """Whether the article of a name rules out the case of the phrase before it."""
    return a.begin < a.first and _GOVERNED[previous.marker] not in a.cases and s.low_at(a.begin) in DETERMINERS


def _is_after_name(s: Sentence, a: Argument) -> bool:
    """Whether a phrase with „der“ stands right after a name of somebody."""
    owner = s.taken.get(a.head)
    return owner is not None and owner.type is EntityType.PERSON and s.low_at(a.begin) == "der"


class MarkerFinder:
    """Works out what every argument of a sentence hangs on.

    Args:
        knowledge: Compiled vocabulary.
        agreement: What gender words have.
    """

    def __init__(self, knowledge: Knowledge, agreement: Agreement) -> None:
        self.k = knowledge
        self.agreement = agreement
        self._plurals = knowledge.words("municipality-plurals") | {"Bezirke", "Bezirken", "Länder", "Ländern"}
        bodies = knowledge.words("plural-bodies")
        self._several = tuple(sorted({word.lower() for word in self._plurals} | bodies))
        self._people_of = frozenset().union(
            *(knowledge.words(f"{kind}-nouns") for kind in ("successor", "predecessor", "counterpart"))
        )
        self._belonging = knowledge.words("belonging-nouns")
        self._unit_heads = knowledge.words("unit-heads-direct")
        self._women_and_men = knowledge.words("person-nouns") | {"Frau", "Mann"}

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
            place = beside_noun(s, a, self._people_of, self._walk)
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
                self._repeated(s, previous, a)
            elif previous is not None and a.marker in _REPEATED:
                self._repeated_past(s, previous, a)
            if a.marker == "np" and a.head < 0 and a.begin > 1 and s.lower[a.begin - 1] in _EXAMPLES:
                self._example(s, a)
            elif previous is not None and a.marker == "np" and a.head < 0:
                bracket = previous.marker == "bracket" and previous.bracket is not None
                leader = previous.bracket if bracket and previous.bracket is not None else previous
                self._past(s, previous, a)
                if a.group == number:
                    self._coordinate(s, leader, a, previous.last + (1 if bracket else 0))
                if a.role is not None and previous.role is None and title is not None and title.first < previous.first:
                    # „Staatssekretär im Ministerium X und CIO“, „CIO des Bundes und Staatssekretär“: the titles are
                    # joined, whatever hangs on the first or is a part of it
                    self._coordinate(s, title, a, previous.last)
            if a.marker == "np" and a.head < 0 and a.group == number:
                self._beside_generic(s, a)
            self._bracket(s, a, previous)
            if a.marker == "mit" and a.begin == 0 and a.type is EntityType.PERSON and self._stands_for(s, a):
                a.marker, a.cases = "np", "n"
            previous = a
            title = a if a.role is not None else title
        join_lists(s, self.k, self.noun_marker)
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

    def _past(self, s: Sentence, previous: Argument, a: Argument) -> None:
        """Coordination past what hangs on the first name: its place, or a relative clause.

        „das Umweltbundesamt in Dessau und das Bundesarchiv“, „Emden in Niedersachsen, der Landkreis Gotha und Fulda“;
        „Jena, die …, und der Ilm-Kreis“.
        """
        if s.clauses and s.lower[max(0, a.begin - 2) : a.begin] == [",", "und"] and self._past_apposition(s, a):
            return
        if previous.marker in {"in", "aus"} and previous.head >= 0 and previous.type in PLACES:
            owner = s.taken.get(previous.head)
            if owner is None or owner.draft is None:
                return
            kindred = owner.type is a.type and a.type is not previous.type
            apart = owner.marker == "np" and _stands_apart(s, a)
            if kindred or (apart and {owner.type, a.type} <= BODY_TYPES):
                self._coordinate(s, owner, a, previous.last)
        elif s.clauses and a.begin > 1 and s.lower[a.begin - 2 : a.begin] == [",", "und"]:
            inner, outer = s.clauses[s.clause_of[a.begin - 3]], s.clause_of[a.first]
            if inner.kind != "relative" or outer != inner.parent or not inner.tokens:
                return
            leader = next(
                (b for b in reversed(s.arguments) if b.last <= inner.tokens[0] and not b.adjective and not b.reference),
                None,
            )
            if leader is not None and leader.last == inner.tokens[0] and leader.type is a.type:
                self._coordinate(s, leader, a, a.begin - 1)

    def _past_apposition(self, s: Sentence, a: Argument) -> bool:
        """„Die KDO, ein Zweckverband mit 58 Mitgliedern, und die ITEBO haben …“: an apposition between the two."""
        comma = next((i for i in range(a.begin - 3, max(0, a.begin - _APPOSED), -1) if s.tokens[i].text == ","), 0)
        named = s.taken.get(comma - 1 - (s.text_at(comma - 1) == ")"))
        leader = named.bracket if named is not None and named.bracket is not None else named
        if leader is None or leader.adjective or leader.reference:
            return False
        if leader.type is not a.type and not {leader.type, a.type} <= BODY_TYPES:
            return False
        outer, opening = s.clause_of[a.first], s.low_at(comma + 1)
        verbs = {at for _, at, _ in s.clauses[outer].lemmas}
        if opening not in DETERMINERS or opening in PREPOSITIONS or any(i in verbs for i in range(comma, a.begin)):
            return False
        if any(s.clause_of[i] != outer for i in (leader.first, *range(comma + 1, a.begin))):
            return False
        self._coordinate(s, leader, a, a.begin - 1)
        return True

    def _beside_generic(self, s: Sentence, a: Argument) -> None:
        """„mit den Ländern und dem Bund vernetzt“: joined to a noun that is no entity, a name stands as that does."""
        i = a.begin - 2
        if i < 1 or s.lower[a.begin - 1] not in AND_OR or "n" in a.cases or i in s.taken:
            return
        if not s.tokens[i].text[0].isupper() or i in s.dated or opens_clause(s, i, a):
            return
        marker, cases, head = self.noun_marker(s, i)
        shared = "".join(c for c in a.cases if c in cases)
        if marker != "np" and marker != "gen" and shared:
            a.marker, a.cases, a.head = marker, shared, head

    def noun_marker(self, s: Sentence, i: int) -> tuple[str, str, int]:
        """Marker, cases and head of the phrase whose noun is token `i`."""
        marker, cases, head, _, _ = self._walk(s, i)
        return marker, cases, head

    def _phrase(self, s: Sentence, a: Argument) -> None:
        section = section_before(s, a.first) if a.type is EntityType.LAW else -1
        if section >= 0:
            # „beruht auf § 6 des Gesetzes“: what is said of a part is said of the law
            a.marker, a.cases, a.head, a.begin, a.introduced_by = self._walk(s, section)
            return
        genitive = a.cases == "g"
        marker, cases, head, begin, noun = self._walk(s, a.first)
        if a.type is EntityType.PERSON and begin < a.first and _follows_verb(s, a.first):
            marker, cases, head, begin, noun = "np", "nad", -1, a.first, ""
        before = s.taken.get(a.first - 1)
        titled = before is not None and before.role is not None
        board = not titled and (noun in self.k.words("boards") or noun in self.k.words("project-bodies"))
        human = not board and (_HUMAN.search(noun) or self.k.role_word(noun) is not None)
        if a.type is EntityType.PERSON and noun and not human:
            # „in diesem Amt Markus Richter nachgefolgt“: the noun before belongs to another phrase
            marker, cases, head, begin, noun = "np", "nad", -1, a.first, ""
        several = s.text_at(a.first - 1) in self._plurals
        if noun and a.type in WORKS and begin < a.first and s.lower[a.first - 1].endswith(self._several):
            # „entwickeln mit drei weiteren Ländern Nova“: no noun for several bodies is that of a work
            marker, cases, head, begin, noun = "np", "nad", -1, a.first, ""
        if s.lower[begin] in _EITHER_OR and begin < a.first and marker in {"np", "gen"} and not several:
            gender = self._gender(s, a, noun)
            if not gender and marker == "gen" and a.draft is not None and not (a.reference or is_acronym(s, a)):
                # what other sentences say of it; a phrase of its own is what they may have judged by. Not of a noun
                # that stands for it: „das BSI …, die Präsidentin der Bonner Behörde“
                gender = a.draft.gender or ""
            if gender in {"m", "n"}:
                # „begann am Dienstag der Zukunftskongress“: what is masculine has no genitive with „der“
                marker, cases, head = "np", "n", -1
            elif gender == "f" and marker == "np":
                cases = "dg"
        if noun and noun in self.k.words("time-nouns") and a.cases != "g":
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
            a.marker, a.cases, a.head, a.begin = "gen", "g", self._next_noun(s, a.last), a.first
            return
        if genitive and marker == "np" and not noun and s.lower[begin] != "des":
            # „Bayerns Digitalminister“: the noun that follows; „das Kabinett Hessens“: the noun before
            a.marker, a.cases = "gen", "g"
            a.head = head if head >= 0 else self._next_noun(s, a.last)
            if head < 0 and a.first and self._is_noun(s, a.first - 1):
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

    def _gender(self, s: Sentence, a: Argument, noun: str) -> str:
        """Gender of the noun that an article before a name agrees with, in the singular; empty if unknown."""
        if a.draft is None or a.type is EntityType.PERSON:
            return ""
        if noun:
            return self._gender_of(noun)
        if a.reference:
            # „der Standard“ for XRechnung: the noun that stands there, not the name that it stands for
            return self._gender_of(s.text_at(a.last - 1))
        if a.draft.kind == "Party":
            # „Sprecher der Grünen“: the names of parties are feminine, or plural
            return "f"
        for i in (a.last, a.last - 1):
            if s.text_at(i) in self.k.words("legal-forms"):
                # „im Aufsichtsrat der GovTech Campus Deutschland eG“: the form of a company gives the whole its gender
                return self._gender_of(s.text_at(i))
        head = s.text_at(a.last - 1).rpartition("-")[2]
        if a.last - a.first == 1 and head != s.text_at(a.first) and head[:1].isupper() and head not in a.draft.name:
            # „im Rahmen der OZG-Umsetzung“: the noun that a name is the first part of
            return self._gender_of(head)
        if is_acronym(s, a):
            return ""
        words = a.draft.name.split(" ")
        written = [s.tokens[i].text for i in range(a.first, a.last) if s.tokens[i].text[0].isupper()]
        if a.type in PLACES:
            # „der Landkreis Rostock“, „der Ilm-Kreis“
            return self._gender_of(written[0]) if written else ""
        if len(written) > 1 and written[0] not in words and (gender := self._gender_of(written[0])):
            # „der Digitalverband Bitkom“: the noun before the name
            return gender
        if len(written) > 1 and not {*written} & {*words} and (gender := self._gender_of(self._head_noun(s, a))):
            # „der Zentralen Datenverarbeitungsstelle“, which is called a Landesamt today
            return gender
        if words[0].lower() in self._unit_heads:
            # „der Abteilung Rechenzentrum“: the unit, not its field
            return self._gender_of(words[0])
        kind_first = a.type in _TITLED or words[0].lower() in self.k.heads
        if kind_first and len(words) > 1 and words[1][0].isupper() and (gender := self._gender_of(words[0])):
            # „Der Kongress Digitale Kommune“, „der Universität Weserbergland“: the kind of thing, not its title
            return gender
        # „nach Angaben der Landesregierung“: not the Saarland that its full name ends in
        of_place = words[-1] in self.k.lands_after or self.agreement.of_town(words[-1], words[0])
        if len(words) < 3 and not of_place and (gender := self._gender_of(words[-1])):
            return gender
        # „Städte- und Gemeindebund Hessen“, „Landesamt für Umwelt“: the noun before what tells its field or place
        field = next((i for i, w in enumerate(words) if w in PREPOSITIONS or w in DETERMINERS), len(words))
        own = [w for w in words[:field] if w not in self.k.words("legal-forms")]
        found = (self._gender_of(word) for word in (*own, words[-1]))
        return next((gender for gender in found if gender), "")

    @staticmethod
    def _head_noun(s: Sentence, a: Argument) -> str:
        """The last word of a name before what tells its field or place."""
        inner = range(a.first, a.last)
        field = next((i for i in inner if s.lower[i] in PREPOSITIONS or s.lower[i] in DETERMINERS), a.last)
        return s.text_at(field - 1)

    def _gender_of(self, noun: str) -> str:
        """Gender of a noun by the vocabulary, else by its end; empty if neither tells."""
        low = noun.lower()
        return self.agreement.of_noun(noun) or ("m" if _MASCULINE.search(low) else "n" if _NEUTER.search(low) else "")

    def _names_owner(self, s: Sentence, a: Argument) -> bool:
        """Whether the noun or title after a name in the genitive is one for a person, who is somebody's."""
        title = s.taken.get(a.last)
        if title is not None:
            return title.role is not None and title.first == a.last
        return s.text_at(a.last) in self._people_of

    def _owns_next(self, s: Sentence, a: Argument) -> bool:
        """Whether an office title follows after a name in the genitive, adjectives between them passed over."""
        noun = self._next_noun(s, a.last)
        title = s.taken.get(noun)
        return title is not None and title.role is not None

    def _next_noun(self, s: Sentence, i: int) -> int:
        for j in range(i, min(i + 4, len(s.tokens))):
            if s.tokens[j].text[:1].isupper():
                return j
            if not s.tokens[j].text[:1].isalpha():
                return -1
        return -1

    def _walk(self, s: Sentence, i: int) -> tuple[str, str, int, int, str]:
        """Marker, cases, head, begin and introducing noun of the phrase that ends in token `i`."""
        j = i - 1
        noun = ""
        steps = 0
        while j >= 0 and steps < 7:
            text, low = s.tokens[j].text, s.lower[j]
            taken = s.taken.get(j)
            if j in s.relatives and low in {"dessen", "deren"} and j and s.lower[j - 1] in PREPOSITIONS:
                if noun in self._belonging:
                    # „zu deren Mitgliedern Ulm und Gera zählen“
                    break
                return PREPOSITIONS[s.lower[j - 1]], "ad", -1, j - 1, noun
            if j in s.dated or j in s.relatives or low in _EXAMPLES or (low == "an" and self._until(s, j)):
                break
            if self._conjunction(s, j):
                break
            if low in _FIXED and j + 1 < len(s.lower) and s.lower[j + 1] in _FIXED[low]:
                break
            if (s.low_at(j - 1), low) in _ADVERBIAL or (j + 1 == i and low in BARE_ADVERBS):
                break
            if _counts(s, j):
                # „in rund 200 Kommunen“, „in mehr als zwanzig Kommunen“
                j -= 2 if low == "als" else 1
                continue
            opens = j == 0 or s.tokens[j - 1].text in _BEGINNING
            if (low in PREPOSITIONS and (text[0].islower() or opens)) or low in CONTRACTED_CASES:
                if (taken is not None and not taken.adjective) or (low == "während" and j + 1 == i):
                    break
                head = self._noun_before(s, j)
                if low in _OF and _stands_in(s, j - 1):
                    # „Anstelle von A leitet nun B das Amt“
                    return "statt", "d", -1, j - 1, noun
                return PREPOSITIONS[low], CONTRACTED_CASES.get(low, "ad"), head, j, noun
            if low in DETERMINERS and (text[0].islower() or j == 0 or not text[0].isalpha() or low != text):
                if low in {"dessen", "deren"}:
                    if s.low_at(j - 1) in PREPOSITIONS:
                        # „Für deren Umsetzung ist A zuständig“
                        return PREPOSITIONS[s.lower[j - 1]], "ad", -1, j - 1, noun
                    return "np", "nad", -1, j, noun
                if low in {"sein", "ihr"} and not noun and j + 1 == i and s.tokens[i].text[0].islower():
                    break
                if is_dative_ihr(s, j):
                    break
                if j + 1 == i and low in RELATIVES and s.text_at(j - 1) == "," and _is_bare_place(s, i):
                    # „die Genossenschaft, der Ulm angehört“: the name of a town or Land stands without an article
                    break
                if (
                    low in RELATIVES
                    and s.text_at(j - 1) == ","
                    and _SO_FAR.issuperset(s.lower[j + 1 : i])
                    and j + 1 < i
                ):
                    # „der Verbund, dem bereits Hamburg angehört“
                    break
                return self._determined(s, j, DETERMINERS[low], noun)
            if low == "namens":
                j -= 1
                continue
            if text == "." and s.low_at(j - 1).isdigit():
                # „zum 4. Forum“: the dot of an ordinal number
                j -= 1
                continue
            if text in _QUOTES or (low in {"dr", "prof", "."} and steps < 3 and self._title(s, j)):
                j -= 1
                continue
            if taken is not None and not taken.adjective:
                if taken.role is not None and taken.last == j + 1 and not noun:
                    noun = taken.role.name
                    j = taken.first - 1
                    steps += 1
                    continue
                if taken.cases == "g" and taken.last == j + 1:
                    if not noun and j + 1 < i and _is_person(s.taken.get(i)):
                        # „Als Präsidentin der FITKO eröffnete Anna Weber die Tagung“: a verb, and no adjective
                        break
                    # a prenominal genitive takes the place of the article
                    j = taken.first - 1
                    continue
                break
            if low in AUXILIARIES or low in MODALS or not text[0].isalnum() or _is_finite(s, j):
                break
            if text[0].isupper() and j > 0 and not (noun and taken is not None and taken.adjective):
                if noun or text.endswith("-") or (j + 1 < i and _counts(s, j + 1)):
                    # „nach Firmenangaben gut 200 Verwaltungen“: a number begins a phrase of its own
                    break
                noun = self.k.lemma(text)
            elif (taken is not None and taken.adjective) or (
                low[-1:] in "ernms" and len(low) > 3 and low not in COORDINATORS
            ):
                if self._plainly_verb(s, j):
                    break
                article = attribute_start(s, j)
                if article >= 0:
                    return self._determined(s, article, DETERMINERS[s.lower[article]], noun)
                if (
                    self.k.lemma(low) != low
                    and self.k.lemma(low).endswith("en")
                    and not low.endswith(("en", "te", "ter", "ten", "tes"))
                    and s.low_at(j - 1) not in DETERMINERS
                ):
                    # „auf die eigene Plattform X“: between an article and its noun stands no verb
                    break
            elif low == "und" and j > 0 and s.tokens[j - 1].text.endswith("-") and noun:
                j -= 1
            elif not low.isdigit():
                if text[0].isupper() and j == 0 and not noun:
                    noun = self.k.lemma(text)
                    j -= 1
                break
            j -= 1
            steps += 1
        return "np", "nad", -1, j + 1, noun

    def _plainly_verb(self, s: Sentence, j: int) -> bool:
        """„An der Spitze des Amts stehen A und B“, „Der Rat der AKDB wählte A“: a verb, no adjective."""
        low = s.lower[j]
        past = low.endswith(("te", "ten")) and not PARTICIPLE.search(low)
        return ("verb", self.k.lemma(low) if past else low) in self.k.frames and s.low_at(j - 1) not in DETERMINERS

    def _until(self, s: Sentence, j: int) -> bool:
        """„vom Frühjahr an“: the second part of a bracket around a time, no preposition; not „vom Bund an Hessen“."""
        opens = next((i for i in range(j - 1, max(-1, j - 6), -1) if s.lower[i] in {"von", "vom"}), -1)
        if opens < 0 or s.lower[j + 1 : j + 2] == []:
            return False
        return not any(i in s.taken for i in range(opens, j))

    def _conjunction(self, s: Sentence, j: int) -> bool:
        """„wie das Bundesland …“, „als der Minister …“, „um die E-Akte einzuführen“: a clause begins, no phrase."""
        low = s.lower[j]
        opens = j == 0 or not s.tokens[j - 1].text[0].isalnum()
        if low in _OPENING and opens and self._verb_last(s, j):
            return True
        if low not in {"als", "wie"} and low not in INFINITIVE_OPENERS:
            return False
        if low in INFINITIVE_OPENERS:
            return opens and _has_zu(s, j)
        after = s.lower[j + 1] if j + 1 < len(s.tokens) else ""
        if low == "als" and after in POSSESSIVES and self._titled(s, j + 2):
            return False
        return opens and (low == "wie" or after in DETERMINERS or after in {"wir", "ich", "er", "sie", "es"})

    @staticmethod
    def _titled(s: Sentence, i: int) -> bool:
        """„Als seine Stellvertreterin amtiert …“: a title and right behind it a verb."""
        title = s.taken.get(i) or s.taken.get(i + 1)
        if title is None or title.role is None or s.text_at(title.last)[:1].isupper():
            return False
        return s.low_at(title.last).endswith(("t", "te"))

    def _verb_last(self, s: Sentence, j: int) -> bool:
        """„Als Anna Weber 2019 CIO wurde, …“: whether a finite verb ends the stretch that begins at a token."""
        end = self._stop_after(s, j)
        named = s.taken.get(j + 1)
        if named is not None and named.type is EntityType.PERSON and named.last == end and s.text_at(end) == ",":
            # „Seit Anna Weber, eine Juristin, in Pension ging, …“
            end = self._stop_after(s, self._stop_after(s, end))
        last = end - 1
        low = s.low_at(last)
        if last - j < _SHORTEST or not s.tokens[last].text[0].islower() or last in s.taken:
            return False
        if low in AUXILIARIES or low in MODALS:
            return True
        lemma = self.k.lemma(low)
        participle = low.endswith("en") or (low.endswith("t") and PARTICIPLE.search(low))
        return lemma != low and lemma.endswith("n") and not participle and not low.endswith("er")

    @staticmethod
    def _stop_after(s: Sentence, j: int) -> int:
        """Token of the next comma, colon or full stop after a token."""
        return next((i for i in range(j + 1, len(s.tokens)) if s.tokens[i].text in _STOPS), len(s.tokens))

    def _title(self, s: Sentence, j: int) -> bool:
        text = s.tokens[j].text
        titles = self.k.words("academic-titles")
        return text in titles or (text == "." and j > 0 and s.tokens[j - 1].text in titles)

    def _determined(self, s: Sentence, j: int, cases: str, noun: str) -> tuple[str, str, int, int, str]:
        """A phrase that begins with a determiner: a preposition before it, or a noun that it is the genitive of."""
        if j > 0:
            before, low = s.tokens[j - 1].text, s.lower[j - 1]
            if self._conjunction(s, j - 1) or (low == "an" and self._until(s, j - 1)):
                return "np", cases, -1, j, noun
            if low in PREPOSITIONS and (before[0].islower() or j == 1 or s.tokens[j - 2].text in {".", ":", "„"}):
                governed = "".join(c for c in cases if c in "adg") or "ad"
                head = self._noun_before(s, j - 1)
                return PREPOSITIONS[low], governed, head, j - 1, noun
            owned = j - 1
            if before in _AFTER_NAME:
                # „das Programm „X“ des Landes“, „die Anstalt X (Y) des Landes“
                named = self._noun_before(s, j)
                owned = named if named in s.taken and s.taken[named].draft is not None else owned
            if (
                "g" in cases
                and self._is_noun(s, owned)
                and not _is_place(s.taken.get(owned))
                and s.lower[j]
                in {
                    "der",
                    "des",
                    "eines",
                    "einer",
                    "unserer",
                    "unseres",
                    "dieser",
                    "dieses",
                    "ihrer",
                    "ihres",
                    "seiner",
                    "seines",
                    "deren",
                    "dessen",
                }
            ):
                return "gen", "g", owned, j, noun
        return "np", cases, -1, j, noun

    def _noun_before(self, s: Sentence, j: int) -> int:
        """Index of the noun right before token `j`, a bracket between them passed over; -1 if there is none."""
        i = j - 1
        if i > 1 and s.tokens[i].text == ")":
            while i > 0 and s.tokens[i].text != "(":
                i -= 1
            i -= 1
        elif i > 0 and s.tokens[i].text in _QUOTES:
            i -= 1
        if i in s.dated or (i >= 0 and self.k.lemma(s.tokens[i].text) in self.k.words("time-nouns")):
            return -1
        return i if i >= 0 and self._is_noun(s, i) else -1

    def _is_noun(self, s: Sentence, i: int) -> bool:
        text = s.tokens[i].text
        taken = s.taken.get(i)
        if taken is not None:
            return not taken.adjective and not (taken.reference and text[0].islower())
        return (text[0].isupper() and i > 0 and s.lower[i] not in DETERMINERS) or (
            i == 0
            and text[0].isupper()
            and s.lower[0] not in PREPOSITIONS
            and s.lower[0] not in DETERMINERS
            and s.lower[0] not in AUXILIARIES
            and len(text) > 3
            and (self.k.lemma(text)[0].isupper() or text in self.k.noun_lemmas)
        )

    def _coordinate(self, s: Sentence, previous: Argument, a: Argument, end: int) -> None:
        """„A, B und C“: later members hang where the first one hangs. `end` is where the first one's phrase ends."""
        between = [t for t in s.lower[end : a.begin] if t not in _QUOTES]
        if between[-1:] == ["."] and between[-2:-1] and between[-2] in RESPECTIVELY:
            # „VOIS bzw. MESO“
            between = between[:-1]
        works = {previous.type, a.type} <= WORKS
        if (a.role is not None or works) and between[:1] == ["und"] and self._only_when(s, end + 1, a):
            # „Prorektorin der Hochschule X und seit Oktober deren CIO“, „nutzt civento und seit Mai die E-Akte“
            between = between[:1]
        if len(between) > 1 and s.lower[a.begin] == "wie" and s.tokens[a.begin - 1].text[0].isupper():
            # „Hamburg, aber auch Kreise wie Lippe“
            between = between[:-1]
        while len(between) > 1 and between[-1] in _ADVERBS and (a.role is not None or between[0] in _JOINING):
            between = between[:-1]
        if (previous.role is not None and a.role is None) or (previous.role is None and a.role is not None):
            return
        joined = (
            bool(between)
            and between[-1] in COORDINATORS
            and all(not t[0].isalpha() or t in COORDINATORS for t in between[:-1])
        )
        if not joined and between == [","]:
            joined = list_goes_on(s, a) and (previous.type is a.type or {previous.type, a.type} <= BODY_TYPES)
        if not joined and (between == ["/"] or " ".join(between) in _PAIRED):
            joined = True
        if not joined and len(between) <= 6 and between and between[0] == "(" and between[-1] in COORDINATORS | {","}:
            joined = True
        if not joined or opens_clause(s, end - 1, a):
            return
        elsewhere = a.type not in PLACES or _stands_apart(s, a)
        if previous.marker == "in" and previous.type in PLACES and elsewhere and "d" not in a.cases:
            # „A in Dessau und das Bundesarchiv in Koblenz“: what has an article of its own goes on with A
            return
        if previous.marker in _GOVERNED and "n" in a.cases and _in_other_case(s, previous, a):
            # „Jens Ott von der FITKO und das Unternehmen X“: a nominative goes on with the person
            return
        similar = previous.type is a.type or {previous.type, a.type} <= PLACES or a.role is not None
        if not similar and not {previous.type, a.type} <= {
            *PLACES,
            EntityType.ORGANISATION,
            EntityType.SYSTEM,
            EntityType.SERVICE,
            EntityType.LAW,
            EntityType.PROGRAMME,
            EntityType.DOCUMENT,
        }:
            return
        if a.cases in {"nad", previous.cases} or set(a.cases) & set(previous.cases) or previous.marker != "np":
            if a.cases == "nad" or previous.marker == "np":
                a.cases = "".join(c for c in previous.cases if c in a.cases) or previous.cases
            a.marker, a.head, a.group = previous.marker, previous.head, previous.group

    def _repeated(self, s: Sentence, previous: Argument, a: Argument) -> None:
        """„vom Gemeindetag, vom Städtetag und vom Landkreistag“: each member has the preposition of the first."""
        between = [t for t in s.lower[previous.last : a.begin] if t not in _QUOTES]
        while len(between) > 1 and between[-1] in _ADVERBS:
            between = between[:-1]
        if between[:1] in (["und"], ["sowie"]) and previous.type is a.type and self._only_when(s, previous.last + 1, a):
            # „von der Stadt Köln und seit Montag auch von der Stadt Ulm“
            between = between[:1]
        listed = between == [","] and previous.type is a.type and s.low_at(previous.begin) in PREPOSITIONS
        if listed or between in (["und"], ["sowie"], [",", "sondern"], ["als"], ["wie"], ["ebenso", "wie"]):
            a.group = previous.group
            if a.head < 0:
                a.head = previous.head

    @staticmethod
    def _repeated_past(s: Sentence, previous: Argument, a: Argument) -> None:
        """„beim Bundesarchiv in Koblenz und beim Bundesamt für Justiz“: a list past the place of its first member."""
        owner = s.taken.get(previous.head) if previous.marker in {"in", "aus"} and previous.type in PLACES else None
        between = s.lower[previous.last : a.begin]
        if owner is None or owner.draft is None or owner.marker != a.marker or owner.type is not a.type:
            return
        if between in (["und"], ["sowie"], [","]) and a.head < 0:
            a.group, a.head = owner.group, owner.head

    @staticmethod
    def _only_when(s: Sentence, first: int, a: Argument) -> bool:
        """Whether nothing but dates and adverbs stands before a name, from token `first` on."""
        return all(i in s.dated or s.lower[i] in _WHEN or s.lower[i] in _ADVERBS for i in range(first, a.begin))

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
        if self._is_noun(s, j) or s.lower[j][-1:] in "ens":
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


def _only_tells_kind(s: Sentence, a: Argument) -> bool:
    """„den EfA-Dienst Wohngeld“, „das OZG-Portal BayernPortal“: the compound says of what kind the name after it is."""
    if a.draft is None or a.last - a.first != 1 or a.type not in {EntityType.PROGRAMME, EntityType.LAW}:
        return False
    named = s.taken.get(a.last)
    if named is None or named.draft is None or named.adjective or named.first != a.last:
        return False
    return "-" in s.tokens[a.first].text and named.type in {EntityType.SERVICE, EntityType.SYSTEM}


def _has_zu(s: Sentence, j: int) -> bool:
    """Whether the stretch that begins with token `j` ends in an infinitive with „zu“."""
    end = next((i for i in range(j + 1, len(s.tokens)) if s.tokens[i].text in _CLOSING), len(s.tokens))
    return s.low_at(end - 2) == "zu" or bool(_WITH_ZU.search(s.lower[end - 1]))


def _is_finite(s: Sentence, j: int) -> bool:
    """Whether the clauses of the sentence, once known, take a token for their verb: „Zum Auftakt erprobte Gera …“."""
    if not s.clauses or not s.tokens[j].text[0].islower():
        return False
    return any(at == j and not participle for _, at, participle in s.clauses[s.clause_of[j]].lemmas)


def _is_person(a: Argument | None) -> bool:
    return a is not None and a.type is EntityType.PERSON


def _counts(s: Sentence, j: int) -> bool:
    """Whether a token belongs to a number before a noun: „rund 200“, „mehr als zwanzig“."""
    low, after = s.lower[j], s.low_at(j + 1)
    if low in NUMBER_WORDS:
        return True
    if not after.replace(".", "").isdigit() and after not in NUMBER_WORDS:
        return False
    return low in _ABOUT or (low == "als" and s.low_at(j - 1) in {"mehr", "weniger"})


def _follows_verb(s: Sentence, i: int) -> bool:
    """„Im Namen des Bundes überreichte Petra Schulte …“: no participle stands between a noun and a person's name."""
    verb = s.low_at(i - 1)
    if not verb.endswith(("te", "ten")) or s.text_at(i - 1) != verb or i - 1 in s.taken:
        return False
    return s.text_at(i - 2)[:1].isupper() and i - 2 not in s.dated and attribute_start(s, i - 1) < 0


def _is_bare_place(s: Sentence, i: int) -> bool:
    """Whether a place is named that takes no article: „Ulm“, „Hamburg“, not „der Landkreis Ulm“, „der Bund“."""
    a = s.taken.get(i)
    if a is None or a.draft is None or a.reference or a.adjective:
        return False
    land = a.type is EntityType.JURISDICTION and s.tokens[i].text not in _WITH_ARTICLE
    return land or a.draft.kind == "Municipality"


def _is_place(a: Argument | None) -> bool:
    """„Seit Mai lässt sich in Kassel der Antrag stellen“: the name of a place has no genitive behind it."""
    return a is not None and a.type in PLACES and not a.reference and not a.adjective


def _stands_apart(s: Sentence, a: Argument) -> bool:
    """„das Amt in Koblenz sowie der Kreis Plön“: an article of its own shows that a place hangs on no „in“ before."""
    return s.low_at(a.begin) in DETERMINERS and "d" not in a.cases


def _stands_in(s: Sentence, i: int) -> bool:
    """„anstelle von“, „an Stelle von“; not „an die Stelle von“."""
    return s.low_at(i) == "anstelle" or (s.low_at(i) == "stelle" and s.low_at(i - 1) == "an")
