"""The vocabulary compiled for reading: automaton, office titles with their inflections, frames by trigger."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.long_names import ODD
from govgraph.extract.matcher import Matcher
from govgraph.extract.places import by_adjective, plain_towns
from govgraph.language.morphology import Lemmatiser, Memo, is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.vocabulary import Frame, HeadNoun, Role, Vocabulary

_ABBREVIATED = re.compile(r"^[A-Z]{2,5}$")
_SHORTEST_WORD = 4
"""Shorter titles are abbreviations in capitals."""
_NOMINALISED = re.compile(r"(?:beauftragter|vorsitzender|bevollmächtigter|beigeordneter|abgeordneter|vorsteher)$")

_DISTRICT = re.compile(r"^(?:Landkreis|Kreis) | \(?(?:Kreis|Landkreis)\)?$")


class RoleWord(NamedTuple):
    """An office title of one word as it stands in text."""

    name: str
    iri: str | None
    feminine: bool
    plural: bool
    level: tuple[str, ...]
    prefix: str


def _inflections(form: str) -> dict[str, tuple[bool, bool]]:
    """Forms of a masculine title with (feminine, plural)."""
    low = form.lower()
    if (low.endswith("ter") and _NOMINALISED.search(low)) or low.endswith(("zender", "neter")):
        stem = low[:-1]
        return {low: (False, False), stem: (True, False), stem + "n": (False, False), stem + "m": (False, False)}
    out = {low: (False, False), low + "s": (False, False), low + "es": (False, False)}
    if low.endswith(("ent", "ist", "at", "ant")):
        out |= {low + "en": (False, False)}
    if low.endswith("e"):
        out |= {low + "n": (False, False)}
    if low.endswith(("är", "or", "et")):
        out |= {low + "e": (False, True), low + "en": (False, True)}
    if not _ABBREVIATED.match(form):
        out |= {low + "in": (True, False), low + "innen": (True, True)}
        if low.endswith("rat"):
            out |= {low[:-3] + "rätin": (True, False), low[:-3] + "räte": (False, True)}
        if low.endswith("herr"):
            out |= {low[:-2] + "rin": (True, False)}
        if low.endswith("erer"):
            out |= {low[:-2] + "in": (True, False)}
    return out


class Knowledge:
    """What the reading stages look things up in. Built once for each worker.

    Args:
        vocabulary: What the ontology and the user's files say.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.matcher = Matcher(vocabulary)
        # looked up for every word, some of them many times: look-ups of a dictionary, with no call in Python
        self.lemma = Memo(Lemmatiser(vocabulary.lemmas)).__getitem__
        self.head_of = Memo(self._find_head).__getitem__
        self.role_word = Memo(self._read_role).__getitem__
        self.odd_word = Memo(self._is_odd).__getitem__
        self.words = Memo(vocabulary.list_of).__getitem__
        self.roles_by_iri: dict[str, Role] = {role.iri: role for role in vocabulary.roles}
        self.head_roles = {kind: role.iri for role in vocabulary.roles for kind in sorted(role.heads)}
        self._role_words: dict[str, RoleWord] = {}
        compoundable = vocabulary.list_of("compound-roles")
        suffixes: dict[str, RoleWord] = {}
        skipped = vocabulary.list_of("never-a-role")
        weak = vocabulary.list_of("titles-with-body")
        self._weak_words: dict[str, RoleWord] = {}
        for role in vocabulary.roles:
            for form in sorted(role.forms, key=lambda f: (f != role.name, f)):
                if " " in form or (len(form) < _SHORTEST_WORD and not _ABBREVIATED.match(form)):
                    continue
                for low, (feminine, plural) in _inflections(form).items():
                    name = role.name if " " not in role.name else form
                    female = feminine or (low.endswith("in") and low != role.name.lower())
                    word = RoleWord(name, role.iri, female, plural, role.level, "")
                    if form in weak:
                        self._weak_words.setdefault(low, word)
                    if form not in skipped:
                        self._role_words.setdefault(low, word)
                    if form in compoundable and (form not in skipped or form in weak):
                        suffixes.setdefault(low, word._replace(name=form))
        self._suffixes = suffixes
        self._suffix = re.compile(
            "(" + "|".join(re.escape(s) for s in sorted(suffixes, key=lambda s: (-len(s), s))) + ")$"
        )
        self.heads: dict[str, HeadNoun] = {}
        for head in vocabulary.heads:
            self.heads.setdefault(head.form, head)
        self._head_suffix = re.compile("(" + "|".join(re.escape(h.form) for h in vocabulary.heads) + ")(?:es|s)?$")
        self.districts = {
            form: entry
            for entry in vocabulary.entries
            if entry.kind == "District"
            for form in (_DISTRICT.sub("", entry.name),)
        }
        self.jurisdictions = tuple(e for e in vocabulary.entries if e.type is EntityType.JURISDICTION)
        self.generic = frozenset(word.lower() for word in vocabulary.list_of("generic-compounds"))
        self.referring = vocabulary.referring
        self.first_names = vocabulary.list_of("first-names")
        self.frames: dict[tuple[str, str], list[Frame]] = defaultdict(list)
        for frame in vocabulary.frames:
            self.frames[frame.part, frame.lemma].append(frame)
        self.name_frames = tuple(f for f in vocabulary.frames if f.part == "name")
        self.noun_lemmas = frozenset(frame.lemma for frame in vocabulary.frames if frame.part == "noun")
        endings = {lemma[1:] for lemma in self.noun_lemmas if lemma.startswith("-")}
        self._noun_ending = re.compile("(" + "|".join(sorted(endings, key=lambda e: (-len(e), e))) + ")(?:e?s|e?n)?$")
        self._nouns: dict[str, tuple[Frame, ...]] = {}
        self.adjective_lemmas = frozenset(frame.lemma for frame in vocabulary.frames if frame.part == "adjective")
        self.transparent = vocabulary.list_of("transparent-nouns")
        self.associations = {
            (e.name.rsplit(" ", 1)[-1], e.jurisdictions[0]): e
            for e in vocabulary.entries
            if e.kind == "Association" and len(e.jurisdictions) == 1 and "isch" in e.name.split(" ")[0]
        }
        self.towns = plain_towns(vocabulary.entries, 1000)
        self.towns_by_adjective = by_adjective(vocabulary.entries)

    def body_kinds(self, role: str | None) -> frozenset[str]:
        """Kinds of body that can have an office of this role; empty where any organisation can."""
        known = self.roles_by_iri.get(role or "")
        return frozenset() if known is None else known.bodies

    def lands_of(self, role: str | None) -> frozenset[str]:
        """IRIs of the Länder that alone have such an office; empty where any can."""
        known = self.roles_by_iri.get(role or "")
        return frozenset() if known is None else known.lands

    def _find_head(self, token: str) -> tuple[HeadNoun, int] | None:
        """Head noun that a token ends in, with the length of the token without its genitive ending."""
        match = self._head_suffix.search(token.lower())
        return None if match is None else (self.heads[match.group(1)], match.end(1))

    def noun_frames(self, token: str) -> tuple[Frame, ...]:
        """Frames of a noun: of its form, of its dictionary form, and of a lemma „-plattform“ that it ends in."""
        if token not in self._nouns:
            lemma = token if token in self.noun_lemmas else self.lemma(token)
            found = list(self.frames["noun", lemma]) if lemma in self.noun_lemmas else []
            ending = self._noun_ending.search(token.lower())
            if ending is not None:
                found += self.frames["noun", "-" + ending.group(1)]
            self._nouns[token] = tuple(found)
        return self._nouns[token]

    def small_name(self, text: str, *, first: bool) -> bool:
        """A name in small letters: „nscale“, „civento“, or a noun that is written small („byte“)."""
        if ODD.search(text):
            return True
        lemma = self.lemma(text)
        if not is_dictionary_word(text):
            return lemma == text
        return first and lemma[0].isupper() and lemma.lower() == text

    def _is_odd(self, text: str) -> bool:
        """Whether a word shows by its spelling that it is a name."""
        if not text[0].isalpha() or self.role_word(text) is not None:
            return False
        if text[0].isupper():
            return bool(ODD.search(text)) or not (is_dictionary_word(text) or is_compound(text))
        return text[0].islower() and len(text) > 2 and self.small_name(text, first=True)

    def weak_role_word(self, token: str) -> RoleWord | None:
        """Reading of a token as a title that is an office only where its body is named."""
        return self._weak_words.get(token.lower()) if token[:1].isupper() else None

    def _read_role(self, token: str) -> RoleWord | None:
        """Reading of a token as an office title, compounds included.

        `prefix` holds what stands before the title in a compound („NRW-“ in „NRW-CIO“), when it is no portfolio.
        """
        low = token.lower()
        known = self._role_words.get(low)
        if known is not None:
            if len(token) < _SHORTEST_WORD and not token.isupper():
                # „OB“ is a title, „ob“ and „Ob“ are none
                return None
            if low == known.name.lower() and _ABBREVIATED.match(known.name) and not token.isupper():
                return None
            if _ABBREVIATED.match(known.name) and "-" in token:
                return known._replace(prefix=token.rsplit("-", 1)[0])
            return known
        named = token[:1].isupper() or token.rpartition("-")[2][:1].isupper()
        if not named or len(token) < 6 or token.rstrip("sn") in self.words("no-titles"):
            return None
        match = self._suffix.search(low)
        if match is None:
            return None
        prefix = token[: match.start()]
        if len(prefix) < 2 or (prefix.endswith("-") and len(prefix) < 3):
            return None
        base = self._suffixes[match.group(1)]
        if _ABBREVIATED.match(base.name):
            return base._replace(prefix=prefix.rstrip("-")) if prefix.endswith("-") else None
        if prefix.endswith("-") and base.name in self.words("body-roles"):
            return base._replace(prefix=prefix[:-1])
        name = prefix + (base.name if prefix.endswith("-") else base.name.lower())
        exact = self._role_words.get(name.lower())
        if exact is not None:
            return exact._replace(feminine=base.feminine, plural=base.plural)
        return base._replace(name=name, prefix="")
