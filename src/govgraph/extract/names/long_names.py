"""Names of several words: bodies and plans with their field, names that a head noun introduces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.places import after_adjective
from govgraph.extract.word_sets import in_order, longest_first
from govgraph.language.grammar import DEFINITE_ARTICLES, DETERMINERS, INDEFINITE, PREPOSITIONS
from govgraph.language.morphology import is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Draft, Sentence
    from govgraph.vocabulary import HeadNoun

OPENING, CLOSING = frozenset('„“"»«‚'), frozenset('“”"«»‘')
NOUN = re.compile(r"^[A-ZÄÖÜ][\wäöüß-]*$")
ADJECTIVE = re.compile(r"^[A-ZÄÖÜa-zäöü][a-zäöüß-]+(?:e|er|es|en|em)$")
ISSUE = re.compile(r"^\d\.\d$")
YEAR = re.compile(r"^(?:19|20)\d\d$")
_LONGEST_CODE, _NAMES_BEFORE = 4, 2
_SECOND = 2
"""Last token of a sentence at which its verb can follow „Im Ausschuss“."""
_VERSION = re.compile(r"^\d{1,2}(?:\.\d{1,2})?$")
_UNIT_NUMBER = re.compile(r"^(?:[IVX]{1,4}|[A-Z]|\d{1,3}[a-z]?|\d\.\d{1,2})$")
_FIELDS = frozenset({EntityType.SYSTEM, EntityType.PROGRAMME, EntityType.EVENT, EntityType.LAW, EntityType.SERVICE})
"""Types of things that a unit may be called after."""
_AFTER_FOR = frozenset({"die", "das", "den"})
_BEFORE_TOPIC = frozenset({"die", "der", "den", "das", "des", "vom", "zum", "zur"})
_BEFORE_PLAN = frozenset({"die", "der", "den", "das", "dem", "des", "ihre", "seine"})

_AMT = "amt"
"""What an office of a town is called as often as one of a Land."""


class LongNames:
    """Finds names of several words and marks where they stand.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article; new ones are added to it.
    """

    last_town: Draft | None = None

    def __init__(self, knowledge: Knowledge, cast: Cast) -> None:
        self.k = knowledge
        self.cast = cast
        self.short: dict[str, Draft] = {}
        self.introducing: dict[str, Draft | None] = {}
        self._head = knowledge.head_noun
        self._nominative = knowledge.nominative
        self._spheres = in_order(knowledge.words("spheres"))
        self._units = longest_first(knowledge.words("unit-heads"))

    def _unit(self, s: Sentence, i: int) -> int:
        """„Ministerium für Wirtschaft, Innovation und Digitales“, „Abteilung Cyber und Informationstechnik“."""
        text = s.tokens[i].text
        base = self._nominative(text).lower()
        tail = self._unit_tail(text)
        if tail is None or not text[0].isupper():
            return self._plan(s, i)
        numbered = self._numbered_unit(s, i, tail)
        if numbered:
            return numbered
        direct = tail in self.k.words("unit-heads-direct") or tail in self.k.words("named-unit-heads")
        j = self._field_start(s, i, tail)
        if not j or not self._is_unit(s, i, tail) or (j == i + 1 and (not direct or s.text_at(j) in OPENING)):
            return 0
        if j == i + 1 and (self._is_verb(s, j) or s.text_at(j) in self.k.words("said-in-meetings")):
            # „hatte im Ausschuss Bedenken geäußert“
            return 0
        known = s.taken.get(j)
        inner = tail in self.k.words("inner-units")
        if j == i + 1 and not inner and known is not None and self._is_body(known, j):
            # „Zweckverband Kommunale Datenverarbeitung Oldenburg“, „Zweckverband KISA“: a name by itself
            return 0
        if j == i + 1 and not inner and known is not None and self._cares_for_work(text):
            # „Kompetenzzentrum OZG“: the name of a work is a part of it
            return 0
        field = s.text_at(j)
        odd = j == i + 1 and ((field[:1].isupper() and "." in field) or self._small_field(s, j))
        # „Kuratorium Verwaltung.Digital“
        end = j + 1 if odd else self._noun_list(s, j)
        if not end:
            return 0
        end = self._second_field(s, end)
        limited = s.text_at(end) == "mbH"
        if (
            tail in self.k.words("units-by-abbreviation")
            and not limited
            and "(" not in {s.text_at(end), s.text_at(end + 1)}
        ):
            # „eine Gesellschaft für den Ausbau“
            return 0
        if limited:
            return self._limited(s, i, end + 1)
        if self._only_demanded(s, i):
            return 0
        head = self.k.heads.get(tail) or self.k.heads.get(base)
        name = self._nominative(text) + " " + self._words(s, i + 1, end)
        first = i
        if i and ADJECTIVE.match(s.tokens[i - 1].text) and i - 1 in s.taken and s.taken[i - 1].adjective:
            first = i - 1
        kind = head.kind if head else "Organisation"
        draft = self.cast.named(name, EntityType.ORGANISATION, "Agency" if inner and kind == "Company" else kind)
        if first < i:
            draft.jurisdiction = s.taken[first].draft
            draft.names.add(after_adjective(s.tokens[first].text, name, head.gender if head else ""))
        elif draft.jurisdiction is None and not self._of_town(s, end):
            draft.jurisdiction = None if base == _AMT and self._in_another_land() else self.cast.host_of(draft)
        draft.inner = inner
        self._place(s, i, end, draft)
        if base != tail or not direct:
            self.cast.alias(self._nominative(text), draft)
        return end

    def _is_verb(self, s: Sentence, j: int) -> bool:
        """„Im Ausschuss sprachen Vertreter“: a verb that looks like an adjective; not „Referat vernetzte Systeme“."""
        low = s.text_at(j)
        if not low.islower() or not self.k.lemma(low).endswith(("en", "eln", "ern")):
            return False
        return low.endswith("en") or j <= _SECOND

    def _limited(self, s: Sentence, i: int, last: int) -> int:
        """„KommWest Gesellschaft für Informatik mbH“: a company, with the names before the noun."""
        first = i
        while (
            first and i - first < _NAMES_BEFORE and first - 1 not in s.taken and self.k.odd_word(s.text_at(first - 1))
        ):
            first -= 1
        draft = self.cast.named(self._words(s, first, last), EntityType.ORGANISATION, "Company")
        if first < i:
            self.short.setdefault(self._words(s, first, i), draft)
        self._place(s, first, last, draft)
        return last

    def _only_demanded(self, s: Sentence, i: int) -> bool:
        """„fordert eine Bundesbehörde für Register“: nobody says that there is one."""
        demanded = self._word_opening(s, i) in INDEFINITE
        return demanded and any(self.k.lemma(low) in self.k.words("demand") for low in s.lower)

    @staticmethod
    def _word_opening(s: Sentence, i: int) -> str:
        """The word before a noun and at most two adjectives of it: „dem“ of „dem neuen kommunalen Portal“."""
        at = i - 1
        while at > 0 and i - at < 3 and s.tokens[at].text[0].islower() and ADJECTIVE.match(s.tokens[at].text):
            if s.lower[at] in DETERMINERS:
                break
            at -= 1
        return s.low_at(at)

    @staticmethod
    def _before_apposition(s: Sentence, i: int) -> int:
        """Token before the comma and the article of a noun that is an apposition, or -1: „KDN, der große Verband“."""
        j = i - 1
        while j > 0 and s.text_at(j).islower() and s.low_at(j) not in DEFINITE_ARTICLES:
            j -= 1
        if s.low_at(j) not in DEFINITE_ARTICLES:
            return -1
        # „des KDN, also des Verbands der …“
        j -= s.low_at(j - 1) == "also"
        return j - 2 if s.text_at(j - 1) in {",", "(", "–"} else -1

    def _small_field(self, s: Sentence, j: int) -> bool:
        """„Beirat eGovernment“: a field that begins with a small letter and has a capital inside."""
        text = s.text_at(j)
        return text[:1].islower() and not text.islower() and j not in s.taken and self.k.odd_word(text)

    @staticmethod
    def _is_body(known: Argument, j: int) -> bool:
        """Whether what stands from `j` on is a body of the lexicon, or one whose name has several words."""
        draft = known.draft
        return (
            draft is not None
            and draft.type is EntityType.ORGANISATION
            and (known.last > j + 1 or draft.entry is not None)
        )

    def _numbered_unit(self, s: Sentence, i: int, tail: str) -> int:
        """„Referat 1“, „Dezernat III“, „Referat IT 2“, „Abteilung Z“: a unit with a number or letter for its name."""
        if tail not in self.k.words("numbered-units"):
            return 0
        end = i + 1
        coded = s.text_at(end).isupper() and len(s.text_at(end)) <= _LONGEST_CODE and s.text_at(end + 1).isdigit()
        end += coded
        if not _UNIT_NUMBER.match(s.text_at(end)) or end in s.dated or NOUN.match(s.text_at(end + 1)):
            # „in der Abteilung 3 Stellen“
            return 0
        name = f"{self._nominative(s.tokens[i].text)} {self._words(s, i + 1, end + 1)}"
        draft = self.cast.named(name, EntityType.ORGANISATION, "Agency")
        draft.inner = True
        self._place(s, i, end + 1, draft)
        return end + 1

    def _unit_tail(self, text: str) -> str | None:
        """The noun for a unit that a word ends in."""
        base = self._nominative(text).lower()
        if not base.endswith(self._units):
            return None
        whole = self.k.words("whole-units")
        return next((u for u in self._units if base == u or (len(u) > 3 and u not in whole and base.endswith(u))), None)

    def _cares_for_work(self, noun: str) -> bool:
        """Whether a noun for a body makes a name with the work that the body cares for: „Kompetenzzentrum OZG“."""
        return self._nominative(noun).lower().rsplit("-", 1)[-1] in self.k.words("bodies-for-a-work")

    def _in_another_land(self) -> bool:
        """Whether the last town named is known to lie in another Land than that of the article."""
        town = self.last_town
        if town is None or town.jurisdiction is None:
            return False
        return town.jurisdiction is not self.cast.host

    @staticmethod
    def _of_town(s: Sentence, end: int) -> bool:
        """„Bereich Informationstechnik der Hansestadt Lübeck“: a unit of a town, not of the Land."""
        if s.low_at(end) not in {"der", "des", "von", "in", "bei"}:
            return False
        return any(s.taken[j].type is EntityType.MUNICIPALITY for j in range(end + 1, end + 4) if j in s.taken)

    def _field_start(self, s: Sentence, i: int, tail: str) -> int:
        """Where the field of a unit begins: after „für“, „des“ in „Ministerium des Innern“, or right after the noun."""
        following = s.low_at(i + 1)
        if following == "für" or (following in {"zum", "zur"} and tail in self.k.words("units-with-a-task")):
            # „die Arbeitsgruppe zum Servicekonto“
            return i + 2
        if following in {"der", "des"} and tail.endswith("ministerium"):
            return i + 2 if s.text_at(i + 2) in self.k.words("ministry-genitives") else 0
        return i + 1

    def _second_field(self, s: Sentence, end: int) -> int:
        """„Ministerium des Innern und für Kommunales“, „Amt für Planfeststellung Verkehr“."""
        both = s.low_at(end) == "und" or (s.text_at(end) == "," and s.low_at(end + 2) not in DETERMINERS)
        if both and s.low_at(end + 1) == "für":
            return self._noun_list(s, end + 2) or end
        following = s.text_at(end)
        if NOUN.match(following) and end not in s.taken and (self._bare(following) or self._both_foreign(s, end)):
            return end + 1
        return end

    def _both_foreign(self, s: Sentence, i: int) -> bool:
        """„Hauptabteilung Embedded Systems“: two words of which the first is in no German dictionary."""
        one, other = s.text_at(i - 1), s.text_at(i)
        plain = is_dictionary_word(one) or is_compound(one)
        return not plain and self.k.role_word(other) is None and other not in self.k.first_names

    def _is_unit(self, s: Sentence, i: int, tail: str) -> bool:
        """„Bereich“ is a field of work far more often than a unit: somebody must lead it, or a body have it."""
        if tail not in self.k.words("doubtful-units"):
            return True
        before = s.low_at(i - 1)
        if before == "im" or (tail in self.k.words("whole-units") and before in INDEFINITE):
            return False
        leads = any(self.k.lemma(low) in self.k.words("leading-verbs") for low in s.lower)
        return leads or (before in {"des", "der"} and self.k.role_word(s.text_at(i - 2)) is not None)

    def _tells_when(self, s: Sentence, i: int) -> bool:
        """„AmtDirekt Ende August“, „OpenCity Anfang dieser Woche“: whether a time begins at a token after a name."""
        if s.text_at(i) not in self.k.words("time-nouns"):
            return False
        return i in s.dated or s.low_at(i + 1) in DETERMINERS or s.text_at(i + 1) in self.k.words("time-nouns")

    def _bare(self, text: str) -> bool:
        """A noun in the singular that could not stand without an article, were it not part of a name."""
        if not is_dictionary_word(text):
            return not is_compound(text)
        return (
            self.k.lemma(text) == text
            and text not in self.k.words("mass-nouns")
            and text not in self.k.words("time-nouns")
            and self.k.role_word(text) is None
            and not text.lower().endswith(("ung", "heit", "keit", "ation"))
        )

    def _plan(self, s: Sentence, i: int) -> int:
        """„die Strategie für IT und E-Government“, „den Aktionsplan für Barrierefreiheit“."""
        text = s.tokens[i].text
        head = self._head(text)
        if head is None or head.type not in {EntityType.PROGRAMME, EntityType.DOCUMENT} or not text[0].isupper():
            return 0
        if text in self.k.words("schedules") or s.text_at(i + 1) in self.k.words("legal-forms"):
            # „die Bauplan GmbH“
            return 0
        if self._has_topic(s, i, head):
            if head.type is EntityType.PROGRAMME and YEAR.match(s.text_at(i + 2)):
                # „die Strategie Verwaltung 2030“: a name with its year, which the noun before introduces
                return 0
            name = f"{self._nominative(text)} {s.text_at(i + 1)}"
            draft = self.cast.named(name, head.type, head.kind)
            self._place(s, i, i + 2, draft)
            self.cast.alias(self._nominative(text), draft)
            return i + 2
        if s.low_at(i + 1) != "für" or s.low_at(i - 1) not in _BEFORE_PLAN:
            return 0
        field = i + 2 + (s.low_at(i + 2) in _AFTER_FOR)
        if field in s.dated or self.k.lemma(s.text_at(field)) in self.k.words("time-nouns"):
            # „kündigt das Papier für den Herbst an“: when it comes
            return 0
        end = self._noun_list(s, i + 2)
        if not end or i + 2 in s.taken:
            return 0
        name = f"{self._nominative(text)} {self._words(s, i + 1, end)}"
        draft = self.cast.named(name, head.type, head.kind)
        self._place(s, i, end, draft)
        self.cast.alias(self._nominative(text), draft)
        return end

    def _noun_list(self, s: Sentence, j: int) -> int:
        """End of a list of nouns with adjectives, commas and „und“ that begins at `j`, or 0."""
        end = 0
        listed = s.low_at(j - 1) == "für"
        noun = j + 1 + (s.text_at(j + 1).islower() and bool(ADJECTIVE.match(s.text_at(j + 1))))
        if s.low_at(j) in _AFTER_FOR and listed and NOUN.match(s.text_at(noun)):
            # „Zentrale Stelle für die Digitale Rentenübersicht“
            j += 1
        elif s.low_at(j) in DETERMINERS:
            # „Geschäftsbereich unseres Ministeriums“
            return 0
        while j < len(s.tokens):
            whole = s.taken.get(j)
            if whole is not None and whole.first == j and whole.last > j + 1 and whole.type in _FIELDS:
                # „Arbeitskreis Deutsche Verwaltungscloud“
                j = whole.last - 1
            if ADJECTIVE.match(s.text_at(j)) and NOUN.match(s.text_at(j + 1)) and self._may_begin(s, j):
                # „Ministerium der Finanzen Staatssekretärin Anna Weber“: a title is no part of the name
                j += self.k.role_word(s.text_at(j + 1)) is None
            if s.low_at(j) in {"die", "den", "der"} and end and NOUN.match(s.text_at(j + 1)):
                j += 1
            if not NOUN.match(s.text_at(j)) or self._is_person(s, j):
                break
            end = j + 1
            again = s.low_at(end) in {"und", "sowie"} and (listed or s.low_at(end + 1) not in _AFTER_FOR)
            # „die Abteilung Digitales und die Aufsicht“ are two
            if (again and self._list_goes_on(s, end + 1)) or (
                s.text_at(end) == "," and self._closes_with_and(s, end + 1)
            ):
                j = end + 1
            elif s.low_at(end) == "in" and s.low_at(end + 1) == "der" and self._field_in(s, end + 2):
                j = end + 2
            elif listed and s.low_at(end) == "im" and s.low_at(end + 1).endswith(self._spheres):
                # „Institut für Sicherheit im Internet“
                j = end + 1
            else:
                break
        return end

    def _has_topic(self, s: Sentence, i: int, head: HeadNoun) -> bool:
        """„den Aktionsplan Barrierefreiheit“: a noun for a plan with its article, and what it is about, bare.

        Not „will im Aktionsplan Datenschutz verankern“, nor „mit dem Plan Kosten senken“.
        """
        topic, whole = s.text_at(i + 1), self._nominative(s.tokens[i].text)
        bare = NOUN.match(topic) and not topic.isupper() and i not in s.taken and i + 1 not in s.taken
        if not bare or head.form not in self.k.words("plans-with-a-topic") or s.low_at(i - 1) not in _BEFORE_TOPIC:
            return False
        if i + 1 in s.dated or topic in self.k.words("time-nouns") or self.k.role_word(topic) is not None:
            return False
        singular = self.k.lemma(whole) == whole and self.k.lemma(topic) == topic
        return singular and is_dictionary_word(topic) and not NOUN.match(s.text_at(i + 2))

    def _field_in(self, s: Sentence, i: int) -> bool:
        """„KI in der Pflege“ is one field, but „Referat Prozesse in der Staatskanzlei“ says where the unit is."""
        text = s.text_at(i)
        head = self._head(text)
        house = (head is not None and head.type is EntityType.ORGANISATION) or text in self.k.words("houses-of-towns")
        return bool(NOUN.match(text)) and not house and (i not in s.taken or not s.taken[i].adjective)

    @staticmethod
    def _is_person(s: Sentence, j: int) -> bool:
        taken = s.taken.get(j)
        return taken is not None and taken.type is EntityType.PERSON

    @staticmethod
    def _may_begin(s: Sentence, j: int) -> bool:
        taken = s.taken.get(j)
        return taken is None or (taken.first == j and taken.type is EntityType.ORGANISATION and taken.last > j + 1)

    def _list_goes_on(self, s: Sentence, j: int) -> bool:
        if s.low_at(j) in {"die", "den", "der"}:
            j += 1
            head = self._head(s.text_at(j))
            if self._unit_tail(s.text_at(j)) is not None or (head is not None and head.type is EntityType.ORGANISATION):
                return False
        if s.low_at(j) in PREPOSITIONS:
            return False
        if ADJECTIVE.match(s.text_at(j)) and NOUN.match(s.text_at(j + 1)):
            return True
        word = s.text_at(j)
        return bool(NOUN.match(word)) and self.k.role_word(word) is None and j not in s.taken

    def _closes_with_and(self, s: Sentence, j: int) -> bool:
        """A comma inside a name: nouns and commas follow, and then „und“ with a noun."""
        for _ in range(5):
            if s.low_at(j) in PREPOSITIONS:
                # „Leiterin der Stabsstelle Digitalisierung, über Fehler, Geld und Geduld“
                return False
            if ADJECTIVE.match(s.text_at(j)) and NOUN.match(s.text_at(j + 1)):
                j += 1
            if not NOUN.match(s.text_at(j)) or self.k.role_word(s.text_at(j)) is not None:
                return False
            if s.low_at(j + 1) == "und":
                return self._list_goes_on(s, j + 2)
            if s.text_at(j + 1) != ",":
                return False
            j += 2
        return False

    def _glued(self, s: Sentence, i: int) -> bool:
        return i + 1 < len(s.tokens) and s.starts[i + 1] == s.end_of(i) and s.tokens[i + 1].text[0].isalnum()

    def _alone(self, s: Sentence, i: int, name: str, head: HeadNoun) -> int:
        """A noun that names a body by itself."""
        raise NotImplementedError

    # ------------------------------------------------------------------ helpers

    @staticmethod
    def _version(text: str) -> bool:
        return bool(_VERSION.match(text))

    def _words(self, s: Sentence, first: int, last: int) -> str:
        return self.cast.text[s.starts[first] : s.end_of(last - 1)]

    def _place(self, s: Sentence, first: int, last: int, draft: Draft) -> None:
        self.cast.place(s, first, last, draft)

    @staticmethod
    def _swallow(s: Sentence, first: int, last: int) -> None:
        """Take back the mentions of shorter names in these tokens, of whatever type: they are part of a longer one."""
        for j in range(first, last):
            inside = s.taken.get(j)
            if inside is not None and inside.draft is not None:
                inside.draft.mentions.discard((s.starts[inside.first], s.end_of(inside.last - 1)))
