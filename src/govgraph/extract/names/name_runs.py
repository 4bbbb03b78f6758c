"""How far a name reaches that a noun introduces: „Programm Starke Heimat Hessen“, „Projekt Aachen vernetzt“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.knowledge import ODD
from govgraph.extract.names.long_names import ADJECTIVE, NOUN, YEAR, LongNames
from govgraph.extract.state import PLACES
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, MODALS, PREPOSITIONS
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import HeadNoun

DEFINITE = frozenset({
    "der", "die", "das", "dem", "den", "des", "im", "am", "beim", "vom", "zum", "zur", "ihr", "ihre", "ihren", "ihrem",
    "ihrer", "sein", "seine", "seinen", "seinem", "seiner", "unser", "unsere", "unseren", "unserem", "unserer",
})  # fmt: skip
APPOSED = DEFINITE | frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
LONGEST_RUN = 5
_ASSOCIATION = (("e", ".", "v", "."), ("e.v", "."), ("e.v.",), ("ev",))
_INFLECTED = ("e", "en", "er", "es", "em")
_ADJECTIVES = 2
"""Most adjectives between an article and a noun that introduces a name."""
_OBLIQUE = frozenset({
    "den", "dem", "des", "einen", "einem", "eines", "vom", "zum", "ihren", "ihrem", "seinen", "seinem", "unseren",
    "unserem",
})  # fmt: skip
_PARTICIPLES = ("te", "ten", "ene", "enen")
_AGENTS = frozenset({"von", "vom", "durch", "bei", "beim", "in", "im", "am", "seit", "für", "mit", "aus"})
_BY_WHOM = 7
"""How many tokens may stand between an article and its participle."""
_LINKS = frozenset({"am", "im", "an", "und", "für", "zum", "zur", "in", "mit", "ohne"})
_TAILS = frozenset({("vor", "ort"), ("der", "zukunft"), ("von", "morgen"), ("von", "übermorgen"), ("im", "wandel")})
"""What closes a name of common nouns: „Amt der Zukunft“, „Schule von morgen“."""
_VERB_ENDS = ("steht", "geht", "stellt", "setzt", "bringt", "weit")
"""Ends of words in small letters that no dictionary knows and that are no names: „geradesteht“, „berlinweit“."""
_RELATIVE = frozenset({"das", "dem", "den", "der", "dessen", "die"})
_SHORTEST_TAG = 3
_AROUND = 50_000
"""How far around a name its repetition is looked for, in code points."""


class NameRuns(LongNames):
    """Finds the end of a name that begins at a token."""

    def _name_run(self, s: Sentence, j: int, *, called: bool = False) -> int:
        """End of a run of tokens from `j` that reads as a proper name: at least one of them is no plain noun."""
        end, odd = j, False
        if s.low_at(j) in self.k.words("quantities"):
            # „jeden Tag Tausende Menschen“
            return j
        address = self._address(s, j)
        if address:
            return address
        while end < len(s.tokens) and end - j < LONGEST_RUN:
            text = s.tokens[end].text
            low = text.lower()
            if not text[0].isalnum() and text != "(" and text[0] not in "@#":
                break
            polite = low.startswith("ihr") and low in DETERMINERS
            if (polite or low in PREPOSITIONS or low in AUXILIARIES or low in MODALS) and not self._sign(s, end):
                break
            if low in DETERMINERS and (text[0].islower() or (text.isupper() and len(text) > 1)):
                break
            if text == "(" and s.text_at(end + 2) == ")" and self._glued(s, end + 2):
                end, odd = end + 3, True
                if self._glued(s, end - 1):
                    end += 1
                continue
            if text == "(":
                break
            if text[0] in "@#" and len(text) > _SHORTEST_TAG and end == j:
                # „Initiative #WolfsburgDigital“
                end, odd = end + 1, True
                continue
            form = _association_form(s, end) if end > j else 0
            if form:
                # „des Vereins Digitale Wege e. V.“
                end, odd = end + form, True
                break
            if end > j and self._tells_when(s, end):
                break
            if text[0].isupper():
                if self.k.role_word(text) is not None and end + 1 < len(s.tokens):
                    break
                taken = s.taken.get(end)
                if taken is not None and taken.type is EntityType.PERSON:
                    break
                if odd and taken is None and self._next_phrase(text) and not ADJECTIVE.match(s.tokens[end - 1].text):
                    break
                odd = odd or called or taken is not None or self._unusual(text) or self._describes(s, end)
                odd = odd or self._foreign_with_region(s, end) or (end > j and self.k.region(text))
                # „Kongress Schule Digital“
                odd = odd or (end > j and low in self.k.words("name-tails"))
                end = end + 1 if taken is None else max(end + 1, taken.last)
            elif end > j and low in self.k.words("closing-adjectives") and self._closes(s, end):
                odd = True
                end += 1
            elif end > j and self._is_issue(s, end):
                odd = odd or "." in text or self._is_target(s, j, end)
                end += 1
            elif (text[0].isdigit() and any(c.isalpha() for c in text)) or (
                text[0].islower() and self.k.small_name(text, first=end == j) and not self._ends_clause(s, end)
            ):
                odd = True
                end += 1
            else:
                break
        whole = s.taken.get(j)
        if whole is not None and whole.first <= j and whole.last >= end:
            return j
        return end if odd else j

    @staticmethod
    def _sign(s: Sentence, i: int) -> bool:
        """„die Strategie IN 2030“: the sign of a town in capitals, with a year, is no preposition."""
        text = s.tokens[i].text
        capitals = len(text) > 1 and text.isupper() and not s.text_at(i - 1).isupper()
        return capitals and bool(YEAR.match(s.text_at(i + 1)))

    def _address(self, s: Sentence, j: int) -> int:
        """End of a name that is an address of the web, „offenedaten.de“, or 0."""
        end = j
        while s.text_at(end + 1) == "." and s.starts[end + 1] == s.end_of(end) and self._glued(s, end + 1):
            end += 2
            if s.lower[end] in self.k.words("web-domains") and not self._glued(s, end):
                return 0 if s.lower[j] == "www" else end + 1
        return 0

    @staticmethod
    def _ends_clause(s: Sentence, i: int) -> bool:
        """„…, der für das Vorhaben geradesteht.“: a verb that no dictionary knows, at the end of its clause."""
        text = s.text_at(i)
        verb = text.isalpha() and text.islower() and text.endswith(_VERB_ENDS)
        return verb and (s.text_at(i + 1) in {".", ",", ";", ""} or text.endswith("weit"))

    def _closes(self, s: Sentence, i: int) -> bool:
        """Whether an adjective after a place closes a name: not „im Programm Jena digital beantragen“.

        After another noun the sentence must go on so that it is no verb: „das Programm Heimat vernetzt, das …“.
        """
        place, following = s.taken.get(i - 1), s.low_at(i + 1)
        goes_on = following in AUXILIARIES or following in MODALS
        if place is None and (goes_on or (following == "," and s.low_at(i + 2) in _RELATIVE)):
            return True
        verb = following.endswith("en") and s.text_at(i + 1).islower() and self.k.lemma(following) == following
        return place is not None and place.type in PLACES and not place.adjective and not verb

    def _is_issue(self, s: Sentence, i: int) -> bool:
        """Whether a year or version closes a name: not „das sein Verfahren Elmo 2009 in Betrieb genommen hatte“."""
        text = s.text_at(i)
        if not (YEAR.match(text) or self._version(text)) or self._counts(s, i):
            return False
        begun = s.low_at(i + 1) == "in" and s.text_at(i + 2) in self.k.words("states-of-works")
        return not (YEAR.match(text) and begun)

    def _is_target(self, s: Sentence, first: int, i: int) -> bool:
        """„Projekt Rathaus 2030“, not „Projekt Ende 2030“: nouns and a year after a noun that introduces a name."""
        times = self.k.words("time-nouns")
        nouns = all(NOUN.match(s.text_at(j)) and s.text_at(j) not in times for j in range(first, i))
        return nouns and bool(YEAR.match(s.text_at(i))) and s.text_at(first - 1)[:1].isupper()

    def _counts(self, s: Sentence, i: int) -> bool:
        """„wollen am Programm Starke Heimat 31 hessische Kommunen teilnehmen“: the number begins the next phrase."""
        following = s.text_at(i + 1)
        if following[:1].islower() and following.endswith(_INFLECTED):
            following = s.text_at(i + 2) if following.lower() not in PREPOSITIONS else ""
        return s.text_at(i).isdigit() and bool(NOUN.match(following)) and self._next_phrase(following)

    def _unusual(self, text: str) -> bool:
        """A word that no dictionary knows, with a capital inside, or a capital on what is no noun („Digitale“)."""
        return bool(ODD.search(text)) or not is_dictionary_word(text) or self.k.lemma(text)[0].islower()

    def _foreign_with_region(self, s: Sentence, j: int) -> bool:
        """„Netzwerk Smart Nordhessen“: a foreign word before the name of a region."""
        return s.lower[j] in self.k.words("foreign-name-words") and self.k.region(s.text_at(j + 1))

    def _describes(self, s: Sentence, j: int) -> bool:
        """Whether an adjective with a capital begins a name: „Landesprogramm Offene Innovation“."""
        text = s.text_at(j)
        if not ADJECTIVE.match(text) or not NOUN.match(s.text_at(j + 1)) or j + 1 in s.taken:
            return False
        return (
            text.endswith("e") and self.k.lemma(text.lower()) != text.lower() and self.k.lemma(text.lower()).islower()
        )

    def _next_phrase(self, text: str) -> bool:
        """A plain noun in the plural begins the next phrase: „aus dem Programm Digital@bw Zuschüsse erhalten“."""
        if text.endswith("a") or text.lower() in self.k.words("foreign-name-words"):
            # „Nova“ and „Systems“ are no plurals of German nouns
            return False
        return is_dictionary_word(text) and self.k.lemma(text) != text and self.k.lemma(text)[0].isupper()

    def _plain_name(self, s: Sentence, i: int, j: int, head: HeadNoun, *, called: bool) -> int:
        """End of a name that is made of common nouns, or `j`: „die Plattform Werkbank“, „das Programm Schule am Netz“.

        In German a countable noun in the singular needs an article; where it stands bare after a noun with one, it is
        the name of what that noun stands for.
        """
        text = s.text_at(j)
        if not NOUN.match(text) or j in s.taken:
            return j
        singular = self._singular(s, i) or self._weak_head(s, i) is not None
        if head.kind == "Company" and not called and singular and self._opens_with_name(s, i, j):
            return j + 1
        opener = self._before_adjectives(s, i)
        owner = s.taken.get(opener)
        # „Bremens Portal Werkbank“: whose it is takes the place of the article
        owned = owner is not None and owner.cases == "g" and not owner.adjective
        if not called and not (singular and (owned or s.low_at(opener) in DEFINITE)):
            return j
        if head.kind == "Company":
            # „die Firma Junker Software“
            end = j
            while end - j < 3 and NOUN.match(s.text_at(end)) and end not in s.taken:
                end += 1
            return end if end - j > 1 or self._bare(text) else j
        if head.type not in {EntityType.SYSTEM, EntityType.PROGRAMME, EntityType.EVENT, EntityType.SERVICE}:
            return j
        end = j
        while end - j < 3 and NOUN.match(s.text_at(end)) and end not in s.taken and self._bare(s.text_at(end)):
            end += 1
        return end

    def _singular(self, s: Sentence, i: int) -> bool:
        """Whether a noun is one in the singular, however the dictionary spells it: „Kongreß“."""
        noun = self._nominative(s.text_at(i))
        return self.k.lemma(noun).replace("ß", "ss") == noun.replace("ß", "ss")

    def _opens_with_name(self, s: Sentence, i: int, j: int) -> bool:
        """„Veranstalter Wegweiser erwartet …“: a noun without an article, a name, and the verb begin a sentence."""
        verb = s.text_at(j + 1)
        opens = i == 0 or s.text_at(i - 1) in {",", ":", "–"}
        return opens and verb.islower() and verb.isalpha() and verb not in PREPOSITIONS and self._bare(s.text_at(j))

    @staticmethod
    def _before_adjectives(s: Sentence, i: int) -> int:
        """Token before the adjectives of a noun: „die Freiburger Firma“, „das neue städtische Portal“."""
        j = i - 1
        while j > 0 and i - j <= _ADJECTIVES:
            taken, text = s.taken.get(j), s.tokens[j].text
            if taken is not None:
                adjective = taken.adjective
            else:
                adjective = text[0].islower() and text not in APPOSED and text.endswith(_INFLECTED)
            if not adjective:
                break
            j -= 1
        return NameRuns._before_participle(s, j, i)

    @staticmethod
    def _before_participle(s: Sentence, j: int, i: int) -> int:
        """„die von der Stadt entwickelte Anwendung Specht“: the article stands before who has made it, and when."""
        if s.text_at(j + 1).endswith(_PARTICIPLES) and j + 1 < i:
            for k in range(j, max(0, j - _BY_WHOM), -1):
                if s.low_at(k) in _AGENTS and s.low_at(k - 1) in DEFINITE:
                    return k - 1
        return j

    def _goes_on(self, s: Sentence, j: int, last: int) -> int:
        """End of a name with a preposition inside: where the article says it twice, or shortens it by initials."""
        if self._ends_with_tail(s, last):
            # „Landesprogramm KI vor Ort“
            return last + 2
        if s.low_at(last) not in _LINKS:
            return last
        end = last + 1
        while (
            end < len(s.tokens) and end - last < 4 and (NOUN.match(s.text_at(end)) or s.low_at(end) in {"die", "den"})
        ):
            end += 1
        if end == last + 1 or not NOUN.match(s.text_at(end - 1)):
            return last
        plain = all(is_dictionary_word(t.text) and not ODD.search(t.text) for t in s.tokens[j:last])
        if last + 1 in s.dated or s.text_at(last + 1) in self.k.words("time-nouns"):
            # „das Formularsystem SaxForm zum Jahresende abzuschalten“
            return last
        if s.text_at(last + 1) in self.k.words("states-of-works"):
            # „hat den Chatbot Roland im Test“
            return last
        bare = last + 1 not in s.taken and self._bare(s.text_at(last + 1))
        if s.low_at(last) == "und" and s.low_at(last + 2) in {"von", "der", "des"}:
            # „Partner im Projekt Smarte Region und Heimat von Solva“
            return last
        if plain and bare and s.low_at(last) in {"am", "im", "an", "und"}:
            return last + 2
        short = (
            s.text_at(end + 1) if s.text_at(end) == "(" else s.text_at(end + 2) if s.low_at(end + 1) == "kurz" else ""
        )
        initials = "".join(t.text[0] for t in s.tokens[j:end])
        if short and short.lower() == initials.lower():
            return end
        if s.low_at(last) == "und" or not self._twice(self._words(s, j, end), s.starts[j]):
            return last
        return end

    @staticmethod
    def _ends_with_tail(s: Sentence, last: int) -> bool:
        """Whether words that close a name of common nouns stand at a token: „vor Ort“, „der Zukunft“."""
        return (s.low_at(last), s.low_at(last + 1)) in _TAILS

    def _twice(self, name: str, at: int) -> bool:
        """Whether the article says it twice; of a very long one only what is around is searched."""
        first, end = max(0, at - _AROUND), at + _AROUND
        once = self.cast.text.find(name, first, end)
        return once >= 0 and self.cast.text.find(name, once + len(name), end) >= 0

    def _weak_head(self, s: Sentence, i: int) -> HeadNoun | None:
        """„den Sprachassistenten Nelli“: a noun that takes -en in the singular."""
        text = s.tokens[i].text
        if not text.endswith("en") or self._word_opening(s, i) not in _OBLIQUE:
            return None
        return self._head(text[:-2]) if self.k.lemma(text) in {text, text[:-2]} and text.endswith("tenten") else None


def _association_form(s: Sentence, i: int) -> int:
    """How many tokens the legal form of an association has that begins at a token, with its last dot, or 0."""
    for form in _ASSOCIATION:
        if tuple(s.lower[i : i + len(form)]) == form:
            return len(form)
    return 0
