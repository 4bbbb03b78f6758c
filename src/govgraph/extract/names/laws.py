"""Laws under their full titles: „Gesetz zur Förderung der elektronischen Verwaltung“, „Verordnung über die E-Akte“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import ADJECTIVE, NOUN, LongNames
from govgraph.extract.places import after_adjective
from govgraph.extract.state import PLACES
from govgraph.language.grammar import AND
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

_DEFINITE = frozenset({"das", "die", "der", "dem", "den", "des", "zum", "zur", "im", "am", "beim", "vom"})
_INDEFINITE = frozenset({"ein", "eine", "einem", "einer", "eines"})
_OPENING = frozenset({"zur", "zum", "über", "für"})
_ARTICLES = {"über": frozenset({"die", "den", "das"}), "für": frozenset({"die", "den", "das"})}
_GENITIVE = frozenset({"der", "des", "einer", "eines"})
_INSIDE = frozenset({"von", "vom"})
_LONGEST = 16
"""Most tokens of a title."""


class LawTitles(LongNames):
    """Finds laws by their titles and marks where they stand."""

    def _titled_law(self, s: Sentence, i: int) -> int:
        """„das Hessische Gesetz über die öffentliche Sicherheit und Ordnung (HSOG)“."""
        following = s.low_at(i + 1)
        if following not in _OPENING or i in s.taken:
            return 0
        before = s.taken.get(i - 1)
        land = before if before is not None and before.adjective and before.type in PLACES else None
        if land is None and s.low_at(i - 1) not in _DEFINITE and not self._drafted(s, i - 1):
            return 0
        start = i + 2 + (s.low_at(i + 2) in _ARTICLES.get(following, ()))
        end = self._title_end(s, start)
        if not end:
            return 0
        if s.text_at(start) in self.k.words("amending-nouns"):
            # „das Gesetz zur Änderung des Onlinezugangsgesetzes“ speaks of that law
            return 0
        end = self._with_founded(s, end)
        self._swallow(s, i + 1, end)
        noun = self._nominative(s.tokens[i].text)
        title = f"{noun} {self._words(s, i + 1, end)}"
        head = self._head(noun)
        gender = head.gender if head is not None else ""
        name = title if land is None else after_adjective(s.tokens[i - 1].text, title, gender)
        draft = self.cast.named(name, EntityType.LAW, "Law")
        draft.names.add(title)
        draft.inner = land is None
        draft.jurisdiction = draft.jurisdiction or (self.cast.host if land is None else land.draft)
        self._place(s, i, end, draft)
        return end

    def _with_founded(self, s: Sentence, end: int) -> int:
        """„das Gesetz zur Errichtung eines Bundesamts für Wegedaten (BWD)“: the short form is that of the body."""
        noun = s.text_at(end - 1)
        last = self._noun_list(s, end + 1) if s.low_at(end) == "für" and self._unit_tail(noun) is not None else 0
        if not last:
            return end
        short = s.text_at(last + 1)
        if s.text_at(last) == "(" and s.text_at(last + 2) == ")" and short.isupper() and short[0] == noun[0]:
            noun = self._nominative(noun)
            head = self._head(noun)
            kind = head.kind if head is not None else "Agency"
            body = self.cast.unlisted(f"{noun} {self._words(s, end, last)}", EntityType.ORGANISATION, kind)
            self._swallow(s, last + 1, last + 2)
            self._place(s, last + 1, last + 2, body)
            self.short.setdefault(short, body)
        return last

    @staticmethod
    def _drafted(s: Sentence, i: int) -> bool:
        """„der Entwurf für ein Gesetz zur …“, „den Entwurf eines Gesetzes über …“: a certain one, of that title."""
        noun = i - 1 - (s.low_at(i - 1) in {"für", "zu"})
        return s.low_at(i) in _INDEFINITE and s.low_at(noun).rstrip("s").endswith("entwurf")

    def _title_end(self, s: Sentence, j: int) -> int:
        """End of a noun phrase with genitives and further nouns, or 0: „Förderung der elektronischen Verwaltung“."""
        end, first = 0, j
        while j < min(first + _LONGEST, len(s.tokens)):
            noun = self._phrase(s, j)
            if not noun:
                break
            end = j = noun
            if s.low_at(j) in AND:
                j += 1
                j += s.low_at(j) in _GENITIVE | {"zur", "zum"}
            elif s.low_at(j) in _GENITIVE or (s.low_at(j) in _INSIDE and NOUN.match(s.text_at(j + 1))):
                j += 1
            elif s.low_at(j) == "in" and s.low_at(j + 1) == "der" and self._field_in(s, j + 2):
                j += 2
            elif s.low_at(j) == "in" and s.text_at(j + 1) in self.k.words("fields-of-laws"):
                # „Richtlinie zur Förderung von E-Government in Kommunen“
                j += 1
            elif not self._genitive_adjective(s, j):
                break
        return end

    def _phrase(self, s: Sentence, j: int) -> int:
        """End of adjectives and a noun from `j`, or 0."""
        for _ in range(3):
            taken = s.taken.get(j)
            if taken is not None and not taken.adjective:
                return 0 if taken.type is EntityType.PERSON or taken.first != j or j in s.dated else taken.last
            if NOUN.match(s.text_at(j)) and not s.text_at(j).islower() and not self._adjective(s, j):
                return 0 if self.k.role_word(s.text_at(j)) is not None or j in s.dated else j + 1
            if not self._adjective(s, j):
                return 0
            j += 1
        return 0

    def _adjective(self, s: Sentence, j: int) -> bool:
        text = s.text_at(j)
        following = s.text_at(j + 1)
        inflected = text[:1].islower() or self.k.lemma(text.lower()) != text.lower()
        return bool(ADJECTIVE.match(text)) and inflected and bool(NOUN.match(following) or ADJECTIVE.match(following))

    def _genitive_adjective(self, s: Sentence, j: int) -> bool:
        """„die Digitalisierung baurechtlicher Verfahren“: a genitive plural without an article."""
        text = s.text_at(j)
        if not text[:1].islower() or not text.endswith("er") or not NOUN.match(s.text_at(j + 1)):
            return False
        return self.k.lemma(text) == text.removesuffix("er") or not is_dictionary_word(text)
