"""Which body an office is in: named with the title, else the one at hand that can have such an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.knowledge import FEDERATION
from govgraph.extract.names.other_boards import OtherBoards
from govgraph.extract.offices.boards_at_hand import BoardsAtHand
from govgraph.extract.offices.body_pairs import owner_before, paired_land
from govgraph.extract.offices.fitting_bodies import MINISTRIES, TOP, FittingBodies
from govgraph.extract.offices.heads import Heads
from govgraph.extract.offices.lands import LANDS, is_ahead
from govgraph.extract.offices.listed_bodies import listed_body
from govgraph.extract.offices.named_bodies import ORGANISED, TOWNS, UNSURE
from govgraph.extract.offices.own_people import OwnPeople
from govgraph.extract.offices.taken_places import TakenPlaces, goes_along, is_since_then, town_sat_for
from govgraph.extract.offices.titled_bodies import TitledBodies
from govgraph.extract.offices.titles_of_lands import lacks
from govgraph.extract.offices.told_bodies import ToldBodies
from govgraph.extract.references.seats import seated_in
from govgraph.extract.state import BOARDS, BODY_TYPES, CITY_STATES, FIRMS, HOUSES, PLACES, only_one
from govgraph.language.grammar import INDEFINITE
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_COMMISSIONED = ("beauftragte", "beauftragter")
_OF_THE_BUND = frozenset({"https://w3id.org/govgraph/id/role/chef-des-bundeskanzleramtes"})
"""Roles that there are at the Bund alone: „Kanzleramtsminister Jens Ott“."""
_THERE = frozenset({"dort", "wo"})
_SEATED = frozenset({"in", "nach"})
"""Markers of the town in which a body sits that stands right before it."""
_WHERE_SEATED = frozenset({"aus", "bei", "in"})
"""Markers of the town in which a body sits."""
_OF_THERE = frozenset({"dortige", "dortigen", "dortiger", "örtliche", "örtlichen", "örtlicher"})
_TWO = 2
_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.LEAD, BlockKind.HEADING, BlockKind.KICKER})
_SHORT = 2
"""Fewest letters of an abbreviation for a body."""
_AROUND = TOWNS | {"Ministry", "Agency"}
_WITH_BRANCHES = frozenset({"Agency", "Company", "PublicCompany", "ServiceProvider", "Organisation"})
_NO_EMPLOYER = LANDS | {"Union", "Party"}
_CHOOSING = ("ausschuss", "kuratorium", "präsidium", "rat", "versammlung", "vorstand")
"""Ends of nouns for an organ that gives offices."""
_ELECTED = ("präsident", "vorsitzender", "schatzmeister", "beisitzer", "sprecher", "stellvertreter")
"""Ends of posts that are held beside another one."""
_ELECTING = frozenset({"Association", "Commission", "Committee", "MunicipalUnion"})
_STAFF = ("büroleiter", "referent", "sprecher", "stabschef")
"""Ends of titles of those who work for one person, in whatever body that person has an office."""
_OF_OFFICES = ("amtsleiter",)
"""Ends of titles that tell the office of a town whose head somebody is."""
_OF_TOWNS_TOO = ("koordinator", "leiter", "manager", "Manager")
"""Ends of titles without kinds of body that a town has people of, where no organisation is at hand."""
_IS = frozenset({"bleibt", "ist", "war", "wird", "wurde"})
_MANNERS = frozenset({"Amt", "Ehrenamt", "Gespräch", "Interview", "Nebenamt"})
"""Nouns after „im“ that say how an office is had or where somebody speaks, and not in what."""
_THEIR = frozenset({"ihrem", "ihrer", "seinem", "seiner"})
_AUDITING = ("gericht", "rechnungshof")
"""Parts of names of bodies that judge what others do."""
_BY = frozenset({"durch", "mit", "von"})
_COMPLEMENT = frozenset({"der", "des", "von", "vom", "im", "beim", "bei"})
_RESSORTS = ("ministerium", "ressort", "senat", "behörde", "kanzlei", "senatsverwaltung")
_OWN_OR_THE = frozenset({"der", "des"} | {f"{w}{e}" for w in ("ihr", "sein", "unser") for e in ("er", "es")})
_OF_ONES_OWN = frozenset(f"{w}es" for w in ("ihr", "mein", "sein", "unser"))
"""Possessives that are genitives only: „die Vorsitzende unseres Personalrats“."""
_GROUPS = frozenset({"arbeitsgruppe", "arbeitskreis", "ausschuss", "ausschusse", "gremium", "projektgruppe", "team"})
_CITIES = frozenset({"Hansestadt", "Stadt"})
"""Nouns for a city that is a Land."""
_CITY_NOUNS = ("hanse", "haupt", "stadt")
"""Beginnings of nouns for a Land that is a city."""
_WITH_A_HOUSE = MINISTRIES | {
    "Agency", "Association", "Company", "MunicipalUnion", "PublicCompany", "ResearchInstitute", "ServiceProvider",
    "University",
}  # fmt: skip
_MEMBERS = ("minister", "ministerin", "senator", "senatorin", "senators")
"""Ends of nouns for members of a government."""
_OF_STAFF = ("Referent", "referent")
"""Ends of titles that towns have at their head, and associations below it."""
_OF_HOUSES = ("direktor", "vorstand")
"""Ends of titles of those who head a house, and no board."""
_UNNAMED = (
    "abteilung", "amt", "aufsicht",
    "behörde", "büro", "dienst", "entwicklung", "förderung", "kämmerei", "management", "planung",
    "service", "stelle",
)  # fmt: skip
"""Ends of nouns for a unit that has no name of its own."""
LEADING = frozenset({"führen", "leiten"})
"""Lemmas of verbs for what the head of a body does."""
_LED_AS = LEADING | {"lenken", "managen", "repräsentieren", "steuern", "vertreten"}
"""Lemmas of verbs whose object is where somebody is what „als“ says."""
_HEADING = "vorstehen"
"""Lemma of the verb for leading with what is led in the dative."""
_SERVICE = frozenset({"Dienst", "Dienste", "Diensten", "Sold"})
_FIELD = 5
"""Fewest tokens of a title with its field and a genitive."""
_CALLED = {
    "gemeinde": frozenset({"Municipality"}),
    "kreis": frozenset({"District"}),
    "landkreis": frozenset({"District"}),
    "stadt": frozenset({"Municipality"}),
}
"""Kinds of place by the noun for one."""
_LONGEST = 12
"""How many tokens of a complement are looked at."""
_HANGING = frozenset({"von", "bei", "gen", "aus"})


class BodyFinder(FittingBodies):
    """Finds the body of an office.

    A body that hangs on the title is its body. Otherwise the kinds that the role can have (`gov:bodyKind`) choose
    among the bodies of the sentence, then of the block before it, then of the article.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article.
        sentences: Sentences of the article.

    Attributes:
        other_boards: Tells which titles and chairs are those of boards without a name.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, sentences: Sequence[Sentence]) -> None:
        super().__init__(knowledge, cast, sentences)
        self.titled = TitledBodies(knowledge, cast, self.named)
        self.told = ToldBodies(knowledge)
        self.own_people = OwnPeople(self.held, self.following)
        self.heads = Heads(knowledge, sentences)
        self.taken = TakenPlaces(sentences, self.named, self.besides.head_end, knowledge.words("town-heads"))
        self._fieldless = knowledge.words("titles-that-need-a-field")
        self._filling_in = knowledge.words("filling-in-verbs") | knowledge.words("succeeding-verbs")
        self.other_boards = OtherBoards(knowledge.words("unnamed-boards"), self.previous)
        self._boards_at_hand = BoardsAtHand(knowledge.words("electing-assemblies"), self.previous)

    def find(self, s: Sentence, role: RoleNoun, person: Draft, clause: int = -1) -> tuple[Draft | None, bool]:
        """The body of an office, and whether the text names it with the title."""
        self.trust = 1.0
        body, sure = self._find(s, role, person, clause)
        if not sure and (body is None or body.kind not in BOARDS):
            body = self._boards_at_hand.find(s, role) or body
        if body is not None and body not in role.bodies and self.heads.has_another(body, role, person):
            body, sure = self._find_another(s, role, person, clause, body)
        if body is not None and not sure and body.kind in BOARDS and role.name.lower().endswith(_OF_HOUSES):
            # „Die KDO lädt ein. An der Spitze des Beirats steht Direktorin A“: a board has no Direktor
            body, sure = self._find_another(s, role, person, clause, body)
        if body is not None and not sure and body in self._to_merge.get(id(s), ()):
            # „A und B fusionieren zur C. Geschäftsführer wird X“
            body, sure = self._find_another(s, role, person, clause, body)
        if body is not None and (self._governs_another(role, body) or (not sure and self._is_elsewhere(s, role, body))):
            return None, False
        if body is not None and not sure:
            body = self._of_county(s, body)
            if role.name.startswith("Landes") and role.name.endswith(_COMMISSIONED) and body.kind in MINISTRIES:
                # „Im Finanzministerium sprach er mit dem Landesbeauftragten Jens Ott“: one of the Land
                body = body.jurisdiction or body
            body = self.taken.fits(s, role, person, body)
        if (
            body is not None
            and not sure
            and (role.unplaced or role.name in self._fieldless or self._is_of_no_project(s, role, body))
        ):
            # „Fürth wartet ab. Der Ellersheimer Bürgermeister …“: of no town that is named elsewhere
            return None, False
        if body is not None and not sure and (is_since_then(s, role) or goes_along(s, role)):
            return None, False
        if body is not None and not sure and self._is_told_ahead(s, role, body):
            return None, False
        if body is not None:
            body = self.other_boards.settled(s, role, body)
        if body is not None:
            self._unprefixed(role, body)
            if not sure and self._names_another(role, body):
                return None, False
            self.held[id(person)] = body
        if sure or body is None:
            self.trust = 1.0
        if body is not None and (sure or body.kind in LANDS):
            self.own.setdefault(id(person), []).append(body)
        return body, sure

    def _of_county(self, s: Sentence, body: Draft) -> Draft:
        """„In der Fuldaer Kreisverwaltung ist A IT-Leiter“: the district whose house is called after a town, if named.

        That is the one that bears its name, else the only one of the article.
        """
        if body.kind != "Municipality":
            return body
        signs = self.k.words("district-signs")
        if not any(a.draft is body and a.adjective and s.text_at(a.last) in signs for a in s.arguments):
            return body
        return self.district(body) or only_one(d for _, d in self.named if d.kind == "District") or body

    def _find_another(
        self, s: Sentence, role: RoleNoun, person: Draft, clause: int, taken: Draft
    ) -> tuple[Draft | None, bool]:
        """The body of an office where the one at hand is headed by somebody else: the next one, if it is free."""
        self.barred += [taken, *self._to_merge.get(id(s), ())]
        body, sure = self._find(s, role, person, clause)
        self.barred.clear()
        if body is None or body is taken or self.heads.has_another(body, role, person):
            return None, False
        return body, sure

    def _is_of_no_project(self, s: Sentence, role: RoleNoun, body: Draft) -> bool:
        """„Jena testet das. Entwickelt wurde es von Dataport. Projektleiterin A …“: a project is of who owns it.

        That is no court or auditor, not who only supplies it, and nobody who is named far away.
        """
        if role.name not in self.k.words("project-lead-titles"):
            return False
        if self.trust <= UNSURE or any(part in body.name.lower() for part in _AUDITING):
            return True
        near = [a for told in (s, self.previous.get(id(s))) if told is not None for a in told.arguments]
        here = [a for a in near if a.draft is body and not a.reference]
        return body.kind in FIRMS and bool(here) and all(a.marker in _BY for a in here)

    def _is_elsewhere(self, s: Sentence, role: RoleNoun, body: Draft) -> bool:
        """„In Österreich … Finanzminister X“: whether a title stands where a country other than a body's is told of."""
        title = s.title(role)
        place = s.start if title is None else s.starts[title.first]
        return self.cast.abroad.country(place) is not None and not self.cast.is_foreign(body)

    def _is_told_ahead(self, s: Sentence, role: RoleNoun, body: Draft) -> bool:
        """„Bürgermeister A lobte das Portal, das auch Fürth nutzt“: what a sentence only adds, named nowhere else."""
        title = s.title(role)
        if title is None or not s.clauses or not self.lands.only_named_ahead(s, role, body):
            return False
        here = [a for a in s.arguments if a.draft is body and not a.reference]
        return bool(here) and all(is_ahead(s, a, title, says=True) for a in here)

    def _governs_another(self, role: RoleNoun, body: Draft) -> bool:
        """Hamburg has no Ministerpräsident, no ministers: whether a title is one of other governments."""
        entry = body.entry
        land = body if body.kind in LANDS else body.jurisdiction
        if land is not None and lacks(self.k, role, land):
            return True
        return entry is not None and entry.head not in {None, role.iri} and role.iri in self.k.heads_of_government

    def _unprefixed(self, role: RoleNoun, body: Draft) -> None:
        """„KIV-Geschäftsführer“, where the article says only later what „KIV“ is short for."""
        head, _, tail = role.name.partition("-")
        word = self.k.role_word(tail) if head.isupper() and tail in self.k.words("body-roles") else None
        names = (*body.names, *(() if body.entry is None else body.entry.abbreviations))
        if word is not None and head in {name.split(" ", 1)[0] for name in names}:
            role.name, role.iri, role.level = word.name, word.iri, word.level
            if not role.bodies:
                # the title named it, whatever is named later
                role.bodies.append(body)

    def _names_another(self, role: RoleNoun, body: Draft) -> bool:
        """„KIW-Geschäftsführer Jens Ott und die Chefin der Datenzentrale“: a title that names a body not known here.

        Of a body whose name may be shortened so, it is one.
        """
        head, _, tail = role.name.partition("-")
        if not head.isupper() or head in self.k.words("fields-as-abbreviations") or len(head) < _SHORT:
            return False
        if tail not in self.k.words("body-roles"):
            return False
        letters = iter(body.name.upper())
        return not (body.name[:1].upper() == head[0] and all(letter in letters for letter in head))

    def _find(self, s: Sentence, role: RoleNoun, person: Draft, clause: int) -> tuple[Draft | None, bool]:
        title = s.title(role)
        kinds = self.k.body_kinds(role.iri) or self.k.kinds_deputed(role.name)
        if s.kind is BlockKind.CONTACT and not role.bodies:
            # „Kontakt: Anna Weber, Pressesprecherin, Ministerium der Finanzen“
            named = only_one(a.draft for a in s.arguments if a.type is EntityType.ORGANISATION and not a.adjective)
            first = next((a for a in s.arguments if not a.adjective), None)
            if named is None and first is not None and first.draft is not None and first.draft.kind in TOWNS:
                # „Landkreis Fulda, Jens Ott (Pressesprecher)“
                return first.draft, True
            named = named or self._line_below(s)
            sender = named or self._sender()
            if kinds and kinds <= LANDS | {"Government"} and sender is not None:
                # „Kontakt: Jens Ott, Regierungssprecher“, below what a ministry has to say
                return sender.jurisdiction or self.cast.home, named is not None
            return sender, named is not None
        named_so = _called_by(s, role, title)
        if named_so is not None:
            return named_so, True
        led = self._led(s, role, title, clause, kinds) or self.senate_town(s, role, person, title)
        led = led or self._served(s, role, title) or self._sits_for(s, role, title, clause, kinds)
        if led is not None:
            return led, True
        told = self.told.find(s, role, person, title, kinds)
        if told is not None:
            # a deputy at the top may be its head for now
            return told, not role.is_deputy
        there = self._there(s, role, clause, kinds) or self._right_there(s, role, title, kinds)
        boards_too = kinds.isdisjoint(TOWNS) or there is None or there.kind not in BOARDS
        if there is not None and boards_too:
            return there, True
        branch = self._branch_of(s, title)
        if branch is not None:
            return branch, True
        local = self._of_scene(s, role, title, kinds) or self._of_city_state(s, role, title, kinds)
        if local is not None:
            return local, True
        named = self._with_title(role, person, kinds)
        if named is not None:
            return named, True
        origin = self._origin(s, title, kinds) or self._in_capital(s, role, title, kinds)
        if origin is not None:
            return origin, True
        ours = self.own_people.find(s, role, person, title, kinds)
        if ours is not None:
            return ours, True
        if role.owned and title is not None:
            deputy = self._deputed(s, role, person, title)
            if deputy is not None or (not kinds and role.is_deputy):
                return deputy, True
            near = s.low_at(title.first - 1) in {"dessen", "deren"}
            above = None if near else self._of_superior(s, role, title, kinds)
            if above is not None:
                return above, True
            place = s.starts[title.first]
            owner = (None if near else self._subject_before(s, title, kinds)) or self._referred(s, title, kinds)
            owner = owner or self.last_before(place, s.start, kinds or ORGANISED)
            owner = _host(s, title, owner, kinds) if near and owner is not None else owner
            if owner is None and not near:
                owner = self._owner(s, title, kinds)
            if owner is None:
                owner = self.last_before(place, self.block_starts.get(s.block, s.start), kinds or ORGANISED)
            if owner is None and near:
                # „Für den DStGB sagte dessen Digitaldezernent X“: whatever such offices are mostly of
                owner = self.last_before(place, s.start, ORGANISED)
            if owner is not None:
                return owner, True
            if near:
                # what „dessen“ means stands before it: no body is to be guessed
                return None, False
        chosen = self.elected_by(s, clause, kinds) if title is not None and title.marker in {"als", "zu"} else None
        if chosen is None and self._comes_from(s, role, person, title):
            chosen = self._sent_to(s, title)
            elected = title is not None and self._is_chosen(s, title.clause)
            if chosen is None and elected and not role.bodies and title and not self._hangs_more(s, title):
                return None, False
        if chosen is None and self._is_lent(s, person, title):
            chosen = self._lent_to(s, title, kinds)
            if chosen is None:
                return None, False
        chosen = chosen or self._around_field(s, title, kinds)
        beside = chosen or self._beside(s, role, person, kinds) or self.going_to(s, title, clause, kinds)
        beside = beside or self._entered(s, title, person, kinds) or self._left_by(s, title, person, kinds)
        if beside is not None:
            return beside, True
        chosen_by = self._whose_unit(s, title)
        if chosen_by is not None:
            return chosen_by, True
        house = self._in_their_house(s, person, title)
        if house is not None:
            return house, True
        if self._unread_complement(s, person, title):
            superior = self._with_superior(s, title, kinds)
            if superior is not None:
                return superior, True
            inner = self._inside_complement(s, title)
            if inner is not None:
                return inner, True
            around = self._unnamed_complement(s, role, person, title, kinds)
            if around is not None:
                return around, True
            if title is not None and "Ministry" in kinds and s.low_at(title.last + 1).rstrip("s").endswith(_RESSORTS):
                return self.lands.find(s, role, person), True
            region = self.k.districts.get(s.text_at(title.last + 1)) if title and kinds == {"District"} else None
            return (None if region is None else self.cast.known(region)), region is not None
        low = role.name.lower()
        if low.startswith("bundes") or role.iri in _OF_THE_BUND:
            federal = self.k.vocabulary.by_iri.get(FEDERATION)
            return (None if federal is None else self.cast.known(federal)), True
        paired = paired_land(s, title, kinds)
        if paired is not None:
            return paired, True
        owner = owner_before(s, title)
        if owner is not None and (owner.kind in kinds or (not kinds and owner.kind in TOWNS)):
            return owner, True
        noun = self.titled.noun(role)
        if noun:
            return self.titled.called(noun, s.end if title is None else s.starts[title.first]), False
        ours = self._ours(s, title, kinds)
        if ours is not None:
            return ours, True
        place = s.end if title is None else s.starts[title.first]
        unit = self.titled.unit(role, self.block_starts.get(s.block, s.start), place)
        body = unit or self._town_of_office(s, role, kinds) or self._fitting(s, role, person, title, kinds)
        body = body or self._of_speaker(s, role, person, kinds)
        if body is None and not kinds and role.name.endswith(_OF_TOWNS_TOO):
            # „In Kassel sagt Museumsleiter Jens Ott“
            body = self.before(s, len(s.tokens) if title is None else title.first, TOWNS) or self.cast.town
            if body is None and not role.name.endswith("leiter"):
                # „Die Stadt Kassel feiert. Digitalisierungskoordinatorin Anna Weber …“
                body = self.scene(s, TOWNS) or only_one(self._all_fitting(TOWNS))
                self._doubt(UNSURE)
        # the party in brackets tells where somebody belongs, not what they are the head of
        return (None if body is not None and body.kind == "Party" else body), False

    def _town_of_office(self, s: Sentence, role: RoleNoun, kinds: frozenset[str]) -> Draft | None:
        """„Ordnungsamtsleiterin Anna Weber und Jens Ott von der Bußgeldstelle sind in Ulm“: the town, and no unit."""
        if kinds or not role.name.endswith(_OF_OFFICES) or role.name in _OF_OFFICES:
            return None
        towns = (a.draft for a in s.arguments if a.draft is not None and a.draft.kind in TOWNS and not a.adjective)
        return only_one(towns)

    @staticmethod
    def _ours(s: Sentence, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„Seit 2022 haben wir mit Jens Ott einen eigenen CISO“: the body for which somebody speaks has one."""
        if title is None or not 0 <= title.clause < len(s.clauses):
            return None
        if INDEFINITE.isdisjoint(s.lower[max(0, title.first - 2) : title.first]):
            return None
        having = any(lemma == "haben" for lemma, _, _ in s.clauses[title.clause].lemmas)
        us = (a.draft for a in s.arguments if a.clause == title.clause and s.low_at(a.first) == "wir")
        fitting = (d for d in us if d is not None and (d.kind in kinds or d.type is EntityType.ORGANISATION))
        return next(fitting, None) if having else None

    def _comes_from(self, s: Sentence, role: RoleNoun, person: Draft, title: Argument | None) -> bool:
        """„Vizepräsidentin bleibt A von Accenture“: what „von“ tells is who sent somebody there.

        So are brackets: „Zu stellvertretenden Vorsitzenden wählten die Mitglieder A (Dataport) und B (ekom21)“. A party
        in them sends nobody: „Regionspräsidentin A (SPD) würdigte den Verstorbenen“.
        """
        if title is None or not role.name.lower().endswith(_ELECTED):
            return False
        named = next((a for a in s.arguments if a.draft is person and not a.reference), None)
        if named is None or s.low_at(named.last) not in {"von", "vom", "(", "aus"} or _is_party(s, named, title):
            return False
        being = title.first == 0 and s.lower[title.last] in _IS and named.begin == title.last + 1
        return being or self._is_chosen(s, title.clause)

    def _is_lent(self, s: Sentence, person: Draft, title: Argument | None) -> bool:
        """„Als Geschäftsführerin springt A von der Hochschule ein“: what „von“ tells is where somebody else is from."""
        if title is None or title.marker != "als" or not 0 <= title.clause < len(s.clauses):
            return False
        if self._hangs_more(s, title) or (title.role is not None and title.role.bodies):
            return False
        named = next((a for a in s.arguments if a.draft is person and not a.reference), None)
        helps = any(lemma in self._filling_in for lemma, _, _ in s.clauses[title.clause].lemmas)
        return helps and named is not None and s.low_at(named.last) in {"von", "vom"}

    def _lent_to(self, s: Sentence, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """The body that a clause says somebody helps out at, else the last one named before it."""
        if title is None:
            return None
        here = [a for a in s.arguments if a.clause == title.clause and a.marker in {"bei", "in"} and a.head < 0]
        there = only_one(a.draft for a in here if a.draft is not None and (a.draft.kind in kinds or not kinds))
        return there or self.last_before(s.start, 0, kinds or ORGANISED)

    @staticmethod
    def _hangs_more(s: Sentence, title: Argument) -> bool:
        """„zum Sprecher des Netzwerks“, „Vorsitzende der VITAKO“: whether the title goes on."""
        return s.low_at(title.last) in {*_COMPLEMENT, "für"}

    def _sent_to(self, s: Sentence, title: Argument | None) -> Draft | None:
        """„Bitkom hat gewählt. Vizepräsidentin bleibt A von Accenture“: the board spoken of."""
        if title is None:
            return None
        spoken = self._spoken_of(s, title.first) or self._spoken_of(self.previous.get(id(s)))
        return spoken or self.last_before(s.starts[title.first], self.block_starts.get(s.block, 0), _ELECTING)

    @staticmethod
    def _spoken_of(s: Sentence | None, place: int = 1000) -> Draft | None:
        """The last body of a sentence that chooses its officers and hangs on no other noun."""
        here = [] if s is None else [a for a in s.arguments if a.first < place and a.head < 0 and not a.adjective]
        here = [a for a in here if a.draft is not None and a.draft.kind in _ELECTING]
        return max(here, key=lambda a: a.first).draft if here else None

    def _is_chosen(self, s: Sentence, number: int) -> bool:
        """Whether a clause tells who is chosen for a post."""
        chosen = self.k.words("appointing-verbs") | {"bestätigen"}
        return 0 <= number < len(s.clauses) and any(lemma in chosen for lemma, _, _ in s.clauses[number].lemmas)

    def _led(
        self, s: Sentence, role: RoleNoun, title: Argument | None, clause: int, kinds: frozenset[str]
    ) -> Draft | None:
        """„führte als Geschäftsführer die Lecos“, „steht als Vorsteherin dem Finanzamt vor“: not a board besides."""
        if title is None or title.marker != "als" or role.bodies or clause < 0:
            return None
        lemmas = {lemma for lemma, _, _ in s.clauses[clause].lemmas}
        case = "d" if _HEADING in lemmas else "a"
        if _LED_AS.isdisjoint(lemmas) and case == "a":
            return None
        here = [a for a in s.arguments if a.clause == clause and a.marker == "np" and case in a.cases]
        body = only_one(a.draft for a in here if a.type is EntityType.ORGANISATION)
        return body if body is not None and body.kind not in BOARDS and (not kinds or body.kind in kinds) else None

    @staticmethod
    def _sits_for(
        s: Sentence, role: RoleNoun, title: Argument | None, clause: int, kinds: frozenset[str]
    ) -> Draft | None:
        """„vertritt Hessen als CIO im IT-Planungsrat“: for whom somebody sits in a board."""
        if title is None or any(d.kind not in BOARDS for d in role.bodies):
            return None
        if title.marker == "np" and not role.bodies and role.name.endswith("leiter"):
            return town_sat_for(s, title)
        if title.marker != "als" or clause < 0:
            return None
        if "vertreten" not in {lemma for lemma, _, _ in s.clauses[clause].lemmas}:
            return None
        here = [a for a in s.arguments if a.clause == clause and a.marker == "np" and not a.adjective]
        return only_one(a.draft for a in here if a.draft is not None and a.draft.kind in kinds)

    @staticmethod
    def _served(s: Sentence, role: RoleNoun, title: Argument | None) -> Draft | None:
        """„steht dort als Vertriebsleiter in Diensten der AKDB“: whoever somebody works for in that office."""
        if title is None or title.marker != "als" or any(d.type is EntityType.ORGANISATION for d in role.bodies):
            return None
        return only_one(
            a.draft
            for a in s.arguments
            if a.clause == title.clause
            and a.type in BODY_TYPES
            and a.marker in {"gen", "von"}
            and s.text_at(a.head) in _SERVICE
            and s.low_at(a.head - 1) in {"im", "in"}
        )

    @staticmethod
    def _subject_before(s: Sentence, title: Argument, kinds: frozenset[str]) -> Draft | None:
        """„Der Kreis Gotha (Thüringen) hat die Stelle seines CDO gestrichen“: what has what is its own."""
        here = (a for a in s.arguments if a.clause == title.clause and a.nominative and a.last <= title.first)
        return only_one(
            a.draft for a in here if a.type in BODY_TYPES and a.draft and (a.draft.kind in kinds or not kinds)
        )

    def _referred(self, s: Sentence, title: Argument, kinds: frozenset[str]) -> Draft | None:
        """„der Verein im Kreis Gotha, dessen Ehrenvorsitzende sie bleibt“: what the pronoun was found to stand for."""
        owners = (d for d in _owners(s, title) if d not in self.barred)
        owner = next((d for d in owners if d.type is EntityType.ORGANISATION), None)
        return owner if owner is not None and (not kinds or owner.kind in kinds) else None

    def _of_superior(self, s: Sentence, role: RoleNoun, title: Argument, kinds: frozenset[str]) -> Draft | None:
        """„Bundesinnenminister A … seine Staatssekretärin B“: in the body of the one person whom the possessive means.

        A state secretary of the minister is one of the minister's Land.
        """
        owner = next((d for d in _owners(s, title) if d.type is EntityType.PERSON), None)
        body = None if owner is None or owner in role.holders else self.held.get(id(owner))
        staff = role.name.lower().endswith(_STAFF)
        return body if body is not None and (body.kind in kinds or staff) else None

    def _owner(self, s: Sentence, title: Argument, kinds: frozenset[str]) -> Draft | None:
        """„Ihr Datenschutzbeauftragter“: what the possessive stands for, of whatever kind, if the sentence names it."""
        owner = next((d for d in _owners(s, title) if d.type in BODY_TYPES), None)
        if not any(a.draft is owner and not a.reference for a in s.arguments):
            return None
        if owner is None or (owner.type is not EntityType.ORGANISATION and owner.kind not in kinds):
            return None
        return None if kinds and kinds <= TOWNS | LANDS else owner

    def know_groups(self, group: Callable[[Draft | None], Draft | None]) -> None:
        """Say what „wir“ stands for when a person says it."""
        self.group = self.own_people.group = group

    def _spoken_by(self, person: Draft | None) -> Draft | None:
        """What „wir“ stands for when a person says it, once that is known."""
        return None if self.group is None else self.group(person)

    def at_hand(self, s: Sentence, person: Draft, place: int) -> Draft | None:
        """The body around a unit without a name, named before it or at the person."""
        own = [d for d in self.own.get(id(person), ()) if d.kind in _AROUND]
        near = own[0] if own else self.before(s, place, _AROUND) or self.cast.town
        return near or (self._spoken_by(person) if s.speaker is person else None)

    def house_before(self, place: int) -> Draft | None:
        """The organisation with a house that is named last before a place, if it is a ministry."""
        last = self.last_before(place, 0, _WITH_A_HOUSE)
        return last if last is not None and last.kind in MINISTRIES else None

    # ------------------------------------------------------------------ named with the title or the name

    def _there(self, s: Sentence, role: RoleNoun, clause: int, kinds: frozenset[str]) -> Draft | None:
        """„…, wo er CIO gewesen war“, „Dort ist sie Staatsrätin“: the adverb points to the last body before.

        „Das BSI in Bonn prüft das. Anna Weber ist dort Präsidentin“: no town that has no such office.
        """
        if role.bodies or clause < 0:
            return None
        adverb = self._adverb(s, clause)
        last = self.there(s, clause)
        if last is not None and last.kind in TOWNS and kinds.isdisjoint(TOWNS):
            host = self._host_before(s, last)
            if host is not None and (not kinds or host.kind in kinds):
                return host
        if last is None or last.kind not in TOWNS or not kinds or not kinds.isdisjoint(TOWNS | LANDS):
            return last
        return self.last_before(s.starts[adverb], self.block_starts.get(s.block, 0), kinds) or last

    def _right_there(self, s: Sentence, role: RoleNoun, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„Jan Holm, CIO der Stadt Ulm, und Ina Rost, dort Projektleiterin, …“: the last body before the adverb."""
        if title is None or role.bodies:
            return None
        before = s.low_at(title.first - 1)
        if before in _OF_THERE and not kinds.isdisjoint(TOWNS | LANDS):
            return self._told_of_there(s, title, kinds)
        return self.last_before(s.starts[title.first - 1], 0, kinds or BODY_TYPES) if before == "dort" else None

    def _told_of_there(self, s: Sentence, title: Argument, kinds: frozenset[str]) -> Draft | None:
        """„Bremen, das die Akte von Hessen hat, bleibt dabei. Der dortige CIO X …“: of what a main clause tells.

        Where none tells of a place, it is the last one before the title.
        """
        here: Sentence | None = s
        for _ in range(_TWO):
            if here is None:
                return None
            end = title.first if here is s else len(here.tokens)
            named = [a for a in here.arguments if a.draft is not None and a.draft.kind in kinds and a.last <= end]
            named = sorted((a for a in named if not a.adjective and a.type in PLACES), key=lambda a: a.first)
            told = [a for a in named if a.nominative and not _is_aside(here, a)]
            last = only_one(a.draft for a in told) or (named[-1].draft if named else None)
            if last is not None:
                return last
            here = self.previous.get(id(here))
        return None

    def there(self, s: Sentence, clause: int) -> Draft | None:
        """The last body before „dort“ or „wo“ in a clause: „kam aus Emden, wo sie das Hauptamt geleitet hatte“."""
        adverb = self._adverb(s, clause)
        last = None if adverb < 0 else self.last_before(s.starts[adverb], 0, BODY_TYPES)
        return _named_after(s, adverb, last) or seated_in(s, adverb, last) or last

    def _host_before(self, s: Sentence, town: Draft) -> Draft | None:
        """„Er geht zum ITZBund nach Bonn. Dort ist A Direktor“: the body beside the town in the sentence before."""
        before = self.previous.get(id(s))
        seats = [] if before is None else [a for a in before.arguments if a.draft is town and a.marker in _SEATED]
        if before is None or not seats:
            return None
        host = before.taken.get(seats[-1].begin - 1)
        named = host is not None and host.type is EntityType.ORGANISATION and not host.adjective
        return host.draft if named and host is not None else None

    @staticmethod
    def _adverb(s: Sentence, clause: int) -> int:
        """Token of „dort“ or „wo“ in a clause, or -1."""
        return next((i for i in s.clauses[clause].tokens if s.lower[i] in _THERE), -1)

    def _of_scene(self, s: Sentence, role: RoleNoun, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„In Minden hilft X, CDO der Stadt“: the only town that the sentence names before „der Stadt“."""
        if title is None or s.low_at(title.last) not in {"der", "des"} or (kinds and kinds.isdisjoint(TOWNS)):
            return None
        generic = s.text_at(title.last + 1) in self.k.words("municipality-nouns")
        named = s.taken.get(title.last + 2)
        if not generic or (named is not None and named.type is EntityType.MUNICIPALITY and named.head >= title.last):
            return None
        if role.bodies and not (role.referred and role.bodies[0].kind in TOWNS):
            return None
        return only_one(
            a.draft
            for a in s.arguments
            if a.draft is not None
            and a.draft.kind in TOWNS
            and a.last <= title.first
            and a.marker == "in"
            and a.head < 0
        )

    def _of_city_state(
        self, s: Sentence, role: RoleNoun, title: Argument | None, kinds: frozenset[str]
    ) -> Draft | None:
        """„Hamburg … X, CIO der Freien und Hansestadt“, „… X, damals CDO der Stadt“: the city state named last.

        „die Stadt“ may be any town or Land that is named after it; „die Hansestadt“ may be another one too.
        """
        if title is None or role.bodies or s.low_at(title.last) != "der" or (kinds and kinds.isdisjoint(LANDS)):
            return None
        i = title.last + 1
        i += _TWO if s.low_at(i) == "freien" and s.low_at(i + 1) == "und" else 0
        if s.text_at(i) not in _CITIES or i in s.taken or s.text_at(i + 1)[:1].isupper():
            return None
        last = self.last_before(s.starts[title.first], 0, LANDS | TOWNS)
        return last if last is not None and last.kind in LANDS and last.name in CITY_STATES else None

    def _with_title(self, role: RoleNoun, person: Draft, kinds: frozenset[str]) -> Draft | None:
        if not role.bodies:
            return None
        lands = [d for d in role.bodies if d.type is EntityType.JURISDICTION]
        organisations = [d for d in role.bodies if d.type is EntityType.ORGANISATION]
        top = role.name.lower().rsplit("-", 1)[-1] in TOP
        if top and not lands and all(d.kind in BOARDS for d in role.bodies):
            # „der sein Land als CIO im IT-Planungsrat vertritt“
            return None
        if top and (not organisations or organisations[0].kind == "Government"):
            if lands:
                return self._meant(role, lands[0], person)
            if organisations:
                return organisations[0].jurisdiction or self.cast.home or organisations[0]
        if top and (self.governs_from(role.bodies[0], person) or self._heads_land(role)):
            return role.bodies[0].jurisdiction
        if kinds == {"District"} and role.bodies[0].kind == "Municipality":
            return self.district(role.bodies[0]) or role.bodies[0]
        if kinds and kinds <= TOWNS and len(organisations) == len(role.bodies):
            # „Landrat und Präsident des Bezirketags“: what hangs on the other title, but „IT-Referentin des Städtetags“
            own = role.name not in self.k.words("town-heads") and role.name.endswith(_OF_STAFF)
            return organisations[0] if own else None
        town = role.bodies[0]
        if not organisations and town.kind in TOWNS and kinds & LANDS and not kinds & TOWNS:
            # „Digitalminister in Kiel“ is one of the Land
            return town.jurisdiction if town.name in self.k.words("state-capitals") else None
        if not organisations and kinds and kinds.isdisjoint(TOWNS | LANDS):
            # „der Limburger Präsident“ is one of the „Landgericht Limburg“, „Amtschefin in Kiel“ one of the Land
            named_so = self._called_after(town, kinds)
            capital = "Ministry" in kinds and town.name in self.k.words("state-capitals")
            return named_so or (town.jurisdiction if capital else None)
        return organisations[0] if organisations else town

    def _heads_land(self, role: RoleNoun) -> bool:
        """„X wird CIO in Erfurt“ over „die Landes-CIO in Thüringen“: whether a headline means the Land."""
        town = role.bodies[0]
        land = town.jurisdiction
        if land is None or town.name not in self.k.words("state-capitals"):
            return False
        here = next((s for s in self.sentences if s.title(role) is not None), None)
        if here is None or here.kind not in _HEADLINES:
            return False
        if not any(a.draft is town and a.marker == "in" for a in here.arguments):
            return False
        others = [a.role for s in self.sentences for a in s.arguments if a.role is not None and a.role is not role]
        same = [d for other in others if other.iri == role.iri for d in other.bodies]
        return land in same and town not in same

    def _called_after(self, place: Draft, kinds: frozenset[str]) -> Draft | None:
        """The one body of these kinds that has a place in its name, or None."""
        name = place.name.split(" ", 1)[0]
        return only_one(d for _, d in self.named if d.kind in kinds and name in d.name)

    def _branch_of(self, s: Sentence, title: Argument | None) -> Draft | None:
        """„Leiter der Niederlassung Halle“: of the company or agency that the article is about, not of the town."""
        if title is None or s.low_at(title.last) != "der" or s.text_at(title.last + 1) not in self.k.words("branches"):
            return None
        town = s.taken.get(title.last + 2)
        if (
            town is None
            or town.type is not EntityType.MUNICIPALITY
            or town.head not in {-1, title.last - 1, title.last + 1}
        ):
            return None
        place = s.starts[title.first]
        near = self.last_before(place, self.block_starts.get(s.block, s.start), _WITH_BRANCHES)
        return self.most_named(_WITH_BRANCHES) or near

    def going_to(self, s: Sentence, title: Argument | None, clause: int, kinds: frozenset[str]) -> Draft | None:
        """„kehrt als CIO nach Kassel zurück“: where somebody goes in that office."""
        if title is None or title.marker != "als" or clause < 0:
            return None
        if not self.k.words("moving-verbs") & {lemma for lemma, _, _ in s.clauses[clause].lemmas}:
            return None
        return only_one(
            a.draft
            for a in s.arguments
            if a.clause == clause and a.marker in {"nach", "zu"} and a.draft is not None and self.fits(a.draft, kinds)
        )

    @staticmethod
    def _left_by(s: Sentence, title: Argument | None, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """„Geschäftsführer A musste die ekom21 verlassen“: what the holder of a title without a body leaves."""
        if title is None or title.marker == "als" or not 0 <= title.clause < len(s.clauses):
            return None
        if not any(lemma == "verlassen" for lemma, _, _ in s.clauses[title.clause].lemmas):
            return None
        here = [a for a in s.arguments if a.clause == title.clause and a.head < 0 and not a.adjective]
        if not any(a.draft is person and a.nominative for a in here):
            return None
        left = (a.draft for a in here if a.marker == "np" and a.type is EntityType.ORGANISATION)
        body = only_one(left)
        return body if body is not None and (body.kind in kinds or not kinds) else None

    def _deputed(self, s: Sentence, role: RoleNoun, person: Draft, title: Argument) -> Draft | None:
        """„IT-Leiterin ist Doreen Engel. Ihr Stellvertreter Kay Pfau …“: in the body of the one who is meant."""
        if not role.is_deputy:
            return None
        here = {id(a.draft): a.draft for a in s.arguments if a.type is EntityType.PERSON and a.first < title.first}
        others = [d for d in here.values() if d is not None and d is not person]
        others = others or [d for d in dict.fromkeys(s.near) if d.type is EntityType.PERSON and d is not person]
        if len(others) != 1:
            return None
        # „Präsident A legt sein Amt nieder und bleibt Landrat. Seine Stellvertreterin …“: the office spoken of first
        place, first = s.starts[title.first], self.block_starts.get(s.block, s.start)
        own = {id(d) for d in self.own.get(id(others[0]), ())}
        named = (d for start, d in self.named if first <= start < place and id(d) in own)
        return next(named, self.held.get(id(others[0])))

    def _origin(self, s: Sentence, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„Hauptamtsleiterin aus Emden“, „sein saarländischer Kollege, Staatssekretär Anton Weber“."""
        if title is None:
            return None
        colleague = self.titled.of_colleague(s, title, kinds)
        if colleague is not None:
            return colleague
        before = s.taken.get(title.first - 3)
        called = s.text_at(title.first - 2) in self.k.words("counterpart-nouns") and s.text_at(title.first - 1) == ","
        if called and before is not None and before.adjective and before.draft is not None:
            if before.type is EntityType.MUNICIPALITY and before.draft.name in self.k.words("state-capitals"):
                # „sein Schweriner Kollege, Innenminister A“
                of_land = before.draft.jurisdiction if kinds & LANDS and not kinds & TOWNS else None
                return of_land or (before.draft if before.draft.kind in kinds else None)
            land = before.type is EntityType.JURISDICTION and bool(kinds & LANDS)
            return before.draft if land or before.draft.kind in kinds else None
        for b in s.arguments:
            if b.marker != "aus" or b.head != title.last - 1 or b.draft is None or b.adjective:
                continue
            if kinds == {"District"} and b.draft.kind == "Municipality":
                return self.district(b.draft)
            if b.draft.kind in kinds or (not kinds and b.type in BODY_TYPES and b.type is not EntityType.JURISDICTION):
                return b.draft
        return None

    def _in_capital(self, s: Sentence, role: RoleNoun, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„aus Stuttgart, wo sie unter Innenminister A …“: the Land whose capital is named before its minister."""
        if title is None or role.bodies or "Ministry" not in kinds or not kinds & LANDS:
            return None
        under = s.low_at(title.first - 1) in {"bei", "deren", "dessen", "unter"}
        if not under and not (s.clauses and "wo" in (s.lower[i] for i in s.clauses[title.clause].tokens[:2])):
            return None
        towns = (a for a in s.arguments if a.first < title.first and a.marker in {"aus", "in", "nach"})
        town = only_one(a.draft for a in towns if a.draft is not None and a.draft.kind in TOWNS)
        return None if town is None else self._seat_of_land(town, role, kinds)

    def _meant(self, role: RoleNoun, land: Draft, person: Draft) -> Draft:
        """„Staatssekretärin im Thüringer Ministerium und CIO des Freistaats“: the Land of the person's ministry."""
        if not role.referred:
            return land
        own = [
            b.jurisdiction for b in self.own.get(id(person), ()) if b.kind == "Ministry" and b.jurisdiction is not None
        ]
        return own[-1] if own else land

    def _beside(self, s: Sentence, role: RoleNoun, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """„Landrat Lauer aus Saarlouis“, „die Minister A (Hessen) und B (Bayern)“: the body hangs on the name."""
        for a in s.arguments:
            if a.draft is not person or a.reference:
                continue
            for b in s.arguments:
                if b.draft is None or b.first < a.last or b.adjective:
                    continue
                hangs = (b.head == a.last - 1 or b.begin == a.last) and b.marker in _HANGING
                opens = s.text_at(a.last) == "(" and self._opens_with(s, a.last + 1, b)
                bracket = opens and s.text_at(b.last) in {")", ",", "/"}
                if not (hangs or bracket) or (bracket and b.draft.kind == "Party"):
                    continue
                if kinds == {"District"} and b.draft.kind == "Municipality":
                    return self.district(b.draft) or self._called_after(b.draft, kinds)
                seat = self._seat_of_land(b.draft, role, kinds)
                if seat is not None:
                    return seat
                attached = hangs and b.draft.kind not in _NO_EMPLOYER and b.marker != "aus"
                attached = attached or (bracket and self._is_employer(s, role, a, b))
                of_town = b.draft.kind in TOWNS
                possible = not kinds or (kinds & TOWNS if of_town else not kinds <= TOWNS)
                if of_town and hangs and b.introduced_by and role.name.endswith("leiter"):
                    # „Abteilungsleiter Jens Ott von der Stadt Kassel“
                    possible = True
                if b.draft.kind in kinds or (attached and b.type in BODY_TYPES and possible):
                    return b.draft
        return None

    def _opens_with(self, s: Sentence, i: int, body: Argument) -> bool:
        """Whether a stretch begins with a body, or with „Stadt“, „Land“ and its name."""
        kind = s.text_at(i)
        called = kind in self.k.words("municipality-nouns") or kind in self.k.words("state-nouns")
        return body.first == i or (body.first == i + 1 and called)

    @staticmethod
    def _is_employer(s: Sentence, role: RoleNoun, name: Argument, inside: Argument) -> bool:
        """„Hauptamtsleiterin Ina Rost (Stadt Herborn)“: the brackets of a name right after a title say where that is.

        Those of whoever is chosen for a post say where they are from: „Vorsitzender Jan Holm (Dataport)“.
        """
        before = s.taken.get(name.first - 1)
        titled = before is not None and before.role is role
        chosen = role.is_deputy or role.name.lower().endswith(_ELECTED)
        return titled and not chosen and not role.plural and s.text_at(inside.last) == ")"

    def _entered(self, s: Sentence, title: Argument | None, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """The body of an entry of a list, if it can have such an office: „Ina Rost, Landrätin, Kreis Gotha; …“."""
        body = listed_body(s, title, person)
        if body is None or body.kind == "Party":
            return None
        if kinds == {"District"} and body.kind == "Municipality":
            return self.district(body)
        town = body.kind in TOWNS
        possible = body.kind in kinds or (bool(kinds & TOWNS) if town else not kinds <= TOWNS)
        return body if not kinds or possible else None

    def _seat_of_land(self, town: Draft, role: RoleNoun, kinds: frozenset[str]) -> Draft | None:
        """„Staatssekretär A aus Mainz“, „die CIOs A (Mainz) und B (Kiel)“: the Land whose capital it is.

        An office that a town may have too is one of the Land only if the article names that Land; a CDO is mostly one
        of the town.
        """
        land = town.jurisdiction
        if land is None or not kinds & LANDS or town.name not in self.k.words("state-capitals"):
            return None
        return land if not kinds & TOWNS or (land.mentions and "municipal" not in role.level) else None

    def elected_by(self, s: Sentence, clause: int, kinds: frozenset[str]) -> Draft | None:
        """„Die Versammlung des NEGZ hat X von der Universität Lübeck zum Vorsitzenden gewählt“: who chooses has it."""
        verbs = self.k.words("appointing-verbs")
        if clause < 0 or verbs.isdisjoint(lemma for lemma, _, _ in s.clauses[clause].lemmas):
            return None
        organs = [a for a in s.arguments if a.clause == clause and a.marker == "gen" and not a.adjective]
        choosing = [a for a in organs if s.low_at(a.head).endswith(_CHOOSING) and a.type is EntityType.ORGANISATION]
        choosing = [a for a in choosing if not kinds or (a.draft is not None and a.draft.kind in kinds)]
        return only_one(a.draft for a in choosing)

    def _around_field(self, s: Sentence, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„Die Amtsleiterin für Informationstechnik des Kreises“: a noun for a town that ends what a title is for."""
        if title is None or title.last - title.first < _FIELD or s.lower[title.last - 2] not in {"der", "des"}:
            return None
        noun = s.lower[title.last - 1].removesuffix("s").removesuffix("e")
        called = _CALLED.get(noun, frozenset()) & (kinds or TOWNS)
        return self.last_before(s.starts[title.first], self.block_starts.get(s.block, 0), called) if called else None

    def _with_superior(self, s: Sentence, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„Staatssekretärin bei Minister Schütz“: in the body of whom somebody works for."""
        if title is None or s.low_at(title.last) not in {"bei", "beim", "unter"}:
            return None
        if kinds & LANDS:
            land = self._of_member(s, title.last + 1)
            if land is not None:
                return land
        above = next((a for a in s.arguments if a.begin == title.last and a.type is EntityType.PERSON), None)
        body = None if above is None or above.draft is None else self.held.get(id(above.draft))
        if body is None or (kinds and body.kind not in kinds and body.type is not EntityType.JURISDICTION):
            return None
        return body

    def _of_member(self, s: Sentence, at: int) -> Draft | None:
        """„Staatsrätin beim Bremer Finanzsenator“, „bei der Finanzsenatorin“: the Land that has such a member."""
        i = at + (s.low_at(at) in {"dem", "der"})
        named = s.taken.get(i)
        land = named.draft if named is not None and named.adjective else None
        i = i if named is None or named.role is not None else named.last
        beside = s.taken.get(i)
        if not s.low_at(i).endswith(_MEMBERS) or (beside is not None and beside.role is None) or i + 1 in s.taken:
            return None
        if land is not None:
            return land if land.kind in LANDS else None
        return self.cast.home

    def _in_their_house(self, s: Sentence, person: Draft, title: Argument | None) -> Draft | None:
        """„Minister A fehlte, B sprach, Staatssekretärin in seinem Haus“: in the body of whom the possessive means.

        None where no possessive says so, or where that body is not known.
        """
        if title is None or s.low_at(title.last) != "in" or s.text_at(title.last + 2) not in HOUSES:
            return None
        whose = s.low_at(title.last + 1)
        if whose not in _THEIR:
            return None
        before = [a for a in s.arguments if a.type is EntityType.PERSON and a.last <= title.first]
        named = [
            a.draft for a in sorted(before, key=lambda a: a.first) if a.draft is not None and a.draft is not person
        ]
        near = named or [d for d in s.near if d.type is EntityType.PERSON and d is not person]
        fitting = [d for d in near if d.feminine in {None, whose.startswith("ihr")}]
        owner = next((d for d in reversed(fitting) if id(d) in self.held), None)
        return None if owner is None else self.held[id(owner)]

    def _unread_complement(self, s: Sentence, person: Draft, title: Argument | None) -> bool:
        """Whether a genitive or „von …“ hangs on the title that was not understood: then no other body will do.

        „Vorsitzender des Vorstands“ says in which organ of the body that is at hand.
        """
        if title is None or title.last + 1 >= len(s.tokens):
            return False
        if s.lower[title.last] not in _COMPLEMENT | _OF_ONES_OWN:
            return False
        if s.low_at(title.last) == "im" and s.text_at(title.last + 1) in _MANNERS:
            # „hat ihn als Vorsitzenden im Amt bestätigt“
            return s.low_at(title.last + 2) in {"der", "des", "für"}
        taken = s.taken.get(title.last + 1)
        organ = self.k.lemma(s.text_at(title.last + 1)) in self.k.words("boards")
        if organ and (taken is None or taken.role is not None) and s.low_at(title.last + 2) not in _COMPLEMENT:
            return False
        return taken is None or taken.draft is not person

    def _unnamed_complement(
        self, s: Sentence, role: RoleNoun, person: Draft, title: Argument | None, kinds: frozenset[str]
    ) -> Draft | None:
        """„Ministerin des gastgebenden Landes“, „Leiterin der dortigen Ausländerbehörde“: the Land, or whose unit."""
        if title is None:
            return None
        i = title.last + 1
        while s.text_at(i)[:1].islower() and s.low_at(i).endswith(("en", "er")):
            i += 1
        noun = s.text_at(i)
        named = s.text_at(i + 1) in {",", ".", "", ")", "und"}
        if i in s.taken or not (named or (s.low_at(i + 1) in _IS and role.name == "Leiter")):
            return None
        if kinds & LANDS and noun in self.k.words("state-nouns"):
            land = self.lands.find(s, role, person)
            city = land is not None and land.name in self.k.words("city-states")
            return land if city or not noun.lower().startswith(_CITY_NOUNS) else None
        if role.name == "Leiter" and noun.lower().removesuffix("s").removesuffix("e").endswith(_UNNAMED):
            role.inner = True
            return self.at_hand(s, person, title.first) or self.scene(s, TOWNS)
        return None

    def _whose_unit(self, s: Sentence, title: Argument | None) -> Draft | None:
        """„Ulm hat A zum Leiter seines Hauptamts ernannt“: who gives somebody the lead of a unit without a name has it.

        „Der Kreistag hat A zur Leiterin des Hauptamts gewählt“: an organ has none.
        """
        if title is None or title.role is None or title.marker != "zu":
            return None
        if not title.role.name.endswith(("Leiter", "Chef")):
            return None
        if s.low_at(title.last) not in _OWN_OR_THE or not self._is_chosen(s, title.clause):
            return None
        i = title.last + 1
        while s.text_at(i)[:1].islower() and s.low_at(i).endswith(("en", "er")):
            i += 1
        noun = s.low_at(i).removesuffix("s").removesuffix("e")
        named = s.taken.get(i)
        if not noun.endswith((*self.k.words("unit-nouns"), "zentrum")):
            return None
        if named is not None and named.draft is not None:
            return None
        hanging = any(a.head == i and a.first != title.last for a in s.arguments)
        if hanging or s.low_at(i + 1) in {*_COMPLEMENT, "für"}:
            return None
        if s.text_at(i + 1)[:1].isupper() and i + 1 in s.taken:
            return None
        here = [a for a in s.arguments if a.clause == title.clause and a.type in BODY_TYPES and not a.adjective]
        body = only_one(a.draft for a in here if a.draft is not None)
        chooses = body is not None and body.kind not in BOARDS | LANDS and any(a.nominative for a in here)
        return body if chooses else None

    def _inside_complement(self, s: Sentence, title: Argument | None) -> Draft | None:
        """„Leiterin des IT-Referats der Stadt München“, „Präsidentin der … (HZD)“: what is read of the complement.

        That is the body around a unit, or the abbreviation in brackets that ends the phrase.
        """
        if title is None:
            return None
        unit = s.low_at(title.last + 1)
        around = unit.removesuffix("s").removesuffix("e").endswith(tuple(self.k.words("unit-nouns") | _GROUPS))
        # who is „Leiter“ of anything that a body has, is so in that body
        heading = title.role is not None and title.role.name.endswith(("Leiter", "leiter"))
        for i in range(title.last + 1, min(title.last + _LONGEST, len(s.tokens))):
            text = s.tokens[i].text
            taken = s.taken.get(i)
            named = taken is not None and taken.draft is not None and taken.type in BODY_TYPES and not taken.adjective
            if text == "(":
                inside = s.taken.get(i + 1)
                if s.text_at(i + 2) == ")" and inside is not None and inside.type is EntityType.ORGANISATION:
                    return inside.draft
                return None
            if (
                taken is not None
                and named
                and taken.first == i
                and taken.marker in {"gen", "von", "in", "bei"}
                and (around or (heading and taken.head == title.last + 1))
            ):
                return taken.draft
            if not text[0].isalnum() or (taken is not None and taken.type is EntityType.PERSON):
                return None
        return None


def _called_by(s: Sentence, role: RoleNoun, title: Argument | None) -> Draft | None:
    """„A, Landesbeauftragte für den Datenschutz Niedersachsen“: the Land of a body that bears the title as its name."""
    if title is None or role.bodies:
        return None
    bodies = (a.draft for a in s.arguments if a.first == title.first and a.last > title.last)
    named = only_one(d for d in bodies if d is not None and d.type is EntityType.ORGANISATION)
    return None if named is None else named.jurisdiction


def _host(s: Sentence, title: Argument, owner: Draft, kinds: frozenset[str]) -> Draft:
    """„die ekom21 in Gießen, deren Bereichsleiterin …“: the body right before the town that stands before the pronoun.

    „der Verein der Stadt Ulm, dessen …“ is told otherwise.
    """
    town = s.taken.get(title.first - 3)
    if town is None or town.draft is not owner or owner.kind not in TOWNS or town.marker not in _WHERE_SEATED:
        return owner
    host = s.taken.get(town.begin - 1)
    if host is None or host.type is not EntityType.ORGANISATION or host.adjective or host.draft is None:
        return owner
    return host.draft if not kinds or host.draft.kind in kinds else owner


def _is_aside(s: Sentence, a: Argument) -> bool:
    """Whether a name stands in a relative clause, which tells of something else."""
    return 0 <= a.clause < len(s.clauses) and s.clauses[a.clause].kind == "relative"


def _is_party(s: Sentence, named: Argument, title: Argument) -> bool:
    """Whether the brackets right after a title and a name tell of a party."""
    inside = s.taken.get(named.last + 1)
    party = inside is not None and inside.draft is not None and inside.draft.kind == "Party"
    return party and title.last == named.first and title.marker not in {"als", "zu"}


def _named_after(s: Sentence, at: int, place: Draft | None) -> Draft | None:
    """„bei der Digitalagentur Hessen, wo er …“: the body whose name ends a sentence part with a place."""
    if place is None:
        return None
    last = max((a for a in s.arguments if a.last <= at and not a.adjective), key=lambda a: a.last, default=None)
    if last is None or last.draft is place or last.type is not EntityType.ORGANISATION or last.draft is None:
        return None
    inside = range(s.starts[last.first], s.starts[last.last - 1] + 1)
    return last.draft if any(start in inside for start, _ in place.mentions) else None


def _owners(s: Sentence, title: Argument) -> Iterator[Draft]:
    """What a pronoun on a title stands for: „dessen Präsident“, „ihr Datenschutzbeauftragter“."""
    own = (a for a in s.arguments if a.reference and title.first <= a.head < title.last and a.marker == "gen")
    return (a.draft for a in own if a.draft is not None)
