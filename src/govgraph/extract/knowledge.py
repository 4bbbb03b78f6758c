"""The vocabulary compiled for reading: automaton, office titles with their inflections, frames by trigger."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from govgraph.extract.land_scenes import Scenes
from govgraph.extract.matcher import Matcher
from govgraph.extract.own_works import OwnWorks
from govgraph.extract.places import bare_name, by_adjective, plain_towns, town_adjectives
from govgraph.extract.role_words import DEPUTED, RoleWords
from govgraph.extract.state import CITY_STATES, RoleNoun
from govgraph.language.grammar import FORMER, LATTER
from govgraph.language.morphology import Lemmatiser, Memo, inflect_adjective, is_compound, is_dictionary_word
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.vocabulary import Entry, Frame, HeadNoun, Role, Vocabulary

ODD = re.compile(r"[a-zäöü][A-ZÄÖÜ]|\d|@|\.|^[a-z]+\d|[A-Z]{2,}")
"""What no word of the language has in it: capitals after small letters, digits, points."""
FEDERATION = "https://w3id.org/govgraph/id/jurisdiction/bund"
_NUMBERING = re.compile(r"[IVX]+(?:\.\d+)+[a-z]?")
_SHORTEST_MONEY, _LONGEST_MONEY = 4, 22
"""Letters of a noun for money above and up to which it is sought in compounds."""
_ONLY_PLURAL = ("werken", "betrieben")
_TOWNS = frozenset({"Borough", "District", "Municipality"})
_PRESENT = re.compile(r"(.+(?:en|eln|ern))d(?:e[nmrs]?)$")
_HOW_OFTEN = ("fach", "mal", "mals", "weise")
"""Endings of adverbs that no dictionary has in all their numbers: „sechzehnmal“, „dreißigfach“."""
_ENDING = re.compile(r"^(.{4,}?)e[nmrs]?$")
_NOUN_ENDINGS = ("n", "en", "s", "es", "e", "nen")
_OWNER = re.compile(r" (?:des|der) ([^ ]+)(?: (?!der |des )[^ ]+)*$")
_DISTRICT = re.compile(r"^[\w-]*[Kk]reis | \(?(?:Kreis|Landkreis)\)?$")


def _lands(vocabulary: Vocabulary) -> tuple[dict[str, Entry], dict[str, Entry]]:
    """Länder by the words before a body of theirs, in small letters, and by their names and capitals after it.

    Berlin is left out: „das Berliner Innenministerium“ may be that of the Bund.
    """
    lands = [e for e in vocabulary.entries if e.kind == "State" and e.name not in CITY_STATES]
    before: dict[str, Entry] = {}
    for land in lands:
        forms = [land.name + "s", *land.invariants]
        forms += [form for stem in land.adjectives for form in inflect_adjective(stem)]
        before.update((form.lower(), land) for form in forms)
    after = {land.name: land for land in lands}
    by_iri = {land.iri: land for land in lands}
    capitals = vocabulary.list_of("state-capitals")
    for town in vocabulary.entries:
        if town.kind == "Municipality" and town.name in capitals and town.population > 50_000:
            own = next((by_iri[iri] for iri in town.jurisdictions if iri in by_iri), None)
            if own is not None:
                after[town.name] = own
                before.update((form.lower(), own) for form in town_adjectives(town.name))
    return before, after


def _services(vocabulary: Vocabulary) -> dict[str, Entry | None]:
    """Nouns for what a service gives, with the one of the lexicon: „Eheurkunde“ with „Digitale Eheurkunde“."""
    nouns = vocabulary.list_of("service-nouns") | vocabulary.list_of("online-service-nouns")
    known: dict[str, Entry | None] = dict.fromkeys(sorted(nouns))
    entries = [entry for entry in vocabulary.entries if entry.type is EntityType.SERVICE]
    for entry in entries:
        known |= {form: entry for form in (entry.name, *entry.labels) if form in known}
    for entry in entries:
        first, _, noun = entry.name.rpartition(" ")
        if noun in known and known[noun] is None and first.startswith("Digital"):
            known[noun] = entry
    return known


def _stems(noun: str) -> Iterator[str]:
    """A noun without what may be an ending of a plural or a case."""
    return (noun.removesuffix(ending) for ending in _NOUN_ENDINGS if noun.endswith(ending))


_SHORTEST_REGION = 4


class Knowledge:
    """What the reading stages look things up in. Built once for each worker.

    Args:
        vocabulary: What the ontology and the user's files say.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.matcher = Matcher(vocabulary)
        self.heads_of_government = frozenset(entry.head for entry in vocabulary.entries if entry.head is not None)
        # looked up for every word, some of them many times: look-ups of a dictionary, with no call in Python
        self.lemma = Memo(Lemmatiser(vocabulary.lemmas)).__getitem__
        self.head_of = Memo(self._find_head).__getitem__
        self.head_noun = Memo(self._singular_head).__getitem__
        self.inner_head = Memo(self._shorter_head).__getitem__
        self.nominative = Memo(self._without_ending).__getitem__
        self._titles = RoleWords(vocabulary)
        self.role_word = self._titles.of
        self.title_word = Memo(self._titles.title).__getitem__
        self.noun_frames = Memo(self._frames_of_noun).__getitem__
        self.word_frames = Memo(self._frames_of_word).__getitem__
        self.quality_frames = Memo(self._frames_of_quality).__getitem__
        self.kind_of_money = Memo(self._kind_of_money).__getitem__
        self.unknown_word = Memo(self._is_unknown).__getitem__
        self.like_a_town = Memo(self._is_like_a_town).__getitem__
        self.odd_word = Memo(self._is_odd).__getitem__
        self.words = Memo(vocabulary.list_of).__getitem__
        self.place_endings = tuple(sorted(vocabulary.list_of("place-endings")))
        self.region = Memo(self._is_region).__getitem__
        self.like_a_place = Memo(self._is_like_a_place).__getitem__
        self.roles_by_iri: dict[str, Role] = {role.iri: role for role in vocabulary.roles}
        self.full_time = frozenset(role.iri for role in vocabulary.roles if role.full_time)
        self.head_roles = {kind: role.iri for role in vocabulary.roles for kind in sorted(role.heads)}
        self.heads: dict[str, HeadNoun] = {}
        for head in vocabulary.heads:
            self.heads.setdefault(head.form, head)
        self._longest_head = max(map(len, self.heads), default=0)
        self.districts = {
            form: entry
            for entry in vocabulary.entries
            if entry.kind == "District"
            for form in (_DISTRICT.sub("", entry.name),)
        }
        towns = sorted((e for e in vocabulary.entries if e.kind == "Municipality"), key=lambda e: e.population)
        self._towns_by_name = {(form, e.jurisdictions): e for e in towns for form in (bare_name(e.name), e.name)}
        self.services = _services(vocabulary)
        self.jurisdictions = tuple(e for e in vocabulary.entries if e.type is EntityType.JURISDICTION)
        self.generic = frozenset(word.lower() for word in vocabulary.list_of("generic-compounds"))
        self.referring = vocabulary.referring
        self.first_names = vocabulary.list_of("first-names")
        self.frames: dict[tuple[str, str], list[Frame]] = defaultdict(list)
        for frame in vocabulary.frames:
            self.frames[frame.part, frame.lemma].append(frame)
        self.name_frames = tuple(f for f in vocabulary.frames if f.part == "name")
        self.label_frames: dict[str, list[Frame]] = defaultdict(list)
        for frame in vocabulary.frames:
            if frame.part == "label":
                self.label_frames[frame.lemma.lower()].append(frame)
        self.labels = frozenset(self.label_frames)
        self.noun_lemmas = frozenset(frame.lemma for frame in vocabulary.frames if frame.part == "noun")
        endings = {lemma[1:] for lemma in self.noun_lemmas if lemma.startswith("-")}
        self._noun_ending = re.compile("(" + "|".join(sorted(endings, key=lambda e: (-len(e), e))) + ")(?:e?s|e?n)?$")
        self.adjective_lemmas = frozenset(frame.lemma for frame in vocabulary.frames if frame.part == "adjective")
        cues = (word for predicate in Predicate for word in vocabulary.list_of(f"cues-{predicate.value}"))
        self._telling_nouns = self.noun_lemmas.union(word for word in cues if word[0].isupper())
        self._ways = vocabulary.list_of("ways-and-means-of-work")
        self.transparent = vocabulary.list_of("transparent-nouns")
        self.associations = {
            (e.name.rsplit(" ", 1)[-1], e.jurisdictions[0]): e
            for e in vocabulary.entries
            if e.kind == "Association" and len(e.jurisdictions) == 1 and "isch" in e.name.split(" ")[0]
        }
        self.towns = plain_towns(vocabulary.entries, 1000)
        self.towns_by_adjective = by_adjective(vocabulary.entries)
        self.lands_before, self.lands_after = _lands(vocabulary)
        self.own_works = OwnWorks(self)
        self.scenes = Scenes({land.name: land for land in self.lands_after.values()})

    def without_owner(self, entry: Entry) -> str:
        """„Kommunalgremium“ for „Kommunalgremium des IT-Planungsrats“; empty where no owner is in the name."""
        owned = _OWNER.search(entry.name) if entry.type is EntityType.ORGANISATION else None
        if owned is None:
            return ""
        noun, whole = owned.group(1), owned.group(0).split(" ", 2)[2]
        if noun in self.words("state-nouns") or noun.removesuffix("es") in self.words("municipality-nouns"):
            return entry.name[: owned.start()]
        iris = (*entry.jurisdictions, *entry.owners, *([entry.parent] if entry.parent else []))
        owners = {self.vocabulary.by_iri[iri].name for iri in iris if iri in self.vocabulary.by_iri}
        return entry.name[: owned.start()] if whole in owners or whole.removesuffix("s") in owners else ""

    def town_of_district(self, district: Entry) -> Entry | None:
        """The largest town that a district is called after: Göttingen for „Landkreis Göttingen“."""
        return self._towns_by_name.get((_DISTRICT.sub("", district.name), district.jurisdictions))

    def title(self, iri: str) -> RoleNoun:
        """The title of a role that the text does not write: as the ontology calls it."""
        return RoleNoun(self.roles_by_iri[iri].name, iri)

    def body_kinds(self, role: str | None) -> frozenset[str]:
        """Kinds of body that can have an office of this role; empty where any organisation can."""
        known = self.roles_by_iri.get(role or "")
        return frozenset() if known is None else known.bodies

    def kinds_deputed(self, name: str) -> frozenset[str]:
        """Kinds of town that the head has whose deputy is called so: „Stellvertretender Landrat“ is of a district."""
        word = self.role_word(name.removeprefix(DEPUTED)) if name.startswith(DEPUTED) else None
        kinds = frozenset() if word is None else self.body_kinds(word.iri)
        return kinds if kinds and kinds <= _TOWNS else frozenset()

    def lands_of(self, role: str | None) -> frozenset[str]:
        """IRIs of the Länder that alone have such an office; empty where any can."""
        known = self.roles_by_iri.get(role or "")
        return frozenset() if known is None else known.lands

    def _find_head(self, token: str) -> tuple[HeadNoun, int] | None:
        """Head noun that a token ends in, with the length of the token without its genitive ending."""
        low = token.lower()
        found = self._longest_ending(low)
        if found is None and low.endswith(_ONLY_PLURAL):
            # „den Stadtwerken“: a noun that has no singular
            found = self._longest_ending(low[:-1])
        return found

    def _longest_ending(self, low: str) -> tuple[HeadNoun, int] | None:
        """The head noun that begins furthest to the left in a word in small letters, and where it ends."""
        size = len(low)
        ends = [size - len(ending) for ending in ("", "s", "es") if low.endswith(ending)]
        for start in range(max(0, size - self._longest_head - 2), size):
            for end in ends:
                head = self.heads.get(low[start:end])
                if head is not None:
                    return head, end
        return None

    def _singular_head(self, text: str) -> HeadNoun | None:
        """Head noun that a word ends in, that of the singular for a plural."""
        found = self.head_of(text)
        if found is None:
            return None
        return self.heads.get(found[0].form[:-1], found[0]) if found[0].form.endswith("n") else found[0]

    def _shorter_head(self, low: str) -> HeadNoun | None:
        """The longest head noun that a word in small letters ends in and that is not the whole word."""
        return next((h for h in self.vocabulary.heads if h.form != low and low.endswith(h.form)), None)

    def _without_ending(self, text: str) -> str:
        """The word without a genitive ending, when a head noun tells where it ends."""
        found = self.head_of(text)
        if found is None:
            return text
        form = found[0].form
        # „Linux-Tagen“ is „Linux-Tage“
        return text[: found[1] - 1] if form.endswith("n") and form[:-1] in self.heads else text[: found[1]]

    def _frames_of_noun(self, token: str) -> tuple[Frame, ...]:
        """Frames of a noun: of its form, of its dictionary form, and of a lemma „-plattform“ that it ends in."""
        lemma = token if token in self.noun_lemmas else self.lemma(token)
        if lemma == token and lemma not in self.noun_lemmas:
            # a compound that the dictionary lacks: „Nachnutzern“, „Anwenderkommunen“
            lemma = next((base for base in _stems(token) if base in self.noun_lemmas), lemma)
        found = list(self.frames["noun", lemma]) if lemma in self.noun_lemmas else []
        ending = self._noun_ending.search(token.lower())
        if ending is not None:
            found += self.frames["noun", "-" + ending.group(1)]
        return tuple(found)

    def _frames_of_word(self, token: str) -> tuple[Frame, ...]:
        """Frames of a word that belongs to no name, as a noun and as an adjective."""
        found = self.noun_frames(token) if token[0].isupper() else ()
        low = token.lower()
        if low in self.adjective_lemmas or token in self.adjective_lemmas:
            return (*found, *self.frames.get(("adjective", low), ()))
        return found

    def _frames_of_quality(self, low: str) -> tuple[Frame, ...]:
        """Frames that an inflected adjective or participle evokes with its noun as the subject."""
        present = _PRESENT.match(low)
        if present:
            # „der für X federführende Stadtstaat“ beside „die auf X basierende Lösung“
            base = low[: present.end(1) + 1]
            verbs = self.frames.get(("verb", present.group(1)), ())
            return (
                *self.frames.get(("adjective", base), ()),
                *(f for f in verbs if "nom" in f.subject_markers and not f.requires),
            )
        stem = _ENDING.match(low)
        if stem is None:
            return ()
        base = stem.group(1)
        lemma = self.lemma(base)
        verbs = self.frames.get(("verb", lemma), ()) if lemma != base else ()
        return (
            *self.frames.get(("adjective", base), ()),
            *(
                f
                for f in verbs
                if not f.requires
                and "acc" not in f.object_markers
                and ("acc" in f.subject_markers or "nom" in f.subject_markers)
            ),
        )

    def small_name(self, text: str, *, first: bool) -> bool:
        """A name in small letters: „nscale“, „civento“, or a noun that is written small („byte“)."""
        if ODD.search(text):
            return True
        if text.endswith(_HOW_OFTEN):
            # „legt die Papiere sechzehnmal vor“
            return False
        lemma = self.lemma(text)
        if not is_dictionary_word(text):
            return lemma == text
        return first and lemma[0].isupper() and lemma.lower() == text

    def _is_odd(self, text: str) -> bool:
        """Whether a word shows by its spelling that it is a name."""
        if not text[:1].isalpha() or self.role_word(text) is not None:
            return False
        if text[0].isupper():
            return bool(ODD.search(text)) or not (is_dictionary_word(text) or is_compound(text))
        return text[0].islower() and len(text) > 2 and self.small_name(text, first=True)

    @cached_property
    def pairs(self) -> dict[str, set[str]]:
        """Pairs of words that some frame requires or excludes, by the first one: „vom Netz“."""
        found: dict[str, set[str]] = {}
        told = (w for frames in self.frames.values() for f in frames for w in (*f.requires, *f.excludes))
        for first, _, second in (w.partition(" ") for w in told if " " in w):
            found.setdefault(first, set()).add(second)
        return found

    @cached_property
    def _money(self) -> frozenset[str]:
        """Nouns for money in small letters, by the frames of what is paid for."""
        required = (f.requires for frames in self.frames.values() for f in frames if f.evokes is Predicate.FUNDS)
        return frozenset(w.lower() for words in required for w in words if w[0].isupper() and len(w) > _SHORTEST_MONEY)

    def _kind_of_money(self, text: str) -> str:
        """„Sonderförderung“ is a „Förderung“; empty for what is no compound of a noun for money."""
        if not text[0].isupper():
            return ""
        for low in (text.lower(), self.lemma(text).lower()):
            if low in self.words("moneyless-compounds"):
                return ""
            for size in range(min(len(low) - 3, _LONGEST_MONEY), _SHORTEST_MONEY, -1):
                if low[-size:] in self._money:
                    return low[-size].upper() + low[len(low) - size + 1 :]
        return ""

    @cached_property
    def officers_of(self) -> dict[str, list[Entry]]:
        """Associations by the nouns that titles of their officers begin with: „städtetag“, „städtebund“."""
        known = [e for e in self.vocabulary.entries if e.kind == "Association"]
        nouns = sorted(self.words("bodies-in-titles"))
        return {
            noun: [e for e in known if any(_ends_in(n.lower(), noun) for n in (e.name, *e.labels))] for noun in nouns
        }

    @cached_property
    def _great_regions(self) -> frozenset[str]:
        """Regions and Länder in small letters, of which there are parts by the points of the compass."""
        lands = (e.name for e in self.jurisdictions if e.kind == "State")
        return frozenset(word.lower() for word in (*lands, *self.words("regions")))

    @cached_property
    def _long_regions(self) -> tuple[str, ...]:
        """Regions in small letters that words may end in; „Ost“ and „Saar“ are too short to tell."""
        return tuple(sorted(word.lower() for word in self.words("regions") if len(word) > _SHORTEST_REGION))

    @cached_property
    def _stretches(self) -> frozenset[str]:
        """Names of regions, rivers and Länder, of which two make that of another region."""
        lands = (e.name for e in self.jurisdictions if e.kind == "State")
        return frozenset({*lands, *self.words("regions"), *self.words("rivers")})

    def _is_region(self, text: str) -> bool:
        """Whether a word names a region or closes names as one does: „Emsland“, „Südniedersachsen“, „Nord“."""
        low = text.lower()
        if text in self.words("regions") or (low.endswith(tuple(self.words("landscapes"))) and text[:1].isupper()):
            return True
        if "-" in text and all(part in self._stretches for part in text.split("-")):
            # „Lahn-Eifel“, „Mittelrhein-Lahn“
            return True
        if not text[:1].isupper():
            return False
        rests = (low[len(part) :] for part in self.words("parts-of-regions") if low.startswith(part))
        return any(rest in self._great_regions or rest in self.words("landscape-nouns") for rest in rests)

    def _is_unknown(self, text: str) -> bool:
        """Whether a word with a capital is in no dictionary and is no title, so that it may be a name."""
        if len(text) < 3 or not any(c.isupper() for c in text) or text.endswith("-"):
            return False
        if text in self.words("numbering-words") or _NUMBERING.fullmatch(text):
            # „TOP 2“, „II.1.4) Beschreibung“
            return False
        if text.lower() in FORMER | LATTER:
            # „Ersteres nutzt …“
            return False
        if self._is_common_noun(text):
            return False
        if (
            text in self._titles.short
            or self.role_word(text) is not None
            or text in self.first_names
            or text in self.words("legal-forms")
        ):
            return False
        last = text.rsplit("-", 1)[-1]
        coined = text[0].islower() and last.isupper()
        if last is not text and not coined and (is_dictionary_word(last) or is_compound(last)):
            # „IT-Systeme“ is odd only in its first part, „iKOL-KFZ“ is not
            return False
        head = self.head_noun(text)
        if head is not None and "-" in head.form and text.lower() != head.form:
            # „KI-Start-up“
            return False
        return bool(ODD.search(text)) or not (is_dictionary_word(text) or is_compound(last))

    def _is_common_noun(self, text: str) -> bool:
        """„Pilotland“, „Doppik“: a noun that tells a relation or a way of working, be it in no dictionary."""
        if text in self._ways:
            return True
        return text[1:].islower() and not self._telling_nouns.isdisjoint((text, self.lemma(text)))

    def _is_like_a_town(self, text: str) -> bool:
        """„Ellersheim“: a word that no dictionary has, with an end that towns have."""
        return text[0].isupper() and text.isalpha() and text.endswith(self.place_endings) and self.is_no_word(text)

    def _is_like_a_place(self, text: str) -> bool:
        """„Emsland“, „Allerland“, „Mainfranken“: a region, or a word of no dictionary that ends as one or a town."""
        if not text[:1].isupper():
            return False
        if self.region(text) or self.like_a_town(text):
            return True
        return text.lower().endswith(self._long_regions) and self.is_no_word(text)

    def is_no_word(self, text: str) -> bool:
        """Whether a word is in no dictionary, no title, no first name and ends in no head noun."""
        return (
            not is_dictionary_word(text)
            and text not in self.first_names
            and self.role_word(text) is None
            and self.head_noun(text) is None
            and not self._is_common_noun(text)
        )


def _ends_in(name: str, noun: str) -> bool:
    """Whether a name in small letters ends in a noun, or would in full: „Städte- und Gemeindebund“ in „Städtebund“."""
    first, last = name.split(" ")[0], name.split(" ")[-1]
    if last == noun:
        return True
    part = first.removesuffix("-")
    rest = noun.removeprefix(part)
    return part != first and rest != noun and len(rest) > 2 and last.endswith(rest)
