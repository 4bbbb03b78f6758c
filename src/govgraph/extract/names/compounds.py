"""Names by their last part: „Transparenzgesetz“, „Hessischer Kommunalkongress“, „die elektronische Akte“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import ADJECTIVE, CLOSING, ISSUE, NOUN, OPENING, YEAR, LongNames
from govgraph.extract.names.name_runs import DEFINITE
from govgraph.extract.places import after_adjective
from govgraph.extract.state import PLACES
from govgraph.language.grammar import DETERMINERS, INDEFINITE, IS_CALLED, PREPOSITIONS
from govgraph.language.morphology import is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Draft, Sentence
    from govgraph.vocabulary import HeadNoun

_CARED_FOR = frozenset({EntityType.SYSTEM, EntityType.PROGRAMME, EntityType.SERVICE, EntityType.LAW})
_DAY = "tag"
_INDEFINITE = INDEFINITE | {"jede", "jedes", "kein", "keine"}
_TAKING_UP = ("das", "dem", "der", "die", "Das", "Dem", "Der", "Die", "im", "Im")
_AFTER_ADJECTIVE = frozenset({EntityType.EVENT, EntityType.DOCUMENT, EntityType.PROGRAMME, EntityType.LAW})
_NAMED_AFTER = _AFTER_ADJECTIVE | {EntityType.SYSTEM}


_COUNCILS = ("digitalrat", "ethikrat", "expertenrat", "kontrollrat", "koordinierungsrat", "it-rat")


_PAPER = "Post"
"""With an adjective before it, a paper: „die Rheinische Post“."""
_BEFORE_OCCASION = frozenset({"am", "beim", "dem", "den", "des", "vom", "zum", "zur"})
_AFTER_YEAR = frozenset({",", ".", ";", ":", ")", "des", "der", "gilt", "soll", "sieht"})
"""What stands after a year that belongs to the name of a plan: „die Netzstrategie 2030 des Landes“."""


OF_LANDSCAPE = re.compile(r"[a-zäöü]{2}isch(?:e[mnrs]?)?$")
"""„Bergisch“, „Oldenburgisch-Ostfriesisch“: adjectives of regions, which need be in no dictionary."""


_LONGEST_OWN = 4
"""Most words of such a name, with the mark that closes it."""
_ABOUT = frozenset({"über", "zum", "zur"})
_NO_NAME_BEFORE = frozenset({"?", "der", "des"})


class CompoundNames(LongNames):
    """Finds names that end in a head noun and marks where they stand."""

    def __init__(self, knowledge: Knowledge, cast: Cast) -> None:
        super().__init__(knowledge, cast)
        self._digital_stems = tuple(sorted(knowledge.words("digital-adjectives")))
        self._unique = tuple(sorted(knowledge.words("unique-adjectives")))
        self._generic_parts = tuple(sorted(knowledge.words("generic-first-parts")))

    def _compound(self, s: Sentence, i: int) -> int:
        """„Transparenzgesetz“, „Schleswig-Holstein-Stack“, „Landesregierung“."""
        text = s.tokens[i].text
        head = self._head(text) if len(text) >= 4 else None
        if head is None or not any(c.isupper() for c in text):
            return 0
        name = self._nominative(text)
        if head.alone:
            return self._alone(s, i, name, head)
        if not self._names_something(s, i, name, head) or self.k.role_word(text) is not None:
            return 0
        if head.form in self.k.words("kinds-of-systems") and name[1:].islower() and self._speaks_of(s, i, head):
            # „enaio … Das Aktensystem ist …“
            return 0
        beside = s.taken.get(i + 1)
        if beside is not None and beside.type is head.type and head.introduces and not beside.adjective:
            # „das Dokumentenmanagementsystem enaio“ is named already
            return 0
        if self._apposed(s, i, head):
            return 0
        if name in self.introducing and name.lower() != head.form and self._word_opening(s, i) in DEFINITE:
            # „das Geodatenportal Talblick … Das Geodatenportal ist …“; of two so called none is meant for sure
            named = self.introducing[name]
            if named is not None and named.type is head.type:
                if not IS_CALLED.isdisjoint(s.lower[i + 1 :]):
                    # „Das Geodatenportal in Mainz heißt Ute“: another one
                    return 0
                self._place(s, i, i + 1, named)
                return i + 1
        # „legt eine KI-Strategie vor“: there is one from now on
        certain = (
            self._takes_place_now(s, i, head)
            or (head.kind == "Strategy" and self._is_published(s))
            or (head.kind == "Committee" and "-" in text and self._taken_up(s, i, head))
        )
        if not certain and self._one_of_many(s, i, self.cast.text):
            return 0
        longer = self.cast.ending(name, head.type)
        if longer is None and s.low_at(i - 1).startswith("dies") and head.type is EntityType.SYSTEM and not certain:
            # „über dieses Meldesystem“ speaks of one that was named
            return 0
        if longer is not None:
            self._place(s, i, i + 1, longer)
            return i + 1
        first, last, name = self._reach(s, i, name, head)
        if head.type is EntityType.EVENT and (first, last) == (i, i + 1) and self._has_matter(s, i):
            last, name = i + 2, f"{name} {s.text_at(i + 1)}"
        draft = self.cast.named(name, head.type, head.kind)
        if first < i:
            if self._of_land(s, first, head):
                # „Bayerischer Lehrer- und Lehrerinnenverband“
                self._full_name(s, first, name, head, draft)
            self._place(s, first, last, draft)
            return last
        if last == i + 1 and head.type is EntityType.PROGRAMME and ISSUE.match(s.text_at(last)) and last not in s.dated:
            # „Digitalpakt 4.0“
            last += 1
            draft = self.cast.named(f"{name} {s.text_at(i + 1)}", head.type, head.kind)
        elif last > i + 1:
            draft.names.add(f"{name} {s.text_at(i + 1)}")
        beside = s.taken.get(last)
        if head.type is EntityType.ORGANISATION and beside is not None and self._part_of_name(beside, last):
            # „Führungsakademie Baden-Württemberg“ is one name
            draft = self.cast.named(f"{name} {s.text_at(last)}", head.type, head.kind)
            draft.jurisdiction, last = beside.draft, beside.last
            draft.names.add(name)
            self.short.setdefault(name, draft)
        if head.type is EntityType.ORGANISATION and draft.jurisdiction is None:
            draft.jurisdiction = self.cast.host_of(draft)
        if self._signed_in(s, i) is not None:
            self._swallow(s, i - 1, i)
        if head.type in _NAMED_AFTER or head.form in self.k.words("town-companies") or self._of_land(s, i, head):
            self._full_name(s, i, name, head, draft)
        self._place(s, i, last, draft)
        return last

    def _speaks_of(self, s: Sentence, i: int, head: HeadNoun) -> bool:
        """Whether a noun with a definite article may speak of a system that the article has named."""
        own = self._nominative(s.tokens[i].text) in self.k.words("own-systems")
        if own or self._word_opening(s, i) not in DEFINITE:
            return False
        return any(d.type is head.type and d.mentions for d in self.cast.drafts)

    def _taken_up(self, s: Sentence, i: int, head: HeadNoun) -> bool:
        """„durch ein CIO-Board ersetzt … Dem Board …“: the article goes on to speak of it by its last part."""
        noun = head.form[0].upper() + head.form[1:]
        after = self.cast.text[s.end_of(i) :]
        return any(f" {word} {noun}" in after or f"\n{word} {noun}" in after for word in _TAKING_UP)

    def _one_of_many(self, s: Sentence, i: int, text: str) -> bool:
        """„ein Kommunalunternehmen“, „ein gemeinsames Kommunalunternehmen“: no name, unless it is named again."""
        word = s.tokens[i].text
        if word.endswith("-Gesetz") and "-" in word.removesuffix("-Gesetz"):
            # „ein Digitale-Identitäten-Gesetz“
            return False
        if self._of_draft(s, i):
            return False
        if s.low_at(i - 1) in _INDEFINITE:
            return True
        if text.find(word, text.find(word) + len(word)) >= 0:
            return False
        j = i - 1
        while j > 0 and i - j < 4 and s.tokens[j].text[0].islower() and ADJECTIVE.match(s.tokens[j].text):
            if s.lower[j] in DETERMINERS:
                break
            if s.lower[j].startswith(self._unique):
                # „ein zentrales Informationsregister“: there is but one
                return False
            j -= 1
        return s.low_at(j) in _INDEFINITE

    def _of_draft(self, s: Sentence, i: int) -> bool:
        """„den Entwurf eines Informationssicherheitsgesetzes“: there will be one law of that name."""
        j = i - 2 - (s.low_at(i - 2) in {"für", "zu"})
        head = self._head(s.tokens[i].text)
        drafted = s.low_at(i - 1) in _INDEFINITE and s.low_at(j).rstrip("s").endswith("entwurf")
        return drafted and head is not None and head.type is EntityType.LAW

    @staticmethod
    def _apposed(s: Sentence, i: int, head: HeadNoun) -> bool:
        """„ThAVEL, die Antragsplattform des Freistaats“: the noun says again what was named right before."""
        # „Online-Service-Infrastruktur (OSI), die Antragsplattform von Dataport“
        bracket = s.text_at(i - 3) == ")" and s.text_at(i - 5) == "("
        before = (s.taken.get(i - 4) or s.taken.get(i - 6)) if bracket else s.taken.get(i - 3)
        return (
            s.low_at(i - 1) in {"die", "der", "das", "dem", "den"}
            and s.text_at(i - 2) == ","
            and before is not None
            and before.type is head.type
            and (before.type is not EntityType.ORGANISATION or s.low_at(i + 1) in {"des", "der"})
            and s.low_at(i + 1) != "für"
            and not before.adjective
        )

    def _is_published(self, s: Sentence) -> bool:
        raise NotImplementedError

    def _names_something(self, s: Sentence, i: int, name: str, head: HeadNoun) -> bool:
        """Whether a word that ends in the head noun is a name and no common noun."""
        low = name.lower()
        dated = head.type in _AFTER_ADJECTIVE and bool(YEAR.match(s.text_at(i + 1)))
        if self._signed_in(s, i) is not None:
            return True
        if low in self.k.generic:
            beside = s.taken.get(i + 1)
            placed = beside is not None and self._part_of_name(beside, i + 1) and beside.cases != "g"
            if placed and beside is not None and head.type is EntityType.SYSTEM:
                # „Vergabeplattform Thüringen“
                return beside.type is EntityType.JURISDICTION and s.text_at(i + 1) != "Bundes"
            # „Begonnen hatte das Projekt 2019“: no programme is called by its year alone
            named = dated and head.type is not EntityType.PROGRAMME
            return named or (self._after_place(s, i) is not None and head.type is EntityType.EVENT)
        if low.startswith(self._generic_parts):
            # „Branchenreport 2025“
            return dated and head.type is EntityType.DOCUMENT
        if low == head.form:
            if head.kind == "Association" and s.low_at(i - 1) == "und" and s.text_at(i - 2).endswith("-"):
                # „Städte- und Gemeindebund“
                return True
            if head.form in self.k.words("town-companies") and self._after_place(s, i) is not None:
                return True
            signed = head.compounds == "all" or low in self.k.words("declarations")
            if signed and head.type in _AFTER_ADJECTIVE and self._after_place(s, i) is not None:
                return True
            if head.form in self.k.words("whole-names"):
                return True
            head = self.k.inner_head(low) or head
            if low == head.form:
                # „Digitalrat Sachsen-Anhalt“, but not „Beirat Hessen“
                beside = s.taken.get(i + 1)
                land = beside is not None and beside.type is EntityType.JURISDICTION and beside.cases != "g"
                return land and beside is not None and self._part_of_name(beside, i + 1) and low.endswith(_COUNCILS)
        prefix = low[: -len(head.form)]
        beside = s.taken.get(i + 1)
        placed = beside is not None and self._part_of_name(beside, i + 1) and beside.cases != "g"
        if placed and len(prefix) > 1 and head.type in {EntityType.EVENT, EntityType.PROGRAMME}:
            # „IT-Tag Rheinland-Pfalz“, „KI-Offensive Bayern“: with a place right after it
            return True
        region = beside is None and self.k.like_a_place(s.text_at(i + 1))
        if (placed or region) and head.type is EntityType.ORGANISATION and "-" in prefix:
            # „IT-Verbund Schleswig-Holstein“
            return True
        if head.type is EntityType.EVENT and len(prefix) > 1 and "-" in prefix and self._after_place(s, i) is not None:
            # „Thüringer IT-Tag“
            return True
        short = head.kind in {"Committee", "Law"} or head.form == "stab" or dated
        short = short or head.form in self.k.words("name-tails")
        shortest = 2 if prefix.endswith("-") and short else 3
        if len(prefix.rstrip("-")) < shortest or (low.split("-")[-1] in self.k.generic and "-" not in prefix):
            return False
        if head.compounds == "hyphen" and head.type is EntityType.EVENT and "-" in prefix.rstrip("-"):
            # „KI-Werkstatttag“
            return True
        if head.type is EntityType.LAW and prefix.startswith("eu-"):
            # „EU-Waffenrichtlinie“
            return True
        if head.form == _DAY and self._day_of_land(s, i):
            return True
        if head.compounds == "hyphen":
            return prefix.endswith("-") and (
                prefix[:-1] not in self.k.words("generic-prefixes")
                or self._after_place(s, i) is not None
                # „die IT-Richtlinie des Landes“
                or (head.type is EntityType.LAW and s.low_at(i - 1) in DEFINITE and s.low_at(i + 1) in {"des", "der"})
                # „dem IT-Lenkungsrat“: there is one here
                or (head.kind == "Committee" and (s.low_at(i - 1) not in _INDEFINITE or self._taken_up(s, i, head)))
                # „der IT-Stab“
                or (head.form == "stab" and s.low_at(i - 1) not in _INDEFINITE)
            )
        return head.compounds == "all"

    def _signed_in(self, s: Sentence, i: int) -> Argument | None:
        """„die Saarbrücker Agenda“: the adjective of the town where a paper was signed, which its name holds."""
        town = self._after_place(s, i) if s.tokens[i].low in self.k.words("declarations") else None
        if town is None or town.type is not EntityType.MUNICIPALITY or s.low_at(i + 1) in {"für", "zur"}:
            return None
        return town

    def _day_of_land(self, s: Sentence, i: int) -> bool:
        """„der Bayerische Museumstag“: a day that a Land has, and no day of the week, of a vote or of everyday life."""
        land = self._after_place(s, i)
        day = s.tokens[i].text
        plain = self._nominative(day) in self.k.words("plain-days") or "-" in day or day.endswith("tage")
        adjective = s.tokens[i - 1].text.rstrip("nmr").endswith("ische")
        return adjective and land is not None and land.type is EntityType.JURISDICTION and not plain

    @staticmethod
    def _after_place(s: Sentence, i: int) -> Argument | None:
        """The capital adjective of a place right before: „Kölner Memorandum“, „Thüringer Verwaltungskongress“."""
        before = s.taken.get(i - 1)
        if before is None or not before.adjective or before.last != i or before.type not in PLACES:
            return None
        return before if s.tokens[i - 1].text[0].isupper() and "-" not in s.tokens[i - 1].text[-4:] else None

    def _takes_place_now(self, s: Sentence, i: int, head: HeadNoun) -> bool:
        """„auf einer Regionalkonferenz in Koblenz“: an event with a place or day is a certain one."""
        if head.type is not EntityType.EVENT:
            return False
        beside = s.taken.get(i + 2)
        return bool(s.dates) or (
            s.low_at(i + 1) == "in" and beside is not None and beside.type is EntityType.MUNICIPALITY
        )

    @staticmethod
    def _reach(s: Sentence, i: int, name: str, head: HeadNoun) -> tuple[int, int, str]:
        """Span and name with what belongs to it: a year, an abbreviation before it, „Städte- und …“."""
        first, last = i, i + 1
        aimed = head.type is EntityType.PROGRAMME and s.low_at(last + 1) in _AFTER_YEAR
        if YEAR.match(s.text_at(last)) and (aimed or head.type in {EntityType.EVENT, EntityType.DOCUMENT}):
            last += 1
        if head.type is EntityType.EVENT and i and s.tokens[i - 1].text.isupper() and len(s.tokens[i - 1].text) > 2:
            taken = s.taken.get(i - 1)
            if taken is None or taken.first == i - 1:
                first = i - 1
                name = f"{s.tokens[first].text} {name}"
        if i > 1 and s.lower[i - 1] == "und" and s.tokens[i - 2].text.endswith("-"):
            part = s.taken.get(i - 2)
            if part is None or (part.adjective and part.last == i - 1 and head.type is EntityType.LAW):
                # „Lehrer- und Lehrerinnenverband“, „NIS2-Umsetzungs- und Cybersicherheitsstärkungsgesetz“
                first = i - 2
                name = f"{s.tokens[first].text} und {name}"
                while first > 1 and s.lower[first - 1] == "," and s.tokens[first - 2].text.endswith("-"):
                    # „Kataster-, Vermessungs- und Liegenschaftsamt“
                    first -= 2
                    name = f"{s.tokens[first].text}, {name}"
        return first, last, name

    def _has_matter(self, s: Sentence, i: int) -> bool:
        """„beim Digitaltag Gesundheit“, „im Bodensee-Forum Verwaltung“: whether a bare noun says what it is on."""
        following, after, before = s.text_at(i + 1), s.text_at(i + 2), s.low_at(i - 1)
        # not „Im Mai macht der Digital-Gipfel Station“
        opens = before in DETERMINERS and (i == 1 or s.low_at(i - 2) in PREPOSITIONS)
        if i + 1 in s.taken or i + 1 in s.dated or not (opens or before in _BEFORE_OCCASION):
            return False
        if not NOUN.match(following) or following.isupper() or after[:1].isupper() or after == "-":
            return False
        singular = self.k.lemma(following) == following and following not in self.k.words("time-nouns")
        if not (singular or following.lower() in self.k.words("closing-adjectives")):
            return False
        return self.k.role_word(following) is None and self._head(following) is None

    def _full_name(self, s: Sentence, i: int, name: str, head: HeadNoun, draft: Draft) -> None:
        """„Chemnitzer Linux-Tage“, „Hessischer Kommunalkongress“: the adjective of a place is part of the name."""
        if self._after_place(s, i) is None or draft.name != name:
            return
        draft.names.add(name)
        draft.name = after_adjective(s.text_at(i - 1), name, head.gender)

    def _of_land(self, s: Sentence, i: int, head: HeadNoun) -> bool:
        """„Niedersächsisches Landesgesundheitsamt“: the adjective of the Land before a body."""
        land = self._after_place(s, i)
        return head.type is EntityType.ORGANISATION and land is not None and land.type is EntityType.JURISDICTION

    @staticmethod
    def _part_of_name(beside: Argument, at: int) -> bool:
        return beside.first == at and beside.last == at + 1 and beside.type in PLACES and not beside.adjective

    def _in_quotes(self, s: Sentence, i: int, head: HeadNoun) -> int:
        """End of the name in quotation marks right behind a noun, once it is marked; 0 if there is none."""
        raise NotImplementedError

    @staticmethod
    def _is_own_name(s: Sentence, i: int) -> bool:
        """Whether words in quotation marks after the adjective at `i` and its noun name what the noun says.

        Not „zum digitalen Zwilling „Twin World““, „Der digitale Zwilling „Made in Germany“ …“.
        """
        end = next((e for e in range(i + 3, min(i + 3 + _LONGEST_OWN, len(s.tokens))) if s.text_at(e) in CLOSING), -1)
        inside = s.tokens[i + 3 : max(end, i + 3)]
        small = any(t.low in PREPOSITIONS or t.low in DETERMINERS or not t.text[0].isupper() for t in inside)
        topic = s.low_at(i - 1) in _ABOUT or s.low_at(i - 2) in _ABOUT
        after = s.low_at(end + 1)
        return bool(inside) and not small and not topic and after not in _NO_NAME_BEFORE

    def _is_coined(self, s: Sentence, i: int) -> bool:
        """Whether a word with a capital is none of the language: „TwinKa“, not „Hilfe“ or „Bonn“."""
        text = s.text_at(i)
        return i not in s.taken and i not in s.dated and bool(NOUN.match(text)) and self.k.odd_word(text)

    def _introduced_name(self, s: Sentence, i: int) -> int:
        raise NotImplementedError

    def _digital(self, s: Sentence, i: int) -> int:
        """„die elektronische Wohnsitzanmeldung“, „den digitalen Bauantrag“."""
        low = s.lower[i]
        if not low.startswith(self._digital_stems):
            return 0
        stem = next((a for a in self._digital_stems if low.startswith(a) and len(low) - len(a) <= 2), None)
        following = s.text_at(i + 1)
        if stem is None or i + 1 in s.taken or not following[:1].isupper():
            return 0
        head = self._head(following)
        if head is None or head.type not in {EntityType.SERVICE, EntityType.SYSTEM} or following.endswith("en"):
            return 0
        if head.compounds in {"none", "hyphen"}:
            return 0
        if s.low_at(i - 1) in _INDEFINITE and self._nominative(following).lower() in self.k.generic:
            # „ein digitaler Antrag“ may be any
            return 0
        if s.text_at(i + 2) in OPENING and self._is_own_name(s, i) and (end := self._in_quotes(s, i + 1, head)):
            # „der digitale Zwilling „TwinBy““
            return end
        if head.introduces and head.type is EntityType.SYSTEM and self._is_coined(s, i + 2):
            # „der digitale Zwilling TwinKa“
            end = self._introduced_name(s, i + 1)
            if end > i + 2:
                return end
        noun = self._nominative(following)
        ending = {"m": "er", "n": "es"}.get(head.gender, "e")
        draft = self.cast.named(f"{stem}{ending} {noun}", head.type, head.kind)
        draft.names.add(noun)
        self._place(s, i, i + 2, draft)
        self.short.setdefault(noun, draft)
        return i + 2

    def _adjective_name(self, s: Sentence, i: int) -> int:
        """„Kommunales Regelungsbefreiungsgesetz“, „Merseburger Erklärung“: a capital adjective before a head noun."""
        text, following = s.tokens[i].text, s.text_at(i + 1)
        if (
            not text[0].isupper()
            or text.lower() in DETERMINERS
            or text in self.k.words("measures")
            or not ADJECTIVE.match(text)
            or i + 1 in s.taken
            or not following[:1].isupper()
        ):
            return 0
        low = text.lower()
        place = text.endswith("er") and (not is_dictionary_word(low) or self.k.lemma(low).endswith("er"))
        if not place and (
            i == 0
            or s.tokens[i - 1].text in {":", "„", "?", "!"}
            or (s.tokens[i - 1].text == "." and not s.text_at(i - 2).isdigit())
            or (not OF_LANDSCAPE.search(low) and not (is_dictionary_word(low) or is_compound(low)))
            or (not OF_LANDSCAPE.search(low) and self.k.lemma(low)[0].isupper())
        ):
            return 0
        head = self._head(following)
        if (
            head is None
            or head.alone
            or following == _PAPER
            or head.type is EntityType.SERVICE
            or (head.type is EntityType.SYSTEM and (place or low.startswith(self._digital_stems)))
            or following.endswith("en")
        ):
            return 0
        noun = self._nominative(following)
        ending = {"m": "er", "n": "es"}.get(head.gender, "e")
        adjective = text if place else text.rstrip("nmrs").removesuffix("e") + ending
        last = i + 2
        if head.compounds == "none" and place and head.type is not EntityType.DOCUMENT:
            return 0
        if s.low_at(last) == "für" and head.type is EntityType.ORGANISATION:
            last = self._noun_list(s, last + 1) or last
            noun = f"{noun} {self._words(s, i + 2, last)}" if last > i + 2 else noun
        work = s.taken.get(last)
        if work is not None and work.first == last and not work.adjective and self._cares_for_work(following):
            # „Fachliche Leitstelle NWR“
            last = work.last if work.type in _CARED_FOR else last
            noun = f"{noun} {self._words(s, i + 2, last)}" if last > i + 2 else noun
        if YEAR.match(s.text_at(last)):
            last += 1
            if s.text_at(last) in {"–", "-"} and YEAR.match(s.text_at(last + 1)):
                # „die Digitale Agenda 2014–2017“
                last += 2
        draft = self.cast.named(f"{adjective} {noun}", head.type, head.kind)
        self._place(s, i, last, draft)
        self.short.setdefault(noun, draft)
        return last
