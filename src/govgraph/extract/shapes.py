"""Finds named things that no lexicon knows by their shape: head nouns, legal forms, quoted names, abbreviations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.state import Argument, Draft
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, MODALS, PREPOSITIONS
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.naming import Cast
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import HeadNoun

_OPEN, _CLOSE = frozenset('„“"»«‚'), frozenset('“”"«»‘')
_ODD = re.compile(r"[a-zäöü][A-ZÄÖÜ]|\d|@|\.|^[a-z]+\d|[A-Z]{2,}")
_ABBREVIATION = re.compile(r"^[A-ZÄÖÜa-z][\w.@-]{1,14}$")
_SHORTENED = frozenset({"kurz", "abgekürzt", "genannt", "als"})
_NOUN = re.compile(r"^[A-ZÄÖÜ][\wäöüß-]*$")
_BRAND = re.compile(r"^X[A-ZÄÖÜ][a-zäöü]{2,}$|^[A-ZÄÖÜ]?[a-zäöü]{2,}[A-ZÄÖÜ][a-zäöüA-Z]{2,}$")
_VERSION = re.compile(r"^\d{1,2}(?:\.\d{1,2})?$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_ADJECTIVE = re.compile(r"^[A-ZÄÖÜa-zäöü][a-zäöüß-]+(?:e|er|es|en|em)$")


class ShapeFinder:
    """Finds names by shape and marks where they stand.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article; new ones are added to it.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast) -> None:
        self.k = knowledge
        self.cast = cast
        self.short: dict[str, Draft] = {}
        # the longest first: „staatsministerium“ before „ministerium“
        self._units = sorted(knowledge.words("unit-heads"), key=lambda w: (-len(w), w))
        self._digital_stems = sorted(knowledge.words("digital-adjectives"))

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Mark every name with a telling shape, then every abbreviation that the article has introduced."""
        for s in sentences:
            i = 0
            while i < len(s.tokens):
                i = self._at_token(s, i)
        for s in sentences:
            self._introduced_forms(s)
        if self.short:
            for s in sentences:
                for i, token in enumerate(s.tokens):
                    base = token.text.split("-")[0]
                    draft = self.short.get(token.text) or (self.short.get(base) if "-" in token.text else None)
                    if draft is not None and i not in s.taken:
                        self._place(s, i, i + 1, draft)

    def _at_token(self, s: Sentence, i: int) -> int:
        """Try every shape at token `i`; return where to go on."""
        if i in s.taken:
            return i + 1
        text = s.tokens[i].text
        if len(text) < 2 or not text[0].isalpha():
            return i + 1
        for attempt in (
            self._unit,
            self._introduced_name,
            self._legal_form,
            self._municipality,
            self._digital,
            self._adjective_name,
            self._compound,
            self._brand,
        ):
            end = attempt(s, i)
            if end:
                return end
        return i + 1

    # ------------------------------------------------------------------ shapes

    def _unit(self, s: Sentence, i: int) -> int:
        """„Ministerium für Wirtschaft, Innovation und Digitales“, „Abteilung Cyber und Informationstechnik“."""
        text = s.tokens[i].text
        base = self._nominative(text).lower()
        tail = next((u for u in self._units if base.endswith(u)), None) if text[0].isupper() else None
        if tail is None:
            return self._plan(s, i)
        j = i + 1
        if self._low(s, j) == "für":
            j += 1
        elif tail not in self.k.words("unit-heads-direct") or self._text(s, j) in _OPEN:
            return 0
        end = self._noun_list(s, j)
        if not end:
            return 0
        head = self.k.heads.get(tail) or self.k.heads.get(base)
        name = self._nominative(text) + " " + self._words(s, i + 1, end)
        first = i
        if i and _ADJECTIVE.match(s.tokens[i - 1].text) and i - 1 in s.taken and s.taken[i - 1].adjective:
            first = i - 1
        draft = self.cast.named(name, EntityType.ORGANISATION, head.kind if head else "Organisation")
        if first < i:
            draft.jurisdiction = s.taken[first].draft
        elif draft.jurisdiction is None and not text.startswith("Bundes"):
            draft.jurisdiction = self.cast.home
        self._place(s, i, end, draft)
        if base != tail or tail not in self.k.words("unit-heads-direct"):
            self.cast.alias(self._nominative(text), draft)
        return end

    def _plan(self, s: Sentence, i: int) -> int:
        """„die Strategie für IT und E-Government“, „den Aktionsplan für Barrierefreiheit“."""
        text = s.tokens[i].text
        head = self._head(text)
        if head is None or head.type not in {EntityType.PROGRAMME, EntityType.DOCUMENT} or not text[0].isupper():
            return 0
        if self._low(s, i + 1) != "für" or self._low(s, i - 1) not in {"die", "der", "den", "das", "dem", "des", "ihre", "seine"}:
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
        while j < len(s.tokens):
            if _ADJECTIVE.match(self._text(s, j)) and _NOUN.match(self._text(s, j + 1)) and j not in s.taken:
                j += 1
            if self._low(s, j) in {"die", "den", "der"} and end and _NOUN.match(self._text(s, j + 1)):
                j += 1
            if not _NOUN.match(self._text(s, j)):
                break
            end = j + 1
            if (self._low(s, end) in {"und", "sowie"} and self._list_goes_on(s, end + 1)) or (
                self._text(s, end) == "," and self._closes_with_and(s, end + 1)
            ):
                j = end + 1
            elif self._low(s, end) == "in" and self._low(s, end + 1) == "der" and _NOUN.match(self._text(s, end + 2)):
                j = end + 2
            else:
                break
        return end

    def _list_goes_on(self, s: Sentence, j: int) -> bool:
        if self._low(s, j) in {"die", "den", "der"}:
            j += 1
        if _ADJECTIVE.match(self._text(s, j)) and _NOUN.match(self._text(s, j + 1)):
            return True
        word = self._text(s, j)
        return bool(_NOUN.match(word)) and self.k.role_word(word) is None and j not in s.taken

    def _closes_with_and(self, s: Sentence, j: int) -> bool:
        """A comma inside a name: nouns and commas follow, and then „und“ with a noun."""
        for _ in range(5):
            if _ADJECTIVE.match(self._text(s, j)) and _NOUN.match(self._text(s, j + 1)):
                j += 1
            if not _NOUN.match(self._text(s, j)) or self.k.role_word(self._text(s, j)) is not None:
                return False
            if self._low(s, j + 1) == "und":
                return self._list_goes_on(s, j + 2)
            if self._text(s, j + 1) != ",":
                return False
            j += 2
        return False

    def _introduced_name(self, s: Sentence, i: int) -> int:
        """„Plattform civento“, „Programm „Starke Heimat Hessen““, „Verein Mehr Demokratie“."""
        head = self._head(s.tokens[i].text)
        if head is None or not head.introduces or not s.tokens[i].text[0].isupper():
            return 0
        j = i + 1
        if self._low(s, j) == "namens":
            j += 1
        elif s.lower[j : j + 3] in (["mit", "dem", "titel"], ["mit", "dem", "namen"], ["unter", "dem", "titel"], ["unter", "dem", "namen"]):
            j += 3
        if self._text(s, j) in _OPEN:
            if not (
                self._text(s, j + 1)[:1].isupper() or self._text(s, j + 1)[:1].isdigit() or self._text(s, j + 1) == "("
            ):
                return 0
            end = next((e for e in range(j + 1, min(j + 9, len(s.tokens))) if s.tokens[e].text in _CLOSE), 0)
            if not end or end == j + 1 or not self._text(s, j + 1)[0].isalnum():
                return 0
            first, last, after = j + 1, end, end + 1
        else:
            first = j
            last = after = self._name_run(s, j)
            beside = s.taken.get(j)
            if beside is not None and beside.first == j and head.form in self.k.words("place-named-heads"):
                if beside.type in {EntityType.MUNICIPALITY, EntityType.JURISDICTION}:
                    return self._place_named(s, i, beside, head)
            if last == j:
                return 0
        inner = s.taken.get(first)
        if inner is not None and inner.first == first and inner.last == last:
            return 0
        name = s_text = self.cast.text[s.tokens[first].start : s.tokens[last - 1].end]
        draft = self.cast.named(name, head.type, head.kind)
        draft.names |= {s_text, f"{self._nominative(s.tokens[i].text)} {name}"}
        self._place(s, first, last, draft)
        self.short.setdefault(name, draft)
        return after

    def _place_named(self, s: Sentence, i: int, place: Argument, head: HeadNoun) -> int:
        """„Universität Oldenburg“: a head noun that makes a name with the name of a place."""
        name = f"{self._nominative(s.tokens[i].text)} {self._words(s, place.first, place.last)}"
        draft = self.cast.named(name, head.type, head.kind)
        last = place.last
        self._place(s, i, last, draft)
        return last

    def _name_run(self, s: Sentence, j: int) -> int:
        """End of a run of tokens from `j` that reads as a proper name: at least one of them is no plain noun."""
        end, odd = j, False
        while end < len(s.tokens) and end - j < 5:
            text = s.tokens[end].text
            low = text.lower()
            if not text[0].isalnum() and text != "(" and text[0] not in "@#":
                break
            if low in PREPOSITIONS or (text[0].islower() and low in DETERMINERS) or low in AUXILIARIES or low in MODALS:
                break
            if text == "(" and self._text(s, end + 2) == ")" and self._glued(s, end + 2):
                end, odd = end + 3, True
                if self._glued(s, end - 1):
                    end += 1
                continue
            if text == "(":
                break
            if text[0].isupper():
                if self.k.role_word(text) is not None:
                    break
                taken = s.taken.get(end)
                if taken is not None and taken.type is EntityType.PERSON:
                    break
                known = is_dictionary_word(text) and not (taken is not None)
                # a capital on what is no noun („Digitale Verwaltung 2020“) makes a name
                lower = self.k.lemma(text)[0].islower()
                odd = odd or not known or bool(_ODD.search(text)) or lower
                end += 1
            elif end > j and (_YEAR.match(text) or _VERSION.match(text)):
                odd = odd or "." in text
                end += 1
            elif (
                text[0].islower() and (_ODD.search(text) or not is_dictionary_word(text)) and self.k.lemma(text) == text
            ):
                odd = True
                end += 1
            else:
                break
        if end > j and s.taken.get(end - 1) is not None and end - j == 1:
            return j
        return end if odd else j

    def _glued(self, s: Sentence, i: int) -> bool:
        return i + 1 < len(s.tokens) and s.tokens[i + 1].start == s.tokens[i].end and s.tokens[i + 1].text[0].isalnum()

    def _legal_form(self, s: Sentence, i: int) -> int:
        """„Seitenbau GmbH“: capitalised words before a legal form."""
        if not s.tokens[i].text[0].isupper():
            return 0
        for end in range(i + 1, min(i + 4, len(s.tokens))):
            text = s.tokens[end].text
            if text in self.k.words("legal-forms"):
                name = self._words(s, i, end)
                draft = self.cast.named(f"{name} {text}", EntityType.ORGANISATION, "Company")
                draft.names |= {name}
                self.short.setdefault(name, draft)
                self._place(s, i, end + 1, draft)
                return end + 1
            if not text[0].isupper() or end in s.taken:
                return 0
        return 0

    def _municipality(self, s: Sentence, i: int) -> int:
        """„Kreis Lippe“, „Samtgemeinde Bersenbrück“, „Ortenaukreis“ beyond the lexicon."""
        text = s.tokens[i].text
        if text in self.k.words("municipality-nouns") and i + 1 < len(s.tokens):
            following = s.tokens[i + 1].text
            inner = s.taken.get(i + 1)
            sure = text in self.k.words("sure-municipality-nouns")
            if (
                inner is None
                and _NOUN.match(following)
                and (sure or not is_dictionary_word(following))
                and (self.k.role_word(following) is None and self._head(following) is None)
            ):
                draft = self.cast.named(following, EntityType.MUNICIPALITY, "Municipality")
                draft.jurisdiction = draft.jurisdiction or self.cast.home
                draft.names.add(f"{text} {following}")
                self._place(s, i + 1, i + 2, draft)
                return i + 2
            return 0
        if text == "Bad" and _NOUN.match(self._text(s, i + 1)) and i + 1 not in s.taken:
            draft = self.cast.named(self._words(s, i, i + 2), EntityType.MUNICIPALITY, "Municipality")
            self._place(s, i, i + 2, draft)
            return i + 2
        low = self._nominative(text).lower()
        if (
            low.endswith("-kreis") or (low.endswith("kreis") and not is_dictionary_word(self._nominative(text)))
        ) and len(low) > 8:
            if low in self.k.generic or not text[0].isupper():
                return 0
            draft = self.cast.named(self._nominative(text), EntityType.MUNICIPALITY, "Municipality")
            draft.jurisdiction = draft.jurisdiction or self.cast.home
            self._place(s, i, i + 1, draft)
            return i + 1
        return 0

    def _digital(self, s: Sentence, i: int) -> int:
        """„die elektronische Wohnsitzanmeldung“, „den digitalen Bauantrag“."""
        low = s.lower[i]
        stem = next(
            (a for a in self._digital_stems if low.startswith(a) and len(low) - len(a) <= 2), None
        )
        following = self._text(s, i + 1)
        if stem is None or i + 1 in s.taken or not following[:1].isupper():
            return 0
        head = self._head(following)
        if head is None or head.type not in {EntityType.SERVICE, EntityType.SYSTEM} or following.endswith("en"):
            return 0
        noun = self._nominative(following)
        masculine, neuter = self.k.words("masculine-heads"), self.k.words("neuter-heads")
        ending = "er" if head.form in masculine else "es" if head.form in neuter else "e"
        draft = self.cast.named(f"{stem}{ending} {noun}", head.type, head.kind)
        draft.names.add(noun)
        self._place(s, i, i + 2, draft)
        self.short.setdefault(noun, draft)
        return i + 2

    def _compound(self, s: Sentence, i: int) -> int:
        """„Transparenzgesetz“, „Schleswig-Holstein-Stack“, „Landesregierung“."""
        text = s.tokens[i].text
        if not text[0].isupper() or len(text) < 5:
            return 0
        head = self._head(text)
        if head is None:
            return 0
        name = self._nominative(text)
        low = name.lower()
        if head.alone:
            return self._alone(s, i, name, head)
        if low == head.form:
            shorter = next((h for h in self.k.vocabulary.heads if h.form != low and low.endswith(h.form)), None)
            if shorter is None:
                return 0
            head = shorter
        prefix = low[: -len(head.form)]
        if (
            low in self.k.generic
            or len(prefix.rstrip("-")) < 3
            or (low.split("-")[-1] in self.k.generic and "-" not in prefix)
        ):
            return 0
        if self.k.role_word(text) is not None:
            return 0
        if i and s.lower[i - 1] in {
            "ein",
            "eine",
            "einen",
            "einem",
            "einer",
            "eines",
            "jede",
            "jedes",
            "kein",
            "keine",
        }:
            return 0
        longer = next(
            (d for d in self.cast.drafts if d.type is head.type and d.mentions and d.name.endswith(" " + name)), None
        )
        if longer is not None:
            self._place(s, i, i + 1, longer)
            return i + 1
        last = i + 1
        if _YEAR.match(self._text(s, last)) and head.type in {EntityType.EVENT, EntityType.DOCUMENT}:
            last += 1
        first = i
        if head.type is EntityType.EVENT and i and s.tokens[i - 1].text.isupper() and len(s.tokens[i - 1].text) > 2:
            taken = s.taken.get(i - 1)
            if taken is None or taken.first == i - 1:
                first = i - 1
                name = f"{s.tokens[first].text} {name}"
        if i > 1 and s.lower[i - 1] == "und" and s.tokens[i - 2].text.endswith("-") and i - 2 not in s.taken:
            first = i - 2
            name = f"{s.tokens[first].text} und {name}"
        draft = self.cast.named(name, head.type, head.kind)
        if first < i:
            self._place(s, first, last, draft)
            return last
        if last > i + 1:
            draft.names.add(f"{name} {self._text(s, i + 1)}")
        if head.type is EntityType.ORGANISATION and draft.jurisdiction is None:
            draft.jurisdiction = self.cast.home
        self._place(s, i, last, draft)
        return last

    def _adjective_name(self, s: Sentence, i: int) -> int:
        """„Kommunales Regelungsbefreiungsgesetz“, „Merseburger Erklärung 2025“: a capital adjective before a head noun."""
        text, following = s.tokens[i].text, self._text(s, i + 1)
        if not text[0].isupper() or text.lower() in DETERMINERS or not _ADJECTIVE.match(text) or i + 1 in s.taken or not following[:1].isupper():
            return 0
        place = text.endswith("er") and not is_dictionary_word(text.lower())
        if not place and (
            i == 0 or s.tokens[i - 1].text in {".", ":", "„", "?", "!"} or not is_dictionary_word(text.lower())
        ):
            return 0
        head = self._head(following)
        if (
            head is None
            or head.alone
            or head.type in {EntityType.SERVICE, EntityType.SYSTEM}
            or following.endswith("en")
        ):
            return 0
        noun = self._nominative(following)
        neuter = head.form in self.k.words("neuter-heads")
        adjective = text if place else text.rstrip("nmrs").removesuffix("e") + ("es" if neuter else "e")
        last = i + 2
        if _YEAR.match(self._text(s, last)):
            last += 1
        draft = self.cast.named(f"{adjective} {noun}", head.type, head.kind)
        self._place(s, i, last, draft)
        self.short.setdefault(noun, draft)
        return last

    def _brand(self, s: Sentence, i: int) -> int:
        """„LibreOffice“, „SaarFlow“: a word with a capital inside that no dictionary knows is taken for a system."""
        text = s.tokens[i].text
        if not _BRAND.match(text) or is_dictionary_word(text) or self.k.role_word(text) is not None:
            return 0
        draft = self.cast.find(text, EntityType.ORGANISATION) or self.cast.named(text, EntityType.SYSTEM, "System")
        self._place(s, i, i + 1, draft)
        return i + 1

    def _alone(self, s: Sentence, i: int, name: str, head: HeadNoun) -> int:
        """A body of the Land that the article is about, or of the Land named right beside it."""
        federal = name.startswith("Bundes")
        beside = s.taken.get(i + 1)
        land = beside.draft if beside is not None and beside.type is EntityType.JURISDICTION else None
        if land is None and i and i - 1 in s.taken and s.taken[i - 1].adjective:
            land = s.taken[i - 1].draft
        if land is None and self._low(s, i + 1) in {"von", "des", "der"}:
            step = i + 3 if self._text(s, i + 2) in self.k.words("state-nouns") else i + 2
            later = s.taken.get(step)
            land = later.draft if later is not None and later.type is EntityType.JURISDICTION else None
        land = land or (None if federal else self.cast.home)
        key = f"{name} {land.name}" if land is not None else name
        draft = self.cast.named(key, head.type, head.kind)
        draft.jurisdiction = draft.jurisdiction or land
        draft.names |= {name}
        self._place(s, i, i + 1, draft)
        return i + 1

    # ------------------------------------------------------------------ abbreviations

    def _introduced_forms(self, s: Sentence) -> None:
        """„Onlinezugangsgesetz (OZG)“, „FITKO (Föderale IT-Kooperation)“, „IT Baden-Württemberg, kurz BITBW“."""
        for argument in list(s.arguments):
            draft = argument.draft
            if draft is None or draft.type in {EntityType.PERSON, EntityType.JURISDICTION, EntityType.MUNICIPALITY}:
                continue
            i = argument.last
            if self._text(s, i) in _CLOSE:
                i += 1
            if self._text(s, i) == "(" and self._text(s, i + 2) == ")":
                self._learn(s, i + 1, draft)
            elif self._text(s, i) == "(" and self._text(s, i + 3) == ")" and self._text(s, i + 2)[:1].isupper():
                self.short.setdefault(self._words(s, i + 1, i + 3), draft)
                draft.names.add(self._words(s, i + 1, i + 3))
            elif self._text(s, i) == ",":
                for j in range(i + 1, i + 4):
                    if self._low(s, j) in _SHORTENED and self._text(s, j + 1) not in {"", ","}:
                        self._learn(s, j + 1, draft)
                        break

    def _learn(self, s: Sentence, i: int, draft: Draft) -> None:
        text = self._text(s, i)
        if not _ABBREVIATION.match(text) or not any(c.isupper() for c in text) or text.isdigit():
            return
        other = s.taken.get(i)
        if other is not None:
            if other.draft is not None and other.draft is not draft and other.draft.entry is not None:
                return
            if other.draft is not draft:
                return
        if not self._fits(text, draft):
            return
        draft.names.add(text)
        self.short[text] = draft
        if other is None:
            self._place(s, i, i + 1, draft)

    @staticmethod
    def _fits(short: str, draft: Draft) -> bool:
        """Whether the short form may stand for the name: its first letter begins a word of it, and it is shorter."""
        names = {draft.name, *draft.names}
        initials = {w[0].lower() for n in names for w in re.split(r"[\s-]+", n) if w}
        return short[0].lower() in initials and len(short) < max(len(n) for n in names)

    # ------------------------------------------------------------------ helpers

    def _head(self, text: str) -> HeadNoun | None:
        found = self.k.head_of(text)
        return found[0] if found else None

    def _nominative(self, text: str) -> str:
        """The word without a genitive ending, when a head noun tells where it ends."""
        found = self.k.head_of(text)
        return text[: found[1]] if found else text

    def _place(self, s: Sentence, first: int, last: int, draft: Draft) -> None:
        argument = Argument(first=first, last=last, draft=draft)
        s.arguments[:] = [a for a in s.arguments if a.last <= first or a.first >= last]
        s.arguments.append(argument)
        for j in range(first, last):
            s.taken[j] = argument
        start, end = s.tokens[first].start, s.tokens[last - 1].end
        draft.add(start, end)
        draft.names.add(self.cast.text[start:end])

    def _words(self, s: Sentence, first: int, last: int) -> str:
        return self.cast.text[s.tokens[first].start : s.tokens[last - 1].end]

    @staticmethod
    def _text(s: Sentence, i: int) -> str:
        return s.tokens[i].text if 0 <= i < len(s.tokens) else ""

    @staticmethod
    def _low(s: Sentence, i: int) -> str:
        return s.lower[i] if 0 <= i < len(s.lower) else ""
