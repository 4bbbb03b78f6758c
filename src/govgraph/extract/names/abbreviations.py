"""Short forms that an article introduces: „Onlinezugangsgesetz (OZG)“, „IT Baden-Württemberg, kurz BITBW“."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from govgraph.extract.names.entities import arguments_of
from govgraph.extract.names.long_names import CLOSING, OPENING
from govgraph.extract.places import bare_name
from govgraph.extract.state import PLACES, RUN
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.names.entities import ArgumentsOf
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Draft, Sentence

_ABBREVIATION = re.compile(r"^[A-ZÄÖÜa-z][\w.@-]{1,14}$")
_FEWEST_INITIALS = 3
_LONG_WORD = 4
_DEFINITE = frozenset({"am", "beim", "das", "dem", "den", "der", "des", "die", "im", "vom", "zum", "zur"})
"""Articles before a noun for what has been named, alone or with a preposition."""
_SHORTENED = frozenset({"kurz", "abgekürzt", "genannt", "als"})


class Abbreviations:
    """Learns the short forms of an article and marks where they stand.

    Args:
        cast: Entities of the article.
        short: Short forms that are known already, with what they stand for; new ones are added.
    """

    def __init__(self, cast: Cast, short: dict[str, Draft]) -> None:
        self.cast = cast
        self.short = short
        self._sentences: Sequence[Sentence] = ()
        self._arguments: ArgumentsOf | None = None
        self._starts: list[int] = []

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Learn every short form, then mark it wherever it stands alone."""
        self._sentences = sentences
        for s in sentences:
            self._introduced_forms(s)
        self._initials(sentences)
        self._bare_towns()
        self._first_words(sentences)
        if not self.short:
            return
        several: dict[str, list[tuple[list[str], Draft]]] = {}
        for name, body in sorted(self.short.items(), key=lambda one: -len(one[0])):
            first, *rest = name.split(" ")
            if rest and first[:1].isupper() and body.type is EntityType.ORGANISATION:
                several.setdefault(first, []).append((rest, body))
        for s in sentences:
            for i, token in enumerate(s.tokens):
                if token.text in several and i not in s.taken and self._shortened(s, i, several[token.text]):
                    continue
                base = token.text.split("-")[0]
                draft = self.short.get(token.text) or (self.short.get(base) if "-" in token.text else None)
                if draft is not None and i not in s.taken:
                    self.cast.place(s, i, i + 1, draft)

    def _shortened(self, s: Sentence, i: int, names: Sequence[tuple[list[str], Draft]]) -> bool:
        """„die Kommdata Mitte GmbH … Kommdata Mitte“: mark a short name of several words; a place may be in it."""
        for rest, draft in names:
            last = i + 1 + len(rest)
            held = [s.taken[j] for j in range(i + 1, last) if j in s.taken]
            inner = all(a.last <= last and (a.type in PLACES or (a.draft and a.draft.entry is None)) for a in held)
            if inner and [t.text for t in s.tokens[i + 1 : last]] == rest:
                for a in held:
                    if a.draft is not None:
                        a.draft.mentions.discard((s.starts[a.first], s.end_of(a.last - 1)))
                self.cast.place(s, i, last, draft)
                return True
        return False

    def _initials(self, sentences: Sequence[Sentence]) -> None:
        """„KDWH“ is the „Zweckverband Kommunale Datendienste Weser-Hunte“: the initials of one name of the article."""
        bearers: dict[str, list[Draft]] = {}
        for draft in self.cast.drafts:
            if draft.type is EntityType.ORGANISATION and draft.mentions and draft.entry is None:
                for name in {draft.name, *draft.names}:
                    words = [w for w in re.split(r"[\s-]+", name) if w[:1].isupper()]
                    for start in (0, 1):
                        initials = "".join(w[0] for w in words[start:])
                        if len(initials) >= _FEWEST_INITIALS and draft not in bearers.setdefault(initials, []):
                            bearers[initials].append(draft)
        for s in sentences:
            for i, token in enumerate(s.tokens):
                found = bearers.get(token.text, ())
                if i not in s.taken and len(found) == 1:
                    self.short.setdefault(token.text, found[0])
                    found[0].names.add(token.text)

    def _bare_towns(self) -> None:
        """„Murnau am Staffelsee … Murnau“: a town named in full is the one meant by the first word alone."""
        for draft in self.cast.drafts:
            if draft.entry is not None and draft.kind == "Municipality" and draft.mentions:
                name = bare_name(draft.name)
                if name != draft.name and " " not in name and not is_dictionary_word(name):
                    self.short.setdefault(name, draft)

    def _first_words(self, sentences: Sequence[Sentence]) -> None:
        """„der Datenservice Öffentlicher Einkauf … den Datenservice“: mark the compound that a name begins with.

        It must stand with its article, and no other name of the article may begin so.
        """
        bearers: dict[str, list[Draft]] = {}
        for draft in self.cast.drafts:
            first, _, rest = draft.name.partition(" ")
            if draft.type in RUN and draft.mentions and rest[:1].isupper() and self._is_compound(first):
                bearers.setdefault(first, []).append(draft)
        named = {word: found[0] for word, found in bearers.items() if len(found) == 1}
        for s in sentences if named else ():
            for i, token in enumerate(s.tokens):
                known = named.get(token.text)
                if known is None or i in s.taken or s.low_at(i - 1) not in _DEFINITE:
                    continue
                if (
                    not s.text_at(i + 1)[:1].isupper()
                    and s.text_at(i + 1) not in OPENING
                    and s.start >= self._seen(known)
                ):
                    self.cast.place(s, i, i + 1, known)

    def _is_compound(self, word: str) -> bool:
        """Whether a word says more than of what kind a thing is: „Datenservice“, not „Portal“ or „E-Akte“."""
        head = self.cast.knowledge.head_noun(word)
        return head is not None and "-" not in word and len(word) >= len(head.form) + _LONG_WORD

    @staticmethod
    def _seen(draft: Draft) -> int:
        """Where a thing is named first."""
        return min((start for start, _ in draft.mentions), default=0)

    def _introduced_forms(self, s: Sentence) -> None:
        """„Onlinezugangsgesetz (OZG)“, „FITKO (Föderale IT-Kooperation)“, „IT Baden-Württemberg, kurz BITBW“."""
        for argument in list(s.arguments):
            draft = argument.draft
            if draft is None or draft.type in {EntityType.PERSON, EntityType.JURISDICTION, EntityType.MUNICIPALITY}:
                continue
            before = s.taken.get(argument.first - 1)
            # „Niedersächsisches Landesgesundheitsamt (NLGA)“
            adjective = s.text_at(argument.first - 1) if before is not None and before.adjective else ""
            i = argument.last
            if s.text_at(i) in self.cast.knowledge.words("legal-forms"):
                i += 1
            if s.text_at(i) in CLOSING:
                i += 1
            if s.text_at(i) == "(" and s.text_at(i + 2) == ")":
                self._learn(s, i + 1, draft, adjective)
            elif s.text_at(i) == "(" and s.text_at(i + 3) == ")" and s.text_at(i + 2)[:1].isupper():
                self.short.setdefault(self.cast.text[s.starts[i + 1] : s.end_of(i + 2)], draft)
                draft.names.add(self.cast.text[s.starts[i + 1] : s.end_of(i + 2)])
            elif s.text_at(i) == ",":
                for j in range(i + 1, i + 4):
                    if s.low_at(j) in _SHORTENED and s.text_at(j + 1) not in {"", ","}:
                        self._learn(s, j + 1, draft, adjective)
                        break

    def _learn(self, s: Sentence, i: int, draft: Draft, adjective: str) -> None:
        text = s.text_at(i)
        if not _ABBREVIATION.match(text) or not any(c.isupper() for c in text) or text.isdigit():
            return
        other = s.taken.get(i)
        if other is not None:
            known = other.draft
            if known is not None and known.type in PLACES and not text.isupper():
                # „Das BSI (Bonn)“: where it is, not what it is called for short
                return
            if known is not draft and known is not None and known.entry is not None and draft.entry is None:
                # „Ministerium der Justiz und für Digitalisierung (MdJD)“: the text says that they are one
                same = known.type is draft.type and self._fits(text, draft, adjective) and _alike(known, draft)
                if same and not self._of_other_land(known):
                    if self._arguments is None:
                        self._arguments = arguments_of(self._sentences)
                    self.cast.merge(draft, known, self._arguments)
                    return
            if known is not draft:
                if known is None or not _shortens(text, draft, adjective):
                    return
                self._redefine(text, known, draft)
        if not self._fits(text, draft, adjective):
            return
        draft.names.add(text)
        self.short[text] = draft
        if other is None:
            self.cast.place(s, i, i + 1, draft)
            if self._arguments is not None:
                self._arguments[id(draft)].append(s.taken[i])

    def _of_other_land(self, known: Draft) -> bool:
        """Whether a body of the lexicon is of another Land than the one that the article is about."""
        home, land = self.cast.home, known.jurisdiction
        if home is None or land is None or home.entry is None or home.entry.kind != "State":
            return False
        return land is not home and not land.mentions

    def _redefine(self, short: str, known: Draft, draft: Draft) -> None:
        """„Kommunale Informatik Weststadt (KIW)“: a short form of the lexicon stands for what the article says."""
        for s in self._holding(short):
            for a in s.arguments:
                if a.draft is known and a.last - a.first == 1 and s.text_at(a.first).split("-")[0] == short:
                    a.draft = draft
                    if self._arguments is not None:
                        self._arguments[id(known)].remove(a)
                        self._arguments[id(draft)].append(a)
                    moved = {span for span in known.mentions if s.starts[a.first] <= span[0] < s.end_of(a.first)}
                    known.mentions -= moved
                    draft.mentions |= moved
        known.names.discard(short)

    def _holding(self, word: str) -> Iterator[Sentence]:
        """The sentences in whose text a word stands, by itself or within another."""
        text = self.cast.text
        self._starts = self._starts or [s.start for s in self._sentences]
        at = text.find(word)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            if number >= 0 and at < self._sentences[number].end:
                yield self._sentences[number]
                at = text.find(word, self._sentences[number].end)
            else:
                at = text.find(word, at + 1)

    @staticmethod
    def _fits(short: str, draft: Draft, adjective: str) -> bool:
        """Whether the short form may stand for the name: its first letter begins a word of it, and it is shorter.

        The adjective of a Land before the name counts as a word of it.
        """
        names = {draft.name, *draft.names}
        initials = {w[0].lower() for n in (*names, adjective) for w in re.split(r"[\s-]+", n) if w}
        return short[0].lower() in initials and len(short) < max(len(n) for n in names)


def _shortens(short: str, draft: Draft, adjective: str) -> bool:
    """Whether the letters of the short form stand in the name in order, the first of them at its beginning.

    >>> from govgraph.extract.state import Draft
    >>> from govgraph.model import EntityType
    >>> _shortens("KIW", Draft("Kommunale Informatik Weststadt", EntityType.ORGANISATION, "Agency"), "")
    True
    """
    letters = short.lower()
    if len(letters) < _FEWEST_INITIALS or not letters.isalpha():
        return False
    for name in {draft.name, *draft.names}:
        for form in (name, f"{adjective} {name}".strip()):
            rest = iter(form.lower())
            if form[0].lower() == letters[0] and len(short) * 2 < len(form) and all(c in rest for c in letters):
                return True
    return False


def _alike(known: Draft, named: Draft) -> bool:
    """Whether the name in the article shares words with one of the known thing, so that both have the short form."""
    words = _long_words(named.name)
    labels = known.entry.labels if known.entry is not None else ()
    return any(len(words & _long_words(name)) >= min(2, len(words)) for name in (known.name, *known.names, *labels))


def _long_words(name: str) -> set[str]:
    return {word.lower() for word in re.split(r"[\s-]+", name) if len(word) >= _LONG_WORD}
