"""Finds people: by first name, title, form of address, office title, or a surname that the article has introduced."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.names.abbreviated import initials_end, particle_end, parts_of, stands_for, titles_start
from govgraph.extract.names.name_words import NAME
from govgraph.extract.people.gender import is_neutral, is_womans
from govgraph.extract.people.other_names import OtherNames
from govgraph.extract.people.strangers import Strangers
from govgraph.extract.state import PLACES, Argument, Draft
from govgraph.language.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from govgraph.language.morphology import is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.name_words import NameWords
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Sentence

_POSSESSIVES = frozenset(
    f"{stem}{end}" for stem in ("ihr", "mein", "sein", "unser") for end in ("", "e", "em", "en", "er", "es")
)
_BEING = frozenset({"ist", "wird", "war", "wurde", "bleibt"})
_ADDRESSES = {"Frau": True, "Herr": False, "Herrn": False}
"""Forms of address, with whether a woman is called so."""
_NEAR = 8
"""How many tokens beside a verb of being an office title may stand."""
_SURNAME_ENDINGS = ("mann", "meyer", "meier", "maier", "mayer")
"""Endings by which a word shows that it is a surname."""
_SIBILANTS = ("s", "ß", "x", "z", "ce")
"""Ends of names that have no genitive -s."""
_FOREIGN_LETTER = re.compile(r"[^A-Za-zÄÖÜäöüß'’-]")
_NOBODY: frozenset[int] = frozenset()
_SHORTEST = 3
"""Fewest letters of a surname whose genitive is told by the name elsewhere."""

_ADJECTIVE_ENDS = ("e", "er", "es")
_PRESENT = ("ende", "enden", "ender")
"""Endings of participles, which no first name that is unknown has before a common noun."""
_MONTHS = frozenset({"April", "August", "Mai", "Juni", "Juli", "Januar", "Jan", "März"})
_BEFORE_MONTH = frozenset({".", "im", "seit", "bis", "ab", "vom", "zum", "anfang", "mitte", "ende", "und"})
_BEFORE_PLACE = frozenset({"in", "aus", "nach", "bei", "um"})
# Words after which a surname that is also a common noun is a surname all the same.
_BEFORE_SURNAME = frozenset({"von", "mit", "für", "bei", "durch", "auf", "an", "so", "und", ",", ":", "als", "nach"})


class PersonFinder:
    """Finds the people of an article and marks where they stand.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article; people are added to it.
        words: What single words say of names.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, words: NameWords, agreement: Agreement) -> None:
        self.k = knowledge
        self._agreement = agreement
        self.cast = cast
        self.words = words
        self._strangers = Strangers(knowledge)
        self.surnames: dict[str, list[Draft]] = {}
        self._towns: set[str] = set()
        self._article: Sequence[Sentence] = ()
        self._texts: frozenset[str] | None = None
        self._short = knowledge.words("short-first-names")
        self._like_words = knowledge.words("first-names-like-words")
        self._particles = knowledge.words("name-particles")
        self._foreign = knowledge.words("foreign-particles")
        self._titles = knowledge.words("academic-titles")
        self._relatives = knowledge.words("nouns-beside-names")
        self._kin = self._relatives | knowledge.words("kin-nouns")

    def find(self, sentences: Sequence[Sentence], blocked: Sequence[frozenset[int]]) -> None:
        """Mark every person in the sentences.

        Args:
            sentences: Sentences of the article; arguments are added.
            blocked: For each sentence the tokens that belong to names of bodies and Länder.
        """
        self._article = sentences
        for sentence, no in zip(sentences, blocked, strict=True):
            self._full_names(sentence, no)
            # a town that the article names before anybody of that name stays a town
            self._towns |= {
                sentence.tokens[i].text
                for i in no
                if i not in sentence.taken and sentence.tokens[i].text not in self.surnames
            }
        OtherNames(self.k, self.cast, self.surnames).find(sentences)
        # one empty set for all sentences: a long article has many
        others = [self._abbreviated(s, no) or _NOBODY for s, no in zip(sentences, blocked, strict=True)]
        for sentence, no, other in zip(sentences, blocked, others, strict=True):
            self._surnames(sentence, no, other)

    # ------------------------------------------------------------------ full names

    def _full_names(self, s: Sentence, no: frozenset[int]) -> None:
        opens, i = self.words.opens, 0
        while i < len(s.tokens):
            token = s.tokens[i]
            if not token.upper or i in s.taken or not opens(token.text):
                i += 1
                continue
            end = self._name_at(s, i, no)
            if end:
                first = self._title_start(s, i)
                self._mark(s, i, end, first)
                i = end
            else:
                i += 1

    def _name_at(self, s: Sentence, i: int, no: frozenset[int]) -> int:
        """End of a full name that begins at token `i`, whose word may open one, or 0."""
        text, following = s.tokens[i].text, s.text_at(i + 1)
        if not following or not self.words.goes_on(following):
            return 0
        if text in self.k.words("municipality-nouns") and text not in self.k.first_names:
            # „(CIO Stadt Ulm)“
            return 0
        if self._is_field(s, i) or self._owns_next(s, i):
            return 0
        introduced = self._introduced(s, i)
        first = self.words.is_first(text)
        if introduced and not first and _is_field(text, following):
            # „Abteilungsleiterin Digitale Verwaltung im BMI“
            return 0
        if first and text in _MONTHS and not introduced and self._month(s, i):
            return 0
        # „in dem Hannes Kopf sitzt“ begins with a relative pronoun
        opening = i - 3 if i > 2 and s.lower[i - 2] in PREPOSITIONS else i - 2
        clause_opens = opening >= 0 and s.tokens[opening].text in {",", "und", "oder"}
        # „steht ihr Hans Klink zur Seite“, „folgt ihr Peter Schneider“ hold a pronoun
        called = text in self.k.first_names and not s.text_at(i + 2)[:1].isupper()
        pronoun = s.tokens[i - 1].text == "ihr" and (called or not is_dictionary_word(s.text_at(i + 1)))
        article = bool(i) and s.lower[i - 1] in DETERMINERS and not pronoun
        # „erledigt das Florian Sporer“ holds one too, „die Otto Gruppe“ and „des Max Planck Instituts“ an article
        article = article and (is_dictionary_word(following) or s.text_at(i + 2)[:1].isupper())
        if first and article and is_dictionary_word(text) and not clause_opens:
            return 0
        if first and not introduced and text in self._like_words and self._is_word(following):
            # „Heide Park“ is no person, „Heide Wommer“ and „Leiterin Heide Koch“ are
            first = False
        if i in no and not first:
            return 0
        if initials_end(s, i, self._short):
            return 0
        said = first or introduced or self._apposed(s, i, no) or self._acting(s, i, no) or self._related(s, i, no)
        said = said or self._listed(s, i, no)
        if not said:
            return 0
        if first and introduced and following.lower() in self.k.heads and self._is_last(s, i + 1):
            # „Stadträtin Carola Tag“: after title and first name a noun is a surname
            return i + 2 if i + 1 not in no and self.k.role_word(following) is None else 0
        return self._surname_end(s, i + 1, no)

    def _owns_next(self, s: Sentence, i: int) -> bool:
        """„Frau Aumers Amt“, „Herrn Otts Team“: after a form of address a surname in the genitive and a common noun."""
        text, following = s.tokens[i].text, s.text_at(i + 1)
        if s.text_at(i - 1) not in _ADDRESSES or not text.endswith("s") or text in self.k.first_names:
            return False
        return self._is_word(following) and self._appears(text[:-1])

    @staticmethod
    def _is_word(text: str) -> bool:
        """Whether a word is a common noun, also a compound of two."""
        return is_dictionary_word(text) or is_compound(text)

    @staticmethod
    def _is_last(s: Sentence, i: int) -> bool:
        """Whether the capitals end at a token."""
        return NAME.match(s.text_at(i)) is not None and not s.text_at(i + 1)[:1].isupper()

    def _surname_end(self, s: Sentence, i: int, no: frozenset[int]) -> int:
        """End of the surname that begins at or after token `i` (more first names and particles before it), or 0."""
        steps = 0
        while i < len(s.tokens) and steps < 4:
            text = s.tokens[i].text
            initials = initials_end(s, i, self._short)
            if initials:
                i = initials
            elif text in self.k.first_names and NAME.match(s.text_at(i + 1)) and i + 1 not in no:
                if self.k.role_word(s.text_at(i + 1)) is not None:
                    return i + 1
                i += 1
            elif (after := particle_end(s, i, self._particles)) > i:
                if (
                    not s.text_at(after)[:1].isupper()
                    and s.text_at(after) not in {"der", "den", "dem", "und"}
                    and particle_end(s, after, self._particles) == after
                ):
                    return 0
                i = after
            else:
                break
            steps += 1
        text = s.text_at(i)
        if text in self._kin and s.text_at(i - 1).endswith("s") and s.text_at(i - 1) not in self.k.first_names:
            # „Frau Webers Schwester“
            return 0
        if "-" in text and text.rpartition("-")[2] in self._particles:
            # „Elisabeth Herzog-von der Heide“
            end = i + 1 + (s.low_at(i + 1) in {"der", "den", "dem"})
            if not NAME.match(s.text_at(end)):
                return 0
            # „Chris Müller-von Wrycz Rekowski“
            return end + 2 if self._second_surname(s, end, no) else end + 1
        if not NAME.match(text) or (self.k.role_word(text) is not None and not text.endswith("-")):
            return 0
        if "-" in text and text.rpartition("-")[2] in self.k.words("houses-of-people"):
            # „Robert Koch-Institut“
            return 0
        if i in no and not self._only_place(s, i):
            return 0
        # „die Stadt Hagen den Dienst“
        beside = s.text_at(i - 1)[:1].isupper() and text in self.k.words("surnames-like-head-nouns")
        head = text.lower() in self.k.heads and not (beside or self._speaks_or_is(s, i))
        if head or (s.low_at(i - 1) == "der" and text in self.k.words("municipality-nouns")):
            # „Luca App“ is no person, nor is „Bürgerservice der Stadt“
            return 0
        end = i + 2 if self._second_surname(s, i, no) else i + 1
        return self._particle_inside(s, end, no) if s.text_at(end) in self._foreign else end

    def _speaks_or_is(self, s: Sentence, i: int) -> bool:
        """„sagt Kai Register, Leiter des Amts“: a surname that is a noun for things, after a first name alone.

        A title after it or a verb of saying before it tells that a person is meant.
        """
        if s.text_at(i - 1) not in self.k.first_names or s.text_at(i - 2)[:1].isupper():
            return False
        before = s.low_at(i - 2)
        says = before.isalpha() and self.k.lemma(before) in self.k.words("speech-verbs")
        return says or self._told_after(s, i + 1)

    def _particle_inside(self, s: Sentence, i: int, no: frozenset[int]) -> int:
        """End of „da Cunha“ in „João Teixeira da Cunha“: particles inside a surname that no dictionary knows."""
        after = i
        while s.text_at(after) in self._foreign:
            after += 1
        # „Rafael Laguna de la Vera“
        first = s.text_at(after) in self.k.first_names and after not in s.taken
        if not first and not self._second_surname(s, after - 1, no):
            return i
        return after + 2 if self._second_surname(s, after, no) else after + 1

    def _second_surname(self, s: Sentence, i: int, no: frozenset[int]) -> bool:
        """„Claus Ruhe Madsen“: another name after the surname at token `i`, which no dictionary knows."""
        text = s.text_at(i + 1)
        return (
            bool(NAME.match(text))
            and i + 1 not in no
            and i + 1 not in s.taken
            and (
                text.endswith(_SURNAME_ENDINGS)
                or _FOREIGN_LETTER.search(text) is not None
                or not (is_dictionary_word(text) or is_dictionary_word(text.lower()) or is_compound(text))
            )
            and text not in self.k.first_names
            and self.k.role_word(text) is None
        )

    def _month(self, s: Sentence, i: int) -> bool:
        """Whether a first name that is a month too (Jan, August) is one here."""
        before = s.low_at(i - 1)
        if before == "und" and s.text_at(i - 2) not in _MONTHS and not s.text_at(i - 2).isdigit():
            # „Anna Weber und Jan Kolbe“
            before = ""
        if s.text_at(i) not in {"Jan", "August"} or before in _BEFORE_MONTH or before.isdigit():
            return True
        after = s.text_at(i + 1)
        if after in self.k.first_names:
            return False
        return not NAME.match(after) or (s.text_at(i) != "Jan" and is_dictionary_word(after.lower()))

    @staticmethod
    def _only_place(s: Sentence, i: int) -> bool:
        """A name of a town or Land, or an adjective of one („Bremer“), may be a surname."""
        return all(a.last - a.first == 1 and a.type in PLACES for a in s.arguments if a.first <= i < a.last)

    def _introduced(self, s: Sentence, i: int) -> bool:
        """Whether a title, a form of address or an office title stands right before token `i`."""
        if not i:
            return False
        known = self.words.introduces(s.tokens[i - 1].text)
        return titles_start(s, i, self._titles) < i if known is None else known

    def _apposed(self, s: Sentence, i: int, no: frozenset[int]) -> bool:
        """Two capitalised words that no dictionary knows, before „, Staatssekretär …“ or „(CDU)“."""
        text, after = s.tokens[i].text, s.text_at(i + 1)
        if not (NAME.match(text) and NAME.match(after)) or i in no or i + 1 in no or is_dictionary_word(text):
            return False
        if self.k.role_word(text) is not None or self.k.role_word(after) is not None:
            return False
        if text.endswith(_PRESENT) and is_dictionary_word(after):
            # „Anderslautende Berichte, er werde Abteilungsleiter, …“
            return False
        return self._told_after(s, i + 2)

    def _listed(self, s: Sentence, i: int, no: frozenset[int]) -> bool:
        """Two capitalised words that no dictionary knows after people: „A (KGSt), B und Sirko Hellwig vom CCC“."""
        words = (s.tokens[i].text, s.text_at(i + 1))
        joined = s.low_at(i - 1) in {"und", "sowie"} or s.text_at(i - 1) == ","
        if not joined or not all(NAME.match(word) and word[1:].islower() for word in words) or {i, i + 1} & no:
            return False
        if any(self.k.role_word(w) is not None or w.lower() in self.k.heads for w in words):
            return False
        if any(is_dictionary_word(w) for w in words if w not in self.k.first_names):
            return False
        if s.text_at(i + 2)[:1].isupper() or i + 1 in s.taken:
            return False
        before = s.taken.get(i - 2)
        if before is not None and before.type is EntityType.PERSON:
            return True
        named = any(a.type is EntityType.PERSON and a.first < i for a in s.arguments)
        return named and s.low_at(i - 1) == "sowie" and s.low_at(i + 2) in {"von", "vom", "(", ",", "."}

    def _related(self, s: Sentence, i: int, no: frozenset[int]) -> bool:
        """„Ihr Vorgänger Ocke Lürssen“: two capitalised words that no dictionary knows after a noun for somebody."""
        words = (s.tokens[i].text, s.text_at(i + 1))
        if s.text_at(i - 1) not in self._relatives or not all(NAME.match(word) for word in words):
            return False
        # „Ihr Vorgänger Jens Lürssen“: after a possessive the surname may be a word
        told = words[:1] if s.low_at(i - 2) in _POSSESSIVES else words
        known = any(is_dictionary_word(word) for word in told) or words[1].lower() in self.k.heads
        known = known or any(self.k.role_word(word) is not None for word in words)
        return not known and not {i, i + 1} & no and not {i, i + 1} & s.taken.keys()

    def _acting(self, s: Sentence, i: int, no: frozenset[int]) -> bool:
        """Two capitalised words that do what people do: „sagt Holm Gerecke“, „Neidhild Vortmann ist Leiterin …“.

        After a verb of saying or leading, at the end of its clause, both may be words that a dictionary knows.
        """
        words = (s.tokens[i].text, s.text_at(i + 1))
        if not all(NAME.match(word) and word[1:].islower() for word in words) or {i, i + 1} & no or i + 1 in s.taken:
            return False
        if any(self.k.role_word(word) is not None or word.lower() in self.k.heads for word in words):
            return False
        if i and s.text_at(i - 1)[:1].isupper() and not (i == 1 and self._opens(s.low_at(0))):
            return False
        before, after = s.low_at(i - 1), s.low_at(i + 2)
        verbs = self.k.words("speech-verbs") | {"leiten"}
        says = [bool(low.isalpha() and self.k.lemma(low) in verbs) for low in (before, after)]
        ends = s.text_at(i + 2) in {".", ",", ";"}
        if ends and (says[0] or (before in _BEING and any(self._titled(s, j) for j in (0, i - _NEAR)))):
            return True
        if any(is_dictionary_word(word) for word in words):
            return False
        return says[1] or (after in _BEING and self._titled(s, i + 3)) or self._strangers.is_one(s, i)

    def _titled(self, s: Sentence, i: int) -> bool:
        """Whether an office title stands within the next tokens."""
        near = s.tokens[max(0, i) : max(0, i) + _NEAR]
        return any(token.upper and self.k.role_word(token.text) is not None for token in near)

    def _told_after(self, s: Sentence, end: int) -> bool:
        """Whether a title in an apposition or brackets follows at token `end`."""
        mark = s.text_at(end)
        if mark == "(":
            inside = s.text_at(end + 1)
            return inside in self.k.words("party-roles") or self.k.role_word(inside) is not None
        if mark != ",":
            return False
        for j in range(end + 1, min(end + 5, len(s.tokens))):
            if s.tokens[j].text == ",":
                return False
            if self.k.role_word(s.tokens[j].text) is not None:
                return True
        return False

    # ------------------------------------------------------------------ initials

    def _abbreviated(self, s: Sentence, no: frozenset[int]) -> set[int]:
        """Mark names with initials („K. Wendlandt“); surnames after initials that stand for nobody here are returned.

        An initial alone makes no name („Anlage B. Verwaltung“): the article must give the full name somewhere, or
        the sentence must show that a person is meant.
        """
        others: set[int] = set()
        abbreviates, i = self.words.abbreviates, 0
        while i < len(s.tokens):
            if not abbreviates(s.tokens[i].text):
                i += 1
                continue
            given = 0 if i in s.taken else initials_end(s, i, self._short)
            bare = self._after_title(s, i)
            end = self._surname_end(s, given or bare, no) if given or bare else 0
            if not end or any(j in s.taken and s.taken[j].role is not None for j in range(i, end)):
                i += 1
                continue
            if given and not self._is_initial(s, i, end):
                others.add(end - 1)
                i = end
                continue
            draft, known = self._in_full(s, i, given, end)
            if draft is not None:
                self._place(s, i, end, draft)
                self.cast.alias(self._written(s, i, end), draft)
            elif not known and (bare or self._vouched(s, i, end)):
                self._mark(s, i, end, self._title_start(s, i))
            else:
                others.add(end - 1)
            i = end
        return others

    def _after_title(self, s: Sentence, i: int) -> int:
        """End of the particles from token `i` on, after a title: „Frau von der Heide“, „Minister v. Oer“; or 0."""
        end = i
        while (after := particle_end(s, end, self._particles)) > end:
            end = after
        if end == i or not self._introduced(s, i):
            return 0
        # „Minister von Hessen“ has no such name, „Minister v. Hessen“ and „Minister de Vries“ have
        german = s.low_at(i) in PREPOSITIONS or s.low_at(i) in DETERMINERS
        plain = german and self.k.role_word(s.text_at(i - 1)) is not None
        return 0 if plain and not any(s.text_at(j) == "." for j in range(i, end)) else end

    def _is_initial(self, s: Sentence, i: int, end: int) -> bool:
        """Whether the letter at token `i` can begin a name: not that of „z. B.“, „Anlage B.“ or „S. Fischer Verlag“."""
        before, after = s.text_at(i - 1), s.text_at(end)
        if before in {"§", "&"} or after == "&" or after in self.k.words("legal-forms"):
            return False
        if after[:1].isupper() and (is_dictionary_word(after) or self.k.head_of(after) is not None):
            return False
        return before != "." or titles_start(s, i, self._titles) < i

    def _opens(self, low: str) -> bool:
        """Whether a word at the begin of a sentence is no noun."""
        small = low in PREPOSITIONS or low in CONJUNCTIONS or low in self.k.words("particles") or low == "laut"
        return small or self.k.lemma(low) in self.k.words("speech-verbs")

    def _is_field(self, s: Sentence, i: int) -> bool:
        """„Abteilungsleiter Bauordnung Veit Krohn“: a noun between a title and a first name is no part of the name."""
        text = s.tokens[i].text
        if (
            text in self.k.first_names
            or s.text_at(i + 1) not in self.k.first_names
            or not s.text_at(i + 2)[:1].isupper()
        ):
            return False
        titled = i > 0 and self.k.role_word(s.text_at(i - 1)) is not None
        return titled and (is_dictionary_word(text) or is_compound(text) or text.isupper())

    def _heir(self, word: str) -> bool:
        return word in self.k.words("successor-nouns") or word in self.k.words("predecessor-nouns")

    def _in_full(self, s: Sentence, i: int, given: int, end: int) -> tuple[Draft | None, bool]:
        """Whom the article names in full by this surname and these initials, and whether it is more than one."""
        text = s.text_at(end - 1)
        known = self.surnames.get(text) or (self.surnames.get(text.rstrip("'")[:-1]) if text[-1] in "s'" else None)
        if not known:
            return None, False
        if not given:
            return (known[0], True) if len(known) == 1 else (None, True)
        short = parts_of(self._written(s, i, given))
        fitting = [d for d in known if stands_for(short, parts_of(d.name)[:-1])]
        # „Anne Lange und A. Lange“ are two
        apart = [d for d in fitting if not any(a.draft is d and i - a.last in {1, 2} for a in s.arguments)]
        return (apart[0], True) if len(fitting) == len(apart) == 1 else (None, len(fitting) > 1)

    def _vouched(self, s: Sentence, i: int, end: int) -> bool:
        """Whether the words around a name with initials show that it is a person's."""
        if self._introduced(s, i) or self._told_after(s, end):
            return True
        noun = s.text_at(i - 1)[:1].isupper() and not (i == 1 and self._opens(s.lower[0]))
        if noun and not self._heir(s.text_at(i - 1)):
            # „Anlage B. Verwaltung“
            return False
        verbs, before = self.k.words("speech-verbs"), s.low_at(i - 1)
        if any(s.low_at(j) and self.k.lemma(s.lower[j]) in verbs for j in (i - 1, end)) or before == "laut":
            return True
        if any(self._heir(s.text_at(j)) for j in (i - 1, i - 2)):
            return True
        beside = (s.taken.get(i - 2 if before in {"und", ","} else -1), s.taken.get(end + 1))
        if any(a is not None and a.type is EntityType.PERSON for a in beside[: 2 if s.low_at(end) == "und" else 1]):
            return True
        if any(a.role is not None and not a.role.plural for a in s.arguments):
            # „B. Aufgaben des CIO“ is a heading
            after = s.low_at(end)
            return i > 0 or (
                s.text_at(end) == after and after.isalpha() and after not in DETERMINERS | PREPOSITIONS.keys()
            )
        handing = self.k.words("succeeding-verbs")
        # „Er folgt auf K. Wendlandt“
        people = s.lower[0] in {"er", "sie"} or any(a.type is EntityType.PERSON for a in s.arguments)
        return people and any(self.k.lemma(low) in handing for low in s.lower)

    # ------------------------------------------------------------------ surnames

    def _surnames(self, s: Sentence, no: frozenset[int], others: Set[int]) -> None:
        for i, token in enumerate(s.tokens):
            if not token.upper or i in others:
                continue
            text = token.text
            draft = self._by_surname(text, s, i)
            if i in s.taken and (draft is None or not self._rather_person(s, i, draft)):
                if draft is None and self._addressed_by_place(s, i):
                    self._new_surname(s, i)
                continue
            if draft is not None:
                if self._introduced(s, i) or self._bare_surname(text, s, i, no):
                    self._place(s, i, i + 1, draft)
            elif (i in no and s.text_at(i - 1) not in _ADDRESSES) or not self._introduced(s, i):
                continue
            elif NAME.match(text):
                self._new_surname(s, i)

    def _addressed_by_place(self, s: Sentence, i: int) -> bool:
        """„Frau Thießen“, „Ministerin Wallauer dankte“: a town or the adjective of one that is a surname here."""
        taken, before = s.taken[i], s.text_at(i - 1)
        if not self._only_place(s, i) or not NAME.match(s.text_at(i)) or s.text_at(i + 1)[:1].isupper():
            return False
        if before in _ADDRESSES:
            return True
        # „CIO Hessen“ is of that Land, but nobody is „Ministerin Wallauer“ of a place
        role = self.k.role_word(before) if before else None
        return taken.adjective and role is not None and not role.plural

    def _bare_surname(self, text: str, s: Sentence, i: int, no: frozenset[int]) -> bool:
        if i not in no:
            return self._may_be_surname(text, s, i)
        if i in s.taken:
            return True
        # a town that somebody is called after: the person, unless a word says that a place is meant
        cue = s.text_at(i - 1)
        return (
            text not in self._towns
            and cue not in self.k.words("place-cues")
            and cue.lower() not in _BEFORE_PLACE
            and self._only_place(s, i)
        )

    def _rather_person(self, s: Sentence, i: int, draft: Draft) -> bool:
        """Whether the name of a Land („Brandenburg“) is a surname here: a title or a verb of saying beside it."""
        taken = s.taken[i]
        if taken.draft is draft or not self._only_place(s, i) or s.low_at(i - 1) in DETERMINERS:
            return False
        verbs = self.k.words("speech-verbs")
        return self._introduced(s, i) or any(s.low_at(j) and self.k.lemma(s.lower[j]) in verbs for j in (i - 1, i + 1))

    def _new_surname(self, s: Sentence, i: int) -> None:
        """„Minister Schrödter“ where the article never gives the first name."""
        text = s.tokens[i].text
        strong = s.tokens[i - 1].text in self.k.words("salutations") or s.tokens[i - 1].text == "."
        if self.k.role_word(text) is not None or text in self.k.words("academic-titles"):
            return
        if text in self.surnames and any(self._called_so(known, s, i) for known in self.surnames[text]):
            return
        if is_dictionary_word(text) and self.k.head_of(text) is not None:
            # „Herr Stadtrat, …“
            return
        word = is_dictionary_word(text) or is_dictionary_word(text.lower())
        if not strong and ((word and not self._is_holder(s, i)) or self._names_thing(text)):
            return
        self._mark(s, i, i + 1, self._title_start(s, i))

    def _is_holder(self, s: Sentence, i: int) -> bool:
        """„Präsident Rauscher“, „Ministerin Wallauer“: a name in -er after a title that no field of work follows."""
        role = self.k.role_word(s.text_at(i - 1)) if i else None
        if role is None or role.plural or not s.text_at(i).endswith("er") or s.text_at(i + 1)[:1].isupper():
            return False
        alone = role.name == "Präsident" or (role.iri in self.k.full_time and not role.name.endswith("leiter"))
        return alone and self.k.head_of(s.text_at(i)) is None and s.low_at(i + 1) not in {"-", "/"}

    def _names_thing(self, text: str) -> bool:
        """„Bereichsleiterin Bürgerservice“: a compound with the head of a thing is no surname."""
        return is_compound(text) and self.k.head_of(text) is not None

    def _by_surname(self, text: str, s: Sentence, i: int) -> Draft | None:
        """Who has the surname at token `i`: of two, the one of whom „Herr“ and „Frau“ can be said."""
        found = self.surnames.get(text)
        if found is None and text.endswith("'"):
            found = self.surnames.get(text[:-1])
        if found is None and text.endswith("s"):
            found = self.surnames.get(text[:-1])
        fitting = [known for known in found or () if self._called_so(known, s, i)]
        return fitting[0] if len(fitting) == 1 else None

    def _called_so(self, person: Draft, s: Sentence, i: int) -> bool:
        """Whether the surname at token `i` can be this person's: „Frau Berger“ and „Ministerin Berger“ is no Markus."""
        feminine = self._feminine_before(s, self._title_start(s, i))
        if feminine is None:
            return True
        known = self._agreement.by_first_name(person.name) if " " in person.name else None
        known = person.feminine if known is None else known
        return known is None or known is feminine

    def _feminine_before(self, s: Sentence, first: int) -> bool | None:
        """Whether a form of address or the title of a woman stands before token `first`; None where neither does."""
        before = s.text_at(first - 1)
        if before in _ADDRESSES:
            return _ADDRESSES[before]
        role = self.k.role_word(before) if before else None
        woman = role is not None and role.feminine and not role.plural and is_womans(s, first - 1, told=True)
        return True if woman else None

    def _may_be_surname(self, text: str, s: Sentence, i: int) -> bool:
        before = s.tokens[i - 1].text if i else ""
        low = before.lower()
        if not (is_dictionary_word(text) or is_dictionary_word(text.lower())):
            return low not in {"in", "aus", "der", "das", "des", "stadt"} or low == "der"
        if i == 0 or low in _BEFORE_SURNAME or before in {"„", "(", "–", "-"}:
            return low not in {"an"}
        if low in DETERMINERS or low in PREPOSITIONS:
            return False
        return before[:1].islower() and low not in CONJUNCTIONS and self.k.lemma(before) != before

    # ------------------------------------------------------------------ marking

    def _title_start(self, s: Sentence, i: int) -> int:
        """Index of the first title before token `i`."""
        return titles_start(s, i, self._titles)

    def _written(self, s: Sentence, i: int, end: int) -> str:
        """What the text has from token `i` to before token `end`."""
        return " ".join(self.cast.text[s.starts[i] : s.end_of(end - 1)].split())

    def _mark(self, s: Sentence, i: int, end: int, first: int) -> None:
        name = self._written(s, i, end).rstrip("'")
        surname = s.tokens[end - 1].text.rstrip("'")
        single = end - i == 1
        if (not single or self._has_kin(s, end)) and self._is_genitive(s, end, surname):
            name, surname = name[:-1], surname[:-1]
        draft = self.cast.named(name, EntityType.PERSON, "Person") if single else self._same(name, surname)
        known = self.surnames.setdefault(surname, [])
        if draft not in known:
            known.append(draft)
        self._place(s, i, end, draft, first)

    def _is_genitive(self, s: Sentence, end: int, surname: str) -> bool:
        """„In Anna Webers Büro …“ where the article has „Weber“ without a first name, too."""
        bare = surname[:-1]
        if not surname.endswith("s") or len(bare) < _SHORTEST:
            return False
        if self._has_kin(s, end) and not bare.endswith(_SIBILANTS):
            return surname not in self.surnames
        if bare in self.surnames or bare in self.k.first_names:
            return False
        owning = s.text_at(end)[:1].isupper() and end not in s.taken
        return self._appears(bare) and surname not in self.surnames and owning

    def _appears(self, word: str) -> bool:
        """Whether the article has a word."""
        if self._texts is None:
            self._texts = frozenset(token.text for sentence in self._article for token in sentence.tokens)
        return word in self._texts

    def _has_kin(self, s: Sentence, end: int) -> bool:
        """„Anna Webers Nachfolger Kai Reh“, „Frau Webers Schwester, Frau Ott“: a noun for somebody of theirs, named.

        Not „wurde Jan Jakobs Nachfolger von Kai Reh“, who may be called so.
        """
        if s.text_at(end) not in self._kin:
            return False
        name = end + 1 + (s.text_at(end + 1) == ",")
        return s.text_at(name) in _ADDRESSES or (
            bool(s.text_at(name)) and self.words.is_first(s.text_at(name)) and s.text_at(name + 1)[:1].isupper()
        )

    def _same(self, name: str, surname: str) -> Draft:
        """The person with this full name; a genitive -s makes no new person."""
        for form in (name, name[:-1] if name.endswith("s") else name):
            draft = self.cast.find(form, EntityType.PERSON)
            if draft is not None:
                return draft
        longer = self.cast.find(name + "s", EntityType.PERSON)
        if longer is not None and surname:
            self.cast.alias(name, longer)
            longer.name = name
            return longer
        for known in self.surnames.get(surname, ()):
            if known.name.split(" ")[0] == name.split(" ")[0] and stands_for(
                *sorted((parts_of(known.name)[1:-1], parts_of(name)[1:-1]), key=lambda parts: len("".join(parts)))
            ):
                # „Friederike v. Oer“ is Friederike von Oer
                self.cast.alias(name, known)
                known.name = max(known.name, name, key=len)
                return known
        return self.cast.named(name, EntityType.PERSON, "Person")

    def _place(self, s: Sentence, i: int, end: int, draft: Draft, first: int | None = None) -> None:
        first = self._title_start(s, i) if first is None else first
        before = s.tokens[first - 1].text if first else ""
        if before in _ADDRESSES:
            draft.feminine = _ADDRESSES[before]
        else:
            role = self.k.role_word(before) if before else None
            told = role is not None and not role.plural and not is_neutral(role.name)
            if role is not None and told and draft.feminine is None:
                draft.feminine = is_womans(s, first - 1, told=role.feminine)
        owning = _owns(s, end)
        argument = Argument(first=first, last=end + owning, draft=draft)
        if (
            owning
            or s.text_at(end - 1).endswith("'")
            or (s.text_at(end - 1).endswith("s") and not draft.name.endswith("s"))
        ):
            argument.cases = "g"
        for other in s.arguments:
            if other.draft is not None and i <= other.first < end:
                # the place of that name is not named here
                other.draft.mentions.discard((s.starts[other.first], s.end_of(other.last - 1)))
        s.put(argument)
        draft.add(s.starts[first], s.end_of(end - 1))
        draft.names.add(self._written(s, i, end))


def _owns(s: Sentence, end: int) -> bool:
    """„Lewentz' Staatssekretär“: an apostrophe after a name in -s, -x or -z, and what that person has."""
    if s.text_at(end) != "'" or not s.lower[end - 1].endswith(_SIBILANTS):
        return False
    return s.text_at(end + 1)[:1].isalpha() and "'" not in s.lower[:end] and "‘" not in s.lower[:end]


def _is_field(text: str, following: str) -> bool:
    """„Digitale Verwaltung“, „Öffentlicher Sektor“: an adjective and a noun that a dictionary knows, and no name."""
    adjective = text.endswith(_ADJECTIVE_ENDS) and is_dictionary_word(text.lower())
    return adjective and is_dictionary_word(following) and text[1:].islower()
