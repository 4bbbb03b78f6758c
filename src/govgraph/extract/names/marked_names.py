"""A name and the noun that tells its kind: what is marked once the two are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.knowledge import ODD
from govgraph.extract.names.long_names import CLOSING, NOUN
from govgraph.extract.names.named_together import BETWEEN_SEVERAL, NamedTogether
from govgraph.extract.state import WORKS_AND_EVENTS
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import HeadNoun

_CHAIRS = ("geschäftsführer", "präsident", "vizepräsident", "vorsitzende", "vorstand")
"""How titles of those who lead an association begin, in small letters."""
_LONGEST_SMALL = 4
"""Most words of a title in quotation marks that begins with a small letter."""


class MarkedNames(NamedTogether):
    """Marks names with the noun beside them, which tells what kind of thing they are names of."""

    def _has_chair(self, s: Sentence, i: int) -> bool:
        """„die Vorsitzende des Forums X“: whether the title of who leads a body stands before a noun."""
        title = s.low_at(i - 2)
        return s.low_at(i - 1) == "des" and title.startswith(_CHAIRS) and self.k.role_word(s.text_at(i - 2)) is not None

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
        association = name.replace(" ", "").endswith("e.V.") or (head.form == "forum" and self._has_chair(s, i))
        if head.type is EntityType.EVENT and association:
            # „das Forum Moderne Verwaltung e. V.“, „die Vorsitzende des Forums Moderne Verwaltung“
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
        placed = type_ is EntityType.SYSTEM and head.form in self.k.words("systems-of-a-place")
        kept = head.form in self.k.words("heads-kept-in-names") and last == i + 2 and name[1:].islower()
        region = (placed or type_ is EntityType.ORGANISATION) and self._only_a_region(name)
        region = region or (type_ is EntityType.SYSTEM and self._of_landscape(s, i, head, name))
        if first == i + 1 and (kept or region):
            # „der Rettungsdienstverbund Südbrandenburg“, „das Portal Münsterland“, „die Sparkasse Vest“
            self._place(s, i, last, self.cast.named(whole, type_, kind))
            return last
        draft = self.cast.thing(name, type_, kind)
        noun = self._whole_noun(s, i)
        self.introducing[noun] = draft if self.introducing.get(noun, draft) is draft else None
        draft.names |= {name, whole}
        self._place(s, first, last, draft)
        self.short.setdefault(name, draft)
        return last

    def _whole_noun(self, s: Sentence, i: int) -> str:
        """A head noun in its dictionary form, with „Industrie- und“ before it."""
        noun = self._nominative(s.tokens[i].text)
        if i > 1 and s.lower[i - 1] == "und" and s.tokens[i - 2].text.endswith("-") and i - 2 not in s.taken:
            return f"{s.tokens[i - 2].text} und {noun}"
        return noun

    def _of_company(self, s: Sentence, i: int) -> bool:
        """Whether a firm is named before a token: „Die Solva GmbH hat ihr Programm …“."""
        forms = self.k.words("legal-forms")
        return any(token.text in forms for token in s.tokens[:i])

    def _only_a_region(self, name: str) -> bool:
        """Whether a name is that of a region, or looks so: „Südwest“, „Rhein-Neckar“."""
        return " " not in name and self.k.region(name) and self.k.like_a_place(name)

    def _of_landscape(self, s: Sentence, i: int, head: HeadNoun, name: str) -> bool:
        """„die Datenplattform Spree“, „die Bürgercloud Oder“: a river or region after a noun for what one has there."""
        noun, placed = self._nominative(s.tokens[i].text), self.k.words("systems-of-a-place")
        compound = noun.lower() != head.form and head.form in placed | {"plattform", "datenraum"}
        had = compound or noun in self.k.words("own-systems") or head.form in placed
        return had and (name in self.k.words("rivers") or self.k.region(name))

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
