"""Finds the names of the reference data in text: overlapping Aho–Corasick, then word boundaries, then longest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from govgraph.extract.bare_ministries import bare_names
from govgraph.extract.places import may_be_short, short_names, town_adjectives
from govgraph.language.morphology import genitive_forms, inflect_adjective, name_variants
from govgraph.language.tokens import DOTTED
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govgraph.vocabulary import Entry, Vocabulary

# A name of these types may also be the last part of a hyphenated compound (Bitkom-Länderindex).
_MAY_END_COMPOUND = frozenset({EntityType.DOCUMENT, EntityType.SYSTEM, EntityType.LAW})
_SHORTEST_LAST_PART = 7
_FORM_ORDER = ("name", "abbreviation", "adjective", "epithet")
_ADJECTIVE_POPULATION = 20_000
_GOES_ON = re.compile(DOTTED)
_STRETCH = 100_000
"""Code points, about, that are looked through at a time."""


UNLISTED = "unlisted:"
"""Beginning of the IRI of an entry that no lexicon has; no record holds it."""


@dataclass(frozen=True, slots=True)
class LexicalMatch:
    """A place where the text names known entities.

    Attributes:
        start: First code point of the folded text.
        end: One past the last.
        entries: All entries that the form may stand for.
        form: What the form is: `name`, `abbreviation`, `adjective` or `epithet`.
        compound: Whether a hyphenated compound goes on after it (`OZG` in `OZG-Umsetzung`).
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    form: str
    compound: bool


@dataclass(frozen=True, slots=True)
class RoleMatch:
    """A place where the text has an office title of several words."""

    start: int
    end: int
    iri: str


def _forms(entry: Entry) -> Iterable[tuple[str, str]]:
    for label in (entry.name, *entry.labels):
        for variant in name_variants(label):
            yield variant, "name"
    for label in entry.hidden:
        yield label, "name"
    for label in entry.abbreviations:
        for variant in genitive_forms(label):
            yield variant, "abbreviation"
    for stem in entry.adjectives:
        for variant in inflect_adjective(stem):
            yield variant, "adjective"
    for form in entry.invariants:
        yield form, "adjective"
    if (entry.population >= _ADJECTIVE_POPULATION or entry.kind == "Borough") and not entry.needs_context:
        for name in (entry.name, *entry.labels):
            # „Treptow-Köpenicker“
            if " " not in name and ("-" not in name or entry.kind == "Borough"):
                for form in town_adjectives(name):
                    yield form, "adjective"
    for form in entry.epithets:
        for variant in genitive_forms(form):
            yield variant, "epithet"


def _add_bare_ministries(
    vocabulary: Vocabulary, found: dict[str, list[tuple[Entry, str]]], stop: frozenset[str]
) -> None:
    """Names of ministries without their Land, but for those that the lexicon gives to another one."""
    listed = frozenset(found)
    for entry in vocabulary.entries:
        forms = {form for name in bare_names(entry, vocabulary.by_iri) for form in name_variants(name)}
        for form in forms - listed - stop:
            found.setdefault(form, []).append((entry, "name"))


def _add_short_names(entries: Iterable[Entry], found: dict[str, list[tuple[Entry, str]]], stop: frozenset[str]) -> None:
    """Short names of places, once all full names are known; towns before the districts that may share theirs."""
    places = [entry for entry in entries if entry.type is EntityType.MUNICIPALITY]
    for districts in (False, True):
        short: list[tuple[str, Entry, str]] = []
        for entry in places:
            if (entry.kind == "District") is not districts:
                continue
            for name in short_names(entry):
                if may_be_short(name, entry, [e for e, kind in found.get(name, ()) if kind == "name"], stop):
                    short += [(form, entry, "name") for form in name_variants(name)]
                    if entry.population >= _ADJECTIVE_POPULATION and " " not in name and not districts:
                        short += [(form, entry, "adjective") for form in town_adjectives(name)]
        for form, entry, kind in short:
            found.setdefault(form, []).append((entry, kind))


_ARTICLES = ("Artikel ", "Art. ", "§ ")


class Matcher:
    """The compiled lexicon. Not picklable: each worker compiles its own.

    Args:
        vocabulary: Entries and roles.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        stop = vocabulary.list_of("never-a-name")
        found: dict[str, list[tuple[Entry, str]]] = {}
        for entry in vocabulary.entries:
            seen = set()
            for form, kind in _forms(entry):
                if len(form) > 1 and form not in seen and form not in stop:
                    seen.add(form)
                    found.setdefault(form, []).append((entry, kind))
        _add_bare_ministries(vocabulary, found, stop)
        _add_short_names(vocabulary.entries, found, stop | vocabulary.list_of("never-a-short-place"))
        roles: dict[str, str] = {}
        for role in vocabulary.roles:
            for label in role.forms:
                if " " in label:
                    for variant in name_variants(label):
                        roles.setdefault(variant, role.iri)
        self._patterns = sorted({*found, *roles})
        self._entries = [found.get(p, []) for p in self._patterns]
        self._roles = [roles.get(p) for p in self._patterns]
        self._readings: dict[int, tuple[tuple[Entry, ...], str]] = {}
        self._automaton = AhoCorasick(
            self._patterns, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def find(self, text: str, cuts: frozenset[int] = frozenset()) -> tuple[list[LexicalMatch], list[RoleMatch]]:
        """Names and multi-word office titles in a folded text, sorted by place.

        Of names that contain one another the longest stays; a name after „des“, „der“ or „von“ inside a longer one
        stays too, since it is an entity of its own („Standardisierungsboard des IT-Planungsrats“).

        Args:
            text: The folded text.
            cuts: Places where a block begins or ends: words end there, even where the page glues the next one to them.
        """
        names: list[LexicalMatch] = []
        roles: list[RoleMatch] = []
        name_end = role_end = name_start = part_start = -1
        for start, negative_end, index in self._spans(text, cuts):
            end = -negative_end
            role = self._roles[index]
            if role is not None and end > role_end:
                roles.append(RoleMatch(start, end, role))
                role_end = end
            if not self._entries[index]:
                continue
            if end <= name_end and (start == name_start or not _genitive_part(text, start)):
                continue
            if end <= name_end and text.startswith(_ARTICLES, name_start):
                # „Artikel 91c des Grundgesetzes“
                continue
            if end <= name_end and start == part_start:
                # „Landtag von Sachsen-Anhalt“ names no Sachsen
                continue
            part_start = start
            entries, form = self._reading(index)
            names.append(
                LexicalMatch(
                    start,
                    end,
                    entries,
                    form,
                    compound=text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha(),
                )
            )
            if end > name_end:
                name_start, name_end = start, end
        return names, roles

    def _spans(self, text: str, cuts: frozenset[int]) -> Iterator[tuple[int, int, int]]:
        """First code point, negative end and number of each pattern that stands in a text as words, by place.

        No pattern holds a line break, so a long text is looked through some lines at a time: its matches in the midst
        of words are many times more than those that count.
        """
        begin = 0
        while begin < len(text):
            stop = text.find("\n", begin + _STRETCH) + 1 or len(text)
            matches = self._automaton.find_matches_as_indexes(text[begin:stop], overlapping=True)
            yield from sorted(
                (begin + start, -begin - end, index)
                for index, start, end in matches
                if self._bounded(text, begin + start, begin + end, index, cuts)
            )
            begin = stop

    def _reading(self, index: int) -> tuple[tuple[Entry, ...], str]:
        """The entries that a pattern stands for as what it is first of all, and what it is."""
        known = self._readings.get(index)
        if known is None:
            entries = self._entries[index]
            form = min((kind for _, kind in entries), key=_FORM_ORDER.index)
            known = self._readings[index] = (tuple(entry for entry, kind in entries if kind == form), form)
        return known

    def _bounded(self, text: str, start: int, end: int, index: int, cuts: frozenset[int]) -> bool:
        before = text[start - 1] if start and start not in cuts else " "
        if before.isalnum() or before in "@_":
            return False
        if before == "." and start > 1 and text[start - 2].isalnum() and not text[start - 2].isdigit():
            return False
        if before == "-" and start > 1 and text[start - 2].isalnum():
            entries = self._entries[index]
            if not entries or end - start < _SHORTEST_LAST_PART or entries[0][0].type not in _MAY_END_COMPOUND:
                return False
        after = text[end] if end < len(text) and end not in cuts else " "
        if after.isalnum() or after == "_":
            return False
        if after != "." or end + 1 >= len(text) or not text[end + 1].isalpha():
            return True
        # „Bund.ID“ and „Augsburg.digital“ name neither the Bund nor the town
        return not (text[end + 1].isupper() or _GOES_ON.match(text, end))


def _genitive_part(text: str, start: int) -> bool:
    return text[max(0, start - 5) : start] in {" des ", " der ", " von "}
