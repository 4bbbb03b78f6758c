"""Companies by their legal form: „Seitenbau GmbH“, „Lindqvist & Parr GmbH“, „cronn GmbH“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import ADJECTIVE, NOUN, LongNames
from govgraph.extract.state import PLACES
from govgraph.language.grammar import DETERMINER_GENDERS, DETERMINERS
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Sentence

_GESELLSCHAFT = "Gesellschaft"
_OF_A_FIELD = frozenset({"für", "zur"})
FIRM_LINKS = frozenset({"&", "+"})
"""What joins the names of partners in that of their firm."""
_INFLECTING = frozenset({"der", "zur", "den", "dem", "des", "vom", "zum", "beim"})
_LONGEST = 5
_PRODUCT = "Software"
"""What closes the name of a firm, and with an article stands for what a firm makes."""
_DATA = "Data"
"""What closes names of firms and of projects."""
_AND_SO_ON = "Co"
_ARTICLES = frozenset({"der", "die"})
"""Articles of a company with an „AG“ or „GmbH“."""


class CompanyNames(LongNames):
    """Finds companies by the legal form after their name and marks where they stand."""

    def _legal_form(self, s: Sentence, i: int) -> int:
        """„Seitenbau GmbH“, „Hansestadt Lüneburg Digital GmbH“, „cronn GmbH“: the words before a legal form."""
        if i in s.dated or s.tokens[i].text in self.k.words("legal-forms"):
            # „heißt seit Januar RuhrDigital GmbH“
            return 0
        if i == 0 and s.lower[0] in self.k.words("opening-adjectives"):
            return 0
        for end in range(i + 1, min(i + _LONGEST, len(s.tokens))):
            text = s.tokens[end].text
            if text in self.k.words("legal-forms"):
                return self._company(s, i, end)
            inside = s.taken.get(end)
            if text in FIRM_LINKS and NOUN.match(s.text_at(end + 1)):
                # „Lindqvist & Parr GmbH“, „Lindqvist & Partner“
                partners = s.text_at(end + 1) in self.k.words("partners-in-firms")
                if partners and end == i + 1 and s.text_at(end + 2) not in self.k.words("legal-forms"):
                    return self._without_form(s, i, end + 2)
                continue
            if end == i + 1 and text in self.k.words("firm-closings") and self._opens_firm(s, i):
                # „Norwig Consulting“, „Otto Data“
                if s.text_at(end + 1) in self.k.words("legal-forms"):
                    continue
                return 0 if NOUN.match(s.text_at(end + 1)) else self._without_form(s, i, end + 1)
            if inside is not None and end == i + 1 and self._longer_company(s, i, inside):
                return self._company(s, i, inside.last - 1)
            if not text[0].isupper() or (inside is not None and (inside.type not in PLACES or inside.cases == "g")):
                return 0
        return 0

    def _opens_firm(self, s: Sentence, i: int) -> bool:
        """„Civitas Software“, „Otto Data“: a word of no dictionary or a first name; not „die Octoware Software“."""
        text, closing = s.tokens[i].text, s.text_at(i + 1)
        if text in self.k.first_names and i not in s.taken:
            return True
        if closing == _PRODUCT and (s.low_at(i - 1) in DETERMINERS or i in s.taken):
            # „hat als IT-Leiterin der Stadt Hagen Software eingekauft“
            return False
        # „das Projekt BalticPort Data“
        return closing != _DATA and not is_dictionary_word(text)

    def _without_form(self, s: Sentence, first: int, last: int) -> int:
        """„Lindqvist & Partner“, „Norwig Consulting“: mark a company that is named without its legal form."""
        if any(a.last > last or a.type not in PLACES for a in (s.taken.get(j) for j in range(first, last)) if a):
            return 0
        place = s.taken.get(first)
        if place is not None and (
            place.type is EntityType.JURISDICTION or place.first < first or s.text_at(last - 1) == _AND_SO_ON
        ):
            # „Städte wie Gera & Co“, „die Hansestadt Rostock & Partner“
            return 0
        self._swallow(s, first, last)
        words = s.tokens[first].text + "".join(f" {t.text}" for t in s.tokens[first + 1 : last])
        self._place(s, first, last, self.cast.named(words, EntityType.ORGANISATION, "Company"))
        return last

    def _longer_company(self, s: Sentence, i: int, known: Argument) -> bool:
        """„Signum Software AG“, „die Grundriss Software AG“: a name before a known company with its legal form.

        A word of the dictionary is one where no noun says what the company is: „der Hersteller Software AG“.
        """
        company = known.type is EntityType.ORGANISATION and known.first == i + 1 and not known.adjective
        if not company or s.text_at(known.last - 1) not in self.k.words("legal-forms"):
            return False
        text, town = s.text_at(i), s.taken.get(i)
        if self.k.odd_word(text):
            return town is None
        if town is not None:
            return town.type is EntityType.MUNICIPALITY and not town.adjective and s.low_at(i - 1) in _ARTICLES
        plain = self._head(text) is None and self.k.role_word(text) is None and not text.endswith("er")
        return plain and s.low_at(i - 1) in _ARTICLES and self.k.lemma(text) == text

    def _opening_company(self, s: Sentence, i: int) -> int:
        """„die Digitalagentur Ulm GmbH“, „die Datenzentrum Saaletal GmbH“: a noun for a body is part of the name.

        So it is before a place alone, and where the article agrees with the legal form and not with the noun.
        """
        field = s.low_at(i + 1) in _OF_A_FIELD and s.tokens[i].text == _GESELLSCHAFT
        end = self._form_after(s, i, small=field)
        if end < 0:
            return 0
        place = s.taken.get(i + 1)
        placed = place is not None and place.type in PLACES and place.last == end
        head, genders = self.k.head_noun(s.tokens[i].text), DETERMINER_GENDERS.get(s.low_at(i - 1), "")
        agrees = head is None or not head.gender or not genders or any(g in genders for g in head.gender)
        return self._company(s, i, end) if field or placed or not agrees else 0

    def _form_after(self, s: Sentence, i: int, *, small: bool) -> int:
        """Index of the legal form after words with a capital, or after any words if `small`; -1 if there is none."""
        for end in range(i + 1, min(i + _LONGEST + 2 * small, len(s.tokens))):
            text, inside = s.tokens[end].text, s.taken.get(end)
            if text in self.k.words("legal-forms"):
                return end
            known = inside is not None and inside.type not in PLACES
            if known or not (text[0].isupper() or (small and text[0].isalpha())):
                return -1
        return -1

    def _more_of_company(self, s: Sentence, known: Argument) -> int:
        """„die Lecos Verwaltungs GmbH“ is another company than Lecos."""
        if known.last != known.first + 1 or s.text_at(known.last + 1) not in self.k.words("legal-forms"):
            return 0
        return self._company(s, known.first, known.last + 1)

    def _small_company(self, s: Sentence, i: int) -> int:
        """„cronn GmbH“, „msg systems AG“: words in small letters that no dictionary knows, before a legal form."""
        end = i + 1
        if s.text_at(end)[:1].islower() and not is_dictionary_word(s.text_at(end)):
            end += 1
        if s.text_at(end) not in self.k.words("legal-forms") or s.tokens[i].text in self.k.words("legal-forms"):
            return 0
        return self._company(s, i, end)

    def _company(self, s: Sentence, first: int, last: int) -> int:
        """Mark the words from `first` and the legal form at `last` as the name of a company; a place is part of it."""
        words, form = self._words(s, first, last), s.tokens[last].text
        opening = s.tokens[first].text
        if s.low_at(first - 1) in _INFLECTING and self._is_inflected(opening):
            # „bei der Hannoverschen Informationstechnologien AöR“
            ending = "er" if form in {"e.V.", "eV"} else "e"
            words = opening.rstrip("nmrs").removesuffix("e") + ending + words[len(opening) :]
        self._swallow(s, first, last)
        draft = self.cast.named(f"{words} {form}", EntityType.ORGANISATION, "Company")
        draft.names |= {words}
        self.short.setdefault(words, draft)
        self._place(s, first, last + 1, draft)
        return last + 1

    def _is_inflected(self, text: str) -> bool:
        """Whether a word has the ending of an adjective after „der“; „Meier“ and „Schäfer“ have not."""
        low = text.lower()
        known = low.endswith("en") and self.k.lemma(low) != low
        return bool(ADJECTIVE.match(text)) and (known or low.endswith("schen"))
