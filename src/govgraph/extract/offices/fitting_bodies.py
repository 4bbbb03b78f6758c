"""The body at hand that can have an office, where none is named with its title: by what the office is, and whose."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from govgraph.extract.offices.land_ways import OF_TOWN
from govgraph.extract.offices.lands import GOVERNING, LANDS, LandFinder
from govgraph.extract.offices.named_bodies import TOWNS, UNSURE
from govgraph.extract.offices.nearby import ASSOCIATIONS, NearbyBodies
from govgraph.extract.offices.sentence_bodies import NOT_OWN, by_end
from govgraph.extract.offices.visited_places import VisitedPlaces, only_praised
from govgraph.extract.places import bare_name
from govgraph.extract.state import BODY_TYPES, only_one
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_FIRMS = frozenset({"Company", "MunicipalUnion", "PublicCompany", "ResearchInstitute", "ServiceProvider", "University"})
_OF_CITIES = ("Erster Bürgermeister", "Oberbürgermeister")
"""Titles that small towns have not, so that they are those of others of whom somebody speaks."""
TOP = frozenset({"cio", "cdo", "ciso"})
"""Ends of titles of whoever heads the IT of a Land or of a body."""
_SENATORS = ("Senator", "senator")
_HALLS = frozenset({"Kreishaus", "Rathaus", "Stadthaus", "Stadtverwaltung"})
_COUNCIL = "Rat "
"""How the names of a town's council begin that an article calls „der Rat“."""
_IT = frozenset({"EDV", "IT", "Informationstechnik"})
"""What a CIO heads."""
_AFTER_WHICH = frozenset({"da", "nachdem", "seit", "seitdem", "weil"})
MINISTRIES = frozenset({"Ministry"})
"""Kind of body that a minister heads."""
_WITH_A_HOUSE = MINISTRIES | {
    "Agency", "Association", "Company", "MunicipalUnion", "PublicCompany", "ResearchInstitute", "ServiceProvider",
    "University",
}  # fmt: skip
_AROUND = TOWNS | {"Ministry", "Agency"}
_NEAR = 3
"""In how many sentences up to that of a deputy its head is looked for."""
_IN_PASSING = frozenset({"aus", "bei", "in", "mit"})
"""Words before a house that is named beside what is told: „leitete eine Abteilung im Innenministerium“."""


class FittingBodies(NearbyBodies):
    """Finds the body at hand for an office.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article.
        sentences: Sentences of the article.

    Attributes:
        group: What „wir“ stands for when a person says it, once that is known.
        lands: Finder of the Land that is meant.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, sentences: Sequence[Sentence]) -> None:
        super().__init__(knowledge, cast, sentences)
        self.sentences = sentences
        self.group: Callable[[Draft | None], Draft | None] | None = None
        self.held: dict[int, Draft] = {}
        self._visited = VisitedPlaces(knowledge.words)
        self._taking_over = knowledge.words("taking-verbs") | {"führen", "leiten"}
        self.lands = LandFinder(knowledge, cast, self.named, self.own, (self.previous, self.besides))
        self.lands.praised += only_praised(sentences, self.named, knowledge.words("thanking-verbs"))
        self.opening: dict[int, Draft] = {}
        self._under: dict[int, Draft] = {}
        opened: set[int] = set()
        heading: Draft | None = None
        for s in sentences:
            if s.kind is BlockKind.HEADING:
                heading = _opening(s)
            elif heading is not None:
                self._under[s.block] = heading
            head = _opening(s) if s.block not in opened else None
            if head is not None:
                self.opening[s.block] = head
            opened.add(s.block)

    def _fitting(
        self, s: Sentence, role: RoleNoun, person: Draft, title: Argument | None, kinds: frozenset[str]
    ) -> Draft | None:
        place = title.first if title is not None else len(s.tokens)
        head = self.opening.get(s.block)
        if head is not None and ("municipal" in role.level or (not kinds or head.kind in kinds)):
            return self.before(s, place, kinds & TOWNS or TOWNS) or head
        under = self._under_heading(s, place, kinds) or self._of_listener(s, kinds)
        if under is not None:
            return under
        allowed = self.k.lands_of(role.iri)
        if allowed and kinds & LANDS and kinds & TOWNS:
            # „Erster Bürgermeister“: of Hamburg, or of a town elsewhere
            named = [self.cast.home, *(a.draft for a in s.arguments)]
            land = next(
                (d for d in named if d is not None and d.kind == "State" and self.lands.allowed(d, allowed)), None
            )
            return land or self.nearest(s, person, place, kinds - LANDS)
        if kinds and kinds & LANDS and not kinds & TOWNS:
            return self._government(s, role, person, kinds, title)
        if role.name.lower().rsplit("-", 1)[-1] in TOP:
            told = self._whose_it(s, title)
            if told is not None:
                return told
            only = self._only_town(s, title, municipal="municipal" in role.level)
            if only is not None:
                # „In Mainz ist Staatssekretär A nun auch CIO“
                return only.jurisdiction if self.governs_from(only, person) else only
            town = self.cast.town
            if town is not None and "municipal" in role.level:
                return self.before(s, place, TOWNS) or town
            just_named = self._just_named(s, person, TOWNS)
            if just_named is not None and ("municipal" in role.level or self.cast.is_foreign(just_named)):
                return just_named
            topic = s.topic
            unnamed = self.cast.home is None or not self.cast.home.mentions
            firm = self._only_firm(s) if unnamed else None
            if firm is not None:
                return firm
            if topic is not None and topic.kind in TOWNS and unnamed and "municipal" in role.level:
                return topic
            story = self._town_of_story(s, role) if unnamed else None
            if story is not None:
                return None if self._visited.is_only_visited(s, title, story, self.named) else story
            return (
                self._land_unless_visited(s, role, person, title)
                or (self.before(s, place, TOWNS) if "municipal" in role.level else None)
                or self.last_before(s.starts[place] if title else s.end, s.start, MINISTRIES)
            )
        if title is not None and title.marker == "als" and kinds & TOWNS:
            last = self.last_before(s.starts[place], s.start, kinds)
            if last is not None:
                return self._seated(s, last, kinds) or last
        beside_head = self._where_head_is(s, role, place, kinds) if role.is_deputy and title is not None else None
        if beside_head is not None:
            return beside_head
        if role.is_deputy and kinds and self.before(s, place, kinds) is None:
            # a deputy is spoken of where the head is
            head = only_one(d for d in self.held.values() if self.fits(d, kinds))
            if head is not None:
                return head
        body = self.nearest(s, person, place, kinds, self._of_speaker(s, role, person, kinds))
        if body is None and {"Land", "Bund"} & set(role.level) and "Ministry" in kinds:
            unnamed = self.cast.home is None or not self.cast.home.mentions
            if unnamed and role.name.endswith("leiter"):
                # „Die Stadt Kassel feiert. Abteilungsleiterin Anna Weber …“
                town = self.scene(s, TOWNS) or only_one(self._all_fitting(TOWNS))
                if town is not None:
                    self._doubt(UNSURE)
                    return town
            return self.lands.find(s, role, person)
        return body

    @staticmethod
    def _seated(s: Sentence, town: Draft, kinds: frozenset[str]) -> Draft | None:
        """„Beim Städtetag in Köln war er als Beigeordneter tätig“: the body of which a town is only the seat."""
        here = [a for a in s.arguments if a.draft is town and not a.reference]
        hosts = [s.taken.get(a.head) for a in here if a.marker == "in" and a.head >= 0]
        found = only_one(a.draft for a in hosts if a is not None and a.type is EntityType.ORGANISATION)
        return found if found is not None and len(hosts) == len(here) and found.kind in kinds else None

    def _under_heading(self, s: Sentence, place: int, kinds: frozenset[str]) -> Draft | None:
        """„München“ as a heading: the town of an office that only towns have, where its text has named no other one."""
        head = self._under.get(s.block)
        if head is None or not kinds or not kinds <= TOWNS | ASSOCIATIONS:
            return None
        head = self.district(head) if kinds == {"District"} and head.kind == "Municipality" else head
        if (
            head is None
            or head.kind not in kinds
            or self.last_before(s.starts[place], self.block_starts[s.block], TOWNS)
        ):
            return None
        return head

    def _of_listener(self, s: Sentence, kinds: frozenset[str]) -> Draft | None:
        """„Oberbürgermeister A nennt es Chefsache. Was bleibt Ihnen?“: the town of who is asked, if no other is named.

        A mayor whom somebody asks a person of a town about is hardly that of another one.
        """
        if s.kind is not BlockKind.QUESTION or self.group is None or not kinds or not kinds <= TOWNS:
            return None
        if any(a.type is EntityType.MUNICIPALITY for a in s.arguments):
            return None
        after: Sentence | None = s
        while after is not None and after.kind is BlockKind.QUESTION:
            after = self.following.get(id(after))
        body = None if after is None or after.kind is not BlockKind.ANSWER else self.group(after.speaker)
        return body if body is not None and body.kind in kinds else None

    def _where_head_is(self, s: Sentence, role: RoleNoun, place: int, kinds: frozenset[str]) -> Draft | None:
        """„Vorsitzende der AG des Rates ist A. Stellvertretende Vorsitzende bleibt B“: the body of the title deputed.

        That title stands last in the sentence or in one of the two before.
        """
        head = role.name.removeprefix("Stellvertretender ").removeprefix("Vize").lower()
        here: Sentence | None = s
        for _ in range(_NEAR):
            if here is None:
                return None
            titles = [a for a in here.arguments if a.role is not None and (here is not s or a.last <= place)]
            titles = [a for a in titles if a.role is not None and a.role.name.lower() == head]
            last = max(titles, key=lambda a: a.first, default=None)
            if last is not None and last.role is not None:
                body = next((d for d in last.role.bodies if not kinds or d.kind in kinds), None)
                since = last.first if here is s else 0
                between = (a.draft for a in s.arguments if since < a.first < place and a.draft is not None)
                if any(self.fits(d, kinds) and d not in last.role.bodies for d in between):
                    # „A ist dessen Präsident; den Landkreistag vertritt Vizepräsidentin B“
                    return None
                held = next((self.held[id(d)] for d in last.role.holders if id(d) in self.held), None)
                return body or (held if held is not None and (not kinds or held.kind in kinds) else None)
            here = self.previous.get(id(here))
        return None

    @staticmethod
    def _only_firm(s: Sentence) -> Draft | None:
        """„Die Lecos will umziehen, sagte CIO X“: the one body of a sentence, if it is a firm or university."""
        bodies = [a for a in s.arguments if a.draft is not None and a.type in BODY_TYPES and a.head < 0]
        firm = only_one(a.draft for a in bodies if a.draft is not None and a.marker != "in")
        doing = any(a.draft is firm and a.nominative and not a.adjective for a in bodies)
        return firm if firm is not None and doing and firm.kind in _FIRMS else None

    def _town_of_story(self, s: Sentence, role: RoleNoun) -> Draft | None:
        """„Die Stadtwerke Ulm … CDO X“: the town of the block, or the only one of an article that names no Land.

        A CIO is mostly one of a Land, but for „Im Rathaus von Ulm … CIO X“ right before.
        """
        if "municipal" in role.level:
            return self.scene(s, TOWNS) or only_one(self._all_fitting(TOWNS))
        before = self.previous.get(id(s))
        while before is not None:
            named = [a for a in before.arguments if a.type in BODY_TYPES and not a.adjective and not a.reference]
            here = [a for a in named if a.draft is not None and not a.draft.name.startswith(_COUNCIL)]
            town = only_one(a.draft for a in here if a.draft is not None and a.draft.kind in TOWNS)
            if here:
                own = [a for a in here if a.draft is town]
                doing = any(a.nominative or self._rules(before, a) or before.text_at(a.head) in _HALLS for a in own)
                lands = any(a.draft is not None and a.draft.kind in LANDS for a in s.arguments)
                return town if doing and len({id(a.draft) for a in here}) == 1 and not lands else None
            before = self.previous.get(id(before))
        return None

    def _land_unless_visited(self, s: Sentence, role: RoleNoun, person: Draft, title: Argument | None) -> Draft | None:
        """The Land that is meant; not „Staatssekretär A sprach in Ulm“, where only a town tells of it."""
        land = self.lands.find(s, role, person)
        if land is None or title is None or self.lands.way is not OF_TOWN:
            return land
        towns = [a.draft for a in s.arguments if a.draft and a.draft.kind in TOWNS and a.draft.jurisdiction is land]
        capitals = self.k.words("state-capitals")
        towns = [d for d in towns if d.name not in capitals]
        return None if any(self._visited.is_only_visited(s, title, d, self.named) for d in towns) else land

    def _only_town(self, s: Sentence, title: Argument | None, *, municipal: bool) -> Draft | None:
        """„Köln hat mit Sabine Möwes eine CDO bekommen“: the one town of a sentence that names no Land.

        Not „CDO Anna Weber erklärt, warum Weil am Rhein noch zögert“, nor „CDO Anna Weber hat in Ulm gesprochen“.
        """
        others = [d for a in s.arguments if a.role is not None and a is not title for d in a.role.bodies]
        places = [a for a in s.arguments if a.draft is not None and a.draft.kind in LANDS | TOWNS]
        places = [a for a in places if a.draft not in others]
        if title is not None:
            places = [a for a in places if a.first < title.first or a.clause == title.clause]
        # „am Rande des Kongresses in Bonn“
        places = [a for a in places if a.marker != "in" or a.head < 0 or _is_titled(s, a.head)]
        if title is not None:
            # „In Bochum leitet es Dezernent B, in Bonn CDO A“
            scenes = [a for a in places if a.marker == "in" and a.head < 0 and a.draft and a.draft.kind in TOWNS]
            last = max((a for a in scenes if a.last <= title.begin), key=by_end, default=None)
            if last is not None and (last.last == title.begin or last.clause == title.clause) and not last.adjective:
                return last.draft
        if any(a.draft is not None and a.draft.kind in LANDS for a in places):
            return None
        if title is not None and title.marker not in {"als", "zu"}:
            home = self.cast.home
            land = not municipal and home is not None and bool(home.mentions)
            places = [a for a in places if not self._visited.is_visited(s, title, a, land=land or self._is_capital(a))]
        return only_one(a.draft for a in places if a.marker not in NOT_OWN and not a.adjective)

    def _is_capital(self, a: Argument) -> bool:
        """Whether a place is the capital of a Land, where its government works."""
        return a.draft is not None and a.draft.name in self.k.words("state-capitals")

    def _whose_it(self, s: Sentence, title: Argument | None) -> Draft | None:
        """„Nachdem CIO A ging, leitet B die IT der Stadt Gera“, „…, übernahm in Fürth B“: whose post another fills now.

        So is „Die IT der Stadt Gera leitet nun B. CIO A ist gegangen“.
        """
        if title is None or not 0 <= title.clause < len(s.clauses):
            return None
        told = only_one(self._of_it(s))
        if told is not None or s.clauses[title.clause].opener not in _AFTER_WHICH:
            return told or only_one(d for other in (self.previous.get(id(s)),) if other for d in self._of_it(other))
        main = [
            number
            for number, clause in enumerate(s.clauses)
            if clause.kind == "main" and not self._taking_over.isdisjoint(clause.verbs)
        ]
        return only_one(
            a.draft
            for a in s.arguments
            if a.clause in main and a.marker == "in" and a.draft is not None and a.draft.kind in TOWNS
        )

    def _of_it(self, s: Sentence) -> Iterator[Draft]:
        """The bodies of whose IT a sentence tells who leads it: „Die IT der Stadt Gera leitet B“."""
        for a in s.arguments:
            owned = a.draft is not None and a.marker in {"gen", "von"} and a.head >= 0 and not a.adjective
            if not owned or a.draft is None or a.type not in BODY_TYPES or s.text_at(a.head) not in _IT:
                continue
            if a.clause >= 0 and not self._taking_over.isdisjoint(s.clauses[a.clause].verbs):
                yield a.draft

    def governs_from(self, town: Draft, person: Draft) -> bool:
        """„Staatssekretärin A, CIO in Kiel“: whether a capital stands for the Land whose government somebody is in."""
        if town.name not in self.k.words("state-capitals") or town.jurisdiction is None:
            return False
        own = self.own.get(id(person), ())
        return any(d is town.jurisdiction or (d.kind in GOVERNING and d.jurisdiction is town.jurisdiction) for d in own)

    def _government(
        self, s: Sentence, role: RoleNoun, person: Draft, kinds: frozenset[str], title: Argument | None
    ) -> Draft | None:
        """The Land of a member of government or top official, or the ministry where the article is of no one Land.

        „Minister“ without a field is the one of the ministry that was named last.
        """
        if role.name == "Minister" and "Ministry" in kinds and not self.own.get(id(person)):
            house = self._house_of_title(s, role)
            if house is not None:
                return self._first_of_its_land(s, house)
        land = self._land_unless_visited(s, role, person, title)
        if land is not None:
            return land
        ministry = self.last_before(s.end, 0, MINISTRIES)
        allowed = self.k.lands_of(role.iri)
        if ministry is not None and allowed and not self._is_ruled(ministry, allowed):
            return None
        if ministry is None or "Ministry" in kinds:
            return ministry
        return ministry.jurisdiction

    def _house_of_title(self, s: Sentence, role: RoleNoun) -> Draft | None:
        """„Ministerin wird A, die bisher in der Staatskanzlei arbeitet“: the last house but for where somebody was.

        Such a house stands in a relative clause behind the title, and says nothing if another was named before.
        """
        last, title = self.last_before(s.end, 0, MINISTRIES), s.title(role)
        if last is None or title is None or not s.clauses:
            return last
        here = [a for a in s.arguments if a.draft is last]
        passing = bool(here) and all(
            a.first > title.first
            and a.marker in _IN_PASSING
            and a.clause != title.clause
            and 0 <= a.clause < len(s.clauses)
            and s.clauses[a.clause].kind == "relative"
            for a in here
        )
        return (self.last_before(s.starts[title.first], 0, MINISTRIES) or last) if passing else last

    def senate_town(self, s: Sentence, role: RoleNoun, person: Draft, title: Argument | None) -> Draft | None:
        """„Rostock führt die Akte ein. Finanzsenator A lobte …“: the town with senators that was named last.

        Not where a city state is named after it, or the article is of one, or the title is that of another body.
        """
        home = self.cast.home
        ruled = self.k.words("city-states")
        if not role.name.split(" ", 1)[0].endswith(_SENATORS) or (home is not None and home.name in ruled):
            return None
        towns = self.k.words("towns-with-senators")
        if role.bodies or any(d.kind in LANDS for d in self.own.get(id(person), ())):
            return next((d for d in role.bodies if d.name in towns and d.kind in TOWNS), None)
        place = s.end if title is None else s.starts[title.first]
        # „Auf der Messe in Berlin nahm Bausenator A den Preis entgegen“: where that happens
        events = {
            s.starts[a.first] for a in s.arguments if a.marker == "in" and a.head >= 0 and not _is_body(s, a.head)
        }
        named = [(start, d) for start, d in self.named if d.name in ruled or (d.name in towns and d.kind in TOWNS)]
        named = [(start, d) for start, d in named if start not in events] or named
        before = [d for start, d in named if start < place] or list(dict.fromkeys(d for _, d in named))[:1]
        return before[-1] if before and before[-1].name in towns else None

    def _first_of_its_land(self, s: Sentence, last: Draft) -> Draft:
        """„Das Ministerium X sucht … Sie war im Innenministerium. Ministerin A …“: the house that the article is about.

        It is the one named first, if the one named last is only told of in passing, in a sentence before.
        """
        houses = [(at, d) for at, d in self.named if d.kind == "Ministry" and at < s.end]
        at, first = houses[-1][0], houses[0][1]
        lands = {first.jurisdiction, self.cast.home}
        if first is last or len(lands) > 1 or at >= s.start:
            return last
        place = bisect_right(self.sentences, at, key=lambda other: other.start) - 1
        passing = [a for a in self.sentences[place].arguments if a.draft is last]
        told = sum(d is last for _, d in houses) > 1 or any(a.marker not in _IN_PASSING for a in passing)
        return last if told or not passing else first

    def _is_ruled(self, ministry: Draft, allowed: frozenset[str]) -> bool:
        """Whether a ministry is one of the Länder that alone have an office, of the Bund, or of no known Land."""
        land = ministry.jurisdiction
        return land is None or land.kind == "Federation" or self.lands.allowed(land, allowed)

    def _of_speaker(self, s: Sentence, role: RoleNoun, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """„Wir haben mit Anna Weber eine CISO“: the body of whoever is asked, for a colleague."""
        if s.speaker is None or s.speaker is person or self.group is None:
            return None
        if role.is_deputy or role.name.startswith(_OF_CITIES):
            return None
        body = self.group(s.speaker)
        if body is None or body.kind in kinds:
            return body
        if kinds == {"District"} and body.kind == "Municipality":
            # the speaker calls it by its own name
            region = self.k.districts.get(body.name)
            return None if region is None else self.cast.known(region)
        if not kinds:
            return None if body.kind in LANDS else body
        return self._called_in(body, kinds) if kinds <= TOWNS else None

    def _sender(self) -> Draft | None:
        """Whose press release it is: the body or town that it speaks of first, but for where something happens."""
        spoken = (a for s in self.sentences for a in s.arguments if not a.adjective and a.marker not in {"in", "aus"})
        senders = {EntityType.ORGANISATION, EntityType.MUNICIPALITY}
        return next((a.draft for a in spoken if a.type in senders and a.draft and a.draft.kind != "Party"), None)

    def _line_below(self, s: Sentence) -> Draft | None:
        """„Anna Weber, Pressesprecherin“ above „Ministerium der Finanzen“: the body that has the next line."""
        at = bisect_right(self.sentences, s.start, key=lambda other: other.start)
        below = self.sentences[at] if at < len(self.sentences) else None
        if below is None or below.kind is not BlockKind.CONTACT:
            return None
        if any(a.type is EntityType.PERSON or a.role is not None for a in below.arguments):
            return None
        named = [a for a in below.arguments if a.type in BODY_TYPES and not a.adjective]
        return named[0].draft if named and named[0].begin <= 0 else None

    def _called_in(self, body: Draft, kinds: frozenset[str]) -> Draft | None:
        """The one place of these kinds that a body has in its name: the district of a „Gesundheitsamt Mainz-Bingen“."""
        places = (d for _, d in self.named if d.kind in kinds)
        return only_one(d for d in places if bare_name(d.name) in body.name)

    def at_hand(self, s: Sentence, person: Draft, place: int) -> Draft | None:
        """The body around a unit without a name, named before it or at the person."""
        own = [d for d in self.own.get(id(person), ()) if d.kind in _AROUND]
        near = own[0] if own else self.before(s, place, _AROUND) or self.cast.town
        return near or (self._spoken_by(person) if s.speaker is person else None)

    def _spoken_by(self, person: Draft | None) -> Draft | None:
        """What „wir“ stands for when a person says it, once that is known."""
        return None if self.group is None else self.group(person)

    def house_before(self, place: int) -> Draft | None:
        """The organisation with a house that is named last before a place, if it is a ministry."""
        last = self.last_before(place, 0, _WITH_A_HOUSE)
        return last if last is not None and last.kind in MINISTRIES else None


def _opening(s: Sentence) -> Draft | None:
    """„Coburg. Zum ersten Mal …“: the town or district that opens a paragraph, and that the paragraph is about."""
    words = [i for i, t in enumerate(s.tokens) if t.text[0].isalnum()]
    named = s.taken.get(words[-1]) if words else None
    if named is None or named.adjective or named.draft is None or named.draft.kind not in TOWNS:
        return None
    return named.draft if named.first - words[0] <= 1 and named.last == words[-1] + 1 else None


def _is_body(s: Sentence, i: int) -> bool:
    """Whether a token belongs to the name of a body, or to a title or the name of a person."""
    a = s.taken.get(i)
    return a is not None and (a.type in BODY_TYPES or _is_titled(s, i))


def _is_titled(s: Sentence, i: int) -> bool:
    """Whether a token belongs to a title or to the name of a person."""
    a = s.taken.get(i)
    return a is not None and (a.role is not None or a.type is EntityType.PERSON)
