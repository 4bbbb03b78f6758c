"""Of which Land a minister, a top official or a CIO is, where the title does not say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.clauses.asking_clauses import asks
from govgraph.extract.knowledge import FEDERATION
from govgraph.extract.offices.at_home import is_at_home
from govgraph.extract.offices.chair_passes import ChairPasses
from govgraph.extract.offices.land_ways import FROM_AFAR, OF_ARTICLE, OF_PASSAGE, OF_PERSON, OF_SENTENCE, OF_TOWN, Way
from govgraph.extract.state import BODY_TYPES, PLACES, only_one
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.offices.named_besides import NamedBesides
    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

LANDS = frozenset({"State", "Federation"})
GOVERNING = frozenset({"Ministry", "Government"})
"""Kinds of body by which a Land or the Bund is ruled."""
SENATOR = "https://w3id.org/govgraph/id/role/senator"
"""Where there are senators, there are no ministers."""
_OF_A_LAND = "Landes-"
_ALSO = frozenset({"auch", "sogar", "selbst"})
_APART = frozenset({";", "–"})
_OPENING_WORDS = frozenset({"dass", "„", ":"})
"""Words after which somebody tells of what is their own."""
_COMPARED = frozenset({"anders", "ebenso", "genauso", "ähnlich"})
_COMPARING = frozenset({"als", "wie"})
_TO = frozenset({"in", "nach", "zu"})
_ONE = frozenset({"ein", "eine", "einen"})
_WITH_LANDS = re.compile(
    r"\bBund(?:es)?,? und (?:d(?:en|er|ie) )?Ländern?\b|\bLändern?,? und (?:d(?:er|em|en|es) )?Bund(?:es)?\b"
)
_ASIDE = 16
"""Code points around „Bund“ in „Bund und Länder“."""
_OF_LANDS = GOVERNING | {"Agency", "ServiceProvider"}
"""Kinds of body that tell of which Land a sentence is."""


class LandFinder:
    """Finds the Land of an office.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article.
        named: Bodies and places of the article in the order in which it names them, with their offsets.
        own: Bodies that each person was found to be of, by the identity of the person; it grows as offices are read.
        before: The sentence before another in its block, by the `id` of that one, and which places are only examples.

    Attributes:
        way: How the Land was found that was sought last.
        praised: Länder that the article names only as what somebody praises or blames.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        cast: Cast,
        named: Sequence[tuple[int, Draft]],
        own: Mapping[int, Sequence[Draft]],
        before: tuple[Mapping[int, Sentence], NamedBesides],
    ) -> None:
        self.k = knowledge
        self.cast = cast
        self._named = named
        self._own = own
        self._previous, self._besides = before
        self._cities = knowledge.words("city-states")
        self.chairs = ChairPasses(knowledge)
        self.praised: list[Draft] = []
        self._ways: dict[tuple[int, int], Way] = {}
        self.way: Way | None = None
        self._only_named: dict[frozenset[str], Draft | None] = {}

    def find(self, s: Sentence, role: RoleNoun, person: Draft) -> Draft | None:
        """The Land of the person's ministry, the one Land of the sentence, that of the article, or the Bund.

        A Senator is one of a city state, a Staatsrat one of Bremen or Hamburg.
        """
        land, self.way = self._find(s, role, person)
        title = s.title(role)
        # „Landes-CIO A fordert vom Bund mehr Geld“
        of_land = title is not None and s.text_at(title.first).startswith(_OF_A_LAND)
        return None if land is not None and land.kind == "Federation" and of_land else land

    def remember(self, person: Draft, land: Draft, *, told: bool) -> None:
        """Keep how it was found that somebody is of a Land, so that a second title of theirs is no surer."""
        if told:
            self._ways.pop((id(person), id(land)), None)
        elif self.way is not None:
            self._ways.setdefault((id(person), id(land)), self.way)

    def _find(self, s: Sentence, role: RoleNoun, person: Draft) -> tuple[Draft | None, Way]:
        allowed = self.k.lands_of(role.iri)
        for body in self._own.get(id(person), ()):
            land = body if body.kind == "State" else body.jurisdiction if body.kind in GOVERNING else None
            if land is not None and self.allowed(land, allowed):
                return land, self._ways.get((id(person), id(body)), OF_PERSON)
        beside = self._beside(s, role, person) or self._spoken_for(s, person)
        passing = self.chairs.told(self._previous.get(id(s))) if beside is None and not role.bodies else None
        if passing is not None:
            beside = self.chairs.land_of(passing, s, person)
        if beside is not None and self._can_have(beside, role, allowed):
            return beside, OF_SENTENCE
        if passing is not None and beside is None and self.chairs.leaves_open(s):
            # a Senator is of Hamburg, not of Hessen
            return only_one(land for land in passing if self._can_have(land, role, allowed)), OF_PASSAGE
        owner = self._has_one(s, role)
        if owner is not None and self._can_have(owner, role, allowed):
            return owner, OF_SENTENCE
        gone_to = self._gone_to(s, role)
        elsewhere = [*self._of_others(s, role, person), *gone_to]
        here = dict.fromkeys(
            a.draft
            for a in s.arguments
            if a.draft is not None and a.draft.kind in LANDS and not a.adjective and not self._only_where(s, a, role)
        )
        ahead = self._ahead(s, role)
        elsewhere += ahead
        elsewhere += self.praised
        named = [d for d in here if self._can_have(d, role, allowed) and d.kind == "State" and d not in elsewhere]
        if self.cast.home is not None and self._can_have(self.cast.home, role, allowed):
            named = [d for d in named if d is self.cast.home or not self._only_asked_about(s, d, role)]
        if len(named) == 1:
            house = self._house_before(s) or self._doer_before(s, person)
            if house is None or house is named[0] or not self._is_told_by(s, named[0], role):
                return named[0], OF_SENTENCE
            return (house if self._can_have(house, role, allowed) else None), OF_PASSAGE
        sender = self._sender(s, role)
        if sender is not None and sender in named:
            return sender, OF_SENTENCE
        home = self.cast.home
        if home in gone_to:
            lands = (d for _, d in self._named if d.kind == "State" and self._can_have(d, role, allowed))
            return only_one(lands), FROM_AFAR
        told = self._told_before(s, person, role, allowed)
        if told is not None:
            return (None if self._is_elsewhere(s, role, told) else told), OF_PASSAGE
        local = self.of_block(s)
        if local is not None and self._can_have(local, role, allowed) and local not in elsewhere:
            return local, OF_PASSAGE
        if any(self.only_named_ahead(s, role, land) for land in ahead):
            return None, OF_ARTICLE
        # „Ministerin A lobt das Land Hessen“, where only a system is of the Bund
        unnamed = home is not None and home.kind == "Federation" and not home.mentions
        praised = home in self.praised or (unnamed and self.praised)
        if home is not None and (praised or self._is_elsewhere(s, role, home) or self._is_besides(s, home)):
            return None, OF_ARTICLE
        if home is not None and self._way_home(home) is not OF_ARTICLE and self._is_one_of_several(s, home, role):
            return None, FROM_AFAR
        if home is not None and self._can_have(home, role, allowed):
            return home, self._way_home(home)
        if allowed:
            only = self._only_land(allowed)
            if only is not None:
                return (None if self._is_besides(s, only) else only), FROM_AFAR
        return next((d for d in here if d.kind == "Federation"), None) if not allowed and not named else None, FROM_AFAR

    def _way_home(self, home: Draft) -> Way:
        """How sure the Land of an article is: most if its title names it, least if only a town tells it."""
        if not self._is_named(home):
            return OF_TOWN
        own = (at for at, d in self._named if d is home or (d.jurisdiction is home and d.type not in PLACES))
        return OF_ARTICLE if next(own, self._besides.head_end) < self._besides.head_end else FROM_AFAR

    def _is_named(self, home: Draft) -> bool:
        """Whether an article names its Land or what rules it, and no town there alone; the Bund need not be named."""
        if home.kind != "State" or home.mentions:
            return True
        return any(d.jurisdiction is home and d.kind in GOVERNING for _, d in self._named)

    def _is_one_of_several(self, s: Sentence, home: Draft, role: RoleNoun) -> bool:
        """„Hessen und Thüringen arbeiten zusammen. Ministerin A unterschrieb in Erfurt“: a Land no more than another.

        Both are what the last sentence of the block tells of that names a Land. Those who rule meet where they rule.
        Not where only one has such an office, or in its capital: „In Wiesbaden ist Ministerin A froh“.
        """
        if role.iri in self.k.heads_of_government:
            return False
        before = self._previous.get(id(s))
        while before is not None:
            lands = [a for a in before.arguments if a.draft is not None and a.draft.kind == "State" and not a.adjective]
            if lands:
                doing = {id(a.draft): a.draft for a in lands if a.nominative and a.draft is not None}
                able = [d for d in doing.values() if self._can_have(d, role, self.k.lands_of(role.iri))]
                several = len(able) > 1 and home in able
                return several and not is_at_home(s, s.title(role), home, self.k.words("state-capitals"))
            before = self._previous.get(id(before))
        return False

    def _beside(self, s: Sentence, role: RoleNoun, person: Draft) -> Draft | None:
        """„In Kiel sprach Staatssekretär A, CIO des Bundes“: whose the title is that goes on after the name.

        Not „Staatssekretär A, vormals CIO des Landes B“.
        """
        name = next((a for a in s.arguments if a.draft is person and not a.reference), None)
        if role.bodies or name is None or s.text_at(name.last) != ",":
            return None
        title = next((a for a in s.arguments if a.role not in {None, role} and a.begin == name.last + 1), None)
        if title is None or title.role is None:
            return None
        past = self.k.words("former-adverbs")
        if title.role.status is not None or any(low in past for low in s.lower[name.last : title.first]):
            return None
        whose = (b if b.kind in LANDS else b.jurisdiction for b in title.role.bodies[:1])
        return next((d for d in whose if d is not None and d.kind in LANDS), None)

    @staticmethod
    def _spoken_for(s: Sentence, person: Draft) -> Draft | None:
        """„Es unterschrieben Ministerin A für Hessen und Minister B für Bayern“: the Land right after the name.

        So is „Für Bayern unterschrieb Ministerin A, den Beirat leitet Minister B“, which opens her clause.
        """
        own = [a for a in s.arguments if a.draft is person and not a.reference]
        ends = {a.last for a in own}
        lands = [a for a in s.arguments if a.draft is not None and a.draft.kind in LANDS and not a.adjective]
        lands = [a for a in lands if a.marker == "für"]
        beside = only_one(a.draft for a in lands if a.begin in ends)
        if beside is not None or not own:
            return beside
        clause = own[0].clause
        others = (a for a in s.arguments if a.clause == clause and a.draft is not person)
        if not 0 <= clause < len(s.clauses) or any(a.type is EntityType.PERSON for a in others):
            return None
        first = min(s.clauses[clause].tokens)
        return only_one(a.draft for a in lands if a.head < 0 and a.begin == first)

    def _told_before(self, s: Sentence, person: Draft, role: RoleNoun, allowed: frozenset[str]) -> Draft | None:
        """„Hessen zögert noch. Digitalminister A …“: the Land that the block told of last, for somebody new.

        In an article of one Land, another must open the block.
        """
        if any(at < s.start for at, _ in person.mentions):
            return None
        before = self._previous.get(id(s))
        while before is not None:
            lands = [a for a in before.arguments if a.draft is not None and a.draft.kind in LANDS and not a.adjective]
            earlier = self._previous.get(id(before))
            if lands:
                land = only_one(a.draft for a in lands if self._is_told_of(before, a))
                opens = earlier is None or before.kind is BlockKind.QUESTION
                if land is None or not self._can_have(land, role, allowed):
                    return None
                return land if opens or self.cast.home is None else None
            before = earlier
        return None

    def _gone_to(self, s: Sentence, role: RoleNoun) -> list[Draft]:
        """„CIO A wechselt zum Bund“: where a holder goes, after the title in its clause."""
        title = s.title(role)
        if title is None or not 0 <= title.clause < len(s.clauses):
            return []
        moving = self.k.words("moving-verbs")
        if moving.isdisjoint(lemma for lemma, _, _ in s.clauses[title.clause].lemmas):
            return []
        places = (a for a in s.arguments if a.clause == title.clause and a.first > title.first and a.head < 0)
        return [a.draft for a in places if a.draft is not None and a.marker in _TO and a.draft.kind in LANDS]

    def _house_before(self, s: Sentence) -> Draft | None:
        """„Das Brandenburger Innenministerium wies das zurück. Staatssekretärin A …“: the Land of the house before."""
        before = self._previous.get(id(s))
        here = [] if before is None else [a.draft for a in before.arguments if a.nominative and not a.adjective]
        houses = [d for d in here if d is not None and d.kind in GOVERNING]
        land = houses[0].jurisdiction if len(houses) == 1 else None
        return land if land is not None and land.kind in LANDS else None

    def _doer_before(self, s: Sentence, person: Draft) -> Draft | None:
        """„Thüringen hat das Gesetz. Ministerin A sagte, Sachsen …“: the one Land that the sentence before tells of."""
        before = self._previous.get(id(s))
        if before is None or any(at < s.start for at, _ in person.mentions):
            return None
        lands = [a for a in before.arguments if a.draft is not None and a.draft.kind == "State" and not a.adjective]
        land = only_one(a.draft for a in lands)
        return land if any(a.nominative for a in lands) else None

    def _ahead(self, s: Sentence, role: RoleNoun) -> list[Draft]:
        """„Ministerin A lobte das Portal, das auch Bayern nutzt; Hessen folgt“: what only another clause tells of.

        It begins after the title, and it is none of what somebody says: „Ministerin A sagte, Hessen sei bereit“.
        """
        title = s.title(role)
        if title is None or not s.clauses or not 0 <= title.clause < len(s.clauses):
            return []
        says = not self.k.words("speech-verbs").isdisjoint(s.clauses[title.clause].verbs)
        told: dict[int, tuple[Draft, bool]] = {}
        for a in s.arguments:
            if a.draft is None or a.draft.kind not in LANDS or a.draft in role.bodies:
                continue
            known = told.get(id(a.draft), (a.draft, True))[1]
            told[id(a.draft)] = a.draft, known and is_ahead(s, a, title, says=says)
        return [land for land, ahead in told.values() if ahead]

    def only_named_ahead(self, s: Sentence, role: RoleNoun, body: Draft) -> bool:
        """Whether an article names a body or Land, or anything of that Land, once, and there after a title."""
        title = s.title(role)
        place = s.end if title is None else s.starts[title.first]
        own = (at for at, d in self._named if d is body or d.jurisdiction is body)
        return next(own, -1) > place and next(own, None) is None

    def _is_elsewhere(self, s: Sentence, role: RoleNoun, home: Draft) -> bool:
        """„In Dresden lobte Ministerin A das. Bayern lehnt es ab“: a town of another Land; ours is later, or once."""
        title = s.title(role)
        if title is None or not (self._is_named_later(s, title, home) or self._is_named_once(home)):
            return False
        scenes = [a for a in s.arguments if a.clause == title.clause and a.marker == "in" and not a.adjective]
        here = [a.draft for a in scenes if a.head < 0 or _is_person(s, a.head)]
        return any(d is not None and d.jurisdiction is not None and d.jurisdiction is not home for d in here)

    def _is_named_later(self, s: Sentence, title: Argument, land: Draft) -> bool:
        """Whether an article names a Land, and what is there, only after a title."""
        return next((at for at, d in self._named if d is land or d.jurisdiction is land), -1) > s.starts[title.first]

    def _is_named_once(self, land: Draft) -> bool:
        """Whether a Land is only named once, and not in the title, and nothing of that Land is."""
        own = [at for at, d in self._named if d is land or d.jurisdiction is land]
        return len(own) == 1 and own[0] >= self._besides.head_end

    def _is_besides(self, s: Sentence, land: Draft) -> bool:
        """„In Erfurt ging es um Register. Auch Bremen war da. Staatssekretär A …“: a Land named beside others only.

        So is the Bund of „Bund und Länder“.
        """
        named = [at for at, d in self._named if d is land]
        if any(d.jurisdiction is land for _, d in self._named) or not named:
            return False
        if land.kind == "Federation":
            text = self.cast.text
            return all(_WITH_LANDS.search(text, max(0, at - _ASIDE), at + _ASIDE) for at in named)
        if not self._besides.is_besides(s, land):
            return False
        return any(d is not land and d.type in PLACES for _, d in self._named)

    @staticmethod
    def _is_told_by(s: Sentence, land: Draft, role: RoleNoun) -> bool:
        """„Staatssekretärin A räumte ein, dass Sachsen …“: a Land after the title that only another clause tells of."""
        title = s.title(role)
        own = [a for a in s.arguments if a.draft is land and not a.adjective]
        return title is not None and all(a.first > title.first and a.clause not in {-1, title.clause} for a in own)

    def of_block(self, s: Sentence) -> Draft | None:
        """„Axel Beims lenkt IT.Niedersachsen auf Bitten von Innenminister A“: the only Land of which a block tells.

        A body of the sentence itself says so, or the Land that the block names; towns and firms are where things come
        from. Whatever is of another Land leaves it open.
        """
        told: list[Draft] = []
        aside: list[Draft] = []
        here: Sentence | None = s
        while here is not None:
            for a in here.arguments:
                if a.draft is None or a.type not in BODY_TYPES:
                    continue
                land = a.draft if a.draft.kind in LANDS else a.draft.jurisdiction
                if land is None:
                    continue
                if told and land is not told[0]:
                    return None
                named = a.draft is land and not a.adjective and (a.marker != "in" or land.name not in self._cities)
                if named or (here is s and a.draft.kind in _OF_LANDS) or told:
                    told.append(land)
                else:
                    aside.append(land)
            here = self._previous.get(id(here))
        if not told or any(land is not told[0] for land in aside):
            return None
        return told[0] if told[0].kind == "State" else None

    def _is_told_of(self, s: Sentence, a: Argument) -> bool:
        """Whether a sentence tells of a Land: „Hessen zögert“, „In Hessen gibt es das“, „Und mit Berlin?“."""
        return (
            a.nominative or sets_scene(s, a) or s.kind is BlockKind.QUESTION or (self.cast.home is None and a.head < 0)
        )

    @staticmethod
    def _sender(s: Sentence, role: RoleNoun) -> Draft | None:
        """„Sachsen hat Staatssekretär A entsandt, Bayern Ministerin B“: the Land of the clause that has the title."""
        title = s.title(role)
        if title is None:
            return None
        own = (a.draft for a in s.arguments if a.clause == title.clause and a.nominative and not a.adjective)
        return only_one(d for d in own if d is not None and d.kind in LANDS)

    def _has_one(self, s: Sentence, role: RoleNoun) -> Draft | None:
        """„Mit A hat der Bund erstmals einen Digitalminister“: the Land that has one, or gets one."""
        title = s.title(role)
        if title is None or not 0 <= title.clause < len(s.clauses):
            return None
        verbs = s.clauses[title.clause].verbs
        at = title.first - 1
        while at >= 0 and s.text_at(at)[0].islower() and s.lower[at] not in _ONE and at not in s.taken:
            at -= 1
        having = verbs <= self.k.words("post-getting-verbs") | {"haben"}
        return self._sender(s, role) if having and s.low_at(at) in _ONE else None

    def _only_where(self, s: Sentence, a: Argument, role: RoleNoun) -> bool:
        """„Der Minister spricht auf dem Kongress in Berlin“: a city state after the title says where that happens."""
        if a.marker != "in" or a.draft is None or a.draft.name not in self.k.words("city-states"):
            return False
        title = next((b for b in s.arguments if b.role is role), None)
        return title is not None and a.first > title.first

    @staticmethod
    def _only_asked_about(s: Sentence, land: Draft, role: RoleNoun) -> bool:
        """„Ministerin A erklärt, wozu man Berlin braucht“: a Land after the title that another clause tells of.

        Of „Ministerin A sagt, Hessen sei bereit“ it may be the Land.
        """
        title = s.title(role)
        own = [a for a in s.arguments if a.draft is land and not a.adjective]
        return title is not None and all(
            a.first > title.first
            and a.clause not in {-1, title.clause}
            and (not a.nominative or asks(s, s.clauses[a.clause]))
            for a in own
        )

    def _can_have(self, land: Draft, role: RoleNoun, allowed: frozenset[str]) -> bool:
        """Whether a Land has such an office; Berlin, Bremen and Hamburg have no ministers."""
        minister = role.name.lower().endswith("minister")
        return self.allowed(land, allowed) and (self.has_ministers(land) or not minister)

    def has_ministers(self, land: Draft) -> bool:
        """Whether a Land, or the Bund, has ministers; others have senators."""
        return land.entry is None or land.entry.iri not in self.k.lands_of(SENATOR)

    def _of_others(self, s: Sentence, role: RoleNoun, person: Draft) -> list[Draft]:
        """„Staatssekretär A, vormals CIO des Landes B“: Länder of offices of others or of the past."""
        past = self.k.words("former-adverbs")
        others = [(a, a.role) for a in s.arguments if a.role is not None and a.role is not role]
        return [
            d
            for a, other in others
            for d in other.bodies
            if past & set(s.lower[max(0, a.first - 2) : a.first]) or (other.holders and person not in other.holders)
        ]

    def _only_land(self, allowed: frozenset[str]) -> Draft | None:
        """The one Land of the article that can have the office; the Bund, if it can, before any."""
        if allowed not in self._only_named:
            kind = "Federation" if FEDERATION in allowed else "State"
            lands = (d for _, d in self._named if d.kind == kind and self.allowed(d, allowed))
            self._only_named[allowed] = only_one(lands)
        return self._only_named[allowed]

    @staticmethod
    def allowed(land: Draft, allowed: frozenset[str]) -> bool:
        """Whether a Land is among those that alone have an office; any is if none are given."""
        return not allowed or (land.entry is not None and land.entry.iri in allowed)


def _is_person(s: Sentence, i: int) -> bool:
    a = s.taken.get(i)
    return a is not None and a.type is EntityType.PERSON


def sets_scene(s: Sentence, a: Argument) -> bool:
    """„In Luckenwalde entsteht ein Portal“: a place that opens a sentence, or an item of a list."""
    return a.marker == "in" and not any(t.text[0].isalnum() for t in s.tokens[: max(a.begin, 0)])


def is_ahead(s: Sentence, a: Argument, title: Argument, *, says: bool = False) -> bool:
    """„CIO A lobte das Portal, das auch Bayern nutzt“, „…, anders als Hessen“: what is told of besides, after a title.

    Args:
        s: The sentence.
        a: A name in it.
        title: The title.
        says: Whether what follows in another clause may be what its holder says.
    """
    if a.first < title.last or a.adjective:
        return False
    if s.low_at(a.first - 1) in _COMPARING and s.low_at(a.first - 2) in _COMPARED:
        return True
    if not a.nominative or a.clause in {-1, title.clause}:
        return False
    between = s.tokens[title.last : a.first]
    apart = any(t.text in _APART for t in between)
    also = s.low_at(a.begin - 1) in _ALSO or s.low_at(a.first - 1) in _ALSO
    reported = says or any(t.text in _OPENING_WORDS for t in between)
    clause = s.clauses[a.clause]
    if clause.kind == "relative":
        # not „Ministerin A, die das Innenministerium leitet“
        named = s.taken.get(min(clause.tokens) - 2)
        return named is None or named.type is not EntityType.PERSON
    return apart or also or not reported
