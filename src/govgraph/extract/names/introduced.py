"""Names that a noun beside them introduces: „Plattform civento“, „VIS, ein Aktensystem“, „namens Käthe“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.knowledge import ODD
from govgraph.extract.names.long_names import ADJECTIVE, CLOSING, NOUN, OPENING
from govgraph.extract.names.name_runs import APPOSED, DEFINITE, LONGEST_RUN
from govgraph.extract.names.named_together import BETWEEN_SEVERAL, LONGEST_TITLE, NamedTogether
from govgraph.extract.state import BODY_TYPES, PLACES, WORKS
from govgraph.language.grammar import DETERMINERS, INDEFINITE, PREPOSITIONS
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Sentence
    from govgraph.vocabulary import HeadNoun

_INDEFINITE = INDEFINITE | {"keine", "keinen"}
CALLED = frozenset({"betitelt", "namens", "heißt", "hieß", "heißen", "heiße", "nennt", "nannte", "getauft"})
TITLES = frozenset(
    {
        "namen",
        "titel",
        "arbeitstitel",
        "projektnamen",
        "produktnamen",
        "motto",
        "bezeichnung",
        "abkürzung",
        "kürzel",
        "marke",
    }
)
_NOW = frozenset({
    "inzwischen", "jetzt", "nun", "künftig", "mittlerweile", "heute", "seither", "seitdem", "fortan", "intern",
    "schlicht", "einfach", "offiziell", "kurz",
})  # fmt: skip
"""Words between a verb of calling and the name."""
_AFTER_NAME = frozenset({",", ".", ")", "–", "-", ":", ";", "!", "?", "der", "des", "von", "aus", "und", "oder", ""})
_LONGEST_SMALL = 4
"""Most words of a title in quotation marks that begins with a small letter."""
_FAR = 12
"""How many tokens after a name the noun may stand that says what it is."""
_LABELLED = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ANSWER})
WORKS_AND_EVENTS = WORKS | {EntityType.EVENT}
"""Types of what is called by a name that may be any word."""
_COPULAS = frozenset(
    {"bleiben", "bleibt", "ist", "sei", "sind", "war", "waren", "werde", "werden", "wird", "wurde", "wurden"}
)
_ENDS = frozenset({"", "!", ",", ".", ":", ";", "?", "geworden", "und", "–"})


class IntroducedNames(NamedTogether):
    """Finds names by the noun that introduces them and marks where they stand."""

    kind: HeadNoun | None = None
    """The last noun for a work that the article has named, for a name that comes in a sentence after it."""

    kind_from: int = 0
    """Where the sentence with that noun begins."""

    following: Sentence | None = None
    """The sentence after the one that is read."""

    def _introduced_name(self, s: Sentence, i: int) -> int:
        """A name right after its noun: „Programm „Starke Heimat Hessen““, „Firma cit“, „einen Chatbot namens Käthe“."""
        text = s.tokens[i].text
        if not text[0].isupper() or self._only_describes(s, i):
            return 0
        head = self._head(text) or self._weak_head(s, i)
        if head is None:
            return self._several(s, i)
        if not head.introduces:
            return 0
        if head.type in WORKS_AND_EVENTS:
            self.kind, self.kind_from = head, s.start
        if head.form in self.k.words("field-heads") and s.text_at(i + 1) not in OPENING:
            end = self._noun_list(s, i + 1)
            return self._named_by(s, i, i + 1, end, head) if end else 0
        j, called = self._skip_called(s, i + 1)
        if s.text_at(j) in self.k.words("legal-forms"):
            # „GeraNetz GmbH“
            return 0
        if s.text_at(j) in OPENING:
            return self._quoted(s, i, j, head)
        if head.kind == "Company" and self._incorporated(s, j):
            # „die Firma Computa Nova GmbH“: the name is read to its legal form
            return 0 if text.lower() not in self.k.words("only-firms") and self._of_a_region(s, j) else i + 1
        if not called and s.text_at(j) in self.k.words("predicate-nouns") and self._says_of_it(s, i, j):
            return i + 1
        beside = s.taken.get(j)
        if s.low_at(j) == "zu" and not called and j + 1 in s.taken and self._takes_place(head, s.taken[j + 1]):
            # „Christian-Albrechts-Universität zu Kiel“
            return self._place_named(s, i, s.taken[j + 1], head, j)
        if head.type is EntityType.PROGRAMME and self._called_by_title(s, i, j):
            self._swallow(s, j, j + 2)
            return self._named_by(s, i, j, j + 2, head)
        of_place = self._of_place(s, j, head)
        if of_place:
            name = f"{self._whole_noun(s, i)} {self._words(s, j, of_place)}"
            self._place(s, i, of_place, self.cast.named(name, head.type, head.kind))
            return of_place
        last = self._name_run(s, j, called=called)
        if beside is not None and beside.first == j and self._takes_quarter(s, head, beside):
            self._swallow(s, j, beside.last)
            return self._place_named(s, i, beside, head, j)
        if (
            beside is not None
            and beside.first == j
            and (self._takes_place(head, beside) or self._owns_system(s, i, beside))
        ):
            return self._place_named(s, i, beside, head, j)
        region = self.k.like_a_place(s.text_at(j)) or (beside is None and self._abbreviated(s, j))
        if region and self._takes_region(s, i, head):
            name = f"{self._whole_noun(s, i)} {s.text_at(j)}"
            self._place(s, i, j + 1, self.cast.named(name, head.type, head.kind))
            return j + 1
        if beside is not None and beside.first == j == i + 1 and self._is_theme(text, head, beside):
            if head.type is EntityType.ORGANISATION:
                self._swallow(s, j, beside.last)
            return self._place_named(s, i, beside, head, j)
        if beside is not None and beside.first == j and self._kind_of(head, beside):
            # „das Dokumentenmanagementsystem enaio“: the noun says what kind of thing it is and names nothing
            return i + 1
        if last == j:
            last = self._plain_name(s, i, j, head, called=called)
        if last <= j + 1 and not called:
            last = max(last, self._bare_title(s, i, j, head))
        if last == j and beside is not None and self._compound_of_place(s, i, head, beside):
            last = beside.last
        if last == j:
            return self._apposed_name(s, i, head)
        if head.type is not EntityType.ORGANISATION and s.text_at(last - 1) in self.k.words("legal-forms"):
            # „Westnetz Kommunal AöR“
            return 0
        last = self._goes_on(s, j, last)
        if head.form == "verein" and s.low_at(last) in self.k.words("closing-adjectives"):
            # „der Verein Etteln aktiv“
            last += 1
        if head.kind == "Company" and self._small_tail(s, last):
            # „die Firma NOVUM plan“
            last += 1
        if head.kind == "Company" and s.text_at(last) == "&" and NOUN.match(s.text_at(last + 1)):
            # „die Beratungsfirma Kienzle & Partner“
            last += 2
        return self._named_by(s, i, j, last, head)

    def _called_by_title(self, s: Sentence, i: int, j: int) -> bool:
        """„das Programm Digitallotsen Harz“: people of a region give a programme its name, and none is called Harz."""
        region = s.text_at(j + 1)
        title = j == i + 1 and self.k.role_word(s.text_at(j)) is not None
        placed = self.k.region(region) or self.k.like_a_place(region) or region in self.k.words("rivers")
        return title and NOUN.match(region) is not None and placed

    def _of_a_region(self, s: Sentence, j: int) -> bool:
        """„die Kommunalberatung Taunus GmbH“: a region and the legal form at a token make a name with it."""
        return self.k.like_a_place(s.text_at(j)) and s.text_at(j + 1) in self.k.words("legal-forms")

    @staticmethod
    def _says_of_it(s: Sentence, i: int, j: int) -> bool:
        """„In Gera ist die Software Alltag.“, „dass das Portal Pflicht wird“: a noun that tells how a thing is."""
        copula = _COPULAS.__contains__
        return copula(s.low_at(j + 1)) or (s.text_at(j + 1) in _ENDS and any(map(copula, s.lower[:i])))

    def _small_tail(self, s: Sentence, i: int) -> bool:
        """Whether a word in small letters closes the name of a company: „NOVUM plan“, „Kontor digital“."""
        text, words = s.text_at(i), self.k.words
        closes = text in words("closing-adjectives") or text in words("company-tails")
        return closes and s.low_at(i + 1) in _AFTER_NAME

    def _short_house(self, s: Sentence, i: int) -> int:
        """„die IHK Rhein-Neckar“, „die VHS Kassel“: a noun for a house in its short form, with its place."""
        beside = s.taken.get(i + 1)
        text = s.text_at(i + 1)
        if i in s.taken:
            return 0
        if beside is not None and (beside.first != i + 1 or beside.type not in PLACES or not text[:1].isupper()):
            return 0
        whole = "-" in text and all(part[:1].isupper() for part in text.split("-"))
        if beside is None or beside.adjective:
            if not whole and not self.k.like_a_place(text):
                return 0
            last = i + 2
            self._swallow(s, i + 1, last)
        else:
            last = beside.last
        while s.text_at(last) == "–" and s.text_at(last + 1)[:1].isupper() and last + 1 in s.taken:
            # „IHK Osnabrück – Emsland“
            last = s.taken[last + 1].last
        draft = self.cast.named(self._words(s, i, last), EntityType.ORGANISATION, "Organisation")
        self._place(s, i, last, draft)
        return last

    def _field_house(self, s: Sentence, i: int) -> int:
        """„die Kommunale IT Mittelrhein-Lahn“: an adjective with a capital, a field, and the region that both serve."""
        if s.text_at(i + 1) not in self.k.words("fields-in-names") or {i, i + 1} & s.taken.keys():
            return 0
        beside = s.taken.get(i + 2)
        text = s.text_at(i + 2)
        if beside is None or beside.adjective:
            if not self.k.like_a_place(text):
                return 0
            last = i + 3
            self._swallow(s, i + 2, last)
        elif beside.first == i + 2 and beside.type in PLACES:
            last = beside.last
        else:
            return 0
        name = f"{s.text_at(i).rstrip('nr')} {self._words(s, i + 1, last)}"
        self._place(s, i, last, self.cast.named(name, EntityType.ORGANISATION, "ServiceProvider"))
        return last

    def _only_describes(self, s: Sentence, i: int) -> bool:
        """„der Zentralen Ausländerdateiakte“: an adjective with a capital that looks like a noun."""
        text, following = s.text_at(i), s.text_at(i + 1)
        if not text.endswith(("en", "er", "em", "es")) or not ADJECTIVE.match(text) or i + 1 in s.taken:
            return False
        own = self._head(following) if NOUN.match(following) else None
        low = text.lower()
        if own is None or own.type is EntityType.ORGANISATION:
            return False
        return self.k.lemma(low) != low and self.k.lemma(low).islower()

    def _skip_called(self, s: Sentence, j: int) -> tuple[int, bool]:
        """Index after „namens“, „mit dem Titel“, „unter dem Namen“, and whether one of them stands there."""
        if s.low_at(j) == "namens":
            return j + 1, True
        if s.low_at(j) in {"mit", "unter"}:
            step = j + 2 if s.low_at(j + 1) in {"dem", "der"} else j + 1
            if s.low_at(step) in TITLES:
                return step + 1, True
        if s.text_at(j) == ":" and self._is_label(s, j - 1):
            return j + 1, True
        return j, False

    def _is_label(self, s: Sentence, i: int) -> bool:
        """„Projekt: Havenmodell“, „Projekt: „BürgerNet““: a line that names what those after it tell of."""
        if i or s.kind not in _LABELLED or s.lower[i] not in self.k.words("labels-of-names"):
            return False
        if s.text_at(i + 2) in OPENING:
            return True
        following = self.following
        return following is not None and any(
            following.text_at(j) == ":" and " ".join(following.lower[:j]) in self.k.labels for j in (1, 2, 3)
        )

    def _quoted(self, s: Sentence, i: int, j: int, head: HeadNoun) -> int:
        first = s.text_at(j + 1)
        end = next((e for e in range(j + 1, min(j + 10, len(s.tokens))) if s.tokens[e].text in CLOSING), 0)
        small = head.type in WORKS_AND_EVENTS and self._small_title(s, j + 1, end)
        if not (first[:1].isupper() or first[:1].isdigit() or first == "(" or ODD.search(first) or small):
            return 0
        if not end or end == j + 1 or not first[0].isalnum():
            return 0
        self._named_by(s, i, j + 1, end, head)
        end += 1
        while s.low_at(end) in BETWEEN_SEVERAL:
            # „die Vorhaben „Smarte Quartiere“ und „Stadt der Zukunft““
            further = self._quoted_member(s, end + 1, head)
            if not further:
                break
            end = further
        return end

    def _small_title(self, s: Sentence, first: int, end: int) -> bool:
        """„das Projekt „gemeinsam digital““: words in small letters of which the last may close a name."""
        words = s.tokens[first:end]
        if not 1 < len(words) <= _LONGEST_SMALL or not all(token.text[0].isalpha() for token in words):
            return False
        last, closing = words[-1], self.k.words
        tail = last.low in closing("closing-adjectives") or last.low in closing("name-tails")
        return tail or NOUN.match(last.text) is not None

    def _named_by(self, s: Sentence, i: int, first: int, last: int, head: HeadNoun) -> int:
        """Mark a name with the noun at `i` as what tells its kind."""
        inner = s.taken.get(first)
        if inner is not None and inner.first == first and inner.last == last and not inner.adjective:
            return 0
        name = self._words(s, first, last)
        whole = f"{self._whole_noun(s, i)} {name}"
        # „Staatskongress Digital“: a compound of its own is a part of the name, a „Fachkongress“ only says what it is
        if head.type is EntityType.EVENT and first == i + 1 and not s.lower[i].startswith(head.form):
            self._place(s, i, last, self.cast.thing(whole, head.type, head.kind))
            return last
        if head.type is EntityType.EVENT and name.replace(" ", "").endswith("e.V."):
            # „das Forum Moderne Verwaltung e. V.“
            self._place(s, i, last, self.cast.named(whole, EntityType.ORGANISATION, "Association"))
            return last
        type_, kind = head.type, head.kind
        if head.form in self.k.words("bodies-or-systems") and ODD.search(s.text_at(first)):
            # „das Archiv docuStore“
            type_, kind = EntityType.SYSTEM, "System"
        if head.form == "programm" and self._is_software(s, i, first, last):
            # „OctoWare, das Programm von easy-soft“
            type_, kind = EntityType.SYSTEM, "System"
        if head.type is EntityType.SERVICE and last == first + 1 and self.k.odd_word(s.text_at(first)):
            # „die Terminvergabe TeVIS-K“, „den Vorlagendienst WollMux“: what does the service
            type_, kind = EntityType.SYSTEM, "System"
        if type_ is EntityType.ORGANISATION and first == i + 1 and self._only_a_region(name):
            # „der Rettungsdienstverbund Südbrandenburg“: a region is the name of no body
            self._place(s, i, last, self.cast.named(whole, type_, kind))
            return last
        draft = self.cast.thing(name, type_, kind)
        draft.names |= {name, whole}
        self._place(s, first, last, draft)
        self.short.setdefault(name, draft)
        return last

    def _of_company(self, s: Sentence, i: int) -> bool:
        """Whether a firm is named before a token: „Die Solva GmbH hat ihr Programm …“."""
        forms = self.k.words("legal-forms")
        return any(token.text in forms for token in s.tokens[:i])

    def _only_a_region(self, name: str) -> bool:
        """Whether a name is that of a region, or looks so: „Südwest“, „Rhein-Neckar“."""
        return " " not in name and self.k.region(name) and self.k.like_a_place(name)

    def _is_software(self, s: Sentence, i: int, first: int, last: int) -> bool:
        """„Das Programm IKOL war im Einsatz“, but „im Programm IKOL“: what somebody runs or has written is software.

        A word of its own that no dictionary knows is software as well, where nobody speaks of money.
        """
        name = s.text_at(first)
        if ODD.search(name) and first < i:
            return True
        opening = self._word_opening(s, i)
        if opening.startswith(("ihr", "sein")) and self._of_company(s, i):
            # „Die Solva GmbH hat ihr Programm Merlin umgestellt“
            return True
        if opening in PREPOSITIONS or (opening in DETERMINERS and opening not in {"das", "ein"}):
            return False
        cues = self.k.words("software-cues")
        coined = ODD.search(name) is not None or (last == first + 1 and not is_dictionary_word(name))
        if coined and any(token.text in cues or self.k.lemma(token.low) in cues for token in s.tokens):
            return True
        money = self.k.words("money-cues")
        alone = last == first + 1 and self.k.odd_word(name) and "." not in name and opening in {"das", "ein"}
        return alone and not any(token.text in money or self.k.lemma(token.low) in money for token in s.tokens)

    @staticmethod
    def _kind_of(head: HeadNoun, beside: Argument) -> bool:
        """Whether a name of the lexicon right after the noun is one of such a thing."""
        known = beside.draft is not None and beside.draft.entry is not None and not beside.adjective
        return known and beside.type is head.type and head.type is not EntityType.ORGANISATION

    def _is_theme(self, noun: str, head: HeadNoun, beside: Argument) -> bool:
        """„Praxistag E-Akte“, „Geschäftsstelle GovData“: a work right after the noun is what they meet or care for.

        „Prüfbericht Amt24“, „Leitfaden E-Akte“: it is what a paper is about.
        """
        known = beside.draft is not None and beside.draft.entry is not None and not beside.adjective
        if known and self._cares_for_work(noun):
            return beside.type in WORKS_AND_EVENTS or beside.type in {EntityType.LAW, EntityType.ORGANISATION}
        meeting = head.type in {EntityType.EVENT, EntityType.DOCUMENT} or head.kind == "Committee"
        return known and meeting and beside.type in WORKS

    def _takes_region(self, s: Sentence, i: int, head: HeadNoun) -> bool:
        """Whether a noun makes a name with the region after it: „die Digitalagentur Allerland“, not „eine …“."""
        if head.form in self.k.words("place-named-heads"):
            return True
        return head.form in self.k.words("region-named-heads") and self._word_opening(s, i) not in _INDEFINITE

    def _compound_of_place(self, s: Sentence, i: int, head: HeadNoun, beside: Argument) -> bool:
        """„die Plattform Hessen-Service“, „das Archivsystem KDO-Depot“: a compound of a place or body names it."""
        text = s.text_at(i + 1)
        whole = "-" in text and text.rpartition("-")[2][:1].isupper() and beside.first == i + 1 == beside.last - 1
        alone = not NOUN.match(s.text_at(i + 2)) and self._word_opening(s, i) in DEFINITE
        return whole and alone and beside.adjective and beside.type in BODY_TYPES and head.type is EntityType.SYSTEM

    def _owns_system(self, s: Sentence, i: int, beside: Argument) -> bool:
        """„das Bürgerportal Neuwied“: a place right after the noun for a system of which it has one."""
        own = self._nominative(s.tokens[i].text) in self.k.words("own-systems")
        return own and beside.type in PLACES and not beside.adjective and beside.cases != "g"

    def _takes_quarter(self, s: Sentence, head: HeadNoun, beside: Argument) -> bool:
        """„Klinikum Bremen-Mitte“: a quarter of a town after a noun that makes a name with a place."""
        words = s.text_at(beside.first).split("-")
        whole = len(words) > 1 and all(word[:1].isupper() for word in words)
        quarter = whole and beside.adjective and beside.type in PLACES and self._head(words[-1]) is None
        return quarter and head.form in self.k.words("place-named-heads")

    def _of_place(self, s: Sentence, j: int, head: HeadNoun) -> int:
        """End of the place in „Polizei des Landes Brandenburg“, „Feuerwehr der Stadt Soest“, or 0."""
        if head.form not in self.k.words("heads-of-a-place") or s.low_at(j) not in {"des", "der"}:
            return 0
        if s.text_at(j + 1) not in self.k.words("state-nouns") | self.k.words("municipality-nouns"):
            return 0
        place = s.taken.get(j + 2)
        return place.last if place is not None and place.first <= j + 2 and self._takes_place(head, place) else 0

    def _place_named(self, s: Sentence, i: int, place: Argument, head: HeadNoun, j: int) -> int:
        """„Universität Oldenburg“: a head noun that makes a name with the name of a place."""
        last = place.last
        if s.text_at(last) == "/" and self._glued(s, last) and NOUN.match(s.text_at(last + 1)):
            # „Hochschule Zittau/Görlitz“, „Hochschule Emden/Leer“
            second = s.taken.get(last + 1)
            last = last + 2 if second is None else second.last
        closing = self.k.words("closing-adjectives") | self.k.words("name-tails")
        if head.type is EntityType.DOCUMENT and s.low_at(last) in closing and not NOUN.match(s.text_at(last + 1)):
            # „der Leitfaden E-Akte kommunal“
            last += 1
        name = f"{self._whole_noun(s, i)} {self._words(s, j, last)}"
        draft = self.cast.named(name, head.type, head.kind)
        self._place(s, i, last, draft)
        return last

    @staticmethod
    def _abbreviated(s: Sentence, j: int) -> bool:
        """„Rechenzentrum Rheintal (RZR)“: a noun whose initial ends the abbreviation in brackets after it."""
        short = s.text_at(j + 2)
        opened = NOUN.match(s.text_at(j)) and s.text_at(j + 1) == "(" and s.text_at(j + 3) == ")"
        return bool(opened) and short.isupper() and short[-1] == s.text_at(j)[0]

    def _incorporated(self, s: Sentence, j: int) -> bool:
        """Whether words with capitals and then a legal form stand at `j`."""
        end = j
        while (
            end - j < LONGEST_RUN and NOUN.match(s.text_at(end)) and s.text_at(end) not in self.k.words("legal-forms")
        ):
            end += 1
        return end > j and s.text_at(end) in self.k.words("legal-forms")

    def _whole_noun(self, s: Sentence, i: int) -> str:
        """A head noun in its dictionary form, with „Industrie- und“ before it."""
        noun = self._nominative(s.tokens[i].text)
        if i > 1 and s.lower[i - 1] == "und" and s.tokens[i - 2].text.endswith("-") and i - 2 not in s.taken:
            return f"{s.tokens[i - 2].text} und {noun}"
        return noun

    # ------------------------------------------------------------------ appositions

    def _apposed_name(self, s: Sentence, i: int, head: HeadNoun) -> int:
        """„Unser IT-Dienstleister, die gkd-el, hat …“, „Das Produkt, nscale von Ceyoniq“: the noun, then the name."""
        j = i + 1
        if s.low_at(j) in {"des", "der"} and (j + 1 in s.taken or NOUN.match(s.text_at(j + 1))):
            j += 2
        if s.text_at(j) == "(":
            end = self._odd_name(s, j + 1)
            if end > j + 1 and s.text_at(end) == ")" and s.low_at(i - 1) in DEFINITE and head.type is EntityType.SYSTEM:
                return self._named_by(s, i, j + 1, end, head)
            return 0
        if s.text_at(j) not in {",", "–", ":"} or self._word_opening(s, i) not in APPOSED:
            return 0
        j += 1
        if s.low_at(j) in DEFINITE:
            j += 1
        end = self._odd_name(s, j)
        if end == j or s.low_at(end) not in _AFTER_NAME or (s.text_at(j).isupper() and len(s.text_at(j)) < 3):
            return 0
        return self._named_by(s, i, j, end, head)

    def _name_with_kind(self, s: Sentence, i: int) -> int:
        """„VIS, ein Dokumentenmanagementsystem der PDV GmbH“: the name, then the noun; „das Session hieß“."""
        end = self._odd_name(s, i)
        if end == i or s.text_at(i) in self.k.words("legal-forms"):
            return 0
        after = s.low_at(end)
        if after not in {",", "–", "("} and s.text_at(end + 1) == "," and self._closes_clause(s, end):
            # „probiert IRIS connect aus, eine Schnittstelle für Apps“
            kind = self._kind_noun(s, end + 2) if s.low_at(end + 2) in APPOSED else -1
            head = self._head(s.tokens[kind].text) if kind >= 0 else None
            beside = s.low_at(kind + 1) in {"für", "aus", "von", "des", "der", "im", ",", "."} if kind >= 0 else False
            if head is None or head.type not in WORKS_AND_EVENTS or not beside:
                return 0
            return self._named_by(s, kind, i, end, head)
        if after in {",", "–", "("}:
            j = end + 1
            if s.low_at(j) not in APPOSED and after != "(":
                return 0
            kind = self._kind_noun(s, j)
            if kind >= 0:
                head = self._head(s.tokens[kind].text)
                if head is not None:
                    return self._named_by(s, kind, i, end, head)
        return 0

    def _closes_clause(self, s: Sentence, i: int) -> bool:
        """Whether a verb, or the prefix that stands apart from one, ends its clause at a token."""
        low = s.low_at(i)
        verb = s.text_at(i).islower() and low.endswith(("en", "t")) and low not in PREPOSITIONS
        return low in self.k.words("particles") or (verb and is_dictionary_word(low))

    def _kind_noun(self, s: Sentence, j: int) -> int:
        """Index of the introducing noun of a phrase that begins at `j`, or -1."""
        for k in range(j, min(j + 5, len(s.tokens))):
            text = s.tokens[k].text
            if text[0].isupper():
                head = self._head(text)
                if head is None or k in s.taken or head.type is EntityType.MUNICIPALITY:
                    # „das kommunale Antragssystem“, but not „das Land Hessen“
                    if s.taken.get(k) is not None and s.taken[k].adjective:
                        continue
                    return -1
                if self.k.role_word(text) is not None or NOUN.match(s.text_at(k + 1)):
                    return -1
                return k
            if not text[0].isalpha() or s.low_at(k) in PREPOSITIONS:
                return -1
        return -1

    def _called_name(self, s: Sentence, i: int) -> int:
        """„… eines der ersten Systeme, das Session hieß“, „Die Anwendung heißt KIBau“: the verb of calling."""
        if s.low_at(i) not in CALLED:
            return 0
        before = i - 1
        if before > 1 and NOUN.match(s.text_at(before)) and s.low_at(before - 1) in {"der", "die", "das"}:
            if s.text_at(before - 2) != "," or before in s.taken:
                return 0
            kind = self._kind_before(s, before - 2)
            head = self._head(s.tokens[kind].text) if kind >= 0 else None
            if head is not None:
                self._named_by(s, kind, before, i, head)
                return 0
            # „Frau Roth, die App heißt Löwenzahn“ addresses somebody
        if self._name_first(s, i):
            return 0
        kind = self._kind_before(s, i)
        j = self._called_from(s, i)
        quoted = s.text_at(j) in OPENING
        if kind < 0 or s.low_at(i) == "getauft" or (s.low_at(i) in {"nennt", "nannte"} and s.low_at(i + 1) != "sich"):
            return 0
        head = self._head(s.tokens[kind].text)
        if head is None:
            return 0
        if quoted:
            return self._quoted(s, kind, j, head)
        end = self._name_run(s, j, called=True)
        if end == j or s.low_at(end) not in _AFTER_NAME:
            return 0
        return self._named_by(s, kind, j, end, head)

    @staticmethod
    def _called_from(s: Sentence, i: int) -> int:
        """Where the name begins after a verb of calling: „nennt sich jetzt Findus“, „heißt inzwischen Luzie“."""
        j = i + 1 + (s.low_at(i + 1) == "sich")
        return j + (s.low_at(j) in _NOW)

    def _name_first(self, s: Sentence, i: int) -> bool:
        """„Mein Fürth heißt das neue Bürgerportal“: a name that opens the sentence, the verb, and what is so called."""
        kind = self._kind_noun(s, i + 1) if s.low_at(i + 1) in APPOSED else -1
        head = self._head(s.tokens[kind].text) if kind >= 0 else None
        if head is not None and s.text_at(i - 1) in CLOSING:
            at = next((j for j in range(i - 2, max(-1, i - 2 - LONGEST_TITLE), -1) if s.text_at(j) in OPENING), -1)
            # „„Smart Water“ heißt das Vorhaben“
            return at >= 0 and bool(self._quoted(s, kind, at, head))
        first = max((j + 1 for j in range(i) if s.text_at(j) in {":", ";"}), default=0)
        if head is None or not 0 < i - first <= LONGEST_RUN or s.text_at(i - 1) in CLOSING:
            return False
        words = [token.text for token in s.tokens[first:i]]
        opening = words[0].lower()
        if not words[0][0].isupper() or opening in PREPOSITIONS or opening in APPOSED or not NOUN.match(words[-1]):
            return False
        plain = len(words) == 1 and words[0] not in self.k.first_names and not words[0].isupper()
        if plain and is_dictionary_word(opening):
            # „Offiziell heißt die Plattform …“
            return False
        if any(s.taken[j].type is EntityType.PERSON for j in range(first, i) if j in s.taken):
            return False
        return bool(self._named_by(s, kind, first, i, head))

    def _titled_name(self, s: Sentence, i: int) -> int:
        """„Das Portal hört auf den Namen Nelli“, „Unter dem Namen Offene Daten“: the name after a noun of naming."""
        feminine = s.low_at(i - 1) == "der" and s.low_at(i - 2) == "unter"
        if s.low_at(i) not in TITLES or not (feminine or s.low_at(i - 1) in {"den", "dem"}):
            return 0
        j = i + 1
        own = self._head(s.text_at(j)) if NOUN.match(s.text_at(j)) and j not in s.taken else None
        kind = self._kind_before(s, i)
        if kind < 0 and s.low_at(i - 2) in {"unter", "hinter"}:
            kind = self._kind_after(s, j)
        if kind >= 0 and not NOUN.match(s.text_at(j + 1)):
            # „eine Plattform, die den Namen PortHub trägt“
            own = None
        head = (
            own if own is not None and own.introduces else self._head(s.tokens[kind].text) if kind >= 0 else self.kind
        )
        if head is None:
            return 0
        if s.text_at(j) in OPENING:
            return self._quoted(s, kind if kind >= 0 else i, j, head)
        end = self._name_run(s, j, called=True)
        if end == j:
            return 0
        name = self._words(s, j, end)
        draft = self.cast.thing(name, head.type, head.kind)
        draft.names |= {name}
        self._place(s, j, end, draft)
        self.short.setdefault(name, draft)
        return end

    def _kind_after(self, s: Sentence, j: int) -> int:
        """„Unter dem Namen Kompass betreibt die Stadt ein Portal“: the noun after it for the kind, or -1."""
        for k in range(j + 1, min(j + _FAR, len(s.tokens))):
            text = s.tokens[k].text
            if text in {",", ".", ";"}:
                return -1
            if text[0].isupper() and k not in s.taken and self._word_opening(s, k) in APPOSED:
                head = self._head(text)
                if head is not None and head.introduces and head.type in WORKS:
                    return k
        return -1

    def _kind_before(self, s: Sentence, i: int) -> int:
        """Index of the last introducing noun before token `i`, at most eight tokens away, or -1."""
        for k in range(i - 1, max(-1, i - 9), -1):
            text = s.tokens[k].text
            if text[0].isupper() and k not in s.taken:
                head = self._head(text)
                if head is not None and head.introduces and self.k.role_word(text) is None:
                    return k
        return -1
