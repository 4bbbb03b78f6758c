"""Which body an office is in: named with the title, else the one at hand that can have such an office."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.knowledge import FEDERATION
from govgraph.extract.names.other_boards import OtherBoards
from govgraph.extract.offices.attached_bodies import AttachedBodies
from govgraph.extract.offices.boards_at_hand import BoardsAtHand
from govgraph.extract.offices.body_pairs import owner_before, paired_land
from govgraph.extract.offices.doubted_bodies import DoubtedBodies
from govgraph.extract.offices.fitting_bodies import MINISTRIES, FittingBodies
from govgraph.extract.offices.heads import Heads
from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.named_bodies import RATHER_SURE, TOWNS, UNSURE
from govgraph.extract.offices.own_people import OwnPeople
from govgraph.extract.offices.owned_titles import OwnedTitles
from govgraph.extract.offices.places_by_title import PlacesByTitle
from govgraph.extract.offices.pointed_bodies import PointedBodies
from govgraph.extract.offices.taken_places import TakenPlaces
from govgraph.extract.offices.title_complements import TitleComplements
from govgraph.extract.offices.titled_bodies import TitledBodies
from govgraph.extract.offices.told_bodies import ToldBodies
from govgraph.extract.offices.verb_bodies import VerbBodies, hangs_more, led_as, left_by, of_us, served, sits_for
from govgraph.extract.state import BOARDS, only_one
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.offices.land_ways import Way
    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_COMMISSIONED = ("beauftragte", "beauftragter")
_OF_THE_BUND = frozenset({"https://w3id.org/govgraph/id/role/chef-des-bundeskanzleramtes"})
"""Roles that there are at the Bund alone: „Kanzleramtsminister Jens Ott“."""
_OF_MEMBERS = ("Bundessprecher", "geschäftsführer", "vorsitzende", "vorsitzender", "vorstand")
"""Ends of titles with „Bundes-“ of heads of associations, unions and parties: „Bundesvorsitzende Anna Weber“."""
_OF_OFFICES = ("amtsleiter",)
"""Ends of titles that tell the office of a town whose head somebody is."""
_OF_TOWNS_TOO = ("koordinator", "leiter", "manager", "Manager")
"""Ends of titles without kinds of body that a town has people of, where no organisation is at hand."""
_RESSORTS = ("ministerium", "ressort", "senat", "behörde", "kanzlei", "senatsverwaltung")
_OF_HOUSES = ("direktor", "vorstand")
"""Ends of titles of those who head a house, and no board."""


class _Sought(NamedTuple):
    """What the body is sought for: an office of a person, and the kinds of body that can have it."""

    sentence: Sentence
    role: RoleNoun
    person: Draft
    title: Argument | None
    clause: int
    kinds: frozenset[str]


class BodyFinder:
    """Finds the body of an office.

    It is told by the clause, by what stands beside the title, by whose the title is, by its words, in this order.
    A body that hangs on the title is its body. Otherwise the kinds that the role can have (`gov:bodyKind`) choose
    among the bodies of the sentence, then of the block before it, then of the article.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article.
        sentences: Sentences of the article.

    Attributes:
        fitting: The bodies of the article, and the search for one at hand.
        doubted: Judges bodies that were found.
        by_verb: Bodies that the verb of a clause tells.
        pointed: Bodies to which words beside a title point.
        attached: Bodies that hang on a title or a name.
        owned: Bodies of those to whom titles belong.
        complements: What hangs on titles.
        other_boards: Tells which titles and chairs are those of boards without a name.
        way: How the Land was guessed that was found last; None where a title or its clause names the body.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, sentences: Sequence[Sentence]) -> None:
        self.k = knowledge
        self.fitting = FittingBodies(knowledge, cast, sentences)
        self.way: Way | None = None
        self.titled = TitledBodies(knowledge, cast, self.fitting.named)
        self.doubted = DoubtedBodies(self.fitting)
        self.by_verb = VerbBodies(self.fitting)
        self.pointed = PointedBodies(self.fitting)
        self.attached = AttachedBodies(self.fitting, self.titled)
        self.owned = OwnedTitles(self.fitting)
        self.complements = TitleComplements(self.fitting)
        self.told = ToldBodies(knowledge)
        self.own_people = OwnPeople(self.fitting.held, self.fitting.following)
        self.heads = Heads(knowledge, sentences)
        self._by_kind = PlacesByTitle(knowledge, self.fitting, sentences)
        self.taken = TakenPlaces(sentences, self.fitting.named, self.fitting.besides.head_end, knowledge.words)
        self.other_boards = OtherBoards(knowledge.words("unnamed-boards"), self.fitting.previous)
        self._boards_at_hand = BoardsAtHand(knowledge.words("electing-assemblies"), self.fitting.previous)

    def know_groups(self, group: Callable[[Draft | None], Draft | None]) -> None:
        """Say what „wir“ stands for when a person says it."""
        self.fitting.group = self.own_people.group = group

    def find(self, s: Sentence, role: RoleNoun, person: Draft, clause: int = -1) -> tuple[Draft | None, bool]:
        """The body of an office, and whether the text names it with the title."""
        kinds = self._by_kind.kinds(role, self.k.body_kinds(role.iri) or self.k.kinds_deputed(role.name))
        self.fitting.trust, self.fitting.lands.way, self.way = 1.0, None, None
        body, sure = self._free(_Sought(s, role, person, s.title(role), clause, kinds))
        if body is not None and self.doubted.governs_another(role, body):
            return None, False
        if body is not None and not sure:
            if self.doubted.is_elsewhere(s, role, body):
                return None, False
            body = self.taken.fits(s, role, person, self._of_house(s, role, body))
            if body is not None and self.doubted.is_of_another(s, role, body):
                return None, False
        if body is not None:
            body = self.other_boards.settled(s, role, body)
        if body is not None:
            self.doubted.unprefixed(role, body)
            if not sure and self.doubted.names_another(role, body):
                return None, False
            self.fitting.held[id(person)] = body
        if sure or body is None:
            self.fitting.trust = 1.0
        elif body.kind in LANDS:
            self.way = self.fitting.lands.way
            self.fitting.trust = min(self.fitting.trust, RATHER_SURE if self.way is None else self.way.trust)
        else:
            self.fitting.trust = min(self.fitting.trust, RATHER_SURE)
        if body is not None and (sure or body.kind in LANDS):
            self.fitting.own.setdefault(id(person), []).append(body)
            self.fitting.lands.remember(person, body, told=sure)
        return body, sure

    def _of_house(self, s: Sentence, role: RoleNoun, body: Draft) -> Draft:
        """The district of a town whose „Kreisverwaltung“ is named; the Land of a ministry's „Landesbeauftragter“."""
        body = self._of_county(s, body)
        if role.name.startswith("Landes") and role.name.endswith(_COMMISSIONED) and body.kind in MINISTRIES:
            # „Im Finanzministerium sprach er mit dem Landesbeauftragten Jens Ott“: one of the Land
            return body.jurisdiction or body
        return body

    def _of_county(self, s: Sentence, body: Draft) -> Draft:
        """„In der Fuldaer Kreisverwaltung ist A IT-Leiter“: the district whose house is called after a town, if named.

        That is the one that bears its name, else the only one of the article.
        """
        if body.kind != "Municipality":
            return body
        signs = self.k.words("district-signs")
        if not any(a.draft is body and a.adjective and s.text_at(a.last) in signs for a in s.arguments):
            return body
        return self.fitting.district(body) or only_one(d for _, d in self.fitting.named if d.kind == "District") or body

    def _free(self, sought: _Sought) -> tuple[Draft | None, bool]:
        """The body found, but where it has another head or cannot have such an office: then the next one."""
        s, role, person = sought.sentence, sought.role, sought.person
        body, sure = self._find(sought)
        if not sure and (body is None or body.kind not in BOARDS):
            body = self._boards_at_hand.find(s, role) or body
        if body is not None and body not in role.bodies and self.heads.has_another(body, role, person):
            body, sure = self._find_another(sought, body)
        if body is not None and not sure and body.kind in BOARDS and role.name.lower().endswith(_OF_HOUSES):
            # „Die KDO lädt ein. An der Spitze des Beirats steht Direktorin A“: a board has no Direktor
            body, sure = self._find_another(sought, body)
        if body is not None and not sure and self._by_kind.is_only_a_seat(body):
            # „Die Komm.ONE mit Sitz in Stuttgart hilft. Kämmerer A …“: of the town that the article is about
            body, sure = self._find_another(sought, body)
        if body is not None and not sure and body in self.fitting._to_merge.get(id(s), ()):
            # „A und B fusionieren zur C. Geschäftsführer wird X“
            body, sure = self._find_another(sought, body)
        return body, sure

    def _find_another(self, sought: _Sought, taken: Draft) -> tuple[Draft | None, bool]:
        """The body of an office where the one at hand is headed by somebody else: the next one, if it is free."""
        self.fitting.barred += [taken, *self.fitting._to_merge.get(id(sought.sentence), ())]
        body, sure = self._find(sought)
        self.fitting.barred.clear()
        if body is None or body is taken or self.heads.has_another(body, sought.role, sought.person):
            return None, False
        return body, sure

    def _find(self, sought: _Sought) -> tuple[Draft | None, bool]:
        if sought.sentence.kind is BlockKind.CONTACT and not sought.role.bodies:
            return self._of_contact(sought.sentence, sought.kinds)
        ways = (self._told, self._beside_title, self._of_owner, self._of_clause, self._behind_title, self._by_title)
        for way in ways:
            found = way(sought)
            if found is not None:
                return found
        body = self._at_hand(sought)
        # the party in brackets tells where somebody belongs, not what they are the head of
        return (None if body is not None and body.kind == "Party" else body), False

    def _of_contact(self, s: Sentence, kinds: frozenset[str]) -> tuple[Draft | None, bool]:
        """„Kontakt: Anna Weber, Pressesprecherin, Ministerium der Finanzen“: the body of the line, or who sent it."""
        named = only_one(a.draft for a in s.arguments if a.type is EntityType.ORGANISATION and not a.adjective)
        first = next((a for a in s.arguments if not a.adjective), None)
        if named is None and first is not None and first.draft is not None and first.draft.kind in TOWNS:
            # „Landkreis Fulda, Jens Ott (Pressesprecher)“
            return first.draft, True
        named = named or self.fitting._line_below(s)
        sender = named or self.fitting._sender()
        if kinds and kinds <= LANDS | {"Government"} and sender is not None:
            # „Kontakt: Jens Ott, Regierungssprecher“, below what a ministry has to say
            return sender.jurisdiction or self.fitting.cast.home, named is not None
        return sender, named is not None

    def _told(self, sought: _Sought) -> tuple[Draft | None, bool] | None:
        """The body that a name or a clause tells: „führte als Geschäftsführer die Lecos“."""
        s, role, person, title, clause, kinds = sought
        named_so = _called_by(s, role, title)
        if named_so is not None:
            return named_so, True
        body = led_as(s, role, title, clause, kinds) or self.fitting.senate_town(s, role, person, title)
        body = body or served(s, role, title) or sits_for(s, role, title, clause, kinds)
        if body is not None:
            return body, True
        told = self.told.find(s, role, person, title, kinds)
        # a deputy at the top may be its head for now
        return None if told is None else (told, not role.is_deputy)

    def _beside_title(self, sought: _Sought) -> tuple[Draft, bool] | None:
        """The body to which words beside the title point, or that hangs on it."""
        s, role, person, title, clause, kinds = sought
        there = self.pointed.by_adverb(s, role, clause, kinds) or self.pointed.right_there(s, role, title, kinds)
        if there is not None and (kinds.isdisjoint(TOWNS) or there.kind not in BOARDS):
            return there, True
        body = (
            self.pointed.branch_of(s, title)
            or self.pointed.of_scene(s, role, title, kinds)
            or self.pointed.of_city_state(s, role, title, kinds)
            or self.attached.with_title(role, person, kinds)
            or self.attached.origin(s, title, kinds)
            or self.attached.in_capital(s, role, title, kinds)
            or self.own_people.find(s, role, person, title, kinds)
            or self._by_kind.house_before(s, title, kinds)
        )
        return None if body is None else (body, True)

    def _of_owner(self, sought: _Sought) -> tuple[Draft | None, bool] | None:
        """The body of whoever the title is said to belong to."""
        s, role, person, title, _, kinds = sought
        if title is not None and role.owned:
            return self.owned.find(s, role, person, title, kinds)
        # a predecessor's office is told by other rules
        return None if role.is_deputy else self.owned.of_surname(s, title)

    def _of_clause(self, sought: _Sought) -> tuple[Draft | None, bool] | None:
        """The body that the clause of the title tells: who elects somebody, where somebody goes, whose unit it is."""
        s, role, person, title, clause, kinds = sought
        by_verb = self.by_verb
        chosen = by_verb.elected_by(s, clause, kinds) if title is not None and title.marker in {"als", "zu"} else None
        if chosen is None and by_verb.comes_from(s, role, person, title):
            chosen = by_verb.sent_to(s, title)
            elected = title is not None and by_verb.is_chosen(s, title.clause)
            if chosen is None and elected and not role.bodies and title and not hangs_more(s, title):
                return None, False
        if chosen is None and by_verb.is_lent(s, person, title):
            chosen = by_verb.lent_to(s, title, kinds)
            if chosen is None:
                return None, False
        body = (
            chosen
            or self.complements.around_field(s, title, kinds)
            or self.attached.beside(s, role, person, kinds)
            or by_verb.going_to(s, title, clause, kinds)
            or self.attached.entered(s, title, person, kinds)
            or left_by(s, title, person, kinds)
            or by_verb.whose_unit(s, title)
            or self.owned.in_their_house(s, person, title)
        )
        return None if body is None else (body, True)

    def _behind_title(self, sought: _Sought) -> tuple[Draft | None, bool] | None:
        """The body told by what hangs on a title and was not understood: then no other body will do."""
        s, role, person, title, _, kinds = sought
        if not self.complements.unread_complement(s, person, title):
            return None
        body = (
            self.owned.with_superior(s, title, kinds)
            or self.complements.inside_complement(s, title)
            or self.complements.unnamed_complement(s, role, person, title, kinds)
        )
        if body is not None:
            return body, True
        if title is not None and "Ministry" in kinds and s.low_at(title.last + 1).rstrip("s").endswith(_RESSORTS):
            return self.fitting.lands.find(s, role, person), True
        region = self.k.districts.get(s.text_at(title.last + 1)) if title and kinds == {"District"} else None
        return (None if region is None else self.fitting.cast.known(region)), region is not None

    def _by_title(self, sought: _Sought) -> tuple[Draft | None, bool] | None:
        """The body that the words of a title tell: „Bundesbeauftragter“, „Gemeindetagspräsident“."""
        s, role, _, title, _, kinds = sought
        federal_title = role.name.lower().startswith("bundes") and not role.name.endswith(_OF_MEMBERS)
        if federal_title or role.iri in _OF_THE_BUND:
            federal = self.k.vocabulary.by_iri.get(FEDERATION)
            return (None if federal is None else self.fitting.cast.known(federal)), True
        paired = paired_land(s, title, kinds)
        if paired is not None:
            return paired, True
        owner = owner_before(s, title)
        if owner is not None and (owner.kind in kinds or (not kinds and owner.kind in TOWNS)):
            return owner, True
        noun = self.titled.noun(role)
        if noun:
            place = s.end if title is None else s.starts[title.first]
            return self.titled.called(noun, place, role.bodies), False
        ours = of_us(s, title, kinds)
        return None if ours is None else (ours, True)

    def _at_hand(self, sought: _Sought) -> Draft | None:
        """The body at hand, where nothing beside the title tells it."""
        s, role, person, title, _, kinds = sought
        place = s.end if title is None else s.starts[title.first]
        unit = self.titled.unit(role, self.fitting.block_starts.get(s.block, s.start), place)
        body = unit or _town_of_office(s, role, kinds) or self._by_kind.find(s, role, title, kinds)
        body = body or self.fitting._fitting(s, role, person, title, kinds)
        body = body or self.fitting._of_speaker(s, role, person, kinds)
        if body is None and not kinds and role.name.endswith(_OF_TOWNS_TOO):
            # „In Kassel sagt Museumsleiter Jens Ott“
            body = (
                self.fitting.before(s, len(s.tokens) if title is None else title.first, TOWNS) or self.fitting.cast.town
            )
            if body is None and not role.name.endswith("leiter"):
                # „Die Stadt Kassel feiert. Digitalisierungskoordinatorin Anna Weber …“
                body = self.fitting.scene(s, TOWNS) or only_one(self.fitting._all_fitting(TOWNS))
                self.fitting._doubt(UNSURE)
        return body


def _town_of_office(s: Sentence, role: RoleNoun, kinds: frozenset[str]) -> Draft | None:
    """„Ordnungsamtsleiterin Anna Weber und Jens Ott von der Bußgeldstelle sind in Ulm“: the town, and no unit."""
    if kinds or not role.name.endswith(_OF_OFFICES) or role.name in _OF_OFFICES:
        return None
    towns = (a.draft for a in s.arguments if a.draft is not None and a.draft.kind in TOWNS and not a.adjective)
    return only_one(towns)


def _called_by(s: Sentence, role: RoleNoun, title: Argument | None) -> Draft | None:
    """„A, Landesbeauftragte für den Datenschutz Niedersachsen“: the Land of a body that bears the title as its name."""
    if title is None or role.bodies:
        return None
    bodies = (a.draft for a in s.arguments if a.first == title.first and a.last > title.last)
    named = only_one(d for d in bodies if d is not None and d.type is EntityType.ORGANISATION)
    return None if named is None else named.jurisdiction
