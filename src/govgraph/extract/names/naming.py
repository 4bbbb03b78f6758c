"""From places where the lexicon matches to entities of the article: readings, context, the Land it is about."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from govgraph.extract.knowledge import FEDERATION
from govgraph.extract.matcher import UNLISTED
from govgraph.extract.names.abroad import Stretches, is_anybodys
from govgraph.extract.names.called_by_number import is_called_by_number
from govgraph.extract.names.committees import OF_THE_BUNDESTAG, of_the_bundestag
from govgraph.extract.names.homeland import home_of, is_surname
from govgraph.extract.places import after_adjective, bare_name, listed, opens_clause, opens_sentence
from govgraph.extract.state import BOARDS, FIRMS, Argument, Draft
from govgraph.language.grammar import DETERMINERS
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.matcher import LexicalMatch
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import Entry

_ANY_WORD = re.compile(r"[^\W\d_][\w-]*")
_PLAIN_WORD = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w-]*)(?:[^\S\n]|[„\"(])*$")
"""The word before a name in its block: what a headline ends with is none of the name that the text begins with."""
_WORD_AFTER = re.compile(r"^[\s-]*([^\W_][\w-]*)")
_IN_DISTRICT = re.compile(r"\s+(?:im|in)\s+(?:Landkreis|Kreis|der Region)\b")
_POSSESSIVE_BEFORE = re.compile(r"\b(?:sein|seine|seinem|seinen|seines|ihr|ihre|ihrem|ihren)\s+$")
_ONE_OF_SEVERAL = re.compile(r"\b(?:k?ein|(?!d[ie])[a-zäöü]{4,}es) $")
"""„als letztes Parlament“, „wie ein Parlament“: no certain one."""
_CAPITAL_NEXT = re.compile(r"\s+(?:[A-ZÄÖÜ]|\w+ (?:GmbH|AG|SE|UG|KG|eG|IT|iT)\b)")
_TIME_NEXT = re.compile(
    r"\s+(?:\d|de[rs]\b|dieses\b|nächsten\b|kommenden\b|vergangenen\b|(?:Janu|Febru)ar|März|April|Mai|"
    r"Ju[nl]i|August|\w+ber\b)"
)
_THINGS = (
    EntityType.ORGANISATION, EntityType.SYSTEM, EntityType.PROGRAMME, EntityType.SERVICE, EntityType.EVENT,
    EntityType.DOCUMENT, EntityType.LAW,
)  # fmt: skip
_LAND_AFTER = re.compile(
    r"\s+(?:von|in|im|des)\s+(?:(?:Land|Landes|Freistaat|Freistaats|Freistaates)\s+)?([A-ZÄÖÜ][\w-]+)"
)
_QUOTES = frozenset('„“”"»«‚‘')
_GENERIC_HEADS = ("bund", "kammer", "tag", "union", "verband", "verein")
"""Ends of names that every Land has an association by; „Bitkom“ is the same everywhere."""
_GENDERS_OF_GERMAN = {"Deutsche": "f", "Deutscher": "m", "Deutsches": "n"}
"""Genders by the first word of names whose noun alone may be of a Land: „Deutsche Krankenhausgesellschaft“."""
_BIG_TOWN = 100_000
_MIDDLING_TOWN = 45_000
_TOWN = 10_000
_TOWN_OR_HAMLET = 1000
_EVERYWHERE = frozenset({EntityType.ORGANISATION, EntityType.EVENT})
"""Types of which every Land may have one of the same name: „Thüringer Digitalgipfel“."""
_NAMING = frozenset({"name", "abbreviation"})
_LABEL_AFTER = re.compile(r" \(?([A-ZÄÖÜ][\w-]*)")
_HALL = re.compile(r" (?:\d{1,2}|[A-H]\d{0,2})\b(?! (?:weitere|andere)?\s?[A-ZÄÖÜ][a-zäöüß]+(?:en|n|e|er)\b)")
"""„in Halle 25“, „in Halle B“: a hall of a fair; „neben Halle 78 Kommunen“ is a town and a number."""
_OF_A_TOWN = re.compile(
    r"\b(?:[Bb]ürgermeister|Kämmer|Stadtdirektor|Stadtr[aä]t|Ortsvorsteher|Bürger|Einwohner|Rathaus)\w* von $"
)
_COMPANY_FROM = re.compile(
    r"(?:\b(?:Firma|Unternehmen|Anbieter|Hersteller|Start-up|[\w-]*[Dd]ienstleister) [A-ZÄÖÜ][\w-]*"
    r"| (?:GmbH|AG|eG)) aus $"
)
_WOMEN_BEFORE = re.compile(r"\b([A-ZÄÖÜ][\w-]+er)innen(?:,| und| oder| sowie) $")
_SURE_CUES = frozenset({"in", "aus"})
_NOUN_NEXT = re.compile(r" (?:(?:und|oder|sowie) )?[A-ZÄÖÜ]|[-/&]")
_STATE_NEXT = re.compile(r" (?:ist|war|steht|stand|bleibt|blieb|geht|ging|läuft|lief)\b")
"""„Leer steht der Bau“: what an adjective may say of something."""


ArgumentsOf = defaultdict[int, list[Argument]]


def arguments_of(sentences: Sequence[Sentence]) -> ArgumentsOf:
    """Arguments by the `id` of their entity."""
    found: ArgumentsOf = defaultdict(list)
    for s in sentences:
        for argument in s.arguments:
            if argument.draft is not None:
                found[id(argument.draft)].append(argument)
    return found


_CHANCELLERIES = ("Staatskanzlei", "Senatskanzlei")
_BESIDE_CHANCELLERY = re.compile(
    r"\b(?:von|aus|mit|neben|statt|zwischen|an|gegen|und|oder)\s+(?:der|die)\s+(?:\w+\s)?(?:Staats|Senats)kanzlei\b"
)
"""Words by which a chancellery is a house of its own, and not „der Chef der Staatskanzlei“."""

_FEDERAL = "Bundes"
_AUTHORITIES = frozenset({"Agency", "Ministry"})
"""Kinds of bodies that are the Bund's if their name begins so; a Bundesverband may be anybody's."""


def _label_of(match: LexicalMatch, surface: str) -> str:
    """The name in the nominative that a match has, if it is one of a lexicon: „Richterbund“ of „Richterbunds“."""
    labels = [label for entry in match.entries for label in entry.labels if surface.startswith(label)]
    return max(labels, key=len, default=surface)


class Cast:
    """The entities of one article, found by name and by reading.

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
        self._names_of: defaultdict[int, list[tuple[str, EntityType]]] = defaultdict(list)
        self._entries_of: defaultdict[int, list[str]] = defaultdict(list)
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
            self._entries_of[id(draft)].append(entry.iri)
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
            self._names_of[id(draft)].append(key)
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
            self._names_of[id(draft)].append(key)
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
        names, entries = self._names_of.pop(id(other), []), self._entries_of.pop(id(other), [])
        for key in names:
            self._by_name[key] = into
        for iri in entries:
            self._by_entry[iri] = into
        self._names_of[id(into)] += names
        self._entries_of[id(into)] += entries
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
        draft.names.add(self.text[start:end])

    # ------------------------------------------------------------------ lexicon

    def settle_home(
        self, matches: Sequence[LexicalMatch], kicker_end: int, datelines: Sequence[LexicalMatch] = ()
    ) -> None:
        """Decide which Land (or the Bund) the article is about."""
        home, alone, self._lands_named = home_of(self.knowledge, self.text, matches, kicker_end, datelines)
        self.home = None if home is None else self._silent(home)
        self.host = self.home if alone else None

    def settle_town(self, matches: Sequence[LexicalMatch], kicker_end: int) -> None:
        """A town in the kicker or title is the one that the article is about."""
        for match in matches:
            entry = match.entries[0]
            sure = not entry.needs_context or self._with_city(entry, match)
            if match.start < kicker_end and entry.type is EntityType.MUNICIPALITY and sure:
                draft = self.read(match)
                if draft is not None:
                    self.town = draft
                    return

    def read(self, match: LexicalMatch) -> Draft | None:
        """The entity that a match stands for here, or None where the context does not bear it out."""
        entries = [e for e in match.entries if self._plausible(e, match)]
        land = self._land_beside(match) if entries and all(e.kind == "Ministry" for e in entries) else None
        if land is not None:
            own = [e for e in entries if land.iri in e.jurisdictions]
            if not own or len(own) > 1:
                return self._of_land(match, self._silent(land))
            entries = own
        if not entries or (land is None and len(entries) == 1 and self._ministry_elsewhere(entries[0], match)):
            return None
        country = self.abroad.country(match.start)
        if country is not None and is_anybodys(match, self.text[match.start : match.end], country):
            return self._foreign(match, country)
        work = self._own_work(match)
        if work is not None or self._is_work_of_a_town(match):
            return work
        if len(entries) > 1:
            entries = self._closest(entries, match)
        if len(entries) > 1:
            return self._unsettled(match, entries)
        if self._of_another_land(entries[0], match):
            home = self.home
            if home is not None:
                return self._of_land(match, home)
        if self._is_beside_chancellery(entries[0], match):
            return self._of_land(match, self._silent(self.knowledge.vocabulary.by_iri[entries[0].jurisdictions[0]]))
        draft = self.known(entries[0])
        draft.add(match.start, match.end)
        draft.names.add(self.text[match.start : match.end])
        return draft

    def _is_beside_chancellery(self, entry: Entry, match: LexicalMatch) -> bool:
        """„von der Staatskanzlei auf das Digitalministerium“: two houses, though one may since be the other."""
        if entry.kind != "Ministry" or not entry.name.startswith(_CHANCELLERIES) or len(entry.jurisdictions) != 1:
            return False
        surface = self.text[match.start : match.end].lower()
        return "ministerium" in surface and _BESIDE_CHANCELLERY.search(self.text) is not None

    def _foreign(self, match: LexicalMatch, country: str) -> Draft | None:
        """„Das Bundeskanzleramt in Wien“: a body of another country that has the name of a German one."""
        if not country:
            return None
        surface = self.text[match.start : match.end]
        draft = self.named(f"{surface} {country}", match.entries[0].type, match.entries[0].kind)
        self.foreign.add(id(draft))
        draft.add(match.start, match.end)
        draft.names.add(surface)
        return draft

    def is_foreign(self, draft: Draft) -> bool:
        """Whether a body or town is known to lie in another country."""
        town = draft.type is EntityType.MUNICIPALITY and draft.entry is not None and not draft.entry.jurisdictions
        return town or id(draft) in self.foreign

    def _own_work(self, match: LexicalMatch) -> Draft | None:
        """„Hessen hat ein Digitalgesetz“: the work of a Land that the lexicon knows only from another, or the Bund."""
        works, surface = self.knowledge.own_works, self.text[match.start : match.end]
        if not works.is_one(match, surface):
            return None
        owner = works.owner(self.text, match)
        theirs = {iri for e in match.entries for iri in e.jurisdictions}
        if owner.above or (not owner.own and not self._lands_named.isdisjoint(theirs)):
            return None
        before = self._own_works.get(surface)
        if owner.land is None and before is not None:
            before.add(match.start, match.end)
            return before
        home = self.home.entry if self.home is not None and self.home.kind == "State" else None
        land = owner.land or home
        if land is None or land.iri in theirs or (any(map(works.is_federal, match.entries)) and not owner.own):
            return None
        draft = self._own_works[surface] = self._of_land(match, self._silent(land))
        return draft

    def _is_work_of_a_town(self, match: LexicalMatch) -> bool:
        """„Der Kölner Rat hat die Digitalstrategie beschlossen“: no strategy of the Land, though it may have one."""
        works, surface = self.knowledge.own_works, self.text[match.start : match.end]
        return works.is_one(match, surface) and works.owner(self.text, match).local

    def _land_beside(self, match: LexicalMatch) -> Entry | None:
        """The Land that the words beside a generic name tell: „Hessens …“, „das Mainzer …“, „… in Mainz“."""
        if " " in self.text[match.start : match.end]:
            return None
        before = _WORD_BEFORE.search(self.text, max(0, match.start - 40), match.start)
        land = self.knowledge.lands_before.get(before.group(1).lower()) if before is not None else None
        after = _LAND_AFTER.match(self.text, match.end)
        if land is None and after is not None:
            land = self.knowledge.lands_after.get(after.group(1))
        return land or self.knowledge.scenes.at(self.text, match.start)

    def land_at(self, place: int) -> Draft | None:
        """The Land in which what stands at a place is set: that of its clause, else that of the article."""
        scene = self.knowledge.scenes.at(self.text, place)
        return self.home if scene is None else self._silent(scene)

    def _ministry_elsewhere(self, entry: Entry, match: LexicalMatch) -> bool:
        """„das Staatsministerium“ in an article about Bavaria is not the one in Stuttgart.

        Nor is „das Ministerium für Digitales und Infrastruktur“ the one of a Land that the article does not name.
        """
        home = self.home.entry if self.home is not None else None
        if entry.kind != "Ministry" or home is None or home.kind != "State" or match.form not in _NAMING:
            return False
        by_iri = self.knowledge.vocabulary.by_iri
        lands = [by_iri[iri] for iri in entry.jurisdictions if iri in by_iri]
        if home in lands or not any(land.kind == "State" for land in lands):
            return False
        surface = self.text[match.start : match.end].lower()
        if " " not in surface and match.form == "name":
            return True
        words = {w.lower() for land in lands for w in (*land.labels, *land.adjectives, *land.invariants)}
        return self._lands_named.isdisjoint(entry.jurisdictions) and not any(word in surface for word in words)

    def _of_another_land(self, entry: Entry, match: LexicalMatch) -> bool:
        """„der Landkreistag“ in an article about one Land is that Land's, not the Deutscher Landkreistag.

        Nor is „der E-Government-Rat“ the „E-Government-Rat Nordrhein-Westfalen“, if that Land is not named.
        """
        home = self.home.entry if self.home is not None else None
        if home is None or home.kind != "State" or match.form != "name":
            return False
        if entry.kind in BOARDS and home.iri not in entry.jurisdictions:
            by_iri = self.knowledge.vocabulary.by_iri
            own = [by_iri[iri].name for iri in entry.jurisdictions if iri in by_iri]
            called = any(name in entry.name and name not in self.text[match.start : match.end] for name in own)
            return called and self._lands_named.isdisjoint(entry.jurisdictions)
        if entry.kind != "Association":
            return False
        surface = self.text[match.start : match.end].rstrip("es")
        if entry.name.startswith("Deutscher ") and re.search(rf"\bDeutsche[nmrs]? {surface}", self.text) is not None:
            # „beim Landkreistag“, where the Deutscher Landkreistag is named
            return False
        return (
            home.iri not in entry.jurisdictions
            and " " not in surface
            and surface not in entry.name[:3]
            # the whole name of one association: „Databund“
            and surface.lower() != entry.name.lower()
            and surface.lower().endswith(_GENERIC_HEADS)
        )

    def _of_land(self, match: LexicalMatch, land: Draft) -> Draft:
        surface = self.text[match.start : match.end]
        iri = land.entry.iri if land.entry is not None else ""
        own = self.knowledge.associations.get((surface.removesuffix("s").removesuffix("e"), iri))
        if own is not None:
            draft = self.known(own)
            draft.add(match.start, match.end)
            draft.names.add(surface)
            return draft
        label = _label_of(match, surface)
        longer = self.ending(label, match.entries[0].type)
        if longer is not None and longer.jurisdiction is land:
            # „Der Sächsische Richterbund … Der Richterbund …“
            longer.add(match.start, match.end)
            return longer
        draft = self.named(f"{label} {land.name}", match.entries[0].type, match.entries[0].kind)
        draft.jurisdiction = land
        draft.add(match.start, match.end)
        draft.names.add(surface)
        return draft

    def read_of_land(self, match: LexicalMatch, land: Draft, adjective: str) -> Draft | None:
        """A name after the adjective of a Land: the bearer of that Land, else a body that the lexicon lacks.

        „Sächsischer Landkreistag“ is not the Deutscher Landkreistag, though that is „Landkreistag“ for short.
        """
        iri = land.entry.iri if land.entry is not None else ""
        own = [e for e in match.entries if iri in e.jurisdictions]
        surface = self.text[match.start : match.end]
        if not own and adjective[0].isupper() and surface in self.knowledge.words("systems-of-a-land"):
            # „Saarländischer Breitbandatlas“: every Land has one
            name = after_adjective(adjective, surface, "m" if surface.endswith("atlas") else "n")
            draft = self.named(name, match.entries[0].type, match.entries[0].kind)
            draft.add(match.start, match.end)
            draft.names.add(surface)
            return draft
        full = any(self.text[match.start : match.end].startswith(e.name) for e in match.entries)
        # of a firm the adjective of a place only says the seat
        seated = match.entries[0].kind in FIRMS
        type_ = match.entries[0].type
        if own or full or seated or type_ not in _EVERYWHERE or not adjective[0].isupper():
            # „die Berliner Heinlein Gruppe“ is called so without the adjective
            known = self.read(match)
            if known is not None and own and adjective[0].isupper() and not seated and known.entry in own:
                # „das Saarländische E-Government-Gesetz“
                head = self.knowledge.head_noun(surface)
                known.names.add(after_adjective(adjective, surface, head.gender if head is not None else ""))
            return known
        gender = _GENDERS_OF_GERMAN.get(match.entries[0].name.partition(" ")[0], "m")
        name = after_adjective(adjective, _label_of(match, surface), gender)
        draft = self.named(name, match.entries[0].type, match.entries[0].kind)
        draft.jurisdiction = land if draft.type is EntityType.ORGANISATION else None
        draft.add(match.start, match.end)
        draft.names.add(self.text[match.start : match.end])
        return draft

    def _plausible(self, entry: Entry, match: LexicalMatch) -> bool:
        if match.form == "epithet":
            return self.home is not None and self.home.entry is entry
        if entry.kind == "Parliament" and _ONE_OF_SEVERAL.search(self.text, max(0, match.start - 40), match.start):
            return False
        if entry.type is not EntityType.MUNICIPALITY:
            number = self.text[match.start : match.end].isdigit()
            if number and not is_called_by_number(self.text, match.start, match.end):
                return False
            one_word = _PLAIN_WORD.fullmatch(self.text, match.start, match.end)
            if match.form in {"abbreviation", "name"} and one_word and is_surname(self.knowledge, self.text, match):
                # „Nora Linke“, „Jens Bund“
                return False
            if entry.kind == "Committee" and FEDERATION in entry.jurisdictions:
                return of_the_bundestag(self.text, match, entry, about_the_bund=self._is_of_the_bund())
            return not entry.needs_context or self._meant(entry, match)
        if match.form == "adjective":
            # „Osnabrücker ITEBO“, „die Osnabrückerinnen und Osnabrücker“, not „der Osnabrücker“
            both = _WOMEN_BEFORE.search(self.text, max(0, match.start - 40), match.start)
            residents = both is not None and both.group(1) == self.text[match.start : match.end]
            return residents or bool(_CAPITAL_NEXT.match(self.text, match.end))
        before = _WORD_BEFORE.search(self.text, max(0, match.start - 30), match.start)
        word = before.group(1) if before else ""
        if word in {"Bad", "Kanton", "Kantons"} or (
            entry.name.startswith("Halle") and _HALL.match(self.text, match.end)
        ):
            return False
        if match.compound:
            return entry.population > 100_000 and self.text[match.end : match.end + 1] == "-"
        if word in self.knowledge.words("salutations") or self.knowledge.role_word(word) is not None:
            return False
        if entry.kind == "Borough":
            return self._borough(entry, match, word)
        small = entry.kind == "Municipality" and self._may_be_hamlet(entry)
        text = self.text[match.start : match.end]
        if text.split(" ")[0] in self.knowledge.words("municipality-nouns") and text != entry.name:
            # „Verbandsgemeinde Obere Aller“
            return True
        if (entry.needs_context and "(" not in text) or small:
            return self._place_by_context(entry, match, word)
        return True

    def _is_of_the_bund(self) -> bool:
        return self.home is not None and self.home.kind == "Federation"

    @staticmethod
    def _may_be_hamlet(entry: Entry) -> bool:
        """Whether few know the place; where nothing is known of its size, a common word is taken for no town."""
        if entry.population:
            return entry.population < _TOWN_OR_HAMLET
        if not entry.jurisdictions:
            # of towns abroad only those are listed that everybody knows
            return False
        return is_dictionary_word(entry.name) or is_dictionary_word(entry.name.lower())

    def _meant(self, entry: Entry, match: LexicalMatch) -> bool:
        """Whether a form that is a common word too is meant as a name: „das Verfahren Session“, „Slack“, „ARIS AG“.

        The long forms of the name are safe, and once one of them is there, so is the short one, as it is where its
        owner is named: „der IT-Planungsrat lädt zum Fachkongress“.
        """
        if any(map(self._named, entry.owners)):
            return True
        if any(mark in self.text[match.start : match.end] for mark in " -.@") or self._named(entry.iri):
            return True
        if self.text[match.start - 1 : match.start] in _QUOTES and self.text[match.end : match.end + 1] in _QUOTES:
            return True
        before = _WORD_BEFORE.search(self.text, max(0, match.start - 40), match.start)
        word = before.group(1) if before else ""
        head = self.knowledge.head_of(word)
        if head is not None:
            return head[0].introduces and head[0].type is entry.type
        after = _WORD_AFTER.match(self.text[match.end : match.end + 20])
        return word in self.knowledge.words("name-cues") or (
            after is not None and after.group(1) in self.knowledge.words("legal-forms")
        )

    def _borough(self, entry: Entry, match: LexicalMatch, word: str) -> bool:
        """A borough needs its city in the article; one whose name is a common word (Mitte) another borough too."""
        if word in self.knowledge.words("municipality-nouns") or word in {"Bezirksamt", "Bezirke", "Bezirken"}:
            return True
        if self._with_city(entry, match) or self.text.startswith("Bezirk ", match.start):
            return True
        if not self._home_town(entry) and not any(self._named(iri) for iri in entry.jurisdictions):
            return False
        if not entry.needs_context:
            return True
        other = any(d.mentions and d.entry is not entry for d in self._boroughs) or self._named(entry.iri)
        return other and word.lower() not in DETERMINERS and not _TIME_NEXT.match(self.text, match.end)

    def _with_city(self, entry: Entry, match: LexicalMatch) -> bool:
        """„Berlin-Lichtenberg“: the city before its borough leaves no doubt."""
        return entry.kind == "Borough" and self.text[match.start : match.end].endswith(f"-{entry.name}")

    def _named(self, iri: str) -> bool:
        return iri in self._by_entry and bool(self._by_entry[iri].mentions)

    def _place_by_context(self, entry: Entry, match: LexicalMatch, word: str) -> bool:
        """Whether the words around a name that may be none (Lage, Essen, a hamlet) make it one.

        „in Lage“ is a place, „in der Lage“ is not: the cue must stand right before the name.
        """
        if word in self.knowledge.words("municipality-nouns") or word in self.knowledge.words("town-offices"):
            # „die Gemeinde Lage“, „das Landratsamt Roth“
            return True
        if word.lower() in DETERMINERS:
            return False
        if _IN_DISTRICT.match(self.text, match.end):
            return True
        if word == "von" and _OF_A_TOWN.search(self.text, max(0, match.start - 50), match.start):
            return True
        if (
            word == "aus"
            and entry.population > _TOWN
            and _COMPANY_FROM.search(self.text, max(0, match.start - 60), match.start)
        ):
            # „die Firma Solva aus Hof“
            return True
        if entry.population > _TOWN and self._stands_bare(entry, match, word):
            return True
        at_hand = entry.iri in self._by_entry or self._home_town(entry)
        if word.lower() in self.knowledge.words("place-cues") or word in self.knowledge.words("place-cues"):
            return at_hand or (entry.population > _BIG_TOWN and word.lower() in _SURE_CUES)
        known = at_hand or entry.population > _MIDDLING_TOWN
        house = self.knowledge.head_of(word)
        if known and house is not None and house[0].form in self.knowledge.words("place-named-heads"):
            # „Landgericht Halle“
            return True
        if known and (
            listed(self.text, match.start, match.end, self.knowledge.towns)
            or (word == "von" and self.text.startswith(" aus", match.end))
        ):
            return True
        big = entry.population > _BIG_TOWN or self._home_town(entry)
        if big and opens_sentence(self.text, match.start, match.end):
            return True
        return self._named(entry.iri)

    def _stands_bare(self, entry: Entry, match: LexicalMatch, word: str) -> bool:
        """„geboren in Leer“, „Emden und Leer“, „…, Hof will folgen“: a noun for one of many would have its article."""
        surface = self.text[match.start : match.end]
        if surface not in self.knowledge.words("towns-without-article") or is_surname(self.knowledge, self.text, match):
            return False
        if listed(self.text, match.start, match.end, self.knowledge.towns):
            return True
        if _NOUN_NEXT.match(self.text, match.end):
            return False
        if word.lower() in _SURE_CUES | {"nach"}:
            return True
        adjective = is_dictionary_word(surface.lower()) and _STATE_NEXT.match(self.text, match.end) is not None
        first_name = surface in self.knowledge.first_names
        return not first_name and not adjective and opens_clause(self.text, match.start, match.end)

    def _home_town(self, entry: Entry) -> bool:
        return self.home is not None and self.home.entry is not None and self.home.entry.iri in entry.jurisdictions

    def _closest(self, entries: list[Entry], match: LexicalMatch) -> list[Entry]:
        """Keep the readings that fit best: named with its Land, of the Land at hand, by far the largest."""
        types = {e.type for e in entries}
        if len(types) > 1:
            # a Land before a town of the same name, a body before anything it shares its name with
            order = (EntityType.JURISDICTION, EntityType.ORGANISATION, EntityType.LAW, EntityType.SYSTEM)
            best = min(entries, key=lambda e: order.index(e.type) if e.type in order else len(order)).type
            entries = [e for e in entries if e.type is best]
        owner = self._owner_before(entries, match) or self._owner_after(entries, match)
        if owner:
            return owner
        known = [e for e in entries if e.iri in self._by_entry and self._by_entry[e.iri].mentions]
        if len(known) == 1:
            return known
        after = _WORD_AFTER.match(self.text[match.end : match.end + 60])
        land = self.land_at(match.start) if entries[0].jurisdictions else self.home
        if land is not None and land.entry is not None and not self._may_be_of_a_land(land, match.start):
            local = [e for e in entries if land.entry.iri in e.jurisdictions]
            if len(local) == 1 or (local and after and match.form != "adjective"):
                return local[:1]
        if entries[0].type is EntityType.MUNICIPALITY:
            largest = sorted(entries, key=lambda e: (-e.population, e.iri))
            if largest[0].population >= 3 * largest[1].population:
                return largest[:1]
        exact = [e for e in entries if e.name == self.text[match.start : match.end]]
        return exact if len(exact) == 1 else entries

    def _may_be_of_a_land(self, land: Draft, place: int) -> bool:
        """Whether an article that is not of the Bund alone names a Land in the paragraph around a place.

        „das Schweriner Finanzministerium“ tells of no other.
        """
        if land.kind != "Federation" or self.host is not None:
            return False
        paragraph = self.text[self.text.rfind("\n", 0, place) + 1 : (self.text.find("\n", place) + 1 or None)]
        return not self.knowledge.lands_after.keys().isdisjoint(_ANY_WORD.findall(paragraph))

    def _owner_before(self, entries: Sequence[Entry], match: LexicalMatch) -> list[Entry]:
        """„Der Bund hat sein E-Government-Gesetz …“: the reading of the Land or Bund that the possessive points to."""
        if not _POSSESSIVE_BEFORE.search(self.text, max(0, match.start - 40), match.start):
            return []
        start = max(0, match.start - 80)
        named = {e.iri for e in self.knowledge.jurisdictions if e.name in self.text[start : match.start]}
        owned = [e for e in entries if named.intersection(e.jurisdictions)]
        return owned if len(owned) == 1 else []

    def _owner_after(self, entries: Sequence[Entry], match: LexicalMatch) -> list[Entry]:
        """„ein E-Government-Gesetz NRW“, „Borken (Hessen)“: the reading of the Land whose name follows."""
        after = _LABEL_AFTER.match(self.text, match.end)
        if after is None:
            return []
        word = after.group(1)
        lands = {e.iri for e in self.knowledge.jurisdictions if word == e.name or word in e.abbreviations}
        owned = [e for e in entries if lands.intersection(e.jurisdictions)]
        return owned if len(owned) == 1 else []

    def _unsettled(self, match: LexicalMatch, entries: list[Entry]) -> Draft | None:
        """A name with several bearers and nothing to choose by: an entity of this article only."""
        surface = self.text[match.start : match.end]
        # „des Justizministeriums“, „des Landesamts für Statistik“
        noun, space, rest = surface.partition(" ")
        labels = [label for e in entries for label in e.labels if surface.startswith(label)]
        bare = max(labels, key=len, default=self.knowledge.nominative(noun) + space + rest)
        names = {bare_name(e.name) for e in entries}
        if len(names) > 1 and match.form == "adjective" and entries[0].type is EntityType.MUNICIPALITY:
            # „der Dillinger Bürgermeister“ is one of Dillingen, and of whatever town „Dillinger“ may be said of
            return None
        name = names.pop() if len(names) == 1 else bare
        kinds = {e.kind for e in entries}
        draft = self.named(name, entries[0].type, kinds.pop() if len(kinds) == 1 else entries[0].type.value)
        if self.home is not None and draft.type is EntityType.ORGANISATION:
            draft.jurisdiction = self.host_of(draft)
        draft.add(match.start, match.end)
        draft.names.add(surface)
        return draft
