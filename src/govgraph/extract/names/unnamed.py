"""Things with a common noun for a name, of which the article means one: „der Stadtrat“, „der Beirat“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.entities import arguments_of
from govgraph.extract.names.long_names import ADJECTIVE, NOUN, OPENING, YEAR
from govgraph.extract.names.towns_of_talks import TownsOfTalks, town_of_paper
from govgraph.extract.state import BOARDS, OF_DISTRICTS, PLACES, WORKS, only_one
from govgraph.language.grammar import AND_OR, DETERMINERS, INDEFINITE, UNCERTAIN, WHOSE
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.names.entities import ArgumentsOf
    from govgraph.extract.state import Argument, Draft, Sentence
    from govgraph.vocabulary import HeadNoun

_DEFINITE = frozenset({"der", "die", "das", "dem", "den", "des", "im", "am", "beim", "vom", "zum", "zur", "ans"})
_TOWN_BODIES = ("Stadt", "Gemeinde", "Markt", "Rat")
_OWN = frozenset({"ihr", "sein", "unser", "dies"})
_ONLY_WISHED = frozenset(
    {"soll", "sollen", "sollte", "will", "wollen", "fordert", "könnte", "müsste", "kein", "keinen"}
)
_NOT_THERE = frozenset({"braucht", "gebraucht", "hätte", "nicht", "nie", "wäre", "wären", "würde", "würden"})
"""Words of sentences that speak of a board which there may not be: „Ein Datenbeirat wäre sinnvoll“."""
_ALSO_PERSONS = "personalrat"
"""How nouns end for boards that are somebody on them after „ein“: „Ein Personalrat aus Lübeck klagt“."""
_NEVER_SHORT = ("aufsichtsrat", "beirat", "gemeinderat", "personalrat", "stadtrat", "verwaltungsrat")
"""Ends of councils that are never „der Rat“ for short."""
_OF_A_TIME = frozenset({"der", "des", "dieser", "dieses", "kommenden", "letzten", "nächsten", "vergangenen", "vorigen"})
"""What follows „Mitte“ where it is a time: „Mitte des Monats“."""
_RULES = ("ordnung", "richtlinie", "satzung", "vereinbarung")
"""Ends of nouns for what is negotiated, amended and made anew."""
_FIELD = frozenset({"zur", "zum", "über", "für"})


def _is_council_of(noun: str, town: Draft) -> bool:
    """Whether a town or district can have such a body: no district has a „Stadtrat“, no town a „Kreistag“."""
    if noun.startswith(OF_DISTRICTS):
        return town.kind == "District" or town.name.startswith(("Region ", "Städteregion "))
    return town.kind != "District" or not noun.startswith(_TOWN_BODIES)


def _short_is_council(name: str) -> bool:
    """Whether a body of this name is „der Rat“ for short: „IT-Rat“, „IT-Kooperationsrat Sachsen-Anhalt“."""
    return any(w.endswith("rat") and w != "rat" and not w.endswith(_NEVER_SHORT) for w in name.lower().split(" "))


class UnnamedThings(TownsOfTalks):
    """Finds what a common noun names because there is only one of it here, and marks where it stands."""

    def _alone(self, s: Sentence, i: int, name: str, head: HeadNoun) -> int:
        """A body of the Land that the article is about, or of the Land named right beside it."""
        if name.lower().endswith("ressort"):
            known = self._ministry_of(name.lower().removesuffix("ressort"))
            if known is not None:
                self._place(s, i, i + 1, known)
                return i + 1
        federal = name.startswith("Bundes")
        beside = s.taken.get(i + 1)
        land = beside.draft if beside is not None and beside.type is EntityType.JURISDICTION else None
        if land is None and i and i - 1 in s.taken and s.taken[i - 1].adjective:
            land = s.taken[i - 1].draft
        if land is None and s.low_at(i + 1) in {"von", "des", "der"}:
            step = i + 3 if s.text_at(i + 2) in self.k.words("state-nouns") else i + 2
            later = s.taken.get(step)
            land = later.draft if later is not None and later.type is EntityType.JURISDICTION else None
        if land is None and head.kind == "Ministry" and self._word_opening(s, i) in UNCERTAIN:
            # „ein eigenes Digitalministerium fordern“: one that there might be
            return 0
        land = land or (None if federal else self.cast.land_at(s.starts[i]))
        if land is not None and land.kind == "Federation" and name.startswith("Landes"):
            # „kündigte A, CIO von Hessen, an, seine Landesverwaltung …“ in an article about the Bund
            states = [a.draft for a in s.arguments if a.draft is not None and a.draft.kind == "State" and a.last <= i]
            land = states[-1] if states else None
        key = f"{name} {land.name}" if land is not None else name
        draft = self.cast.named(key, head.type, head.kind)
        draft.jurisdiction = draft.jurisdiction or land
        draft.names |= {name}
        before = s.taken.get(i - 1)
        if before is not None and before.adjective:
            draft.names.add(f"{s.tokens[i - 1].text} {name}")
        self._place(s, i, i + 1, draft)
        return i + 1

    def _ministry_of(self, portfolio: str) -> Draft | None:
        """The ministry of the article that has this portfolio: „Finanzressort“ is the Finanzministerium."""
        for draft in self.cast.ministries:
            if draft.mentions:
                labels = (*draft.entry.labels, draft.entry.name) if draft.entry is not None else (draft.name,)
                if any(portfolio in label.lower() for label in (*labels, *draft.names)):
                    return draft
        return None

    def _same_ministries(self, sentences: Sequence[Sentence]) -> None:
        """„Ministerium für Inneres und Sport“ and „Innenministerium“ in one article about one Land are one ministry."""
        ministries = [d for d in self.cast.ministries if d.mentions]
        gone: set[int] = set()
        arguments: ArgumentsOf | None = None
        full = [d for d in ministries if d.entry is None and " " in d.name]
        for short in ministries:
            if not short.names or any(" " in name for name in short.names):
                continue
            known = self._only_one_so_called(short, ministries) if short.entry is None else None
            if known is not None:
                arguments = arguments if arguments is not None else arguments_of(sentences)
                if not self._side_by_side(short, known, sentences):
                    gone.add(id(short))
                    self.cast.merge(short, known, arguments)
                    continue
            for long in full:
                if long is not short and id(long) not in gone and self._same_portfolio(short, long):
                    gone.add(id(short))
                    arguments = arguments if arguments is not None else arguments_of(sentences)
                    self.cast.merge(short, long, arguments)
                    break

    @staticmethod
    def _side_by_side(one: Draft, other: Draft, sentences: Sequence[Sentence]) -> bool:
        """Whether a sentence names both: „Das Digitalministerium und das BMDS“ are two."""
        both = {id(one), id(other)}
        return any(both <= {id(a.draft) for a in s.arguments} for s in sentences)

    @staticmethod
    def _only_one_so_called(short: Draft, ministries: Sequence[Draft]) -> Draft | None:
        """The one known ministry of the article that is also called so: „Digitalministerium“ for the BMDS."""
        tail = short.name.lower()
        if short.jurisdiction is not None or not tail.endswith("ministerium"):
            return None
        found = [d for d in ministries if d.entry is not None and any(n.lower().endswith(tail) for n in d.entry.labels)]
        return found[0] if len(found) == 1 and " " not in tail else None

    def _same_portfolio(self, short: Draft, long: Draft) -> bool:
        if short.jurisdiction is not long.jurisdiction:
            return False
        for name in short.names:
            stem = name.lower().removesuffix("s").removesuffix("ministerium")
            if stem != name.lower() and len(stem) > 3 and f" {stem[:5].rstrip('en')}" in long.name.lower():
                return True
        return False

    # ------------------------------------------------------------------ bodies of a town or of a project

    def _town_body(self, s: Sentence, i: int) -> int:
        """„der Stadtrat“, „das Chemnitzer Jugendamt“, „im Landratsamt Görlitz“: a body of the town spoken of."""
        noun = bare_genitive(s.tokens[i].text)
        council = noun in self.k.words("town-councils")
        if not council and noun not in self.k.words("town-offices"):
            return 0
        if noun == "Hauptamt" and s.low_at(i - 1) == "im" and (i + 1 in s.taken or s.text_at(i + 1) == ","):
            # „im Hauptamt Landrat“: what somebody is by profession
            return 0
        taken = s.taken.get(i)
        if taken is not None and (
            taken.role is None or (i + 1 in s.taken and s.taken[i + 1].type is EntityType.PERSON)
        ):
            return 0
        beside = s.taken.get(i + 1)
        place, last = None, i + 1
        before = s.taken.get(i - 1)
        if beside is not None and beside.type in PLACES and beside.adjective and "-" in s.text_at(i + 1)[1:-1]:
            return self._quarter_body(s, i, noun)
        if not council and beside is None and self._is_quarter(s, i + 1):
            return self._named_after_quarter(s, i, noun)
        if beside is not None and beside.type is EntityType.MUNICIPALITY and not beside.adjective:
            place, last = beside, beside.last
        elif (
            before is not None and before.type is EntityType.MUNICIPALITY and (before.adjective or before.cases == "g")
        ):
            # „der Chemnitzer Stadtrat“, „Chemnitz' Stadtrat“
            place = before
        elif not self._only_one(s, i):
            return 0
        else:
            place = self._place_after(s, i)
        if taken is not None and place is None and s.low_at(i - 1) not in _DEFINITE:
            return 0
        if place is not None:
            town = place.draft
        else:
            spoken_of = [d for d in self.towns_spoken_of(s, i) if d is not None]
            if council and not spoken_of and s.low_at(i + 1) not in INDEFINITE:
                # not „der Stadtrat einer Nachbarstadt“
                spoken_of = [d for d in town_of_paper(self.cast.drafts) if _is_council_of(noun, d)]
            if not noun.startswith(OF_DISTRICTS) or any(_is_council_of(noun, d) for d in spoken_of):
                spoken_of = [d for d in spoken_of if _is_council_of(noun, d)]
            # „Northeim“ may be what the article calls the district
            town = spoken_of[0] if spoken_of else None
        if town is None:
            return 0
        if noun == "Rat" and place is None and self._other_council(s, i):
            return 0
        draft = self.cast.named(f"{noun} {town.name}", EntityType.ORGANISATION, "Committee" if council else "Agency")
        draft.jurisdiction = draft.jurisdiction or town.jurisdiction
        draft.names |= {noun}
        if before is not None and before is place:
            draft.names.add(f"{s.tokens[i - 1].text} {noun}")
        elif place is not None and place.first > i:
            # „Rat der Stadt Soest“
            draft.names.add(f"{noun} {self._words(s, i + 1, place.last)}")
        self._place(s, i, last, draft)
        return last

    def _other_council(self, s: Sentence, i: int) -> bool:
        """„der Rat“ beside „der IT-Rat“ is that one; „den Rat seiner Kollegin“, „der Rat der Weisen“ is none."""
        if s.low_at(i + 1) in {"der", "des"} or any(s.low_at(i + 1).startswith(own) for own in _OWN):
            return True
        return any(
            d.mentions and d.kind in BOARDS and any(_short_is_council(name) for name in (d.name, *d.names))
            for d in self.cast.drafts
        )

    def _quarter_body(self, s: Sentence, i: int, noun: str) -> int:
        """„Standesamt Bremen-Mitte“, „Bürgeramt Köln-Ehrenfeld“: a body of a quarter of a town."""
        quarter = s.text_at(i + 1)
        town = s.taken[i + 1].draft
        if not quarter[0].isupper() or not quarter.rsplit("-", 1)[1][:1].isupper():
            return 0
        draft = self.cast.named(f"{noun} {quarter}", EntityType.ORGANISATION, "Agency")
        if town is not None:
            draft.jurisdiction = town if town.type is EntityType.JURISDICTION else town.jurisdiction
        self._place(s, i, i + 2, draft)
        return i + 2

    def _is_quarter(self, s: Sentence, i: int) -> bool:
        """Whether a word right after an office of a town is a quarter: „Mitte“, „Nord“, „Schöneweide“."""
        word = s.text_at(i)
        if not word[:1].isupper() or (i < len(s.tokens) - 1 and s.text_at(i + 1)[:1].isupper()):
            return False
        if word in self.k.words("quarters"):
            # „im Jugendamt Mitte des Monats“, „Mitte 2024“
            after = s.low_at(i + 1)
            return word not in self.k.words("time-nouns") or not (after in _OF_A_TIME or after[:1].isdigit())
        if word.isupper() or s.low_at(i - 2) in INDEFINITE or not self.k.is_no_word(word):
            return False
        ends = (*self.k.place_endings, *self.k.words("quarter-endings"), *self.k.words("water-endings"))
        return word.lower().endswith(ends)

    def _named_after_quarter(self, s: Sentence, i: int, noun: str) -> int:
        """„das Standesamt Mitte“, „im Bürgeramt Schöneweide“: a body of the town spoken of, with a name of its own."""
        quarter = s.tokens[i + 1].text
        town = self.cast.town
        draft = self.cast.named(f"{noun} {quarter}", EntityType.ORGANISATION, "Agency")
        if town is not None:
            draft.jurisdiction = draft.jurisdiction or town.jurisdiction
        self._place(s, i, i + 2, draft)
        return i + 2

    def _only_one(self, s: Sentence, i: int) -> bool:
        """Whether the article or a headline takes it for granted which one is meant."""
        before = s.low_at(i - 1)
        if s.tokens[i].text == "Rat" and before == "den":
            # „den Rat, …“ may be advice
            return s.text_at(i + 1) not in {",", "für", "und", "von"}
        own = before == "dortige" or (before in DETERMINERS and before.startswith("unser"))
        return before in _DEFINITE or own or (i == 0 and s.kind in {BlockKind.TITLE, BlockKind.HEADING})

    def _place_after(self, s: Sentence, i: int) -> Argument | None:
        """„der Rat der Stadt Soest“, „das Jugendamt in Bochum“."""
        j = i + 1
        if s.low_at(j) in {"der", "des", "von", "in"}:
            j += 1
            if s.text_at(j) in self.k.words("municipality-nouns"):
                j += 1
            found = s.taken.get(j)
            if found is not None and found.first == j and found.type is EntityType.MUNICIPALITY:
                return found
        return None

    def _project_body(self, s: Sentence, i: int) -> int:
        """„Im Beirat des Projekts“, „eine Steuerungsgruppe hat sich damit befasst“: one body of this article."""
        noun = bare_genitive(s.tokens[i].text)
        if i in s.taken:
            return 0
        place = s.taken.get(i - 1)
        of_place = place is not None and place.adjective and place.type is EntityType.MUNICIPALITY
        before = self._word_opening(s, i - 1 if of_place else i)
        own = before in WHOSE or (before in DETERMINERS and before.startswith(("ihr", "sein", "unser")))
        if before not in _DEFINITE and not own and (before not in INDEFINITE or self._only_wished(s)):
            return 0
        if before in INDEFINITE and noun not in self.k.words("project-bodies") and _may_be_none(s, noun):
            return 0
        if s.text_at(i + 1)[:1].isupper() or s.low_at(i + 1) == "für" or self._small_field(s, i + 1):
            return 0
        named = self.cast.beginning(noun) or self._compounded(s, i, noun)
        if named is not None and before in _DEFINITE:
            self._place(s, i, i + 1, named)
            return i + 1
        draft = self.cast.named(noun, EntityType.ORGANISATION, "Committee")
        if of_place:
            # „dem Chemnitzer Personalrat“
            draft.names.add(f"{s.tokens[i - 1].text} {noun}")
        self._place(s, i, i + 1, draft)
        return i + 1

    def _only_wished(self, s: Sentence) -> bool:
        """„Der Kreis braucht einen Beirat“, „es soll einen Beirat geben“: a body that there is not yet."""
        demands = self.k.words("demand")
        return not _ONLY_WISHED.isdisjoint(s.lower) or any(self.k.lemma(token.text) in demands for token in s.tokens)

    def _compounded(self, s: Sentence, i: int, noun: str) -> Draft | None:
        """„Der Digitalbeirat … Der Beirat“: the only body so far whose name has the noun for its end."""
        if s.low_at(i + 1) in {"der", "des", "von"}:
            return None
        end = noun.lower()
        return only_one(
            d
            for d in self.cast.drafts
            if d.type is EntityType.ORGANISATION
            and end in d.name.lower()
            and any(word.endswith(end) and len(word) > len(end) for word in d.name.lower().split(" "))
            and d.mentions
        )

    def _own_system(self, s: Sentence, i: int) -> int:
        """„beim Landesportal“, „hat ein Bürgerportal aufgebaut“: a system of which a Land or town has one."""
        noun = self._nominative(s.tokens[i].text)
        if noun not in self.k.words("own-systems") or i in s.taken:
            return 0
        before = self._word_opening(s, i)
        own = before in DETERMINERS and before.startswith(("ihr", "sein", "unser"))
        following = s.text_at(i + 1)
        if NOUN.match(following) or following in OPENING or i + 1 in s.taken or s.text_at(i + 2) in OPENING:
            return 0
        at = next((j for j in (i + 1, i + 2) if s.text_at(j) == ","), -1)
        apposed = at > 0 and s.low_at(at + 1) in _DEFINITE and s.text_at(at + 3) in {",", ".", "–"}
        if apposed and self.k.odd_word(s.text_at(at + 2)):
            # „unsere Datenplattform, den EifelHub“ has a name of its own
            return 0
        if before in INDEFINITE:
            verbs = self.k.words("making-verbs") | self.k.words("running-verbs")
            made = any(self.k.lemma(token) in verbs for token in s.lower)
            if not made or not _ONLY_WISHED.isdisjoint(s.lower) or self._says_what_it_is(s, i):
                return 0
        elif (before not in _DEFINITE and not own) or self._other_platform(noun):
            return 0
        draft = self.cast.named(noun, EntityType.SYSTEM, "Platform")
        self._place(s, i, i + 1, draft)
        return i + 1

    def _says_what_it_is(self, s: Sentence, i: int) -> bool:
        """„FördeID, ein Nutzerkonto der Stadt, …“: the noun says of what kind the thing is that was just named."""
        j = i - 1
        while j > 1 and s.low_at(j) not in INDEFINITE:
            j -= 1
        if j < 2:
            return False
        named = s.taken.get(j - 2)
        name = (named is not None and named.type in WORKS and not named.adjective) or self.k.odd_word(s.text_at(j - 2))
        listed = s.low_at(i + 1) in AND_OR or (s.text_at(i + 1) == "," and s.low_at(i + 2) in INDEFINITE)
        return s.text_at(j - 1) in {",", "–"} and name and not listed

    def _other_platform(self, noun: str) -> bool:
        """Whether the article has named a platform by a name of its own, which „das Bürgerportal“ refers to."""
        if noun.endswith("konto"):
            # „Mein Unternehmenskonto … das neue Nutzerkonto“
            return any(d.mentions and d.name != noun and d.name.endswith(("konto", "ID")) for d in self.cast.drafts)
        if not noun.lower().endswith(("portal", "rathaus")):
            return False
        return any(d.kind == "Platform" and d.mentions and d.name != noun for d in self.cast.drafts)

    # ------------------------------------------------------------------ documents

    def _document(self, s: Sentence, i: int) -> int:
        """„hat ein Gutachten vorgelegt“, „ihren Jahresbericht 2021“: a document that somebody publishes or signs."""
        text = s.tokens[i].text
        noun = self._nominative(text)
        schedule = noun in self.k.words("schedules") and s.low_at(i + 1) == "für"
        if i in s.taken or schedule or not self._one_of_it(s, i):
            return 0
        last = i + 1
        place, town = s.taken.get(i - 1), s.text_at(i - 1)
        if (
            noun.lower() in self.k.words("declarations")
            and place is not None
            and place.adjective
            and town[:1].isupper()
        ):
            # „die Magdeburger Erklärung“ is called after the town where it was signed
            draft = self.cast.named(f"{town} {noun}", EntityType.DOCUMENT, "Document")
            self._swallow(s, i - 1, i)
            self.short.setdefault(noun, draft)
            self._place(s, i, last, draft)
            draft.names.add(self._words(s, i - 1, last))
            return last
        told = self._is_published(s) or self._is_amended(s, noun) or self._speaks(s, i) or self._finds(s, noun)
        if s.text_at(last) in OPENING or not told:
            return 0
        contract = noun.endswith(("ereinbarung", "ertrag"))
        if (s.low_at(last) == "mit" and (contract or noun.endswith("klärung"))) or (
            contract and s.low_at(i - 1) in INDEFINITE and "mit" in s.lower[:i]
        ):
            # „eine Kooperationsvereinbarung mit Dataport“ says who works together
            return 0
        names = {noun}
        if YEAR.match(s.text_at(last)):
            names.add(f"{noun} {s.text_at(last)}")
            last += 1
        elif s.low_at(last) in _FIELD:
            end = self._noun_list(s, last + 1)
            if end and all(self._inside(s, j, last, end) for j in range(last, end)):
                names.add(f"{noun} {self._words(s, last, end)}")
                last = end
        name = max(names, key=len)
        bare = name == noun and noun in self.k.words("document-nouns")
        if bare and s.low_at(i - 1) in _DEFINITE and self._spoken_of():
            return 0
        if name == noun and noun.lower() in _RULES and s.low_at(last) == "über":
            # „die Satzung über die Videoüberwachung“ is none without what it is about
            return 0
        draft = self.cast.named(name, EntityType.DOCUMENT, "Document")
        draft.names |= names
        self.cast.alias(noun, draft)
        self._place(s, i, last, draft)
        self.short.setdefault(noun, draft)
        return last

    @staticmethod
    def _inside(s: Sentence, j: int, first: int, end: int) -> bool:
        """Whether what stands at a token is no name, or a known work that a document is about."""
        known = s.taken.get(j)
        whole = known is not None and known.type in WORKS and not known.adjective
        return known is None or (whole and first < known.first < known.last <= end)

    def _spoken_of(self) -> bool:
        """Whether the article has named a document or programme already, which „der Bericht“ may refer to."""
        kinds = {EntityType.DOCUMENT, EntityType.PROGRAMME, EntityType.LAW}
        return any(d.type in kinds and d.mentions for d in self.cast.drafts)

    def _one_of_it(self, s: Sentence, i: int) -> bool:
        """Whether a determiner stands before it, with adjectives between: no plural, no part of a compound."""
        j = i - 1
        while j >= 0 and i - j < 4 and ADJECTIVE.match(s.tokens[j].text) and s.lower[j] not in DETERMINERS:
            j -= 1
        before = s.low_at(j)
        return before in _DEFINITE or before in INDEFINITE or any(before.startswith(own) for own in _OWN)

    def _finds(self, s: Sentence, noun: str) -> bool:
        """„Eine Umfrage des Städtetags ergab …“: a study finds something out."""
        if not noun.lower().endswith(tuple(sorted(self.k.words("finding-nouns")))):
            return False
        return any(self.k.lemma(low) in self.k.words("finding-verbs") for low in s.lower)

    def _speaks(self, s: Sentence, i: int) -> bool:
        """„In einem Positionspapier fordert Vitako …“: somebody says something in it."""
        j = i - 1
        while j > 0 and s.tokens[j].text[0].islower() and s.low_at(j) not in INDEFINITE:
            j -= 1
        if s.low_at(j) not in INDEFINITE or s.low_at(j - 1) != "in":
            return False
        lists = ("speech-verbs", "demand", "document-verbs", "document-speech-verbs")
        says = frozenset().union(*map(self.k.words, lists))
        return any(self.k.lemma(low) in says for low in s.lower)

    def _is_amended(self, s: Sentence, noun: str) -> bool:
        """„die Satzung, die der Kreistag neu gefasst hat“, „hat eine Dienstvereinbarung ausgehandelt“."""
        verbs = self.k.words("amending-verbs")
        return noun.lower().endswith(_RULES) and any(self.k.lemma(token.text) in verbs for token in s.tokens)

    def _is_published(self, s: Sentence) -> bool:
        """Whether the sentence has a verb by which documents come into the world; a prefix may stand apart."""
        verbs = self.k.words("document-verbs")
        for token in s.lower:
            lemma = self.k.lemma(token)
            if lemma in verbs:
                return True
            if any(particle + lemma in verbs for particle in ("vor", "heraus", "ab") if particle in s.lower):
                return True
        return False


def bare_genitive(text: str) -> str:
    """The name of a council or office without its genitive ending."""
    if text.endswith(("kreis", "kreises")):
        return text.removesuffix("es")
    for ending in ("es", "s"):
        if text.endswith(ending) and text.endswith(("tes" if ending == "es" else "s", "tags", "rats", "amts")):
            return text.removesuffix(ending)
    return text


def _may_be_none(s: Sentence, noun: str) -> bool:
    """„Ein Datenbeirat wäre sinnvoll“, „ein Klimabeirat wird nicht gebraucht“, „ein Personalrat klagt“."""
    return noun.lower().endswith(_ALSO_PERSONS) or not _NOT_THERE.isdisjoint(s.lower)
