"""Names that reach further than their head noun, stand in quotation marks or begin with foreign words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.knowledge import ODD
from govgraph.extract.names.long_names import ADJECTIVE, CLOSING, NOUN, YEAR, LongNames
from govgraph.extract.names.name_runs import DEFINITE
from govgraph.extract.state import PLACES
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, INDEFINITE, MODALS, PREPOSITIONS
from govgraph.language.morphology import is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Draft, Sentence
    from govgraph.vocabulary import HeadNoun

_ENDS = frozenset({",", ".", "–", ")", ";", "des", "der", ""})
_OPINIONS = frozenset({"als", "ist", "klingt", "nannte", "nennt", "sei", "sind", "war", "wäre", "wirkt"})
"""Words beside which a quotation says what somebody thinks of a thing, or how it is."""
_EXTENDED = frozenset(
    {
        EntityType.ORGANISATION, EntityType.EVENT, EntityType.SYSTEM, EntityType.PROGRAMME, EntityType.DOCUMENT,
    }
)  # fmt: skip
_LONGEST_QUOTE, _LONGEST_TITLE, _LONGEST_RUN, _MOST_ADJECTIVES = 8, 16, 4, 2
_NO_WORK = frozenset({"Agency", "Ministry"})
"""Kinds of bodies that a name in quotation marks does not stand for: a „Virtuelles Bauamt“ is a system."""

_CLUBS = frozenset({"Verein", "Vereins"})
"""Nouns of which what follows only tells who is in it: „der Verein junger Menschen“."""


class ReachingNames(LongNames):
    """Finds where a name goes on, and names that quotation marks or foreign words show."""

    def _with_place(self, s: Sentence, end: int) -> int:
        """„Digitaltag Niedersachsen“, „OSS-Lab Nord“: the place right after a head noun is part of the name."""
        a = s.taken.get(end - 1)
        if a is None or a.last != end or a.draft is None or a.type not in _EXTENDED or a.adjective or a.reference:
            return end
        head = self._head(s.tokens[end - 1].text) or self._head(s.tokens[a.first].text)
        if head is None or (a.draft.entry is not None and a.type is not EntityType.EVENT):
            return end
        event = a.type is EntityType.EVENT and a.last == a.first + 1
        first = self._adjectives_before(s, a.first) if a.draft.entry is None or event else a.first
        last = self._members(s, end, head) or self._region(s, end) or self._unknown_place(s, end, head) or end
        if (first, last) == (a.first, end):
            return end
        return self._longer(s, a, first, last, head)

    def _longer(self, s: Sentence, a: Argument, first: int, last: int, head: HeadNoun) -> int:
        """Let a name that was found reach from `first` to `last`."""
        draft = a.draft
        if draft is None:
            return a.last
        name = draft.name
        if first < a.first:
            text = s.tokens[first].text
            ending = {"m": "er", "n": "es"}.get(head.gender, "e")
            plain = is_dictionary_word(text.lower()) or self.k.lemma(text).islower() or not text.endswith("er")
            opening = text.rstrip("nmrs").removesuffix("e") + ending if plain else text
            name = " ".join((opening, *(t.text for t in s.tokens[first + 1 : a.first]), name))
        if last > a.last and not name.endswith(" " + self._words(s, a.last, last)):
            name += " " + self._words(s, a.last, last)
        span = (s.starts[a.first], s.end_of(a.last - 1))
        if draft.entry is None and set(draft.mentions) == {span}:
            self.cast.lengthen(draft, name)
        else:
            draft.mentions.discard(span)
            short = draft.name
            draft = self.cast.named(name, draft.type, draft.kind)
            draft.names.add(short)
        place = s.taken.get(a.last)
        if last > a.last and place is not None and place.draft is not None and draft.type is EntityType.ORGANISATION:
            draft.jurisdiction = place.draft if place.type is EntityType.JURISDICTION else place.draft.jurisdiction
        self._place(s, first, last, draft)
        return last

    def _adjectives_before(self, s: Sentence, first: int) -> int:
        """„das Staatliche Schulamt“: in the middle of a sentence, an adjective with a capital is part of a name."""
        i = first
        while i > 1 and i - 1 not in s.taken and first - i < _MOST_ADJECTIVES:
            text = s.tokens[i - 1].text
            if not (text[0].isupper() and ADJECTIVE.match(text)) or s.lower[i - 1] in DETERMINERS:
                break
            if text.endswith(("em", "en", "er")) and self._head(text) is not None:
                # „Anbieter“, „Unternehmen“, „das Abfertigungssystem ATLAS“
                break
            if s.tokens[i - 2].text[0].isupper() and i > 2 and not ADJECTIVE.match(s.tokens[i - 2].text):
                break
            opened = s.lower[i - 2] in DETERMINERS or s.lower[i - 2] in PREPOSITIONS
            if not opened and (not ADJECTIVE.match(s.tokens[i - 2].text) or s.tokens[i - 2].text.islower()):
                break
            if self.k.lemma(s.lower[i - 1])[0].isupper() and not text.endswith(("sche", "schen", "er")):
                break
            i -= 1
        return i

    def _members(self, s: Sentence, end: int, head: HeadNoun) -> int:
        """„Bundesverband der Deutschen Kommunen-IT“, „Landesverband der Richter“: whose association it is."""
        if head.kind != "Association" or s.low_at(end) not in {"der", "des"}:
            return 0
        if s.low_at(end) == "der" and self._people(s, end + 1):
            return end + 2
        if end + 1 in s.taken or end + 2 in s.taken:
            return 0
        adjective = s.text_at(end + 1)
        if adjective[:1].isupper() and ADJECTIVE.match(adjective) and NOUN.match(s.text_at(end + 2)):
            return end + 3
        return 0

    def _of_members(self, s: Sentence, i: int) -> int:
        """„der Landesverband der Verwaltungsrichter“, „die Akademie der Künste“: a body named by its members."""
        known = s.taken.get(i)
        bare = s.text_at(i - 1) in {",", "–", "("}
        if s.low_at(i + 1) != "der" and known is None:
            return self._of_such_members(s, i)
        if s.low_at(i + 1) != "der" or (known is not None and not known.adjective):
            return 0
        if not bare and s.low_at(i - 1) not in DEFINITE:
            return 0
        said = s.taken.get(i - 2 if bare else self._before_apposition(s, i))
        if bare and said is None:
            return 0
        noun = self._nominative(s.tokens[i].text)
        j = i + 2
        described = bool(ADJECTIVE.match(s.text_at(j))) and bool(NOUN.match(s.text_at(j + 1))) and j not in s.taken
        j += described
        text = s.text_at(j)
        people = self._people(s, j)
        if not NOUN.match(text) or (j in s.taken and not people) or text in self.k.words("municipality-nouns"):
            return 0
        field = noun.lower().endswith(tuple(self.k.words("bodies-of-a-field")))
        sure = field or people or (described and s.text_at(j - 1)[0].isupper())
        several = self.k.lemma(text) != text or text.endswith("er")
        if not sure and (text in self.k.words("collective-nouns") or not several):
            return 0
        head = self._head(noun)
        name = f"{noun} {self._words(s, i + 1, j + 1)}"
        draft = said.draft if said is not None and said.type is EntityType.ORGANISATION else None
        if draft is None:
            kind = head.kind if head is not None else "Association"
            draft = self.cast.named(name, EntityType.ORGANISATION, kind)
        if known is not None and known.draft is not None:
            # „Bundes-Arbeitsgemeinschaft“ does not speak of the Bund
            known.draft.mentions -= {m for m in known.draft.mentions if s.starts[i] <= m[0] < s.end_of(i)}
        self._place(s, i, j + 1, draft)
        return j + 1

    def _of_such_members(self, s: Sentence, i: int) -> int:
        """„der Verband kommunaler Rechenzentren“: an association named by what its members are."""
        kind, members = s.text_at(i + 1), s.text_at(i + 2)
        if (
            s.tokens[i].text in _CLUBS
            or s.low_at(i - 1) not in DEFINITE
            or not kind.islower()
            or not kind.endswith("er")
            or not NOUN.match(members)
        ):
            return 0
        if {i + 1, i + 2} & s.taken.keys() or kind in DETERMINERS or kind in PREPOSITIONS or not ADJECTIVE.match(kind):
            return 0
        if self.k.lemma(members) == members or NOUN.match(s.text_at(i + 3)) or self.k.role_word(members) is not None:
            return 0
        head = self._head(s.tokens[i].text)
        name = f"{self._nominative(s.tokens[i].text)} {kind} {members}"
        draft = self.cast.named(name, EntityType.ORGANISATION, head.kind if head is not None else "Association")
        self._place(s, i, i + 3, draft)
        return i + 3

    def _event_of(self, s: Sentence, i: int) -> int:
        """„auf der Tagung der IT-Referenten“, „beim Tag der Digitalen Verwaltung“: an event named by what it is of."""
        before, after = s.low_at(i - 1), s.low_at(i + 1)
        noun = self._nominative(s.tokens[i].text)
        if i in s.taken or after not in {"der", "des"} or before not in DEFINITE or before == "am":
            return 0
        end = i + 2
        while end < i + 2 + _MOST_ADJECTIVES and ADJECTIVE.match(s.text_at(end)) and NOUN.match(s.text_at(end + 1)):
            end += 1
        sure = before == "beim" or (before == "dem" and s.low_at(i - 2) in {"auf", "bei"})
        if noun == "Tag" and not sure and (before != "zum" or (end == i + 2 and not self._invites(s))):
            # „den Tag der Eröffnung“
            return 0
        if end in s.taken and not self._people(s, end):
            return 0
        if not NOUN.match(s.text_at(end)) or self._head(s.text_at(end)) is not None:
            return 0
        if end == i + 2 and s.text_at(end) in self.k.words("municipality-nouns") | self.k.words("state-nouns"):
            return 0
        end += 1
        draft = self.cast.named(f"{noun} {self._words(s, i + 1, end)}", EntityType.EVENT, "Event")
        draft.inner = True
        self._place(s, i, end, draft)
        return self._with_place(s, end)

    def _invites(self, s: Sentence) -> bool:
        """Whether a sentence asks people to come: „lädt zum Tag der Cybersicherheit ein“."""
        return any(self.k.lemma(low) in self.k.words("verbs-of-inviting") for low in s.lower)

    def _officers(self, s: Sentence, i: int) -> int:
        """„der Arbeitskreis der Staatssekretäre für E-Government“, „im Rat der IT-Beauftragten der Bezirke“."""
        noun = self._nominative(s.tokens[i].text)
        known = s.taken.get(i)
        if s.low_at(i + 1) != "der" or s.low_at(i - 1) not in DEFINITE or not self._people(s, i + 2):
            return 0
        if known is not None and known.last > i + 1:
            return 0
        end = i + 3
        if s.low_at(end) == "für":
            end = self._noun_list(s, end + 1) or end
        elif s.low_at(end) == "der" and s.text_at(end + 1) in self.k.words("collective-nouns"):
            end += 2
        draft = self.cast.named(f"{noun} {self._words(s, i + 1, end)}", EntityType.ORGANISATION, "Committee")
        self._place(s, i, end, draft)
        return end

    @staticmethod
    def _people(s: Sentence, i: int) -> bool:
        """„der IT-Referenten“, „der Justizminister“: an office title for all who have it, not one of them by name."""
        title = s.taken.get(i)
        return (
            title is not None and title.role is not None and title.last == i + 1 and not s.text_at(i + 1)[:1].isupper()
        )

    def _unknown_place(self, s: Sentence, j: int, head: HeadNoun) -> int:
        """„Technische Universität Clausthal“: a word that no dictionary knows, right after the noun for a body."""
        text = s.text_at(j)
        if head.type not in {EntityType.ORGANISATION, EntityType.EVENT} or j in s.taken or not NOUN.match(text):
            return 0
        if self.k.role_word(text) is not None or text in self.k.first_names or text in self.k.words("legal-forms"):
            return 0
        if ODD.search(text) or text.isupper() or is_dictionary_word(text) or self._head(text) is not None:
            return 0
        if self.k.like_a_place(text):
            # „Allerland“ looks like a compound
            return j + 1
        hyphenated = "-" in text and all(part[:1].isupper() for part in text.split("-"))
        return j + 1 if hyphenated or not is_compound(text) else 0

    def _region(self, s: Sentence, j: int) -> int:
        """End of the name of a place or region that stands bare at `j`, or 0."""
        text = s.text_at(j)
        beside = s.taken.get(j)
        if beside is None:
            return j + 1 if self.k.region(text) else 0
        if beside.first != j or beside.type not in PLACES or beside.adjective or beside.cases == "g":
            return 0
        if text in {"Bund", "Kreis", "Land", "Stadt", "Landkreis"} or not text[:1].isupper():
            return 0
        last = beside.last
        return last + 1 if YEAR.match(s.text_at(last)) else last

    # ------------------------------------------------------------------ in quotation marks

    def _registered(self, s: Sentence, first: int, end: int) -> bool:
        """„Vorsitzende des „Digitale Eifel e. V.““: an association, by its legal form in the quotation marks."""
        form = next((n for n in (4, 2) if "".join(s.lower[end - n : end]) == "e.v."), 0)
        last = end - form
        if not form or last <= first or s.low_at(first - 2) not in DEFINITE or not s.text_at(first)[:1].isupper():
            return False
        if any(j in s.taken and s.taken[j].type not in PLACES for j in range(first, last)):
            return False
        words = self._words(s, first, last)
        self._swallow(s, first, last)
        draft = self.cast.named(f"{words} e. V.", EntityType.ORGANISATION, "Association")
        draft.names |= {words}
        self._place(s, first, end, draft)
        return True

    def _quoted_alone(self, s: Sentence, i: int) -> int:
        """„die „Jenaer Erklärung zur souveränen Cloud““: a name in quotation marks, its article before them."""
        first = i + 1
        titled = self._head(s.text_at(first)) is not None
        most = min(first + (_LONGEST_TITLE if titled else _LONGEST_QUOTE), len(s.tokens))
        end = next((e for e in range(first, most) if s.text_at(e) in CLOSING), 0)
        if end > first and self._registered(s, first, end):
            return end + 1
        if end <= first or not self._reads_as_name(s, first, end):
            return 0
        before = s.low_at(i - 1)
        numbered = end - first > 1 and s.tokens[end - 1].text[0].isdigit()
        head = self._head_of_quote(s, first, end)
        if numbered and head is not None and head.type is EntityType.SERVICE:
            # „Ländliche Dienste 4.0“ is a plan for services
            head = None
        apposed = self._apposed_kind(s, end + 1)
        if before in INDEFINITE:
            place = s.taken.get(first)
            if head is None or head.type is not EntityType.DOCUMENT or place is None or not place.adjective:
                return 0
        elif not (
            before in DEFINITE
            or (numbered and before in PREPOSITIONS)
            or (apposed is not None and self._ends_phrase(s, end + 2))
        ):
            return 0
        whole = s.taken.get(first)
        if whole is not None and whole.first <= first and whole.last >= end and not whole.adjective:
            return 0
        if any(s.taken[j].type is EntityType.PERSON for j in range(first, end) if j in s.taken):
            return 0
        kind = apposed or head
        name = self._words(s, first, end)
        known = next((d for d in self.cast.drafts if name in d.names and d.type in _EXTENDED and d.mentions), None)
        if known is not None:
            draft = known
        elif kind is None and numbered:
            draft = self.cast.thing(name, EntityType.PROGRAMME, "Programme", guessed=True)
        elif kind is None:
            draft = self.cast.thing(name, EntityType.SYSTEM, "System", guessed=True)
        elif kind.type is EntityType.ORGANISATION and kind.kind in _NO_WORK:
            draft = self.cast.thing(name, EntityType.SYSTEM, "System")
        else:
            draft = self.cast.thing(name, kind.type, kind.kind)
        for j in range(first, end):
            inside = s.taken.get(j)
            if inside is None or inside.draft is None or inside.draft is draft:
                continue
            if inside.adjective or inside.draft.kind == "Party":
                # „Grüne Dörfer 2030“ speaks of no party
                inside.draft.mentions.discard((s.starts[inside.first], s.end_of(inside.last - 1)))
        self._inflected(s, first, name, kind, draft)
        self._place(s, first, end, draft)
        self.short.setdefault(name, draft)
        return end + 1

    @staticmethod
    def _reads_as_name(s: Sentence, first: int, end: int) -> bool:
        """A capital or digit opens it, a noun is in it, and no verb, pronoun or full stop."""
        opening = s.tokens[first].text
        if not (opening[0].isupper() or opening[0].isdigit()) or s.lower[first] in DETERMINERS:
            return False
        if s.tokens[end - 1].text in {".", "?", ","} or any(s.tokens[j].text in {",", ";"} for j in range(first, end)):
            return False
        if any(s.lower[j] in AUXILIARIES or s.lower[j] in MODALS for j in range(first, end)):
            return False
        return any(NOUN.match(s.tokens[j].text) for j in range(first, end))

    def _head_of_quote(self, s: Sentence, first: int, end: int) -> HeadNoun | None:
        """The noun that tells the kind: the first of a paper, else before a preposition, else the last or the first."""
        opening = self._head(s.text_at(first)) if end - first > 1 else None
        if opening is not None and opening.introduces and opening.type is EntityType.DOCUMENT:
            # „Leitfaden Digitale Register“
            return opening
        inner = next((j for j in range(first + 1, end) if s.lower[j] in PREPOSITIONS), end)
        last = inner - 1
        while last > first and not NOUN.match(s.tokens[last].text):
            last -= 1
        for j in (last, first):
            text = s.tokens[j].text
            head = self._head(text) or self._head(self.k.lemma(text))
            if head is not None and not head.alone:
                return head
        return None

    def _apposed_kind(self, s: Sentence, j: int) -> HeadNoun | None:
        """„…, ein Chatbot …“, „… ist eine Plattform“: the noun that says what the name before it stands for."""
        if s.text_at(j) not in {",", "–", "("} and s.low_at(j) != "ist":
            return None
        if s.low_at(j + 1) not in INDEFINITE and not self._tells_of_it(s, j):
            return None
        for k in range(j + 2, min(j + 6, len(s.tokens))):
            text = s.tokens[k].text
            if text[0].isupper() and k not in s.taken:
                head = self._head(text)
                return head if head is not None and head.introduces else None
            if not text[0].isalpha() or s.lower[k] in PREPOSITIONS:
                return None
        return None

    @staticmethod
    def _tells_of_it(s: Sentence, j: int) -> bool:
        """„testet „Rudi“, das Terminal“: an article after the comma; not „nannte das „Unfug“, die App sei langsam“."""
        return s.text_at(j) == "," and s.low_at(j + 1) in DEFINITE and _OPINIONS.isdisjoint(s.lower)

    @staticmethod
    def _ends_phrase(s: Sentence, j: int) -> bool:
        """Whether the noun after `j` closes its phrase or has an attribute: no clause of its own begins there."""
        noun = next((k for k in range(j, min(j + 5, len(s.tokens))) if s.tokens[k].text[0].isupper()), j)
        following = s.low_at(noun + 1)
        return following in _ENDS or following in PREPOSITIONS

    @staticmethod
    def _inflected(s: Sentence, first: int, name: str, kind: HeadNoun | None, draft: Draft) -> None:
        """„das „Virtuelle Bauamt““ is called Virtuelles Bauamt."""
        text = s.tokens[first].text
        if kind is None or not kind.gender or not ADJECTIVE.match(text) or s.text_at(first + 1).islower():
            return
        if text.endswith("er") and first in s.taken and s.taken[first].adjective:
            return
        if is_dictionary_word(text.lower()):
            stem = text.rstrip("nmrs").removesuffix("e")
            draft.names.add(stem + {"m": "er", "n": "es"}.get(kind.gender, "e") + name[len(text) :])

    # ------------------------------------------------------------------ foreign words before a head noun

    def _foreign_name(self, s: Sentence, i: int) -> int:
        """„Open Data Konferenz“, „Cyber Security Cluster“: foreign words before a noun that tells the kind."""
        before = s.taken.get(i - 1)
        if i and s.tokens[i - 1].text[0].isupper() and i > 1 and before is None:
            return 0
        end = i
        while end < len(s.tokens) and end - i < _LONGEST_RUN and NOUN.match(s.tokens[end].text):
            if (end > i and end in s.taken) or self.k.role_word(s.tokens[end].text) is not None:
                break
            end += 1
        body = next((j for j in range(i + 1, end) if s.lower[j] in self.k.words("foreign-bodies")), 0)
        if body and all(self._foreign(s.tokens[j].text) for j in range(i, body)):
            # „Competence Center Cloud“, „Innovation Hub 110“
            last = end + 1 if end == body + 1 and s.text_at(end).isdigit() else end
            draft = self.cast.named(self._words(s, i, last), EntityType.ORGANISATION, "Organisation")
            self._place(s, i, last, draft)
            return last
        for last in range(end, i + 1, -1):
            head = self._head(s.tokens[last - 1].text)
            if head is not None and not head.alone and head.type in _EXTENDED:
                if not all(self._foreign(s.tokens[j].text) for j in range(i, last - 1)):
                    return 0
                name = self._words(s, i, last)
                text, ending = s.tokens[i].text, {"m": "r", "n": "s"}.get(head.gender, "")
                if last == i + 2 and text.endswith("ische"):
                    # „der Oldenburgisch-Ostfriesische Wasserverband“
                    name = f"{text}{ending} {self._nominative(s.tokens[i + 1].text)}"
                draft = self.cast.named(name, head.type, head.kind)
                self._place(s, i, last, draft)
                return last
        return 0

    def _foreign(self, text: str) -> bool:
        low = text.lower()
        return low in self.k.words("foreign-name-words") or not (is_dictionary_word(text) or is_compound(text))
