"""The entities of one article: found by name or entry, made if new, renamed, merged and marked in sentences."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from govgraph.extract.knowledge import FEDERATION
from govgraph.extract.matcher import UNLISTED
from govgraph.extract.names.abroad import Stretches
from govgraph.extract.names.committees import OF_THE_BUNDESTAG
from govgraph.extract.state import Argument, Draft
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import Entry

_THINGS = (
    EntityType.ORGANISATION, EntityType.SYSTEM, EntityType.PROGRAMME, EntityType.SERVICE, EntityType.EVENT,
    EntityType.DOCUMENT, EntityType.LAW,
)  # fmt: skip
_FEDERAL = "Bundes"
_AUTHORITIES = frozenset({"Agency", "Ministry"})
"""Kinds of bodies that are the Bund's if their name begins so; a Bundesverband may be anybody's."""


ArgumentsOf = defaultdict[int, list[Argument]]


def arguments_of(sentences: Sequence[Sentence]) -> ArgumentsOf:
    """Arguments by the `id` of their entity."""
    found: ArgumentsOf = defaultdict(list)
    for s in sentences:
        for argument in s.arguments:
            if argument.draft is not None:
                found[id(argument.draft)].append(argument)
    return found


def once(draft: Draft, form: str) -> str:
    """A form that stands for an entity: one text in memory where it is its name, as most are."""
    return draft.name if form == draft.name else form


class Entities:
    """The entities of one article, by name and by entry of the reference data.

    Args:
        knowledge: Compiled vocabulary.
        text: Folded text of the article.
    """

    def __init__(self, knowledge: Knowledge, text: str) -> None:
        self.knowledge = knowledge
        self.text = text
        self.drafts: list[Draft] = []
        self._by_entry: dict[str, Draft] = {}
        self._by_name: dict[tuple[str, EntityType], Draft] = {}
        # a long article has many entities, and hardly one of them more than one name or entry
        self._names_of: dict[Draft, tuple[tuple[str, EntityType], ...]] = {}
        self._entries_of: dict[Draft, tuple[str, ...]] = {}
        self._guessed: set[int] = set()
        self._by_first_word: dict[str, list[Draft]] = {}
        self._by_last_word: dict[str, list[Draft]] = {}
        self.ministries: list[Draft] = []
        self._boroughs: list[Draft] = []
        self._lands_named: frozenset[str] = frozenset()
        self._own_works: dict[str, Draft] = {}
        self.abroad = Stretches()
        self.foreign: set[int] = set()
        self.home: Draft | None = None
        self.host: Draft | None = None
        """`home` as that of what no lexicon lists; None where an article about the Bund tells of Länder too."""
        self.body: Draft | None = None
        self.town: Draft | None = None

    def known(self, entry: Entry) -> Draft:
        """The entity for an entry of the reference data."""
        draft = self._by_entry.get(entry.iri)
        if draft is None:
            bare = self.knowledge.without_owner(entry)
            listed = None if entry.iri.startswith(UNLISTED) else entry
            draft = Draft(name=entry.name, type=entry.type, kind=entry.kind, entry=listed, bare=bare)
            if listed is None:
                draft.jurisdiction = self.host
            if entry.kind == "Committee" and OF_THE_BUNDESTAG in entry.name:
                draft.names.add(entry.name.removesuffix(OF_THE_BUNDESTAG))
            self._by_entry[entry.iri] = draft
            self._entries_of[draft] = (entry.iri,)
            self._enter(draft)
            state = next((j for j in entry.jurisdictions if j in self.knowledge.vocabulary.by_iri), None)
            if state is not None and len(entry.jurisdictions) == 1 and state != entry.iri:
                draft.jurisdiction = self._silent(self.knowledge.vocabulary.by_iri[state])
        return draft

    def _silent(self, entry: Entry) -> Draft:
        """An entity that is not named, only pointed to; it becomes part of the cast when it is."""
        draft = self._by_entry.get(entry.iri)
        return draft if draft is not None else self.known(entry)

    def named(self, name: str, type_: EntityType, kind: str) -> Draft:
        """The entity of the article with this name and type; made if new."""
        key = (name.casefold(), type_)
        draft = self._by_name.get(key)
        if draft is None:
            draft = Draft(name=name, type=type_, kind=kind)
            self._by_name[key] = draft
            self._names_of[draft] = (key,)
            self._enter(draft)
        return draft

    def unlisted(self, name: str, type_: EntityType, kind: str) -> Draft:
        """The same of what no lexicon lists: it is of the Land of the article where nothing tells another."""
        draft = self.named(name, type_, kind)
        draft.jurisdiction = draft.jurisdiction or self.host_of(draft)
        return draft

    def host_of(self, draft: Draft) -> Draft | None:
        """Whose a thing is that no lexicon lists: an authority called Bundes… the Bund's, else the article's Land's."""
        if draft.type is not EntityType.ORGANISATION or not draft.name.startswith(_FEDERAL):
            return self.host
        federation = self.knowledge.vocabulary.by_iri.get(FEDERATION)
        return self._silent(federation) if federation is not None and draft.kind in _AUTHORITIES else None

    def lengthen(self, draft: Draft, name: str) -> None:
        """Give an entity a longer name; the shorter one goes on standing for it."""
        draft.names.add(draft.name)
        draft.name = name
        self.alias(name, draft)
        self._by_first_word.setdefault(name.split(" ", 1)[0], []).append(draft)
        self._by_last_word.setdefault(name.rsplit(" ", 1)[-1], []).append(draft)

    def _enter(self, draft: Draft) -> None:
        """Add a new entity, and to the indexes by which shapes look for it."""
        self.drafts.append(draft)
        words = draft.name.split(" ")
        if len(words) > 1:
            self._by_first_word.setdefault(words[0], []).append(draft)
        self._by_last_word.setdefault(words[-1], []).append(draft)
        if draft.kind == "Ministry":
            self.ministries.append(draft)
        elif draft.kind == "Borough":
            self._boroughs.append(draft)

    def beginning(self, word: str) -> Draft | None:
        """The first named entity with a name of several words that begins with this one."""
        start = f"{word} "
        return next((d for d in self._by_first_word.get(word, ()) if d.mentions and d.name.startswith(start)), None)

    def ending(self, word: str, type_: EntityType) -> Draft | None:
        """The first named entity of a type with a name of several words that ends in this one."""
        end = f" {word}"
        found = self._by_last_word.get(word, ())
        return next((d for d in found if d.type is type_ and d.mentions and d.name.endswith(end)), None)

    def all_marked(self) -> None:
        """Give up the words by which `beginning` and `ending` find entities: all names are marked."""
        self._by_first_word.clear()
        self._by_last_word.clear()

    def thing(self, name: str, type_: EntityType, kind: str, *, guessed: bool = False) -> Draft:
        """The thing of the article with this name, whatever its type; made if new.

        Args:
            name: Its name.
            type_: Its type, by the words around it.
            kind: The specific class.
            guessed: Whether nothing but the spelling tells the type, so that a word that tells it may change it later.
        """
        key = name.casefold()
        draft = next((d for t in _THINGS if (d := self._by_name.get((key, t))) is not None), None)
        if draft is None:
            draft = self.named(name, type_, kind)
            if guessed:
                self._guessed.add(id(draft))
        elif id(draft) in self._guessed and not guessed:
            draft.type, draft.kind = type_, kind
            if kind == "Ministry":
                self.ministries = [d for d in self.drafts if d.kind == kind]
            self._guessed.discard(id(draft))
        return draft

    def alias(self, name: str, draft: Draft) -> None:
        """Let `name` stand for the entity from now on."""
        key = (name.casefold(), draft.type)
        if key not in self._by_name:
            self._by_name[key] = draft
            self._names_of[draft] = (*self._names_of.get(draft, ()), key)
        draft.names.add(name)

    def merge(self, other: Draft, into: Draft, arguments: ArgumentsOf) -> None:
        """Let two names be names of one thing from now on.

        Args:
            other: Entity that is no longer one of its own.
            into: Entity that it is.
            arguments: Arguments by the `id` of their entity; those of `other` are those of `into` from now on.
        """
        moved = arguments.pop(id(other), [])
        for argument in moved:
            argument.draft = into
        arguments[id(into)] += moved
        into.mentions |= other.mentions
        into.names |= other.names | {other.name}
        into.jurisdiction = into.jurisdiction or other.jurisdiction
        words = other.name.split(" ")
        places = (self._by_first_word.get(words[0], []), self._by_last_word.get(words[-1], []), self.ministries)
        for known in (self.drafts, *places):
            if other in known:
                known.remove(other)
        names, entries = self._names_of.pop(other, ()), self._entries_of.pop(other, ())
        for key in names:
            self._by_name[key] = into
        for iri in entries:
            self._by_entry[iri] = into
        self._names_of[into] = self._names_of.get(into, ()) + names
        self._entries_of[into] = self._entries_of.get(into, ()) + entries
        self.home, self.host, self.town, self.body = (
            into if d is other else d for d in (self.home, self.host, self.town, self.body)
        )

    def find(self, name: str, type_: EntityType) -> Draft | None:
        """The entity with this name, if there is one."""
        return self._by_name.get((name.casefold(), type_))

    def place(self, s: Sentence, first: int, last: int, draft: Draft) -> None:
        """Mark tokens of a sentence as a name of the entity; a shorter name inside it is not named there."""
        for other in s.arguments:
            inside = other.first < last and first < other.last
            if (
                inside
                and other.draft is not None
                and other.draft is not draft
                and other.type is draft.type
                and other.last - other.first < last - first
            ):
                other.draft.mentions.discard((s.starts[other.first], s.end_of(other.last - 1)))
        s.put(Argument(first=first, last=last, draft=draft))
        start, end = s.starts[first], s.end_of(last - 1)
        draft.add(start, end)
        draft.names.add(once(draft, self.text[start:end]))

    def is_foreign(self, draft: Draft) -> bool:
        """Whether a body or town is known to lie in another country."""
        town = draft.type is EntityType.MUNICIPALITY and draft.entry is not None and not draft.entry.jurisdictions
        return town or id(draft) in self.foreign

    def _named(self, iri: str) -> bool:
        return iri in self._by_entry and bool(self._by_entry[iri].mentions)
